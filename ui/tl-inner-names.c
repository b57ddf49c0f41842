/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, for a screen reader, of what GTK 4.8 and libadwaita 1.2 put into their widgets without one. */

#include "tl-inner-names.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*Matches) (GtkWidget *widget);

static void
set_name (GtkWidget  *widget,
          Matches     matches,
          const char *name)
{
  if (matches (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_name (child, matches, name);
}

static gboolean
is_close_button (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0;
}

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX (widget);
}

/**
 * tl_inner_names_set_close:
 * @widget: a toast, or a search bar
 *
 * Names the button that closes it.
 */
void
tl_inner_names_set_close (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  set_name (widget, is_close_button, _("Close"));
}

/**
 * tl_inner_names_set_list:
 * @group: (type AdwPreferencesGroup): a group of rows without a title
 * @name: what the rows are
 *
 * Names the list of the rows.
 */
void
tl_inner_names_set_list (GtkWidget  *group,
                         const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (group));
  g_return_if_fail (name != NULL);

  set_name (group, is_list, name);
}

/* ---- buttons ---- */

static char button_key;

/* GTK 4.8 reads the name of a button and then what stands in it: "_Keep Keep", "GtkImage Search". */
static void
name_button (GtkButton *button)
{
  GtkWidget *child = gtk_button_get_child (button);

  if (gtk_button_get_label (button) == NULL && GTK_IS_IMAGE (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (!gtk_button_get_use_underline (button) || !GTK_IS_LABEL (child))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (child)), -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The focus goes to the button in a drop-down: its name is what is chosen. */
static void
name_drop_down (GtkDropDown *drop_down,
                GParamSpec  *pspec,
                GtkWidget   *button)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  if (GTK_IS_STRING_OBJECT (item))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_string_object_get_string (item), -1);
}

static gboolean
realized_cb (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (!GTK_IS_BUTTON (widget))
    return G_SOURCE_CONTINUE;
  if (GTK_IS_DROP_DOWN (parent))
    {
      g_signal_handlers_disconnect_by_data (parent, widget);
      g_signal_connect_object (parent, "notify::selected-item", G_CALLBACK (name_drop_down), widget, 0);
      name_drop_down (GTK_DROP_DOWN (parent), NULL, widget);
      return G_SOURCE_CONTINUE;
    }
  /* It may have been realized before. */
  g_signal_handlers_disconnect_by_data (widget, &button_key);
  g_signal_connect (widget, "notify::label", G_CALLBACK (name_button), &button_key);
  name_button (GTK_BUTTON (widget));
  return G_SOURCE_CONTINUE;
}

/**
 * tl_inner_names_watch_buttons:
 *
 * Has all buttons of the program read once, and drop-downs by what is chosen, as soon as they are seen.
 */
void
tl_inner_names_watch_buttons (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL, NULL);
}
