/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports that are too near to be told apart are one mark that says how many they are. */

#include <locale.h>

#include "test-scene-checks.h"

/* So many reports of each of some years, their values this far apart. */
static TlSeries *
make_near (int    n_years,
           int    n_reports,
           double first,
           double apart)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_years * n_reports; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d value=%.0f article=%d", 2000 + i % n_years,
                                               first + i / n_years * apart, i + 1);

      g_ptr_array_add (reports, make_test_report (line));
    }
  return tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
}

static const TlMark *
find_joined (TlChartScene *scene)
{
  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (tl_mark_get_n_subjects (tl_chart_scene_get_mark (scene, i)) > 1)
      return tl_chart_scene_get_mark (scene, i);
  return NULL;
}

/* What has room stays apart: so few in a year can all be hit. */
static void
test_apart (void)
{
  g_autoptr(TlSeries) series = make_near (1, 5, 1e9, 1e6);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 540, TRUE);

  assert_scene (scene);
  g_assert_null (find_joined (scene));
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 5);
  g_assert_cmpuint (count_texts (scene, "×"), ==, 0);
}

/* One mark says how many there are and from where to where they reach, and stands for each. */
static void
test_joined (void)
{
  static const int n = 14;
  g_autoptr(TlSeries) series = make_near (1, n, 1e9, 1e6);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 900, 540, TRUE);
  const TlMark *mark = find_joined (scene);
  TlRect plot = tl_chart_scene_get_plot (scene);
  double unit, highest;

  assert_scene (scene);
  g_assert_nonnull (mark);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 1);
  g_assert_cmpuint (tl_mark_get_n_subjects (mark), ==, n);
  g_assert_cmpstr (mark->label, ==, "×14");
  g_assert_cmpuint (count_texts (scene, "×14"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "Too near to tell apart, counted"), ==, 1);
  g_assert_nonnull (strstr (mark->description, "2000: $1 billion – $1.013 billion, 14 values"));
  g_assert_nonnull (strstr (mark->description, "and 13 other reports"));
  g_assert_nonnull (mark->references);
  for (guint i = 0; i < (guint) n; i++)
    g_assert_true (tl_mark_has_subject (mark, tl_subject_for_point (0, i)));

  unit = (plot.y + plot.height - mark->y) / 1e9;
  highest = plot.y + plot.height - unit * 1.013e9;
  g_assert_cmpfloat (mark->bounds.y, <=, highest);
  g_assert_cmpfloat (mark->bounds.y + mark->bounds.height, >=, mark->y);
}

/* One that stands far from the others is not drawn into them. */
static void
test_outlier (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *line = g_strdup_printf ("2014 value=%.0f article=%d", 1e9 + i * 1e6, i + 1);

      g_ptr_array_add (reports, make_test_report (line));
    }
  g_ptr_array_add (reports, make_test_report ("2014 400m article=50"));
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  scene = tl_chart_scene_new (series, 900, 540, TRUE);
  assert_scene (scene);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpuint (tl_mark_get_n_subjects (tl_chart_scene_get_mark (scene, 0)), ==, 1);
  g_assert_cmpuint (tl_mark_get_n_subjects (tl_chart_scene_get_mark (scene, 1)), ==, 20);
}

/* However many there are, a picture has no more marks than can be told apart, and each report is
 * in one of them. */
static void
test_bounded (void)
{
  static const int cases[][2] = { { 30, 20 }, { 30, 67 }, { 3, 2000 }, { 1, 20000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSeries) series = make_near (cases[i][0], cases[i][1], 1e8, 1e9 / cases[i][1]);
      g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, 1200, 700, FALSE);

      g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), ==, tl_series_get_n_points (series));
      g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), <=, 400);
      assert_picking (scene);
    }
}

/* A lane of several periods is joined in the order of values, too. */
static void
test_periods (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *line = g_strdup_printf ("%d-01..%d-%02d value=%.0f article=%d", 1970 + i % 50,
                                               1970 + i % 50, 1 + i % 11, 1e8 + i * 1e6, i + 1);

      g_ptr_array_add (reports, make_test_report (line));
    }
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  scene = tl_chart_scene_new (series, 700, 450, FALSE);
  assert_scene (scene);
  g_assert_nonnull (find_joined (scene));
}

/* In each of several panels; what is joined in one changes nothing in the others. */
static void
test_panels (void)
{
  g_autoptr(TlSeries) first = make_near (2, 40, 1e9, 1e6);
  g_autoptr(TlSeries) second = make_near (2, 3, 1e9, 1e8);
  g_autoptr(TlSeries) third = make_near (2, 60, 1e8, 2e6);
  const TlChartEntry entries[] = { { first, NULL }, { second, NULL }, { third, NULL } };
  g_autoptr(TlChart) chart = tl_chart_new_for_entries (entries, G_N_ELEMENTS (entries), TL_CHART_APART);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new_for_chart (chart, 1200, 700, TRUE);
  guint n = 0;

  g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), ==, 2 * (40 + 3 + 60));
  for (guint i = 0; i < tl_chart_scene_get_n_panels (scene); i++)
    {
      const TlPanel *panel = tl_chart_scene_get_panel (scene, i);

      g_assert_cmpuint (panel->first_mark, ==, n);
      n += panel->n_marks;
      for (guint k = panel->first_mark; k < n; k++)
        {
          const TlMark *mark = tl_chart_scene_get_mark (scene, k);

          g_assert_cmpuint (mark->subject.series, ==, i);
          g_assert_true (is_inside (panel->plot, mark->bounds));
        }
    }
  g_assert_cmpuint (n, ==, tl_chart_scene_get_n_marks (scene));
  g_assert_cmpuint (tl_chart_scene_get_panel (scene, 1)->n_marks, ==, 6);
  assert_no_text_over_text (scene);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/joins/apart", test_apart);
  g_test_add_func ("/joins/joined", test_joined);
  g_test_add_func ("/joins/outlier", test_outlier);
  g_test_add_func ("/joins/bounded", test_bounded);
  g_test_add_func ("/joins/periods", test_periods);
  g_test_add_func ("/joins/panels", test_panels);

  return g_test_run ();
}
