/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates and periods: what is found, which days it means, and what is none. */

#include "tl-period.h"

#include <string.h>

#include "period-cases.h"

static char *
describe_date (TlDate date)
{
  char *string;

  if (date.year == 0 && date.month != 0)
    return date.day != 0 ? g_strdup_printf ("?-%02d-%02d", date.month, date.day) : g_strdup_printf ("?-%02d", date.month);
  string = tl_date_to_string (date);
  return string != NULL ? string : g_strdup ("?");
}

static char *
describe (const char *published,
          const char *string)
{
  static const char *const units[] = { "day", "months", "quarter", "half", "year", "years", "reference" };
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) periods = tl_periods_find (text, tl_date_from_string (published));
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const TlPeriod *period = &g_array_index (periods, TlPeriod, i);
      g_autofree char *span = tl_text_dup_span (text, period->span);
      g_autofree char *start = describe_date (period->start);
      g_autofree char *end = describe_date (period->end);

      g_string_append_printf (description, "%s%s = %s %s", i > 0 ? " | " : "", span, units[period->unit], start);
      if (!g_str_equal (start, end))
        g_string_append_printf (description, "..%s", end);
      if (period->is_relative)
        g_string_append (description, " relative");
      if (period->is_prospective)
        g_string_append (description, " prospective");
    }
  return g_string_free (description, FALSE);
}

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].published, cases[i].text);

      g_test_message ("%s %s", cases[i].published, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].periods);
    }
}

/* Every day of a leap year and the next, written in the ways that news write it. */
static void
test_every_day (void)
{
  static const char *const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  };

  for (TlDate day = { 2016, 1, 1 }; day.year < 2018; day = tl_date_add_days (day, 1))
    {
      const char *month = months[day.month - 1];
      g_autofree char *string =
        g_strdup_printf ("On %d %s %d; on %s %d, %d; on %d-%02d-%02d; on %02d.%02d.%d.", day.day, month, day.year,
                         month, day.day, day.year, day.year, day.month, day.day, day.day, day.month, day.year);
      g_autoptr(TlText) text = tl_text_new (string, -1);
      g_autoptr(GArray) periods = tl_periods_find (text, TL_DATE_NONE);

      g_test_message ("%s", string);
      g_assert_cmpuint (periods->len, ==, 4);
      for (guint i = 0; i < periods->len; i++)
        {
          const TlPeriod *period = &g_array_index (periods, TlPeriod, i);

          g_assert_cmpint (period->unit, ==, TL_PERIOD_DAY);
          g_assert_cmpint (tl_date_compare (period->start, day), ==, 0);
          g_assert_cmpint (tl_date_compare (period->end, day), ==, 0);
        }
    }
}

/* What is found has an end that is not before its start, whatever the words and the day. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "2016", "2016-", "2016 ", "2016 to ", "first ", "last ", "January ", "January-", "12 months to ", "a year earlier ",
    "same period ", "31 February 2016 ", "FY99-", "9999 ", "99 years ago ", "1 January ", "Friday, ", "since 2014 ",
    "past 99 years ", "the previous year ", "31 ", "1.1.", "of ", "first 99 months of 2016 ", "two decades earlier ",
  };
  static const char *const days[] = { "", "1", "9999-12-31", "0001-01-01", "2017-02", "2016-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) repeated = g_string_new (NULL);
      g_autoptr(TlText) text = NULL;

      for (guint k = 0; k < 5000; k++)
        g_string_append (repeated, pieces[i]);
      text = tl_text_new (repeated->str, (gssize) repeated->len);
      for (guint d = 0; d < G_N_ELEMENTS (days); d++)
        {
          g_autoptr(GArray) periods = tl_periods_find (text, tl_date_from_string (days[d]));

          for (guint k = 0; k < periods->len; k++)
            {
              const TlPeriod *period = &g_array_index (periods, TlPeriod, k);

              g_assert_cmpuint (period->span.start, <, period->span.end);
              g_assert_cmpuint (period->span.end, <=, repeated->len);
              if (period->start.year != 0 && period->end.year != 0)
                {
                  g_assert_true (tl_date_is_valid (period->start));
                  g_assert_true (tl_date_is_valid (period->end));
                  g_assert_cmpint (tl_date_compare (period->start, period->end), <=, 0);
                }
            }
        }
    }
}

/* A number of ten thousand digits is no year, and harms nobody. */
static void
test_long_numbers (void)
{
  g_autofree char *digits = g_strnfill (10000, '9');
  g_autofree char *string = g_strdup_printf ("In %s and on %s May %s, in Q%s.", digits, digits, digits, digits);
  g_autofree char *found = describe ("2017-11-23", string);

  g_assert_cmpstr (found, ==, "");
}

/* A broken day of the article counts as none. */
static void
test_broken_publication (void)
{
  g_autoptr(TlText) text = tl_text_new ("Last year it fell, and on Monday, and in the past two months.", -1);
  TlDate broken = { 2017, 13, 45 };
  g_autoptr(GArray) periods = tl_periods_find (text, broken);

  g_assert_cmpuint (periods->len, ==, 3);
  for (guint i = 0; i < periods->len; i++)
    g_assert_false (tl_date_is_set (g_array_index (periods, TlPeriod, i).start));
}

/* What a text names is resolved as often as one likes, each time for itself. */
static void
test_again (void)
{
  g_autoptr(TlText) text = tl_text_new ("Exports grew last year, in 2015 and from March to May, and in the same period of 2014.", -1);
  g_autoptr(TlPeriodMentions) mentions = tl_period_mentions_new (text);

  for (gint16 year = 2016; year < 2020; year++)
    {
      TlDate published = { year, 6, 1 };
      g_autoptr(GArray) expected = tl_periods_find (text, published);
      g_autoptr(GArray) periods = tl_period_mentions_resolve (mentions, published, NULL);

      g_assert_cmpuint (periods->len, ==, expected->len);
      g_assert_cmpuint (periods->len, >=, 4);
      g_assert_cmpint (g_array_index (periods, TlPeriod, 0).start.year, ==, year - 1);
      for (guint i = 0; i < periods->len; i++)
        {
          const TlPeriod *period = &g_array_index (periods, TlPeriod, i);
          const TlPeriod *other = &g_array_index (expected, TlPeriod, i);

          g_assert_cmpuint (period->span.start, ==, other->span.start);
          g_assert_cmpuint (period->span.end, ==, other->span.end);
          g_assert_cmpint (tl_date_compare (period->start, other->start), ==, 0);
          g_assert_cmpint (tl_date_compare (period->end, other->end), ==, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/period/found", test_periods);
  g_test_add_func ("/text/period/every-day", test_every_day);
  g_test_add_func ("/text/period/again", test_again);
  g_test_add_func ("/text/period/hostile", test_hostile);
  g_test_add_func ("/text/period/long-numbers", test_long_numbers);
  g_test_add_func ("/text/period/broken-publication", test_broken_publication);
  return g_test_run ();
}
