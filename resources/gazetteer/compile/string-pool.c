/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "string-pool.h"

#include <string.h>

void
string_pool_init (StringPool *self)
{
  self->bytes = g_string_new (NULL);
  self->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  string_pool_add (self, "");
}

/* Returns where the string begins. */
guint32
string_pool_add (StringPool *self,
                 const char *string)
{
  gpointer offset;

  if (!g_hash_table_lookup_extended (self->offsets, string, NULL, &offset))
    {
      offset = GSIZE_TO_POINTER (self->bytes->len);
      g_hash_table_insert (self->offsets, g_strdup (string), offset);
      g_string_append_len (self->bytes, string, (gssize) strlen (string) + 1);
    }
  return GPOINTER_TO_UINT (offset);
}

void
string_pool_clear (StringPool *self)
{
  g_hash_table_unref (self->offsets);
  g_string_free (self->bytes, TRUE);
}
