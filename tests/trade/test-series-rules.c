/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows from reports by calculation, and what a person's rules make of a series. */

#include <locale.h>

#include "test-points.h"

typedef struct
{
  const char *name;             /* says the rule */
  TlFlow      flow;
  const char *lines[8];
  const char *points[8];
  guint       n_left_out;
  const char *formula;          /* of the first calculated point, where it is of interest */
} Calculation;

static const Calculation calculations[] = {
  { "a-change-gives-the-year-after-a-known-one", TL_FLOW_TURNOVER,
    { "2016 400m article=1", "2017 change=30 article=2", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "calculated 2017-01 2017-12 520000000 exact x2", NULL },
    0, "$400 million × (1 + 30%)" },
  { "a-fall-gives-the-year-after-a-known-one", TL_FLOW_TURNOVER,
    { "2016 400m article=1", "2017 about change=-30 article=2", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "calculated 2017-01 2017-12 280000000 about x2", NULL },
    0, "$400 million × (1 − 30%)" },
  { "a-change-against-a-named-year-gives-the-later", TL_FLOW_TURNOVER,
    { "2013 400m", "2017 change=50 against=2013", NULL },
    { "year 2013-01 2013-12 400000000 exact x1", "calculated 2017-01 2017-12 600000000 exact x2", NULL },
    0, "$400 million × (1 + 50%)" },
  { "a-change-between-two-known-years-gives-nothing", TL_FLOW_TURNOVER,
    { "2016 400m", "2017 500m", "2017 change=30", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "year 2017-01 2017-12 500000000 exact x1", NULL }, 1, NULL },
  { "calculations-forward-are-not-calculated-on", TL_FLOW_TURNOVER,
    { "2016 400m", "2017 change=50", "2018 change=50", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "calculated 2017-01 2017-12 600000000 exact x2", NULL },
    1, NULL },
  { "more-than-a-level-is-more-than-what-follows", TL_FLOW_TURNOVER,
    { "2016 400m above change=-50", "2017 change=25", NULL },
    { "calculated 2015-01 2015-12 800000000 above x1", "year 2016-01 2016-12 400000000 above x1",
      "calculated 2017-01 2017-12 500000000 above x2", NULL }, 0, "over $400 million ÷ (1 − 50%)" },
  { "growth-by-more-than-gives-more-than", TL_FLOW_TURNOVER,
    { "2016 400m", "2017 above change=25", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "calculated 2017-01 2017-12 500000000 above x2", NULL },
    0, NULL },
  { "growth-by-more-than-from-less-than", TL_FLOW_TURNOVER,
    { "2016 500m", "2016 above change=25", NULL },
    { "calculated 2015-01 2015-12 400000000 below x2", "year 2016-01 2016-12 500000000 exact x1", NULL },
    0, NULL },
  { "a-bound-on-an-approximation-says-nothing", TL_FLOW_TURNOVER,
    { "2016 about 400m", "2017 above change=25", NULL },
    { "year 2016-01 2016-12 400000000 about x1", NULL }, 1, NULL },
  { "a-bound-against-a-bound-says-nothing", TL_FLOW_TURNOVER,
    { "2016 below 400m", "2017 above change=25", NULL },
    { "year 2016-01 2016-12 400000000 below x1", NULL }, 1, NULL },

  { "turnover-is-the-sum-of-both-exports", TL_FLOW_TURNOVER,
    { "2016 364m exports article=1", "2016 50m exports first=KZ second=BY article=2", NULL },
    { "calculated 2016-01 2016-12 414000000 exact x2", NULL }, 0,
    "exports of Belarus, $364 million, + exports of Kazakhstan, $50 million" },
  { "turnover-of-a-part-of-a-year", TL_FLOW_TURNOVER,
    { "2016-01..2016-09 364m exports", "2016-01..2016-09 50m exports first=KZ second=BY", NULL },
    { "calculated 2016-01 2016-09 414000000 exact x2", NULL }, 0, NULL },
  { "turnover-not-over-a-report", TL_FLOW_TURNOVER,
    { "2016 410m", "2016 364m exports", "2016 50m exports first=KZ second=BY", NULL },
    { "year 2016-01 2016-12 410000000 exact x1", NULL }, 2, NULL },
  { "turnover-only-of-one-period", TL_FLOW_TURNOVER,
    { "2016 364m exports", "2017 50m exports first=KZ second=BY",
      "2016-01..2016-09 50m exports first=KZ second=BY", NULL },
    { NULL }, 3, NULL },
  { "turnover-not-of-targets-and-forecasts", TL_FLOW_TURNOVER,
    { "2016 364m exports", "2016 50m exports first=KZ second=BY target",
      "2016 50m exports first=KZ second=BY forecast", "2017 9m exports target",
      "2017 9m exports target first=KZ second=BY", NULL },
    { NULL }, 5, NULL },
  { "turnover-not-of-two-currencies", TL_FLOW_TURNOVER,
    { "2016 364m exports", "2016 50m exports first=KZ second=BY currency=EUR", NULL },
    { NULL }, 2, NULL },
  { "turnover-not-of-calculated-exports", TL_FLOW_TURNOVER,
    { "2016 364m exports change=30", "2015 50m exports first=KZ second=BY", NULL },
    { NULL }, 2, NULL },
  { "turnover-not-of-a-region", TL_FLOW_TURNOVER,
    { "2016 364m exports", "2016 50m exports regional first=KZ second=BY-BR", NULL },
    { NULL }, 2, NULL },
  { "more-than-and-exact-are-more-than", TL_FLOW_TURNOVER,
    { "2016 364m exports above", "2016 50m exports first=KZ second=BY", NULL },
    { "calculated 2016-01 2016-12 414000000 above x2", NULL }, 0,
    "exports of Belarus, over $364 million, + exports of Kazakhstan, $50 million" },
  { "about-and-exact-are-about", TL_FLOW_TURNOVER,
    { "2016 364.4m exports about", "2016 50m exports first=KZ second=BY", NULL },
    { "calculated 2016-01 2016-12 414000000 about x2", NULL }, 0, NULL },
  { "more-than-and-less-than-are-nothing", TL_FLOW_TURNOVER,
    { "2016 364m exports above", "2016 50m exports first=KZ second=BY below", NULL },
    { NULL }, 2, NULL },
  { "turnover-of-ranges", TL_FLOW_TURNOVER,
    { "2016 300m high=400m exports", "2016 50m exports first=KZ second=BY", NULL },
    { "calculated 2016-01 2016-12 350000000-450000000 exact x2", NULL }, 0, NULL },
  { "exports-that-differ-give-turnovers-that-differ", TL_FLOW_TURNOVER,
    { "2016 300m exports article=1", "2016 400m exports article=2",
      "2016 50m exports first=KZ second=BY article=3", NULL },
    { "calculated 2016-01 2016-12 350000000 exact x2", "calculated 2016-01 2016-12 450000000 exact x2",
      NULL }, 0, NULL },
  { "exports-of-one-article-go-together", TL_FLOW_TURNOVER,
    { "2016 300m exports article=1", "2016 400m exports article=2",
      "2016 50m exports first=KZ second=BY article=2", NULL },
    { "calculated 2016-01 2016-12 450000000 exact x2", NULL }, 1, NULL },
  { "exports-of-one-story-count-once", TL_FLOW_TURNOVER,
    { "2016 364m exports article=1 story=7", "2016 50m exports first=KZ second=BY article=1 story=7",
      "2016 364m exports article=2 story=7", "2016 50m exports first=KZ second=BY article=2 story=7", NULL },
    { "calculated 2016-01 2016-12 414000000 exact x2", NULL }, 0, NULL },

  { "balance-is-the-difference-of-both-exports", TL_FLOW_BALANCE,
    { "2016 364m exports", "2016 50m exports first=KZ second=BY", NULL },
    { "calculated 2016-01 2016-12 314000000 exact x2", NULL }, 0,
    "exports of Belarus, $364 million, − exports of Kazakhstan, $50 million" },
  { "balance-of-the-other-side-is-no-surplus", TL_FLOW_BALANCE,
    { "2016 50m exports", "2016 364m exports first=KZ second=BY", NULL },
    { NULL }, 2, NULL },
  { "balance-not-over-a-report", TL_FLOW_BALANCE,
    { "2016 300m balance", "2016 364m exports", "2016 50m exports first=KZ second=BY", NULL },
    { "year 2016-01 2016-12 300000000 exact x1", NULL }, 2, NULL },
  { "balance-of-more-than-is-more-than", TL_FLOW_BALANCE,
    { "2016 364m exports above", "2016 50m exports first=KZ second=BY below", NULL },
    { "calculated 2016-01 2016-12 314000000 above x2", NULL }, 0, NULL },
  { "balance-below-a-bound-may-be-none", TL_FLOW_BALANCE,
    { "2016 364m exports", "2016 50m exports first=KZ second=BY above", NULL },
    { NULL }, 2, NULL },
  { "balance-of-close-approximations-is-nothing", TL_FLOW_BALANCE,
    { "2016 364m exports about", "2016 350m exports first=KZ second=BY about",
      "2017 364m exports about", "2017 100m exports first=KZ second=BY about", NULL },
    { "calculated 2017-01 2017-12 264000000 about x2", NULL }, 2, NULL },
  { "balance-of-ranges-that-overlap-is-nothing", TL_FLOW_BALANCE,
    { "2016 300m high=400m exports", "2016 350m exports first=KZ second=BY", NULL },
    { NULL }, 2, NULL },
  { "exports-are-not-calculated-from-turnover", TL_FLOW_EXPORTS,
    { "2016 364m", "2016 50m exports first=KZ second=BY", NULL },
    { NULL }, 2, NULL },

  { "of-a-year-the-whole-before-its-parts", TL_FLOW_TURNOVER,
    { "2016-01..2016-06 200m published=2016-08-01", "2016-01..2016-09 300m published=2016-11-01",
      "2016 400m published=2017-02-01", "2016 500m forecast published=2016-01-01", NULL },
    { "year 2016-01 2016-12 400000000 exact x1", "partial 2016-01 2016-09 300000000 exact x1",
      "partial 2016-01 2016-06 200000000 exact x1", "forecast 2016-01 2016-12 500000000 exact x1", NULL },
    0, NULL },
  { "of-a-period-the-latest-article-first", TL_FLOW_TURNOVER,
    { "2016 100m published=2017-02-01", "2016 300m published=2018-02-01",
      "2016 200m published=2017-12-01", "2016 50m published=none", NULL },
    { "year 2016-01 2016-12 300000000 exact x1", "year 2016-01 2016-12 200000000 exact x1",
      "year 2016-01 2016-12 100000000 exact x1", "year 2016-01 2016-12 50000000 exact x1", NULL }, 0, NULL },
};

static void
test_calculation (gconstpointer data)
{
  const Calculation *rule = data;
  g_autoptr(GPtrArray) reports = make_test_reports (rule->lines);
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", rule->flow, reports);

  assert_points (series, rule->points);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, rule->n_left_out);
  for (guint i = 0; rule->formula != NULL; i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      if (point->kind != TL_POINT_CALCULATED)
        continue;
      g_assert_cmpstr (point->formula, ==, rule->formula);
      break;
    }
}

/* ---- what a person wants to see ---- */

static TlSeries *
make_series (const char *const   *lines,
             const TlSeriesRules *rules)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);

  return tl_series_new_by_rules ("BY", "KZ", TL_FLOW_TURNOVER, reports, rules);
}

static void
test_currency (void)
{
  static const char *const lines[] = { "2015 1b", "2016 2b", "2016 3b currency=EUR", NULL };
  static const char *const expected[] = { "year 2016-01 2016-12 3000000000 exact x1", NULL };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  tl_series_rules_init (&rules);
  rules.currency = "EUR";
  series = make_series (lines, &rules);

  assert_points (series, expected);
  g_assert_cmpstr (tl_series_get_currency (series), ==, "EUR");
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 2);
}

static void
test_currencies (void)
{
  static const char *const lines[] = {
    "2015 1b currency=EUR", "2016 2b currency=EUR article=1 story=3",
    "2016 2b currency=EUR article=2 story=3", "2014 9m currency=KZT", "2014 9m", "2014 9m exports",
    "9m currency=RUB", NULL
  };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;
  GString *counts = g_string_new (NULL);

  tl_series_rules_init (&rules);
  series = make_series (lines, &rules);
  for (guint i = 0; i < tl_series_get_currencies (series)->len; i++)
    {
      TlCurrencyCount *count = &g_array_index (tl_series_get_currencies (series), TlCurrencyCount, i);

      g_string_append_printf (counts, "%s %u ", count->currency, count->n_reports);
    }
  g_assert_cmpstr (counts->str, ==, "EUR 2 USD 1 KZT 1 ");
  g_string_free (counts, TRUE);
}

static void
test_kinds (void)
{
  static const char *const lines[] = {
    "2016 400m change=-50", "2016 500m target", "2017-01..2017-03 100m", "2018 600m forecast",
    "7m target", "8m", NULL
  };
  static const char *const expected[] = {
    "year 2016-01 2016-12 400000000 exact x1", "partial 2017-01 2017-03 100000000 exact x1", NULL
  };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  tl_series_rules_init (&rules);
  rules.kinds = TL_POINT_BIT (TL_POINT_YEAR) | TL_POINT_BIT (TL_POINT_PARTIAL);
  series = make_series (lines, &rules);

  assert_points (series, expected);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 4);
  g_assert_cmpuint (tl_series_get_undated (series)->len, ==, 1);
}

static void
test_kinds_only_calculated (void)
{
  static const char *const lines[] = { "2016 400m change=-50", NULL };
  static const char *const expected[] = { "calculated 2015-01 2015-12 800000000 exact x1", NULL };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  tl_series_rules_init (&rules);
  rules.kinds = TL_POINT_BIT (TL_POINT_CALCULATED);
  series = make_series (lines, &rules);

  assert_points (series, expected);
}

static void
test_years (void)
{
  static const char *const lines[] = {
    "2013 100m", "2015 300m", "2016..2018 1b", "2014 change=100", "2017 500m", NULL
  };
  static const char *const expected[] = {
    "calculated 2014-01 2014-12 200000000 exact x2", "year 2015-01 2015-12 300000000 exact x1", NULL
  };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  tl_series_rules_init (&rules);
  rules.first_year = 2014;
  rules.last_year = 2016;
  series = make_series (lines, &rules);

  assert_points (series, expected);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 2);
}

static void
test_only_confirmed (void)
{
  static const char *const lines[] = {
    "2015 300m confirmed", "2016 400m", "2017 change=10", "2014 change=5 confirmed", "3m", NULL
  };
  static const char *const expected[] = { "year 2015-01 2015-12 300000000 exact x1", NULL };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  tl_series_rules_init (&rules);
  rules.only_confirmed = TRUE;
  series = make_series (lines, &rules);

  assert_points (series, expected);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 4);
  g_assert_cmpuint (tl_series_get_undated (series)->len, ==, 0);
}

/* A conversion is shown with what was said, is no level to calculate from, and is never made one
 * with what was reported in the series' currency. */
static void
test_rates (void)
{
  static const char *const lines[] = {
    "2016 420m currency=EUR", "2016 462m", "2017 1b about high=2b currency=EUR", "2018 5b currency=KZT",
    "2018 change=10", NULL
  };
  static const char *const expected[] = {
    "year 2016-01 2016-12 462000000 exact x1", "year 2016-01 2016-12 462000000 exact x1",
    "year 2017-01 2017-12 1100000000-2200000000 about x1", NULL
  };
  g_autoptr(TlRates) rates = tl_rates_new ("USD");
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;
  const TlPoint *converted;

  g_assert_true (tl_rates_set (rates, "EUR", 1.1));
  tl_series_rules_init (&rules);
  rules.rates = rates;
  series = make_series (lines, &rules);

  assert_points (series, expected);
  g_assert_cmpstr (tl_series_get_currency (series), ==, "USD");
  g_assert_null (tl_series_get_point (series, 0)->conversion);
  converted = tl_series_get_point (series, 1);
  g_assert_cmpstr (converted->conversion, ==, "€420 million, at 1.10");
  g_assert_cmpstr (converted->currency, ==, "EUR");
  g_assert_cmpstr (tl_series_get_point (series, 2)->conversion, ==, "about €1–2 billion, at 1.10");
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 2);
}

static void
test_rates_of_another_currency (void)
{
  static const char *const lines[] = { "2016 420m currency=EUR", "2016 462m", NULL };
  static const char *const expected[] = { "year 2016-01 2016-12 462000000 exact x1", NULL };
  g_autoptr(TlRates) rates = tl_rates_new ("KZT");
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;

  g_assert_true (tl_rates_set (rates, "EUR", 350));
  tl_series_rules_init (&rules);
  rules.rates = rates;
  rules.currency = "USD";
  series = make_series (lines, &rules);

  assert_points (series, expected);
}

static void
test_rates_that_are_none (void)
{
  g_autoptr(TlRates) rates = tl_rates_new ("USD");
  static const struct { double rate; const char *label; } labels[] = {
    { 1.1, "1.10" }, { 1.0875, "1.0875" }, { 350, "350.00" }, { 0.003021, "0.003021" },
  };

  g_assert_false (tl_rates_set (rates, "EUR", 0));
  g_assert_false (tl_rates_set (rates, "EUR", -1));
  g_assert_false (tl_rates_set (rates, "EUR", NAN));
  g_assert_false (tl_rates_set (rates, "EUR", INFINITY));
  g_assert_false (tl_rates_set (rates, "USD", 2));
  g_assert_false (tl_rates_set (rates, "", 2));
  g_assert_true (isnan (tl_rates_get (rates, "EUR")));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = tl_rates_dup_label (labels[i].rate);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

/* ---- what stands apart ---- */

static void
test_undated (void)
{
  static const char *const lines[] = {
    "2016 400m", "1b", "2b currency=EUR target", "3b currency=", "4b exports", "change=30", "value=0",
    "5b article=1 story=4 quote=q", "5b article=2 story=4 quote=q", NULL
  };
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;
  GPtrArray *undated;

  tl_series_rules_init (&rules);
  series = make_series (lines, &rules);
  undated = tl_series_get_undated (series);

  g_assert_cmpuint (undated->len, ==, 3);
  g_assert_cmpuint (tl_series_get_left_out (series)->len, ==, 7);
  for (guint i = 0; i < undated->len; i++)
    g_assert_true (g_ptr_array_find (tl_series_get_left_out (series), undated->pdata[i], NULL));
}

static void
test_regions_and_goods_apart (void)
{
  static const char *const lines[] = {
    "2016 400m", "2016-01..2016-09 40m regional first=BY-BR", "2016-01..2016-09 38m exports regional first=BY-BR",
    "2015 30m regional first=KZ second=BY-BR", "2016 9m sector", "2016 7m sector change=50", "2016 1m sector exports",
    "2016 1m sector exports first=KZ second=BY", "2016 2b regional first=RU second=KZ-AST", "2016 2b bloc second=EU",
    "9m regional first=BY-VI", NULL
  };
  static const struct { const char *label, *flow; guint n_points; } expected[] = {
    { "Brest Oblast – Kazakhstan", "turnover", 2 },
    { "Brest Oblast – Kazakhstan", "exports", 1 },
    { "Belarus – Kazakhstan, some goods or services only", "turnover", 2 },
    { "Belarus – Kazakhstan, some goods or services only", "exports", 1 },
    { "Kazakhstan – Belarus, some goods or services only", "exports", 1 },
  };
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(TlSeries) whole = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  TlSeriesRules rules;

  tl_series_rules_init (&rules);
  list = tl_series_list_apart ("BY", "KZ", reports, &rules);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *label = tl_series_dup_scope_label (list->pdata[i]);

      g_test_message ("%s", label);
    }

  g_assert_cmpuint (tl_series_get_n_points (whole), ==, 1);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *label = tl_series_dup_scope_label (list->pdata[i]);

      g_assert_cmpstr (label, ==, expected[i].label);
      g_assert_cmpstr (tl_flow_to_string (tl_series_get_flow (list->pdata[i])), ==, expected[i].flow);
      g_assert_cmpuint (tl_series_get_n_points (list->pdata[i]), ==, expected[i].n_points);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (calculations); i++)
    {
      g_autofree char *path = g_strconcat ("/series-rules/", calculations[i].name, NULL);

      g_test_add_data_func (path, &calculations[i], test_calculation);
    }
  g_test_add_func ("/series-rules/currency-that-is-asked-for", test_currency);
  g_test_add_func ("/series-rules/currencies-that-occur", test_currencies);
  g_test_add_func ("/series-rules/kinds-that-are-shown", test_kinds);
  g_test_add_func ("/series-rules/calculated-without-what-it-is-from", test_kinds_only_calculated);
  g_test_add_func ("/series-rules/years-that-are-shown", test_years);
  g_test_add_func ("/series-rules/only-confirmed", test_only_confirmed);
  g_test_add_func ("/series-rules/rates-convert-and-keep-the-original", test_rates);
  g_test_add_func ("/series-rules/rates-of-another-currency-are-of-no-use", test_rates_of_another_currency);
  g_test_add_func ("/series-rules/rates-that-are-none", test_rates_that_are_none);
  g_test_add_func ("/series-rules/undated-are-a-list-of-their-own", test_undated);
  g_test_add_func ("/series-rules/regions-and-goods-apart", test_regions_and_goods_apart);

  return g_test_run ();
}
