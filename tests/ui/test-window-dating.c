/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of figures beside the chart: what stands behind a mark is confirmed, dismissed
 * and undone there, and what is undated is put onto a year. */

#include "tl-chart-view-private.h"
#include "tl-chart-years.h"
#include "tl-chart-row.h"
#include "tl-chart-table.h"
#include "tl-evidence-row.h"
#include "window-fixture.h"

static const char article[] =
  "Chile and Peru count\n\nLIMA, 20 March 2017. In 2016 trade between Chile and Peru reached $3 billion. "
  "In 2014 trade between Chile and Peru reached $1 billion. "
  "In 2014 trade between Chile and Peru reached $1.2 billion, others said.\n\n"
  "Trade between Chile and Peru is worth about $2 billion.\n";

/* Two figures in the same words. */
static const char hopeful_article[] =
  "Chile and Peru hope\n\nLIMA, 20 March 2017. In 2013 trade between Chile and Peru was $2 billion. "
  "\"We had almost $1 billion in trade between Chile and Peru in 2014, and I believe that this number "
  "can be reached in 2018, too,\" the ambassador said. In 2016 trade between Chile and Peru was $2 billion.\n";

static TlChartView *
show_chart_of (Fixture    *fixture,
               const char *text)
{
  TlChartView *view = fixture_get (fixture, "chart_view");

  fixture_import (fixture, "count.txt", text);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  return view;
}

static TlChartView *
show_chart (Fixture *fixture)
{
  return show_chart_of (fixture, article);
}

static GListModel *
get_evidence (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (fixture_get (fixture, "evidence_pane/list_view")));
}

static guint
count_evidence (Fixture *fixture)
{
  return get_evidence (fixture) != NULL ? g_list_model_get_n_items (get_evidence (fixture)) : 0;
}

static TlReview
get_review (Fixture *fixture,
            guint    position)
{
  g_autoptr(TlReport) report = g_list_model_get_item (get_evidence (fixture), position);

  return report != NULL ? tl_figure_get_review (tl_report_get_figure (report)) : TL_REVIEW_OPEN;
}

/* The mark of a year, or with 0 that of the undated claim; -1 where there is none. */
static int
find_mark (TlChartView *view,
           int          year)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);

  for (guint i = 0; scene != NULL && i < tl_chart_scene_get_n_marks (scene); i++)
    {
      TlSubject subject = tl_chart_scene_get_mark (scene, i)->subject;

      if (year == 0 ? subject.kind == TL_SUBJECT_UNDATED
                    : subject.kind == TL_SUBJECT_POINT &&
                      tl_series_get_point (tl_chart_view_get_series (view), subject.index)->start.year == year)
        return (int) i;
    }
  return -1;
}

static void
select_mark (TlChartView *view,
             int          mark)
{
  g_assert_cmpint (mark, >=, 0);
  gtk_widget_grab_focus (tl_chart_view_get_widget (view, mark));
}

/* The row of a sentence, when it is there. */
static GtkWidget *
find_row (Fixture *fixture,
          guint    position)
{
  g_autoptr(TlReport) report = g_list_model_get_item (get_evidence (fixture), position);

  for (GtkWidget *row = gtk_widget_get_first_child (fixture_get (fixture, "evidence_pane/list_view"));
       row != NULL && report != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && TL_IS_EVIDENCE_ROW (child) &&
          tl_evidence_row_get_report (TL_EVIDENCE_ROW (child)) == report)
        return row;
    }
  return NULL;
}

static void
press (Fixture    *fixture,
       guint       position,
       const char *button)
{
  wait_until (find_row (fixture, position) != NULL);
  g_signal_emit_by_name (find_widget (find_row (fixture, position), button), "clicked");
}

static void
focus_row (Fixture *fixture,
           guint    position)
{
  wait_until (find_row (fixture, position) != NULL);
  gtk_widget_grab_focus (find_row (fixture, position));
}

static gboolean
has_focus (Fixture *fixture,
           guint    position)
{
  GtkWidget *row = find_row (fixture, position);

  return row != NULL && gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row;
}

/* What is confirmed says so, and who has done it by key is still there. */
static void
test_confirm (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);

  select_mark (view, find_mark (view, 2014));
  wait_until (count_evidence (fixture) == 1);
  g_assert_cmpint (get_review (fixture, 0), ==, TL_REVIEW_OPEN);
  focus_row (fixture, 0);
  gtk_widget_activate_action (fixture_get (fixture, "evidence_pane"), "evidence.say", "s",
                              "win.confirm-figure");
  wait_until (count_evidence (fixture) == 1 && get_review (fixture, 0) == TL_REVIEW_CONFIRMED);
  wait_until (has_focus (fixture, 0));
  g_assert_false (gtk_widget_get_visible (find_widget (find_row (fixture, 0), "confirm_button")));
  fixture_activate (fixture, "undo", NULL);
  wait_until (count_evidence (fixture) == 1 && get_review (fixture, 0) == TL_REVIEW_OPEN);
}

/* What is dismissed is no longer in the chart, and the focus not lost; undo brings it back. */
static void
test_dismiss (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *focus;

  select_mark (view, find_mark (view, 2016));
  wait_until (count_evidence (fixture) == 1);
  focus_row (fixture, 0);
  press (fixture, 0, "dismiss_button");
  wait_until (find_mark (view, 2016) < 0);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (view)));
  fixture_activate (fixture, "undo", NULL);
  wait_until (find_mark (view, 2016) >= 0);
}

/* The other figure of the same words is not taken for what was dismissed; the next mark is there. */
static void
test_same_words (Fixture *fixture)
{
  TlChartView *view = show_chart_of (fixture, hopeful_article);

  g_assert_cmpint (find_mark (view, 2018), >=, 0);
  select_mark (view, find_mark (view, 2014));
  wait_until (count_evidence (fixture) == 1);
  focus_row (fixture, 0);
  press (fixture, 0, "dismiss_button");
  wait_until (find_mark (view, 2014) < 0);
  wait_until (count_evidence (fixture) == 1);
  g_assert_true (tl_subject_equal (
    tl_chart_view_get_selected (view),
    tl_chart_scene_get_mark (tl_chart_view_get_scene (view), (guint) find_mark (view, 2016))->subject));
}

/* The report that is dragged from a place of the chart, if any. */
static TlReport *
pick (TlChartView *view,
      int          mark)
{
  const TlMark *its = tl_chart_scene_get_mark (tl_chart_view_get_scene (view), (guint) mark);

  return tl_chart_view_pick_claim (view, its->bounds.x + its->bounds.width / 2,
                                   its->bounds.y + its->bounds.height / 2);
}

static gboolean
drop (TlChartView *view,
      TlReport    *report,
      double       x,
      double       y)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean is_dropped = FALSE;

  g_value_init (&value, TL_TYPE_REPORT);
  g_value_set_object (&value, report);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, x, y, &is_dropped);
    }
  return is_dropped;
}

/* Out of the tray onto a year: it stands there then, and is what is selected; nothing else of the
 * chart can be dragged so, and beside the years nothing happens. */
static void
test_drag (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  TlReport *report;
  TlRect area;

  g_assert_null (pick (view, find_mark (view, 2016)));
  report = pick (view, find_mark (view, 0));
  g_assert_nonnull (report);
  area = tl_chart_scene_get_year_area (tl_chart_view_get_scene (view), 2015);
  g_assert_cmpfloat (area.width, >, 0);
  g_assert_cmpint (find_mark (view, 2015), <, 0);
  g_assert_false (drop (view, report, 1, 1));
  g_assert_true (drop (view, report, area.x + area.width / 2, area.y + 2));
  wait_until (find_mark (view, 2015) >= 0 && find_mark (view, 0) < 0);
  wait_until (fixture_find_toast (fixture, "Figure put onto 2015") != NULL);
  g_assert_true (tl_subject_equal (
    tl_chart_view_get_selected (view),
    tl_chart_scene_get_mark (tl_chart_view_get_scene (view), (guint) find_mark (view, 2015))->subject));
  g_assert_cmpint (get_review (fixture, 0), ==, TL_REVIEW_EDITED);
  fixture_activate (fixture, "undo", NULL);
  wait_until (find_mark (view, 2015) < 0 && find_mark (view, 0) >= 0);
}

/* All labels of a menu, in order, and what is in it: "Show in Article|Put Onto a Year[2014|2015]". */
static void
append_labels (GString    *labels,
               GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      if (label != NULL)
        g_string_append_printf (labels, "%s|", label);
      if (section != NULL)
        append_labels (labels, section);
      if (submenu != NULL)
        append_labels (labels, submenu);
    }
}

static char *
dup_menu (GtkWidget *mark)
{
  GtkWidget *menu = find_of_type (mark, GTK_TYPE_POPOVER_MENU);
  GString *labels = g_string_new (NULL);

  g_assert_nonnull (menu);
  append_labels (labels, gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)));
  gtk_popover_popdown (GTK_POPOVER (menu));
  return g_string_free (labels, FALSE);
}

/* The menu of a mark, by the keyboard, says all that can be said; an undated one has the years. */
static void
test_menu (Fixture *fixture)
{
  TlChartView *view = show_chart (fixture);
  GtkWidget *undated = tl_chart_view_get_widget (view, find_mark (view, 0));
  GtkWidget *dated = tl_chart_view_get_widget (view, find_mark (view, 2016));
  g_autofree char *menu = NULL;
  g_autofree char *dated_menu = NULL;

  gtk_widget_grab_focus (undated);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.menu", NULL);
  menu = dup_menu (undated);
  g_assert_cmpstr (menu, ==, "_Show in Article|Put Onto a _Year|2014|2015|2016|Another _Period…|"
                   "_Confirm|_Edit…|_Dismiss|");
  gtk_widget_grab_focus (dated);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.menu", NULL);
  dated_menu = dup_menu (dated);
  g_assert_cmpstr (dated_menu, ==, "_Show in Article|_Confirm|_Edit…|_Dismiss|");
}

static TlReview
get_row_review (GListModel *rows,
                guint       position)
{
  g_autoptr(TlChartRow) row = g_list_model_get_item (rows, position);

  return row != NULL ? tl_figure_get_review (tl_report_get_figure (tl_chart_row_get_report (row)))
                     : TL_REVIEW_OPEN;
}

/* In the table it is the selected row that is spoken of; what was said is in a column of its own. */
static void
test_table (Fixture *fixture)
{
  TlChartTable *table = fixture_get (fixture, "chart_table");
  GtkColumnView *view;
  GListModel *rows;
  g_autofree char *before = NULL, *after = NULL;

  show_chart (fixture);
  /* It is remembered. */
  if (!gtk_widget_get_visible (GTK_WIDGET (table)))
    fixture_activate (fixture, "chart-table", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (table)));
  view = find_of_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  before = tl_chart_table_dup_text (table);
  g_assert_true (g_str_has_prefix (before, "Period\tAmount\tKind\tSource\n"));

  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows), 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (table), "table.say", "s", "win.confirm-figure");
  wait_until (get_row_review (rows, 2) == TL_REVIEW_CONFIRMED);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows), 2));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (table)));
  tl_chart_view_select (fixture_get (fixture, "chart_view"), TL_NO_SUBJECT);
  after = tl_chart_table_dup_text (table);
  g_assert_true (g_str_has_prefix (after, "Period\tAmount\tKind\tSource\tReview\n"));
  fixture_activate (fixture, "chart-table", NULL);
}

static void
add_tests (void)
{
  fixture_add ("/window/dating/confirm", test_confirm);
  fixture_add ("/window/dating/dismiss", test_dismiss);
  fixture_add ("/window/dating/same-words", test_same_words);
  fixture_add ("/window/dating/drag", test_drag);
  fixture_add ("/window/dating/menu", test_menu);
  fixture_add ("/window/dating/table", test_table);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
