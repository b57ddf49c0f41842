/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairs that are compared in the window: added, together and apart, taken away, remembered. */

#include <string.h>

#include "tl-chart-comparison.h"
#include "tl-chart-mark.h"
#include "tl-chart-page.h"
#include "tl-chart-view-private.h"
#include "tl-pair-picker.h"
#include "window-fixture.h"

static const char article[] =
  "Chile trades with its neighbours\n\nLIMA, 20 March 2017. In 2016 trade between Chile and Peru reached "
  "$3 billion. In 2014 trade between Chile and Peru reached $1 billion. In 2016 trade between Chile and "
  "Brazil reached $7 billion. In 2015 trade between Chile and Peru reached 900 million euros.\n";

static TlChartView *
show_chart (Fixture *fixture)
{
  TlChartView *view = fixture_get (fixture, "chart_view");

  fixture_import (fixture, "chile.txt", article);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  g_object_set (fixture_get (fixture, "chart_page"), "pair", "CL,PE", NULL);
  /* Settings are those of the test before. */
  g_object_set (tl_chart_page_get_comparison (fixture_get (fixture, "chart_page")), "arrangement", "together",
                "other-currencies", FALSE, "pairs", NULL, NULL);
  return view;
}

static guint
count_series (TlChartView *view)
{
  return tl_chart_get_n_series (tl_chart_view_get_chart (view));
}

static void
add_pair (Fixture *fixture)
{
  TlPairPicker *picker = fixture_get (fixture, "compare_picker");

  g_signal_emit_by_name (picker, "picked", "BR,CL");
}

/* A pair is added, drawn in both ways, and taken away. */
static void
test_compare (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *page = fixture_get (fixture, "chart_page");
  GtkWidget *bar = fixture_get (fixture, "compare_bar");
  TlChartScene *scene;

  g_assert_cmpuint (count_series (view), ==, 1);
  g_assert_false (gtk_widget_get_visible (bar));
  add_pair (fixture);
  g_assert_cmpuint (count_series (view), ==, 2);
  g_assert_true (gtk_widget_get_visible (bar));
  wait_until (tl_chart_scene_get_n_panels (tl_chart_view_get_scene (view)) == 1);

  gtk_widget_activate_action (page, "compare.arrangement", "s", "apart");
  wait_until (tl_chart_scene_get_n_panels (tl_chart_view_get_scene (view)) == 2);
  scene = tl_chart_view_get_scene (view);
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), "Chile"));
  g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), "Brazil"));

  gtk_widget_activate_action (page, "compare.remove", "s", "BR,CL");
  g_assert_cmpuint (count_series (view), ==, 1);
  g_assert_false (gtk_widget_get_visible (bar));
}

/* The keyboard walks through the marks of all series, each is spoken with its series, and leads to
 * its sentence. */
static void
test_marks (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GListModel *evidence;
  TlSubject brazil = tl_subject_for_point (1, 0);
  int mark;

  add_pair (fixture);
  gtk_widget_activate_action (fixture_get (fixture, "chart_page"), "compare.arrangement", "s", "apart");
  wait_until (tl_chart_scene_get_n_panels (tl_chart_view_get_scene (view)) == 2);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (view)));
  for (guint i = 0; i < 5 && !tl_subject_equal (tl_chart_view_get_selected (view), brazil); i++)
    gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_RIGHT);
  g_assert_true (tl_subject_equal (tl_chart_view_get_selected (view), brazil));

  mark = tl_chart_view_find_mark (view, brazil);
  g_assert_cmpint (mark, >=, 0);
  g_assert_nonnull (strstr (tl_chart_scene_get_mark (tl_chart_view_get_scene (view), (guint) mark)->description,
                            "Brazil"));
  evidence = G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "evidence_pane/list_view")));
  g_assert_cmpuint (g_list_model_get_n_items (evidence), ==, 1);

  /* It stays selected when the chart is drawn in another way. */
  gtk_widget_activate_action (fixture_get (fixture, "chart_page"), "compare.arrangement", "s", "together");
  g_assert_true (tl_subject_equal (tl_chart_view_get_selected (view), brazil));
}

/* What is reported in another currency has a plot of its own. */
static void
test_currencies (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *page = fixture_get (fixture, "chart_page");

  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "left_out_button")));
  gtk_widget_activate_action (page, "compare.other-currencies", NULL);
  g_assert_cmpuint (count_series (view), ==, 2);
  /* Now it is in the chart. */
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, "left_out_button")));
  g_assert_cmpstr (tl_series_get_currency (tl_chart_get_nth_series (tl_chart_view_get_chart (view), 1)),
                   ==, "EUR");
  wait_until (tl_chart_scene_get_n_panels (tl_chart_view_get_scene (view)) == 2);
  gtk_widget_activate_action (page, "compare.other-currencies", NULL);
  g_assert_cmpuint (count_series (view), ==, 1);
}

/* Twelve are the most, and none is there twice. */
static void
test_limits (Fixture *fixture)
{
  g_autoptr(TlChartComparison) comparison = tl_chart_comparison_new ();

  for (guint i = 0; i < TL_CHART_MAX_SERIES - 1; i++)
    {
      g_autofree char *pair = g_strdup_printf ("BY,A%c", 'A' + (int) i);

      g_assert_true (tl_chart_comparison_add (comparison, pair));
      g_assert_false (tl_chart_comparison_add (comparison, pair));
    }
  g_assert_false (tl_chart_comparison_add (comparison, "BY,KZ"));
  g_object_set (comparison, "arrangement", "askew", NULL);
  g_action_group_activate_action (tl_chart_comparison_get_actions (comparison), "remove",
                                  g_variant_new_string ("BY,AA"));
  g_assert_true (tl_chart_comparison_add (comparison, "BY,KZ"));
}

/* What was compared is remembered with the window. */
static void
test_remembered (Fixture *fixture)
{
  TlChartComparison *comparison;
  g_auto(GStrv) pairs = NULL;
  g_autofree char *arrangement = NULL;

  fixture_close_window (fixture);
  fixture_open_window (fixture, NULL);
  show_chart (fixture);
  add_pair (fixture);
  gtk_widget_activate_action (fixture_get (fixture, "chart_page"), "compare.arrangement", "s", "apart");
  fixture_close_window (fixture);

  fixture_open_window (fixture, NULL);
  comparison = tl_chart_page_get_comparison (fixture_get (fixture, "chart_page"));
  g_object_get (comparison, "pairs", &pairs, "arrangement", &arrangement, NULL);
  g_assert_cmpstr (arrangement, ==, "apart");
  g_assert_cmpuint (g_strv_length (pairs), ==, 1);
  g_assert_cmpstr (pairs[0], ==, "BR,CL");
}

static void
add_tests (void)
{
  fixture_add ("/window/compare/pairs", test_compare);
  fixture_add ("/window/compare/marks", test_marks);
  fixture_add ("/window/compare/currencies", test_currencies);
  fixture_add ("/window/compare/limits", test_limits);
  fixture_add ("/window/compare/remembered", test_remembered);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
