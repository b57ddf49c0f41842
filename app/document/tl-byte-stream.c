/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-byte-stream.h"

#include "tl-packed.h"

#include <archive_entry.h>
#include <string.h>

struct _TlByteStream
{
  TlPacked   *packed;           /* owned */
  GByteArray *bytes;            /* owned: what was unpacked */
  gsize       start;            /* what of it was taken */
  gboolean    is_at_end;
};

/**
 * tl_byte_stream_new:
 * @part: what is read; it has to last as long as the stream
 * @delivery: that is told how far it is, and whether to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): the bytes of @part
 */
TlByteStream *
tl_byte_stream_new (const TlPart  *part,
                    TlDelivery    *delivery,
                    GError       **error)
{
  g_autoptr(TlByteStream) self = g_new0 (TlByteStream, 1);
  struct archive_entry *entry;

  self->bytes = g_byte_array_new ();
  self->packed = tl_packed_new (part, delivery, TL_PACKED_BYTES, error);
  if (self->packed == NULL || !tl_packed_next (self->packed, &entry, error))
    return NULL;
  self->is_at_end = entry == NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_byte_stream_free:
 * @self: (transfer full): a stream
 */
void
tl_byte_stream_free (TlByteStream *self)
{
  g_clear_pointer (&self->packed, tl_packed_free);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * tl_byte_stream_fill:
 * @self: a stream
 * @wanted: how many bytes there should be
 * @data: (out): the next bytes, until the next call
 * @length: (out): how many: more than wanted, or less at the end
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: %FALSE when it can't be read; what was read before was told
 */
gboolean
tl_byte_stream_fill (TlByteStream  *self,
                     gsize          wanted,
                     const guint8 **data,
                     gsize         *length,
                     GError       **error)
{
  if (self->start > 0 && self->bytes->len - self->start < wanted)
    {
      g_byte_array_remove_range (self->bytes, 0, (guint) self->start);
      self->start = 0;
    }
  while (!self->is_at_end && self->bytes->len - self->start < wanted)
    {
      const guint8 *block;
      gsize n;

      if (!tl_packed_read (self->packed, &block, &n, NULL, error))
        return FALSE;
      g_byte_array_append (self->bytes, block, (guint) n);
      self->is_at_end = n == 0;
    }
  *data = self->bytes->data + self->start;
  *length = self->bytes->len - self->start;
  return TRUE;
}

/**
 * tl_byte_stream_take:
 * @self: a stream
 * @length: how many of the bytes that are there are done with
 */
void
tl_byte_stream_take (TlByteStream *self,
                     gsize         length)
{
  g_return_if_fail (length <= self->bytes->len - self->start);

  self->start += length;
}

/**
 * tl_byte_stream_skip:
 * @self: a stream
 * @length: how many bytes are not wanted
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: %FALSE when it can't be read; that it ends before is none of this
 */
gboolean
tl_byte_stream_skip (TlByteStream  *self,
                     guint64        length,
                     GError       **error)
{
  while (length > 0)
    {
      const guint8 *data;
      gsize n;

      if (!tl_byte_stream_fill (self, 1, &data, &n, error))
        return FALSE;
      if (n == 0)
        return TRUE;
      n = MIN (n, length);
      tl_byte_stream_take (self, n);
      length -= n;
    }
  return TRUE;
}
