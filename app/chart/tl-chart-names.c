/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart of one or several series is called, and how it is told: each series by its own
 * words, under a name that tells it from the others. */

#include "tl-chart-claims.h"
#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-gazetteer.h"

/* How many partners a title names before it only counts the series. */
#define MAX_NAMED 4

static gboolean
is_single (TlChart *chart)
{
  return tl_chart_get_n_series (chart) == 1;
}

static char *
dup_partner (TlSeries *series,
             guint     index)
{
  return tl_gazetteer_dup_display_name (tl_gazetteer_get_default (),
                                        tl_series_get_partner (series, index));
}

/* ---- of one among several ---- */

static gboolean
has_currency (TlSeries *series)
{
  return *tl_series_get_currency (series) != '\0';
}

static gboolean
has_several_currencies (TlChart *chart)
{
  const char *first = NULL;

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      if (!has_currency (series))
        continue;
      if (first != NULL && !g_str_equal (first, tl_series_get_currency (series)))
        return TRUE;
      first = tl_series_get_currency (series);
    }
  return FALSE;
}

/**
 * tl_chart_dup_series_name:
 * @chart: a chart
 * @series: index of one of its series
 *
 * Returns: (transfer full): what the series is among the others: its partners and flow, and its
 *   currency where the chart has several
 */
char *
tl_chart_dup_series_name (TlChart *chart,
                          guint    series)
{
  TlSeries *self = tl_chart_get_nth_series (chart, series);
  g_autofree char *first = dup_partner (self, 0);
  g_autofree char *second = dup_partner (self, 1);
  g_autofree char *name = NULL;

  switch (tl_series_get_flow (self))
    {
    case TL_FLOW_EXPORTS:
      /* Translators: the exporting country and the other */
      name = g_strdup_printf (C_("series", "%s to %s, exports"), first, second);
      break;
    case TL_FLOW_BALANCE:
      /* Translators: the country with the surplus and the other */
      name = g_strdup_printf (C_("series", "%s over %s, surplus"), first, second);
      break;
    case TL_FLOW_TURNOVER:
    default:
      /* Translators: two countries */
      name = g_strdup_printf (C_("series", "%s – %s, turnover"), first, second);
      break;
    }
  if (!has_several_currencies (chart) || !has_currency (self))
    return g_steal_pointer (&name);
  /* Translators: a series and its currency */
  return g_strdup_printf (C_("series", "%s, in %s"), name,
                          tl_chart_get_currency_name (tl_series_get_currency (self)));
}

/* ---- the title ---- */

/* Whether all series have the same partner in a place. */
static gboolean
have_one_partner (TlChart *chart,
                  guint    place)
{
  const char *partner = tl_series_get_partner (tl_chart_get_series (chart), place);

  for (guint i = 1; i < tl_chart_get_n_series (chart); i++)
    if (!g_str_equal (tl_series_get_partner (tl_chart_get_nth_series (chart, i), place), partner))
      return FALSE;
  return TRUE;
}

static gboolean
have_one_flow (TlChart *chart)
{
  for (guint i = 1; i < tl_chart_get_n_series (chart); i++)
    if (tl_series_get_flow (tl_chart_get_nth_series (chart, i)) !=
        tl_series_get_flow (tl_chart_get_series (chart)))
      return FALSE;
  return TRUE;
}

/* "Kazakhstan, Russia and Ukraine"; NULL where they are too many. */
static char *
dup_partners (TlChart *chart,
              guint    place)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      g_autofree char *name = dup_partner (tl_chart_get_nth_series (chart, i), place);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len > MAX_NAMED)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of countries, and before the last of them */
        g_string_append (list, i + 1 < names->len ? C_("countries", ", ") : C_("countries", " and "));
      g_string_append (list, names->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Of one country with several, or of several with one. */
static char *
dup_title_of_country (TlChart *chart,
                      TlFlow   flow)
{
  guint place = have_one_partner (chart, 0) ? 0 : 1;
  g_autofree char *one = dup_partner (tl_chart_get_series (chart), place);
  g_autofree char *others = dup_partners (chart, 1 - place);

  if (others == NULL)
    return NULL;
  if (flow == TL_FLOW_EXPORTS)
    return g_strdup_printf (_("Exports from %s to %s"), place == 0 ? one : others,
                            place == 0 ? others : one);
  if (flow == TL_FLOW_BALANCE)
    return g_strdup_printf (_("Trade surplus of %s over %s"), place == 0 ? one : others,
                            place == 0 ? others : one);
  /* Translators: a country, and a list of others */
  return g_strdup_printf (_("Trade of %s with %s"), one, others);
}

/**
 * tl_chart_dup_chart_title:
 * @chart: a chart
 *
 * Returns: (transfer full): its title
 */
char *
tl_chart_dup_chart_title (TlChart *chart)
{
  TlSeries *series = tl_chart_get_series (chart);
  gboolean is_of_one = have_one_partner (chart, 0) || have_one_partner (chart, 1);
  guint n = tl_chart_get_n_series (chart);
  g_autofree char *title = NULL;

  if (have_one_flow (chart) && have_one_partner (chart, 0) && have_one_partner (chart, 1))
    return tl_chart_dup_title (series);
  if (have_one_flow (chart) && is_of_one)
    title = dup_title_of_country (chart, tl_series_get_flow (series));
  if (title != NULL)
    return g_steal_pointer (&title);
  /* Translators: %u is 2 or more */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Trade compared: %u series",
                                       "Trade compared: %u series", n), n);
}

/**
 * tl_chart_dup_chart_subtitle:
 * @chart: a chart
 *
 * Returns: (transfer full): what is shown, in one line
 */
char *
tl_chart_dup_chart_subtitle (TlChart *chart)
{
  if (tl_chart_has_officials_alone (chart))
    return tl_chart_dup_officials_subtitle (chart);
  if (have_one_flow (chart))
    return tl_chart_dup_subtitle (tl_chart_get_series (chart));
  return g_strdup (_("By year, as articles report it"));
}

/* ---- in words ---- */

/**
 * tl_chart_dup_subject_description:
 * @chart: a chart
 * @subject: a point of it
 * @n_differing: how many points of the same kind and period there are
 *
 * Returns: (transfer full): the point in words, after its series where there are several
 */
char *
tl_chart_dup_subject_description (TlChart   *chart,
                                  TlSubject  subject,
                                  guint      n_differing)
{
  TlSeries *series = tl_chart_get_nth_series (chart, subject.series);
  g_autofree char *words = tl_chart_dup_mark_description (series, subject.index, n_differing);
  g_autofree char *name = NULL;

  if (is_single (chart))
    return g_steal_pointer (&words);
  name = tl_chart_dup_series_name (chart, subject.series);
  /* Translators: a series, and a mark of it in words */
  return g_strdup_printf (C_("series", "%s. %s"), name, words);
}

/* "Belarus – Russia, turnover: From … in 2014 to … in 2016." */
static char *
dup_entry (TlChart           *chart,
           TlChartArrangement arrangement,
           guint              index,
           gboolean           is_brief)
{
  TlSeries *series = tl_chart_get_nth_series (chart, index);
  g_autofree char *name = tl_chart_dup_series_name (chart, index);
  g_autofree char *summary = NULL;
  g_autofree char *officials = NULL;
  g_autofree char *undated = NULL;
  g_autofree char *text = NULL;

  if (tl_series_get_n_points (series) == 0)
    /* Translators: %s is the chart's title */
    return g_strdup_printf (_("%s: nothing to draw."), name);
  summary = tl_chart_dup_summary (series, is_brief);
  if (!is_brief)
    undated = tl_claims_dup_description (series);
  if (!is_brief && arrangement == TL_CHART_APART)
    officials = tl_chart_dup_officials_description (tl_chart_get_nth_officials (chart, index));
  text = g_strdup_printf (C_("series", "%s: %s%s%s"), name, summary,
                          officials != NULL ? " " : "", officials != NULL ? officials : "");
  return g_strconcat (text, undated != NULL ? " " : NULL, undated, NULL);
}

static void
find_years (TlChart *chart,
            int     *first,
            int     *last)
{
  *first = G_MAXINT;
  *last = 0;
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        {
          *first = MIN (*first, tl_series_get_point (series, k)->start.year);
          *last = MAX (*last, tl_series_get_point (series, k)->end.year);
        }
    }
}

/* Which kind of chart, of what, in what, and when. */
static char *
dup_opening (TlChart           *chart,
             TlChartArrangement arrangement,
             const char        *title)
{
  g_autoptr(GString) what = g_string_new (title);
  int first, last;

  find_years (chart, &first, &last);
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      if (!has_currency (series) || has_several_currencies (chart))
        continue;
      /* Translators: follows the title: the unit */
      g_string_append_printf (what, C_("series", ", in %s"),
                              tl_chart_get_currency_name (tl_series_get_currency (series)));
      break;
    }
  if (arrangement == TL_CHART_APART)
    /* Translators: title and unit, first and last year */
    return g_strdup_printf (_("Bar charts on one scale. %s, %d to %d."), what->str, first, last);
  /* Translators: title and unit, first and last year */
  return g_strdup_printf (_("Grouped bar chart. %s, %d to %d."), what->str, first, last);
}

static char *
dup_description (TlChart           *chart,
                 TlChartArrangement arrangement,
                 const char        *title)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *opening = NULL;

  if (is_single (chart))
    {
      g_autofree char *reports = tl_chart_has_officials_alone (chart)
                                   ? tl_chart_dup_officials_opening (chart, title)
                                   : tl_chart_dup_description (tl_chart_get_series (chart), title);
      g_autofree char *officials =
        tl_chart_dup_officials_description (tl_chart_get_officials (chart));

      g_autofree char *undated = tl_claims_dup_description (tl_chart_get_series (chart));

      g_string_append (text, reports);
      if (undated != NULL)
        g_string_append_printf (text, " %s", undated);
      if (officials != NULL)
        g_string_append_printf (text, " %s", officials);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  if (!tl_chart_has_points (chart))
    return g_strdup_printf (_("%s: nothing to draw."), title);

  opening = dup_opening (chart, arrangement, title);
  g_string_append (text, opening);
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      g_autofree char *entry = dup_entry (chart, arrangement, i, FALSE);

      g_string_append_printf (text, " %s", entry);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_chart_dup_chart_description:
 * @chart: a chart
 * @arrangement: how its series are drawn
 * @title: its title
 *
 * Returns: (transfer full): the chart in a few sentences for each of its series, and what was
 *   chosen of it
 */
char *
tl_chart_dup_chart_description (TlChart           *chart,
                                TlChartArrangement arrangement,
                                const char        *title)
{
  g_autofree char *words = dup_description (chart, arrangement, title);
  g_autofree char *choice = tl_chart_dup_choice (chart);

  return choice != NULL ? g_strconcat (words, " ", choice, NULL) : g_steal_pointer (&words);
}

/* All series by their names, where the title does not name them. */
static char *
dup_names (TlChart *chart)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      g_autofree char *name = tl_chart_dup_series_name (chart, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  g_string_append_c (names, '.');
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
append_if_fits (GString    *text,
                const char *sentence)
{
  if (g_utf8_strlen (text->str, -1) + 1 + g_utf8_strlen (sentence, -1) > TL_MAX_ALT_TEXT)
    return FALSE;
  g_string_append_printf (text, " %s", sentence);
  return TRUE;
}

/**
 * tl_chart_dup_chart_alt_text:
 * @chart: a chart
 * @arrangement: how its series are drawn
 * @title: its title
 *
 * Returns: (transfer full): the chart in %TL_MAX_ALT_TEXT characters at most: the kind of chart,
 *   whose trade, unit and years, then the series with as much of their movement as there is room for
 */
char *
tl_chart_dup_chart_alt_text (TlChart           *chart,
                             TlChartArrangement arrangement,
                             const char        *title)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *opening = NULL;
  g_autofree char *names = NULL;
  gboolean has_all = TRUE;

  if (tl_chart_has_officials_alone (chart))
    return tl_chart_dup_officials_opening (chart, title);
  if (is_single (chart))
    return tl_chart_dup_alt_text (tl_chart_get_series (chart), title);
  if (!tl_chart_has_points (chart))
    return tl_chart_dup_chart_description (chart, arrangement, title);

  opening = dup_opening (chart, arrangement, title);
  g_string_append (text, opening);
  for (guint i = 0; i < tl_chart_get_n_series (chart) && has_all; i++)
    {
      g_autofree char *entry = dup_entry (chart, arrangement, i, TRUE);

      has_all = append_if_fits (text, entry);
    }
  if (has_all)
    return g_string_free (g_steal_pointer (&text), FALSE);

  /* Some without the others would be told as if they were all. */
  g_string_assign (text, opening);
  names = dup_names (chart);
  append_if_fits (text, names);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
