/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tl_bin_dispose_template:
 * @widget: an #AdwBin with a template
 * @type: the type that has the template
 *
 * gtk_widget_dispose_template() takes the bin's child away where it is bound by name, and
 * the bin would take it away once more.
 */
static inline void
tl_bin_dispose_template (GtkWidget *widget,
                         GType      type)
{
  adw_bin_set_child (ADW_BIN (widget), NULL);
  gtk_widget_dispose_template (widget, type);
}

G_END_DECLS
