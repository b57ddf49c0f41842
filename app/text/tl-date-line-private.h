/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No line that tells a day has more pieces. */
#define TL_DATE_LINE_MAX_ITEMS 96

typedef enum
{
  TL_DATE_ITEM_NUMBER,
  TL_DATE_ITEM_WORD,
  TL_DATE_ITEM_SIGN,
} TlDateItemKind;

/**
 * TlDateItem:
 * @kind: what it is
 * @start: its first byte
 * @end: the byte behind its last
 * @sign: of a sign, which
 * @value: of a number, how much, with its era
 * @n_digits: of a number, how many digits it is written with; 4 for a year of an era
 * @n_chars: of a word, its characters
 * @unit: of a number, what the word beside it makes it: 'y', 'm', 'd', or 0 for none
 * @month: of a word or a number that is one, the month; 0 for none
 * @weekday: of a word that is one, 1 for Monday to 7 for Sunday; 0 for none
 * @is_persian: whether @month is of the Persian calendar, or the digits are of its country
 * @is_thai: whether the digits, or the word, are Thai
 * @is_time: whether a number is one of an hour
 * @has_space: whether white space stands before it
 *
 * A piece of a line that may tell a day.
 */
typedef struct
{
  TlDateItemKind kind;
  gsize          start;
  gsize          end;
  gunichar       sign;
  int            value;
  guint          n_digits;
  guint          n_chars;
  char           unit;
  guint8         month;
  guint8         weekday;
  gboolean       is_persian;
  gboolean       is_thai;
  gboolean       is_time;
  gboolean       has_space;
} TlDateItem;

guint tl_date_items_read        (const char *line,
                                 gsize       length,
                                 const char *language,
                                 TlDateItem *items);
int   tl_date_get_chinese_digit (gunichar    c);

G_END_DECLS
