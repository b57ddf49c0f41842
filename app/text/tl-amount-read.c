/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be an amount at one place: a number with a sign before it or a name behind it. */

#include "tl-amount-private.h"

#include <math.h>

/* What "the billion-dollar mark" is at least. */
#define MIN_LEVEL 1e6

static gboolean
is_attached (const AmountScanner *self,
             guint                token)
{
  return token < self->n_tokens && (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

static gboolean
is_behind_last (const AmountScanner *self,
                guint                token)
{
  return self->last_end > 0 && self->last_end == token;
}

/* "in 2011 dollars" */
static gboolean
is_year (const AmountScanner *self,
         guint                token,
         const TlNumber      *number)
{
  return !number->has_magnitude && number->end_token == token + 1 &&
         number->value >= 1900 && number->value < 2100 &&
         self->tokens[token].span.end - self->tokens[token].span.start == 4 && token > 0 &&
         tl_lexicon_match (self->groups->year_cues, self->text, token - 1, NULL) != NULL;
}

static void
set_number (AmountCandidate *candidate,
            const TlNumber  *number,
            double           multiplier)
{
  candidate->value = number->value;
  candidate->magnitude = number->magnitude * multiplier;
  candidate->has_magnitude = number->has_magnitude || multiplier > 1;
  candidate->is_article = number->is_article;
  candidate->precision = number->precision;
  candidate->end = number->end_token;
}

/* "$(5.2) million": accountants' way to write what is below zero. */
static gboolean
read_bracketed (AmountScanner   *self,
                guint            token,
                TlNumber        *number)
{
  gboolean is_close = is_attached (self, token);

  if (!tl_text_token_is (self->text, token, "(") || !tl_number_parse (self->text, token + 1, TRUE, number) ||
      !tl_text_token_is (self->text, number->end_token, ")"))
    return FALSE;
  number->end_token++;
  tl_number_add_magnitudes (self->text, number);
  number->value = -number->value;
  return is_close || (number->has_magnitude && !tl_text_token_is (self->text, number->end_token - 1, ")"));
}

static gboolean
read_signed (AmountScanner *self,
             guint          token,
             TlNumber      *number)
{
  if (token >= self->n_tokens)
    return FALSE;
  if (self->tokens[token].kind == TL_TOKEN_NUMBER)
    return tl_number_parse (self->text, token, TRUE, number);
  /* "EUR five million", but not "EUR two-year notes" */
  if (self->tokens[token].kind == TL_TOKEN_WORD)
    return (self->tokens[token - 1].flags & TL_TOKEN_ALL_CAPS) != 0 &&
           tl_number_parse (self->text, token, TRUE, number) && number->has_magnitude && !number->is_article;
  if (self->tokens[token].kind != TL_TOKEN_PUNCTUATION)
    return FALSE;
  /* "$-5 million", but not "USD-5" */
  if (self->tokens[token - 1].kind == TL_TOKEN_SYMBOL && is_attached (self, token) &&
      is_attached (self, token + 1) && tl_amount_is_dash (self, token) &&
      self->tokens[token + 1].kind == TL_TOKEN_NUMBER && tl_number_parse (self->text, token + 1, TRUE, number))
    {
      number->value = -number->value;
      return TRUE;
    }
  return tl_number_parse (self->text, token, TRUE, number) || read_bracketed (self, token, number);
}

static gboolean
read_behind_sign (AmountScanner   *self,
                  TlCurrencyMatch *sign,
                  AmountCandidate *candidate)
{
  guint start = sign->end_token;
  TlCurrencyMatch name;
  TlNumber number;

  if (start >= self->n_tokens || self->tokens[start].sentence != self->tokens[candidate->first].sentence ||
      !read_signed (self, start, &number) || !tl_amount_counts (self, sign, &number, number.end_token))
    return FALSE;
  tl_amount_resolve (self, candidate->first, sign);
  set_number (candidate, &number, sign->multiplier);
  candidate->currency = sign->code;
  candidate->has_sign = TRUE;
  /* "$5 billion Australian dollars", "Rs 500 crore rupees" */
  if (tl_amount_match_behind (self, start, &number, &name) && name.multiplier == 1 && !name.is_ambiguous &&
      ((sign->is_plain && name.unit == 0) || g_str_equal (name.code, sign->code)))
    {
      candidate->currency = name.code;
      candidate->end = name.end_token;
    }
  return TRUE;
}

/* "RM500 million", "$US5": letters that are one token with the digits. */
static gboolean
read_glued (const AmountScanner *self,
            guint                token,
            AmountCandidate     *candidate)
{
  TlCurrencyMatch sign;
  TlNumber number;
  guint n_letters;

  /* They begin with a capital or a dollar: most words need no look into them. */
  if (self->tokens[token].kind != TL_TOKEN_SYMBOL && (self->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  if (!tl_currency_match_glued (self->text, token, &sign, &n_letters) ||
      !tl_number_parse_glued (self->text, sign.end_token, n_letters, &number) ||
      (sign.is_ambiguous && !number.has_magnitude))
    return FALSE;
  set_number (candidate, &number, 1);
  candidate->currency = sign.code;
  candidate->has_sign = TRUE;
  return TRUE;
}

/* "A dollar a day", but neither "a dollar bond" nor "7 yuan to a dollar". */
static gboolean
is_alone (const AmountScanner   *self,
          guint                  token,
          const TlNumber        *number,
          const TlCurrencyMatch *match)
{
  guint end;

  return tl_lexicon_match (self->groups->alone, self->text, number->end_token, &end) != NULL &&
         end == match->end_token && tl_amount_ends (self, end) && !is_behind_last (self, token) &&
         (token == 0 || tl_lexicon_match (self->groups->rate_before, self->text, token - 1, NULL) == NULL);
}

/* Whether a currency's name makes money of the number before it. */
static gboolean
is_money (const AmountScanner   *self,
          guint                  token,
          const TlNumber        *number,
          const TlCurrencyMatch *match)
{
  if (number->has_magnitude)
    return TRUE;
  if (number->is_article)
    return is_alone (self, token, number, match);
  /* "The last quarter yen loans grew". */
  if (number->is_word && number->value > 0 && number->value < 1 && number->end_token < token + 2)
    return FALSE;
  return !is_year (self, token, number);
}

/* The number at @token with the currency behind it, and what makes it round between them. */
static gboolean
read_named (AmountScanner   *self,
            guint            token,
            TlNumber        *number,
            TlCurrencyMatch *match)
{
  TlNumber round = *number;
  const TlWord *odd;
  guint end;

  if (tl_amount_match_behind (self, token, number, match))
    return is_money (self, token, number, match);
  odd = tl_lexicon_match (self->groups->odd, self->text, number->end_token, &end);
  if (odd == NULL || number->is_article)
    return FALSE;
  round.end_token = end;
  tl_precision_from_string (odd->value, &round.precision);
  if (!tl_amount_match_behind (self, token, &round, match))
    return FALSE;
  *number = round;
  return TRUE;
}

/* "12 500 rubles": a plain space parts thousands where money stands behind them. */
static gboolean
read_spaced (AmountScanner   *self,
             guint            token,
             TlNumber        *number,
             TlCurrencyMatch *match)
{
  return self->tokens[token].kind == TL_TOKEN_NUMBER && token + 1 < self->n_tokens &&
         self->tokens[token + 1].kind == TL_TOKEN_NUMBER &&
         tl_number_parse (self->text, token, TRUE, number) && number->end_token > token + 1 &&
         read_named (self, token, number, match);
}

/* "2 dollars and 50 cents" */
static void
add_subunit (const AmountScanner *self,
             AmountCandidate     *candidate)
{
  guint next = candidate->end;
  TlCurrencyMatch subunit;
  TlNumber number;

  if (candidate->magnitude != 1 || candidate->value != floor (candidate->value))
    return;
  if (tl_text_token_is (self->text, next, "and"))
    next++;
  if (next >= self->n_tokens || self->tokens[next].sentence != self->tokens[candidate->first].sentence ||
      !tl_number_parse (self->text, next, FALSE, &number) || number.has_magnitude || number.is_article ||
      !tl_currency_match_subunit (self->text, number.end_token, candidate->currency, &subunit) ||
      number.value * subunit.multiplier >= 1)
    return;
  candidate->value += tl_number_multiply (number.value, subunit.multiplier);
  candidate->end = subunit.end_token;
}

/* A number alone matters where a range or a list may give it a currency. */
static gboolean
may_be_part (const AmountScanner   *self,
             guint                  token,
             const AmountCandidate *candidate)
{
  return candidate->has_magnitude || tl_amount_is_joint (self->text, candidate->end) ||
         (self->last_end > 0 && self->last_end + 1 == token && self->last_currency[0] != '\0' &&
          tl_amount_is_joint (self->text, self->last_end));
}

/* "Crossed the billion-dollar mark": one of them, where a level makes an amount of it. */
static gboolean
read_level (AmountScanner   *self,
            guint            token,
            AmountCandidate *candidate)
{
  TlNumber number = { .value = 1, .magnitude = 1, .end_token = token };
  TlCurrencyMatch match = { .code = "" };
  guint end;

  if (self->tokens[token].kind != TL_TOKEN_WORD || token == 0)
    return FALSE;
  tl_number_add_magnitudes (self->text, &number);
  self->may_be_unit |= number.has_magnitude;
  if (number.magnitude < MIN_LEVEL ||
      tl_lexicon_match (self->groups->determiners, self->text, token - 1, &end) == NULL || end != token)
    return FALSE;
  end = number.end_token;
  if (tl_amount_match_behind (self, token, &number, &match))
    end = match.end_token;
  if (tl_lexicon_match (self->groups->levels, self->text, end, NULL) == NULL)
    return FALSE;
  set_number (candidate, &number, 1);
  candidate->currency = match.code;
  candidate->end = end;
  return TRUE;
}

static gboolean
read_candidate (AmountScanner   *self,
                guint            token,
                AmountCandidate *candidate)
{
  TlCurrencyMatch match;
  TlNumber number;

  *candidate = (AmountCandidate) { .first = token, .high = NAN, .currency = "" };
  self->may_be_unit = tl_currency_match_sign (self->text, token, &match);
  if ((self->may_be_unit && read_behind_sign (self, &match, candidate)) || read_glued (self, token, candidate))
    {
      add_subunit (self, candidate);
      return TRUE;
    }
  if (!read_spaced (self, token, &number, &match))
    {
      if (!tl_number_parse (self->text, token, FALSE, &number))
        return read_level (self, token, candidate);
      if (!read_named (self, token, &number, &match))
        {
          set_number (candidate, &number, 1);
          return may_be_part (self, token, candidate);
        }
    }
  set_number (candidate, &number, match.multiplier);
  candidate->currency = match.code;
  candidate->end = match.end_token;
  add_subunit (self, candidate);
  return TRUE;
}

/* "-$5 million", "minus $5 million": a minus that stands apart from what is before it. */
static gboolean
is_minus (const AmountScanner *self,
          guint                token)
{
  if (self->tokens[token].kind == TL_TOKEN_WORD)
    return token + 1 < self->n_tokens && !is_behind_last (self, token) &&
           tl_lexicon_match (self->groups->minus, self->text, token, NULL) != NULL;
  return !is_attached (self, token) && is_attached (self, token + 1) && tl_amount_is_dash (self, token);
}

/*
 * tl_amount_read:
 * @self: the scanner
 * @token: index of a token
 * @candidate: (out): what may be an amount, a cell of a table included
 *
 * Returns: whether one begins at the token
 */
gboolean
tl_amount_read (AmountScanner   *self,
                guint            token,
                AmountCandidate *candidate)
{
  gboolean is_negative = is_minus (self, token);

  if (self->tokens[token].kind == TL_TOKEN_ADDRESS)
    return FALSE;
  if (!read_candidate (self, is_negative ? token + 1 : token, candidate) ||
      (is_negative && candidate->currency[0] == '\0'))
    {
      if (self->unit.currency != NULL && tl_amount_read_cell (self->text, token, &self->unit, candidate))
        return TRUE;
      if (self->may_be_unit && !is_negative)
        tl_amount_read_unit (self->text, token, &self->unit);
      return FALSE;
    }
  candidate->number_first = candidate->first;
  candidate->first = token;
  candidate->value = is_negative ? -candidate->value : candidate->value;
  candidate->may_end = tl_amount_ends (self, candidate->end);
  tl_amount_apply_precision (self, candidate);
  return TRUE;
}
