/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-view.h"
#include "tl-evidence-pane.h"

G_BEGIN_DECLS

/**
 * TlChartFocus:
 * @is_in_chart: whether a mark has the focus
 * @is_in_table: whether a row of the table has it
 * @mark: the mark that is selected, -1 for none
 * @place: of the sentence that has it, %GTK_INVALID_LIST_POSITION for none
 *
 * Where somebody is who goes through what a chart is made of.
 */
typedef struct
{
  gboolean is_in_chart;
  gboolean is_in_table;
  int      mark;
  guint    place;
} TlChartFocus;

TlChartFocus tl_chart_focus_remember (TlChartView    *view,
                                      GtkWidget      *table,
                                      TlEvidencePane *pane);
void         tl_chart_focus_restore  (TlChartFocus    focus,
                                      TlChartView    *view,
                                      GtkWidget      *table,
                                      TlEvidencePane *pane);

G_END_DECLS
