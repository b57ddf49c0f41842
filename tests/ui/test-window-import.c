/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing articles in: by all ways, good files and bad ones, one import after another. */

#include <glib/gstdio.h>
#include <string.h>

#include "tl-article-item.h"
#include "tl-chart-view.h"
#include "tl-import-report.h"
#include "window-fixture.h"

static TlImportReport *
find_report (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TL_IS_IMPORT_REPORT (window))
        return TL_IMPORT_REPORT (window);
    }
  return NULL;
}

static guint
count_rows (TlImportReport *report,
            const char     *view)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (find_widget (GTK_WIDGET (report), view))));
}

/* How many of the files that were not read are named, with a reason. */
static guint
count_failures (TlImportReport *report)
{
  GtkListView *view = find_widget (GTK_WIDGET (report), "failed_view");
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  guint n_failures = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);
      g_autofree char *name = NULL;
      g_autofree char *message = NULL;

      g_object_get (item, "name", &name, "message", &message, NULL);
      n_failures += name != NULL && message != NULL && message[0] != '\0' ? 1 : 0;
    }
  return n_failures;
}

static void
test_drop_files (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_drop (fixture, chile, ghana, NULL);
  g_assert_true (fixture_is_importing (fixture));
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
  wait_until (fixture_find_toast (fixture, "2 articles imported") != NULL);
}

/* A table of statistics stands behind the chart, and one by itself is no failure. */
static void
test_drop_official (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) table = fixture_write_file (fixture, "baci.csv", "t,i,j,k,v,q\n2015,152,604,1,5,1\n2015,604,152,1,2,1\n", -1);
  g_autoptr(GFile) other = fixture_write_file (fixture, "other.csv", "t,i,j,k,v,q\n2016,288,768,1,5,1\n", -1);
  TlChartView *view = fixture_get (fixture, "chart_view");

  fixture_drop (fixture, chile, table, NULL);
  wait_until (fixture_find_toast (fixture, "1 article imported; 2 official figures imported") != NULL);
  fixture_drop (fixture, other, NULL);
  wait_until (fixture_find_toast (fixture, "1 official figure imported") != NULL);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_chart (view) != NULL &&
              tl_chart_get_officials (tl_chart_view_get_chart (view))->len == 1);
}

static void
test_drop_folder (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "articles", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GFile) chile = NULL;
  g_autoptr(GFile) peru = NULL;

  g_mkdir (path, 0700);
  chile = fixture_write_file (fixture, "articles/chile.txt", article_of_chile, -1);
  peru = fixture_write_file (fixture, "articles/peru.txt", article_of_peru, -1);
  fixture_drop (fixture, folder, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
}

/* What is no list of files is left to others. */
static void
test_drop_other (Fixture *fixture)
{
  g_auto(GValue) text = G_VALUE_INIT;
  g_auto(GValue) nothing = G_VALUE_INIT;

  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, "no file");
  g_assert_false (tl_window_drop (fixture->window, &text));

  g_value_init (&nothing, GDK_TYPE_FILE_LIST);
  g_assert_false (tl_window_drop (fixture->window, &nothing));
  g_assert_false (fixture_is_importing (fixture));
}

/* Bad files are named with the reason, and disturb nothing else. */
static void
test_bad_files (Fixture *fixture)
{
  static const guint8 picture[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13 };
  g_autoptr(GFile) good = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) empty = fixture_write_file (fixture, "empty.txt", "", 0);
  g_autoptr(GFile) image = fixture_write_file (fixture, "image.txt", (const char *) picture,
                                               sizeof picture);
  g_autoptr(GFile) gone = fixture_write_file (fixture, "gone.txt", "gone", -1);
  TlImportReport *report;

  g_file_delete (gone, NULL, NULL);
  fixture_drop (fixture, empty, good, image, gone, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  wait_until (fixture_find_toast (fixture, "1 article imported, 3 files not imported") != NULL);

  fixture_activate (fixture, "show-import", NULL);
  report = find_report ();
  g_assert_nonnull (report);
  g_assert_cmpuint (count_failures (report), ==, 3);

  g_object_add_weak_pointer (G_OBJECT (report), (gpointer *) &report);
  gtk_window_destroy (GTK_WINDOW (report));
  wait_until (report == NULL);
}

/* A copy is told apart from what can't be read, and leads to what it is a copy of. */
static void
test_duplicate (Fixture *fixture)
{
  g_autoptr(GFile) again = fixture_write_file (fixture, "again.txt", article_of_chile, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);
  g_autoptr(GFile) empty = fixture_write_file (fixture, "empty.txt", "", 0);
  TlImportReport *report;
  gint64 chile, found;

  fixture_import (fixture, "chile.txt", article_of_chile);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &chile, NULL);
  fixture_drop (fixture, again, ghana, empty, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);

  fixture_activate (fixture, "show-import", NULL);
  report = find_report ();
  g_assert_cmpuint (count_rows (report, "imported_view"), ==, 1);
  g_assert_cmpuint (count_rows (report, "copies_view"), ==, 1);
  g_assert_cmpuint (count_rows (report, "failed_view"), ==, 1);
  g_object_add_weak_pointer (G_OBJECT (report), (gpointer *) &report);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (report), "copies_view"), "activate", 0);
  wait_until (report == NULL);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &found, NULL);
  g_assert_cmpint (found, ==, chile);
}

/* An import is one step: all that it brought is taken away again, and nothing else. */
static void
test_undo (Fixture *fixture)
{
  g_autoptr(GFile) again = fixture_write_file (fixture, "again.txt", article_of_chile, -1);
  g_autoptr(GFile) peru = fixture_write_file (fixture, "peru.txt", article_of_peru, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_drop (fixture, again, peru, ghana, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 3);
  g_assert_true (fixture_is_enabled (fixture, "show-import"));

  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 1);
  wait_until (fixture_find_toast (fixture, "Undone: Import of 2 Articles") != NULL);
  g_assert_false (fixture_is_enabled (fixture, "show-import"));

  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 0);
  fixture_activate (fixture, "undo", NULL);

  fixture_drop (fixture, peru, ghana, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
}

/* What is dropped while an import runs waits for its turn. */
static void
test_queue (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) peru = fixture_write_file (fixture, "peru.txt", article_of_peru, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_drop (fixture, chile, NULL);
  fixture_drop (fixture, peru, NULL);
  fixture_drop (fixture, ghana, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 3);
}

/* The article that was brought in alone is there to be read. */
static void
test_single_is_shown (Fixture *fixture)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "show-page", "s", "chart");
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")),
                   ==, "articles");

  buffer = gtk_text_view_get_buffer (fixture_get (fixture, "articles_page/text_view"));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, "Ghana and Kenya", 0, NULL, NULL, NULL));
}

static void
test_samples (Fixture *fixture)
{
  g_auto(GStrv) names = g_resources_enumerate_children (TL_RESOURCES "samples/", 0, NULL);

  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), >, 10);
  fixture_activate (fixture, "import-samples", NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, g_strv_length (names));
}

static void
test_cancel (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_drop (fixture, chile, NULL);
  fixture_drop (fixture, ghana, NULL);
  fixture_activate (fixture, "cancel-import", NULL);
  wait_until (!fixture_is_importing (fixture));
  /* The second one had not begun. */
  g_assert_cmpuint (fixture_get_n_articles (fixture), <=, 1);

  fixture_import (fixture, "peru.txt", article_of_peru);
  g_assert_cmpuint (fixture_get_n_articles (fixture), >=, 1);
}

/* Closing the window in the middle of an import neither hangs nor leaks: the fixture closes
 * it and waits for it to be gone. */
static void
test_close (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);

  fixture_drop (fixture, chile, NULL);
  g_assert_true (fixture_is_importing (fixture));
}

/* A file that is no library is left as it is, and the window says so. */
static void
test_bad_library (Fixture *fixture)
{
  const char *content = "this is no library, but a text that somebody may want to keep";
  g_autoptr(GFile) file = fixture_write_file (fixture, "other.sqlite", content, -1);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *after = NULL;

  fixture_close_window (fixture);
  fixture_open_window (fixture, path);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "content")),
                   ==, "error");
  g_assert_nonnull (strstr (adw_status_page_get_description (fixture_get (fixture, "library_error")),
                            "other.sqlite"));
  g_assert_null (tl_window_get_library (fixture->window));
  g_assert_false (fixture_is_enabled (fixture, "import"));

  fixture_drop (fixture, file, NULL);
  g_assert_false (fixture_is_importing (fixture));
  g_file_get_contents (path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, content);
}

/* Articles are there again the next time. */
static void
test_again (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "content")),
                   ==, "library");
}

/* The person's own library comes back at the place where it was left. */
static void
test_remembered (Fixture *fixture)
{
  gint64 left;
  gint64 found;

  fixture_close_window (fixture);
  fixture_open_window (fixture, NULL);
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &left, NULL);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  fixture_activate (fixture, "show-in-article", "(xuu)", left, 0, 0);
  fixture_activate (fixture, "show-page", "s", "chart");
  fixture_close_window (fixture);

  fixture_open_window (fixture, NULL);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &found, NULL);
  g_assert_cmpint (found, ==, left);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")),
                   ==, "chart");
}

static void
add_tests (void)
{
  fixture_add ("/window/import/drop-files", test_drop_files);
  fixture_add ("/window/import/drop-official", test_drop_official);
  fixture_add ("/window/import/drop-folder", test_drop_folder);
  fixture_add ("/window/import/drop-other", test_drop_other);
  fixture_add ("/window/import/bad-files", test_bad_files);
  fixture_add ("/window/import/duplicate", test_duplicate);
  fixture_add ("/window/import/undo", test_undo);
  fixture_add ("/window/import/queue", test_queue);
  fixture_add ("/window/import/single-is-shown", test_single_is_shown);
  fixture_add ("/window/import/samples", test_samples);
  fixture_add ("/window/import/cancel", test_cancel);
  fixture_add ("/window/import/close", test_close);
  fixture_add ("/window/import/bad-library", test_bad_library);
  fixture_add ("/window/import/again", test_again);
  fixture_add ("/window/import/remembered", test_remembered);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
