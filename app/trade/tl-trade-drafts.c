/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts and changes of a sentence are of trade.  Each goes to the nearest word
 * for a flow, unless a word that means something else ("investment", "loan") is nearer;
 * a change goes with the amount of the same flow beside it.
 */

#include "tl-trade-drafts.h"

#include "tl-lexicon.h"

/* How far a flow may stand from its amount or change. */
#define FLOW_REACH   45
#define CHANGE_REACH 22
#define ALONE_REACH  7

/* How far a change may stand from the amount that it is a change of. */
#define JOIN_REACH 9

/* What it costs a flow to stand behind its amount, unless it does so as in "$1bn in trade". */
#define BEHIND_COST 4

static gboolean
is_word (const TlTradeView *view,
         guint              token,
         const char        *word)
{
  return token >= view->sentence->first_token && token < view->sentence->end_token &&
         tl_text_token_is (view->reading->text, token, word);
}

/* "$21 billion in trade", "$475 million worth of goods exported": the flow is the amount's own. */
static gboolean
is_partitive (const TlTradeView *view,
              guint              end)
{
  return is_word (view, end, "in") || is_word (view, end, "of") || is_word (view, end, "worth");
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
  return gap;
}

/* A weak word ("sold", "goods for") counts where goods are named and the amount follows. */
static gboolean
weak_counts (const TlTradeView *view,
             const TlCue       *cue,
             TlTokenRun         anchor)
{
  TlPhrases *goods = tl_lexicon_get_group (tl_lexicon_get_default (), "trade-goods");
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);

  if (anchor.first < cue->end_token || anchor.first - cue->end_token > 8)
    return FALSE;
  for (guint i = clause.first; i < clause.end; i++)
    if (tl_phrases_match_at (goods, view->reading->text, i, NULL))
      return view->n_places > 0 || tl_trade_view_has_cue (view, TL_CUE_PAIR, clause);
  return FALSE;
}

/* The flow that governs @anchor; @is_blocked tells that it is of something else. */
static const TlCue *
find_flow (const TlTradeView *view,
           TlTokenRun         anchor,
           guint              reach,
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
      else if (cue->kind == TL_CUE_FLOW && (!cue->is_weak || weak_counts (view, cue, anchor)))
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

static gboolean
starts_like_continuation (const TlTradeView *view)
{
  TlPhrases *starts = tl_lexicon_get_group (tl_lexicon_get_default (), "trade-continues");
  guint first = view->sentence->first_token;

  /* Behind an opening quotation mark or a bullet, too. */
  for (guint i = first; i < first + 3 && i < view->sentence->end_token; i++)
    {
      if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
        continue;
      return tl_phrases_match_at (starts, view->reading->text, i, NULL) || view->tokens[i].kind == TL_TOKEN_NUMBER ||
             view->periods != NULL;
    }
  return FALSE;
}

static void
add_amounts (const TlTradeView *view,
             gboolean           may_continue,
             GArray            *drafts)
{
  for (guint i = 0; i < view->n_amounts; i++)
    {
      const TlAmount *amount = &view->amounts[i];
      TlTradeDraft draft = { { amount->first_token, amount->end_token }, amount, NULL, NULL, -1 };
      gboolean is_blocked;

      if (amount->in_brackets)
        continue;
      draft.cue = find_flow (view, draft.anchor, FLOW_REACH, &is_blocked);
      if (is_blocked || (draft.cue == NULL && !(may_continue && starts_like_continuation (view))))
        continue;
      /* "rose from $1bn to $2bn" */
      if (drafts->len > 0 && is_word (view, draft.anchor.first - 1, "to"))
        {
          const TlTradeDraft *before = &g_array_index (drafts, TlTradeDraft, drafts->len - 1);

          if (before->amount != NULL && is_word (view, before->anchor.first - 1, "from") &&
              draft.anchor.first - before->anchor.end <= 8)
            draft.from = (int) drafts->len - 1;
        }
      g_array_append_val (drafts, draft);
    }
}

/* Gives the change to the amount beside it; FALSE when there is none. */
static gboolean
join_change (const TlTradeView *view,
             const TlChange    *change,
             GArray            *drafts)
{
  TlTokenRun run = { change->first_token, change->end_token };
  TlTradeDraft *best = NULL;
  guint best_gap = JOIN_REACH + 1;

  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);
      guint gap = tl_trade_view_gap (view, draft->anchor, run);

      /* "With growth of 30%, trade came to …": the amount's own flow may stand between. */
      if (draft->cue != NULL && run.end <= draft->cue->first_token && draft->cue->end_token <= draft->anchor.first)
        gap = tl_trade_view_gap (view, run, (TlTokenRun) { draft->cue->first_token, draft->cue->end_token }) + 2;
      if (draft->amount == NULL || gap >= best_gap || draft->change != NULL)
        continue;
      best = draft;
      best_gap = gap;
    }
  if (best == NULL)
    return FALSE;
  /* "fell 22% from A to B" is a change to B. */
  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->from >= 0 && &g_array_index (drafts, TlTradeDraft, draft->from) == best)
        best = draft;
    }
  if (best->change == NULL)
    best->change = change;
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

  if (cue->end_token > change->first_token || tl_trade_view_gap (view, run, flow) > ALONE_REACH ||
      !tl_token_run_contains (clause, change->first_token))
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      if (draft->cue == cue && tl_token_run_contains (clause, draft->anchor.first))
        return FALSE;
    }
  return TRUE;
}

static void
add_changes (const TlTradeView *view,
             GArray            *drafts)
{
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      TlTradeDraft draft = { { change->first_token, change->end_token }, NULL, change, NULL, -1 };
      gboolean is_blocked;

      if (change->kind == TL_CHANGE_PERCENT && join_change (view, change, drafts))
        continue;
      draft.cue = find_flow (view, draft.anchor, CHANGE_REACH, &is_blocked);
      if (draft.cue == NULL || is_blocked)
        continue;
      if (change->kind != TL_CHANGE_PERCENT && !stands_alone (view, change, draft.cue, drafts))
        continue;
      g_array_append_val (drafts, draft);
    }
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const TlTradeDraft *first = a, *second = b;

  return first->anchor.first < second->anchor.first ? -1 : first->anchor.first > second->anchor.first;
}

/*
 * tl_trade_drafts_find:
 * @view: a sentence
 * @may_continue: the sentence before was about trade, so that this one may go on about it
 *   without naming it
 *
 * Returns: (transfer full) (element-type TlTradeDraft): what the sentence says of trade
 */
GArray *
tl_trade_drafts_find (const TlTradeView *view,
                      gboolean           may_continue)
{
  GArray *drafts = g_array_new (FALSE, FALSE, sizeof (TlTradeDraft));
  guint n_amounts;

  add_amounts (view, may_continue, drafts);
  n_amounts = drafts->len;
  add_changes (view, drafts);
  /* The "from" of an amount is an index among the amounts: only what has none may move. */
  if (drafts->len > n_amounts && n_amounts == 0)
    g_array_sort (drafts, compare_drafts);
  return drafts;
}
