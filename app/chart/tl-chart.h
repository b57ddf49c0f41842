/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-official.h"
#include "tl-series.h"

G_BEGIN_DECLS

/**
 * TL_CHART_MAX_SERIES:
 *
 * How many series a chart shows at most: with more nobody finds one among them.
 */
#define TL_CHART_MAX_SERIES 12

/**
 * TlChartArrangement:
 * @TL_CHART_TOGETHER: in one plot, each year's values side by side
 * @TL_CHART_APART: each in a plot of its own, on one scale
 *
 * How several series stand in a chart.  Series in another currency have a plot of their own in
 * either case.
 */
typedef enum
{
  TL_CHART_TOGETHER,
  TL_CHART_APART,
} TlChartArrangement;

/**
 * TlChartEntry:
 * @series: what articles report
 * @officials: (nullable) (element-type TlOfficialSeries): what is declared of the same flow, in the
 *   order in which it is named
 *
 * One series of a chart, with what stands behind it.
 */
typedef struct
{
  TlSeries  *series;
  GPtrArray *officials;
} TlChartEntry;

/**
 * TlChart:
 *
 * What a chart shows: one or more series of reports, and behind each what countries declare
 * to the publishers of statistics; immutable.  It says nothing of sizes and places, which are
 * the scene's.
 */
#define TL_TYPE_CHART (tl_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlChart, tl_chart, TL, CHART, GObject)

TlChart           *tl_chart_new               (TlSeries           *series,
                                               GPtrArray          *officials);
TlChart           *tl_chart_new_for_entries   (const TlChartEntry *entries,
                                               guint               n_entries,
                                               TlChartArrangement  arrangement);
TlSeries          *tl_chart_get_series        (TlChart            *self);
GPtrArray         *tl_chart_get_officials     (TlChart            *self);
guint              tl_chart_get_n_series      (TlChart            *self);
TlSeries          *tl_chart_get_nth_series    (TlChart            *self,
                                               guint               index);
GPtrArray         *tl_chart_get_nth_officials (TlChart            *self,
                                               guint               index);
TlChartArrangement tl_chart_get_arrangement   (TlChart            *self);
gboolean           tl_chart_has_points        (TlChart            *self);

const char        *tl_chart_arrangement_to_string   (TlChartArrangement  arrangement);
gboolean           tl_chart_arrangement_from_string (const char         *string,
                                                     TlChartArrangement *arrangement);

G_END_DECLS
