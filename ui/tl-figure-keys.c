/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys by which a person says what a figure is, wherever one has the focus or is selected. */

#include "tl-figure-keys.h"

/**
 * tl_figure_keys_install:
 * @widget_class: a class of widgets that show figures
 * @action: the name of an action that they do not have yet
 * @say: activates the action of the window that it is given as a string, of the figure that the
 *   person is at
 *
 * Installs the keys: Ctrl+Enter confirms, F2 edits, Delete dismisses.
 */
void
tl_figure_keys_install (GtkWidgetClass              *widget_class,
                        const char                  *action,
                        GtkWidgetActionActivateFunc  say)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *said;
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "win.confirm-figure" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "win.confirm-figure" },
    { GDK_KEY_Delete, 0, "win.dismiss-figure" },
    { GDK_KEY_KP_Delete, 0, "win.dismiss-figure" },
    { GDK_KEY_F2, 0, "win.edit-figure" },
  };

  gtk_widget_class_install_action (widget_class, action, "s", say);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, action,
                                         "s", keys[i].said);
}
