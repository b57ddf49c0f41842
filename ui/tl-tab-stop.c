/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-tab-stop.h"

/**
 * TlTabStop:
 *
 * Holds a list and makes it one stop for Tab.  GTK's lists go from row to row by Tab, and
 * who has a thousand articles would not get past them; here Tab goes through what is in the
 * row that has the focus, and then on.  From row to row go the arrow keys.
 */
struct _TlTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TlTabStop, tl_tab_stop, ADW_TYPE_BIN)

static GtkWidget *
find_row (GtkWidget *focus,
          GtkWidget *end)
{
  for (GtkWidget *widget = focus; widget != end; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
      return widget;
  return NULL;
}

static gboolean
tl_tab_stop_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) ||
      focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return GTK_WIDGET_CLASS (tl_tab_stop_parent_class)->focus (widget, direction);

  row = find_row (focus, widget);
  return row != NULL && gtk_widget_child_focus (row, direction);
}

static void
tl_tab_stop_class_init (TlTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = tl_tab_stop_focus;
}

static void
tl_tab_stop_init (TlTabStop *self)
{
}
