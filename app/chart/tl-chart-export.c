/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-png-writer.h"

/* Of a picture's side, which is Cairo's limit, and of all its pixels: 400 MB of memory. */
#define MAX_SIDE   32767.0
#define MAX_PIXELS 1e8

G_DEFINE_QUARK (tl-chart-error-quark, tl_chart_error)

static cairo_surface_t *
draw (TlChartScene  *scene,
      double         scale,
      GError       **error)
{
  double width = ceil (tl_chart_scene_get_width (scene) * scale - 1e-6);
  double height = ceil (tl_chart_scene_get_height (scene) * scale - 1e-6);
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);             /* where the scale leaves a part of a pixel at the edge */
  cairo_scale (cr, scale, scale);
  tl_chart_paint (scene, cr, TL_CHART_STYLE_LIGHT, -1, -1);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return surface;

  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_FAILED,
               /* Translators: %s is Cairo's reason */
               _("The chart could not be drawn: %s"), cairo_status_to_string (status));
  cairo_surface_destroy (surface);
  return NULL;
}

/* The articles behind the marks, one a line. */
static char *
dup_sources (TlSeries *series)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GString) sources = g_string_new (NULL);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      GPtrArray *reports = tl_series_get_point (series, i)->reports;

      for (guint j = 0; j < reports->len; j++)
        {
          gint64 id = tl_report_get_article_id (reports->pdata[j]);
          g_autofree char *citation = NULL;

          if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
            continue;
          citation = tl_report_dup_citation (reports->pdata[j]);
          if (sources->len > 0)
            g_string_append_c (sources, '\n');
          g_string_append (sources, citation);
        }
    }
  return g_string_free (g_steal_pointer (&sources), FALSE);
}

static gboolean
check_size (double   width,
            double   height,
            double   scale,
            GError **error)
{
  if (width >= 1 && height >= 1 && scale > 0 &&
      width * scale <= MAX_SIDE && height * scale <= MAX_SIDE &&
      width * scale * height * scale <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_SIZE,
               _("A picture of %g × %g at scale %g is not possible"), width, height, scale);
  return FALSE;
}

/**
 * tl_chart_export_to_png:
 * @series: a series
 * @width: the chart's width in its units, which are pixels at scale 1; small ones are
 *   raised to what tl_chart_scene_new() needs
 * @height: the chart's height; the picture becomes higher where its sources need that
 * @scale: pixels a unit
 * @error: return location for an error of %TL_CHART_ERROR
 *
 * Draws a chart in the light style with its sources.  The picture carries its title,
 * description and sources as texts too.
 *
 * Returns: (transfer full): a PNG file, the same for the same input
 */
GBytes *
tl_chart_export_to_png (TlSeries  *series,
                        double     width,
                        double     height,
                        double     scale,
                        GError   **error)
{
  g_autoptr(TlChartScene) scene = NULL;
  g_autofree char *sources = NULL;
  cairo_surface_t *surface;
  GBytes *png;

  g_return_val_if_fail (TL_IS_SERIES (series), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_size (width, height, scale, error))
    return NULL;
  scene = tl_chart_scene_new (series, width, height, TRUE);
  if (!check_size (tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene),
                   scale, error))
    return NULL;
  surface = draw (scene, scale, error);
  if (surface == NULL)
    return NULL;

  sources = dup_sources (series);
  png = tl_png_write (surface, scale,
                      (const TlPngText[]) {
                        { "Title", tl_chart_scene_get_title (scene) },
                        { "Description", tl_chart_scene_get_description (scene) },
                        { "Software", "Tradelines" },
                        { "Source", sources },
                      },
                      *sources != '\0' ? 4 : 3);
  cairo_surface_destroy (surface);
  if (png == NULL)
    g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_FAILED,
                         _("There is not enough memory for the picture"));
  return png;
}

/**
 * tl_chart_export_png:
 * @series: a series
 * @width: see tl_chart_export_to_png()
 * @height: see tl_chart_export_to_png()
 * @scale: see tl_chart_export_to_png()
 * @file: where to; a file that is there is replaced, as a whole or not at all
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TL_CHART_ERROR or %G_IO_ERROR
 *
 * Draws a chart and writes it into a file.  Takes longer than a frame.
 *
 * Returns: whether it was written
 */
gboolean
tl_chart_export_png (TlSeries      *series,
                     double         width,
                     double         height,
                     double         scale,
                     GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GBytes) png = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  png = tl_chart_export_to_png (series, width, height, scale, error);
  if (png == NULL)
    return FALSE;
  data = g_bytes_get_data (png, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                  NULL, cancellable, error);
}
