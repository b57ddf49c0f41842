/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-chart-scene.h"

G_BEGIN_DECLS

/**
 * TlChartStyle:
 * @TL_CHART_STYLE_LIGHT: for paper and light windows
 * @TL_CHART_STYLE_DARK: for dark windows
 */
typedef enum
{
  TL_CHART_STYLE_LIGHT,
  TL_CHART_STYLE_DARK,
} TlChartStyle;

void tl_chart_paint (TlChartScene *scene,
                     cairo_t      *cr,
                     TlChartStyle  style,
                     int           focused,
                     int           hovered);

G_END_DECLS
