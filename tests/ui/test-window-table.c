/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data of the chart as a table beside it. */

#include <string.h>

#include "tl-chart-page.h"
#include "tl-chart-row.h"
#include "tl-chart-table.h"
#include "tl-chart-view.h"
#include "window-fixture.h"

static TlChartTable *
show_table (Fixture *fixture)
{
  TlChartTable *table = fixture_get (fixture, "chart_table");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (fixture_get (fixture, "chart_view")) != NULL);
  /* It is remembered. */
  if (!gtk_widget_get_visible (GTK_WIDGET (table)))
    fixture_activate (fixture, "chart-table", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (table)));
  return table;
}

static GListModel *
get_rows (TlChartTable *table)
{
  GtkColumnView *view = find_of_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static double
get_value (TlChartTable *table,
           guint         index)
{
  g_autoptr(TlChartRow) row = g_list_model_get_item (get_rows (table), index);

  return tl_chart_row_get_value (row);
}

static GtkColumnViewColumn *
get_column (TlChartTable *table,
            const char   *title)
{
  GtkColumnView *view = find_of_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_error ("there is no column %s", title);
}

/* Every report has its row, and a click on a head sorts by number, not by letter. */
static void
test_sort (Fixture *fixture)
{
  TlChartTable *table = show_table (fixture);
  GtkColumnView *view = find_of_type (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);

  g_assert_cmpuint (g_list_model_get_n_items (get_rows (table)), ==, 3);
  g_assert_cmpfloat (get_value (table, 0), ==, 2.2e9);
  gtk_column_view_sort_by_column (view, get_column (table, "Amount"), GTK_SORT_DESCENDING);
  g_assert_cmpfloat (get_value (table, 0), ==, 2.7e9);
  g_assert_cmpfloat (get_value (table, 1), ==, 2.5e9);
  g_assert_cmpfloat (get_value (table, 2), ==, 2.2e9);
  gtk_column_view_sort_by_column (view, get_column (table, "Period"), GTK_SORT_ASCENDING);
  g_assert_cmpfloat (get_value (table, 0), ==, 2.2e9);
  g_assert_false (gtk_column_view_column_get_visible (get_column (table, "Trade")));
}

/* A row selects its mark, and a mark its row. */
static void
test_select (Fixture *fixture)
{
  TlChartTable *table = show_table (fixture);
  TlChartView *view = fixture_get (fixture, "chart_view");
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (get_rows (table));
  TlSubject subject;

  gtk_selection_model_select_item (rows, 2, TRUE);
  subject = tl_chart_view_get_selected (view);
  g_assert_cmpint (subject.kind, ==, TL_SUBJECT_POINT);
  g_assert_cmpfloat (tl_series_get_point (tl_chart_view_get_series (view), subject.index)->value, ==,
                     get_value (table, 2));

  tl_chart_view_select (view, tl_subject_for_point (0, 0));
  g_assert_true (gtk_selection_model_is_selected (rows, 0));
  g_assert_false (gtk_selection_model_is_selected (rows, 2));
  tl_chart_view_select (view, TL_NO_SUBJECT);
  g_assert_false (gtk_selection_model_is_selected (rows, 0));
}

static void
test_copy (Fixture *fixture)
{
  TlChartTable *table = show_table (fixture);
  g_autofree char *all = tl_chart_table_dup_text (table);
  g_auto(GStrv) lines = g_strsplit (all, "\n", -1);
  g_autofree char *one = NULL;

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==, "Period\tAmount\tKind\tSource");
  g_assert_true (g_str_has_prefix (lines[1], "2015\t$2.2 billion\tFull year\t"));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (table)), 0, TRUE);
  one = tl_chart_table_dup_text (table);
  g_assert_true (g_str_has_prefix (one, "2015\t$2.2 billion\t"));
  g_assert_cmpint (strchr (one, '\n') - one + 1, ==, (int) strlen (one));
}

/* It follows the chart, and takes its place in a narrow window. */
static void
test_follow (Fixture *fixture)
{
  TlChartTable *table = show_table (fixture);
  GtkWidget *view = fixture_get (fixture, "chart_view");

  fixture_import (fixture, "ghana.txt", article_of_ghana);
  g_object_set (fixture_get (fixture, "chart_page"), "pair", "GH,KE", NULL);
  wait_until (g_list_model_get_n_items (get_rows (table)) == 1);

  g_assert_true (gtk_widget_get_visible (view));
  fixture_set_width (fixture, 360);
  wait_until (!gtk_widget_get_visible (view));
  fixture_activate (fixture, "chart-table", NULL);
  g_assert_true (gtk_widget_get_visible (view));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (table)), ==, 0);
}

/* What one reads first is seen first, also from right to left, and after the window got another width. */
static void
test_from_right (Fixture *fixture)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (adw_bin_get_child (fixture_get (fixture, "chart_table")));
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scrolled);

  gtk_widget_set_direction (GTK_WIDGET (scrolled), GTK_TEXT_DIR_RTL);
  fixture_set_width (fixture, 360);
  show_table (fixture);
  wait_until (gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1);
  wait_until (gtk_adjustment_get_value (across) ==
              gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across));

  gtk_adjustment_set_value (across, 0);
  fixture_set_width (fixture, 400);
  wait_until (gtk_adjustment_get_page_size (across) > 360);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (gtk_adjustment_get_value (across), <, 50);
}

static void
add_tests (void)
{
  fixture_add ("/window/table/sort", test_sort);
  fixture_add ("/window/table/select", test_select);
  fixture_add ("/window/table/copy", test_copy);
  fixture_add ("/window/table/follow", test_follow);
  fixture_add ("/window/table/from-right", test_from_right);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
