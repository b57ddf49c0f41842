/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What periods that stand beside each other share: a year, or the days between them. */

#include "tl-period-private.h"

/* A range that is shorter is one of days. */
#define SHORTEST_MONTH 27

/* Between two that are listed stands a comma, "and", or both. */
#define LIST_REACH 2

#define DAYS_OF_WEEK 7

/* Whether nothing but a comma or "and" stands between two mentions of a kind. */
gboolean
tl_period_is_listed (const PeriodReader *self,
                     const Mention      *first,
                     const Mention      *second)
{
  if (second->first <= first->end || second->first > first->end + LIST_REACH || first->shape != second->shape ||
      !tl_period_is_beside (self, first->first, second->first))
    return FALSE;
  for (guint i = first->end; i < second->first; i++)
    if (!tl_period_is (self, i, ",") && !tl_period_is (self, i, "and") && !tl_period_is (self, i, "or") &&
        !tl_period_is (self, i, "&"))
      return FALSE;
  return TRUE;
}

static gboolean
may_share (const Mention *mention)
{
  return (mention->shape == SHAPE_MONTHS || mention->shape == SHAPE_DAY) && !mention->has_shift;
}

static gboolean
is_said (const YearSpec *year)
{
  return (year->kind == YEAR_NAMED || year->kind == YEAR_SHIFTED) && !year->is_fiscal;
}

/*
 * tl_period_share_years:
 * @self: a reader
 * @mentions: (element-type Mention): what it read, in order
 *
 * "January and February 2024", "from 1 January to 30 September 2017", "from 3 October 2016
 * to 12 November": a year that is said once is that of both.
 */
void
tl_period_share_years (const PeriodReader *self,
                       GArray             *mentions)
{
  for (guint i = mentions->len; i > 1; i--)
    {
      Mention *first = &g_array_index (mentions, Mention, i - 2);
      Mention *second = &g_array_index (mentions, Mention, i - 1);

      if (!may_share (first) || !may_share (second) || !(first->is_joined || tl_period_is_listed (self, first, second)))
        continue;
      if (first->year.kind == YEAR_UNKNOWN && is_said (&second->year))
        {
          first->year = second->year;
          first->year.value -= first->month > second->month;
        }
      else if (first->is_joined && second->year.kind == YEAR_UNKNOWN && is_said (&first->year))
        {
          second->year = first->year;
          second->year.value += second->month < first->month;
        }
    }
}

/* What a range of so many days is called. */
static TlPeriodUnit
unit_of (TlDate start,
         TlDate end)
{
  int n_days = tl_date_days_between (start, end) + 1;

  if (n_days <= SHORTEST_MONTH)
    return TL_PERIOD_DAY;
  if (n_days > 366)
    return TL_PERIOD_YEARS;
  return start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31 ? TL_PERIOD_YEAR : TL_PERIOD_MONTHS;
}

/*
 * tl_period_join:
 * @first: what names the beginning
 * @period: (inout): its days; those from its beginning to the end of @second
 * @second: (inout): the days of what names the end; the same as @period
 *
 * Makes one period of "from … to …".
 */
void
tl_period_join (const Mention *first,
                TlPeriod      *period,
                TlPeriod      *second)
{
  TlDate start = period->start, end = second->end;

  if (start.day != 0 && end.day != 0 && start.year > 1 && end.year != 0 && tl_date_compare (start, end) > 0 &&
      first->year.kind == YEAR_UNKNOWN)
    start = first->shape == SHAPE_WEEKDAY ? tl_date_add_days (start, -DAYS_OF_WEEK)
                                          : tl_date_add_months (start, -TL_MONTHS_OF_YEAR);
  if (start.day == 0 || end.day == 0 || start.year == 0 || end.year == 0 || tl_date_compare (start, end) > 0)
    start = end = TL_DATE_NONE;
  period->start = start;
  period->end = end;
  period->whole_start = start;
  period->whole_end = end;
  period->end_token = second->end_token;
  period->span.end = second->span.end;
  period->unit = start.year != 0 ? unit_of (start, end) : MAX (period->unit, second->unit);
  period->is_relative = period->is_relative || second->is_relative;
  period->is_prospective = period->is_prospective || second->is_prospective;
  *second = *period;
}
