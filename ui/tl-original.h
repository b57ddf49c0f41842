/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean  tl_original_is_web_address (const char *address);
char     *tl_original_dup_host       (const char *address);
void      tl_original_set_address    (GtkButton  *button,
                                      const char *address);

G_END_DECLS
