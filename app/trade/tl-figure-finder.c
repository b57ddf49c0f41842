/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From what was read of a text to its trade figures, sentence by sentence: which amounts
 * and changes are of trade (tl-trade-drafts), which flow between whom (tl-figure-flow), when
 * (tl-figure-period), how it changed (tl-figure-change), whether it happened
 * (tl-figure-status), who says so (tl-speaker).
 * What a sentence leaves out is taken from the one before.
 */

#include "tl-figure-finder.h"

#include "tl-discourse.h"
#include "tl-figure-change.h"
#include "tl-figure-fields.h"
#include "tl-figure-flow.h"
#include "tl-figure-months.h"
#include "tl-figure-repeated.h"
#include "tl-figure-period.h"
#include "tl-figure-status.h"
#include "tl-figure-time.h"
#include "tl-lexicon.h"
#include "tl-partners.h"
#include "tl-speaker.h"
#include "tl-trade-drafts.h"
#include "tl-trade-join.h"
#include "tl-trade-marks.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const TlReading   *reading;
  TlPartnersContext  partners;
  GArray            *found;             /* of Found */
  TlDiscourse        discourse;
} Finder;

/* A figure, but for who says so: that is found out for all at once, and not far behind the last. */
typedef struct
{
  TlFigureData data;
  guint        sentence;
} Found;

static void
add_figure (Finder             *self,
            const TlTradeView  *view,
            const TlFigureData *data)
{
  Found found = { *data, view->index };

  g_array_append_val (self->found, found);
}

/* Makes figures of what was found, with those who say so. */
static GPtrArray *
make_figures (const TlReading *reading,
              GArray          *mentions,
              const guint16   *marks,
              GArray          *found)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSpeakers) speakers = NULL;

  if (found->len == 0)
    return figures;
  speakers = tl_speakers_new (reading, mentions, marks, g_array_index (found, Found, found->len - 1).sentence);
  for (guint i = 0; i < found->len; i++)
    {
      Found *figure = &g_array_index (found, Found, i);
      g_autofree char *quote = tl_text_dup_span (reading->text, figure->data.quote);
      g_autofree char *sentence = tl_text_dup_span (reading->text, figure->data.sentence);
      const char *speaker = tl_speakers_find (speakers, figure->sentence, &figure->data.why);

      g_ptr_array_add (figures, tl_figure_new (&figure->data, quote, sentence, speaker));
    }
  return figures;
}

/* The words that carry it: the amount, the change, or "rose by $149bn". */
static TlSpan
find_quote (const TlTradeView  *view,
            const TlTradeDraft *draft)
{
  if (draft->amount != NULL)
    return draft->amount->span;
  if (draft->change != NULL)
    return draft->change->span;
  return tl_trade_view_span (view, draft->anchor);
}

/* "It would be 15% down from last year's $3bn": what is to come is compared with what was. */
static gboolean
is_behind_forecast (const TlTradeView  *view,
                    const TlTradeDraft *draft)
{
  TlStatus status;
  TlSpan span;

  if (draft->amount == NULL || !tl_figure_period_is_compared (view, draft->anchor.first))
    return FALSE;
  status = tl_figure_status_find (view, draft->anchor, &span);
  return status == TL_STATUS_FORECAST || status == TL_STATUS_POTENTIAL;
}

/* "Copper ore – $68 million": an item of a list of goods. */
static gboolean
is_of_some_goods (const TlTradeView *view,
                  guint              end)
{
  if (!tl_discourse_is_list_item (view))
    return FALSE;
  for (guint token = view->sentence->first_token; token < end; token++)
    if (tl_trade_view_in_group (view, token, "trade-commodity", NULL))
      return TRUE;
  return FALSE;
}

/* "To Peru were exported only $3 million": a verb that leaves out of what. */
static gboolean
names_no_goods (const TlTradeView *view,
                const TlCue       *cue)
{
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);

  if (cue->value == TL_FLOW_WORD_TURNOVER ||
      !tl_trade_view_in_group (view, cue->first_token - 1, "trade-passive", NULL))
    return FALSE;
  for (guint token = clause.first; token < clause.end; token++)
    if (tl_trade_view_in_group (view, token, "trade-goods-all", NULL))
      return FALSE;
  return TRUE;
}

/* "…, while that with Canada": of something else. */
static gboolean
contrasts (const TlTradeView *view,
           TlTokenRun         run)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-contrast");

  for (guint i = run.first; i < run.end; i++)
    if (tl_phrases_match_at (words, view->reading->text, i, NULL))
      return TRUE;
  return FALSE;
}

/* What a figure is compared with is of the same flow and partners; NULL where there is none before it. */
static const TlFigureData *
find_counterpart (const TlTradeView *view,
                  GArray            *drafts,
                  const TlFigureData *read,
                  guint              index)
{
  const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, index);
  int other = draft->from >= 0 ? draft->from : tl_figure_time_find_compared (view, drafts, draft);
  const TlTradeDraft *counterpart = other >= 0 ? &g_array_index (drafts, TlTradeDraft, other) : NULL;

  TlTokenRun between;

  if (counterpart == NULL || other >= (int) index || read[other].partners[0][0] == '\0' ||
      counterpart->anchor.end > draft->anchor.first)
    return NULL;
  between = (TlTokenRun) { counterpart->anchor.end, draft->anchor.first };
  if (tl_trade_view_has_cue (view, TL_CUE_FLOW, between) || contrasts (view, between))
    return NULL;
  return &read[other];
}

static gboolean
read_draft (Finder            *self,
            const TlTradeView *view,
            GArray            *drafts,
            TlFigureData      *read,
            guint              index)
{
  const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, index);
  const TlFigureData *base = draft->from >= 0 ? &read[draft->from] : NULL;
  const TlFigureData *counterpart;
  TlFigureData *data = &read[index];
  TlCue cue = draft->cue != NULL ? *draft->cue : self->discourse.last_cue;
  gboolean is_counterpart;

  tl_figure_data_init (data);
  data->quote = find_quote (view, draft);
  data->sentence = tl_figure_evidence_find (view, data->quote);
  if (draft->amount != NULL)
    tl_figure_amount_set (draft->amount, data);
  if (draft->cue == NULL)
    {
      cue.first_token = cue.end_token = draft->anchor.first;      /* where else? it is understood */
      cue.is_sector = cue.is_sector || is_of_some_goods (view, draft->anchor.first);
    }
  else if (names_no_goods (view, &cue) && self->discourse.has_last && self->discourse.last_cue.is_sector &&
           self->discourse.last_sentence + 1 >= view->index)
    {
      cue.is_sector = TRUE;     /* "It exported meat.  To Peru was sold only $3 million worth" */
    }
  counterpart = find_counterpart (view, drafts, read, index);
  if (counterpart != NULL)
    tl_figure_flow_take (counterpart, view, data);
  else if (!tl_figure_flow_set (&self->partners, &self->discourse, view, draft, &cue, data))
    return FALSE;
  /* What something is to rise from has been reached. */
  if (draft->is_base || is_behind_forecast (view, draft))
    tl_why_add (&data->why, TL_FIELD_STATUS, TL_HOW_DEFAULT, (TlSpan) { 0, 0 });
  else
    tl_figure_status_set (view, draft->anchor, data);
  data->scope = tl_figure_scope_find (data, cue.is_sector);
  is_counterpart = tl_figure_time_set (&self->discourse, view, draft, drafts, read, data);
  tl_figure_future_check (self->reading, data);
  tl_figure_change_set (view, draft, drafts, base, data);
  /* What is said in brackets is not what the talk goes on about. */
  if (draft->amount == NULL || !tl_trade_join_is_dated_aside (view, draft->amount))
    tl_discourse_remember (&self->discourse, view, data, &cue, is_counterpart);
  return TRUE;
}

/* What an amount that is spoken of again has from the figure before: all but status, period and change. */
static void
explain_again (const TlTradeView *view,
               const TlCue       *anaphor,
               TlFigureData      *data)
{
  static const TlField fields[] = {
    TL_FIELD_AMOUNT, TL_FIELD_FIRST_PARTNER, TL_FIELD_SECOND_PARTNER, TL_FIELD_FLOW,
  };
  TlWhy before = data->why;

  data->why.n_reasons = 0;
  tl_why_add (&data->why, TL_FIELD_AMOUNT, TL_HOW_REFERENCE, tl_trade_view_cue_span (view, anaphor));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tl_why_carry (&data->why, fields[i], &before, fields[i], view->sentence->span);
}

/* "… and this number can be reached in 2018": the amount before, for another period. */
static void
read_anaphors (Finder            *self,
               const TlTradeView *view)
{
  const TlCue *cue;
  guint position = 0;

  while (self->discourse.has_last && (cue = tl_trade_view_next_cue (view, TL_CUE_ANAPHOR, &position)) != NULL)
    {
      TlTokenRun run = { cue->first_token, cue->end_token };
      TlFigureData data = self->discourse.last;
      const TlPeriod *period;

      if (isnan (data.value) || self->discourse.last_sentence + 1 < view->index ||
          self->discourse.last_paragraph != view->sentence->paragraph)
        continue;
      if (view->tokens[run.first].span.start < data.quote.end)
        continue;
      explain_again (view, cue, &data);
      tl_figure_status_set (view, run, &data);
      if (data.status == TL_STATUS_REPORTED)
        {
          tl_why_drop (&data.why, TL_FIELD_STATUS);
          tl_figure_status_set (view, (TlTokenRun) { run.end, run.end + 4 }, &data);
        }
      period = tl_figure_period_find (view, run, TRUE);
      if (data.status == TL_STATUS_REPORTED || period == NULL)
        continue;
      tl_figure_months_set (view, period, &data);
      data.change_kind = TL_CHANGE_NONE;
      if (self->discourse.last_sentence != view->index)
        {
          data.quote = (TlSpan) { view->tokens[run.first].span.start, view->tokens[run.end - 1].span.end };
          data.sentence = tl_figure_evidence_find (view, data.quote);
        }
      add_figure (self, view, &data);
    }
}

static void
read_sentence (Finder            *self,
               const TlTradeView *view)
{
  g_autoptr(GArray) drafts = tl_trade_drafts_find (view, tl_discourse_may_continue (&self->discourse, view));
  g_autofree TlFigureData *read = g_new0 (TlFigureData, drafts->len + 1);
  g_autofree gboolean *is_figure = g_new0 (gboolean, drafts->len + 1);

  tl_draft_places_set (view, drafts);
  tl_discourse_begin_line (&self->discourse, view);
  for (guint i = 0; i < drafts->len; i++)
    is_figure[i] = read_draft (self, view, drafts, read, i);
  tl_figure_times_complete (&self->discourse, view, drafts, read);
  for (guint i = 0; i < drafts->len; i++)
    if (is_figure[i])
      add_figure (self, view, &read[i]);
  read_anaphors (self, view);
}

/* The flow of "Goods exported from Chile to Peru in 2022:"; NULL where nothing follows it so. */
static const TlCue *
find_heading (const TlTradeView *view)
{
  const TlCue *cue, *flow = NULL;
  guint position = 0;

  if (view->n_amounts > 0 || view->n_changes > 0 ||
      !tl_trade_view_is_word (view, view->sentence->end_token - 1, ":"))
    return NULL;
  while ((cue = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL)
    if (!cue->is_weak)
      flow = cue;
  return flow;
}

/* The items of the list below a heading are of its flow, partners and time. */
static void
read_heading (Finder            *self,
              const TlTradeView *view,
              const TlCue       *flow)
{
  TlTokenRun run = { flow->first_token, flow->end_token };
  TlTradeDraft draft = {
    .anchor = { view->sentence->end_token - 1, view->sentence->end_token },
    .extent = { view->sentence->end_token - 1, view->sentence->end_token },
    .before_end = view->sentence->first_token,
    .behind_first = view->sentence->end_token,
    .list_first = view->sentence->end_token - 1,
    .row_length = 1,
    .cue = flow,
    .from = -1,
  };
  const TlPeriod *period = tl_figure_period_find (view, run, FALSE);
  TlCue cue = *flow;
  TlFigureData data;

  tl_figure_data_init (&data);
  data.sentence = view->sentence->span;
  if (!tl_figure_flow_set (&self->partners, &self->discourse, view, &draft, &cue, &data))
    return;
  data.scope = tl_figure_scope_find (&data, cue.is_sector);
  if (period != NULL)
    {
      tl_figure_months_set (view, period, &data);
    }
  else if (self->discourse.has_last)
    {
      data.start = self->discourse.last.start;
      data.end = self->discourse.last.end;
      tl_why_carry (&data.why, TL_FIELD_PERIOD, &self->discourse.last.why, TL_FIELD_PERIOD,
                    view->sentence->span);
    }
  tl_discourse_remember (&self->discourse, view, &data, &cue, FALSE);
  tl_discourse_begin_list (&self->discourse);
}

/* Whether no figure can be behind the sentence: no number is, and nothing that speaks of the last one again. */
static gboolean
is_all_read (const Finder      *self,
             const TlTradeView *view)
{
  return view->next_amount == self->reading->amounts->len && view->next_change == view->all_changes->len &&
         (!self->discourse.has_last || self->discourse.last_sentence < view->index);
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const TlFigureData *first = tl_figure_get_data (*(TlFigure *const *) a);
  const TlFigureData *second = tl_figure_get_data (*(TlFigure *const *) b);

  if (first->quote.start != second->quote.start)
    return first->quote.start < second->quote.start ? -1 : 1;
  return tl_date_compare (first->start, second->start);
}

/**
 * tl_figures_find:
 * @reading: what was read from a text
 *
 * Finds the trade figures that a text states; the guideline for what is one is in
 * ARCHITECTURE.md.
 *
 * Returns: (transfer full) (element-type TlFigure): the figures, in the order of their
 *   quotations
 */
GPtrArray *
tl_figures_find (const TlReading *reading)
{
  g_autofree guint16 *marks = tl_trade_marks_find (reading->text);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Finder self = { .reading = reading, .found = found };
  g_autoptr(GArray) changes = tl_changes_find (reading->text, marks);
  g_autoptr(GArray) mentions = NULL;
  g_autoptr(GArray) cues = NULL;
  /* Of the one who reads: nobody is given an article that was given up. */
  GCancellable *cancellable = g_cancellable_get_current ();
  GPtrArray *figures;
  guint paragraph = 0;
  TlTradeView view;

  if (reading->amounts->len == 0 && changes->len == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  mentions = tl_entity_index_new (reading->entities);
  cues = tl_trade_cues_find (reading->text, marks, reading->places);
  tl_discourse_init (&self.discourse);
  tl_partners_context_init (&self.partners, reading, cues);
  tl_trade_view_init (&view, reading, mentions, cues, changes);
  while (!g_cancellable_is_cancelled (cancellable) && tl_trade_view_next (&view))
    {
      const TlCue *heading;

      if (view.sentence->paragraph != paragraph && !tl_discourse_is_list_item (&view))
        tl_partners_context_begin_paragraph (&self.partners);
      paragraph = view.sentence->paragraph;
      tl_partners_context_see (&self.partners, &view);
      if (view.n_amounts > 0 || view.n_changes > 0 ||
          (self.discourse.has_last && view.n_cues > 0 && view.index == self.discourse.last_sentence + 1))
        read_sentence (&self, &view);
      heading = find_heading (&view);
      if (heading != NULL)
        read_heading (&self, &view, heading);
      tl_discourse_see (&self.discourse, &view);
      if (is_all_read (&self, &view))
        break;
    }
  figures = make_figures (reading, mentions, marks, found);
  g_ptr_array_sort (figures, compare_figures);
  tl_figures_time_repeated (figures);
  tl_figures_drop_leads (figures);
  return figures;
}
