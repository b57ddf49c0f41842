/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *tl_html_slim (const char *markup,
                       gsize       length);

G_END_DECLS
