/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of the week, and seasons. */

#include "tl-period-private.h"

/* "Monday this week", "Friday of last week", behind the day. */
static gboolean
read_week_behind (const PeriodReader *self,
                  const Term         *day,
                  Mention            *mention)
{
  Term shift = tl_period_term_at (self, tl_period_is (self, day->end, "of") ? day->end + 1 : day->end);
  Term unit = tl_period_term_at (self, shift.end);

  if (shift.kind != TERM_SHIFT || unit.kind != TERM_UNIT || unit.value != UNIT_WEEK)
    return FALSE;
  mention->end = unit.end;
  mention->shape = SHAPE_WEEKDAY;
  mention->unit = TL_PERIOD_DAY;
  mention->n = day->value;
  mention->has_shift = TRUE;
  mention->shift = shift.value;
  mention->step = UNIT_WEEK;
  return TRUE;
}

/* "Friday, 29 March 2024", "Wednesday, August 8, 2018", "Friday the 13th", behind the weekday. */
static gboolean
read_date_behind (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  guint start = tl_period_is (self, token, ".") ? token + 1 : token;
  Mention date = { .first = mention->first, .depth = mention->depth };
  Term month;

  start = tl_period_skip_the (self, tl_period_is (self, start, ",") ? start + 1 : start);
  if (!tl_period_is_beside (self, mention->first, start))
    return FALSE;
  month = tl_period_term_at (self, start);
  if (!(self->tokens[start].kind == TL_TOKEN_NUMBER && tl_period_read_date (self, start, &date)) &&
      !(tl_period_is_month (&month) && tl_period_read_month (self, start, &month, &date)))
    return FALSE;
  if (date.shape != SHAPE_DAY || date.day != date.last_day)
    return FALSE;
  *mention = date;
  return TRUE;
}

/* "Friday, 29 March 2024", "Monday last week", "Monday"; "Sat" only where it cannot be a word. */
gboolean
tl_period_read_weekday (const PeriodReader *self,
                        const Term         *term,
                        Mention            *mention)
{
  if (read_date_behind (self, term->end, mention) || read_week_behind (self, term, mention))
    return TRUE;
  if (term->kind == TERM_WEAK_WEEKDAY &&
      (!tl_period_is_behind (self, self->groups->short_before, mention->first) || !tl_period_is_end (self, term->end)))
    return FALSE;
  mention->end = term->end;
  mention->shape = SHAPE_WEEKDAY;
  mention->unit = TL_PERIOD_DAY;
  mention->n = term->value;
  return TRUE;
}

/* "spring water", "the Winter Palace", "the fall in prices": a season's name that is none. */
static gboolean
is_season_here (const PeriodReader *self,
                guint               token,
                guint               end)
{
  const TlToken *next = &self->tokens[MIN (end, self->n_tokens - 1)];
  gboolean is_in_name = (self->tokens[token].flags & TL_TOKEN_CAPITALISED) != 0 &&
                        (self->tokens[token].flags & TL_TOKEN_SENTENCE_START) == 0 &&
                        tl_period_is_beside (self, token, end) && (next->flags & TL_TOKEN_CAPITALISED) != 0;

  return !is_in_name && tl_lexicon_match (self->groups->not_season, self->text, token, NULL) == NULL;
}

/*
 * Reads "summer 2016", "winter of 2016/17", "the summer" behind the article, "last spring"
 * from the season on.
 */
gboolean
tl_period_read_season (const PeriodReader *self,
                       guint               token,
                       const Term         *term,
                       Mention            *mention)
{
  gboolean is_shifted = mention->first < token;
  guint before;

  if (!is_season_here (self, token, term->end))
    return FALSE;
  tl_period_set_mention (mention, term->end, TL_PERIOD_MONTHS, term->value,
                         (term->value + 1) % TL_MONTHS_OF_YEAR + 1);
  mention->is_season = TRUE;
  if (!is_shifted)
    tl_period_read_year_behind (self, mention);
  if (is_shifted || mention->year.kind != YEAR_UNKNOWN)
    return TRUE;
  before = tl_period_is (self, token - 1, "the") ? token - 1 : token;
  return tl_period_is_behind (self, self->groups->year_cues, before) && tl_period_is_end (self, term->end) &&
         !tl_period_is (self, term->end, "in") && !tl_period_is (self, term->end, "of");
}
