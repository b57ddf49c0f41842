/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a story was written, from the periods that it reports on.  Figures for January to
 * September 2017 are of the past and of that year; figures for the whole of 2016 together
 * with "last year" are told in 2017; a plan for 2018 tells nothing.  A year that is only
 * named tells nothing either: stories are full of old ones.
 */

#include "tl-publication-private.h"

#include <string.h>

#include "tl-amount.h"
#include "tl-date-scan.h"
#include "tl-period.h"
#include "tl-publication-words.h"

/* So many sentences with figures for a whole year make it the year that was closed last. */
#define MIN_YEAR_SENTENCES 3

/* How far before a year its verb or its cue may stand. */
#define CUE_REACH 12

/* No phrase of these words has more tokens. */
#define PHRASE_LENGTH 5

typedef struct
{
  TlText           *text;
  const TlToken    *tokens;
  guint             n_tokens;
  const TlSentence *sentences;
  guint             n_sentences;
  guint8           *has_figure; /* by sentence: it holds an amount or per cent */
} Story;

typedef struct
{
  TlDate latest;                /* the start of the latest period that is not to come */
  TlDate partial_end;           /* of the latest period within a year that figures are reported for */
  int    year;                  /* the latest whole year that figures are reported for */
  guint  n_year_sentences;
  guint  year_sentence;         /* the sentence counted last */
  int    current_year;          /* a year that words beside it make the present one */
} Findings;

static gboolean
is_word (const Story        *self,
         TlPublicationWords  words,
         guint               token)
{
  return tl_publication_words_match (words, self->text, token, NULL) != NULL;
}

static gboolean
names_any (const Story        *self,
           TlPublicationWords  words)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (is_word (self, words, i))
        return TRUE;
    }
  return FALSE;
}

/* Whether one of @words stands in the same sentence not far before @token. */
static gboolean
stands_before (const Story        *self,
               TlPublicationWords  words,
               guint               token)
{
  guint first = self->sentences[self->tokens[token].sentence].first_token;

  for (guint i = token; i > first && i + CUE_REACH > token; i--)
    {
      if (is_word (self, words, i - 1))
        return TRUE;
    }
  return FALSE;
}

/* Whether a phrase of @words ends right before @token. */
static gboolean
ends_before (const Story        *self,
             TlPublicationWords  words,
             guint               token)
{
  for (guint i = token; i > 0 && i + PHRASE_LENGTH > token; i--)
    {
      guint end;

      if (tl_publication_words_match (words, self->text, i - 1, &end) != NULL && end == token)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_prospective (const Story    *self,
                const TlPeriod *period)
{
  return period->is_prospective ||
         ends_before (self, TL_WORDS_UNTIL, period->first_token) ||
         stands_before (self, TL_WORDS_PROSPECTIVE, period->first_token);
}

static void
mark_figures (Story  *self,
              GArray *amounts)
{
  for (guint i = 0; i < amounts->len; i++)
    self->has_figure[self->tokens[g_array_index (amounts, TlAmount, i).first_token].sentence] = TRUE;
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (tl_text_token_is (self->text, i, "%") || is_word (self, TL_WORDS_PERCENT, i))
        self->has_figure[self->tokens[i].sentence] = TRUE;
    }
}

static int
count_months (const TlPeriod *period)
{
  return (period->end.year - period->start.year) * 12 + period->end.month - period->start.month + 1;
}

/* "Trade has grown in 2021": the present perfect with a year is only said within it. */
static gboolean
is_current (const Story    *self,
            const TlPeriod *period)
{
  return ends_before (self, TL_WORDS_NOW, period->first_token) ||
         (ends_before (self, TL_WORDS_WITHIN, period->first_token) &&
          stands_before (self, TL_WORDS_PERFECT, period->first_token));
}

/* "Expo – 2018" at a story's beginning: an event named with the year it is held in. */
static gboolean
is_edition (const Story    *self,
            const TlPeriod *period,
            guint           paragraph)
{
  guint i = period->first_token;
  const TlToken *name;

  if (self->sentences[self->tokens[i].sentence].paragraph != paragraph || i < 2)
    return FALSE;
  name = &self->tokens[i - 1];
  if (name->kind == TL_TOKEN_PUNCTUATION && strchr ("-\342", tl_text_get_string (self->text)[name->span.start]) != NULL)
    name--;
  /* Behind a dateline's dash a capital begins the sentence, "– In 2016". */
  return name > self->tokens && name->kind == TL_TOKEN_WORD && (name->flags & TL_TOKEN_CAPITALISED) != 0 &&
         (name->flags & TL_TOKEN_SENTENCE_START) == 0 && name[-1].kind == TL_TOKEN_WORD;
}

static void
note_period (const Story    *self,
             const TlPeriod *period,
             guint           paragraph,
             Findings       *findings)
{
  guint sentence = self->tokens[period->first_token].sentence;
  gboolean is_year = period->unit == TL_PERIOD_YEAR;

  if (!tl_date_is_set (period->start) || period->is_relative || is_prospective (self, period))
    return;
  if (tl_date_compare (period->start, findings->latest) > 0)
    findings->latest = period->start;
  if (is_year && (is_current (self, period) || is_edition (self, period, paragraph)))
    findings->current_year = MAX (findings->current_year, period->start.year);
  if (!self->has_figure[sentence] || period->unit == TL_PERIOD_DAY || period->unit == TL_PERIOD_YEARS ||
      period->unit == TL_PERIOD_REFERENCE)
    return;

  if (count_months (period) < 12)
    {
      if (tl_date_compare (period->end, findings->partial_end) > 0)
        findings->partial_end = period->end;
      return;
    }
  if (period->end.year > findings->year)
    {
      findings->year = period->end.year;
      findings->n_year_sentences = 0;
    }
  if (period->end.year == findings->year &&
      (findings->n_year_sentences == 0 || findings->year_sentence != sentence))
    {
      findings->n_year_sentences++;
      findings->year_sentence = sentence;
    }
}

/* Whether figures are reported for a month named alone, as "in February". */
static gboolean
reports_on_month (const Story  *self,
                  const GArray *periods,
                  int           number)
{
  for (guint i = 0; i < periods->len; i++)
    {
      const TlPeriod *period = &g_array_index (periods, TlPeriod, i);
      const TlWord *month;

      if (period->unit != TL_PERIOD_MONTHS || period->end_token != period->first_token + 1 ||
          !self->has_figure[self->tokens[period->first_token].sentence])
        continue;
      month = tl_publication_words_match (TL_WORDS_MONTHS, self->text, period->first_token, NULL);
      if (month != NULL && (int) month->number == number)
        return TRUE;
    }
  return FALSE;
}

/* Figures up to February, and for February alone, that are called those of last month. */
static void
infer_month (const Story  *self,
             const GArray *periods,
             TlEvidence   *evidence)
{
  TlDate end = evidence->past_end;

  if (end.month == 0 || end.month == 12 || end.year != evidence->year ||
      !reports_on_month (self, periods, end.month) || !names_any (self, TL_WORDS_LAST_MONTH))
    return;
  evidence->month = end.month + 1;
}

static void
conclude (const Story    *self,
          const Findings *findings,
          TlEvidence     *evidence)
{
  evidence->year = findings->partial_end.year;
  evidence->latest = findings->latest;
  evidence->past_end = findings->partial_end;
  if (findings->year > findings->partial_end.year)
    {
      evidence->past_end = (TlDate) { (gint16) findings->year, 12, 31 };
      evidence->year = 0;
      if (findings->current_year >= findings->year)
        {
          evidence->year = findings->current_year;
          evidence->past_end = (TlDate) { (gint16) (findings->current_year - 1), 12, 31 };
        }
      else if (findings->n_year_sentences >= MIN_YEAR_SENTENCES || names_any (self, TL_WORDS_LAST_YEAR))
        evidence->year = findings->year + 1;
    }
  evidence->is_sure = evidence->year != 0;
  evidence->year = MAX (evidence->year, findings->current_year);
}

/*
 * tl_publication_infer:
 * @text: a text
 * @story: the byte that its story begins at
 * @periods: (element-type TlPeriod): its periods, found without a day to count from
 * @amounts: (element-type TlAmount): its amounts of money
 *
 * Returns: what the periods tell of when it was written
 */
TlEvidence
tl_publication_infer (TlText *text,
                      gsize   story,
                      GArray *periods,
                      GArray *amounts)
{
  Story self = { .text = text };
  Findings findings = { .latest = TL_DATE_NONE, .partial_end = TL_DATE_NONE };
  TlEvidence evidence = { .past_end = TL_DATE_NONE, .latest = TL_DATE_NONE };
  g_autofree guint8 *has_figure = NULL;
  guint paragraph, sentence;

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  self.sentences = tl_text_get_sentences (text, &self.n_sentences);
  self.has_figure = has_figure = g_new0 (guint8, self.n_sentences + 1);
  mark_figures (&self, amounts);

  sentence = tl_text_find_sentence (text, story);
  paragraph = sentence < self.n_sentences ? self.sentences[sentence].paragraph : G_MAXUINT;
  for (guint i = 0; i < periods->len; i++)
    note_period (&self, &g_array_index (periods, TlPeriod, i), paragraph, &findings);
  conclude (&self, &findings, &evidence);
  infer_month (&self, periods, &evidence);
  return evidence;
}
