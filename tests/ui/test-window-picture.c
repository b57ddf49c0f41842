/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart's picture, brought back: it opens the chart again, and says what it is worth. */

#define _GNU_SOURCE             /* memmem () */

#include <string.h>

#include "tl-chart-page.h"
#include "tl-chart-view.h"
#include "tl-evidence-pane.h"
#include "tl-picture-window.h"
#include "tl-png-reader.h"
#include "tl-png-writer.h"
#include "window-fixture.h"

static const TlChartPicture usual = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 700, 450, 1 };

/* What the window would export. */
static GBytes *
export (Fixture *fixture)
{
  TlChart *chart;
  g_autoptr(GError) error = NULL;
  GBytes *png;

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "show-page", "s", "chart");
  chart = tl_chart_page_get_chart (fixture_get (fixture, "chart_page"));
  png = tl_chart_export_to_bytes (chart, &usual, &error);
  g_assert_no_error (error);
  return png;
}

static void
drop (Fixture    *fixture,
      const char *name,
      GBytes     *bytes)
{
  g_autoptr(GFile) file = fixture_write_file (fixture, name, g_bytes_get_data (bytes, NULL),
                                              (gssize) g_bytes_get_size (bytes));

  fixture_drop (fixture, file, NULL);
}

static TlPictureWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_PICTURE_WINDOW (window) && gtk_widget_get_mapped (window))
        return TL_PICTURE_WINDOW (window);
    }
  return NULL;
}

static TlPictureWindow *
wait_for_window (void)
{
  wait_until (find_window () != NULL);
  return find_window ();
}

static void
close_window (TlPictureWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (window == NULL);
}

static const char *
get_banner (TlPictureWindow *window)
{
  return gtk_label_get_text (find_widget (GTK_WIDGET (window), "banner_label"));
}

/* The same chart with the same sentences, and the same file when it is exported again. */
static void
test_opens (Fixture *fixture)
{
  g_autoptr(GBytes) png = export (fixture);
  g_autoptr(GBytes) again = NULL;
  TlPictureWindow *window;
  TlChartView *view;

  /* By what is in it, not by its name. */
  drop (fixture, "chart.txt", png);
  window = wait_for_window ();
  view = find_widget (GTK_WIDGET (window), "chart_view");
  g_assert_cmpuint (tl_series_get_n_points (tl_chart_view_get_series (view)), ==, 1);
  g_assert_null (strstr (get_banner (window), "nverified"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Trade between Chile and Peru");

  again = tl_chart_export_to_bytes (tl_chart_view_get_chart (view), &usual, NULL);
  g_assert_true (g_bytes_equal (png, again));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
  g_assert_false (fixture_is_importing (fixture));
  close_window (window);
}

/* Its sentences are there; its articles are not. */
static void
test_evidence (Fixture *fixture)
{
  g_autoptr(GBytes) png = export (fixture);
  TlPictureWindow *window;
  TlEvidencePane *pane;
  GtkWidget *row;

  drop (fixture, "chart.png", png);
  window = wait_for_window ();
  pane = find_widget (GTK_WIDGET (window), "evidence_pane");
  tl_chart_view_select (find_widget (GTK_WIDGET (window), "chart_view"), tl_subject_for_point (0, 0));
  g_assert_true (tl_evidence_pane_has_evidence (pane));
  wait_until (find_widget (GTK_WIDGET (pane), "show_in_article") != NULL);
  row = find_widget (GTK_WIDGET (pane), "show_in_article");
  wait_until (!gtk_widget_get_visible (row));
  close_window (window);
}

/* A picture that says something else than the sentence it quotes. */
static void
test_lie (Fixture *fixture)
{
  g_autoptr(GBytes) png = export (fixture);
  g_autofree char *figures = NULL;
  g_autofree char *lie = NULL;
  g_auto(GStrv) parts = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, 450);
  g_autoptr(GBytes) lying = NULL;
  TlPictureWindow *window;

  g_assert_true (tl_png_dup_text (png, TL_PNG_KEYWORD_FIGURES, &figures));
  parts = g_strsplit (figures, "\"value\":2500000000", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  lie = g_strjoinv ("\"value\":9500000000", parts);
  lying = tl_png_write (surface, 1, (const TlPngText[]) { { TL_PNG_KEYWORD_FIGURES, lie, TRUE } }, 1);
  cairo_surface_destroy (surface);

  drop (fixture, "lie.png", lying);
  window = wait_for_window ();
  g_assert_true (g_str_has_prefix (get_banner (window), "Unverified: 1 of 1 figures has "));
  close_window (window);
}

static gsize
find (GBytes     *bytes,
      const char *keyword)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *found = memmem (data, size, keyword, strlen (keyword));

  g_assert_nonnull (found);
  return (gsize) (found - data);
}

/* Pictures that no chart can be opened from are named, with the reason; no window opens. */
static void
test_refused (Fixture *fixture)
{
  static const char *const figures[] = { "{\"format\":\"tradelines-chart\"}", NULL };
  g_autoptr(GBytes) png = export (fixture);
  g_autoptr(GBytes) cut = NULL;

  /* Its figures begin, but do not end. */
  cut = g_bytes_new_from_bytes (png, 0, find (png, TL_PNG_KEYWORD_FIGURES) + 60);
  drop (fixture, "cut.png", cut);
  wait_until (fixture_find_toast (fixture, "cut.png: *") != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 20);
      const TlPngText text = { TL_PNG_KEYWORD_FIGURES, figures[i], TRUE };
      g_autoptr(GBytes) other = tl_png_write (surface, 1, &text, figures[i] != NULL ? 1 : 0);
      g_autofree char *name = g_strdup_printf ("other-%u.png", i);
      g_autofree char *pattern = g_strconcat (name, ": *", NULL);

      cairo_surface_destroy (surface);
      drop (fixture, name, other);
      wait_until (fixture_find_toast (fixture, pattern) != NULL);
    }
  g_assert_null (find_window ());
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 1);
}

static void
add_tests (void)
{
  fixture_add ("/window/picture/opens", test_opens);
  fixture_add ("/window/picture/evidence", test_evidence);
  fixture_add ("/window/picture/lie", test_lie);
  fixture_add ("/window/picture/refused", test_refused);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
