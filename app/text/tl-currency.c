/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs and names of currencies in a text. */

#include "tl-currency-private.h"

#include "tl-lexicon.h"

#include <string.h>

static gboolean
set_match (TlCurrencyMatch     *match,
           const TlCurrencyRow *row,
           guint                end_token)
{
  guint32 flags = GUINT32_FROM_LE (row->flags);

  *match = (TlCurrencyMatch) {
    .code = row->code,
    .end_token = end_token,
    .multiplier = (double) GUINT32_FROM_LE (row->multiplier) / GUINT32_FROM_LE (row->divisor),
    .unit = GUINT32_FROM_LE (row->unit),
    .is_ambiguous = (flags & TL_CURRENCY_ROW_AMBIGUOUS) != 0,
    .is_large = (flags & TL_CURRENCY_ROW_LARGE) != 0,
    .is_plain = (flags & TL_CURRENCY_ROW_PLAIN) != 0,
  };
  return TRUE;
}

static TlPhrases *
get_sign_words (void)
{
  static TlPhrases *words = NULL;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, tl_lexicon_get_group (tl_lexicon_get_default (), "amount-sign-words"));
  return words;
}

/*
 * "A$5" and "US $5", but not "A $5 million loan" or "gave us $5": letters that stand apart from
 * the sign behind them are its own where they cannot be a word, or where the text sets every
 * sign apart ("hk $ 11.28").
 */
static gboolean
is_apart (TlText *text,
          guint   token,
          guint   end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  if (end - token < 2 || tokens[token].kind != TL_TOKEN_WORD || tokens[token + 1].kind != TL_TOKEN_SYMBOL ||
      (tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) == 0)
    return FALSE;
  if ((tokens[token].flags & TL_TOKEN_ALL_CAPS) != 0)
    return FALSE;
  return tl_lexicon_match (get_sign_words (), text, token, NULL) != NULL || end >= n_tokens ||
         (tokens[end].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

/* The second of "EUR/USD 1.0850", which is a rate. */
static gboolean
is_rate (TlText *text,
         guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token >= 2 && (tokens[token].flags & TL_TOKEN_ALL_CAPS) != 0 &&
         (tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0 && tl_text_token_is (text, token - 1, "/") &&
         (tokens[token - 2].flags & TL_TOKEN_ALL_CAPS) != 0;
}

/**
 * tl_currency_match_sign:
 * @text: a text
 * @token: index of a token of it
 * @match: (out): the currency
 *
 * Finds a sign or a code ("US$", "€", "USD", "Rs.") that begins at a token.
 *
 * Returns: whether there is one
 */
gboolean
tl_currency_match_sign (TlText          *text,
                        guint            token,
                        TlCurrencyMatch *match)
{
  const TlCurrencyTable *self = tl_currency_get_table ();
  TlPhraseFound sign;

  return tl_phrase_table_match_at (&self->signs, text, token, &sign) &&
         !is_apart (text, token, sign.end_token) && !is_rate (text, token) &&
         set_match (match, &self->rows[sign.value], sign.end_token);
}

/**
 * tl_currency_match_glued:
 * @text: a text
 * @token: index of a token of it
 * @match: (out): the currency; its end is the token with the digits
 * @n_letters: (out): how many bytes of that token are letters
 *
 * Finds a sign whose letters are one token with the digits behind them: "RM500", "$US5".
 *
 * Returns: whether there is one
 */
gboolean
tl_currency_match_glued (TlText          *text,
                         guint            token,
                         TlCurrencyMatch *match,
                         guint           *n_letters)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  gboolean has_dollar = tl_text_get_string (text)[tokens[token].span.start] == '$';
  guint word = has_dollar ? token + 1 : token;
  char key[TL_CURRENCY_MAX_GLUED + 2] = "$";
  const char *string;
  guint n = 0;
  const TlCurrencyRow *sign;

  if (word >= n_tokens || tokens[word].kind != TL_TOKEN_WORD ||
      (has_dollar && (tokens[word].flags & TL_TOKEN_SPACE_BEFORE) != 0))
    return FALSE;
  string = tl_text_get_string (text) + tokens[word].span.start;
  if (!g_ascii_isdigit (string[tokens[word].span.end - tokens[word].span.start - 1]))
    return FALSE;
  while (n < TL_CURRENCY_MAX_GLUED && g_ascii_isalpha (string[n]))
    n++;
  if (n == 0 || !g_ascii_isdigit (string[n]))
    return FALSE;
  memcpy (has_dollar ? key + 1 : key, string, n);
  sign = tl_currency_find_row (&tl_currency_get_table ()->short_signs, tl_currency_short_key (key));
  *n_letters = n;
  return sign != NULL && set_match (match, sign, word);
}

/**
 * tl_currency_match_name:
 * @text: a text
 * @token: index of a token of it
 * @match: (out): the currency
 *
 * Finds a currency's name ("tenge", "Australian dollars") that begins at a token.
 *
 * Returns: whether there is one
 */
gboolean
tl_currency_match_name (TlText          *text,
                        guint            token,
                        TlCurrencyMatch *match)
{
  const TlCurrencyTable *self = tl_currency_get_table ();
  TlPhraseFound adjective, unit, name;
  gboolean has_name = tl_phrase_table_match_at (&self->names, text, token, &name);

  if (tl_phrase_table_match_at (&self->adjectives, text, token, &adjective) &&
      tl_phrase_table_match_at (&self->units, text, adjective.end_token, &unit) &&
      (!has_name || unit.end_token >= name.end_token))
    {
      guint32 key = tl_currency_pair_key (adjective.value, unit.value);
      const TlCurrencyRow *row = tl_currency_find_row (&self->pairs, key);

      if (row != NULL)
        return set_match (match, row, unit.end_token);
    }
  return has_name && set_match (match, &self->rows[name.value], name.end_token);
}

/**
 * tl_currency_match_subunit:
 * @text: a text
 * @token: index of a token of it
 * @code: a currency
 * @match: (out): the currency with what its subunit is worth
 *
 * Finds the name of a currency's subunit ("cents") that begins at a token.
 *
 * Returns: whether there is one
 */
gboolean
tl_currency_match_subunit (TlText          *text,
                           guint            token,
                           const char      *code,
                           TlCurrencyMatch *match)
{
  const TlCurrencyTable *self = tl_currency_get_table ();
  const TlCurrencyRow *row;
  TlPhraseFound unit;

  if (!tl_phrase_table_match_at (&self->units, text, token, &unit))
    return FALSE;
  row = tl_currency_find_row (&self->subunits, tl_currency_subunit_key (code, unit.value));
  return row != NULL && set_match (match, row, unit.end_token);
}

/**
 * tl_currency_exists:
 * @code: three letters
 *
 * Returns: whether it is the code of a currency that can be recognised
 */
gboolean
tl_currency_exists (const char *code)
{
  return strlen (code) == 3 && strspn (code, G_CSET_A_2_Z) == 3 &&
         tl_currency_find_row (&tl_currency_get_table ()->codes, tl_currency_code_key (code)) != NULL;
}
