/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person wants to see of the reports. */

#include "tl-series-rules.h"

/**
 * tl_series_rules_init:
 * @rules: (out caller-allocates): rules
 *
 * Sets the rules of tl_series_new(): all that is reported of the trade of two countries, in the
 * currency of most reports, nothing converted, and what follows by calculation.
 */
void
tl_series_rules_init (TlSeriesRules *rules)
{
  g_return_if_fail (rules != NULL);

  *rules = (TlSeriesRules) { .scope = TL_SCOPE_NATIONAL, .kinds = TL_ALL_POINT_KINDS };
}

/**
 * tl_series_rules_allow_report:
 * @rules: rules
 * @report: a report
 *
 * Returns: whether it counts at all
 */
gboolean
tl_series_rules_allow_report (const TlSeriesRules *rules,
                              TlReport            *report)
{
  return !rules->only_confirmed || tl_report_is_confirmed (report);
}

/**
 * tl_series_rules_show_point:
 * @rules: rules
 * @point: a point
 *
 * What is not shown is still known: a level outside of the years is calculated from.
 *
 * Returns: whether it is of a kind that is shown, and wholly within the years
 */
gboolean
tl_series_rules_show_point (const TlSeriesRules *rules,
                            const TlPoint       *point)
{
  return (rules->kinds & TL_POINT_BIT (point->kind)) != 0 &&
         (rules->first_year == 0 || point->start.year >= rules->first_year) &&
         (rules->last_year == 0 || point->end.year <= rules->last_year);
}

/**
 * tl_series_rules_show_undated:
 * @rules: rules
 * @report: a report of an amount without a period
 *
 * Returns: whether it is of a kind that is shown; of a reported amount nobody knows whether it
 *   is a year's
 */
gboolean
tl_series_rules_show_undated (const TlSeriesRules *rules,
                              TlReport            *report)
{
  switch (tl_figure_get_data (tl_report_get_figure (report))->status)
    {
    case TL_STATUS_TARGET:
    case TL_STATUS_POTENTIAL:
      return (rules->kinds & TL_POINT_BIT (TL_POINT_TARGET)) != 0;
    case TL_STATUS_FORECAST:
      return (rules->kinds & TL_POINT_BIT (TL_POINT_FORECAST)) != 0;
    case TL_STATUS_REPORTED:
    default:
      return (rules->kinds & (TL_POINT_BIT (TL_POINT_YEAR) | TL_POINT_BIT (TL_POINT_PARTIAL))) != 0;
    }
}
