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
#define MIN_YEAR_SENTENCES 2

/* "Last year (2014)", "in 2014, last year": words and year are one. */
#define APPOSITION_REACH 2

#define FIRST_YEAR 1900
#define LAST_YEAR 2099

/* How far before a year its verb or its cue may stand. */
#define CUE_REACH 12

/* How far behind a year and its comma the verb may stand that makes it one to come. */
#define MODAL_REACH 4

/* Among so many sentences a story begins. */
#define LEAD_SENTENCES 24

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
  TlDate   latest;              /* the start of the latest period that is not to come */
  TlDate   partial_end;         /* of the latest period within a year that figures are reported for */
  int      month_year;          /* the latest in which a month or a day is named that is not to come */
  int      told_year;           /* in which the latest begins that figures are reported for */
  int      range_year;          /* with which the latest of several years ends that they are reported for */
  int      year;                /* the latest whole year that figures are reported for */
  guint    n_year_sentences;
  guint    year_sentence;       /* the sentence counted last */
  gboolean is_before_last;      /* a sentence tells it from "last year" */
  int      current_year;        /* a year that words beside it make the present one */
  int      base_year;           /* the latest whose months others are compared with */
  TlDate   base_end;            /* of the latest months of a known year that others are compared with */
  int      forecast_year;       /* the earliest whole year to come that something is told for */
  gboolean has_open_part;       /* figures are told for months or quarters whose year is not named */
  int      last_year_month;     /* up to which the story begins with those "of last year" */
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

/* "For 2011, we may …" */
static gboolean
stands_behind (const Story        *self,
               TlPublicationWords  words,
               guint               token)
{
  if (!tl_text_token_is (self->text, token, ","))
    return FALSE;
  for (guint i = token; i <= token + MODAL_REACH && i < self->n_tokens; i++)
    {
      if (self->tokens[i].sentence == self->tokens[token].sentence && is_word (self, words, i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_prospective (const Story    *self,
                const TlPeriod *period)
{
  return period->is_prospective || stands_behind (self, TL_WORDS_PROSPECTIVE, period->end_token) ||
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

/* "2021 to date"; "trade has grown in 2021": the present perfect with a year is only said within it,
 * unless it has grown from what it was then. */
static gboolean
is_current (const Story    *self,
            const TlPeriod *period)
{
  return ends_before (self, TL_WORDS_NOW, period->first_token) ||
         tl_publication_words_match (TL_WORDS_SO_FAR, self->text, period->end_token, NULL) != NULL ||
         (ends_before (self, TL_WORDS_WITHIN, period->first_token) &&
          stands_before (self, TL_WORDS_PERFECT, period->first_token) &&
          !stands_before (self, TL_WORDS_COMPARED, period->first_token));
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

/* "compared with March 1986", "the same period of 2017": the months of the year before. */
static gboolean
is_base (const Story    *self,
         const TlPeriod *period)
{
  return ends_before (self, TL_WORDS_BASE, period->first_token);
}

/* The year that is named within a reference to another period, 0 for none. */
static int
year_within (const Story    *self,
             const TlPeriod *period)
{
  for (guint i = period->first_token; i < period->end_token; i++)
    {
      TlSpan span = self->tokens[i].span;

      if (self->tokens[i].kind == TL_TOKEN_NUMBER && span.end - span.start == 4)
        {
          int year = (int) g_ascii_strtoull (tl_text_get_string (self->text) + span.start, NULL, 10);

          return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
        }
    }
  return 0;
}

/* "Exports rose from $5 million in 2014 to $7 million last year": two years, not one. */
static gboolean
is_told_from_last (const Story    *self,
                   const TlPeriod *period)
{
  const TlSentence *sentence = &self->sentences[self->tokens[period->first_token].sentence];

  if (!stands_before (self, TL_WORDS_COMPARED, period->first_token))
    return FALSE;
  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      if (is_word (self, TL_WORDS_LAST_YEAR, i) &&
          (i > period->end_token + APPOSITION_REACH || i + APPOSITION_REACH + 2 < period->first_token))
        return TRUE;
    }
  return FALSE;
}

static void
count_year_sentence (const Story    *self,
                     const TlPeriod *period,
                     Findings       *findings)
{
  guint sentence = self->tokens[period->first_token].sentence;

  if (findings->n_year_sentences == 0 || findings->year_sentence != sentence)
    {
      findings->n_year_sentences++;
      findings->year_sentence = sentence;
    }
}

/* "Between 2022 and 2023" helps a year that is told of by itself, and is not one. */
static void
note_years (const Story    *self,
            const TlPeriod *period,
            Findings       *findings)
{
  findings->range_year = MAX (findings->range_year, period->end.year);
  if (period->end.year == findings->year)
    count_year_sentence (self, period, findings);
}

/* Figures for a whole year of the calendar. */
static void
note_year (const Story    *self,
           const TlPeriod *period,
           Findings       *findings)
{
  if (period->end.year > findings->year)
    {
      findings->year = period->end.year;
      findings->n_year_sentences = 0;
      findings->is_before_last = FALSE;
    }
  if (period->end.year != findings->year)
    return;
  findings->is_before_last = findings->is_before_last || is_told_from_last (self, period);
  count_year_sentence (self, period, findings);
}

static void
note_forecast (const Story    *self,
               const TlPeriod *period,
               Findings       *findings)
{
  if (period->unit == TL_PERIOD_YEAR && !ends_before (self, TL_WORDS_UNTIL, period->first_token) &&
      (findings->forecast_year == 0 || period->start.year < findings->forecast_year))
    findings->forecast_year = period->start.year;
}

static void
note_base (const TlPeriod *period,
           Findings       *findings)
{
  findings->base_year = MAX (findings->base_year, period->end.year);
  if (tl_date_compare (period->end, findings->base_end) > 0)
    findings->base_end = period->end;
}

/* A period that is over and that figures are reported for. */
static void
note_told (const Story    *self,
           const TlPeriod *period,
           Findings       *findings)
{
  if (period->unit == TL_PERIOD_DAY || period->unit == TL_PERIOD_REFERENCE)
    return;
  findings->told_year = MAX (findings->told_year, period->start.year);
  if (period->unit == TL_PERIOD_YEARS)
    note_years (self, period, findings);
  else if (count_months (period) == 12 && period->end.month == 12)
    note_year (self, period, findings);
  else if (is_base (self, period))
    note_base (period, findings);
  else if (count_months (period) <= 13 && !stands_before (self, TL_WORDS_SINCE, period->first_token) &&
           tl_date_compare (period->end, findings->partial_end) > 0)
    findings->partial_end = period->end;
}

/* "In the first nine months of last year", said where a story begins. */
static gboolean
is_of_last_year (const Story    *self,
                 const TlPeriod *period)
{
  guint sentence = self->tokens[period->first_token].sentence;

  if (sentence > LEAD_SENTENCES || stands_before (self, TL_WORDS_COMPARED, period->first_token) ||
      !ends_before (self, TL_WORDS_LAST_YEAR, period->end_token))
    return FALSE;
  for (guint i = 0; i < sentence; i++)
    if (self->has_figure[i])
      return FALSE;
  return TRUE;
}

/* Figures for months whose year is not named, or for those of another year. */
static void
note_unnamed (const Story    *self,
              const TlPeriod *period,
              Findings       *findings)
{
  if (period->unit == TL_PERIOD_REFERENCE)
    findings->base_year = MAX (findings->base_year, year_within (self, period));
  if (period->start.year == 0 &&
      (period->unit == TL_PERIOD_MONTHS || period->unit == TL_PERIOD_QUARTER || period->unit == TL_PERIOD_HALF))
    {
      findings->has_open_part = TRUE;
      if (is_of_last_year (self, period))
        findings->last_year_month = period->end.month;
    }
}

static void
note_period (const Story    *self,
             const TlPeriod *period,
             guint           paragraph,
             Findings       *findings)
{
  gboolean has_figure = self->has_figure[self->tokens[period->first_token].sentence];

  if (has_figure)
    note_unnamed (self, period, findings);
  if (period->start.year == 0 || period->is_relative)
    return;
  if (is_prospective (self, period))
    {
      note_forecast (self, period, findings);
      return;
    }
  if (tl_date_compare (period->start, findings->latest) > 0)
    findings->latest = period->start;
  if (period->unit != TL_PERIOD_YEAR && period->unit != TL_PERIOD_YEARS)
    findings->month_year = MAX (findings->month_year, period->start.year);
  if (period->unit == TL_PERIOD_YEAR && (is_current (self, period) || is_edition (self, period, paragraph)))
    findings->current_year = MAX (findings->current_year, period->start.year);
  if (has_figure)
    note_told (self, period, findings);
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

/* The year in which a whole year, the latest that is told of, was over; 0 where nothing tells. */
static int
year_behind (const Story    *self,
             const Findings *findings)
{
  int year = findings->year;

  if (findings->current_year >= year)
    return findings->current_year;
  if (findings->range_year > year)
    return 0;
  if (findings->is_before_last)
    return year + 2;
  if (findings->n_year_sentences >= MIN_YEAR_SENTENCES || findings->forecast_year == year + 1 ||
      names_any (self, TL_WORDS_LAST_YEAR) || names_any (self, TL_WORDS_THIS_YEAR))
    return year + 1;
  return 0;
}

/* "In September 2023 … 13% less than in August 2023", "3% over the first nine months of 2023": these
 * are no months of the year before. */
static gboolean
is_month_on_month (const Findings *findings)
{
  return findings->base_end.year == findings->base_year && findings->partial_end.year == findings->base_year &&
         tl_date_compare (findings->base_end, findings->partial_end) <= 0;
}

static void
conclude (const Story    *self,
          const Findings *findings,
          TlEvidence     *evidence)
{
  TlDate partial_end = findings->partial_end;

  /* What December brought is counted in the new year. */
  evidence->year = partial_end.year + (partial_end.month == 12);
  evidence->latest = findings->latest;
  evidence->past_end = partial_end;
  if (findings->year > partial_end.year ||
      (findings->year == partial_end.year && findings->n_year_sentences >= MIN_YEAR_SENTENCES))
    {
      evidence->year = year_behind (self, findings);
      evidence->past_end = (TlDate) { (gint16) (evidence->year != 0 ? evidence->year - 1 : findings->year), 12, 31 };
    }
  if (findings->base_year != 0 && findings->base_year >= evidence->year &&
      findings->base_year >= findings->year && !is_month_on_month (findings))
    {
      evidence->year = findings->base_year + 1;
      evidence->past_end = (TlDate) { (gint16) findings->base_year, 12, 31 };
    }
  /* "In the first nine months of last year … between January and September 2025". */
  if (findings->last_year_month != 0 && findings->last_year_month == partial_end.month &&
      partial_end.year >= MAX (findings->year, evidence->year))
    evidence->year = partial_end.year + 1;
  /* "In 2020 so far" is of no year that is over. */
  if (findings->current_year != 0 && findings->current_year == findings->year)
    evidence->year = MAX (partial_end.year, findings->current_year);
  else if (findings->current_year > findings->year)
    evidence->year = MAX (evidence->year, findings->current_year);
  /* Of a year that is half over it is told what the whole of it will bring. */
  if (evidence->year == 0 && findings->year == 0 && findings->has_open_part && names_any (self, TL_WORDS_LAST_YEAR))
    evidence->year = findings->forecast_year;
  /* Of months whose year goes without saying one tells beside the year that was closed last. */
  if (evidence->year == 0 && findings->has_open_part && findings->year > partial_end.year)
    {
      evidence->year = findings->year + 1;
      evidence->past_end = (TlDate) { (gint16) findings->year, 12, 31 };
    }
  /* It was not written before what it names as past. */
  if (MAX (findings->told_year, findings->month_year) > evidence->year)
    evidence->year = 0;
  evidence->is_sure = evidence->year != 0;
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
