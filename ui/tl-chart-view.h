/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-chart-scene.h"
#include "tl-report.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_VIEW (tl_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TlChartView, tl_chart_view, TL, CHART_VIEW, GtkWidget)

TlSeries      *tl_chart_view_get_series   (TlChartView *self);
TlChart       *tl_chart_view_get_chart    (TlChartView *self);
void           tl_chart_view_set_chart    (TlChartView *self,
                                           TlChart     *chart);
TlChartScene  *tl_chart_view_get_scene    (TlChartView *self);
TlSubject      tl_chart_view_get_selected (TlChartView *self);
const TlMark  *tl_chart_view_get_selected_mark (TlChartView *self);
void           tl_chart_view_select       (TlChartView *self,
                                           TlSubject    subject);
void           tl_chart_view_make_editable (TlChartView *self);
TlReport      *tl_chart_view_pick_claim   (TlChartView *self,
                                           double       x,
                                           double       y);

G_END_DECLS
