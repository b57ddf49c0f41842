/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the table of currencies in place: it is looked through once, and used where it lies. */

#include "tl-currency-private.h"

#include "tl-data.h"

static gboolean
check_keys (const TlCurrencyKeys *keys,
            guint                 n_rows)
{
  for (guint i = 0; i < keys->n_keys; i++)
    if (GUINT32_FROM_LE (keys->keys[i].row) >= n_rows ||
        (i > 0 && GUINT32_FROM_LE (keys->keys[i - 1].key) >= GUINT32_FROM_LE (keys->keys[i].key)))
      return FALSE;
  return TRUE;
}

static gboolean
check_rows (const TlCurrencyTable *self,
            guint                  n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (self->rows[i].code[sizeof self->rows[i].code - 1] != '\0' || self->rows[i].divisor == 0)
      return FALSE;
  return check_keys (&self->pairs, n_rows) && check_keys (&self->subunits, n_rows) &&
         check_keys (&self->codes, n_rows) && check_keys (&self->short_signs, n_rows);
}

static gboolean
open_keys (TlCurrencyTable   *self,
           TlCurrencyKeys    *keys,
           const TlTableFile *file,
           guint              section,
           GError           **error)
{
  keys->rows = self->rows;
  keys->keys = tl_table_file_get_rows (file, section, sizeof (TlCurrencyKey), &keys->n_keys, error);
  return keys->keys != NULL;
}

static gboolean
open_phrases (TlPhraseTable     *phrases,
              const TlTableFile *file,
              guint              section,
              guint              n_values,
              GError           **error)
{
  return tl_phrase_table_open (phrases, file, section, TL_CURRENCIES_STRINGS, n_values, error);
}

/*
 * tl_currency_table_open:
 * @self: (out caller-allocates): the table
 * @data: its bytes, which have to outlive it
 * @size: how many
 * @error: where an error goes, of #TlTableFileError
 *
 * Returns: whether the table can be used
 */
gboolean
tl_currency_table_open (TlCurrencyTable *self,
                        gconstpointer    data,
                        gsize            size,
                        GError         **error)
{
  TlTableFile file;
  guint n_rows;

  if (!tl_table_file_open (&file, data, size, TL_CURRENCY_TABLE_MAGIC, TL_CURRENCY_TABLE_VERSION, error))
    return FALSE;
  self->rows = tl_table_file_get_rows (&file, TL_CURRENCIES_ROWS, sizeof (TlCurrencyRow), &n_rows, error);
  if (self->rows == NULL || !open_keys (self, &self->pairs, &file, TL_CURRENCIES_PAIRS, error) ||
      !open_keys (self, &self->subunits, &file, TL_CURRENCIES_SUBUNITS, error) ||
      !open_keys (self, &self->codes, &file, TL_CURRENCIES_CODES, error) ||
      !open_keys (self, &self->short_signs, &file, TL_CURRENCIES_SHORT, error))
    return FALSE;
  if (!check_rows (self, n_rows))
    {
      tl_table_file_set_damaged (error);
      return FALSE;
    }
  return open_phrases (&self->signs, &file, TL_CURRENCIES_SIGNS, n_rows, error) &&
         open_phrases (&self->names, &file, TL_CURRENCIES_NAMES, n_rows, error) &&
         open_phrases (&self->adjectives, &file, TL_CURRENCIES_ADJECTIVES, TL_CURRENCY_MAX_NUMBER, error) &&
         open_phrases (&self->units, &file, TL_CURRENCIES_UNITS, TL_CURRENCY_MAX_NUMBER, error);
}

static TlCurrencyTable *
open_compiled (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/currencies.table");
  g_autoptr(GError) error = NULL;
  TlCurrencyTable *table = g_new0 (TlCurrencyTable, 1);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!tl_currency_table_open (table, data, size, &error))
    g_error ("Compiled with wrong data: %s", error->message);
  return table;
}

/*
 * tl_currency_get_table:
 *
 * Returns: (transfer none): the table; lives as long as the program, like the lexicon
 */
const TlCurrencyTable *
tl_currency_get_table (void)
{
  static TlCurrencyTable *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, open_compiled ());
  return table;
}

/*
 * tl_currency_find_row:
 * @keys: some of a table's keys
 * @key: a key
 *
 * Returns: (nullable): what it is of
 */
const TlCurrencyRow *
tl_currency_find_row (const TlCurrencyKeys *keys,
                      guint32               key)
{
  guint low = 0, high = keys->n_keys;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint32 there = GUINT32_FROM_LE (keys->keys[middle].key);

      if (there == key)
        return &keys->rows[GUINT32_FROM_LE (keys->keys[middle].row)];
      if (there < key)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
