/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart that is taken away: what is chosen for its picture arrives in the file, on the
 * clipboard and where it is dragged to; and on paper. */

#include <poppler.h>
#include <string.h>

#include "tl-chart-content.h"
#include "tl-chart-export-dialog.h"
#include "tl-chart-print.h"
#include "tl-chart-view.h"
#include "tl-picture-window.h"
#include "tl-settings.h"
#include "window-fixture.h"

static TlChartView *
show_chart (Fixture *fixture)
{
  TlChartView *view;

  fixture_import (fixture, "peru.txt", article_of_peru);
  view = fixture_get (fixture, "chart_page/chart_view");
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (view) != NULL);
  return view;
}

static gpointer
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static TlChartExportDialog *
open_dialog (Fixture *fixture)
{
  fixture_activate (fixture, "export-chart", NULL);
  wait_until (find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG) != NULL);
  return find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG);
}

static void
choose (TlChartExportDialog *dialog,
        const char          *row,
        guint                index)
{
  adw_combo_row_set_selected (find_widget (GTK_WIDGET (dialog), row), index);
}

static void
choose_size (TlChartExportDialog *dialog,
             int                  width,
             int                  height)
{
  choose (dialog, "size_row", 4);
  gtk_spin_button_set_value (find_widget (GTK_WIDGET (dialog), "width_spin"), width);
  gtk_spin_button_set_value (find_widget (GTK_WIDGET (dialog), "height_spin"), height);
}

static gboolean
is_shown (TlChartExportDialog *dialog,
          const char          *widget)
{
  return gtk_widget_get_visible (find_widget (GTK_WIDGET (dialog), widget));
}

static const char *
get_note (TlChartExportDialog *dialog)
{
  return gtk_label_get_text (find_widget (GTK_WIDGET (dialog), "note"));
}

/* Saves what is chosen; the dialog closes itself. */
static GBytes *
save (Fixture             *fixture,
      TlChartExportDialog *dialog,
      const char          *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  tl_chart_export_dialog_save (dialog, file);
  wait_until (find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG) == NULL);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_is (GBytes               *bytes,
           TlChart              *chart,
           const TlChartPicture *picture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) expected = tl_chart_export_to_bytes (chart, picture, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
forget (void)
{
  static const char *const keys[] = {
    "picture-format", "picture-size", "picture-width", "picture-height", "picture-scale", "picture-style",
  };
  g_autoptr(GSettings) settings = tl_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* What is chosen is what is saved, and chosen again the next time. */
static void
test_choices (Fixture *fixture)
{
  static const TlChartPicture custom = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_DARK, 700, 500, 3 };
  static const TlChartPicture slide = { TL_CHART_FORMAT_SVG, TL_CHART_STYLE_DARK, 1920, 1080, 3 };
  g_autoptr(TlChart) chart = g_object_ref (tl_chart_view_get_chart (show_chart (fixture)));
  TlChartExportDialog *dialog = open_dialog (fixture);
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) svg = NULL;

  g_assert_false (is_shown (dialog, "width_row"));
  g_assert_true (is_shown (dialog, "scale_row"));
  choose_size (dialog, 700, 500);
  choose (dialog, "scale_row", 2);
  choose (dialog, "style_row", 1);
  g_assert_true (is_shown (dialog, "width_row"));
  wait_until (strstr (get_note (dialog), "2100 × ") != NULL);
  g_assert_nonnull (gtk_picture_get_paintable (find_widget (GTK_WIDGET (dialog), "preview")));
  png = save (fixture, dialog, "chart.png");
  assert_is (png, chart, &custom);
  wait_until (fixture_find_toast (fixture, "Chart saved") != NULL);

  dialog = open_dialog (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (find_widget (GTK_WIDGET (dialog), "style_row")), ==, 1);
  g_assert_true (is_shown (dialog, "width_row"));
  choose (dialog, "format_row", TL_CHART_FORMAT_SVG);
  choose (dialog, "size_row", 2);
  g_assert_false (is_shown (dialog, "scale_row"));
  g_assert_false (is_shown (dialog, "width_row"));
  svg = save (fixture, dialog, "chart.svg");
  assert_is (svg, chart, &slide);
  forget ();
}

/* Data have no size and no colours. */
static void
test_data (Fixture *fixture)
{
  g_autoptr(TlChart) chart = g_object_ref (tl_chart_view_get_chart (show_chart (fixture)));
  TlChartExportDialog *dialog = open_dialog (fixture);
  static const TlChartPicture table = { TL_CHART_FORMAT_CSV, TL_CHART_STYLE_LIGHT, 960, 600, 2 };
  g_autoptr(GBytes) csv = NULL;

  choose (dialog, "format_row", TL_CHART_FORMAT_CSV);
  g_assert_false (is_shown (dialog, "size_row"));
  g_assert_false (is_shown (dialog, "style_row"));
  g_assert_false (is_shown (dialog, "scale_row"));
  csv = save (fixture, dialog, "chart.csv");
  assert_is (csv, chart, &table);
  forget ();
}

/* What cannot be made is told before a place is asked for. */
static void
test_too_large (Fixture *fixture)
{
  TlChartExportDialog *dialog;
  GtkWidget *button;

  show_chart (fixture);
  dialog = open_dialog (fixture);
  button = find_widget (GTK_WIDGET (dialog), "export_button");
  wait_until (strstr (get_note (dialog), "1920 × ") != NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  choose_size (dialog, 8000, 8000);
  choose (dialog, "scale_row", 3);
  wait_until (strstr (get_note (dialog), "not possible") != NULL);
  g_assert_false (gtk_widget_get_sensitive (button));
  choose (dialog, "size_row", 1);
  wait_until (gtk_widget_get_sensitive (button));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG) == NULL);
}

/* A picture that is brought back and exported again is the same file, whatever it was. */
static void
test_again (Fixture *fixture)
{
  static const TlChartPicture odd = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_DARK, 641.5, 420, 1.25 };
  g_autoptr(GBytes) png = tl_chart_export_to_bytes (tl_chart_view_get_chart (show_chart (fixture)), &odd, NULL);
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GFile) file = fixture_write_file (fixture, "odd.png", g_bytes_get_data (png, NULL),
                                              (gssize) g_bytes_get_size (png));
  GtkWindow *window;

  fixture_drop (fixture, file, NULL);
  wait_until (find_toplevel (TL_TYPE_PICTURE_WINDOW) != NULL);
  window = find_toplevel (TL_TYPE_PICTURE_WINDOW);
  g_action_group_activate_action (G_ACTION_GROUP (window), "export-chart", NULL);
  wait_until (find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG) != NULL);
  again = save (fixture, find_toplevel (TL_TYPE_CHART_EXPORT_DIALOG), "again.png");
  g_assert_true (g_bytes_equal (png, again));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (window);
  wait_until (window == NULL);
}

/* ---- to other programs ---- */

static void
texture_read_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source_object),
                                                                  result, NULL);
}

/* What was chosen for a file is what is copied. */
static void
test_copied (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr(GSettings) settings = tl_settings_new ();
  g_autoptr(GdkTexture) texture = NULL;

  show_chart (fixture);
  g_settings_set_string (settings, "picture-size", "column");
  g_settings_set_string (settings, "picture-format", "pdf");
  g_settings_set_int (settings, "picture-scale", 3);
  fixture_activate (fixture, "copy-chart", NULL);
  wait_until (fixture_find_toast (fixture, "Chart copied") != NULL);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, &texture);
  wait_until (texture != NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1440);
  forget ();
}

static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source_object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static GBytes *
read_as (GdkContentProvider *content,
         const char         *type)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_written = FALSE;

  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb,
                                              &is_written);
  wait_until (is_written);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* A file manager gets a file, a document a picture; nothing is drawn before one is asked for. */
static void
test_dragged (Fixture *fixture)
{
  static const TlChartPicture usual = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 960, 600, 2 };
  TlChartView *view = show_chart (fixture);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GBytes) list = NULL;
  g_autoptr(GBytes) in_file = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *uri = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 10.0, 10.0, &content);
    }
  g_assert_true (TL_IS_CHART_CONTENT (content));
  list = read_as (content, "text/uri-list");
  png = read_as (content, "image/png");
  assert_is (png, tl_chart_view_get_chart (view), &usual);

  uri = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_assert_true (g_str_has_suffix (uri, ".png\r\n"));
  file = g_file_new_for_uri (g_strchomp (uri));
  in_file = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_nonnull (in_file);
  g_assert_true (g_bytes_equal (in_file, png));
}

/* ---- on paper ---- */

/* One page, across, whose text is text. */
static void
test_printed (Fixture *fixture)
{
  g_autoptr(GtkPrintOperation) operation = tl_chart_print_new (tl_chart_view_get_chart (show_chart (fixture)));
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document;
  PopplerPage *page;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  double width = 0, height = 0;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat (width, >, height);
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, "Trade between Chile and Peru"));
  g_assert_nonnull (strstr (text, "$2.7 billion"));
  g_assert_nonnull (strstr (text, "A record that nobody counted"));
  g_object_unref (page);
  g_object_unref (document);
}

static void
add_tests (void)
{
  fixture_add ("/window/take-away/choices", test_choices);
  fixture_add ("/window/take-away/data", test_data);
  fixture_add ("/window/take-away/too-large", test_too_large);
  fixture_add ("/window/take-away/again", test_again);
  fixture_add ("/window/take-away/copied", test_copied);
  fixture_add ("/window/take-away/dragged", test_dragged);
  fixture_add ("/window/take-away/printed", test_printed);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
