/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-charset-label.h"

G_BEGIN_DECLS

gboolean  tl_charset_is_utf16        (const guint8  *data,
                                      gsize          length);
char     *tl_charset_decode          (const guint8  *data,
                                      gsize          length,
                                      GError       **error);
char     *tl_charset_decode_labelled (const guint8  *data,
                                      gsize          length,
                                      const char    *label,
                                      GError       **error);

G_END_DECLS
