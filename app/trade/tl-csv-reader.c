/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of comma-separated values, row by row (RFC 4180, and what spreadsheets make of it).
 * The libraries for it that Debian has are no longer kept, or read a whole table at once; BACI's
 * have millions of rows. */

#include "tl-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

/* The widest official table, a column for each year, quarter and month, has some 1,500. */
#define MAX_FIELDS   8192
#define MAX_ROW_SIZE (1024 * 1024)

typedef enum
{
  STATE_FIELD,                  /* outside of quotes */
  STATE_QUOTED,
  STATE_QUOTE,                  /* behind a quote inside of quotes */
} State;

typedef struct
{
  TlCsvRowFunc func;
  gpointer     user_data;
  State        state;
  char         separator;       /* 0 until the header tells it */
  GString     *row;             /* the fields, each with a zero behind it */
  GArray      *starts;          /* of gsize: where in row they begin */
  gboolean     has_text;        /* whether anything stands in the row */
  gboolean     at_field_start;
  GPtrArray   *latin;           /* fields that had to be converted */
  guint64      number;
} Reader;

G_DEFINE_QUARK (tl-csv-error-quark, tl_csv_error)

/* Programs in countries with a decimal comma separate by semicolons, others by tabs.  In a header
 * there are no numbers, so the commonest of the three outside of quotes is it. */
static char
find_separator (const char *bytes,
                gsize       length)
{
  const char separators[] = ",;\t";
  guint counts[3] = { 0 };
  gboolean is_quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length && (is_quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++)
    {
      const char *found = bytes[i] != '\0' ? strchr (separators, bytes[i]) : NULL;

      if (bytes[i] == '"')
        is_quoted = !is_quoted;
      else if (found != NULL && !is_quoted)
        counts[found - separators]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

static void
begin_field (Reader *self)
{
  gsize start = self->row->len;

  g_array_append_val (self->starts, start);
  self->at_field_start = TRUE;
}

static void
end_field (Reader *self)
{
  g_string_append_c (self->row, '\0');
  begin_field (self);
}

/* What is not UTF-8 was written as ISO 8859-1, as UN Comtrade does. */
static const char *
get_utf8 (Reader     *self,
          const char *field)
{
  char *converted;

  if (g_utf8_validate (field, -1, NULL))
    return field;
  converted = g_convert (field, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (converted == NULL)
    return "";
  g_ptr_array_add (self->latin, converted);
  return converted;
}

static gboolean
end_row (Reader   *self,
         gboolean  is_ended,
         GError  **error)
{
  g_autofree const char **fields = NULL;
  TlCsvRow row;
  gboolean goes_on = TRUE;

  g_string_append_c (self->row, '\0');
  if (self->has_text)
    {
      fields = g_new (const char *, self->starts->len);
      for (guint i = 0; i < self->starts->len; i++)
        fields[i] = get_utf8 (self, self->row->str + g_array_index (self->starts, gsize, i));
      row = (TlCsvRow) { fields, self->starts->len, self->number++, is_ended,
                         !is_ended && self->state == STATE_QUOTED };
      goes_on = self->func (&row, self->user_data, error);
    }
  g_ptr_array_set_size (self->latin, 0);
  g_string_set_size (self->row, 0);
  g_array_set_size (self->starts, 0);
  begin_field (self);
  self->has_text = FALSE;
  return goes_on;
}

static void
take_byte (Reader *self,
           char    byte)
{
  self->has_text |= !g_ascii_isspace (byte);
  self->at_field_start = FALSE;
  g_string_append_c (self->row, byte);
}

static gboolean
take_unquoted (Reader  *self,
               char     byte,
               GError **error)
{
  if (byte == '\n' || byte == '\r')
    return end_row (self, TRUE, error);
  if (byte == self->separator)
    {
      self->has_text = TRUE;
      end_field (self);
    }
  else if (byte == '"' && self->at_field_start)
    {
      self->has_text = TRUE;
      self->state = STATE_QUOTED;
    }
  else
    {
      take_byte (self, byte);
    }
  return TRUE;
}

static gboolean
take (Reader  *self,
      char     byte,
      GError **error)
{
  switch (self->state)
    {
    case STATE_QUOTED:
      if (byte == '"')
        self->state = STATE_QUOTE;
      else
        take_byte (self, byte);
      return TRUE;
    case STATE_QUOTE:
      if (byte == '"')
        {
          self->state = STATE_QUOTED;
          take_byte (self, byte);
          return TRUE;
        }
      self->state = STATE_FIELD;
      self->at_field_start = FALSE;
      return take_unquoted (self, byte, error);
    case STATE_FIELD:
    default:
      return take_unquoted (self, byte, error);
    }
}

static gboolean
check_bounds (const Reader  *self,
              const char    *bytes,
              gsize          length,
              GError       **error)
{
  if (memchr (bytes, '\0', length) != NULL)
    {
      g_set_error_literal (error, TL_CSV_ERROR, TL_CSV_ERROR_BINARY, _("This is not a table of text"));
      return FALSE;
    }
  if (self->row->len > MAX_ROW_SIZE || self->starts->len > MAX_FIELDS)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, self->number + 1);

      g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_ROW,
                   _("Row %s of the table is too long"), number);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_bytes (Reader      *self,
            const char  *bytes,
            gsize        length,
            GError     **error)
{
  if (!check_bounds (self, bytes, length, error))
    return FALSE;
  if (self->separator == '\0')
    {
      gsize n_mark = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

      bytes += n_mark;
      length -= n_mark;
      self->separator = find_separator (bytes, length);
    }
  for (gsize i = 0; i < length; i++)
    if (!take (self, bytes[i], error))
      return FALSE;
  return check_bounds (self, bytes, 0, error);
}

/* What a spreadsheet saves as "Unicode text" is UTF-16; it has a mark, or a zero byte in its first
 * letter. */
static const char *
find_wide_charset (const guint8 *bytes,
                   gsize         length)
{
  if (length < 2)
    return NULL;
  if ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] != 0 && bytes[1] == 0))
    return "UTF-16LE";
  if ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0 && bytes[1] != 0))
    return "UTF-16BE";
  return NULL;
}

/* The table in UTF-8, or in an 8-bit charset as it is. */
static GInputStream *
open_decoded (GInputStream  *stream,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GInputStream) buffered = g_buffered_input_stream_new_sized (stream, BUFFER_SIZE);
  g_autoptr(GCharsetConverter) converter = NULL;
  const char *charset;
  const void *bytes;
  gsize length;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  charset = find_wide_charset (bytes, length);
  if (charset == NULL)
    return g_steal_pointer (&buffered);
  converter = g_charset_converter_new ("UTF-8", charset, error);
  if (converter == NULL)
    return NULL;
  g_charset_converter_set_use_fallback (converter, TRUE);
  return g_converter_input_stream_new (buffered, G_CONVERTER (converter));
}

/**
 * tl_csv_read:
 * @stream: a table, separated by commas, semicolons or tabs
 * @func: (scope call): is called with each row, the header first
 * @user_data: for @func
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * It may be in UTF-8, in UTF-16 or in ISO 8859-1.  Memory is bounded by the longest row, which is
 * at most a megabyte.
 *
 * Returns: whether it was read to its end; %FALSE with @error set: of GIO, #TlCsvError, or @func's
 */
gboolean
tl_csv_read (GInputStream  *stream,
             TlCsvRowFunc   func,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  Reader self = { .func = func, .user_data = user_data };
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  g_autoptr(GInputStream) decoded = NULL;
  gboolean is_read = TRUE;
  gsize length = BUFFER_SIZE;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  decoded = open_decoded (stream, cancellable, error);
  if (decoded == NULL)
    return FALSE;
  self.row = g_string_new (NULL);
  self.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self.latin = g_ptr_array_new_with_free_func (g_free);
  begin_field (&self);
  while (is_read && length == BUFFER_SIZE)
    is_read = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
              g_input_stream_read_all (decoded, buffer, BUFFER_SIZE, &length, cancellable, error) &&
              take_bytes (&self, buffer, length, error);
  /* The last row may have no end of line. */
  is_read = is_read && end_row (&self, FALSE, error);
  g_ptr_array_unref (self.latin);
  g_array_unref (self.starts);
  g_string_free (self.row, TRUE);
  return is_read;
}
