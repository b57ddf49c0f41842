/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person adds as a name in an article, and names that were dismissed and come back. */

#include "tl-articles-page.h"
#include "tl-dismissed-dialog.h"
#include "tl-entity-chooser.h"
#include "tl-name-dialog.h"
#include "tl-reading-row.h"
#include "window-fixture.h"

static const char article_of_quay[] =
  "Ships at the quay\n"
  "\n"
  "LIMA, 21 March 2017. Foreign Minister Ana Rojas saw ships at the new grain quay on Tuesday.\n"
  "\n"
  "The new grain quay is long.\n";

/* The dialog of a type, or NULL. */
static gpointer
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* What the article that is shown names so, or NULL; the article keeps it. */
static TlEntity *
find_entity (Fixture      *fixture,
             TlEntityType  type,
             const char   *name)
{
  TlArticlePane *pane = tl_articles_page_get_article_pane (fixture_get (fixture, "articles_page"));
  TlArticle *article = tl_article_pane_get_article (pane);
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_entity_type (entity) == type && g_str_equal (tl_entity_get_name (entity), name))
        return entity;
    }
  return NULL;
}

static guint
count_mentions (Fixture      *fixture,
                TlEntityType  type,
                const char   *name)
{
  TlEntity *entity = find_entity (fixture, type, name);
  guint n_mentions = 0;

  if (entity != NULL)
    tl_entity_get_mentions (entity, &n_mentions);
  return n_mentions;
}

/* As somebody does with the pointer. */
static void
select_words (Fixture    *fixture,
              const char *words)
{
  GtkTextView *text_view = fixture_get (fixture, "article_pane/text_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextIter begin, start, end;

  gtk_text_buffer_get_start_iter (buffer, &begin);
  g_assert_true (gtk_text_iter_forward_search (&begin, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static TlNameDialog *
begin_adding (Fixture    *fixture,
              const char *words)
{
  TlNameDialog *dialog;

  select_words (fixture, words);
  fixture_activate (fixture, "add-entity", NULL);
  dialog = find_dialog (TL_TYPE_NAME_DIALOG);
  g_assert_nonnull (dialog);
  return dialog;
}

static void
press (gpointer    root,
       const char *id)
{
  GtkWidget *button = find_widget (root, id);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, GTK_IS_CHECK_BUTTON (button) ? "activate" : "clicked");
}

static void
test_add (Fixture *fixture)
{
  TlNameDialog *dialog;

  fixture_import (fixture, "quay.txt", article_of_quay);
  dialog = begin_adding (fixture, " new grain qu");
  g_assert_cmpstr (gtk_label_get_text (find_widget (GTK_WIDGET (dialog), "words")), ==, "new grain quay");
  press (dialog, "place");
  press (dialog, "add_button");
  wait_until (count_mentions (fixture, TL_ENTITY_PLACE, "new grain quay") == 2);
  wait_until (fixture_find_toast (fixture, "*new grain quay*") != NULL);

  fixture_activate (fixture, "undo", NULL);
  wait_until (find_entity (fixture, TL_ENTITY_PLACE, "new grain quay") == NULL);
  fixture_activate (fixture, "redo", NULL);
  wait_until (count_mentions (fixture, TL_ENTITY_PLACE, "new grain quay") == 2);

  /* It is one in an article that comes later. */
  fixture_import (fixture, "later.txt", "Again\n\nLIMA, 3 May 2017. They went to the new grain quay.\n");
  wait_until (count_mentions (fixture, TL_ENTITY_PLACE, "new grain quay") == 1);
}

static void
test_here (Fixture *fixture)
{
  TlNameDialog *dialog;

  fixture_import (fixture, "quay.txt", article_of_quay);
  dialog = begin_adding (fixture, "grain quay");
  press (dialog, "event");
  gtk_switch_set_active (find_widget (GTK_WIDGET (dialog), "everywhere"), FALSE);
  press (dialog, "add_button");
  wait_until (count_mentions (fixture, TL_ENTITY_EVENT, "grain quay") == 1);
}

static void
test_same_as (Fixture *fixture)
{
  TlNameDialog *dialog;
  TlEntityChooser *chooser;
  GtkListView *list_view;

  fixture_import (fixture, "quay.txt", article_of_quay);
  g_assert_cmpuint (count_mentions (fixture, TL_ENTITY_PERSON, "Ana Rojas"), ==, 1);
  dialog = begin_adding (fixture, "ships");
  press (dialog, "choose_button");
  chooser = find_dialog (TL_TYPE_ENTITY_CHOOSER);
  g_assert_nonnull (chooser);
  list_view = find_of_type (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW);
  /* None is called so, so all are proposed. */
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_view))) > 0);
  gtk_editable_set_text (find_widget (GTK_WIDGET (chooser), "search"), "rojas");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_view))) == 1);
  g_signal_emit_by_name (list_view, "activate", 0);
  g_assert_false (gtk_widget_get_sensitive (find_widget (GTK_WIDGET (dialog), "kinds")));

  /* Neither is it. */
  press (dialog, "forget_button");
  g_assert_true (gtk_widget_get_sensitive (find_widget (GTK_WIDGET (dialog), "kinds")));
  press (dialog, "choose_button");
  chooser = find_dialog (TL_TYPE_ENTITY_CHOOSER);
  list_view = find_of_type (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW);
  gtk_editable_set_text (find_widget (GTK_WIDGET (chooser), "search"), "rojas");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_view))) == 1);
  g_signal_emit_by_name (list_view, "activate", 0);
  press (dialog, "add_button");
  wait_until (count_mentions (fixture, TL_ENTITY_PERSON, "Ana Rojas") == 2);
}

/* What was read of the words is what they are taken for first. */
static void
test_read (Fixture *fixture)
{
  TlNameDialog *dialog;

  fixture_import (fixture, "quay.txt", article_of_quay);
  g_assert_nonnull (find_entity (fixture, TL_ENTITY_PERSON, "Ana Rojas"));
  dialog = begin_adding (fixture, "LIMA");
  g_assert_true (gtk_check_button_get_active (find_widget (GTK_WIDGET (dialog), "place")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = begin_adding (fixture, "Rojas");
  g_assert_true (gtk_check_button_get_active (find_widget (GTK_WIDGET (dialog), "person")));
  press (dialog, "organization");
  press (dialog, "add_button");
  wait_until (count_mentions (fixture, TL_ENTITY_ORGANIZATION, "Rojas") == 1);
}

static void
test_nothing_selected (Fixture *fixture)
{
  g_assert_false (fixture_is_enabled (fixture, "add-entity"));
  fixture_import (fixture, "quay.txt", article_of_quay);
  g_assert_true (fixture_is_enabled (fixture, "add-entity"));
  fixture_activate (fixture, "add-entity", NULL);
  g_assert_null (find_dialog (TL_TYPE_NAME_DIALOG));
  wait_until (fixture_find_toast (fixture, "Select a name*") != NULL);
}

static guint
count_rows (GtkWidget *dialog)
{
  GtkListBox *list = find_widget (dialog, "list");
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static void
test_restore (Fixture *fixture)
{
  GtkWidget *dialog;

  fixture_import (fixture, "quay.txt", article_of_quay);
  fixture_activate (fixture, "dismiss-entity", "x",
                    tl_entity_get_id (find_entity (fixture, TL_ENTITY_PERSON, "Ana Rojas")));
  wait_until (find_entity (fixture, TL_ENTITY_PERSON, "Ana Rojas") == NULL);

  fixture_activate (fixture, "show-dismissed", NULL);
  dialog = find_dialog (TL_TYPE_DISMISSED_DIALOG);
  g_assert_nonnull (dialog);
  wait_until (count_rows (dialog) == 1);
  g_signal_emit_by_name (find_of_type (find_widget (dialog, "list"), GTK_TYPE_BUTTON), "clicked");
  wait_until (find_entity (fixture, TL_ENTITY_PERSON, "Ana Rojas") != NULL);
  wait_until (count_rows (dialog) == 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_widget (dialog, "stack")), ==, "empty");

  fixture_activate (fixture, "undo", NULL);
  wait_until (find_entity (fixture, TL_ENTITY_PERSON, "Ana Rojas") == NULL);
  wait_until (count_rows (dialog) == 1);
}

/* As a click of the secondary button comes to a list. */
static void
press_secondary (GtkWidget *list_view,
                 double     x,
                 double     y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (list_view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

static gboolean
is_shown (gpointer *popover)
{
  return *popover != NULL && gtk_widget_get_visible (*popover);
}

/* The article goes while the menu of one of its names is open: the menu goes with it, and takes no more keys. */
static void
test_menu_goes (Fixture *fixture)
{
  GtkWidget *list_view = fixture_get (fixture, "reading_pane/mentions_view");
  gpointer row = NULL, popover = NULL;

  fixture_import (fixture, "quay.txt", article_of_quay);
  gtk_stack_set_visible_child_name (fixture_get (fixture, "reading_pane/pages"), "mentions");
  wait_until ((row = find_of_type (list_view, TL_TYPE_READING_ROW)) != NULL && gtk_widget_get_height (row) > 0);
  /* The first row is a heading, which has none. */
  for (int y = 0; y < gtk_widget_get_height (list_view) && popover == NULL; y += gtk_widget_get_height (row) / 2)
    {
      press_secondary (list_view, 20, y);
      popover = find_of_type (list_view, GTK_TYPE_POPOVER_MENU);
    }
  g_assert_nonnull (popover);
  g_object_add_weak_pointer (popover, &popover);
  wait_until (gtk_widget_get_mapped (popover));
  fixture_activate (fixture, "undo", NULL);
  wait_until (!is_shown (&popover));
  wait_until (popover == NULL);
}

static void
add_tests (void)
{
  fixture_add ("/names/add", test_add);
  fixture_add ("/names/here", test_here);
  fixture_add ("/names/same-as", test_same_as);
  fixture_add ("/names/read", test_read);
  fixture_add ("/names/nothing-selected", test_nothing_selected);
  fixture_add ("/names/restore", test_restore);
  fixture_add ("/names/menu-goes", test_menu_goes);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
