/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-shortcuts.h"

#include "tl-shortcut-row.h"

/* No larger than the window that it is about. */
#define WIDTH 520
#define HEIGHT 640

/**
 * tl_shortcuts_show:
 * @parent: the window
 *
 * Shows what can be done by which key.  The list is made only now: nobody looks at it while
 * the program starts.  GTK's own window for that is wider than a narrow one of ours, and
 * libadwaita's for preferences keeps its rows for ever (1.2).
 */
void
tl_shortcuts_show (GtkWindow *parent)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_type_ensure (ADW_TYPE_WINDOW);
  g_type_ensure (ADW_TYPE_PREFERENCES_PAGE);
  g_type_ensure (TL_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource (TL_RESOURCES "tl-shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_default_size (shortcuts, MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent))));
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
