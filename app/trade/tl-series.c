/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-series-private.h"

#include <math.h>

/* Which reports make which points; ARCHITECTURE.md says it as rules, tests/trade test each.
 *
 * - A figure belongs to the series when its scope and its flow are the series' and its partners
 *   are exactly the two; for exports and balance in this order.  It must be complete: an
 *   amount above zero with a currency, in a period between 1900 and 2100.
 * - The currency is the one that is asked for, else that of most such figures; of several, US
 *   dollars, else the first by the alphabet.  Amounts in another are left out, or converted by
 *   a person's rates and stay points of their own.
 * - Reports that say the same (kind, period, exactness, currency, and value within 0.05%) are
 *   one point.  All others stay apart: "almost $1 billion" and "$1.1 billion" are two points
 *   of 2014.  Nothing is averaged, nothing is hidden.
 * - What articles say that carry one story is one report of that point, see
 *   tl_report_get_copies(); where they differ they are points of their own as well.
 * - Reported for January to December of one year: a year.  Reported for any other period:
 *   partial.  Targets and potentials, and forecasts, are kinds of their own.
 * - What nobody reports may follow from what is reported, see tl-series-calculate.c and
 *   tl-series-exports.c: never from targets, forecasts, conversions or other calculations, and
 *   not for figures of some goods only, since those may be of different goods.
 * - All other reports are kept aside, see tl_series_get_left_out(). */
struct _TlSeries
{
  GObject    parent_instance;

  TlTrade    trade;
  char       currency[4];       /* "" when there is nothing to show */
  GArray    *currencies;        /* TlCurrencyCount, the most frequent first */
  GPtrArray *points;            /* owned TlPoints, in order */
  GPtrArray *left_out;          /* owned TlReports, the oldest first */
  GPtrArray *undated;           /* owned TlReports, of those left out */
  GPtrArray *heeded;            /* owned TlReports, of those left out */
  TlSeriesRules rules;          /* what they point to is below */
  char       wanted_currency[4];
  TlRates   *rates;             /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (TlSeries, tl_series, G_TYPE_OBJECT)

static void
tl_series_finalize (GObject *object)
{
  TlSeries *self = TL_SERIES (object);

  g_clear_pointer (&self->currencies, g_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->undated, g_ptr_array_unref);
  g_clear_pointer (&self->heeded, g_ptr_array_unref);
  g_clear_pointer (&self->rates, tl_rates_free);

  G_OBJECT_CLASS (tl_series_parent_class)->finalize (object);
}

static void
tl_series_class_init (TlSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_series_finalize;
}

static void
tl_series_init (TlSeries *self)
{
  self->undated = g_ptr_array_new_with_free_func (g_object_unref);
  self->heeded = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- which reports ---- */

static gboolean
has_change_of_year (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  return data->status == TL_STATUS_REPORTED &&
         data->change_kind == TL_CHANGE_PERCENT &&
         isfinite (data->change) &&
         data->change > -100 &&
         tl_figure_is_full_year (figure);
}

static gboolean
is_undated (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  return !tl_date_is_set (data->start) && data->currency[0] != '\0' &&
         isfinite (data->value) && data->value > 0;
}

static GPtrArray *
choose_reports (GPtrArray           *reports,
                const TlSeriesRules *rules)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < reports->len; i++)
    if (tl_series_rules_allow_report (rules, reports->pdata[i]))
      g_ptr_array_add (chosen, reports->pdata[i]);
  return chosen;
}

/* ---- in which currency ---- */

/* Turnover and balance that nobody reports are counted in what both exports are reported in. */
static GArray *
count_export_currencies (TlSeries  *self,
                         GPtrArray *reports)
{
  g_autoptr(GArray) there = NULL;
  g_autoptr(GArray) back = NULL;
  TlTrade trade;

  tl_trade_set (&trade, self->trade.partners[0], self->trade.partners[1], TL_FLOW_EXPORTS,
                self->trade.scope);
  there = tl_currencies_count (&trade, reports);
  tl_trade_set (&trade, self->trade.partners[1], self->trade.partners[0], TL_FLOW_EXPORTS,
                self->trade.scope);
  back = tl_currencies_count (&trade, reports);
  return tl_currencies_join (there, back);
}

static gboolean
follows_from_exports (TlSeries            *self,
                      const TlSeriesRules *rules)
{
  return self->trade.flow != TL_FLOW_EXPORTS &&
         self->trade.scope != TL_SCOPE_SECTOR &&
         (rules->kinds & TL_POINT_BIT (TL_POINT_CALCULATED)) != 0;
}

static void
choose_currency (TlSeries            *self,
                 GPtrArray           *reports,
                 const TlSeriesRules *rules)
{
  const char *currency = rules->currency;

  self->currencies = tl_currencies_count (&self->trade, reports);
  if (self->currencies->len == 0 && follows_from_exports (self, rules))
    {
      g_array_unref (self->currencies);
      self->currencies = count_export_currencies (self, reports);
    }
  if (currency == NULL && rules->rates != NULL)
    currency = tl_rates_get_currency (rules->rates);
  if (currency == NULL && self->currencies->len > 0)
    currency = g_array_index (self->currencies, TlCurrencyCount, 0).currency;
  if (currency != NULL)
    g_strlcpy (self->currency, currency, sizeof self->currency);
}

/* ---- what they say ---- */

/* Returns NULL where it is in another currency and no rate is known. */
static TlPoint *
read_report (TlSeries      *self,
             TlReport      *report,
             const TlRates *rates)
{
  const char *currency = tl_figure_get_data (tl_report_get_figure (report))->currency;
  double rate;

  if (g_str_equal (currency, self->currency))
    return tl_point_new_reported (report);
  rate = rates != NULL && g_str_equal (tl_rates_get_currency (rates), self->currency)
           ? tl_rates_get (rates, currency) : NAN;
  return isfinite (rate) ? tl_point_new_converted (report, rate) : NULL;
}

/* What is reported of a trade in the series' currency, in order. */
static GPtrArray *
read_reported (TlSeries      *self,
               const TlTrade *trade,
               GPtrArray     *reports,
               const TlRates *rates)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = reports->pdata[i];
      TlPoint *point = tl_trade_includes (trade, report) &&
                       tl_figure_is_complete (tl_report_get_figure (report))
                         ? read_report (self, report, rates) : NULL;

      if (point != NULL)
        g_ptr_array_add (points, point);
    }
  return tl_points_merge (points);
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  return tl_report_compare (*(TlReport *const *) a, *(TlReport *const *) b);
}

/* Changes of full years, alone or beside a level in the series' currency. */
static GPtrArray *
find_changes (TlSeries  *self,
              GPtrArray *reports)
{
  GPtrArray *changes = g_ptr_array_new ();

  for (guint i = 0; i < reports->len; i++)
    {
      TlFigure *figure = tl_report_get_figure (reports->pdata[i]);

      if (tl_trade_includes (&self->trade, reports->pdata[i]) && has_change_of_year (figure) &&
          (!tl_figure_has_value (figure) ||
           (tl_figure_is_complete (figure) &&
            g_str_equal (tl_figure_get_data (figure)->currency, self->currency))))
        g_ptr_array_add (changes, reports->pdata[i]);
    }
  g_ptr_array_sort (changes, compare_reports);
  return changes;
}

static GPtrArray *
calculate_from_exports (TlSeries  *self,
                        GPtrArray *reports)
{
  g_autoptr(GPtrArray) there = NULL;
  g_autoptr(GPtrArray) back = NULL;
  TlTrade trade;

  tl_trade_set (&trade, self->trade.partners[0], self->trade.partners[1], TL_FLOW_EXPORTS,
                self->trade.scope);
  there = read_reported (self, &trade, reports, NULL);
  tl_trade_set (&trade, self->trade.partners[1], self->trade.partners[0], TL_FLOW_EXPORTS,
                self->trade.scope);
  back = read_reported (self, &trade, reports, NULL);
  return tl_points_from_exports (self->points, &self->trade, there, back, self->currency);
}

static void
add_calculated (TlSeries            *self,
                GPtrArray           *reports,
                const TlSeriesRules *rules)
{
  g_autoptr(GPtrArray) changes = NULL;
  GPtrArray *calculated;

  if ((rules->kinds & TL_POINT_BIT (TL_POINT_CALCULATED)) == 0 ||
      self->trade.scope == TL_SCOPE_SECTOR || *self->currency == '\0')
    return;
  changes = find_changes (self, reports);
  calculated = tl_points_calculate (self->points, changes, self->currency);
  if (follows_from_exports (self, rules))
    g_ptr_array_extend_and_steal (calculated, calculate_from_exports (self, reports));
  g_ptr_array_extend_and_steal (self->points, calculated);
  self->points = tl_points_merge (self->points);
}

/* What is reported of a period keeps a value of it from being calculated, shown or not. */
static void
heed (TlSeries            *self,
      const TlPoint       *point,
      const TlSeriesRules *rules)
{
  TlSeriesRules of_any_kind = *rules;

  of_any_kind.kinds = TL_POINT_BIT (TL_POINT_YEAR) | TL_POINT_BIT (TL_POINT_PARTIAL);
  if ((rules->kinds & TL_POINT_BIT (TL_POINT_CALCULATED)) == 0 ||
      !tl_series_rules_show_point (&of_any_kind, point))
    return;
  for (guint i = 0; i < point->reports->len; i++)
    g_ptr_array_add (self->heeded, g_object_ref (point->reports->pdata[i]));
}

static void
drop_points (TlSeries            *self,
             const TlSeriesRules *rules)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_point_free);

  for (guint i = 0; i < self->points->len; i++)
    if (tl_series_rules_show_point (rules, self->points->pdata[i]))
      g_ptr_array_add (points, g_steal_pointer (&self->points->pdata[i]));
    else
      {
        heed (self, self->points->pdata[i], rules);
        tl_point_free (self->points->pdata[i]);
      }
  g_ptr_array_set_free_func (self->points, NULL);
  g_ptr_array_unref (self->points);
  self->points = points;
}

/* Of the series' trade, but of nobody knows when. */
static void
find_undated (TlSeries            *self,
              const TlSeriesRules *rules)
{
  for (guint i = 0; i < self->left_out->len; i++)
    {
      TlReport *report = self->left_out->pdata[i];

      if (tl_trade_includes (&self->trade, report) && is_undated (tl_report_get_figure (report)) &&
          tl_series_rules_allow_report (rules, report) &&
          tl_series_rules_show_undated (rules, report))
        g_ptr_array_add (self->undated, g_object_ref (report));
    }
}

/* A series outlives what the rules point to. */
static void
keep_rules (TlSeries            *self,
            const TlSeriesRules *rules)
{
  const char *currency = rules->currency;

  if (currency == NULL && rules->rates != NULL)
    currency = tl_rates_get_currency (rules->rates);
  self->rules = *rules;
  self->rules.kinds &= TL_ALL_POINT_KINDS;
  g_strlcpy (self->wanted_currency, currency != NULL ? currency : "", sizeof self->wanted_currency);
  self->rules.currency = currency != NULL ? self->wanted_currency : NULL;
  self->rates = rules->rates != NULL ? tl_rates_copy (rules->rates) : NULL;
  self->rules.rates = self->rates;
}

/* ---- public ---- */

/**
 * tl_series_new_by_rules:
 * @partner: code of a country; the exporter, or the side with the surplus
 * @other: code of the other country
 * @flow: which flow; for turnover the order of the two does not matter
 * @reports: (element-type TlReport): all reports of the pair, or any; those of exports are looked
 *   at for a turnover that nobody reports
 * @rules: what is wanted of them
 *
 * Returns: (transfer full): what the reports say of the flow
 */
TlSeries *
tl_series_new_by_rules (const char          *partner,
                        const char          *other,
                        TlFlow               flow,
                        GPtrArray           *reports,
                        const TlSeriesRules *rules)
{
  TlSeries *self;
  g_autoptr(GPtrArray) chosen = NULL;

  g_return_val_if_fail (partner != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (reports != NULL, NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (TL_TYPE_SERIES, NULL);
  tl_trade_set (&self->trade, partner, other, flow, rules->scope);
  keep_rules (self, rules);
  chosen = choose_reports (reports, rules);
  choose_currency (self, chosen, rules);
  self->points = read_reported (self, &self->trade, chosen, rules->rates);
  add_calculated (self, chosen, rules);
  drop_points (self, rules);
  self->left_out = tl_reports_without (reports, self->points);
  find_undated (self, rules);
  if (self->points->len == 0 && self->currencies->len == 0)
    self->currency[0] = '\0';
  return self;
}

/**
 * tl_series_new:
 * @partner: code of a country; the exporter, or the side with the surplus
 * @other: code of the other country
 * @flow: which flow; for turnover the order of the two does not matter
 * @reports: (element-type TlReport): as for tl_series_new_by_rules()
 *
 * Returns: (transfer full): what the reports say of the flow, by the rules that
 *   tl_series_rules_init() sets
 */
TlSeries *
tl_series_new (const char *partner,
               const char *other,
               TlFlow      flow,
               GPtrArray  *reports)
{
  TlSeriesRules rules;

  tl_series_rules_init (&rules);
  return tl_series_new_by_rules (partner, other, flow, reports, &rules);
}

/**
 * tl_series_get_partner:
 * @self: a series
 * @index: 0 or 1
 *
 * Returns: (transfer none): the partner's code, in the order given to tl_series_new()
 */
const char *
tl_series_get_partner (TlSeries *self,
                       guint     index)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < 2, NULL);

  return self->trade.partners[index];
}

/**
 * tl_series_get_flow:
 * @self: a series
 *
 * Returns: its flow
 */
TlFlow
tl_series_get_flow (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), TL_FLOW_TURNOVER);

  return self->trade.flow;
}

/**
 * tl_series_get_scope:
 * @self: a series
 *
 * Returns: whose trade it is
 */
TlScope
tl_series_get_scope (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), TL_SCOPE_NATIONAL);

  return self->trade.scope;
}

/**
 * tl_series_get_kinds:
 * @self: a series
 *
 * Returns: TL_POINT_BIT() of each kind of point that was wanted
 */
guint
tl_series_get_kinds (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), TL_ALL_POINT_KINDS);

  return self->rules.kinds;
}

/**
 * tl_series_get_rules:
 * @self: a series
 *
 * Returns: (transfer none): what was wanted of the reports; its currency is that of its rates where
 *   it was given by these alone
 */
const TlSeriesRules *
tl_series_get_rules (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return &self->rules;
}

/**
 * tl_series_get_currencies:
 * @self: a series
 *
 * Returns: (transfer none) (element-type TlCurrencyCount): the currencies in which it is
 *   reported, the most frequent first; of what nobody reports, those in which both exports are
 */
GArray *
tl_series_get_currencies (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->currencies;
}

/**
 * tl_series_get_currency:
 * @self: a series
 *
 * Returns: (transfer none): ISO 4217 code of all its values, "" when it has none
 */
const char *
tl_series_get_currency (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->currency;
}

/**
 * tl_series_get_n_points:
 * @self: a series
 *
 * Returns: how many points it has
 */
guint
tl_series_get_n_points (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), 0);

  return self->points->len;
}

/**
 * tl_series_get_point:
 * @self: a series
 * @index: below tl_series_get_n_points(); points are ordered by period
 *
 * Returns: (transfer none): a point, which lives as long as the series
 */
const TlPoint *
tl_series_get_point (TlSeries *self,
                     guint     index)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);
  g_return_val_if_fail (index < self->points->len, NULL);

  return self->points->pdata[index];
}

/**
 * tl_series_get_left_out:
 * @self: a series
 *
 * What was given to tl_series_new() and is in no point: another pair, flow or scope,
 * another currency, no amount or no period, a change from which nothing new follows, or
 * what the rules do not show.
 *
 * Returns: (transfer none) (element-type TlReport): the reports that are in no point, the
 *   oldest first
 */
GPtrArray *
tl_series_get_left_out (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->left_out;
}

/**
 * tl_series_get_undated:
 * @self: a series
 *
 * Amounts of the series' trade of which nobody says when it was: in whatever currency, the rules
 * for kinds and for what is confirmed hold, those for years do not.
 *
 * Returns: (transfer none) (element-type TlReport): those reports; they are among those of
 *   tl_series_get_left_out(), too
 */
GPtrArray *
tl_series_get_undated (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->undated;
}

/**
 * tl_series_get_heeded:
 * @self: a series
 *
 * Reports of periods of which nothing is calculated because of them, though they are of kinds that
 * the rules do not show: without them the series would be another.
 *
 * Returns: (transfer none) (element-type TlReport): those reports; they are among those of
 *   tl_series_get_left_out(), too
 */
GPtrArray *
tl_series_get_heeded (TlSeries *self)
{
  g_return_val_if_fail (TL_IS_SERIES (self), NULL);

  return self->heeded;
}
