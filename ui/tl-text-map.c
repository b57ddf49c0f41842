/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-text-map.h"

/**
 * TlTextMap:
 *
 * A text as a text view can show it, and the way from a byte of the text to the character
 * of what is shown.  A text view lays a paragraph out as a whole and counts in characters:
 * a line without end would stop the program for minutes, so long ones are broken here, and
 * what no person would scroll to is left off.
 */
struct _TlTextMap
{
  GString *shown;
  gsize    length;              /* bytes of the text that are shown */
  GArray  *counts;              /* (element-type guint32): characters before each block */
  GArray  *breaks;              /* (element-type gsize): bytes before which a line was broken */
  char    *text;                /* owned, what was given */
  gboolean is_cut;
};

/* A book has this many; an article has a hundredth of it. */
#define MAX_CHARACTERS 500000

/* A line longer than the first is broken at a space, one longer than the second anywhere. */
#define LONG_LINE 2000
#define LONGEST_LINE 2500

/* Characters are counted from the nearest of these marks, never from the beginning. */
#define BLOCK_SIZE 1024

static gboolean
is_lead_byte (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
count_blocks (TlTextMap *self)
{
  guint32 n_characters = 0;

  for (gsize i = 0; i < self->length; i++)
    {
      if (i % BLOCK_SIZE == 0)
        g_array_append_val (self->counts, n_characters);
      n_characters += is_lead_byte (self->text[i]) ? 1 : 0;
    }
  if (self->length % BLOCK_SIZE == 0)
    g_array_append_val (self->counts, n_characters);
}

static void
break_line (TlTextMap *self,
            gsize      byte)
{
  g_array_append_val (self->breaks, byte);
  g_string_append_c (self->shown, '\n');
}

/* One pass forward over the text. */
static void
fill (TlTextMap *self)
{
  const char *end = self->text;
  guint n_characters = 0;
  guint line_length = 0;

  while (*end != '\0' && n_characters < MAX_CHARACTERS)
    {
      const char *next = g_utf8_next_char (end);

      g_string_append_len (self->shown, end, next - end);
      n_characters++;
      line_length = *end == '\n' ? 0 : line_length + 1;

      if (line_length >= LONGEST_LINE || (line_length >= LONG_LINE && *end == ' '))
        {
          break_line (self, next - self->text);
          line_length = 0;
        }
      end = next;
    }

  self->length = end - self->text;
  self->is_cut = *end != '\0';
}

/**
 * tl_text_map_new:
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full): the map; free it with tl_text_map_free()
 */
TlTextMap *
tl_text_map_new (const char *text)
{
  TlTextMap *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TlTextMap, 1);
  self->text = g_strdup (text);
  self->shown = g_string_new (NULL);
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  fill (self);
  count_blocks (self);
  return self;
}

/**
 * tl_text_map_free:
 * @self: (transfer full): the map
 */
void
tl_text_map_free (TlTextMap *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->shown, TRUE);
  g_array_unref (self->counts);
  g_array_unref (self->breaks);
  g_free (self->text);
  g_free (self);
}

/**
 * tl_text_map_get_text:
 * @self: the map
 * @length: (out): its length in bytes
 *
 * Returns: (transfer none): what to show
 */
const char *
tl_text_map_get_text (TlTextMap *self,
                      gsize     *length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  *length = self->shown->len;
  return self->shown->str;
}

/* How many lines were broken at or before a byte. */
static guint
count_breaks (TlTextMap *self,
              gsize      byte)
{
  guint low = 0;
  guint high = self->breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->breaks, gsize, middle) <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_text_map_get_offset:
 * @self: the map
 * @byte: an offset in the text, in bytes; beyond what is shown counts as its end
 *
 * Returns: the offset in what is shown, in characters
 */
guint
tl_text_map_get_offset (TlTextMap *self,
                        gsize      byte)
{
  gsize block;
  guint offset;

  g_return_val_if_fail (self != NULL, 0);

  byte = MIN (byte, self->length);
  block = byte / BLOCK_SIZE;
  offset = g_array_index (self->counts, guint32, block);
  for (gsize i = block * BLOCK_SIZE; i < byte; i++)
    offset += is_lead_byte (self->text[i]) ? 1 : 0;
  return offset + count_breaks (self, byte);
}

/* The byte of a character, breaks counted as they are shown; in the block that holds it. */
static gsize
find_byte (TlTextMap *self,
           gsize      block,
           guint      offset)
{
  gsize byte = block * BLOCK_SIZE;
  guint at = g_array_index (self->counts, guint32, block) + count_breaks (self, byte);
  guint n_breaks = count_breaks (self, byte);

  while (byte < self->length && !is_lead_byte (self->text[byte]))
    byte++;
  while (byte < self->length && at < offset)
    {
      byte += g_utf8_skip[(guchar) self->text[byte]];
      at++;
      if (n_breaks < self->breaks->len && g_array_index (self->breaks, gsize, n_breaks) <= byte)
        {
          n_breaks++;
          at++;
        }
    }
  return MIN (byte, self->length);
}

/**
 * tl_text_map_get_byte:
 * @self: the map
 * @offset: an offset in what is shown, in characters; beyond it counts as its end
 *
 * Returns: the offset in the text, in bytes: the way back from tl_text_map_get_offset()
 */
gsize
tl_text_map_get_byte (TlTextMap *self,
                      guint      offset)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->counts->len;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->counts, guint32, middle) + count_breaks (self, middle * BLOCK_SIZE) <= offset)
        low = middle;
      else
        high = middle;
    }
  return find_byte (self, low, offset);
}

/**
 * tl_text_map_shows:
 * @self: the map
 * @byte: an offset in the text, in bytes
 *
 * Returns: whether what stands there is shown
 */
gboolean
tl_text_map_shows (TlTextMap *self,
                   gsize      byte)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return byte < self->length;
}

/**
 * tl_text_map_is_cut:
 * @self: the map
 *
 * Returns: whether the text goes on behind what is shown
 */
gboolean
tl_text_map_is_cut (TlTextMap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_cut;
}
