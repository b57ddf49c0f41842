/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said without a period: the tray beside the plot, and the note in its place. */

#include <locale.h>

#include "test-scene-checks.h"
#include "tl-chart-export.h"
#include "tl-chart-read.h"
#include "tl-chart-years.h"

static const TlMark *
find_undated (TlChartScene *scene,
              guint         nth)
{
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (is_of_kind (tl_chart_scene_get_mark (scene, i), TL_SUBJECT_UNDATED) && nth-- == 0)
      return tl_chart_scene_get_mark (scene, i);
  return NULL;
}

static TlShape
get_shape (TlChartScene *scene,
           const TlMark *mark)
{
  guint index = (guint) (mark - tl_chart_scene_get_mark (scene, 0));

  return g_array_index (scene->glyphs, TlGlyph, index).shape;
}

/* Without such claims there is no tray, and nothing makes room for one. */
static void
test_none (void)
{
  static const char *const lines[] = { "2014 1b", "2016 419.1m", NULL };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, TRUE);
  TlRect plot = tl_chart_scene_get_plot (scene);

  assert_scene (scene);
  g_assert_cmpfloat (scene->tray.width, ==, 0);
  g_assert_null (find_undated (scene, 0));
  g_assert_cmpuint (count_texts (scene, "Undated"), ==, 0);
  g_assert_cmpfloat (plot.x + plot.width, >, 960);
}

/* A claim stands at its height, with its label and its source, and says what it is. */
static void
test_claim (void)
{
  static const char *const lines[] = {
    "2014 1b article=1", "2016 419.1m article=1", "500m about article=2", NULL
  };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, TRUE);
  const TlMark *mark = find_undated (scene, 0);
  const TlMark *point = tl_chart_scene_get_mark (scene, 0);
  TlRect plot = tl_chart_scene_get_plot (scene);

  assert_scene (scene);
  g_assert_nonnull (mark);
  g_assert_cmpfloat_with_epsilon (2 * (plot.y + plot.height - mark->y),
                                  plot.y + plot.height - point->y, 0.01);
  g_assert_cmpstr (mark->label, ==, "≈ $500 million");
  g_assert_cmpstr (mark->references, ==, "2");
  g_assert_cmpstr (mark->description, ==,
                   "about $500 million, no period is said, reported by The Herald, 16 March 2017");
  g_assert_cmpuint (count_texts (scene, "Undated"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "No year known"), ==, 1);
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene),
                            "Said without a period: about $500 million."));
}

/* What is far above the plot does not press it together: it stands at the edge and points on. */
static void
test_beyond (void)
{
  static const char *const lines[] = {
    "2014 1b", "2016 419.1m", "1.2b article=2", "80b target article=3", NULL
  };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, TRUE);
  TlRect plot = tl_chart_scene_get_plot (scene);
  const TlMark *lower = find_undated (scene, 0);
  const TlMark *beyond = find_undated (scene, 1);

  assert_scene (scene);
  g_assert_cmpfloat (plot.y + plot.height - tl_chart_scene_get_mark (scene, 0)->y, >,
                     plot.height / 2);
  g_assert_cmpint (get_shape (scene, lower), ==, TL_SHAPE_UNDATED);
  g_assert_cmpint (get_shape (scene, beyond), ==, TL_SHAPE_BEYOND);
  g_assert_cmpfloat_with_epsilon (beyond->bounds.y, plot.y, 0.01);
  g_assert_cmpstr (beyond->label, ==, "$80 billion");
  g_assert_cmpstr (beyond->description, ==,
                   "$80 billion, a target without a year, reported by Trade Daily, 16 March 2017");
  g_assert_cmpuint (count_texts (scene, "Beyond the scale"), ==, 1);
}

/* Who say the same are one mark; another currency has no place on this scale. */
static void
test_same (void)
{
  static const char *const lines[] = {
    "2014 1b", "500m article=2", "500m article=3", "400m currency=EUR article=3", NULL
  };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, TRUE);
  const TlMark *mark = find_undated (scene, 0);

  assert_scene (scene);
  g_assert_nonnull (mark);
  g_assert_null (find_undated (scene, 1));
  g_assert_cmpuint (tl_mark_get_n_subjects (mark), ==, 2);
  g_assert_cmpstr (mark->references, ==, "2,3");
  g_assert_nonnull (strstr (mark->description, "and 1 other report"));
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), "€400 million; $500 million"));
}

/* Where there is no width for a tray a note counts what would be in it, and leads there. */
static void
test_note (void)
{
  static const char *const lines[] = { "2014 1b", "500m article=2", "5b target article=3", NULL };
  g_autoptr(TlSeries) series = make_series (lines);

  for (int with_sources = 0; with_sources < 2; with_sources++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 330, 420, with_sources);
      const TlMark *mark = find_undated (scene, 0);
      int picked;

      assert_scene (scene);
      g_assert_cmpfloat (scene->tray.width, ==, 0);
      g_assert_nonnull (mark);
      g_assert_cmpuint (tl_mark_get_n_subjects (mark), ==, 2);
      g_assert_cmpuint (count_texts (scene, "2 undated claims"), ==, 1);
      picked = tl_chart_scene_pick (scene, mark->bounds.x + 5, mark->bounds.y + 5);
      g_assert_true (tl_chart_scene_get_mark (scene, (guint) picked) == mark);
    }
}

/* Of several series in one picture a note counts the claims of all, which stay apart behind it. */
static void
test_several_series (void)
{
  static const char *const there[] = { "2014 1b", "500m article=2", NULL };
  static const char *const back[] = { "2014 2b", "700m article=3", "500m article=4", NULL };
  g_autoptr(TlSeries) first = make_series (there);
  g_autoptr(TlSeries) second = make_series (back);
  const TlChartEntry entries[] = { { first, NULL }, { second, NULL } };

  for (int i = TL_CHART_TOGETHER; i <= TL_CHART_APART; i++)
    {
      g_autoptr(TlChart) chart = tl_chart_new_for_entries (entries, G_N_ELEMENTS (entries),
                                                           (TlChartArrangement) i);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, 1000, 700, TRUE);
      const TlMark *mark = find_undated (scene, 0);

      g_assert_nonnull (mark);
      g_assert_cmpuint (tl_mark_get_n_subjects (mark), ==, 3);
      g_assert_true (tl_mark_has_subject (mark, tl_subject_for_undated (0, 0)));
      g_assert_true (tl_mark_has_subject (mark, tl_subject_for_undated (1, 1)));
      g_assert_cmpuint (count_texts (scene, "3 undated claims"), ==, 1);
      assert_no_text_over_text (scene);
    }
}

/* Hundreds of claims are some marks with numbers in them, and every one is in a mark. */
static void
test_many (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  static const double sizes[][2] = { { 1200, 700 }, { 600, 400 }, { 300, 300 }, { 2400, 300 } };
  g_autoptr(TlSeries) series = NULL;
  guint n_joined = 0;

  g_ptr_array_add (reports, make_test_report ("2014 1b"));
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *line = g_strdup_printf ("value=%.0f article=%d", 2e6 * (1 + i * i), i + 2);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, sizes[i][0], sizes[i][1], i % 2);

      assert_scene_of_height (scene, sizes[i][1]);
      if (sizes[i][0] >= 600)
        g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_UNDATED), ==, 300);
      n_joined += count_texts (scene, "×");
    }
  g_assert_cmpuint (n_joined, >, 0);
}

/* A picture carries them, and what is read from it is drawn as the same file again. */
static void
test_picture (void)
{
  static const char *const lines[] = {
    "2014 1b article=7", "about 500m article=3", "80b target article=7", "400m currency=EUR", NULL
  };
  const TlChartPicture picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 900, 540, 1 };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlChart) chart = tl_chart_new (series, NULL);
  g_autoptr(GBytes) png = tl_chart_export_to_bytes (chart, &picture, NULL);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(TlChartReading) reading = NULL;
  g_autoptr(GError) error = NULL;

  reading = tl_chart_read (png, &error);
  g_assert_no_error (error);
  g_assert_true (reading->is_as_drawn);
  g_assert_cmpuint (tl_series_get_undated (tl_chart_get_series (reading->chart))->len, ==, 3);
  again = tl_chart_export_to_bytes (reading->chart, &reading->picture, NULL);
  g_assert_true (g_bytes_equal (png, again));
}

/* Each year of the axis is a place that a claim can be put onto: they lie side by side over the
 * plot, marks in their own; the tray and what is above are of no year. */
static void
test_years (void)
{
  static const char *const lines[] = { "2014 1b", "2017 419.1m", "500m about article=2", NULL };
  static const char *const none[] = { "500m about article=2", NULL };
  g_autoptr(TlSeries) series = make_series (lines);
  g_autoptr(TlSeries) undated = make_series (none);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1000, 600, FALSE);
  g_autoptr(TlChartScene) empty = tl_chart_scene_new (undated, 1000, 600, FALSE);
  const TlMark *mark = tl_chart_scene_get_mark (scene, 0);
  const TlMark *claim = find_undated (scene, 0);
  TlRect plot = tl_chart_scene_get_plot (scene);
  double x = plot.x;
  int first, last;

  g_assert_true (tl_chart_scene_get_years (scene, &first, &last));
  g_assert_cmpint (first, ==, 2014);
  g_assert_cmpint (last, ==, 2017);
  for (int year = first; year <= last; year++)
    {
      TlRect area = tl_chart_scene_get_year_area (scene, year);

      g_assert_cmpfloat_with_epsilon (area.x, x, 0.01);
      x += area.width;
      g_assert_cmpint (tl_chart_scene_find_year (scene, area.x + area.width / 2, plot.y + 1), ==, year);
      g_assert_cmpint (tl_chart_scene_find_year (scene, area.x + area.width / 2, plot.y + plot.height + 8),
                       ==, year);
    }
  g_assert_cmpfloat_with_epsilon (x, plot.x + plot.width, 0.01);
  g_assert_cmpint (tl_chart_scene_find_year (scene, mark->x, plot.y + plot.height / 2), ==, 2014);
  g_assert_cmpint (tl_chart_scene_find_year (scene, claim->x, claim->y), ==, 0);
  g_assert_cmpint (tl_chart_scene_find_year (scene, mark->x, plot.y - 1), ==, 0);
  g_assert_cmpfloat (tl_chart_scene_get_year_area (scene, 2018).width, ==, 0);
  g_assert_false (tl_chart_scene_get_years (empty, &first, &last));
  g_assert_cmpint (tl_chart_scene_find_year (empty, 500, 300), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tray/none", test_none);
  g_test_add_func ("/tray/claim", test_claim);
  g_test_add_func ("/tray/beyond", test_beyond);
  g_test_add_func ("/tray/same", test_same);
  g_test_add_func ("/tray/note", test_note);
  g_test_add_func ("/tray/several-series", test_several_series);
  g_test_add_func ("/tray/many", test_many);
  g_test_add_func ("/tray/picture", test_picture);
  g_test_add_func ("/tray/years", test_years);

  return g_test_run ();
}
