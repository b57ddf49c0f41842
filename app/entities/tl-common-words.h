/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_is_common_word  (const char *word,
                             gsize       length);
gboolean tl_is_common_token (const char *word,
                             gsize       length,
                             guint32     hash);

G_END_DECLS
