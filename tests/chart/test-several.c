/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts of several series: what they are called, what their pictures carry, and which panel
 * each of them stands in. */

#include <locale.h>
#include <string.h>

#include "test-scene-checks.h"
#include "tl-chart-entries.h"
#include "tl-chart-export-private.h"
#include "tl-chart-read.h"

static const char *const lines[] = {
  "2014 1.1b article=5", "2015 700m about article=3", "2016 419.1m article=9",
  "2015 40b article=7 first=BY second=RU", "2016 36b article=3 first=BY second=RU",
  "2016 50m article=2 first=BY second=UA", "2017-01..2017-06 30m article=9 first=BY second=UA",
  "2015 12b article=8 currency=RUB", "2016 14b article=9 currency=RUB",
  "2016 300m exports article=4", "2016 100m exports article=4 first=KZ second=BY",
  NULL,
};

static TlChart *
make_chart (const char *const  *others,
            TlFlow              flow,
            TlChartArrangement  arrangement,
            gboolean            each_currency)
{
  static const TlOfficialValue values[] = {
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", FALSE, 2015, 400e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "KZ", TRUE, 2015, 90e6 },
    { TL_OFFICIAL_COMTRADE, "BY", "RU", FALSE, 2015, 10e9 },
    { TL_OFFICIAL_COMTRADE, "BY", "RU", TRUE, 2015, 17e9 },
    { TL_OFFICIAL_COMTRADE, "RU", "BY", FALSE, 2015, 15e9 },
    { TL_OFFICIAL_COMTRADE, "RU", "BY", TRUE, 2015, 9e9 },
  };
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(GArray) entries = tl_chart_entries_new ();
  TlSeriesRules rules;

  tl_series_rules_init (&rules);
  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autoptr(TlSeries) series = tl_series_new_by_rules ("BY", others[i], flow, reports, &rules);
      g_autoptr(GPtrArray) officials =
        tl_official_series_list (values, G_N_ELEMENTS (values), "BY", others[i], flow);

      tl_chart_entries_add (entries, series, officials);
      if (each_currency)
        tl_chart_entries_add_currencies (entries, series, reports, &rules);
    }
  return tl_chart_new_for_entries ((const TlChartEntry *) (const void *) entries->data, entries->len,
                                   arrangement);
}

static const char *const three[] = { "KZ", "RU", "UA", NULL };
static const char *const two[] = { "KZ", "RU", NULL };

/* ---- names ---- */

static void
test_titles (void)
{
  g_autoptr(TlChart) chart = make_chart (three, TL_FLOW_TURNOVER, TL_CHART_APART, FALSE);
  g_autoptr(TlChart) exports = make_chart (two, TL_FLOW_EXPORTS, TL_CHART_APART, FALSE);
  g_autoptr(TlChart) currencies = make_chart ((const char *[]) { "KZ", NULL }, TL_FLOW_TURNOVER,
                                              TL_CHART_TOGETHER, TRUE);
  g_autofree char *title = tl_chart_dup_chart_title (chart);
  g_autofree char *title_of_exports = tl_chart_dup_chart_title (exports);
  g_autofree char *title_of_currencies = tl_chart_dup_chart_title (currencies);
  g_autofree char *name = tl_chart_dup_series_name (currencies, 1);
  g_autofree char *description = tl_chart_dup_chart_description (chart, TL_CHART_APART, title);
  g_autofree char *alt_text = tl_chart_dup_chart_alt_text (chart, TL_CHART_APART, title);

  g_assert_cmpstr (title, ==, "Trade of Belarus with Kazakhstan, Russia and Ukraine");
  g_assert_cmpstr (title_of_exports, ==, "Exports from Belarus to Kazakhstan and Russia");
  g_assert_cmpstr (title_of_currencies, ==, "Trade between Belarus and Kazakhstan");
  g_assert_cmpstr (name, ==, "Belarus – Kazakhstan, turnover, in Russian roubles");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *of_series = tl_chart_dup_series_name (chart, i);

      g_assert_nonnull (strstr (description, of_series));
      g_assert_nonnull (strstr (alt_text, of_series));
    }
  g_assert_nonnull (strstr (description, "US dollars"));
  g_assert_cmpint (g_utf8_strlen (alt_text, -1), <=, TL_MAX_ALT_TEXT);
}

/* ---- panels ---- */

static void
test_panels (void)
{
  g_autoptr(TlChart) apart = make_chart (three, TL_FLOW_TURNOVER, TL_CHART_APART, TRUE);
  g_autoptr(TlChart) together = make_chart (three, TL_FLOW_TURNOVER, TL_CHART_TOGETHER, TRUE);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (apart, 900, 600, TRUE);
  g_autoptr(TlChartScene) other = tl_chart_scene_new_for_chart (together, 900, 600, TRUE);

  /* Kazakhstan has a series in roubles, too. */
  g_assert_cmpuint (tl_chart_get_n_series (apart), ==, 4);
  g_assert_cmpuint (tl_chart_scene_get_n_panels (scene), ==, 4);
  g_assert_cmpuint (tl_chart_scene_get_n_panels (other), ==, 2);
  g_assert_cmpstr (tl_chart_scene_get_panel (scene, 1)->currency, ==, "RUB");
  g_assert_cmpstr (tl_chart_scene_get_panel (other, 1)->currency, ==, "RUB");
  g_assert_cmpuint (tl_chart_scene_get_panel (other, 1)->n_marks, ==, 2);
  g_assert_cmpuint (count_texts (scene, "US dollars, billion"), ==, 3);
  g_assert_cmpuint (count_texts (scene, "Russian roubles, billion"), ==, 1);

  /* Heights are compared across panels. */
  g_assert_cmpfloat_with_epsilon (tl_chart_scene_get_panel (scene, 0)->unit,
                                  tl_chart_scene_get_panel (scene, 2)->unit, 1e-20);
}

/* A series of which nothing is reported is not passed over in silence. */
static void
test_nothing (void)
{
  g_autoptr(TlChart) chart = make_chart ((const char *[]) { "KZ", "PL", NULL }, TL_FLOW_TURNOVER,
                                         TL_CHART_APART, FALSE);
  g_autoptr(TlChart) empty = make_chart ((const char *[]) { "LT", "PL", NULL }, TL_FLOW_TURNOVER,
                                         TL_CHART_APART, FALSE);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, 900, 600, TRUE);
  g_autoptr(TlChartScene) nothing = tl_chart_scene_new_for_chart (empty, 900, 600, TRUE);

  g_assert_cmpuint (count_texts (scene, "Belarus – Poland"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "Nothing reported"), ==, 1);
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene),
                            "Belarus – Poland, turnover: nothing to draw."));
  g_assert_cmpuint (count_texts (nothing, "Nothing to draw"), ==, 1);
}

/* ---- in a picture ---- */

static void
test_again (gconstpointer data)
{
  TlChartArrangement arrangement = GPOINTER_TO_UINT (data);
  static const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 800, 500, 1 };
  g_autoptr(TlChart) chart = make_chart (three, TL_FLOW_TURNOVER, arrangement, TRUE);
  g_autoptr(GBytes) png = tl_chart_export_to_bytes (chart, &picture, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);

  g_assert_no_error (error);
  g_assert_true (reading->is_as_drawn);
  g_assert_cmpint (tl_chart_get_arrangement (reading->chart), ==, arrangement);
  g_assert_cmpuint (tl_chart_get_n_series (reading->chart), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      TlSeries *read = tl_chart_get_nth_series (reading->chart, i);

      g_assert_cmpstr (tl_series_get_currency (read), ==, tl_series_get_currency (series));
      g_assert_cmpuint (tl_series_get_n_points (read), ==, tl_series_get_n_points (series));
      g_assert_cmpuint (tl_chart_get_nth_officials (reading->chart, i)->len, ==,
                        tl_chart_get_nth_officials (chart, i)->len);
    }
}

/* What is not as it is written is refused. */
static void
test_refused (void)
{
  static const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 800, 500, 1 };
  static const struct { const char *from, *to; } changes[] = {
    { "\"arrangement\":\"apart\"", "\"arrangement\":\"askew\"" },
    { "\"series\":[", "\"series\":{}, \"other\":[" },
    { "\"series\":[", "\"series\":[7," },
    { "\"series\":[", "\"series\":[{}," },
    { "\"version\":2", "\"version\":1" },
    { "\"version\":2", "\"version\":3" },
  };
  g_autoptr(TlChart) chart = make_chart (two, TL_FLOW_TURNOVER, TL_CHART_APART, FALSE);
  g_autofree char *json = tl_chart_dup_figures (chart, &picture);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto(GStrv) parts = g_strsplit (json, changes[i].from, 2);
      g_autofree char *changed = g_strjoinv (changes[i].to, parts);
      g_autoptr(GError) error = NULL;
      TlChartPicture read;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_null (tl_chart_parse_figures (changed, &read, &error));
      g_assert_error (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/several/titles", test_titles);
  g_test_add_func ("/several/panels", test_panels);
  g_test_add_func ("/several/nothing", test_nothing);
  g_test_add_data_func ("/several/together/again", GUINT_TO_POINTER (TL_CHART_TOGETHER), test_again);
  g_test_add_data_func ("/several/apart/again", GUINT_TO_POINTER (TL_CHART_APART), test_again);
  g_test_add_func ("/several/refused", test_refused);

  return g_test_run ();
}
