/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-point.h"
#include "tl-rates.h"

G_BEGIN_DECLS

/* The bit of a #TlPointKind, and those of all kinds. */
#define TL_POINT_BIT(kind)  (1u << (kind))
#define TL_ALL_POINT_KINDS  (TL_POINT_BIT (TL_N_POINT_KINDS) - 1)

/**
 * TlSeriesRules:
 * @scope: whose trade; others are never mixed in
 * @currency: (nullable): ISO 4217 code of the series' currency; %NULL for that of @rates, and
 *   without these for that of most reports
 * @kinds: TL_POINT_BIT() of each kind that is shown; with that of %TL_POINT_CALCULATED
 *   calculations are made
 * @first_year: the first year that is shown, 0 for any
 * @last_year: the last year that is shown, 0 for any
 * @only_confirmed: whether only reports count that a person has checked, see
 *   tl_report_is_confirmed()
 * @rates: (nullable): by which amounts in other currencies are converted; of use where they are
 *   counted in the series' currency
 *
 * What a person wants to see of the reports; set by tl_series_rules_init().  The series keeps
 * none of the pointers.
 */
typedef struct
{
  TlScope        scope;
  const char    *currency;
  guint          kinds;
  int            first_year;
  int            last_year;
  gboolean       only_confirmed;
  const TlRates *rates;
} TlSeriesRules;

void     tl_series_rules_init          (TlSeriesRules       *rules);
gboolean tl_series_rules_allow_report  (const TlSeriesRules *rules,
                                        TlReport            *report);
gboolean tl_series_rules_show_point    (const TlSeriesRules *rules,
                                        const TlPoint       *point);
gboolean tl_series_rules_show_undated  (const TlSeriesRules *rules,
                                        TlReport            *report);

G_END_DECLS
