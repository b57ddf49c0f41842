/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_charset_convert (const guint8 *data,
                          gsize         length,
                          const char   *charset,
                          gsize        *n_text,
                          gsize        *n_broken);

G_END_DECLS
