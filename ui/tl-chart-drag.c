/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart, dragged out of the window. */

#include "tl-chart-drag.h"

#include "tl-chart-content.h"
#include "tl-picture-choices.h"
#include "tl-settings.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            TlChartView   *view)
{
  TlChart *chart = tl_chart_view_get_chart (view);
  g_autoptr(GSettings) settings = tl_settings_new ();
  TlChartPicture picture = tl_picture_choices_get_png (settings, GTK_WIDGET (view));

  /* What can be put onto a year is dragged alone. */
  if (tl_chart_view_pick_claim (view, x, y) != NULL)
    return NULL;
  return chart != NULL ? tl_chart_content_new (chart, &picture) : NULL;
}

/**
 * tl_chart_drag_add:
 * @view: a view of charts
 *
 * Lets the chart be dragged out of the window, as the PNG that would be exported.
 */
void
tl_chart_drag_add (TlChartView *view)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
}
