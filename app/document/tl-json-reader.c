/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Articles as data: one object, a list of objects, or objects one a line.  A file may hold
 * very many and be larger than memory, so that objects are read one after the other.
 */

#include "tl-json-reader.h"

#include "tl-charset.h"
#include "tl-json-articles.h"
#include "tl-json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_SIZE (256 * 1024)

typedef struct
{
  const TlPart *part;
  TlDelivery   *delivery;
  TlJsonScan    scan;
  char         *pending;        /* owned, nullable: the first object until there is a second */
  guint         n_objects;
} Source;

static void
source_clear (Source *self)
{
  g_free (self->pending);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
fail_broken (GError **error)
{
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                       _("The file is damaged: its data in JSON are broken"));
  return FALSE;
}

/* @name is NULL for the only object of a file. */
static gboolean
read_object (Source      *self,
             const char  *json,
             const char  *name,
             GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) failure = NULL;
  JsonNode *root = NULL;

  if (*json != '\0' && json_parser_load_from_data (parser, json, -1, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return tl_json_articles_read (json_node_get_object (root), self->part, name, self->delivery, error);
  if (name == NULL)
    return fail_broken (error);
  fail_broken (&failure);
  return tl_delivery_fail (self->delivery, name, failure, error);
}

static gboolean
read_pending (Source    *self,
              gboolean   is_only,
              GError   **error)
{
  g_autofree char *json = g_steal_pointer (&self->pending);

  return json == NULL || read_object (self, json, is_only ? NULL : "1", error);
}

/* An object was found. */
static gboolean
take_object (Source      *self,
             const char  *json,
             gsize        length,
             GError     **error)
{
  g_autofree char *text = self->scan.is_too_deep ? g_strdup ("")
                                                 : tl_charset_decode ((const guint8 *) json, length, NULL);
  g_autofree char *name = g_strdup_printf ("%u", ++self->n_objects);

  if (text == NULL)
    text = g_strdup ("");
  if (self->n_objects == 1)
    {
      self->pending = g_steal_pointer (&text);
      return TRUE;
    }
  return read_pending (self, FALSE, error) && read_object (self, text, name, error);
}

/* Whatever is in memory by now. */
static gboolean
read_bytes (Source      *self,
            const char  *json,
            gsize        length,
            GError     **error)
{
  while (tl_json_scan_next (&self->scan, json, length))
    if (!take_object (self, json + self->scan.start, self->scan.at - self->scan.start, error))
      return FALSE;
  return TRUE;
}

static gboolean
finish (Source  *self,
        GError **error)
{
  if (!read_pending (self, self->scan.depth == 0, error))
    return FALSE;
  if (self->scan.depth > 0)
    return fail_broken (error);
  if (self->n_objects > 0)
    return TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT, _("The data describe no article"));
  return FALSE;
}

static gssize
read_chunk (int         fd,
            GByteArray *bytes,
            GError    **error)
{
  guint length = bytes->len;
  gssize n;

  g_byte_array_set_size (bytes, length + CHUNK_SIZE);
  do
    n = read (fd, bytes->data + length, CHUNK_SIZE);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
  return n;
}

/* Forgets what was read, up to where an open object begins. */
static void
forget (Source     *self,
        GByteArray *bytes)
{
  gsize n = self->scan.depth > 0 ? self->scan.start : self->scan.at;

  g_byte_array_remove_range (bytes, 0, (guint) n);
  self->scan.at -= n;
  self->scan.start = 0;
}

static gboolean
read_file (Source  *self,
           GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  struct stat info = { 0 };
  goffset n_read = 0;
  gssize n;

  fstat (self->part->fd, &info);
  while ((n = read_chunk (self->part->fd, bytes, error)) > 0)
    {
      n_read += n;
      tl_delivery_tick (self->delivery);
      if (!tl_delivery_spend (self->delivery, (gsize) n, error) ||
          !read_bytes (self, (const char *) bytes->data, bytes->len, error))
        return FALSE;
      forget (self, bytes);
      if (!tl_document_check_size (bytes->len, TL_DOCUMENT_MAX_SIZE, error))
        return FALSE;
      if (info.st_size > 0)
        tl_delivery_set_progress (self->delivery, (double) n_read / (double) info.st_size);
    }
  return n == 0 && finish (self, error);
}

/* Text of two bytes for each character is converted before brackets are looked for. */
static gboolean
read_wide (Source  *self,
           GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;
  gssize n = 0;

  if (self->part->fd < 0)
    g_byte_array_append (bytes, self->part->data, (guint) self->part->length);
  else
    while ((n = read_chunk (self->part->fd, bytes, error)) > 0)
      if (!tl_document_check_size (bytes->len, TL_DOCUMENT_MAX_SIZE, error))
        return FALSE;
  if (n < 0)
    return FALSE;
  text = tl_charset_decode_labelled (bytes->data, bytes->len, self->part->charset, error);
  return text != NULL && read_bytes (self, text, strlen (text), error) && finish (self, error);
}

/**
 * tl_json_reader_read:
 * @part: data in JSON
 * @delivery: where the articles in it go
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: whether it could be read to its end, and says something of articles
 */
gboolean
tl_json_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_auto(Source) self = { .part = part, .delivery = delivery };

  if (part->fd >= 0 && !tl_charset_is_utf16 (part->data, part->length))
    return read_file (&self, error);
  return read_wide (&self, error);
}
