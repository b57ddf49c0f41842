/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-search [LIBRARY]: how long searches take in a library, by default one of 100,000 articles
 * that is made first, beside a LIKE scan of the same texts in the same run: of the readings that
 * the library keeps them in, and of a table of the texts alone.
 */

#include "measure.h"

#include <stdio.h>

#include "news-library.h"
#include "tl-search.h"

#define N_ARTICLES 100000

static const char *const queries[] = {
  "the", "and", "pro", "con", "int", "kaz", "sai", "min", "trade", "minister", "kazakhstan", "export",
  "turnover kazakhstan 2014", "1.1 billion", "\"trade turnover\"", "\"in the\"", "trade minister",
  "pro con", "trade -minister", "the of and in", "zzzz",
};

typedef struct
{
  TlDatabase    *database;
  TlSearchQuery *query;
  guint          limit;
  guint          n_hits;
  const char    *sql;
  const char    *pattern;
} Run;

static void
search (gpointer data)
{
  Run *run = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSearchHits) hits = tl_search_run (run->database, run->query, run->limit, NULL, &error);

  if (hits == NULL)
    g_error ("%s", error->message);
  run->n_hits = tl_search_hits_get_ids (hits)->len;
}

static void
show_snippets (gpointer data)
{
  Run *run = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSearchHits) hits = tl_search_run (run->database, run->query, 50, NULL, &error);
  GArray *ids = tl_search_hits_get_ids (hits);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(TlSnippet) snippet =
        tl_search_load_snippet (run->database, run->query, g_array_index (ids, gint64, i), &error);

      g_assert_nonnull (snippet);
    }
}

static void
scan (gpointer data)
{
  Run *run = data;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  if (!tl_database_select_ids (run->database, ids, &error, run->sql, "s", run->pattern))
    g_error ("%s", error->message);
}

static double
measure (MeasureFunc  function,
         Run         *run)
{
  return measure_seconds (function, run) * 1000;
}

/* ---- giving up ---- */

#define PAUSE 5000              /* microseconds until the next letter is typed */

typedef struct
{
  GCancellable *cancellable;
  double        when;
} Typist;

static gpointer
type_on (gpointer data)
{
  Typist *typist = data;

  g_usleep (PAUSE);
  typist->when = measure_now ();
  g_cancellable_cancel (typist->cancellable);
  return NULL;
}

/* How long a search goes on that nobody waits for any more, at worst. */
static void
bench_giving_up (TlDatabase *database)
{
  double worst = 0;
  guint n_given_up = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(TlSearchQuery) query = tl_search_query_new (queries[i]);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Typist typist = { cancellable, 0 };
      GThread *thread = g_thread_new ("typist", type_on, &typist);
      g_autoptr(TlSearchHits) hits = tl_search_run (database, query, 0, cancellable, NULL);
      double end = measure_now ();

      g_thread_join (thread);
      n_given_up += hits == NULL;
      if (hits == NULL)
        worst = MAX (worst, end - typist.when);
    }
  printf ("\n%u of them are given up after 5 ms, at most %.1f ms later\n", n_given_up, worst * 1000);
}

static void
bench (TlDatabase *database)
{
  Run run = { .database = database, .pattern = "%kazakh%" };
  double readings, texts;
  g_autoptr(GError) error = NULL;

  if (!tl_database_execute (database,
                            "CREATE TEMP TABLE bare AS"
                            " SELECT article_id AS id, json_extract (tl_unpack (json), '$.text') AS text FROM reading",
                            &error))
    g_error ("%s", error->message);
  run.sql = "SELECT article_id FROM reading WHERE tl_unpack (json) LIKE ?";
  readings = measure (scan, &run);
  run.sql = "SELECT id FROM temp.bare WHERE text LIKE ?";
  texts = measure (scan, &run);
  printf ("LIKE '%%kazakh%%': %.0f ms over the readings, %.0f ms over a copy of their texts alone\n\n",
          readings, texts);
  printf ("%-26s %7s %9s %9s %9s %9s %9s\n", "", "hits", "best 50", "/readings", "/texts", "all",
          "snippets");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(TlSearchQuery) query = tl_search_query_new (queries[i]);
      double first, all, snippets;

      run.query = query;
      run.limit = 50;
      first = measure (search, &run);
      snippets = measure (show_snippets, &run) - first;
      run.limit = 0;
      all = measure (search, &run);
      printf ("%-26s %7u %6.1f ms %9.3f %9.3f %6.1f ms %6.1f ms\n", queries[i], run.n_hits, first,
              first / readings, first / texts, all, snippets);
    }
  bench_giving_up (database);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = NULL;

  if (argc > 1)
    {
      path = g_strdup (argv[1]);
    }
  else
    {
      g_autoptr(News) news = news_new (1);
      g_autoptr(TlLibrary) library = NULL;

      folder = g_dir_make_tmp ("bench-search-XXXXXX", NULL);
      path = g_build_filename (folder, "library.sqlite", NULL);
      library = tl_library_open (path, &error);
      if (library == NULL)
        g_error ("%s", error->message);
      news_to_library (news, 0, N_ARTICLES, library);
    }
  database = tl_database_open (path, &error);
  if (database == NULL)
    g_error ("%s", error->message);
  bench (database);
  if (folder != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GFile) parent = g_file_new_for_path (folder);

      g_clear_pointer (&database, tl_database_unref);
      g_file_delete (file, NULL, NULL);
      g_file_delete (parent, NULL, NULL);
    }
  return 0;
}
