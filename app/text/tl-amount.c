/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Amounts of money: a number with a currency's sign before it or its name behind it.
 * The first pass cuts candidates out of the text (tl-amount-read.c, tl-amount-cues.c), then
 * tl-amount-links.c joins ranges and gives those without a currency the one of their neighbours.
 */

#include "tl-amount-private.h"

#include "tl-currency-private.h"
#include "tl-number.h"

#include <math.h>
#include <string.h>

/* Nobody counts a thousand of these. */
#define LARGE_MAGNITUDE 1e9

/* With these an amount in words begins, or what tells how precise one is. */
static const char *const beginnings[] = {
  "amount-precision", "amount-precision-verbs", "amount-reach", "amount-minus", "number-words", "number-magnitudes",
};

static TlPhraseMarks *
mark_beginnings (TlLexicon *lexicon)
{
  TlPhraseMarks *marks = tl_phrase_marks_new ();

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    tl_phrase_marks_add (marks, tl_lexicon_get_group (lexicon, beginnings[i]), 1);
  return marks;
}

static const AmountGroups *
get_groups (void)
{
  static AmountGroups *groups = NULL;

  if (g_once_init_enter (&groups))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      AmountGroups *made = g_new (AmountGroups, 1);

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
      made->odd = tl_lexicon_get_group (lexicon, "number-odd");
      made->minus = tl_lexicon_get_group (lexicon, "amount-minus");
      made->alone = tl_lexicon_get_group (lexicon, "amount-alone");
      made->rate_before = tl_lexicon_get_group (lexicon, "amount-rate-before");
      made->weight_units = tl_lexicon_get_group (lexicon, "amount-weight-units");
      made->weight_before = tl_lexicon_get_group (lexicon, "amount-weight-before");
      made->of = tl_lexicon_get_group (lexicon, "amount-of");
      made->money_nouns = tl_lexicon_get_group (lexicon, "amount-money-nouns");
      made->beginnings = mark_beginnings (lexicon);
      g_once_init_leave (&groups, made);
    }
  return groups;
}

/* Whether an amount or words of precision may begin at a token: nearly all are turned away here. */
static gboolean
may_begin (const AmountScanner *self,
           guint                token)
{
  const TlToken *at = &self->tokens[token];
  TlPhraseFound sign;

  if (tl_phrase_marks_at (self->groups->beginnings, self->text, token) != 0 || self->unit.currency != NULL ||
      tl_phrase_table_match_at (self->signs, self->text, token, &sign))
    return TRUE;
  switch (at->kind)
    {
    case TL_TOKEN_NUMBER:
    case TL_TOKEN_SYMBOL:
      return TRUE;
    case TL_TOKEN_WORD:         /* "RM500" */
      return g_ascii_isdigit (tl_text_get_string (self->text)[at->span.end - 1]);
    case TL_TOKEN_PUNCTUATION:
      return tl_amount_is_dash (self, token);
    default:
      return FALSE;
    }
}

static GArray *
find_candidates (AmountScanner *self)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (AmountCandidate));
  guint i = 0;

  while (i < self->n_tokens)
    {
      AmountCandidate candidate;
      guint behind_cue;

      if (!may_begin (self, i))
        {
          i++;
          continue;
        }
      behind_cue = tl_amount_read_cue (self, i);
      if (behind_cue > i)
        {
          i = behind_cue;
        }
      else if (tl_amount_read (self, i, &candidate))
        {
          g_array_append_val (candidates, candidate);
          self->last_end = candidate.end;
          self->last_currency = candidate.currency;
          i = candidate.end;
        }
      else
        {
          i++;
        }
    }
  return candidates;
}

/* How many digits stand behind the only @separator of a number; 0 for another number. */
static guint
count_decimals (const AmountScanner *self,
                guint                token,
                char                 separator)
{
  TlSpan span = self->tokens[token].span;
  const char *string = tl_text_get_string (self->text) + span.start;
  gsize length = span.end - span.start;
  const char *point = memchr (string, separator, length);
  guint n_digits;

  if (self->tokens[token].kind != TL_TOKEN_NUMBER || point == NULL || point == string)
    return 0;
  n_digits = (guint) (length - (gsize) (point + 1 - string));
  if (memchr (string, separator == ',' ? '.' : ',', length) != NULL ||
      memchr (point + 1, separator, n_digits) != NULL)
    return 0;
  return n_digits;
}

/* Whether all decimals of a text stand behind a comma, "20,5%". */
static gboolean
has_decimal_commas (const AmountScanner *self)
{
  gboolean has_comma = FALSE;

  for (guint i = 0; i < self->n_tokens; i++)
    {
      guint n = count_decimals (self, i, ',');

      has_comma = has_comma || n == 1 || n == 2;
      if (count_decimals (self, i, '.') != 0)
        return FALSE;
    }
  return has_comma;
}

/* "$1,345 billion" is no trillion in a text that writes "20,5%". */
static void
read_decimal_commas (const AmountScanner *self,
                     GArray              *candidates)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      AmountCandidate *candidate = &g_array_index (candidates, AmountCandidate, i);

      if (candidate->magnitude < LARGE_MAGNITUDE || candidate->value < 1000)
        continue;
      if (!is_known && !has_decimal_commas (self))
        return;
      is_known = TRUE;
      for (guint token = candidate->number_first; token < candidate->end; token++)
        if (count_decimals (self, token, ',') == 3)
          candidate->value /= 1000;
    }
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
  AmountScanner self = { .text = text, .groups = get_groups (), .signs = &tl_currency_get_table ()->signs };
  g_autoptr(GArray) candidates = NULL;
  GArray *amounts = g_array_new (FALSE, TRUE, sizeof (TlAmount));

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  candidates = find_candidates (&self);
  g_clear_pointer (&self.countries, g_array_unref);
  read_decimal_commas (&self, candidates);
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
      if (!g_str_equal (candidate->currency, TL_CURRENCY_UNKNOWN))
        g_strlcpy (amount.currency, candidate->currency, sizeof amount.currency);
      if (isfinite (amount.value))
        g_array_append_val (amounts, amount);
    }
  return amounts;
}
