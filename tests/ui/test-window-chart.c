/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart in the window: what is drawn, and the way from a mark to its sentence. */

#include <string.h>

#include "tl-chart-mark.h"
#include "tl-chart-page.h"
#include "tl-chart-view-private.h"
#include "tl-report.h"
#include "tl-series-rules.h"
#include "tl-settings.h"
#include "window-fixture.h"

static void
import_all (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) peru = fixture_write_file (fixture, "peru.txt", article_of_peru, -1);
  g_autoptr(GFile) ghana = fixture_write_file (fixture, "ghana.txt", article_of_ghana, -1);

  fixture_drop (fixture, chile, peru, ghana, NULL);
  wait_until (!fixture_is_importing (fixture));
}

static TlChartView *
show_chart (Fixture *fixture)
{
  TlChartView *view = fixture_get (fixture, "chart_view");

  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  return view;
}

/* Where there is no mark, nobody is asked to select one. */
static void
test_no_marks (Fixture *fixture)
{
  GtkStack *stack;

  import_all (fixture);
  show_chart (fixture);
  stack = fixture_get (fixture, "evidence_pane/stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "none");
  g_object_set (tl_chart_wishes_get_kinds (tl_chart_page_get_wishes (fixture_get (fixture, "chart_page"))),
                "hidden", G_MAXUINT, NULL);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") == 0);
  g_object_set (tl_chart_wishes_get_kinds (tl_chart_page_get_wishes (fixture_get (fixture, "chart_page"))),
                "hidden", 0, NULL);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "none") == 0);
}

static char *
dup_pair (Fixture *fixture)
{
  char *pair;

  g_object_get (fixture_get (fixture, "chart_page"), "pair", &pair, NULL);
  return pair;
}

/* The point of a value, in millions; there is one. */
static TlSubject
find_point (TlChartView *view,
            double       millions)
{
  TlSeries *series = tl_chart_view_get_series (view);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    if (ABS (tl_series_get_point (series, i)->value - millions * 1e6) < 1)
      return tl_subject_for_point (0, i);
  g_error ("%g million is not in the chart", millions);
}

static GListModel *
get_evidence (Fixture *fixture)
{
  GtkListView *view = fixture_get (fixture, "evidence_pane/list_view");

  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

/* The pair that most is reported of is there at first. */
static void
test_pair (Fixture *fixture)
{
  TlChartView *view;
  g_autofree char *pair = NULL;

  import_all (fixture);
  view = show_chart (fixture);
  pair = dup_pair (fixture);
  g_assert_cmpstr (pair, ==, "CL,PE");
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 3);
  g_assert_true (fixture_is_enabled (fixture, "export-chart"));

  g_object_set (fixture_get (fixture, "chart_page"), "pair", "GH,KE", NULL);
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 1);
}

/* What a person does not want to see is out of the chart, and back when it is wanted again. */
static void
test_kinds (Fixture *fixture)
{
  static const char years[] =
    "Chile and Peru count\n\nLIMA, 20 March 2017. In 2016 trade between Chile and Peru reached $3 billion. "
    "In 2014 trade between Chile and Peru reached $1 billion. By 2020 the countries plan to bring trade "
    "between Chile and Peru to $5 billion.\n";
  g_autoptr(GSettings) settings = tl_settings_new ();
  TlChartView *view;
  GtkWidget *page;

  fixture_import (fixture, "years.txt", years);
  view = show_chart (fixture);
  page = fixture_get (fixture, "chart_page");
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 3);

  gtk_widget_activate_action (page, "kinds.target", NULL);
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 2);
  gtk_widget_activate_action (page, "kinds.year", NULL);
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 0);
  g_assert_nonnull (settings);
  g_assert_cmpuint (g_settings_get_uint (settings, "hidden-kinds"), ==,
                    TL_POINT_BIT (TL_POINT_TARGET) | TL_POINT_BIT (TL_POINT_YEAR));

  gtk_widget_activate_action (page, "kinds.year", NULL);
  gtk_widget_activate_action (page, "kinds.target", NULL);
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 3);
  g_assert_cmpuint (g_settings_get_uint (settings, "hidden-kinds"), ==, 0);
}

/* As a frame does. */
static void
draw (TlChartView *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  gsk_render_node_unref (gtk_snapshot_free_to_node (snapshot));
}

/* What the pointer and the keyboard change is painted over the chart, which is kept. */
static void
test_kept_picture (Fixture *fixture)
{
  TlChartView *view;
  g_autoptr(GdkTexture) texture = NULL;

  import_all (fixture);
  view = show_chart (fixture);
  draw (view);
  texture = g_object_ref (view->texture);
  tl_chart_view_select (view, tl_subject_for_point (0, 0));
  draw (view);
  g_assert_true (view->texture == texture);

  g_object_set (fixture_get (fixture, "chart_page"), "pair", "GH,KE", NULL);
  draw (view);
  g_assert_true (view->texture != texture);
}

static void
texture_read_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source_object),
                                                                  result, NULL);
}

static void
test_copied (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr(GdkTexture) texture = NULL;

  g_assert_false (fixture_is_enabled (fixture, "copy-chart"));
  import_all (fixture);
  show_chart (fixture);
  fixture_activate (fixture, "copy-chart", NULL);
  wait_until (fixture_find_toast (fixture, "Chart copied") != NULL);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, &texture);
  wait_until (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);
}

/* A screen reader finds the chart and each of its marks. */
static void
test_accessible (Fixture *fixture)
{
  TlChartView *view;
  TlChartScene *scene;
  guint n_marks = 0;

  import_all (fixture);
  view = show_chart (fixture);
  scene = tl_chart_view_get_scene (view);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       tl_chart_scene_get_title (scene));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       tl_chart_scene_get_description (scene));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child), n_marks++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         tl_chart_scene_get_mark (scene, n_marks)->description);
  g_assert_cmpuint (n_marks, ==, tl_chart_scene_get_n_marks (scene));
}

/* From a mark to its sentences, and from there into the article. */
static void
test_evidence (Fixture *fixture)
{
  TlChartView *view;
  g_autoptr(TlReport) report = NULL;
  g_autofree char *selection = NULL;
  const TlFigureData *data;

  import_all (fixture);
  view = show_chart (fixture);
  g_assert_null (get_evidence (fixture));

  tl_chart_view_select (view, find_point (view, 2700));
  g_assert_cmpuint (g_list_model_get_n_items (get_evidence (fixture)), ==, 1);
  report = g_list_model_get_item (get_evidence (fixture), 0);
  g_assert_nonnull (strstr (tl_figure_get_sentence (tl_report_get_figure (report)),
                            "$2.7 billion"));

  data = tl_figure_get_data (tl_report_get_figure (report));
  fixture_activate (fixture, "show-in-article", "(xuu)", tl_report_get_article_id (report),
                    data->sentence.start, data->sentence.end);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture_get (fixture, "content/pages")),
                   ==, "articles");
  selection = fixture_dup_selection (fixture);
  g_assert_cmpstr (selection, ==, tl_figure_get_sentence (tl_report_get_figure (report)));

  tl_chart_view_select (view, TL_NO_SUBJECT);
  g_assert_null (get_evidence (fixture));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The arrow keys walk the marks in the order of time, and each shows its sentences. */
static void
test_keyboard (Fixture *fixture)
{
  TlChartView *view;
  guint n_marks;

  import_all (fixture);
  view = show_chart (fixture);
  n_marks = tl_chart_scene_get_n_marks (tl_chart_view_get_scene (view));

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < n_marks; i++)
    {
      GtkWidget *focus = get_focus (fixture);
      const TlMark *mark = tl_chart_scene_get_mark (tl_chart_view_get_scene (view), i);

      g_assert_true (TL_IS_CHART_MARK (focus));
      g_assert_cmpuint (tl_chart_mark_get_index (TL_CHART_MARK (focus)), ==, i);
      wait_until (tl_subject_equal (tl_chart_view_get_selected (view), mark->subject));
      g_assert_nonnull (get_evidence (fixture));
      gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_RIGHT);
    }

  /* At the end the arrow stays, and Tab leaves. */
  g_assert_cmpuint (tl_chart_mark_get_index (TL_CHART_MARK (get_focus (fixture))),
                    ==, n_marks - 1);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.go-to-end", "b", FALSE);
  g_assert_cmpuint (tl_chart_mark_get_index (TL_CHART_MARK (get_focus (fixture))), ==, 0);

  /* Enter goes to the sentences. */
  gtk_widget_activate_action (get_focus (fixture), "mark.open", NULL);
  wait_until (gtk_widget_is_ancestor (get_focus (fixture), fixture_get (fixture,
                                                                        "evidence_pane")));
}

/* What was selected stays so while other articles come in and the window changes its size. */
static void
test_stays_selected (Fixture *fixture)
{
  TlChartView *view;
  TlSeries *before;
  double width;

  fixture_import (fixture, "chile.txt", article_of_chile);
  view = show_chart (fixture);
  tl_chart_view_select (view, find_point (view, 2500));
  before = tl_chart_view_get_series (view);

  fixture_import (fixture, "ghana.txt", article_of_ghana);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_series (view) != before);
  g_assert_true (tl_subject_equal (tl_chart_view_get_selected (view), find_point (view, 2500)));

  width = tl_chart_scene_get_width (tl_chart_view_get_scene (view));
  fixture_set_width (fixture, 900);
  wait_until (tl_chart_scene_get_width (tl_chart_view_get_scene (view)) != width);
  g_assert_true (tl_subject_equal (tl_chart_view_get_selected (view), find_point (view, 2500)));
}

/* Without articles that report anything there is a page that says so, and no chart. */
static void
test_nothing (Fixture *fixture)
{
  fixture_import (fixture, "none.txt", "Nothing to report\n\nNobody said anything at all.\n");
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (gtk_widget_get_mapped (fixture_get (fixture, "chart_page")));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture_get (fixture, "chart_page/stack")),
                   ==, "none");
  g_assert_null (tl_chart_view_get_series (fixture_get (fixture, "chart_view")));
}

static void
add_tests (void)
{
  fixture_add ("/window/chart/no-marks", test_no_marks);
  fixture_add ("/window/chart/pair", test_pair);
  fixture_add ("/window/chart/kinds", test_kinds);
  fixture_add ("/window/chart/kept-picture", test_kept_picture);
  fixture_add ("/window/chart/copied", test_copied);
  fixture_add ("/window/chart/accessible", test_accessible);
  fixture_add ("/window/chart/evidence", test_evidence);
  fixture_add ("/window/chart/keyboard", test_keyboard);
  fixture_add ("/window/chart/stays-selected", test_stays_selected);
  fixture_add ("/window/chart/nothing", test_nothing);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
