/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart's marks that are no points of the series: the way to them and to what they are from. */

#include <string.h>

#include "tl-chart-mark.h"
#include "tl-chart-view-private.h"
#include "tl-report.h"
#include "window-fixture.h"

static const char undated_article[] =
  "Chile and Peru count\n\nLIMA, 20 March 2017. In 2016 trade between Chile and Peru reached $3 billion. "
  "In 2014 trade between Chile and Peru reached $1 billion.\n\n"
  "Trade between Chile and Peru is worth about $2 billion.\n";

static TlChartView *
show_chart (Fixture *fixture)
{
  TlChartView *view = fixture_get (fixture, "chart_view");

  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  return view;
}

static GListModel *
get_evidence (Fixture *fixture)
{
  GtkListView *view = fixture_get (fixture, "evidence_pane/list_view");

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

static guint
find_mark (TlChartView   *view,
           TlSubjectKind  kind)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);

  for (guint i = 0; i < tl_chart_scene_get_n_marks (scene); i++)
    if (tl_chart_scene_get_mark (scene, i)->subject.kind == kind)
      return i;
  g_error ("There is no mark of this kind");
}

/* The keyboard's last mark is the claim; it is spoken, and leads to its sentence. */
static void
test_undated (Fixture *fixture)
{
  TlChartView *view;
  GtkWidget *widget;
  const TlMark *mark;
  guint index;
  g_autoptr(TlReport) report = NULL;

  fixture_import (fixture, "undated.txt", undated_article);
  view = show_chart (fixture);
  index = find_mark (view, TL_SUBJECT_UNDATED);
  mark = tl_chart_scene_get_mark (tl_chart_view_get_scene (view), index);
  widget = tl_chart_view_get_widget (view, (int) index);
  g_assert_nonnull (strstr (mark->description, "about $2 billion, no period is said"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       mark->description);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.go-to-end", "b", TRUE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == widget);
  wait_until (tl_subject_equal (tl_chart_view_get_selected (view), mark->subject));
  g_assert_cmpuint (g_list_model_get_n_items (get_evidence (fixture)), ==, 1);
  report = g_list_model_get_item (get_evidence (fixture), 0);
  g_assert_nonnull (strstr (tl_figure_get_sentence (tl_report_get_figure (report)), "$2 billion"));
}

/* What is in the tray is not counted among what is not in the chart. */
static void
test_left_out (Fixture *fixture)
{
  fixture_import (fixture, "undated.txt", undated_article);
  show_chart (fixture);
  g_assert_false (gtk_widget_get_visible (fixture_get (fixture, "chart_page/left_out_button")));
}

/* A mark of several opens the sentences of all; the arrow keys go on from it to the next mark. */
static void
test_joined (Fixture *fixture)
{
  g_autoptr(GString) text = g_string_new ("Chile and Peru count\n\nLIMA, 20 March 2017.");
  TlChartView *view;
  TlChartScene *scene;
  TlSubject one;

  for (int i = 0; i < 14; i++)
    g_string_append_printf (text, " In 2014 trade between Chile and Peru reached $%d million.",
                            1000 + 2 * i);
  g_string_append (text, " In 2016 trade between Chile and Peru reached $3 billion.\n");
  fixture_import (fixture, "joined.txt", text->str);
  view = show_chart (fixture);
  scene = tl_chart_view_get_scene (view);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpuint (tl_mark_get_n_subjects (tl_chart_scene_get_mark (scene, 0)), ==, 14);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  wait_until (get_evidence (fixture) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_evidence (fixture)), ==, 14);
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_RIGHT);
  wait_until (g_list_model_get_n_items (get_evidence (fixture)) == 1);
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_RIGHT);
  g_assert_true (tl_subject_equal (tl_chart_view_get_selected (view),
                                   tl_chart_scene_get_mark (scene, 1)->subject));

  /* One of them alone can be selected, too: its mark is the one of all. */
  one = tl_mark_get_subject (tl_chart_scene_get_mark (scene, 0), 5);
  tl_chart_view_select (view, one);
  g_assert_true (tl_chart_view_get_selected_mark (view) == tl_chart_scene_get_mark (scene, 0));
  g_assert_cmpuint (g_list_model_get_n_items (get_evidence (fixture)), ==, 1);
}

/* Whether the pane tells a fact. */
static gboolean
tells (Fixture    *fixture,
       const char *name,
       const char *value)
{
  for (GtkWidget *row = gtk_widget_get_first_child (fixture_get (fixture, "evidence_pane/facts"));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name))
      return g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), value);
  return FALSE;
}

/* An official value is reached after the reports, spoken, and tells who declares it to whom. */
static void
test_official (Fixture *fixture)
{
  static const char table[] =
    "typeCode,period,reporterISO,flowCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,primaryValue\n"
    "C,2016,CHL,X,PER,0,TOTAL,C00,0,1500000000\n"
    "C,2016,CHL,M,PER,0,TOTAL,C00,0,1000000000\n";
  TlChartView *view;
  const TlMark *mark;
  GtkWidget *widget;
  guint index;

  fixture_import (fixture, "undated.txt", undated_article);
  fixture_import (fixture, "TradeData.csv", table);
  view = show_chart (fixture);
  index = find_mark (view, TL_SUBJECT_OFFICIAL);
  mark = tl_chart_scene_get_mark (tl_chart_view_get_scene (view), index);
  widget = tl_chart_view_get_widget (view, (int) index);
  g_assert_cmpstr (mark->description, ==, "Officially $2.5 billion in 2016: trade between Chile and "
                   "Peru, declared by Chile. Source: UN Comtrade");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       mark->description);

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.go-to-end", "b", TRUE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == widget);
  wait_until (tl_subject_equal (tl_chart_view_get_selected (view), mark->subject));
  g_assert_true (gtk_widget_get_visible (fixture_get (fixture, "evidence_pane")));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "evidence_pane/stack")),
                   ==, "facts");
  g_assert_true (tells (fixture, "Value", "$2.5 billion"));
  g_assert_true (tells (fixture, "Declared by", "Chile"));
  g_assert_true (tells (fixture, "Published by", "UN Comtrade"));

  /* Enter goes to the facts. */
  gtk_widget_activate_action (widget, "mark.open", NULL);
  wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                      fixture_get (fixture, "evidence_pane")));
}

/* A pair of which there are official figures only is offered, and has a chart. */
static void
test_officials_alone (Fixture *fixture)
{
  TlChartView *view;
  TlChartScene *scene;

  fixture_import (fixture, "ghana.txt", article_of_ghana);
  fixture_import (fixture, "baci.csv", "t,i,j,k,v,q\n2015,152,604,1,5,1\n2016,152,604,1,7,1\n");
  view = show_chart (fixture);
  g_object_set (fixture_get (fixture, "chart_page"), "pair", "CL,PE", NULL);
  scene = tl_chart_view_get_scene (view);
  g_assert_cmpuint (tl_chart_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpint (tl_chart_scene_get_mark (scene, 0)->subject.kind, ==, TL_SUBJECT_OFFICIAL);
  g_assert_true (fixture_is_enabled (fixture, "export-chart"));
}

static void
add_tests (void)
{
  fixture_add ("/window/chart-marks/officials-alone", test_officials_alone);
  fixture_add ("/window/chart-marks/official", test_official);
  fixture_add ("/window/chart-marks/joined", test_joined);
  fixture_add ("/window/chart-marks/undated", test_undated);
  fixture_add ("/window/chart-marks/left-out", test_left_out);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
