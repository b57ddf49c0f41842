/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a year: quarters, halves, so many months. */

#include "tl-period-private.h"

#define MONTHS_OF_QUARTER 3
#define MONTHS_OF_HALF 6

/* How many tokens away a word of sports may stand. */
#define GAME_REACH 20

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

/* "The team scored in the second half" */
static gboolean
is_of_game (const PeriodReader *self,
            guint               token)
{
  TlText *text = self->text;
  guint n_sentences;
  const TlSentence *sentence = &tl_text_get_sentences (text, &n_sentences)[self->tokens[token].sentence];
  guint first = MAX (sentence->first_token, token > GAME_REACH ? token - GAME_REACH : 0);
  guint end = MIN (sentence->end_token, token + GAME_REACH);

  for (guint i = first; i < end; i++)
    if (tl_lexicon_match (self->groups->games, text, i, NULL) != NULL)
      return TRUE;
  return FALSE;
}

/* "first quarter", "second half", "first nine months", behind the ordinal. */
static gboolean
read_months_part (const PeriodReader *self,
                  int                 ordinal,
                  int                 n,
                  const Term         *unit,
                  Mention            *mention)
{
  int length = tl_period_months_of (unit->value) * n;
  TlPeriodUnit kind = TL_PERIOD_MONTHS;

  if (length < 1 || length >= TL_MONTHS_OF_YEAR)
    return FALSE;
  if (n == 1 && unit->value == UNIT_QUARTER)
    kind = TL_PERIOD_QUARTER;
  else if (n == 1 && unit->value == UNIT_HALF)
    kind = TL_PERIOD_HALF;

  if (ordinal == -1)
    tl_period_set_mention (mention, unit->end, kind, TL_MONTHS_OF_YEAR - length + 1, TL_MONTHS_OF_YEAR);
  else if (ordinal * length <= TL_MONTHS_OF_YEAR && (ordinal == 1 || n == 1))
    tl_period_set_mention (mention, unit->end, kind, (ordinal - 1) * length + 1, ordinal * length);
  else
    return FALSE;
  mention->is_count = n > 1;
  tl_period_read_year_behind (self, mention);
  return mention->year.kind != YEAR_UNKNOWN || kind == TL_PERIOD_MONTHS || !is_of_game (self, mention->first);
}

/*
 * Reads a part of a year or of another period: "first quarter", "second half", "first nine
 * months", "last quarter of 2016", "first week of May", from behind the ordinal on.
 */
gboolean
tl_period_read_part (const PeriodReader *self,
                     int                 ordinal,
                     guint               token,
                     Mention            *mention)
{
  guint start = tl_period_skip_hyphen (self, token);
  Term unit = tl_period_term_at (self, start);
  int n = 1;

  if (unit.kind == TERM_CARDINAL || (start < self->n_tokens && self->tokens[start].kind == TL_TOKEN_NUMBER))
    {
      n = tl_period_read_count (self, start, &start);
      unit = tl_period_term_at (self, tl_period_skip_hyphen (self, start));
      if (unit.kind != TERM_UNITS &&
          (unit.kind != TERM_UNIT || tl_period_skip_hyphen (self, start) == start))
        return FALSE;
    }
  else if (unit.kind != TERM_UNIT && unit.kind != TERM_WEEKDAY)
    {
      return FALSE;
    }
  if (tl_period_is_attached (self, unit.end) && tl_period_is_dash (self, unit.end) && unit.value == UNIT_QUARTER &&
      !tl_period_is_attached (self, unit.end + 1))
    return FALSE;
  return tl_period_read_cut (self, ordinal, n, &unit, mention) ||
         (unit.kind != TERM_WEEKDAY && read_months_part (self, ordinal, n, &unit, mention));
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

  if (term.kind != TERM_AGO && term.kind != TERM_EARLIER)
    return FALSE;
  mention->end = term.end;
  if ((unit == UNIT_DAY || unit == UNIT_WEEK) && term.kind == TERM_AGO)
    {
      mention->shape = SHAPE_DAY_SHIFT;
      mention->unit = TL_PERIOD_DAY;
      mention->n = unit == UNIT_WEEK ? -7 * n : -n;
      return TRUE;
    }
  if (tl_period_months_of (unit) == 0)
    return FALSE;
  if (term.kind == TERM_EARLIER)
    {
      mention->shape = SHAPE_COUNTERPART;
      mention->unit = TL_PERIOD_REFERENCE;
      mention->n = -n * tl_period_months_of (unit);
    }
  else if (unit == UNIT_YEAR || unit == UNIT_DECADE)
    {
      mention->shape = SHAPE_YEAR;
      mention->unit = TL_PERIOD_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_SHIFTED, .value = -n * tl_period_months_of (unit) / TL_MONTHS_OF_YEAR };
    }
  else if (unit == UNIT_MONTH || unit == UNIT_QUARTER)
    {
      mention->shape = SHAPE_SHIFTED;
      mention->unit = unit == UNIT_MONTH ? TL_PERIOD_MONTHS : TL_PERIOD_QUARTER;
      mention->step = (Unit) unit;
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
  Term unit = tl_period_term_at (self, tl_period_skip_hyphen (self, end));
  int length;

  if (n < 1 || (unit.kind != TERM_UNITS && unit.kind != TERM_UNIT))
    return FALSE;
  if (read_ago (self, unit.end, unit.value, n, mention) ||
      tl_period_read_until (self, unit.end, n, unit.value, mention))
    return TRUE;
  length = tl_period_months_of (unit.value) * n;
  if (unit.kind != TERM_UNITS || n < 2 || unit.value == UNIT_YEAR ||
      length < 1 || length > TL_MONTHS_OF_YEAR)
    return FALSE;
  tl_period_set_mention (mention, unit.end, TL_PERIOD_MONTHS, 1, length);
  mention->is_count = TRUE;
  tl_period_read_year_behind (self, mention);
  return mention->year.kind != YEAR_UNKNOWN ||
         (length < TL_MONTHS_OF_YEAR && tl_period_is_behind (self, self->groups->span_before, token));
}
