/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles in the window: the list, the text, and what was read from it. */

#include "tl-article-item.h"
#include "tl-reading-item.h"
#include <string.h>

#include "tl-article-pane.h"
#include "tl-article-text.h"
#include "window-fixture.h"

static const char *
get_shown (Fixture    *fixture,
           const char *stack)
{
  return gtk_stack_get_visible_child_name (fixture_get (fixture, stack));
}

static char *
dup_text (Fixture *fixture)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (fixture_get (fixture, "articles_page/text_view"));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Whether the words, where they first stand in the text, are marked as something. */
static gboolean
is_marked (Fixture       *fixture,
           const char    *words,
           TlMentionKind  kind)
{
  TlArticleMarks *marks = tl_article_text_get_marks (fixture_get (fixture, "articles_page/text_view"));
  const char *text = tl_article_get_text (tl_article_marks_get_article (marks));
  guint32 start = (guint32) (strstr (text, words) - text);
  TlSpan span = { start, start + (guint32) strlen (words) };
  g_autoptr(GArray) found = tl_article_marks_list (marks, span);

  for (guint i = 0; i < found->len; i++)
    {
      const TlMark *mark = &g_array_index (found, TlMark, i);

      if (mark->kind == kind && mark->span.start == span.start && mark->span.end == span.end)
        return TRUE;
    }
  return FALSE;
}

static GListModel *
get_model (Fixture    *fixture,
           const char *list)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, list)));
}

static guint
find_mention (Fixture    *fixture,
              const char *name)
{
  GListModel *model = get_model (fixture, "reading_pane/mentions_view");

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (model, i);

      if (!tl_reading_item_is_heading (item) &&
          g_str_equal (tl_reading_item_get_name (item), name))
        return i;
    }
  g_error ("“%s” is not in the list", name);
}

static void
activate_row (Fixture    *fixture,
              const char *list,
              guint       position)
{
  g_signal_emit_by_name (fixture_get (fixture, list), "activate", position);
}

static gint64
get_selected_id (Fixture *fixture)
{
  gint64 id;

  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  return id;
}

static void
assert_selection (Fixture    *fixture,
                  const char *expected)
{
  g_autofree char *selection = fixture_dup_selection (fixture);

  g_assert_cmpstr (selection, ==, expected);
}

static void
test_empty (Fixture *fixture)
{
  g_assert_cmpstr (get_shown (fixture, "content"), ==, "empty");
  g_assert_true (fixture_is_enabled (fixture, "import"));
  g_assert_true (fixture_is_enabled (fixture, "import-samples"));
  g_assert_false (fixture_is_enabled (fixture, "export-chart"));
  g_assert_false (fixture_is_enabled (fixture, "remove-article"));
}

static void
test_show (Fixture *fixture)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = g_strstrip (g_strdup (article_of_chile));

  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_cmpstr (get_shown (fixture, "content"), ==, "library");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture, "list_view")), ==, 1);
  g_assert_cmpint (get_selected_id (fixture), !=, 0);

  text = dup_text (fixture);
  g_assert_cmpstr (g_strstrip (text), ==, expected);
  g_assert_true (is_marked (fixture, "$2.5 billion", TL_MENTION_FIGURE));
  g_assert_true (is_marked (fixture, "$2.5 billion", TL_MENTION_AMOUNT));
  g_assert_true (is_marked (fixture, "Ana Rojas", TL_MENTION_PERSON));
  g_assert_true (is_marked (fixture, "Peru", TL_MENTION_PLACE));
  g_assert_true (is_marked (fixture, "14 March 2017", TL_MENTION_DATE));
  g_assert_false (is_marked (fixture, "reached", TL_MENTION_FIGURE));
}

static void
test_text_lets_tab_through (Fixture *fixture)
{
  g_assert_false (gtk_text_view_get_accepts_tab (fixture_get (fixture,
                                                              "articles_page/text_view")));
  g_assert_false (gtk_text_view_get_editable (fixture_get (fixture,
                                                           "articles_page/text_view")));
}

/* A name leads to its mentions in turn, and from the last to the first. */
static void
test_mentions (Fixture *fixture)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  int first;
  int second;
  guint row;

  fixture_import (fixture, "chile.txt", article_of_chile);
  buffer = gtk_text_view_get_buffer (fixture_get (fixture, "articles_page/text_view"));
  row = find_mention (fixture, "Ana Rojas");

  activate_row (fixture, "reading_pane/mentions_view", row);
  assert_selection (fixture, "Ana Rojas");
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  first = gtk_text_iter_get_offset (&start);

  activate_row (fixture, "reading_pane/mentions_view", row);
  assert_selection (fixture, "Ana Rojas");
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  second = gtk_text_iter_get_offset (&start);
  g_assert_cmpint (second, >, first);

  activate_row (fixture, "reading_pane/mentions_view", row);
  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, first);
}

static void
test_figure (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture, "reading_pane/figure_list/view")),
                    ==, 1);
  activate_row (fixture, "reading_pane/figure_list/view", 0);
  {
    g_autofree char *selection = fixture_dup_selection (fixture);

    g_assert_true (g_str_has_prefix (selection, "Trade between Chile and Peru"));
    g_assert_true (g_str_has_suffix (selection, "said on Tuesday."));
  }
}

static void
test_remove (Fixture *fixture)
{
  gint64 first;
  gint64 second;

  fixture_import (fixture, "chile.txt", article_of_chile);
  first = get_selected_id (fixture);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  second = get_selected_id (fixture);
  g_assert_cmpint (first, !=, second);

  fixture_activate (fixture, "remove-article", NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  g_assert_cmpint (get_selected_id (fixture), ==, first);

  fixture_activate (fixture, "remove-article", NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 0);
  g_assert_cmpstr (get_shown (fixture, "content"), ==, "empty");
  g_assert_false (fixture_is_enabled (fixture, "remove-article"));

  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 1);
  wait_until (get_selected_id (fixture) == first);
  fixture_activate (fixture, "undo-act", "(sx)", "removal", second);
  wait_until (fixture_get_n_articles (fixture) == 2);
  wait_until (get_selected_id (fixture) == second);
}

static gboolean
is_drawn (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1;
}

/* In a narrow window one pane comes after another, and Back goes back. */
static void
test_narrow (Fixture *fixture)
{
  gpointer list = fixture_get (fixture, "list_view");
  gpointer text = fixture_get (fixture, "articles_page/text_view");
  gpointer reading = fixture_get (fixture, "reading_pane");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  fixture_set_width (fixture, 1100);
  wait_until (is_drawn (list) && is_drawn (text) && is_drawn (reading));
  g_assert_false (fixture_is_enabled (fixture, "back"));

  fixture_set_width (fixture, 360);
  wait_until (!gtk_widget_get_mapped (list) && is_drawn (text));
  g_assert_false (gtk_widget_get_mapped (reading));
  g_assert_true (fixture_is_enabled (fixture, "back"));

  fixture_activate (fixture, "reading", NULL);
  wait_until (is_drawn (reading) && !gtk_widget_get_mapped (text));
  fixture_activate (fixture, "back", NULL);
  wait_until (is_drawn (text) && !gtk_widget_get_mapped (reading));
  fixture_activate (fixture, "back", NULL);
  wait_until (is_drawn (list) && !gtk_widget_get_mapped (text));
  g_assert_false (fixture_is_enabled (fixture, "back"));

  activate_row (fixture, "list_view", 1);
  wait_until (is_drawn (text) && !gtk_widget_get_mapped (list));

  fixture_set_width (fixture, 1100);
  wait_until (is_drawn (list) && is_drawn (text) && is_drawn (reading));
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *widget)
{
  return gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), widget);
}

static void
focus_middle_row (Fixture   *fixture,
                  GtkWidget *list)
{
  g_assert_true (gtk_widget_grab_focus (list));
  gtk_widget_child_focus (list, GTK_DIR_UP);
  gtk_widget_child_focus (list, GTK_DIR_UP);
  gtk_widget_child_focus (list, GTK_DIR_DOWN);
  g_assert_true (has_focus (fixture, list));
}

/* Tab leaves a list from any of its rows, both ways. */
static void
test_tab_leaves_lists (Fixture *fixture)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  GtkWidget *list = fixture_get (fixture, "list_view");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  wait_until (is_drawn (list));

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      focus_middle_row (fixture, list);
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), directions[i]);
      g_assert_false (has_focus (fixture, list));
    }
}

static void
test_rows_have_names (Fixture *fixture)
{
  GtkWidget *row;

  fixture_import (fixture, "chile.txt", article_of_chile);
  row = find_of_type (fixture_get (fixture, "list_view"), g_type_from_name ("TlArticleRow"));
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chile and Peru trade more, 14 March 2017, "
                                       "1 trade figure, to be reviewed");
}

static int
get_zoom (Fixture *fixture)
{
  int percent;

  g_object_get (tl_article_pane_get_view (fixture_get (fixture, "articles_page/article_pane")), "zoom", &percent, NULL);
  return percent;
}

/* A line of text stays as long as it was, in characters: what is larger is wider. */
static void
test_zoom (Fixture *fixture)
{
  int normal, larger;

  fixture_import (fixture, "chile.txt", article_of_chile);
  g_object_get (fixture_get (fixture, "articles_page/text_view"), "measure", &normal, NULL);
  fixture_activate (fixture, "zoom-in", NULL);
  g_assert_cmpint (get_zoom (fixture), ==, 110);
  wait_until ((g_object_get (fixture_get (fixture, "articles_page/text_view"), "measure", &larger, NULL),
               larger > normal));
  for (guint i = 0; i < 20; i++)
    fixture_activate (fixture, "zoom-out", NULL);
  g_assert_cmpint (get_zoom (fixture), ==, 50);

  /* It is remembered. */
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  g_assert_cmpint (get_zoom (fixture), ==, 50);
  fixture_activate (fixture, "zoom-normal", NULL);
  g_assert_cmpint (get_zoom (fixture), ==, 100);
}

static int
get_width (Fixture    *fixture,
           const char *pane)
{
  return gtk_widget_get_width (fixture_get (fixture, pane));
}

/* Room that nobody asked for is the article's, also where the window was made larger before there was
 * anything in it. */
static void
test_room (Fixture *fixture)
{
  fixture_set_width (fixture, 1250);
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (get_width (fixture, "articles_page/article_pane") > 550);
  g_assert_cmpint (get_width (fixture, "articles_page/reading_pane"), <, 360);
}

static void
add_tests (void)
{
  fixture_add ("/window/articles/room", test_room);
  fixture_add ("/window/articles/zoom", test_zoom);
  fixture_add ("/window/articles/empty", test_empty);
  fixture_add ("/window/articles/show", test_show);
  fixture_add ("/window/articles/text-lets-tab-through", test_text_lets_tab_through);
  fixture_add ("/window/articles/mentions", test_mentions);
  fixture_add ("/window/articles/figure", test_figure);
  fixture_add ("/window/articles/remove", test_remove);
  fixture_add ("/window/articles/narrow", test_narrow);
  fixture_add ("/window/articles/tab-leaves-lists", test_tab_leaves_lists);
  fixture_add ("/window/articles/rows-have-names", test_rows_have_names);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
