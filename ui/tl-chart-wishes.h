/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-kinds.h"
#include "tl-series-rules.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_WISHES (tl_chart_wishes_get_type ())
G_DECLARE_FINAL_TYPE (TlChartWishes, tl_chart_wishes, TL, CHART_WISHES, GObject)

TlChartWishes *tl_chart_wishes_new            (void);
TlChartKinds  *tl_chart_wishes_get_kinds      (TlChartWishes *self);
void           tl_chart_wishes_set_pair       (TlChartWishes *self,
                                               const char    *pair);
void           tl_chart_wishes_set_years      (TlChartWishes *self,
                                               int            first,
                                               int            last);
void           tl_chart_wishes_get_years      (TlChartWishes *self,
                                               int           *first,
                                               int           *last);
char          *tl_chart_wishes_dup_years_label (TlChartWishes *self);
void           tl_chart_wishes_set_currency   (TlChartWishes *self,
                                               const char    *currency);
const char    *tl_chart_wishes_get_currency   (TlChartWishes *self);
gboolean       tl_chart_wishes_set_rate       (TlChartWishes *self,
                                               const char    *currency,
                                               const char    *into,
                                               double         rate);
double         tl_chart_wishes_get_rate       (TlChartWishes *self,
                                               const char    *currency,
                                               const char    *into,
                                               char         **date);
TlRates       *tl_chart_wishes_dup_rates      (TlChartWishes *self,
                                               const char    *into);
GSimpleActionGroup *tl_chart_wishes_make_actions (TlChartWishes *self);
void           tl_chart_wishes_init_rules     (TlChartWishes *self,
                                               TlSeriesRules *rules);
gboolean       tl_chart_wishes_leaves_out     (TlChartWishes *self);
void           tl_chart_wishes_show_all       (TlChartWishes *self);

G_END_DECLS
