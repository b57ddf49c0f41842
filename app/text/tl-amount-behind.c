/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The currency behind a number ("US dollars", "-dollar", "€"), and what only looks like one. */

#include "tl-amount-private.h"

#include "tl-number-private.h"

#include <math.h>

/* A sign that is something else beside small numbers, and pence in one letter. */
#define MIN_LARGE 100
#define MAX_LETTER 100

/* How far before a unit the word may stand that makes a weight of it. */
#define WEIGHT_REACH 4

/* A plain number like 2016. */
static gboolean
looks_like_year (const AmountScanner *self,
                 const TlNumber      *number)
{
  TlSpan span = self->tokens[number->end_token - 1].span;

  return !number->has_magnitude && span.end - span.start == 4 && number->value >= 1900 &&
         number->value < 2100 && number->value == floor (number->value);
}

/*
 * tl_amount_counts:
 * @self: the scanner
 * @match: a sign or a name
 * @number: the number beside it
 * @after: index of the token behind both
 *
 * Returns: whether it means the currency there, and nothing else
 */
gboolean
tl_amount_counts (const AmountScanner   *self,
                  const TlCurrencyMatch *match,
                  const TlNumber        *number,
                  guint                  after)
{
  if (!match->is_ambiguous || number->has_magnitude)
    return TRUE;
  return match->is_large && number->value >= MIN_LARGE && !looks_like_year (self, number) &&
         tl_amount_ends (self, after);
}

/*
 * tl_amount_resolve:
 * @self: the scanner
 * @token: where the currency stands
 * @match: (inout): the currency
 *
 * Finds out whose unit it is where several countries share it.
 */
void
tl_amount_resolve (AmountScanner   *self,
                   guint            token,
                   TlCurrencyMatch *match)
{
  if (match->unit == 0)
    return;
  if (self->countries == NULL)
    self->countries = tl_currency_find_countries (self->text);
  match->code = tl_currency_resolve (self->countries, token, self->tokens[token].sentence, match->unit,
                                     match->code);
}

/* "Weighs 150 pounds", "a 10-pound baby". */
static gboolean
is_weight (const AmountScanner   *self,
           guint                  first,
           const TlNumber        *number,
           guint                  start,
           const TlCurrencyMatch *match)
{
  guint end;

  if (number->has_magnitude || tl_lexicon_match (self->groups->weight_units, self->text, start, &end) == NULL ||
      end != match->end_token)
    return FALSE;
  if (start > number->end_token &&
      tl_lexicon_match (self->groups->money_nouns, self->text, end, NULL) == NULL)
    return TRUE;
  for (guint n = 1; n <= WEIGHT_REACH && n <= first; n++)
    if (self->tokens[first - n].sentence == self->tokens[first].sentence &&
        tl_lexicon_match (self->groups->weight_before, self->text, first - n, NULL) != NULL)
      return TRUE;
  return FALSE;
}

/* "50p", but not "1080p" nor "5 p". */
static gboolean
is_stray_letter (const AmountScanner   *self,
                 const TlNumber        *number,
                 guint                  start,
                 const TlCurrencyMatch *match)
{
  const TlToken *token = &self->tokens[start];

  return match->end_token == start + 1 && token->kind == TL_TOKEN_WORD && token->span.end - token->span.start == 1 &&
         ((token->flags & TL_TOKEN_SPACE_BEFORE) != 0 || number->has_magnitude || number->value >= MAX_LETTER);
}

/* "€1.20, up from 90 cents": subunits are those of the currency before them. */
static void
take_over_subunit (const AmountScanner *self,
                   guint                start,
                   TlCurrencyMatch     *match)
{
  TlCurrencyMatch other;

  if (match->multiplier < 1 && self->last_end > 0 && self->last_currency[0] != '\0' &&
      self->tokens[self->last_end - 1].sentence == self->tokens[start].sentence &&
      tl_currency_match_subunit (self->text, start, self->last_currency, &other) &&
      other.end_token == match->end_token)
    *match = other;
}

static gboolean
match_name (AmountScanner   *self,
            guint            first,
            const TlNumber  *number,
            guint            start,
            TlCurrencyMatch *match)
{
  if (!tl_amount_counts (self, match, number, match->end_token) ||
      tl_lexicon_match (self->groups->not_behind, self->text, start, NULL) != NULL ||
      is_weight (self, first, number, start, match) || is_stray_letter (self, number, start, match))
    return FALSE;
  take_over_subunit (self, start, match);
  tl_amount_resolve (self, start, match);
  return TRUE;
}

/* A sign that a number stands right behind belongs to that: "5 $6". */
static gboolean
match_sign (AmountScanner   *self,
            const TlNumber  *number,
            guint            start,
            TlCurrencyMatch *match)
{
  TlNumber next;
  guint end = match->end_token;

  if (!tl_amount_counts (self, match, number, end) ||
      (end < self->n_tokens && self->tokens[end].kind == TL_TOKEN_NUMBER &&
       tl_number_parse (self->text, end, TRUE, &next)))
    return FALSE;
  /* The stop of "Rs." where it ends the sentence. */
  if (end - start > 1 && tl_text_token_is (self->text, end - 1, ".") &&
      (end == self->n_tokens || self->tokens[end].sentence != self->tokens[start].sentence))
    match->end_token--;
  tl_amount_resolve (self, start, match);
  return TRUE;
}

/*
 * tl_amount_match_behind:
 * @self: the scanner
 * @first: index of the number's first token
 * @number: a number
 * @match: (out): the currency behind it
 *
 * Returns: whether there is one
 */
gboolean
tl_amount_match_behind (AmountScanner   *self,
                        guint            first,
                        const TlNumber  *number,
                        TlCurrencyMatch *match)
{
  guint end = number->end_token;
  guint start = tl_number_is_hyphen (self->text, end) ? end + 1 : end;

  /* "4.5 billion of CFA francs" */
  if (number->has_magnitude && tl_lexicon_match (self->groups->of, self->text, end, NULL) != NULL)
    start = end + 1;
  if (start >= self->n_tokens || self->tokens[start].sentence != self->tokens[end - 1].sentence)
    return FALSE;
  if (tl_currency_match_name (self->text, start, match))
    return match_name (self, first, number, start, match);
  return tl_currency_match_sign (self->text, start, match) && match_sign (self, number, start, match);
}
