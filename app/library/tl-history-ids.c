/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ids of what an import brought, ascending, each as how much it is more than the one before,
 * seven bits to a byte.  They follow each other closely: a hundred thousand take about as many
 * bytes. */

#include "tl-history-ids.h"

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
append_number (GByteArray *bytes,
               guint64     number)
{
  do
    {
      guint8 byte = (guint8) (number & 0x7f);

      number >>= 7;
      if (number != 0)
        byte |= 0x80;
      g_byte_array_append (bytes, &byte, 1);
    }
  while (number != 0);
}

/**
 * tl_history_ids_pack:
 * @ids: (element-type gint64): ids, positive; is sorted
 *
 * Returns: (transfer full): the same, each once
 */
GBytes *
tl_history_ids_pack (GArray *ids)
{
  GByteArray *bytes = g_byte_array_sized_new (ids->len + 8);
  gint64 last = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id > last)
        append_number (bytes, (guint64) (id - last));
      last = MAX (last, id);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * tl_history_ids_unpack:
 * @packed: (nullable): from tl_history_ids_pack(), or something damaged
 * @ids: (element-type gint64): gets the ids appended; fewer where they are damaged
 */
void
tl_history_ids_unpack (GBytes *packed,
                       GArray *ids)
{
  gsize n_bytes = 0;
  const guint8 *bytes = packed != NULL ? g_bytes_get_data (packed, &n_bytes) : NULL;
  guint64 last = 0, number = 0;
  guint shift = 0;

  for (gsize i = 0; i < n_bytes && shift < 63; i++)
    {
      number |= (guint64) (bytes[i] & 0x7f) << shift;
      shift += 7;
      if ((bytes[i] & 0x80) != 0)
        continue;
      if (number > G_MAXINT64 - last)
        return;
      last += number;
      g_array_append_val (ids, last);
      number = 0;
      shift = 0;
    }
}
