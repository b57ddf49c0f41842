/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Amounts of money: a number with a currency's sign before it or its name behind it.
 * The first pass cuts candidates out of the text, tl-amount-links.c then joins ranges
 * and gives those without a currency the one of their neighbours.
 */

#include "tl-amount.h"

#include "tl-amount-private.h"
#include "tl-currency.h"
#include "tl-lexicon.h"
#include "tl-number.h"

#include <math.h>
#include <string.h>

/* How far before "up to" the verb may stand that it belongs to. */
#define UP_TO_REACH 6

typedef struct
{
  TlPhrases *precision;
  TlPhrases *precision_after;
  TlPhrases *verbs;
  TlPhrases *reach;
  TlPhrases *determiners;
  TlPhrases *levels;
  TlPhrases *up_to_verbs;
  TlPhrases *behind;
  TlPhrases *not_behind;
  TlPhrases *year_cues;
} Groups;

/* Words that an amount may stand behind. */
typedef struct
{
  guint       start;
  guint       end;              /* 0 where there are none */
  TlPrecision precision;
} Cue;

typedef struct
{
  TlText        *text;
  const TlToken *tokens;
  guint          n_tokens;
  const Groups  *groups;
  Cue            word;          /* "nearly": belongs to the amount */
  Cue            verb;          /* "exceeded", "nearly reached": does not */
  AmountUnit     unit;          /* of a table: "USD mln" */
} Scanner;

static const Groups *
get_groups (void)
{
  static Groups *groups = NULL;

  if (g_once_init_enter (&groups))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Groups *made = g_new (Groups, 1);

      made->precision = tl_lexicon_get_group (lexicon, "amount-precision");
      made->precision_after = tl_lexicon_get_group (lexicon, "amount-precision-after");
      made->verbs = tl_lexicon_get_group (lexicon, "amount-precision-verbs");
      made->reach = tl_lexicon_get_group (lexicon, "amount-reach");
      made->determiners = tl_lexicon_get_group (lexicon, "amount-determiners");
      made->levels = tl_lexicon_get_group (lexicon, "amount-levels");
      made->up_to_verbs = tl_lexicon_get_group (lexicon, "amount-up-to-verbs");
      made->behind = tl_lexicon_get_group (lexicon, "amount-behind");
      made->not_behind = tl_lexicon_get_group (lexicon, "amount-not-behind");
      made->year_cues = tl_lexicon_get_group (lexicon, "amount-year-cues");
      g_once_init_leave (&groups, made);
    }
  return groups;
}

static gboolean
is_attached (const Scanner *self,
             guint          token)
{
  return token < self->n_tokens && (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

static gboolean
is_hyphen (const Scanner *self,
           guint          token)
{
  return is_attached (self, token) && is_attached (self, token + 1) &&
         tl_text_token_is (self->text, token, "-");
}

static TlPrecision
precision_of (const TlWord *word)
{
  TlPrecision precision = TL_PRECISION_EXACT;

  tl_precision_from_string (word->value, &precision);
  return precision;
}

/* "They brought trade up to $3 billion": the verb's goal, not a bound. */
static gboolean
is_goal_of_verb (const Scanner *self,
                 guint          token)
{
  for (guint i = token; i > 0 && token - i < UP_TO_REACH; i--)
    {
      if (self->tokens[i - 1].sentence != self->tokens[token].sentence)
        return FALSE;
      if (tl_lexicon_match (self->groups->up_to_verbs, self->text, i - 1, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Notes words of precision that begin at @token.  Returns the token to go on from. */
static guint
read_cue (Scanner *self,
          guint    token)
{
  const TlWord *word;
  guint end;

  if ((word = tl_lexicon_match (self->groups->precision, self->text, token, &end)) != NULL)
    {
      if (!tl_text_token_is (self->text, token, "up") || !is_goal_of_verb (self, token))
        self->word = (Cue) { token, end, precision_of (word) };
      return end;
    }
  if ((word = tl_lexicon_match (self->groups->verbs, self->text, token, &end)) != NULL)
    {
      self->verb = (Cue) { token, end, precision_of (word) };
      return end;
    }
  if (self->word.end == token && token > 0 &&
      tl_lexicon_match (self->groups->reach, self->text, token, &end) != NULL)
    {
      self->verb = (Cue) { self->word.start, end, self->word.precision };
      return end;
    }
  return token;
}

static gboolean
cue_reaches (const Scanner *self,
             const Cue     *cue,
             guint          token)
{
  return cue->end != 0 && cue->end == token &&
         self->tokens[cue->start].sentence == self->tokens[token].sentence;
}

/* The same with an article or the like between them. */
static gboolean
cue_reaches_over_determiner (const Scanner *self,
                             const Cue     *cue,
                             guint          token)
{
  guint end;

  return cue->end != 0 && cue->end < token &&
         tl_lexicon_match (self->groups->determiners, self->text, cue->end, &end) != NULL && end == token &&
         self->tokens[cue->start].sentence == self->tokens[token].sentence;
}

/* Whether what stands behind a number leaves it an amount: a noun would make a count of it. */
static gboolean
ends_amount (const Scanner *self,
             guint          token)
{
  if (token >= self->n_tokens || self->tokens[token].sentence != self->tokens[token - 1].sentence)
    return TRUE;
  if (self->tokens[token].kind == TL_TOKEN_WORD)
    return tl_lexicon_match (self->groups->behind, self->text, token, NULL) != NULL;
  return self->tokens[token].kind == TL_TOKEN_PUNCTUATION && !is_hyphen (self, token);
}

static void
apply_precision (const Scanner   *self,
                 AmountCandidate *candidate)
{
  const TlWord *word;
  guint end = candidate->end, after;
  guint level = is_hyphen (self, end) ? end + 1 : end;

  candidate->is_level =
    tl_lexicon_match (self->groups->levels, self->text, level, &candidate->level_end) != NULL;
  word = tl_lexicon_match (self->groups->precision_after, self->text, end, &after);
  /* "$5 million and more than $6 million": "more" belongs to the next. */
  if (word != NULL && ends_amount (self, after) &&
      tl_lexicon_match (self->groups->precision, self->text, after - 1, NULL) == NULL)
    {
      candidate->precision = precision_of (word);
      candidate->end = after;
      candidate->is_bounded = TRUE;
    }
  if (cue_reaches (self, &self->word, candidate->first))
    {
      candidate->precision = self->word.precision;
      candidate->first = self->word.start;
    }
  else if (candidate->precision != TL_PRECISION_EXACT)
    {
      return;
    }
  else if (cue_reaches (self, &self->verb, candidate->first) ||
           cue_reaches_over_determiner (self, &self->verb, candidate->first))
    {
      candidate->precision = self->verb.precision;
    }
  else if (candidate->is_level && cue_reaches_over_determiner (self, &self->word, candidate->first))
    {
      candidate->precision = self->word.precision;
    }
}

/* "in 2011 dollars" */
static gboolean
is_year (const Scanner  *self,
         guint           token,
         const TlNumber *number)
{
  return !number->has_magnitude && number->end_token == token + 1 &&
         number->value >= 1900 && number->value < 2100 &&
         self->tokens[token].span.end - self->tokens[token].span.start == 4 && token > 0 &&
         tl_lexicon_match (self->groups->year_cues, self->text, token - 1, NULL) != NULL;
}

/* The currency behind a number: "dollars", "-dollar", "US dollars", "USD", "€". */
static gboolean
match_behind (const Scanner   *self,
              const TlNumber  *number,
              TlCurrencyMatch *match)
{
  guint end = number->end_token;
  guint start = is_hyphen (self, end) ? end + 1 : end;
  TlNumber next;

  if (start >= self->n_tokens || self->tokens[start].sentence != self->tokens[end - 1].sentence)
    return FALSE;
  if (tl_currency_match_name (self->text, start, match))
    return (!match->is_ambiguous || number->has_magnitude) &&
           tl_lexicon_match (self->groups->not_behind, self->text, start, NULL) == NULL;
  return tl_currency_match_sign (self->text, start, match) &&
         (!match->is_ambiguous || number->has_magnitude) &&
         !(match->end_token < self->n_tokens && self->tokens[match->end_token].kind == TL_TOKEN_NUMBER &&
           tl_number_parse (self->text, match->end_token, TRUE, &next));
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
  candidate->end = number->end_token;
}

static gboolean
read_behind_sign (const Scanner         *self,
                  const TlCurrencyMatch *sign,
                  AmountCandidate       *candidate)
{
  TlCurrencyMatch name;
  TlNumber number;

  if (sign->end_token >= self->n_tokens || self->tokens[sign->end_token].kind != TL_TOKEN_NUMBER ||
      self->tokens[sign->end_token].sentence != self->tokens[candidate->first].sentence ||
      !tl_number_parse (self->text, sign->end_token, TRUE, &number) ||
      (sign->is_ambiguous && !number.has_magnitude))
    return FALSE;
  set_number (candidate, &number, sign->multiplier);
  candidate->currency = sign->code;
  candidate->has_sign = TRUE;
  /* "$5 billion Australian dollars", "Rs 500 crore rupees" */
  if (match_behind (self, &number, &name) && name.multiplier == 1 &&
      (sign->is_plain || g_str_equal (name.code, sign->code)))
    {
      candidate->currency = name.code;
      candidate->end = name.end_token;
    }
  return TRUE;
}

/* "RM500 million", "$US5": letters that are one token with the digits. */
static gboolean
read_glued (const Scanner   *self,
            guint            token,
            AmountCandidate *candidate)
{
  TlCurrencyMatch sign;
  TlNumber number;
  guint n_letters;

  if (!tl_currency_match_glued (self->text, token, &sign, &n_letters) ||
      !tl_number_parse_glued (self->text, sign.end_token, n_letters, &number) ||
      (sign.is_ambiguous && !number.has_magnitude))
    return FALSE;
  set_number (candidate, &number, 1);
  candidate->currency = sign.code;
  candidate->has_sign = TRUE;
  return TRUE;
}

/* A number alone matters where a range or a list may give it a currency. */
static gboolean
may_be_part (const Scanner         *self,
             const AmountCandidate *candidate)
{
  return candidate->has_magnitude || tl_amount_is_joint (self->text, candidate->end);
}

static gboolean
read_candidate (const Scanner   *self,
                guint            token,
                AmountCandidate *candidate)
{
  TlCurrencyMatch match;
  TlNumber number;

  *candidate = (AmountCandidate) { .first = token, .high = NAN, .currency = "" };
  if (tl_currency_match_sign (self->text, token, &match) && read_behind_sign (self, &match, candidate))
    return TRUE;
  if (read_glued (self, token, candidate))
    return TRUE;
  if (!tl_number_parse (self->text, token, FALSE, &number))
    return FALSE;
  set_number (candidate, &number, 1);
  if (match_behind (self, &number, &match) && (!number.is_article || number.has_magnitude) &&
      number.value * number.magnitude >= 1 && !is_year (self, token, &number))
    {
      set_number (candidate, &number, match.multiplier);
      candidate->currency = match.code;
      candidate->end = match.end_token;
      return TRUE;
    }
  return may_be_part (self, candidate);
}

/* "-$5 million": a minus that stands apart from what is before it. */
static gboolean
is_minus (const Scanner *self,
          guint          token)
{
  return self->tokens[token].kind != TL_TOKEN_WORD && !is_attached (self, token) &&
         is_attached (self, token + 1) &&
         (tl_text_token_is (self->text, token, "-") || tl_text_token_is (self->text, token, "−"));
}

/* What may be an amount at @token, a cell of a table included. */
static gboolean
read_amount (Scanner         *self,
             guint            token,
             AmountCandidate *candidate)
{
  gboolean is_negative = is_minus (self, token);

  if (self->tokens[token].kind == TL_TOKEN_ADDRESS)
    return FALSE;
  if (!read_candidate (self, is_negative ? token + 1 : token, candidate) ||
      (is_negative && candidate->currency[0] == '\0'))
    {
      if (tl_amount_read_cell (self->text, token, &self->unit, candidate))
        return TRUE;
      tl_amount_read_unit (self->text, token, &self->unit);
      return FALSE;
    }
  candidate->number_first = candidate->first;
  candidate->first = token;
  candidate->value = is_negative ? -candidate->value : candidate->value;
  candidate->may_end = ends_amount (self, candidate->end);
  apply_precision (self, candidate);
  return TRUE;
}

static GArray *
find_candidates (Scanner *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (AmountCandidate));
  guint i = 0;

  while (i < self->n_tokens)
    {
      guint behind_cue = read_cue (self, i);
      AmountCandidate candidate;

      if (behind_cue > i)
        {
          i = behind_cue;
        }
      else if (read_amount (self, i, &candidate))
        {
          g_array_append_val (candidates, candidate);
          i = candidate.end;
        }
      else
        {
          i++;
        }
    }
  return candidates;
}

/**
 * tl_amounts_find:
 * @text: a text
 *
 * Finds the amounts of money in a text, in one pass over its tokens.
 *
 * Returns: (transfer full) (element-type TlAmount): the amounts in order
 */
GArray *
tl_amounts_find (TlText *text)
{
  Scanner self = { .text = text, .groups = get_groups () };
  g_autoptr(GArray) candidates = NULL;
  GArray *amounts = g_array_new (FALSE, TRUE, sizeof (TlAmount));

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  candidates = find_candidates (&self);
  tl_amount_link (text, candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const AmountCandidate *candidate = &g_array_index (candidates, AmountCandidate, i);
      TlAmount amount = { 0 };

      if (!candidate->is_money)
        continue;
      amount.span.start = self.tokens[candidate->first].span.start;
      amount.span.end = self.tokens[candidate->end - 1].span.end;
      amount.first_token = candidate->first;
      amount.end_token = candidate->end;
      amount.value = tl_number_multiply (candidate->value, candidate->magnitude);
      amount.high = candidate->high;
      amount.precision = candidate->precision;
      amount.in_brackets = candidate->in_brackets;
      g_strlcpy (amount.currency, candidate->currency, sizeof amount.currency);
      if (isfinite (amount.value))
        g_array_append_val (amounts, amount);
    }
  return amounts;
}
