/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-dismissed-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-mention.h"

/**
 * TlDismissedDialog:
 *
 * The names of a library of which a person said that they are none, each with a button that brings
 * it back.  Follows the library.
 */
struct _TlDismissedDialog
{
  AdwWindow     parent_instance;

  GtkStack     *stack;
  GtkListBox   *list;

  TlLibrary    *library;        /* owned */
  GCancellable *cancellable;    /* owned, of the search that runs; or NULL */
  int           focused;        /* which row was activated, or -1 */
};

G_DEFINE_FINAL_TYPE (TlDismissedDialog, tl_dismissed_dialog, ADW_TYPE_WINDOW)

/* The window does it, so that its Undo knows of it. */
static void
restore_cb (GtkButton *button,
            gpointer   user_data)
{
  TlDismissedDialog *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  gint64 *id = g_object_get_data (G_OBJECT (button), "entity");

  self->focused = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.restore-entity", "x", *id);
}

static GtkWidget *
make_button (TlDismissedDialog   *self,
             const TlKnownEntity *entity)
{
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *name = g_strdup_printf (_("Restore “%s”"), entity->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "entity", g_memdup2 (&entity->id, sizeof entity->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  return button;
}

static GtkWidget *
make_row (TlDismissedDialog   *self,
          const TlKnownEntity *entity)
{
  g_autofree char *n_articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                                              entity->n_articles), entity->n_articles);
  g_autofree char *subtitle =
    g_strconcat (tl_mention_kind_get_heading (tl_mention_kind_for_entity (entity->type)), " · ", n_articles, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", entity->name, "subtitle",
                                 subtitle, NULL);

  if (tl_library_get_state (self->library) == TL_LIBRARY_WRITABLE)
    {
      GtkWidget *button = make_button (self, entity);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }
  return row;
}

/* Who brings back one after the other goes on with the next. */
static void
restore_focus (TlDismissedDialog *self,
               guint              n_rows)
{
  int last = (int) n_rows - 1;

  if (self->focused >= 0 && n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (self->focused, last))));
  self->focused = -1;
}

static void
show_found (TlDismissedDialog *self,
            GPtrArray         *entities)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < entities->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entities, i)));
  gtk_stack_set_visible_child_name (self->stack, entities->len > 0 ? "names" : "empty");
  restore_focus (self, entities->len);
}

static void
found_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlDismissedDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entities =
    tl_library_find_entities_finish (TL_LIBRARY (source_object), result, &error);

  if (entities != NULL && self->library != NULL)
    show_found (self, entities);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message);
}

static void
stop (TlDismissedDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
fill (TlDismissedDialog *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  tl_library_list_dismissed_async (self->library, self->cancellable, found_cb, g_object_ref (self));
}

static void
tl_dismissed_dialog_dispose (GObject *object)
{
  TlDismissedDialog *self = TL_DISMISSED_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_DISMISSED_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_dismissed_dialog_parent_class)->dispose (object);
}

static void
tl_dismissed_dialog_class_init (TlDismissedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_dismissed_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-dismissed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDismissedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlDismissedDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_dismissed_dialog_init (TlDismissedDialog *self)
{
  self->focused = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_dismissed_dialog_new:
 * @parent: the window that it belongs to, which has the action "restore-entity"
 * @library: where the names are
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWindow *
tl_dismissed_dialog_new (GtkWindow *parent,
                         TlLibrary *library)
{
  TlDismissedDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_DISMISSED_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "entities-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WINDOW (self);
}
