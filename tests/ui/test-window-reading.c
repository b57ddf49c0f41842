/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article that is read: what its marks mean, why a figure was read so, and going about in it. */

#include <string.h>

#include "tl-article-pane.h"
#include "tl-article-text.h"
#include "tl-figure-target.h"
#include "tl-article-marks.h"
#include "tl-mention-words.h"
#include "window-fixture.h"

static const char story[] =
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, Foreign Minister Ana Rojas said.\n\n"
  "In 2014 trade between Chile and Peru was $3.1 billion.\n\n"
  "Ana Rojas will go to Peru in May.\n";

static GtkWidget *
get_text (Fixture *fixture)
{
  return fixture_get (fixture, "articles_page/text_view");
}

static TlArticle *
get_article (Fixture *fixture)
{
  return tl_article_pane_get_article (fixture_get (fixture, "articles_page/article_pane"));
}

static gboolean
is_selected (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *selection = fixture_dup_selection (fixture);

  return g_strcmp0 (selection, expected) == 0;
}

/* Of words of the article, where they first stand. */
static void
select_words (Fixture    *fixture,
              const char *words)
{
  const char *text = tl_article_get_text (get_article (fixture));
  guint32 start = (guint32) (strstr (text, words) - text);

  tl_article_text_select (TL_ARTICLE_TEXT (get_text (fixture)),
                          (TlSpan) { start, start + (guint32) strlen (words) });
}

static void
append_labels (GtkWidget *widget,
               GString   *all)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (all, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, all);
}

/* Whether labels in a widget say something. */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  g_autoptr(GString) all = g_string_new (NULL);

  append_labels (widget, all);
  return strstr (all->str, words) != NULL;
}

static void
test_mentions (Fixture *fixture)
{
  fixture_import (fixture, "story.txt", story);
  select_words (fixture, "LIMA");
  fixture_activate (fixture, "next-mention", NULL);
  g_assert_true (is_selected (fixture, "16 March 2017"));
  fixture_activate (fixture, "next-mention", NULL);
  g_assert_true (is_selected (fixture, "Chile"));
  fixture_activate (fixture, "previous-mention", NULL);
  g_assert_true (is_selected (fixture, "16 March 2017"));
  fixture_activate (fixture, "next-figure", NULL);
  g_assert_true (is_selected (fixture, "$4 billion"));
  fixture_activate (fixture, "next-figure", NULL);
  g_assert_true (is_selected (fixture, "$3.1 billion"));
  /* Behind the last comes the first. */
  fixture_activate (fixture, "next-figure", NULL);
  g_assert_true (is_selected (fixture, "$4 billion"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_text (fixture));
}

/* The popover that says what stands where the caret is. */
static GtkWidget *
describe (Fixture    *fixture,
          const char *words)
{
  GtkWidget *view = GTK_WIDGET (tl_article_pane_get_view (fixture_get (fixture, "articles_page/article_pane")));

  /* The one before goes away when nothing else is to be done. */
  wait_until (find_of_type (view, GTK_TYPE_POPOVER) == NULL ||
              !GTK_IS_POPOVER (gtk_widget_get_last_child (view)));
  select_words (fixture, words);
  fixture_activate (fixture, "describe-mention", NULL);
  g_assert_true (GTK_IS_POPOVER (gtk_widget_get_last_child (view)));
  return gtk_widget_get_last_child (view);
}

/* Of an article that was removed, the others are no fewer. */
static void
test_describe_removed (Fixture *fixture)
{
  TlLibrary *library = tl_window_get_library (fixture->window);
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(TlArticleMarks) marks = NULL;
  g_autoptr(GArray) there = NULL;
  g_autofree char *words = NULL;
  const char *name;
  gint64 id;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "story.txt", story);
  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  g_assert_true (tl_library_remove (library, id, NULL));
  article = tl_library_load_article (library, id, NULL);
  name = strstr (tl_article_get_text (article), "Ana Rojas");
  marks = tl_article_marks_new (article);
  there = tl_article_marks_list (marks, (TlSpan) { (guint32) (name - tl_article_get_text (article)),
                                                   (guint32) (name - tl_article_get_text (article)) + 9 });
  g_assert_cmpuint (there->len, ==, 1);
  words = tl_mention_words_dup_detail (article, &g_array_index (there, TlMark, 0), library);
  g_assert_nonnull (strstr (words, "Also in 1 other article"));
}

static void
test_describe (Fixture *fixture)
{
  GtkWidget *popover;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "story.txt", story);
  popover = describe (fixture, "Ana Rojas");
  g_assert_true (says (popover, "Ana Rojas\n"));
  g_assert_true (says (popover, "Person\n"));
  g_assert_true (says (popover, "Foreign Minister"));
  g_assert_true (says (popover, "Also in 1 other article"));
  gtk_popover_popdown (GTK_POPOVER (popover));

  popover = describe (fixture, "last year");
  g_assert_true (says (popover, "1 January 2016 – 31 December 2016"));
  g_assert_true (says (popover, "From “last year” and the article’s date, 16 March 2017"));
  gtk_popover_popdown (GTK_POPOVER (popover));

  popover = describe (fixture, "$4 billion");
  g_assert_true (says (popover, "Trade figure"));
  g_assert_true (says (popover, "Turnover, Chile – Peru"));
  g_assert_true (says (popover, "Not confirmed yet"));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
test_why (Fixture *fixture)
{
  TlFigure *figure;
  GtkWidget *bar;

  fixture_import (fixture, "story.txt", story);
  bar = fixture_get (fixture, "articles_page/why_bar");
  g_assert_false (gtk_revealer_get_reveal_child (find_widget (bar, "revealer")));
  figure = g_ptr_array_index (tl_article_get_figures (get_article (fixture)), 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-why", tl_figure_target_new (0, figure));
  g_assert_true (gtk_revealer_get_reveal_child (find_widget (bar, "revealer")));
  g_assert_true (says (bar, "2016: from “last year” and the article’s date, 16 March 2017"));
  g_assert_true (says (bar, "Chile – Peru: “Chile”; “Peru”"));
  g_assert_true (says (bar, "Turnover: “Trade”"));
  tl_article_pane_show_why (fixture_get (fixture, "articles_page/article_pane"), NULL);
  g_assert_false (gtk_revealer_get_reveal_child (find_widget (bar, "revealer")));
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_text (fixture_get (fixture, "articles_page/find_bar/count"));
}

static void
test_find (Fixture *fixture)
{
  GtkEditable *entry;

  fixture_import (fixture, "story.txt", story);
  select_words (fixture, "LIMA");
  gtk_widget_grab_focus (get_text (fixture));
  /* What would search the list looks in the article that is read. */
  fixture_activate (fixture, "search", NULL);
  entry = GTK_EDITABLE (fixture_get (fixture, "articles_page/find_bar/entry"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "LIMA");
  gtk_editable_set_text (entry, "peru");
  wait_until (g_str_equal (get_count (fixture), "1 of 3"));
  g_assert_true (is_selected (fixture, "Peru"));
  fixture_activate (fixture, "next-hit", NULL);
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3");
  fixture_activate (fixture, "previous-hit", NULL);
  fixture_activate (fixture, "previous-hit", NULL);
  g_assert_cmpstr (get_count (fixture), ==, "3 of 3");
  gtk_editable_set_text (entry, "peruvian");
  wait_until (g_str_equal (get_count (fixture), "Not found"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_text (fixture));

  /* Elsewhere the list is searched. */
  gtk_widget_grab_focus (fixture_get (fixture, "list_view"));
  fixture_activate (fixture, "search", NULL);
  g_assert_true (gtk_search_bar_get_search_mode (fixture_get (fixture, "bar/search_bar")));
}

static void
test_quotation (Fixture *fixture)
{
  TlArticleView *view;
  g_autofree char *plain = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *bibtex = NULL;

  fixture_import (fixture, "story.txt", story);
  view = tl_article_pane_get_view (fixture_get (fixture, "articles_page/article_pane"));
  tl_article_text_place_caret (TL_ARTICLE_TEXT (get_text (fixture)), strstr (story, "$3.1") - story);
  plain = tl_article_view_dup_quotation (view, TL_QUOTATION_PLAIN);
  g_assert_true (g_str_has_prefix (plain, "“In 2014 trade between Chile and Peru was $3.1 billion.” (“"));
  g_assert_nonnull (strstr (plain, "2017-03-16"));

  select_words (fixture, "Ana Rojas will go");
  markdown = tl_article_view_dup_quotation (view, TL_QUOTATION_MARKDOWN);
  g_assert_true (g_str_has_prefix (markdown, "> Ana Rojas will go\n>\n> — “"));
  select_words (fixture, "$3.1 billion");
  bibtex = tl_article_view_dup_quotation (view, TL_QUOTATION_BIBTEX);
  g_assert_true (g_str_has_prefix (bibtex, "@"));
  g_assert_true (g_str_has_suffix (bibtex, ",\n  annote = {\\$3.1 billion}\n}\n"));
  fixture_activate (fixture, "copy-quotation", "s", "markdown");
  wait_until (fixture_find_toast (fixture, "Quotation copied") != NULL);
}

/* Returns whether the text did something by a key. */
static gboolean
press_key (Fixture         *fixture,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (get_text (fixture));
  gboolean is_done = FALSE;

  for (guint i = 0; !is_done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &is_done);
    }
  return is_done;
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  return find_of_type (fixture_get (fixture, "articles_page/article_view"), GTK_TYPE_POPOVER_MENU);
}

/* The menu has what can be done, and nothing that cannot. */
static void
test_menu (Fixture *fixture)
{
  g_autoptr(GString) plain = g_string_new (NULL), selected = g_string_new (NULL);

  fixture_import (fixture, "story.txt", story);
  g_assert_false (press_key (fixture, GDK_KEY_F10, 0));
  tl_article_text_place_caret (TL_ARTICLE_TEXT (get_text (fixture)), strlen (story) - 2);
  g_assert_true (press_key (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  append_labels (find_menu (fixture), plain);
  g_assert_nonnull (strstr (plain->str, "Select All\n"));
  g_assert_null (strstr (plain->str, "Paste"));
  g_assert_null (strstr (plain->str, "Add Figure"));
  gtk_popover_popdown (GTK_POPOVER (find_menu (fixture)));
  wait_until (find_menu (fixture) == NULL);

  select_words (fixture, "$3.1 billion");
  g_assert_true (press_key (fixture, GDK_KEY_Menu, 0));
  append_labels (find_menu (fixture), selected);
  g_assert_nonnull (strstr (selected->str, "Add Figure…\n"));
  g_assert_nonnull (strstr (selected->str, "Why?\n"));
  gtk_widget_activate_action (find_menu (fixture), "text.select-all", NULL);
  g_assert_true (is_selected (fixture, story));
}

/* ---- far away ---- */

static char *
make_long_story (void)
{
  GString *text = g_string_new (story);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "\nNobody spoke of trade on that day, but for a minister who read a list of goods.\n");
  g_string_append (text, "\nAt last the envoy of Togo rose.\n");
  return g_string_free (text, FALSE);
}

static gboolean
is_in_sight (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle visible, place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_get_visible_rect (view, &visible);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

static void
count_cb (guint *n_moves)
{
  ++*n_moves;
}

/* A place far away is there at once, wherever the text seemed to end when its lines were not measured:
 * it does not rush by, whether or not a person wants things to move. */
static void
test_far (Fixture *fixture)
{
  GtkWidget *text = get_text (fixture);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (text));
  g_autofree char *long_story = make_long_story ();

  fixture_import (fixture, "long.txt", long_story);
  for (int moves = 1; moves >= 0; moves--)
    {
      guint n_moves = 0;
      gulong handler;

      g_object_set (gtk_settings_get_default (), "gtk-enable-animations", moves, NULL);
      tl_article_text_select (TL_ARTICLE_TEXT (text), (TlSpan) { 0, 4 });
      wait_until (gtk_adjustment_get_upper (adjustment) > 4000 && gtk_adjustment_get_value (adjustment) < 1);
      handler = g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (count_cb), &n_moves);
      select_words (fixture, "envoy of Togo");
      wait_until (n_moves > 0 && is_in_sight (GTK_TEXT_VIEW (text)));
      /* Some, as its lines are measured; a glide has a dozen. */
      g_assert_cmpuint (n_moves, <=, 8);
      g_signal_handler_disconnect (adjustment, handler);
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
add_tests (void)
{
  fixture_add ("/window/reading/far", test_far);
  fixture_add ("/window/reading/quotation", test_quotation);
  fixture_add ("/window/reading/menu", test_menu);
  fixture_add ("/window/reading/find", test_find);
  fixture_add ("/window/reading/mentions", test_mentions);
  fixture_add ("/window/reading/describe", test_describe);
  fixture_add ("/window/reading/describe-removed", test_describe_removed);
  fixture_add ("/window/reading/why", test_why);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
