/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-entries.h"

#include <math.h>

static void
clear_entry (gpointer data)
{
  TlChartEntry *entry = data;

  g_clear_object (&entry->series);
  g_clear_pointer (&entry->officials, g_ptr_array_unref);
}

/**
 * tl_chart_entries_new:
 *
 * Returns: (transfer full) (element-type TlChartEntry): no entries yet, for
 *   tl_chart_new_for_entries(); what is added is the array's
 */
GArray *
tl_chart_entries_new (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (TlChartEntry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

/**
 * tl_chart_entries_add:
 * @entries: entries
 * @series: what articles report
 * @officials: (nullable) (element-type TlOfficialSeries): what is declared of the same flow
 *
 * Adds a series.
 */
void
tl_chart_entries_add (GArray    *entries,
                      TlSeries  *series,
                      GPtrArray *officials)
{
  TlChartEntry entry = { g_object_ref (series),
                         officials != NULL ? g_ptr_array_ref (officials) : NULL };

  g_array_append_val (entries, entry);
}

/**
 * tl_chart_entries_add_currencies:
 * @entries: entries
 * @series: a series
 * @reports: (element-type TlReport): what it was made of
 * @rules: by which rules
 *
 * Adds for each other currency that is reported in a series of what is reported in it, the most
 * frequent first, as far as anything of it can be drawn; not of what is converted in @series.
 */
void
tl_chart_entries_add_currencies (GArray              *entries,
                                 TlSeries            *series,
                                 GPtrArray           *reports,
                                 const TlSeriesRules *rules)
{
  GArray *currencies = tl_series_get_currencies (series);

  for (guint i = 0; i < currencies->len; i++)
    {
      const char *currency = g_array_index (currencies, TlCurrencyCount, i).currency;
      TlSeriesRules in_currency = *rules;
      g_autoptr(TlSeries) other = NULL;

      if (g_str_equal (currency, tl_series_get_currency (series)) ||
          (rules->rates != NULL && isfinite (tl_rates_get (rules->rates, currency))))
        continue;
      in_currency.currency = currency;
      in_currency.rates = NULL;
      other = tl_series_new_by_rules (tl_series_get_partner (series, 0),
                                      tl_series_get_partner (series, 1),
                                      tl_series_get_flow (series), reports, &in_currency);
      if (tl_series_get_n_points (other) > 0)
        tl_chart_entries_add (entries, other, NULL);
    }
}
