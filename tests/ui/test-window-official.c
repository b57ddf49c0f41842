/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Official figures in the window: they come and go with their import, and one by one. */

#include "window-fixture.h"

#include <string.h>

#include "tl-chart-page.h"
#include "tl-chart-view.h"
#include "tl-official-dialog.h"

#define OLD "t,i,j,k,v,q\n2015,152,604,1,5,1\n2015,604,152,1,2,1\n"
#define NEW "t,i,j,k,v,q\n2015,152,604,1,6,1\n2016,152,604,1,7,1\n2016,604,152,1,1,1\n"

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TL_IS_OFFICIAL_DIALOG (window))
        return window;
    }
  return NULL;
}

/* The first value in the chart's only official series; 0 where there is none. */
static double
get_first_value (Fixture *fixture)
{
  TlChart *chart = tl_chart_view_get_chart (fixture_get (fixture, "chart_view"));
  GPtrArray *officials = chart != NULL ? tl_chart_get_officials (chart) : NULL;

  return officials != NULL && officials->len > 0
         ? tl_official_series_get_year (officials->pdata[0], 0)->value : 0;
}

static void
import_both (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) old_table = fixture_write_file (fixture, "old.csv", OLD, -1);
  g_autoptr(GFile) new_table = fixture_write_file (fixture, "new.csv", NEW, -1);

  fixture_drop (fixture, chile, old_table, NULL);
  wait_until (fixture_find_toast (fixture, "1 article imported; 2 official figures imported") != NULL);
  fixture_drop (fixture, new_table, NULL);
  wait_until (fixture_find_toast (fixture, "3 official figures imported") != NULL);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (get_first_value (fixture) > 7999);
}

/* What a later table revised is as before when its import is undone. */
static void
test_undo (Fixture *fixture)
{
  import_both (fixture);
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_find_toast (fixture, "Undone: Import of Official Figures") != NULL);
  wait_until (get_first_value (fixture) < 7001 && get_first_value (fixture) > 0);
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 0);
}

static GtkWidget *
get_row (guint n)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (find_widget (GTK_WIDGET (find_dialog ()), "list"), (int) n));
}

static void
assert_row (guint       n,
            const char *title,
            const char *words)
{
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (n))), ==, title);
  if (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (n))), words) == NULL)
    g_error ("“%s” is not in “%s”", words, adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (n))));
}

/* The latest first; removed by its button, brought back by the one below or by Undo. */
static void
test_dialog (Fixture *fixture)
{
  GtkWidget *dialog;

  import_both (fixture);
  fixture_activate (fixture, "show-official", NULL);
  wait_until (find_dialog () != NULL);
  dialog = GTK_WIDGET (find_dialog ());
  assert_row (0, "CEPII BACI", "new.csv, imported on ");
  assert_row (0, "CEPII BACI", "3 figures, 2015–2016: Chile with Peru, Peru with Chile");
  assert_row (1, "CEPII BACI", "old.csv, imported on ");
  g_signal_emit_by_name (find_of_type (get_row (0), GTK_TYPE_BUTTON), "clicked");
  assert_row (0, "CEPII BACI", "old.csv");
  g_assert_null (get_row (1));
  wait_until (get_first_value (fixture) < 7001 && get_first_value (fixture) > 0);
  g_assert_true (gtk_action_bar_get_revealed (find_widget (dialog, "bar")));
  g_signal_emit_by_name (find_widget (dialog, "undo_button"), "clicked");
  wait_until (get_first_value (fixture) > 7999);
  assert_row (0, "CEPII BACI", "new.csv");
  g_assert_false (gtk_action_bar_get_revealed (find_widget (dialog, "bar")));
  g_signal_emit_by_name (find_of_type (get_row (0), GTK_TYPE_BUTTON), "clicked");
  g_signal_emit_by_name (find_of_type (get_row (0), GTK_TYPE_BUTTON), "clicked");
  wait_until (get_first_value (fixture) <= 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_widget (dialog, "stack")), ==, "empty");
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (find_dialog () == NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (get_first_value (fixture) > 0 && get_first_value (fixture) < 7001);
}

static void
add_tests (void)
{
  fixture_add ("/window/official/undo", test_undo);
  fixture_add ("/window/official/dialog", test_dialog);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
