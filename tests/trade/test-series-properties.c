/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every series, whatever is reported: tried with thousands of sets of reports that
 * are made by chance, the same ones for the same seed. */

#include <locale.h>

#include "test-points.h"

#define N_SETS 3000

#define FIRST_CARRIER   9
#define END_OF_ARTICLES 12

static const char *const currencies[] = { "USD", "USD", "USD", "EUR", "KZT" };
static const char *const partners[] = { "BY", "KZ", "BY", "KZ", "BY-BR", "RU" };

static void
make_period (GRand        *rand,
             TlFigureData *data)
{
  gint16 year = (gint16) g_rand_int_range (rand, 2012, 2019);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      break;
    case 1:
      data->start = (TlDate) { year, 1, 0 };
      data->end = (TlDate) { year, (guint8) g_rand_int_range (rand, 1, 13), 0 };
      break;
    case 2:
      data->start = (TlDate) { year, 1, 0 };
      data->end = (TlDate) { (gint16) (year + 1), 12, 0 };
      break;
    default:
      data->start = (TlDate) { year, 1, 0 };
      data->end = (TlDate) { year, 12, 0 };
      break;
    }
}

static void
make_amount (GRand        *rand,
             TlFigureData *data)
{
  if (g_rand_int_range (rand, 0, 4) > 0)
    data->value = 1e6 * g_rand_int_range (rand, 1, 30) * 10;
  if (g_rand_int_range (rand, 0, 10) == 0)
    data->value = 1e6 * g_rand_double_range (rand, 1, 300);
  if (isfinite (data->value) && g_rand_int_range (rand, 0, 10) == 0)
    data->high = data->value * 1.5;
  if (isnan (data->value) || g_rand_int_range (rand, 0, 3) == 0)
    {
      data->change_kind = TL_CHANGE_PERCENT;
      data->change = g_rand_int_range (rand, -11, 20) * 10;
      data->change_against = g_rand_int_range (rand, 0, 5) == 0 ? 2014 : TL_AGAINST_PREVIOUS_YEAR;
    }
  data->precision = g_rand_int_range (rand, 0, 3) == 0 ? (TlPrecision) g_rand_int_range (rand, 0, 4)
                                                       : TL_PRECISION_EXACT;
  if (g_rand_int_range (rand, 0, 5) == 0)
    data->status = (TlStatus) g_rand_int_range (rand, 0, 4);
}

/* The articles from FIRST_CARRIER on carry one story. */
static TlReport *
make_report_of (TlFigure *figure,
                gint64    article_id)
{
  g_autoptr(TlReport) report = tl_report_new (figure, article_id, "Title", "Outlet",
                                              (TlDate) { (gint16) (2013 + article_id % 6), 1, 1 }, NULL);

  return tl_report_new_in_story (report, article_id >= FIRST_CARRIER ? 77 : 0);
}

/* What another article says too, word for word. */
static TlReport *
copy_report (GRand    *rand,
             TlReport *original,
             guint     index)
{
  TlFigure *figure = tl_report_get_figure (original);
  TlFigureData data = *tl_figure_get_data (figure);
  g_autoptr(TlFigure) copy = NULL;

  data.quote = (TlSpan) { index * 10, index * 10 + 5 };
  copy = tl_figure_new (&data, tl_figure_get_quote (figure), NULL, NULL);
  return make_report_of (copy, g_rand_int_range (rand, FIRST_CARRIER, END_OF_ARTICLES));
}

static TlReport *
make_report (GRand *rand,
             guint  index)
{
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *quote = NULL;
  guint first = (guint) g_rand_int_range (rand, 0, 6);

  tl_figure_data_init (&data);
  data.flow = (TlFlow) g_rand_int_range (rand, 0, 3);
  data.scope = g_rand_int_range (rand, 0, 8) == 0 ? (TlScope) g_rand_int_range (rand, 0, 4)
                                                  : TL_SCOPE_NATIONAL;
  g_strlcpy (data.partners[0], partners[first], TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], partners[(first + 1) % 6], TL_PARTNER_SIZE);
  g_strlcpy (data.currency, currencies[g_rand_int_range (rand, 0, 5)], sizeof data.currency);
  make_period (rand, &data);
  make_amount (rand, &data);
  data.quote = (TlSpan) { index * 10, index * 10 + 5 };
  quote = g_strdup_printf ("quote %d", g_rand_int_range (rand, 0, 4));
  figure = tl_figure_new (&data, quote, NULL, NULL);
  return make_report_of (figure, g_rand_int_range (rand, 1, END_OF_ARTICLES));
}

static GPtrArray *
make_reports (GRand *rand)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = (guint) g_rand_int_range (rand, 0, 40);

  for (guint i = 0; i < n; i++)
    if (i > 0 && g_rand_int_range (rand, 0, 4) == 0)
      g_ptr_array_add (reports,
                       copy_report (rand, reports->pdata[g_rand_int_range (rand, 0, (int) i)], i));
    else
      g_ptr_array_add (reports, make_report (rand, i));
  return reports;
}

/* ---- what is where ---- */

static guint
count_in_list (GPtrArray *list,
               TlReport  *report)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      GPtrArray *copies = tl_report_get_copies (list->pdata[i]);

      n += tl_report_is_same (list->pdata[i], report);
      for (guint k = 0; copies != NULL && k < copies->len; k++)
        n += tl_report_is_same (copies->pdata[k], report);
    }
  return n;
}

static guint
count_in_points (TlSeries *series,
                 TlReport *report,
                 gboolean  calculated)
{
  guint n = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      if ((point->kind == TL_POINT_CALCULATED) == calculated)
        n += count_in_list (point->reports, report);
    }
  return n;
}

/* A report makes one point, or helps to calculate, or is left out. */
static void
check_each_report_once (TlSeries  *series,
                        GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      guint n_points = count_in_points (series, reports->pdata[i], FALSE);
      guint n_calculated = count_in_points (series, reports->pdata[i], TRUE);
      guint n_left_out = count_in_list (tl_series_get_left_out (series), reports->pdata[i]);

      g_assert_cmpuint (n_points, <=, 1);
      g_assert_cmpuint (n_left_out, ==, n_points + n_calculated == 0 ? 1 : 0);
    }
}

/* A reported point has the value that one of its reports has, and never that of another trade. */
static void
check_nothing_averaged (TlSeries *series)
{
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);
      gboolean found = FALSE;

      g_assert_cmpuint (point->reports->len, >, 0);
      g_assert_true (isfinite (point->value) && point->value > 0);
      g_assert_true (isnan (point->high) || point->high > point->value);
      g_assert_true ((point->formula != NULL) == (point->kind == TL_POINT_CALCULATED));
      for (guint k = 0; k < point->reports->len && point->kind != TL_POINT_CALCULATED; k++)
        {
          const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (point->reports->pdata[k]));

          g_assert_cmpint (data->flow, ==, tl_series_get_flow (series));
          g_assert_cmpint (data->scope, ==, TL_SCOPE_NATIONAL);
          g_assert_cmpint (data->precision, ==, point->precision);
          found |= !(data->value < point->value || data->value > point->value);
        }
      g_assert_true (found || point->kind == TL_POINT_CALCULATED);
    }
}

/* What is calculated is of a period of which nothing is reported, from what was reported only. */
static void
check_calculated (TlSeries *series)
{
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      if (point->kind != TL_POINT_CALCULATED)
        continue;
      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        {
          const TlPoint *other = tl_series_get_point (series, k);

          g_assert_false ((other->kind == TL_POINT_YEAR || other->kind == TL_POINT_PARTIAL) &&
                          tl_date_compare (other->start, point->start) == 0 &&
                          tl_date_compare (other->end, point->end) == 0);
        }
      for (guint k = 0; k < point->reports->len; k++)
        g_assert_cmpint (tl_figure_get_data (tl_report_get_figure (point->reports->pdata[k]))->status,
                         ==, TL_STATUS_REPORTED);
    }
}

/* Of one story, a point has no second article but among copies. */
static void
check_copies_count_once (TlSeries *series)
{
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);
      gint64 carrier = 0;

      for (guint k = 0; k < point->reports->len && point->kind != TL_POINT_CALCULATED; k++)
        {
          gint64 article_id = tl_report_get_article_id (point->reports->pdata[k]);

          if (tl_report_get_story (point->reports->pdata[k]) == 0)
            continue;
          g_assert_true (carrier == 0 || carrier == article_id);
          carrier = article_id;
        }
    }
}

static void
check_order (TlSeries *series)
{
  for (guint i = 1; i < tl_series_get_n_points (series); i++)
    g_assert_cmpint (tl_series_get_point (series, i - 1)->start.year, <=,
                     tl_series_get_point (series, i)->start.year);
}

/* ---- the same ---- */

static void
append_reports (GString   *text,
                GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      GPtrArray *copies = tl_report_get_copies (reports->pdata[i]);

      g_string_append_printf (text, " %p", (gpointer) tl_report_get_figure (reports->pdata[i]));
      if (copies != NULL)
        {
          g_string_append (text, " (");
          append_reports (text, copies);
          g_string_append (text, ")");
        }
    }
  g_string_append_c (text, '\n');
}

/* All that a series says, and by which figures. */
static char *
describe_series (TlSeries *series)
{
  GString *text = g_string_new (tl_series_get_currency (series));

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);
      g_autofree char *description = describe_point (point);

      g_string_append_printf (text, "\n%s %s", description, point->formula != NULL ? point->formula : "");
      append_reports (text, point->reports);
    }
  append_reports (text, tl_series_get_left_out (series));
  append_reports (text, tl_series_get_undated (series));
  return g_string_free (text, FALSE);
}

static void
shuffle (GRand     *rand,
         GPtrArray *reports)
{
  for (guint i = reports->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (int) i);
      gpointer report = reports->pdata[i - 1];

      reports->pdata[i - 1] = reports->pdata[other];
      reports->pdata[other] = report;
    }
}

static void
check_same_in_any_order (GRand     *rand,
                         TlSeries  *series,
                         TlFlow     flow,
                         GPtrArray *reports)
{
  g_autofree char *before = describe_series (series);
  g_autoptr(TlSeries) again = tl_series_new ("BY", "KZ", flow, reports);
  g_autofree char *same = describe_series (again);
  g_autoptr(TlSeries) shuffled = NULL;
  g_autofree char *after = NULL;

  shuffle (rand, reports);
  shuffled = tl_series_new ("BY", "KZ", flow, reports);
  after = describe_series (shuffled);

  g_assert_cmpstr (before, ==, same);
  g_assert_cmpstr (before, ==, after);
}

/* One more article takes no report out of the points of the same currency. */
static void
check_more_takes_nothing (GRand     *rand,
                          TlFlow     flow,
                          GPtrArray *reports)
{
  g_autoptr(GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) before = NULL;
  g_autoptr(TlSeries) after = NULL;
  TlSeriesRules rules;

  tl_series_rules_init (&rules);
  rules.currency = "USD";
  for (guint i = 0; i < reports->len; i++)
    g_ptr_array_add (more, g_object_ref (reports->pdata[i]));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (more, make_report (rand, 1000 + i));
  before = tl_series_new_by_rules ("BY", "KZ", flow, reports, &rules);
  after = tl_series_new_by_rules ("BY", "KZ", flow, more, &rules);

  check_each_report_once (after, more);
  for (guint i = 0; i < reports->len; i++)
    g_assert_cmpuint (count_in_points (after, reports->pdata[i], FALSE), ==,
                      count_in_points (before, reports->pdata[i], FALSE));
}

/* Rules hide points; they make none, and what they hide is left out. */
static void
check_rules (GRand     *rand,
             TlFlow     flow,
             GPtrArray *reports)
{
  g_autoptr(TlRates) rates = tl_rates_new ("USD");
  g_autoptr(TlSeries) series = NULL;
  TlSeriesRules rules;

  tl_rates_set (rates, "EUR", 1.1);
  tl_series_rules_init (&rules);
  rules.kinds = (guint) g_rand_int_range (rand, 0, (int) TL_ALL_POINT_KINDS + 1);
  rules.first_year = g_rand_int_range (rand, 2012, 2016);
  rules.last_year = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 2014, 2019);
  rules.rates = g_rand_boolean (rand) ? rates : NULL;
  rules.currency = "USD";
  series = tl_series_new_by_rules ("BY", "KZ", flow, reports, &rules);

  check_each_report_once (series, reports);
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      const TlPoint *point = tl_series_get_point (series, i);

      g_assert_cmpint (point->start.year, >=, rules.first_year);
      g_assert_true (rules.last_year == 0 || point->end.year <= rules.last_year);
      g_assert_cmpuint (rules.kinds & TL_POINT_BIT (point->kind), !=, 0);
      g_assert_true ((point->conversion != NULL) == (*point->currency != '\0'));
      g_assert_true (point->conversion == NULL || rules.rates != NULL);
    }
}

/* Whatever is apart is in one of the series apart only, and never in the series of the pair. */
static void
check_apart (GPtrArray *reports)
{
  TlSeriesRules rules;
  g_autoptr(GPtrArray) list = NULL;

  tl_series_rules_init (&rules);
  list = tl_series_list_apart ("BY", "KZ", reports, &rules);
  for (guint i = 0; i < reports->len; i++)
    {
      guint n = 0;

      for (guint k = 0; k < list->len; k++)
        n += count_in_points (list->pdata[k], reports->pdata[i], FALSE);
      g_assert_cmpuint (n, <=, 1);
      g_assert_true (n == 0 || !tl_figure_is_chartable (tl_report_get_figure (reports->pdata[i])));
    }
}

static void
test_properties (gconstpointer data)
{
  TlFlow flow = (TlFlow) GPOINTER_TO_INT (data);
  guint n_calculated = 0;

  for (guint32 seed = 0; seed < N_SETS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) reports = make_reports (rand);
      g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", flow, reports);

      check_each_report_once (series, reports);
      check_nothing_averaged (series);
      check_calculated (series);
      check_copies_count_once (series);
      check_order (series);
      check_same_in_any_order (rand, series, flow, reports);
      check_more_takes_nothing (rand, flow, reports);
      check_rules (rand, flow, reports);
      check_apart (reports);
      for (guint i = 0; i < tl_series_get_n_points (series); i++)
        n_calculated += tl_series_get_point (series, i)->kind == TL_POINT_CALCULATED;
    }
  g_assert_cmpuint (n_calculated, >, N_SETS / 10);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/series-properties/turnover", GINT_TO_POINTER (TL_FLOW_TURNOVER), test_properties);
  g_test_add_data_func ("/series-properties/exports", GINT_TO_POINTER (TL_FLOW_EXPORTS), test_properties);
  g_test_add_data_func ("/series-properties/balance", GINT_TO_POINTER (TL_FLOW_BALANCE), test_properties);

  return g_test_run ();
}
