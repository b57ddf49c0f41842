/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of a month, by name and in digits. */

#include "tl-period-private.h"

/* A day without a year may be 29 February. */
#define LEAP_YEAR 2000

/* Whether a word is the name of a month, as far as the word alone tells. */
gboolean
tl_period_is_month (const Term *term)
{
  return term->kind == TERM_MONTH || term->kind == TERM_WEAK_MONTH || term->kind == TERM_NAME_MONTH;
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
    return tl_period_full_year (year);
  return year >= TL_FIRST_YEAR && year <= TL_LAST_YEAR ? year : -1;
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

      if (span.end - span.start != 10)
        return FALSE;           /* "2016.3.4" is a version */

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
  second = tl_period_is_month (&month) ? month.value : tl_period_read_integer (self, token + 2, 2);
  if (first < 0 || second < 0 || third < 0 || (tl_period_is_month (&month) && month.end != token + 3))
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

/* A day of the month, "9", "9th" or "ninth"; 0 where there is none. */
static int
read_day (const PeriodReader *self,
          guint               token,
          guint              *end)
{
  int day = tl_period_read_ordinal (self, token, end);

  if (day == 0)
    {
      day = tl_period_read_integer (self, token, 2);
      *end = token + 1;
    }
  return day >= 1 && day <= 31 ? day : 0;
}

/* The second day of "18-19", "29 and 30" or "4th to the 22nd"; 0 where there is none. */
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
  day = read_day (self, tl_period_skip_the (self, next), end);
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
  mention->is_range = last_day != day;
  read_year_of_day (self, mention);
  return mention->year.kind != YEAR_NAMED || is_date (mention->year.value, month, last_day);
}

/* "the 5th of this month", behind "of"; the month is a step from the article's. */
static gboolean
read_day_of_shifted_month (const PeriodReader *self,
                           guint               token,
                           int                 day,
                           int                 last_day,
                           Mention            *mention)
{
  Term shift = tl_period_term_at (self, token);
  Term unit = tl_period_term_at (self, shift.end);

  if (shift.kind != TERM_SHIFT || unit.kind != TERM_UNIT || unit.value != UNIT_MONTH)
    return FALSE;
  mention->end = unit.end;
  mention->shape = SHAPE_MONTH_DAY;
  mention->unit = TL_PERIOD_DAY;
  mention->day = day;
  mention->last_day = last_day;
  mention->is_range = last_day != day;
  mention->has_shift = TRUE;
  mention->shift = shift.value;
  return TRUE;
}

/* "on the 12th": a day of the month that is, or was. */
static gboolean
read_lone_day (const PeriodReader *self,
               guint               token,
               int                 day,
               guint               end,
               Mention            *mention)
{
  if (end != token + 2 || token < 2 || !tl_period_is (self, token - 1, "the") ||
      !tl_period_is_behind (self, self->groups->short_before, token - 1) || !tl_period_is_end (self, end))
    return FALSE;
  mention->end = end;
  mention->shape = SHAPE_MONTH_DAY;
  mention->unit = TL_PERIOD_DAY;
  mention->day = mention->last_day = day;
  return TRUE;
}

/* The month behind a day: "9 June", "9th of June", "the 9th day of June". */
static Term
month_behind (const PeriodReader *self,
              guint               token)
{
  Term term = tl_period_term_at (self, token);

  if (term.kind == TERM_UNIT && term.value == UNIT_DAY)
    token = term.end;
  return tl_period_term_at (self, tl_period_is (self, token, "of") ? token + 1 : token);
}

/* "9 June 2021", "the 9th of June", "29 and 30 November 2017", "4 to 22 of this month". */
static gboolean
read_day_first (const PeriodReader *self,
                guint               token,
                Mention            *mention)
{
  guint end, last_end;
  int day = read_day (self, token, &end);
  int last_day;
  Term month;

  if (day == 0 || (self->tokens[token].kind == TL_TOKEN_WORD && !tl_period_is (self, end, "of")))
    return FALSE;
  month = month_behind (self, end);
  last_day = day;
  last_end = end;
  if (!tl_period_is_month (&month))
    {
      last_day = read_last_day (self, end, day, &last_end);
      if (last_day != 0)
        month = month_behind (self, last_end);
      else
        last_day = day, last_end = end;
    }
  if (tl_period_is_month (&month))
    return self->tokens[month.end - 1].sentence == self->tokens[token].sentence &&
           finish_day (self, mention, month.end, month.value, day, last_day);
  if (month.kind == TERM_SHIFT && (last_day > day || tl_period_is (self, end, "of")))
    return read_day_of_shifted_month (self, tl_period_is (self, last_end, "of") ? last_end + 1 : last_end,
                                      day, last_day, mention);
  return last_day == day && read_lone_day (self, token, day, end, mention);
}

/* "November 29", "April 18-19, 2024", "May the 5th", behind the month. */
gboolean
tl_period_read_day_last (const PeriodReader *self,
                         const Term         *month,
                         Mention            *mention)
{
  guint start = tl_period_skip_the (self, month->end);
  guint end, last_end, counted;
  int day = read_day (self, start, &end);
  int last_day;

  if (day == 0 || self->tokens[start].kind == TL_TOKEN_WORD ||
      self->tokens[start].sentence != self->tokens[mention->first].sentence || (start > month->end && end != start + 2))
    return FALSE;
  counted = end;
  last_day = read_last_day (self, end, day, &last_end);
  if (last_day != 0)
    end = counted = last_end;
  /* "In March 29 companies", "in May 5 million". */
  if (tl_lexicon_match (self->groups->counted, self->text, counted, NULL) != NULL ||
      tl_lexicon_match (self->groups->magnitudes, self->text, counted, NULL) != NULL)
    return FALSE;
  return finish_day (self, mention, end, month->value, day, last_day != 0 ? last_day : day);
}

/* Reads a date that begins with a number, or with an ordinal as a word, at @token. */
gboolean
tl_period_read_date (const PeriodReader *self,
                     guint               token,
                     Mention            *mention)
{
  if (self->tokens[token].kind == TL_TOKEN_NUMBER &&
      (read_parted (self, token, mention) || read_pointed (self, token, mention)))
    return TRUE;
  return read_day_first (self, token, mention);
}
