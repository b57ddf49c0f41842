/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of periods, and what else stands at a token. */

#include "tl-period-private.h"

#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  TermKind    kind;
} kinds[] = {
  { "month", TERM_MONTH },
  { "weak-month", TERM_WEAK_MONTH },
  { "name-month", TERM_NAME_MONTH },
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
  { "persian", TERM_PERSIAN },
  { "ago", TERM_AGO },
  { "earlier", TERM_EARLIER },
  { "later", TERM_LATER },
  { "edge", TERM_EDGE },
  { "season", TERM_SEASON },
  { "decade-of", TERM_DECADE },
  { "weak-weekday", TERM_WEAK_WEEKDAY },
  { "vague", TERM_VAGUE },
};

/* In the order of Unit. */
static const char *const units[] = {
  "day", "week", "month", "quarter", "half", "year", "decade", "period", "weekend", "century",
};

static int
value_of (const char *string)
{
  if (g_ascii_isalpha (string[0]))
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      if (g_str_equal (string, units[i]))
        return (int) i;
  return atoi (string);
}

/* A term as one number: its kind, and its value in the lower half. */
static guint32
code_of (const char *string)
{
  g_auto(GStrv) parts = g_strsplit (string, " ", 2);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && parts[1] != NULL; i++)
    if (g_str_equal (parts[0], kinds[i].name))
      return (guint32) kinds[i].kind << 16 | (guint16) value_of (parts[1]);
  return (guint32) TERM_NONE << 16;
}

static PeriodGroups *
read_groups (TlLexicon *lexicon)
{
  PeriodGroups *self = g_new (PeriodGroups, 1);

  self->words = tl_lexicon_get_group (lexicon, "period-words");
  tl_lexicon_set_codes (self->words, code_of);
  self->beginnings = tl_phrase_marks_new ();
  tl_phrase_marks_add (self->beginnings, self->words, 1);
  self->prepositions = tl_lexicon_get_group (lexicon, "period-prepositions");
  self->to = tl_lexicon_get_group (lexicon, "period-to");
  self->openings = tl_lexicon_get_group (lexicon, "period-openings");
  self->of = tl_lexicon_get_group (lexicon, "period-of");
  self->years = tl_lexicon_get_group (lexicon, "period-years");
  self->ends = tl_lexicon_get_group (lexicon, "period-ends");
  self->span_before = tl_lexicon_get_group (lexicon, "period-span-before");
  self->prospective = tl_lexicon_get_group (lexicon, "period-prospective");
  self->compared = tl_lexicon_get_group (lexicon, "period-compared");
  self->changed = tl_lexicon_get_group (lexicon, "period-changed");
  self->future = tl_lexicon_get_group (lexicon, "period-future");
  self->to_come = tl_lexicon_get_group (lexicon, "period-to-come");
  self->counted = tl_lexicon_get_group (lexicon, "period-counted");
  self->not_year = tl_lexicon_get_group (lexicon, "period-not-year");
  self->year_cues = tl_lexicon_get_group (lexicon, "period-year-cues");
  self->count_before = tl_lexicon_get_group (lexicon, "period-count-before");
  self->behind = tl_lexicon_get_group (lexicon, "period-behind");
  self->reported = tl_lexicon_get_group (lexicon, "period-reported");
  self->month_behind = tl_lexicon_get_group (lexicon, "period-month-behind");
  self->not_season = tl_lexicon_get_group (lexicon, "period-not-season");
  self->games = tl_lexicon_get_group (lexicon, "period-games");
  self->streets = tl_lexicon_get_group (lexicon, "period-streets");
  self->short_before = tl_lexicon_get_group (lexicon, "period-short-before");
  self->fiscal_years = tl_lexicon_get_group (lexicon, "fiscal-years");
  self->calendars = tl_lexicon_get_group (lexicon, "period-calendars");
  self->magnitudes = tl_lexicon_get_group (lexicon, "number-magnitudes");
  return self;
}

static const PeriodGroups *
get_groups (void)
{
  static PeriodGroups *groups = NULL;

  if (g_once_init_enter (&groups))
    g_once_init_leave (&groups, read_groups (tl_lexicon_get_default ()));
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

/* Returns what the word at @token is; TERM_NONE where it is none of a period's. */
Term
tl_period_term_at (const PeriodReader *self,
                   guint               token)
{
  Term term = { .kind = TERM_NONE, .end = token };
  const TlWord *word = tl_lexicon_match (self->groups->words, self->text, token, &term.end);

  if (word == NULL)
    return term;
  term.kind = (TermKind) (word->code >> 16);
  term.value = (gint16) (word->code & 0xffff);
  return term;
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

/* Whether what stands at @token is in the sentence of what stands at @first. */
gboolean
tl_period_is_beside (const PeriodReader *self,
                     guint               first,
                     guint               token)
{
  return token < self->n_tokens && self->tokens[token].sentence == self->tokens[first].sentence;
}

/* The token behind "the", where one stands at @token. */
guint
tl_period_skip_the (const PeriodReader *self,
                    guint               token)
{
  return tl_period_is (self, token, "the") ? token + 1 : token;
}

/* Whether a sentence goes on behind @token with a word that is no noun, or ends. */
gboolean
tl_period_is_end (const PeriodReader *self,
                  guint               token)
{
  return token >= self->n_tokens || !tl_period_is_beside (self, token - 1, token) ||
         self->tokens[token].kind == TL_TOKEN_PUNCTUATION ||
         tl_lexicon_match (self->groups->behind, self->text, token, NULL) != NULL;
}
