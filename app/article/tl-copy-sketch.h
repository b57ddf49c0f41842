/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes        *tl_copy_sketch_new (GArray *words);
const guint32 *tl_copy_sketch_get (GBytes *sketch,
                                   guint  *n_hashes);

G_END_DECLS
