/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quarters, halves and months as analysts write them: "Q1 2021", "1H19", "9M 2020". */

#include "tl-period-private.h"

#define MONTHS_OF_QUARTER 3
#define MONTHS_OF_HALF 6

/* Sets the months of a quarter, a half, or so many from the year's beginning. */
static gboolean
set_notation (Mention  *mention,
              guint     end,
              TermKind  kind,
              int       value)
{
  int length = kind == TERM_QUARTER ? MONTHS_OF_QUARTER : kind == TERM_HALF ? MONTHS_OF_HALF : value;
  int ordinal = kind == TERM_MONTHS ? 1 : value;
  TlPeriodUnit unit = kind == TERM_QUARTER ? TL_PERIOD_QUARTER : kind == TERM_HALF ? TL_PERIOD_HALF : TL_PERIOD_MONTHS;

  if (length * ordinal < 1 || length * ordinal > TL_MONTHS_OF_YEAR)
    return FALSE;
  tl_period_set_mention (mention, end, unit, (ordinal - 1) * length + 1, ordinal * length);
  return TRUE;
}

/* "Q4 exports", "in H1": without a year there has to be something that speaks for a period. */
static gboolean
is_notation_here (const PeriodReader *self,
                  const Mention      *mention)
{
  guint token = mention->first;

  if (tl_lexicon_match (self->groups->reported, self->text, mention->end, NULL) != NULL)
    return TRUE;
  if (!tl_period_is_end (self, mention->end))
    return FALSE;
  return token == 0 || (self->tokens[token].flags & TL_TOKEN_SENTENCE_START) != 0 ||
         tl_period_is_behind (self, self->groups->span_before, token) ||
         tl_period_is_behind (self, self->groups->year_cues, token) ||
         tl_period_is_behind (self, self->groups->prepositions, token) ||
         self->tokens[token - 1].kind == TL_TOKEN_PUNCTUATION;
}

/* "8M-22", "Q1/22": two digits right behind the hyphen, and nothing joined to them. */
static gboolean
read_two_digits (const PeriodReader *self,
                 guint               token,
                 Mention            *mention)
{
  if (token >= self->n_tokens ||
      !tl_period_is_attached (self, token - 1) || !tl_period_is_attached (self, token) ||
      self->tokens[token].span.end - self->tokens[token].span.start != 2 ||
      tl_period_read_integer (self, token, 2) < 0 ||
      (tl_period_is_attached (self, token + 1) && !tl_period_is_end (self, token + 1)))
    return FALSE;
  mention->year = (YearSpec) {
    .kind = YEAR_NAMED, .value = tl_period_full_year (tl_period_read_integer (self, token, 2)),
  };
  mention->end = token + 1;
  return TRUE;
}

/* "Q1-3": the last of several quarters, right behind the hyphen. */
static int
read_last_quarter (const PeriodReader *self,
                   guint               token)
{
  int last = -1;

  if (tl_period_is_attached (self, token - 1) && tl_period_is_attached (self, token) &&
      token < self->n_tokens && self->tokens[token].span.end - self->tokens[token].span.start == 1)
    last = tl_period_read_integer (self, token, 1);
  return last <= TL_MONTHS_OF_YEAR / MONTHS_OF_QUARTER ? last : -1;
}

/* "Q1 2021", "1H 2019", "9M 2020", "Q1-Q3 2020", "Q1-3 2020", "Q1'16". */
gboolean
tl_period_read_notation (const PeriodReader *self,
                         const Term         *term,
                         Mention            *mention)
{
  guint next;

  set_notation (mention, term->end, term->kind, term->value);
  if (term->kind == TERM_QUARTER &&
      tl_lexicon_match (self->groups->to, self->text, term->end, &next) != NULL)
    {
      Term last = tl_period_term_at (self, next);
      int number = last.kind == TERM_QUARTER ? last.value : read_last_quarter (self, next);

      if (number > term->value)
        {
          tl_period_set_mention (mention, last.kind == TERM_QUARTER ? last.end : next + 1,
                                 TL_PERIOD_MONTHS, mention->month, number * MONTHS_OF_QUARTER);
          mention->is_range = TRUE;
        }
    }
  next = mention->end;
  next = tl_period_is (self, next, "/") ? next + 1 : tl_period_skip_hyphen (self, next);
  if (next > mention->end && read_two_digits (self, next, mention))
    return TRUE;
  if (next > mention->end && tl_period_is_attached (self, next) && tl_period_read_year (self, next) != 0)
    mention->end = next;        /* "Q1/2021", "Q1-2021" */
  tl_period_read_year_behind (self, mention);
  if (term->kind == TERM_MONTHS)
    return mention->year.kind == YEAR_NAMED;
  return mention->year.kind != YEAR_UNKNOWN || tl_period_read_year (self, mention->first - 1) != 0 ||
         is_notation_here (self, mention);
}

/* "1Q16", "1H2019", "9M2016": a digit, and right behind it a letter with the year. */
gboolean
tl_period_read_glued_notation (const PeriodReader *self,
                               guint               token,
                               Mention            *mention)
{
  static const struct { char letter; TermKind kind; int most; } letters[] = {
    { 'Q', TERM_QUARTER, 4 }, { 'H', TERM_HALF, 2 }, { 'M', TERM_MONTHS, 11 },
  };
  int value = tl_period_read_integer (self, token, 2);
  TlSpan span;
  int year = 0;

  if (value < 1 || !tl_period_is_attached (self, token + 1) || self->tokens[token + 1].kind != TL_TOKEN_WORD)
    return FALSE;
  span = self->tokens[token + 1].span;
  if (span.end - span.start != 3 && span.end - span.start != 5)
    return FALSE;
  for (gsize i = span.start + 1; i < span.end; i++)
    {
      if (!g_ascii_isdigit (self->string[i]))
        return FALSE;
      year = year * 10 + (self->string[i] - '0');
    }
  if (year < 100)
    year = tl_period_full_year (year);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (self->string[span.start] == letters[i].letter && value <= letters[i].most &&
        year >= TL_FIRST_YEAR && year <= TL_LAST_YEAR &&
        set_notation (mention, token + 2, letters[i].kind, value))
      {
        mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year };
        return TRUE;
      }
  return FALSE;
}
