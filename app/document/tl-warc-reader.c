/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * WARC, the format of web archives: records one behind the other, each a header and so many
 * bytes.  Pages stand in "response" records as a server sent them, in "resource" records
 * alone, and in "conversion" records as text.
 */

#define _GNU_SOURCE             /* memmem () */

#include "tl-warc-reader.h"

#include "tl-byte-stream.h"
#include "tl-header-block.h"
#include "tl-http-body.h"
#include "tl-page-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No header of a record, and none of a server, is longer. */
#define MAX_HEADER (64 * 1024)

/* So much of an address is enough for a name. */
#define MAX_NAME 1000

static const char mark[] = "WARC/";

/* A page in a record. */
typedef struct
{
  TlHeaderBlock *headers;       /* that tell what it is */
  const guint8  *data;
  gsize          length;
  const char    *address;
} Page;

/* What a page calls for by script, and what it is made of. */
static gboolean
is_wanted (const char *address,
           const char *type)
{
  static const char *const schemes[] = { "http://", "https://", "ftp://", "file:" };

  if (address == NULL || !g_utf8_validate (address, -1, NULL) || tl_page_is_material (NULL, type) ||
      g_strcmp0 (type, "application/json") == 0 || g_strcmp0 (type, "application/octet-stream") == 0)
    return FALSE;
  if (type == NULL || *type == '\0')
    {
      g_autofree char *path = g_strndup (address, strcspn (address, "?#"));

      if (tl_page_is_material (path, NULL))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_has_prefix (address, schemes[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_page (const Page    *page,
           TlDelivery    *delivery,
           GError       **error)
{
  g_auto(TlDocumentFields) facts = { NULL };
  g_autofree char *type = tl_header_block_dup_type (page->headers, "content-type");
  g_autofree char *charset = tl_header_block_dup_charset (page->headers, "content-type");
  g_autofree char *name = NULL;
  g_autoptr(GByteArray) body = NULL;
  g_autoptr(GError) failure = NULL;
  TlPart inner = { .fd = -1, .media_type = type, .charset = charset, .facts = &facts };

  if (!is_wanted (page->address, type) || page->length == 0)
    return TRUE;
  inner.name = name = g_utf8_substring (page->address, 0, MIN (g_utf8_strlen (page->address, -1), MAX_NAME));
  body = tl_http_body_decode (page->headers, page->data, page->length, delivery, &failure);
  if (body == NULL)
    {
      if (tl_delivery_spend (delivery, 0, NULL))
        return tl_delivery_fail (delivery, name, failure, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  tl_document_fields_set (&facts, TL_FACT_URL, page->address, TL_PROVENANCE_HEADER);
  inner.data = body->data;
  inner.length = body->len;
  return tl_delivery_read (delivery, &inner, error);
}

/* What a server answered: only what it was asked for is a page, no error and no "it is elsewhere". */
static gboolean
read_response (const Page  *page,
               TlDelivery  *delivery,
               GError     **error)
{
  const guint8 *newline = memchr (page->data, '\n', MIN (page->length, MAX_HEADER));
  g_autoptr(TlHeaderBlock) headers = NULL;
  const guint8 *space;
  gsize start, end;
  Page inner = *page;

  if (newline == NULL || page->length < 12 || memcmp (page->data, "HTTP/", 5) != 0)
    return TRUE;
  space = memchr (page->data, ' ', (gsize) (newline - page->data));
  if (space == NULL || space[1] != '2')
    return TRUE;
  start = (gsize) (newline - page->data) + 1;
  headers = tl_header_block_new (page->data + start, MIN (page->length - start, MAX_HEADER), &end);
  if (headers == NULL)
    return TRUE;
  inner.headers = headers;
  inner.data += start + end;
  inner.length -= start + end;
  return read_page (&inner, delivery, error);
}

static gboolean
read_content (TlHeaderBlock *record,
              const guint8  *data,
              gsize          length,
              TlDelivery    *delivery,
              GError       **error)
{
  const char *kind = tl_header_block_get (record, "warc-type");
  g_autofree char *address = g_strdup (tl_header_block_get (record, "warc-target-uri"));
  Page page = { record, data, length, address };

  /* The first version had the address in angle brackets. */
  if (address != NULL && *address == '<' && g_str_has_suffix (address, ">"))
    {
      address[strlen (address) - 1] = '\0';
      page.address = address + 1;
    }
  if (g_strcmp0 (kind, "response") == 0)
    return read_response (&page, delivery, error);
  return read_page (&page, delivery, error);
}

static gboolean
is_kind_wanted (TlHeaderBlock *record)
{
  const char *kind = tl_header_block_get (record, "warc-type");

  return g_strcmp0 (kind, "response") == 0 || g_strcmp0 (kind, "resource") == 0 ||
         g_strcmp0 (kind, "conversion") == 0;
}

static gboolean
fail_too_large (TlHeaderBlock *record,
                guint64        size,
                TlDelivery    *delivery,
                GError       **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *name = g_strdup (tl_header_block_get (record, "warc-target-uri"));

  tl_document_check_size (size, TL_DOCUMENT_MAX_SIZE, &failure);
  return name == NULL || !g_utf8_validate (name, -1, NULL) || tl_page_is_material (name, NULL) ||
         tl_delivery_fail (delivery, name, failure, error);
}

/* Goes to the next record, wherever the last one said that it ends; FALSE at the end. */
static gboolean
find_record (TlByteStream  *stream,
             const guint8 **data,
             gsize         *length,
             GError       **error)
{
  do
    {
      const guint8 *found;
      gsize n;

      if (!tl_byte_stream_fill (stream, MAX_HEADER, data, length, error) || *length < sizeof mark)
        return FALSE;
      for (n = 0; n < *length && strchr ("\r\n", (*data)[n]) != NULL && (*data)[n] != '\0'; n++)
        ;
      if (n + sizeof mark <= *length && memcmp (*data + n, mark, sizeof mark - 1) == 0)
        {
          tl_byte_stream_take (stream, n);
          return tl_byte_stream_fill (stream, MAX_HEADER, data, length, error);
        }
      found = memmem (*data, *length, "\nWARC/", 6);
      /* Less than was wanted is all that is left. */
      if (found == NULL && *length < MAX_HEADER)
        return FALSE;
      tl_byte_stream_take (stream, found != NULL ? (gsize) (found - *data) + 1 : *length - sizeof mark);
    }
  while (TRUE);
}

static gboolean
read_record (TlByteStream  *stream,
             const guint8  *data,
             gsize          length,
             TlDelivery    *delivery,
             GError       **error)
{
  const guint8 *newline = memchr (data, '\n', length);
  gsize start = newline != NULL ? (gsize) (newline - data) + 1 : length;
  gsize end = 0;
  g_autoptr(TlHeaderBlock) record = tl_header_block_new (data + start, length - start, &end);
  const char *number = record != NULL ? tl_header_block_get (record, "content-length") : NULL;
  guint64 size = 0;

  /* Without a header that makes sense the next record is looked for. */
  tl_byte_stream_take (stream, record != NULL ? start + end : MIN (start, length));
  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT64, &size, NULL))
    return TRUE;
  if (!is_kind_wanted (record))
    return tl_byte_stream_skip (stream, size, error);
  if (size > TL_DOCUMENT_MAX_SIZE)
    return fail_too_large (record, size, delivery, error) && tl_byte_stream_skip (stream, size, error);

  if (!tl_byte_stream_fill (stream, size, &data, &length, error))
    return FALSE;
  length = MIN (length, size);
  if (!read_content (record, data, length, delivery, error))
    return FALSE;
  tl_byte_stream_take (stream, length);
  return TRUE;
}

/**
 * tl_warc_reader_read:
 * @part: a web archive, packed or not
 * @delivery: where its pages go
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * The reader of web archives.  Pages carry the address that they were fetched from; what
 * servers sent besides pages is passed over without a word.
 *
 * Returns: whether it was read to its end
 */
gboolean
tl_warc_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_autoptr(TlByteStream) stream = tl_byte_stream_new (part, delivery, error);
  g_autoptr(GError) failure = NULL;
  const guint8 *data;
  gsize length;

  if (stream == NULL)
    return FALSE;
  while (find_record (stream, &data, &length, &failure))
    {
      if (!read_record (stream, data, length, delivery, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
