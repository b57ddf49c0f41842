/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

GBytes *tl_sort_key_new      (const char *text,
                              const char *language);
int     tl_sort_key_register (sqlite3    *handle);

G_END_DECLS
