/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_origin_find_url       (const char *text);
char *tl_origin_find_publisher (const char *text,
                                const char *url);

G_END_DECLS
