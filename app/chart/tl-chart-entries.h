/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart.h"

G_BEGIN_DECLS

/* Gathering what a chart is to show. */

GArray *tl_chart_entries_new            (void);
void    tl_chart_entries_add            (GArray              *entries,
                                         TlSeries            *series,
                                         GPtrArray           *officials);
void    tl_chart_entries_add_currencies (GArray              *entries,
                                         TlSeries            *series,
                                         GPtrArray           *reports,
                                         const TlSeriesRules *rules);

G_END_DECLS
