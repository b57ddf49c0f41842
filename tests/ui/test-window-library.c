/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several libraries, backups and damaged ones in the window. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-backup.h"
#include "window-fixture.h"

static char *
get_path (Fixture    *fixture,
          const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
import_two (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
}

/* The window that shows a library, or NULL. */
static TlWindow *
find_window (const char *path)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);
      TlLibrary *library = TL_IS_WINDOW (window) ? tl_window_get_library (TL_WINDOW (window)) : NULL;

      if (library != NULL && g_str_equal (tl_library_get_path (library), path))
        return TL_WINDOW (window);
    }
  return NULL;
}

static gboolean
is_banner_shown (gpointer window)
{
  return gtk_revealer_get_reveal_child (find_widget (window, "library_banner"));
}

/* A copy is saved, is offered to be opened, and is another library in another window. */
static void
test_copy (Fixture *fixture)
{
  g_autofree char *path = get_path (fixture, "copy.sqlite");
  TlWindow *window;

  import_two (fixture);
  fixture_activate (fixture, "save-library-to", "@ay", g_variant_new_bytestring (path));
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  fixture_activate (fixture, "open-library-file", "@ay", g_variant_new_bytestring (path));
  wait_until ((window = find_window (path)) != NULL);
  g_assert_true (window != fixture->window);
  g_assert_cmpuint (tl_library_get_n_articles (tl_window_get_library (window)), ==, 2);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "copy – Tradelines");
  g_assert_false (is_banner_shown (window));

  /* Opened once more, it is the same window. */
  fixture_activate (fixture, "open-library-file", "@ay", g_variant_new_bytestring (path));
  g_assert_true (find_window (path) == window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A backup can be looked at, and not changed. */
static void
test_backup (Fixture *fixture)
{
  g_autofree char *path = NULL;
  TlWindow *window;

  import_two (fixture);
  g_assert_true (tl_backup_make (fixture->library_path, 1795376780, &path, NULL, NULL));
  fixture_activate (fixture, "open-library-file", "@ay", g_variant_new_bytestring (path));
  wait_until ((window = find_window (path)) != NULL);
  g_assert_true (is_banner_shown (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "remove-article"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save-library"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Makes the first page of a table or an index unreadable. */
static void
damage (const char *path,
        const char *name)
{
  g_autofree char *data = NULL;
  sqlite3_stmt *statement;
  sqlite3 *handle;
  gsize length, page;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  /* What the window has begun may still be reading. */
  wait_until (sqlite3_exec (handle, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL) == SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT rootpage FROM sqlite_schema WHERE name = ?", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  page = (gsize) sqlite3_column_int (statement, 0) - 1;
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >=, (page + 1) * 16384);
  for (gsize i = page * 16384; i < (page + 1) * 16384; i++)
    data[i] = (char) (i * 7919 >> 3);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
open_damaged (Fixture    *fixture,
              const char *name)
{
  import_two (fixture);
  fixture_close_window (fixture);
  damage (fixture->library_path, name);
  fixture_open_window (fixture, fixture->library_path);
}

static void
assert_rescued (Fixture *fixture)
{
  g_autofree char *path = get_path (fixture, "rescued.sqlite");

  fixture_activate (fixture, "rescue-library-to", "@ay", g_variant_new_bytestring (path));
  wait_until (fixture_find_toast (fixture, "2 of 2 articles saved") != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The list cannot be read: what can be done is offered instead of it. */
static void
test_no_list (Fixture *fixture)
{
  AdwStatusPage *page;

  open_damaged (fixture, "article_by_date");
  page = fixture_get (fixture, "library_error");
  g_assert_null (tl_window_get_library (fixture->window));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "The Library Is Damaged");
  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "error_rescue")));
  assert_rescued (fixture);
}

/* The list can be read, and something else cannot. */
static void
test_damaged (Fixture *fixture)
{
  open_damaged (fixture, "pair");
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
  g_assert_true (is_banner_shown (fixture->window));
  g_assert_false (fixture_is_enabled (fixture, "import"));
  /* What is said and offered fits into a narrow window, too. */
  fixture_set_width (fixture, 360);
  assert_rescued (fixture);
}

/* Damage that is found only later: from then on nothing is written. */
static void
test_found_later (Fixture *fixture)
{
  import_two (fixture);
  g_assert_false (is_banner_shown (fixture->window));
  tl_library_set_damaged (tl_window_get_library (fixture->window));
  g_assert_true (is_banner_shown (fixture->window));
  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "banner_rescue")));
  g_assert_false (fixture_is_enabled (fixture, "import"));
}

static void
test_newer (Fixture *fixture)
{
  AdwStatusPage *page;
  sqlite3 *handle;

  fixture_close_window (fixture);
  g_assert_cmpint (sqlite3_open (fixture->library_path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 1000", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  fixture_open_window (fixture, fixture->library_path);
  page = fixture_get (fixture, "library_error");
  g_assert_null (tl_window_get_library (fixture->window));
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "The Library Is of a Newer Version");
  g_assert_nonnull (strstr (adw_status_page_get_description (page), "newer version"));
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, "error_rescue")));
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* A library that is dropped like an article is no article. */
static void
test_dropped (Fixture *fixture)
{
  g_autofree char *path = get_path (fixture, "other.sqlite");
  g_autoptr(TlLibrary) other = tl_library_open (path, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;
  TlWindow *window;

  g_clear_object (&other);
  fixture_drop (fixture, file, NULL);
  wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_false (fixture_is_importing (fixture));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "open");
  gtk_window_destroy (dialog);
  wait_until ((window = find_window (path)) != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What another program does is seen here, and what is being read stays. */
static void
test_others (Fixture *fixture)
{
  g_autoptr(TlLibrary) other = NULL;
  g_autoptr(TlArticle) article = NULL;
  gint64 before = 0, selected = 0;

  import_two (fixture);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &before, NULL);
  g_assert_cmpint (before, !=, 0);

  other = tl_library_open (fixture->library_path, NULL);
  article = tl_article_new_from_json ("{ \"file\": \"a.txt\", \"title\": \"Another\","
                                      " \"published\": \"2024-05-02\", \"url\": null, \"language\": \"en\","
                                      " \"publisher\": null, \"author\": null, \"text\": \"Another\\n\","
                                      " \"figures\": [], \"entities\": [], \"amounts\": [],"
                                      " \"dates\": [] }", NULL);
  g_assert_cmpint (tl_library_add (other, article, NULL), >, 0);
  wait_until (fixture_get_n_articles (fixture) == 3);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &selected, NULL);
  g_assert_cmpint (selected, ==, before);
  g_assert_true (tl_library_remove (other, 3, NULL));
  wait_until (fixture_get_n_articles (fixture) == 2);
}

/* The file is moved away: nothing is made in its place, and when it is back it is opened. */
static void
test_vanished (Fixture *fixture)
{
  g_autofree char *moved = get_path (fixture, "moved.sqlite");
  AdwStatusPage *page;

  import_two (fixture);
  g_assert_cmpint (g_rename (fixture->library_path, moved), ==, 0);
  wait_until (tl_window_get_library (fixture->window) == NULL);
  page = fixture_get (fixture, "library_error");
  g_assert_cmpstr (adw_status_page_get_title (page), ==, "The Library Is Gone");
  fixture_activate (fixture, "open-library", NULL);
  g_assert_null (tl_window_get_library (fixture->window));
  g_assert_false (g_file_test (fixture->library_path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_rename (moved, fixture->library_path), ==, 0);
  fixture_activate (fixture, "open-library", NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
}

static void
add_tests (void)
{
  fixture_add ("/window/library/others", test_others);
  fixture_add ("/window/library/vanished", test_vanished);
  fixture_add ("/window/library/copy", test_copy);
  fixture_add ("/window/library/backup", test_backup);
  fixture_add ("/window/library/no-list", test_no_list);
  fixture_add ("/window/library/damaged", test_damaged);
  fixture_add ("/window/library/found-later", test_found_later);
  fixture_add ("/window/library/newer", test_newer);
  fixture_add ("/window/library/dropped", test_dropped);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
