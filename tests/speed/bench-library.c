/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-library LIBRARY [N]: what a window asks of a large library, each in CPU time, median
 * of five.  LIBRARY is made with N articles (100000) where it is not there; it takes some minutes.
 */

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "news-library.h"
#include "tl-article-item.h"
#include "tl-chart-painter.h"
#include "tl-chart-scene.h"
#include "tl-database.h"

#define N_ROUNDS    5
#define SCREENFUL   20
#define N_SCREENS   2000
#define ONE_FRAME   16.7        /* ms */

/* As large as a chart on a large screen. */
#define CHART_WIDTH  1200
#define CHART_HEIGHT 700

typedef struct
{
  const char *path;
  TlLibrary  *library;
  TlPair      pair;
} Subject;

typedef void (*Step) (Subject *subject);

static double
now (void)
{
  return measure_now () * 1000;
}

/* Without what SQLite keeps, of which it bounds the size itself. */
static gsize
allocated (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd - (gsize) sqlite3_memory_used ();
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure (const char *name,
         Step        step,
         Subject    *subject)
{
  double times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = now ();

      step (subject);
      times[i] = now () - start;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare_doubles);
  printf ("%-44s %10.2f ms\n", name, times[N_ROUNDS / 2]);
  fflush (stdout);
  return times[N_ROUNDS / 2];
}

static TlLibrary *
open_library (const char *path)
{
  g_autoptr(GError) error = NULL;
  TlLibrary *library = tl_library_open (path, &error);

  if (library == NULL)
    g_error ("%s", error->message);
  return library;
}

static void
open_again (Subject *subject)
{
  g_autoptr(TlLibrary) library = open_library (subject->path);
  g_autoptr(GObject) first = g_list_model_get_item (tl_library_get_articles (library), 0);
}

/* What the list would be without paging: an object for each article. */
static GListStore *
make_store (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (path, &error);
  g_autoptr(TlStatement) statement = NULL;
  GListStore *store = g_list_store_new (TL_TYPE_ARTICLE_ITEM);

  if (database == NULL)
    g_error ("%s", error->message);
  statement = tl_database_prepare (database,
                                   "SELECT id, title, publisher, published, n_figures FROM article"
                                   " WHERE removed_at IS NULL ORDER BY published DESC, id",
                                   &error);
  while (tl_database_step (database, statement, &error))
    {
      g_autofree char *title = tl_statement_dup_string (statement, 1);
      g_autofree char *publisher = tl_statement_dup_string (statement, 2);
      g_autoptr(TlArticleItem) item =
        tl_article_item_new (sqlite3_column_int64 (statement, 0), title, publisher,
                             tl_statement_get_date (statement, 3), (guint) sqlite3_column_int64 (statement, 4));

      g_list_store_append (store, item);
    }
  return store;
}

static void
build_store (Subject *subject)
{
  g_object_unref (make_store (subject->path));
}

static void
load_pairs (Subject *subject)
{
  g_array_unref (tl_library_get_pairs (subject->library));
}

static void
load_reports (Subject *subject)
{
  g_ptr_array_unref (tl_library_get_reports (subject->library, subject->pair.partners[0], subject->pair.partners[1]));
}

static void
draw_chart (Subject *subject)
{
  g_autoptr(GPtrArray) reports =
    tl_library_get_reports (subject->library, subject->pair.partners[0], subject->pair.partners[1]);
  g_autoptr(TlSeries) series =
    tl_series_new (subject->pair.partners[0], subject->pair.partners[1], TL_FLOW_TURNOVER, reports);
  g_autoptr(TlChartScene) scene = tl_chart_scene_new (series, CHART_WIDTH, CHART_HEIGHT, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, CHART_WIDTH, CHART_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  tl_chart_paint (scene, cr, (TlChartStyle) { 0 }, -1, -1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
remove_and_restore (Subject *subject)
{
  GListModel *articles = tl_library_get_articles (subject->library);
  g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, g_list_model_get_n_items (articles) / 2);
  gint64 id = tl_article_item_get_id (item);
  g_autoptr(GError) error = NULL;

  if (!tl_library_remove (subject->library, id, &error) || !tl_library_restore (subject->library, id, &error))
    g_error ("%s", error->message);
}

/* From end to end, a screenful at each stop: none may take longer than a frame. */
static void
scroll (GListModel *articles)
{
  guint n = g_list_model_get_n_items (articles), n_late = 0;
  double worst = 0, sum = 0;

  for (guint i = 0; i < N_SCREENS; i++)
    {
      guint first = (guint) ((guint64) (n - MIN (n, SCREENFUL)) * i / N_SCREENS);
      double start = now (), passed;

      for (guint j = first; j < MIN (n, first + SCREENFUL); j++)
        {
          g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, j);

          g_assert (tl_article_item_get_title (item) != NULL);
        }
      passed = now () - start;
      sum += passed;
      worst = MAX (worst, passed);
      n_late += passed > ONE_FRAME;
    }
  printf ("%-44s %10.2f ms, worst %.2f ms, %u of %u over a frame\n", "a screenful while scrolling end to end",
          sum / N_SCREENS, worst, n_late, N_SCREENS);
}

static void
weigh (Subject *subject)
{
  gsize before = allocated (), with_list, with_store;
  guint n;
  double list, store;

  subject->library = open_library (subject->path);
  with_list = allocated () - before;
  n = g_list_model_get_n_items (tl_library_get_articles (subject->library));
  printf ("%u articles\n", n);
  before = allocated ();
  g_autoptr(GListStore) all = make_store (subject->path);
  with_store = allocated () - before;
  g_clear_object (&all);

  list = measure ("open, and the first row", open_again, subject);
  store = measure ("a GListStore of the same", build_store, subject);
  printf ("%-44s %10.3f of the time, %.1f bytes a row without SQLite's cache (GListStore: %.1f)\n",
          "the list against a GListStore", list / store, (double) with_list / n, (double) with_store / n);
}

int
main (int    argc,
      char **argv)
{
  Subject subject = { .path = argc > 1 ? argv[1] : "articles.sqlite" };
  g_autoptr(GArray) pairs = NULL;

  sqlite3_initialize ();        /* so that it counts its memory, which a library has it not do */

  if (!g_file_test (subject.path, G_FILE_TEST_EXISTS))
    {
      g_autoptr(TlLibrary) library = open_library (subject.path);
      g_autoptr(News) news = news_new (1);

      news_to_library (news, 0, argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 100000, library);
    }
  weigh (&subject);
  scroll (tl_library_get_articles (subject.library));
  pairs = tl_library_get_pairs (subject.library);
  if (pairs->len > 0)
    {
      subject.pair = g_array_index (pairs, TlPair, 0);
      printf ("the largest pair of %u: %s-%s, %u figures\n", pairs->len, subject.pair.partners[0],
              subject.pair.partners[1], subject.pair.n_figures);
      measure ("pairs", load_pairs, &subject);
      measure ("its reports", load_reports, &subject);
      measure ("its chart: reports, series, scene, painted", draw_chart, &subject);
    }
  measure ("remove an article, and restore it", remove_and_restore, &subject);
  g_clear_object (&subject.library);
  return 0;
}
