/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_compound_names (const guint8 *data,
                            gsize         length,
                            const char   *name);

G_END_DECLS
