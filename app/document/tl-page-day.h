/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPageDay:
 * @year: its year; 0 where nothing is told
 * @month: 1 to 12
 * @day: 1 to 31; 0 where only the month is told
 * @hour: the hour in UTC where @is_utc
 * @is_utc: whether it is told by the clock of UTC, so that the day where the article
 *   appeared may be another
 * @is_unsure: whether month and day could as well stand the other way round
 */
typedef struct
{
  guint16  year;
  guint8   month;
  guint8   day;
  guint8   hour;
  gboolean is_utc;
  gboolean is_unsure;
} TlPageDay;

const char *tl_page_day_read_at (const char      *text,
                                 TlPageDay       *day);
gboolean    tl_page_day_read    (const char      *text,
                                 TlPageDay       *day);
gboolean    tl_page_day_find    (const char      *text,
                                 TlPageDay       *day,
                                 const char     **start,
                                 const char     **end);
gboolean    tl_page_day_of_path (const char      *address,
                                 TlPageDay       *day);
int         tl_page_day_compare (const TlPageDay *a,
                                 const TlPageDay *b);
int         tl_page_day_apart   (const TlPageDay *a,
                                 const TlPageDay *b);
char       *tl_page_day_dup     (const TlPageDay *day);

/* What tl-page-day.c has for tl-page-day-path.c. */
gboolean    tl_page_day_set        (TlPageDay  *day,
                                    guint64     year,
                                    guint64     month,
                                    guint64     of_month);
const char *tl_page_day_read_month (const char *p,
                                    guint      *month);

G_END_DECLS
