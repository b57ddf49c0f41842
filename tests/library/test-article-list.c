/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles as a widget sees it: told of every change, and of no more. */

#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-library-private.h"

/* What a widget knows that follows a list only by what it is told. */
typedef struct
{
  GPtrArray *titles;            /* owned: char */
  guint      n_touched;         /* positions in all changes */
} Follower;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Follower   *follower)
{
  follower->n_touched += n_removed + n_added;
  if (n_removed > 0)
    g_ptr_array_remove_range (follower->titles, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (model, i);

      g_ptr_array_insert (follower->titles, (int) i, g_strdup (tl_article_item_get_title (item)));
    }
}

static void
assert_follows (Follower   *follower,
                GListModel *model)
{
  g_assert_cmpuint (follower->titles->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < follower->titles->len; i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (model, i);

      g_assert_cmpstr (g_ptr_array_index (follower->titles, i), ==,
                       tl_article_item_get_title (item));
    }
}

static void
test_changes (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  GListModel *articles = tl_library_get_articles (library);
  Follower follower = { g_ptr_array_new_with_free_func (g_free), 0 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261122);
  guint n_changes = 300;

  g_assert_true (g_list_model_get_item_type (articles) == TL_TYPE_ARTICLE_ITEM);
  g_signal_connect (articles, "items-changed", G_CALLBACK (items_changed_cb), &follower);
  for (guint i = 0; i < n_changes; i++)
    {
      gint64 some_id = g_rand_int_range (rand, 1, (int) i + 2);
      g_autofree char *title = g_strdup_printf ("article-%u", i);
      g_autofree char *date = g_strdup_printf ("20%02d-05", g_rand_int_range (rand, 0, 26));
      g_autoptr(TlArticle) article = fixture_article (title, i % 7 == 0 ? NULL : date, NULL);

      if (i % 5 == 3)
        tl_library_remove (library, some_id, NULL);
      else if (i % 5 == 4)
        tl_library_restore (library, some_id, NULL);
      else
        g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
    }
  assert_follows (&follower, articles);
  g_assert_cmpuint (follower.n_touched, <=, n_changes);
  fixture_check (library);

  g_signal_handlers_disconnect_by_data (articles, &follower);
  g_ptr_array_unref (follower.titles);
}

/* Adds many articles through the file, as another program would; @n_years are the years
 * that they are of, one after the other. */
static void
write_rows (const char *path,
            guint       n_rows,
            guint       n_years)
{
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE row (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row LIMIT %u)"
                     " INSERT INTO article (title, published, added, n_figures, text_sha256)"
                     " SELECT 'article-' || n, 20000502 + n %% %u * 10000, 0, 0, n FROM row",
                     n_rows, n_years);

  fixture_execute (path, sql);
}

static void
test_items (void)
{
  enum { N_ROWS = 5000 };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlArticleItem) held = NULL;
  g_autoptr(TlArticleItem) again = NULL;
  g_autoptr(TlArticle) article = fixture_article ("newest", "2019-05-02", NULL);
  GListModel *articles;

  g_clear_object (&library);
  write_rows (path, N_ROWS, 1);
  library = fixture_open (path);
  articles = tl_library_get_articles (library);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, N_ROWS);
  g_assert_null (g_list_model_get_item (articles, N_ROWS));
  g_assert_null (g_list_model_get_item (articles, G_MAXUINT));

  held = g_list_model_get_item (articles, 2);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, i);

      g_assert_cmpint (tl_article_item_get_id (item), ==, i + 1);
    }

  /* Whoever holds an item finds the same one again, wherever its row went. */
  g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
  again = g_list_model_get_item (articles, 3);
  g_assert_true (held == again);
}

/* Batches of an import, each of articles of many years, and some told twice. */
static void
test_batches (void)
{
  enum { N_ROWS = 600, N_YEARS = 7, N_BATCH = 64 };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  GListModel *articles = tl_library_get_articles (library);
  Follower follower = { g_ptr_array_new_with_free_func (g_free), 0 };
  g_autoptr(TlLibrary) again = NULL;

  g_signal_connect (articles, "items-changed", G_CALLBACK (items_changed_cb), &follower);
  write_rows (path, N_ROWS, N_YEARS);
  for (int first = 1; first <= N_ROWS; first += N_BATCH - 1)
    {
      TlArticleKey keys[N_BATCH];
      guint n_keys = 0;

      for (int id = first; id <= N_ROWS && n_keys < N_BATCH; id++)
        keys[n_keys++] = tl_article_key (id, 20000502 + id % N_YEARS * 10000);
      tl_library_take_in (library, keys, n_keys);
    }
  assert_follows (&follower, articles);
  g_assert_cmpuint (follower.n_touched, ==, N_ROWS);

  again = fixture_open (path);
  assert_follows (&follower, tl_library_get_articles (again));
  g_signal_handlers_disconnect_by_data (articles, &follower);
  g_ptr_array_unref (follower.titles);
}

static void
test_outlives_library (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  TlLibrary *library = fixture_open (path);
  GListModel *articles = g_object_ref (tl_library_get_articles (library));
  g_autoptr(TlArticle) article = fixture_article ("record", "2019-05-02", NULL);
  TlArticleItem *item;

  g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
  g_assert_finalize_object (library);
  item = g_list_model_get_item (articles, 0);
  g_assert_cmpstr (tl_article_item_get_title (item), ==, "record");
  g_assert_finalize_object (articles);
  g_assert_finalize_object (item);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/article-list/changes", test_changes);
  g_test_add_func ("/article-list/batches", test_batches);
  g_test_add_func ("/article-list/items", test_items);
  g_test_add_func ("/article-list/outlives-library", test_outlives_library);

  return g_test_run ();
}
