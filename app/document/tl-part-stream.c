/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-part-stream.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

struct _TlPartStream
{
  GInputStream  parent_instance;

  const guint8 *data;           /* what is there of it */
  gsize         length;
  TlPacked     *packed;         /* where more comes from, or NULL */
  int           fd;             /* where more comes from, or -1 */
  guint64       n_left;         /* how much more may come */
};

G_DEFINE_FINAL_TYPE (TlPartStream, tl_part_stream, G_TYPE_INPUT_STREAM)

/* What unpacks to more than anybody publishes was made to fill a disk or a day. */
static gboolean
spend (TlPartStream  *self,
       gsize          n,
       GError       **error)
{
  if (n <= self->n_left)
    {
      self->n_left -= n;
      return TRUE;
    }
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                       _("It is larger than any table that is read"));
  return FALSE;
}

static gssize
read_file (TlPartStream  *self,
           void          *buffer,
           gsize          count,
           GError       **error)
{
  gssize n;

  do
    n = read (self->fd, buffer, count);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return -1;
    }
  return spend (self, (gsize) n, error) ? n : -1;
}

static gssize
tl_part_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  TlPartStream *self = TL_PART_STREAM (stream);
  gsize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->fd >= 0)
    return read_file (self, buffer, count, error);
  if (self->length == 0 && self->packed != NULL)
    {
      if (!tl_packed_read (self->packed, &self->data, &self->length, NULL, error))
        return -1;
      /* Behind the end libarchive is not to be asked again. */
      if (self->length == 0)
        self->packed = NULL;
    }
  n = MIN (count, self->length);
  if (n > 0)
    memcpy (buffer, self->data, n);
  self->data += n;
  self->length -= n;
  return spend (self, n, error) ? (gssize) n : -1;
}

static void
tl_part_stream_class_init (TlPartStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = tl_part_stream_read;
}

static void
tl_part_stream_init (TlPartStream *self)
{
  self->fd = -1;
}

/**
 * tl_part_stream_new:
 * @part: a part, in memory or as an open file at its beginning
 * @max_size: the most bytes that it may have
 *
 * Returns: (transfer full): its bytes
 */
GInputStream *
tl_part_stream_new (const TlPart *part,
                    guint64       max_size)
{
  TlPartStream *self = g_object_new (TL_TYPE_PART_STREAM, NULL);

  self->fd = part->fd;
  self->n_left = max_size;
  self->data = part->data;
  self->length = part->fd < 0 ? part->length : 0;
  return G_INPUT_STREAM (self);
}

/**
 * tl_part_stream_new_for_packed:
 * @data: its first bytes, which were unpacked
 * @length: how many
 * @packed: where the others come from
 * @max_size: the most bytes that it may have
 *
 * Returns: (transfer full): the bytes of an entry of a packed part
 */
GInputStream *
tl_part_stream_new_for_packed (const guint8 *data,
                               gsize         length,
                               TlPacked     *packed,
                               guint64       max_size)
{
  TlPartStream *self = g_object_new (TL_TYPE_PART_STREAM, NULL);

  self->data = data;
  self->length = length;
  self->packed = packed;
  self->n_left = max_size;
  return G_INPUT_STREAM (self);
}
