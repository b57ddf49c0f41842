/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of a name in the list of what was read. */

#include "tl-entity-chooser.h"
#include "tl-reading-item.h"
#include "tl-reading-row.h"
#include "window-fixture.h"

static const char article_of_rojas[] =
  "A minister on her way\n"
  "\n"
  "LIMA, 21 March 2017. Foreign Minister Ana Rojas met Deputy Minister Olga Tapia in Lima.\n";

static const char article_of_surname[] =
  "A minister on her way\n"
  "\n"
  "LIMA, 21 March 2017. Foreign Minister Ana Rojas came to Lima. On Tuesday Rojas flew home.\n";

static GListModel *
get_mentions (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "reading_pane/mentions_view")));
}

/* The name in the list, or NULL; @kind is its heading. */
static TlReadingItem *
find_name (Fixture       *fixture,
           TlMentionKind  kind,
           const char    *name)
{
  GListModel *model = get_mentions (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (model, i);

      if (!tl_reading_item_is_heading (item) && tl_reading_item_get_kind (item) == kind &&
          g_str_equal (tl_reading_item_get_name (item), name))
        return item;
    }
  return NULL;
}

static gboolean
has_person (Fixture    *fixture,
            const char *name)
{
  return find_name (fixture, TL_MENTION_PERSON, name) != NULL;
}

static gint64
get_id (Fixture    *fixture,
        const char *name)
{
  TlReadingItem *item = find_name (fixture, TL_MENTION_PERSON, name);

  g_assert_nonnull (item);
  g_assert_cmpint (tl_reading_item_get_entity_id (item), >, 0);
  return tl_reading_item_get_entity_id (item);
}

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

static void
import_two (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "rojas.txt", article_of_rojas);
  fixture_activate (fixture, "show-in-article", "(xuu)", (gint64) 2, 0, 0);
  g_assert_true (has_person (fixture, "Ana Rojas") && has_person (fixture, "Olga Tapia"));
}

static void
test_rename (Fixture *fixture)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  import_two (fixture);
  fixture_activate (fixture, "rename-entity", "x", get_id (fixture, "Ana Rojas"));
  dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  entry = adw_message_dialog_get_extra_child (dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Ana Rojas");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "rename"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Ana Rojas Soto ");
  adw_message_dialog_response (dialog, "rename");
  wait_until (has_person (fixture, "Ana Rojas Soto"));
  g_assert_false (has_person (fixture, "Ana Rojas"));

  fixture_activate (fixture, "undo", NULL);
  wait_until (has_person (fixture, "Ana Rojas"));
}

static void
test_merge (Fixture *fixture)
{
  TlEntityChooser *chooser;
  GtkListView *list_view;

  import_two (fixture);
  fixture_activate (fixture, "merge-entity", "x", get_id (fixture, "Olga Tapia"));
  chooser = find_dialog (TL_TYPE_ENTITY_CHOOSER);
  g_assert_nonnull (chooser);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Merge “Olga Tapia” Into");
  list_view = find_of_type (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_view))) == 1);
  g_signal_emit_by_name (list_view, "activate", 0);
  wait_until (!has_person (fixture, "Olga Tapia"));
  g_assert_null (find_dialog (TL_TYPE_ENTITY_CHOOSER));
  g_assert_cmpuint (tl_reading_item_get_n_mentions (find_name (fixture, TL_MENTION_PERSON, "Ana Rojas")),
                    ==, 2);

  fixture_activate (fixture, "undo", NULL);
  wait_until (has_person (fixture, "Olga Tapia"));
}

static void
test_others (Fixture *fixture)
{
  gint64 id;

  import_two (fixture);
  id = get_id (fixture, "Ana Rojas");
  fixture_activate (fixture, "split-entity", "x", id);
  wait_until (get_id (fixture, "Ana Rojas") != id);
  fixture_activate (fixture, "undo", NULL);
  wait_until (get_id (fixture, "Ana Rojas") == id);

  fixture_activate (fixture, "retype-entity", "(xs)", id, "organization");
  wait_until (find_name (fixture, TL_MENTION_ORGANIZATION, "Ana Rojas") != NULL);
  fixture_activate (fixture, "dismiss-entity", "x", id);
  wait_until (find_name (fixture, TL_MENTION_ORGANIZATION, "Ana Rojas") == NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (find_name (fixture, TL_MENTION_ORGANIZATION, "Ana Rojas") != NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (has_person (fixture, "Ana Rojas"));
}

/* What the article calls it by besides its name. */
static void
test_set_apart (Fixture *fixture)
{
  GPtrArray *forms;

  fixture_import (fixture, "surname.txt", article_of_surname);
  g_assert_true (has_person (fixture, "Ana Rojas"));
  forms = tl_reading_item_get_forms (find_name (fixture, TL_MENTION_PERSON, "Ana Rojas"));
  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (forms, 0), ==, "Rojas");

  fixture_activate (fixture, "split-name", "(xs)", get_id (fixture, "Ana Rojas"), "Rojas");
  wait_until (has_person (fixture, "Rojas"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (!has_person (fixture, "Rojas"));
}

static gboolean
is_focused (Fixture    *fixture,
            const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  TlReadingRow *row = focus != NULL ? find_of_type (focus, TL_TYPE_READING_ROW) : NULL;
  TlReadingItem *item = row != NULL ? tl_reading_row_get_item (row) : NULL;

  return item != NULL && g_str_equal (tl_reading_item_get_name (item), name);
}

static void
focus_row (GtkWidget  *list_view,
           const char *name)
{
  for (GtkWidget *widget = gtk_widget_get_first_child (list_view); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      TlReadingRow *row = find_of_type (widget, TL_TYPE_READING_ROW);
      TlReadingItem *item = row != NULL ? tl_reading_row_get_item (row) : NULL;

      if (item != NULL && g_str_equal (tl_reading_item_get_name (item), name))
        gtk_widget_grab_focus (widget);
    }
}

/* Somebody who goes through the names by keyboard goes on from where they were. */
static void
test_focus (Fixture *fixture)
{
  GtkWidget *list_view;
  AdwMessageDialog *dialog;

  import_two (fixture);
  gtk_stack_set_visible_child_name (fixture_get (fixture, "reading_pane/pages"), "mentions");
  list_view = fixture_get (fixture, "reading_pane/mentions_view");
  wait_until (gtk_widget_get_mapped (list_view) && gtk_widget_get_height (list_view) > 0);
  focus_row (list_view, "Olga Tapia");
  wait_until (is_focused (fixture, "Olga Tapia"));

  fixture_activate (fixture, "rename-entity", "x", get_id (fixture, "Olga Tapia"));
  dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Olga");
  adw_message_dialog_response (dialog, "rename");
  wait_until (is_focused (fixture, "Olga"));
}

static void
add_tests (void)
{
  fixture_add ("/entities/rename", test_rename);
  fixture_add ("/entities/merge", test_merge);
  fixture_add ("/entities/others", test_others);
  fixture_add ("/entities/set-apart", test_set_apart);
  fixture_add ("/entities/focus", test_focus);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
