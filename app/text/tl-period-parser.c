/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of periods: what may stand at a token, the longest reading first. */

#include "tl-period-private.h"

#define MONTHS_OF_QUARTER 3
#define MONTHS_OF_HALF 6
#define MONTHS_OF_YEAR 12

static void
set_months (Mention      *mention,
            guint         end,
            TlPeriodUnit  unit,
            int           month,
            int           last_month)
{
  mention->end = end;
  mention->shape = SHAPE_MONTHS;
  mention->unit = unit;
  mention->month = month;
  mention->last_month = last_month;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
}

/* Adds the year behind a part of it, where there is one. */
static void
read_year_behind (const PeriodReader *self,
                  Mention            *mention)
{
  YearSpec year;
  guint end;

  if (mention->end < self->n_tokens && tl_period_read_year_spec (self, mention->end, &year, &end))
    {
      mention->year = year;
      mention->end = end;
    }
}

/* A count of months and the like, in words or digits; 0 where there is none. */
static int
read_count (const PeriodReader *self,
            guint               token,
            guint              *end)
{
  Term term = tl_period_term_at (self, token);
  int value;

  if (term.kind == TERM_CARDINAL)
    {
      *end = term.end;
      return term.value;
    }
  value = tl_period_read_integer (self, token, 2);
  *end = token + 1;
  return MAX (value, 0);
}

/* The token behind a hyphen that joins "first-half" and "nine-month". */
static guint
skip_hyphen (const PeriodReader *self,
             guint               token)
{
  return tl_period_is_attached (self, token) && tl_period_is_attached (self, token + 1) &&
         tl_period_is_dash (self, token) ? token + 1 : token;
}

static int
months_of (int unit)
{
  switch (unit)
    {
    case UNIT_MONTH:
      return 1;
    case UNIT_QUARTER:
      return MONTHS_OF_QUARTER;
    case UNIT_HALF:
      return MONTHS_OF_HALF;
    case UNIT_YEAR:
    case UNIT_PERIOD:
      return MONTHS_OF_YEAR;
    case UNIT_DECADE:
      return MONTHS_OF_YEAR * 10;
    default:
      return 0;
    }
}

/* "first quarter", "second half", "first nine months", "last quarter of 2016", behind the ordinal. */
static gboolean
read_part (const PeriodReader *self,
           int                 ordinal,
           guint               token,
           Mention            *mention)
{
  guint start = skip_hyphen (self, token);
  Term unit = tl_period_term_at (self, start);
  TlPeriodUnit kind = TL_PERIOD_MONTHS;
  int length, n = 1;

  if (unit.kind == TERM_CARDINAL || (start < self->n_tokens && self->tokens[start].kind == TL_TOKEN_NUMBER))
    {
      n = read_count (self, start, &start);
      unit = tl_period_term_at (self, skip_hyphen (self, start));
      if (unit.kind != TERM_UNITS && (unit.kind != TERM_UNIT || skip_hyphen (self, start) == start))
        return FALSE;
    }
  else if (unit.kind != TERM_UNIT)
    {
      return FALSE;
    }
  length = months_of (unit.value) * n;
  if (length < 1 || length >= MONTHS_OF_YEAR)
    return FALSE;
  if (n == 1 && unit.value == UNIT_QUARTER)
    kind = TL_PERIOD_QUARTER;
  else if (n == 1 && unit.value == UNIT_HALF)
    kind = TL_PERIOD_HALF;

  if (ordinal == -1)
    set_months (mention, unit.end, kind, MONTHS_OF_YEAR - length + 1, MONTHS_OF_YEAR);
  else if (ordinal * length <= MONTHS_OF_YEAR && (ordinal == 1 || n == 1))
    set_months (mention, unit.end, kind, (ordinal - 1) * length + 1, ordinal * length);
  else
    return FALSE;
  mention->is_count = n > 1;
  read_year_behind (self, mention);
  return TRUE;
}

/* "six months to June 2020", "the year ended March 2020", behind the unit. */
static gboolean
read_until_month (const PeriodReader *self,
                  guint               token,
                  int                 n_months,
                  Mention            *mention)
{
  guint start;
  Term month;

  if (n_months < 1 || tl_lexicon_match (self->groups->ends, self->text, token, &start) == NULL)
    return FALSE;
  month = tl_period_term_at (self, start);
  if (month.kind != TERM_MONTH && month.kind != TERM_WEAK_MONTH)
    return FALSE;
  set_months (mention, month.end, TL_PERIOD_MONTHS, month.value, month.value);
  mention->shape = SHAPE_MONTHS_UNTIL;
  mention->n = n_months;
  read_year_behind (self, mention);
  return TRUE;
}

/* "two years ago", "three months earlier", behind the unit. */
static gboolean
read_ago (const PeriodReader *self,
          guint               token,
          int                 unit,
          int                 n,
          Mention            *mention)
{
  Term term = tl_period_term_at (self, token);

  if ((term.kind != TERM_AGO && term.kind != TERM_EARLIER) || months_of (unit) == 0)
    return FALSE;
  mention->end = term.end;
  if (term.kind == TERM_EARLIER)
    {
      mention->shape = SHAPE_COUNTERPART;
      mention->unit = TL_PERIOD_REFERENCE;
      mention->n = -n * months_of (unit);
    }
  else if (unit == UNIT_YEAR)
    {
      mention->shape = SHAPE_YEAR;
      mention->unit = TL_PERIOD_YEAR;
      mention->year = (YearSpec) { .kind = YEAR_SHIFTED, .value = -n };
    }
  else if (unit == UNIT_MONTH)
    {
      mention->shape = SHAPE_SHIFTED;
      mention->unit = TL_PERIOD_MONTHS;
      mention->step = UNIT_MONTH;
      mention->n = -n;
    }
  else
    {
      return FALSE;
    }
  return TRUE;
}

/* "nine months of 2017", "two years ago", "12 months to March": what begins with a count. */
static gboolean
read_counted (const PeriodReader *self,
              guint               token,
              Mention            *mention)
{
  guint end;
  int n = read_count (self, token, &end);
  Term unit = tl_period_term_at (self, end);
  int length;

  if (n < 1 || (unit.kind != TERM_UNITS && unit.kind != TERM_UNIT))
    return FALSE;
  if (read_ago (self, unit.end, unit.value, n, mention))
    return TRUE;
  length = months_of (unit.value) * n;
  if (unit.kind != TERM_UNITS || n < 2 || unit.value == UNIT_YEAR || length < 1 || length > MONTHS_OF_YEAR)
    return FALSE;
  if (read_until_month (self, unit.end, length, mention))
    return TRUE;
  set_months (mention, unit.end, TL_PERIOD_MONTHS, 1, length);
  mention->is_count = TRUE;
  read_year_behind (self, mention);
  return mention->year.kind != YEAR_UNKNOWN ||
         (length < MONTHS_OF_YEAR && tl_period_is_behind (self, self->groups->span_before, token));
}

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
  int n = read_count (self, token, &end);
  Term unit = tl_period_term_at (self, end);

  if (n < 2 || shift == 0 || unit.kind != TERM_UNITS || months_of (unit.value) == 0)
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
  guint start = tl_period_is (self, shift->end, "calendar") ? shift->end + 1 : shift->end;
  Term next = tl_period_term_at (self, start);

  if (read_fiscal_year (self, mention->first, mention))
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (next.kind == TERM_UNIT && read_shifted_unit (self, shift->value, &next, mention))
    return TRUE;
  if (shift->value == -1 && read_part (self, -1, shift->end, mention) && mention->year.kind != YEAR_UNKNOWN)
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  mention->is_count = FALSE;
  if (next.kind == TERM_MONTH || next.kind == TERM_WEAK_MONTH)
    {
      set_months (mention, next.end, TL_PERIOD_MONTHS, next.value, next.value);
      mention->has_names = TRUE;
    }
  else if (next.kind == TERM_WEEKDAY)
    *mention = (Mention) { .first = mention->first, .end = next.end, .shape = SHAPE_WEEKDAY, .n = next.value };
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
  int n = read_count (self, same->end, &end);
  Term unit = tl_period_term_at (self, n > 1 ? end : same->end);

  if (read_fiscal_year (self, mention->first, mention))
    return TRUE;
  mention->year = (YearSpec) { .kind = YEAR_UNKNOWN };
  if (n > 1 ? unit.kind != TERM_UNITS || same->value != 0 : unit.kind != TERM_UNIT)
    return FALSE;
  if (months_of (unit.value) == 0 || unit.value == UNIT_DECADE)
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
  mention->n = same->value * months_of (unit.value);
  read_year_behind (self, mention);
  return TRUE;
}

/* "Q1 2021", "1H 2019", "9M 2020", "Q1-Q3 2020". */
static gboolean
read_notation (const PeriodReader *self,
               const Term         *term,
               Mention            *mention)
{
  int length = term->kind == TERM_QUARTER ? MONTHS_OF_QUARTER : term->kind == TERM_HALF ? MONTHS_OF_HALF : term->value;
  int ordinal = term->kind == TERM_MONTHS ? 1 : term->value;
  TlPeriodUnit unit = term->kind == TERM_QUARTER ? TL_PERIOD_QUARTER
                      : term->kind == TERM_HALF ? TL_PERIOD_HALF : TL_PERIOD_MONTHS;
  guint next;

  set_months (mention, term->end, unit, (ordinal - 1) * length + 1, ordinal * length);
  if (term->kind == TERM_QUARTER && tl_lexicon_match (self->groups->to, self->text, term->end, &next) != NULL)
    {
      Term last = tl_period_term_at (self, next);

      if (last.kind == TERM_QUARTER && last.value > term->value)
        set_months (mention, last.end, TL_PERIOD_MONTHS, mention->month, last.value * MONTHS_OF_QUARTER);
    }
  next = tl_period_is (self, mention->end, "/") ? mention->end + 1 : skip_hyphen (self, mention->end);
  if (next > mention->end && tl_period_is_attached (self, next) && tl_period_read_year (self, next) != 0)
    mention->end = next;        /* "Q1/2021", "Q1-2021" */
  read_year_behind (self, mention);
  return term->kind != TERM_MONTHS || mention->year.kind == YEAR_NAMED;
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
  mention->end = term->end;
  mention->shape = SHAPE_WEEKDAY;
  mention->unit = TL_PERIOD_DAY;
  mention->n = term->value;
  return TRUE;
}

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
      next = skip_hyphen (self, next);
      if (next > token + 1 && self->tokens[next].kind == TL_TOKEN_NUMBER)
        return FALSE;           /* "2016-555" */
    }
  return tl_lexicon_match (self->groups->counted, self->text, next, NULL) == NULL &&
         tl_lexicon_match (self->groups->magnitudes, self->text, next, NULL) == NULL;
}

/* "the 1990s", "the 2010's". */
static gboolean
read_decade (const PeriodReader *self,
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
static gboolean
read_iso_month (const PeriodReader *self,
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
  set_months (mention, token + 3, TL_PERIOD_MONTHS, month, month);
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
    found = read_notation (self, &term, mention);
  else if (term.kind == TERM_ORDINAL && tl_period_is (self, token, "'s"))
    found = read_part (self, term.value, term.end, mention);
  found = found && mention->year.kind == YEAR_UNKNOWN;
  mention->year = year;
  return found;
}

/* "2016", "2018-2024", "between 2013 and 2016", "2021 Q1". */
static gboolean
read_years (const PeriodReader *self,
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

static gboolean
read_number (const PeriodReader *self,
             guint               token,
             const Term         *term,
             Mention            *mention)
{
  if (tl_period_read_date (self, token, mention))
    return TRUE;
  if (term->kind == TERM_QUARTER || term->kind == TERM_HALF || term->kind == TERM_MONTHS)
    return read_notation (self, term, mention);
  if (term->kind == TERM_ORDINAL)
    return read_part (self, term->value, term->end, mention);
  if (term->kind == TERM_REFERENCE)
    {
      *mention = (Mention) { token, term->end, .shape = SHAPE_COUNTERPART, .unit = TL_PERIOD_REFERENCE, .n = term->value };
      return TRUE;
    }
  return read_decade (self, token, mention) || read_iso_month (self, token, mention) ||
         read_fiscal_year (self, token, mention) || read_years (self, token, mention) ||
         read_counted (self, token, mention);
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
      return read_part (self, term->value, term->end, mention);
    case TERM_CARDINAL:
      return read_counted (self, token, mention);
    case TERM_UNIT:
      return read_until_month (self, term->end, months_of (term->value), mention);
    case TERM_SHIFT:
      return read_shift (self, term, mention);
    case TERM_SAME:
      return read_same (self, term, mention);
    case TERM_REFERENCE:
      *mention = (Mention) { token, term->end, .shape = SHAPE_COUNTERPART, .unit = TL_PERIOD_REFERENCE, .n = term->value };
      return TRUE;
    case TERM_QUARTER:
    case TERM_HALF:
    case TERM_MONTHS:
      return read_notation (self, term, mention);
    case TERM_DAY:
      *mention = (Mention) { token, term->end, .shape = SHAPE_DAY_SHIFT, .unit = TL_PERIOD_DAY, .n = term->value };
      return TRUE;
    case TERM_TO_DATE:
      *mention = (Mention) { token, term->end, .shape = SHAPE_TO_DATE, .unit = TL_PERIOD_MONTHS };
      return TRUE;
    case TERM_NONE:
      return self->string[self->tokens[token].span.start] == 'F' && read_fiscal_year (self, token, mention);
    case TERM_YEAR_END:
      *mention = (Mention) { token, term->end, .shape = SHAPE_YEAR, .unit = TL_PERIOD_YEAR, .year = { .kind = YEAR_SHIFTED } };
      return TRUE;
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
  if (token > 0 && tl_period_is (self, token - 1, "since") && self->tokens[token - 1].sentence == at->sentence &&
      (mention->shape == SHAPE_YEAR || mention->shape == SHAPE_MONTHS || mention->shape == SHAPE_DAY))
    {
      mention->first = token - 1;
      mention->is_since = TRUE;
    }
  return TRUE;
}
