/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article that several outlets carry tells so, leads to each of them, and can be set apart. */

#include "tl-chart-view.h"
#include "tl-copies-button.h"
#include "window-fixture.h"

#define STORY \
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister" \
  " said on Thursday, and she expects more of it, and of tourists, too, in all the years to come." \
  " Copper went one way and asparagus the other, as they have for a generation; what is new is" \
  " fruit, which both sell to the same buyers in winter.\n"

static void
import_both (Fixture *fixture)
{
  g_autoptr(GFile) agency =
    fixture_write_file (fixture, "agency.txt", "Trade of Chile and Peru Grows\n\n" STORY, -1);
  g_autoptr(GFile) outlet =
    fixture_write_file (fixture, "outlet.txt", "Copper and Asparagus\n\nBy our staff\n\n" STORY
                        "\nRead also: Ferries to Arica\n", -1);

  fixture_drop (fixture, agency, outlet, NULL);
  wait_until (!fixture_is_importing (fixture));
}

static TlCopiesButton *
get_button (Fixture *fixture)
{
  return find_of_type (GTK_WIDGET (fixture->window), TL_TYPE_COPIES_BUTTON);
}

static gboolean
is_seen (Fixture *fixture)
{
  return gtk_widget_get_visible (GTK_WIDGET (get_button (fixture)));
}

static GtkMenuButton *
get_menu_button (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (get_button (fixture)), "button");
}

/* The target of an item of the menu. */
static gint64
get_target (Fixture *fixture,
            int      section,
            int      item)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (get_menu_button (fixture));
  g_autoptr(GMenuModel) items = g_menu_model_get_item_link (menu, section, G_MENU_LINK_SECTION);
  g_autoptr(GVariant) target =
    g_menu_model_get_item_attribute_value (items, item, G_MENU_ATTRIBUTE_TARGET,
                                           G_VARIANT_TYPE_INT64);

  return g_variant_get_int64 (target);
}

static void
test_shown (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_false (is_seen (fixture));
  import_both (fixture);
  fixture_activate (fixture, "show-article", "x", G_GINT64_CONSTANT (2));
  g_assert_true (is_seen (fixture));
  g_assert_cmpstr (gtk_menu_button_get_label (get_menu_button (fixture)), ==, "Carried by\302\2402");
  g_assert_cmpint (get_target (fixture, 0, 0), ==, 2);
  g_assert_cmpint (get_target (fixture, 0, 1), ==, 3);
  g_assert_cmpint (get_target (fixture, 1, 0), ==, 2);

  /* The menu leads to the other, whose menu is about itself. */
  gtk_widget_activate_action (GTK_WIDGET (get_menu_button (fixture)), "copies.show", "x",
                              G_GINT64_CONSTANT (3));
  g_assert_cmpint (get_target (fixture, 1, 0), ==, 3);

  fixture_activate (fixture, "show-article", "x", G_GINT64_CONSTANT (1));
  g_assert_false (is_seen (fixture));
}

static void
test_not_a_copy (Fixture *fixture)
{
  import_both (fixture);
  fixture_activate (fixture, "show-article", "x", G_GINT64_CONSTANT (1));
  g_assert_true (is_seen (fixture));
  fixture_activate (fixture, "not-a-copy", "x", G_GINT64_CONSTANT (1));
  wait_until (!is_seen (fixture));
  fixture_activate (fixture, "undo", NULL);
  wait_until (is_seen (fixture));
}

/* In the chart both are one report, and both can be gone to. */
static void
test_chart (Fixture *fixture)
{
  TlChartView *view;
  GtkListView *rows;
  GListModel *evidence;
  g_autoptr(TlReport) first = NULL;
  g_autoptr(TlReport) second = NULL;

  import_both (fixture);
  fixture_activate (fixture, "show-page", "s", "chart");
  view = fixture_get (fixture, "chart_view");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  g_assert_cmpuint (tl_series_get_point (tl_chart_view_get_series (view), 0)->reports->len, ==, 1);
  tl_chart_view_select (view, tl_subject_for_point (0, 0));
  rows = fixture_get (fixture, "evidence_pane/list_view");
  evidence = G_LIST_MODEL (gtk_list_view_get_model (rows));
  g_assert_cmpuint (g_list_model_get_n_items (evidence), ==, 2);
  first = g_list_model_get_item (evidence, 0);
  second = g_list_model_get_item (evidence, 1);
  g_assert_cmpuint (tl_report_get_n_carriers (first), ==, 2);
  g_assert_true (tl_report_is_copy (second));
  g_assert_cmpint (tl_report_get_article_id (first), !=, tl_report_get_article_id (second));
}

static void
add_tests (void)
{
  fixture_add ("/copies/shown", test_shown);
  fixture_add ("/copies/not-a-copy", test_not_a_copy);
  fixture_add ("/copies/chart", test_chart);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
