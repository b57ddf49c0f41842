/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a report is not in a series, for people. */

#include "tl-left-out.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-gazetteer.h"
#include "tl-series-private.h"

/* Exports one way and the other are two flows; turnover has no direction. */
static gboolean
is_of_flow (TlSeries           *series,
            const TlFigureData *data)
{
  if (data->flow != tl_series_get_flow (series))
    return FALSE;
  return data->flow == TL_FLOW_TURNOVER ||
         tl_partner_is_of_country (data->partners[0], tl_series_get_partner (series, 0));
}

static gboolean
is_of_currency (TlSeries           *series,
                const TlFigureData *data)
{
  const TlRates *rates = tl_series_get_rules (series)->rates;

  return g_str_equal (data->currency, tl_series_get_currency (series)) ||
         (rates != NULL && isfinite (tl_rates_get (rates, data->currency)) &&
          g_str_equal (tl_rates_get_currency (rates), tl_series_get_currency (series)));
}

static TlLeftOut
find_missing (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  if (!tl_figure_has_value (figure))
    return TL_LEFT_OUT_NO_AMOUNT;
  if (data->currency[0] == '\0')
    return TL_LEFT_OUT_NO_CURRENCY;
  return tl_date_is_set (data->start) ? TL_LEFT_OUT_IMPOSSIBLE : TL_LEFT_OUT_NO_PERIOD;
}

/**
 * tl_series_find_left_out:
 * @series: a series
 * @report: one of those that it leaves out
 *
 * Returns: why; of several reasons the one that comes first in #TlLeftOut
 */
TlLeftOut
tl_series_find_left_out (TlSeries *series,
                         TlReport *report)
{
  TlFigure *figure;
  const TlFigureData *data;

  g_return_val_if_fail (TL_IS_SERIES (series), TL_LEFT_OUT_OTHER_TRADE);
  g_return_val_if_fail (TL_IS_REPORT (report), TL_LEFT_OUT_OTHER_TRADE);

  figure = tl_report_get_figure (report);
  data = tl_figure_get_data (figure);
  if (!tl_partners_are_of_pair (data, tl_series_get_partner (series, 0),
                                tl_series_get_partner (series, 1)))
    return TL_LEFT_OUT_OTHER_TRADE;
  if (data->scope != tl_series_get_scope (series))
    return TL_LEFT_OUT_SCOPE;
  if (!is_of_flow (series, data))
    return TL_LEFT_OUT_FLOW;
  if (!tl_figure_is_complete (figure))
    return find_missing (figure);
  if (!tl_series_rules_allow_report (tl_series_get_rules (series), report))
    return TL_LEFT_OUT_UNCONFIRMED;
  if (!is_of_currency (series, data))
    return TL_LEFT_OUT_CURRENCY;
  if ((tl_series_get_kinds (series) & TL_POINT_BIT (tl_point_find_kind (figure))) == 0)
    return TL_LEFT_OUT_KIND;
  return TL_LEFT_OUT_YEARS;
}

/* ---- in words ---- */

static char *
dup_names (const char         *format,
           const TlFigureData *data)
{
  TlGazetteer *names = tl_gazetteer_get_default ();
  g_autofree char *first = tl_gazetteer_dup_display_name (names, data->partners[0]);
  g_autofree char *second = tl_gazetteer_dup_display_name (names, data->partners[1]);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, first, second);
#pragma GCC diagnostic pop
}

static char *
dup_scope_label (const TlFigureData *data)
{
  switch (data->scope)
    {
    case TL_SCOPE_REGIONAL:
      /* Translators: two places, at least one of which is a part of a country */
      return dup_names (_("It is of a part of a country: %s and %s"), data);
    case TL_SCOPE_BLOC:
      return g_strdup (_("It is of a group of countries"));
    case TL_SCOPE_SECTOR:
      return g_strdup (_("It is of some goods or services only"));
    case TL_SCOPE_NATIONAL:
    default:
      return g_strdup (_("It is of the whole trade"));
    }
}

static char *
dup_flow_label (const TlFigureData *data)
{
  switch (data->flow)
    {
    case TL_FLOW_EXPORTS:
      /* Translators: the exporting country and the other */
      return dup_names (_("It is of the exports from %s to %s"), data);
    case TL_FLOW_BALANCE:
      /* Translators: the country with the surplus and the other */
      return dup_names (_("It is of the surplus of %s over %s"), data);
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup (_("It is of the turnover, both directions together"));
    }
}

static char *
dup_kind_label (TlFigure *figure)
{
  switch (tl_point_find_kind (figure))
    {
    case TL_POINT_TARGET:
      return g_strdup (_("Targets are not shown"));
    case TL_POINT_FORECAST:
      return g_strdup (_("Forecasts are not shown"));
    case TL_POINT_PARTIAL:
      return g_strdup (_("Parts of years are not shown"));
    case TL_POINT_YEAR:
    case TL_POINT_CALCULATED:
    default:
      return g_strdup (_("Full years are not shown"));
    }
}

/**
 * tl_left_out_dup_label:
 * @reason: a reason
 * @report: the report that is left out
 *
 * Returns: (transfer full): the reason in a sentence without a period, "It names no currency"
 */
char *
tl_left_out_dup_label (TlLeftOut  reason,
                       TlReport  *report)
{
  TlFigure *figure;
  const TlFigureData *data;

  g_return_val_if_fail (TL_IS_REPORT (report), NULL);

  figure = tl_report_get_figure (report);
  data = tl_figure_get_data (figure);
  switch (reason)
    {
    case TL_LEFT_OUT_SCOPE:
      return dup_scope_label (data);
    case TL_LEFT_OUT_FLOW:
      return dup_flow_label (data);
    case TL_LEFT_OUT_NO_AMOUNT:
      return g_strdup (_("It tells a change and no amount, and no value was calculated from it"));
    case TL_LEFT_OUT_NO_CURRENCY:
      return g_strdup (_("It names no currency"));
    case TL_LEFT_OUT_NO_PERIOD:
      return g_strdup (_("It names no period"));
    case TL_LEFT_OUT_IMPOSSIBLE:
      return g_strdup (_("Its amount or period cannot be drawn"));
    case TL_LEFT_OUT_CURRENCY:
      /* Translators: %s is a currency's code, "EUR" */
      return g_strdup_printf (_("It is in another currency, %s, and no rate is given"),
                              data->currency);
    case TL_LEFT_OUT_KIND:
      return dup_kind_label (figure);
    case TL_LEFT_OUT_UNCONFIRMED:
      return g_strdup (_("Nobody has checked it, and only checked figures are shown"));
    case TL_LEFT_OUT_YEARS:
      return g_strdup (_("Its years are not shown"));
    case TL_LEFT_OUT_OTHER_TRADE:
    default:
      return g_strdup (_("It is of the trade of others"));
    }
}
