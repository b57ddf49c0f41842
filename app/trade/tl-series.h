/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report.h"

G_BEGIN_DECLS

/**
 * TlPointKind:
 * @TL_POINT_YEAR: reported for a whole year
 * @TL_POINT_PARTIAL: reported for a part of a year
 * @TL_POINT_CALCULATED: follows from reports by a calculation, see tl_point_get_formula()
 * @TL_POINT_TARGET: a target, or a potential
 * @TL_POINT_FORECAST: a forecast
 */
typedef enum
{
  TL_POINT_YEAR,
  TL_POINT_PARTIAL,
  TL_POINT_CALCULATED,
  TL_POINT_TARGET,
  TL_POINT_FORECAST,
} TlPointKind;

#define TL_N_POINT_KINDS (TL_POINT_FORECAST + 1)

/**
 * TlPoint:
 * @kind: what it is
 * @start: first month of its period
 * @end: last month of its period
 * @value: in units of the series' currency
 * @high: the high end of a range, else NAN
 * @precision: how exact
 * @reports: (element-type TlReport): those that state it, or that it was calculated from;
 *   several when they say the same; those of articles that carry one story are one
 * @formula: (nullable): how it was calculated, for people ("$419.1 million ÷ (1 − 30 %)")
 *
 * One thing that is known of a period.  Reports that differ are points of their own.
 */
typedef struct
{
  TlPointKind kind;
  TlDate      start;
  TlDate      end;
  double      value;
  double      high;
  TlPrecision precision;
  GPtrArray  *reports;
  char       *formula;
} TlPoint;

/**
 * TlSeries:
 *
 * What a set of reports says of one flow between two partners in one currency, by
 * period; immutable, ordered by period.
 */
#define TL_TYPE_SERIES (tl_series_get_type ())
G_DECLARE_FINAL_TYPE (TlSeries, tl_series, TL, SERIES, GObject)

TlSeries      *tl_series_new             (const char *partner,
                                          const char *other,
                                          TlFlow      flow,
                                          GPtrArray  *reports);
const char    *tl_series_get_partner     (TlSeries   *self,
                                          guint       index);
TlFlow         tl_series_get_flow        (TlSeries   *self);
const char    *tl_series_get_currency    (TlSeries   *self);
guint          tl_series_get_n_points    (TlSeries   *self);
const TlPoint *tl_series_get_point       (TlSeries   *self,
                                          guint       index);
GPtrArray     *tl_series_get_left_out    (TlSeries   *self);

G_END_DECLS
