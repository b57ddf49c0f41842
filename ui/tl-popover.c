/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Popovers close where what they belong to goes, and are forgotten where they go themselves. */

#include "tl-popover.h"

/* An open one has all keys and clicks of the program; GTK 4.8 takes them from it where it is closed, but not where its
 * parent is hidden or taken away, as a row is while articles come: then no window would answer any more. */
static gboolean
unmapped_cb (GSignalInvocationHint *hint G_GNUC_UNUSED,
             guint                  n_values G_GNUC_UNUSED,
             const GValue          *values,
             gpointer               user_data G_GNUC_UNUSED)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  /* One that was closed is not visible any more when it is unmapped. */
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  return TRUE;
}

/* The pointer can have come to one after it was closed, as an event was on its way.  GTK 4.8 forgets where the
 * pointer is as a widget is hidden or becomes insensitive, but not as it loses its surface, which it then asks in
 * vain at the window's next layout. */
static gboolean
unrealized_cb (GSignalInvocationHint *hint G_GNUC_UNUSED,
               guint                  n_values G_GNUC_UNUSED,
               const GValue          *values,
               gpointer               user_data G_GNUC_UNUSED)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget) && gtk_widget_get_sensitive (widget))
    {
      gtk_widget_set_sensitive (widget, FALSE);
      gtk_widget_set_sensitive (widget, TRUE);
    }
  return TRUE;
}

/**
 * tl_popover_watch_all:
 *
 * Has every popover of the program close where it is unmapped with its parent, and lose the pointer before its surface;
 * those within GTK's own widgets too.  To be called once.
 */
void
tl_popover_watch_all (void)
{
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unrealize", GTK_TYPE_WIDGET), 0, unrealized_cb, NULL, NULL);
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What is chosen is activated after the popover was closed, and needs it until then. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * tl_popover_attach:
 * @popover: (transfer floating): a popover that is made to be shown once
 * @parent: what it belongs to
 *
 * Gives a popover its parent, until it has been closed or the parent goes.
 */
void
tl_popover_attach (GtkWidget *popover,
                   GtkWidget *parent)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
}
