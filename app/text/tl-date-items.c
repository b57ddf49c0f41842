/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pieces of a line that may tell a day: numbers in any digits, words that are months or
 * weekdays in any language, and what stands between them.
 */

#include "tl-date-line-private.h"

#include <string.h>

#include "tl-calendar-fold.h"
#include "tl-calendar-names.h"

/* No name of a month or a weekday has more characters. */
#define MAX_NAME 24

/* Between the letters of an abbreviation, "มิ.ย.", stands a point behind no more of them. */
#define MAX_ABBREVIATED 3

typedef struct
{
  const char *line;
  const char *end;
  const char *language;         /* two letters, or NULL */
  TlDateItem *items;
  guint       n_items;
} Reader;

/* ---- numbers ---- */

/*
 * tl_date_get_chinese_digit:
 * @c: a character
 *
 * Returns: 0 to 10 for a number of Chinese, -1 for any other
 */
int
tl_date_get_chinese_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return (int) i;
  return c == 0x96f6 ? 0 : c == 0x5341 ? 10 : -1;
}

static const char *
take_digits (const char *p,
             const char *end,
             TlDateItem *item)
{
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdigit (c) || item->n_digits > 8)
        break;
      item->value = item->value * 10 + g_unichar_digit_value (c);
      item->n_digits++;
      item->is_persian |= c >= 0x6f0 && c <= 0x6f9;
      item->is_thai |= c >= 0xe50 && c <= 0xe59;
      p = g_utf8_next_char (p);
    }
  return p;
}

/* "二〇二一", "十六": one digit behind the other, or with a ten in it. */
static const char *
take_chinese_digits (const char *p,
                     const char *end,
                     TlDateItem *item)
{
  int tens = -1;

  for (; p < end && item->n_digits < 5; p = g_utf8_next_char (p))
    {
      int digit = tl_date_get_chinese_digit (g_utf8_get_char (p));

      if (digit < 0)
        break;
      if (digit == 10)
        {
          tens = item->n_digits > 0 ? item->value : 1;
          item->value = 0;
        }
      else
        item->value = item->value * 10 + digit;
      item->n_digits++;
    }
  if (tens >= 0)
    {
      item->value += tens * 10;
      item->n_digits = 2;
    }
  return p;
}

/* ---- words ---- */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x2bc;
}

/* Words of Chinese are not apart, so that each sign of it is one. */
static gboolean
stands_alone (gunichar c)
{
  return (c >= 0x4e00 && c < 0xa000) || c == 0x3007;
}

static const char *
take_word (const char *p,
           const char *end,
           TlDateItem *item)
{
  guint n_since_point = 0;

  if (stands_alone (g_utf8_get_char (p)))
    {
      item->n_chars = 1;
      return g_utf8_next_char (p);
    }
  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' && n_since_point > 0 && n_since_point <= MAX_ABBREVIATED && p + 1 < end &&
          is_letter (g_utf8_get_char (p + 1)))
        {
          n_since_point = 0;
          continue;
        }
      if (!is_letter (c) || stands_alone (c))
        break;
      item->n_chars++;
      item->is_thai |= c >= 0xe00 && c < 0xe80;
      n_since_point += !g_unichar_ismark (c);
    }
  return p;
}

/* Hebrew and Arabic join "in" and "of" to the word behind; the table has the word alone. */
static const char *
skip_joined (const char *folded)
{
  gunichar c = g_utf8_get_char (folded);

  return c == 0x5d1 || c == 0x5dc ? g_utf8_next_char (folded) : NULL;
}

static gboolean
find_name (const Reader   *self,
           const char     *folded,
           TlCalendarKind  kind,
           int            *number)
{
  const char *rest = skip_joined (folded);

  return tl_calendar_find_name (folded, kind, self->language, number) ||
         (rest != NULL && tl_calendar_find_name (rest, kind, self->language, number));
}

static void
look_up (const Reader *self,
         TlDateItem   *item)
{
  g_autofree char *folded = NULL;
  int number;

  if (item->n_chars > MAX_NAME)
    return;
  folded = tl_calendar_fold (self->line + item->start, (gssize) (item->end - item->start));
  if (find_name (self, folded, TL_CALENDAR_WEEKDAY, &number))
    item->weekday = (guint8) number;
  if (find_name (self, folded, TL_CALENDAR_ERA, &number))
    item->value = number;
  if (find_name (self, folded, TL_CALENDAR_UNIT, &number))
    item->unit = (char) number;
  if (find_name (self, folded, TL_CALENDAR_MONTH, &number) ||
      (self->language != NULL && item->weekday == 0 &&
       tl_calendar_find_stem (folded, TL_CALENDAR_MONTH, self->language, &number)))
    item->month = (guint8) number;
  else if (find_name (self, folded, TL_CALENDAR_PERSIAN_MONTH, &number))
    {
      item->month = (guint8) number;
      item->is_persian = TRUE;
    }
}

/* ---- what stands beside ---- */

static gboolean
is_sign (const TlDateItem *item,
         gunichar          sign)
{
  return item->kind == TL_DATE_ITEM_SIGN && item->sign == sign;
}

/* "14:05", "14h05" */
static gboolean
is_hour (const Reader *self,
         guint         index)
{
  const TlDateItem *item = &self->items[index];
  const TlDateItem *next = index + 1 < self->n_items ? item + 1 : NULL;

  return (next != NULL && is_sign (next, ':') && !next->has_space) ||
         (index > 0 && is_sign (item - 1, ':') && !item->has_space) ||
         (next != NULL && next->kind == TL_DATE_ITEM_WORD && !next->has_space && next->n_chars == 1 &&
          strchr ("hH", self->line[next->start]) != NULL);
}

/* What words beside a number make of it: "2021年", "令和3年", "tháng 6". */
static void
join (Reader *self,
      guint   index)
{
  TlDateItem *item = &self->items[index];
  const TlDateItem *next = index + 1 < self->n_items ? item + 1 : NULL;
  const TlDateItem *before = index > 0 ? item - 1 : NULL;

  if (next != NULL && next->kind == TL_DATE_ITEM_WORD && next->unit != '\0' && next->unit != 'p')
    item->unit = next->unit;
  else if (before != NULL && before->kind == TL_DATE_ITEM_WORD && before->unit == 'p')
    item->unit = 'm';
  if (before != NULL && before->kind == TL_DATE_ITEM_WORD && before->value != 0)
    {
      item->value += before->value;
      item->n_digits = 4;
    }
  if (item->unit == 'm' && item->value >= 1 && item->value <= 12)
    item->month = (guint8) item->value;
  item->is_time = is_hour (self, index);
}

/* Two signs of Chinese that are one era, "令和", and that no table has apart. */
static const char *
take_era (const Reader *self,
          const char   *p,
          int          *base)
{
  const char *second = g_utf8_next_char (p), *end;
  g_autofree char *folded = NULL;

  if (second >= self->end || !stands_alone (g_utf8_get_char (p)) || !stands_alone (g_utf8_get_char (second)))
    return NULL;
  end = g_utf8_next_char (second);
  folded = g_strndup (p, (gsize) (end - p));
  return tl_calendar_find_name (folded, TL_CALENDAR_ERA, self->language, base) ? end : NULL;
}

static const char *
take_item (Reader     *self,
           const char *p,
           TlDateItem *item)
{
  gunichar c = g_utf8_get_char (p);
  const char *end;
  int base;

  if (g_unichar_isdigit (c))
    {
      item->kind = TL_DATE_ITEM_NUMBER;
      return take_digits (p, self->end, item);
    }
  if (tl_date_get_chinese_digit (c) >= 0)
    {
      item->kind = TL_DATE_ITEM_NUMBER;
      return take_chinese_digits (p, self->end, item);
    }
  if (is_letter (c))
    {
      item->kind = TL_DATE_ITEM_WORD;
      end = take_era (self, p, &base);
      if (end == NULL)
        return take_word (p, self->end, item);
      item->value = base;
      item->n_chars = 2;
      return end;
    }
  item->kind = TL_DATE_ITEM_SIGN;
  item->sign = c;
  return g_utf8_next_char (p);
}

/*
 * tl_date_items_read:
 * @line: a line
 * @length: its bytes
 * @language: (nullable): ISO 639-1 code of its language, where known
 * @items: (out caller-allocates): room for %TL_DATE_LINE_MAX_ITEMS
 *
 * Returns: how many pieces it has; no more of them are read than there is room for
 */
guint
tl_date_items_read (const char *line,
                    gsize       length,
                    const char *language,
                    TlDateItem *items)
{
  Reader self = { .line = line, .end = line + length, .language = language, .items = items };
  gboolean has_space = FALSE;

  for (const char *p = line; p < self.end && self.n_items < TL_DATE_LINE_MAX_ITEMS;)
    {
      gunichar c = g_utf8_get_char (p);
      TlDateItem *item = &items[self.n_items];

      if (g_unichar_isspace (c))
        {
          has_space = TRUE;
          p = g_utf8_next_char (p);
          continue;
        }
      *item = (TlDateItem) { .start = (gsize) (p - line), .has_space = has_space };
      p = take_item (&self, p, item);
      item->end = (gsize) (p - line);
      if (item->kind == TL_DATE_ITEM_WORD && item->value == 0)
        look_up (&self, item);
      has_space = FALSE;
      self.n_items++;
    }
  for (guint i = 0; i < self.n_items; i++)
    if (items[i].kind == TL_DATE_ITEM_NUMBER)
      join (&self, i);
  return self.n_items;
}
