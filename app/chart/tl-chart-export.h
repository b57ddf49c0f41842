/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-chart-painter.h"

G_BEGIN_DECLS

/**
 * TlChartFormat:
 * @TL_CHART_FORMAT_PNG: pixels, with texts for those who ask the file
 * @TL_CHART_FORMAT_SVG: shapes and texts, for the web and for drawing programs
 * @TL_CHART_FORMAT_PDF: shapes and texts, for print
 * @TL_CHART_FORMAT_CSV: no picture but its rows, comma-separated, for spreadsheets
 * @TL_CHART_FORMAT_JSON: its rows, for programs
 */
typedef enum
{
  TL_CHART_FORMAT_PNG,
  TL_CHART_FORMAT_SVG,
  TL_CHART_FORMAT_PDF,
  TL_CHART_FORMAT_CSV,
  TL_CHART_FORMAT_JSON,
} TlChartFormat;

/**
 * TlChartPicture:
 * @format: the file's format
 * @style: its colours
 * @width: the chart's width in its units, of which 96 are an inch and which are a PNG's pixels
 *   at scale 1; small ones are raised to what tl_chart_scene_new() needs
 * @height: the chart's height; the picture becomes higher where its sources need that
 * @scale: of a PNG, pixels a unit
 *
 * What picture is to be made of a chart.
 */
typedef struct
{
  TlChartFormat format;
  TlChartStyle  style;
  double        width;
  double        height;
  double        scale;
} TlChartPicture;

/**
 * TlChartError:
 * @TL_CHART_ERROR_SIZE: the picture would have no pixels, or more than can be drawn
 * @TL_CHART_ERROR_FAILED: drawing or encoding failed, for want of memory most likely
 * @TL_CHART_ERROR_NO_FIGURES: a picture carries no figures
 * @TL_CHART_ERROR_BROKEN: a picture, or what it says of its figures, is damaged
 */
typedef enum
{
  TL_CHART_ERROR_SIZE,
  TL_CHART_ERROR_FAILED,
  TL_CHART_ERROR_NO_FIGURES,
  TL_CHART_ERROR_BROKEN,
} TlChartError;

#define TL_CHART_ERROR (tl_chart_error_quark ())

GQuark      tl_chart_error_quark        (void);
const char *tl_chart_format_to_string   (TlChartFormat          format);
gboolean    tl_chart_format_from_string (const char            *string,
                                         TlChartFormat         *format);
gboolean    tl_chart_check_size         (double                 width,
                                         double                 height,
                                         const TlChartPicture  *picture,
                                         GError               **error);
GBytes     *tl_chart_export_to_bytes    (TlChart               *chart,
                                         const TlChartPicture  *picture,
                                         GError               **error);
gboolean    tl_chart_export             (TlChart               *chart,
                                         const TlChartPicture  *picture,
                                         GFile                 *file,
                                         GCancellable          *cancellable,
                                         GError               **error);

G_END_DECLS
