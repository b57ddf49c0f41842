/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days in the addresses of pages: "/2021/06/09/", "-20210609.html". */

#include "tl-page-day.h"

#include <string.h>

/* A number of so many ASCII digits and no more; -1 for anything else. */
static int
digits_at (const char *p,
           guint       n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return -1;
      value = value * 10 + (p[i] - '0');
    }
  return g_ascii_isdigit (p[n]) ? -1 : value;
}

static gboolean
set_path_day (TlPageDay *day,
              int        year,
              int        month,
              int        of_month)
{
  return year >= 1980 && month > 0 && of_month >= 0 &&
         tl_page_day_set (day, (guint64) year, (guint64) month, (guint64) of_month);
}

/* "2021/06/09/", "2021-06-09-…", "2021-06/09/", "2021/jun/09/", "20210609", behind a sign that parts. */
static gboolean
read_path_day (const char *p,
               TlPageDay  *day)
{
  int year = digits_at (p, 4);
  int packed = digits_at (p, 8);
  char joint = year > 0 ? p[4] : '\0';
  const char *rest;
  guint month;

  if (packed > 0)
    return packed % 100 > 0 && set_path_day (day, packed / 10000, packed / 100 % 100, packed % 100);
  if (joint != '/' && joint != '-' && joint != '_')
    return FALSE;
  rest = tl_page_day_read_month (p + 5, &month);
  if (rest == NULL)
    {
      guint n = g_ascii_isdigit (p[5]) && !g_ascii_isdigit (p[6]) ? 1 : 2;
      int number = digits_at (p + 5, n);

      if (number < 1)
        return FALSE;
      month = (guint) number;
      rest = p + 5 + n;
    }
  if ((*rest == joint || (*rest == '/' && joint == '-')) && g_ascii_isdigit (rest[1]))
    {
      guint n = g_ascii_isdigit (rest[2]) ? 2 : 1;

      if (digits_at (rest + 1, n) > 0 && (rest[1 + n] == '\0' || strchr ("/-_.?#", rest[1 + n]) != NULL) &&
          set_path_day (day, year, (int) month, digits_at (rest + 1, n)))
        return TRUE;
    }
  return joint == '/' && (*rest == '/' || *rest == '\0') && set_path_day (day, year, (int) month, 0);
}

/**
 * tl_page_day_of_path:
 * @address: a web address
 * @day: (out): the day
 *
 * Returns: whether its path files the page under a day, or else under a month
 */
gboolean
tl_page_day_of_path (const char *address,
                     TlPageDay  *day)
{
  const char *host = strstr (address, "://");
  const char *path = strchr (host != NULL ? host + 3 : address, '/');
  TlPageDay month = { 0 };

  for (const char *p = path; p != NULL; p = strpbrk (p + 1, "/-_="))
    if (read_path_day (p + 1, day))
      {
        if (day->day != 0)
          return TRUE;
        if (month.year == 0)
          month = *day;
      }
  *day = month;
  return month.year != 0;
}
