/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCalendarKind:
 * @TL_CALENDAR_MONTH: a month of the Gregorian calendar, 1 to 12
 * @TL_CALENDAR_PERSIAN_MONTH: one of the Persian calendar, 1 to 12
 * @TL_CALENDAR_WEEKDAY: 1 for Monday to 7 for Sunday
 * @TL_CALENDAR_ERA: the year before its first
 * @TL_CALENDAR_UNIT: a word that stands beside a number; 'y', 'm' and 'd' behind that of a
 *   year, month, day, 'p' before that of a month
 */
typedef enum
{
  TL_CALENDAR_MONTH = 'M',
  TL_CALENDAR_PERSIAN_MONTH = 'P',
  TL_CALENDAR_WEEKDAY = 'W',
  TL_CALENDAR_ERA = 'E',
  TL_CALENDAR_UNIT = 'U',
} TlCalendarKind;

gboolean    tl_calendar_find_name (const char     *folded,
                                   TlCalendarKind  kind,
                                   const char     *language,
                                   int            *number);
gboolean    tl_calendar_find_stem (const char     *folded,
                                   TlCalendarKind  kind,
                                   const char     *language,
                                   int            *number);
const char *tl_calendar_get_order (const char     *language);

G_END_DECLS
