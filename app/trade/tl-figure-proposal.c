/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a figure may be that a person sees in words where the finder saw none.  The same rules
 * read it, but nothing is a reason to give up: what they do not tell is taken from what stands
 * nearest, or left for the person, who looks at all of it before it is kept.
 */

#include "tl-figure-proposal.h"

#include "tl-discourse.h"
#include "tl-figure-change.h"
#include "tl-figure-entry.h"
#include "tl-figure-fields.h"
#include "tl-figure-flow.h"
#include "tl-figure-months.h"
#include "tl-figure-period.h"
#include "tl-figure-time.h"
#include "tl-partners.h"
#include "tl-speaker.h"
#include "tl-trade-drafts.h"
#include "tl-trade-marks.h"

#include <math.h>
#include <string.h>

/* The most bytes that a selection has which may be a number alone. */
#define MAX_NUMBER 40

typedef struct
{
  const TlReading   *reading;
  GPtrArray         *figures;           /* of the text, as they are known */
  GPtrArray         *dismissed;
  TlSpan             selection;
  TlTradeView        view;              /* the sentence that holds the selection */
  TlPartnersContext  partners;
  TlDiscourse        discourse;
  TlSpan             quote;
  TlTradeDraft       draft;
} Proposal;

/* ---- what is a figure already ---- */

static gboolean
is_of_figure (TlFigure *figure,
              TlSpan    span)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  if (tl_span_overlaps (data->quote, span))
    return TRUE;
  for (guint i = 0; i < data->why.n_reasons; i++)
    if (data->why.reasons[i].field == TL_FIELD_CHANGE && tl_span_overlaps (data->why.reasons[i].span, span))
      return TRUE;
  return FALSE;
}

static TlFigure *
find_known (GPtrArray *figures,
            TlSpan     span)
{
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    if (is_of_figure (g_ptr_array_index (figures, i), span))
      return g_ptr_array_index (figures, i);
  return NULL;
}

static gboolean
is_known (const Proposal *self,
          TlSpan          span)
{
  return find_known (self->figures, span) != NULL || find_known (self->dismissed, span) != NULL;
}

/* ---- up to the sentence ---- */

/* Where the selection's first amount stands; else its first word. */
static guint
find_sentence (const Proposal *self)
{
  TlText *text = self->reading->text;
  guint n_tokens, token;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < self->reading->amounts->len; i++)
    {
      TlSpan span = g_array_index (self->reading->amounts, TlAmount, i).span;

      if (tl_span_overlaps (span, self->selection))
        return tl_text_find_sentence (text, span.start);
    }
  token = tl_text_find_token (text, self->selection.start);
  return tokens[MIN (token, n_tokens - 1)].sentence;
}

/* A figure that the sentence states: what comes behind it may go on about it. */
static void
remember (Proposal          *self,
          const TlTradeView *view,
          TlFigure          *figure)
{
  static const int flow_words[] = {
    [TL_FLOW_TURNOVER] = TL_FLOW_WORD_TURNOVER,
    [TL_FLOW_EXPORTS] = TL_FLOW_WORD_EXPORTS,
    [TL_FLOW_BALANCE] = TL_FLOW_WORD_SURPLUS,
  };
  const TlFigureData *data = tl_figure_get_data (figure);
  guint token = tl_text_find_token (self->reading->text, data->quote.start);
  TlCue cue = {
    .first_token = token,
    .end_token = token,
    .kind = TL_CUE_FLOW,
    .value = flow_words[data->flow],
    .is_sector = data->scope == TL_SCOPE_SECTOR,
  };

  tl_discourse_remember (&self->discourse, view, data, &cue, FALSE);
  for (guint i = 0; i < 2; i++)
    tl_side_set (&self->partners.last[i], data->partners[i], TL_HOW_CARRIED, data->quote);
  self->partners.last_sentence = view->index;
}

static void
remember_figures (Proposal          *self,
                  const TlTradeView *view)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (self->figures, i);
      TlSpan quote = tl_figure_get_data (figure)->quote;

      if (quote.end <= self->selection.start && tl_span_contains (view->sentence->span, quote))
        remember (self, view, figure);
    }
}

static gboolean
go_to_sentence (Proposal *self,
                guint     sentence)
{
  guint paragraph = 0;

  while (tl_trade_view_next (&self->view))
    {
      if (self->view.sentence->paragraph != paragraph && !tl_discourse_is_list_item (&self->view))
        tl_partners_context_begin_paragraph (&self->partners);
      paragraph = self->view.sentence->paragraph;
      tl_partners_context_see (&self->partners, &self->view);
      remember_figures (self, &self->view);
      if (self->view.index == sentence)
        return TRUE;
      tl_discourse_see (&self->discourse, &self->view);
    }
  return FALSE;
}

/* ---- what is stated ---- */

static guint
get_gap (TlSpan a,
         TlSpan b)
{
  if (tl_span_overlaps (a, b))
    return 0;
  return a.end <= b.start ? b.start - a.end : a.start - b.end;
}

static const TlAmount *
find_amount (const Proposal *self,
             gboolean        is_selected)
{
  const TlAmount *best = NULL;

  for (guint i = 0; i < self->view.n_amounts; i++)
    {
      const TlAmount *amount = &self->view.amounts[i];

      if (is_known (self, amount->span) || (is_selected && !tl_span_overlaps (amount->span, self->selection)))
        continue;
      if (best == NULL || get_gap (amount->span, self->selection) < get_gap (best->span, self->selection))
        best = amount;
    }
  return best;
}

/* "up 30%": how much it changed says more than which way. */
static gboolean
is_better_change (const Proposal *self,
                  const TlChange *change,
                  const TlChange *best)
{
  gboolean is_sized = change->kind == TL_CHANGE_PERCENT;

  if (best == NULL || is_sized != (best->kind == TL_CHANGE_PERCENT))
    return best == NULL || is_sized;
  return get_gap (change->span, self->selection) < get_gap (best->span, self->selection);
}

static const TlChange *
find_change (const Proposal *self,
             gboolean        is_selected)
{
  const TlChange *best = NULL;

  for (guint i = 0; i < self->view.n_changes; i++)
    {
      const TlChange *change = &self->view.changes[i];

      if (is_known (self, change->span) || (is_selected && !tl_span_overlaps (change->span, self->selection)))
        continue;
      if (is_better_change (self, change, best))
        best = change;
    }
  return best;
}

/* The flow that is named nearest to it, in its part of the sentence first. */
static const TlCue *
find_flow (const Proposal *self,
           TlTokenRun      anchor)
{
  const TlTradeView *view = &self->view;
  const TlCue *cue, *best = NULL;
  gboolean is_best_near = FALSE;
  guint position = 0, gap = 0;

  while ((cue = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL)
    {
      TlTokenRun run = { cue->first_token, cue->end_token };
      gboolean is_near = tl_trade_view_same_clause (view, cue->first_token, anchor.first);

      if (best != NULL && (is_near < is_best_near ||
                           (is_near == is_best_near && tl_trade_view_gap (view, run, anchor) >= gap)))
        continue;
      best = cue;
      is_best_near = is_near;
      gap = tl_trade_view_gap (view, run, anchor);
    }
  return best;
}

static TlTokenRun
find_tokens (const Proposal *self,
             TlSpan          span)
{
  const TlSentence *sentence = self->view.sentence;
  TlTokenRun run = { sentence->first_token, sentence->first_token };

  while (run.first + 1 < sentence->end_token && self->view.tokens[run.first].span.end <= span.start)
    run.first++;
  run.end = run.first + 1;
  while (run.end < sentence->end_token && self->view.tokens[run.end].span.start < span.end)
    run.end++;
  return run;
}

/* As who reads on would take it, where he would: with the change beside the amount. */
static gboolean
take_draft (Proposal       *self,
            const TlAmount *amount,
            const TlChange *change)
{
  g_autoptr(GArray) drafts = tl_trade_drafts_find (&self->view, TL_CONTINUES_YES);

  tl_draft_places_set (&self->view, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->amount != amount || (amount == NULL && draft->change != change))
        continue;
      self->draft = *draft;
      self->draft.from = -1;
      if (self->draft.change == NULL)
        self->draft.change = change;
      return TRUE;
    }
  return FALSE;
}

static void
begin_draft (Proposal       *self,
             const TlAmount *amount,
             const TlChange *change)
{
  const TlSentence *sentence = self->view.sentence;
  TlTradeDraft *draft = &self->draft;

  self->quote = amount != NULL ? amount->span : change != NULL ? change->span : self->selection;
  if ((amount != NULL || change != NULL) && take_draft (self, amount, change))
    return;
  *draft = (TlTradeDraft) {
    .amount = amount,
    .change = change,
    .before_end = sentence->first_token,
    .behind_first = sentence->end_token,
    .row_length = 1,
    .from = -1,
  };
  if (amount != NULL)
    draft->anchor = (TlTokenRun) { amount->first_token, amount->end_token };
  else if (change != NULL)
    draft->anchor = (TlTokenRun) { change->first_token, change->end_token };
  else
    draft->anchor = find_tokens (self, self->selection);
  draft->extent = draft->anchor;
  draft->list_first = draft->anchor.first;
  draft->cue = find_flow (self, draft->anchor);
}

/* A number that is selected is meant as an amount, also where it would be none to who reads on. */
static gboolean
read_number (const Proposal *self,
             TlFigureData   *data)
{
  g_autofree char *selected = NULL;

  if (self->selection.end - self->selection.start > MAX_NUMBER)
    return FALSE;
  for (guint i = 0; i < self->view.n_periods; i++)
    if (tl_span_overlaps (self->view.periods[i].span, self->selection))
      return FALSE;
  selected = tl_text_dup_span (self->reading->text, self->selection);
  return tl_entry_read_amount (selected, "", data, NULL) && isfinite (data->value);
}

/* ---- its parts ---- */

/* Two countries or regions of the sentence, the nearest to the amount, in their order. */
static void
take_places (const Proposal *self,
             TlFigureData   *data)
{
  const TlTradeView *view = &self->view;
  const TlPlaceMatch *nearest[2] = { NULL, NULL };

  for (guint i = 0; i < view->n_places; i++)
    {
      const TlPlaceMatch *place = &view->places[i];
      TlSpan quote = self->quote;

      if (nearest[0] == NULL || get_gap (place->span, quote) < get_gap (nearest[0]->span, quote))
        {
          if (nearest[0] != NULL && !g_str_equal (nearest[0]->place->code, place->place->code))
            nearest[1] = nearest[0];
          nearest[0] = place;
        }
      else if (!g_str_equal (nearest[0]->place->code, place->place->code) &&
               (nearest[1] == NULL || get_gap (place->span, quote) < get_gap (nearest[1]->span, quote)))
        {
          nearest[1] = place;
        }
    }
  if (nearest[1] != NULL && nearest[1]->span.start < nearest[0]->span.start)
    {
      const TlPlaceMatch *second = nearest[0];

      nearest[0] = nearest[1];
      nearest[1] = second;
    }
  for (guint i = 0; i < 2 && nearest[i] != NULL; i++)
    {
      g_strlcpy (data->partners[i], nearest[i]->place->code, TL_PARTNER_SIZE);
      tl_why_add (&data->why, i == 0 ? TL_FIELD_FIRST_PARTNER : TL_FIELD_SECOND_PARTNER, TL_HOW_STATED,
                  nearest[i]->span);
    }
}

static void
set_flow (Proposal     *self,
          TlFigureData *data)
{
  TlCue cue = self->draft.cue != NULL ? *self->draft.cue : self->discourse.last_cue;

  if (self->draft.cue == NULL)
    cue.first_token = cue.end_token = self->draft.anchor.first;
  if (!tl_figure_flow_set (&self->partners, &self->discourse, &self->view, &self->draft, &cue, data))
    {
      data->flow = cue.value == TL_FLOW_WORD_TURNOVER ? TL_FLOW_TURNOVER
                   : cue.value == TL_FLOW_WORD_SURPLUS || cue.value == TL_FLOW_WORD_DEFICIT ? TL_FLOW_BALANCE
                   : TL_FLOW_EXPORTS;
      if (self->discourse.has_last)
        tl_figure_flow_take (&self->discourse.last, &self->view, data);
      else
        take_places (self, data);
    }
  data->scope = data->partners[0][0] != '\0' && data->partners[1][0] != '\0'
                  ? tl_figure_scope_find (data, cue.is_sector)
                  : cue.is_sector ? TL_SCOPE_SECTOR : TL_SCOPE_NATIONAL;
}

/* A period that is selected is meant; where only one is named, that is. */
static const TlPeriod *
find_period (const Proposal *self,
             gboolean        is_selected)
{
  const TlPeriod *found = NULL;

  for (guint i = 0; i < self->view.n_periods; i++)
    {
      const TlPeriod *period = &self->view.periods[i];

      if (!tl_figure_period_is_trade (period) || !tl_date_is_set (period->start))
        continue;
      if (is_selected && tl_span_overlaps (period->span, self->selection))
        return period;
      if (!is_selected && found != NULL)
        return NULL;
      if (!is_selected)
        found = period;
    }
  return found;
}

static void
set_period (Proposal     *self,
            TlFigureData *data)
{
  g_autoptr(GArray) drafts = g_array_new (FALSE, FALSE, sizeof (TlTradeDraft));
  const TlPeriod *period = find_period (self, TRUE);

  g_array_append_val (drafts, self->draft);
  if (period == NULL)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, 0);

      tl_figure_time_set (&self->discourse, &self->view, draft, drafts, data, data);
      if (!tl_date_is_set (data->start))
        period = find_period (self, FALSE);
    }
  if (period != NULL)
    tl_figure_months_set (&self->view, period, data);
  tl_figure_future_check (self->reading, data);
  tl_figure_change_set (&self->view, &g_array_index (drafts, TlTradeDraft, 0), drafts, NULL, data);
}

static TlFigure *
make_figure (Proposal           *self,
             GArray             *mentions,
             const guint16      *marks,
             const TlFigureData *entered)
{
  g_autoptr(TlSpeakers) speakers =
    tl_speakers_new (self->reading, mentions, marks, self->view.index);
  g_autofree char *quote = tl_text_dup_span (self->reading->text, self->quote);
  g_autofree char *sentence = NULL;
  const char *speaker;
  TlFigureData data;

  tl_figure_data_init (&data);
  data.quote = self->quote;
  data.sentence = tl_figure_evidence_find (&self->view, self->quote);
  if (self->draft.amount != NULL)
    {
      tl_figure_amount_set (self->draft.amount, &data);
    }
  else if (entered != NULL)
    {
      data.value = entered->value;
      data.high = entered->high;
      data.precision = entered->precision;
      memcpy (data.currency, entered->currency, sizeof data.currency);
      tl_why_add (&data.why, TL_FIELD_AMOUNT, TL_HOW_STATED, self->quote);
    }
  set_flow (self, &data);
  tl_figure_status_set (&self->view, self->draft.anchor, &data);
  set_period (self, &data);
  speaker = tl_speakers_find (speakers, self->view.index, &data.why);
  sentence = tl_text_dup_span (self->reading->text, data.sentence);
  return tl_figure_new (&data, quote, sentence, speaker);
}

static TlFigure *
propose (Proposal      *self,
         GArray        *mentions,
         const guint16 *marks)
{
  const TlAmount *amount = find_amount (self, TRUE);
  const TlChange *change = find_change (self, TRUE);
  TlFigureData entered;
  TlFigure *known;

  tl_figure_data_init (&entered);
  if (amount == NULL && change == NULL)
    {
      known = find_known (self->dismissed, self->selection);
      if (known == NULL)
        known = find_known (self->figures, self->selection);
      if (known != NULL)
        return tl_figure_new_reviewed (known, TL_REVIEW_OPEN, NULL);
      if (read_number (self, &entered))
        {
          begin_draft (self, NULL, NULL);
          return make_figure (self, mentions, marks, &entered);
        }
      amount = find_amount (self, FALSE);
      change = amount == NULL ? find_change (self, FALSE) : NULL;
    }
  begin_draft (self, amount, change);
  return make_figure (self, mentions, marks, NULL);
}

/* The selection without the spaces around it. */
static TlSpan
strip (TlText *text,
       TlSpan  span)
{
  const char *string = tl_text_get_string (text);

  span.end = (guint32) MIN (span.end, tl_text_get_length (text));
  while (span.start < span.end && g_ascii_isspace (string[span.start]))
    span.start++;
  while (span.start < span.end && g_ascii_isspace (string[span.end - 1]))
    span.end--;
  return span;
}

/**
 * tl_figure_propose:
 * @reading: what was read from a text
 * @figures: (element-type TlFigure): those of the text, as they are known
 * @dismissed: (nullable) (element-type TlFigure): those that a person dismissed
 * @selection: some of its words, in bytes
 *
 * Reads a figure from the words that a person says state one: the first amount among them that is
 * no figure's yet, else a change, else the figure that stands there (first one that was dismissed),
 * else the nearest amount of the sentence.  What the sentence does not say comes from what stands
 * before it, @figures as they are known now.
 *
 * Returns: (transfer full) (nullable): what it may be, to be looked at by the person; without
 *   an amount where none is there.  %NULL where there are no words
 */
TlFigure *
tl_figure_propose (const TlReading *reading,
                   GPtrArray       *figures,
                   GPtrArray       *dismissed,
                   TlSpan           selection)
{
  g_autofree guint16 *marks = NULL;
  g_autoptr(GArray) changes = NULL;
  g_autoptr(GArray) mentions = NULL;
  g_autoptr(GArray) cues = NULL;
  Proposal self = { .reading = reading, .figures = figures, .dismissed = dismissed };

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (figures != NULL, NULL);

  self.selection = strip (reading->text, selection);
  if (tl_span_is_empty (self.selection))
    return NULL;
  marks = tl_trade_marks_find (reading->text);
  changes = tl_changes_find (reading->text, marks);
  mentions = tl_entity_index_new (reading->entities);
  cues = tl_trade_cues_find (reading->text, marks, reading->places);
  tl_discourse_init (&self.discourse);
  tl_partners_context_init (&self.partners, reading, cues);
  tl_trade_view_init (&self.view, reading, mentions, cues, changes);
  return go_to_sentence (&self, find_sentence (&self)) ? propose (&self, mentions, marks) : NULL;
}
