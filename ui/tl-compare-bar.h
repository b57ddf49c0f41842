/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart-comparison.h"

G_BEGIN_DECLS

#define TL_TYPE_COMPARE_BAR (tl_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlCompareBar, tl_compare_bar, TL, COMPARE_BAR, AdwBin)

void tl_compare_bar_show (TlCompareBar      *self,
                          TlChartComparison *comparison,
                          TlChart           *chart);

G_END_DECLS
