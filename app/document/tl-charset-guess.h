/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *tl_charset_guess       (const guint8 *data,
                                    gsize         length);
const char *tl_charset_guess_utf16 (const guint8 *data,
                                    gsize         length);
gboolean    tl_charset_is_likely   (const guint8 *data,
                                    gsize         length,
                                    const char   *charset);

G_END_DECLS
