/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who needs large text gets it everywhere, and loses nothing by it. */

#include "tl-article-item.h"
#include "tl-chart-mark.h"
#include "tl-chart-view.h"
#include "window-fixture.h"

/* As a person sets it for all programs. */
static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

static gboolean
is_drawn (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

/* Panes do not stand side by side in so few letters a line that nobody can read them. */
static void
test_layout (Fixture *fixture)
{
  GtkWidget *list = fixture_get (fixture, "list_view");
  GtkWidget *text = fixture_get (fixture, "articles_page/text_view");
  GtkWidget *reading = fixture_get (fixture, "reading_pane");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_set_width (fixture, 1200);
  wait_until (is_drawn (list) && is_drawn (text) && is_drawn (reading));

  set_text_scale (1.5);
  wait_until (is_drawn (list) && is_drawn (text) && !gtk_widget_get_mapped (reading));
  set_text_scale (2);
  wait_until (!gtk_widget_get_mapped (list) && is_drawn (text));
  set_text_scale (1);
  wait_until (is_drawn (list) && is_drawn (text) && is_drawn (reading));
}

static gboolean
has_scene_of (TlChartView *view,
              double       width)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);

  return scene != NULL && ABS (tl_chart_scene_get_width (scene) - width) < 1;
}

/* Laid out for the least width or height that a chart can be read at. */
static gboolean
has_least_scene (TlChartView *view)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);

  return scene != NULL && (ABS (tl_chart_scene_get_width (scene) - 240) < 1 ||
                           ABS (tl_chart_scene_get_height (scene) - 220) < 1);
}

/* Clicks and the keyboard's marks are where the larger picture has them. */
static void
check_marks (TlChartView *view)
{
  TlChartScene *scene = tl_chart_view_get_scene (view);
  guint n_marks = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, tl_chart_mark_get_index (TL_CHART_MARK (child)));
      double scale = gtk_widget_get_width (GTK_WIDGET (view)) / tl_chart_scene_get_width (scene);
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x, mark->bounds.x * scale, 1.01);
      g_assert_cmpfloat_with_epsilon (bounds.origin.y, mark->bounds.y * scale, 1.01);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, MAX (1, mark->bounds.width * scale), 1.01);
      g_assert_cmpfloat_with_epsilon (bounds.size.height, MAX (1, mark->bounds.height * scale), 1.01);
      n_marks++;
    }
  g_assert_cmpuint (n_marks, ==, tl_chart_scene_get_n_marks (scene));
}

static void
test_chart (Fixture *fixture)
{
  TlChartView *view = fixture_get (fixture, "chart_view");
  int width;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_set_width (fixture, 700);
  fixture_activate (fixture, "show-page", "s", "chart");
  width = gtk_widget_get_width (GTK_WIDGET (view));
  wait_until ((width = gtk_widget_get_width (GTK_WIDGET (view))) > 0 && has_scene_of (view, width));
  check_marks (view);

  set_text_scale (1.25);
  wait_until (has_scene_of (view, gtk_widget_get_width (GTK_WIDGET (view)) / 1.25));
  check_marks (view);

  /* A chart has to be left of it. */
  fixture_set_width (fixture, 360);
  set_text_scale (3);
  wait_until (has_least_scene (view));
  g_assert_cmpfloat (tl_chart_scene_get_width (tl_chart_view_get_scene (view)), >=, 239);
  check_marks (view);
  set_text_scale (1);
}

/* What is wider than its window is cut off. */
static void
check_fits (Fixture    *fixture,
            const char *what)
{
  GtkWidget *bin = fixture_get (fixture, "adaptive_bin");
  int least;

  gtk_widget_measure (gtk_widget_get_first_child (bin), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  if (least > gtk_widget_get_width (bin))
    g_error ("%s needs %d pixels of %d", what, least, gtk_widget_get_width (bin));
}

/* The menu is no longer than a telephone is. */
static void
test_menu (Fixture *fixture)
{
  GtkMenuButton *button = fixture_get (fixture, "menu_button");
  int height;

  gtk_menu_button_popup (button);
  gtk_widget_measure (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_ORIENTATION_VERTICAL, -1, NULL,
                      &height, NULL, NULL);
  g_assert_cmpint (height, >, 200);
  g_assert_cmpint (height, <, 600);
  gtk_menu_button_popdown (button);
}

static void
test_narrow (Fixture *fixture)
{
  GtkWidget *review = fixture_get (fixture, "review_page");
  GtkWidget *text = fixture_get (fixture, "articles_page/text_view");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  fixture_set_width (fixture, 360);
  wait_until (is_drawn (text));
  set_text_scale (1.5);

  check_fits (fixture, "An article");
  fixture_activate (fixture, "reading", NULL);
  check_fits (fixture, "What was read from it");
  fixture_activate (fixture, "back", NULL);
  fixture_activate (fixture, "back", NULL);
  check_fits (fixture, "The list");
  fixture_activate (fixture, "show-page", "s", "chart");
  check_fits (fixture, "The chart");
  fixture_activate (fixture, "show-page", "s", "entities");
  check_fits (fixture, "The list of entities");
  fixture_activate (fixture, "review", NULL);
  wait_until (is_drawn (fixture_get (fixture, "review_page/card")));
  check_fits (fixture, "The review");
  gtk_widget_activate_action (review, "review.edit", NULL);
  wait_until (is_drawn (fixture_get (fixture, "review_page/editor_bin")));
  check_fits (fixture, "The review's editor");
  set_text_scale (1);
}

static void
add_tests (void)
{
  fixture_add ("/window/large-text/menu", test_menu);
  fixture_add ("/window/large-text/layout", test_layout);
  fixture_add ("/window/large-text/chart", test_chart);
  fixture_add ("/window/large-text/narrow", test_narrow);
}

int
main (int   argc,
      char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
