/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-scene.h"

G_BEGIN_DECLS

/* Which areas of a chart are taken.  A grid of buckets, so that asking does not take
 * longer the more is there. */
typedef struct _TlChartGrid TlChartGrid;

TlChartGrid *tl_chart_grid_new     (TlRect       area);
void         tl_chart_grid_free    (TlChartGrid *self);
void         tl_chart_grid_take    (TlChartGrid *self,
                                    TlRect       rect);
gboolean     tl_chart_grid_is_free (TlChartGrid *self,
                                    TlRect       rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChartGrid, tl_chart_grid_free)

G_END_DECLS
