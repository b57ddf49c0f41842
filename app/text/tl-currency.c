/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signs and names of currencies in a text. */

#include "tl-currency-private.h"

#include "tl-lexicon.h"

#include <string.h>

static gboolean
set_match (TlCurrencyMatch    *match,
           const CurrencySign *sign,
           guint               end_token)
{
  *match = (TlCurrencyMatch) {
    sign->code, end_token, sign->multiplier, sign->unit, sign->is_ambiguous, sign->is_large, sign->is_plain,
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
  TlPhraseMatch phrase;

  return tl_phrases_match_at (tl_currency_get_table ()->signs, text, token, &phrase) &&
         !is_apart (text, token, phrase.end_token) && !is_rate (text, token) &&
         set_match (match, phrase.value, phrase.end_token);
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
  const CurrencySign *sign;

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
  sign = g_hash_table_lookup (tl_currency_get_table ()->short_signs, key);
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
  const CurrencyTable *self = tl_currency_get_table ();
  TlPhraseMatch adjective, unit, name;
  gboolean has_name = tl_phrases_match_at (self->names, text, token, &name);

  if (tl_phrases_match_at (self->adjectives, text, token, &adjective) &&
      tl_phrases_match_at (self->units, text, adjective.end_token, &unit) &&
      (!has_name || unit.end_token >= name.end_token))
    {
      const CurrencySign *sign = tl_currency_find_pair (GPOINTER_TO_UINT (adjective.value),
                                                        GPOINTER_TO_UINT (unit.value));

      if (sign != NULL)
        return set_match (match, sign, unit.end_token);
    }
  return has_name && set_match (match, name.value, name.end_token);
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
  const CurrencyTable *self = tl_currency_get_table ();
  const CurrencySign *sign;
  TlPhraseMatch unit;

  if (!tl_phrases_match_at (self->units, text, token, &unit))
    return FALSE;
  sign = g_hash_table_lookup (self->subunits,
                              tl_currency_subunit_key (code, GPOINTER_TO_UINT (unit.value)));
  return sign != NULL && set_match (match, sign, unit.end_token);
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
  return g_hash_table_contains (tl_currency_get_table ()->codes, code);
}
