/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-period.h"

#include "tl-period-private.h"

/* Of a fiscal year that ends on one of these days of a month, that month is none. */
#define FEW_DAYS 7

/**
 * tl_periods_find_at_home:
 * @text: a text
 * @published: the day the text was published, or as much of it as is known
 * @home: (nullable): the code of the country that the text is from, whose fiscal years it
 *   is likely to mean
 *
 * Finds the dates and periods that a text names, and which days these are.
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods in order
 */
GArray *
tl_periods_find_at_home (TlText     *text,
                         TlDate      published,
                         const char *home)
{
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  PeriodReader reader;
  guint i = 0;

  tl_period_reader_init (&reader, text);
  while (i < reader.n_tokens)
    {
      Mention first, second;

      if (!tl_period_may_begin (&reader, i) || !tl_period_read_mention (&reader, i, &first, &second))
        {
          i++;
          continue;
        }
      g_array_append_val (mentions, first);
      i = first.end;
      if (first.is_joined)
        {
          g_array_append_val (mentions, second);
          i = second.end;
        }
    }
  tl_period_convert_calendars (&reader, mentions);
  return tl_period_resolve (&reader, mentions, published, home);
}

/**
 * tl_periods_find:
 * @text: a text
 * @published: the day the text was published, or as much of it as is known
 *
 * Finds the dates and periods that a text names, where it is not known whence it is.
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods in order
 */
GArray *
tl_periods_find (TlText *text,
                 TlDate  published)
{
  return tl_periods_find_at_home (text, published, NULL);
}

/**
 * tl_period_get_months:
 * @self: a period
 * @first: (out): its first month, as much of it as is known
 * @last: (out): its last month
 *
 * Tells for which months a quantity is stated that is stated for a period: all of 2016
 * where the end of 2016 is spoken of, March to March where a year begins on 21 March, July to
 * June where it begins on 8 July.
 */
void
tl_period_get_months (const TlPeriod *self,
                      TlDate         *first,
                      TlDate         *last)
{
  TlDate start = tl_date_is_set (self->whole_start) ? self->whole_start : self->start;
  TlDate end = tl_date_is_set (self->whole_end) ? self->whole_end : self->end;

  *first = (TlDate) { start.year, start.month, 0 };
  if (self->is_fiscal && end.day != 0 && end.day <= FEW_DAYS)
    end = tl_date_add_days (end, -FEW_DAYS);
  *last = (TlDate) { end.year, end.month, 0 };
}
