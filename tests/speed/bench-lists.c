/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-lists [LIBRARY]: how long it takes to list the articles of a library, by default one of
 * 100,000 that is made first, in each order and with each filter, beside a GListStore with an
 * object for each; how many bytes a row takes; and to read every row once.
 */

#include "measure.h"

#include <malloc.h>
#include <stdio.h>

#include "news-library.h"
#include "tl-article-facets.h"
#include "tl-article-finder.h"
#include "tl-article-list.h"
#include "tl-packed-ids.h"
#include "tl-query-list.h"

#define N_ARTICLES 100000

typedef struct
{
  TlLibrary      *library;
  TlDatabase     *database;
  TlArticleQuery *query;
  guint           n_found;
} Run;

static void
fill_store (gpointer data)
{
  Run *run = data;
  g_autoptr(GListStore) store = g_list_store_new (TL_TYPE_ARTICLE_ITEM);
  g_autoptr(TlStatement) statement =
    tl_database_query (run->database, NULL,
                       "SELECT id, title, publisher, published, n_figures FROM article"
                       " WHERE removed_at IS NULL ORDER BY published DESC, id", "");

  while (tl_database_step (run->database, statement, NULL))
    {
      g_autofree char *title = tl_statement_dup_string (statement, 1);
      g_autofree char *publisher = tl_statement_dup_string (statement, 2);
      g_autoptr(TlArticleItem) item =
        tl_article_item_new (sqlite3_column_int64 (statement, 0), title, publisher,
                             tl_statement_get_date (statement, 3),
                             (guint) sqlite3_column_int (statement, 4));

      g_list_store_append (store, item);
    }
  run->n_found = g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
list_all (gpointer data)
{
  Run *run = data;
  g_autoptr(TlArticleList) list = tl_article_list_new (run->database, NULL);

  run->n_found = g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
find (gpointer data)
{
  Run *run = data;
  g_autoptr(GArray) ids = tl_articles_find (run->database, run->query, NULL, NULL);

  run->n_found = ids->len;
}

static void
counted_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TlArticleFacets) facets =
    tl_library_count_facets_finish (TL_LIBRARY (source_object), result, NULL);

  *(guint *) user_data = facets->publishers->len + facets->years->len + facets->pairs->len;
}

static void
count_facets (gpointer data)
{
  Run *run = data;

  run->n_found = 0;
  tl_library_count_facets_async (run->library, run->query, NULL, counted_cb, &run->n_found);
  while (run->n_found == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
read_every_row (gpointer data)
{
  Run *run = data;
  g_autoptr(TlQueryList) list = tl_query_list_new (run->library);

  tl_query_list_set_query (list, run->query);
  while (tl_query_list_is_pending (list))
    g_main_context_iteration (NULL, TRUE);
  run->n_found = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < run->n_found; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
}

static void
show (Run         *run,
      const char  *what,
      MeasureFunc  function)
{
  double milliseconds = 1000 * measure_seconds (function, run);

  printf ("%-44s %8.2f ms %8u\n", what, milliseconds, run->n_found);
}

static void
show_query (Run        *run,
            const char *what)
{
  show (run, what, find);
  tl_article_query_free (run->query);
  run->query = tl_article_query_new ();
}

static void
show_orders (Run *run)
{
  static const char *const orders[] = { "newest first", "oldest first", "title", "publisher",
                                        "figures" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      tl_article_query_set_order (run->query, (TlArticleOrder) i);
      show_query (run, orders[i]);
    }
}

static void
show_filters (Run *run)
{
  TlArticleQuery *all;

  tl_article_query_set_period (run->query, (TlDate) { 2015, 0, 0 }, (TlDate) { 2018, 0, 0 });
  show_query (run, "a period");
  tl_article_query_set_has_figures (run->query, TRUE);
  show_query (run, "has figures");
  tl_article_query_set_to_review (run->query, TRUE);
  show_query (run, "to be reviewed");
  tl_article_query_set_language (run->query, "");
  show_query (run, "language not known");
  tl_article_query_set_pair (run->query, "BY", "KZ");
  show_query (run, "a pair");
  tl_article_query_set_entity (run->query, 1, TRUE);
  show_query (run, "an entity");
  tl_article_query_set_words (run->query, "trade");
  tl_article_query_set_order (run->query, TL_ORDER_RELEVANCE);
  show_query (run, "a frequent word, ranked");

  all = run->query;
  tl_article_query_set_has_figures (all, TRUE);
  tl_article_query_set_to_review (all, TRUE);
  tl_article_query_set_period (all, (TlDate) { 2010, 0, 0 }, TL_DATE_NONE);
  tl_article_query_set_words (all, "trade");
  tl_article_query_set_order (all, TL_ORDER_TITLE);
  show_query (run, "four of these, by title");
}

static void
show_memory (Run *run)
{
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  g_autoptr(TlArticleList) all = tl_article_list_new (run->database, NULL);
  g_autoptr(GArray) ids = tl_articles_find (run->database, run->query, NULL, NULL);
  g_autoptr(GArray) packed = tl_packed_ids_new (ids, tl_packed_ids_get_size (ids));
  gsize after;

  g_clear_pointer (&ids, g_array_unref);
  after = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  printf ("%-44s %8.2f bytes\n", "a row, in the library's list and in a query's",
          (double) (after - before) / (double) MAX (packed->len, 1));
}

static void
measure (TlLibrary *library)
{
  Run run = { library, NULL, tl_article_query_new (), 0 };

  run.database = tl_database_open (tl_library_get_path (library), NULL);
  show (&run, "GListStore of objects", fill_store);
  show (&run, "the library's list", list_all);
  show_memory (&run);
  show_orders (&run);
  show_filters (&run);
  show (&run, "what can be filtered by", count_facets);
  tl_article_query_set_order (run.query, TL_ORDER_TITLE);
  show (&run, "every row once, by title", read_every_row);
  tl_article_query_free (run.query);
  tl_database_unref (run.database);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = argc < 2 ? g_dir_make_tmp ("tradelines-XXXXXX", NULL) : NULL;
  g_autofree char *path = argc < 2 ? g_build_filename (folder, "library.sqlite", NULL)
                                   : g_strdup (argv[1]);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = tl_library_open (path, &error);

  if (library == NULL)
    g_error ("%s", error->message);
  if (tl_library_get_n_articles (library) == 0)
    {
      g_autoptr(News) news = news_new (1);

      news_to_library (news, 0, N_ARTICLES, library);
    }
  measure (library);
  g_clear_object (&library);
  if (folder != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GFile) parent = g_file_new_for_path (folder);

      g_file_delete (file, NULL, NULL);
      g_file_delete (parent, NULL, NULL);
    }
  return 0;
}
