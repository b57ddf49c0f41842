/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and months by name, and dates in digits. */

#include "tl-period-private.h"

/* A day without a year may be 29 February. */
#define LEAP_YEAR 2000

static gboolean
is_month (const Term *term)
{
  return term->kind == TERM_MONTH || term->kind == TERM_WEAK_MONTH;
}

static void
set_date (Mention *mention,
          guint    end,
          int      year,
          int      month,
          int      day)
{
  mention->end = end;
  mention->shape = SHAPE_DAY;
  mention->unit = TL_PERIOD_DAY;
  mention->month = mention->last_month = month;
  mention->day = mention->last_day = day;
  mention->year = (YearSpec) { .kind = year != 0 ? YEAR_NAMED : YEAR_UNKNOWN, .value = year };
}

static gboolean
is_date (int year,
         int month,
         int day)
{
  TlDate date = { (gint16) (year != 0 ? year : LEAP_YEAR), (guint8) month, (guint8) day };

  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && tl_date_is_valid (date);
}

static int
full_year (int year)
{
  if (year >= 0 && year < 100)
    return year < 70 ? year + 2000 : year + 1900;
  return year >= 1900 && year <= 2099 ? year : -1;
}

/* "25.10.2019": one token of digits and points. */
static gboolean
read_pointed (const PeriodReader *self,
              guint               token,
              Mention            *mention)
{
  TlSpan span = self->tokens[token].span;
  const char *string = self->string + span.start;
  int parts[3] = { 0 };
  guint n_points = 0, n_digits = 0;

  if (span.end - span.start > 10 || span.end - span.start < 8)
    return FALSE;
  for (guint i = 0; i < span.end - span.start; i++)
    {
      if (g_ascii_isdigit (string[i]) && n_digits < 4)
        {
          parts[n_points] = parts[n_points] * 10 + (string[i] - '0');
          n_digits++;
        }
      else if (string[i] == '.' && n_points < 2)
        {
          n_points++;
          n_digits = 0;
        }
      else
        return FALSE;
    }
  if (n_points != 2)
    return FALSE;
  if (parts[0] > 31)
    {
      int year = parts[0];

      parts[0] = parts[2];
      parts[2] = year;
    }
  parts[2] = full_year (parts[2]);
  if (parts[2] < 0 || !is_date (parts[2], parts[1], parts[0]))
    return FALSE;
  set_date (mention, token + 1, parts[2], parts[1], parts[0]);
  return TRUE;
}

/* "2016-12-08", "24/07/2023", "5-MAR-1987": three tokens with the same sign between them. */
static gboolean
read_parted (const PeriodReader *self,
             guint               token,
             Mention            *mention)
{
  int first, second, third;
  guint n_digits;
  Term month;

  for (guint i = 1; i <= 4; i++)
    if (!tl_period_is_attached (self, token + i))
      return FALSE;
  if (self->tokens[token + 1].hash != self->tokens[token + 3].hash ||
      !(tl_period_is (self, token + 1, "-") || tl_period_is (self, token + 1, "/")))
    return FALSE;
  n_digits = self->tokens[token].span.end - self->tokens[token].span.start;
  first = tl_period_read_integer (self, token, 4);
  third = tl_period_read_integer (self, token + 4, 4);
  month = tl_period_term_at (self, token + 2);
  second = is_month (&month) ? month.value : tl_period_read_integer (self, token + 2, 2);
  if (first < 0 || second < 0 || third < 0 || (is_month (&month) && month.end != token + 3))
    return FALSE;

  if (n_digits == 4)
    {
      int year = first;

      first = third;
      third = year;
    }
  else if (second > 12)
    {
      int day = second;

      second = first;
      first = day;
    }
  third = full_year (third);
  if (third < 0 || !is_date (third, second, first))
    return FALSE;
  set_date (mention, token + 5, third, second, first);
  return TRUE;
}

/* A day of the month, "9" or "9th"; 0 where there is none. */
static int
read_day (const PeriodReader *self,
          guint               token,
          guint              *end)
{
  int day = tl_period_read_integer (self, token, 2);

  if (day < 1 || day > 31)
    return 0;
  *end = token + 1;
  if (tl_period_is_attached (self, *end) &&
      (tl_period_is (self, *end, "st") || tl_period_is (self, *end, "nd") ||
       tl_period_is (self, *end, "rd") || tl_period_is (self, *end, "th")))
    (*end)++;
  return day;
}

/* The second day of "18-19" or "29 and 30"; 0 where there is none. */
static int
read_last_day (const PeriodReader *self,
               guint               token,
               int                 first,
               guint              *end)
{
  guint next;
  int day;

  if (tl_period_is (self, token, "and") || tl_period_is (self, token, "&"))
    next = token + 1;
  else if (tl_lexicon_match (self->groups->to, self->text, token, &next) == NULL)
    return 0;
  day = read_day (self, next, end);
  return day > first ? day : 0;
}

static void
read_year_of_day (const PeriodReader *self,
                  Mention            *mention)
{
  YearSpec year;
  guint end;

  if (tl_period_read_year_spec (self, mention->end, &year, &end) &&
      year.kind != YEAR_CURRENT && !year.is_fiscal)
    {
      mention->year = year;
      mention->end = end;
    }
}

static gboolean
finish_day (const PeriodReader *self,
            Mention            *mention,
            guint               end,
            int                 month,
            int                 day,
            int                 last_day)
{
  if (!is_date (0, month, day) || !is_date (0, month, last_day))
    return FALSE;
  set_date (mention, end, 0, month, day);
  mention->last_day = last_day;
  read_year_of_day (self, mention);
  return mention->year.kind != YEAR_NAMED || is_date (mention->year.value, month, last_day);
}

/* "9 June 2021", "the 9th of June", "29 and 30 November 2017". */
static gboolean
read_day_first (const PeriodReader *self,
                guint               token,
                Mention            *mention)
{
  guint end, last_end;
  int day = read_day (self, token, &end);
  int last_day = 0;
  Term month;

  if (day == 0)
    return FALSE;
  month = tl_period_term_at (self, tl_period_is (self, end, "of") ? end + 1 : end);
  if (!is_month (&month))
    {
      last_day = read_last_day (self, end, day, &last_end);
      if (last_day == 0)
        return FALSE;
      month = tl_period_term_at (self, tl_period_is (self, last_end, "of") ? last_end + 1 : last_end);
    }
  if (!is_month (&month) || self->tokens[month.end - 1].sentence != self->tokens[token].sentence)
    return FALSE;
  return finish_day (self, mention, month.end, month.value, day, last_day != 0 ? last_day : day);
}

/* "November 29", "April 18-19, 2024", behind the month. */
static gboolean
read_day_last (const PeriodReader *self,
               const Term         *month,
               Mention            *mention)
{
  guint end, last_end;
  int day = read_day (self, month->end, &end);
  int last_day;
  guint counted = end;

  if (day == 0 || self->tokens[month->end].sentence != self->tokens[mention->first].sentence)
    return FALSE;
  last_day = read_last_day (self, end, day, &last_end);
  if (last_day != 0)
    end = counted = last_end;
  /* "In March 29 companies", "in May 5 million". */
  if (tl_lexicon_match (self->groups->counted, self->text, counted, NULL) != NULL ||
      tl_lexicon_match (self->groups->magnitudes, self->text, counted, NULL) != NULL)
    return FALSE;
  return finish_day (self, mention, end, month->value, day, last_day != 0 ? last_day : day);
}

/* Whether a word like "May" is the month here. */
static gboolean
is_cued (const PeriodReader *self,
         guint               token)
{
  return token > 0 && tl_period_is_behind (self, self->groups->prepositions, token) &&
         !((self->tokens[token].flags & TL_TOKEN_ALL_CAPS) != 0 && tl_period_is (self, token - 1, "to"));
}

/* The second month of "January-September", with the end behind it; FALSE where there is none. */
static gboolean
read_last_month (const PeriodReader *self,
                 guint               token,
                 gboolean            is_between,
                 Term               *last)
{
  guint next;

  if (is_between && tl_period_is (self, token, "and"))
    next = token + 1;
  else if (tl_lexicon_match (self->groups->to, self->text, token, &next) == NULL)
    return FALSE;
  *last = tl_period_term_at (self, next);
  return is_month (last);
}

/* "January and February 2024": the first shares the year that the second names. */
static void
share_year (const PeriodReader *self,
            Mention            *mention)
{
  guint next = mention->end;
  YearSpec year;
  guint end;
  Term month;

  if (!tl_period_is (self, next, "and") && !tl_period_is (self, next, "or") &&
      !tl_period_is (self, next, ",") && !tl_period_is (self, next, "&"))
    return;
  month = tl_period_term_at (self, next + 1);
  if (is_month (&month) && tl_period_read_year_spec (self, month.end, &year, &end))
    mention->year = year;
}

static gboolean
read_month_range (const PeriodReader *self,
                  Mention            *mention)
{
  gboolean is_between = mention->first > 0 && tl_period_is (self, mention->first - 1, "between");
  YearSpec year;
  guint end;
  Term last;

  if (!read_last_month (self, mention->end, is_between, &last))
    return FALSE;
  mention->last_month = last.value;
  mention->end = last.end;
  if (tl_period_read_year_spec (self, last.end, &year, &end))
    {
      mention->end = end;
      if (mention->year.kind == YEAR_UNKNOWN)
        mention->year = year;
      else
        mention->last_year = year;
    }
  return TRUE;
}

/*
 * Reads what begins with the name of a month: "November 29, 2017", "October 2020",
 * "January-September 2017", "November 2016 to March 2017", "December".
 */
gboolean
tl_period_read_month (const PeriodReader *self,
                      guint               token,
                      const Term         *term,
                      Mention            *mention)
{
  guint end;

  if (read_day_last (self, term, mention))
    return TRUE;
  mention->end = term->end;
  mention->shape = SHAPE_MONTHS;
  mention->unit = TL_PERIOD_MONTHS;
  mention->has_names = TRUE;
  mention->month = mention->last_month = term->value;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (tl_period_read_year_spec (self, term->end, &mention->year, &end))
    mention->end = end;
  else
    mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (read_month_range (self, mention))
    return TRUE;
  if (mention->year.kind != YEAR_UNKNOWN)
    return TRUE;
  share_year (self, mention);
  return term->kind == TERM_MONTH || is_cued (self, token);
}

/* Reads a date that begins with a number at @token. */
gboolean
tl_period_read_date (const PeriodReader *self,
                     guint               token,
                     Mention            *mention)
{
  return read_parted (self, token, mention) || read_pointed (self, token, mention) ||
         read_day_first (self, token, mention);
}
