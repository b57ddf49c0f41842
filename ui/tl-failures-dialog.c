/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-failures-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-failure-item.h"
#include "tl-tab-stop.h"

/**
 * TlFailuresDialog:
 *
 * The files that an import did not take, each with the reason.
 */
struct _TlFailuresDialog
{
  AdwWindow    parent_instance;

  GtkLabel    *note;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (TlFailuresDialog, tl_failures_dialog, ADW_TYPE_WINDOW)

static void
tl_failures_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FAILURES_DIALOG);

  G_OBJECT_CLASS (tl_failures_dialog_parent_class)->dispose (object);
}

static void
tl_failures_dialog_class_init (TlFailuresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_failures_dialog_dispose;

  g_type_ensure (TL_TYPE_FAILURE_ITEM);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-failures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFailuresDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TlFailuresDialog, list_view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_failures_dialog_init (TlFailuresDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_failures (TlFailuresDialog *self,
               TlImport         *import)
{
  GPtrArray *failures = tl_import_get_failures (import);
  GListStore *store = g_list_store_new (TL_TYPE_FAILURE_ITEM);
  g_autoptr(GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (store));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_failures = tl_import_get_n_failures (import);
  g_autofree char *note = NULL;

  for (guint i = 0; i < failures->len; i++)
    g_ptr_array_add (items, tl_failure_item_new (g_ptr_array_index (failures, i)));
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (model));

  if (n_failures > failures->len)
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u file was not imported; here are the first",
                                         "%u files were not imported; here are the first",
                                         n_failures),
                            n_failures);
  else
    note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file was not imported",
                                         "%u files were not imported", n_failures),
                            n_failures);
  gtk_label_set_text (self->note, note);
}

/**
 * tl_failures_dialog_new:
 * @parent: the window that it belongs to
 * @import: an import that has failures
 *
 * Returns: (transfer none): a dialog with them, not shown yet
 */
GtkWindow *
tl_failures_dialog_new (GtkWindow *parent,
                        TlImport  *import)
{
  TlFailuresDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_IMPORT (import), NULL);

  self = g_object_new (TL_TYPE_FAILURES_DIALOG, "transient-for", parent, NULL);
  show_failures (self, import);
  return GTK_WINDOW (self);
}
