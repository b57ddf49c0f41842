/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Years of other calendars, turned into ours.  Nepal's 2064 began in April 2007, and "2063-64
 * BS" is the fiscal year 2006-07.  A text marks a few of its years and leaves the others to
 * be understood.
 */

#include "tl-period-private.h"

#include <stdio.h>

/* An unmarked year from here on is of the calendar that others of the text are marked with. */
#define FIRST_UNMARKED 2030

typedef struct
{
  int shift;                    /* how many years ours is off when such a year begins, 0 for no mark */
  int month;                    /* in which it begins */
} Calendar;

/* The mark behind a mention, or at its end where it was read with it; @end: index behind it. */
static Calendar
find_mark (const PeriodReader *self,
           const Mention      *mention,
           guint              *end)
{
  Calendar calendar = { 0, 0 };
  guint first = mention->end > mention->first + 1 ? mention->end - 1 : mention->end;

  for (guint i = first; i <= mention->end && i < self->n_tokens && calendar.shift == 0; i++)
    {
      const TlWord *word = tl_lexicon_match (self->groups->calendars, self->text, i, end);

      if (word != NULL && self->tokens[i].sentence == tl_period_sentence_of (self, mention) &&
          sscanf (word->value, "%d %d", &calendar.shift, &calendar.month) != 2)
        calendar.shift = 0;
    }
  return calendar;
}

/* "2063-64" is a fiscal year; 2064 alone goes from spring to spring, and ends in the next of ours. */
static void
convert (Mention  *mention,
         Calendar  calendar)
{
  YearSpec *year = &mention->year;

  year->value += calendar.shift;
  if (year->last != 0)
    year->last += calendar.shift;
  else if (mention->shape == SHAPE_YEAR)
    {
      year->value++;
      if (!year->is_fiscal)
        year->start = calendar.month;
      year->is_fiscal = TRUE;
    }
  year->is_fiscal = year->is_fiscal || year->is_split;
}

/*
 * tl_period_convert_calendars:
 * @self: a reader
 * @mentions: (element-type Mention): what it read, in order
 *
 * Gives the years that are marked as of another calendar, and those that go with them, the
 * numbers that they have in ours.
 */
void
tl_period_convert_calendars (const PeriodReader *self,
                             GArray             *mentions)
{
  Calendar calendar = { 0, 0 };
  guint end;

  for (guint i = 0; i < mentions->len && calendar.shift == 0; i++)
    {
      if (g_array_index (mentions, Mention, i).year.kind == YEAR_NAMED)
        calendar = find_mark (self, &g_array_index (mentions, Mention, i), &end);
    }
  if (calendar.shift == 0)
    return;
  for (guint i = 0; i < mentions->len; i++)
    {
      Mention *mention = &g_array_index (mentions, Mention, i);
      Calendar own;

      if (mention->year.kind != YEAR_NAMED || mention->year.is_persian)
        continue;
      own = find_mark (self, mention, &end);
      if (own.shift != 0)
        {
          convert (mention, own);
          mention->end = MAX (mention->end, end);
        }
      else if (calendar.shift < 0 && mention->year.value >= FIRST_UNMARKED)
        {
          convert (mention, calendar);
        }
    }
}
