/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Units that several countries share ("rupees", "kroner") are those of the country that
 * the text speaks of.
 */

#include "tl-currency-private.h"

#include "tl-lexicon.h"

/* How many countries are looked at before a unit, and behind it. */
#define REACH 16

typedef struct
{
  guint32 token;
  guint32 sentence;
  guint   adjective;
  guint   is_other;             /* "exports to Norway": the other side, that may count in its own */
} Country;

/* Whether "to", "with" or the like stands before the name. */
static gboolean
is_other_side (TlText *text,
               guint   token)
{
  TlPhrases *words = tl_lexicon_get_group (tl_lexicon_get_default (), "currency-other-side");

  for (guint n = 1; n <= 2 && n <= token; n++)
    {
      guint end;

      if (tl_lexicon_match (words, text, token - n, &end) != NULL && end == token)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_currency_find_countries:
 * @text: a text
 *
 * Finds the countries and nationalities in a text that may tell whose a unit is.
 *
 * Returns: (transfer full): what tl_currency_resolve() looks through
 */
GArray *
tl_currency_find_countries (TlText *text)
{
  const TlPhraseTable *adjectives = &tl_currency_get_table ()->adjectives;
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (Country));
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      TlPhraseFound found;

      if ((tokens[i].flags & TL_TOKEN_CAPITALISED) != 0 &&
          tl_phrase_table_match_at (adjectives, text, i, &found))
        {
          Country country = { i, tokens[i].sentence, found.value, is_other_side (text, i) };

          g_array_append_val (countries, country);
          i = found.end_token - 1;
        }
    }
  return countries;
}

/* Where the first country behind @token stands in the array. */
static guint
find_behind (GArray *countries,
             guint   token)
{
  guint low = 0, high = countries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (countries, Country, middle).token < token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  /* Whose unit it is by the nearest country that has it; [1] by one that is the other side. */
  const char *nearest[2];
  const char *in_sentence[2];   /* the same within the sentence */
  gboolean    has_own;          /* the country that is meant without any other stands there */
} Choice;

static void
weigh (Choice        *choice,
       const Country *country,
       guint32        sentence,
       guint          unit,
       const char    *code)
{
  const TlCurrencyRow *row = tl_currency_find_row (&tl_currency_get_table ()->pairs,
                                                   tl_currency_pair_key (country->adjective, unit));

  if (row == NULL)
    return;
  if (g_str_equal (row->code, code) && !country->is_other)
    choice->has_own = TRUE;
  if (choice->nearest[country->is_other] == NULL)
    choice->nearest[country->is_other] = row->code;
  if (choice->in_sentence[country->is_other] == NULL && country->sentence == sentence)
    choice->in_sentence[country->is_other] = row->code;
}

/**
 * tl_currency_resolve:
 * @countries: from tl_currency_find_countries()
 * @token: where the unit stands
 * @sentence: the sentence of that token
 * @unit: the number of the unit
 * @code: whose the unit is where nothing tells
 *
 * Tells whose a unit is that several countries share.  The countries before it go before
 * those behind it, and those of its sentence before others; who counts its trade with another
 * country counts it in its own money.
 *
 * Returns: (transfer none): the code of a currency, or @code
 */
const char *
tl_currency_resolve (GArray     *countries,
                     guint       token,
                     guint32     sentence,
                     guint       unit,
                     const char *code)
{
  guint behind = find_behind (countries, token);
  Choice choice = { { NULL }, { NULL }, FALSE };

  for (guint i = behind; i > 0 && behind - i < REACH; i--)
    weigh (&choice, &g_array_index (countries, Country, i - 1), sentence, unit, code);
  for (guint i = behind; i < countries->len && i - behind < REACH; i++)
    weigh (&choice, &g_array_index (countries, Country, i), sentence, unit, code);
  if (choice.has_own)
    return code;
  for (guint i = 0; i < 2; i++)
    {
      if (choice.in_sentence[i] != NULL)
        return choice.in_sentence[i];
      if (choice.nearest[i] != NULL)
        return choice.nearest[i];
    }
  return code;
}
