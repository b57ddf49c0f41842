/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells files of official trade statistics from others, by their first line. */

#include "tl-official-reader.h"

#include <string.h>

#include "tl-csv-reader.h"
#include "tl-official-layout.h"

/* The smallest table that is known has six columns. */
#define MIN_SEPARATORS 3

typedef struct
{
  TlOfficialFile file;
  guint          n_columns;
} Recognition;

static gboolean
recognize_cb (const TlCsvRow  *row,
              gpointer         user_data,
              GError         **error)
{
  Recognition *recognition = user_data;
  TlOfficialLayout layout;

  recognition->n_columns = row->n_fields;
  if (tl_official_layout_find (row, &layout) || tl_official_layout_is_owid (row))
    recognition->file = TL_OFFICIAL_FILE_TABLE;
  else if (tl_official_layout_is_code_list (row))
    recognition->file = TL_OFFICIAL_FILE_CODES;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

/* Most of what is asked about is an article, a page or JSON: this has to be quick.  In UTF-16 there
 * is a zero byte beside each separator. */
static gboolean
may_be_table (const char *bytes,
              gsize       length,
              guint       min_separators)
{
  gboolean is_quoted = FALSE;
  guint n = 0;

  if (length == 0 || (bytes[0] != '\0' && strchr ("{[<", bytes[0]) != NULL))
    return FALSE;
  for (gsize i = 0; i < length && (is_quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++)
    {
      is_quoted ^= bytes[i] == '"';
      n += bytes[i] == ',' || bytes[i] == ';' || bytes[i] == '\t' ? 1 : 0;
    }
  return n >= min_separators;
}

static gboolean
is_called_table (const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"));
}

/**
 * tl_official_recognize:
 * @name: (nullable): what the file is called
 * @bytes: (array length=length): its beginning; the first line is enough
 * @length: how many
 *
 * A table of a known publisher is one whatever it is called; what is called a table and is none
 * that is known is one all the same, so that tl_official_read() says so.
 *
 * Returns: what kind of file it is
 */
TlOfficialFile
tl_official_recognize (const char *name,
                       const char *bytes,
                       gsize       length)
{
  gboolean is_called = is_called_table (name);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  Recognition recognition = { TL_OFFICIAL_FILE_OTHER, 0 };

  if (bytes == NULL || !may_be_table (bytes, length, is_called ? 1 : MIN_SEPARATORS))
    return TL_OFFICIAL_FILE_OTHER;
  /* No half of a letter of UTF-16. */
  stream = g_memory_input_stream_new_from_data (bytes, (gssize) (length > 1 ? length & ~(gsize) 1 : length), NULL);
  tl_csv_read (stream, recognize_cb, &recognition, NULL, &error);
  if (!is_called && recognition.file == TL_OFFICIAL_FILE_CODES)
    return TL_OFFICIAL_FILE_OTHER;
  if (is_called && recognition.file == TL_OFFICIAL_FILE_OTHER && recognition.n_columns > 1)
    return TL_OFFICIAL_FILE_UNKNOWN;
  return recognition.file;
}
