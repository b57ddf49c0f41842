/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart in words: its headings, and for those who do not see it each mark and the
 * whole. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-claims.h"
#include "tl-gazetteer.h"
#include "tl-labels.h"

/* How many things of one sort a description names before it only counts them. */
#define MAX_NAMED 4

/* ---- headings ---- */

/**
 * tl_chart_dup_title:
 * @series: a series
 *
 * Returns: (transfer full): the chart's title
 */
char *
tl_chart_dup_title (TlSeries *series)
{
  TlGazetteer *names = tl_gazetteer_get_default ();
  g_autofree char *first = tl_gazetteer_dup_display_name (names, tl_series_get_partner (series, 0));
  g_autofree char *second = tl_gazetteer_dup_display_name (names, tl_series_get_partner (series, 1));

  switch (tl_series_get_flow (series))
    {
    case TL_FLOW_EXPORTS:
      /* Translators: the exporting country and the other */
      return g_strdup_printf (_("Exports from %s to %s"), first, second);
    case TL_FLOW_BALANCE:
      /* Translators: the country with the surplus and the other */
      return g_strdup_printf (_("Trade surplus of %s over %s"), first, second);
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup_printf (_("Trade between %s and %s"), first, second);
    }
}

/* Of which goods, nobody knows: each article says it in its own words. */
static char *
dup_sector_subtitle (TlSeries *series)
{
  switch (tl_series_get_flow (series))
    {
    case TL_FLOW_EXPORTS:
      return g_strdup (_("Exports of some goods or services only, by year, as articles report them"));
    case TL_FLOW_BALANCE:
      return g_strdup (_("Surplus in some goods or services only, by year, as articles report it"));
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup (_("Turnover in some goods or services only, by year, as articles report it"));
    }
}

/**
 * tl_chart_dup_subtitle:
 * @series: a series
 *
 * Returns: (transfer full): what is shown, in one line
 */
char *
tl_chart_dup_subtitle (TlSeries *series)
{
  if (tl_series_get_scope (series) == TL_SCOPE_SECTOR)
    return dup_sector_subtitle (series);
  switch (tl_series_get_flow (series))
    {
    case TL_FLOW_EXPORTS:
      return g_strdup (_("Exports by year, as articles report them"));
    case TL_FLOW_BALANCE:
      return g_strdup (_("Surplus by year, as articles report it"));
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup (_("Turnover by year, both directions together, as articles report it"));
    }
}

/**
 * tl_chart_get_currency_name:
 * @code: ISO 4217
 *
 * Returns: (transfer none): what it is called, "US dollars"; of rare ones the code
 */
const char *
tl_chart_get_currency_name (const char *code)
{
  static const struct
  {
    const char *code;
    const char *name;
  } names[] = {
    { "AMD", N_("Armenian drams") },
    { "AZN", N_("Azerbaijani manats") },
    { "BYN", N_("Belarusian roubles") },
    { "CHF", N_("Swiss francs") },
    { "CNY", N_("yuan") },
    { "EUR", N_("euros") },
    { "GBP", N_("pounds sterling") },
    { "INR", N_("Indian rupees") },
    { "JPY", N_("yen") },
    { "KGS", N_("Kyrgyz som") },
    { "KRW", N_("South Korean won") },
    { "KZT", N_("tenge") },
    { "RUB", N_("Russian roubles") },
    { "TJS", N_("Tajik somoni") },
    { "TRY", N_("Turkish lira") },
    { "UAH", N_("hryvnias") },
    { "USD", N_("US dollars") },
    { "UZS", N_("Uzbek soum") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].code, code))
      return _(names[i].name);
  return code;
}

/**
 * tl_chart_dup_unit:
 * @currency: ISO 4217
 * @unit_exponent: 9 when the axis counts in billions
 *
 * Returns: (transfer full): the value axis' title, "US dollars, billion"
 */
char *
tl_chart_dup_unit (const char *currency,
                   int         unit_exponent)
{
  currency = tl_chart_get_currency_name (currency);
  switch (unit_exponent)
    {
    case 12:
      return g_strdup_printf (C_("axis", "%s, trillion"), currency);
    case 9:
      return g_strdup_printf (C_("axis", "%s, billion"), currency);
    case 6:
      return g_strdup_printf (C_("axis", "%s, million"), currency);
    case 3:
      return g_strdup_printf (C_("axis", "%s, thousand"), currency);
    default:
      return g_strdup (currency);
    }
}

/**
 * tl_chart_dup_more:
 * @n: how many things a list leaves out
 *
 * Returns: (transfer full): the end of a list that is too long
 */
char *
tl_chart_dup_more (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
}

/* ---- points ---- */

/* Of what is converted, with what was said. */
static char *
dup_whole_value (TlSeries      *series,
                 const TlPoint *point)
{
  g_autofree char *value = tl_label_for_amount (point->value, point->high,
                                                tl_series_get_currency (series), point->precision,
                                                TL_LABEL_STYLE_WORDS);

  if (point->conversion == NULL)
    return g_steal_pointer (&value);
  /* Translators: an amount, and what it is converted from:
   * "$462 million, converted from €420 million, at 1.10" */
  return g_strdup_printf (C_("point", "%s, converted from %s"), value, point->conversion);
}

static char *
dup_value (TlSeries      *series,
           const TlPoint *point)
{
  return tl_label_for_amount (point->value, point->high, tl_series_get_currency (series),
                              point->precision, TL_LABEL_STYLE_WORDS);
}

static char *
dup_kind (const TlPoint *point)
{
  switch (point->kind)
    {
    case TL_POINT_PARTIAL:
      if (point->start.year != point->end.year)
        return g_strdup (C_("point", "reported for several years"));
      return g_strdup (C_("point", "reported for a part of the year"));
    case TL_POINT_CALCULATED:
      /* Translators: %s is a formula */
      return g_strdup_printf (C_("point", "calculated: %s"), point->formula);
    case TL_POINT_TARGET:
      return g_strdup (C_("point", "a target"));
    case TL_POINT_FORECAST:
      return g_strdup (C_("point", "a forecast"));
    case TL_POINT_YEAR:
    default:
      return g_strdup (C_("point", "reported for the full year"));
    }
}

static char *
dup_first_origin (TlReport *report)
{
  const char *publisher = tl_report_get_publisher (report);
  g_autofree char *date = tl_label_for_date (tl_report_get_published (report));
  const char *name = publisher != NULL ? publisher : tl_report_get_title (report);

  if (*name == '\0')
    return g_strdup (*date != '\0' ? date : _("an untitled article"));
  if (*date == '\0')
    return g_strdup (name);
  /* Translators: a publisher and a date */
  return g_strdup_printf (C_("point", "%s, %s"), name, date);
}

/**
 * tl_chart_dup_origin:
 * @reports: (element-type TlReport): reports, one at least
 *
 * Returns: (transfer full): where the first was, and how many others there are
 */
char *
tl_chart_dup_origin (GPtrArray *reports)
{
  TlReport *report = reports->pdata[0];
  g_autofree char *origin = dup_first_origin (report);
  guint n_carriers = tl_report_get_n_carriers (report);
  guint n_others = reports->len - 1;

  if (n_carriers > 1)
    {
      g_autofree char *first = g_steal_pointer (&origin);

      /* Translators: where an article appeared first, and how many outlets brought it */
      origin = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (carried by %u)",
                                             "%s (carried by %u)", n_carriers), first, n_carriers);
    }
  if (n_others == 0)
    return g_steal_pointer (&origin);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u other report",
                                       "%s and %u other reports", n_others), origin, n_others);
}

/**
 * tl_chart_dup_mark_description:
 * @series: a series
 * @point: index of a point
 * @n_differing: how many points of the same kind and period there are
 *
 * Returns: (transfer full): the point in words
 */
char *
tl_chart_dup_mark_description (TlSeries *series,
                               guint     point,
                               guint     n_differing)
{
  const TlPoint *data = tl_series_get_point (series, point);
  g_autofree char *period = tl_label_for_period (data->start, data->end);
  g_autofree char *value = dup_whole_value (series, data);
  g_autofree char *kind = dup_kind (data);
  g_autofree char *origin = tl_chart_dup_origin (data->reports);
  g_autofree char *text = NULL;

  /* Translators: a period, an amount, what it is and where it was reported:
   * "2014: $1.1 billion, reported for the full year. Kazinform, 8 December 2016" */
  text = g_strdup_printf (C_("point", "%s: %s, %s. %s"), period, value, kind, origin);
  if (n_differing < 2)
    return g_steal_pointer (&text);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s. One of %u value that differs",
                                       "%s. One of %u values that differ", n_differing),
                          text, n_differing);
}

/* ---- the whole ---- */

static const TlPoint *
find_extreme_year (TlSeries *series,
                   gboolean  highest)
{
  const TlPoint *best = NULL;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      if (point->kind == TL_POINT_YEAR &&
          (best == NULL || (highest ? point->value > best->value : point->value < best->value)))
        best = point;
    }
  return best;
}

static guint
count_differing (TlSeries *series,
                 guint     first)
{
  guint n = tl_series_get_n_points (series);
  int year = tl_series_get_point (series, first)->start.year;
  guint end = first;

  while (end < n && tl_series_get_point (series, end)->kind == TL_POINT_YEAR &&
         tl_series_get_point (series, end)->start.year == year)
    end++;
  return end - first;
}

/* "almost $1 billion or $1.1 billion" */
static char *
dup_values (TlSeries *series,
            guint     first,
            guint     n)
{
  g_autoptr(GString) values = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      g_autofree char *value = dup_value (series, tl_series_get_point (series, first + i));

      if (i > 0)
        g_string_append (values, C_("differing values", " or "));
      g_string_append (values, value);
    }
  if (n > MAX_NAMED)
    g_string_append (values, "…");
  return g_string_free (g_steal_pointer (&values), FALSE);
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_movement (TlSeries *series,
                 gboolean  is_brief,
                 GString  *text)
{
  guint n = tl_series_get_n_points (series);
  guint first = 0, last = 0, n_years = 0;
  const TlPoint *highest = find_extreme_year (series, TRUE);
  const TlPoint *lowest = find_extreme_year (series, FALSE);
  g_autofree char *high = NULL, *low = NULL, *from = NULL, *to = NULL;

  if (highest == NULL)
    {
      append_sentence (text, g_strdup (_("No full year is reported.")));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      guint n_differing = count_differing (series, i);

      if (n_differing == 0)
        continue;
      if (n_years++ == 0)
        first = i;
      last = i;
      i += n_differing - 1;
    }

  from = dup_values (series, first, count_differing (series, first));
  if (n_years == 1)
    {
      append_sentence (text, g_strdup_printf (_("One full year is reported: %s in %d."), from,
                                              highest->start.year));
      return;
    }
  to = dup_values (series, last, count_differing (series, last));
  append_sentence (text, g_strdup_printf (_("From %s in %d to %s in %d."),
                                          from, tl_series_get_point (series, first)->start.year,
                                          to, tl_series_get_point (series, last)->start.year));
  if (is_brief)
    return;
  high = dup_value (series, highest);
  low = dup_value (series, lowest);
  append_sentence (text, g_strdup_printf (_("The highest full year was %d with %s, "
                                            "the lowest %d with %s."),
                                          highest->start.year, high, lowest->start.year, low));
}

static void
append_differing (TlSeries *series,
                  GString  *text)
{
  guint n_named = 0, n_years = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      guint n = count_differing (series, i);
      int year = tl_series_get_point (series, i)->start.year;
      g_autofree char *values = NULL;

      if (n < 2)
        continue;
      n_years++;
      if (n_named < MAX_NAMED)
        {
          n_named++;
          values = dup_values (series, i, n);
          append_sentence (text, g_strdup_printf (_("Reports differ for %d: %s."), year, values));
        }
      i += n - 1;
    }
  if (n_years > n_named)
    append_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "Reports differ for %u more year.",
                                                         "Reports differ for %u more years.",
                                                         n_years - n_named), n_years - n_named));
}

static const char *
get_kind_heading (TlPointKind kind)
{
  switch (kind)
    {
    case TL_POINT_PARTIAL:
      /* Translators: before a list of periods and values; so are the next three */
      return _("Known in part: %s.");
    case TL_POINT_CALCULATED:
      return _("Calculated: %s.");
    case TL_POINT_TARGET:
      return _("Targets: %s.");
    case TL_POINT_FORECAST:
    case TL_POINT_YEAR:
    default:
      return _("Forecasts: %s.");
    }
}

static void
append_kind (TlSeries    *series,
             TlPointKind  kind,
             GString     *text)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);
      g_autofree char *period = NULL, *value = NULL;

      if (point->kind != kind || ++n > MAX_NAMED)
        continue;
      period = tl_label_for_period (point->start, point->end);
      value = dup_value (series, point);
      if (n > 1)
        g_string_append (list, "; ");
      /* Translators: a period and an amount */
      g_string_append_printf (list, C_("list", "%s %s"), period, value);
    }
  if (n == 0)
    return;
  if (n > MAX_NAMED)
    {
      g_autofree char *more = tl_chart_dup_more (n - MAX_NAMED);

      g_string_append_printf (list, "; %s", more);
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  append_sentence (text, g_strdup_printf (get_kind_heading (kind), list->str));
#pragma GCC diagnostic pop
}

static void
append_opening (TlSeries   *series,
                const char *title,
                GString    *text)
{
  const char *currency = tl_chart_get_currency_name (tl_series_get_currency (series));
  guint n = tl_series_get_n_points (series);
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < n; i++)
    {
      first = MIN (first, tl_series_get_point (series, i)->start.year);
      last = MAX (last, tl_series_get_point (series, i)->end.year);
    }
  if (first == last)
    /* Translators: title, currency, year */
    append_sentence (text, g_strdup_printf (_("Bar chart. %s, in %s, %d."), title, currency, first));
  else
    /* Translators: title, currency, first and last year */
    append_sentence (text, g_strdup_printf (_("Bar chart. %s, in %s, %d to %d."),
                                            title, currency, first, last));
}

/**
 * tl_chart_dup_summary:
 * @series: a series with points
 * @is_brief: whether to tell no more than how it went
 *
 * Returns: (transfer full): the main movement, then where reports differ and what is not a full
 *   year's report
 */
char *
tl_chart_dup_summary (TlSeries *series,
                      gboolean  is_brief)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_movement (series, is_brief, text);
  if (!is_brief)
    {
      append_differing (series, text);
      append_kind (series, TL_POINT_CALCULATED, text);
      append_kind (series, TL_POINT_PARTIAL, text);
      append_kind (series, TL_POINT_FORECAST, text);
      append_kind (series, TL_POINT_TARGET, text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_chart_dup_description:
 * @series: a series
 * @title: the chart's title
 *
 * Returns: (transfer full): the chart in a few sentences
 */
char *
tl_chart_dup_description (TlSeries   *series,
                          const char *title)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (tl_series_get_n_points (series) == 0)
    /* Translators: %s is the chart's title */
    return g_strdup_printf (_("%s: nothing to draw."), title);

  append_opening (series, title, text);
  append_sentence (text, tl_chart_dup_summary (series, FALSE));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whole sentences, as many as there is room for. */
static void
append_if_fits (GString *text,
                GString *sentences)
{
  glong n_chars = g_utf8_strlen (text->str, -1) + 1 + g_utf8_strlen (sentences->str, -1);

  if (sentences->len > 0 && n_chars <= TL_MAX_ALT_TEXT)
    append_sentence (text, g_strdup (sentences->str));
  g_string_truncate (sentences, 0);
}

/**
 * tl_chart_dup_alt_text:
 * @series: a series
 * @title: the chart's title
 *
 * Returns: (transfer full): the chart in %TL_MAX_ALT_TEXT characters at most: the kind of
 *   chart, whose trade, unit and years, then the main movement and where reports differ
 */
char *
tl_chart_dup_alt_text (TlSeries   *series,
                       const char *title)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) next = g_string_new (NULL);
  g_autofree char *undated = NULL;

  if (tl_series_get_n_points (series) == 0)
    return tl_chart_dup_description (series, title);
  append_opening (series, title, text);
  append_movement (series, TRUE, next);
  append_if_fits (text, next);
  append_differing (series, next);
  append_if_fits (text, next);
  undated = tl_claims_dup_description (series);
  g_string_append (next, undated != NULL ? undated : "");
  append_if_fits (text, next);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
