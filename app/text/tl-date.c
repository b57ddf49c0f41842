/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-date.h"

#include <stdio.h>

/**
 * tl_date_is_set:
 * @date: a date
 *
 * Returns: whether at least the year is known
 */
gboolean
tl_date_is_set (TlDate date)
{
  return date.year != 0;
}

/**
 * tl_date_days_in_month:
 * @year: a year of the Gregorian calendar
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
guint
tl_date_days_in_month (int   year,
                       guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, 30);

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) CLAMP (year, 1, 9999));
}

/**
 * tl_date_is_valid:
 * @date: a date, whole or partial
 *
 * Returns: whether the calendar has such a date; a day without a month is none
 */
gboolean
tl_date_is_valid (TlDate date)
{
  if (date.year < 1 || date.year > 9999)
    return FALSE;
  if (date.month == 0)
    return date.day == 0;
  if (date.month > 12)
    return FALSE;
  return date.day <= tl_date_days_in_month (date.year, date.month);
}

/**
 * tl_date_compare:
 * @a: a date
 * @b: another
 *
 * Orders dates; what is unknown counts as earliest.
 *
 * Returns: less than, equal to or greater than 0, as for strcmp()
 */
int
tl_date_compare (TlDate a,
                 TlDate b)
{
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;
  return a.day - b.day;
}

/**
 * tl_date_add_months:
 * @date: a date with year and month
 * @n_months: how many months later; negative for earlier
 *
 * Returns: the date so many months away, its day cut to the length of that month
 */
TlDate
tl_date_add_months (TlDate date,
                    int    n_months)
{
  int months;

  g_return_val_if_fail (date.month != 0, date);

  months = date.year * 12 + (date.month - 1) + n_months;
  date.year = (gint16) (months / 12);
  date.month = (guint8) (months % 12 + 1);
  if (date.day != 0)
    date.day = (guint8) MIN (date.day, tl_date_days_in_month (date.year, date.month));
  return date;
}

/**
 * tl_date_add_days:
 * @date: a whole date
 * @n_days: how many days later; negative for earlier
 *
 * Returns: the date so many days away
 */
TlDate
tl_date_add_days (TlDate date,
                  int    n_days)
{
  GDate day;
  guint32 julian;

  g_return_val_if_fail (date.day != 0 && tl_date_is_valid (date), date);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  julian = g_date_get_julian (&day);
  g_date_set_julian (&day, (guint32) MAX (1, (gint64) julian + n_days));
  return (TlDate) { (gint16) g_date_get_year (&day), (guint8) g_date_get_month (&day), (guint8) g_date_get_day (&day) };
}

/**
 * tl_date_days_between:
 * @from: a whole date
 * @to: another
 *
 * Returns: how many days @to is later than @from; negative for earlier
 */
int
tl_date_days_between (TlDate from,
                      TlDate to)
{
  GDate first, last;

  g_return_val_if_fail (from.day != 0 && tl_date_is_valid (from), 0);
  g_return_val_if_fail (to.day != 0 && tl_date_is_valid (to), 0);

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, from.day, (GDateMonth) from.month, (GDateYear) from.year);
  g_date_set_dmy (&last, to.day, (GDateMonth) to.month, (GDateYear) to.year);
  return g_date_days_between (&first, &last);
}

/**
 * tl_date_get_weekday:
 * @date: a whole date
 *
 * Returns: 1 for Monday to 7 for Sunday, 0 when the date is not whole
 */
int
tl_date_get_weekday (TlDate date)
{
  GDate day;

  if (date.day == 0 || !tl_date_is_valid (date))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, (GDateMonth) date.month, (GDateYear) date.year);
  return (int) g_date_get_weekday (&day);
}

static char *
print_digits (char *p,
              guint value,
              guint n)
{
  for (guint i = n; i-- > 0; value /= 10)
    p[i] = (char) ('0' + value % 10);
  return p + n;
}

/**
 * tl_date_print:
 * @date: a date
 * @string: (out caller-allocates): where to print it to
 *
 * As tl_date_to_string(), into memory of the caller's: articles have dozens of dates.
 *
 * Returns: (transfer none) (nullable): @string, or %NULL when nothing is known
 */
const char *
tl_date_print (TlDate date,
               char   string[TL_DATE_SIZE])
{
  char *p = string;

  if (!tl_date_is_set (date))
    return NULL;
  p = print_digits (p, (guint) CLAMP (date.year, 0, 9999), 4);
  if (date.month != 0)
    {
      *p++ = '-';
      p = print_digits (p, date.month, 2);
    }
  if (date.month != 0 && date.day != 0)
    {
      *p++ = '-';
      p = print_digits (p, date.day, 2);
    }
  *p = '\0';
  return string;
}

/**
 * tl_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): "2017-11-23", "2017-11" or "2017", as
 *   much as is known; %NULL when nothing is
 */
char *
tl_date_to_string (TlDate date)
{
  char string[TL_DATE_SIZE];

  return g_strdup (tl_date_print (date, string));
}

/**
 * tl_date_to_month:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): "2017-11"; %NULL when no month is known
 */
char *
tl_date_to_month (TlDate date)
{
  if (!tl_date_is_set (date) || date.month == 0)
    return NULL;
  return tl_date_to_string ((TlDate) { date.year, date.month, 0 });
}

/**
 * tl_date_from_string:
 * @string: (nullable): "2017-11-23", "2017-11" or "2017"
 *
 * Returns: the date, or %TL_DATE_NONE when the string is no such date
 */
TlDate
tl_date_from_string (const char *string)
{
  int year = 0, month = 0, day = 0, length = 0;
  int n_parts;
  TlDate date;

  if (string == NULL || !g_ascii_isdigit (string[0]))
    return TL_DATE_NONE;

  n_parts = sscanf (string, "%4d%n-%2d%n-%2d%n", &year, &length, &month, &length, &day, &length);
  if (n_parts < 1 || string[length] != '\0' || year < 1 ||
      (n_parts > 1 && month < 1) || (n_parts > 2 && day < 1))
    return TL_DATE_NONE;
  date = (TlDate) { (gint16) year, (guint8) month, (guint8) day };
  return tl_date_is_valid (date) ? date : TL_DATE_NONE;
}
