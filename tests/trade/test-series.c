/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "test-points.h"

static TlSeries *
make_series (TlFlow             flow,
             const char *const *lines)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);

  return tl_series_new ("BY", "KZ", flow, reports);
}

typedef struct
{
  const char *name;
  TlFlow      flow;
  const char *lines[10];
  const char *points[10];
  const char *currency;
  guint       n_left_out;
} Rule;

static const Rule rules[] = {
  { "nothing", TL_FLOW_TURNOVER, { NULL }, { NULL }, "", 0 },
  { "other-pairs-flows-scopes", TL_FLOW_TURNOVER,
    { "2016 1b second=RU", "2016 1b exports", "2016 1b sector", "2016 1b bloc second=EU",
      "2016 1b regional first=BY-BR", "2016 2b first=KZ second=BY", NULL },
    { "year 2016-01 2016-12 2000000000 exact x1", NULL }, "USD", 5 },
  { "exports-have-a-direction", TL_FLOW_EXPORTS,
    { "2016 364m exports", "2016 50m exports first=KZ second=BY", "2016 414m", NULL },
    { "year 2016-01 2016-12 364000000 exact x1", NULL }, "USD", 2 },
  { "balance-has-a-direction", TL_FLOW_BALANCE,
    { "2016 300m balance", "2015 300m balance first=KZ second=BY", NULL },
    { "year 2016-01 2016-12 300000000 exact x1", NULL }, "USD", 1 },
  { "currency-of-most", TL_FLOW_TURNOVER,
    { "2015 1b", "2016 2b currency=EUR", "2017 3b currency=EUR", NULL },
    { "year 2016-01 2016-12 2000000000 exact x1", "year 2017-01 2017-12 3000000000 exact x1", NULL },
    "EUR", 1 },
  { "currency-tie-dollars", TL_FLOW_TURNOVER,
    { "2015 1b currency=EUR", "2016 2b", NULL },
    { "year 2016-01 2016-12 2000000000 exact x1", NULL }, "USD", 1 },
  { "currency-tie-alphabet", TL_FLOW_TURNOVER,
    { "2015 1b currency=RUB", "2016 2b currency=KZT", NULL },
    { "year 2016-01 2016-12 2000000000 exact x1", NULL }, "KZT", 1 },
  { "currency-counts-only-this-series", TL_FLOW_TURNOVER,
    { "2015 1b currency=EUR", "2015 2b exports", "2016 2b second=RU", NULL },
    { "year 2015-01 2015-12 1000000000 exact x1", NULL }, "EUR", 2 },
  { "same-is-one-point", TL_FLOW_TURNOVER,
    { "2016 419.1m article=1", "2016 419.2m article=2", "2016 419m article=3", NULL },
    { "year 2016-01 2016-12 419000000 exact x3", NULL }, "USD", 0 },
  { "exactness-stays-apart", TL_FLOW_TURNOVER,
    { "2014 1b", "2014 1b about", NULL },
    { "year 2014-01 2014-12 1000000000 exact x1", "year 2014-01 2014-12 1000000000 about x1", NULL },
    "USD", 0 },
  { "different-stay-apart", TL_FLOW_TURNOVER,
    { "2014 1b below", "2014 1.1b", "2014 1.1b about", "2014 1.1b high=1.2b", NULL },
    { "year 2014-01 2014-12 1000000000 below x1", "year 2014-01 2014-12 1100000000 exact x1",
      "year 2014-01 2014-12 1100000000 about x1",
      "year 2014-01 2014-12 1100000000-1200000000 exact x1", NULL },
    "USD", 0 },
  { "exceeded-is-not-the-number", TL_FLOW_TURNOVER,
    { "2018 890m above", "2018 896m", NULL },
    { "year 2018-01 2018-12 890000000 above x1", "year 2018-01 2018-12 896000000 exact x1", NULL },
    "USD", 0 },
  { "kinds", TL_FLOW_TURNOVER,
    { "2016 1m", "2016-01..2016-09 2m", "2015..2016 3m", "2015-07..2016-06 4m", "2016 5m target",
      "2016 6m potential", "2016 7m forecast", "2016-01..2016-03 8m forecast", NULL },
    { "partial 2015-01 2016-12 3000000 exact x1", "partial 2015-07 2016-06 4000000 exact x1",
      "year 2016-01 2016-12 1000000 exact x1", "partial 2016-01 2016-09 2000000 exact x1",
      "target 2016-01 2016-12 5000000 exact x1", "target 2016-01 2016-12 6000000 exact x1",
      "forecast 2016-01 2016-12 7000000 exact x1", "forecast 2016-01 2016-03 8000000 exact x1", NULL },
    "USD", 0 },
  { "no-period", TL_FLOW_TURNOVER,
    { "2016 1b", "1b target", "1b forecast", "2b", NULL },
    { "year 2016-01 2016-12 1000000000 exact x1", NULL }, "USD", 3 },
  { "impossible", TL_FLOW_TURNOVER,
    { "2016 1b", "2016 value=0", "2016 -3m", "2016 value=inf", "1899 1b", "2101 1b", NULL },
    { "year 2016-01 2016-12 1000000000 exact x1", NULL }, "USD", 5 },
  { "calculated-from-own-value", TL_FLOW_TURNOVER,
    { "2018 896m change=30", NULL },
    { "calculated 2017-01 2017-12 689230769 exact x1", "year 2018-01 2018-12 896000000 exact x1", NULL },
    "USD", 0 },
  { "calculated-from-another-figure", TL_FLOW_TURNOVER,
    { "2016 below change=-30 article=1", "2016 419.1m article=1", NULL },
    { "calculated 2015-01 2015-12 599000000 about x2", "year 2016-01 2016-12 419100000 exact x1", NULL },
    "USD", 0 },
  { "calculated-against-a-named-year", TL_FLOW_TURNOVER,
    { "2016 500m about change=-50 against=2013", NULL },
    { "calculated 2013-01 2013-12 1000000000 about x1", "year 2016-01 2016-12 500000000 about x1", NULL },
    "USD", 0 },
  { "calculated-not-over-a-report", TL_FLOW_TURNOVER,
    { "2015 590m", "2016 419.1m change=-30", "2016 change=-30", NULL },
    { "year 2015-01 2015-12 590000000 exact x1", "year 2016-01 2016-12 419100000 exact x1", NULL },
    "USD", 1 },
  { "calculated-beside-other-kinds", TL_FLOW_TURNOVER,
    { "2015-01..2015-06 300m", "2015 900m target", "2016 400m change=-50", NULL },
    { "calculated 2015-01 2015-12 800000000 exact x1", "partial 2015-01 2015-06 300000000 exact x1",
      "target 2015-01 2015-12 900000000 exact x1", "year 2016-01 2016-12 400000000 exact x1", NULL },
    "USD", 0 },
  { "calculated-prefers-the-same-article", TL_FLOW_TURNOVER,
    { "2016 change=-50 article=1", "2016 400m article=1", "2016 300m article=2", NULL },
    { "calculated 2015-01 2015-12 800000000 exact x2", "year 2016-01 2016-12 300000000 exact x1",
      "year 2016-01 2016-12 400000000 exact x1", NULL },
    "USD", 0 },
  { "calculations-that-differ", TL_FLOW_TURNOVER,
    { "2016 change=-50 article=1", "2016 400m article=2", "2016 300m article=3", NULL },
    { "calculated 2015-01 2015-12 600000000 exact x2", "calculated 2015-01 2015-12 800000000 exact x2",
      "year 2016-01 2016-12 300000000 exact x1", "year 2016-01 2016-12 400000000 exact x1", NULL },
    "USD", 0 },
  { "calculations-that-agree", TL_FLOW_TURNOVER,
    { "2016 400m change=-50 article=1", "2016 400m change=-50 article=2",
      "2016 change=-50 article=3", NULL },
    { "calculated 2015-01 2015-12 800000000 exact x3", "year 2016-01 2016-12 400000000 exact x2", NULL },
    "USD", 0 },
  { "changes-of-other-things", TL_FLOW_TURNOVER,
    { "2016 400m", "2016 change=-50 sector", "2016 change=-50 regional first=BY-BR",
      "2016 change=-50 exports", "2016 change=-50 second=RU", "2016 change=-50 forecast", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", NULL }, "USD", 5 },
  { "calculated-of-a-range", TL_FLOW_TURNOVER,
    { "2016 400m high=500m change=-50", NULL },
    { "calculated 2015-01 2015-12 800000000-1000000000 exact x1",
      "year 2016-01 2016-12 400000000-500000000 exact x1", NULL },
    "USD", 0 },
  { "not-calculated", TL_FLOW_TURNOVER,
    { "2016-01..2016-09 400m change=-50", "2018 500m forecast change=20", "2020 change=-10",
      "2021 500m change=-100", "2022 500m change=-130", "2023 500m change=5 against=2023",
      "2024 500m change=5 against=1700", "2025 change=5 currency=EUR value=5", NULL },
    { "partial 2016-01 2016-09 400000000 exact x1", "forecast 2018-01 2018-12 500000000 exact x1",
      "year 2021-01 2021-12 500000000 exact x1", "year 2022-01 2022-12 500000000 exact x1",
      "year 2023-01 2023-12 500000000 exact x1", "year 2024-01 2024-12 500000000 exact x1", NULL },
    "USD", 2 },
  { "calculations-are-not-calculated-on", TL_FLOW_TURNOVER,
    { "2016 400m change=-50", "2015 change=-50", NULL },
    { "calculated 2015-01 2015-12 800000000 exact x1", "year 2016-01 2016-12 400000000 exact x1", NULL },
    "USD", 1 },
  { "copies-are-one-report", TL_FLOW_TURNOVER,
    { "2016 419.1m article=1 story=7", "2016 419.1m article=2 story=7", "2016 419.1m article=3",
      "2016 419.1m article=4 story=8", "2016 419.1m article=5 story=7", NULL },
    { "year 2016-01 2016-12 419100000 exact x3", NULL }, "USD", 0 },
  { "copies-that-differ-stay-apart", TL_FLOW_TURNOVER,
    { "2016 419.1m article=1 story=7", "2016 491.1m article=2 story=7", "2016 419.1m about article=3 story=7",
      NULL },
    { "year 2016-01 2016-12 419100000 exact x1", "year 2016-01 2016-12 419100000 about x1",
      "year 2016-01 2016-12 491100000 exact x1", NULL }, "USD", 0 },
  { "copies-have-one-vote-for-the-currency", TL_FLOW_TURNOVER,
    { "2015 1b currency=EUR article=1 story=7", "2015 1b currency=EUR article=2 story=7",
      "2015 1b currency=EUR article=3 story=7", "2016 2b article=4", "2017 3b article=5", NULL },
    { "year 2016-01 2016-12 2000000000 exact x1", "year 2017-01 2017-12 3000000000 exact x1", NULL },
    "USD", 3 },
  { "copies-left-out-are-one-report", TL_FLOW_TURNOVER,
    { "2015 1b", "1b sector quote=q article=1 story=7", "1b sector quote=q article=2 story=7",
      "1b sector quote=q article=2 story=7", "1b sector quote=q article=3", NULL },
    { "year 2015-01 2015-12 1000000000 exact x1", NULL }, "USD", 2 },
  { "calculated-from-copies", TL_FLOW_TURNOVER,
    { "2016 change=-50 article=1 story=7", "2016 400m article=1 story=7",
      "2016 change=-50 article=2 story=7", "2016 400m article=2 story=7", "2016 300m article=3", NULL },
    { "calculated 2015-01 2015-12 800000000 exact x2", "year 2016-01 2016-12 300000000 exact x1",
      "year 2016-01 2016-12 400000000 exact x1", NULL },
    "USD", 0 },
};

static void
test_rule (gconstpointer data)
{
  const Rule *rule = data;
  g_autoptr(TlSeries) series = make_series (rule->flow, rule->lines);

  assert_points (series, rule->points);
  g_assert_cmpstr (tl_series_get_currency (series), ==, rule->currency);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, rule->n_left_out);
}

static void
test_story (void)
{
  static const char *const expected[] = {
    "year 2014-01 2014-12 1000000000 below x1",
    "year 2014-01 2014-12 1100000000 exact x1",
    "calculated 2015-01 2015-12 599000000 about x2",
    "year 2016-01 2016-12 419100000 exact x1",
    "partial 2017-01 2017-09 500000000 about x1",
    "forecast 2018-01 2018-12 1000000000 below x1",
    NULL
  };
  g_autoptr(TlSeries) series = make_series (TL_FLOW_TURNOVER, test_story_lines);

  assert_points (series, expected);
  g_assert_cmpstr (tl_series_get_point (series, 2)->formula, ==, "$419.1 million ÷ (1 − 30%)");
  g_assert_cmpstr (tl_series_get_partner (series, 0), ==, "BY");
  g_assert_cmpstr (tl_series_get_partner (series, 1), ==, "KZ");
  g_assert_cmpint (tl_series_get_flow (series), ==, TL_FLOW_TURNOVER);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 3);
}

/* The order in which articles come must not change what the chart says. */
static void
test_order (void)
{
  g_autoptr(GPtrArray) reports = make_test_reports (test_story_lines);
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(TlSeries) shuffled = NULL;

      for (guint i = reports->len - 1; i > 0; i--)
        {
          guint other = (guint) g_test_rand_int_range (0, (int) i + 1);
          gpointer report = reports->pdata[i];

          reports->pdata[i] = reports->pdata[other];
          reports->pdata[other] = report;
        }
      shuffled = tl_series_new ("KZ", "BY", TL_FLOW_TURNOVER, reports);

      g_assert_cmpuint (tl_series_get_n_points (shuffled), ==, tl_series_get_n_points (series));
      for (guint i = 0; i < tl_series_get_n_points (series); i++)
        {
          g_autofree char *a = describe_point (tl_series_get_point (series, i));
          g_autofree char *b = describe_point (tl_series_get_point (shuffled, i));

          g_assert_cmpstr (a, ==, b);
        }
    }
}

/* Nor which calculations are shown where there are too many. */
static void
test_order_beyond_the_bound (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) turned = g_ptr_array_new ();
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlSeries) other = NULL;

  g_ptr_array_add (reports, make_test_report ("2016 400m"));
  for (int i = 1; i < 40; i++)
    {
      g_autofree char *line = g_strdup_printf ("2016 change=%d article=%d", i * 10, i + 1);

      g_ptr_array_add (reports, make_test_report (line));
    }
  for (guint i = reports->len; i > 0; i--)
    g_ptr_array_add (turned, reports->pdata[i - 1]);
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  other = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, turned);

  g_assert_cmpuint (tl_series_get_n_points (series), ==, 17);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 39 - 16);
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      g_autofree char *a = describe_point (tl_series_get_point (series, i));
      g_autofree char *b = describe_point (tl_series_get_point (other, i));

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_reports_oldest_first (void)
{
  static const char *const lines[] = {
    "2016 5m article=1 published=2018-01-01", "2016 5m article=2 published=2017-01-01",
    "2016 5m article=3 published=2017-06", "2016 5m article=4 published=none", NULL
  };
  static const gint64 expected[] = { 2, 3, 1, 4 };
  g_autoptr(TlSeries) series = make_series (TL_FLOW_TURNOVER, lines);
  GPtrArray *reports = tl_series_get_point (series, 0)->reports;

  g_assert_cmpuint (reports->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < reports->len; i++)
    g_assert_cmpint (tl_report_get_article_id (reports->pdata[i]), ==, expected[i]);
}

/* The first article that carries a story speaks for the others, which are all with it. */
static void
test_copies (void)
{
  static const char *const lines[] = {
    "2016 5m article=1 story=9 published=2018-01-03", "2016 5m article=2 story=9 published=2018-01-01",
    "2016 5m article=3 published=2018-01-02", "2016 5m article=4 story=9 published=none",
    "2016 5m article=2 story=9 published=2018-01-01", NULL
  };
  g_autoptr(TlSeries) series = make_series (TL_FLOW_TURNOVER, lines);
  GPtrArray *reports = tl_series_get_point (series, 0)->reports;
  TlReport *first = reports->pdata[0];
  GPtrArray *copies = tl_report_get_copies (first);
  g_autofree char *citation = tl_report_dup_short_citation (first);

  g_assert_cmpuint (reports->len, ==, 3);
  g_assert_cmpint (tl_report_get_article_id (first), ==, 2);
  g_assert_cmpint (tl_report_get_article_id (reports->pdata[1]), ==, 2);
  g_assert_cmpint (tl_report_get_article_id (reports->pdata[2]), ==, 3);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpint (tl_report_get_article_id (copies->pdata[0]), ==, 1);
  g_assert_cmpint (tl_report_get_article_id (copies->pdata[1]), ==, 4);
  g_assert_true (tl_report_is_copy (copies->pdata[0]));
  g_assert_false (tl_report_is_copy (first));
  g_assert_cmpuint (tl_report_get_n_carriers (first), ==, 3);
  g_assert_cmpuint (tl_report_get_n_carriers (reports->pdata[2]), ==, 1);
  g_assert_cmpstr (citation, ==, "The Herald, 1 January 2018 (carried by 3: also Belta, Kazinform):"
                                 " Two countries look back on a year of trade, part 2");
}

/* A thousand changes and a thousand levels of one year must not make a million points. */
static void
test_many (void)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);
  TlSeries *series;
  guint n_calculated = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *change = g_strdup_printf ("2016 change=%d article=%d", i + 1, i);
      g_autofree char *level = g_strdup_printf ("2016 %dm article=%d", i + 1, 2000 + i);

      g_ptr_array_add (reports, make_test_report (change));
      g_ptr_array_add (reports, make_test_report (level));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    if (tl_series_get_point (series, i)->kind == TL_POINT_CALCULATED)
      n_calculated++;
  g_assert_cmpuint (n_calculated, >, 0);
  g_assert_cmpuint (n_calculated, <, 100);
  g_assert_cmpuint (tl_series_get_n_points (series), ==, 1000 + n_calculated);

  g_ptr_array_unref (reports);
  g_assert_finalize_object (series);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strconcat ("/series/rule/", rules[i].name, NULL);

      g_test_add_data_func (path, &rules[i], test_rule);
    }
  g_test_add_func ("/series/story", test_story);
  g_test_add_func ("/series/order", test_order);
  g_test_add_func ("/series/order-beyond-the-bound", test_order_beyond_the_bound);
  g_test_add_func ("/series/reports-oldest-first", test_reports_oldest_first);
  g_test_add_func ("/series/copies", test_copies);
  g_test_add_func ("/series/many", test_many);

  return g_test_run ();
}
