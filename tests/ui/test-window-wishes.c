/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person wants to see in the chart, as it is said in the popover beside it. */

#include <adwaita.h>
#include <string.h>

#include "tl-chart-page.h"
#include "tl-chart-view.h"
#include "tl-settings.h"
#include "window-fixture.h"

static const char years[] =
  "Chile and Peru count\n\nLIMA, 20 March 2017. In 2016 trade between Chile and Peru reached $3 billion. "
  "In 2014 trade between Chile and Peru reached $1 billion. In 2012 trade between Chile and Peru reached "
  "$2 billion.\n";

static const char euros[] =
  "Peru counts in euros\n\nLIMA, 20 March 2017. In 2015 trade between Chile and Peru reached €2 billion.\n";

static TlChartView *
show_chart (Fixture *fixture)
{
  fixture_import (fixture, "years.txt", years);
  fixture_import (fixture, "euros.txt", euros);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_series (fixture_get (fixture, "chart_view")) != NULL);
  return fixture_get (fixture, "chart_view");
}

static void
type (Fixture    *fixture,
      const char *entry,
      const char *text)
{
  gtk_editable_set_text (fixture_get (fixture, entry), text);
}

static guint
count_points (TlChartView *view)
{
  return tl_series_get_n_points (tl_chart_view_get_series (view));
}

static gboolean
is_marked (gpointer entry)
{
  return gtk_widget_has_css_class (entry, "error");
}

#define FROM    "chart_page/wish_popover/from_entry"
#define TO      "chart_page/wish_popover/to_entry"
#define MESSAGE "chart_page/wish_popover/message"

/* What is outside of the years is gone, the button says so, and all comes back with one click. */
static void
test_years (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkMenuButton *button = fixture_get (fixture, "chart_page/wish_button");
  GtkWidget *everything = fixture_get (fixture, "chart_page/everything_button");

  g_assert_cmpuint (count_points (view), ==, 3);
  g_assert_false (gtk_widget_get_visible (everything));
  type (fixture, FROM, "2013");
  g_assert_cmpuint (count_points (view), ==, 2);
  type (fixture, TO, "2015");
  g_assert_cmpuint (count_points (view), ==, 1);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "2013–2015");
  g_assert_true (gtk_widget_get_visible (everything));

  g_signal_emit_by_name (everything, "clicked");
  g_assert_cmpuint (count_points (view), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (fixture_get (fixture, FROM)), ==, "");
  g_assert_false (gtk_widget_get_visible (everything));
}

/* Only what somebody has checked: of these articles one, then none. */
static void
test_only_reviewed (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *page = fixture_get (fixture, "chart_page");
  GtkWidget *everything = fixture_get (fixture, "chart_page/everything_button");

  fixture_import (fixture, "peru.txt", article_of_peru);
  wait_until (count_points (view) == 5);
  fixture_activate (fixture, "show-page", "s", "articles");
  fixture_activate (fixture, "mark-reviewed", NULL);
  fixture_activate (fixture, "show-page", "s", "chart");
  gtk_widget_activate_action (page, "wishes.only-reviewed", NULL);
  wait_until (count_points (view) == 2);
  g_assert_true (gtk_widget_get_visible (everything));

  fixture_activate (fixture, "undo", NULL);
  wait_until (count_points (view) == 0);
  g_signal_emit_by_name (everything, "clicked");
  g_assert_cmpuint (count_points (view), ==, 5);
}

/* What is no year is marked and told, and changes nothing. */
static void
test_wrong_years (Fixture *fixture)
{
  static const char *const cases[] = { "20", "soon", "-5", "99999", "2013.5" };
  TlChartView *view = show_chart (fixture);
  gpointer from = fixture_get (fixture, FROM);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, FROM, cases[i]);
      g_assert_true (is_marked (from));
      g_assert_true (gtk_widget_get_visible (fixture_get (fixture, MESSAGE)));
      g_assert_cmpuint (count_points (view), ==, 3);
    }
  type (fixture, FROM, "2015");
  g_assert_false (is_marked (from));
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, MESSAGE)));
  type (fixture, TO, "2012");
  g_assert_true (is_marked (fixture_get (fixture, TO)));
  g_assert_cmpuint (count_points (view), ==, 1);
}

/* Each pair has years of its own. */
static void
test_pairs (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *page = fixture_get (fixture, "chart_page");

  fixture_import (fixture, "ghana.txt", article_of_ghana);
  type (fixture, FROM, "2016");
  g_object_set (page, "pair", "GH,KE", NULL);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (g_str_equal (tl_series_get_partner (tl_chart_view_get_series (view), 0), "GH"));
  g_assert_cmpuint (count_points (view), >, 0);
  g_assert_cmpstr (gtk_editable_get_text (fixture_get (fixture, FROM)), ==, "");
  g_object_set (page, "pair", "CL,PE", NULL);
  g_assert_cmpuint (count_points (view), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (fixture_get (fixture, FROM)), ==, "2016");
}

static void
test_currency (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkDropDown *drop_down = fixture_get (fixture, "chart_page/wish_popover/currency_drop_down");

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 3);
  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (tl_series_get_currency (tl_chart_view_get_series (view)), ==, "EUR");
  g_assert_cmpuint (count_points (view), ==, 1);
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpuint (count_points (view), ==, 3);
}

static gboolean
has_mark (TlChartView *view,
          const char  *words)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (strstr (tl_chart_scene_get_mark (scene, i)->description, words) != NULL)
      return TRUE;
  return FALSE;
}

/* What is converted says what was reported; a wrong rate is told; the rate is remembered. */
static void
test_rates (Fixture *fixture)
{
  static const char *const wrong[] = { "0", "-1", "much", "1.1.1", "1e99", "0x10" };
  TlChartView *view = show_chart (fixture);
  GtkWidget *list = fixture_get (fixture, "chart_page/wish_popover/rates_list");
  GtkWidget *entry = find_of_type (list, GTK_TYPE_ENTRY);
  g_autoptr(GSettings) settings = tl_settings_new ();
  g_auto(GStrv) kept = NULL;

  g_assert_nonnull (entry);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "1 EUR in USD");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), wrong[i]);
      g_assert_true (is_marked (entry));
      g_assert_true (gtk_widget_get_visible (fixture_get (fixture, MESSAGE)));
      g_assert_cmpuint (count_points (view), ==, 3);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "1.10");
  g_assert_false (is_marked (entry));
  g_assert_cmpuint (count_points (view), ==, 4);
  wait_until (tl_chart_view_get_scene (view) != NULL);
  g_assert_true (has_mark (view, "$2.2 billion, converted from €2 billion, at 1.10"));
  g_assert_nonnull (strstr (tl_chart_scene_get_description (tl_chart_view_get_scene (view)), "€1 = $1.10"));
  kept = g_settings_get_strv (settings, "rates");
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  g_assert_true (g_str_has_prefix (kept[0], "EUR/USD 1.1"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_cmpuint (count_points (view), ==, 3);
}

/* What is of some goods only is apart, and shown by choice. */
static void
test_scope (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkDropDown *drop_down = fixture_get (fixture, "flow_drop_down");
  TlSeries *before = tl_chart_view_get_series (view);

  fixture_import (fixture, "farms.txt", "Peru sells more fish\n\nLIMA, 20 March 2017. In 2015 agricultural trade "
                  "between Chile and Peru reached $40 million.\n");
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_series (view) != before);
  g_assert_cmpuint (count_points (view), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 2);
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpint (tl_series_get_scope (tl_chart_view_get_series (view)), ==, TL_SCOPE_SECTOR);
  g_assert_cmpuint (count_points (view), ==, 1);
}

static void
add_tests (void)
{
  fixture_add ("/window/wishes/years", test_years);
  fixture_add ("/window/wishes/only-reviewed", test_only_reviewed);
  fixture_add ("/window/wishes/wrong-years", test_wrong_years);
  fixture_add ("/window/wishes/pairs", test_pairs);
  fixture_add ("/window/wishes/currency", test_currency);
  fixture_add ("/window/wishes/rates", test_rates);
  fixture_add ("/window/wishes/scope", test_scope);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
