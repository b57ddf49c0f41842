/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-http-body.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)

/* "1a3f; name=value": 0 where it is none, which is also the last chunk's. */
static gsize
read_chunk_size (const guint8 *data,
                 gsize         length,
                 gsize        *n_header)
{
  const guint8 *newline = memchr (data, '\n', length);
  gsize size = 0;

  *n_header = 0;
  if (newline == NULL)
    return 0;
  *n_header = (gsize) (newline - data) + 1;
  for (gsize i = 0; i < *n_header && g_ascii_isxdigit ((char) data[i]); i++)
    {
      if (size > G_MAXSIZE / 32)
        return 0;
      size = size * 16 + (gsize) g_ascii_xdigit_value ((char) data[i]);
    }
  return size;
}

/* What a server sent in chunks; most archives store it put together, but still say so. */
static GByteArray *
join_chunks (const guint8 *data,
             gsize         length)
{
  g_autoptr(GByteArray) joined = g_byte_array_new ();
  gsize n_header;

  for (gsize size; (size = read_chunk_size (data, length, &n_header)) > 0;)
    {
      if (size > length - n_header)
        {
          if (joined->len == 0)
            return NULL;
          size = length - n_header;
        }
      g_byte_array_append (joined, data + n_header, (guint) size);
      data += n_header + size;
      length -= n_header + size;
      if (length > 0 && *data == '\r')
        data++, length--;
      if (length > 0 && *data == '\n')
        data++, length--;
    }
  return joined->len > 0 ? g_steal_pointer (&joined) : NULL;
}

/* What came before an error is kept: a page that is cut off is still one. */
static GByteArray *
inflate (GConverter    *converter,
         const guint8  *data,
         gsize          length,
         TlDelivery    *delivery,
         GError       **error)
{
  g_autoptr(GByteArray) inflated = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0, n_written = 0;
      g_autoptr(GError) failure = NULL;

      result = g_converter_convert (converter, data, length, block, BLOCK_SIZE, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, &failure);
      if (result == G_CONVERTER_ERROR && inflated->len == 0)
        {
          g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                               _("What the server sent is damaged"));
          return NULL;
        }
      if (result == G_CONVERTER_ERROR)
        break;
      data += n_read;
      length -= n_read;
      g_byte_array_append (inflated, block, (guint) n_written);
      if (!tl_delivery_spend (delivery, n_written, error) ||
          !tl_document_check_size (inflated->len, TL_DOCUMENT_MAX_SIZE, error))
        return NULL;
    }
  return g_steal_pointer (&inflated);
}

/* Which packing it really is: what is labelled so may have been unpacked when it was stored. */
static GConverter *
find_converter (const char   *coding,
                const guint8 *data,
                gsize         length)
{
  if (length > 2 && data[0] == 0x1f && data[1] == 0x8b)
    return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  if (g_ascii_strcasecmp (coding, "deflate") != 0 || length < 2)
    return NULL;
  if ((data[0] & 0x0f) == 8 && (data[0] * 256 + data[1]) % 31 == 0)
    return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  return G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
}

/**
 * tl_http_body_decode:
 * @headers: what a web server said of its answer
 * @data: the answer as it came over the wire
 * @length: how long it is
 * @delivery: that bounds what is unpacked
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the answer without the coding for the wire
 */
GByteArray *
tl_http_body_decode (TlHeaderBlock *headers,
                     const guint8  *data,
                     gsize          length,
                     TlDelivery    *delivery,
                     GError       **error)
{
  const char *transfer = tl_header_block_get (headers, "transfer-encoding");
  const char *coding = tl_header_block_get (headers, "content-encoding");
  g_autoptr(GByteArray) joined = NULL;
  g_autoptr(GConverter) converter = NULL;

  if (transfer != NULL && g_ascii_strcasecmp (transfer, "chunked") == 0)
    joined = join_chunks (data, length);
  if (joined != NULL)
    {
      data = joined->data;
      length = joined->len;
    }
  if (coding != NULL)
    converter = find_converter (coding, data, length);
  if (converter != NULL)
    return inflate (converter, data, length, delivery, error);
  if (joined == NULL)
    {
      joined = g_byte_array_new ();
      g_byte_array_append (joined, data, (guint) length);
    }
  return g_steal_pointer (&joined);
}
