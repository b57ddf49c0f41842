/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-painter.h"

G_BEGIN_DECLS

gboolean tl_chart_scene_get_years     (TlChartScene *self,
                                       int          *first,
                                       int          *last);
int      tl_chart_scene_find_year     (TlChartScene *self,
                                       double        x,
                                       double        y);
TlRect   tl_chart_scene_get_year_area (TlChartScene *self,
                                       int           year);
void     tl_chart_paint_year          (TlChartScene *scene,
                                       cairo_t      *cr,
                                       TlChartStyle  style,
                                       int           year);

G_END_DECLS
