/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts and changes of a sentence are of trade.  Each goes to the nearest word
 * for a flow, unless a word that means something else ("investment", "loan") is nearer;
 * a change goes with the amount of the same flow beside it.
 */

#include "tl-trade-drafts.h"

#include "tl-lexicon.h"
#include "tl-trade-columns.h"
#include "tl-trade-steps.h"

#include <math.h>

/* How far a flow may stand from its amount or change. */
#define FLOW_REACH   45
#define CHANGE_REACH 22
#define ALONE_REACH  12

/* How far a change may stand before and behind the amount that it is a change of. */
#define JOIN_REACH_BEFORE 13
#define JOIN_REACH_BEHIND 13

/* The same where nothing else stands between a change and the amount that it led to, or a dash does. */
#define REACHED_REACH 30
#define DASH_REACH    6

/* How far behind "15% down from" the amount may stand that was before. */
#define BASE_REACH 10

/* How far behind a figure a change may stand that goes on about its flow. */
#define FLOW_BEFORE_REACH 24

/* What it costs a flow to stand behind its amount, unless it does so as in "$1bn in trade". */
#define BEHIND_COST 10

/* What it costs "goods for": a verb that says which way they went is better. */
#define WEAK_TURNOVER_COST 6

/* No two countries trade for less than so many units of any currency: that is a price or a fee. */
#define MIN_AMOUNT 10000

static gboolean
is_in_group (const TlTradeView *view,
             guint              token,
             const char        *group)
{
  return tl_phrases_match_at (tl_lexicon_get_group (tl_lexicon_get_default (), group),
                              view->reading->text, token, NULL);
}

/* "$21 billion in trade", "$475 million worth of goods exported": the flow is the amount's own. */
static gboolean
is_partitive (const TlTradeView *view,
              guint              end)
{
  return end < view->sentence->end_token && is_in_group (view, end, "trade-partitive");
}

static guint
cue_cost (const TlTradeView *view,
          const TlCue       *cue,
          TlTokenRun         anchor)
{
  TlTokenRun run = { cue->first_token, cue->end_token };
  guint gap = tl_trade_view_gap (view, anchor, run);

  if (run.first >= anchor.end)
    {
      if (is_partitive (view, anchor.end) && gap <= 4)
        return 0;
      if (gap > 0)
        gap += BEHIND_COST;
    }
  if (cue->kind == TL_CUE_FLOW && cue->is_weak && cue->value == TL_FLOW_WORD_TURNOVER)
    gap += WEAK_TURNOVER_COST;
  return gap;
}

/* A weak word ("sold", "goods for") counts where goods are named and the amount follows. */
static gboolean
weak_counts (const TlTradeView *view,
             const TlCue       *cue,
             TlTokenRun         anchor,
             TlContinues        continues)
{
  gboolean is_known = continues == TL_CONTINUES_YES || view->n_places > 0;
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);

  if (anchor.first < cue->end_token || anchor.first - cue->end_token > 8)
    return FALSE;
  for (guint i = clause.first; i < clause.end; i++)
    if (is_in_group (view, i, "trade-goods") || is_in_group (view, i, "trade-commodity"))
      return is_known || tl_trade_view_has_cue (view, TL_CUE_PAIR, clause);
  return cue->value == TL_FLOW_WORD_TURNOVER && view->n_places > 0;
}

/* The flow that governs @anchor; @is_blocked tells that it is of something else. */
static const TlCue *
find_flow (const TlTradeView *view,
           TlTokenRun         anchor,
           guint              reach,
           TlContinues        continues,
           gboolean          *is_blocked)
{
  const TlCue *best = NULL;
  guint best_cost = reach + 1, block_cost = G_MAXUINT;

  for (guint i = 0; i < view->n_cues; i++)
    {
      const TlCue *cue = &view->cues[i];
      guint cost;

      if (cue->kind == TL_CUE_BLOCK)
        {
          cost = cue_cost (view, cue, anchor);
          block_cost = MIN (block_cost, cost);
        }
      else if (cue->kind == TL_CUE_FLOW && (!cue->is_weak || weak_counts (view, cue, anchor, continues)))
        {
          cost = cue_cost (view, cue, anchor);
          if (cost < best_cost)
            {
              best = cue;
              best_cost = cost;
            }
        }
    }
  *is_blocked = block_cost < MIN (best_cost, reach);
  return *is_blocked ? NULL : best;
}

/*
 * "imports from and exports to China": both ways, when one amount stands for both.  Returns
 * the other of the two words, or NULL.
 */
static const TlCue *
find_both_ways (const TlTradeView *view,
                const TlCue       *cue)
{
  TlTokenRun run = { cue->first_token, cue->end_token };
  guint n_amounts = 0, position = 0;
  const TlCue *pair = NULL;

  /* "the two sold each other goods" */
  while (cue->is_weak && (pair = tl_trade_view_next_cue (view, TL_CUE_PAIR, &position)) != NULL)
    if (pair->first_token == cue->end_token)
      return pair;
  if (cue->value != TL_FLOW_WORD_EXPORTS && cue->value != TL_FLOW_WORD_IMPORTS)
    return NULL;
  for (guint i = 0; i < view->n_amounts; i++)
    n_amounts += !view->amounts[i].in_brackets;
  for (guint i = 0; n_amounts == 1 && i < view->n_cues; i++)
    {
      const TlCue *other = &view->cues[i];

      if (other->kind == TL_CUE_FLOW && other->value + cue->value == TL_FLOW_WORD_EXPORTS + TL_FLOW_WORD_IMPORTS &&
          other->value != cue->value &&
          tl_trade_view_gap (view, run, (TlTokenRun) { other->first_token, other->end_token }) <= 2 &&
          (tl_trade_view_is_word (view, MAX (cue->first_token, other->first_token) - 1, "and")))
        return other;
    }
  return NULL;
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
  /* Behind an opening quotation mark or a bullet, too. */
  for (guint i = view->sentence->first_token; i < view->sentence->end_token; i++)
    {
      if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
        continue;
      return is_in_group (view, i, "trade-continues");
    }
  return FALSE;
}

static gboolean
same_clause (const TlTradeView *view,
             guint              a,
             guint              b)
{
  return tl_token_run_contains (tl_trade_view_clause (view, a), b);
}

/* "bought goods worth $49bn in 2018, up from $41bn": the flow of the amount before. */
static const TlCue *
flow_before (const TlTradeView  *view,
             GArray             *drafts,
             const TlTradeDraft *draft)
{
  const TlTradeDraft *before = drafts->len > 0 ? &g_array_index (drafts, TlTradeDraft, drafts->len - 1) : NULL;

  return before != NULL && same_clause (view, before->anchor.first, draft->anchor.first) ? before->cue : NULL;
}

static void
add_amounts (const TlTradeView *view,
             TlContinues        continues,
             GArray            *drafts)
{
  gboolean goes_on = continues == TL_CONTINUES_YES ||
                     (continues == TL_CONTINUES_IF_SAID && begins_as_continuation (view));

  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];
      TlTradeDraft draft = {
        .anchor = { amount->first_token, amount->end_token },
        .amount = amount,
        .from = -1,
      };
      gboolean is_blocked = FALSE;

      if (amount->in_brackets || fabs (amount->value) < MIN_AMOUNT)
        continue;
      draft.cue = tl_trade_columns_find_flow (view, i);
      draft.is_paired = draft.cue != NULL;
      if (draft.cue == NULL)
        draft.cue = find_flow (view, draft.anchor, FLOW_REACH, continues, &is_blocked);
      if (is_blocked)
        continue;
      if (draft.cue == NULL)
        draft.cue = flow_before (view, drafts, &draft);
      if (draft.cue == NULL && !goes_on)
        continue;
      draft.both = draft.cue != NULL ? find_both_ways (view, draft.cue) : NULL;
      g_array_append_val (drafts, draft);
    }
  tl_trade_steps_resolve (view, drafts);
}

/* "… was $1bn in 2014 and has since shrunk by half": what came later is no change to that amount. */
static gboolean
is_later (const TlTradeView  *view,
          const TlTradeDraft *draft,
          const TlChange     *change)
{
  for (guint i = draft->anchor.end; i < change->first_token; i++)
    if (is_in_group (view, i, "change-later"))
      return TRUE;
  return FALSE;
}

/* "15% down from last year's $59bn", "24% above the $496bn": the amount is what was before. */
static gboolean
is_base_of (const TlTradeView  *view,
            const TlTradeDraft *draft,
            const TlChange     *change)
{
  guint end = change->end_token;

  if (draft->anchor.first - end > BASE_REACH || tl_trade_steps_is_reached (view, draft) ||
      tl_trade_view_is_word (view, draft->anchor.first - 1, "from"))
    return FALSE;
  for (guint token = end; token < draft->anchor.first; token++)
    if (tl_trade_view_is_word (view, token, ","))
      return FALSE;
  tl_change_direction_at (view->reading->text, end, &end);
  for (guint token = change->end_token; token <= end && token < draft->anchor.first; token++)
    if (is_in_group (view, token, "change-against"))
      return TRUE;
  return FALSE;
}

/* Whether another flow or amount stands between the two. */
static gboolean
is_parted (const TlTradeView  *view,
           const TlTradeDraft *draft,
           TlTokenRun          between)
{
  for (guint i = 0; i < view->n_cues; i++)
    if (view->cues[i].kind == TL_CUE_FLOW && &view->cues[i] != draft->cue && !view->cues[i].is_weak &&
        tl_token_run_contains (between, view->cues[i].first_token))
      return TRUE;
  for (guint i = 0; i < view->n_amounts; i++)
    if (!view->amounts[i].in_brackets && tl_token_run_contains (between, view->amounts[i].first_token))
      return TRUE;
  for (guint i = 0; i < view->n_changes; i++)
    if (view->changes[i].kind == TL_CHANGE_PERCENT && tl_token_run_contains (between, view->changes[i].first_token))
      return TRUE;
  return FALSE;
}

/* "5% annually", "an average of 5%": of many years, not of the one that the amount is of. */
static gboolean
is_rate (const TlTradeView *view,
         const TlChange    *change)
{
  for (guint token = change->end_token; token < change->end_token + 2; token++)
    if (token < view->sentence->end_token && is_in_group (view, token, "change-rate"))
      return TRUE;
  return FALSE;
}

/* How well a change goes with the amount that stands behind it; G_MAXUINT where it does not. */
static guint
join_gap_before (const TlTradeView  *view,
                 const TlTradeDraft *draft,
                 TlTokenRun          run,
                 const TlChange     *change)
{
  guint gap = tl_trade_view_gap (view, draft->anchor, run);

  /* "(+15%)" belongs to what stands before it; a paired amount has the change of its flow. */
  if (tl_trade_view_is_word (view, run.first - 1, "(") || draft->is_paired || is_rate (view, change) ||
      is_base_of (view, draft, change))
    return G_MAXUINT;
  /* "With growth of 30%, trade came to …": the amount's own flow may stand between. */
  if (draft->cue != NULL && run.end <= draft->cue->first_token && draft->cue->end_token <= draft->anchor.first)
    gap = tl_trade_view_gap (view, run, (TlTokenRun) { draft->cue->first_token, draft->cue->end_token }) + 3;
  /* "fell 34% in the first five months compared with the year before, to $4bn" */
  if (gap > JOIN_REACH_BEFORE && tl_trade_steps_is_reached (view, draft) &&
      !is_parted (view, draft, (TlTokenRun) { run.end, draft->anchor.first }) &&
      draft->anchor.first - run.end <= REACHED_REACH)
    return JOIN_REACH_BEFORE;
  return gap <= JOIN_REACH_BEFORE ? gap : G_MAXUINT;
}

static gboolean
is_dash (const TlTradeView *view,
         guint              token)
{
  return tl_trade_view_is_word (view, token, "—") || tl_trade_view_is_word (view, token, "–") ||
         tl_trade_view_is_word (view, token, "-");
}

/* "$2bn in 2023 — an increase of 4 percent": a dash parts nothing here. */
static guint
join_gap_behind (const TlTradeView  *view,
                 const TlTradeDraft *draft,
                 TlTokenRun          run)
{
  guint gap = tl_trade_view_gap (view, draft->anchor, run);

  if (gap <= JOIN_REACH_BEHIND)
    return gap;
  for (guint token = MAX (draft->anchor.end, run.first - MIN (run.first, DASH_REACH)); token < run.first; token++)
    if (is_dash (view, token) && !is_parted (view, draft, (TlTokenRun) { draft->anchor.end, run.first }))
      return JOIN_REACH_BEHIND;
  return G_MAXUINT;
}

/* How well a change goes with the amount of a draft; G_MAXUINT where it does not. */
static guint
join_gap (const TlTradeView  *view,
          const TlTradeDraft *draft,
          const TlChange     *change)
{
  TlTokenRun run = { change->first_token, change->end_token };

  if (draft->amount == NULL || draft->change != NULL || is_later (view, draft, change))
    return G_MAXUINT;
  return run.end <= draft->anchor.first ? join_gap_before (view, draft, run, change)
                                        : join_gap_behind (view, draft, run);
}

static gboolean
overlap (TlSpan a,
         TlSpan b)
{
  return a.start < b.end && b.start < a.end;
}

/* Whether a step has taken it already, or a size has its word: "rose by 5%". */
static gboolean
is_taken (const TlTradeView *view,
          const TlChange    *change,
          GArray            *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->change == change || (change->kind != TL_CHANGE_PERCENT && overlap (draft->step, change->span)))
        return TRUE;
    }
  for (guint i = 0; change->kind != TL_CHANGE_PERCENT && i < view->n_changes; i++)
    if (view->changes[i].kind == TL_CHANGE_PERCENT && overlap (view->changes[i].direction, change->span))
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
      guint gap = join_gap (view, &g_array_index (drafts, TlTradeDraft, i), change);

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

/* A direction without a size counts where a flow is its subject and nothing else is said of it. */
static gboolean
stands_alone (const TlTradeView *view,
              const TlChange    *change,
              const TlCue       *cue,
              GArray            *drafts)
{
  TlTokenRun run = { change->first_token, change->end_token };
  TlTokenRun flow = { cue->first_token, cue->end_token };
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);
  guint gap = tl_trade_view_gap (view, run, flow);

  if (!tl_token_run_contains (clause, change->first_token))
    return FALSE;
  if (cue->end_token > change->first_token ? !change->is_transitive || gap > 0 : gap > ALONE_REACH)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->cue != cue)
        continue;
      /* "fell for the third year running, to $61 billion" */
      if (tl_trade_view_gap (view, run, draft->anchor) <= ALONE_REACH / 2 + 2 ||
          (draft->anchor.first > run.end && tl_trade_view_is_word (view, draft->anchor.first - 1, "to")) ||
          ((draft->change != NULL || draft->direction != TL_CHANGE_NONE) &&
           same_clause (view, change->first_token, draft->anchor.first)))
        return FALSE;
    }
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

/* "Last year's decline of almost 30%": of what was spoken of before. */
static gboolean
is_understood (const TlTradeView *view,
               const TlChange    *change,
               TlContinues        continues)
{
  if (continues == TL_CONTINUES_NO || view->n_periods == 0)
    return FALSE;
  for (guint n = 1; n <= 3 && change->first_token >= view->sentence->first_token + n; n++)
    if (is_in_group (view, change->first_token - n, "change-noun"))
      return TRUE;
  return begins_as_continuation (view);
}

/* A headline says which way things go in a word; its story says it again. */
static gboolean
is_headline (const TlTradeView *view)
{
  return view->tokens[view->sentence->end_token - 1].kind != TL_TOKEN_PUNCTUATION &&
         (view->tokens[view->sentence->first_token].flags & TL_TOKEN_LINE_START) != 0;
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
          (same_clause (view, draft->anchor.first, run.first) || run.first - draft->anchor.end <= ALONE_REACH) &&
          (nearest == NULL || draft->anchor.first > nearest->anchor.first))
        nearest = draft;
    }
  return nearest != NULL ? nearest->cue : NULL;
}

static void
add_percents (const TlTradeView *view,
              TlContinues        continues,
              GArray            *drafts)
{
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      TlTokenRun run = { change->first_token, change->end_token };
      const TlCue *cue;
      gboolean is_blocked;

      if (change->kind != TL_CHANGE_PERCENT || is_taken (view, change, drafts) || join_change (view, change, drafts))
        continue;
      cue = find_flow (view, run, CHANGE_REACH, continues, &is_blocked);
      if (cue == NULL && !is_blocked)
        cue = flow_before_change (view, drafts, run);
      if (cue != NULL && !is_blocked && join_flow (change, cue, drafts))
        continue;
      if (!is_blocked && (cue != NULL || (drafts->len == 0 && is_understood (view, change, continues))))
        add_change (drafts, change, cue);
    }
}

/* "remained flat at $5bn": to that amount. */
static gboolean
join_flat (const TlTradeView *view,
           const TlChange    *change,
           GArray            *drafts)
{
  TlTokenRun run = { change->first_token, change->end_token };

  for (guint i = 0; change->kind == TL_CHANGE_FLAT && i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->amount == NULL || draft->change != NULL || draft->direction != TL_CHANGE_NONE ||
          tl_trade_view_gap (view, run, draft->anchor) > ALONE_REACH ||
          !same_clause (view, run.first, draft->anchor.first))
        continue;
      draft->change = change;
      return TRUE;
    }
  return FALSE;
}

static void
add_directions (const TlTradeView *view,
                TlContinues        continues,
                GArray            *drafts)
{
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      TlTokenRun run = { change->first_token, change->end_token };
      const TlCue *cue, *subject;
      gboolean is_blocked;
      guint position = 0;

      if (change->kind == TL_CHANGE_PERCENT || is_headline (view) || is_taken (view, change, drafts) ||
          join_flat (view, change, drafts))
        continue;
      cue = find_flow (view, run, CHANGE_REACH, continues, &is_blocked);
      if (is_blocked)
        continue;
      if (cue != NULL)
        {
          if (stands_alone (view, change, cue, drafts))
            add_change (drafts, change, cue);
          continue;
        }
      /* "… and the situation is getting better" */
      subject = tl_trade_view_next_cue (view, TL_CUE_SUBJECT, &position);
      if (continues == TL_CONTINUES_YES && subject != NULL && subject->end_token <= run.first &&
          run.first - subject->end_token <= 4)
        add_change (drafts, change, NULL);
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
  add_directions (view, continues, drafts);
  return drafts;
}
