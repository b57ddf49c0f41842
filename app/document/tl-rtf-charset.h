/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tl_rtf_charset_of_font (int         number);
char *tl_rtf_charset_convert (const char *bytes,
                              gsize       length,
                              guint       codepage);

G_END_DECLS
