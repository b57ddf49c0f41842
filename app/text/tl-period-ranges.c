/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "From … to …" and "since …": what stands before a period, and between two of them. */

#include "tl-period-private.h"

/* How many words, as in "between the years", may stand before the first. */
#define RANGE_REACH 3

typedef enum
{
  CLASS_NONE,
  CLASS_DAY,
  CLASS_MONTHS,
  CLASS_YEARS,
} RangeClass;

/* What may be an end of a range: one day, month, quarter, year or decade. */
static RangeClass
class_of (const Mention *mention)
{
  if (mention->is_since || mention->is_range || mention->cut.kind == CUT_UNTIL || mention->is_count)
    return CLASS_NONE;
  switch (mention->shape)
    {
    case SHAPE_DAY:
      return mention->day == mention->last_day ? CLASS_DAY : CLASS_NONE;
    case SHAPE_DAY_SHIFT:
    case SHAPE_WEEKDAY:
    case SHAPE_MONTH_DAY:
      return CLASS_DAY;
    case SHAPE_MONTHS:
      return CLASS_MONTHS;
    case SHAPE_YEAR:
    case SHAPE_YEARS:
      return mention->year.kind == YEAR_ANCHORED ? CLASS_NONE : CLASS_YEARS;
    case SHAPE_SHIFTED:
      return mention->step == UNIT_WEEK || mention->step == UNIT_WEEKEND ? CLASS_DAY : CLASS_MONTHS;
    case SHAPE_TRAIL:
    case SHAPE_TO_DATE:
    case SHAPE_COUNTERPART:
    default:
      return CLASS_NONE;
    }
}

/* The token of "from", "between" and the like right before @token; @token itself where there is none. */
static guint
find_opening (const PeriodReader *self,
              guint               token)
{
  for (guint n = 1; n <= RANGE_REACH && n <= token; n++)
    {
      guint end;

      if (self->tokens[token - n].sentence != self->tokens[token].sentence)
        return token;
      if (tl_lexicon_match (self->groups->openings, self->text, token - n, &end) != NULL && end == token)
        return token - n;
    }
  return token;
}

/* The token behind what joins the two ends of a range; 0 where nothing does. */
static guint
find_second (const PeriodReader *self,
             const Mention      *first,
             guint               opening,
             gboolean           *is_dash)
{
  guint next = first->end + 1;

  *is_dash = tl_period_is_dash (self, first->end);
  if (tl_period_is (self, first->end, "and"))
    return opening < first->first && tl_period_is (self, opening, "between") ? tl_period_skip_the (self, next) : 0;
  if (tl_lexicon_match (self->groups->to, self->text, first->end, &next) == NULL)
    return 0;
  return tl_period_skip_the (self, next);
}

/* "January 12, 2016 - February 22, 2016", but not "MINSK, 12 January - Last year …". */
static gboolean
may_join (const PeriodReader *self,
          const Mention      *first,
          const Mention      *second,
          gboolean            is_dash,
          gboolean            is_opened)
{
  RangeClass class = class_of (first);

  if (class == CLASS_NONE || class_of (second) == CLASS_NONE)
    return FALSE;
  if (is_dash)
    return first->shape == second->shape && (first->shape == SHAPE_DAY || is_opened) &&
           (tl_period_is_attached (self, first->end) || first->year.kind == second->year.kind);
  return is_opened || class == class_of (second);
}

/*
 * tl_period_read_mention:
 * @self: a reader
 * @token: index of a token
 * @first: (out): what is named
 * @second: (out): of "from … to …" what is named behind, where @first is joined to it
 *
 * Reads the period that begins at a token, with "since" or "from" before it.
 *
 * Returns: whether there is one
 */
gboolean
tl_period_read_mention (const PeriodReader *self,
                        guint               token,
                        Mention            *first,
                        Mention            *second)
{
  guint opening, start;
  gboolean is_dash;

  first->depth = second->depth = 0;
  if (!tl_period_read_plain (self, token, first))
    return FALSE;
  opening = find_opening (self, token);
  start = find_second (self, first, opening, &is_dash);
  if (start != 0 && tl_period_is_beside (self, token, start) && tl_period_read_plain (self, start, second) &&
      may_join (self, first, second, is_dash, opening < token))
    first->is_joined = first->is_range = TRUE;
  if (first->is_range)
    first->first = opening;
  else if (opening == token && class_of (first) != CLASS_NONE)
    {
      guint since = tl_period_is (self, token - 1, "the") ? token - 1 : token;

      if (since > 0 && tl_period_is (self, since - 1, "since") &&
          self->tokens[since - 1].sentence == self->tokens[token].sentence)
        {
          first->first = since - 1;
          first->is_since = TRUE;
        }
    }
  return TRUE;
}
