/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the words of periods to days: those that the article's date tells first, then
 * those that are counted from another period of the text ("a year earlier").
 */

#include "tl-period-private.h"

/* How many tokens may stand between a reference and the period behind it that it refers to. */
#define ANCHOR_REACH 4

/* How many months are named, and in how many years. */
static int
count_months (PeriodResolver *self,
              const Mention  *mention,
              int             year)
{
  int n_months = (mention->last_month - mention->month + TL_MONTHS_OF_YEAR) % TL_MONTHS_OF_YEAR + 1;
  int last_year;

  if (mention->last_year.kind == YEAR_UNKNOWN || year == 0)
    return n_months;
  last_year = tl_period_year_of (self, mention, &mention->last_year);
  if (last_year == 0)
    return 0;
  return n_months + (last_year - year - (mention->last_month < mention->month)) * TL_MONTHS_OF_YEAR;
}

static int
year_of_months (PeriodResolver *self,
                const Mention  *mention)
{
  const TlPeriod *last = self->last;
  gboolean is_wrapped = mention->last_month < mention->month;
  int year;

  if (mention->has_shift)
    return tl_period_year_of_shifted_month (self, mention);
  if (mention->year.kind == YEAR_UNKNOWN && mention->is_count && last != NULL &&
      last->start.month == mention->month && last->end.month == mention->last_month)
    {
      self->anchor = last->span;
      return last->start.year;
    }
  year = tl_period_year_of (self, mention, &mention->year);
  if (!is_wrapped || year == 0 || mention->last_year.kind != YEAR_UNKNOWN || mention->year.is_split)
    return year;
  /* "November-March 2017": the year is the last month's; "winter 2016" is the first's. */
  return mention->is_season && mention->year.kind != YEAR_UNKNOWN ? year : year - 1;
}

static void
resolve_months (PeriodResolver *self,
                const Mention  *mention,
                TlPeriod       *period)
{
  gboolean is_unknown = mention->year.kind == YEAR_UNKNOWN && !mention->has_shift;
  YearSpec fiscal = { .kind = YEAR_CURRENT, .is_fiscal = TRUE };
  int year, n_months;

  if (tl_period_is_fiscal (self, mention, &mention->year) ||
      (is_unknown && !mention->has_names && !mention->is_season && self->context_is_fiscal))
    {
      tl_period_resolve_fiscal (self, mention, is_unknown ? &fiscal : &mention->year, period);
      return;
    }
  year = year_of_months (self, mention);
  n_months = count_months (self, mention, year);
  if (n_months < 1)
    return;
  tl_period_set_months (period, year, mention->month, n_months);
  period->is_relative = mention->has_shift || mention->year.kind != YEAR_NAMED;
  if (is_unknown && year != 0)
    for (int i = 0; i < n_months && i < TL_MONTHS_OF_YEAR; i++)
      self->month_years[(mention->month + i - 1) % TL_MONTHS_OF_YEAR + 1] = period->end.year;
}

static void
resolve_years (PeriodResolver *self,
               const Mention  *mention,
               TlPeriod       *period)
{
  const YearSpec *year = &mention->year;
  int n_years = year->last != 0 && mention->shape == SHAPE_YEARS ? year->last - year->value + 1 : 1;
  int first;

  period->is_relative = year->kind != YEAR_NAMED;
  if (tl_period_is_fiscal (self, mention, year))
    {
      if (year->is_split)
        period->unit = TL_PERIOD_YEAR;
      tl_period_resolve_fiscal (self, mention, year, period);
      return;
    }
  first = tl_period_year_of (self, mention, year);
  if (first > 0)
    tl_period_set_months (period, first, 1, n_years * TL_MONTHS_OF_YEAR);
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
      tl_period_resolve_weekday (self, mention, period);
      break;
    case SHAPE_MONTH_DAY:
      tl_period_resolve_month_day (self, mention, period);
      break;
    case SHAPE_MONTHS:
      resolve_months (self, mention, period);
      break;
    case SHAPE_YEAR:
    case SHAPE_YEARS:
      resolve_years (self, mention, period);
      break;
    case SHAPE_SHIFTED:
      tl_period_resolve_shifted (self, mention, period);
      break;
    case SHAPE_TRAIL:
      tl_period_resolve_trail (self, mention, period);
      break;
    case SHAPE_TO_DATE:
      tl_period_resolve_to_date (self, mention, period);
      break;
    case SHAPE_COUNTERPART:
    default:
      break;
    }
}

/* Leaves the part that is meant; a part that trade is counted for remembers the whole. */
static void
finish (const PeriodResolver *self,
        const Mention        *mention,
        TlPeriod             *period)
{
  TlPeriod whole = *period;

  tl_period_cut (&mention->cut, self->published, period);
  if (mention->cut.kind == CUT_UNTIL)
    whole = *period;
  period->whole_start = whole.start;
  period->whole_end = whole.end;
  /* What is said of the start of a year that is not over is not said of the year. */
  if ((mention->cut.kind == CUT_EARLY || mention->cut.kind == CUT_MID || mention->cut.kind == CUT_REST ||
       mention->cut.kind == CUT_SO_FAR) &&
      self->published.year != 0 && tl_date_compare (whole.end, self->published) > 0)
    period->is_vague = TRUE;
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
  period->whole_start = period->start;
  period->whole_end = period->end;
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
  if (needs_anchor (mention) || mention->is_since || period->start.day == 0 || period->end.day == 0 ||
      period->start.year == 0 || period->end.year == 0 || period->unit == TL_PERIOD_DAY)
    return FALSE;
  return mention->is_joined || mention->shape == SHAPE_YEAR || mention->shape == SHAPE_MONTHS ||
         mention->shape == SHAPE_DAY || mention->shape == SHAPE_TO_DATE || mention->shape == SHAPE_SHIFTED ||
         (mention->shape == SHAPE_YEARS && mention->year.is_split);
}

static void
note_context (PeriodResolver *self,
              const Mention  *mention,
              const TlPeriod *period)
{
  if (!is_anchor (mention, period))
    return;
  /* "May 2019 compared with May 2018": the talk is of 2019. */
  if (self->context_year > period->start.year &&
      self->context_sentence == tl_period_sentence_of (self->reader, mention) &&
      tl_period_is_behind (self->reader, self->reader->groups->compared, mention->first))
    return;
  self->last = period;
  self->context_year = period->start.year;
  self->context = period->span;
  self->context_sentence = tl_period_sentence_of (self->reader, mention);
  self->context_is_said = mention->year.kind != YEAR_UNKNOWN;
  if (self->context_is_said)
    self->context_is_fiscal = tl_period_is_fiscal (self, mention, &mention->year);
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

/* "The first quarter of the previous fiscal year"; that year itself, counted from a fiscal one. */
static gboolean
is_fiscal_part (const Mention  *mention,
                const TlPeriod *anchor)
{
  return mention->year.kind == YEAR_ANCHORED && mention->year.is_fiscal && !mention->has_names &&
         (mention->shape == SHAPE_MONTHS || (mention->shape == SHAPE_YEAR && anchor->is_fiscal));
}

/* The same period as "July, August and September" is all three, where they follow each other. */
static TlDate
find_list_start (const PeriodResolver *self,
                 GArray               *mentions,
                 GArray               *periods,
                 const TlPeriod       *anchor)
{
  TlDate start = anchor->whole_start;

  for (guint i = (guint) (anchor - &g_array_index (periods, TlPeriod, 0)); i > 0; i--)
    {
      const TlPeriod *before = &g_array_index (periods, TlPeriod, i - 1);
      const Mention *mention = &g_array_index (mentions, Mention, i - 1);

      if (mention->shape != SHAPE_MONTHS || before->end.day == 0 ||
          tl_date_compare (tl_date_add_days (before->end, 1), start) != 0 ||
          tl_date_compare (tl_date_add_months (anchor->whole_start, -TL_MONTHS_OF_YEAR),
                           start) >= 0 ||
          !tl_period_is_listed (self->reader, mention, mention + 1))
        break;
      start = before->start;
    }
  return start;
}

/* Of a part of a period, "late 2016", it is the whole that another is counted from. */
static void
resolve_reference (PeriodResolver *self,
                   GArray         *mentions,
                   GArray         *periods,
                   const Mention  *mention,
                   const TlPeriod *anchor,
                   TlPeriod       *period)
{
  TlPeriod whole;

  if (anchor != NULL)
    {
      whole = *anchor;
      whole.start = anchor->whole_start;
      whole.end = anchor->whole_end;
      if (mention->shape == SHAPE_COUNTERPART && mention->n % TL_MONTHS_OF_YEAR == 0)
        whole.start = find_list_start (self, mentions, periods, anchor);
      if (!is_fiscal_part (mention, anchor) ||
          !tl_period_resolve_fiscal_from (self, mention, &whole, period))
        tl_period_resolve_anchored (mention, &whole, self->published, period);
      period->anchor = anchor->span;
    }
  else
    {
      tl_period_resolve_unanchored (mention, self->published, period);
    }
  finish (self, mention, period);
}

/*
 * "Down 20% from September", "9% up on the first five months of 2018": from what is only
 * compared with, "a year ago" and "the same period" are not counted.
 */
static gboolean
is_base (const PeriodReader *reader,
         const Mention      *mention)
{
  if (mention->shape != SHAPE_MONTHS)
    return FALSE;
  return tl_period_is_behind (reader, reader->groups->compared, mention->first) ||
         (mention->first >= 2 && tl_period_is_beside (reader, mention->first, mention->first - 2) &&
          tl_period_is (reader, mention->first - 1, "from") &&
          tl_period_is_behind (reader, reader->groups->changed, mention->first - 1));
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
        before = before != G_MAXUINT && is_base (self->reader, mention) ? before : i;
      else if (needs_anchor (mention))
        resolve_reference (self, mentions, periods, mention,
                           find_anchor (self, mentions, periods, i, before), period);
    }
}

/* Takes out what became one with what stands before it. */
static void
drop_joined (GArray *mentions,
             GArray *periods)
{
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    if (i == 0 || !g_array_index (mentions, Mention, i - 1).is_joined)
      g_array_index (periods, TlPeriod, n++) = g_array_index (periods, TlPeriod, i);
  g_array_set_size (periods, n);
}

/*
 * tl_period_resolve:
 * @self: a reader
 * @mentions: (element-type Mention): what it read, in order
 * @published: the day the text was published, or as much of it as is known
 * @home: (nullable): the country that the text is from
 *
 * Returns: (transfer full) (element-type TlPeriod): the periods, one for each mention or
 *   two that are joined
 */
GArray *
tl_period_resolve (const PeriodReader *self,
                   GArray             *mentions,
                   TlDate              published,
                   const char         *home)
{
  PeriodResolver resolver = {
    .reader = self,
    .home = home,
    .published = tl_date_is_valid (published) ? published : TL_DATE_NONE,
  };
  GArray *periods = g_array_sized_new (FALSE, TRUE, sizeof (TlPeriod), mentions->len);

  g_array_set_size (periods, mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      TlPeriod *period = &g_array_index (periods, TlPeriod, i);

      *period = period_of (self, mention);
      resolver.anchor = (TlSpan) { 0, 0 };
      if (!needs_anchor (mention))
        resolve_alone (&resolver, mention, period);
      period->anchor = resolver.anchor;
      period->is_prospective = is_prospective (&resolver, mention, period);
      finish (&resolver, mention, period);
      if (mention->is_since && period->start.year != 0)
        extend_to_publication (&resolver, period);
      if (i > 0 && mention[-1].is_joined)
        tl_period_join (&mention[-1], period - 1, period);
      note_context (&resolver, mention, period);
    }
  resolve_references (&resolver, mentions, periods);
  drop_joined (mentions, periods);
  return periods;
}
