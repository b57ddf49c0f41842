/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts and changes of a sentence are of trade.  Each goes to the nearest word
 * for a flow, unless a word that means something else ("investment", "loan") is nearer;
 * a change goes with the amount of the same flow beside it.
 */

#include "tl-trade-drafts.h"

#include "tl-party.h"
#include "tl-trade-columns.h"
#include "tl-trade-directions.h"
#include "tl-trade-flow.h"
#include "tl-trade-join.h"
#include "tl-trade-steps.h"

#include <math.h>

/* How far a flow may stand from its amount or change. */
#define FLOW_REACH   45
#define CHANGE_REACH 22
#define ALONE_REACH  12

/* How far behind a figure a change may stand that goes on about its flow. */
#define FLOW_BEFORE_REACH 24

/* How far before a change "this" may stand that refers to the figure before. */
#define ANAPHOR_REACH 8

/* No two countries trade for less than so many units of any currency: that is a price or a fee. */
#define MIN_AMOUNT 10000

/* The token behind "In 2020,", "Compared with May 2020", where a sentence begins so; else @token. */
static guint
skip_period (const TlTradeView *view,
             guint              token)
{
  const TlPeriod *period = view->n_periods > 0 ? &view->periods[0] : NULL;
  guint end;

  tl_trade_view_in_group (view, token, "trade-period-base", &token);
  if (period == NULL || period->first_token > token + 2 || period->end_token <= token)
    return token;
  end = period->end_token;
  return tl_trade_view_is_word (view, end, ",") ? end + 1 : end;
}

static gboolean
begins_as_continuation (const TlTradeView *view)
{
  const TlCue *subject;
  guint position = 0;

  /* "In 2018 the total exceeded …" */
  subject = tl_trade_view_next_cue (view, TL_CUE_SUBJECT, &position);
  if (subject != NULL && view->n_amounts > 0 && subject->end_token <= view->amounts[0].first_token)
    return TRUE;
  /* "Jordan ranked second with $875 million" */
  if (view->n_amounts > 0 && view->n_places > 0 && tl_trade_view_has_phrase (view, "trade-rank"))
    return TRUE;
  /* Behind an opening quotation mark or a bullet, too, and behind "In 2020,". */
  for (guint i = view->sentence->first_token; i < view->sentence->end_token; i++)
    {
      if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
        continue;
      i = skip_period (view, i);
      return tl_trade_view_in_group (view, i, "trade-continues", NULL);
    }
  return FALSE;
}

/* "bought goods worth $49bn in 2018, up from $41bn": the flow of the amount before. */
static const TlCue *
flow_before (const TlTradeView  *view,
             GArray             *drafts,
             const TlTradeDraft *draft)
{
  const TlTradeDraft *before = drafts->len > 0
                                 ? &g_array_index (drafts, TlTradeDraft, drafts->len - 1) : NULL;

  if (before == NULL)
    return NULL;
  if (tl_trade_view_same_clause (view, before->anchor.first, draft->anchor.first))
    return before->cue;
  /* "…; and Japan's went up to $3bn" */
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].first_token >= before->anchor.end &&
        view->places[i].end_token < draft->anchor.first &&
        tl_party_elides_flow (view, &view->places[i], draft->anchor.first))
      return before->cue;
  return NULL;
}

/* "rose 4.4 percent ($577 million), to reach $13.6 billion": the per cent, said as an amount. */
static gboolean
is_step_in_brackets (const TlTradeView *view,
                     const TlAmount    *amount)
{
  if (!tl_trade_view_is_word (view, amount->first_token - 1, "(") ||
      tl_trade_join_is_dated_aside (view, amount))
    return FALSE;
  for (guint i = 0; i < view->n_changes; i++)
    if (view->changes[i].end_token + 1 == amount->first_token && view->changes[i].kind == TL_CHANGE_PERCENT)
      return TRUE;
  return FALSE;
}

static void
add_amounts (const TlTradeView *view,
             TlContinues        continues,
             GArray            *drafts)
{
  gboolean goes_on = (continues == TL_CONTINUES_YES ||
                      (continues == TL_CONTINUES_IF_SAID && begins_as_continuation (view))) &&
                     !tl_trade_view_has_phrase (view, "trade-elsewhere");

  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];
      TlTradeDraft draft = {
        .anchor = { amount->first_token, amount->end_token },
        .amount = amount,
        .from = -1,
      };
      gboolean is_blocked = FALSE;

      if (amount->in_brackets || fabs (amount->value) < MIN_AMOUNT || is_step_in_brackets (view, amount))
        continue;
      draft.cue = tl_trade_columns_find_flow (view, i);
      draft.is_paired = draft.cue != NULL;
      if (draft.cue == NULL)
        draft.cue = tl_trade_flow_find (view, draft.anchor, FLOW_REACH, continues, &is_blocked);
      if (is_blocked)
        continue;
      if (draft.cue == NULL)
        draft.cue = flow_before (view, drafts, &draft);
      if (draft.cue == NULL && !goes_on)
        continue;
      draft.both = draft.cue != NULL ? tl_trade_flow_find_both_ways (view, draft.cue) : NULL;
      g_array_append_val (drafts, draft);
    }
  tl_trade_steps_resolve (view, drafts);
}

/* Whether a step has taken it already. */
static gboolean
is_taken (const TlChange *change,
          GArray         *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    if (g_array_index (drafts, TlTradeDraft, i).change == change)
      return TRUE;
  return FALSE;
}

/* Gives the change to the amount beside it; FALSE when there is none. */
static gboolean
join_change (const TlTradeView *view,
             const TlChange    *change,
             GArray            *drafts)
{
  int best = -1;
  guint best_gap = G_MAXUINT;

  for (guint i = 0; i < drafts->len; i++)
    {
      guint gap = tl_trade_join_gap (view, &g_array_index (drafts, TlTradeDraft, i), change);

      if (gap < best_gap)
        {
          best = (int) i;
          best_gap = gap;
        }
    }
  if (best < 0)
    return FALSE;
  /* "fell 22% from A to B" is a change to B. */
  for (guint i = 0; i < drafts->len; i++)
    if (g_array_index (drafts, TlTradeDraft, i).from == best)
      {
        best = (int) i;
        break;
      }
  if (g_array_index (drafts, TlTradeDraft, best).change == NULL)
    g_array_index (drafts, TlTradeDraft, best).change = change;
  return TRUE;
}

static void
add_change (GArray         *drafts,
            const TlChange *change,
            const TlCue    *cue)
{
  TlTradeDraft draft = {
    .anchor = { change->first_token, change->end_token },
    .change = change,
    .cue = cue,
    .from = -1,
  };

  g_array_append_val (drafts, draft);
}

/* "Imports lost 2.5% and exports 2.1%; they stood at …": to the amount of the same flow. */
static gboolean
join_flow (const TlChange *change,
           const TlCue    *cue,
           GArray         *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (!draft->is_paired || draft->cue != cue || draft->amount == NULL || draft->change != NULL)
        continue;
      draft->change = change;
      return TRUE;
    }
  return FALSE;
}

/* "However, this was 5% less", "the figure rose by 5%": of the figure before. */
static gboolean
has_anaphor (const TlTradeView *view,
             const TlChange    *change)
{
  gboolean begins = TRUE;
  guint first = view->sentence->first_token;

  if (change->first_token - first > ANAPHOR_REACH)
    {
      first = change->first_token - ANAPHOR_REACH;
      begins = view->tokens[first - 1].kind == TL_TOKEN_PUNCTUATION;
    }
  for (guint token = first; token < change->first_token; token++)
    {
      if (tl_trade_view_in_group (view, token, "trade-anaphor", NULL) ||
          (begins && tl_trade_view_in_group (view, token, "trade-anaphor-alone", NULL)))
        return !tl_trade_view_is_word (view, token - 1, "of");
      begins = view->tokens[token].kind == TL_TOKEN_PUNCTUATION;
    }
  return FALSE;
}

/* "Last year's decline of almost 30%": of what was spoken of before. */
static gboolean
is_understood (const TlTradeView *view,
               const TlChange    *change,
               TlContinues        continues)
{
  if (continues != TL_CONTINUES_NO && has_anaphor (view, change))
    return TRUE;
  if (continues == TL_CONTINUES_NO || view->n_periods == 0)
    return FALSE;
  for (guint n = 1; n <= 3 && change->first_token >= view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, change->first_token - n, "change-noun", NULL))
      return TRUE;
  return begins_as_continuation (view);
}

/* "… to $317 billion, after a decrease of 3.7% in April": the flow of the figure before. */
static const TlCue *
flow_before_change (const TlTradeView *view,
                    GArray            *drafts,
                    TlTokenRun         run)
{
  const TlTradeDraft *nearest = NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->anchor.end <= run.first && run.first - draft->anchor.end <= FLOW_BEFORE_REACH &&
          (run.first - draft->anchor.end <= ALONE_REACH ||
           tl_trade_view_same_clause (view, draft->anchor.first, run.first)) &&
          (nearest == NULL || draft->anchor.first > nearest->anchor.first))
        nearest = draft;
    }
  return nearest != NULL ? nearest->cue : NULL;
}

/* How many there are besides what stands in brackets with a time of its own. */
static guint
count_own (const TlTradeView *view,
           GArray            *drafts)
{
  guint n = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const TlAmount *amount = g_array_index (drafts, TlTradeDraft, i).amount;

      n += amount == NULL || !tl_trade_join_is_dated_aside (view, amount);
    }
  return n;
}

static void
add_percents (const TlTradeView *view,
              TlContinues        continues,
              GArray            *drafts)
{
  tl_trade_join_rows (view, drafts);
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      TlTokenRun run = { change->first_token, change->end_token };
      const TlCue *cue;
      gboolean is_blocked;

      if (change->kind != TL_CHANGE_PERCENT || is_taken (change, drafts))
        continue;
      /* "exports and imports rose by 5% and 7%" */
      cue = tl_trade_columns_find_flow_of_change (view, i);
      if (cue != NULL)
        {
          if (!join_flow (change, cue, drafts))
            add_change (drafts, change, cue);
          continue;
        }
      if (join_change (view, change, drafts))
        continue;
      cue = tl_trade_flow_find (view, run, CHANGE_REACH, continues, &is_blocked);
      if (cue == NULL && !is_blocked)
        cue = flow_before_change (view, drafts, run);
      if (cue != NULL && !is_blocked && join_flow (change, cue, drafts))
        continue;
      if (!is_blocked && (cue != NULL || (count_own (view, drafts) == 0 &&
                                          is_understood (view, change, continues))))
        add_change (drafts, change, cue);
    }
}

/*
 * tl_trade_drafts_find:
 * @view: a sentence
 * @continues: whether the sentences before were about trade, so that this one may go on
 *   about it without naming it
 *
 * Returns: (transfer full) (element-type TlTradeDraft): what the sentence says of trade,
 *   the amounts first
 */
GArray *
tl_trade_drafts_find (const TlTradeView *view,
                      TlContinues        continues)
{
  GArray *drafts = g_array_new (FALSE, FALSE, sizeof (TlTradeDraft));

  add_amounts (view, continues, drafts);
  add_percents (view, continues, drafts);
  tl_trade_directions_add (view, continues, drafts);
  return drafts;
}
