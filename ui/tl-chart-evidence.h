/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-view.h"
#include "tl-evidence-pane.h"

G_BEGIN_DECLS

void       tl_chart_evidence_show          (TlEvidencePane *pane,
                                            TlChartView    *view);
GPtrArray *tl_chart_evidence_list_left_out (TlChart        *chart);
char      *tl_chart_evidence_dup_left_out_label (TlChart   *chart,
                                                 guint     *n);

G_END_DECLS
