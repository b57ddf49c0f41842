/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a sentence hangs on the ones before: "Two-way trade rose.  Last year it came to …".
 */

#include "tl-discourse.h"

#include "tl-party.h"

#include "tl-figure-period.h"
#include "tl-figure-status.h"
#include "tl-lexicon.h"

#include <math.h>
#include <string.h>

/* How many sentences later one may still go on about a flow without naming it, and where it says so. */
#define CONTINUATION_REACH 2
#define SAID_CONTINUATION_REACH 3

/* Among so many sentences at its beginning an article says what it reports on. */
#define LEAD_SENTENCES 8

/*
 * tl_discourse_init:
 * @self: the discourse of a text that is yet to be read
 */
void
tl_discourse_init (TlDiscourse *self)
{
  *self = (TlDiscourse) {
    .last_cue = { .kind = TL_CUE_FLOW, .value = TL_FLOW_WORD_TURNOVER },
    .topic_how = TL_HOW_DEFAULT,
    .distance = 12,
  };
}

/* The first period that a figure is reported for is the one that the article reports on. */
static void
set_topic_period (TlDiscourse        *self,
                  const TlFigureData *data)
{
  if (!tl_date_is_set (data->start))
    return;
  self->topic_start = data->start;
  self->topic_end = data->end;
  self->topic_why = data->why;
}

/* Figures for a part of a year tell how far those go of which only "this year" is said. */
static void
set_reached (TlDiscourse  *self,
             TlDate        start,
             TlDate        end,
             const TlWhy  *why)
{
  if (!tl_date_is_set (start) || (end.year - start.year) * 12 + end.month - start.month >= 11 ||
      (tl_date_is_set (self->reached) && tl_date_compare (end, self->reached) <= 0))
    return;
  self->reached = end;
  self->reached_why = *why;
}

/*
 * tl_discourse_remember:
 * @self: the discourse
 * @view: the sentence
 * @data: the figure that was found in it
 * @cue: its flow
 * @is_counterpart: whether its period is the counterpart of another ("up from $3bn a year
 *   earlier"), so that what follows goes on about the other
 */
void
tl_discourse_remember (TlDiscourse        *self,
                       const TlTradeView  *view,
                       const TlFigureData *data,
                       const TlCue        *cue,
                       gboolean            is_counterpart)
{
  TlFigureData before = self->last;
  gboolean is_earlier = self->has_last && self->last_sentence == view->index && tl_date_is_set (before.end) &&
                        tl_date_is_set (data->end) && tl_date_compare (data->end, before.end) < 0;

  self->last = *data;
  if (data->status == TL_STATUS_REPORTED)
    set_reached (self, data->start, data->end, &data->why);
  /* "… in January, after $3 billion in December": the talk is of January. */
  if ((is_counterpart || is_earlier) && self->has_last)
    {
      self->last.start = before.start;
      self->last.end = before.end;
      tl_why_drop (&self->last.why, TL_FIELD_PERIOD);
      tl_why_carry (&self->last.why, TL_FIELD_PERIOD, &before.why, TL_FIELD_PERIOD, view->sentence->span);
    }
  else if (is_counterpart)
    {
      /* "Up 5% from $3 billion in 2015": the talk is of the time after. */
      self->last.start = self->last.end = TL_DATE_NONE;
      tl_why_drop (&self->last.why, TL_FIELD_PERIOD);
    }
  else if (data->status == TL_STATUS_REPORTED && !tl_date_is_set (self->topic_start))
    {
      set_topic_period (self, data);
    }
  if (data->flow == TL_FLOW_TURNOVER && data->status == TL_STATUS_REPORTED && !isnan (data->value))
    {
      self->turnover = *data;
      self->has_turnover = TRUE;
    }
  self->last_cue = *cue;
  self->last_sentence = view->index;
  self->last_paragraph = view->sentence->paragraph;
  self->has_last = TRUE;
}

/*
 * tl_discourse_is_list_item:
 * @view: a sentence
 *
 * Returns: whether it is an item of a list, with a bullet or a number ("1.", "1)")
 */
gboolean
tl_discourse_is_list_item (const TlTradeView *view)
{
  guint first = view->sentence->first_token, mark = first;

  if ((view->tokens[first].flags & TL_TOKEN_LINE_START) == 0)
    return FALSE;
  if (view->tokens[first].kind == TL_TOKEN_NUMBER &&
      (tl_trade_view_is_word (view, first + 1, ".") || tl_trade_view_is_word (view, first + 1, ")")))
    mark++;
  return view->tokens[mark].kind == TL_TOKEN_PUNCTUATION && mark + 1 < view->sentence->end_token &&
         (view->tokens[mark + 1].flags & TL_TOKEN_SPACE_BEFORE) != 0;
}

/* "2018: $619 million", "from Peru to Chile – $3 billion": a line of a list. */
static gboolean
is_labelled (const TlTradeView *view)
{
  guint token;

  if (view->n_amounts == 0 || view->amounts[0].first_token <= view->sentence->first_token)
    return FALSE;
  token = view->amounts[0].first_token - 1;
  if (tl_trade_view_is_word (view, token, ":"))
    return TRUE;
  return (view->tokens[view->sentence->first_token].flags & TL_TOKEN_LINE_START) != 0 &&
         (tl_trade_view_is_word (view, token, "–") || tl_trade_view_is_word (view, token, "—") ||
          (tl_trade_view_is_word (view, token, "-") && (view->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) != 0));
}

/*
 * tl_discourse_may_continue:
 * @self: the discourse
 * @view: a sentence
 *
 * Returns: whether it may speak of the flow of the sentences before without naming it
 */
TlContinues
tl_discourse_may_continue (const TlDiscourse *self,
                           const TlTradeView *view)
{
  gboolean follows = self->has_last && view->index - self->last_sentence <= CONTINUATION_REACH;

  if (follows && (self->last_paragraph == view->sentence->paragraph || is_labelled (view)))
    return TL_CONTINUES_YES;
  if (is_labelled (view) && self->has_topic && view->index - self->topic_sentence <= CONTINUATION_REACH)
    return TL_CONTINUES_YES;
  if ((self->has_topic && view->index - self->topic_sentence <= SAID_CONTINUATION_REACH &&
       self->topic_paragraph == view->sentence->paragraph) ||
      (self->has_last && view->index - self->last_sentence <= SAID_CONTINUATION_REACH))
    return TL_CONTINUES_IF_SAID;
  return TL_CONTINUES_NO;
}

/*
 * "Exports fell in May for the third month": a sentence without a figure may say which period
 * the article reports on.
 */
static void
see_topic_period (TlDiscourse       *self,
                  const TlTradeView *view,
                  const TlCue       *cue)
{
  TlSpan span;
  const TlPeriod *period = tl_figure_period_find (view, (TlTokenRun) { cue->first_token, cue->end_token }, FALSE);

  if (period == NULL || period->unit == TL_PERIOD_YEARS || period->unit == TL_PERIOD_REFERENCE ||
      period->start.year == 0 ||
      tl_figure_status_find (view, (TlTokenRun) { cue->first_token, cue->end_token }, &span) != TL_STATUS_REPORTED)
    return;
  tl_period_get_months (period, &self->topic_start, &self->topic_end);
  tl_figure_period_explain (view, period, &self->topic_why);
  set_reached (self, self->topic_start, self->topic_end, &self->topic_why);
}

/* "Goods sold to Peru in 2024:" tells the time of the items of the list below. */
static void
see_heading (TlDiscourse       *self,
             const TlTradeView *view)
{
  guint last = view->sentence->end_token;
  gboolean is_heading = last > view->sentence->first_token && tl_trade_view_is_word (view, last - 1, ":");

  self->is_listing = self->is_listing && (is_heading || is_labelled (view));
  if (tl_discourse_is_list_item (view))
    return;
  self->heading.start = self->heading.end = TL_DATE_NONE;
  if (!is_heading)
    return;
  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];

      if (!tl_figure_period_is_trade (period) || period->is_prospective ||
          period->unit == TL_PERIOD_REFERENCE)
        continue;
      tl_period_get_months (period, &self->heading.start, &self->heading.end);
      self->heading.why.n_reasons = 0;
      tl_figure_period_explain (view, period, &self->heading.why);
    }
}

/* "The agency published figures for January–July 2024": the time of those that follow. */
static void
see_report (TlDiscourse       *self,
            const TlTradeView *view)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-report");

  if (self->has_last || tl_date_is_set (self->topic_start) || view->index >= LEAD_SENTENCES)
    return;
  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];
      TlPhraseMatch match;

      for (guint n = 2; n <= 3 && period->first_token >= view->sentence->first_token + n; n++)
        if (tl_figure_period_is_trade (period) && !period->is_prospective &&
            tl_phrases_match_at (words, view->reading->text, period->first_token - n, &match) &&
            match.end_token + 1 >= period->first_token)
          {
            tl_period_get_months (period, &self->topic_start, &self->topic_end);
            tl_figure_period_explain (view, period, &self->topic_why);
            self->is_reporting = TRUE;
            return;
          }
    }
}

/*
 * tl_discourse_begin_list:
 * @self: the discourse, which last remembered the heading of a list
 *
 * Remembers of which flow the lines of the list are, so that each begins with it again: "2015:
 * $5 billion, exports $3 billion".
 */
void
tl_discourse_begin_list (TlDiscourse *self)
{
  self->listed = self->last;
  self->listed_cue = self->last_cue;
  self->is_listing = TRUE;
}

/*
 * tl_discourse_begin_line:
 * @self: the discourse
 * @view: a sentence that is yet to be read
 *
 * Leads the talk back to what the heading of a list said, where the sentence is a line of it.
 */
void
tl_discourse_begin_line (TlDiscourse       *self,
                         const TlTradeView *view)
{
  TlWhy before = self->last.why;

  if (!self->is_listing || !is_labelled (view))
    return;
  self->last.flow = self->listed.flow;
  memcpy (self->last.partners, self->listed.partners, sizeof self->last.partners);
  self->last_cue = self->listed_cue;
  self->last.why = self->listed.why;
  tl_why_drop (&self->last.why, TL_FIELD_PERIOD);
  tl_why_carry (&self->last.why, TL_FIELD_PERIOD, &before, TL_FIELD_PERIOD, view->sentence->span);
}

/*
 * tl_discourse_see:
 * @self: the discourse
 * @view: a sentence that has been read
 *
 * Remembers that it spoke of trade, though it may have named no number.
 */
void
tl_discourse_see (TlDiscourse       *self,
                  const TlTradeView *view)
{
  see_heading (self, view);
  see_report (self, view);
  for (guint i = 0; i < view->n_cues; i++)
    {
      const TlCue *cue = &view->cues[i];

      if (cue->kind != TL_CUE_TOPIC && (cue->kind != TL_CUE_FLOW || cue->is_weak || tl_party_is_company (view, cue)))
        continue;
      self->topic_sentence = view->index;
      self->topic_paragraph = view->sentence->paragraph;
      self->has_topic = TRUE;
      self->topic = tl_trade_view_cue_span (view, cue);
      self->topic_how = cue->kind == TL_CUE_FLOW && cue->value == TL_FLOW_WORD_TURNOVER ? TL_HOW_CARRIED
                                                                                        : TL_HOW_DEFAULT;
      if (!tl_date_is_set (self->topic_start) && cue->kind == TL_CUE_FLOW && view->index < LEAD_SENTENCES)
        see_topic_period (self, view, cue);
    }
}
