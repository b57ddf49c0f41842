/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-official-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-history-entry.h"
#include "tl-library-official.h"
#include "tl-official-item.h"

/**
 * TlOfficialDialog:
 *
 * The tables of official figures that a library holds, each with where it comes from and what is
 * in it, to be removed one by one.  Follows the library.
 */
struct _TlOfficialDialog
{
  AdwWindow     parent_instance;

  GtkStack     *stack;
  GtkListBox   *list;
  GtkActionBar *bar;            /* offers to undo the latest removal */
  GtkWidget    *undo_button;

  TlLibrary    *library;        /* owned */
  GListStore   *tables;         /* owned: TlOfficialItem */
};

G_DEFINE_FINAL_TYPE (TlOfficialDialog, tl_official_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
get_parent (TlOfficialDialog *self)
{
  return GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

/* ---- the list ---- */

static void
fill (TlOfficialDialog *self)
{
  g_autoptr(GPtrArray) tables = tl_library_list_official (self->library);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (tables, NULL);
  for (guint i = tables->len; i > 0; i--)
    g_ptr_array_add (items, tl_official_item_new (tables->pdata[i - 1]));
  g_list_store_splice (self->tables, 0, g_list_model_get_n_items (G_LIST_MODEL (self->tables)), items->pdata,
                       items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "tables" : "empty");
}

static GtkWidget *
make_button (const TlOfficialTable *table)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove the figures of %s"),
                                           tl_official_source_get_name (table->source));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "official.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", table->id);
  return button;
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlOfficialDialog *self = user_data;
  const TlOfficialTable *table = tl_official_item_get_table (item);
  g_autofree char *origin = tl_official_table_dup_origin (table);
  g_autofree char *contents = tl_official_table_dup_contents (table);
  g_autofree char *subtitle = g_strconcat (origin, "\n", contents, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", tl_official_source_get_name (table->source),
                                 "subtitle", subtitle,
                                 NULL);

  if (tl_library_get_state (self->library) == TL_LIBRARY_WRITABLE)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (table));
  return row;
}

/* ---- removing ---- */

/* The window does it, so that its Undo knows of it; its toast may be hidden by the dialog. */
static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlOfficialDialog *self = user_data;

  gtk_widget_activate_action_variant (get_parent (self), "win.remove-official", parameter);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->undo_button), parameter);
  gtk_action_bar_set_revealed (self->bar, TRUE);
  /* The button that had the focus went with its row. */
  gtk_widget_grab_focus (self->undo_button);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TlOfficialDialog *self = user_data;

  gtk_widget_activate_action (get_parent (self), "win.undo-act", "(sx)", tl_undo_kind_to_string (TL_UNDO_OFFICIAL),
                              g_variant_get_int64 (parameter));
  gtk_action_bar_set_revealed (self->bar, FALSE);
}

static const GActionEntry entries[] = {
  { .name = "remove", .activate = remove_cb, .parameter_type = "x" },
  { .name = "restore", .activate = restore_cb, .parameter_type = "x" },
};

/* ---- the widget ---- */

static void
tl_official_dialog_dispose (GObject *object)
{
  TlOfficialDialog *self = TL_OFFICIAL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OFFICIAL_DIALOG);
  g_clear_object (&self->tables);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_official_dialog_parent_class)->dispose (object);
}

static void
tl_official_dialog_class_init (TlOfficialDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_official_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-official-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOfficialDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOfficialDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlOfficialDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, TlOfficialDialog, undo_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_official_dialog_init (TlOfficialDialog *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->tables = g_list_store_new (TL_TYPE_OFFICIAL_ITEM);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "official", G_ACTION_GROUP (actions));
}

/**
 * tl_official_dialog_new:
 * @parent: the window that it belongs to, which has the actions "remove-official" and
 *   "undo-act"
 * @library: where the tables are
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWindow *
tl_official_dialog_new (GtkWindow *parent,
                        TlLibrary *library)
{
  TlOfficialDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_OFFICIAL_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->tables), make_row_cb, self, NULL);
  g_signal_connect_object (library, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WINDOW (self);
}
