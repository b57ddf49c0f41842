/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart-view.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_TABLE (tl_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (TlChartTable, tl_chart_table, TL, CHART_TABLE, AdwBin)

void  tl_chart_table_set_view     (TlChartTable *self,
                                   TlChartView  *view);
void  tl_chart_table_set_in_place (TlChartTable *self,
                                   gboolean      is_in_place);
char *tl_chart_table_dup_text     (TlChartTable *self);

G_END_DECLS
