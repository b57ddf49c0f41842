/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What `tradelines chart` shows of which pairs, and their numbers as tables.
 */

#include "tl-command-private.h"

#include <glib/gi18n-lib.h>

#include "tl-gazetteer.h"

static char **
get_pair (GArray *pairs,
          guint   index)
{
  return (char **) (void *) (pairs->data + index * 2 * sizeof (char *));
}

static void
clear_pair (gpointer data)
{
  char **partners = data;

  g_free (partners[0]);
  g_free (partners[1]);
}

/*
 * tl_command_parse_pairs:
 * @pairs: (nullable): what was given as pairs
 *
 * Complains of what is none, and where they are more than a chart shows.
 *
 * Returns: (transfer full) (nullable): an array with two codes for each pair, in their order; each
 *   pair once
 */
GArray *
tl_command_parse_pairs (char **pairs)
{
  g_autoptr(GArray) parsed = g_array_new (FALSE, FALSE, 2 * sizeof (char *));
  char *none[2] = { NULL, NULL };

  g_array_set_clear_func (parsed, clear_pair);
  /* Without any it is complained of as of one that is missing. */
  if (pairs == NULL)
    return tl_command_parse_pair (NULL, none) ? g_steal_pointer (&parsed) : NULL;
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *partners[2] = { NULL, NULL };
      gboolean is_new = TRUE;

      if (!tl_command_parse_pair (pairs[i], partners))
        return NULL;
      for (guint k = 0; k < parsed->len; k++)
        {
          char **other = get_pair (parsed, k);

          is_new &= !(g_str_equal (other[0], partners[0]) && g_str_equal (other[1], partners[1]));
        }
      if (is_new)
        g_array_append_vals (parsed, partners, 1);
      else
        clear_pair (partners);
    }
  if (parsed->len <= TL_CHART_MAX_SERIES)
    return g_steal_pointer (&parsed);
  tl_command_complain (_("These are %u pairs; a chart shows at most %d"), parsed->len,
                       TL_CHART_MAX_SERIES);
  return NULL;
}

static void
complain_of_nothing (TlSeries *series)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autofree char *first = tl_gazetteer_dup_display_name (gazetteer, tl_series_get_partner (series, 0));
  g_autofree char *second = tl_gazetteer_dup_display_name (gazetteer, tl_series_get_partner (series, 1));

  switch (tl_series_get_flow (series))
    {
    case TL_FLOW_EXPORTS:
      tl_command_complain (_("These articles report no exports from %s to %s that could be charted"), first, second);
      break;
    case TL_FLOW_BALANCE:
      tl_command_complain (_("These articles report no surplus of %s over %s that could be charted"), first, second);
      break;
    case TL_FLOW_TURNOVER:
    default:
      tl_command_complain (_("These articles report no trade between %s and %s that could be charted"), first, second);
      break;
    }
}

/* Whether an earlier pair is the same the other way round. */
static gboolean
has_reversed (GArray *pairs,
              guint   index)
{
  for (guint i = 0; i < index; i++)
    if (g_str_equal (get_pair (pairs, i)[0], get_pair (pairs, index)[1]) &&
        g_str_equal (get_pair (pairs, i)[1], get_pair (pairs, index)[0]))
      return TRUE;
  return FALSE;
}

/*
 * tl_command_make_chart:
 * @pairs: two codes for each pair, see tl_command_parse_pairs()
 * @flow: the flow
 * @rules: what is wanted of the reports
 * @reports: (element-type TlReport): what is reported
 * @values: (element-type TlOfficialValue): what is declared
 * @plan: how they are shown
 *
 * Complains of each pair of which nothing is reported, and where series are more than a chart shows.
 *
 * Returns: (transfer full) (nullable): the chart, which may have no point
 */
TlChart *
tl_command_make_chart (GArray              *pairs,
                       TlFlow               flow,
                       const TlSeriesRules *rules,
                       GPtrArray           *reports,
                       GArray              *values,
                       TlCommandPlan        plan)
{
  g_autoptr(GArray) entries = tl_chart_entries_new ();

  for (guint i = 0; i < pairs->len; i++)
    {
      char **partners = get_pair (pairs, i);
      g_autoptr(TlSeries) series = tl_series_new_by_rules (partners[0], partners[1], flow, reports, rules);
      g_autoptr(GPtrArray) officials =
        tl_official_series_list ((const TlOfficialValue *) (const void *) values->data, values->len,
                                 partners[0], partners[1], flow);

      if (flow == TL_FLOW_TURNOVER && has_reversed (pairs, i))
        continue;
      tl_chart_entries_add (entries, series, officials);
      if (plan.each_currency)
        tl_chart_entries_add_currencies (entries, series, reports, rules);
      /* Official figures of one pair are drawn alone. */
      if (tl_series_get_n_points (series) == 0 && (pairs->len > 1 || officials->len == 0))
        complain_of_nothing (series);
    }
  if (entries->len > TL_CHART_MAX_SERIES)
    {
      tl_command_complain (_("These are %u series, each currency counted; a chart shows at most %d"),
                           entries->len, TL_CHART_MAX_SERIES);
      return NULL;
    }
  return tl_chart_new_for_entries ((const TlChartEntry *) (const void *) entries->data, entries->len,
                                   plan.arrangement);
}

/*
 * tl_command_print_tables:
 * @chart: a chart
 *
 * Prints the numbers behind it, of several series each under its name.
 */
void
tl_command_print_tables (TlChart *chart)
{
  guint n = tl_chart_get_n_series (chart);

  for (guint i = 0; i < n; i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      GPtrArray *officials = tl_chart_get_nth_officials (chart, i);
      g_autofree char *name = tl_chart_dup_series_name (chart, i);
      g_autofree char *table = NULL;

      if (tl_series_get_n_points (series) == 0 && officials->len == 0)
        continue;
      table = tl_command_make_table (series, officials);
      if (n > 1)
        g_print ("%s%s\n", i > 0 ? "\n" : "", name);
      g_print ("%s", table);
    }
}
