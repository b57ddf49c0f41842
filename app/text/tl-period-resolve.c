/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the words of periods to days: those that the article's date tells first, then
 * those that are counted from another period of the text ("a year earlier").
 */

#include "tl-period-private.h"

/* How many tokens may stand between a reference and the period behind it that it refers to. */
#define ANCHOR_REACH 4

static TlDate
first_day (int year,
           int month)
{
  return (TlDate) { (gint16) year, (guint8) month, 1 };
}

static TlDate
last_day (int year,
          int month)
{
  return (TlDate) { (gint16) year, (guint8) month, (guint8) tl_date_days_in_month (year, (guint) month) };
}

/*
 * tl_period_set_months:
 * @period: a period
 * @year: the year of its first month; 0 leaves it without one
 * @month: its first month
 * @n_months: how many
 *
 * Sets a period's first and last day.
 */
void
tl_period_set_months (TlPeriod *period,
                      int       year,
                      int       month,
                      int       n_months)
{
  int last = year * TL_MONTHS_OF_YEAR + month - 1 + n_months - 1;

  if (year < 1 || last / TL_MONTHS_OF_YEAR > 9999)
    {
      period->start = (TlDate) { 0, (guint8) month, 0 };
      period->end = (TlDate) { 0, (guint8) ((month + n_months - 2) % TL_MONTHS_OF_YEAR + 1), 0 };
      return;
    }
  period->start = first_day (year, month);
  period->end = last_day (last / TL_MONTHS_OF_YEAR, last % TL_MONTHS_OF_YEAR + 1);
}

/* Named months of a fiscal year are the calendar's, others are counted from its start. */
static void
resolve_fiscal_months (PeriodResolver *self,
                       const Mention  *mention,
                       const YearSpec *year,
                       TlPeriod       *period)
{
  int begin = tl_period_fiscal_year_begin (self, year);
  int n_months = (mention->last_month - mention->month + TL_MONTHS_OF_YEAR) % TL_MONTHS_OF_YEAR + 1;
  int month;

  if (begin == 0)
    return;
  if (mention->has_names)
    {
      tl_period_set_months (period, begin + (mention->month < self->fiscal_start),
                            mention->month, n_months);
      return;
    }
  month = self->fiscal_start - 1 + mention->month - 1;
  tl_period_set_months (period, begin + month / TL_MONTHS_OF_YEAR, month % TL_MONTHS_OF_YEAR + 1, n_months);
}

static void
resolve_months (PeriodResolver *self,
                const Mention  *mention,
                TlPeriod       *period)
{
  int n_months = (mention->last_month - mention->month + TL_MONTHS_OF_YEAR) % TL_MONTHS_OF_YEAR + 1;
  gboolean is_unknown = mention->year.kind == YEAR_UNKNOWN && !mention->has_shift;
  YearSpec fiscal = { YEAR_CURRENT, 0, 0, TRUE };
  int year;

  if (mention->year.is_fiscal || (is_unknown && !mention->has_names && self->context_is_fiscal))
    {
      resolve_fiscal_months (self, mention, mention->year.is_fiscal ? &mention->year : &fiscal, period);
      return;
    }
  if (mention->has_shift)
    year = tl_period_year_of_shifted_month (self, mention);
  else if (is_unknown && mention->is_count && self->last != NULL &&
           self->last->start.month == mention->month &&
           self->last->end.month == mention->last_month)
    year = self->last->start.year;
  else
    year = tl_period_year_of (self, mention, &mention->year);

  if (mention->last_year.kind != YEAR_UNKNOWN && year != 0)
    {
      int last_year = tl_period_year_of (self, mention, &mention->last_year);

      n_months += (last_year - year - (mention->last_month < mention->month)) * TL_MONTHS_OF_YEAR;
      if (last_year == 0 || n_months < 1)
        return;
    }
  else if (mention->last_month < mention->month && year != 0)
    {
      year--;                   /* "November-March 2017": the year is the last month's */
    }
  tl_period_set_months (period, year, mention->month, n_months);
  period->is_relative = mention->has_shift || mention->year.kind != YEAR_NAMED;
  if (is_unknown && year != 0)
    for (int i = 0; i < n_months && i < TL_MONTHS_OF_YEAR; i++)
      self->month_years[(mention->month + i - 1) % TL_MONTHS_OF_YEAR + 1] = period->end.year;
}

static void
resolve_until_month (PeriodResolver *self,
                     const Mention  *mention,
                     TlPeriod       *period)
{
  int year = tl_period_year_of (self, mention, &mention->year);
  int first = year * TL_MONTHS_OF_YEAR + mention->last_month - mention->n;

  if (year != 0)
    tl_period_set_months (period, first / TL_MONTHS_OF_YEAR, first % TL_MONTHS_OF_YEAR + 1, mention->n);
  period->is_relative = mention->year.kind != YEAR_NAMED;
}

static void
resolve_years (PeriodResolver *self,
               const Mention  *mention,
               TlPeriod       *period)
{
  const YearSpec *year = &mention->year;
  int n_years = year->last != 0 && mention->shape == SHAPE_YEARS ? year->last - year->value + 1 : 1;
  int first;

  if (year->is_fiscal)
    {
      first = tl_period_fiscal_year_begin (self, year);
      if (first != 0)
        tl_period_set_months (period, first, self->fiscal_start,
                              (mention->shape == SHAPE_YEARS ? n_years - 1 : 1) * TL_MONTHS_OF_YEAR);
    }
  else
    {
      first = tl_period_year_of (self, mention, year);
      if (first > 0)
        tl_period_set_months (period, first, 1, n_years * TL_MONTHS_OF_YEAR);
    }
  period->is_relative = year->kind != YEAR_NAMED;
}

static void
resolve_day (PeriodResolver *self,
             const Mention  *mention,
             TlPeriod       *period)
{
  int year = mention->year.kind == YEAR_UNKNOWN ? tl_period_guess_year_of_day (self, mention)
                                                : tl_period_year_of (self, mention, &mention->year);

  period->start = (TlDate) { (gint16) year, (guint8) mention->month, (guint8) mention->day };
  period->end = (TlDate) { (gint16) year, (guint8) mention->last_month, (guint8) mention->last_day };
  period->is_relative = mention->year.kind != YEAR_NAMED;
  if (year != 0 && (!tl_date_is_valid (period->start) || !tl_date_is_valid (period->end)))
    period->start.year = period->end.year = 0;
}

static void
resolve_weekday (PeriodResolver *self,
                 const Mention  *mention,
                 TlPeriod       *period)
{
  int today = tl_date_get_weekday (self->published);
  int days;

  period->is_relative = TRUE;
  if (today == 0)
    return;
  days = mention->n - today;
  if (mention->has_shift ? mention->shift > 0 : tl_period_is_future (self, mention))
    days += days <= 0 ? 7 : 0;
  else if (mention->has_shift && mention->shift < 0)
    days -= days >= 0 ? 7 : 0;
  else if (!mention->has_shift)
    days -= days > 0 ? 7 : 0;
  period->start = period->end = tl_date_add_days (self->published, days);
}

/* "last month", "this quarter", "next week" */
static void
resolve_shifted (PeriodResolver *self,
                 const Mention  *mention,
                 TlPeriod       *period)
{
  TlDate published = self->published;
  int length = mention->step == UNIT_QUARTER ? 3 : mention->step == UNIT_HALF ? 6 : 1;
  int index;

  period->is_relative = TRUE;
  if (mention->step == UNIT_WEEK)
    {
      if (published.day == 0)
        return;
      period->start = tl_date_add_days (published, 1 - tl_date_get_weekday (published) + 7 * mention->n);
      period->end = tl_date_add_days (period->start, 6);
      return;
    }
  if (published.month == 0)
    return;
  index = (published.year * TL_MONTHS_OF_YEAR + published.month - 1) / length + mention->n;
  index *= length;
  tl_period_set_months (period, index / TL_MONTHS_OF_YEAR, index % TL_MONTHS_OF_YEAR + 1, length);
}

/* "past five years", "next ten months" */
static void
resolve_trail (PeriodResolver *self,
               const Mention  *mention,
               TlPeriod       *period)
{
  TlDate published = self->published;
  int n_months = mention->n * tl_period_months_of (mention->step);
  int n_years = n_months / TL_MONTHS_OF_YEAR;

  period->is_relative = TRUE;
  if (published.year == 0 || published.year + n_years < 1 || published.year + n_years > 9998)
    return;
  if (published.day != 0)
    {
      TlDate other = tl_date_add_months (published, n_months);

      period->start = n_months < 0 ? other : published;
      period->end = n_months < 0 ? published : other;
    }
  else if (n_years != 0 && n_months % TL_MONTHS_OF_YEAR == 0)
    {
      tl_period_set_months (period, published.year + (n_months < 0 ? n_years : 1), 1, ABS (n_months));
    }
}

static void
resolve_to_date (PeriodResolver *self,
                 TlPeriod       *period)
{
  period->is_relative = TRUE;
  if (self->published.month == 0)
    return;
  period->start = first_day (self->published.year, 1);
  period->end = tl_period_latest_day (self->published);
}

static gboolean
needs_anchor (const Mention *mention)
{
  return mention->shape == SHAPE_COUNTERPART || mention->year.kind == YEAR_ANCHORED;
}

static void
resolve_alone (PeriodResolver *self,
               const Mention  *mention,
               TlPeriod       *period)
{
  switch (mention->shape)
    {
    case SHAPE_DAY:
      resolve_day (self, mention, period);
      break;
    case SHAPE_DAY_SHIFT:
      period->is_relative = TRUE;
      if (self->published.day != 0)
        period->start = period->end = tl_date_add_days (self->published, mention->n);
      break;
    case SHAPE_WEEKDAY:
      resolve_weekday (self, mention, period);
      break;
    case SHAPE_MONTHS:
      resolve_months (self, mention, period);
      break;
    case SHAPE_MONTHS_UNTIL:
      resolve_until_month (self, mention, period);
      break;
    case SHAPE_YEAR:
    case SHAPE_YEARS:
      resolve_years (self, mention, period);
      break;
    case SHAPE_SHIFTED:
      resolve_shifted (self, mention, period);
      break;
    case SHAPE_TRAIL:
      resolve_trail (self, mention, period);
      break;
    case SHAPE_TO_DATE:
      resolve_to_date (self, period);
      break;
    case SHAPE_COUNTERPART:
    default:
      break;
    }
}

/* "since 2014": to the day of the article. */
static void
extend_to_publication (const PeriodResolver *self,
                       TlPeriod             *period)
{
  TlDate end = tl_period_latest_day (self->published);

  if (period->unit == TL_PERIOD_YEAR)
    period->unit = TL_PERIOD_YEARS;
  period->end = tl_date_compare (end, period->start) >= 0 ? end : TL_DATE_NONE;
}

static gboolean
is_prospective (const PeriodResolver *self,
                const Mention        *mention,
                const TlPeriod       *period)
{
  gboolean is_published_known = self->published.year != 0;

  if ((mention->year.kind == YEAR_SHIFTED && mention->year.value > 0) ||
      (mention->has_shift && mention->shift > 0) ||
      (mention->n > 0 && (mention->shape == SHAPE_TRAIL || mention->shape == SHAPE_SHIFTED ||
                          mention->shape == SHAPE_DAY_SHIFT)))
    return TRUE;
  if (is_published_known && period->start.year != 0 &&
      tl_date_compare (period->start, tl_period_latest_day (self->published)) > 0)
    return TRUE;
  return tl_period_is_behind (self->reader, self->reader->groups->prospective, mention->first) &&
         (!is_published_known || period->end.year == 0 ||
          tl_date_compare (period->end, self->published) > 0);
}

static gboolean
is_anchor (const Mention  *mention,
           const TlPeriod *period)
{
  if (needs_anchor (mention) || mention->is_since || period->start.year == 0 || period->end.year == 0)
    return FALSE;
  return mention->shape == SHAPE_YEAR || mention->shape == SHAPE_MONTHS ||
         mention->shape == SHAPE_MONTHS_UNTIL || mention->shape == SHAPE_TO_DATE ||
         (mention->shape == SHAPE_SHIFTED && mention->step != UNIT_WEEK);
}

static void
note_context (PeriodResolver *self,
              const Mention  *mention,
              const TlPeriod *period)
{
  if (!is_anchor (mention, period))
    return;
  self->last = period;
  self->context_year = period->start.year;
  self->context_sentence = tl_period_sentence_of (self->reader, mention);
  if (mention->year.kind != YEAR_UNKNOWN)
    self->context_is_fiscal = mention->year.is_fiscal;
}

static TlPeriod
period_of (const PeriodReader *reader,
           const Mention      *mention)
{
  return (TlPeriod) {
    .span = { reader->tokens[mention->first].span.start, reader->tokens[mention->end - 1].span.end },
    .first_token = mention->first,
    .end_token = mention->end,
    .unit = mention->unit,
  };
}

/* The period that a reference is counted from: before it, or else behind it in its sentence. */
static const TlPeriod *
find_anchor (const PeriodResolver *self,
             GArray               *mentions,
             GArray               *periods,
             guint                 index,
             guint                 before)
{
  const Mention *mention = &g_array_index (mentions, Mention, index);
  guint sentence = tl_period_sentence_of (self->reader, mention);

  if (before < index &&
      tl_period_sentence_of (self->reader, &g_array_index (mentions, Mention, before)) == sentence)
    return &g_array_index (periods, TlPeriod, before);
  if (index + 1 < mentions->len)
    {
      const Mention *behind = &g_array_index (mentions, Mention, index + 1);

      if (tl_period_sentence_of (self->reader, behind) == sentence &&
          behind->first <= mention->end + ANCHOR_REACH &&
          is_anchor (behind, &g_array_index (periods, TlPeriod, index + 1)))
        return &g_array_index (periods, TlPeriod, index + 1);
    }
  return before < index ? &g_array_index (periods, TlPeriod, before) : NULL;
}

/* "From 1 January to 30 September 2017": the first day shares the year of the second. */
static void
share_year (GArray *mentions,
            guint   index)
{
  Mention *mention = &g_array_index (mentions, Mention, index);
  const Mention *behind;
  TlDate day;

  if (mention->shape != SHAPE_DAY || mention->year.kind != YEAR_UNKNOWN || index + 1 >= mentions->len)
    return;
  behind = &g_array_index (mentions, Mention, index + 1);
  day = (TlDate) { (gint16) behind->year.value, (guint8) mention->month, (guint8) mention->last_day };
  if (behind->shape == SHAPE_DAY && behind->first == mention->end + 1 &&
      behind->year.kind == YEAR_NAMED && mention->month <= behind->month && tl_date_is_valid (day))
    mention->year = behind->year;
}

static void
resolve_references (PeriodResolver *self,
                    GArray         *mentions,
                    GArray         *periods)
{
  guint before = G_MAXUINT;

  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      TlPeriod *period = &g_array_index (periods, TlPeriod, i);

      if (is_anchor (mention, period))
        before = i;
      else if (needs_anchor (mention))
        tl_period_resolve_anchored (mention, find_anchor (self, mentions, periods, i, before),
                                    self->published, period);
    }
}

/*
 * tl_period_resolve:
 * @self: a reader
 * @mentions: (element-type Mention): what it read, in order
 * @published: the day the text was published, or as much of it as is known
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods, one for each mention
 */
GArray *
tl_period_resolve (const PeriodReader *self,
                   GArray             *mentions,
                   TlDate              published)
{
  PeriodResolver resolver = {
    .reader = self,
    .published = tl_date_is_valid (published) ? published : TL_DATE_NONE,
    .fiscal_start = -1,
  };
  GArray *periods = g_array_sized_new (FALSE, TRUE, sizeof (TlPeriod), mentions->len);

  g_array_set_size (periods, mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      TlPeriod *period = &g_array_index (periods, TlPeriod, i);

      share_year (mentions, i);
      *period = period_of (self, mention);
      if (!needs_anchor (mention))
        resolve_alone (&resolver, mention, period);
      period->is_prospective = is_prospective (&resolver, mention, period);
      if (mention->is_since && period->start.year != 0)
        extend_to_publication (&resolver, period);
      note_context (&resolver, mention, period);
    }
  resolve_references (&resolver, mentions, periods);
  return periods;
}
