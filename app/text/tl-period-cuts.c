/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parts of a period that is named itself: "early 2016", "the first week of May", "the year
 * ended 31 March", "the rest of the month".
 */

#include "tl-period-private.h"

/* "The end of the first week of May": so deep, and no deeper, may one stand in another. */
#define MAX_DEPTH 2

/* "the year" behind "the end of": the one that is. */
static gboolean
read_current_unit (const PeriodReader *self,
                   guint               token,
                   Mention            *base)
{
  Term unit = tl_period_term_at (self, token);

  if (unit.kind != TERM_UNIT)
    return FALSE;
  return tl_period_set_shifted (base, unit.end, 0, (Unit) unit.value);
}

/* Reads what something is a part of, behind "of" or right behind the part. */
static gboolean
read_base (const PeriodReader *self,
           const Mention      *part,
           guint               token,
           Mention            *base)
{
  guint start = token;

  if (tl_period_is (self, start, "of") || tl_period_is (self, start, "in"))
    start++;
  if (!tl_period_is_beside (self, part->first, start) || part->depth >= MAX_DEPTH)
    return FALSE;
  *base = (Mention) { .first = start, .depth = part->depth + 1 };
  if (tl_period_is (self, start, "the"))
    {
      base->first = ++start;
      if (!tl_period_is_beside (self, part->first, start))
        return FALSE;
      if (read_current_unit (self, start, base))
        return TRUE;
      *base = (Mention) { .first = start, .depth = part->depth + 1 };
    }
  return tl_period_read_plain (self, start, base) && base->cut.kind == CUT_NONE;
}

/* Whether a period is one that has a beginning, a middle and an end. */
static gboolean
is_one (const Mention *base)
{
  switch (base->shape)
    {
    case SHAPE_MONTHS:
      return base->month == base->last_month || base->unit == TL_PERIOD_QUARTER || base->unit == TL_PERIOD_HALF;
    case SHAPE_YEARS:
      return !base->is_range;
    case SHAPE_YEAR:
    case SHAPE_SHIFTED:
    case SHAPE_COUNTERPART:
      return TRUE;
    case SHAPE_DAY:
    case SHAPE_DAY_SHIFT:
    case SHAPE_WEEKDAY:
    case SHAPE_TRAIL:
    case SHAPE_TO_DATE:
    case SHAPE_MONTH_DAY:
    default:
      return FALSE;
    }
}

static gboolean
take_base (Mention       *mention,
           const Mention *base,
           Cut            cut)
{
  guint first = mention->first, depth = mention->depth;

  *mention = *base;
  mention->first = first;
  mention->depth = depth;
  mention->cut = cut;
  return TRUE;
}

/* Whether the base is a month, "May" or "last month". */
static gboolean
is_single_month (const Mention *base)
{
  return (base->shape == SHAPE_MONTHS && base->month == base->last_month) ||
         (base->shape == SHAPE_SHIFTED && base->step == UNIT_MONTH);
}

/*
 * Reads "first week of May", "last Friday of the month", "first ten days of 2016", "second
 * half of May" from the unit on; a quarter or a half of a year is none of these.
 */
gboolean
tl_period_read_cut (const PeriodReader *self,
                    int                 ordinal,
                    int                 n,
                    const Term         *unit,
                    Mention            *mention)
{
  gboolean is_weekday = unit->kind == TERM_WEEKDAY;
  Cut cut = { .kind = CUT_NTH, .n = ordinal, .step = (Unit) unit->value };
  Mention base;

  if (is_weekday)
    {
      cut.step = UNIT_DAY;
      cut.weekday = unit->value;
    }
  else if (unit->value != UNIT_DAY && unit->value != UNIT_WEEK && unit->value != UNIT_WEEKEND &&
           unit->value != UNIT_HALF)
    return FALSE;
  if (n > 1)
    cut = (Cut) { .kind = ordinal == -1 ? CUT_LAST : CUT_FIRST, .n = n, .step = (Unit) unit->value };
  if ((n > 1 && ordinal != 1 && ordinal != -1) || !read_base (self, mention, unit->end, &base) || !is_one (&base))
    return FALSE;
  if (!is_weekday && unit->value == UNIT_HALF)
    {
      if (n > 1 || !is_single_month (&base))
        return FALSE;
      cut = (Cut) { .kind = ordinal == 1 ? CUT_EARLY : CUT_LATE };
    }
  take_base (mention, &base, cut);
  mention->unit = TL_PERIOD_DAY;
  return TRUE;
}

/* "early 2016", "mid-May", "the end of the year", "later this year", "the rest of the month". */
gboolean
tl_period_read_edge (const PeriodReader *self,
                     const Term         *edge,
                     Mention            *mention)
{
  static const CutKind kinds[] = { CUT_EARLY, CUT_MID, CUT_LATE, CUT_REST, CUT_SO_FAR };
  gboolean is_beside_now = edge->kind == TERM_EARLIER || edge->kind == TERM_LATER;
  CutKind kind = edge->kind == TERM_EARLIER ? CUT_SO_FAR : edge->kind == TERM_LATER ? CUT_REST : kinds[edge->value];
  Mention base;

  if (!read_base (self, mention, tl_period_skip_hyphen (self, edge->end), &base) || !is_one (&base))
    return FALSE;
  if (is_beside_now && !(base.shape == SHAPE_SHIFTED && base.n == 0) &&
      !(base.shape == SHAPE_YEAR && base.year.kind == YEAR_SHIFTED && base.year.value == 0))
    return FALSE;
  return take_base (mention, &base, (Cut) { .kind = kind });
}

/* "week of September 16", from behind the week. */
gboolean
tl_period_read_week_of (const PeriodReader *self,
                        guint               token,
                        Mention            *mention)
{
  Mention base;

  if (!tl_period_is (self, token, "of") || !read_base (self, mention, token, &base) ||
      base.shape != SHAPE_DAY || base.day != base.last_day)
    return FALSE;
  return take_base (mention, &base, (Cut) { .kind = CUT_WEEK_OF });
}

/* "six months to June 2020", "the year ended 31 March 2020", "week to 8 July", behind the unit. */
gboolean
tl_period_read_until (const PeriodReader *self,
                      guint               token,
                      int                 n,
                      int                 unit,
                      Mention            *mention)
{
  TlPeriodUnit kind = tl_period_months_of (unit) > 0 ? TL_PERIOD_MONTHS : TL_PERIOD_DAY;
  guint start;
  Mention base;

  if (unit == UNIT_WEEKEND || unit == UNIT_CENTURY ||
      tl_lexicon_match (self->groups->ends, self->text, token, &start) == NULL ||
      tl_period_is (self, start, "in") || tl_period_is (self, start, "of") ||
      !read_base (self, mention, start, &base) || base.has_shift)
    return FALSE;
  if (!(base.shape == SHAPE_DAY && base.day == base.last_day) &&
      !(base.shape == SHAPE_MONTHS && base.has_names && base.month == base.last_month))
    return FALSE;
  take_base (mention, &base, (Cut) { .kind = CUT_UNTIL, .n = n, .step = (Unit) unit });
  mention->unit = kind;
  return TRUE;
}
