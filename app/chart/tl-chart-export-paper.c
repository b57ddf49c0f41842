/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats whose texts stay texts: SVG and PDF. */

#include "tl-chart-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* A unit of the chart is a pixel of a screen of 96 dpi; PDF counts points. */
#define POINTS_PER_UNIT (72.0 / 96)

/* A PDF has to be dated, and by the clock no two would be the same. */
#define NO_DATE "2000-01-01"

static void
append_element (GString    *svg,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (svg, "<%s>%s</%s>\n", name, escaped, name);
}

/* The chart as an SVG file. */
GBytes *
tl_chart_make_svg (TlChartScene         *scene,
                   const TlChartPicture *picture)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  int width = (int) ceil (tl_chart_scene_get_width (scene) - 1e-6);
  int height = (int) ceil (tl_chart_scene_get_height (scene) - 1e-6);

  g_string_append_printf (svg, " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
                          width, height, width, height);
  append_element (svg, "title", tl_chart_scene_get_title (scene));
  append_element (svg, "desc", tl_chart_scene_get_description (scene));
  tl_chart_paint_svg (scene, picture->style, svg);
  g_string_append (svg, "</svg>\n");
  return g_string_free_to_bytes (svg);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* When the newest of the articles was published, of one report of each: nothing in the chart is
 * younger. */
char *
tl_chart_dup_newest_date (GPtrArray *reports)
{
  TlDate newest = TL_DATE_NONE;

  for (guint i = 0; i < reports->len; i++)
    {
      TlDate published = tl_report_get_published (reports->pdata[i]);

      if (tl_date_is_valid (published) &&
          (!tl_date_is_valid (newest) || tl_date_compare (newest, published) < 0))
        newest = published;
    }
  if (!tl_date_is_valid (newest))
    return g_strdup (NO_DATE);
  return g_strdup_printf ("%04d-%02d-%02d", newest.year, MAX (newest.month, 1),
                          MAX (newest.day, 1));
}

static void
describe (cairo_surface_t *surface,
          TlChartScene    *scene)
{
  g_autofree char *date = tl_chart_dup_newest_date (tl_chart_scene_get_sources (scene));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tl_chart_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  tl_chart_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tradelines");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* The chart as a PDF file of one page, which is as large as the chart. */
GBytes *
tl_chart_make_pdf (TlChartScene          *scene,
                   const TlChartPicture  *picture,
                   GError               **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                         tl_chart_scene_get_width (scene) * POINTS_PER_UNIT,
                                         tl_chart_scene_get_height (scene) * POINTS_PER_UNIT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (surface, scene);
  cairo_scale (cr, POINTS_PER_UNIT, POINTS_PER_UNIT);
  tl_chart_paint (scene, cr, picture->style, -1, -1);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_FAILED,
               _("The chart could not be drawn: %s"), cairo_status_to_string (status));
  return NULL;
}
