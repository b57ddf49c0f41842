/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Both ends are one program on one machine, so numbers are written as they lie in memory.
 */

#include "tl-wire.h"

#include <string.h>

/* The length of a text that there is not. */
#define NO_TEXT G_MAXUINT32

/* A fraction is so many of these parts: finer than any bar that shows it. */
#define FRACTION_PARTS 1000000

/*
 * tl_wire_put_number:
 * @bytes: what is sent
 * @number: a number
 */
void
tl_wire_put_number (GByteArray *bytes,
                    guint32     number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/*
 * tl_wire_put_text:
 * @bytes: what is sent
 * @text: (nullable): a text
 * @max_length: so many bytes of it the other end takes; what is longer is cut
 */
void
tl_wire_put_text (GByteArray *bytes,
                  const char *text,
                  gsize       max_length)
{
  g_autofree char *valid = NULL;
  gsize length;

  if (text == NULL)
    {
      tl_wire_put_number (bytes, NO_TEXT);
      return;
    }
  length = strlen (text);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      text = valid = g_utf8_make_valid (text, (gssize) length);
      length = strlen (text);
    }
  if (length > max_length)
    {
      const char *end = g_utf8_find_prev_char (text, text + max_length + 1);

      length = end != NULL ? (gsize) (end - text) : 0;
    }
  tl_wire_put_number (bytes, (guint32) length);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

/*
 * tl_wire_put_fraction:
 * @bytes: what is sent
 * @fraction: 0 to 1
 */
void
tl_wire_put_fraction (GByteArray *bytes,
                      double      fraction)
{
  tl_wire_put_number (bytes, (guint32) (CLAMP (fraction, 0, 1) * FRACTION_PARTS));
}

static gboolean
take (TlWire *wire,
      void   *data,
      gsize   length)
{
  if (wire->is_bad || wire->n_left < length)
    {
      wire->is_bad = TRUE;
      return FALSE;
    }
  memcpy (data, wire->at, length);
  wire->at += length;
  wire->n_left -= length;
  return TRUE;
}

/*
 * tl_wire_take_number:
 * @wire: what came
 * @max: the largest number that is right
 *
 * Returns: the next number; 0 where there is none
 */
guint32
tl_wire_take_number (TlWire  *wire,
                     guint32  max)
{
  guint32 number;

  if (!take (wire, &number, sizeof number))
    return 0;
  if (number <= max)
    return number;
  wire->is_bad = TRUE;
  return 0;
}

/* What a terminal or a list would take for something else is a space. */
static void
blank_controls (char  *text,
                gsize  length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) text[i];

      if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7f)
        text[i] = ' ';
    }
}

/*
 * tl_wire_take_text:
 * @wire: what came
 * @max_length: the most bytes that are right
 *
 * Returns: (transfer full) (nullable): the next text: valid UTF-8, without control characters but
 *   for tabs and ends of lines; %NULL where it is none, or there is none
 */
char *
tl_wire_take_text (TlWire *wire,
                   gsize   max_length)
{
  guint32 length = tl_wire_take_number (wire, NO_TEXT);
  char *text;

  if (wire->is_bad || length == NO_TEXT)
    return NULL;
  if (length > max_length || length > wire->n_left ||
      !g_utf8_validate_len ((const char *) wire->at, length, NULL))
    {
      wire->is_bad = TRUE;
      return NULL;
    }
  text = g_strndup ((const char *) wire->at, length);
  wire->at += length;
  wire->n_left -= length;
  blank_controls (text, length);
  return text;
}

/*
 * tl_wire_take_fraction:
 * @wire: what came
 *
 * Returns: 0 to 1
 */
double
tl_wire_take_fraction (TlWire *wire)
{
  return (double) tl_wire_take_number (wire, FRACTION_PARTS) / FRACTION_PARTS;
}

/*
 * tl_wire_is_done:
 * @wire: what came
 *
 * Returns: whether all of it was taken, and all was right
 */
gboolean
tl_wire_is_done (TlWire *wire)
{
  return !wire->is_bad && wire->n_left == 0;
}
