/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-period.h"

#include "tl-period-private.h"

/* Of a fiscal year that ends on one of these days of a month, that month is none. */
#define FEW_DAYS 7

struct _TlPeriodMentions
{
  PeriodReader  reader;
  TlText       *text;           /* owned, @reader's */
  GArray       *mentions;       /* owned (element-type Mention) */
};

/* Takes what is named at @token, where something is.  Returns the token behind it. */
static guint
read_mentions_at (TlPeriodMentions *self,
                  guint             token)
{
  Mention first, second;

  if (!tl_period_read_mention (&self->reader, token, &first, &second))
    return token + 1;
  g_array_append_val (self->mentions, first);
  if (!first.is_joined)
    return first.end;
  g_array_append_val (self->mentions, second);
  return second.end;
}

/**
 * tl_period_mentions_new:
 * @text: a text
 *
 * Finds the dates and periods that a text names, not yet which days these are.
 *
 * Returns: (transfer full): what it names
 */
TlPeriodMentions *
tl_period_mentions_new (TlText *text)
{
  TlPeriodMentions *self = g_new (TlPeriodMentions, 1);
  guint i = 0;

  self->text = tl_text_ref (text);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  tl_period_reader_init (&self->reader, text);
  while (i < self->reader.n_tokens)
    i = tl_period_may_begin (&self->reader, i) ? read_mentions_at (self, i) : i + 1;
  tl_period_convert_calendars (&self->reader, self->mentions);
  tl_period_share_years (&self->reader, self->mentions);
  return self;
}

/**
 * tl_period_mentions_free:
 * @self: (transfer full): what a text names
 */
void
tl_period_mentions_free (TlPeriodMentions *self)
{
  g_array_unref (self->mentions);
  tl_text_unref (self->text);
  g_free (self);
}

/**
 * tl_period_mentions_resolve:
 * @self: what a text names
 * @published: the day the text was published, or as much of it as is known
 * @home: (nullable): the code of the country that the text is from, whose fiscal years it
 *   is likely to mean
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods in order
 */
GArray *
tl_period_mentions_resolve (const TlPeriodMentions *self,
                            TlDate                  published,
                            const char             *home)
{
  return tl_period_resolve (&self->reader, self->mentions, published, home);
}

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
  g_autoptr(TlPeriodMentions) mentions = tl_period_mentions_new (text);

  return tl_period_mentions_resolve (mentions, published, home);
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
