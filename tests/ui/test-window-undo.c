/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and Redo, by what they undo and redo, also of what was done before the window was opened. */

#include <string.h>

#include "tl-figure-target.h"
#include "tl-library-facts.h"
#include "window-fixture.h"

/* The label of the item of an action, wherever in a menu. */
static char *
find_label (GMenuModel *menu,
            const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *label = NULL;
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (g_strcmp0 (name, action) == 0)
        return g_steal_pointer (&label);
      if (section != NULL)
        {
          char *found = find_label (section, action);

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

static char *
find_label_in_window (GtkWidget  *root,
                      const char *action)
{
  GMenuModel *menu = GTK_IS_MENU_BUTTON (root) ? gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (root)) : NULL;
  char *label = menu != NULL ? find_label (menu, action) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label_in_window (child, action);
  return label;
}

static gboolean
is_offered (Fixture    *fixture,
            const char *undo,
            const char *redo)
{
  g_autofree char *undo_label = find_label_in_window (GTK_WIDGET (fixture->window), "win.undo");
  g_autofree char *redo_label = find_label_in_window (GTK_WIDGET (fixture->window), "win.redo");

  g_assert_nonnull (undo_label);
  g_assert_nonnull (redo_label);
  g_assert_true (fixture_is_enabled (fixture, "undo") == !g_str_equal (undo_label, "_Undo"));
  g_assert_true (fixture_is_enabled (fixture, "redo") == !g_str_equal (redo_label, "_Redo"));
  return g_str_equal (undo_label, undo) && g_str_equal (redo_label, redo);
}

static gint64
get_selected_id (Fixture *fixture)
{
  gint64 id = 0;

  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  return id;
}

static void
reopen (Fixture *fixture)
{
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
}

#define CHILE_REMOVAL "Removal of “Chile and Peru…”"

/* Back to an empty library and forth again, over a window that is closed in between. */
static void
test_all (Fixture *fixture)
{
  gint64 id;

  g_assert_true (is_offered (fixture, "_Undo", "_Redo"));
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (is_offered (fixture, "_Undo Import of 1 Article", "_Redo"));
  id = get_selected_id (fixture);
  fixture_activate (fixture, "mark-reviewed", NULL);
  wait_until (is_offered (fixture, "_Undo Marking as Reviewed", "_Redo"));
  fixture_activate (fixture, "correct-fact", "(xus)", id, TL_FACT_TITLE, "Snake_case is no title");
  wait_until (is_offered (fixture, "_Undo Correction of Title", "_Redo"));
  fixture_activate (fixture, "remove-article", NULL);
  wait_until (is_offered (fixture, "_Undo Removal of “Snake__case is n…”", "_Redo"));

  reopen (fixture);
  wait_until (is_offered (fixture, "_Undo Removal of “Snake__case is n…”", "_Redo"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_find_toast (fixture, "Undone: Removal of “Snake_case is no title”") != NULL);
  wait_until (get_selected_id (fixture) == id);
  fixture_activate (fixture, "undo", NULL);
  fixture_activate (fixture, "undo", NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_offered (fixture, "_Undo", "_Redo Import of 1 Article"));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 0);

  reopen (fixture);
  wait_until (is_offered (fixture, "_Undo", "_Redo Import of 1 Article"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (fixture_find_toast (fixture, "Redone: Import of 1 Article") != NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  fixture_activate (fixture, "redo", NULL);
  fixture_activate (fixture, "redo", NULL);
  wait_until (is_offered (fixture, "_Undo Correction of Title", "_Redo Removal of “Snake__case is n…”"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 0);
}

static GtkWidget *
get_toast_button (Fixture    *fixture,
                  const char *pattern)
{
  GtkWidget *toast;

  wait_until (fixture_find_toast (fixture, pattern) != NULL);
  toast = fixture_find_toast (fixture, pattern);
  return find_of_type (toast, GTK_TYPE_BUTTON);
}

/* A toast undoes what it tells of, whatever was done elsewhere since; and what it undid, it does again. */
static void
test_toast (Fixture *fixture)
{
  g_autoptr(TlLibrary) other = NULL;
  gint64 first;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  first = get_selected_id (fixture);
  fixture_activate (fixture, "remove-article", NULL);
  get_toast_button (fixture, "“*” removed");
  other = tl_library_open (fixture->library_path, NULL);
  g_assert_true (tl_library_remove (other, get_selected_id (fixture), NULL));
  wait_until (fixture_get_n_articles (fixture) == 0);

  g_signal_emit_by_name (get_toast_button (fixture, "“*” removed"), "clicked");
  wait_until (fixture_get_n_articles (fixture) == 1);
  wait_until (get_selected_id (fixture) == first);
  wait_until (is_offered (fixture, "_Undo " CHILE_REMOVAL, "_Redo Removal of “A record that n…”"));

  g_signal_emit_by_name (get_toast_button (fixture, "Undone: Removal of “A record *"), "clicked");
  wait_until (fixture_get_n_articles (fixture) == 0);
  wait_until (fixture_find_toast (fixture, "Redone: Removal of “A record *") != NULL);
}

/* Many things in a moment: one toast tells of them, one after the other. */
static void
test_quickly (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  for (guint i = 0; i < 12; i++)
    {
      gboolean is_even = i % 2 == 0;

      fixture_activate (fixture, is_even ? "mark-reviewed" : "mark-to-review", NULL);
      wait_until (fixture_find_toast (fixture, is_even ? "Marked as reviewed" : "Marked as to be reviewed") != NULL);
    }
  for (guint i = 0; i < 12; i++)
    fixture_activate (fixture, "undo", NULL);
  wait_until (is_offered (fixture, "_Undo Import of 1 Article", "_Redo Marking as Reviewed"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (is_offered (fixture, "_Undo Marking as Reviewed", "_Redo Marking as To Be Reviewed"));
}

/* Where something else was done, a toast does not go on offering what cannot be done again. */
static void
test_too_late (Fixture *fixture)
{
  g_autoptr(TlLibrary) other = NULL;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "mark-reviewed", NULL);
  wait_until (is_offered (fixture, "_Undo Marking as Reviewed", "_Redo"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_find_toast (fixture, "Undone: Marking as Reviewed") != NULL);
  other = tl_library_open (fixture->library_path, NULL);
  g_assert_true (tl_library_remove (other, get_selected_id (fixture), NULL));
  wait_until (fixture_find_toast (fixture, "Undone: Marking as Reviewed") == NULL);
  g_assert_true (is_offered (fixture, "_Undo " CHILE_REMOVAL, "_Redo"));
}

/* Undo shows which figure it was, in the text too. */
static void
test_figure (Fixture *fixture)
{
  g_autoptr(TlArticle) article = NULL;
  TlFigure *figure;
  g_autofree char *quote = NULL;
  gint64 id;

  fixture_import (fixture, "peru.txt", article_of_peru);
  id = get_selected_id (fixture);
  article = tl_library_load_article (tl_window_get_library (fixture->window), id, NULL);
  figure = g_ptr_array_index (tl_article_get_figures (article), 1);
  fixture_activate (fixture, "dismiss-figure", "@" TL_FIGURE_TARGET_TYPE, tl_figure_target_new (id, figure));
  wait_until (is_offered (fixture, "_Undo Dismissal of 1 Figure", "_Redo"));
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_offered (fixture, "_Undo Dismissal of 1 Figure", "_Redo Import of 1 Article"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_find_toast (fixture, "Undone: Dismissal of 1 Figure") != NULL);
  g_assert_cmpint (get_selected_id (fixture), ==, id);
  quote = fixture_dup_selection (fixture);
  g_assert_nonnull (strstr (article_of_peru, quote));
  g_assert_nonnull (strstr (quote, "2.2 billion"));
}

/* An import that still runs is stopped, and what it brought until then goes. */
static void
test_running (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "stories", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *name = g_strdup_printf ("stories/%u.txt", i);
      g_autofree char *text = g_strdup_printf ("Story %u\n\n%s", i, article_of_ghana);
      g_autoptr(GFile) file = fixture_write_file (fixture, name, text, -1);
    }
  fixture_drop (fixture, folder, NULL);
  wait_until (fixture_is_enabled (fixture, "undo"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (!fixture_is_importing (fixture));
  wait_until (fixture_find_toast (fixture, "Undone: Import of *") != NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 0);
  g_assert_false (fixture_is_enabled (fixture, "undo"));
}

/* What another program does on the same library is offered here. */
static void
test_other (Fixture *fixture)
{
  g_autoptr(TlLibrary) other = NULL;

  fixture_import (fixture, "chile.txt", article_of_chile);
  other = tl_library_open (fixture->library_path, NULL);
  g_assert_true (tl_library_remove (other, get_selected_id (fixture), NULL));
  wait_until (is_offered (fixture, "_Undo " CHILE_REMOVAL, "_Redo"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 1);
}

static void
add_tests (void)
{
  fixture_add ("/window/undo/all", test_all);
  fixture_add ("/window/undo/toast", test_toast);
  fixture_add ("/window/undo/quickly", test_quickly);
  fixture_add ("/window/undo/figure", test_figure);
  fixture_add ("/window/undo/running", test_running);
  fixture_add ("/window/undo/too-late", test_too_late);
  fixture_add ("/window/undo/other", test_other);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
