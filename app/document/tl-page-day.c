/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Days as machines write them, and as people do in digits: "2021-06-09T18:47:00+03:00",
 * "20210609", "Wed, 09 Jun 2021 15:47:00 GMT", "09.06.2021", "2021年6月9日", 1623253620.
 * The day is the one that is written, whatever hour it is elsewhere.
 */

#include "tl-page-day.h"

#include <string.h>

#define MIN_YEAR 1850
#define MAX_YEAR 2199

/* The most digits of a number that may be part of a date. */
#define MAX_DIGITS 14

typedef struct
{
  const char *end;
  guint64     value;
  guint       n_digits;
} Number;

/* Digits of any script. */
static Number
take_number (const char *p)
{
  Number number = { p, 0, 0 };

  for (; number.n_digits <= MAX_DIGITS; number.n_digits++)
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (number.end));

      if (digit < 0)
        break;
      number.value = number.value * 10 + (guint64) digit;
      number.end = g_utf8_next_char (number.end);
    }
  return number;
}

static guint
days_in (guint year,
         guint month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/*
 * tl_page_day_set:
 * @day: (out): a day
 * @year: its year
 * @month: its month
 * @of_month: 0 for the month as a whole
 *
 * Returns: whether there is such a day, and it may be one of publication
 */
gboolean
tl_page_day_set (TlPageDay *day,
                 guint64    year,
                 guint64    month,
                 guint64    of_month)
{
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 ||
      of_month > days_in ((guint) year, (guint) month))
    return FALSE;
  /* What clocks say that were never set. */
  if ((year == 1970 || year == 1900) && month == 1 && of_month <= 1)
    return FALSE;
  *day = (TlPageDay) { .year = (guint16) year, .month = (guint8) month, .day = (guint8) of_month };
  return TRUE;
}

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \t");
}

/* What stands behind the day, "T18:47:00.000Z", " 18:47 GMT", "T15:47:00+00:00". */
static const char *
read_clock (const char *p,
            TlPageDay  *day)
{
  const char *time = *p == 'T' || *p == 't' ? p + 1 : skip_blanks (p);
  Number hour = take_number (time);
  const char *zone;

  if (hour.n_digits == 0 || hour.n_digits > 2 || *hour.end != ':' || hour.value > 24)
    return p;
  zone = hour.end + strspn (hour.end, "0123456789:.,");
  day->hour = (guint8) hour.value;
  zone = skip_blanks (zone);
  if (*zone == 'Z' || *zone == 'z' || g_str_has_prefix (zone, "UTC") || g_str_has_prefix (zone, "GMT"))
    {
      zone += *zone == 'Z' || *zone == 'z' ? 1 : 3;
      day->is_utc = (*zone != '+' && *zone != '-') || strspn (zone + 1, "0:") == strspn (zone + 1, "0123456789:");
    }
  else if (*zone == '+' || *zone == '-')
    {
      day->is_utc = strspn (zone + 1, "0:") >= 4 && strspn (zone + 1, "0:") == strspn (zone + 1, "0123456789:");
    }
  return zone;
}

/* Seconds or thousandths of them since 1970. */
static gboolean
read_epoch (const Number *number,
            TlPageDay    *day)
{
  gint64 seconds = (gint64) (number->n_digits == 13 ? number->value / 1000 : number->value);
  g_autoptr(GDateTime) time = NULL;

  if ((number->n_digits != 10 && number->n_digits != 13) || seconds < 300000000)
    return FALSE;
  time = g_date_time_new_from_unix_utc (seconds);
  if (time == NULL ||
      !tl_page_day_set (day, (guint64) g_date_time_get_year (time), (guint64) g_date_time_get_month (time),
                        (guint64) g_date_time_get_day_of_month (time)))
    return FALSE;
  day->hour = (guint8) g_date_time_get_hour (time);
  day->is_utc = TRUE;
  return TRUE;
}

/* "20210609", "20210609T1847", "202106091847", "20210609184700" */
static const char *
read_packed (const Number *number,
             TlPageDay    *day)
{
  guint64 value = number->value;

  if (number->n_digits == 14)
    value /= 1000000;
  else if (number->n_digits == 12)
    value /= 10000;
  else if (number->n_digits != 8)
    return NULL;
  if (!tl_page_day_set (day, value / 10000, value / 100 % 100, value % 100) || value % 100 == 0)
    return NULL;
  return number->end;
}

/* Between the parts of "2021-06-09", "2021/6/9", "2021. 6. 9.", "2021年6月9日", "2021년 6월 9일" */
static const char *
skip_joint (const char *p,
            gunichar   *joint)
{
  *joint = g_utf8_get_char (p);
  if (*joint == 0)
    return NULL;
  if (strchr ("-./", *joint < 0x80 ? (char) *joint : '\1') != NULL || *joint == 0x2010 || *joint == 0x2011 ||
      *joint == 0x2013)
    return *joint == '.' ? skip_blanks (p + 1) : g_utf8_next_char (p);
  if (*joint == 0x5e74 || *joint == 0x6708 || *joint == 0xb144 || *joint == 0xc6d4)
    return skip_blanks (g_utf8_next_char (p));
  return NULL;
}

static const char *
read_year_first (const Number *year,
                 TlPageDay    *day)
{
  gunichar joint, second_joint;
  const char *p = skip_joint (year->end, &joint);
  Number month, of_month;

  if (year->n_digits != 4 || p == NULL)
    return NULL;
  month = take_number (p);
  if (month.n_digits == 0 || month.n_digits > 2)
    return NULL;
  p = skip_joint (month.end, &second_joint);
  of_month = p != NULL ? take_number (p) : (Number) { NULL, 0, 0 };
  if (of_month.n_digits >= 1 && of_month.n_digits <= 2 && (second_joint == joint || joint > 0xff) &&
      tl_page_day_set (day, year->value, month.value, of_month.value) && of_month.value > 0)
    {
      gunichar c = g_utf8_get_char (of_month.end);

      p = c == 0x65e5 || c == 0xc77c ? g_utf8_next_char (of_month.end) : of_month.end;
      return read_clock (p, day);
    }
  /* A month alone: not "2021-6", a sum, nor "2021.06", a number. */
  if ((joint == '-' || joint == '/' || joint > 0xff) && month.n_digits == 2 && of_month.n_digits == 0 &&
      (p == NULL || second_joint > 0xff) && tl_page_day_set (day, year->value, month.value, 0))
    return month.end;
  return NULL;
}

/* "09.06.2021", "9/6/2021", "06-09-2021"; two digits of a year only where nothing is unsure. */
static const char *
read_year_last (const Number *first,
                TlPageDay    *day)
{
  gunichar joint, second_joint;
  const char *p = skip_joint (first->end, &joint);
  Number second, year;
  guint64 whole;
  gboolean is_swapped;

  if (p == NULL || joint > 0x7f || first->n_digits > 2)
    return NULL;
  second = take_number (p);
  p = second.n_digits >= 1 && second.n_digits <= 2 ? skip_joint (second.end, &second_joint) : NULL;
  if (p == NULL || second_joint != joint)
    return NULL;
  year = take_number (p);
  whole = year.value;
  if (year.n_digits == 2 && joint == '.' && first->n_digits == 2 && second.n_digits == 2)
    whole += 2000;
  else if (year.n_digits != 4)
    return NULL;
  if (first->value == 0 || second.value == 0)
    return NULL;

  is_swapped = second.value > 12;
  if (!(is_swapped ? tl_page_day_set (day, whole, first->value, second.value)
                   : tl_page_day_set (day, whole, second.value, first->value)))
    return NULL;
  p = read_clock (year.end + (*year.end == ',' && year.end[1] == ' '), day);
  day->is_unsure = joint != '.' && !is_swapped && first->value <= 12 && first->value != second.value;
  return p;
}

/*
 * tl_page_day_read_month:
 * @p: UTF-8
 * @month: (out): its number
 *
 * Returns: (nullable): the end of the name of a month at @p: the English ones, which the formats
 *   of mail, of web servers and of JavaScript have
 */
const char *
tl_page_day_read_month (const char *p,
                        guint      *month)
{
  static const char *const names[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  };
  gsize n = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (n >= 3 && n <= strlen (names[i]) && g_ascii_strncasecmp (p, names[i], n) == 0 &&
        (n == 3 || n == strlen (names[i]) || (i == 8 && n == 4)))
      {
        *month = i + 1;
        return p + n + (p[n] == '.');
      }
  return NULL;
}

static const char *
skip_between (const char *p)
{
  return p + strspn (p, " ,-/");
}

static const char *
skip_ordinal (const char *p)
{
  static const char *const ends[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_ascii_strncasecmp (p, ends[i], 2) == 0 && !g_ascii_isalpha (p[2]))
      return p + 2;
  return p;
}

/* "9 June 2021", "09 Jun 2021 15:47:00 GMT", from the day on */
static const char *
read_named_day_first (const Number *number,
                      TlPageDay    *day)
{
  const char *p = skip_between (skip_ordinal (number->end));
  guint month;
  Number year;

  if (g_ascii_strncasecmp (p, "of ", 3) == 0)
    p += 3;
  p = number->n_digits <= 2 && number->value > 0 ? tl_page_day_read_month (p, &month) : NULL;
  if (p == NULL)
    return NULL;
  year = take_number (skip_between (p));
  if (year.n_digits != 4 || !tl_page_day_set (day, year.value, month, number->value))
    return NULL;
  return read_clock (year.end + (*year.end == ','), day);
}

/* "June 9, 2021", "Jun 09 2021 18:47:00 GMT+0300", "Jun 9 15:47:00 2021" */
static const char *
read_named_month_first (const char *text,
                        TlPageDay  *day)
{
  guint month;
  const char *p = tl_page_day_read_month (text, &month);
  Number of_month, year;

  if (p == NULL)
    return NULL;
  of_month = take_number (skip_between (p));
  if (of_month.n_digits < 1 || of_month.n_digits > 2 || of_month.value == 0)
    return NULL;
  p = skip_between (skip_ordinal (of_month.end));
  if (g_ascii_isdigit (p[0]) && strspn (p, "0123456789:") > 4 && p[strspn (p, "0123456789:")] == ' ')
    p = skip_blanks (p + strspn (p, "0123456789:"));
  year = take_number (p);
  if (year.n_digits != 4 || !tl_page_day_set (day, year.value, month, of_month.value))
    return NULL;
  return read_clock (year.end + (*year.end == ','), day);
}

/**
 * tl_page_day_read_at:
 * @text: UTF-8
 * @day: (out): the day
 *
 * Returns: (nullable): the end of the day, or month, that @text begins with, %NULL where it
 *   begins with none
 */
const char *
tl_page_day_read_at (const char *text,
                     TlPageDay  *day)
{
  Number number = take_number (text);
  const char *end;

  if (number.n_digits == 0)
    return g_ascii_isalpha (*text) ? read_named_month_first (text, day) : NULL;
  end = read_year_first (&number, day);
  if (end == NULL)
    end = read_year_last (&number, day);
  if (end == NULL)
    end = read_named_day_first (&number, day);
  if (end == NULL)
    {
      end = read_packed (&number, day);
      if (end != NULL && number.n_digits == 8)
        end = read_clock (end, day);
    }
  return end;
}

/**
 * tl_page_day_read:
 * @text: a value that tells a day and nothing else
 * @day: (out): the day
 *
 * Returns: whether it was understood
 */
gboolean
tl_page_day_read (const char *text,
                  TlPageDay  *day)
{
  Number number = take_number (text);
  const char *start, *end;

  if (number.n_digits > 0 && *number.end == '\0' && read_epoch (&number, day))
    return TRUE;
  return tl_page_day_find (text, day, &start, &end);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c);
}

/**
 * tl_page_day_find:
 * @text: UTF-8
 * @day: (out): the day
 * @start: (out): where it begins
 * @end: (out): where it ends
 *
 * Returns: whether @text names a day, or a month; the first that it names
 */
gboolean
tl_page_day_find (const char  *text,
                  TlPageDay   *day,
                  const char **start,
                  const char **end)
{
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_word_char (before) && before != '.' && is_word_char (c))
        {
          const char *after = tl_page_day_read_at (p, day);

          if (after != NULL && g_unichar_digit_value (g_utf8_get_char (after)) < 0)
            {
              *start = p;
              *end = after;
              return TRUE;
            }
        }
      /* Scripts without spaces. */
      before = c < 0x2e80 ? c : ' ';
    }
  return FALSE;
}

static guint32
julian (const TlPageDay *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, MAX (day->day, 1), (GDateMonth) day->month, day->year);
  return g_date_get_julian (&date);
}

/**
 * tl_page_day_compare:
 * @a: a day
 * @b: another
 *
 * Returns: less than 0, 0 or more than 0 as @a is before @b, the same, or behind it
 */
int
tl_page_day_compare (const TlPageDay *a,
                     const TlPageDay *b)
{
  if (a->year != b->year)
    return a->year - b->year;
  return a->month != b->month ? a->month - b->month : a->day - b->day;
}

/**
 * tl_page_day_apart:
 * @a: a day
 * @b: another
 *
 * Returns: how many days @b comes behind @a
 */
int
tl_page_day_apart (const TlPageDay *a,
                   const TlPageDay *b)
{
  return (int) julian (b) - (int) julian (a);
}

/**
 * tl_page_day_dup:
 * @day: a day
 *
 * Returns: (transfer full): "2021-06-09", or "2021-06" where only the month is known
 */
char *
tl_page_day_dup (const TlPageDay *day)
{
  return day->day != 0 ? g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day)
                       : g_strdup_printf ("%04d-%02d", day->year, day->month);
}
