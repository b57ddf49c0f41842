/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-official.h"
#include "tl-series.h"

G_BEGIN_DECLS

/**
 * TlChart:
 *
 * What a chart shows: the reports' series, and behind it what countries declare to the
 * publishers of statistics; immutable.  It says nothing of sizes and places, which are the
 * scene's.
 */
#define TL_TYPE_CHART (tl_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlChart, tl_chart, TL, CHART, GObject)

TlChart   *tl_chart_new           (TlSeries  *series,
                                   GPtrArray *officials);
TlSeries  *tl_chart_get_series    (TlChart   *self);
GPtrArray *tl_chart_get_officials (TlChart   *self);

G_END_DECLS
