/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-compound.h"

#include <string.h>

/**
 * tl_compound_names:
 * @data: a compound file, as Office wrote before it zipped its documents, and still does
 *   around those that are protected
 * @length: how many bytes of it
 * @name: the name of a stream, in ASCII
 *
 * Returns: whether it stands anywhere, as the directory of such a file writes it
 */
gboolean
tl_compound_names (const guint8 *data,
                   gsize         length,
                   const char   *name)
{
  gsize n = strlen (name) * 2;
  const guint8 *end = data + length;
  const guint8 *p = data;

  while ((p = memchr (p, *name, (gsize) (end - p))) != NULL && (gsize) (end - p) >= n)
    {
      gsize i = 0;

      while (i < n && p[i] == (i % 2 == 0 ? (guint8) name[i / 2] : 0))
        i++;
      if (i == n)
        return TRUE;
      p++;
    }
  return FALSE;
}
