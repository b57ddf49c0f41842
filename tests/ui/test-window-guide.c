/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide: it opens at what a person looks at, each page of it is reached by keys, in any width. */

#include "tl-chart-view.h"
#include "tl-guide.h"
#include "tl-guide-text.h"
#include "tl-series-rules.h"
#include "window-fixture.h"

static TlGuide *
find_guide (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  TlGuide *guide = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_GUIDE (window))
        {
          /* There is one. */
          g_assert_null (guide);
          guide = TL_GUIDE (window);
        }
    }
  return guide;
}

static GtkWidget *
open_guide (Fixture *fixture)
{
  fixture_activate (fixture, "show-guide", NULL);
  g_assert_nonnull (find_guide ());
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (find_guide ())));
  return GTK_WIDGET (find_guide ());
}

static const char *
get_topic (GtkWidget *guide)
{
  return gtk_stack_get_visible_child_name (find_widget (guide, "pages"));
}

/* It is found where it was left open, and follows what is looked at. */
static void
test_opens (Fixture *fixture)
{
  GtkWidget *guide = open_guide (fixture);

  g_assert_cmpstr (get_topic (guide), ==, "import");
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_true (open_guide (fixture) == guide);
  g_assert_cmpstr (get_topic (guide), ==, "articles");
  fixture_activate (fixture, "show-page", "s", "chart");
  open_guide (fixture);
  g_assert_cmpstr (get_topic (guide), ==, "chart");
  fixture_activate (fixture, "show-page", "s", "entities");
  open_guide (fixture);
  g_assert_cmpstr (get_topic (guide), ==, "entities");
  fixture_activate (fixture, "review", NULL);
  open_guide (fixture);
  g_assert_cmpstr (get_topic (guide), ==, "review");
  gtk_window_close (GTK_WINDOW (guide));
  wait_until (find_guide () == NULL);
}

/* As the arrow keys and Enter do. */
static void
test_pages (Fixture *fixture)
{
  GtkWidget *guide = open_guide (fixture);
  GtkListBox *topics = find_widget (guide, "topics");
  guint n_topics;
  const TlGuideTopic *expected = tl_guide_get_topics (&n_topics);

  for (guint i = 0; i < n_topics; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (topics, (int) i);

      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_activate (GTK_WIDGET (row));
      g_assert_cmpstr (get_topic (guide), ==, expected[i].name);
    }
  g_assert_null (gtk_list_box_get_row_at_index (topics, (int) n_topics));
  gtk_window_close (GTK_WINDOW (guide));
}

/* The chart has all that the page tells of. */
static void
test_chart (Fixture *fixture)
{
  GtkWidget *guide = open_guide (fixture);
  TlChartView *view = find_of_type (guide, TL_TYPE_CHART_VIEW);
  TlSeries *series;
  guint kinds = 0;

  g_assert_nonnull (view);
  series = tl_chart_view_get_series (view);
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    kinds |= TL_POINT_BIT (tl_series_get_point (series, i)->kind);
  g_assert_cmpuint (kinds, ==, TL_ALL_POINT_KINDS);
  gtk_window_close (GTK_WINDOW (guide));
}

/* In a narrow window there is the list or a page, and a way back. */
static void
test_narrow (Fixture *fixture)
{
  GtkWidget *guide, *back;

  fixture_set_width (fixture, 360);
  guide = open_guide (fixture);
  back = find_widget (guide, "back_button");
  wait_until (gtk_widget_get_mapped (find_widget (guide, "pages")) && gtk_widget_get_mapped (back));
  wait_until (!gtk_widget_get_child_visible (gtk_widget_get_first_child (find_widget (guide, "leaflet"))));
  gtk_widget_activate_action (guide, "guide.back", NULL);
  wait_until (gtk_widget_get_mapped (find_widget (guide, "topics")) && !gtk_widget_get_mapped (back));
  gtk_window_close (GTK_WINDOW (guide));
}

static void
add_tests (void)
{
  fixture_add ("/window/guide/opens", test_opens);
  fixture_add ("/window/guide/pages", test_pages);
  fixture_add ("/window/guide/chart", test_chart);
  fixture_add ("/window/guide/narrow", test_narrow);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
