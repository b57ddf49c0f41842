/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-currency.h"
#include "tl-phrases.h"

G_BEGIN_DECLS

/* The tokenizer leaves digits with so many capitals before them. */
#define TL_CURRENCY_MAX_GLUED 2

/**
 * CurrencySign:
 * @code: ISO 4217, or %TL_CURRENCY_UNKNOWN
 * @multiplier: see #TlCurrencyMatch
 * @unit: likewise
 * @is_ambiguous: likewise
 * @is_large: likewise
 * @is_plain: likewise
 *
 * What a sign or a name means.
 */
typedef struct
{
  char     code[4];
  double   multiplier;
  guint    unit;
  gboolean is_ambiguous;
  gboolean is_large;
  gboolean is_plain;
} CurrencySign;

/**
 * CurrencyTable:
 * @signs: → #CurrencySign
 * @names: → #CurrencySign
 * @adjectives: → a number that tells it from the others
 * @units: → a number, likewise; subunits are among them
 * @pairs: adjective's number << 16 | unit's number → #CurrencySign
 * @subunits: see tl_currency_subunit_key() → #CurrencySign
 * @codes: code → #CurrencySign
 * @short_signs: "RM", "$US": what the tokenizer leaves digits with → #CurrencySign
 *
 * resources/lexicon/currencies.tsv as tables of phrases.
 */
typedef struct
{
  TlPhrases  *signs;
  TlPhrases  *names;
  TlPhrases  *adjectives;
  TlPhrases  *units;
  GHashTable *pairs;
  GHashTable *subunits;
  GHashTable *codes;
  GHashTable *short_signs;
} CurrencyTable;

const CurrencyTable *tl_currency_get_table  (void);
const CurrencySign  *tl_currency_find_pair  (guint       adjective,
                                             guint       unit);
gpointer             tl_currency_subunit_key (const char *code,
                                              guint       unit);

G_END_DECLS
