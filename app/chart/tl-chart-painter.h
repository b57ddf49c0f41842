/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-chart-scene.h"

G_BEGIN_DECLS

/**
 * TlChartStyle:
 * @TL_CHART_STYLE_LIGHT: for paper and light windows
 * @TL_CHART_STYLE_DARK: for dark windows
 * @TL_CHART_STYLE_LIGHT_CONTRAST: for light windows in high contrast; no picture that is kept has it
 * @TL_CHART_STYLE_DARK_CONTRAST: for dark windows in high contrast
 */
typedef enum
{
  TL_CHART_STYLE_LIGHT,
  TL_CHART_STYLE_DARK,
  TL_CHART_STYLE_LIGHT_CONTRAST,
  TL_CHART_STYLE_DARK_CONTRAST,
} TlChartStyle;

const char *tl_chart_style_to_string   (TlChartStyle  style);
gboolean    tl_chart_style_from_string (const char   *string,
                                        TlChartStyle *style);
void        tl_chart_paint             (TlChartScene *scene,
                                        cairo_t      *cr,
                                        TlChartStyle  style,
                                        int           focused,
                                        int           hovered);
void        tl_chart_paint_states      (TlChartScene *scene,
                                        cairo_t      *cr,
                                        TlChartStyle  style,
                                        int           focused,
                                        int           hovered);
TlRect      tl_chart_get_state_bounds  (TlChartScene *scene,
                                        int           mark);
void        tl_chart_paint_svg         (TlChartScene *scene,
                                        TlChartStyle  style,
                                        GString      *svg);

G_END_DECLS
