/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart, dragged out of the window: a PNG file for file managers and mail, a picture for
 * documents. */

#include "tl-chart-drag.h"

#include <glib/gstdio.h>

#include "tl-chart-export.h"

/* As large as what the window exports. */
static const TlChartPicture dragged_picture = { TL_CHART_FORMAT_PNG, TL_CHART_STYLE_LIGHT, 960, 600, 2 };

/* Where the file lies until it is dropped, and until the next one takes its place. */
static GFile *
write_file (GBytes     *png,
            const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "tradelines", "dragged", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL))
    return NULL;
  return g_file_new_for_path (path);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TlChartPage   *page)
{
  TlChart *chart = tl_chart_page_get_chart (page);
  g_autoptr(GBytes) png = chart != NULL ? tl_chart_export_to_bytes (chart, &dragged_picture, NULL) : NULL;
  g_autofree char *name = NULL;
  g_autoptr(GFile) file = NULL;
  GdkContentProvider *contents[2];

  if (png == NULL)
    return NULL;
  name = tl_chart_page_dup_file_name (page);
  file = write_file (png, name);
  contents[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  if (file == NULL)
    return contents[0];
  contents[1] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  return gdk_content_provider_new_union (contents, G_N_ELEMENTS (contents));
}

/**
 * tl_chart_drag_add:
 * @page: a page with a chart
 * @view: the widget that shows the chart
 *
 * Lets the chart be dragged out of the window.
 */
void
tl_chart_drag_add (TlChartPage *page,
                   GtkWidget   *view)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), page, 0);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (source));
}
