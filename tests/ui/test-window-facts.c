/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of an article is edited where it stands, and what another day moves is shown. */

#include <string.h>

#include "tl-article-head.h"
#include "tl-fact-field.h"
#include "window-fixture.h"

static const char story[] =
  "Trade of Chile and Peru Grows\n\n"
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister "
  "said on Thursday, and she expects more of it, and of tourists, too, in all the years to come.\n";

static gpointer
find_field (Fixture    *fixture,
            const char *name)
{
  return find_widget (find_of_type (GTK_WIDGET (fixture->window), TL_TYPE_ARTICLE_HEAD), name);
}

static const char *
get_words (Fixture    *fixture,
           const char *name)
{
  return gtk_label_get_text (find_widget (find_field (fixture, name), "label"));
}

static gboolean
is_editing (Fixture    *fixture,
            const char *name)
{
  return gtk_widget_get_visible (find_widget (find_field (fixture, name), "editor"));
}

static void
write_fact (Fixture    *fixture,
            const char *name,
            const char *value)
{
  GtkWidget *entry = find_widget (find_field (fixture, name), "entry");

  g_signal_emit_by_name (find_widget (find_field (fixture, name), "button"), "clicked");
  g_assert_true (is_editing (fixture, name));
  gtk_editable_set_text (GTK_EDITABLE (entry), value);
  g_signal_emit_by_name (entry, "activate");
}

static GtkWidget *
get_shifts (Fixture *fixture)
{
  return find_field (fixture, "shifts_button");
}

static void
test_edited (Fixture *fixture)
{
  GtkWidget *field;

  fixture_import (fixture, "story.txt", story);
  g_assert_cmpstr (get_words (fixture, "author"), ==, "Add Author");
  g_assert_cmpstr (get_words (fixture, "published"), ==, "16 March 2017");
  write_fact (fixture, "author", "  Ana Paz ");
  wait_until (g_str_equal (get_words (fixture, "author"), "Ana Paz"));
  g_assert_false (is_editing (fixture, "author"));
  g_assert_false (gtk_widget_get_visible (get_shifts (fixture)));

  field = find_field (fixture, "author");
  tl_fact_field_edit (TL_FACT_FIELD (field));
  g_assert_cmpstr (gtk_label_get_text (find_widget (field, "origin")), ==, "Corrected by you");
  g_assert_true (gtk_widget_get_visible (find_widget (field, "reset")));
  g_signal_emit_by_name (find_widget (field, "reset"), "clicked");
  wait_until (g_str_equal (get_words (fixture, "author"), "Add Author"));
}

static void
test_address (Fixture *fixture)
{
  fixture_import (fixture, "story.txt", story);
  write_fact (fixture, "url", "somewhere");
  g_assert_true (is_editing (fixture, "url"));
  g_assert_true (gtk_widget_has_css_class (find_widget (find_field (fixture, "url"), "entry"), "error"));
  write_fact (fixture, "url", "https://news.example.org/a/1");
  wait_until (g_str_equal (get_words (fixture, "url"), "news.example.org"));
  g_assert_true (gtk_widget_get_visible (find_field (fixture, "open_original")));
}

/* What is given up is as it was. */
static void
test_given_up (Fixture *fixture)
{
  TlFactField *field;
  GtkWidget *entry;

  fixture_import (fixture, "story.txt", story);
  field = find_field (fixture, "published");
  tl_fact_field_edit (field);
  entry = find_widget (GTK_WIDGET (field), "entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2017-03-16");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2018-03-16");
  tl_fact_field_give_up (field);
  g_assert_false (is_editing (fixture, "published"));
  tl_fact_field_edit (field);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2017-03-16");
  tl_fact_field_give_up (field);
}

static void
test_moved (Fixture *fixture)
{
  GtkListBox *list;

  fixture_import (fixture, "story.txt", story);
  write_fact (fixture, "published", "2019-07-02");
  wait_until (gtk_widget_get_visible (get_shifts (fixture)));
  g_assert_cmpstr (get_words (fixture, "published"), ==, "2 July 2019");
  g_assert_nonnull (strstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (get_shifts (fixture))), "1 figure and "));
  list = find_field (fixture, "shifts_list");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (list, 0)))),
                   ==, "$4 billion 2016 → 2018");
  wait_until (fixture_find_toast (fixture, "*$4 billion 2016 → 2018") != NULL);

  /* It moves back, which is told, too, until another article comes. */
  fixture_activate (fixture, "undo", NULL);
  wait_until (g_str_equal (get_words (fixture, "published"), "16 March 2017"));
  g_assert_true (gtk_widget_get_visible (get_shifts (fixture)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (list, 0)))),
                   ==, "$4 billion 2018 → 2016");
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (!gtk_widget_get_visible (get_shifts (fixture)));
}

/* Another day of the same year says the same. */
static void
test_stayed (Fixture *fixture)
{
  static const char plain[] =
    "Trade of Chile and Peru Grows\n\n16 March 2017\n\n"
    "Trade between Chile and Peru reached $4 billion last year, and the minister expects more of it.\n";

  fixture_import (fixture, "plain.txt", plain);
  write_fact (fixture, "published", "2017-08-01");
  wait_until (fixture_find_toast (fixture, "Date changed*") != NULL);
  g_assert_false (gtk_widget_get_visible (get_shifts (fixture)));
}

/* Two outlets have the same text: what is written of one is not said of the other. */
static void
test_same_text (Fixture *fixture)
{
  static const char page[] =
    "<html><head><meta property='og:site_name' content='%s'><title>Trade Grows</title></head><body><article><h1>Trade"
    " Grows</h1><p>LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister said on"
    " Thursday, and she expects more of it, and of tourists, too, in all the years to come.</p></article></body></html>";
  static const char *const outlets[] = { "Evening Star", "Morning Post" };
  gint64 selected;

  for (guint i = 0; i < 2; i++)
    {
      g_auto(GStrv) parts = g_strsplit (page, "%s", 2);
      g_autofree char *html = g_strjoinv (outlets[i], parts);
      g_autofree char *name = g_strdup_printf ("page%u.html", i);

      fixture_import (fixture, name, html);
      wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                    fixture_get (fixture, "articles_page/list_pane/list_view")))) == i + 1);
    }
  /* The first two of a library. */
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &selected, NULL);
  g_signal_emit_by_name (find_widget (find_field (fixture, "publisher"), "button"), "clicked");
  g_assert_true (is_editing (fixture, "publisher"));
  fixture_activate (fixture, "show-article", "x", (gint64) (3 - selected));
  wait_until (!is_editing (fixture, "publisher"));

  /* Nor what another day moved in one of them. */
  write_fact (fixture, "published", "2019-07-02");
  wait_until (gtk_widget_get_visible (get_shifts (fixture)));
  fixture_activate (fixture, "show-article", "x", selected);
  wait_until (g_str_equal (get_words (fixture, "published"), "16 March 2017"));
  g_assert_false (gtk_widget_get_visible (get_shifts (fixture)));
}

/* A title that the text begins with is written above it, and seen in the text else. */
static void
test_title (Fixture *fixture)
{
  GtkWidget *title, *entry;

  fixture_import (fixture, "story.txt", story);
  title = find_field (fixture, "title");
  g_assert_false (gtk_widget_get_visible (title));
  fixture_activate (fixture, "edit-title", NULL);
  wait_until (gtk_widget_get_visible (title) && is_editing (fixture, "title"));
  tl_fact_field_give_up (TL_FACT_FIELD (title));
  g_assert_false (gtk_widget_get_visible (title));

  fixture_activate (fixture, "edit-title", NULL);
  wait_until (is_editing (fixture, "title"));
  entry = find_widget (title, "entry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Trade of Chile and Peru Grows");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Another Title");
  g_signal_emit_by_name (entry, "activate");
  wait_until (gtk_widget_get_visible (title) && g_str_equal (get_words (fixture, "title"), "Another Title"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (!gtk_widget_get_visible (title));
}

static void
add_tests (void)
{
  fixture_add ("/window/facts/edited", test_edited);
  fixture_add ("/window/facts/title", test_title);
  fixture_add ("/window/facts/address", test_address);
  fixture_add ("/window/facts/given-up", test_given_up);
  fixture_add ("/window/facts/moved", test_moved);
  fixture_add ("/window/facts/stayed", test_stayed);
  fixture_add ("/window/facts/same-text", test_same_text);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
