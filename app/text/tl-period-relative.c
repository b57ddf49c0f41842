/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Periods that are counted from the article's date.  "The past five years" end on the day
 * before it and "the next five" begin on the day behind it, so that they are as long as
 * they say; a decade that is past or to come is so many years as well.
 */

#include "tl-period-private.h"

#define DAYS_OF_WEEK 7
#define SATURDAY 6

/* Years from which counting could lead out of the calendar. */
#define LAST_COUNTED_YEAR 9890
#define FIRST_COUNTED_YEAR 200

static TlDate
monday_of (TlDate day,
           int    n_weeks)
{
  return tl_date_add_days (day, 1 - tl_date_get_weekday (day) + DAYS_OF_WEEK * n_weeks);
}

static gboolean
is_day_known (const PeriodResolver *self)
{
  return self->published.day != 0 && self->published.year > FIRST_COUNTED_YEAR &&
         self->published.year < LAST_COUNTED_YEAR;
}

/* "Monday", "next Friday", "Monday last week" */
void
tl_period_resolve_weekday (const PeriodResolver *self,
                           const Mention        *mention,
                           TlPeriod             *period)
{
  int days = mention->n - tl_date_get_weekday (self->published);

  period->is_relative = TRUE;
  if (!is_day_known (self))
    return;
  if (mention->step == UNIT_WEEK)
    days += DAYS_OF_WEEK * mention->shift;
  else if (mention->has_shift ? mention->shift > 0 : tl_period_is_future (self, mention))
    days += days <= 0 ? DAYS_OF_WEEK : 0;
  else if (mention->has_shift && mention->shift < 0)
    days -= days >= 0 ? DAYS_OF_WEEK : 0;
  else if (!mention->has_shift)
    days -= days > 0 ? DAYS_OF_WEEK : 0;
  period->start = period->end = tl_date_add_days (self->published, days);
}

/* "on the 12th", "from the 4th to the 22nd of this month" */
void
tl_period_resolve_month_day (const PeriodResolver *self,
                             const Mention        *mention,
                             TlPeriod             *period)
{
  gboolean is_future = !mention->has_shift && tl_period_is_future (self, mention);
  TlDate month = { self->published.year, self->published.month, 1 };

  period->is_relative = TRUE;
  if (!is_day_known (self))
    return;
  if (mention->has_shift)
    month = tl_date_add_months (month, mention->shift);
  else if (is_future ? mention->day < self->published.day : mention->day > self->published.day)
    month = tl_date_add_months (month, is_future ? 1 : -1);
  /* No month without a 31st follows on another. */
  if (mention->last_day > (int) tl_date_days_in_month (month.year, month.month))
    {
      if (mention->has_shift)
        return;
      month = tl_date_add_months (month, is_future ? 1 : -1);
    }
  if (mention->last_day > (int) tl_date_days_in_month (month.year, month.month))
    return;
  period->start = period->end = month;
  period->start.day = (guint8) mention->day;
  period->end.day = (guint8) mention->last_day;
}

static void
resolve_weeks (const PeriodResolver *self,
               const Mention        *mention,
               TlPeriod             *period)
{
  TlDate monday;

  if (!is_day_known (self))
    return;
  monday = monday_of (self->published, mention->n);
  period->start = mention->step == UNIT_WEEKEND ? tl_date_add_days (monday, SATURDAY - 1) : monday;
  period->end = tl_date_add_days (monday, DAYS_OF_WEEK - 1);
}

/* "last month", "this quarter", "next week", "this decade" */
void
tl_period_resolve_shifted (const PeriodResolver *self,
                           const Mention        *mention,
                           TlPeriod             *period)
{
  TlDate published = self->published;
  int length = MAX (tl_period_months_of (mention->step), 1);
  int index;

  period->is_relative = TRUE;
  if (mention->step == UNIT_WEEK || mention->step == UNIT_WEEKEND)
    {
      resolve_weeks (self, mention, period);
      return;
    }
  if (mention->step == UNIT_CENTURY)
    length = 100 * TL_MONTHS_OF_YEAR;
  if (published.year < FIRST_COUNTED_YEAR || published.year > LAST_COUNTED_YEAR ||
      (published.month == 0 && length < TL_MONTHS_OF_YEAR))
    return;
  index = (published.year * TL_MONTHS_OF_YEAR + MAX (published.month, 1) - 1) / length + mention->n;
  index *= length;
  tl_period_set_months (period, index / TL_MONTHS_OF_YEAR, index % TL_MONTHS_OF_YEAR + 1, length);
}

/* "past five years", "next ten days" */
void
tl_period_resolve_trail (const PeriodResolver *self,
                         const Mention        *mention,
                         TlPeriod             *period)
{
  TlDate published = self->published;
  int n_months = mention->n * tl_period_months_of (mention->step);
  int n_days = mention->n * (mention->step == UNIT_WEEK ? DAYS_OF_WEEK : 1);
  int n_years = n_months / TL_MONTHS_OF_YEAR;
  TlDate other;

  period->is_relative = TRUE;
  period->is_vague = mention->is_vague;
  if (published.year == 0 || published.year + n_years < 2 || published.year + n_years > 9990 || published.year > 9990)
    return;
  if (published.day != 0 && published.year > 1)
    {
      other = n_months != 0 ? tl_date_add_months (published, n_months) : tl_date_add_days (published, n_days);
      period->start = mention->n < 0 ? other : tl_date_add_days (published, 1);
      period->end = mention->n < 0 ? tl_date_add_days (published, -1) : other;
    }
  else if (n_years != 0 && n_months % TL_MONTHS_OF_YEAR == 0)
    {
      tl_period_set_months (period, published.year + (n_months < 0 ? n_years : 1), 1, ABS (n_months));
    }
}

/* "year to date", "so far this month" */
void
tl_period_resolve_to_date (const PeriodResolver *self,
                           const Mention        *mention,
                           TlPeriod             *period)
{
  TlDate start = self->published;
  int length = tl_period_months_of (mention->step);

  period->is_relative = TRUE;
  if (start.month == 0)
    return;
  if (length == 0)
    {
      if (!is_day_known (self))
        return;
      start = monday_of (start, 0);
    }
  else
    {
      start.month = (guint8) (start.month - (start.month - 1) % MIN (length, TL_MONTHS_OF_YEAR));
      start.day = 1;
    }
  period->start = start;
  period->end = tl_period_latest_day (self->published);
}
