/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of all that the library names: who looks for somebody, goes from one to another, and says
 * who is who. */

#include "tl-entity-row.h"
#include "tl-name-row.h"
#include "tl-reading-item.h"
#include "window-fixture.h"

static const char article_of_rojas[] =
  "A minister on her way\n"
  "\n"
  "LIMA, 21 March 2017. Foreign Minister Ana Rojas met Deputy Minister Olga Tapia in Lima.\n";

static const char article_of_tapia[] =
  "A minister and her deputy\n"
  "\n"
  "LIMA, 2 May 2017. Olga Tapia will go to Ghana, said Clara Quispe, a speaker of the ministry.\n";

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "entities_page/list_view")));
}

/* Where it stands in the list; GTK_INVALID_LIST_POSITION where it does not. */
static guint
find (Fixture    *fixture,
      const char *name)
{
  GListModel *list = get_list (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(TlEntityRow) row = g_list_model_get_item (list, i);

      if (g_str_equal (tl_entity_row_get_name (row), name))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
has (Fixture    *fixture,
     const char *name)
{
  return find (fixture, name) != GTK_INVALID_LIST_POSITION;
}

static gint64
get_id (Fixture    *fixture,
        const char *name)
{
  g_autoptr(TlEntityRow) row = g_list_model_get_item (get_list (fixture), find (fixture, name));

  g_assert_nonnull (row);
  return tl_entity_row_get_id (row);
}

static void
choose (Fixture    *fixture,
        const char *name,
        gboolean    besides)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_list (fixture)), find (fixture, name), !besides);
}

static gboolean
is_chosen (Fixture    *fixture,
           const char *name)
{
  guint position = find (fixture, name);

  return position != GTK_INVALID_LIST_POSITION &&
         gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_list (fixture)), position);
}

static gboolean
is_on_page (Fixture    *fixture,
            const char *name)
{
  return g_str_equal (adw_view_stack_get_visible_child_name (fixture_get (fixture, "pages")), name);
}

/* "none", "one" or "several" of them. */
static gboolean
is_showing (Fixture    *fixture,
            const char *name)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (fixture_get (fixture, "entities_page/view"), GTK_TYPE_STACK));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), name);
}

static gboolean
shows (Fixture    *fixture,
       const char *name)
{
  return is_showing (fixture, "one") &&
         g_str_equal (gtk_label_get_text (fixture_get (fixture, "entities_page/view/name")), name);
}

static void
open_page (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "rojas.txt", article_of_rojas);
  fixture_import (fixture, "tapia.txt", article_of_tapia);
  fixture_activate (fixture, "show-page", "s", "entities");
  wait_until (has (fixture, "Ana Rojas") && has (fixture, "Olga Tapia") && has (fixture, "Clara Quispe"));
  g_assert_true (is_showing (fixture, "none"));
}

/* A button or a row that a person sees there, by its label or title; NULL where there is none. */
static GtkWidget *
find_labelled (GtkWidget  *root,
               const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_child_visible (child) ? find_labelled (child, label) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_in (Fixture    *fixture,
         const char *id,
         const char *label)
{
  return find_labelled (fixture_get (fixture, id), label);
}

static void
click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  if (GTK_IS_LIST_BOX_ROW (widget))
    gtk_widget_activate (widget);
  else
    g_signal_emit_by_name (widget, "clicked");
}

static guint
count_articles (Fixture *fixture)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "articles_page/list_view"))));
}

/* ---- looking for somebody ---- */

static void
test_search (Fixture *fixture)
{
  GtkEditable *entry;
  GtkWidget *chips;

  open_page (fixture);
  entry = fixture_get (fixture, "entities_page/entry");
  gtk_editable_set_text (entry, "roj");
  wait_until (g_list_model_get_n_items (get_list (fixture)) == 1);
  g_assert_true (has (fixture, "Ana Rojas"));

  /* What is chosen stays so while somebody else is looked for. */
  choose (fixture, "Ana Rojas", FALSE);
  g_assert_true (shows (fixture, "Ana Rojas"));
  gtk_editable_set_text (entry, "zzz");
  wait_until (g_list_model_get_n_items (get_list (fixture)) == 0);
  g_assert_true (shows (fixture, "Ana Rojas"));
  click (find_in (fixture, "entities_page/pane", "_Clear Search"));
  wait_until (has (fixture, "Olga Tapia"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_true (is_chosen (fixture, "Ana Rojas"));

  chips = fixture_get (fixture, "entities_page/chips");
  gtk_toggle_button_set_active (find_of_type (chips, GTK_TYPE_TOGGLE_BUTTON), TRUE);
  wait_until (!has (fixture, "Peru"));
  g_assert_true (has (fixture, "Ana Rojas") && has (fixture, "Clara Quispe"));
}

static guint
get_order (Fixture *fixture)
{
  return find (fixture, "Ana Rojas") < find (fixture, "Clara Quispe") ? 1 : 2;
}

static void
test_order (Fixture *fixture)
{
  GtkWidget *pane;

  open_page (fixture);
  pane = fixture_get (fixture, "entities_page/pane");
  g_object_set (pane, "order", "name", NULL);
  wait_until (find (fixture, "Clara Quispe") < find (fixture, "Olga Tapia"));
  g_assert_cmpuint (get_order (fixture), ==, 1);
  g_object_set (pane, "order", "articles", NULL);
  wait_until (find (fixture, "Clara Quispe") > find (fixture, "Olga Tapia"));
}

/* There is nothing to search before there is something to find. */
static void
test_empty (Fixture *fixture)
{
  GtkWidget *pane;

  fixture_import (fixture, "quiet.txt", "a quiet day\n\nnobody was there to hear it, and it rained a little.\n");
  fixture_activate (fixture, "show-page", "s", "entities");
  pane = fixture_get (fixture, "entities_page/pane");
  wait_until (g_str_equal (gtk_stack_get_visible_child_name (fixture_get (fixture, "entities_page/pane/stack")), "empty"));
  g_assert_false (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/entry")));

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "show-page", "s", "entities");
  wait_until (has (fixture, "Ana Rojas"));
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/entry")));
  g_assert_true (gtk_widget_get_mapped (pane));
}

/* ---- who is who ---- */

static void
test_merge (Fixture *fixture)
{
  open_page (fixture);
  choose (fixture, "Ana Rojas", FALSE);
  choose (fixture, "Clara Quispe", TRUE);
  g_assert_true (is_showing (fixture, "several"));
  choose (fixture, "Olga Tapia", TRUE);
  click (find_in (fixture, "entities_page/group", "_Merge 3 Entities"));
  wait_until (is_showing (fixture, "one") && !has (fixture, "Clara Quispe") &&
              has (fixture, "Ana Rojas") + has (fixture, "Olga Tapia") == 1);

  /* All of it is one act, and what was chosen is chosen again. */
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_showing (fixture, "several"));
  wait_until (is_chosen (fixture, "Ana Rojas") && is_chosen (fixture, "Clara Quispe") &&
              is_chosen (fixture, "Olga Tapia"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (is_showing (fixture, "one") && !has (fixture, "Clara Quispe"));
}

/* Whose name stays is the person's choice. */
static void
test_name_that_stays (Fixture *fixture)
{
  GtkWidget *row;

  open_page (fixture);
  choose (fixture, "Ana Rojas", FALSE);
  choose (fixture, "Clara Quispe", TRUE);
  row = find_in (fixture, "entities_page/group", "Clara Quispe");
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  click (find_in (fixture, "entities_page/group", "_Merge 2 Entities"));
  wait_until (shows (fixture, "Clara Quispe") && !has (fixture, "Ana Rojas"));

  /* It is somebody else after all; whose names are whose is read in a thread. */
  wait_until (find_in (fixture, "entities_page/view/names", "Is Somebody Else") != NULL);
  click (find_in (fixture, "entities_page/view/names", "Is Somebody Else"));
  wait_until (has (fixture, "Ana Rojas"));
  g_assert_true (shows (fixture, "Clara Quispe"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (!has (fixture, "Ana Rojas"));
}

static void
test_kinds (Fixture *fixture)
{
  open_page (fixture);
  choose (fixture, "Ana Rojas", FALSE);
  choose (fixture, "Peru", TRUE);
  g_assert_true (is_showing (fixture, "several"));
  g_assert_false (gtk_widget_get_sensitive (find_in (fixture, "entities_page/group", "_Merge 2 Entities")));

  choose (fixture, "Clara Quispe", FALSE);
  fixture_activate (fixture, "retype-entity", "(xs)", get_id (fixture, "Clara Quispe"), "organization");
  wait_until (g_str_equal (gtk_label_get_text (fixture_get (fixture, "entities_page/view/kind")), "Organization"));
  g_assert_true (shows (fixture, "Clara Quispe"));
}

/* Who goes through the list does not lose the place. */
static void
test_dismiss (Fixture *fixture)
{
  guint position;

  open_page (fixture);
  choose (fixture, "Olga Tapia", FALSE);
  position = find (fixture, "Olga Tapia");
  click (find_in (fixture, "entities_page/view", "_Not a Name"));
  wait_until (!has (fixture, "Olga Tapia") && is_showing (fixture, "one"));
  wait_until (!shows (fixture, "Olga Tapia"));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (get_list (fixture)),
                                                  MIN (position, g_list_model_get_n_items (get_list (fixture)) - 1)));
  fixture_activate (fixture, "undo", NULL);
  wait_until (shows (fixture, "Olga Tapia"));
}

/* From the list, by F2 and Delete. */
static void
test_keys (Fixture *fixture)
{
  GtkWidget *list_view;
  AdwMessageDialog *dialog = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  open_page (fixture);
  list_view = fixture_get (fixture, "entities_page/list_view");
  choose (fixture, "Clara Quispe", FALSE);
  g_assert_true (gtk_widget_activate_action (list_view, "names.rename", NULL));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = ADW_MESSAGE_DIALOG (window);
    }
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Clara Quispe Mamani");
  adw_message_dialog_response (dialog, "rename");
  wait_until (has (fixture, "Clara Quispe Mamani"));
  wait_until (shows (fixture, "Clara Quispe Mamani"));

  g_assert_true (gtk_widget_activate_action (list_view, "names.dismiss", NULL));
  wait_until (!has (fixture, "Clara Quispe Mamani"));
}

/* Where nothing can be kept, nothing is asked, either. */
static void
test_read_only (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows;

  open_page (fixture);
  choose (fixture, "Clara Quispe", FALSE);
  g_assert_true (fixture_is_enabled (fixture, "rename-entity"));
  tl_library_set_damaged (tl_window_get_library (fixture->window));
  wait_until (!fixture_is_enabled (fixture, "rename-entity"));
  g_assert_false (fixture_is_enabled (fixture, "dismiss-entity"));
  g_assert_false (fixture_is_enabled (fixture, "merge-entities"));
  n_windows = g_list_model_get_n_items (windows);
  gtk_widget_activate_action (fixture_get (fixture, "entities_page/list_view"), "names.rename", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows);
}

/* ---- from one to another ---- */

static void
test_articles (Fixture *fixture)
{
  open_page (fixture);
  choose (fixture, "Olga Tapia", FALSE);
  click (find_in (fixture, "entities_page/view", "_Show Articles"));
  g_assert_true (is_on_page (fixture, "articles"));
  wait_until (count_articles (fixture) == 2);
  fixture_activate (fixture, "back", NULL);
  g_assert_true (is_on_page (fixture, "entities"));
  g_assert_false (fixture_is_enabled (fixture, "back"));

  /* Those that name both. */
  choose (fixture, "Ana Rojas", TRUE);
  wait_until (gtk_widget_get_sensitive (find_in (fixture, "entities_page/group", "_Show Articles")) &&
              g_str_equal (gtk_label_get_text (fixture_get (fixture, "entities_page/group/counts")), "1 article names all of them"));
  click (find_in (fixture, "entities_page/group", "_Show Articles"));
  wait_until (count_articles (fixture) == 1);
}

static void
test_companions (Fixture *fixture)
{
  open_page (fixture);
  choose (fixture, "Olga Tapia", FALSE);
  wait_until (find_in (fixture, "entities_page/view/companions", "Clara Quispe") != NULL);
  click (find_in (fixture, "entities_page/view/companions", "Clara Quispe"));
  g_assert_true (shows (fixture, "Clara Quispe"));
  g_assert_true (is_chosen (fixture, "Clara Quispe"));
  g_assert_true (fixture_is_enabled (fixture, "back"));
  fixture_activate (fixture, "back", NULL);
  g_assert_true (shows (fixture, "Olga Tapia"));
  g_assert_false (fixture_is_enabled (fixture, "back"));
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *list = find_of_type (fixture_get (fixture, "entities_page/view/companions"), GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

/* The most frequent ones first; the others when they are asked for, and one goes on with them. */
static void
test_more_companions (Fixture *fixture)
{
  GtkWidget *list;

  open_page (fixture);
  fixture_import (fixture, "many.txt",
                  "LIMA, 2 June 2017. Olga Tapia will go to Chile, Peru, Ghana, Kenya, Brazil, Mexico, Canada, Japan, "
                  "China, India, Poland, France, Spain, Italy, Greece, Turkey, Egypt, Nigeria, Norway, Sweden, "
                  "Finland, Denmark, Austria, Hungary and Romania.\n");
  fixture_activate (fixture, "show-page", "s", "entities");
  choose (fixture, "Olga Tapia", FALSE);
  wait_until (count_rows (fixture) == 21);
  click (find_in (fixture, "entities_page/view/companions", "Show More"));
  wait_until (count_rows (fixture) > 25);
  g_assert_null (find_in (fixture, "entities_page/view/companions", "Show More"));
  list = find_of_type (fixture_get (fixture, "entities_page/view/companions"), GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 20)));
}

static void
test_from_article (Fixture *fixture)
{
  gint64 id;

  open_page (fixture);
  id = get_id (fixture, "Ana Rojas");
  fixture_activate (fixture, "show-in-article", "(xuu)", (gint64) 2, 0, 0);
  g_assert_true (is_on_page (fixture, "articles"));
  fixture_activate (fixture, "show-entity", "x", id);
  g_assert_true (is_on_page (fixture, "entities"));
  g_assert_true (shows (fixture, "Ana Rojas"));
  fixture_activate (fixture, "back", NULL);
  g_assert_true (is_on_page (fixture, "articles"));

  fixture_activate (fixture, "show-entity", "x", (gint64) 999999);
  g_assert_true (is_on_page (fixture, "articles"));
  wait_until (fixture_find_toast (fixture, "The name is no longer in the library") != NULL);
}

/* ---- a narrow window ---- */

static void
test_narrow (Fixture *fixture)
{
  GtkWidget *pane, *view;

  open_page (fixture);
  fixture_set_width (fixture, 360);
  pane = fixture_get (fixture, "entities_page/pane");
  view = fixture_get (fixture, "entities_page/view");
  wait_until (gtk_widget_get_mapped (pane) &&
              !gtk_widget_get_mapped (gtk_widget_get_ancestor (view, GTK_TYPE_STACK)));
  g_signal_emit_by_name (fixture_get (fixture, "entities_page/list_view"), "activate", find (fixture, "Ana Rojas"));
  wait_until (gtk_widget_get_mapped (view) && !gtk_widget_get_mapped (pane));
  fixture_activate (fixture, "back", NULL);
  wait_until (gtk_widget_get_mapped (pane));

  /* Several, by check marks. */
  g_object_set (pane, "selecting", TRUE, NULL);
  g_signal_emit_by_name (fixture_get (fixture, "entities_page/list_view"), "activate", find (fixture, "Olga Tapia"));
  g_assert_true (gtk_widget_get_mapped (pane));
  g_assert_true (is_chosen (fixture, "Ana Rojas") && is_chosen (fixture, "Olga Tapia"));
  click (find_in (fixture, "entities_page/pane", "Show 2 Entities"));
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/group")));
  fixture_activate (fixture, "back", NULL);
  g_object_set (pane, "selecting", FALSE, NULL);
  g_assert_true (is_chosen (fixture, "Ana Rojas") && !is_chosen (fixture, "Olga Tapia"));
}

static void
add_tests (void)
{
  fixture_add ("/entity-page/search", test_search);
  fixture_add ("/entity-page/order", test_order);
  fixture_add ("/entity-page/empty", test_empty);
  fixture_add ("/entity-page/merge", test_merge);
  fixture_add ("/entity-page/name-that-stays", test_name_that_stays);
  fixture_add ("/entity-page/kinds", test_kinds);
  fixture_add ("/entity-page/dismiss", test_dismiss);
  fixture_add ("/entity-page/keys", test_keys);
  fixture_add ("/entity-page/articles", test_articles);
  fixture_add ("/entity-page/companions", test_companions);
  fixture_add ("/entity-page/more-companions", test_more_companions);
  fixture_add ("/entity-page/read-only", test_read_only);
  fixture_add ("/entity-page/from-article", test_from_article);
  fixture_add ("/entity-page/narrow", test_narrow);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
