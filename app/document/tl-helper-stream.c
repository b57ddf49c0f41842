/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-helper-stream.h"

#include "tl-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TlHelperStream
{
  GInputStream        parent_instance;

  TlHelperStreamFunc  func;
  gpointer            user_data;
  const guint8       *data;     /* what came last and was not read yet */
  gsize               length;
  guint64             n_left;   /* how much more may come */
  gboolean            is_at_end;
};

G_DEFINE_FINAL_TYPE (TlHelperStream, tl_helper_stream, G_TYPE_INPUT_STREAM)

static gboolean
fill (TlHelperStream  *self,
      GError         **error)
{
  if (self->length > 0 || self->is_at_end)
    return TRUE;
  if (!self->func (&self->data, &self->length, self->user_data, error))
    {
      self->is_at_end = TRUE;
      return FALSE;
    }
  self->is_at_end = self->length == 0;
  if (self->length <= self->n_left)
    {
      self->n_left -= self->length;
      return TRUE;
    }
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                       _("It is larger than any table that is read"));
  return FALSE;
}

static gssize
tl_helper_stream_read (GInputStream  *stream,
                       void          *buffer,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TlHelperStream *self = TL_HELPER_STREAM (stream);
  gsize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !fill (self, error))
    return -1;
  n = MIN (count, self->length);
  if (n > 0)
    memcpy (buffer, self->data, n);
  self->data += n;
  self->length -= n;
  return (gssize) n;
}

static void
tl_helper_stream_class_init (TlHelperStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = tl_helper_stream_read;
}

static void
tl_helper_stream_init (TlHelperStream *self G_GNUC_UNUSED)
{
}

/**
 * tl_helper_stream_new:
 * @func: gets the next bytes
 * @user_data: for @func
 * @max_size: the most bytes that there may be
 *
 * Returns: (transfer full): a stream of them
 */
TlHelperStream *
tl_helper_stream_new (TlHelperStreamFunc func,
                      gpointer           user_data,
                      guint64            max_size)
{
  TlHelperStream *self = g_object_new (TL_TYPE_HELPER_STREAM, NULL);

  self->func = func;
  self->user_data = user_data;
  self->n_left = max_size;
  return self;
}

/**
 * tl_helper_stream_drain:
 * @self: a stream that nobody reads any more
 *
 * Passes over what is left of it, so that what comes behind it can be heard.
 *
 * Returns: whether its end came
 */
gboolean
tl_helper_stream_drain (TlHelperStream *self)
{
  do
    self->length = 0;
  while (!self->is_at_end && fill (self, NULL));
  return self->is_at_end;
}
