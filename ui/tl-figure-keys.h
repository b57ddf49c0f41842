/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_figure_keys_install (GtkWidgetClass                  *widget_class,
                             const char                      *action,
                             GtkWidgetActionActivateFunc      say);

G_END_DECLS
