/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a file: the scene is the same in all formats. */

#include "tl-chart-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-export-private.h"

/* Of a picture's side, which is Cairo's limit, and of all its pixels: 400 MB of memory. */
#define MAX_SIDE   32767.0
#define MAX_PIXELS 1e8

static const char *const format_names[] = {
  [TL_CHART_FORMAT_PNG] = "png",
  [TL_CHART_FORMAT_SVG] = "svg",
  [TL_CHART_FORMAT_PDF] = "pdf",
  [TL_CHART_FORMAT_CSV] = "csv",
  [TL_CHART_FORMAT_JSON] = "json",
};

G_DEFINE_QUARK (tl-chart-error-quark, tl_chart_error)

/**
 * tl_chart_format_to_string:
 * @format: a format
 *
 * Returns: (transfer none): its name, which its files end in: "png"
 */
const char *
tl_chart_format_to_string (TlChartFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (format_names), NULL);

  return format_names[format];
}

/**
 * tl_chart_format_from_string:
 * @string: (nullable): a name, "png", in whatever case
 * @format: (out): its format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_chart_format_from_string (const char    *string,
                             TlChartFormat *format)
{
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; string != NULL && i < G_N_ELEMENTS (format_names); i++)
    if (g_ascii_strcasecmp (string, format_names[i]) == 0)
      {
        *format = (TlChartFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_chart_check_size:
 * @width: how wide the chart is
 * @height: how high, with its sources
 * @picture: what picture is wanted
 * @error: return location for %TL_CHART_ERROR_SIZE
 *
 * Returns: whether there can be such a picture of a chart of this size
 */
gboolean
tl_chart_check_size (double                 width,
                     double                 height,
                     const TlChartPicture  *picture,
                     GError               **error)
{
  double scale = picture->format == TL_CHART_FORMAT_PNG ? picture->scale : 1;

  if (width >= 1 && height >= 1 && scale > 0 &&
      width * scale <= MAX_SIDE && height * scale <= MAX_SIDE &&
      width * scale * height * scale <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_SIZE,
               _("A picture of %g × %g at scale %g is not possible"), width, height, scale);
  return FALSE;
}

/**
 * tl_chart_export_to_bytes:
 * @chart: a chart
 * @picture: what picture is wanted
 * @error: return location for an error of %TL_CHART_ERROR
 *
 * Draws a chart with its sources, or writes down its rows.
 *
 * Returns: (transfer full): a file, the same for the same input
 */
GBytes *
tl_chart_export_to_bytes (TlChart               *chart,
                          const TlChartPicture  *picture,
                          GError               **error)
{
  g_autoptr(TlChartScene) scene = NULL;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (picture->format == TL_CHART_FORMAT_CSV)
    return tl_chart_make_csv (chart);
  if (picture->format == TL_CHART_FORMAT_JSON)
    return tl_chart_make_json (chart);
  if (!tl_chart_check_size (picture->width, picture->height, picture, error))
    return NULL;
  scene = tl_chart_scene_new_for_chart (chart, picture->width, picture->height, TRUE);
  if (!tl_chart_check_size (tl_chart_scene_get_width (scene), tl_chart_scene_get_height (scene),
                            picture, error))
    return NULL;
  switch (picture->format)
    {
    case TL_CHART_FORMAT_SVG:
      return tl_chart_make_svg (scene, picture);
    case TL_CHART_FORMAT_PDF:
      return tl_chart_make_pdf (scene, picture, error);
    case TL_CHART_FORMAT_CSV:
    case TL_CHART_FORMAT_JSON:
    case TL_CHART_FORMAT_PNG:
    default:
      return tl_chart_make_png (scene, picture, error);
    }
}

/**
 * tl_chart_export:
 * @chart: a chart
 * @picture: what picture is wanted
 * @file: where to; a file that is there is replaced, as a whole or not at all
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TL_CHART_ERROR or %G_IO_ERROR
 *
 * Draws a chart and writes it into a file.  Takes longer than a frame.
 *
 * Returns: whether it was written
 */
gboolean
tl_chart_export (TlChart               *chart,
                 const TlChartPicture  *picture,
                 GFile                 *file,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autoptr(GBytes) bytes = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = tl_chart_export_to_bytes (chart, picture, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                  NULL, cancellable, error);
}
