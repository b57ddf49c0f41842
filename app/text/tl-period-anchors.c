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

static gboolean
is_whole_year (const TlPeriod *period)
{
  return tl_date_compare (tl_date_add_months (period->start, TL_MONTHS_OF_YEAR),
                          tl_date_add_days (period->end, 1)) == 0;
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

static void
resolve_year (const Mention  *mention,
              const TlPeriod *anchor,
              TlPeriod       *period)
{
  int n_years = mention->year.value;

  if (anchor->start.year < 100 || anchor->end.year > 9900)
    return;
  /* The year before a fiscal year is one, too, and so is that before twelve months to June. */
  if (is_whole_year (anchor))
    set_counterpart (period, anchor, n_years * TL_MONTHS_OF_YEAR);
  else if (mention->year.is_fiscal)
    {
      period->start = tl_date_add_months (anchor->start, n_years * TL_MONTHS_OF_YEAR);
      period->end = tl_date_add_days (tl_date_add_months (period->start, TL_MONTHS_OF_YEAR), -1);
    }
  else
    tl_period_set_months (period, anchor->start.year + n_years, 1, TL_MONTHS_OF_YEAR);
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
      resolve_year (mention, anchor, period);
    }
}

/*
 * tl_period_resolve_unanchored:
 * @mention: what is counted from another period
 * @published: the day the text was published, or as much of it as is known
 * @period: (inout): the period
 *
 * Where no period was named before, "a year earlier" and "the previous month" are counted
 * from the publication, as is likely but not sure.
 */
void
tl_period_resolve_unanchored (const Mention *mention,
                              TlDate         published,
                              TlPeriod      *period)
{
  int n_months = mention->shape == SHAPE_COUNTERPART ? mention->n : mention->year.value * TL_MONTHS_OF_YEAR;
  int length = n_months % TL_MONTHS_OF_YEAR == 0 ? TL_MONTHS_OF_YEAR : n_months % 3 == 0 ? 3 : 1;
  int index;

  period->is_relative = TRUE;
  period->is_vague = TRUE;
  if (n_months == 0 || mention->year.is_fiscal ||
      (mention->shape == SHAPE_COUNTERPART && mention->year.kind != YEAR_UNKNOWN) || published.year == 0 ||
      (published.month == 0 && length < TL_MONTHS_OF_YEAR))
    return;
  index = (published.year * TL_MONTHS_OF_YEAR + MAX (published.month, 1) - 1) / length * length + n_months;
  if (index < TL_MONTHS_OF_YEAR || index > 9998 * TL_MONTHS_OF_YEAR)
    return;
  if (mention->shape == SHAPE_MONTHS)
    tl_period_set_months (period, index / TL_MONTHS_OF_YEAR, mention->month,
                          mention->last_month - mention->month + 1);
  else
    tl_period_set_months (period, index / TL_MONTHS_OF_YEAR, index % TL_MONTHS_OF_YEAR + 1, length);
}
