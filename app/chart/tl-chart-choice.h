/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart.h"

G_BEGIN_DECLS

const char *tl_chart_get_currency_name (const char *code);
GPtrArray  *tl_chart_list_converted    (TlSeries   *series);
char       *tl_chart_dup_choice        (TlChart    *chart);

G_END_DECLS
