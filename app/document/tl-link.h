/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GUri    *tl_link_parse     (GUri       *base,
                            const char *text);
gboolean tl_link_is_link   (const char *text);
gboolean tl_link_is_file   (GFile      *file);
char    *tl_link_dup_clean (const char *text);

G_END_DECLS
