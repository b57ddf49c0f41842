/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that are years without a word for it, and what else begins with one. */

#include "tl-period-private.h"

#include "tl-currency.h"

/* Before this one a year needs a word that says so. */
#define FIRST_OLD_YEAR 1500

/* How far back a telephone number may begin. */
#define PHONE_REACH 4

/* How many words a street's name may have. */
#define STREET_REACH 3

/* "+375 17 2016 2017" */
static gboolean
is_phone (const PeriodReader *self,
          guint               token)
{
  for (guint n = 1; n <= PHONE_REACH && n <= token; n++)
    {
      const TlToken *before = &self->tokens[token - n];

      if (tl_period_is (self, token - n, "+"))
        return n > 1;
      if (before->kind != TL_TOKEN_NUMBER && before->kind != TL_TOKEN_PUNCTUATION)
        return FALSE;
    }
  return FALSE;
}

/* "2016 Main Street" */
static gboolean
is_address (const PeriodReader *self,
            guint               next)
{
  for (guint i = next; i < next + STREET_REACH && tl_period_is_beside (self, next - 1, i); i++)
    {
      if ((self->tokens[i].flags & TL_TOKEN_CAPITALISED) == 0)
        return FALSE;
      if (i > next && tl_lexicon_match (self->groups->streets, self->text, i, NULL) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "Some 2000 delegates", "hired 1950 staff" */
static gboolean
is_count (const PeriodReader *self,
          guint               token,
          guint               next)
{
  if (tl_lexicon_match (self->groups->counted, self->text, next, NULL) != NULL ||
      tl_lexicon_match (self->groups->magnitudes, self->text, next, NULL) != NULL)
    return TRUE;
  if (next >= self->n_tokens || self->tokens[next].kind != TL_TOKEN_WORD ||
      (self->tokens[next].flags & TL_TOKEN_CAPITALISED) != 0)
    return FALSE;
  return tl_period_is_behind (self, self->groups->count_before, token) && !tl_period_is_end (self, next) &&
         tl_lexicon_match (self->groups->reported, self->text, next, NULL) == NULL;
}

/* "EUR 2016", "$2016", "#2016" */
static gboolean
is_marked (const PeriodReader *self,
           guint               token)
{
  TlCurrencyMatch currency;

  if (token == 0)
    return FALSE;
  if (tl_period_is_attached (self, token) &&
      (self->tokens[token - 1].kind == TL_TOKEN_SYMBOL || tl_period_is (self, token - 1, "#") ||
       tl_period_is (self, token - 1, ":") || tl_period_is (self, token - 1, ".") ||
       tl_period_is (self, token - 1, "№") || tl_period_is (self, token - 1, ",") ||
       tl_period_is (self, token - 1, "/")))
    return TRUE;
  return tl_period_is_behind (self, self->groups->not_year, token) ||
         (tl_currency_match_sign (self->text, token - 1, &currency) && currency.end_token == token);
}

/* Whether a number like 2016 is a year, by what stands beside it. */
static gboolean
is_year_here (const PeriodReader *self,
              guint               token)
{
  guint next = token + 1;

  if (is_marked (self, token) || is_phone (self, token) || is_address (self, next))
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
  return !is_count (self, token, next);
}

static void
set_years (Mention *mention,
           guint    end,
           int      first,
           int      last)
{
  mention->end = end;
  mention->shape = SHAPE_YEARS;
  mention->unit = TL_PERIOD_YEARS;
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = first, .last = last };
}

/* "the 1990s", "the 2010's", "the 90s", "the '90s" with the apostrophe at @token. */
gboolean
tl_period_read_decade (const PeriodReader *self,
                       guint               token,
                       Mention            *mention)
{
  gboolean is_marked = self->tokens[token].kind == TL_TOKEN_PUNCTUATION;
  guint number = is_marked ? token + 1 : token;
  gboolean is_behind_the = token > 0 && tl_period_is (self, token - 1, "the");
  int year = tl_period_read_year (self, number);

  if (is_marked && !tl_period_is_attached (self, number))
    return FALSE;
  if (year == 0)
    {
      int short_year = tl_period_read_integer (self, number, 2);

      if (short_year < 0 || self->tokens[number].span.end - self->tokens[number].span.start != 2 || !is_behind_the)
        return FALSE;
      year = 1900 + short_year;
    }
  if (year % 10 != 0 || !tl_period_is_attached (self, number + 1) ||
      !(tl_period_is (self, number + 1, "s") || (tl_period_is (self, number + 1, "'s") && is_behind_the)))
    return FALSE;
  set_years (mention, number + 2, year, year + 9);
  return year >= TL_FIRST_YEAR;
}

/* "21st century", "twenty-first century" */
gboolean
tl_period_read_century (const PeriodReader *self,
                        int                 ordinal,
                        guint               token,
                        Mention            *mention)
{
  Term unit = tl_period_term_at (self, tl_period_skip_hyphen (self, token));

  if (unit.kind != TERM_UNIT || unit.value != UNIT_CENTURY || ordinal < 1 || ordinal > 30 ||
      (tl_period_is_beside (self, token, unit.end) && (self->tokens[unit.end].flags & TL_TOKEN_CAPITALISED) != 0))
    return FALSE;
  set_years (mention, unit.end, MAX (1, (ordinal - 1) * 100), ordinal * 100 - 1);
  return TRUE;
}

/* "2016-12" as in ISO 8601, "2016/12"; "12/2016". */
gboolean
tl_period_read_iso_month (const PeriodReader *self,
                          guint               token,
                          Mention            *mention)
{
  gboolean is_slash = tl_period_is (self, token + 1, "/");
  int year = tl_period_read_year (self, token);
  guint number = year != 0 ? token + 2 : token;
  guint n_digits;
  int month;

  if (!tl_period_is_attached (self, token + 1) || !tl_period_is_attached (self, token + 2) ||
      (!is_slash && !tl_period_is (self, token + 1, "-")) || is_marked (self, token))
    return FALSE;
  if (tl_period_is_attached (self, token + 3) && tl_period_is_attached (self, token + 4) &&
      self->tokens[token + 4].kind == TL_TOKEN_NUMBER)
    return FALSE;               /* "32/13/2016" */
  month = tl_period_read_integer (self, number, 2);
  n_digits = self->tokens[number].span.end - self->tokens[number].span.start;
  if (month < 1 || month > TL_MONTHS_OF_YEAR)
    return FALSE;
  if (year != 0 ? month == year % 100 + 1 || (!is_slash && (month > year % 100 || n_digits != 2))
                : !is_slash)
    return FALSE;               /* "2011-12", "2011/12" */
  if (year == 0)
    year = tl_period_read_year (self, token + 2);
  if (year == 0)
    return FALSE;
  tl_period_set_mention (mention, token + 3, TL_PERIOD_MONTHS, month, month);
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year };
  mention->has_names = TRUE;
  return TRUE;
}

/* "2021 Q1", "2021-Q1", "2020's first quarter", "2020 (January to November)", behind the year. */
static gboolean
read_part_behind (const PeriodReader *self,
                  guint               token,
                  Mention            *mention)
{
  YearSpec year = mention->year;
  gboolean is_owned = tl_period_is (self, token, "'s");
  gboolean is_bracketed = tl_period_is (self, token, "(");
  Term term = tl_period_term_at (self, is_owned || is_bracketed ? token + 1 : tl_period_skip_hyphen (self, token));
  gboolean found = FALSE;

  if (is_bracketed)
    {
      found = tl_period_is_month (&term) &&
              tl_period_read_month (self, token + 1, &term, mention) &&
              mention->shape == SHAPE_MONTHS && tl_period_is (self, mention->end, ")");
      mention->end++;
    }
  else if (term.kind == TERM_QUARTER || term.kind == TERM_HALF)
    found = tl_period_read_notation (self, &term, mention);
  else if (term.kind == TERM_ORDINAL && is_owned)
    found = tl_period_read_part (self, term.value, term.end, mention);
  found = found && mention->year.kind == YEAR_UNKNOWN && mention->cut.kind == CUT_NONE;
  mention->year = year;
  mention->cut.kind = CUT_NONE;
  return found;
}

/* "In 1887": long ago, so it needs a word before it that says that it is a year. */
static gboolean
read_old_year (const PeriodReader *self,
               guint               token,
               Mention            *mention)
{
  int year = tl_period_read_integer (self, token, 4);

  if (year < FIRST_OLD_YEAR || year >= TL_FIRST_YEAR ||
      !tl_period_is_behind (self, self->groups->year_cues, token) || !tl_period_is_end (self, token + 1) ||
      (tl_period_is_attached (self, token + 1) && self->tokens[token + 1].kind != TL_TOKEN_PUNCTUATION))
    return FALSE;
  mention->end = token + 1;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year };
  return TRUE;
}

/* "in '16", from the apostrophe on. */
gboolean
tl_period_read_bare_short_year (const PeriodReader *self,
                                guint               token,
                                Mention            *mention)
{
  int year = tl_period_read_short_year (self, token);

  if (year == 0 || !tl_period_is_behind (self, self->groups->year_cues, token) || !tl_period_is_end (self, token + 2))
    return FALSE;
  mention->end = token + 2;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  mention->year = (YearSpec) { .kind = YEAR_NAMED, .value = year };
  return TRUE;
}

/* "2016", "2018-2024", "2013 and 2016" behind "between", "2021 Q1". */
gboolean
tl_period_read_bare_years (const PeriodReader *self,
                           guint               token,
                           Mention            *mention)
{
  if (!tl_period_read_years (self, token, &mention->year, &mention->end))
    return read_old_year (self, token, mention);
  if (mention->year.last != 0)
    {
      mention->shape = SHAPE_YEARS;
      mention->unit = TL_PERIOD_YEARS;
      mention->is_range = !mention->year.is_split;
      return is_year_here (self, mention->end - 1) || tl_period_is_attached (self, mention->end - 1);
    }
  if (read_part_behind (self, token + 1, mention))
    return TRUE;
  mention->end = token + 1;
  mention->shape = SHAPE_YEAR;
  mention->unit = TL_PERIOD_YEAR;
  return is_year_here (self, token);
}
