/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Days as headers, datelines and addresses write them: "5-MAR-1987", "24/07/2023",
 * "May 27" without a year, "/2022/06/13/".  Periods in the story are tl-period's.
 */

#include "tl-date-scan.h"

#include <string.h>

#include "tl-publication-words.h"

#define MIN_YEAR 1800
#define MAX_YEAR 2199

/* Archives put old stories under their days; a lone number as old is that of a page. */
#define FIRST_PATH_YEAR 1850

typedef struct
{
  TlText        *text;
  const char    *string;
  const TlToken *tokens;
  guint          n_tokens;
} Scanner;

static gboolean
is_kind (const Scanner *self,
         guint          token,
         TlTokenKind    kind)
{
  return token < self->n_tokens && self->tokens[token].kind == kind;
}

static char
char_of (const Scanner *self,
         guint          token)
{
  return token < self->n_tokens ? self->string[self->tokens[token].span.start] : '\0';
}

/* A token of digits alone; -1 for any other. */
static int
number_of (const Scanner *self,
           guint          token,
           guint         *n_digits)
{
  int value = 0;
  TlSpan span;

  if (!is_kind (self, token, TL_TOKEN_NUMBER))
    return -1;
  span = self->tokens[token].span;
  *n_digits = span.end - span.start;
  if (*n_digits > 8)
    return -1;
  for (guint32 i = span.start; i < span.end; i++)
    {
      if (!g_ascii_isdigit (self->string[i]))
        return -1;
      value = value * 10 + (self->string[i] - '0');
    }
  return value;
}

static int
year_of (const Scanner *self,
         guint          token)
{
  guint n_digits;
  int value = number_of (self, token, &n_digits);

  return value >= MIN_YEAR && value <= MAX_YEAR && n_digits == 4 ? value : 0;
}

static int
day_of (const Scanner *self,
        guint          token)
{
  guint n_digits;
  int value = number_of (self, token, &n_digits);

  return value >= 1 && value <= 31 && n_digits <= 2 ? value : 0;
}

static int
month_of (const Scanner *self,
          guint          token)
{
  const TlWord *word = NULL;

  if (is_kind (self, token, TL_TOKEN_WORD))
    word = tl_publication_words_match (TL_WORDS_MONTHS, self->text, token, NULL);
  return word != NULL ? (int) word->number : 0;
}

/* "st", "nd", "rd", "th" behind a day, commas, points and dashes between the parts. */
static guint
skip_joints (const Scanner *self,
             guint          token,
             const char    *joints)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      if (is_kind (self, token, TL_TOKEN_WORD) && (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0 &&
          tl_text_token_is (self->text, token, ordinals[i]))
        {
          token++;
          break;
        }
    }
  while (is_kind (self, token, TL_TOKEN_PUNCTUATION) && strchr (joints, char_of (self, token)) != NULL)
    token++;
  return token;
}

static gboolean
set_date (TlDate *date,
          int     year,
          int     month,
          int     day)
{
  TlDate whole = { (gint16) (year != 0 ? year : 2000), (guint8) month, (guint8) day };

  if (!tl_date_is_valid (whole))
    return FALSE;
  *date = (TlDate) { (gint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/* Two numbers that may be day and month in either order: the one that can't be a month is
 * the day; else the day stands first, as nearly everywhere. */
static gboolean
set_numeric (TlDate *date,
             int     year,
             int     first,
             int     second)
{
  return second > 12 ? set_date (date, year, first, second) : set_date (date, year, second, first);
}

/* "25.10.2019" is one token. */
static gboolean
scan_pointed (const Scanner *self,
              guint          token,
              TlDate        *date)
{
  TlSpan span = self->tokens[token].span;
  gsize n = span.end - span.start;
  guint64 parts[3];
  guint n_digits[3];
  const char *p = self->string + span.start;

  for (guint i = 0; i < 3; i++)
    {
      char *end;

      parts[i] = g_ascii_strtoull (p, &end, 10);
      n_digits[i] = (guint) (end - p);
      if (n_digits[i] == 0 || n_digits[i] > 4 || (i < 2 && *end != '.'))
        return FALSE;
      p = i < 2 ? end + 1 : end;
    }
  if ((gsize) (p - self->string - span.start) != n)
    return FALSE;
  if (n_digits[0] == 4)
    return parts[0] >= MIN_YEAR && set_date (date, (int) parts[0], (int) parts[1], (int) parts[2]);
  return n_digits[2] == 4 && parts[2] >= MIN_YEAR && n_digits[0] <= 2 && n_digits[1] <= 2 &&
         set_numeric (date, (int) parts[2], (int) parts[0], (int) parts[1]);
}

/* "2016-12-08", "2026-02", "24/07/2023" */
static gboolean
scan_numeric (const Scanner *self,
              guint          token,
              TlDate        *date,
              guint         *end_token)
{
  char sign = char_of (self, token + 1);
  int year = year_of (self, token);
  int second = day_of (self, token + 2);
  int third = day_of (self, token + 4);
  gboolean has_third = char_of (self, token + 3) == sign;

  if ((sign != '-' && sign != '/') || second == 0 ||
      (self->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) != 0)
    return FALSE;
  if (year != 0 && has_third && third != 0)
    {
      *end_token = token + 5;
      return set_date (date, year, second, third);
    }
  if (year != 0)
    {
      *end_token = token + 3;
      return sign == '-' && self->tokens[token + 2].span.end - self->tokens[token + 2].span.start == 2 &&
             set_date (date, year, second, 0);
    }
  year = has_third ? year_of (self, token + 4) : 0;
  if (year == 0 || day_of (self, token) == 0)
    return FALSE;
  *end_token = token + 5;
  return set_numeric (date, year, day_of (self, token), second);
}

/* "07 26, 2018": the comma is that of "July 26, 2018". */
static gboolean
scan_spaced (const Scanner *self,
             guint          token,
             TlDate        *date,
             guint         *end_token)
{
  int month = day_of (self, token);
  int day = day_of (self, token + 1);
  int year = char_of (self, token + 2) == ',' ? year_of (self, token + 3) : 0;

  *end_token = token + 4;
  return month != 0 && day != 0 && year != 0 && set_date (date, year, month, day);
}

/* "9 June 2021", "5-MAR-1987", "23rd of November", "3rd Wednesday, April 2019" */
static gboolean
scan_day_first (const Scanner *self,
                guint          token,
                TlDate        *date,
                guint         *end_token)
{
  int day = day_of (self, token);
  guint next = skip_joints (self, token + 1, "-./");
  guint weekday_end;
  int month, year;

  if (day == 0)
    return FALSE;
  if (tl_publication_words_match (TL_WORDS_WEEKDAYS, self->text, next, &weekday_end) != NULL)
    next = skip_joints (self, weekday_end, ",");
  if (tl_text_token_is (self->text, next, "of"))
    next++;
  month = month_of (self, next);
  if (month == 0)
    return FALSE;
  *end_token = next + 1;
  next = skip_joints (self, next + 1, "-.,/");
  year = year_of (self, next);
  if (year != 0)
    *end_token = next + 1;
  return set_date (date, year, month, day);
}

/* "June 20, 2023", "Feb. 23", "September 2013" */
static gboolean
scan_month_first (const Scanner *self,
                  guint          token,
                  TlDate        *date,
                  guint         *end_token)
{
  int month = month_of (self, token);
  guint next = skip_joints (self, token + 1, ".,");
  int day, year;

  if (month == 0)
    return FALSE;
  year = year_of (self, next);
  if (year != 0)
    {
      *end_token = next + 1;
      return set_date (date, year, month, 0);
    }
  day = day_of (self, next);
  if (day == 0)
    return FALSE;
  *end_token = next + 1;
  next = skip_joints (self, next + 1, ".,");
  year = year_of (self, next);
  if (year != 0)
    *end_token = next + 1;
  return set_date (date, year, month, day);
}

/*
 * tl_date_scan_at:
 * @text: a text
 * @token: index of a token of it
 * @date: (out): the date; its year is 0 where none is named
 * @end_token: (out): index after its last token
 *
 * Returns: whether a day, or a month with its year, is named at @token
 */
gboolean
tl_date_scan_at (TlText *text,
                 guint   token,
                 TlDate *date,
                 guint  *end_token)
{
  Scanner self = { .text = text, .string = tl_text_get_string (text) };

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  if (is_kind (&self, token, TL_TOKEN_WORD))
    return scan_month_first (&self, token, date, end_token);
  if (!is_kind (&self, token, TL_TOKEN_NUMBER))
    return FALSE;

  *end_token = token + 1;
  return scan_numeric (&self, token, date, end_token) || scan_day_first (&self, token, date, end_token) ||
         scan_spaced (&self, token, date, end_token) || scan_pointed (&self, token, date);
}

/* @n digits at @p and no more, as a number; 0 for none. */
static int
take_number (const char *p,
             guint       n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return 0;
      value = value * 10 + (p[i] - '0');
    }
  return value;
}

static gboolean
is_past_year (int year)
{
  return year >= 1990 && year <= MAX_YEAR;
}

/* "2022/06/13", "2018-08-10", "2013-08/26", anywhere in a path: a day is no number of a page. */
static gboolean
scan_path_day (const char *p,
               TlDate     *date)
{
  gsize n_month, n_day;
  const char *day;

  if (strspn (p, "0123456789") != 4 || take_number (p, 4) < FIRST_PATH_YEAR || take_number (p, 4) > MAX_YEAR ||
      (p[4] != '/' && p[4] != '-'))
    return FALSE;
  n_month = strspn (p + 5, "0123456789");
  if (n_month == 4)
    return set_date (date, take_number (p, 4), take_number (p + 5, 2), take_number (p + 7, 2));
  if (n_month < 1 || n_month > 2 || (p[5 + n_month] != '/' && p[5 + n_month] != '-'))
    return FALSE;
  day = p + 5 + n_month + 1;
  n_day = strspn (day, "0123456789");
  return (n_day == 1 || n_day == 2) &&
         set_date (date, take_number (p, 4), take_number (p + 5, (guint) n_month), take_number (day, (guint) n_day));
}

/* "…/story-1989-12-04-fi-179", "…?day=2019-03-05": the whole day, in digits of even length. */
static TlDate
scan_slug (const char *address)
{
  TlDate date = TL_DATE_NONE;

  for (const char *p = strpbrk (address, "-_="); p != NULL; p = strpbrk (p + 1, "-_="))
    {
      if (strspn (p + 1, "0123456789") == 4 && p[5] == '-' && strspn (p + 6, "0123456789") == 2 && p[8] == '-' &&
          strspn (p + 9, "0123456789") == 2 && scan_path_day (p + 1, &date))
        return date;
    }
  return TL_DATE_NONE;
}

/* At a part of a path, behind its slash: a day as above, "20220527", "14/07/2022",
 * "202207260304", or the month "2022/06". */
static TlDate
scan_path_part (const char *p)
{
  gsize n = strspn (p, "0123456789");
  TlDate date = TL_DATE_NONE;

  if (scan_path_day (p, &date))
    return date;
  if (n == 4 && is_past_year (take_number (p, 4)) && (p[4] == '/' || p[4] == '-') &&
      strspn (p + 5, "0123456789") == 2 && set_date (&date, take_number (p, 4), take_number (p + 5, 2), 0))
    return date;
  if ((n == 8 || n == 12) && is_past_year (take_number (p, 4)) &&
      set_date (&date, take_number (p, 4), take_number (p + 4, 2), take_number (p + 6, 2)))
    return date;
  if (n == 2 && p[2] == '/' && strspn (p + 3, "0123456789") == 2 && p[5] == '/' &&
      strspn (p + 6, "0123456789") == 4 && is_past_year (take_number (p + 6, 4)) &&
      set_date (&date, take_number (p + 6, 4), take_number (p + 3, 2), take_number (p, 2)))
    return date;
  return TL_DATE_NONE;
}

/*
 * tl_date_scan_address:
 * @address: (nullable): a web address
 *
 * Returns: the day, or the month, that its path files the page under
 */
TlDate
tl_date_scan_address (const char *address)
{
  TlDate best = TL_DATE_NONE;

  for (const char *p = address != NULL ? strchr (address, '/') : NULL; p != NULL; p = strchr (p + 1, '/'))
    {
      TlDate date = scan_path_part (p + 1);

      if (tl_date_is_valid (date) && date.month != 0 && (best.day == 0 || date.day != 0))
        best = date;
      if (best.day != 0)
        return best;
    }
  if (address != NULL)
    {
      TlDate date = scan_slug (address);

      if (date.day != 0)
        return date;
    }
  return best;
}

/*
 * tl_date_scan_address_year:
 * @address: (nullable): a web address
 *
 * Returns: the year that stands alone in its path before a word, or at its end
 *   ("/news/2019/august/", "…-162157-2024"); 0 where there is none
 */
int
tl_date_scan_address_year (const char *address)
{
  for (const char *p = address != NULL ? strchr (address, '/') : NULL; p != NULL; p = strpbrk (p + 1, "/-"))
    {
      const char *end = p + 1 + strspn (p + 1, "0123456789");

      if (end - p != 5 || !is_past_year (take_number (p + 1, 4)))
        continue;
      /* A number before another number is that of a page. */
      if ((*p == '/' && *end == '/' && g_ascii_isalpha (end[1])) || *end == '\0' || (*end == '/' && end[1] == '\0'))
        return take_number (p + 1, 4);
    }
  return 0;
}
