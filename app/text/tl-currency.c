/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The currencies of resources/lexicon/currencies.tsv as tables of phrases: signs and
 * codes, names that stand alone, and units that need an adjective ("Australian
 * dollars"), which are kept apart from it, since most units go with many adjectives.
 */

#include "tl-currency.h"

#include "tl-data.h"
#include "tl-phrases.h"

#include <string.h>

/* The tokenizer leaves digits with so many capitals before them. */
#define MAX_GLUED 2

typedef struct
{
  char     code[4];
  double   multiplier;
  gboolean is_ambiguous;
  gboolean is_plain;
} Sign;

typedef struct
{
  TlPhrases  *signs;            /* → Sign */
  TlPhrases  *names;            /* → Sign */
  TlPhrases  *adjectives;       /* → a number that tells it from others */
  TlPhrases  *units;            /* → a number, likewise */
  GHashTable *pairs;            /* adjective's number << 16 | unit's number → Sign */
  GHashTable *codes;            /* code → Sign */
  GHashTable *short_signs;      /* "RM", "$US": see is_short() → Sign */
  GHashTable *numbers;          /* words of adjectives and units while reading → number */
} Currencies;

static guint
number_of (Currencies *self,
           TlPhrases  *phrases,
           const char *kind,
           const char *phrase)
{
  g_autofree char *key = g_strconcat (kind, phrase, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      tl_phrases_add (phrases, phrase, GUINT_TO_POINTER (number));
    }
  return number;
}

static Sign *
sign_new (const char *code,
          double      multiplier,
          gboolean    is_ambiguous)
{
  Sign *sign = g_new0 (Sign, 1);

  g_strlcpy (sign->code, code, sizeof sign->code);
  sign->multiplier = multiplier;
  sign->is_ambiguous = is_ambiguous;
  return sign;
}

/* One or two capitals, with a dollar before them or not: what the tokenizer leaves digits with. */
static gboolean
is_short (const char *phrase)
{
  const char *letters = phrase[0] == '$' ? phrase + 1 : phrase;

  return g_ascii_isupper (letters[0]) && strlen (letters) <= MAX_GLUED &&
         (letters[1] == '\0' || g_ascii_isalpha (letters[1]));
}

/* Adds a sign or a name, which has a mark behind it where it is ambiguous. */
static Sign *
add_marked (TlPhrases  *phrases,
            const char *code,
            const char *marked,
            char      **phrase)
{
  gsize length = strlen (marked);
  gboolean is_ambiguous = length > 1 && marked[length - 1] == '?';
  Sign *sign = sign_new (code, 1, is_ambiguous);

  *phrase = g_strndup (marked, is_ambiguous ? length - 1 : length);
  tl_phrases_add (phrases, *phrase, sign);
  return sign;
}

static void
add_sign (Currencies *self,
          const char *code,
          const char *marked)
{
  g_autofree char *phrase = NULL;
  Sign *sign = add_marked (self->signs, code, marked, &phrase);

  sign->is_plain = g_utf8_strlen (phrase, -1) == 1 && !g_ascii_isalpha (phrase[0]);
  if (is_short (phrase))
    g_hash_table_insert (self->short_signs, g_strdup (phrase), sign);
  if (g_str_equal (phrase, code))
    g_hash_table_insert (self->codes, sign->code, sign);
}

/* "MUSD" and "kEUR", as company reports write. */
static void
add_multiples (Currencies *self,
               const char *code)
{
  static const struct { const char *prefix; double multiplier; } multiples[] = {
    { "k", 1e3 }, { "K", 1e3 }, { "M", 1e6 }, { "m", 1e6 }, { "bn", 1e9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    {
      g_autofree char *phrase = g_strconcat (multiples[i].prefix, code, NULL);

      tl_phrases_add (self->signs, phrase, sign_new (code, multiples[i].multiplier, FALSE));
    }
}

static char **
split_names (const char *column)
{
  return g_strsplit (column != NULL ? column : "", "; ", -1);
}

static void
add_units (Currencies *self,
           const char *code,
           char      **adjectives,
           char      **units)
{
  for (guint i = 0; adjectives[i] != NULL; i++)
    for (guint k = 0; units[k] != NULL; k++)
      {
        guint adjective = number_of (self, self->adjectives, "a ", adjectives[i]);
        guint unit = number_of (self, self->units, "u ", units[k]);
        gpointer key = GUINT_TO_POINTER (adjective << 16 | unit);

        if (!g_hash_table_contains (self->pairs, key))
          g_hash_table_insert (self->pairs, key, sign_new (code, 1, FALSE));
      }
}

static void
add_row (Currencies *self,
         const char *row)
{
  g_auto(GStrv) columns = g_strsplit (row, "\t", -1);
  guint n_columns = g_strv_length (columns);
  g_auto(GStrv) signs = split_names (n_columns > 1 ? columns[1] : NULL);
  g_auto(GStrv) adjectives = split_names (n_columns > 2 ? columns[2] : NULL);
  g_auto(GStrv) units = split_names (n_columns > 3 ? columns[3] : NULL);
  g_auto(GStrv) names = split_names (n_columns > 4 ? columns[4] : NULL);
  g_autofree char *code = g_strndup (columns[0], 3);

  add_sign (self, code, columns[0]);
  if (columns[0][3] != '?')
    add_multiples (self, code);
  for (guint i = 0; signs[i] != NULL; i++)
    add_sign (self, code, signs[i]);
  add_units (self, code, adjectives, units);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = NULL;

      add_marked (self->names, code, names[i], &name);
    }
}

static Currencies *
read_currencies (void)
{
  Currencies *self = g_new0 (Currencies, 1);
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/currencies.tsv");
  g_auto(GStrv) rows = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  self->signs = tl_phrases_new ();
  self->names = tl_phrases_new ();
  self->adjectives = tl_phrases_new ();
  self->units = tl_phrases_new ();
  self->pairs = g_hash_table_new (NULL, NULL);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->short_signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; rows[i] != NULL; i++)
    if (rows[i][0] != '\0' && rows[i][0] != '#')
      add_row (self, rows[i]);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  return self;
}

/* Lives as long as the program, like the lexicon. */
static const Currencies *
get_currencies (void)
{
  static Currencies *currencies = NULL;

  if (g_once_init_enter (&currencies))
    g_once_init_leave (&currencies, read_currencies ());
  return currencies;
}

static gboolean
set_match (TlCurrencyMatch *match,
           const Sign      *sign,
           guint            end_token)
{
  *match = (TlCurrencyMatch) {
    sign->code, end_token, sign->multiplier, sign->is_ambiguous, sign->is_plain,
  };
  return TRUE;
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

  return tl_phrases_match_at (get_currencies ()->signs, text, token, &phrase) &&
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
  char key[MAX_GLUED + 2] = "$";
  const char *string;
  guint n = 0;
  const Sign *sign;

  if (word >= n_tokens || tokens[word].kind != TL_TOKEN_WORD ||
      (has_dollar && (tokens[word].flags & TL_TOKEN_SPACE_BEFORE) != 0))
    return FALSE;
  string = tl_text_get_string (text) + tokens[word].span.start;
  if (!g_ascii_isdigit (string[tokens[word].span.end - tokens[word].span.start - 1]))
    return FALSE;
  while (n < MAX_GLUED && g_ascii_isalpha (string[n]))
    n++;
  if (n == 0 || !g_ascii_isdigit (string[n]))
    return FALSE;
  memcpy (has_dollar ? key + 1 : key, string, n);
  sign = g_hash_table_lookup (get_currencies ()->short_signs, key);
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
  const Currencies *self = get_currencies ();
  TlPhraseMatch adjective, unit, name;

  if (tl_phrases_match_at (self->adjectives, text, token, &adjective) &&
      tl_phrases_match_at (self->units, text, adjective.end_token, &unit))
    {
      guint key = GPOINTER_TO_UINT (adjective.value) << 16 | GPOINTER_TO_UINT (unit.value);
      const Sign *sign = g_hash_table_lookup (self->pairs, GUINT_TO_POINTER (key));

      if (sign != NULL)
        return set_match (match, sign, unit.end_token);
    }
  return tl_phrases_match_at (self->names, text, token, &name) &&
         set_match (match, name.value, name.end_token);
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
  return g_hash_table_contains (get_currencies ()->codes, code);
}
