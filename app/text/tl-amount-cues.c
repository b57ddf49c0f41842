/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around an amount that say how precise it is: "nearly", "or more", "exceeded". */

#include "tl-amount-private.h"

#include "tl-number-private.h"

/* How far before "up to" the verb may stand that it belongs to. */
#define UP_TO_REACH 6

static gboolean
is_hyphen (const AmountScanner *self,
           guint                token)
{
  return tl_number_is_hyphen (self->text, token);
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
is_goal_of_verb (const AmountScanner *self,
                 guint                token)
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

/*
 * tl_amount_read_cue:
 * @self: the scanner
 * @token: index of a token
 *
 * Notes words of precision that begin at a token.
 *
 * Returns: the token to go on from
 */
guint
tl_amount_read_cue (AmountScanner *self,
                    guint          token)
{
  const TlWord *word;
  guint end;

  if ((word = tl_lexicon_match (self->groups->precision, self->text, token, &end)) != NULL)
    {
      if (!tl_text_token_is (self->text, token, "up") || !is_goal_of_verb (self, token))
        self->word = (AmountCue) { token, end, precision_of (word) };
      return end;
    }
  if ((word = tl_lexicon_match (self->groups->verbs, self->text, token, &end)) != NULL)
    {
      self->verb = (AmountCue) { token, end, precision_of (word) };
      return end;
    }
  if (self->word.end == token && token > 0 &&
      tl_lexicon_match (self->groups->reach, self->text, token, &end) != NULL)
    {
      self->verb = (AmountCue) { self->word.start, end, self->word.precision };
      return end;
    }
  return token;
}

static gboolean
cue_reaches (const AmountScanner *self,
             const AmountCue     *cue,
             guint                token)
{
  return cue->end != 0 && cue->end == token &&
         self->tokens[cue->start].sentence == self->tokens[token].sentence;
}

/* The same with an article or the like between them. */
static gboolean
cue_reaches_over_determiner (const AmountScanner *self,
                             const AmountCue     *cue,
                             guint                token)
{
  guint end;

  return cue->end != 0 && cue->end < token &&
         tl_lexicon_match (self->groups->determiners, self->text, cue->end, &end) != NULL && end == token &&
         self->tokens[cue->start].sentence == self->tokens[token].sentence;
}

/*
 * tl_amount_ends:
 * @self: the scanner
 * @token: index of the token behind a number
 *
 * Returns: whether what stands there leaves it an amount: a noun would make a count of it
 */
gboolean
tl_amount_ends (const AmountScanner *self,
                guint                token)
{
  if (token >= self->n_tokens || self->tokens[token].sentence != self->tokens[token - 1].sentence)
    return TRUE;
  if (self->tokens[token].kind == TL_TOKEN_WORD)
    return tl_lexicon_match (self->groups->behind, self->text, token, NULL) != NULL;
  return self->tokens[token].kind == TL_TOKEN_PUNCTUATION && !is_hyphen (self, token);
}

/*
 * tl_amount_apply_precision:
 * @self: the scanner
 * @candidate: (inout): an amount
 *
 * Reads the words of precision around an amount.
 */
void
tl_amount_apply_precision (const AmountScanner *self,
                           AmountCandidate     *candidate)
{
  const TlWord *word;
  guint end = candidate->end, after, next;
  guint level = is_hyphen (self, end) ? end + 1 : end;

  candidate->is_level =
    tl_lexicon_match (self->groups->levels, self->text, level, &candidate->level_end) != NULL;
  word = tl_lexicon_match (self->groups->precision_after, self->text, end, &after);
  /* "$5 million and more than $6 million": "more" belongs to the next. */
  if (word != NULL && (is_hyphen (self, end) || tl_amount_ends (self, after)) &&
      (tl_lexicon_match (self->groups->precision, self->text, after - 1, &next) == NULL || next <= after))
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
