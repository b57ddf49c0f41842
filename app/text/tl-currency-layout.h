/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-phrase-table.h"

G_BEGIN_DECLS

/*
 * How the table of currencies is laid out that resources/lexicon/compile/ makes and
 * tl-currency-table.c uses.  A change here takes another version.
 */
#define TL_CURRENCY_TABLE_MAGIC   "TLCU"
#define TL_CURRENCY_TABLE_VERSION 1

/* Its sections. */
enum
{
  TL_CURRENCIES_SIGNS,          /* phrases; a value is an index into the rows */
  TL_CURRENCIES_NAMES = TL_CURRENCIES_SIGNS + TL_PHRASE_N_SECTIONS,             /* the same */
  TL_CURRENCIES_ADJECTIVES = TL_CURRENCIES_NAMES + TL_PHRASE_N_SECTIONS,        /* a number */
  TL_CURRENCIES_UNITS = TL_CURRENCIES_ADJECTIVES + TL_PHRASE_N_SECTIONS,        /* a number */
  TL_CURRENCIES_ROWS = TL_CURRENCIES_UNITS + TL_PHRASE_N_SECTIONS,      /* TlCurrencyRow */
  TL_CURRENCIES_PAIRS,          /* TlCurrencyKey: adjective and unit */
  TL_CURRENCIES_SUBUNITS,       /* TlCurrencyKey: code and unit */
  TL_CURRENCIES_CODES,          /* TlCurrencyKey: code */
  TL_CURRENCIES_SHORT,          /* TlCurrencyKey: "RM", "$US": what stands before digits in a token */
  TL_CURRENCIES_STRINGS,        /* bytes of the phrases */
};

/* The numbers of adjectives and units are below this. */
#define TL_CURRENCY_MAX_NUMBER 0xffff

typedef enum
{
  TL_CURRENCY_ROW_AMBIGUOUS = 1 << 0,
  TL_CURRENCY_ROW_LARGE     = 1 << 1,
  TL_CURRENCY_ROW_PLAIN     = 1 << 2,
} TlCurrencyRowFlags;

/**
 * TlCurrencyRow:
 * @code: ISO 4217, or %TL_CURRENCY_UNKNOWN; ends with a zero
 * @multiplier: what it multiplies its number with
 * @divisor: what it divides its number by
 * @unit: number of the unit that is shared with other countries, else 0
 * @flags: #TlCurrencyRowFlags; see #TlCurrencyMatch for what they say
 *
 * What a sign or a name means.
 */
typedef struct
{
  char    code[4];
  guint32 multiplier;
  guint32 divisor;
  guint32 unit;
  guint32 flags;
} TlCurrencyRow;

/**
 * TlCurrencyKey:
 * @key: by which the section is in order
 * @row: index of a row
 */
typedef struct
{
  guint32 key;
  guint32 row;
} TlCurrencyKey;

static inline guint32
tl_currency_pair_key (guint32 adjective,
                      guint32 unit)
{
  return adjective << 16 | unit;
}

static inline guint32
tl_currency_code_key (const char *code)
{
  guint32 key = 0;

  for (guint i = 0; i < 3; i++)
    key = key << 5 | ((guint32) code[i] & 31);
  return key;
}

static inline guint32
tl_currency_subunit_key (const char *code,
                         guint32     unit)
{
  return tl_currency_code_key (code) << 16 | unit;
}

/* Of a sign of at most three bytes. */
static inline guint32
tl_currency_short_key (const char *sign)
{
  guint32 key = 0;

  for (guint i = 0; i < 3 && sign[i] != '\0'; i++)
    key = key << 8 | (guint8) sign[i];
  return key;
}

G_END_DECLS
