/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-renewed-dialog.h"

#include "tl-library-again.h"
#include "tl-renewed-row.h"
#include "tl-tab-stop.h"

/**
 * TlRenewedDialog:
 *
 * The articles that this version of the program reads otherwise than the one before, with
 * what came and went in each.
 */
struct _TlRenewedDialog
{
  AdwWindow    parent_instance;

  GtkWidget   *seen_button;
  GtkListView *view;

  TlLibrary   *library;         /* owned */
};

G_DEFINE_FINAL_TYPE (TlRenewedDialog, tl_renewed_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
get_parent (TlRenewedDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* Whoever opens an article wants to read it, not this. */
static void
activate_cb (TlRenewedDialog *self,
             guint            position)
{
  g_autoptr(TlArticleItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  gtk_widget_activate_action (get_parent (self), "win.show-article", "x",
                              tl_article_item_get_id (item));
  gtk_window_close (GTK_WINDOW (self));
}

static void
seen_cb (TlRenewedDialog *self)
{
  gtk_widget_activate_action (get_parent (self), "win.forget-renewed", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  TlRenewedDialog *self = user_data;

  gtk_list_item_set_child (list_item,
                           g_object_new (TL_TYPE_RENEWED_ROW, "library", self->library, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", gtk_list_item_get_item (list_item), NULL);
}

static void
tl_renewed_dialog_dispose (GObject *object)
{
  TlRenewedDialog *self = TL_RENEWED_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_RENEWED_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_renewed_dialog_parent_class)->dispose (object);
}

static void
tl_renewed_dialog_class_init (TlRenewedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_renewed_dialog_dispose;

  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-renewed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRenewedDialog, seen_button);
  gtk_widget_class_bind_template_child (widget_class, TlRenewedDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_renewed_dialog_init (TlRenewedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_renewed_dialog_new:
 * @parent: the window that it belongs to
 * @library: where the articles are
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWindow *
tl_renewed_dialog_new (GtkWindow *parent,
                       TlLibrary *library)
{
  TlRenewedDialog *self;
  g_autoptr(GtkListItemFactory) factory = NULL;
  g_autoptr(GArray) ids = NULL;
  GListModel *articles;
  GtkSelectionModel *selection;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_RENEWED_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);

  ids = tl_library_get_renewed (library);
  articles = tl_library_list_articles (library, ids);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (articles));
  gtk_list_view_set_model (self->view, selection);
  g_object_unref (selection);
  gtk_widget_set_sensitive (self->seen_button, ids->len > 0);
  return GTK_WINDOW (self);
}
