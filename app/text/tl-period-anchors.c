/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods that are counted from another one of the text. */

#include "tl-period-private.h"

static gboolean
is_whole_months (const TlPeriod *period)
{
  return period->start.day == 1 &&
         period->end.day == tl_date_days_in_month (period->end.year, period->end.month);
}

static int
month_index (TlDate date)
{
  return date.year * TL_MONTHS_OF_YEAR + date.month - 1;
}

/* The same months, or days, so many months away. */
static void
set_counterpart (TlPeriod       *period,
                 const TlPeriod *anchor,
                 int             n_months)
{
  int first = month_index (anchor->start) + n_months;

  if (first < TL_MONTHS_OF_YEAR || first > 9998 * TL_MONTHS_OF_YEAR)
    return;
  if (is_whole_months (anchor))
    {
      tl_period_set_months (period, first / TL_MONTHS_OF_YEAR, first % TL_MONTHS_OF_YEAR + 1,
                            month_index (anchor->end) - month_index (anchor->start) + 1);
      return;
    }
  period->start = tl_date_add_months (anchor->start, n_months);
  period->end = tl_date_add_months (anchor->end, n_months);
}

/* How far a counterpart is away, where a year is named for it ("the same period of 2016"). */
static gboolean
distance_to_year (const YearSpec *year,
                  const TlPeriod *anchor,
                  TlDate          published,
                  int            *n_months)
{
  switch (year->kind)
    {
    case YEAR_NAMED:
      *n_months = (year->value - anchor->start.year) * TL_MONTHS_OF_YEAR;
      return TRUE;
    case YEAR_SHIFTED:
      *n_months = (published.year + year->value - anchor->start.year) * TL_MONTHS_OF_YEAR;
      return published.year != 0;
    case YEAR_ANCHORED:
      *n_months = year->value * TL_MONTHS_OF_YEAR;
      return TRUE;
    case YEAR_UNKNOWN:
    case YEAR_CURRENT:
    default:
      return TRUE;
    }
}

/*
 * tl_period_resolve_anchored:
 * @mention: what is counted from another period
 * @anchor: (nullable): that period
 * @published: the day the text was published, or as much of it as is known
 * @period: (inout): the period
 *
 * Sets the days of a period such as "a year earlier", "the same months of 2016" or "the
 * first quarter of the previous year".  Without an anchor they stay unknown.
 */
void
tl_period_resolve_anchored (const Mention  *mention,
                            const TlPeriod *anchor,
                            TlDate          published,
                            TlPeriod       *period)
{
  int n_months = mention->n;

  if (anchor == NULL)
    return;
  period->is_relative = anchor->is_relative;
  if (mention->shape == SHAPE_COUNTERPART)
    {
      if (distance_to_year (&mention->year, anchor, published, &n_months))
        set_counterpart (period, anchor, n_months);
    }
  else if (mention->shape == SHAPE_MONTHS && mention->last_month >= mention->month)
    {
      tl_period_set_months (period, anchor->start.year + mention->year.value, mention->month,
                            mention->last_month - mention->month + 1);
    }
  else if (mention->shape == SHAPE_YEAR)
    {
      tl_period_set_months (period, anchor->start.year + mention->year.value, 1, TL_MONTHS_OF_YEAR);
    }
}
