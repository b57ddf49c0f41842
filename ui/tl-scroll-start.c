/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GTK scrolls from the left, also where one reads from the right: what is wider than its place would
 * begin with its end. */

#include "tl-scroll-start.h"

typedef struct
{
  GtkWidget     *scrolled;      /* which this is data of */
  GtkAdjustment *adjustment;    /* its own */
  double         distance;      /* from where one begins to read, as a person left it */
  guint          idle_id;       /* or 0 */
} Keeper;

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_handle_id (&keeper->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (keeper->adjustment, keeper);
  g_object_unref (keeper->adjustment);
  g_free (keeper);
}

static double
get_room (Keeper *keeper)
{
  return gtk_adjustment_get_upper (keeper->adjustment) - gtk_adjustment_get_page_size (keeper->adjustment);
}

static gboolean
is_from_right (Keeper *keeper)
{
  return gtk_widget_get_direction (keeper->scrolled) == GTK_TEXT_DIR_RTL;
}

static void
scrolled_cb (Keeper *keeper)
{
  if (keeper->idle_id == 0)
    keeper->distance = MAX (0, get_room (keeper) - gtk_adjustment_get_value (keeper->adjustment));
}

static gboolean
bring_back_cb (gpointer user_data)
{
  Keeper *keeper = user_data;

  if (is_from_right (keeper))
    gtk_adjustment_set_value (keeper->adjustment, get_room (keeper) - keeper->distance);
  keeper->idle_id = 0;
  return G_SOURCE_REMOVE;
}

/* Its size changes while it is allocated, when nothing can be scrolled. */
static void
resized_cb (Keeper *keeper)
{
  if (keeper->idle_id == 0 && is_from_right (keeper))
    keeper->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, bring_back_cb, keeper, NULL);
}

/**
 * tl_scroll_start_keep:
 * @scrolled: what is scrolled sideways
 *
 * Has it begin where one begins to read, and stay there when its size changes.
 */
void
tl_scroll_start_keep (GtkScrolledWindow *scrolled)
{
  Keeper *keeper;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled));

  keeper = g_new0 (Keeper, 1);
  keeper->scrolled = GTK_WIDGET (scrolled);
  keeper->adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scrolled));
  g_signal_connect_swapped (keeper->adjustment, "value-changed", G_CALLBACK (scrolled_cb), keeper);
  g_signal_connect_swapped (keeper->adjustment, "changed", G_CALLBACK (resized_cb), keeper);
  g_object_set_data_full (G_OBJECT (scrolled), "tl-scroll-start", keeper, keeper_free);
}
