/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the window: articles by way of a dialog, a citation by way of the clipboard. */

#include <string.h>

#include "tl-articles-page.h"
#include "tl-export-dialog.h"
#include "tl-library-entities.h"
#include "window-fixture.h"

static void
import_two (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_drop (fixture, chile, ghana, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
}

static TlExportDialog *
open_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  fixture_activate (fixture, "export-articles", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_EXPORT_DIALOG (window) && gtk_widget_get_visible (window))
        return TL_EXPORT_DIALOG (window);
    }
  g_error ("there is no dialog");
}

/* Exports into a file and reads that. */
static char *
export_to (Fixture        *fixture,
           TlExportDialog *dialog,
           const char     *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  char *contents = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  tl_export_dialog_save (dialog, file);
  wait_until (dialog == NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static void
decided_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_true (tl_library_decide_finish (TL_LIBRARY (source_object), result, user_data, NULL));
}

/* A decision that goes along. */
static void
dismiss_one (Fixture *fixture)
{
  TlLibrary *library = tl_window_get_library (fixture->window);
  gint64 act = -1;

  tl_library_dismiss_entity_async (library, 1, NULL, decided_cb, &act);
  wait_until (act >= 0);
}

/* All of it, and then into another library by dropping the file. */
static void
test_all (Fixture *fixture)
{
  TlExportDialog *dialog;
  g_autofree char *exported = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.sqlite", NULL);
  g_autoptr(GFile) file = NULL;

  g_assert_false (fixture_is_enabled (fixture, "export-articles"));
  import_two (fixture);
  dismiss_one (fixture);
  dialog = open_dialog (fixture);
  exported = export_to (fixture, dialog, "all.jsonl");
  g_assert_cmpuint (count_lines (exported), ==, 4);

  fixture_close_window (fixture);
  fixture_open_window (fixture, other);
  file = fixture_write_file (fixture, "dropped.jsonl", exported, -1);
  fixture_drop (fixture, file, NULL);
  wait_until (!fixture_is_importing (fixture));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 2);
  wait_until (fixture_find_toast (fixture, "2 articles imported; 1 decision taken over") != NULL);
}

static void
test_selected_figures (Fixture *fixture)
{
  TlExportDialog *dialog;
  GtkWidget *mark_row;
  g_autofree char *exported = NULL;

  import_two (fixture);
  dialog = open_dialog (fixture);
  mark_row = find_widget (GTK_WIDGET (dialog), "mark_row");
  g_assert_false (gtk_widget_get_visible (mark_row));
  adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), "articles_row"), 1);
  adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), "format_row"), 1);
  g_assert_true (gtk_widget_get_visible (mark_row));
  exported = export_to (fixture, dialog, "figures.csv");
  g_assert_true (g_str_has_prefix (exported, "\xEF\xBB\xBF" "flow,"));
  g_assert_nonnull (strstr (exported, "GH,KE"));
  g_assert_null (strstr (exported, "CL,PE"));
  wait_until (fixture_find_toast (fixture, "Articles exported") != NULL);
}

/* What the filters let through is what is offered first. */
static void
test_shown (Fixture *fixture)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  g_autoptr(GArray) ids = NULL;
  TlExportDialog *dialog;
  g_autofree char *exported = NULL;

  import_two (fixture);
  tl_article_query_set_pair (query, "CL", "PE");
  tl_articles_page_set_query (fixture_get (fixture, "articles_page"), query);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&ids, g_array_unref);
      ids = tl_articles_page_dup_ids (fixture_get (fixture, "articles_page"));
    }
  while (ids->len != 1);
  dialog = open_dialog (fixture);
  adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), "format_row"), 1);
  exported = export_to (fixture, dialog, "shown.csv");
  g_assert_nonnull (strstr (exported, "CL,PE"));
  g_assert_null (strstr (exported, "GH,KE"));
}

/* Why there is no file is said. */
static void
test_failure (Fixture *fixture)
{
  TlExportDialog *dialog;
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.jsonl");

  import_two (fixture);
  dialog = open_dialog (fixture);
  tl_export_dialog_save (dialog, file);
  wait_until (fixture_find_toast (fixture, "The articles were not exported: *") != NULL);
}

static void
text_read_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source_object), result, NULL);
}

static void
test_citation (Fixture *fixture)
{
  GdkClipboard *clipboard;
  char *text = NULL;

  import_two (fixture);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  fixture_activate (fixture, "copy-citation", "s", "bibtex");
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  wait_until (text != NULL);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "@"));
  g_assert_true (g_str_has_suffix (text, "}"));
  g_free (text);
}

static void
add_tests (void)
{
  fixture_add ("/export/all", test_all);
  fixture_add ("/export/selected-figures", test_selected_figures);
  fixture_add ("/export/shown", test_shown);
  fixture_add ("/export/failure", test_failure);
  fixture_add ("/export/citation", test_citation);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
