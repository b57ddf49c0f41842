/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whose money a bare "$" or "Rs" is.  The dollar is the American one nearly always, and the
 * rupee the Indian one; but an office of Hong Kong counts Hong Kong's trade in its own, and
 * so does a paper of Canada that writes of Canada.
 */

#include "tl-home-money.h"

#include <string.h>

#include "tl-amount.h"
#include "tl-home.h"
#include "tl-publication-words.h"

/* ISO 4217 makes a code from the country's letters and the first of the money's name. */
typedef struct
{
  const char *sign;
  const char *usual;
  char        letter;
  const char *countries;
} SharedSign;

static const SharedSign signs[] = {
  { "$", "USD", 'D', "AU BB CA FJ GY HK JM NA NZ SG TT" },
  { "rs", "INR", 'R', "IN LK MU NP PK SC" },
};

static gboolean
has_sign (const SharedSign *sign,
          const char       *country)
{
  return strstr (sign->countries, country) != NULL;
}

/* The token of an amount that is the bare sign: not that of "US$" or "US $". */
static gboolean
is_bare (TlText           *text,
         const TlAmount   *amount,
         const SharedSign *sign)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = amount->first_token; i < amount->end_token; i++)
    {
      if (!tl_text_token_is (text, i, sign->sign))
        continue;
      return i == amount->first_token || tokens[i - 1].kind != TL_TOKEN_WORD ||
             (tokens[i - 1].flags & TL_TOKEN_ALL_CAPS) == 0;
    }
  return FALSE;
}

/* An office whose own figures a text passes on; NULL where none is named. */
static const char *
find_office (TlText *text)
{
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      const TlWord *word = tl_publication_words_match (TL_WORDS_OFFICES, text, i, NULL);

      if (word != NULL)
        return word->value;
    }
  return NULL;
}

static gboolean
has_release_words (TlText *text)
{
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      if (tl_publication_words_match (TL_WORDS_RELEASE, text, i, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_currency (GArray     *amounts,
                const char *currency)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      if (strcmp (g_array_index (amounts, TlAmount, i).currency, currency) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the sign is read as where nothing tells whose it is; any rupee may be the nearest country's. */
static gboolean
is_open (TlText           *text,
         const TlAmount   *amount,
         const SharedSign *sign)
{
  return (sign->letter == 'R' || strcmp (amount->currency, sign->usual) == 0) && is_bare (text, amount, sign);
}

static gboolean
uses_sign (TlText           *text,
           GArray           *amounts,
           const SharedSign *sign)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const TlAmount *amount = &g_array_index (amounts, TlAmount, i);

      if (is_open (text, amount, sign))
        return TRUE;
    }
  return FALSE;
}

/* Whether a country's own money is meant by the sign. */
static gboolean
is_own (TlText           *text,
        const SharedSign *sign,
        const char       *subject,
        gboolean          is_alone,
        const char       *home)
{
  const char *office;

  if (!has_sign (sign, subject))
    return FALSE;
  /* Nobody but its neighbours shares the rupee. */
  if (sign->letter == 'R' || g_strcmp0 (home, subject) == 0)
    return TRUE;
  office = find_office (text);
  return office != NULL ? strcmp (office, subject) == 0 : is_alone && has_release_words (text);
}

/*
 * tl_home_money_settle:
 * @text: a text
 * @places: (element-type TlPlaceMatch): the places that it names
 * @home: (nullable): ISO 3166-1 code of its outlet's country, where known
 * @amounts: (element-type TlAmount): its amounts of money
 *
 * Gives amounts with a sign that several countries share the money of the country that
 * speaks, where the text shows that its own is meant.
 */
void
tl_home_money_settle (TlText     *text,
                      GArray     *places,
                      const char *home,
                      GArray     *amounts)
{
  g_autofree char *subject = NULL;
  gboolean is_alone = FALSE;

  for (guint s = 0; s < G_N_ELEMENTS (signs); s++)
    {
      const SharedSign *sign = &signs[s];
      char currency[4] = { 0 };

      if (!uses_sign (text, amounts, sign))
        continue;
      if (subject == NULL)
        subject = tl_home_find_subject (text, places, &is_alone);
      if (subject == NULL || !is_own (text, sign, subject, is_alone, home))
        continue;
      g_snprintf (currency, sizeof currency, "%s%c", subject, sign->letter);
      /* Who writes "NZ$" leaves the bare sign to the Americans. */
      if (sign->letter == 'D' && names_currency (amounts, currency))
        continue;
      for (guint i = 0; i < amounts->len; i++)
        {
          TlAmount *amount = &g_array_index (amounts, TlAmount, i);

          if (is_open (text, amount, sign))
            memcpy (amount->currency, currency, sizeof currency);
        }
    }
}
