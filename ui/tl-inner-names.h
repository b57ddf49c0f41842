/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_inner_names_set_close     (GtkWidget  *widget);
void tl_inner_names_set_list      (GtkWidget  *group,
                                   const char *name);
void tl_inner_names_watch_buttons (void);

G_END_DECLS
