/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-date-persian.h"

/* The day that the year 1400 began with, 21 March 2021; it is counted from there. */
#define ANCHOR_YEAR 1400

/* Years for which the rule of leap years is that of the calendar in use. */
#define FIRST_YEAR 1200
#define LAST_YEAR 1500

static gboolean
is_leap (int year)
{
  return (25 * year + 11) % 33 < 8;
}

static int
count_days_in_month (int year,
                     int month)
{
  if (month <= 6)
    return 31;
  return month < 12 || is_leap (year) ? 30 : 29;
}

/**
 * tl_date_from_persian:
 * @year: a year of the Persian (solar Hijri) calendar
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the same day in the Gregorian calendar; not set where there is no such day
 */
TlDate
tl_date_from_persian (int year,
                      int month,
                      int day)
{
  const TlDate anchor = { 2021, 3, 21 };
  int n_days = 0;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > count_days_in_month (year, month))
    return TL_DATE_NONE;
  for (int y = ANCHOR_YEAR; y < year; y++)
    n_days += is_leap (y) ? 366 : 365;
  for (int y = year; y < ANCHOR_YEAR; y++)
    n_days -= is_leap (y) ? 366 : 365;
  for (int m = 1; m < month; m++)
    n_days += count_days_in_month (year, m);
  return tl_date_add_days (anchor, n_days + day - 1);
}
