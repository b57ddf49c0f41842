/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-page.h"

G_BEGIN_DECLS

void tl_chart_drag_add (TlChartPage *page,
                        GtkWidget   *view);

G_END_DECLS
