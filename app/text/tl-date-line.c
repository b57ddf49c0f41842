/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The day in a line that tells one, in any usual form and language: "Вторник, 9 июня 2021 г.,
 * 14:05", "Jun 9, 2021", "2021年6月9日", "09.06.2021", "۱۹ خرداد ۱۴۰۰".  A month in words stands
 * with the day's and the year's number beside it, in any order; where all are numbers, the order
 * is that of the language, unless the numbers or a weekday tell it.
 */

#include "tl-date-line.h"

#include <string.h>

#include "tl-calendar-names.h"
#include "tl-date-line-private.h"
#include "tl-date-persian.h"

/* No more of a line is looked at. */
#define MAX_LENGTH 600

/* "9 de junio de 2021", "2021. gada 9. jūnijs": so many words may stand between two parts, and
 * they are short. */
#define MAX_FILLERS 2
#define MAX_FILLER 8

#define FIRST_YEAR 1800
#define LAST_YEAR 2099

/* The years of Thailand are as many ahead. */
#define BUDDHIST_YEARS 543

/* In two digits these are of this century. */
#define LAST_SHORT_YEAR 69

typedef struct
{
  const TlDateItem *items;
  guint             n_items;
  const char       *tag;        /* language, perhaps with its region; or NULL */
  const char       *language;   /* two letters, or NULL */
  gboolean          is_persian;
  gboolean          is_thai;
  int               weekday;
} Line;

typedef struct
{
  TlDate date;
  guint  first;
  guint  last;
} Found;

/* ---- parts ---- */

static gboolean
is_number (const Line *self,
           guint       index)
{
  return index < self->n_items && self->items[index].kind == TL_DATE_ITEM_NUMBER && !self->items[index].is_time;
}

static gboolean
is_day (const Line *self,
        guint       index)
{
  const TlDateItem *item = &self->items[index];

  return is_number (self, index) && item->n_digits <= 2 && item->value >= 1 && item->value <= 31 &&
         (item->unit == '\0' || item->unit == 'd');
}

static gboolean
is_year (const Line *self,
         guint       index)
{
  const TlDateItem *item = &self->items[index];

  return is_number (self, index) && item->n_digits == 4 && (item->unit == '\0' || item->unit == 'y') &&
         ((item->value >= FIRST_YEAR && item->value <= LAST_YEAR) ||
          (self->is_thai && item->value >= FIRST_YEAR + BUDDHIST_YEARS && item->value <= LAST_YEAR + BUDDHIST_YEARS) ||
          (self->is_persian && item->value >= 1300 && item->value < 1500));
}

/* "9-Jun-21", "9 June ’21" */
static gboolean
is_short_year (const Line *self,
               guint       index)
{
  const TlDateItem *item = &self->items[index];
  gunichar sign = index > 0 && item[-1].kind == TL_DATE_ITEM_SIGN ? item[-1].sign : 0;

  return is_number (self, index) && item->n_digits == 2 && item->unit == '\0' && !item->has_space &&
         (sign == '-' || sign == '\'' || sign == 0x2019 || sign == '/');
}

static TlDate
make_date (const Line *self,
           int         year,
           int         month,
           int         day,
           gboolean    is_persian)
{
  TlDate date = { (gint16) year, (guint8) month, (guint8) day };

  if (is_persian || (self->is_persian && year >= 1300 && year < 1500))
    return day != 0 ? tl_date_from_persian (year, month, day) : TL_DATE_NONE;
  if (self->is_thai && year > LAST_YEAR)
    date.year = (gint16) (year - BUDDHIST_YEARS);
  if (year < 100)
    date.year = (gint16) (year + (year <= LAST_SHORT_YEAR ? 2000 : 1900));
  return tl_date_is_valid (date) ? date : TL_DATE_NONE;
}

/* ---- a month in words ---- */

static gboolean
is_joint (gunichar sign)
{
  if (sign < 0x80)
    return sign != '\0' && strchr (",.-/'()", (int) sign) != NULL;
  return sign == 0x2019 || sign == 0xb7 || sign == 0x60c || sign == 0x3001 || sign == 0xff0c || sign == 0x2010 ||
         sign == 0x2011 || sign == 0xff08 || sign == 0xff09;
}

/* The nearest number before or behind @index that may be a part of the same date; n_items
 * where there is none. */
static guint
find_number (const Line *self,
             guint       index,
             int         step)
{
  guint n_fillers = 0;

  for (guint i = index + (guint) step; i < self->n_items; i += (guint) step)
    {
      const TlDateItem *item = &self->items[i];

      if (item->kind == TL_DATE_ITEM_NUMBER)
        return item->is_time || item->month != 0 ? self->n_items : i;
      if (item->kind == TL_DATE_ITEM_SIGN ? !is_joint (item->sign)
                                          : item->month != 0 || item->n_chars > MAX_FILLER ||
                                              (item->unit == '\0' && item->weekday == 0 && ++n_fillers > MAX_FILLERS))
        break;
    }
  return self->n_items;
}

/* What the numbers on both sides of the month at @index make with it. */
static Found
read_month (const Line *self,
            guint       index)
{
  const TlDateItem *month = &self->items[index];
  guint left = find_number (self, index, -1), right = find_number (self, index, 1);
  guint left_left = left < self->n_items ? find_number (self, left, -1) : left;
  guint right_right = right < self->n_items ? find_number (self, right, 1) : right;
  gboolean is_persian = month->is_persian && month->kind == TL_DATE_ITEM_WORD;
  struct
  {
    guint    day;
    guint    year;
    gboolean fits;
  } ways[] = {
    { left, right, is_day (self, left) && is_year (self, right) },
    { right, right_right, is_day (self, right) && is_year (self, right_right) },
    { right, left, is_day (self, right) && is_year (self, left) },
    { left, left_left, is_day (self, left) && is_year (self, left_left) },
    { left, right, is_day (self, left) && is_short_year (self, right) },
    { right, right_right, is_day (self, right) && is_short_year (self, right_right) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i].fits)
      {
        TlDate date = make_date (self, self->items[ways[i].year].value, month->month, self->items[ways[i].day].value,
                                 is_persian);

        if (tl_date_is_set (date))
          return (Found) { date, MIN (index, MIN (ways[i].day, ways[i].year)),
                           MAX (index, MAX (ways[i].day, ways[i].year)) };
      }
  if (is_year (self, right) || is_year (self, left))
    {
      guint year = is_year (self, right) ? right : left;

      return (Found) { make_date (self, self->items[year].value, month->month, 0, is_persian), MIN (index, year),
                       MAX (index, year) };
    }
  return (Found) { TL_DATE_NONE, index, index };
}

/* ---- numbers alone ---- */

static gboolean
is_separator (const Line *self,
              guint       index)
{
  const TlDateItem *item = &self->items[index];

  return index < self->n_items && item->kind == TL_DATE_ITEM_SIGN &&
         (item->sign == '.' || item->sign == '/' || item->sign == '-' || item->sign == 0x2010 || item->sign == 0x2011 ||
          item->sign == 0x2013);
}

/* Day and month at @first and @second, in the order that the numbers, the weekday or the
 * language tell; without them where nothing does. */
static TlDate
settle (const Line *self,
        int         first,
        int         second,
        int         year)
{
  TlDate day_first = make_date (self, year, second, first, FALSE);
  TlDate month_first = make_date (self, year, first, second, FALSE);
  const char *order = tl_calendar_get_order (self->tag);

  if (!tl_date_is_set (day_first) || !tl_date_is_set (month_first) || first == second)
    return tl_date_is_set (day_first) ? day_first : month_first;
  if (self->weekday != 0 &&
      (tl_date_get_weekday (day_first) == self->weekday) != (tl_date_get_weekday (month_first) == self->weekday))
    return tl_date_get_weekday (day_first) == self->weekday ? day_first : month_first;
  if (order == NULL)
    return make_date (self, year, 0, 0, FALSE);
  return strcmp (order, "mdy") == 0 ? month_first : day_first;
}

/* "2021-06", which is no score and no range. */
static Found
read_year_and_month (const Line *self,
                     guint       index)
{
  const TlDateItem *year = &self->items[index], *dash = year + 1, *month = year + 2;
  Found found = { TL_DATE_NONE, index, index + 2 };

  if (is_year (self, index) && year->value >= FIRST_YEAR && is_separator (self, index + 1) && dash->sign == '-' &&
      !dash->has_space && is_number (self, index + 2) && month->n_digits == 2 && !month->has_space &&
      month->value >= 1 && month->value <= 12)
    found.date = make_date (self, year->value, month->value, 0, FALSE);
  return found;
}

/* "2021-06-09", "09/06/2021", "9. 6. 2021", "09.06.21" */
static Found
read_numbers (const Line *self,
              guint       index)
{
  const TlDateItem *items = &self->items[index];
  Found found = { TL_DATE_NONE, index, index + 4 };

  if (index + 2 < self->n_items && (index + 4 >= self->n_items || !is_separator (self, index + 3)))
    return read_year_and_month (self, index);
  if (index + 4 >= self->n_items || !is_separator (self, index + 1) || items[1].sign != items[3].sign ||
      items[1].has_space != items[3].has_space || !is_number (self, index) || !is_number (self, index + 2) ||
      !is_number (self, index + 4) || items[2].n_digits > 2)
    return found;
  if (is_year (self, index) && items[4].n_digits <= 2)
    found.date = items[4].value != 0 ? make_date (self, items[0].value, items[2].value, items[4].value, FALSE)
                                     : TL_DATE_NONE;
  else if (items[0].n_digits <= 2 && items[0].value != 0 && items[2].value != 0)
    {
      if (is_year (self, index + 4))
        found.date = settle (self, items[0].value, items[2].value, items[4].value);
      else if (items[4].n_digits == 2 && items[1].sign != '-' && items[4].unit == '\0')
        found.date = settle (self, items[0].value, items[2].value, items[4].value);
    }
  return found;
}

/* ---- lines ---- */

static gboolean
is_of_language (const char *language,
                const char *const *languages)
{
  return language != NULL && g_strv_contains (languages, language);
}

static void
look_around (Line *self)
{
  static const char *const persian[] = { "fa", "ps", "ku", "tg", NULL };
  static const char *const thai[] = { "th", NULL };

  self->is_persian = is_of_language (self->language, persian);
  self->is_thai = is_of_language (self->language, thai);
  for (guint i = 0; i < self->n_items; i++)
    {
      self->is_persian = self->is_persian || self->items[i].is_persian;
      self->is_thai = self->is_thai || self->items[i].is_thai;
      if (self->weekday == 0 && self->items[i].month == 0)
        self->weekday = self->items[i].weekday;
    }
}

static Found
find (const Line *self)
{
  Found best = { TL_DATE_NONE, 0, 0 };

  for (guint i = 0; i < self->n_items; i++)
    {
      Found found = { TL_DATE_NONE, i, i };

      if (self->items[i].month != 0)
        found = read_month (self, i);
      else if (is_number (self, i))
        found = read_numbers (self, i);
      if (found.date.day != 0)
        return found;
      if (!tl_date_is_set (best.date) || (best.date.month == 0 && found.date.month != 0))
        best = tl_date_is_set (found.date) ? found : best;
    }
  return best;
}

/* Most lines tell no day, and looking up all their words takes its time. */
static gboolean
has_digit (const char *line,
           gsize       length)
{
  for (const char *p = line; p < line + length; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c) || tl_date_get_chinese_digit (c) >= 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_date_line_find:
 * @line: a line
 * @length: its bytes
 * @language: (nullable): in which language it is, with its region or without: "ru", "en-US"
 * @start: (out) (optional): the first byte of the date
 * @end: (out) (optional): the byte behind its last
 *
 * Looks for a date that tells its year, in any usual form.
 *
 * Returns: the first day, else the first month, that the line tells; not set where there is
 *   none, or where nobody can tell which it is
 */
TlDate
tl_date_line_find (const char *line,
                   gsize       length,
                   const char *language,
                   gsize      *start,
                   gsize      *end)
{
  TlDateItem items[TL_DATE_LINE_MAX_ITEMS + 4] = { 0 };
  char code[3] = { 0 };
  Line self = { .items = items, .tag = language };
  Found found;

  g_return_val_if_fail (line != NULL, TL_DATE_NONE);

  if (language != NULL && g_ascii_isalpha (language[0]) && g_ascii_isalpha (language[1]) &&
      !g_ascii_isalpha (language[2]))
    {
      code[0] = g_ascii_tolower (language[0]);
      code[1] = g_ascii_tolower (language[1]);
      self.language = code;
    }
  if (length > MAX_LENGTH)
    for (length = MAX_LENGTH; ((guchar) line[length] & 0xc0) == 0x80;)
      length--;
  if (!has_digit (line, length))
    return TL_DATE_NONE;
  self.n_items = tl_date_items_read (line, length, self.language, items);
  look_around (&self);
  found = find (&self);
  if (tl_date_is_set (found.date) && start != NULL)
    *start = items[found.first].start;
  if (tl_date_is_set (found.date) && end != NULL)
    *end = items[found.last].end;
  return found.date;
}

/**
 * tl_date_line_read:
 * @line: (nullable): the words in which a page writes its date
 * @language: (nullable): in which language, with its region or without: "ru", "en-US"
 *
 * Reads "Вторник, 9 июня 2021 г., 14:05", "Jun 9, 2021", "2021年6月9日" and the like.
 *
 * Returns: the day, or as much of it as the line tells; not set where it tells none
 */
TlDate
tl_date_line_read (const char *line,
                   const char *language)
{
  return line != NULL ? tl_date_line_find (line, strlen (line), language, NULL, NULL) : TL_DATE_NONE;
}
