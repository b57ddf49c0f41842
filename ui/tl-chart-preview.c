/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small picture of the picture that would be made of a chart, drawn in a thread. */

#include "tl-chart-preview.h"

#include <math.h>

/* As wide, in pixels, as a preview is at most shown on a sharp screen. */
#define MAX_WIDTH 800.0

typedef struct
{
  TlChart        *chart;        /* owned */
  TlChartPicture  picture;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->chart);
  g_free (wish);
}

static GdkTexture *
draw (TlChartScene *scene,
      TlChartStyle  style)
{
  double scale = MIN (MAX_WIDTH / tl_chart_scene_get_width (scene), 2.0);
  int width = (int) MAX (floor (tl_chart_scene_get_width (scene) * scale), 1.0);
  int height = (int) MAX (floor (tl_chart_scene_get_height (scene) * scale), 1.0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  tl_chart_paint (scene, cr, style, -1, -1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
preview_thread (GTask        *task,
                gpointer      source_object G_GNUC_UNUSED,
                gpointer      task_data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  const Wish *wish = task_data;
  const TlChartPicture *picture = &wish->picture;
  g_autoptr(TlChartScene) scene = NULL;
  g_autoptr(TlChartPreview) self = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  scene = tl_chart_scene_new_for_chart (wish->chart, picture->width, picture->height, TRUE);
  if (!tl_chart_check_size (tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene),
                            picture, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  self = g_new0 (TlChartPreview, 1);
  self->width = tl_chart_scene_get_width (scene);
  self->height = tl_chart_scene_get_height (scene);
  self->title = g_strdup (tl_chart_scene_get_title (scene));
  self->texture = draw (scene, picture->style);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) tl_chart_preview_free);
}

/**
 * tl_chart_preview_async:
 * @chart: a chart
 * @picture: what picture is wanted
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is drawn
 * @user_data: for @callback
 *
 * Draws how a picture of a chart will look.
 */
void
tl_chart_preview_async (TlChart              *chart,
                        const TlChartPicture *picture,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (TL_IS_CHART (chart));
  g_return_if_fail (picture != NULL);

  wish = g_new (Wish, 1);
  *wish = (Wish) { g_object_ref (chart), *picture };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, preview_thread);
}

/**
 * tl_chart_preview_finish:
 * @result: the result
 * @error: return location for an error: %TL_CHART_ERROR_SIZE where the picture cannot be made
 *
 * Returns: (transfer full): how the picture will look
 */
TlChartPreview *
tl_chart_preview_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_chart_preview_free:
 * @self: (transfer full): a preview
 *
 * Frees it.
 */
void
tl_chart_preview_free (TlChartPreview *self)
{
  g_clear_object (&self->texture);
  g_free (self->title);
  g_free (self);
}
