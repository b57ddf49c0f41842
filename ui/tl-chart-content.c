/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-content.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "tl-picture-choices.h"

#define PNG_TYPE  "image/png"
#define LIST_TYPE "text/uri-list"

/**
 * TlChartContent:
 *
 * A chart that is carried to another program: a picture for documents, a PNG file for file
 * managers and mail.  It is drawn when it is asked for, in a thread, and only once.
 */
struct _TlChartContent
{
  GdkContentProvider parent_instance;

  TlChart           *chart;     /* owned */
  TlChartPicture     picture;

  GMutex             lock;      /* of what follows */
  GBytes            *png;       /* owned, NULL until it is drawn */
  char              *list;      /* owned, the file's address; NULL until it is written */
};

G_DEFINE_FINAL_TYPE (TlChartContent, tl_chart_content, GDK_TYPE_CONTENT_PROVIDER)

/* ---- in a thread, with the lock ---- */

static gboolean
draw (TlChartContent  *self,
      GError         **error)
{
  if (self->png == NULL)
    self->png = tl_chart_export_to_bytes (self->chart, &self->picture, error);
  return self->png != NULL;
}

/* The file lies there until it is dropped, and until the next one takes its place. */
static gboolean
write_file (TlChartContent  *self,
            GError         **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "tradelines", "dragged", NULL);
  g_autofree char *name = tl_picture_choices_dup_file_name (self->chart, TL_CHART_FORMAT_PNG);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *uri = NULL;

  if (self->list != NULL)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents (path, g_bytes_get_data (self->png, NULL),
                            (gssize) g_bytes_get_size (self->png), error))
    return FALSE;
  uri = g_filename_to_uri (path, NULL, error);
  if (uri != NULL)
    self->list = g_strconcat (uri, "\r\n", NULL);
  return self->list != NULL;
}

/* ---- writing ---- */

typedef struct
{
  GOutputStream *stream;        /* owned */
  gboolean       as_file;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->stream);
  g_free (writing);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  TlChartContent *self = TL_CHART_CONTENT (source_object);
  Writing *writing = task_data;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  g_mutex_lock (&self->lock);
  if (draw (self, &error) && (!writing->as_file || write_file (self, &error)))
    bytes = writing->as_file ? g_bytes_new (self->list, strlen (self->list)) : g_bytes_ref (self->png);
  g_mutex_unlock (&self->lock);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source_object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The stream is the display's, whose thread this is. */
static void
drawn_cb (GObject      *source_object G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Writing *writing = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (writing->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   g_task_get_priority (task), g_task_get_cancellable (task), written_cb,
                                   g_object_ref (task));
}

static void
write_async (GdkContentProvider  *provider,
             const char          *mime_type,
             GOutputStream       *stream,
             int                  io_priority,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  g_autoptr(GTask) drawing = NULL;
  Writing *writing;

  g_task_set_priority (task, io_priority);
  if (!g_str_equal (mime_type, PNG_TYPE) && !g_str_equal (mime_type, LIST_TYPE))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", mime_type);
      g_object_unref (task);
      return;
    }
  writing = g_new (Writing, 1);
  *writing = (Writing) { g_object_ref (stream), g_str_equal (mime_type, LIST_TYPE) };
  drawing = g_task_new (provider, cancellable, drawn_cb, task);
  g_task_set_task_data (drawing, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (drawing, write_thread);
}

static gboolean
write_finish (GdkContentProvider  *provider,
              GAsyncResult        *result,
              GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
ref_formats (GdkContentProvider *provider G_GNUC_UNUSED)
{
  const char *types[] = { PNG_TYPE, LIST_TYPE };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

/* ---- the type ---- */

static void
tl_chart_content_finalize (GObject *object)
{
  TlChartContent *self = TL_CHART_CONTENT (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_clear_pointer (&self->list, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (tl_chart_content_parent_class)->finalize (object);
}

static void
tl_chart_content_class_init (TlChartContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_chart_content_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->write_mime_type_async = write_async;
  provider_class->write_mime_type_finish = write_finish;
}

static void
tl_chart_content_init (TlChartContent *self)
{
  g_mutex_init (&self->lock);
}

/**
 * tl_chart_content_new:
 * @chart: a chart
 * @picture: how it is drawn, a PNG
 *
 * Returns: (transfer full): the chart for another program
 */
GdkContentProvider *
tl_chart_content_new (TlChart              *chart,
                      const TlChartPicture *picture)
{
  TlChartContent *self;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (picture != NULL && picture->format == TL_CHART_FORMAT_PNG, NULL);

  self = g_object_new (TL_TYPE_CHART_CONTENT, NULL);
  self->chart = g_object_ref (chart);
  self->picture = *picture;
  return GDK_CONTENT_PROVIDER (self);
}
