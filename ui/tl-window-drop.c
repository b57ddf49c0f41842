/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Files, links and selections that are dropped on the window, or pasted into it: all end in
 * tl_window_bring().
 */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-upkeep.h"
#include "tl-transfer.h"

/* Nobody brings more libraries at once; of more files than these they are not looked for. */
#define MAX_LOOKED_AT 64

/* Takes the libraries out of what a person brought, and asks about them. */
static GListModel *
take_libraries (TlWindow   *self,
                GListModel *files)
{
  GListStore *others = g_list_store_new (G_TYPE_FILE);
  guint n_files = g_list_model_get_n_items (files);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);
      const char *path = i < MAX_LOOKED_AT ? g_file_peek_path (file) : NULL;

      if (path != NULL && tl_library_is_file (path))
        tl_window_ask_for_library (self, path);
      else
        g_list_store_append (others, file);
    }
  return G_LIST_MODEL (others);
}

/* Imports what a person brought, and nobody else: so links are followed. */
static void
tl_window_bring (TlWindow   *self,
                 GListModel *brought,
                 const char *otherwise)
{
  g_autoptr(GListModel) files = take_libraries (self, brought);

  if (g_list_model_get_n_items (files) == 0 && g_list_model_get_n_items (brought) > 0)
    return;
  if (g_list_model_get_n_items (files) > 0)
    tl_window_import_brought (self, files);
  else
    tl_window_say (self, otherwise);
}

/* ---- dropping ---- */

typedef struct
{
  TlWindow *window;             /* owned */
  GdkDrop  *drop;               /* owned */
} Drop;

static void
drop_read_cb (GObject      *source_object G_GNUC_UNUSED,
              GAsyncResult *result,
              gpointer      user_data)
{
  Drop *drop = user_data;
  g_autoptr(GListModel) files = tl_transfer_read_finish (result, NULL);
  gboolean has_any = files != NULL && g_list_model_get_n_items (files) > 0;

  gdk_drop_finish (drop->drop, has_any ? GDK_ACTION_COPY : 0);
  if (files != NULL && !g_cancellable_is_cancelled (drop->window->cancellable))
    tl_window_bring (drop->window, files, _("There is nothing in it that could be imported"));
  g_object_unref (drop->drop);
  g_object_unref (drop->window);
  g_free (drop);
}

/* Words that are dropped on a field to type in are for the field. */
static gboolean
is_for_field (TlWindow *self,
              GdkDrop  *drop,
              double    x,
              double    y)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL &&
         (GTK_IS_TEXT (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_TEXT) != NULL ||
          gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) != NULL) &&
         !gdk_content_formats_contain_mime_type (formats, "text/uri-list") &&
         !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST);
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *gdk_drop,
         double              x,
         double              y,
         TlWindow           *self)
{
  Drop *drop;

  if (is_for_field (self, gdk_drop, x, y))
    return FALSE;
  drop = g_new (Drop, 1);
  *drop = (Drop) { g_object_ref (self), g_object_ref (gdk_drop) };
  gtk_widget_set_visible (self->drop_sign, FALSE);
  tl_transfer_read_async (G_OBJECT (gdk_drop), self->cancellable, drop_read_cb, drop);
  return TRUE;
}

/* What is dragged from here is here already. */
static gboolean
accept_cb (GtkDropTargetAsync *target,
           GdkDrop            *drop,
           TlWindow           *self)
{
  g_autoptr(GdkContentFormats) formats = NULL;

  if (gdk_drop_get_drag (drop) != NULL)
    return FALSE;
  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_drop_get_formats (drop)));
  return gdk_content_formats_match (gtk_drop_target_async_get_formats (target), formats);
}

static GdkDragAction
drag_motion_cb (GtkDropTargetAsync *target,
                GdkDrop            *drop,
                double              x,
                double              y,
                TlWindow           *self)
{
  gboolean is_ours = !is_for_field (self, drop, x, y);

  gtk_widget_set_visible (self->drop_sign, is_ours);
  return is_ours ? GDK_ACTION_COPY : 0;
}

static void
drag_leave_cb (GtkDropTargetAsync *target,
               GdkDrop            *drop,
               TlWindow           *self)
{
  gtk_widget_set_visible (self->drop_sign, FALSE);
}

/**
 * tl_window_add_drop_target:
 * @self: the window
 *
 * Lets files, folders, links and selections be dropped anywhere on the window; while they
 * are held over it, it shows that they may.
 */
void
tl_window_add_drop_target (TlWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (tl_transfer_get_formats (), GDK_ACTION_COPY);

  /* The text view would take a file's name for text to be dropped into it. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drag_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- pasting ---- */

static void
paste_read_cb (GObject      *source_object G_GNUC_UNUSED,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GListModel) files = tl_transfer_read_finish (result, NULL);

  if (files != NULL && !g_cancellable_is_cancelled (self->cancellable))
    tl_window_bring (self, files, _("There is nothing to paste"));
}

/**
 * tl_window_paste:
 * @self: the window
 *
 * Imports what was copied: files in a file manager, a link, a selection.
 */
void
tl_window_paste (TlWindow *self)
{
  tl_transfer_read_async (G_OBJECT (gtk_widget_get_clipboard (GTK_WIDGET (self))), self->cancellable,
                          paste_read_cb, g_object_ref (self));
}

/**
 * tl_window_drop:
 * @self: the window
 * @value: a #GdkFileList
 *
 * Imports files and folders as if they were dropped.
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

  tl_window_bring (self, G_LIST_MODEL (files), "");
  return TRUE;
}
