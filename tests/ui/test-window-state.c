/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was looked at in a library is there again when a window on it is opened the next time. */

#include <string.h>

#include "tl-article-text.h"
#include "tl-articles-page.h"
#include "tl-settings.h"
#include "window-fixture.h"

static TlArticleText *
get_text (Fixture *fixture)
{
  return find_of_type (GTK_WIDGET (fixture->window), TL_TYPE_ARTICLE_TEXT);
}

static gint64
get_selected_id (Fixture *fixture)
{
  gint64 id;

  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  return id;
}

static void
open_again (Fixture *fixture)
{
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
}

/* An article of so many paragraphs that nobody sees all of them at once. */
static char *
make_long_article (void)
{
  g_autoptr(GString) text = g_string_new ("Chile and Peru count their trade\n\nSANTIAGO, 14 March 2017. ");

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "In day %u of the talks nobody spoke of trade, but for a minister who read a list of "
                            "goods, one behind the other, until all of them had left the hall.\n\n", i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static double
get_scroll (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_text (fixture))));
}

static void
scroll_to_middle (Fixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_text (fixture)));

  wait_until (gtk_adjustment_get_upper (adjustment) > 4000);
  gtk_adjustment_set_value (adjustment, 2000);
  wait_until (tl_article_text_get_top (get_text (fixture)) > 2000);
}

static void
test_place (Fixture *fixture)
{
  g_autofree char *text = make_long_article ();
  gsize top;

  fixture_import (fixture, "long.txt", text);
  scroll_to_middle (fixture);
  top = tl_article_text_get_top (get_text (fixture));
  open_again (fixture);
  g_assert_cmpuint (tl_article_text_get_top (get_text (fixture)), ==, top);
  wait_until (get_scroll (fixture) > 1900 && tl_article_text_get_top (get_text (fixture)) == top);

  /* Also when nobody has looked at it meanwhile, and when the window got narrower. */
  fixture_activate (fixture, "show-page", "s", "chart");
  open_again (fixture);
  fixture_set_width (fixture, 700);
  open_again (fixture);
  fixture_activate (fixture, "show-page", "s", "articles");
  wait_until (get_scroll (fixture) > 1000);
  wait_until (tl_article_text_get_top (get_text (fixture)) <= top);
  g_assert_cmpuint (top - tl_article_text_get_top (get_text (fixture)), <, 200);
}

/* Another article begins at its beginning. */
static void
test_other_article (Fixture *fixture)
{
  g_autofree char *text = make_long_article ();
  gint64 first;

  fixture_import (fixture, "chile.txt", article_of_chile);
  first = get_selected_id (fixture);
  fixture_import (fixture, "long.txt", text);
  scroll_to_middle (fixture);
  fixture_activate (fixture, "show-article", "x", first);
  wait_until (get_selected_id (fixture) == first);
  g_assert_cmpuint (tl_article_text_get_top (get_text (fixture)), ==, 0);
  open_again (fixture);
  g_assert_cmpint (get_selected_id (fixture), ==, first);
  g_assert_cmpuint (tl_article_text_get_top (get_text (fixture)), ==, 0);
}

static void
set_filters (Fixture *fixture)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  tl_article_query_set_pair (query, "PE", "CL");
  tl_article_query_set_to_review (query, TRUE);
  tl_article_query_set_period (query, (TlDate) { 2017, 3, 0 }, TL_DATE_NONE);
  tl_article_query_set_entity (query, 4711, TRUE);
  tl_articles_page_set_query (fixture_get (fixture, "articles_page"), query);
}

static char *
dup_filters (Fixture *fixture)
{
  const TlArticleQuery *query = tl_articles_page_get_query (fixture_get (fixture, "articles_page"));
  g_auto(GStrv) filters = tl_article_query_dup_filters (query);

  return g_strjoinv (" ", filters);
}

static void
test_filters (Fixture *fixture)
{
  g_autofree char *filters = NULL;
  gint64 ghana;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  ghana = get_selected_id (fixture);
  set_filters (fixture);
  open_again (fixture);
  /* A name that the library does not have chooses nothing. */
  filters = dup_filters (fixture);
  g_assert_cmpstr (filters, ==, "from:2017-03 pair:CL,PE to-review");
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                fixture_get (fixture, "articles_page/list_pane/list_view")))) == 1);
  /* What was read is read on, also where the filters leave it out. */
  g_assert_cmpint (get_selected_id (fixture), ==, ghana);
}

/* Each library has its own, and one that was never opened nothing. */
static void
test_other_library (Fixture *fixture)
{
  g_autofree char *other = g_strconcat (fixture->library_path, "-other.sqlite", NULL);
  g_autofree char *filters = NULL, *mine = NULL, *page = NULL;

  fixture_import (fixture, "chile.txt", article_of_chile);
  set_filters (fixture);
  fixture_activate (fixture, "show-page", "s", "chart");
  fixture_close_window (fixture);

  fixture_open_window (fixture, other);
  filters = dup_filters (fixture);
  g_assert_cmpstr (filters, ==, "");
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")), ==, "articles");
  fixture_close_window (fixture);

  fixture_open_window (fixture, fixture->library_path);
  mine = dup_filters (fixture);
  g_assert_cmpstr (mine, ==, "from:2017-03 pair:CL,PE to-review");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")), ==, "chart");
  g_object_get (fixture_get (fixture, "chart_page"), "pair", &page, NULL);
  g_assert_cmpstr (page, ==, "CL,PE");
}

/* Whatever stands in the settings, a window opens. */
static void
test_nonsense (Fixture *fixture)
{
  static const char *const filters[] = { "", "from:", "to:2017-99", "entity:x", "pair:", "pair:A", "colour:red",
                                         "pair:A,B,C", "figures", NULL };
  g_autoptr(GSettings) state = tl_settings_new_for_library (fixture->library_path);
  g_autofree char *kept = NULL;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_close_window (fixture);
  g_assert_nonnull (state);
  g_settings_set_strv (state, "filters", filters);
  g_settings_set_int64 (state, "article", 4711);
  g_settings_set_uint (state, "top", G_MAXUINT);
  g_settings_set_string (state, "pair", "no pair");
  fixture_open_window (fixture, fixture->library_path);
  kept = dup_filters (fixture);
  g_assert_cmpstr (kept, ==, "figures");
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  g_assert_cmpint (get_selected_id (fixture), ==, 1);

  fixture_close_window (fixture);
  g_settings_set_int64 (state, "article", 1);
  g_settings_set_uint (state, "top", G_MAXUINT);
  fixture_open_window (fixture, fixture->library_path);
  g_assert_cmpint (get_selected_id (fixture), ==, 1);
}

/* A narrow window goes on where it was. */
static void
test_narrow (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_set_width (fixture, 360);
  fixture_activate (fixture, "show-article", "x", get_selected_id (fixture));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_text (fixture))));
  open_again (fixture);
  fixture_set_width (fixture, 360);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (get_text (fixture))));
}

/* Where somebody is in the page of entities. */
static void
test_entities (Fixture *fixture)
{
  gint64 id = 0;

  fixture_set_width (fixture, 1000);
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "show-entity", "x", (gint64) 1);
  g_object_get (fixture_get (fixture, "entities_page"), "chosen-id", &id, NULL);
  g_assert_cmpint (id, >, 0);
  open_again (fixture);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")), ==, "entities");
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/view")));
  g_object_get (fixture_get (fixture, "entities_page"), "chosen-id", &id, NULL);
  g_assert_cmpint (id, >, 0);
  g_assert_cmpstr (gtk_label_get_text (fixture_get (fixture, "entities_page/view/name")), !=, "");
}

/* And in a narrow window, whether it was the one that was chosen or the list. */
static void
test_entity_narrow (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_set_width (fixture, 360);
  fixture_activate (fixture, "show-entity", "x", (gint64) 1);
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/view")));
  open_again (fixture);
  fixture_set_width (fixture, 360);
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/view")));
  g_assert_cmpstr (gtk_label_get_text (fixture_get (fixture, "entities_page/view/name")), !=, "");

  fixture_activate (fixture, "back", NULL);
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/pane")));
  open_again (fixture);
  fixture_set_width (fixture, 360);
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "entities_page/pane")));
}

static void
add_tests (void)
{
  fixture_add ("/window/state/place", test_place);
  fixture_add ("/window/state/entities", test_entities);
  fixture_add ("/window/state/other-article", test_other_article);
  fixture_add ("/window/state/filters", test_filters);
  fixture_add ("/window/state/other-library", test_other_library);
  fixture_add ("/window/state/nonsense", test_nonsense);
  fixture_add ("/window/state/narrow", test_narrow);
  fixture_add ("/window/state/entity-narrow", test_entity_narrow);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
