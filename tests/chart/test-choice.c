/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of what a person chose to see: it says so, and comes back from its picture as it was. */

#include <locale.h>

#include "test-reports.h"
#include "tl-chart-export-private.h"
#include "tl-chart-read.h"
#include "tl-chart-scene-private.h"

static const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 700, 460, 1 };

/* What is wanted of the reports; dollars at 1.10 for a euro and 0.002 for a tenge where
 * @with_rates. */
typedef struct
{
  const char *scope;
  const char *currency;
  guint       hidden;
  int         first_year;
  int         last_year;
  gboolean    only_confirmed;
  gboolean    with_rates;
} Wish;

static const char *const lines[] = {
  "2012 300m article=1 confirmed", "2013 350m article=2", "2014 1b about article=3 story=4",
  "2014 1.1b article=4 story=4 confirmed", "2015 400m currency=EUR article=5", "2016 419.1m change=-30 article=6",
  "2017 change=10 article=7 confirmed", "2018 2b target article=8", "2017-01..2017-06 250m article=9",
  "2016 90b currency=KZT article=10", "2019 600m forecast article=11", "700m article=12 confirmed",
  "2015 40m sector article=13", "2016 44m sector article=14", "2016 30m currency=EUR sector article=15",
  "exports 2011 200m article=16", "exports 2011 100m first=KZ second=BY article=17",
  "2014 60m regional first=BY-BR article=18", "2015 66m regional first=BY-BR article=19", NULL
};

static TlChart *
make_chart (const Wish *wish)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(TlRates) rates = tl_rates_new ("USD");
  g_autoptr(TlSeries) series = NULL;
  TlSeriesRules rules;

  tl_rates_set (rates, "EUR", 1.1);
  tl_rates_set (rates, "KZT", 0.002);
  tl_series_rules_init (&rules);
  if (wish->scope != NULL)
    g_assert_true (tl_scope_from_string (wish->scope, &rules.scope));
  rules.currency = wish->currency;
  rules.kinds = TL_ALL_POINT_KINDS & ~wish->hidden;
  rules.first_year = wish->first_year;
  rules.last_year = wish->last_year;
  rules.only_confirmed = wish->only_confirmed;
  rules.rates = wish->with_rates ? rates : NULL;
  series = tl_series_new_by_rules (g_strcmp0 (wish->scope, "regional") == 0 ? "BY-BR" : "BY", "KZ",
                                   TL_FLOW_TURNOVER, reports, &rules);
  return tl_chart_new (series, NULL);
}

static gboolean
has_text (TlChartScene *scene,
          const char   *wanted)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (strstr (pango_layout_get_text (g_array_index (scene->texts, TlChartText, i).layout), wanted) != NULL)
      return TRUE;
  return FALSE;
}

/* What is chosen stands in the picture and in its description, and the same picture comes of it. */
static void
test_told (void)
{
  static const struct { Wish wish; guint n_points; const char *note; } cases[] = {
    { { .first_year = 2014, .last_year = 2016 }, 4, "Only the years 2014 to 2016 are shown." },
    { { .first_year = 2016 }, 5, "Only the years from 2016 on are shown." },
    { { .last_year = 2013 }, 3, "Only the years up to 2013 are shown." },
    { { .first_year = 2014, .last_year = 2014 }, 2, "Only 2014 is shown." },
    { { .hidden = TL_POINT_BIT (TL_POINT_TARGET) | TL_POINT_BIT (TL_POINT_FORECAST) }, 9,
      "Left out: targets, forecasts." },
    { { .currency = "EUR" }, 1, NULL },
    { { .with_rates = TRUE }, 12,
      "† Converted at €1 = $1.10, KZT 1 = $0.002, as given; the table has the amounts as they were reported." },
    { { .with_rates = TRUE, .first_year = 2015, .last_year = 2015 }, 1, "† Converted at €1 = $1.10, as given" },
    { { .with_rates = TRUE, .scope = "sector" }, 3, "† Converted at €1 = $1.10, as given" },
    { { .scope = "sector" }, 2, NULL },
    { { .scope = "regional" }, 2, NULL },
    { { .only_confirmed = TRUE }, 2, "Only what a person confirmed is shown." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlChart) chart = make_chart (&cases[i].wish);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, picture.width, picture.height, TRUE);
      g_autoptr(GBytes) png = tl_chart_export_to_bytes (chart, &picture, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);

      g_test_message ("%s", cases[i].note != NULL ? cases[i].note : "no note");
      g_assert_no_error (error);
      g_assert_cmpuint (tl_series_get_n_points (tl_chart_get_series (chart)), ==, cases[i].n_points);
      g_assert_true (reading->is_as_drawn);
      g_assert_cmpint (cases[i].note == NULL, ==, !has_text (scene, "Only") && !has_text (scene, "Left out") &&
                                                    !has_text (scene, "Converted"));
      if (cases[i].note != NULL)
        {
          g_assert_true (has_text (scene, cases[i].note));
          g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), cases[i].note));
        }
    }
}

/* Whose trade it is, too, and what is converted from what. */
static void
test_words (void)
{
  const Wish sector = { .scope = "sector", .with_rates = TRUE };
  const Wish region = { .scope = "regional" };
  const Wish nothing = { .first_year = 2050 };
  g_autoptr(TlChart) chart = make_chart (&sector);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, picture.width, picture.height, TRUE);
  g_autoptr(TlChart) other = make_chart (&region);
  g_autoptr(TlChart) empty = make_chart (&nothing);
  g_autoptr(TlChartScene) empty_scene = tl_chart_scene_new_for_chart (empty, 700, 460, TRUE);
  g_autofree char *title = tl_chart_dup_chart_title (other);
  guint n_converted = 0;

  g_assert_true (has_text (scene, "some goods or services only"));
  g_assert_true (has_text (scene, "$33 million†"));
  g_assert_nonnull (strstr (title, "Brest"));
  g_assert_true (has_text (empty_scene, "Only the years from 2050 on are shown."));
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (strstr (tl_chart_scene_get_mark (scene, i)->description,
                "$33 million, converted from €30 million, at 1.10") != NULL)
      n_converted++;
  g_assert_cmpuint (n_converted, ==, 1);
}

/* Whatever is chosen of whatever is reported: what is written is read as it was. */
static void
test_any (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      Wish wish = {
        .scope = g_rand_int_range (rand, 0, 6) == 0 ? "sector" : NULL,
        .currency = g_rand_int_range (rand, 0, 3) == 0 ? "EUR" : NULL,
        .hidden = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 0, TL_ALL_POINT_KINDS) : 0,
        .first_year = g_rand_boolean (rand) ? g_rand_int_range (rand, 2010, 2017) : 0,
        .last_year = g_rand_boolean (rand) ? g_rand_int_range (rand, 2017, 2020) : 0,
        .only_confirmed = g_rand_int_range (rand, 0, 4) == 0,
        .with_rates = g_rand_boolean (rand),
      };
      g_autoptr(TlChart) chart = make_chart (&wish);
      g_autofree char *json = tl_chart_dup_figures (chart, &picture);
      g_autoptr(GError) error = NULL;
      TlChartPicture read_picture;
      g_autoptr(TlChart) read = tl_chart_parse_figures (json, &read_picture, &error);
      g_autofree char *again = read != NULL ? tl_chart_dup_figures (read, &read_picture) : NULL;
      TlSeries *a = tl_chart_get_series (chart);
      TlSeries *b;

      g_assert_no_error (error);
      g_assert_true (g_strcmp0 (json, again) == 0);
      b = tl_chart_get_series (read);
      g_assert_cmpuint (tl_series_get_n_points (a), ==, tl_series_get_n_points (b));
      for (guint k = 0; k < tl_series_get_n_points (a); k++)
        {
          g_assert_cmpfloat (tl_series_get_point (a, k)->value, ==, tl_series_get_point (b, k)->value);
          g_assert_cmpint (tl_series_get_point (a, k)->kind, ==, tl_series_get_point (b, k)->kind);
        }
      if (tl_series_get_n_points (a) > 0)
        g_assert_cmpstr (tl_series_get_currency (a), ==, tl_series_get_currency (b));
    }
}

#define FIGURES(rules) \
  "{\"format\":\"tradelines-chart\",\"version\":1,\"partners\":[\"BY\",\"KZ\"],\"flow\":\"turnover\"," rules \
  "\"picture\":{\"style\":\"light\",\"width\":640,\"height\":420,\"scale\":1},\"articles\":[],\"figures\":[]}"

/* What makes no sense is said to make none. */
static void
test_refused (void)
{
  static const struct { const char *figures; const char *message; } cases[] = {
    { FIGURES ("\"kinds\":77,"), "kinds" },
    { FIGURES ("\"first-year\":1,"), "first-year" },
    { FIGURES ("\"last-year\":\"2014\","), "last-year" },
    { FIGURES ("\"first-year\":2016,\"last-year\":2014,"), "backwards, from 2016 to 2014" },
    { FIGURES ("\"currency\":\"XQQ\","), "currency that does not exist" },
    { FIGURES ("\"currency\":7,"), "currency that does not exist" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"EUR\":0},"), "rate for EUR" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"EUR\":-1.1},"), "rate for EUR" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"EUR\":1e9},"), "rate for EUR" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"USD\":1.1},"), "rate for USD" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"EUR\":\"1.1\"},"), "rate for EUR" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":{\"XQQ\":1.1},"), "rate for a currency that does not exist" },
    { FIGURES ("\"currency\":\"USD\",\"rates\":[1.1],"), "no list" },
    { FIGURES ("\"rates\":{\"EUR\":1.1},"), "into which currency" },
    { FIGURES ("\"scope\":\"lunar\","), "whose trade" },
    { FIGURES ("\"only-confirmed\":1,"), "confirmed" },
  };
  TlChartPicture read;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].figures);
      g_assert_null (tl_chart_parse_figures (cases[i].figures, &read, &error));
      g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* More rates than there are currencies. */
static void
test_many_rates (void)
{
  g_autoptr(GString) rates = g_string_new ("{\"format\":\"tradelines-chart\",\"version\":1,\"partners\":[\"BY\",\"KZ\"],"
                                           "\"flow\":\"turnover\",\"picture\":{\"style\":\"light\",\"width\":640,"
                                           "\"height\":420,\"scale\":1},\"articles\":[],\"figures\":[],"
                                           "\"currency\":\"USD\",\"rates\":{\"EUR\":1");
  g_autoptr(GError) error = NULL;
  TlChartPicture read;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (rates, ",\"%u\":1", i);
  g_string_append (rates, "}}");
  g_assert_null (tl_chart_parse_figures (rates->str, &read, &error));
  g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN);
  g_assert_nonnull (strstr (error->message, "too many"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice/told", test_told);
  g_test_add_func ("/choice/words", test_words);
  g_test_add_func ("/choice/any", test_any);
  g_test_add_func ("/choice/refused", test_refused);
  g_test_add_func ("/choice/many-rates", test_many_rates);
  return g_test_run ();
}
