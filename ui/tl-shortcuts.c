/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-shortcuts.h"

/**
 * tl_shortcuts_show:
 * @parent: the window
 *
 * Shows what can be done by which key.  The list is made only now: nobody looks at it while
 * the program starts.
 */
void
tl_shortcuts_show (GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  builder = gtk_builder_new_from_resource (TL_RESOURCES "tl-shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
