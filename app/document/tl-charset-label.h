/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_charset_find_label (const guint8 *data,
                             gsize         length);
char *tl_charset_from_label (const char   *label);

G_END_DECLS
