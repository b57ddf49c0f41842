/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_row_name_set (GtkWidget  *child,
                      const char *first,
                      ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
