/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fiscal years, which begin in another month in each country, and the years of Iran's calendar. */

#include "tl-period-private.h"

#include <stdio.h>
#include <string.h>

/* How many words may stand between a country and its fiscal year: "Pakistan's FY23". */
#define OWNER_REACH 3

/* How near a country has to be named for "2021-22" to be its fiscal year, or how often. */
#define SPLIT_REACH 40
#define SPLIT_COUNT 3

#define MAX_COUNTRIES 64

/* 1 Farvardin 1400, from which the other years are counted. */
#define PERSIAN_YEAR 1400
static const TlDate persian_new_year = { 2021, 3, 21 };

/* The six months of spring and summer have 31 days, those that follow 30. */
#define PERSIAN_LONG_MONTHS 6
#define PERSIAN_LONG_DAYS 31
#define PERSIAN_DAYS 30

static FiscalStart
start_of (const TlWord *word,
          char          country[3])
{
  FiscalStart start = { 0 };
  char how[8] = "";

  if (sscanf (word->value, "%d %d %2s %7s", &start.month, &start.day, country, how) < 3)
    return (FiscalStart) { 0 };
  start.is_named_by_start = strcmp (how, "begins") == 0;
  start.is_split = strcmp (how, "splits") == 0;
  return start;
}

/* The country of which the text speaks most, the first of them; its own goes before all others.
 * Of a year that only some write so, "2021-22", it is one of those. */
static FiscalStart
find_start_in_text (const PeriodResolver *self,
                    gboolean              is_bare_split)
{
  TlPhrases *group = tl_lexicon_get_group (tl_lexicon_get_default (), "fiscal-years");
  g_autoptr(GArray) matches = tl_phrases_find (group, self->reader->text);
  struct { char code[3]; guint count; FiscalStart start; } countries[MAX_COUNTRIES] = { 0 };
  guint n_countries = 0, best = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      char code[3] = "";
      FiscalStart start = start_of (g_array_index (matches, TlPhraseMatch, i).value, code);
      guint k = 0;

      if (is_bare_split && !start.is_split)
        continue;
      while (k < n_countries && strcmp (countries[k].code, code) != 0)
        k++;
      if (k == MAX_COUNTRIES)
        continue;
      if (k == n_countries)
        {
          strcpy (countries[n_countries++].code, code);
          countries[k].start = start;
        }
      countries[k].count++;
      if (g_strcmp0 (code, self->home) == 0)
        return start;
      if (countries[k].count > countries[best].count)
        best = k;
    }
  if (n_countries == 0)
    return (FiscalStart) { 0 };
  countries[best].start.is_split = countries[best].start.is_split && countries[best].count >= SPLIT_COUNT;
  return countries[best].start;
}

/* Of a country named right before: "India's FY23", "the Indian fiscal year 2022". */
static gboolean
find_owner (const PeriodReader *reader,
            const Mention      *mention,
            FiscalStart        *start)
{
  TlPhrases *group = reader->groups->fiscal_years;

  for (guint n = 1; n <= OWNER_REACH && n <= mention->first; n++)
    {
      char code[3];
      guint end;
      const TlWord *word;

      if (!tl_period_is_beside (reader, mention->first, mention->first - n))
        return FALSE;
      word = tl_lexicon_match (group, reader->text, mention->first - n, &end);
      if (word == NULL)
        continue;
      if (end < mention->first && (tl_period_is (reader, end, "'s") || tl_period_is (reader, end, "'")))
        end++;
      *start = start_of (word, code);
      return end >= mention->first;
    }
  return FALSE;
}

static FiscalStart
find_start (PeriodResolver *self,
            const Mention  *mention,
            const YearSpec *year)
{
  int i = year->is_split && !year->is_fiscal;
  FiscalStart start;

  if (find_owner (self->reader, mention, &start))
    return start;
  if (!self->has_fiscal[i])
    {
      self->fiscal[i] = find_start_in_text (self, i != 0);
      self->has_fiscal[i] = TRUE;
    }
  return self->fiscal[i];
}

/* Whether a country that writes its fiscal years as "2021-22" is named near a mention. */
static gboolean
is_split_nearby (const PeriodReader *reader,
                 const Mention      *mention)
{
  guint first = mention->first > SPLIT_REACH ? mention->first - SPLIT_REACH : 0;
  guint end = MIN (mention->end + SPLIT_REACH, reader->n_tokens);

  for (guint i = first; i < end; i++)
    {
      const TlWord *word;
      char code[3];

      if (!tl_period_is_beside (reader, mention->first, i))
        continue;
      word = tl_lexicon_match (reader->groups->fiscal_years, reader->text, i, NULL);
      if (word != NULL && start_of (word, code).is_split)
        return TRUE;
    }
  return FALSE;
}

/* Whether a year is a fiscal one: it says so, or it is "2021-22" of a country that writes so. */
gboolean
tl_period_is_fiscal (PeriodResolver *self,
                     const Mention  *mention,
                     const YearSpec *year)
{
  FiscalStart start;

  if (year->is_fiscal || !year->is_split)
    return year->is_fiscal;
  start = find_start (self, mention, year);
  return start.month != 0 && (start.is_split || is_split_nearby (self->reader, mention));
}

/* The first day of a year of Iran's calendar; every fourth or fifth has a day more. */
static TlDate
persian_year_begin (int year)
{
  int days = 0;

  for (int y = MIN (year, PERSIAN_YEAR); y < MAX (year, PERSIAN_YEAR); y++)
    days += (25 * y + 11) % 33 < 8 ? 366 : 365;
  return tl_date_add_days (persian_new_year, year < PERSIAN_YEAR ? -days : days);
}

static int
persian_year_of (TlDate day)
{
  int year = day.year - (persian_new_year.year - PERSIAN_YEAR);

  return year - (tl_date_compare (tl_period_latest_day (day), persian_year_begin (year)) < 0);
}

/* The first day of so many months of a year that begins on @begin. */
static TlDate
add_fiscal_months (const YearSpec *year,
                   TlDate          begin,
                   int             n_months)
{
  int n_days;

  if (!year->is_persian)
    return tl_date_add_months (begin, n_months);
  if (n_months % TL_MONTHS_OF_YEAR == 0)
    return persian_year_begin (persian_year_of (begin) + n_months / TL_MONTHS_OF_YEAR);
  n_days = MIN (n_months, PERSIAN_LONG_MONTHS) * PERSIAN_LONG_DAYS +
           MAX (n_months - PERSIAN_LONG_MONTHS, 0) * PERSIAN_DAYS;
  return tl_date_add_days (begin, n_days);
}

/* The first day of the year in which a day falls, so many years on. */
static TlDate
begin_around (TlDate   day,
              TlDate   start,
              int      n_years,
              gboolean is_persian)
{
  TlDate begin = { day.year, start.month, start.day };

  if (is_persian)
    return persian_year_begin (persian_year_of (day) + n_years);
  if (tl_date_compare (day, begin) < 0)
    begin.year--;
  begin.year = (gint16) (begin.year + n_years);
  return begin;
}

/* The first day of a fiscal year; not set where it cannot be known. */
static TlDate
find_begin (PeriodResolver *self,
            const Mention  *mention,
            const YearSpec *year)
{
  FiscalStart start = { year->start, 1, FALSE, FALSE };
  TlDate day = self->published;
  TlDate begin;

  if (year->is_persian && year->kind == YEAR_NAMED)
    return persian_year_begin (year->value);
  if (!year->is_persian && year->start == 0)
    start = find_start (self, mention, year);
  if (start.month == 0 && !year->is_persian)
    return TL_DATE_NONE;
  begin = (TlDate) { 0, (guint8) start.month, (guint8) start.day };
  if (year->kind == YEAR_NAMED)
    {
      gboolean is_start = year->last != 0 || start.is_named_by_start || start.month == 1;

      begin.year = (gint16) (is_start ? year->value : year->value - 1);
      return begin;
    }
  if ((year->kind == YEAR_CURRENT || day.month == 0) && self->context_is_fiscal && self->last != NULL)
    day = self->last->start;
  if (day.month == 0)
    return TL_DATE_NONE;
  return begin_around (day, begin, year->kind == YEAR_CURRENT ? 0 : year->value, year->is_persian);
}

/* Sets the months of a fiscal year that begins on @begin. */
static void
set_fiscal_months (const Mention  *mention,
                   const YearSpec *year,
                   TlDate          begin,
                   TlPeriod       *period)
{
  int month = 0, last = TL_MONTHS_OF_YEAR;

  if (begin.year < 2 || begin.year > 9990)
    return;
  period->is_fiscal = TRUE;
  if (mention->shape == SHAPE_YEARS && !year->is_split)
    last = (year->last - year->value) * TL_MONTHS_OF_YEAR;
  else if (mention->shape == SHAPE_MONTHS)
    {
      month = mention->month - 1;
      last = mention->last_month < mention->month ? mention->last_month + TL_MONTHS_OF_YEAR : mention->last_month;
    }
  if (mention->shape == SHAPE_MONTHS && mention->has_names)
    {
      tl_period_set_months (period, begin.year + (mention->month < begin.month), mention->month, last - month);
      return;
    }
  period->start = add_fiscal_months (year, begin, month);
  period->end = tl_date_add_days (add_fiscal_months (year, begin, last), -1);
}

/*
 * tl_period_resolve_fiscal:
 * @self: what is known so far
 * @mention: a fiscal year, or months of one
 * @year: which
 * @period: (inout): the period
 *
 * Sets the days of what is counted in fiscal years.  Named months are the calendar's, others
 * are counted from the year's beginning.  Where no country tells when that is, they stay unknown.
 */
void
tl_period_resolve_fiscal (PeriodResolver *self,
                          const Mention  *mention,
                          const YearSpec *year,
                          TlPeriod       *period)
{
  set_fiscal_months (mention, year, find_begin (self, mention, year), period);
}

/*
 * tl_period_resolve_fiscal_from:
 * @self: what is known so far
 * @mention: "the previous fiscal year", or months of it
 * @anchor: the period named before
 * @period: (inout): the period
 *
 * Sets the days of what is counted in fiscal years from the one in which @anchor begins.
 *
 * Returns: whether it is known when such years begin
 */
gboolean
tl_period_resolve_fiscal_from (PeriodResolver *self,
                               const Mention  *mention,
                               const TlPeriod *anchor,
                               TlPeriod       *period)
{
  FiscalStart start = { 0 };
  TlDate begin = { 0 };

  if (anchor->start.day == 0)
    return FALSE;
  if (!mention->year.is_persian)
    start = find_start (self, mention, &mention->year);
  if (start.month == 0 && !mention->year.is_persian)
    return FALSE;
  begin.month = (guint8) start.month;
  begin.day = (guint8) start.day;
  begin = begin_around (anchor->start, begin, mention->year.value, mention->year.is_persian);
  set_fiscal_months (mention, &mention->year, begin, period);
  return TRUE;
}
