/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report.h"

G_BEGIN_DECLS

/**
 * TlPointKind:
 * @TL_POINT_YEAR: reported for a whole year
 * @TL_POINT_PARTIAL: reported for a part of a year
 * @TL_POINT_CALCULATED: follows from reports by a calculation, see #TlPoint.formula
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
 * @formula: (nullable): how it was calculated, for people ("$419.1 million ÷ (1 − 30%)")
 * @currency: ISO 4217 code of the currency that it was reported in, where it is converted; else ""
 * @conversion: (nullable): what was reported and by which rate it is converted, for people
 *   ("€420 million, at 1.10")
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
  char        currency[4];
  char       *conversion;
} TlPoint;

G_END_DECLS
