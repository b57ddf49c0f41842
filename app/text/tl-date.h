/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDate:
 * @year: the year, 0 when nothing is known
 * @month: 1 to 12, 0 when only the year is known
 * @day: 1 to 31, 0 when only year and month are known
 *
 * A date, or as much of it as a text supports: "2017", "2017-11" or "2017-11-23".
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} TlDate;

#define TL_DATE_NONE ((TlDate) { 0, 0, 0 })

/* Room for "2017-11-23". */
#define TL_DATE_SIZE 11

gboolean tl_date_is_set        (TlDate      date);
gboolean tl_date_is_valid      (TlDate      date);
int      tl_date_compare       (TlDate      a,
                                TlDate      b);
TlDate   tl_date_add_months    (TlDate      date,
                                int         n_months);
TlDate   tl_date_add_days      (TlDate      date,
                                int         n_days);
guint    tl_date_days_in_month (int         year,
                                guint       month);
int      tl_date_days_between  (TlDate      from,
                                TlDate      to);
int      tl_date_get_weekday   (TlDate      date);
const char *tl_date_print      (TlDate      date,
                                char        string[TL_DATE_SIZE]);
char    *tl_date_to_string     (TlDate      date);
char    *tl_date_to_month      (TlDate      date);
TlDate   tl_date_from_string   (const char *string);

G_END_DECLS
