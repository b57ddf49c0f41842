/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Five articles in, one chart out: what the points of the series are, and which article
 * each of them comes from.  Once on articles of our own, and once on the five that the
 * project began with, where they are. */

#include <math.h>

#include "tl-article.h"
#include "tl-chart-scene.h"
#include "tl-series.h"

#define MAX_REPORTS 3

typedef struct
{
  TlPointKind  kind;
  const char  *start;
  const char  *end;
  double       value;
  TlPrecision  precision;
  const char  *articles[MAX_REPORTS];   /* the files that it comes from */
} Expected;

typedef struct
{
  const char     *folder_variable;
  const char     *partners[2];
  const char     *currency;
  const char     *files[5];
  const Expected *points;
  guint           n_points;
} Story;

static const Expected story_points[] = {
  { TL_POINT_YEAR, "2018-01", "2018-12", 1.2e9, TL_PRECISION_BELOW, { "story-farewell.txt" } },
  { TL_POINT_YEAR, "2018-01", "2018-12", 1.3e9, TL_PRECISION_EXACT, { "story-record.txt" } },
  { TL_POINT_CALCULATED, "2019-01", "2019-12", 743e6, TL_PRECISION_ABOUT, { "story-decline.txt" } },
  { TL_POINT_YEAR, "2020-01", "2020-12", 520.4e6, TL_PRECISION_EXACT, { "story-decline.txt" } },
  { TL_POINT_PARTIAL, "2021-01", "2021-09", 640e6, TL_PRECISION_ABOUT, { "story-farewell.txt" } },
  { TL_POINT_FORECAST, "2022-01", "2022-12", 1.2e9, TL_PRECISION_BELOW, { "story-farewell.txt" } },
};

static const Expected seed_points[] = {
  { TL_POINT_YEAR, "2014-01", "2014-12", 1.0e9, TL_PRECISION_BELOW, { "000_d26e4978989d5454.txt" } },
  { TL_POINT_YEAR, "2014-01", "2014-12", 1.1e9, TL_PRECISION_EXACT, { "002_538e794e628c8c1d.txt" } },
  { TL_POINT_CALCULATED, "2015-01", "2015-12", 599e6, TL_PRECISION_ABOUT, { "003_57f56afa7a18839d.txt" } },
  { TL_POINT_YEAR, "2016-01", "2016-12", 419.1e6, TL_PRECISION_EXACT, { "003_57f56afa7a18839d.txt" } },
  { TL_POINT_PARTIAL, "2017-01", "2017-09", 500e6, TL_PRECISION_ABOUT, { "000_d26e4978989d5454.txt" } },
  { TL_POINT_FORECAST, "2018-01", "2018-12", 1.0e9, TL_PRECISION_BELOW, { "000_d26e4978989d5454.txt" } },
};

static const Story own_story = {
  "TL_STORY_DIR",
  { "PL", "SI" },
  "EUR",
  { "story-farewell.txt", "story-page.txt", "story-record.txt", "story-decline.txt", "story-region.txt" },
  story_points, G_N_ELEMENTS (story_points),
};

static const Story seeds = {
  "TL_SEEDS_DIR",
  { "BY", "KZ" },
  "USD",
  { "000_d26e4978989d5454.txt", "001_276cb07dc8978fd3.txt", "002_538e794e628c8c1d.txt",
    "003_57f56afa7a18839d.txt", "004_983ee75021c4ed1b.txt" },
  seed_points, G_N_ELEMENTS (seed_points),
};

static void
add_reports (GPtrArray  *reports,
             const char *folder,
             const char *name,
             gint64      id)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_load (file, TL_DATE_NONE, NULL, &error);
  g_autofree char *title = NULL;
  GPtrArray *figures;

  g_assert_no_error (error);
  title = tl_article_dup_display_title (article);
  figures = tl_article_get_figures (article);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (reports,
                     tl_report_new (g_ptr_array_index (figures, i), id, title,
                                    tl_article_get_publisher (article),
                                    tl_article_get_published (article),
                                    tl_article_get_url (article)));
}

static TlSeries *
read_story (const Story *story,
            const char  *folder)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (story->files); i++)
    add_reports (reports, folder, story->files[i], i);
  return tl_series_new (story->partners[0], story->partners[1], TL_FLOW_TURNOVER, reports);
}

static gboolean
comes_from (const TlPoint *point,
            const Story   *story,
            const char    *file)
{
  for (guint i = 0; i < point->reports->len; i++)
    {
      TlReport *report = g_ptr_array_index (point->reports, i);

      if (g_strcmp0 (story->files[tl_report_get_article_id (report)], file) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
assert_point (const TlPoint  *point,
              const Expected *expected,
              const Story    *story)
{
  g_autofree char *start = tl_date_to_month (point->start);
  g_autofree char *end = tl_date_to_month (point->end);

  g_assert_cmpint (point->kind, ==, expected->kind);
  g_assert_cmpstr (start, ==, expected->start);
  g_assert_cmpstr (end, ==, expected->end);
  g_assert_cmpfloat_with_epsilon (point->value, expected->value, expected->value * 0.001);
  g_assert_cmpint (point->precision, ==, expected->precision);
  if (expected->kind == TL_POINT_CALCULATED)
    g_assert_nonnull (point->formula);
  else
    g_assert_null (point->formula);
  for (guint i = 0; i < MAX_REPORTS && expected->articles[i] != NULL; i++)
    g_assert_true (comes_from (point, story, expected->articles[i]));
}

static void
test_story (gconstpointer data)
{
  const Story *story = data;
  const char *folder = g_getenv (story->folder_variable);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChartScene) scene = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("These articles are not part of the project, and are not here");
      return;
    }

  series = read_story (story, folder);
  g_assert_cmpstr (tl_series_get_currency (series), ==, story->currency);
  for (guint i = 0; i < MIN (tl_series_get_n_points (series), story->n_points); i++)
    assert_point (tl_series_get_point (series, i), &story->points[i], story);
  g_assert_cmpuint (tl_series_get_n_points (series), ==, story->n_points);

  /* Every point has a mark of its kind, at any size. */
  scene = tl_chart_scene_new (series, 900, 600, TRUE);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, story->n_points);
  for (guint i = 0; i < story->n_points; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      g_assert_cmpint (mark->kind, ==, tl_series_get_point (series, mark->subject.index)->kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/story/own", &own_story, test_story);
  g_test_add_data_func ("/story/seeds", &seeds, test_story);

  return g_test_run ();
}
