/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days in digits, as machines and people write them, and in addresses. */

#include "tl-page-day.h"

typedef struct
{
  const char *text;
  const char *day;              /* NULL: none is read */
} Case;

static void
check (const char      *text,
       gboolean         is_read,
       const TlPageDay *day,
       const char      *expected)
{
  g_autofree char *got = is_read ? tl_page_day_dup (day) : NULL;

  if (g_strcmp0 (got, expected) != 0)
    g_error ("“%s” is read as %s instead of %s", text, got != NULL ? got : "nothing", expected != NULL ? expected : "nothing");
}

static void
test_values (void)
{
  static const Case cases[] = {
    { "2021-06-09", "2021-06-09" },
    { "2021-06-09T23:47:00+03:00", "2021-06-09" },      /* the day that is written */
    { "2021-06-09T23:47:00Z", "2021-06-09" },
    { " 2021-6-9 ", "2021-06-09" },
    { "2021/06/09 18:47:00", "2021-06-09" },
    { "20210609", "2021-06-09" },
    { "20210609T184700", "2021-06-09" },
    { "202106091847", "2021-06-09" },
    { "20210609184700", "2021-06-09" },
    { "2021-06", "2021-06" },
    { "Wed, 09 Jun 2021 15:47:00 GMT", "2021-06-09" },
    { "Wed Jun 09 2021 18:47:00 GMT+0300 (MSK)", "2021-06-09" },
    { "Wed Jun  9 15:47:00 UTC 2021", NULL },
    { "June 9, 2021", "2021-06-09" },
    { "Jun. 9, 2021", "2021-06-09" },
    { "9th of June 2021", "2021-06-09" },
    { "09.06.2021 18:47", "2021-06-09" },
    { "09.06.21", "2021-06-09" },
    { "25/12/2020", "2020-12-25" },
    { "12/25/2020", "2020-12-25" },
    { "2021年6月9日 18:47", "2021-06-09" },
    { "2021년 6월 9일", "2021-06-09" },
    { "2021. 6. 9.", "2021-06-09" },
    { "\331\240\331\251/\331\240\331\246/\331\242\331\240\331\242\331\241", "2021-06-09" },
    { "1623253620", "2021-06-09" },
    { "1623253620000", "2021-06-09" },
    { "1970-01-01T00:00:00Z", NULL },
    { "0001-01-01T00:00:00", NULL },
    { "2021-02-30", NULL },
    { "2021-13-01", NULL },
    { "31.11.2021", NULL },
    { "0", NULL },
    { "", NULL },
    { "tomorrow", NULL },
    { "99999999999999999999", NULL },
    { "10:30", NULL },
    { "192.168.10.2021", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlPageDay day;

      check (cases[i].text, tl_page_day_read (cases[i].text, &day), &day, cases[i].day);
    }
}

static void
test_zones (void)
{
  TlPageDay day;

  g_assert_true (tl_page_day_read ("2021-06-09T23:47:00Z", &day));
  g_assert_true (day.is_utc);
  g_assert_cmpuint (day.hour, ==, 23);
  g_assert_true (tl_page_day_read ("2021-06-09T23:47:00.123+00:00", &day));
  g_assert_true (day.is_utc);
  g_assert_true (tl_page_day_read ("2021-06-09T23:47:00+09:00", &day));
  g_assert_false (day.is_utc);
  g_assert_true (tl_page_day_read ("2021-06-09", &day));
  g_assert_false (day.is_utc);
}

static void
test_order (void)
{
  TlPageDay day;

  g_assert_true (tl_page_day_read ("06/09/2021", &day));
  g_assert_true (day.is_unsure);
  g_assert_true (tl_page_day_read ("06.09.2021", &day));
  g_assert_false (day.is_unsure);
  g_assert_true (tl_page_day_read ("09/09/2021", &day));
  g_assert_false (day.is_unsure);
}

static void
test_addresses (void)
{
  static const Case cases[] = {
    { "https://a.example/2021/06/09/bridge-opens/", "2021-06-09" },
    { "https://a.example/news/2021/6/9/bridge", "2021-06-09" },
    { "https://a.example/2021/jun/09/bridge", "2021-06-09" },
    { "https://a.example/news/bridge-2021-06-09", "2021-06-09" },
    { "https://a.example/20210609/bridge.html", "2021-06-09" },
    { "https://a.example/2021/06/bridge", "2021-06" },
    { "https://a.example/news/12345678", NULL },
    { "https://a.example/article/2021-13-40/x", NULL },
    { "https://a.example/plan-2030", NULL },
    { "https://a.example", NULL },
    { "https://2021.example/06/09", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlPageDay day;

      check (cases[i].text, tl_page_day_of_path (cases[i].text, &day), &day, cases[i].day);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-day/values", test_values);
  g_test_add_func ("/page-day/zones", test_zones);
  g_test_add_func ("/page-day/order", test_order);
  g_test_add_func ("/page-day/addresses", test_addresses);
  return g_test_run ();
}
