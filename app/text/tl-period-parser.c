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

/* "last month", "this quarter", "next year", with the unit read already. */
static gboolean
read_shifted_unit (const PeriodReader *self,
                   int                 shift,
                   const Term         *unit,
                   Mention            *mention)
{
  if (shift == -1 && tl_period_is (self, unit->end, "of") && unit->value != UNIT_YEAR)
    {
      YearSpec year;
      guint end;

      if (tl_period_read_year_spec (self, unit->end, &year, &end))
        return FALSE;           /* "last quarter of 2016" */
    }
  mention->end = unit->end;
  mention->n = shift;
  mention->step = (Unit) unit->value;
  mention->shape = SHAPE_SHIFTED;
  switch (unit->value)
    {
    case UNIT_YEAR:
      mention->shape = SHAPE_YEAR;
      mention->unit = TL_PERIOD_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_SHIFTED, .value = shift };
      return TRUE;
    case UNIT_WEEK:
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
      mention->shape = SHAPE_TRAIL;
      mention->unit = TL_PERIOD_YEARS;
      mention->n = shift;
      return shift != 0;
    default:
      return FALSE;
    }
}

/* "past five years", "next ten months", behind the first word. */
static gboolean
read_trail (const PeriodReader *self,
            int                 shift,
            guint               token,
            Mention            *mention)
{
  guint end;
  int n = tl_period_read_count (self, token, &end);
  Term unit = tl_period_term_at (self, end);

  if (n < 2 || shift == 0 || unit.kind != TERM_UNITS || tl_period_months_of (unit.value) == 0)
    return FALSE;
  mention->end = unit.end;
  mention->shape = SHAPE_TRAIL;
  mention->unit = unit.value == UNIT_YEAR || unit.value == UNIT_DECADE ? TL_PERIOD_YEARS : TL_PERIOD_MONTHS;
  mention->step = (Unit) unit.value;
  mention->n = shift * n;
  return TRUE;
}

static gboolean
read_fiscal_year (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  if (!tl_period_read_fiscal (self, token, &mention->year, &mention->end))
    return FALSE;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  if (mention->year.last > mention->year.value + 1)
    {
      mention->shape = SHAPE_YEARS;
      mention->unit = TL_PERIOD_YEARS;
    }
  return TRUE;
}

/* What begins with "last", "this" or "next". */
static gboolean
read_shift (const PeriodReader *self,
            const Term         *shift,
            Mention            *mention)
{
  guint start = shift->end;
  Term next;

  tl_lexicon_match (self->groups->year_kinds, self->text, start, &start);
  next = tl_period_term_at (self, start);
  if (read_fiscal_year (self, mention->first, mention))
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (next.kind == TERM_UNIT && read_shifted_unit (self, shift->value, &next, mention))
    return TRUE;
  if (shift->value == -1 && tl_period_read_part (self, -1, shift->end, mention) &&
      mention->year.kind != YEAR_UNKNOWN)
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  mention->is_count = FALSE;
  if (next.kind == TERM_MONTH || next.kind == TERM_WEAK_MONTH)
    {
      tl_period_set_mention (mention, next.end, TL_PERIOD_MONTHS, next.value, next.value);
      mention->has_names = TRUE;
    }
  else if (next.kind == TERM_WEEKDAY)
    set_shape (mention, next.end, SHAPE_WEEKDAY, TL_PERIOD_DAY, next.value);
  else
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
  if (n > 1 ? unit.kind != TERM_UNITS || same->value != 0 : unit.kind != TERM_UNIT)
    return FALSE;
  if (tl_period_months_of (unit.value) == 0 || unit.value == UNIT_DECADE)
    return FALSE;
  mention->end = unit.end;
  mention->unit = TL_PERIOD_REFERENCE;
  if (same->value == 0 && unit.value == UNIT_YEAR)
    {
      mention->shape = SHAPE_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_ANCHORED, .value = 0 };
      return TRUE;
    }
  mention->shape = SHAPE_COUNTERPART;
  mention->n = same->value * tl_period_months_of (unit.value);
  tl_period_read_year_behind (self, mention);
  return TRUE;
}

/* "Friday, 29 March 2024", "Wednesday, August 8, 2018", "Monday". */
static gboolean
read_weekday (const PeriodReader *self,
              const Term         *term,
              Mention            *mention)
{
  guint start = tl_period_is (self, term->end, ",") ? term->end + 1 : term->end;
  Term month = tl_period_term_at (self, start);
  Mention date = { .first = start };

  if (start < self->n_tokens && self->tokens[start].sentence == self->tokens[mention->first].sentence &&
      ((self->tokens[start].kind == TL_TOKEN_NUMBER && tl_period_read_date (self, start, &date)) ||
       ((month.kind == TERM_MONTH || month.kind == TERM_WEAK_MONTH) &&
        tl_period_read_month (self, start, &month, &date))) &&
      date.shape == SHAPE_DAY)
    {
      date.first = mention->first;
      *mention = date;
      return TRUE;
    }
  return set_shape (mention, term->end, SHAPE_WEEKDAY, TL_PERIOD_DAY, term->value);
}

static gboolean
read_number (const PeriodReader *self,
             guint               token,
             const Term         *term,
             Mention            *mention)
{
  if (tl_period_read_date (self, token, mention))
    return TRUE;
  if (term->kind == TERM_QUARTER || term->kind == TERM_HALF || term->kind == TERM_MONTHS)
    return tl_period_read_notation (self, term, mention);
  if (term->kind == TERM_ORDINAL)
    return tl_period_read_part (self, term->value, term->end, mention);
  if (term->kind == TERM_REFERENCE)
    return set_shape (mention, term->end, SHAPE_COUNTERPART, TL_PERIOD_REFERENCE, term->value);
  return tl_period_read_decade (self, token, mention) || tl_period_read_iso_month (self, token, mention) ||
         read_fiscal_year (self, token, mention) || tl_period_read_bare_years (self, token, mention) ||
         tl_period_read_counted (self, token, mention);
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
      return tl_period_read_month (self, token, term, mention);
    case TERM_WEEKDAY:
      return read_weekday (self, term, mention);
    case TERM_ORDINAL:
      return tl_period_read_part (self, term->value, term->end, mention);
    case TERM_CARDINAL:
      return tl_period_read_counted (self, token, mention);
    case TERM_UNIT:
      return tl_period_read_until (self, term->end, tl_period_months_of (term->value), mention);
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
      return set_shape (mention, term->end, SHAPE_TO_DATE, TL_PERIOD_MONTHS, 0);
    case TERM_NONE:
      return self->string[self->tokens[token].span.start] == 'F' && read_fiscal_year (self, token, mention);
    case TERM_YEAR_END:
      mention->year.kind = YEAR_SHIFTED;
      return set_shape (mention, term->end, SHAPE_YEAR, TL_PERIOD_YEAR, 0);
    case TERM_FISCAL:
      return read_fiscal_year (self, token, mention);
    case TERM_UNITS:
    case TERM_AGO:
    case TERM_EARLIER:
    default:
      return FALSE;
    }
}

/*
 * tl_period_read_mention:
 * @self: a reader
 * @token: index of a token
 * @mention: (out): what is named
 *
 * Reads the period that begins at a token.
 *
 * Returns: whether there is one
 */
gboolean
tl_period_read_mention (const PeriodReader *self,
                        guint               token,
                        Mention            *mention)
{
  const TlToken *at = &self->tokens[token];
  Term term;

  *mention = (Mention) { .first = token };
  if (at->kind != TL_TOKEN_WORD && at->kind != TL_TOKEN_NUMBER)
    return FALSE;
  term = tl_period_term_at (self, token);
  if (at->kind == TL_TOKEN_NUMBER ? !read_number (self, token, &term, mention)
                                  : !read_word (self, token, &term, mention))
    return FALSE;
  /* The stop that ends a sentence is not an abbreviation's. */
  if (mention->end > token + 1 && tl_period_is (self, mention->end - 1, ".") &&
      (mention->end == self->n_tokens || self->tokens[mention->end].sentence != at->sentence))
    mention->end--;
  if (mention->end <= token || self->tokens[mention->end - 1].sentence != at->sentence)
    return FALSE;
  if (token > 0 && tl_period_is (self, token - 1, "since") &&
      self->tokens[token - 1].sentence == at->sentence &&
      (mention->shape == SHAPE_YEAR || mention->shape == SHAPE_MONTHS || mention->shape == SHAPE_DAY))
    {
      mention->first = token - 1;
      mention->is_since = TRUE;
    }
  return TRUE;
}
