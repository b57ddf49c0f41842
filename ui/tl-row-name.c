/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-row-name.h"

/**
 * tl_row_name_set:
 * @child: what a row of a list shows
 * @first: the first part of its name
 * @...: (nullable): more parts; empty ones are left out.  A %NULL ends them
 *
 * Names a row for a screen reader.  The focus stands on the row, which is GTK's and has no
 * name of its own, and not on what is in it.
 */
void
tl_row_name_set (GtkWidget  *child,
                 const char *first,
                 ...)
{
  GtkWidget *row = gtk_widget_get_parent (child);
  g_autoptr(GString) name = g_string_new (NULL);
  va_list parts;

  if (row == NULL)
    return;

  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    {
      if (name->len > 0 && part[0] != '\0')
        g_string_append (name, ", ");
      g_string_append (name, part);
    }
  va_end (parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}
