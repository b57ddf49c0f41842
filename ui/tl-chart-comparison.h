/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-scene.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_COMPARISON (tl_chart_comparison_get_type ())
G_DECLARE_FINAL_TYPE (TlChartComparison, tl_chart_comparison, TL, CHART_COMPARISON, GObject)

TlChartComparison *tl_chart_comparison_new         (void);
GActionGroup      *tl_chart_comparison_get_actions (TlChartComparison *self);
gboolean           tl_chart_comparison_add         (TlChartComparison *self,
                                                    const char        *pair);
GStrv              tl_chart_comparison_dup_shown   (TlChartComparison *self,
                                                    TlSeries          *series);
const char *const *tl_chart_comparison_get_pairs   (TlChartComparison *self);
TlChart           *tl_chart_comparison_make_chart  (TlChartComparison *self,
                                                    TlLibrary         *library,
                                                    TlSeries          *series);

G_END_DECLS
