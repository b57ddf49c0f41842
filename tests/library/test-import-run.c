/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import while it runs: told step by step, cancelled, and beside a person who works. */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "article-maker.h"
#include "import-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"

/* While the library is locked nothing can be stored, and a reader that is far ahead
 * waits: a moment that lasts as long as the test needs it. */
typedef struct
{
  ImportFixture *fixture;
  sqlite3       *handle;
  const char    *vanishing;
  gboolean       cancels;
  gint64         before;        /* how long the library stays locked until it is cancelled */
  gint64         behind;        /* and how long from then on */
} Meanwhile;

static void
let_pass (gint64 time)
{
  gint64 end = g_get_monotonic_time () + time;

  while (g_get_monotonic_time () < end)
    g_thread_yield ();
}

static void
meanwhile_cb (TlImport   *import,
              GParamSpec *pspec G_GNUC_UNUSED,
              Meanwhile  *meanwhile)
{
  if (meanwhile->handle == NULL)
    return;

  g_assert_cmpuint (tl_import_get_n_added (import), ==, 0);
  if (meanwhile->vanishing != NULL)
    g_assert_cmpint (g_unlink (meanwhile->vanishing), ==, 0);
  let_pass (meanwhile->before);
  if (meanwhile->cancels)
    g_cancellable_cancel (meanwhile->fixture->cancellable);
  let_pass (meanwhile->behind);
  g_assert_cmpint (sqlite3_exec (meanwhile->handle, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_clear_pointer (&meanwhile->handle, sqlite3_close);
}

/* The empty file is first, and is told of before anything is stored. */
static void
run_with (ImportFixture *fixture,
          Meanwhile     *meanwhile)
{
  g_free (fixture_write (fixture->folder, "Empty first.txt", "", 0));
  article_maker_write (fixture->folder, 1600, 7);
  import_write_text (fixture->folder, "z-last.txt");
  import_give (fixture, fixture->folder);

  meanwhile->fixture = fixture;
  g_assert_cmpint (sqlite3_open (tl_library_get_path (fixture->library), &meanwhile->handle),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (meanwhile->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  import_begin (fixture);
  g_signal_connect (fixture->import, "notify::n-done", G_CALLBACK (meanwhile_cb), meanwhile);
  import_run (fixture);
}

static void
test_vanishing (ImportFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *last = g_build_filename (fixture->folder, "z-last.txt", NULL);
  Meanwhile meanwhile = { .vanishing = last };

  run_with (fixture, &meanwhile);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 1600);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 2);
  import_assert_failure (fixture, "z-last.txt", "not there");
}

static void
test_cancel (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  Meanwhile meanwhile = { .cancels = TRUE };
  guint n_added;

  run_with (fixture, &meanwhile);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  n_added = tl_import_get_n_added (fixture->import);
  g_assert_cmpuint (n_added, <, 1600);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, n_added);
  import_assert_failure (fixture, "Empty first.txt", "empty");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 1);
  g_assert_cmpfloat (tl_import_get_fraction (fixture->import), <, 1);
}

/* The time to store what was read counts from the cancellation, not from when it is noticed:
 * who waits with a batch to be stored for longer has none left. */
static void
test_cancel_late (ImportFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  Meanwhile meanwhile = {
    .cancels = TRUE,
    .before = 500 * G_TIME_SPAN_MILLISECOND,
    .behind = 50 * G_TIME_SPAN_MILLISECOND,
  };

  run_with (fixture, &meanwhile);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 0);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);
}

static void
test_cancelled_before (ImportFixture *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  import_write_text (fixture->folder, "a.txt");
  import_give (fixture, fixture->folder);
  g_cancellable_cancel (fixture->cancellable);
  import_run (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==, 0);
}

typedef struct
{
  GListModel *articles;
  guint       n_listed;
  guint       n_added;
  guint       n_done;
  guint       n_found;
  double      fraction;
} Seen;

static void
watch_cb (TlImport   *import,
          GParamSpec *pspec G_GNUC_UNUSED,
          Seen       *seen)
{
  g_assert_cmpuint (tl_import_get_n_added (import), >=, seen->n_added);
  g_assert_cmpuint (tl_import_get_n_done (import), >=, seen->n_done);
  g_assert_cmpuint (tl_import_get_n_found (import), >=, seen->n_found);
  g_assert_cmpfloat (tl_import_get_fraction (import), >=, seen->fraction);
  g_assert_cmpuint (tl_import_get_n_done (import), <=, tl_import_get_n_found (import));
  g_assert_cmpuint (seen->n_listed, ==, tl_import_get_n_added (import));
  g_assert_cmpuint (g_list_model_get_n_items (seen->articles), ==, seen->n_listed);
  seen->n_added = tl_import_get_n_added (import);
  seen->n_done = tl_import_get_n_done (import);
  seen->n_found = tl_import_get_n_found (import);
  seen->fraction = tl_import_get_fraction (import);
}

static void
listed_cb (GListModel *model G_GNUC_UNUSED,
           guint       position G_GNUC_UNUSED,
           guint       n_removed,
           guint       n_added,
           Seen       *seen)
{
  g_assert_cmpuint (n_removed, ==, 0);
  seen->n_listed += n_added;
}

static void
test_progress (ImportFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  Seen seen = { tl_library_get_articles (fixture->library), 0, 0, 0, 0, 0 };

  article_maker_write (fixture->folder, 500, 11);
  import_give (fixture, fixture->folder);
  import_begin (fixture);
  g_signal_connect (fixture->import, "notify", G_CALLBACK (watch_cb), &seen);
  g_signal_connect (seen.articles, "items-changed", G_CALLBACK (listed_cb), &seen);
  import_run (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (seen.n_listed, ==, 500);
  g_assert_cmpuint (seen.n_added, ==, 500);
  g_assert_cmpuint (seen.n_found, ==, 500);
  g_assert_cmpfloat (seen.fraction, ==, 1);
  g_signal_handlers_disconnect_by_data (seen.articles, &seen);
}

/* A person works on while an import runs. */
static void
remove_first_cb (TlLibrary *library,
                 guint     *n_removed)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (tl_library_get_articles (library), 0);
  g_autoptr(GError) error = NULL;

  if (item == NULL || *n_removed == 20)
    return;
  (*n_removed)++;
  tl_library_remove (library, tl_article_item_get_id (item), &error);
  g_assert_no_error (error);
}

static void
test_work_meanwhile (ImportFixture *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  guint n_removed = 0;

  article_maker_write (fixture->folder, 500, 12);
  import_give (fixture, fixture->folder);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (remove_first_cb), &n_removed);
  import_run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (n_removed, ==, 20);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 500);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 480);
}

static void
test_library_lost (ImportFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  import_write_text (fixture->folder, "a.txt");
  import_give (fixture, fixture->folder);
  fixture_execute (tl_library_get_path (fixture->library), "DROP TABLE reading");
  import_begin (fixture);
  tl_import_run_async (fixture->import, NULL, import_done_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->error);
  g_assert_true (fixture->error->domain == TL_LIBRARY_ERROR);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  IMPORT_ADD ("vanishing", test_vanishing);
  IMPORT_ADD ("cancel", test_cancel);
  IMPORT_ADD ("cancel-late", test_cancel_late);
  IMPORT_ADD ("cancelled-before", test_cancelled_before);
  IMPORT_ADD ("progress", test_progress);
  IMPORT_ADD ("work-meanwhile", test_work_meanwhile);
  IMPORT_ADD ("library-lost", test_library_lost);

  return g_test_run ();
}
