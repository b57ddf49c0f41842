/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-png-writer.h"

static cairo_surface_t *
draw (TlChartScene          *scene,
      const TlChartPicture  *picture,
      GError               **error)
{
  double scale = picture->scale;
  double width = ceil (tl_chart_scene_get_width (scene) * scale - 1e-6);
  double height = ceil (tl_chart_scene_get_height (scene) * scale - 1e-6);
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  if (picture->style == TL_CHART_STYLE_LIGHT)
    {
      /* Where the scale leaves a part of a pixel at the edge. */
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  tl_chart_paint (scene, cr, picture->style, -1, -1);
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

static void
append_sources (TlSeries   *series,
                GHashTable *seen,
                GString    *sources)
{
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
}

/* The articles behind the marks, one a line. */
static char *
dup_sources (TlChart *chart)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GString) sources = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    append_sources (tl_chart_get_nth_series (chart, i), seen, sources);
  return g_string_free (g_steal_pointer (&sources), FALSE);
}

/* The chart as a PNG file.  It carries its title, description and sources as texts too, those
 * that describe it to who does not see it, and the figures. */
GBytes *
tl_chart_make_png (TlChartScene          *scene,
                   const TlChartPicture  *picture,
                   GError               **error)
{
  cairo_surface_t *surface = draw (scene, picture, error);
  TlChart *chart = tl_chart_scene_get_chart (scene);
  g_autofree char *sources = NULL, *xmp = NULL, *figures = NULL;
  GBytes *png;

  if (surface == NULL)
    return NULL;

  sources = dup_sources (chart);
  xmp = tl_chart_dup_xmp (scene, sources);
  figures = tl_chart_dup_figures (chart, picture);
  png = tl_png_write (surface, picture->scale,
                      (const TlPngText[]) {
                        { "Title", tl_chart_scene_get_title (scene), FALSE },
                        { "Description", tl_chart_scene_get_description (scene), FALSE },
                        { "Software", "Tradelines", FALSE },
                        { TL_PNG_KEYWORD_XMP, xmp, FALSE },
                        { TL_PNG_KEYWORD_FIGURES, figures, TRUE },
                        { "Source", sources, FALSE },
                      },
                      *sources != '\0' ? 6 : 5);
  cairo_surface_destroy (surface);
  if (png == NULL)
    g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_FAILED,
                         _("There is not enough memory for the picture"));
  return png;
}
