/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "test-reports.h"
#include "tl-figure.h"
#include "tl-labels.h"

static void
test_value_label (void)
{
  static const struct
  {
    const char  *currency;
    double       value;
    double       high;
    TlPrecision  precision;
    const char  *label;
  } cases[] = {
    { "USD", 419.1e6, NAN, TL_PRECISION_EXACT, "$419.1 million" },
    { "USD", 1e9, NAN, TL_PRECISION_BELOW, "almost $1 billion" },
    { "USD", 5e8, NAN, TL_PRECISION_ABOUT, "about $500 million" },
    { "USD", 890e6, NAN, TL_PRECISION_ABOVE, "over $890 million" },
    { "USD", 750e6, 800e6, TL_PRECISION_EXACT, "$750–800 million" },
    { "USD", 750e6, 1.2e9, TL_PRECISION_ABOUT, "about $750 million to $1.2 billion" },
    { "USD", 2e9, 1e9, TL_PRECISION_EXACT, "$2 billion" },
    { "JPY", 22.2e12, NAN, TL_PRECISION_EXACT, "¥22.2 trillion" },
    { "EUR", 38500, NAN, TL_PRECISION_EXACT, "€38.5 thousand" },
    { "GBP", 1250, NAN, TL_PRECISION_EXACT, "£1250" },
    { "GBP", 0.5, NAN, TL_PRECISION_EXACT, "£0.5" },
    { "KZT", 3.4e9, NAN, TL_PRECISION_EXACT, "KZT 3.4 billion" },
    { "", 1e9, NAN, TL_PRECISION_BELOW, "almost 1 billion" },
    { "USD", 598714285.7, NAN, TL_PRECISION_EXACT, "$598.7 million" },
    { "USD", 999.96e6, NAN, TL_PRECISION_EXACT, "$1 billion" },
    { "USD", 1181.4e6, NAN, TL_PRECISION_EXACT, "$1.181 billion" },
    { "USD", 123456e12, NAN, TL_PRECISION_EXACT, "$123500 trillion" },
    { "USD", 1e300, NAN, TL_PRECISION_EXACT, "$1e+300" },
    { "USD", NAN, NAN, TL_PRECISION_EXACT, "" },
    { "USD", INFINITY, NAN, TL_PRECISION_EXACT, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureData data;
      g_autoptr(TlFigure) figure = NULL;
      g_autofree char *label = NULL;

      tl_figure_data_init (&data);
      data.value = cases[i].value;
      data.high = cases[i].high;
      data.precision = cases[i].precision;
      g_strlcpy (data.currency, cases[i].currency, sizeof data.currency);
      figure = tl_figure_new (&data, NULL, NULL, NULL);
      label = tl_figure_dup_value_label (figure);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_compact_label (void)
{
  g_autofree char *about = tl_label_for_amount (5e8, NAN, "USD", TL_PRECISION_ABOUT,
                                                TL_LABEL_STYLE_COMPACT);
  g_autofree char *range = tl_label_for_amount (3.5e9, 4e9, "KZT", TL_PRECISION_EXACT,
                                                TL_LABEL_STYLE_COMPACT);
  g_autofree char *signs = tl_label_for_amount (1e12, NAN, "EUR", TL_PRECISION_ABOUT,
                                                TL_LABEL_STYLE_SIGNS);

  g_assert_cmpstr (about, ==, "≈$500m");
  g_assert_cmpstr (range, ==, "KZT 3.5–4bn");
  g_assert_cmpstr (signs, ==, "≈ €1 trillion");
}

static void
test_period_label (void)
{
  static const struct
  {
    const char *line;
    const char *label;
    gboolean    is_full_year;
  } cases[] = {
    { "2016", "2016", TRUE },
    { "2017-01..2017-09", "Jan–Sep 2017", FALSE },
    { "2018-12..2018-12", "Dec 2018", FALSE },
    { "2018..2024", "2018–2024", FALSE },
    { "2016-07..2017-06", "Jul 2016–Jun 2017", FALSE },
    { "1m", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlReport) report = make_test_report (cases[i].line);
      TlFigure *figure = tl_report_get_figure (report);
      g_autofree char *label = tl_figure_dup_period_label (figure);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpint (tl_figure_is_full_year (figure), ==, cases[i].is_full_year);
    }
}

static void
test_change_label (void)
{
  static const struct
  {
    TlChangeKind  kind;
    double        change;
    int           against;
    const char   *label;
  } cases[] = {
    { TL_CHANGE_NONE, 0, 0, "" },
    { TL_CHANGE_PERCENT, -30, TL_AGAINST_PREVIOUS_YEAR, "−30% against the year before" },
    { TL_CHANGE_PERCENT, 7.5, TL_AGAINST_PREVIOUS_PERIOD, "+7.5% against the period before" },
    { TL_CHANGE_PERCENT, -50, 2014, "−50% against 2014" },
    { TL_CHANGE_PERCENT, NAN, 2014, "" },
    { TL_CHANGE_UP, 0, 0, "up" },
    { TL_CHANGE_DOWN, 0, 0, "down" },
    { TL_CHANGE_FLAT, 0, 0, "unchanged" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureData data;
      g_autoptr(TlFigure) figure = NULL;
      g_autofree char *label = NULL;

      tl_figure_data_init (&data);
      data.change_kind = cases[i].kind;
      data.change = cases[i].change;
      data.change_against = cases[i].against;
      figure = tl_figure_new (&data, NULL, NULL, NULL);
      label = tl_figure_dup_change_label (figure);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_chartable (void)
{
  static const struct
  {
    const char *line;
    gboolean    is_chartable;
  } cases[] = {
    { "2016 419.1m", TRUE },
    { "2017-01..2017-09 500m about", TRUE },
    { "2018 1b forecast", TRUE },
    { "2020 1b target", TRUE },
    { "2020 1b potential", TRUE },
    { "2016 30m exports", TRUE },
    { "2016 30m balance", TRUE },
    { "2018..2024 5b", TRUE },
    { "1b", FALSE },
    { "2016 change=-30", FALSE },
    { "2016 1b currency=", FALSE },
    { "2016 1b regional first=BY-BR", FALSE },
    { "2016 1b bloc second=EU", FALSE },
    { "2016 1b sector", FALSE },
    { "2016 1b second=BY", FALSE },
    { "2016 1b first=", FALSE },
    { "2016 -1b", FALSE },
    { "2016 value=0", FALSE },
    { "2016 value=inf", FALSE },
    { "1899 1b", FALSE },
    { "2101 1b", FALSE },
    { "2017-09..2017-01 1b", FALSE },
    { "2017..2016 1b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlReport) report = make_test_report (cases[i].line);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (tl_figure_is_chartable (tl_report_get_figure (report)), ==,
                       cases[i].is_chartable);
    }
}

static void
test_names (void)
{
  TlFlow flow = TL_FLOW_BALANCE;
  TlScope scope = TL_SCOPE_BLOC;
  TlStatus status = TL_STATUS_FORECAST;

  for (int i = TL_FLOW_TURNOVER; i <= TL_FLOW_BALANCE; i++)
    {
      g_assert_true (tl_flow_from_string (tl_flow_to_string ((TlFlow) i), &flow));
      g_assert_cmpint (flow, ==, i);
    }
  for (int i = TL_SCOPE_NATIONAL; i <= TL_SCOPE_SECTOR; i++)
    {
      g_assert_true (tl_scope_from_string (tl_scope_to_string ((TlScope) i), &scope));
      g_assert_cmpint (scope, ==, i);
    }
  for (int i = TL_STATUS_REPORTED; i <= TL_STATUS_POTENTIAL; i++)
    {
      g_assert_true (tl_status_from_string (tl_status_to_string ((TlStatus) i), &status));
      g_assert_cmpint (status, ==, i);
    }

  g_assert_false (tl_flow_from_string ("imports", &flow));
  g_assert_false (tl_scope_from_string ("", &scope));
  g_assert_false (tl_status_from_string (NULL, &status));
  g_assert_cmpint (flow, ==, TL_FLOW_BALANCE);
  g_assert_cmpint (scope, ==, TL_SCOPE_SECTOR);
  g_assert_cmpint (status, ==, TL_STATUS_POTENTIAL);
}

static void
test_citation (void)
{
  static const struct
  {
    const char *title;
    const char *publisher;
    TlDate      published;
    const char *url;
    const char *citation;
  } cases[] = {
    { "A title", "Kazinform", { 2017, 3, 16 }, "https://example.org/1",
      "Kazinform, 16 March 2017: A title, https://example.org/1" },
    { "A title", NULL, { 2017, 3, 0 }, NULL, "March 2017: A title" },
    { "A title", "Kazinform", { 0, 0, 0 }, NULL, "Kazinform: A title" },
    { NULL, "Kazinform", { 2017, 0, 0 }, NULL, "Kazinform, 2017" },
    { "A title", NULL, { 0, 0, 0 }, NULL, "A title" },
    { NULL, NULL, { 0, 0, 0 }, "https://example.org/1", "https://example.org/1" },
    { " \n ", "", { 2017, 2, 30 }, NULL, "Untitled article" },
    { "Two\nlines", NULL, { 0, 0, 0 }, NULL, "Two lines" },
    { "Broken \xff bytes", NULL, { 0, 0, 0 }, NULL, "Broken \xef\xbf\xbd bytes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureData data;
      g_autoptr(TlFigure) figure = NULL;
      TlReport *report;
      g_autofree char *citation = NULL;

      tl_figure_data_init (&data);
      figure = tl_figure_new (&data, "quote", "sentence", NULL);
      report = tl_report_new (figure, 7, cases[i].title, cases[i].publisher,
                              cases[i].published, cases[i].url);
      citation = tl_report_dup_citation (report);
      g_assert_cmpstr (citation, ==, cases[i].citation);
      g_assert_true (tl_report_get_figure (report) == figure);
      g_assert_cmpint (tl_report_get_article_id (report), ==, 7);
      g_assert_finalize_object (report);
    }
}

static void
test_host (void)
{
  static const struct
  {
    const char *url;
    const char *host;
  } cases[] = {
    { "https://www.example.org/news/1?a=b", "example.org" },
    { "http://en.example.org", "en.example.org" },
    { "not an address", NULL },
    { "file:///home/me/a.txt", NULL },
    { NULL, NULL },
  };
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;

  tl_figure_data_init (&data);
  figure = tl_figure_new (&data, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlReport) report = tl_report_new (figure, 1, "Title", NULL, TL_DATE_NONE, cases[i].url);
      g_autofree char *host = tl_report_dup_host (report);
      g_autofree char *citation = tl_report_dup_short_citation (report);

      g_assert_cmpstr (host, ==, cases[i].host);
      g_assert_cmpstr (citation, ==, "Title");
    }
}

static void
test_texts (void)
{
  TlFigureData data;
  TlFigure *figure;

  tl_figure_data_init (&data);
  figure = tl_figure_new (&data, "$5", "It was $5.", "A Speaker");
  g_assert_cmpstr (tl_figure_get_quote (figure), ==, "$5");
  g_assert_cmpstr (tl_figure_get_sentence (figure), ==, "It was $5.");
  g_assert_cmpstr (tl_figure_get_speaker (figure), ==, "A Speaker");
  g_assert_false (tl_figure_has_value (figure));
  g_assert_finalize_object (figure);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/figure/value-label", test_value_label);
  g_test_add_func ("/figure/compact-label", test_compact_label);
  g_test_add_func ("/figure/period-label", test_period_label);
  g_test_add_func ("/figure/change-label", test_change_label);
  g_test_add_func ("/figure/chartable", test_chartable);
  g_test_add_func ("/figure/names", test_names);
  g_test_add_func ("/figure/texts", test_texts);
  g_test_add_func ("/report/citation", test_citation);
  g_test_add_func ("/report/host", test_host);

  return g_test_run ();
}
