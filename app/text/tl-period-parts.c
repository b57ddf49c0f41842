/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a year: quarters, halves, so many months. */

#include "tl-period-private.h"

#define MONTHS_OF_QUARTER 3
#define MONTHS_OF_HALF 6

/* Sets the months of a part of a year; which year is not known yet. */
void
tl_period_set_mention (Mention      *mention,
                       guint         end,
                       TlPeriodUnit  unit,
                       int           month,
                       int           last_month)
{
  mention->end = end;
  mention->shape = SHAPE_MONTHS;
  mention->unit = unit;
  mention->month = month;
  mention->last_month = last_month;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
}

/* Adds the year behind a part of it, where there is one. */
void
tl_period_read_year_behind (const PeriodReader *self,
                            Mention            *mention)
{
  YearSpec year;
  guint end;

  if (mention->end < self->n_tokens && tl_period_read_year_spec (self, mention->end, &year, &end))
    {
      mention->year = year;
      mention->end = end;
    }
}

/* A count of months and the like, in words or digits; 0 where there is none. */
int
tl_period_read_count (const PeriodReader *self,
                      guint               token,
                      guint              *end)
{
  Term term = tl_period_term_at (self, token);
  int value;

  if (term.kind == TERM_CARDINAL)
    {
      *end = term.end;
      return term.value;
    }
  value = tl_period_read_integer (self, token, 2);
  *end = token + 1;
  return MAX (value, 0);
}

/* How many months a unit has; 0 for those that are shorter. */
int
tl_period_months_of (int unit)
{
  switch (unit)
    {
    case UNIT_MONTH:
      return 1;
    case UNIT_QUARTER:
      return MONTHS_OF_QUARTER;
    case UNIT_HALF:
      return MONTHS_OF_HALF;
    case UNIT_YEAR:
    case UNIT_PERIOD:
      return TL_MONTHS_OF_YEAR;
    case UNIT_DECADE:
      return TL_MONTHS_OF_YEAR * 10;
    default:
      return 0;
    }
}

/* "first quarter", "second half", "first nine months", "last quarter of 2016", behind the ordinal. */
gboolean
tl_period_read_part (const PeriodReader *self,
                     int                 ordinal,
                     guint               token,
                     Mention            *mention)
{
  guint start = tl_period_skip_hyphen (self, token);
  Term unit = tl_period_term_at (self, start);
  TlPeriodUnit kind = TL_PERIOD_MONTHS;
  int length, n = 1;

  if (unit.kind == TERM_CARDINAL || (start < self->n_tokens && self->tokens[start].kind == TL_TOKEN_NUMBER))
    {
      n = tl_period_read_count (self, start, &start);
      unit = tl_period_term_at (self, tl_period_skip_hyphen (self, start));
      if (unit.kind != TERM_UNITS &&
          (unit.kind != TERM_UNIT || tl_period_skip_hyphen (self, start) == start))
        return FALSE;
    }
  else if (unit.kind != TERM_UNIT)
    {
      return FALSE;
    }
  length = tl_period_months_of (unit.value) * n;
  if (length < 1 || length >= TL_MONTHS_OF_YEAR)
    return FALSE;
  if (n == 1 && unit.value == UNIT_QUARTER)
    kind = TL_PERIOD_QUARTER;
  else if (n == 1 && unit.value == UNIT_HALF)
    kind = TL_PERIOD_HALF;

  if (ordinal == -1)
    tl_period_set_mention (mention, unit.end, kind, TL_MONTHS_OF_YEAR - length + 1, TL_MONTHS_OF_YEAR);
  else if (ordinal * length <= TL_MONTHS_OF_YEAR && (ordinal == 1 || n == 1))
    tl_period_set_mention (mention, unit.end, kind, (ordinal - 1) * length + 1, ordinal * length);
  else
    return FALSE;
  mention->is_count = n > 1;
  tl_period_read_year_behind (self, mention);
  return TRUE;
}

/* "six months to June 2020", "the year ended March 2020", behind the unit. */
gboolean
tl_period_read_until (const PeriodReader *self,
                      guint               token,
                      int                 n_months,
                      Mention            *mention)
{
  guint start;
  Term month;

  if (n_months < 1 || tl_lexicon_match (self->groups->ends, self->text, token, &start) == NULL)
    return FALSE;
  month = tl_period_term_at (self, start);
  if (month.kind != TERM_MONTH && month.kind != TERM_WEAK_MONTH)
    return FALSE;
  tl_period_set_mention (mention, month.end, TL_PERIOD_MONTHS, month.value, month.value);
  mention->shape = SHAPE_MONTHS_UNTIL;
  mention->n = n_months;
  tl_period_read_year_behind (self, mention);
  return TRUE;
}

/* "two years ago", "three months earlier", behind the unit. */
static gboolean
read_ago (const PeriodReader *self,
          guint               token,
          int                 unit,
          int                 n,
          Mention            *mention)
{
  Term term = tl_period_term_at (self, token);

  if ((term.kind != TERM_AGO && term.kind != TERM_EARLIER) || tl_period_months_of (unit) == 0)
    return FALSE;
  mention->end = term.end;
  if (term.kind == TERM_EARLIER)
    {
      mention->shape = SHAPE_COUNTERPART;
      mention->unit = TL_PERIOD_REFERENCE;
      mention->n = -n * tl_period_months_of (unit);
    }
  else if (unit == UNIT_YEAR)
    {
      mention->shape = SHAPE_YEAR;
      mention->unit = TL_PERIOD_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_SHIFTED, .value = -n };
    }
  else if (unit == UNIT_MONTH)
    {
      mention->shape = SHAPE_SHIFTED;
      mention->unit = TL_PERIOD_MONTHS;
      mention->step = UNIT_MONTH;
      mention->n = -n;
    }
  else
    {
      return FALSE;
    }
  return TRUE;
}

/* "nine months of 2017", "two years ago", "12 months to March": what begins with a count. */
gboolean
tl_period_read_counted (const PeriodReader *self,
                        guint               token,
                        Mention            *mention)
{
  guint end;
  int n = tl_period_read_count (self, token, &end);
  Term unit = tl_period_term_at (self, end);
  int length;

  if (n < 1 || (unit.kind != TERM_UNITS && unit.kind != TERM_UNIT))
    return FALSE;
  if (read_ago (self, unit.end, unit.value, n, mention))
    return TRUE;
  length = tl_period_months_of (unit.value) * n;
  if (unit.kind != TERM_UNITS || n < 2 || unit.value == UNIT_YEAR ||
      length < 1 || length > TL_MONTHS_OF_YEAR)
    return FALSE;
  if (tl_period_read_until (self, unit.end, length, mention))
    return TRUE;
  tl_period_set_mention (mention, unit.end, TL_PERIOD_MONTHS, 1, length);
  mention->is_count = TRUE;
  tl_period_read_year_behind (self, mention);
  return mention->year.kind != YEAR_UNKNOWN ||
         (length < TL_MONTHS_OF_YEAR && tl_period_is_behind (self, self->groups->span_before, token));
}

/* "Q1 2021", "1H 2019", "9M 2020", "Q1-Q3 2020". */
gboolean
tl_period_read_notation (const PeriodReader *self,
                         const Term         *term,
                         Mention            *mention)
{
  int length = term->value, ordinal = 1;
  TlPeriodUnit unit = TL_PERIOD_MONTHS;
  guint next;

  if (term->kind != TERM_MONTHS)
    {
      unit = term->kind == TERM_QUARTER ? TL_PERIOD_QUARTER : TL_PERIOD_HALF;
      length = term->kind == TERM_QUARTER ? MONTHS_OF_QUARTER : MONTHS_OF_HALF;
      ordinal = term->value;
    }
  tl_period_set_mention (mention, term->end, unit, (ordinal - 1) * length + 1, ordinal * length);
  if (term->kind == TERM_QUARTER &&
      tl_lexicon_match (self->groups->to, self->text, term->end, &next) != NULL)
    {
      Term last = tl_period_term_at (self, next);

      if (last.kind == TERM_QUARTER && last.value > term->value)
        tl_period_set_mention (mention, last.end, TL_PERIOD_MONTHS,
                               mention->month, last.value * MONTHS_OF_QUARTER);
    }
  next = mention->end;
  next = tl_period_is (self, next, "/") ? next + 1 : tl_period_skip_hyphen (self, next);
  if (next > mention->end && tl_period_is_attached (self, next) && tl_period_read_year (self, next) != 0)
    mention->end = next;        /* "Q1/2021", "Q1-2021" */
  tl_period_read_year_behind (self, mention);
  return term->kind != TERM_MONTHS || mention->year.kind == YEAR_NAMED;
}
