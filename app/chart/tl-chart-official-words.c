/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Official figures in words: those of a chart in a sentence, and each for who points at it. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-gazetteer.h"

static char *
dup_value (TlOfficialSeries *official,
           double            value)
{
  g_autofree char *amount = tl_label_for_amount (fabs (value), NAN,
                                                 tl_official_series_get_currency (official),
                                                 TL_PRECISION_EXACT, TL_LABEL_STYLE_WORDS);

  return g_strconcat (value < 0 ? "−" : "", amount, NULL);
}

static char *
dup_official (TlOfficialSeries *official)
{
  guint n = tl_official_series_get_n_years (official);
  g_autofree char *name = tl_official_series_dup_name (official);
  const TlOfficialYear *first, *last;
  g_autofree char *from = NULL, *to = NULL;

  if (n == 0)
    return g_steal_pointer (&name);
  first = tl_official_series_get_year (official, 0);
  last = tl_official_series_get_year (official, n - 1);
  from = dup_value (official, first->value);
  to = dup_value (official, last->value);
  if (n == 1)
    /* Translators: a source, an amount and its year */
    return g_strdup_printf (C_("official", "%s: %s in %d"), name, from, first->year);
  /* Translators: a source, an amount and its year, another amount and its year */
  return g_strdup_printf (C_("official", "%s: %s in %d, %s in %d"), name, from, first->year,
                          to, last->year);
}

/**
 * tl_chart_dup_officials_description:
 * @officials: (element-type TlOfficialSeries): what stands behind a series of a chart
 *
 * Returns: (transfer full) (nullable): these official figures in a sentence, %NULL without
 */
char *
tl_chart_dup_officials_description (GPtrArray *officials)
{
  g_autoptr(GString) list = g_string_new (NULL);

  if (officials->len == 0)
    return NULL;
  for (guint i = 0; i < officials->len; i++)
    {
      g_autofree char *text = dup_official (officials->pdata[i]);

      g_string_append (list, i > 0 ? "; " : "");
      g_string_append (list, text);
    }
  /* Translators: a list of sources with their first and last value */
  return g_strdup_printf (_("Official figures, in grey: %s."), list->str);
}

/* ---- without reports ---- */

/**
 * tl_chart_dup_officials_subtitle:
 * @chart: a chart of official figures alone
 *
 * Returns: (transfer full): what is shown, in one line
 */
char *
tl_chart_dup_officials_subtitle (TlChart *chart)
{
  switch (tl_series_get_flow (tl_chart_get_series (chart)))
    {
    case TL_FLOW_EXPORTS:
      return g_strdup (_("Exports by year, as countries declare them"));
    case TL_FLOW_BALANCE:
      return g_strdup (_("Surplus by year, as countries declare it"));
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup (_("Turnover by year, as countries declare it"));
    }
}

/**
 * tl_chart_dup_officials_opening:
 * @chart: a chart of official figures alone
 * @title: its title
 *
 * Returns: (transfer full): which kind of chart it is, of what, in what, and when
 */
char *
tl_chart_dup_officials_opening (TlChart    *chart,
                                const char *title)
{
  GPtrArray *officials = tl_chart_get_officials (chart);
  const char *currency = tl_official_series_get_currency (officials->pdata[0]);
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < officials->len; i++)
    for (guint k = 0; k < tl_official_series_get_n_years (officials->pdata[i]); k++)
      {
        first = MIN (first, tl_official_series_get_year (officials->pdata[i], k)->year);
        last = MAX (last, tl_official_series_get_year (officials->pdata[i], k)->year);
      }
  /* Translators: title, currency, first and last year */
  return g_strdup_printf (_("Step chart of official figures, without reports. %s, in %s, %d to %d."), title,
                          tl_chart_get_currency_name (currency), first, last);
}

/* ---- one value ---- */

/* What a side declares: to one of two partners the other's exports are imports. */
static char *
dup_flow (TlOfficialSeries *official)
{
  const char *reporter = tl_official_series_get_reporter (official);
  TlGazetteer *names = tl_gazetteer_get_default ();
  g_autofree char *first =
    tl_gazetteer_dup_display_name (names, tl_official_series_get_partner (official, 0));
  g_autofree char *second =
    tl_gazetteer_dup_display_name (names, tl_official_series_get_partner (official, 1));

  switch (tl_official_series_get_flow (official))
    {
    case TL_FLOW_EXPORTS:
      if (g_strcmp0 (reporter, tl_official_series_get_partner (official, 1)) == 0)
        /* Translators: the importing country and the other; so are the next, with exports, a
         * surplus, and trade in both directions */
        return g_strdup_printf (C_("official", "imports of %s from %s"), second, first);
      return g_strdup_printf (C_("official", "exports of %s to %s"), first, second);
    case TL_FLOW_BALANCE:
      return g_strdup_printf (C_("official", "balance of %s with %s"), first, second);
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup_printf (C_("official", "trade between %s and %s"), first, second);
    }
}

static char *
dup_declared_by (TlOfficialSeries *official)
{
  const char *reporter = tl_official_series_get_reporter (official);

  if (reporter == NULL)
    return g_strdup (C_("official", "both sides, reconciled"));
  return tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), reporter);
}

/**
 * tl_chart_dup_official_description:
 * @chart: a chart
 * @subject: an official value of it
 *
 * Returns: (transfer full): the value in words
 */
char *
tl_chart_dup_official_description (TlChart   *chart,
                                   TlSubject  subject)
{
  TlOfficialSeries *official =
    tl_chart_get_nth_officials (chart, subject.series)->pdata[subject.index];
  const TlOfficialYear *year = tl_official_series_get_year (official, subject.year);
  g_autofree char *value = dup_value (official, year->value);
  g_autofree char *flow = dup_flow (official);
  g_autofree char *declared_by = dup_declared_by (official);
  const char *source = tl_official_source_get_name (tl_official_series_get_source (official));

  /* Translators: an amount, its year, what it is of, who declares it, and who publishes it:
   * "Officially $1.2 billion in 2019: exports of Chile to Peru, declared by Chile. Source: UN
   * Comtrade" */
  return g_strdup_printf (_("Officially %s in %d: %s, declared by %s. Source: %s"), value, year->year,
                          flow, declared_by, source);
}

/**
 * tl_chart_list_official_facts:
 * @chart: a chart
 * @subject: an official value of it
 *
 * Returns: (transfer full) (array zero-terminated=1): what is known of the value: by turns what a
 *   fact is called and what it is
 */
char **
tl_chart_list_official_facts (TlChart   *chart,
                              TlSubject  subject)
{
  TlOfficialSeries *official;
  const TlOfficialYear *year;
  GPtrArray *facts;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (subject.kind == TL_SUBJECT_OFFICIAL, NULL);

  official = tl_chart_get_nth_officials (chart, subject.series)->pdata[subject.index];
  year = tl_official_series_get_year (official, subject.year);
  facts = g_ptr_array_new ();
  g_ptr_array_add (facts, g_strdup (C_("official", "Value")));
  g_ptr_array_add (facts, dup_value (official, year->value));
  g_ptr_array_add (facts, g_strdup (C_("official", "Year")));
  g_ptr_array_add (facts, g_strdup_printf ("%d", year->year));
  g_ptr_array_add (facts, g_strdup (C_("official", "Flow")));
  g_ptr_array_add (facts, dup_flow (official));
  g_ptr_array_add (facts, g_strdup (C_("official", "Declared by")));
  g_ptr_array_add (facts, dup_declared_by (official));
  g_ptr_array_add (facts, g_strdup (C_("official", "Published by")));
  g_ptr_array_add (facts, g_strdup (tl_official_source_get_name (tl_official_series_get_source (official))));
  g_ptr_array_add (facts, NULL);
  return (char **) g_ptr_array_free (facts, FALSE);
}
