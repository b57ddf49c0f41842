/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart promises of its sources: every one is in the picture, and every mark leads
 * to its own. */

#include <locale.h>

#include "test-scene-checks.h"

static void
test_sources (void)
{
  g_autoptr(TlSeries) series = make_series (test_story_lines);
  g_autoptr(TlChartScene) with = tl_chart_scene_new (series, 900, 600, TRUE);
  g_autoptr(TlChartScene) without = tl_chart_scene_new (series, 900, 600, FALSE);

  g_assert_cmpuint (count_texts (with, "https://example.org/articles/"), ==, 3);
  g_assert_cmpuint (count_texts (with, "Belta, 23 November 2017: "), ==, 1);
  g_assert_cmpuint (count_texts (with, "$419.1 million ÷ (1 − 30%)"), ==, 1);
  g_assert_cmpuint (count_texts (without, "https://"), ==, 0);
  g_assert_cmpuint (count_texts (without, "$419.1 million ÷ (1 − 30%)"), ==, 1);
  assert_no_text_over_text (with);
}

static TlSeries *
make_series_of_source (int         n,
                       const char *title,
                       const char *url)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d 1b", 2000 + i);
      g_autoptr(TlReport) report = make_test_report (line);
      /* One source alone has a short address. */
      const char *address = i == 0 ? "https://example.org/" : url;

      g_ptr_array_add (reports, tl_report_new (tl_report_get_figure (report), i, title,
                                               "The Daily Example", (TlDate) { 2016, 3, 1 },
                                               address));
    }
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

/* Addresses are whole in every source of a picture or in none, and a title that is too
 * long gives way to its beginning before a site does. */
static void
test_addresses (void)
{
  static const char long_url[] = "https://www.example.org/a/very/long/address/indeed/that/"
                                 "goes/on/and/on/until/it/needs/a/line/of/its/own/at/least";
  static const char short_title[] = "A headline that is not long";
  g_autofree char *long_title = g_strnfill (600, 'x');
  const struct
  {
    int         n;
    double      width;
    const char *title;
    const char *url;
    gboolean    is_whole;
    gboolean    is_cut;
  } cases[] = {
    { 3, 900, short_title, long_url, TRUE, FALSE },
    { 12, 900, short_title, long_url, FALSE, FALSE },
    { 12, 900, short_title, "https://example.org/a", TRUE, FALSE },
    { 3, 320, short_title, long_url, FALSE, FALSE },
    { 12, 1400, short_title, long_url, TRUE, FALSE },
    { 14, 1400, short_title, long_url, FALSE, FALSE },
    { 5, 900, long_title, long_url, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = (guint) cases[i].n;
      g_autoptr(TlSeries) series = make_series_of_source (cases[i].n, cases[i].title, cases[i].url);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, cases[i].width, 600, TRUE);

      g_test_message ("%d sources, %g wide", cases[i].n, cases[i].width);
      assert_scene (scene);
      g_assert_cmpuint (count_texts (scene, "example.org"), ==, n);
      g_assert_cmpuint (count_texts (scene, "https://"), ==, cases[i].is_whole ? n : 0);
      g_assert_cmpuint (count_texts (scene, "…, example.org"), ==, cases[i].is_cut ? n : 0);
    }
}

static TlSeries *
make_series_of_sources (int n)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);
  TlSeries *series;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d %d.%dm article=%d", 2000 + i % 10, i + 1, i % 10, i);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  g_ptr_array_unref (reports);
  return series;
}

/* All sources stand in the picture, which grows for them and leaves the plot its height. */
static void
test_many_sources (void)
{
  static const struct { double width, height; } sizes[] = {
    { 300, 240 }, { 640, 400 }, { 960, 600 }, { 1200, 700 }, { 1920, 1200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double usual = 0;

      for (int n = 10; n <= 250; n += 40)
        {
          g_autoptr(TlSeries) series = make_series_of_sources (n);
          g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                              sizes[i].height, TRUE);
          double plot = tl_chart_scene_get_plot (scene).height;

          g_test_message ("%g × %g, %d sources", sizes[i].width, sizes[i].height, n);
          assert_scene_of_height (scene, sizes[i].height);
          g_assert_cmpuint (count_texts (scene, "example.org"), ==, (guint) MIN (n, 200));
          g_assert_cmpuint (count_texts (scene, "and 50 more"), ==, n == 250 ? 1 : 0);
          g_assert_cmpfloat (tl_chart_scene_get_height (scene), >=, sizes[i].height);
          g_assert_cmpfloat (plot, >, 0.28 * sizes[i].height);
          if (n == 50)
            usual = plot;
          else if (n > 50)
            g_assert_cmpfloat_with_epsilon (plot, usual, 1);
        }
    }
}

/* A few sources find room in the height that was asked for. */
static void
test_usual_height (void)
{
  static const struct { double width, height; } sizes[] = {
    { 640, 400 }, { 900, 560 }, { 960, 600 }, { 1920, 1200 },
  };
  g_autoptr(TlSeries) series = make_series (test_story_lines);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i].width,
                                                          sizes[i].height, TRUE);

      g_assert_cmpfloat (tl_chart_scene_get_height (scene), ==, sizes[i].height);
    }
}

/* ---- a rich series ---- */

/* What a collection of some dozen articles tells of one pair. */
#define DOZEN_ARTICLES \
  "2014 1b below article=1", "2014 1.1b article=2", \
  "2016 below change=-30 article=3", "2016 419.1m article=3", \
  "2017-01..2017-07 313.7m article=3", "2017-01..2017-09 441m article=1", \
  "2017 604.1m article=4", "2017 690m article=5", \
  "2018 890m above article=6", "2018 896m article=7", "2018 900m article=8", \
  "2018 1b about target article=4", "2018 1b below forecast article=2", \
  "2019-01..2019-06 481.7m article=7", "2019-04..2019-06 257m article=6", \
  "2019 1b forecast article=6", "2020 1b target article=3", "2020 1b above target article=1", \
  "2021-01..2021-03 215m article=9", "2021 1b above article=10", "2021 1b target article=10", \
  "2021 1b about forecast article=11", "2022 1b above article=12"

static const char *const dozen_lines[] = { DOZEN_ARTICLES, NULL };

static const char *const rich_lines[] = {
  DOZEN_ARTICLES,
  "2013 843m article=13", "2013-01..2013-06 402m article=14", "2022-01..2022-06 465m article=15",
  "2023 1.05b article=16", "2023 1.1b target article=12", "2024 1.12b article=17",
  "2024-01..2024-03 240m article=16", "2025 1.2b forecast article=17", NULL
};

/* Every mark of a picture leads to its sources. */
static void
test_references (void)
{
  static const struct { double width, height; } sizes[] = {
    { 960, 600 }, { 1200, 700 }, { 1280, 800 }, { 1600, 900 }, { 1920, 1200 },
  };
  g_autoptr(TlSeries) series = make_series (rich_lines);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) with = tl_chart_scene_new (series, sizes[i].width,
                                                         sizes[i].height, TRUE);
      g_autoptr(TlChartScene) without = tl_chart_scene_new (series, sizes[i].width,
                                                            sizes[i].height, FALSE);

      g_test_message ("%g × %g", sizes[i].width, sizes[i].height);
      assert_scene (with);
      assert_scene (without);
      g_assert_cmpuint (tl_chart_scene_get_n_marks (with), >=, 30);
      for (guint m = 0; m < tl_chart_scene_get_n_marks (with); m++)
        {
          g_test_message ("%s", tl_chart_scene_get_mark (with, m)->description);
          g_assert_nonnull (tl_chart_scene_get_mark (with, m)->references);
          g_assert_null (tl_chart_scene_get_mark (without, m)->references);
        }
    }
}

/* Several sources of one mark are written as runs of numbers. */
static void
test_runs (void)
{
  static const struct
  {
    const char *lines[9];
    const char *references;
  } cases[] = {
    { { "2016 1b article=1" }, "1" },
    { { "2016 1b article=1", "2016 1b article=2" }, "1,2" },
    { { "2016 1b article=1", "2016 1b article=2", "2016 1b article=3" }, "1–3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSeries) series = make_series (cases[i].lines);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 560, TRUE);

      g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 1);
      g_assert_cmpstr (tl_chart_scene_get_mark (scene, 0)->references, ==, cases[i].references);
    }
}

/* A bar with room above it has its value, be it in smaller letters. */
static void
test_values_of_parts (void)
{
  g_autoptr(TlSeries) series = make_series (dozen_lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1280, 800, FALSE);

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      g_test_message ("%s", mark->description);
      if (mark->kind == TL_POINT_PARTIAL)
        g_assert_nonnull (mark->label);
    }
}

/* A part of a paper has the numbers alone: the paper has the title and what they mean. */
static void
test_part_of_a_paper (void)
{
  static const char *const lines[] = {
    "2014 1b below article=7", "2014 1.1b article=9", "2015 900m article=9", NULL
  };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_paper (chart, 800, 500);
  GPtrArray *sources = tl_chart_scene_get_sources (scene);

  g_assert_cmpuint (sources->len, ==, 2);
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      TlReport *report = get_point (scene, mark)->reports->pdata[0];
      guint number = (guint) atoi (mark->references);

      g_assert_cmpuint (number, >, 0);
      g_assert_cmpint (tl_report_get_article_id (sources->pdata[number - 1]), ==,
                       tl_report_get_article_id (report));
    }
  g_assert_cmpuint (count_texts (scene, "Trade between"), ==, 0);
  g_assert_cmpuint (count_texts (scene, "Sources"), ==, 0);
  g_assert_cmpfloat (tl_chart_scene_get_height (scene), ==, 500);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/scene-sources/sources", test_sources);
  g_test_add_func ("/scene-sources/addresses", test_addresses);
  g_test_add_func ("/scene-sources/many-sources", test_many_sources);
  g_test_add_func ("/scene-sources/usual-height", test_usual_height);
  g_test_add_func ("/scene-sources/references", test_references);
  g_test_add_func ("/scene-sources/runs", test_runs);
  g_test_add_func ("/scene-sources/values-of-parts", test_values_of_parts);
  g_test_add_func ("/scene-sources/part-of-a-paper", test_part_of_a_paper);

  return g_test_run ();
}
