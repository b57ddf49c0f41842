/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months by name, and ranges of them. */

#include "tl-period-private.h"

/* "Jan" is no longer than that, and a name. */
#define ABBREVIATION_LENGTH 3

/* "exports to May Corporation" */
static gboolean
is_part_of_name (const PeriodReader *self,
                 guint               token,
                 guint               end)
{
  return tl_period_is_beside (self, token, end) &&
         (self->tokens[end].flags & (TL_TOKEN_CAPITALISED | TL_TOKEN_ALL_CAPS)) == TL_TOKEN_CAPITALISED &&
         !tl_period_is_behind (self, self->groups->year_cues, token);
}

/* The month at @token, or before it in a list; the index of its token, -1 where there is none. */
static int
find_listed_before (const PeriodReader *self,
                    guint               token)
{
  guint first = token;
  Term term;

  while (first > 0 &&
         (tl_period_is (self, first - 1, ",") || tl_period_is (self, first - 1, "and")))
    first--;
  if (first == token || first == 0 || !tl_period_is_beside (self, first - 1, token))
    return -1;
  term = tl_period_term_at (self, first - 1);
  return tl_period_is_month (&term) ? (int) first - 1 : -1;
}

/* Whether the word at @token can't be anything but a month: not "Jan", not "April". */
static gboolean
is_sure (const PeriodReader *self,
         guint               token)
{
  Term term = tl_period_term_at (self, token);

  return term.kind == TERM_MONTH &&
         self->tokens[token].span.end - self->tokens[token].span.start > ABBREVIATION_LENGTH;
}

/* "July, August and September", "in April, May and June". */
static gboolean
is_listed (const PeriodReader *self,
           guint               token,
           guint               end)
{
  guint next = end, first = token;
  int before;

  for (guint n = 1; n < TL_MONTHS_OF_YEAR && (before = find_listed_before (self, first)) >= 0; n++)
    {
      first = (guint) before;
      if (is_sure (self, first))
        return TRUE;
    }
  if (first < token && first > 0 && tl_period_is_behind (self, self->groups->prepositions, first))
    return TRUE;
  while (tl_period_is (self, next, ",") || tl_period_is (self, next, "and"))
    next++;
  return next > end && tl_period_is_beside (self, token, next) && is_sure (self, next);
}

/* Whether a word like "May" is the month here, by what stands beside it. */
static gboolean
is_cued (const PeriodReader *self,
         guint               token,
         const Term         *term)
{
  if (tl_lexicon_match (self->groups->reported, self->text, term->end, NULL) != NULL)
    return TRUE;                /* "March figures" */
  if (term->kind == TERM_NAME_MONTH &&
      (tl_period_is (self, term->end, "'s") ||
       tl_lexicon_match (self->groups->month_behind, self->text, term->end, NULL) != NULL))
    return TRUE;                /* "June was", "April's" */
  if ((self->tokens[token].flags & TL_TOKEN_CAPITALISED) != 0 && is_listed (self, token, term->end))
    return TRUE;
  return token > 0 && tl_period_is_behind (self, self->groups->prepositions, token) &&
         !((self->tokens[token].flags & TL_TOKEN_ALL_CAPS) != 0 && tl_period_is (self, token - 1, "to")) &&
         !is_part_of_name (self, token, term->end);
}

/* The second month of "January-September", with the end behind it; FALSE where there is none. */
static gboolean
read_last_month (const PeriodReader *self,
                 guint               token,
                 gboolean            is_between,
                 Term               *last)
{
  guint next = token + 1;

  if (!(is_between && tl_period_is (self, token, "and")) &&
      !(tl_period_is (self, token, "/") && tl_period_is_attached (self, token) && tl_period_is_attached (self, next)) &&
      tl_lexicon_match (self->groups->to, self->text, token, &next) == NULL)
    return FALSE;
  *last = tl_period_term_at (self, next);
  return tl_period_is_month (last) && tl_period_is_beside (self, token, next);
}

static gboolean
read_month_range (const PeriodReader *self,
                  Mention            *mention)
{
  gboolean is_between = mention->first > 0 && tl_period_is (self, mention->first - 1, "between");
  Mention day = { .first = mention->first };
  YearSpec year;
  guint end;
  Term last;

  if (!read_last_month (self, mention->end, is_between, &last) || tl_period_read_day_last (self, &last, &day))
    return FALSE;
  mention->last_month = last.value;
  mention->end = last.end;
  mention->is_range = TRUE;
  if (tl_period_read_year_spec (self, last.end, &year, &end))
    {
      mention->end = end;
      if (mention->year.kind == YEAR_UNKNOWN)
        mention->year = year;
      else
        mention->last_year = year;
    }
  else if (mention->year.kind == YEAR_NAMED || mention->year.kind == YEAR_SHIFTED)
    {
      /* "November 2016 to March" */
      mention->last_year = mention->year;
      mention->last_year.value += mention->last_month < mention->month;
    }
  return TRUE;
}

/* "June quarter", "the June 2022 year": so many months, the last of them named. */
static gboolean
read_unit_behind (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  Term unit = tl_period_term_at (self, mention->end);

  if (unit.kind != TERM_UNIT || (unit.value != UNIT_QUARTER && unit.value != UNIT_YEAR) ||
      !tl_period_is_beside (self, token, mention->end) ||
      (unit.value == UNIT_YEAR && (token == 0 || !tl_period_is (self, token - 1, "the"))))
    return FALSE;
  if (tl_period_is_attached (self, unit.end) && tl_period_is_dash (self, unit.end))
    return FALSE;               /* "the March quarter-final" */
  mention->end = unit.end;
  mention->unit = unit.value == UNIT_QUARTER ? TL_PERIOD_QUARTER : TL_PERIOD_MONTHS;
  mention->cut = (Cut) { .kind = CUT_UNTIL, .n = 1, .step = (Unit) unit.value };
  if (mention->year.kind == YEAR_UNKNOWN)
    tl_period_read_year_behind (self, mention);
  return TRUE;
}

/*
 * Reads what begins with the name of a month: "November 29, 2017", "October 2020",
 * "January-September 2017", "November 2016 to March 2017", "December".
 */
gboolean
tl_period_read_month (const PeriodReader *self,
                      guint               token,
                      const Term         *term,
                      Mention            *mention)
{
  if (tl_period_read_day_last (self, term, mention))
    return TRUE;
  tl_period_set_mention (mention, term->end, TL_PERIOD_MONTHS, term->value, term->value);
  mention->has_names = TRUE;
  tl_period_read_year_behind (self, mention);
  if (read_month_range (self, mention) || read_unit_behind (self, token, mention))
    return TRUE;
  return mention->year.kind != YEAR_UNKNOWN || term->kind == TERM_MONTH || is_cued (self, token, term);
}
