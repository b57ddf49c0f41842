/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are dropped on the window, or pasted into it: both end in tl_window_drop(). */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TlWindow      *self)
{
  return tl_window_drop (self, value);
}

static void
show_drop_sign_cb (GtkDropTarget *target,
                   GParamSpec    *pspec,
                   TlWindow      *self)
{
  gtk_widget_set_visible (self->drop_sign, gtk_drop_target_get_current_drop (target) != NULL);
}

/**
 * tl_window_add_drop_target:
 * @self: the window
 *
 * Lets files and folders be dropped anywhere on the window; while they are held over it,
 * it shows that they may.
 */
void
tl_window_add_drop_target (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* The text view would take a file's name for text to be dropped into it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (show_drop_sign_cb),
                           self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
paste_read_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source_object),
                                                         result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (value == NULL || !tl_window_drop (self, value))
    tl_window_say (self, _("There are no files to paste"));
}

/**
 * tl_window_paste:
 * @self: the window
 *
 * Imports the files that were copied in a file manager.
 */
void
tl_window_paste (TlWindow *self)
{
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                  GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable,
                                  paste_read_cb, g_object_ref (self));
}

/**
 * tl_window_drop:
 * @self: the window
 * @value: a #GdkFileList
 *
 * Imports files and folders that were dropped or pasted.
 *
 * Returns: whether there were any
 */
gboolean
tl_window_drop (TlWindow     *self,
                const GValue *value)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || g_value_get_boxed (value) == NULL)
    return FALSE;
  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;

  tl_window_import (self, G_LIST_MODEL (files));
  return TRUE;
}
