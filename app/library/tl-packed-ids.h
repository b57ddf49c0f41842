/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize   tl_packed_ids_get_size (GArray *ids);
GArray *tl_packed_ids_new      (GArray *ids,
                                gsize   size);
GArray *tl_packed_ids_unpack   (GArray *packed);

/**
 * tl_packed_ids_get:
 * @packed: from tl_packed_ids_new()
 * @position: a position in it
 *
 * Returns: the id there
 */
static inline gint64
tl_packed_ids_get (GArray *packed,
                   guint   position)
{
  return g_array_get_element_size (packed) == sizeof (gint64)
           ? g_array_index (packed, gint64, position)
           : (gint64) g_array_index (packed, guint32, position);
}

G_END_DECLS
