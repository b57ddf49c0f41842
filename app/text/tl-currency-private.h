/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-currency.h"
#include "tl-currency-layout.h"

G_BEGIN_DECLS

/* The tokenizer leaves digits with so many capitals before them. */
#define TL_CURRENCY_MAX_GLUED 2

/**
 * TlCurrencyKeys:
 * @keys: in order
 * @n_keys: how many
 * @rows: what their indices are of
 *
 * Rows by their keys.
 */
typedef struct
{
  const TlCurrencyKey *keys;
  guint                n_keys;
  const TlCurrencyRow *rows;
} TlCurrencyKeys;

/**
 * TlCurrencyTable:
 * @signs: → index of a row
 * @names: → index of a row
 * @adjectives: → a number that tells it from the others
 * @units: → a number, likewise; subunits are among them
 * @rows: what signs and names mean
 * @pairs: by tl_currency_pair_key()
 * @subunits: by tl_currency_subunit_key()
 * @codes: by tl_currency_code_key()
 * @short_signs: by tl_currency_short_key()
 *
 * resources/lexicon/currencies.tsv, used where it is compiled in.
 */
typedef struct
{
  TlPhraseTable        signs;
  TlPhraseTable        names;
  TlPhraseTable        adjectives;
  TlPhraseTable        units;
  const TlCurrencyRow *rows;
  TlCurrencyKeys       pairs;
  TlCurrencyKeys       subunits;
  TlCurrencyKeys       codes;
  TlCurrencyKeys       short_signs;
} TlCurrencyTable;

const TlCurrencyTable *tl_currency_get_table (void);
gboolean               tl_currency_table_open (TlCurrencyTable      *self,
                                               gconstpointer         data,
                                               gsize                 size,
                                               GError              **error);
const TlCurrencyRow   *tl_currency_find_row  (const TlCurrencyKeys  *keys,
                                              guint32                key);

G_END_DECLS
