/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_popover_watch_all (void);
void tl_popover_attach    (GtkWidget *popover,
                           GtkWidget *parent);

G_END_DECLS
