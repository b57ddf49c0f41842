/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a file that a library was exported to, plain or packed with gzip, a line at a time.  A
 * line that is broken, or longer than any that was written, is told and passed over. */

#include "tl-export-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* So much of a file is looked at to tell what it is. */
#define BEGINNING 256

/* What is packed may be this large; a small file could unpack to any size. */
#define MAX_BYTES (G_GUINT64_CONSTANT (16) * 1024 * 1024 * 1024)

typedef struct
{
  GInputStream *file;           /* owned */
  GInputStream *stream;         /* owned: what is unpacked of it */
  GCancellable *cancellable;
  goffset       size;           /* of the file; 0 where it is not known */
  char          chunk[CHUNK];
  gsize         start;          /* what is left of the chunk */
  gsize         end;
  guint64       n_bytes;
  GString      *line;           /* owned */
  gboolean      is_too_long;
} Reader;

static void
reader_free (Reader *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  g_string_free (self->line, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

static goffset
get_size (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static gboolean
is_packed (GFile        *file,
           GCancellable *cancellable)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  guint8 mark[2];
  gsize n = 0;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), mark, sizeof mark, &n, cancellable, NULL) &&
         n == 2 && mark[0] == 0x1f && mark[1] == 0x8b;
}

static Reader *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  gboolean packed = is_packed (file, cancellable);
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  Reader *self;

  if (stream == NULL)
    return NULL;
  self = g_new0 (Reader, 1);
  self->file = G_INPUT_STREAM (g_steal_pointer (&stream));
  self->cancellable = cancellable;
  self->size = get_size (file, cancellable);
  self->line = g_string_new (NULL);
  if (packed)
    {
      g_autoptr(GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      self->stream = g_converter_input_stream_new (self->file, G_CONVERTER (unpacker));
    }
  else
    self->stream = g_object_ref (self->file);
  return self;
}

/* Reads more; FALSE at the end, and on an error. */
static gboolean
fill (Reader  *self,
      GError **error)
{
  gssize n = g_input_stream_read (self->stream, self->chunk, CHUNK, self->cancellable, error);

  self->start = 0;
  self->end = n > 0 ? (gsize) n : 0;
  self->n_bytes += self->end;
  if (self->n_bytes > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("There is too much in this file"));
      return FALSE;
    }
  return n > 0;
}

static void
take (Reader *self,
      gsize   n)
{
  if (self->line->len + n <= TL_EXPORT_MAX_LINE)
    g_string_append_len (self->line, self->chunk + self->start, (gssize) n);
  else
    self->is_too_long = TRUE;
}

/* Reads the next line; FALSE behind the last, and on an error. */
static gboolean
read_line (Reader  *self,
           GError **error)
{
  g_autoptr(GError) local_error = NULL;
  gboolean has_any = FALSE;

  g_string_truncate (self->line, 0);
  self->is_too_long = FALSE;
  while (self->start < self->end || fill (self, &local_error))
    {
      const char *start = self->chunk + self->start;
      const char *end = memchr (start, '\n', self->end - self->start);
      gsize n = end != NULL ? (gsize) (end - start) : self->end - self->start;

      take (self, n);
      self->start += n + (end != NULL);
      has_any = TRUE;
      if (end != NULL)
        return TRUE;
    }
  if (local_error == NULL)
    return has_any;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static double
get_progress (Reader *self)
{
  if (self->size <= 0 || !G_IS_SEEKABLE (self->file))
    return 0;
  return CLAMP ((double) g_seekable_tell (G_SEEKABLE (self->file)) / (double) self->size, 0, 1);
}

/* ---- what it is ---- */

static const char *
skip (const char *p,
      const char *token)
{
  while (p != NULL && (*p == ' ' || *p == '\t'))
    p++;
  return p != NULL && g_str_has_prefix (p, token) ? p + strlen (token) : NULL;
}

static gboolean
has_name (GFile *file)
{
  static const char *const suffixes[] = { ".jsonl", ".ndjson", ".json", ".gz" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/**
 * tl_export_is:
 * @file: a file
 * @cancellable: (nullable): to give up
 *
 * Returns: whether a library was exported to it: told by its name, so that not every file has to
 *   be opened for it, and by how it begins
 */
gboolean
tl_export_is (GFile        *file,
              GCancellable *cancellable)
{
  g_autoptr(Reader) reader = NULL;
  g_autofree char *beginning = NULL;
  const char *p;
  gsize n = 0;

  /* Opening what is no file may wait for ever. */
  if (has_name (file) &&
      g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR)
    reader = open_file (file, cancellable, NULL);
  if (reader == NULL)
    return FALSE;
  beginning = g_malloc0 (BEGINNING + 1);
  g_input_stream_read_all (reader->stream, beginning, BEGINNING, &n, cancellable, NULL);
  p = g_str_has_prefix (beginning, "\xEF\xBB\xBF") ? beginning + 3 : beginning;
  p = skip (skip (skip (skip (p, "{"), "\"format\""), ":"), "\"tradelines-library\"");
  return p != NULL;
}

/* ---- its lines ---- */

static TlExportLine *
parse_line (Reader  *self,
            GError **error)
{
  const char *start = g_str_has_prefix (self->line->str, "\xEF\xBB\xBF") ? self->line->str + 3 : self->line->str;

  if (self->is_too_long)
    {
      g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON, _("The line is too long"));
      return NULL;
    }
  if (!g_utf8_validate (self->line->str, (gssize) self->line->len, NULL))
    {
      g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON, _("The line is damaged"));
      return NULL;
    }
  return tl_export_line_parse (start, error);
}

static gboolean
is_blank (const GString *line)
{
  return strspn (line->str, " \t\r") == line->len;
}

/* The head says whether this version can read the others. */
static gboolean
read_head (Reader  *self,
           GError **error)
{
  g_autoptr(TlExportLine) head = NULL;

  if (!read_line (self, error))
    return FALSE;
  head = parse_line (self, error);
  return head != NULL;
}

/**
 * tl_export_read:
 * @file: a file that a library was exported to
 * @cancellable: (nullable): to stop soon
 * @func: whom the lines go to
 * @user_data: for @func
 * @error: return location for an error
 *
 * Reads the lines one after the other.  Those that cannot be read are told, and the others go on.
 *
 * Returns: whether the file could be read to its end, or @func wanted no more
 */
gboolean
tl_export_read (GFile             *file,
                GCancellable      *cancellable,
                TlExportReadFunc   func,
                gpointer           user_data,
                GError           **error)
{
  g_autoptr(Reader) reader = open_file (file, cancellable, error);
  g_autoptr(GError) read_error = NULL;
  guint64 number = 1;

  if (reader == NULL || !read_head (reader, error))
    return FALSE;
  while (read_line (reader, &read_error))
    {
      g_autoptr(GError) failure = NULL;
      TlExportNews news = { .number = ++number, .progress = get_progress (reader) };

      if (is_blank (reader->line) && !reader->is_too_long)
        continue;
      news.line = parse_line (reader, &failure);
      news.failure = failure;
      /* A file that was put together from several has more than one. */
      if (news.line != NULL && news.line->kind == TL_EXPORT_LINE_HEAD)
        tl_export_line_free (news.line);
      else if (!func (&news, user_data))
        return TRUE;
    }
  if (read_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&read_error));
  return FALSE;
}
