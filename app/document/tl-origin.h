/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  tl_origin_find       (const char  *text,
                            char       **url,
                            char       **publisher);
char *tl_origin_dup_domain (const char  *url);

G_END_DECLS
