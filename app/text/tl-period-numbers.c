/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of periods: years, counts and ordinals. */

#include "tl-period-private.h"

/* Two digits from this one on are of the last century. */
#define FIRST_SHORT_YEAR 70

/* Returns a number of digits only, or -1. */
int
tl_period_read_integer (const PeriodReader *self,
                        guint               token,
                        guint               max_digits)
{
  const char *digits;
  guint length;
  int value = 0;

  if (token >= self->n_tokens || self->tokens[token].kind != TL_TOKEN_NUMBER)
    return -1;
  digits = self->string + self->tokens[token].span.start;
  length = self->tokens[token].span.end - self->tokens[token].span.start;
  if (length > max_digits)
    return -1;
  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return -1;
      value = value * 10 + (digits[i] - '0');
    }
  return value;
}

/* Returns the year that a number of four digits may be, or 0. */
int
tl_period_read_year (const PeriodReader *self,
                     guint               token)
{
  int year = tl_period_read_integer (self, token, 4);

  return year >= TL_FIRST_YEAR && year <= TL_LAST_YEAR ? year : 0;
}

/* Returns the year that two digits mean. */
int
tl_period_full_year (int year)
{
  return year < FIRST_SHORT_YEAR ? year + 2000 : year + 1900;
}

/* Returns the year of "'16", from the apostrophe on, or 0. */
int
tl_period_read_short_year (const PeriodReader *self,
                           guint               token)
{
  int year;

  if (!tl_period_is (self, token, "'") && !tl_period_is (self, token, "‘"))
    return 0;
  if (!tl_period_is_attached (self, token + 1) ||
      self->tokens[token + 1].span.end - self->tokens[token + 1].span.start != 2)
    return 0;
  year = tl_period_read_integer (self, token + 1, 2);
  if (year < 0 || (tl_period_is_attached (self, token + 2) && self->tokens[token + 2].kind == TL_TOKEN_WORD))
    return 0;
  return tl_period_full_year (year);
}

/* A count of months and the like, in words or digits; 0 where there is none. */
int
tl_period_read_count (const PeriodReader *self,
                      guint               token,
                      guint              *end)
{
  Term term = tl_period_term_at (self, token);
  int value;

  if (term.kind == TERM_CARDINAL || term.kind == TERM_VAGUE)
    {
      guint next = tl_period_skip_hyphen (self, term.end);
      Term ones = tl_period_term_at (self, next);

      *end = term.end;
      if (term.kind != TERM_CARDINAL || term.value < 20 || term.value % 10 != 0 || next == term.end ||
          ones.kind != TERM_CARDINAL || ones.value > 9)
        return term.value;
      *end = ones.end;          /* "twenty-five" */
      return term.value + ones.value;
    }
  value = tl_period_read_integer (self, token, 2);
  *end = token + 1;
  return MAX (value, 0);
}

/* "third", "21st", "last" as -1; 0 where there is no ordinal. */
int
tl_period_read_ordinal (const PeriodReader *self,
                        guint               token,
                        guint              *end)
{
  Term term = tl_period_term_at (self, token);
  int value;

  *end = term.end;
  if (term.kind == TERM_ORDINAL || (term.kind == TERM_SHIFT && term.value == -1))
    return term.value;
  value = tl_period_read_integer (self, token, 2);
  *end = token + 2;
  if (value < 1 || !tl_period_is_attached (self, token + 1))
    return 0;
  return tl_period_is (self, token + 1, "st") || tl_period_is (self, token + 1, "nd") ||
         tl_period_is (self, token + 1, "rd") || tl_period_is (self, token + 1, "th") ? value : 0;
}
