/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-adaptive-bin.h"
#include "tl-library.h"
#include "tl-chart-comparison.h"
#include "tl-chart-wishes.h"
#include "tl-chart.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_PAGE (tl_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (TlChartPage, tl_chart_page, TL, CHART_PAGE, AdwBin)

void      tl_chart_page_set_library   (TlChartPage *self,
                                       TlLibrary   *library);
TlSeries *tl_chart_page_get_series    (TlChartPage *self);
TlChart  *tl_chart_page_get_chart     (TlChartPage *self);
GtkWidget *tl_chart_page_get_table    (TlChartPage *self);
TlChartComparison *tl_chart_page_get_comparison (TlChartPage *self);
TlChartWishes *tl_chart_page_get_wishes (TlChartPage *self);
GtkWidget *tl_chart_page_get_view     (TlChartPage *self);

G_END_DECLS
