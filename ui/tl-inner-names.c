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
