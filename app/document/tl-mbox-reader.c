/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Mailboxes: mails one behind the other, each below a line "From who@where Wed Jun  9
 * 10:00:00 2021" that stands behind a blank one.  Lines of a mail that begin so have a ">"
 * before them.  A mailbox is read line by line and may be larger than memory.
 */

#include "tl-mbox-reader.h"

#include "tl-byte-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a line so much is looked at at once. */
#define ROOM (64 * 1024)

/* The line above a mail is no longer. */
#define MAX_FROM_LINE 300

typedef struct
{
  TlDelivery *delivery;
  GByteArray *mail;             /* owned: the mail so far */
  guint64     size;             /* of it, also where it is too large to be kept */
  guint       number;
  gboolean    is_after_blank;
} Mailbox;

static gboolean
is_digits (const char *p,
           gsize       n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return FALSE;
    }
  return TRUE;
}

/* "From ", a time and a year: without these it is a sentence. */
static gboolean
is_from_line (const char *line,
              gsize       length)
{
  gboolean has_time = FALSE, has_year = FALSE;

  if (length < 20 || length > MAX_FROM_LINE || g_ascii_strncasecmp (line, "From ", 5) != 0)
    return FALSE;
  for (gsize i = 5; i + 5 <= length; i++)
    {
      has_time = has_time || (line[i + 2] == ':' && is_digits (line + i, 2) && is_digits (line + i + 3, 2));
      has_year = has_year || (line[i] == ' ' && is_digits (line + i + 1, 4) &&
                              (line[i + 1] == '1' || line[i + 1] == '2'));
    }
  return has_time && has_year;
}

/**
 * tl_mbox_is_start:
 * @start: the first characters of a file, zero-terminated
 *
 * Returns: whether it is a mailbox
 */
gboolean
tl_mbox_is_start (const char *start)
{
  gsize n = strcspn (start, "\r\n");
  const char *second = start + n + strspn (start + n, "\r\n");
  gsize name = strcspn (second, ": \t\r\n");

  return is_from_line (start, n) && name > 0 && second[name] == ':';
}

static gboolean
deliver (Mailbox  *self,
         GError  **error)
{
  g_autofree char *name = g_strdup_printf ("%u", self->number);
  g_autoptr(GError) failure = NULL;
  TlPart part = TL_PART_INIT;
  guint64 size = self->size;

  self->size = 0;
  if (size == 0)
    return TRUE;
  if (!tl_document_check_size (size, TL_DOCUMENT_MAX_SIZE, &failure))
    {
      g_byte_array_set_size (self->mail, 0);
      return tl_delivery_fail (self->delivery, name, failure, error);
    }
  part.data = self->mail->data;
  part.length = self->mail->len;
  part.name = name;
  part.media_type = "message/rfc822";
  if (!tl_delivery_read (self->delivery, &part, error))
    return FALSE;
  g_byte_array_set_size (self->mail, 0);
  return TRUE;
}

static void
keep (Mailbox      *self,
      const guint8 *line,
      gsize         length)
{
  self->size += length;
  if (self->size <= TL_DOCUMENT_MAX_SIZE)
    g_byte_array_append (self->mail, line, (guint) length);
}

/* ">From " was "From ", ">>From " was ">From ". */
static gsize
measure_quoting (const char *line,
                 gsize       length)
{
  gsize n = 0;

  while (n < length && line[n] == '>')
    n++;
  return n > 0 && length - n >= 5 && memcmp (line + n, "From ", 5) == 0 ? 1 : 0;
}

static gboolean
read_line (Mailbox      *self,
           const guint8 *line,
           gsize         length,
           GError      **error)
{
  gsize quoting;

  if (self->is_after_blank && is_from_line ((const char *) line, length))
    {
      if (!deliver (self, error))
        return FALSE;
      self->number++;
      self->is_after_blank = FALSE;
      return TRUE;
    }
  quoting = measure_quoting ((const char *) line, length);
  keep (self, line + quoting, length - quoting);
  self->is_after_blank = length <= 2 && (*line == '\n' || *line == '\r');
  return TRUE;
}

static gboolean
read_lines (Mailbox       *self,
            TlByteStream  *stream,
            GError       **error)
{
  gboolean is_inside = FALSE;

  for (;;)
    {
      const guint8 *data, *newline;
      gsize length, n;

      if (!tl_byte_stream_fill (stream, ROOM, &data, &length, error))
        return FALSE;
      if (length == 0)
        return TRUE;
      newline = memchr (data, '\n', length);
      n = newline != NULL ? (gsize) (newline - data) + 1 : length;
      /* The rest of a line that did not fit is no line. */
      if (is_inside)
        keep (self, data, n);
      else if (!read_line (self, data, n, error))
        return FALSE;
      is_inside = newline == NULL;
      tl_byte_stream_take (stream, n);
    }
}

/**
 * tl_mbox_reader_read:
 * @part: a mailbox, packed or not
 * @delivery: where its mails go, by number
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * The reader of mailboxes.
 *
 * Returns: whether it was read to its end
 */
gboolean
tl_mbox_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_autoptr(TlByteStream) stream = tl_byte_stream_new (part, delivery, error);
  g_autoptr(GByteArray) mail = g_byte_array_new ();
  Mailbox self = { delivery, mail, 0, 0, TRUE };
  g_autoptr(GError) failure = NULL;

  if (stream == NULL)
    return FALSE;
  if (!read_lines (&self, stream, &failure))
    {
      /* What was whole when the rest was lost is still to be told. */
      if (g_error_matches (failure, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN) && !deliver (&self, error))
        return FALSE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return deliver (&self, error);
}
