/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_mail_html_dup_lines (const guint8 *data,
                              gsize         length,
                              const char   *charset);

G_END_DECLS
