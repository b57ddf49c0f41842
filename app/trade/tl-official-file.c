/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells files of official trade statistics from others, by their name and first line. */

#include "tl-official-reader.h"

#include <string.h>

#include "tl-official-layout.h"

typedef struct
{
  gboolean is_official;
} Recognition;

static gboolean
recognize_cb (const TlCsvRow  *row,
              gpointer         user_data,
              GError         **error)
{
  Recognition *recognition = user_data;
  TlOfficialLayout layout;

  recognition->is_official = tl_official_layout_find (row, &layout) || tl_official_layout_is_owid (row);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

/**
 * tl_official_recognizes:
 * @bytes: (array length=length): the beginning of a file; its first line is enough
 * @length: how many
 *
 * Returns: whether it is a table of a publisher of trade statistics, to be read with
 *   tl_official_read()
 */
gboolean
tl_official_recognizes (const char *bytes,
                        gsize       length)
{
  const char *end = bytes != NULL ? memchr (bytes, '\n', length) : NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  Recognition recognition = { FALSE };

  /* Articles are longer, and most have no separator in their first line. */
  if (end == NULL || memchr (bytes, '\0', (gsize) (end - bytes)) != NULL)
    return FALSE;
  stream = g_memory_input_stream_new_from_data (bytes, end - bytes, NULL);
  tl_csv_read (stream, recognize_cb, &recognition, NULL, &error);
  return recognition.is_official;
}

/* The widest header, a column for each year, quarter and month, is a third of that. */
#define HEADER_SIZE (64 * 1024)

/* Not every article has to be opened for it, nor anything that is no file. */
static gboolean
may_be_table (GFile        *file,
              GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv")) &&
         g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR;
}

static GInputStream *
open_at_header (GFile         *file,
                gboolean      *is_official,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GFileInputStream) base = g_file_read (file, cancellable, error);
  g_autoptr(GInputStream) stream = NULL;
  const char *bytes;
  gsize length;

  *is_official = FALSE;
  if (base == NULL)
    return NULL;
  stream = g_buffered_input_stream_new_sized (G_INPUT_STREAM (base), HEADER_SIZE);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (stream), -1, cancellable, error) < 0)
    return NULL;
  bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (stream), &length);
  *is_official = tl_official_recognizes (bytes, length);
  return g_steal_pointer (&stream);
}

/**
 * tl_official_load:
 * @file: any file; tables are called .csv or .tsv
 * @values: (out) (nullable): what tl_official_read() finds in it, %NULL where it is no table of a
 *   publisher of trade statistics
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: whether @values is set; %FALSE with @error set where the file can't be read, or is such
 *   a table and has nothing to take
 */
gboolean
tl_official_load (GFile         *file,
                  GArray       **values,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GInputStream) stream = NULL;
  gboolean is_official;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (values != NULL, FALSE);

  *values = NULL;
  if (!may_be_table (file, cancellable))
    return TRUE;
  stream = open_at_header (file, &is_official, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (is_official)
    *values = tl_official_read (stream, cancellable, error);
  return !is_official || *values != NULL;
}
