/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-chart.h"
#include "tl-subject.h"

G_BEGIN_DECLS

/**
 * TlChartRowKind:
 * @TL_CHART_ROW_YEAR: reported for a whole year
 * @TL_CHART_ROW_PARTIAL: reported for a part of a year
 * @TL_CHART_ROW_CALCULATED: calculated from reports
 * @TL_CHART_ROW_TARGET: a target
 * @TL_CHART_ROW_FORECAST: a forecast
 * @TL_CHART_ROW_UNDATED: reported without a period
 * @TL_CHART_ROW_OFFICIAL: declared to a publisher of statistics
 *
 * What a row of a chart's table says; the first are those of #TlPointKind, with its numbers.
 */
typedef enum
{
  TL_CHART_ROW_YEAR = TL_POINT_YEAR,
  TL_CHART_ROW_PARTIAL = TL_POINT_PARTIAL,
  TL_CHART_ROW_CALCULATED = TL_POINT_CALCULATED,
  TL_CHART_ROW_TARGET = TL_POINT_TARGET,
  TL_CHART_ROW_FORECAST = TL_POINT_FORECAST,
  TL_CHART_ROW_UNDATED = TL_N_POINT_KINDS,
  TL_CHART_ROW_OFFICIAL,
} TlChartRowKind;

/**
 * TlChartRow:
 *
 * One thing that a chart shows, as one article reports it or one side declares it; immutable.
 * What several articles report is in as many rows: nothing is averaged or left out.
 */
#define TL_TYPE_CHART_ROW (tl_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (TlChartRow, tl_chart_row, TL, CHART_ROW, GObject)

GListModel       *tl_chart_list_rows          (TlChart        *chart);
TlSubject         tl_chart_row_get_subject    (TlChartRow     *self);
TlChartRowKind    tl_chart_row_get_kind       (TlChartRow     *self);
TlSeries         *tl_chart_row_get_series     (TlChartRow     *self);
const TlPoint    *tl_chart_row_get_point      (TlChartRow     *self);
TlReport         *tl_chart_row_get_report     (TlChartRow     *self);
TlOfficialSeries *tl_chart_row_get_official   (TlChartRow     *self);
TlDate            tl_chart_row_get_start      (TlChartRow     *self);
TlDate            tl_chart_row_get_end        (TlChartRow     *self);
double            tl_chart_row_get_value      (TlChartRow     *self);
double            tl_chart_row_get_high       (TlChartRow     *self);
const char       *tl_chart_row_get_currency   (TlChartRow     *self);
TlPrecision       tl_chart_row_get_precision  (TlChartRow     *self);
char             *tl_chart_row_dup_period     (TlChartRow     *self);
char             *tl_chart_row_dup_amount     (TlChartRow     *self);
char             *tl_chart_row_dup_kind_label (TlChartRow     *self);
char             *tl_chart_row_dup_source     (TlChartRow     *self);
const char       *tl_chart_row_kind_to_string (TlChartRowKind  kind);

G_END_DECLS
