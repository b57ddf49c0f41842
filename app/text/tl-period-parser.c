/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of periods: what may stand at a token, the longest reading first. */

#include "tl-period-private.h"

/* Sets what is told by one number: "yesterday", "a year earlier". */
static gboolean
set_shape (Mention      *mention,
           guint         end,
           Shape         shape,
           TlPeriodUnit  unit,
           int           n)
{
  mention->end = end;
  mention->shape = shape;
  mention->unit = unit;
  mention->n = n;
  return TRUE;
}

/* Sets "last month", "this quarter", "next year"; returns FALSE for units that are none in words. */
gboolean
tl_period_set_shifted (Mention *mention,
                       guint    end,
                       int      shift,
                       Unit     unit)
{
  mention->end = end;
  mention->n = shift;
  mention->step = unit;
  mention->shape = SHAPE_SHIFTED;
  switch (unit)
    {
    case UNIT_YEAR:
      mention->shape = SHAPE_YEAR;
      mention->unit = TL_PERIOD_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_SHIFTED, .value = shift };
      return TRUE;
    case UNIT_WEEK:
    case UNIT_WEEKEND:
      mention->unit = TL_PERIOD_DAY;
      return TRUE;
    case UNIT_MONTH:
      mention->unit = TL_PERIOD_MONTHS;
      return TRUE;
    case UNIT_QUARTER:
      mention->unit = TL_PERIOD_QUARTER;
      return TRUE;
    case UNIT_HALF:
      mention->unit = TL_PERIOD_HALF;
      return TRUE;
    case UNIT_DECADE:
      if (shift != 0)
        mention->shape = SHAPE_TRAIL;
      mention->unit = TL_PERIOD_YEARS;
      return TRUE;
    case UNIT_CENTURY:
      mention->unit = TL_PERIOD_YEARS;
      return shift == 0;
    case UNIT_DAY:
    case UNIT_PERIOD:
    default:
      return FALSE;
    }
}

/* "past five years", "next ten days", "the previous three months", behind the first word. */
static gboolean
read_trail (const PeriodReader *self,
            int                 shift,
            guint               token,
            Mention            *mention)
{
  guint end;
  int n = tl_period_read_count (self, token, &end);
  Term unit = tl_period_term_at (self, end);

  if (n < 2 || shift == 0 || unit.kind != TERM_UNITS || unit.value == UNIT_WEEKEND || unit.value == UNIT_CENTURY)
    return FALSE;
  mention->end = unit.end;
  mention->shape = SHAPE_TRAIL;
  mention->unit = unit.value == UNIT_YEAR || unit.value == UNIT_DECADE ? TL_PERIOD_YEARS
                  : tl_period_months_of (unit.value) > 0               ? TL_PERIOD_MONTHS
                                                                       : TL_PERIOD_DAY;
  mention->step = (Unit) unit.value;
  mention->n = shift * n;
  mention->is_vague = tl_period_term_at (self, token).kind == TERM_VAGUE;
  return TRUE;
}

static gboolean
read_fiscal_year (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  Term term = tl_period_term_at (self, token);

  if (term.kind == TERM_FISCAL && tl_period_read_until (self, term.end, 1, UNIT_YEAR, mention))
    return TRUE;                /* "fiscal year ended March 2020" */
  if (!tl_period_read_fiscal (self, token, &mention->year, &mention->end))
    return FALSE;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  if (mention->year.last > mention->year.value + 1)
    {
      mention->shape = SHAPE_YEARS;
      mention->unit = TL_PERIOD_YEARS;
      mention->is_range = TRUE;
    }
  return TRUE;
}

/* "last year's first half", "the year's second quarter", behind the year. */
static gboolean
read_part_of_year (const PeriodReader *self,
                   YearSpec            year,
                   guint               token,
                   Mention            *mention)
{
  Term ordinal = tl_period_term_at (self, token + 1);
  Mention part = { .first = mention->first, .depth = mention->depth };

  if (!tl_period_is (self, token, "'s") || ordinal.kind != TERM_ORDINAL ||
      !tl_period_read_part (self, ordinal.value, ordinal.end, &part) ||
      part.shape != SHAPE_MONTHS || part.year.kind != YEAR_UNKNOWN || part.cut.kind != CUT_NONE)
    return FALSE;
  *mention = part;
  mention->year = year;
  return TRUE;
}

/* "last month", "this year's first quarter"; not "last quarter of 2016", which is a part. */
static gboolean
read_shifted_unit (const PeriodReader *self,
                   const Term         *shift,
                   const Term         *unit,
                   Mention            *mention)
{
  YearSpec year = { .kind = YEAR_SHIFTED, .value = shift->value };

  return (unit->value == UNIT_YEAR && read_part_of_year (self, year, unit->end, mention)) ||
         tl_period_set_shifted (mention, unit->end, shift->value, (Unit) unit->value);
}

/* "last quarter of 2016", "last week of July", "last three months of the year", behind "last". */
static gboolean
read_last_part (const PeriodReader *self,
                guint               token,
                const Term         *next,
                Mention            *mention)
{
  Mention part = { .first = mention->first, .depth = mention->depth };

  if ((next->kind == TERM_UNIT || next->kind == TERM_WEEKDAY) &&
      (next->value == UNIT_YEAR || !(tl_period_is (self, next->end, "of") || tl_period_is (self, next->end, "in"))))
    {
      if (next->kind != TERM_WEEKDAY)
        return FALSE;
    }
  if (!tl_period_read_part (self, -1, token, &part) ||
      (part.year.kind == YEAR_UNKNOWN && part.cut.kind == CUT_NONE))
    return FALSE;
  *mention = part;
  return TRUE;
}

/* What begins with "last", "this" or "next". */
static gboolean
read_shift (const PeriodReader *self,
            const Term         *shift,
            Mention            *mention)
{
  Term next = tl_period_term_at (self, shift->end);

  if (read_fiscal_year (self, mention->first, mention))
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (shift->value == -1 && read_last_part (self, shift->end, &next, mention))
    return TRUE;
  if (next.kind == TERM_UNIT && read_shifted_unit (self, shift, &next, mention))
    return TRUE;
  if (tl_period_is_month (&next))
    {
      tl_period_set_mention (mention, next.end, TL_PERIOD_MONTHS, next.value, next.value);
      mention->has_names = TRUE;
    }
  else if (next.kind == TERM_WEEKDAY)
    set_shape (mention, next.end, SHAPE_WEEKDAY, TL_PERIOD_DAY, next.value);
  else if (next.kind != TERM_SEASON || !tl_period_read_season (self, shift->end, &next, mention))
    return read_trail (self, shift->value, shift->end, mention);
  mention->has_shift = TRUE;
  mention->shift = shift->value;
  return TRUE;
}

/* What begins with "the same", "that" or "the previous". */
static gboolean
read_same (const PeriodReader *self,
           const Term         *same,
           Mention            *mention)
{
  guint end;
  int n = tl_period_read_count (self, same->end, &end);
  Term unit = tl_period_term_at (self, n > 1 ? end : same->end);

  if (read_fiscal_year (self, mention->first, mention))
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (n > 1 && same->value != 0)
    return read_trail (self, same->value, same->end, mention);
  if (unit.kind != TERM_UNIT && !(unit.kind == TERM_UNITS && same->value == 0))
    return FALSE;
  if ((unit.value == UNIT_WEEK || unit.value == UNIT_WEEKEND) && same->value != 0)
    return tl_period_set_shifted (mention, unit.end, same->value, (Unit) unit.value);
  if (tl_period_months_of (unit.value) == 0 || unit.value == UNIT_DECADE)
    return FALSE;
  mention->end = unit.end;
  mention->unit = TL_PERIOD_REFERENCE;
  if (unit.kind == TERM_UNIT && unit.value == UNIT_YEAR)
    {
      mention->shape = SHAPE_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_ANCHORED, .value = same->value };
      return TRUE;
    }
  mention->shape = SHAPE_COUNTERPART;
  mention->n = same->value * tl_period_months_of (unit.value);
  tl_period_read_year_behind (self, mention);
  return TRUE;
}

/* "year 2016", "month of April", "the year's first half", "week of 16 September", "year to June". */
static gboolean
read_unit (const PeriodReader *self,
           const Term         *unit,
           Mention            *mention)
{
  gboolean is_of = tl_period_is (self, unit->end, "of");
  guint start = is_of ? unit->end + 1 : unit->end;
  YearSpec year = { .kind = YEAR_CURRENT };
  Term month;

  if (unit->kind == TERM_UNIT &&
      (tl_period_read_until (self, unit->end, 1, unit->value, mention) ||
       (unit->value == UNIT_WEEK && tl_period_read_week_of (self, unit->end, mention))))
    return TRUE;
  if (!tl_period_is_beside (self, mention->first, start))
    return FALSE;
  if (unit->value == UNIT_YEAR)
    return read_part_of_year (self, year, unit->end, mention) ||
           (self->tokens[start].kind == TL_TOKEN_NUMBER && tl_period_read_bare_years (self, start, mention) &&
            mention->shape != SHAPE_MONTHS);
  if (unit->kind != TERM_UNIT || unit->value != UNIT_MONTH || !is_of)
    return FALSE;
  month = tl_period_term_at (self, start);
  return tl_period_is_month (&month) && tl_period_read_month (self, start, &month, mention) &&
         mention->shape == SHAPE_MONTHS;
}

/* "the nineties": not "in his nineties". */
static gboolean
read_decade_name (const PeriodReader *self,
                  const Term         *term,
                  Mention            *mention)
{
  guint token = mention->first;

  if (token == 0 || (!tl_period_is (self, token - 1, "the") &&
                     tl_period_term_at (self, token - 1).kind != TERM_EDGE))
    return FALSE;
  mention->end = term->end;
  mention->shape = SHAPE_YEARS;
  mention->unit = TL_PERIOD_YEARS;
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = term->value, .last = term->value + 9 };
  return TRUE;
}

/* A part of something, or a day: "first quarter", "21st century", "fifth of May". */
static gboolean
read_ordinal (const PeriodReader *self,
              int                 ordinal,
              guint               end,
              Mention            *mention)
{
  return tl_period_read_part (self, ordinal, end, mention) ||
         tl_period_read_century (self, ordinal, end, mention);
}

static gboolean
read_number (const PeriodReader *self,
             guint               token,
             const Term         *term,
             Mention            *mention)
{
  guint end;
  int ordinal;

  if (tl_period_read_date (self, token, mention))
    return TRUE;
  if (term->kind == TERM_QUARTER || term->kind == TERM_HALF || term->kind == TERM_MONTHS)
    return tl_period_read_notation (self, term, mention);
  if (term->kind == TERM_REFERENCE)
    return set_shape (mention, term->end, SHAPE_COUNTERPART, TL_PERIOD_REFERENCE, term->value);
  ordinal = tl_period_read_ordinal (self, token, &end);
  if (ordinal != 0)
    return read_ordinal (self, ordinal, end, mention);
  return tl_period_read_decade (self, token, mention) || tl_period_read_iso_month (self, token, mention) ||
         read_fiscal_year (self, token, mention) || tl_period_read_bare_years (self, token, mention) ||
         tl_period_read_glued_notation (self, token, mention) || tl_period_read_counted (self, token, mention);
}

static gboolean
read_word (const PeriodReader *self,
           guint               token,
           const Term         *term,
           Mention            *mention)
{
  switch (term->kind)
    {
    case TERM_MONTH:
    case TERM_WEAK_MONTH:
    case TERM_NAME_MONTH:
      return tl_period_read_month (self, token, term, mention);
    case TERM_WEEKDAY:
    case TERM_WEAK_WEEKDAY:
      return tl_period_read_weekday (self, term, mention);
    case TERM_ORDINAL:
      return tl_period_read_date (self, token, mention) || read_ordinal (self, term->value, term->end, mention);
    case TERM_CARDINAL:
    case TERM_VAGUE:
      return tl_period_read_counted (self, token, mention);
    case TERM_UNIT:
    case TERM_UNITS:
      return read_unit (self, term, mention);
    case TERM_SHIFT:
      return read_shift (self, term, mention);
    case TERM_SAME:
      return read_same (self, term, mention);
    case TERM_REFERENCE:
      return set_shape (mention, term->end, SHAPE_COUNTERPART, TL_PERIOD_REFERENCE, term->value);
    case TERM_QUARTER:
    case TERM_HALF:
    case TERM_MONTHS:
      return tl_period_read_notation (self, term, mention);
    case TERM_DAY:
      return set_shape (mention, term->end, SHAPE_DAY_SHIFT, TL_PERIOD_DAY, term->value);
    case TERM_TO_DATE:
      mention->step = (Unit) term->value;
      return set_shape (mention, term->end, SHAPE_TO_DATE,
                        term->value == UNIT_WEEK ? TL_PERIOD_DAY : TL_PERIOD_MONTHS, 0);
    case TERM_YEAR_END:
      mention->year.kind = YEAR_SHIFTED;
      mention->cut.kind = CUT_LATE;
      set_shape (mention, term->end, SHAPE_YEAR, TL_PERIOD_YEAR, 0);
      tl_period_read_year_behind (self, mention);
      return TRUE;
    case TERM_FISCAL:
    case TERM_PERSIAN:
      return read_fiscal_year (self, token, mention);
    case TERM_SEASON:
      return tl_period_read_season (self, token, term, mention);
    case TERM_DECADE:
      return read_decade_name (self, term, mention);
    case TERM_EDGE:
    case TERM_EARLIER:
    case TERM_LATER:
      return tl_period_read_edge (self, term, mention);
    case TERM_NONE:
      return self->string[self->tokens[token].span.start] == 'F' && read_fiscal_year (self, token, mention);
    case TERM_AGO:
    default:
      return FALSE;
    }
}

/*
 * tl_period_read_plain:
 * @self: a reader
 * @token: index of a token
 * @mention: (inout): how deep it stands in others; what is named
 *
 * Reads the period that begins at a token, without what may stand before it.
 *
 * Returns: whether there is one
 */
gboolean
tl_period_read_plain (const PeriodReader *self,
                      guint               token,
                      Mention            *mention)
{
  const TlToken *at = &self->tokens[token];
  gboolean found;
  Term term;

  if (!tl_period_may_begin (self, token))
    return FALSE;
  term = tl_period_term_at (self, token);
  if (at->kind == TL_TOKEN_WORD && term.kind == TERM_NONE && self->string[at->span.start] != 'F')
    return FALSE;
  *mention = (Mention) { .first = token, .depth = mention->depth };
  if (at->kind == TL_TOKEN_PUNCTUATION)
    found = tl_period_read_decade (self, token, mention) || tl_period_read_bare_short_year (self, token, mention);
  else if (at->kind == TL_TOKEN_NUMBER)
    found = read_number (self, token, &term, mention);
  else
    found = read_word (self, token, &term, mention);
  if (!found)
    return FALSE;
  /* The stop that ends a sentence is not an abbreviation's. */
  if (mention->end > token + 1 && tl_period_is (self, mention->end - 1, ".") &&
      (mention->end == self->n_tokens || self->tokens[mention->end].sentence != at->sentence))
    mention->end--;
  return mention->end > token && self->tokens[mention->end - 1].sentence == at->sentence;
}
