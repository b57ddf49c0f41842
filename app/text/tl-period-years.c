/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which year is named: in digits, as a fiscal year, from the article's date or another period. */

#include "tl-period-private.h"

/* "fiscal", "FY": not a year without a number. */
#define LONGEST_ADJECTIVE 6

/* The years of the Iranian calendar that are written about. */
#define FIRST_PERSIAN_YEAR 1300
#define LAST_PERSIAN_YEAR 1499

/* The last year of "2018-24", "2018–2024", "2018/19" and "2018 to 2024", or 0. */
static int
read_last_year (const PeriodReader *self,
                guint               token,
                int                 first,
                guint              *end)
{
  gboolean is_slash = tl_period_is (self, token, "/");
  int year;
  guint next;

  if (is_slash || tl_period_is_dash (self, token))
    next = token + 1;
  else if (tl_lexicon_match (self->groups->to, self->text, token, &next) == NULL)
    return 0;
  *end = next + 1;
  year = tl_period_read_year (self, next);
  if (year != 0)
    return year > first ? year : 0;
  if (next > token + 1 || !tl_period_is_attached (self, token) || !tl_period_is_attached (self, next) ||
      self->tokens[next].span.end - self->tokens[next].span.start != 2)
    return 0;
  year = tl_period_read_integer (self, next, 2);
  if (year < 0)
    return 0;
  /* "2016-99-99" */
  if (tl_period_is_attached (self, next + 1) && tl_period_is_attached (self, next + 2) &&
      self->tokens[next + 2].kind == TL_TOKEN_NUMBER)
    return 0;
  year += first / 100 * 100;
  if (first % 100 == 99)
    year += 100;
  return year > first && (!is_slash || year == first + 1) ? year : 0;
}

/*
 * Reads a year or a range of years that begins at @token, "2016" or "2018-2024".
 * Whether they are years at all is for the caller to know.
 */
gboolean
tl_period_read_years (const PeriodReader *self,
                      guint               token,
                      YearSpec           *years,
                      guint              *end)
{
  int year = tl_period_read_year (self, token);
  guint last_end;

  if (year == 0 || self->tokens[token].span.end - self->tokens[token].span.start != 4)
    return FALSE;
  *years = (YearSpec) { .kind = YEAR_NAMED, .value = year };
  *end = token + 1;
  years->last = read_last_year (self, token + 1, year, &last_end);
  if (years->last != 0)
    *end = last_end;
  years->is_split = years->last == year + 1 && last_end == token + 3 &&
                    (self->tokens[token + 2].span.end - self->tokens[token + 2].span.start == 2 ||
                     tl_period_is (self, token + 1, "/"));
  return TRUE;
}

/* The digits of "FY25", "FY2024", "FY'25" and "FY 25", with their end; -1 where there are none. */
static int
read_fiscal_digits (const PeriodReader *self,
                    guint               token,
                    guint              *end)
{
  TlSpan span = self->tokens[token].span;
  const char *string = self->string + span.start;
  guint n_digits = span.end - span.start - 2;
  int value = 0;

  if (span.end - span.start < 2 || string[0] != 'F' || string[1] != 'Y')
    return -1;
  *end = token + 1;
  if (n_digits == 0)
    {
      value = tl_period_read_short_year (self, *end);
      if (value != 0)
        {
          *end += 2;
          return value;
        }
      value = tl_period_read_integer (self, *end, 2);
      *end += 1;
      return value;
    }
  if (n_digits != 2 && n_digits != 4)
    return -1;
  for (guint i = 2; i < n_digits + 2; i++)
    {
      if (!g_ascii_isdigit (string[i]))
        return -1;
      value = value * 10 + (string[i] - '0');
    }
  return value;
}

static gboolean
read_fiscal_letters (const PeriodReader *self,
                     guint               token,
                     YearSpec           *year,
                     guint              *end)
{
  int value = read_fiscal_digits (self, token, end);
  guint last_end;
  int last;

  if (value < 0)
    return FALSE;
  if (value < 100)
    value = tl_period_full_year (value);
  if (value < TL_FIRST_YEAR || value > TL_LAST_YEAR)
    return FALSE;
  last = read_last_year (self, *end, value, &last_end);
  if (last != 0)
    *end = last_end;
  *year = (YearSpec) { .kind = YEAR_NAMED, .value = value, .last = last, .is_fiscal = TRUE };
  return TRUE;
}

/* What may stand between "last" and "year": "last fiscal year", "the past Iranian calendar year". */
static gboolean
read_shifted_fiscal (const PeriodReader *self,
                     const Term         *shift,
                     YearSpec           *year,
                     guint              *end)
{
  Term next = tl_period_term_at (self, shift->end);
  gboolean is_noun;

  if (next.kind != TERM_FISCAL && next.kind != TERM_PERSIAN)
    return FALSE;
  *year = (YearSpec) { .kind = shift->kind == TERM_SHIFT ? YEAR_SHIFTED : YEAR_ANCHORED, .value = shift->value,
                       .is_fiscal = TRUE, .is_persian = next.kind == TERM_PERSIAN, .start = next.value };
  *end = next.end;
  is_noun = self->tokens[next.end - 1].span.end - self->tokens[shift->end].span.start > LONGEST_ADJECTIVE;
  return is_noun || tl_period_is_end (self, next.end);          /* "last fiscal", as in India */
}

/* "fiscal year 2023", "Persian year 1400", and those without a number. */
static gboolean
read_fiscal_words (const PeriodReader *self,
                   const Term         *term,
                   guint               token,
                   YearSpec           *year,
                   guint              *end)
{
  guint next = tl_period_is (self, term->end, "of") ? term->end + 1 : term->end;

  *year = (YearSpec) { .kind = YEAR_CURRENT, .is_fiscal = TRUE };
  *end = term->end;
  if (term->kind == TERM_PERSIAN)
    {
      int value = tl_period_read_integer (self, next, 4);

      if (value >= FIRST_PERSIAN_YEAR && value <= LAST_PERSIAN_YEAR)
        {
          year->kind = YEAR_NAMED;
          year->value = value;
          *end = next + 1;
        }
    }
  else if (tl_period_read_years (self, next, year, end))
    year->is_fiscal = TRUE;
  else if (self->tokens[term->end - 1].span.end - self->tokens[token].span.start <= LONGEST_ADJECTIVE)
    return FALSE;               /* "fiscal policy" */
  year->is_persian = term->kind == TERM_PERSIAN;
  year->start = term->value;
  return TRUE;
}

/*
 * Reads a fiscal year that begins at @token: "fiscal year 2023", "FY2024-25", "the
 * 2023-24 fiscal year" without its article, "last fiscal year", "fiscal year"; and the
 * year of another calendar, which is counted in the same way.
 */
gboolean
tl_period_read_fiscal (const PeriodReader *self,
                       guint               token,
                       YearSpec           *year,
                       guint              *end)
{
  Term term;

  if (token >= self->n_tokens)
    return FALSE;
  if (self->tokens[token].kind == TL_TOKEN_WORD && read_fiscal_letters (self, token, year, end))
    return TRUE;
  if (tl_period_read_years (self, token, year, end))
    {
      term = tl_period_term_at (self, *end);
      year->is_fiscal = TRUE;
      year->start = term.value;
      *end = term.end;
      return term.kind == TERM_FISCAL;
    }

  term = tl_period_term_at (self, token);
  if (term.kind == TERM_FISCAL || term.kind == TERM_PERSIAN)
    return read_fiscal_words (self, &term, token, year, end);
  return (term.kind == TERM_SHIFT || term.kind == TERM_SAME) && read_shifted_fiscal (self, &term, year, end);
}

/* "last year", "the previous year", "the year", from behind the article. */
static gboolean
read_relative_year (const PeriodReader *self,
                    guint               token,
                    YearSpec           *year,
                    guint              *end)
{
  Term term = tl_period_term_at (self, token);
  Term next;

  *year = (YearSpec) { .kind = YEAR_CURRENT };
  *end = term.end;
  if (term.kind == TERM_REFERENCE && term.value == -TL_MONTHS_OF_YEAR)
    {
      *year = (YearSpec) { .kind = YEAR_ANCHORED, .value = -1 };
      return TRUE;
    }
  if (term.kind == TERM_UNIT && term.value == UNIT_YEAR)
    return tl_period_is (self, token - 1, "the");
  if (term.kind != TERM_SHIFT && term.kind != TERM_SAME)
    return FALSE;
  next = tl_period_term_at (self, term.end);
  year->kind = term.kind == TERM_SHIFT ? YEAR_SHIFTED : YEAR_ANCHORED;
  year->value = term.value;
  *end = next.end;
  return next.kind == TERM_UNIT && next.value == UNIT_YEAR;
}

/* "(2016)" or "[2016]" behind a month. */
static gboolean
read_bracketed_year (const PeriodReader *self,
                     guint               token,
                     YearSpec           *year,
                     guint              *end)
{
  gboolean is_round = tl_period_is (self, token, "(");
  int value;

  if (!is_round && !tl_period_is (self, token, "["))
    return FALSE;
  value = tl_period_read_year (self, token + 1);
  *year = (YearSpec) { .kind = YEAR_NAMED, .value = value };
  *end = token + 3;
  return value != 0 && tl_period_is (self, token + 2, is_round ? ")" : "]");
}

/* "2016", "'16", "2016-17"; a part of more years is not said, the dash leads elsewhere. */
static gboolean
read_named_year (const PeriodReader *self,
                 guint               token,
                 YearSpec           *year,
                 guint              *end)
{
  int value = tl_period_read_short_year (self, token);

  if (value != 0)
    {
      *year = (YearSpec) { .kind = YEAR_NAMED, .value = value };
      *end = token + 2;
      return TRUE;
    }
  if (!tl_period_read_years (self, token, year, end))
    return FALSE;
  if (year->last > year->value + 1)
    {
      year->last = 0;
      *end = token + 1;
    }
  return TRUE;
}

/*
 * Reads the year that a part of it is followed by, with the words between them: "of
 * 2017", ", 2017", "last year", "of the previous year", "of FY25".
 */
gboolean
tl_period_read_year_spec (const PeriodReader *self,
                          guint               token,
                          YearSpec           *year,
                          guint              *end)
{
  Term period = tl_period_term_at (self, token);
  guint start;

  if (token >= self->n_tokens || self->tokens[token].sentence != self->tokens[token - 1].sentence)
    return FALSE;
  if (period.kind == TERM_UNIT && period.value == UNIT_PERIOD)
    token = period.end;         /* "first six-month period of 2020" */
  if (tl_period_is (self, token, ",") && tl_period_read_year (self, token + 1) != 0)
    start = token + 1;
  else if (tl_lexicon_match (self->groups->of, self->text, token, &start) == NULL)
    start = token;
  if (tl_period_read_fiscal (self, start, year, end) || read_named_year (self, start, year, end) ||
      read_bracketed_year (self, token, year, end))
    return TRUE;

  if (tl_lexicon_match (self->groups->years, self->text, token, &start) == NULL)
    start = token;
  return tl_period_read_fiscal (self, start, year, end) || read_relative_year (self, start, year, end);
}
