/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Years that stand alone, and what else begins with one. */

#include "tl-period-private.h"

/* Whether a number like 2016 is a year, by what stands beside it. */
static gboolean
is_year_here (const PeriodReader *self,
              guint               token)
{
  guint next = token + 1;

  if (token > 0 && tl_period_is_attached (self, token) &&
      (self->tokens[token - 1].kind == TL_TOKEN_SYMBOL || tl_period_is (self, token - 1, "#") ||
       tl_period_is (self, token - 1, ":") || tl_period_is (self, token - 1, ".") ||
       tl_period_is (self, token - 1, "№") || tl_period_is (self, token - 1, ",")))
    return FALSE;
  if (tl_period_is_behind (self, self->groups->not_year, token))
    return FALSE;
  if (next < self->n_tokens && tl_period_is_attached (self, next))
    {
      if (self->tokens[next].kind == TL_TOKEN_WORD || self->tokens[next].kind == TL_TOKEN_SYMBOL ||
          (tl_period_is (self, next, ":") && tl_period_is_attached (self, next + 1)))
        return FALSE;
      next = tl_period_skip_hyphen (self, next);
      if (next > token + 1 && self->tokens[next].kind == TL_TOKEN_NUMBER)
        return FALSE;           /* "2016-555" */
    }
  return tl_lexicon_match (self->groups->counted, self->text, next, NULL) == NULL &&
         tl_lexicon_match (self->groups->magnitudes, self->text, next, NULL) == NULL;
}

/* "the 1990s", "the 2010's". */
gboolean
tl_period_read_decade (const PeriodReader *self,
                       guint               token,
                       Mention            *mention)
{
  int year = tl_period_read_year (self, token);

  if (year == 0 || year % 10 != 0 || !tl_period_is_attached (self, token + 1) ||
      !(tl_period_is (self, token + 1, "s") ||
        (tl_period_is (self, token + 1, "'s") && token > 0 && tl_period_is (self, token - 1, "the"))))
    return FALSE;
  mention->end = token + 2;
  mention->shape = SHAPE_YEARS;
  mention->unit = TL_PERIOD_YEARS;
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year, .last = year + 9 };
  return TRUE;
}

/* "2016-12", the way of ISO 8601. */
gboolean
tl_period_read_iso_month (const PeriodReader *self,
                          guint               token,
                          Mention            *mention)
{
  int year = tl_period_read_year (self, token);
  int month;

  if (year == 0 || !tl_period_is_attached (self, token + 1) || !tl_period_is_attached (self, token + 2) ||
      !tl_period_is (self, token + 1, "-"))
    return FALSE;
  month = tl_period_read_integer (self, token + 2, 2);
  if (month < 1 || month > 12 || month > year % 100 ||
      self->tokens[token + 2].span.end - self->tokens[token + 2].span.start != 2)
    return FALSE;
  tl_period_set_mention (mention, token + 3, TL_PERIOD_MONTHS, month, month);
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year };
  return TRUE;
}

/* "2021 Q1", "2020's first quarter", behind the year. */
static gboolean
read_part_behind (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  YearSpec year = mention->year;
  Term term = tl_period_term_at (self, tl_period_is (self, token, "'s") ? token + 1 : token);
  gboolean found = FALSE;

  if (term.kind == TERM_QUARTER || term.kind == TERM_HALF)
    found = tl_period_read_notation (self, &term, mention);
  else if (term.kind == TERM_ORDINAL && tl_period_is (self, token, "'s"))
    found = tl_period_read_part (self, term.value, term.end, mention);
  found = found && mention->year.kind == YEAR_UNKNOWN;
  mention->year = year;
  return found;
}

/* "2016", "2018-2024", "between 2013 and 2016", "2021 Q1". */
gboolean
tl_period_read_bare_years (const PeriodReader *self,
                           guint               token,
                           Mention            *mention)
{
  int last;

  if (!tl_period_read_years (self, token, &mention->year, &mention->end))
    return FALSE;
  last = tl_period_read_year (self, token + 2);
  if (last > mention->year.value && tl_period_is (self, token + 1, "and") && token > 0 &&
      tl_period_is (self, token - 1, "between"))
    {
      mention->year.last = last;
      mention->end = token + 3;
    }
  if (mention->year.last != 0)
    {
      mention->shape = SHAPE_YEARS;
      mention->unit = TL_PERIOD_YEARS;
      return is_year_here (self, mention->end - 1) || tl_period_is_attached (self, mention->end - 1);
    }
  if (read_part_behind (self, token + 1, mention))
    return TRUE;
  mention->end = token + 1;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  return is_year_here (self, token);
}
