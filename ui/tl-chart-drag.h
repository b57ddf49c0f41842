/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-view.h"

G_BEGIN_DECLS

void tl_chart_drag_add (TlChartView *view);

G_END_DECLS
