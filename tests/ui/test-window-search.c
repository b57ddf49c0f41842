/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles: searched, filtered, sorted and reviewed. */

#include <string.h>

#include "tl-article-item.h"
#include "window-fixture.h"

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "list_view")));
}

static char *
dup_title (Fixture *fixture,
           guint    position)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (get_list (fixture), position);

  return item != NULL ? g_strdup (tl_article_item_get_title (item)) : NULL;
}

static gboolean
lists (Fixture    *fixture,
       guint       n_articles,
       const char *first)
{
  g_autofree char *title = dup_title (fixture, 0);

  return g_list_model_get_n_items (get_list (fixture)) == n_articles &&
         (first == NULL || g_strcmp0 (title, first) == 0);
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_text (fixture_get (fixture, "bar/count"));
}

static gint64
get_selected_id (Fixture *fixture)
{
  gint64 id;

  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  return id;
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return fixture_get (fixture, "bar/entry");
}

static void
type (Fixture    *fixture,
      const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), words);
}

static void
import_all (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  g_assert_true (lists (fixture, 3, "Ghana and Kenya, far apart"));
}

/* What is found is there while one types, with the words in context; Enter goes to the place. */
static void
test_type (Fixture *fixture)
{
  g_autoptr(TlArticleItem) item = NULL;
  g_autofree char *selection = NULL;

  import_all (fixture);
  g_assert_cmpstr (get_count (fixture), ==, "3 articles");
  fixture_activate (fixture, "search", NULL);
  g_assert_true (gtk_search_bar_get_search_mode (fixture_get (fixture, "bar/search_bar")));
  type (fixture, "lima");
  wait_until (lists (fixture, 1, "A record that nobody counted"));
  g_assert_cmpstr (get_count (fixture), ==, "1 of 3 articles");
  item = g_list_model_get_item (get_list (fixture), 0);
  wait_until (tl_article_item_get_snippet (item) != NULL);
  g_assert_nonnull (strstr (tl_article_item_get_snippet (item), "<b>LIMA</b>"));

  type (fixture, "kenya");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  wait_until (lists (fixture, 1, "Ghana and Kenya, far apart"));
  wait_until (g_strcmp0 (selection, "Kenya") == 0 ||
              (g_free (selection), selection = fixture_dup_selection (fixture), FALSE));
  g_assert_null (tl_article_item_get_snippet (item));

  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  wait_until (lists (fixture, 3, NULL));
  g_assert_cmpstr (get_count (fixture), ==, "3 articles");
}

static int
get_cursor (Fixture *fixture)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (fixture_get (fixture, "articles_page/text_view"));
  GtkTextIter start;

  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  return gtk_text_iter_get_offset (&start);
}

static void
test_hits (Fixture *fixture)
{
  int first, second;

  import_all (fixture);
  type (fixture, "peru");
  wait_until (lists (fixture, 2, NULL));
  g_signal_emit_by_name (fixture_get (fixture, "list_view"), "activate", 0);
  first = get_cursor (fixture);
  fixture_activate (fixture, "next-hit", NULL);
  second = get_cursor (fixture);
  g_assert_cmpint (second, >, first);
  fixture_activate (fixture, "previous-hit", NULL);
  g_assert_cmpint (get_cursor (fixture), ==, first);
  /* Before the first comes the last. */
  fixture_activate (fixture, "previous-hit", NULL);
  g_assert_cmpint (get_cursor (fixture), >=, second);
}

static void
test_chips (Fixture *fixture)
{
  GtkWidget *chips, *chip;

  import_all (fixture);
  chips = fixture_get (fixture, "bar/chips");
  g_assert_false (gtk_widget_get_visible (chips));
  fixture_activate (fixture, "list-pair", "(ss)", "PE", "CL");
  wait_until (lists (fixture, 2, NULL));
  g_assert_true (gtk_widget_get_visible (chips));
  chip = find_of_type (chips, GTK_TYPE_BUTTON);
  g_assert_nonnull (chip);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (chip), ==, "Remove Filter “Chile – Peru”");
  g_signal_emit_by_name (chip, "clicked");
  wait_until (lists (fixture, 3, NULL));
  g_assert_false (gtk_widget_get_visible (chips));
}

/* From the chart of two partners to the articles that it is made of. */
static void
test_from_chart (Fixture *fixture)
{
  import_all (fixture);
  fixture_activate (fixture, "show-page", "s", "chart");
  g_signal_emit_by_name (fixture_get (fixture, "chart_page/articles_button"), "clicked");
  wait_until (lists (fixture, 2, NULL));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")),
                   ==, "articles");
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture_get (fixture, "list_pane/stack"));
}

static void
test_nothing_found (Fixture *fixture)
{
  import_all (fixture);
  type (fixture, "zzzz");
  wait_until (g_str_equal (get_shown (fixture), "none"));
  g_assert_cmpstr (get_count (fixture), ==, "0 of 3 articles");
  fixture_activate (fixture, "clear-filters", NULL);
  g_assert_cmpstr (get_shown (fixture), ==, "list");
  g_assert_true (lists (fixture, 3, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");
}

static const char *
get_reason (Fixture *fixture)
{
  return adw_status_page_get_description (fixture_get (fixture, "list_pane/none_page"));
}

static const char *
get_way_out (Fixture *fixture)
{
  return gtk_button_get_label (fixture_get (fixture, "list_pane/clear_button"));
}

/* Why nothing is listed is said, and what would help offered: also after the next start, when nobody
 * thinks of the filters any more. */
static void
test_nothing_left (Fixture *fixture)
{
  gpointer all_button;

  import_all (fixture);
  type (fixture, "zzzz");
  wait_until (g_str_equal (get_shown (fixture), "none"));
  g_assert_cmpstr (get_reason (fixture), ==, "No article has these words");
  g_assert_cmpstr (get_way_out (fixture), ==, "_Clear Search");

  fixture_activate (fixture, "list-pair", "(ss)", "CL", "KE");
  wait_until (g_str_equal (get_reason (fixture), "The filters let no article through"));
  g_assert_cmpstr (get_way_out (fixture), ==, "_Clear Filters");
  wait_until (g_str_equal (get_shown (fixture), "none"));
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  wait_until (g_str_equal (get_shown (fixture), "none"));
  g_assert_cmpstr (get_reason (fixture), ==, "The filters let no article through");

  type (fixture, "Ghana");
  wait_until (g_str_equal (get_way_out (fixture), "_Clear Search and Filters"));
  all_button = fixture_get (fixture, "list_pane/all_button");
  wait_until (gtk_widget_get_mapped (all_button));
  g_signal_emit_by_name (all_button, "clicked");
  wait_until (lists (fixture, 1, "Ghana and Kenya, far apart"));
  g_assert_cmpstr (get_shown (fixture), ==, "list");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "Ghana");
}

/* Who reads an article goes on reading it wherever the list puts it. */
static void
test_selection (Fixture *fixture)
{
  gint64 id;

  import_all (fixture);
  g_signal_emit_by_name (fixture_get (fixture, "list_view"), "activate", 1);
  id = get_selected_id (fixture);
  g_object_set (fixture_get (fixture, "bar"), "order", "title", NULL);
  wait_until (lists (fixture, 3, "Chile and Peru trade more"));
  g_assert_cmpint (get_selected_id (fixture), ==, id);
  g_object_set (fixture_get (fixture, "bar"), "order", "oldest", NULL);
  wait_until (!lists (fixture, 3, "Ghana and Kenya, far apart"));
  g_assert_cmpint (get_selected_id (fixture), ==, id);
  type (fixture, "zzzz");
  wait_until (lists (fixture, 0, NULL));
  g_assert_cmpint (get_selected_id (fixture), ==, id);
  fixture_activate (fixture, "clear-filters", NULL);
  wait_until (lists (fixture, 3, NULL));

  fixture_activate (fixture, "remove-article", NULL);
  wait_until (lists (fixture, 2, NULL));
  g_assert_cmpint (get_selected_id (fixture), !=, id);
  g_assert_cmpint (get_selected_id (fixture), !=, 0);

  /* It is remembered. */
  g_object_set (fixture_get (fixture, "bar"), "order", "newest", NULL);
}

static gboolean
is_to_review (Fixture *fixture)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (get_list (fixture), 0);

  return tl_article_item_get_to_review (item);
}

static void
test_review (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_true (is_to_review (fixture));
  fixture_activate (fixture, "mark-reviewed", NULL);
  wait_until (!is_to_review (fixture));
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_to_review (fixture));
}

/* So many that the window shows the first ones first. */
#define N_MANY 60

static void
import_many (Fixture *fixture)
{
  g_autoptr(GFile) folder = g_file_new_build_filename (fixture->folder, "many", NULL);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  for (guint i = 1; i <= N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%u.txt", i);
      g_autofree char *text =
        g_strdup_printf ("Meeting %u of the harbour board\n\nLIMA, %u March 19%02u. The board met for the"
                         " %uth time and spoke of cranes.\n", i, 1 + i % 28, 30 + i, i);
      g_autoptr(GFile) file = fixture_write_file (fixture, name, text, -1);
    }
  fixture_drop (fixture, folder, NULL);
  wait_until (!fixture_is_importing (fixture) && fixture_get_n_articles (fixture) == N_MANY);
}

/* A window that opens has all rows in the end, in their order, and what it is asked to show. */
static void
test_first_rows (Fixture *fixture)
{
  gint64 last;

  import_many (fixture);
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), <, N_MANY);
  wait_until (lists (fixture, N_MANY, "Meeting 60 of the harbour board"));

  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  last = 1;
  fixture_activate (fixture, "show-article", "x", last);
  wait_until (get_selected_id (fixture) == last);
  wait_until (lists (fixture, N_MANY, NULL));
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (lists (fixture, N_MANY + 1, NULL));

  /* What changes while only the first are shown. */
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  fixture_import (fixture, "peru.txt", article_of_peru);
  wait_until (lists (fixture, N_MANY + 2, NULL));
}

static void
add_tests (void)
{
  fixture_add ("/window/search/type", test_type);
  fixture_add ("/window/search/first-rows", test_first_rows);
  fixture_add ("/window/search/hits", test_hits);
  fixture_add ("/window/search/chips", test_chips);
  fixture_add ("/window/search/from-chart", test_from_chart);
  fixture_add ("/window/search/nothing-found", test_nothing_found);
  fixture_add ("/window/search/nothing-left", test_nothing_left);
  fixture_add ("/window/search/selection", test_selection);
  fixture_add ("/window/search/review", test_review);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
