/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import, whatever it brings, is undone and redone as one act. */

#include "import-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-library-history.h"
#include "tl-library-official.h"
#include "tl-library-remove.h"

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_auto(TlUndone) undone = { 0 };

  g_assert_true (tl_library_undo_finish (TL_LIBRARY (source_object), result, &undone, &error));
  g_assert_no_error (error);
  ++*(guint *) user_data;
}

static char *
describe (TlHistoryEntry *entry)
{
  g_autoptr(TlHistoryEntry) owned = entry;

  return owned == NULL ? g_strdup ("-")
                       : g_strdup_printf ("%s %s %u %s", tl_undo_kind_to_string (owned->kind), owned->what, owned->n,
                                          owned->name != NULL ? owned->name : "-");
}

#define assert_next(library, undo, redo) \
  G_STMT_START { \
    g_autofree char *next_undo = describe (tl_library_dup_undo (library)); \
    g_autofree char *next_redo = describe (tl_library_dup_redo (library)); \
    g_assert_cmpstr (next_undo, ==, undo); \
    g_assert_cmpstr (next_redo, ==, redo); \
  } G_STMT_END

static void
undo_import (ImportFixture *fixture,
             gboolean       is_redo)
{
  guint n_undone = 0;

  if (is_redo)
    tl_library_redo_async (fixture->library, undone_cb, &n_undone);
  else
    tl_library_undo_async (fixture->library, undone_cb, &n_undone);
  while (n_undone < 1)
    g_main_context_iteration (NULL, TRUE);
  fixture_check (fixture->library);
}

static void
reopen (ImportFixture *fixture)
{
  g_autofree char *path = g_strdup (tl_library_get_path (fixture->library));

  g_clear_object (&fixture->import);
  g_assert_finalize_object (fixture->library);
  fixture->library = fixture_open (path);
}

static void
write_texts (ImportFixture *fixture,
             guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      import_write_text (fixture->folder, name);
    }
  import_give (fixture, fixture->folder);
}

static gint64
get_first_id (ImportFixture *fixture)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (tl_library_get_articles (fixture->library), 0);

  return tl_article_item_get_id (item);
}

static void
test_import (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  write_texts (fixture, 3);
  import_run (fixture);
  g_assert_cmpint (tl_import_get_act (fixture->import), !=, 0);
  assert_next (fixture->library, "import import 3 -", "-");
  reopen (fixture);
  undo_import (fixture, FALSE);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);
  assert_next (fixture->library, "-", "import import 3 -");
  reopen (fixture);
  undo_import (fixture, TRUE);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 3);
}

/* Its toast undoes it although something was removed since; that holds when it is redone. */
static void
test_import_removed (ImportFixture *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  guint n_undone = 0;

  write_texts (fixture, 3);
  import_run (fixture);
  g_assert_true (tl_library_remove (fixture->library, get_first_id (fixture), NULL));
  tl_library_undo_act_async (fixture->library, TL_UNDO_IMPORT, tl_import_get_act (fixture->import), undone_cb,
                             &n_undone);
  while (n_undone < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);
  tl_library_redo_act_async (fixture->library, TL_UNDO_IMPORT, tl_import_get_act (fixture->import), undone_cb,
                             &n_undone);
  while (n_undone < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 2);
}

/* Official figures come and go like articles, and together with them. */
static void
test_official (ImportFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = fixture_write (fixture->outside, "a.csv", "t,i,j,k,v,q\n2016,288,768,1,5,1\n", -1);
  g_autoptr(GPtrArray) tables = NULL;

  write_texts (fixture, 1);
  import_give (fixture, path);
  import_run (fixture);
  assert_next (fixture->library, "import import 1 -", "-");
  undo_import (fixture, FALSE);
  tables = tl_library_list_official (fixture->library);
  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);
  undo_import (fixture, TRUE);
  g_ptr_array_unref (tables);
  tables = tl_library_list_official (fixture->library);
  g_assert_cmpuint (tables->len, ==, 1);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 1);

  g_assert_true (tl_library_remove_official (fixture->library,
                                             ((TlOfficialTable *) tables->pdata[0])->id, NULL));
  assert_next (fixture->library, "official remove 1 -", "-");
  undo_import (fixture, FALSE);
  assert_next (fixture->library, "import import 1 -", "official remove 1 -");
  undo_import (fixture, TRUE);
  g_ptr_array_unref (tables);
  tables = tl_library_list_official (fixture->library);
  g_assert_cmpuint (tables->len, ==, 0);
}

static void
removed_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  guint n_removed;

  g_assert_true (tl_library_remove_many_finish (TL_LIBRARY (source_object), result, &n_removed, NULL));
  *(guint *) user_data += n_removed;
}

static void
test_many (ImportFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  guint n_removed = 0;

  write_texts (fixture, 4);
  import_run (fixture);
  tl_library_remove_many_async (fixture->library, tl_import_get_added (fixture->import), NULL, NULL, removed_cb,
                                &n_removed);
  while (n_removed == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_next (fixture->library, "removal remove 4 -", "-");
  undo_import (fixture, FALSE);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 4);
  assert_next (fixture->library, "import import 4 -", "removal remove 4 -");
}

#define HISTORY_ADD_IMPORT(path, test) \
  g_test_add ("/history/import/" path, ImportFixture, NULL, import_set_up, test, import_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  HISTORY_ADD_IMPORT ("articles", test_import);
  HISTORY_ADD_IMPORT ("removed-since", test_import_removed);
  HISTORY_ADD_IMPORT ("official", test_official);
  HISTORY_ADD_IMPORT ("removed-together", test_many);

  return g_test_run ();
}
