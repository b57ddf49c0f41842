/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of figures in the window: by the buttons of their cards, and by keys. */

#include <string.h>

#include "tl-figure-card.h"
#include "tl-figure-editor.h"
#include "tl-figure-list.h"
#include "window-fixture.h"

static const char story[] =
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister said.\n\n"
  "In 2014 trade between Chile and Peru was $3.1 billion.\n\n"
  "The ambassador praised the two countries. Trade between Chile and Peru is close to the mark of $9 billion, he said.\n";

static GListModel *
get_model (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "articles_page/reading_pane/figure_list/view")));
}

/* "4 2016 open, 3.1 2014 confirmed | 9 0": what the cards show, the fold as a stroke. */
static char *
dup_cards (Fixture *fixture)
{
  static const char *const reviews[] = { "open", "confirmed", "edited", "added" };
  GListModel *model = get_model (fixture);
  g_autoptr(GString) cards = g_string_new (NULL);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlFigureItem) item = g_list_model_get_item (model, i);
      TlFigure *figure = tl_figure_item_get_figure (item);

      if (i > 0)
        g_string_append (cards, ", ");
      if (figure == NULL)
        g_string_append_printf (cards, "%u dismissed", tl_figure_item_get_n_dismissed (item));
      else
        g_string_append_printf (cards, "%g %d %s", tl_figure_get_data (figure)->value / 1e9,
                                (int) tl_figure_get_data (figure)->start.year,
                                reviews[tl_figure_get_review (figure)]);
    }
  return g_string_free (g_steal_pointer (&cards), FALSE);
}

static gboolean
are_cards (Fixture    *fixture,
           const char *expected)
{
  g_autofree char *cards = dup_cards (fixture);

  return g_str_equal (cards, expected);
}

/* The card of the figure at a place, when it is there. */
static TlFigureCard *
find_card (Fixture *fixture,
           guint    position)
{
  g_autoptr(TlFigureItem) item = g_list_model_get_item (get_model (fixture), position);
  GtkWidget *view = fixture_get (fixture, "articles_page/reading_pane/figure_list/view");

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (card != NULL && TL_IS_FIGURE_CARD (card) && tl_figure_card_get_item (TL_FIGURE_CARD (card)) == item)
        return TL_FIGURE_CARD (card);
    }
  return NULL;
}

static void
press (Fixture    *fixture,
       guint       position,
       const char *button)
{
  wait_until (find_card (fixture, position) != NULL);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (find_card (fixture, position)), button), "clicked");
}

static void
test_confirm (Fixture *fixture)
{
  fixture_import (fixture, "story.txt", story);
  g_assert_true (are_cards (fixture, "4 2016 open, 3.1 2014 open, 9 0 open"));
  press (fixture, 0, "confirm_button");
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (are_cards (fixture, "4 2016 open, 3.1 2014 open, 9 0 open"));
  fixture_activate (fixture, "confirm-all-figures", NULL);
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 confirmed, 9 0 confirmed"));
}

/* What a card notes of its figure; "" where it notes nothing. */
static const char *
get_note (Fixture *fixture,
          guint    position)
{
  TlFigureCard *card = find_card (fixture, position);
  GtkWidget *note = card != NULL ? find_widget (GTK_WIDGET (card), "note") : NULL;

  return note != NULL && gtk_widget_get_visible (note) ? gtk_label_get_text (GTK_LABEL (note)) : "";
}

/* What was confirmed stays when the article gets another day, and its card tells. */
static void
test_read_otherwise (Fixture *fixture)
{
  fixture_import (fixture, "story.txt", story);
  press (fixture, 0, "confirm_button");
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
  g_assert_cmpstr (get_note (fixture, 0), ==, "");
  fixture_activate (fixture, "correct-fact", "(xus)", (gint64) 1, (guint) TL_FACT_PUBLISHED, "2019-07-02");
  wait_until (find_card (fixture, 0) != NULL && *get_note (fixture, 0) != '\0');
  g_assert_true (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
  g_assert_cmpstr (get_note (fixture, 0), ==, "Read as: 2018");

  gtk_widget_activate_action (GTK_WIDGET (find_card (fixture, 0)), "card.restore", NULL);
  wait_until (are_cards (fixture, "4 2018 open, 3.1 2014 open, 9 0 open"));
}

static void
test_dismiss (Fixture *fixture)
{
  GtkWidget *view;

  fixture_import (fixture, "story.txt", story);
  press (fixture, 1, "dismiss_button");
  wait_until (are_cards (fixture, "4 2016 open, 9 0 open, 1 dismissed"));
  wait_until (fixture_find_toast (fixture, "Figure dismissed") != NULL);
  view = fixture_get (fixture, "articles_page/reading_pane/figure_list/view");
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_true (are_cards (fixture, "4 2016 open, 9 0 open, 1 dismissed, 3.1 2014 open"));
  press (fixture, 3, "restore_button");
  wait_until (are_cards (fixture, "4 2016 open, 3.1 2014 open, 9 0 open"));
}

static void
focus (Fixture *fixture,
       guint    position)
{
  wait_until (find_card (fixture, position) != NULL);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (find_card (fixture, position))));
}

static gboolean
has_focus (Fixture *fixture,
           guint    position)
{
  TlFigureCard *card = find_card (fixture, position);

  return card != NULL &&
         gtk_root_get_focus (GTK_ROOT (fixture->window)) == gtk_widget_get_parent (GTK_WIDGET (card));
}

static void
test_keys (Fixture *fixture)
{
  GtkWidget *list;

  fixture_import (fixture, "story.txt", story);
  list = gtk_widget_get_ancestor (fixture_get (fixture, "articles_page/reading_pane/figure_list/view"),
                                  TL_TYPE_FIGURE_LIST);
  focus (fixture, 0);
  gtk_widget_activate_action (list, "figures.confirm", NULL);
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
  wait_until (has_focus (fixture, 0));
  focus (fixture, 1);
  gtk_widget_activate_action (list, "figures.dismiss", NULL);
  wait_until (are_cards (fixture, "4 2016 confirmed, 9 0 open, 1 dismissed"));
  /* The focus goes on with the next. */
  wait_until (has_focus (fixture, 1));
}

static TlFigureEditor *
find_editor (Fixture *fixture,
             guint    position)
{
  TlFigureCard *card = find_card (fixture, position);

  return card != NULL ? find_of_type (GTK_WIDGET (card), TL_TYPE_FIGURE_EDITOR) : NULL;
}

static void
test_edit (Fixture *fixture)
{
  TlFigureEditor *editor;

  fixture_import (fixture, "story.txt", story);
  press (fixture, 1, "edit_button");
  wait_until (find_editor (fixture, 1) != NULL);
  editor = find_editor (fixture, 1);
  gtk_editable_set_text (find_widget (GTK_WIDGET (editor), "period"), "2013");

  /* What is said of another meanwhile takes nothing of it away. */
  press (fixture, 0, "confirm_button");
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
  wait_until (find_editor (fixture, 1) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (find_widget (GTK_WIDGET (editor), "period")), ==, "2013");

  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), "keep"), "clicked");
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2013 edited, 9 0 open"));
  g_assert_null (find_editor (fixture, 1));
  fixture_activate (fixture, "undo", NULL);
  wait_until (are_cards (fixture, "4 2016 confirmed, 3.1 2014 open, 9 0 open"));
}

static void
test_give_up (Fixture *fixture)
{
  TlFigureEditor *editor;

  fixture_import (fixture, "story.txt", story);
  press (fixture, 1, "edit_button");
  wait_until (find_editor (fixture, 1) != NULL);
  editor = find_editor (fixture, 1);
  gtk_editable_set_text (find_widget (GTK_WIDGET (editor), "period"), "2013");
  g_signal_emit_by_name (editor, "given-up");
  g_assert_null (find_editor (fixture, 1));
  g_assert_true (are_cards (fixture, "4 2016 open, 3.1 2014 open, 9 0 open"));
}

/* An undated amount asks when, and its card leads there. */
static void
test_put_onto_year (Fixture *fixture)
{
  TlFigureEditor *editor;

  fixture_import (fixture, "story.txt", story);
  wait_until (find_card (fixture, 2) != NULL);
  g_assert_false (gtk_widget_get_visible (find_widget (GTK_WIDGET (find_card (fixture, 0)), "date_button")));
  g_assert_true (gtk_widget_get_visible (find_widget (GTK_WIDGET (find_card (fixture, 2)), "date_button")));
  press (fixture, 2, "date_button");
  wait_until (find_editor (fixture, 2) != NULL);
  editor = find_editor (fixture, 2);
  wait_until (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                      find_widget (GTK_WIDGET (editor), "period")));
  gtk_editable_set_text (find_widget (GTK_WIDGET (editor), "period"), "2019");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), "period"), "activate");
  wait_until (are_cards (fixture, "4 2016 open, 3.1 2014 open, 9 2019 edited"));
}

/* In a narrow window the cards are a page of their own. */
static void
test_edit_by_action (Fixture *fixture)
{
  g_autoptr(TlFigureItem) item = NULL;
  g_autofree char *key = NULL;
  TlSpan quote;

  fixture_import (fixture, "story.txt", story);
  fixture_set_width (fixture, 360);
  item = g_list_model_get_item (get_model (fixture), 0);
  key = tl_figure_dup_key (tl_figure_item_get_figure (item));
  quote = tl_figure_get_data (tl_figure_item_get_figure (item))->quote;
  fixture_activate (fixture, "edit-figure", "(xuus)", (gint64) 0, quote.start, quote.end, key);
  wait_until (find_editor (fixture, 0) != NULL &&
              gtk_widget_get_mapped (GTK_WIDGET (find_editor (fixture, 0))));
  fixture_activate (fixture, "edit-figure", "(xuus)", (gint64) 0, quote.start, quote.end, "nothing");
  wait_until (fixture_find_toast (fixture, "*no longer in the article*") != NULL);
}

static void
add_tests (void)
{
  fixture_add ("/window/figures/confirm", test_confirm);
  fixture_add ("/window/figures/read-otherwise", test_read_otherwise);
  fixture_add ("/window/figures/dismiss", test_dismiss);
  fixture_add ("/window/figures/keys", test_keys);
  fixture_add ("/window/figures/edit", test_edit);
  fixture_add ("/window/figures/give-up", test_give_up);
  fixture_add ("/window/figures/put-onto-year", test_put_onto_year);
  fixture_add ("/window/figures/edit-by-action", test_edit_by_action);
}

int
main (int   argc,
      char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
