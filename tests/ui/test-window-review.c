/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures are gone through one after the other, with a key for each thing that can be said. */

#include <string.h>

#include "tl-article-item.h"
#include "tl-figure-editor.h"
#include "tl-library-figures.h"
#include "tl-review-page.h"
#include "window-fixture.h"

static const char first_story[] =
  "LIMA, 16 March 2018. Trade between Chile and Peru reached $4 billion last year, the minister said.\n\n"
  "In 2014 trade between Chile and Peru was $3.1 billion.\n";
static const char second_story[] =
  "ACCRA, 5 March 2017. Trade between Ghana and Togo reached $210 million in 2016, the minister told reporters.\n";

static TlReviewPage *
get_page (Fixture *fixture)
{
  return fixture_get (fixture, "review_page");
}

static const char *
get_text (Fixture    *fixture,
          const char *label)
{
  g_autofree char *path = g_strconcat ("review_page/", label, NULL);

  return gtk_label_get_text (fixture_get (fixture, path));
}

static gboolean
is_at (Fixture    *fixture,
       const char *position,
       const char *value)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (fixture_get (fixture, "review_page/stack")), "figure") == 0 &&
         g_str_equal (get_text (fixture, "position"), position) && g_str_equal (get_text (fixture, "value"), value);
}

static gboolean
is_at_end (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (fixture_get (fixture, "review_page/stack")), "end") == 0;
}

static void
begin (Fixture *fixture)
{
  fixture_import (fixture, "first.txt", first_story);
  fixture_import (fixture, "second.txt", second_story);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                fixture_get (fixture, "articles_page/list_pane/list_view")))) == 2);
  fixture_activate (fixture, "review", NULL);
  wait_until (is_at (fixture, "1 of 3", "$4 billion"));
}

static void
say (Fixture    *fixture,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), action, NULL);
}

static TlReviewCounts
get_counts (Fixture *fixture)
{
  return tl_review_queue_get_counts (tl_review_page_get_queue (get_page (fixture)));
}

/* In the library, and not only on the screen. */
static guint
count_open (Fixture *fixture)
{
  g_autoptr(TlLibrary) library = tl_library_open (fixture->library_path, NULL);
  GListModel *articles = tl_library_get_articles (library);
  guint n_open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, i);
      g_autoptr(TlArticle) article = tl_library_load_article (library, tl_article_item_get_id (item), NULL);

      for (guint k = 0; k < tl_article_get_figures (article)->len; k++)
        n_open += tl_figure_get_review (g_ptr_array_index (tl_article_get_figures (article), k)) == TL_REVIEW_OPEN;
    }
  return n_open;
}

static void
test_accept (Fixture *fixture)
{
  begin (fixture);
  say (fixture, "review.confirm");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  say (fixture, "review.confirm");
  wait_until (is_at (fixture, "3 of 3", "$210 million"));
  say (fixture, "review.confirm");
  wait_until (is_at_end (fixture));
  g_assert_cmpuint (get_counts (fixture).n_confirmed, ==, 3);
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, "review_page/again_button")));
  wait_until (count_open (fixture) == 0);
  fixture_activate (fixture, "back", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "content")), ==, "library");
}

static void
test_skip (Fixture *fixture)
{
  begin (fixture);
  say (fixture, "review.next");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  say (fixture, "review.dismiss");
  wait_until (is_at (fixture, "3 of 3", "$210 million"));
  say (fixture, "review.previous");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  g_assert_cmpstr (get_text (fixture, "verdict"), ==, "Dismissed");
  say (fixture, "review.next");
  say (fixture, "review.confirm");
  wait_until (is_at_end (fixture));
  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "review_page/again_button")));
  say (fixture, "review.start-over");
  wait_until (is_at (fixture, "1 of 3", "$4 billion"));
  wait_until (count_open (fixture) == 1);
}

static void
test_edit (Fixture *fixture)
{
  TlFigureEditor *editor;

  begin (fixture);
  say (fixture, "review.edit");
  editor = find_of_type (GTK_WIDGET (get_page (fixture)), TL_TYPE_FIGURE_EDITOR);
  g_assert_nonnull (editor);
  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "review_page/words")));
  g_assert_nonnull (strstr (get_text (fixture, "words"), "reached $4 billion"));
  gtk_editable_set_text (find_widget (GTK_WIDGET (editor), "amount"), "$5 billion");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (editor), "keep"), "clicked");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  say (fixture, "review.previous");
  wait_until (is_at (fixture, "1 of 3", "$5 billion"));
  wait_until (g_str_equal (get_text (fixture, "verdict"), "Edited by you"));
}

/* Who undoes something sees it again. */
static void
test_undo (Fixture *fixture)
{
  begin (fixture);
  say (fixture, "review.confirm");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  wait_until (fixture_is_enabled (fixture, "undo") && count_open (fixture) == 2);
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_at (fixture, "1 of 3", "$4 billion"));
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, "review_page/verdict")));
}

static void
test_open_article (Fixture *fixture)
{
  begin (fixture);
  say (fixture, "review.next");
  wait_until (is_at (fixture, "2 of 3", "$3.1 billion"));
  say (fixture, "review.open-article");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "content")), ==, "library");
  fixture_activate (fixture, "back", NULL);
  g_assert_true (is_at (fixture, "2 of 3", "$3.1 billion"));
}

/* On the page of the chart it is about what the chart is of. */
static void
test_pair (Fixture *fixture)
{
  fixture_import (fixture, "first.txt", first_story);
  fixture_import (fixture, "second.txt", second_story);
  fixture_activate (fixture, "show-page", "s", "chart");
  fixture_activate (fixture, "review", NULL);
  wait_until (is_at (fixture, "1 of 2", "$4 billion"));
}

static void
test_nothing (Fixture *fixture)
{
  fixture_import (fixture, "none.txt", "The bridge was opened on Thursday, and many people came to see it.\n");
  fixture_activate (fixture, "review", NULL);
  wait_until (is_at_end (fixture));
  g_assert_cmpstr (adw_status_page_get_title (fixture_get (fixture, "review_page/end_page")), ==, "Nothing to Review");
}

static void
add_tests (void)
{
  fixture_add ("/window/review/accept", test_accept);
  fixture_add ("/window/review/skip", test_skip);
  fixture_add ("/window/review/edit", test_edit);
  fixture_add ("/window/review/undo", test_undo);
  fixture_add ("/window/review/open-article", test_open_article);
  fixture_add ("/window/review/pair", test_pair);
  fixture_add ("/window/review/nothing", test_nothing);
}

int
main (int   argc,
      char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
