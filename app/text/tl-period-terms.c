/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of periods, and the years among a text's numbers. */

#include "tl-period-private.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2099

/* "fiscal", "FY": not a year without a number. */
#define LONGEST_ADJECTIVE 6

static const struct
{
  const char *name;
  TermKind    kind;
} kinds[] = {
  { "month", TERM_MONTH },
  { "weak-month", TERM_WEAK_MONTH },
  { "weekday", TERM_WEEKDAY },
  { "ordinal", TERM_ORDINAL },
  { "cardinal", TERM_CARDINAL },
  { "unit", TERM_UNIT },
  { "units", TERM_UNITS },
  { "shift", TERM_SHIFT },
  { "same", TERM_SAME },
  { "reference", TERM_REFERENCE },
  { "quarter", TERM_QUARTER },
  { "half", TERM_HALF },
  { "months", TERM_MONTHS },
  { "day", TERM_DAY },
  { "to-date", TERM_TO_DATE },
  { "year-end", TERM_YEAR_END },
  { "fiscal", TERM_FISCAL },
  { "ago", TERM_AGO },
  { "earlier", TERM_EARLIER },
};

/* In the order of Unit. */
static const char *const units[] = {
  "day", "week", "month", "quarter", "half", "year", "decade", "period",
};

static const PeriodGroups *
get_groups (void)
{
  static PeriodGroups *groups = NULL;

  if (g_once_init_enter (&groups))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      PeriodGroups *made = g_new (PeriodGroups, 1);

      made->words = tl_lexicon_get_group (lexicon, "period-words");
      made->prepositions = tl_lexicon_get_group (lexicon, "period-prepositions");
      made->to = tl_lexicon_get_group (lexicon, "period-to");
      made->of = tl_lexicon_get_group (lexicon, "period-of");
      made->years = tl_lexicon_get_group (lexicon, "period-years");
      made->ends = tl_lexicon_get_group (lexicon, "period-ends");
      made->span_before = tl_lexicon_get_group (lexicon, "period-span-before");
      made->prospective = tl_lexicon_get_group (lexicon, "period-prospective");
      made->year_kinds = tl_lexicon_get_group (lexicon, "period-year-kinds");
      made->future = tl_lexicon_get_group (lexicon, "period-future");
      made->counted = tl_lexicon_get_group (lexicon, "period-counted");
      made->not_year = tl_lexicon_get_group (lexicon, "period-not-year");
      made->magnitudes = tl_lexicon_get_group (lexicon, "number-magnitudes");
      g_once_init_leave (&groups, made);
    }
  return groups;
}

/* Sets a reader up for a text, which it does not own. */
void
tl_period_reader_init (PeriodReader *self,
                       TlText       *text)
{
  self->text = text;
  self->string = tl_text_get_string (text);
  self->tokens = tl_text_get_tokens (text, &self->n_tokens);
  self->groups = get_groups ();
}

static int
value_of (const char *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (string, units[i]))
      return (int) i;
  return atoi (string);
}

/* Returns what the word at @token is; TERM_NONE where it is none of a period's. */
Term
tl_period_term_at (const PeriodReader *self,
                   guint               token)
{
  Term term = { .kind = TERM_NONE, .end = token };
  const TlWord *word = tl_lexicon_match (self->groups->words, self->text, token, &term.end);
  const char *space;

  if (word == NULL || (space = strchr (word->value, ' ')) == NULL)
    return term;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strncmp (word->value, kinds[i].name, (gsize) (space - word->value)) == 0 &&
        kinds[i].name[space - word->value] == '\0')
      {
        term.kind = kinds[i].kind;
        term.value = value_of (space + 1);
      }
  return term;
}

gboolean
tl_period_is (const PeriodReader *self,
              guint               token,
              const char         *word)
{
  return tl_text_token_is (self->text, token, word);
}

/* Whether no space stands before @token. */
gboolean
tl_period_is_attached (const PeriodReader *self,
                       guint               token)
{
  return token < self->n_tokens && (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

gboolean
tl_period_is_dash (const PeriodReader *self,
                   guint               token)
{
  return tl_period_is (self, token, "-") || tl_period_is (self, token, "–") ||
         tl_period_is (self, token, "—") || tl_period_is (self, token, "‑") ||
         tl_period_is (self, token, "−");
}

/* The token behind a hyphen that joins "first-half" and "nine-month". */
guint
tl_period_skip_hyphen (const PeriodReader *self,
                       guint               token)
{
  return tl_period_is_attached (self, token) && tl_period_is_attached (self, token + 1) &&
         tl_period_is_dash (self, token) ? token + 1 : token;
}

/* Whether a phrase of @group stands before @token, or reaches into what begins there. */
gboolean
tl_period_is_behind (const PeriodReader *self,
                     TlPhrases          *group,
                     guint               token)
{
  guint end;

  for (guint n = 1; n <= 4 && n <= token; n++)
    {
      if (self->tokens[token - n].sentence != self->tokens[MIN (token, self->n_tokens - 1)].sentence)
        return FALSE;
      if (tl_lexicon_match (group, self->text, token - n, &end) != NULL && end >= token)
        return TRUE;
    }
  return FALSE;
}

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

  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

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
  return TRUE;
}

/* "FY25", "FY2024": the letters and the digits are one token. */
static gboolean
read_glued_fiscal (const PeriodReader *self,
                   guint               token,
                   YearSpec           *year,
                   guint              *end)
{
  TlSpan span = self->tokens[token].span;
  const char *string = self->string + span.start;
  int value, last;
  guint last_end;

  if ((span.end - span.start != 4 && span.end - span.start != 6) || string[0] != 'F' || string[1] != 'Y' ||
      !g_ascii_isdigit (string[2]) || !g_ascii_isdigit (string[3]))
    return FALSE;
  value = (string[2] - '0') * 10 + (string[3] - '0');
  if (span.end - span.start == 6)
    value = value * 100 + (string[4] - '0') * 10 + (string[5] - '0');
  else
    value += value < 70 ? 2000 : 1900;
  if (value < FIRST_YEAR || value > LAST_YEAR)
    return FALSE;
  *end = token + 1;
  last = read_last_year (self, token + 1, value, &last_end);
  if (last != 0)
    *end = last_end;
  *year = (YearSpec) { YEAR_NAMED, value, last, TRUE };
  return TRUE;
}

/*
 * Reads a fiscal year that begins at @token: "fiscal year 2023", "FY2024-25", "the
 * 2023-24 fiscal year" without its article, "last fiscal year", "fiscal year".
 */
gboolean
tl_period_read_fiscal (const PeriodReader *self,
                       guint               token,
                       YearSpec           *year,
                       guint              *end)
{
  Term term, next;

  if (token >= self->n_tokens)
    return FALSE;
  if (self->tokens[token].kind == TL_TOKEN_WORD && read_glued_fiscal (self, token, year, end))
    return TRUE;
  if (tl_period_read_years (self, token, year, end))
    {
      term = tl_period_term_at (self, *end);
      year->is_fiscal = TRUE;
      *end = term.end;
      return term.kind == TERM_FISCAL;
    }

  term = tl_period_term_at (self, token);
  if (term.kind == TERM_FISCAL)
    {
      *year = (YearSpec) { YEAR_CURRENT, 0, 0, TRUE };
      *end = term.end;
      if (tl_period_read_years (self, term.end, year, end))
        year->is_fiscal = TRUE;
      else if (self->tokens[term.end - 1].span.end - self->tokens[token].span.start <= LONGEST_ADJECTIVE)
        return FALSE;           /* "fiscal policy" */
      return TRUE;
    }
  if (term.kind != TERM_SHIFT && term.kind != TERM_SAME)
    return FALSE;
  next = tl_period_term_at (self, term.end);
  *year = (YearSpec) { term.kind == TERM_SHIFT ? YEAR_SHIFTED : YEAR_ANCHORED, term.value, 0, TRUE };
  *end = next.end;
  return next.kind == TERM_FISCAL &&
         self->tokens[next.end - 1].span.end - self->tokens[term.end].span.start > LONGEST_ADJECTIVE;
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
  if (term.kind == TERM_REFERENCE && term.value == -12)
    {
      *year = (YearSpec) { .kind = YEAR_ANCHORED, .value = -1 };
      return TRUE;
    }
  if (term.kind == TERM_UNIT && term.value == UNIT_YEAR)
    return tl_period_is (self, token - 1, "the");
  if (term.kind != TERM_SHIFT && term.kind != TERM_SAME)
    return FALSE;
  tl_lexicon_match (self->groups->year_kinds, self->text, term.end, &term.end);
  next = tl_period_term_at (self, term.end);
  year->kind = term.kind == TERM_SHIFT ? YEAR_SHIFTED : YEAR_ANCHORED;
  year->value = term.value;
  *end = next.end;
  return next.kind == TERM_UNIT && next.value == UNIT_YEAR;
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
  if (tl_period_read_fiscal (self, start, year, end))
    return TRUE;
  if (tl_period_read_years (self, start, year, end))
    {
      if (year->last != 0)
        {
          /* A part of several years is not said; the dash leads elsewhere. */
          year->last = 0;
          *end = start + 1;
        }
      return TRUE;
    }

  if (tl_lexicon_match (self->groups->years, self->text, token, &start) == NULL)
    start = token;
  return tl_period_read_fiscal (self, start, year, end) || read_relative_year (self, start, year, end);
}
