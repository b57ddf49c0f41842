/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which year is meant where none is said, and which by "last year". */

#include "tl-period-private.h"

/* How many tokens before a month, and before a weekday, words of the future may stand. */
#define FUTURE_REACH 8
#define FUTURE_REACH_WEEKDAY 4

/* How far before "by March" stands what says that it is to come. */
#define TO_COME_REACH 30

/* A day without a year that is so many months behind the publication is this year's, not last year's. */
#define DAYS_AHEAD_MONTHS 1

/* So long into a year "the year" may still be the one before. */
#define NEW_YEAR_MONTHS 3

/* Behind this month come those of the year's second half. */
#define LATE_MONTH 6

/* The index of the sentence that a mention stands in. */
guint
tl_period_sentence_of (const PeriodReader *reader,
                       const Mention      *mention)
{
  return reader->tokens[mention->first].sentence;
}

/* The last day that a date, whole or partial, may mean. */
TlDate
tl_period_latest_day (TlDate date)
{
  if (date.year == 0 || date.day != 0)
    return date;
  if (date.month == 0)
    date.month = TL_MONTHS_OF_YEAR;
  date.day = (guint8) tl_date_days_in_month (date.year, date.month);
  return date;
}

/* Whether words of what is to come stand before a mention. */
gboolean
tl_period_is_future (const PeriodResolver *self,
                     const Mention        *mention)
{
  const PeriodReader *reader = self->reader;
  guint reach = mention->shape == SHAPE_WEEKDAY ? FUTURE_REACH_WEEKDAY : FUTURE_REACH;

  if (tl_period_is_behind (reader, reader->groups->prospective, mention->first))
    return TRUE;
  for (guint n = 1; n <= reach && n <= mention->first; n++)
    {
      guint token = mention->first - n;

      if (reader->tokens[token].sentence != tl_period_sentence_of (reader, mention))
        return FALSE;
      if (tl_lexicon_match (reader->groups->future, reader->text, token, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "Will be done by March", said in October; "had come to $5 billion by August" is over. */
static gboolean
is_said_to_come (const PeriodResolver *self,
                 const Mention        *mention)
{
  const PeriodReader *reader = self->reader;

  for (guint token = mention->first, n = 0; token-- > 0 && n < TO_COME_REACH; n++)
    {
      if (reader->tokens[token].sentence != tl_period_sentence_of (reader, mention))
        return FALSE;
      if (tl_lexicon_match (reader->groups->future, reader->text, token, NULL) != NULL ||
          tl_lexicon_match (reader->groups->to_come, reader->text, token, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The year of the period that was named before. */
static int
take_context_year (PeriodResolver *self)
{
  self->anchor = self->context;
  return self->context_year;
}

/* The year of months that are named without one. */
static int
guess_year (PeriodResolver *self,
            const Mention  *mention)
{
  TlDate published = self->published;
  int last = mention->last_month;

  if (published.year != 0 && mention->has_names &&
      tl_period_is_behind (self->reader, self->reader->groups->prospective, mention->first))
    return published.year + (last < published.month && is_said_to_come (self, mention));
  if (self->context_year != 0 && self->context_is_said && !self->context_is_fiscal &&
      self->context_sentence == tl_period_sentence_of (self->reader, mention) &&
      (published.year == 0 || self->context_year <= published.year))
    return take_context_year (self);
  if (published.month != 0)
    {
      if (tl_period_is_future (self, mention))
        return published.year + (last < published.month);
      /* "The second half of the year" is this year's, unless the year has only begun. */
      if (mention->year.kind == YEAR_CURRENT && published.month > NEW_YEAR_MONTHS)
        return published.year;
      return published.year - (last > published.month);
    }
  if (mention->year.kind == YEAR_CURRENT)
    return published.year;
  if (self->month_years[last] != 0)
    return self->month_years[last];
  /* Who wrote in a year whose month is not known counts what December brought in the next. */
  if (published.year != 0 && last > LATE_MONTH && !tl_period_is_future (self, mention) &&
      (last == TL_MONTHS_OF_YEAR || self->month_years[TL_MONTHS_OF_YEAR] == published.year - 1))
    return published.year - 1;
  if (published.year == 0)
    return take_context_year (self);
  return published.year;
}

/* The year that a mention's words name, 0 where they and the article's date do not tell. */
int
tl_period_year_of (PeriodResolver *self,
                   const Mention  *mention,
                   const YearSpec *year)
{
  switch (year->kind)
    {
    case YEAR_NAMED:
      return year->value;
    case YEAR_SHIFTED:
      return self->published.year != 0 ? self->published.year + year->value : 0;
    case YEAR_CURRENT:
    case YEAR_UNKNOWN:
      return guess_year (self, mention);
    case YEAR_ANCHORED:
    default:
      return 0;
    }
}

/* "last December", "this January", "next May", "last winter": the year of its first month. */
int
tl_period_year_of_shifted_month (const PeriodResolver *self,
                                 const Mention        *mention)
{
  TlDate published = self->published;
  int length = (mention->last_month - mention->month + TL_MONTHS_OF_YEAR) % TL_MONTHS_OF_YEAR;
  int year = published.year;

  if (year == 0)
    return 0;
  if (published.month == 0)
    return year + mention->shift;
  if (mention->month + length - TL_MONTHS_OF_YEAR >= published.month)
    year--;                     /* January is of the winter that began in the year before */
  if (mention->shift < 0)
    return year - (mention->month + length >= published.month + (published.year - year) * TL_MONTHS_OF_YEAR);
  if (mention->shift > 0)
    return year + (mention->month <= published.month + (published.year - year) * TL_MONTHS_OF_YEAR);
  return year;
}

/* The year of a day without one: the last such day, or one soon after the publication. */
int
tl_period_guess_year_of_day (const PeriodResolver *self,
                             const Mention        *mention)
{
  TlDate published = self->published;
  TlDate day = { published.year, (guint8) mention->month, (guint8) mention->day };
  TlDate limit;

  if (published.month == 0)
    return published.year;
  if (tl_period_is_future (self, mention))
    return published.year + (tl_date_compare (tl_period_latest_day (day), published) < 0);
  limit = tl_date_add_months (tl_period_latest_day (published), DAYS_AHEAD_MONTHS);
  if (tl_date_compare (day, limit) > 0)
    return published.year - 1;
  day.year++;                   /* "3 January" in an article of 28 December */
  return published.year + (tl_date_compare (day, limit) <= 0);
}
