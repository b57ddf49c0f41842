/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ids of a long list in half the room.  No library has so many articles that one takes more
 * than four bytes, but a file may say so: then all are as they are. */

#include "tl-packed-ids.h"

/**
 * tl_packed_ids_get_size:
 * @ids: (element-type gint64): ids
 *
 * Returns: how many bytes each of them takes at least
 */
gsize
tl_packed_ids_get_size (GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) > G_MAXUINT32)
      return sizeof (gint64);
  return sizeof (guint32);
}

/**
 * tl_packed_ids_new:
 * @ids: (element-type gint64): ids
 * @size: of each, not less than tl_packed_ids_get_size()
 *
 * Returns: (transfer full): the same, as #guint32 or #gint64
 */
GArray *
tl_packed_ids_new (GArray *ids,
                   gsize   size)
{
  GArray *packed = g_array_sized_new (FALSE, FALSE, (guint) size, ids->len);

  if (size == sizeof (gint64))
    return g_array_append_vals (packed, ids->data, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = (guint32) g_array_index (ids, gint64, i);

      g_array_append_val (packed, id);
    }
  return packed;
}

/**
 * tl_packed_ids_unpack:
 * @packed: from tl_packed_ids_new()
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
tl_packed_ids_unpack (GArray *packed)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), packed->len);

  for (guint i = 0; i < packed->len; i++)
    {
      gint64 id = tl_packed_ids_get (packed, i);

      g_array_append_val (ids, id);
    }
  return ids;
}
