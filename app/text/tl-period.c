/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-period.h"

#include "tl-period-private.h"

/**
 * tl_periods_find:
 * @text: a text
 * @published: the day the text was published, or as much of it as is known
 *
 * Finds the dates and periods that a text names, and which days these are.
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods in order
 */
GArray *
tl_periods_find (TlText *text,
                 TlDate  published)
{
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  PeriodReader reader;
  guint i = 0;

  tl_period_reader_init (&reader, text);
  while (i < reader.n_tokens)
    {
      Mention mention;

      if (tl_period_read_mention (&reader, i, &mention))
        {
          g_array_append_val (mentions, mention);
          i = mention.end;
        }
      else
        {
          i++;
        }
    }
  return tl_period_resolve (&reader, mentions, published);
}
