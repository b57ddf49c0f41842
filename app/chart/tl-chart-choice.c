/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person chose to see, in words: a picture must not hide that it shows a choice, nor that
 * an amount in it is one that nobody reported. */

#include "tl-chart-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-labels.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_chart_list_converted:
 * @series: a series
 *
 * Returns: (transfer container) (element-type utf8): the currencies from which amounts of the
 *   series are converted, by the alphabet; they belong to @series
 */
GPtrArray *
tl_chart_list_converted (TlSeries *series)
{
  GPtrArray *currencies = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_SERIES (series), currencies);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      if (point->conversion != NULL &&
          !g_ptr_array_find_with_equal_func (currencies, point->currency, g_str_equal, NULL))
        g_ptr_array_add (currencies, (gpointer) point->currency);
    }
  g_ptr_array_sort (currencies, compare_names);
  return currencies;
}

/* ---- sentences ---- */

/* Each once, though several series of a chart have it. */
static void
take_sentence (GPtrArray *sentences,
               char      *sentence)
{
  if (sentence != NULL && !g_ptr_array_find_with_equal_func (sentences, sentence, g_str_equal, NULL))
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

static char *
describe_years (const TlSeriesRules *rules)
{
  if (rules->first_year == 0 && rules->last_year == 0)
    return NULL;
  if (rules->first_year == rules->last_year)
    return g_strdup_printf (_("Only %d is shown."), rules->first_year);
  if (rules->last_year == 0)
    return g_strdup_printf (_("Only the years from %d on are shown."), rules->first_year);
  if (rules->first_year == 0)
    return g_strdup_printf (_("Only the years up to %d are shown."), rules->last_year);
  /* Translators: the first and the last year */
  return g_strdup_printf (_("Only the years %d to %d are shown."), rules->first_year, rules->last_year);
}

static const char *
name_kind (TlPointKind kind)
{
  switch (kind)
    {
    case TL_POINT_PARTIAL:
      return C_("left out", "parts of years");
    case TL_POINT_CALCULATED:
      return C_("left out", "calculated values");
    case TL_POINT_TARGET:
      return C_("left out", "targets");
    case TL_POINT_FORECAST:
      return C_("left out", "forecasts");
    case TL_POINT_YEAR:
    default:
      return C_("left out", "full years");
    }
}

static char *
describe_kinds (const TlSeriesRules *rules)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < TL_N_POINT_KINDS; i++)
    if ((rules->kinds & TL_POINT_BIT (i)) == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? C_("left out", ", ") : "",
                              name_kind ((TlPointKind) i));
  if (names->len == 0)
    return NULL;
  /* Translators: a list of kinds of values: "targets, forecasts" */
  return g_strdup_printf (_("Left out: %s."), names->str);
}

/* Those by which something in the chart is converted. */
static char *
describe_rates (TlSeries *series)
{
  const TlSeriesRules *rules = tl_series_get_rules (series);
  g_autoptr(GPtrArray) currencies = tl_chart_list_converted (series);
  g_autoptr(GString) rates = g_string_new (NULL);

  for (guint i = 0; i < currencies->len; i++)
    {
      const char *currency = currencies->pdata[i];
      g_autofree char *rate = tl_label_for_rate (currency, tl_rates_get (rules->rates, currency),
                                                 tl_series_get_currency (series));

      g_string_append_printf (rates, "%s%s", i > 0 ? C_("rates", ", ") : "", rate);
    }
  if (currencies->len == 0)
    return NULL;
  /* Translators: one or more rates: "€1 = $1.10, £1 = $1.30"; the dagger stands at the values */
  return g_strdup_printf (_("† Converted at %s, as given; the table has the amounts as they were reported."),
                          rates->str);
}

/**
 * tl_chart_dup_choice:
 * @chart: a chart
 *
 * Returns: (transfer full) (nullable): which years and kinds are left out by a person's choice,
 *   and at which rates amounts are converted, in sentences; %NULL where nothing is
 */
char *
tl_chart_dup_choice (TlChart *chart)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      const TlSeriesRules *rules = tl_series_get_rules (series);

      take_sentence (sentences, describe_years (rules));
      take_sentence (sentences, describe_kinds (rules));
      if (rules->only_confirmed)
        take_sentence (sentences, g_strdup (_("Only what a person confirmed is shown.")));
      take_sentence (sentences, describe_rates (series));
    }
  if (sentences->len == 0)
    return NULL;
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
