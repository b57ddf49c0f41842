/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairs and reports: what charts are made of. */

#include <math.h>

#include "library-fixture.h"

#define FIGURE(flow, first, second, scope, currency, value, rest) \
  "{ \"quote\": \"q\", \"sentence\": \"s\", \"offset\": 0, \"length\": 1, \"flow\": \"" flow "\"," \
  "  \"partners\": [\"" first "\", \"" second "\"], \"scope\": \"" scope "\"," \
  "  \"start\": \"2018-01\", \"end\": \"2018-12\", \"value\": " value ", \"high\": null," \
  "  \"currency\": " currency ", \"precision\": \"exact\", \"status\": \"reported\"," \
  "  \"change\": null, \"change_against\": null, \"speaker\": null" rest "}"

#define NATIONAL(first, second) \
  FIGURE ("turnover", first, second, "national", "\"EUR\"", "1000000", "")

static gint64
add (TlLibrary  *library,
     const char *title,
     const char *published,
     const char *figures)
{
  g_autoptr(TlArticle) article = fixture_article (title, published, figures);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (library, article, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_pairs (TlLibrary  *library,
              const char *expected)
{
  g_autoptr(GArray) pairs = tl_library_get_pairs (library);
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TlPair *pair = &g_array_index (pairs, TlPair, i);

      g_string_append_printf (string, "%s%s-%s:%u", i > 0 ? " " : "",
                              pair->partners[0], pair->partners[1], pair->n_figures);
    }
  g_assert_cmpstr (string->str, ==, expected);
}

static void
test_pairs (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  gint64 id;

  add (library, "a", "2018-05-02", NATIONAL ("RS", "SI"));
  add (library, "b", "2018-05-02", NATIONAL ("HU", "SI") "," NATIONAL ("AT", "SI"));
  assert_pairs (library, "AT-SI:1 HU-SI:1 RS-SI:1");

  /* Exports count whichever way they go. */
  id = add (library, "c", "2018-05-02",
            FIGURE ("exports", "SI", "RS", "national", "\"EUR\"", "1000000", "") ","
            FIGURE ("balance", "RS", "SI", "national", "\"EUR\"", "1000000", ""));
  assert_pairs (library, "RS-SI:3 AT-SI:1 HU-SI:1");

  /* Nothing of these can be drawn as trade of two countries. */
  add (library, "d", "2018-05-02",
       FIGURE ("turnover", "RS-VO", "SI", "regional", "\"EUR\"", "1000000", "") ","
       FIGURE ("turnover", "EU", "RS", "bloc", "\"EUR\"", "1000000", "") ","
       FIGURE ("exports", "SI", "RS", "sector", "\"EUR\"", "1000000", "") ","
       FIGURE ("turnover", "BA", "SI", "national", "null", "1000000", "") ","
       FIGURE ("turnover", "BA", "SI", "national", "\"EUR\"", "null", ""));
  assert_pairs (library, "RS-SI:3 AT-SI:1 HU-SI:1");

  g_assert_true (tl_library_remove (library, id, &error));
  assert_pairs (library, "AT-SI:1 HU-SI:1 RS-SI:1");
  g_clear_object (&library);
  library = fixture_open (path);
  assert_pairs (library, "AT-SI:1 HU-SI:1 RS-SI:1");
}

static char *
describe_reports (TlLibrary  *library,
                  const char *partner,
                  const char *other)
{
  g_autoptr(GPtrArray) reports = tl_library_get_reports (library, partner, other);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = g_ptr_array_index (reports, i);
      const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

      g_string_append_printf (string, "%s%s:%s>%s", i > 0 ? " " : "",
                              tl_report_get_title (report), data->partners[0], data->partners[1]);
    }
  return g_string_free (string, FALSE);
}

static void
test_reports (void)
{
  static const struct
  {
    const char *partner;
    const char *other;
    const char *reports;
  } cases[] = {
    { "RS", "SI", "old:RS>SI old:SI>RS month:RS>SI newer:RS-VO>SI undated:RS>SI" },
    { "SI", "RS", "old:RS>SI old:SI>RS month:RS>SI newer:RS-VO>SI undated:RS>SI" },
    { "SI", "RS-VO", "old:RS>SI old:SI>RS month:RS>SI newer:RS-VO>SI undated:RS>SI" },
    { "HU", "SI", "newer:HU>SI" },
    { "SI", "EU", "newer:EU>SI" },
    { "RS", "HU", "" },
    { "SI", "SI", "" },
    { "", "", "" },
    { "'; DROP TABLE figure; --", "SI", "" },
  };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  add (library, "undated", NULL, NATIONAL ("RS", "SI"));
  add (library, "newer", "2019-05-02",
       NATIONAL ("HU", "SI") ","
       FIGURE ("turnover", "RS-VO", "SI", "regional", "\"EUR\"", "1000000", "") ","
       FIGURE ("turnover", "EU", "SI", "bloc", "\"EUR\"", "1000000", ""));
  add (library, "month", "2018-06", NATIONAL ("RS", "SI"));
  add (library, "old", "2018-05-30",
       NATIONAL ("RS", "SI") ","
       FIGURE ("exports", "SI", "RS", "national", "\"EUR\"", "1000000", ""));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reports = describe_reports (library, cases[i].partner, cases[i].other);

      g_assert_cmpstr (reports, ==, cases[i].reports);
    }
}

static void
assert_same_number (double a,
                    double b)
{
  g_assert_true ((isnan (a) && isnan (b)) || a == b);
}

static void
assert_same_why (const TlWhy *a,
                 const TlWhy *b)
{
  g_assert_cmpuint (a->n_reasons, ==, b->n_reasons);
  for (guint i = 0; i < a->n_reasons; i++)
    {
      g_assert_cmpint (a->reasons[i].field, ==, b->reasons[i].field);
      g_assert_cmpint (a->reasons[i].how, ==, b->reasons[i].how);
      g_assert_cmpuint (a->reasons[i].span.start, ==, b->reasons[i].span.start);
      g_assert_cmpuint (a->reasons[i].span.end, ==, b->reasons[i].span.end);
      g_assert_cmpint (tl_date_compare (a->reasons[i].from, b->reasons[i].from), ==, 0);
    }
}

static void
assert_same_figure (TlFigure *figure,
                    TlFigure *expected)
{
  const TlFigureData *a = tl_figure_get_data (figure);
  const TlFigureData *b = tl_figure_get_data (expected);

  g_assert_cmpstr (tl_figure_get_quote (figure), ==, tl_figure_get_quote (expected));
  g_assert_cmpstr (tl_figure_get_sentence (figure), ==, tl_figure_get_sentence (expected));
  g_assert_cmpstr (tl_figure_get_speaker (figure), ==, tl_figure_get_speaker (expected));
  g_assert_cmpuint (a->quote.start, ==, b->quote.start);
  g_assert_cmpuint (a->quote.end, ==, b->quote.end);
  g_assert_cmpuint (a->sentence.start, ==, b->sentence.start);
  g_assert_cmpuint (a->sentence.end, ==, b->sentence.end);
  g_assert_cmpint (a->flow, ==, b->flow);
  g_assert_cmpint (a->scope, ==, b->scope);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpint (a->precision, ==, b->precision);
  g_assert_cmpstr (a->partners[0], ==, b->partners[0]);
  g_assert_cmpstr (a->partners[1], ==, b->partners[1]);
  g_assert_cmpint (tl_date_compare (a->start, b->start), ==, 0);
  g_assert_cmpint (tl_date_compare (a->end, b->end), ==, 0);
  assert_same_number (a->value, b->value);
  assert_same_number (a->high, b->high);
  g_assert_cmpstr (a->currency, ==, b->currency);
  g_assert_cmpint (a->change_kind, ==, b->change_kind);
  if (a->change_kind == TL_CHANGE_PERCENT)
    assert_same_number (a->change, b->change);
  g_assert_cmpint (a->change_against, ==, b->change_against);
}

/* Every field of a figure that the article has is there in the report, but for the reasons. */
static void
test_fields (void)
{
  static const char *const changes[] = {
    "null, \"change_against\": null",
    "-28.5, \"change_against\": \"previous-year\"",
    "0, \"change_against\": \"previous-period\"",
    "50, \"change_against\": \"2014\"",
    "\"up\", \"change_against\": \"previous-year\"",
    "\"down\", \"change_against\": \"previous-year\"",
    "\"flat\", \"change_against\": \"previous-year\"",
  };
  static const char *const whys[] = {
    "",
    "{ \"field\": \"flow\", \"how\": \"stated\", \"text\": \"Trade\", \"offset\": 8, \"length\": 5 },"
    " { \"field\": \"period\", \"how\": \"relative\", \"text\": \"was\", \"offset\": 14, \"length\": 3,"
    "   \"from\": \"2018-10-11\" },"
    " { \"field\": \"period\", \"how\": \"carried\", \"offset\": 0, \"length\": 6, \"from\": \"2018\" },"
    " { \"field\": \"status\", \"how\": \"default\" }",
  };
  static const char *const statuses[] = { "reported", "target", "forecast", "potential" };
  static const char *const precisions[] = { "exact", "about", "below", "above" };
  static const char *const flows[] = { "turnover", "exports", "balance" };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GString) figures = g_string_new (NULL);
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(TlArticle) loaded = NULL;
  g_autoptr(GPtrArray) reports = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_string_append_printf (figures,
                            "%s{ \"quote\": \"was spoken\", \"offset\": %u, \"length\": 10,"
                            " \"sentence\": \"Trade was spoken of, and this is all there is.\","
                            " \"flow\": \"%s\", \"partners\": [\"RS\", \"SI\"], \"scope\": \"%s\","
                            " \"start\": %s, \"end\": %s, \"value\": %s, \"high\": %s,"
                            " \"currency\": %s, \"precision\": \"%s\", \"status\": \"%s\","
                            " \"speaker\": %s, \"change\": %s, \"why\": [%s] }",
                            i > 0 ? "," : "",
                            i + 3,
                            flows[i % G_N_ELEMENTS (flows)],
                            i == 6 ? "sector" : "national",
                            i == 5 ? "null" : "\"2018-01\"",
                            i == 5 ? "null" : "\"2018-09\"",
                            i == 1 ? "null" : "1234567.5",
                            i == 2 ? "2345678" : "null",
                            i == 3 ? "null" : "\"EUR\"",
                            precisions[i % G_N_ELEMENTS (precisions)],
                            statuses[i / 2 % G_N_ELEMENTS (statuses)],
                            i == 4 ? "\"Goran Ilić\"" : "null",
                            changes[i],
                            whys[i % G_N_ELEMENTS (whys)]);

  article = fixture_article ("fields", "2018-10-11", figures->str);
  g_assert_cmpuint (tl_article_get_figures (article)->len, ==, G_N_ELEMENTS (changes));
  g_assert_cmpuint (tl_figure_get_data (g_ptr_array_index (tl_article_get_figures (article), 1))->why.n_reasons, ==, 4);
  add (library, "fields", "2018-10-11", figures->str);
  reports = tl_library_get_reports (library, "RS", "SI");
  g_assert_cmpuint (reports->len, ==, G_N_ELEMENTS (changes));

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = g_ptr_array_index (reports, i);

      assert_same_figure (tl_report_get_figure (report),
                          g_ptr_array_index (tl_article_get_figures (article), i));
      g_assert_cmpint (tl_report_get_article_id (report), ==, 1);
      g_assert_cmpstr (tl_report_get_title (report), ==, "fields");
      g_assert_cmpstr (tl_report_get_publisher (report), ==, "Adria Press");
      g_assert_cmpstr (tl_report_get_url (report), ==, "https://example.org/fields");
      g_assert_cmpint (tl_date_compare (tl_report_get_published (report),
                                        (TlDate) { 2018, 10, 11 }), ==, 0);
    }

  /* So has the article itself, reasons included. */
  loaded = tl_library_load_article (library, 1, NULL);
  for (guint i = 0; i < reports->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (tl_article_get_figures (loaded), i);
      TlFigure *expected = g_ptr_array_index (tl_article_get_figures (article), i);

      assert_same_figure (figure, expected);
      assert_same_why (&tl_figure_get_data (figure)->why, &tl_figure_get_data (expected)->why);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reports/pairs", test_pairs);
  g_test_add_func ("/reports/of-a-pair", test_reports);
  g_test_add_func ("/reports/fields", test_fields);

  return g_test_run ();
}
