/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, whole and partial. */

#include "tl-date.h"

static void
test_strings (void)
{
  static const char *const dates[] = { "2017-11-23", "2017-11", "2017", "2016-02-29", "0001-01-01", "9999-12-31" };
  static const char *const none[] = {
    "", "2017-13", "2017-00", "2017-11-31", "2017-02-29", "2017-11-00", "0000", "-2017", "2017-11-23T10:00", "17-11-23 ",
    "tomorrow", "2017-1a", "20171123", "2017-11-23x", "2017-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      TlDate date = tl_date_from_string (dates[i]);
      g_autofree char *string = tl_date_to_string (date);

      g_assert_true (tl_date_is_set (date));
      g_assert_true (tl_date_is_valid (date));
      g_assert_cmpstr (string, ==, dates[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("\"%s\"", none[i]);
      g_assert_false (tl_date_is_set (tl_date_from_string (none[i])));
    }
  g_assert_false (tl_date_is_set (tl_date_from_string (NULL)));
  g_assert_null (tl_date_to_string (TL_DATE_NONE));
}

static void
test_months (void)
{
  g_autofree char *month = tl_date_to_month ((TlDate) { 2017, 11, 23 });

  g_assert_cmpstr (month, ==, "2017-11");
  g_assert_null (tl_date_to_month ((TlDate) { 2017, 0, 0 }));
  g_assert_null (tl_date_to_month (TL_DATE_NONE));
  g_assert_cmpuint (tl_date_days_in_month (2016, 2), ==, 29);
  g_assert_cmpuint (tl_date_days_in_month (2017, 2), ==, 28);
  g_assert_cmpuint (tl_date_days_in_month (1900, 2), ==, 28);
  g_assert_cmpuint (tl_date_days_in_month (2000, 2), ==, 29);
  g_assert_cmpuint (tl_date_days_in_month (2017, 12), ==, 31);
}

static void
test_valid (void)
{
  static const struct { TlDate date; gboolean is_valid; } cases[] = {
    { { 2017, 11, 23 }, TRUE }, { { 2017, 11, 0 }, TRUE }, { { 2017, 0, 0 }, TRUE }, { { 0, 0, 0 }, FALSE },
    { { 2017, 0, 5 }, FALSE }, { { 2017, 13, 0 }, FALSE }, { { 2017, 4, 31 }, FALSE }, { { -5, 1, 1 }, FALSE },
    { { 10000, 1, 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_date_is_valid (cases[i].date), ==, cases[i].is_valid);
}

static void
test_compare (void)
{
  static const TlDate ordered[] = {
    { 0, 0, 0 }, { 2016, 0, 0 }, { 2016, 1, 0 }, { 2016, 1, 1 }, { 2016, 1, 2 }, { 2016, 2, 1 }, { 2017, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ordered); k++)
      {
        int order = tl_date_compare (ordered[i], ordered[k]);

        g_assert_true (i < k ? order < 0 : i > k ? order > 0 : order == 0);
      }
}

static void
test_add_months (void)
{
  static const struct { TlDate from; int n_months; TlDate to; } cases[] = {
    { { 2017, 11, 23 }, 1, { 2017, 12, 23 } },
    { { 2017, 11, 23 }, 2, { 2018, 1, 23 } },
    { { 2017, 1, 31 }, 1, { 2017, 2, 28 } },
    { { 2016, 1, 31 }, 1, { 2016, 2, 29 } },
    { { 2017, 3, 31 }, -1, { 2017, 2, 28 } },
    { { 2017, 1, 15 }, -1, { 2016, 12, 15 } },
    { { 2016, 2, 29 }, -12, { 2015, 2, 28 } },
    { { 2017, 11, 0 }, 14, { 2019, 1, 0 } },
    { { 2017, 5, 5 }, 0, { 2017, 5, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_date_compare (tl_date_add_months (cases[i].from, cases[i].n_months), cases[i].to), ==, 0);
}

static void
test_add_days (void)
{
  static const struct { TlDate from; int n_days; TlDate to; } cases[] = {
    { { 2017, 11, 30 }, 1, { 2017, 12, 1 } },
    { { 2016, 2, 28 }, 1, { 2016, 2, 29 } },
    { { 2017, 1, 1 }, -1, { 2016, 12, 31 } },
    { { 2017, 1, 1 }, 365, { 2018, 1, 1 } },
    { { 1, 1, 1 }, -5, { 1, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_date_compare (tl_date_add_days (cases[i].from, cases[i].n_days), cases[i].to), ==, 0);
}

static void
test_weekday (void)
{
  g_assert_cmpint (tl_date_get_weekday ((TlDate) { 2017, 11, 23 }), ==, 4);
  g_assert_cmpint (tl_date_get_weekday ((TlDate) { 2017, 11, 26 }), ==, 7);
  g_assert_cmpint (tl_date_get_weekday ((TlDate) { 2016, 2, 29 }), ==, 1);
  g_assert_cmpint (tl_date_get_weekday ((TlDate) { 2017, 11, 0 }), ==, 0);
  g_assert_cmpint (tl_date_get_weekday ((TlDate) { 2017, 2, 30 }), ==, 0);
  g_assert_cmpint (tl_date_get_weekday (TL_DATE_NONE), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/date/strings", test_strings);
  g_test_add_func ("/text/date/months", test_months);
  g_test_add_func ("/text/date/valid", test_valid);
  g_test_add_func ("/text/date/compare", test_compare);
  g_test_add_func ("/text/date/add-months", test_add_months);
  g_test_add_func ("/text/date/add-days", test_add_days);
  g_test_add_func ("/text/date/weekday", test_weekday);
  return g_test_run ();
}
