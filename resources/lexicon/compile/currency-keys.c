/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "currency-keys.h"

#include "tl-currency-layout.h"

struct _CurrencyKeys
{
  GHashTable *rows;             /* key → index of a row */
};

CurrencyKeys *
currency_keys_new (void)
{
  CurrencyKeys *self = g_new0 (CurrencyKeys, 1);

  self->rows = g_hash_table_new (NULL, NULL);
  return self;
}

gboolean
currency_keys_has (CurrencyKeys *self,
                   guint32       key)
{
  return g_hash_table_contains (self->rows, GUINT_TO_POINTER (key));
}

/* The last row that is set for a key counts. */
void
currency_keys_set (CurrencyKeys *self,
                   guint32       key,
                   guint32       row)
{
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (key), GUINT_TO_POINTER (row));
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const TlCurrencyKey *x = a, *y = b;

  return x->key < y->key ? -1 : x->key > y->key;
}

/* Appends the section to the table, and frees the writer. */
void
currency_keys_finish (CurrencyKeys *self,
                      TableWriter  *table)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (TlCurrencyKey));
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    {
      TlCurrencyKey one = { GPOINTER_TO_UINT (key), GPOINTER_TO_UINT (row) };

      g_array_append_val (keys, one);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      TlCurrencyKey *one = &g_array_index (keys, TlCurrencyKey, i);

      *one = (TlCurrencyKey) { GUINT32_TO_LE (one->key), GUINT32_TO_LE (one->row) };
    }
  table_writer_add_section (table, keys->data, keys->len, sizeof (TlCurrencyKey));

  g_hash_table_unref (self->rows);
  g_free (self);
}
