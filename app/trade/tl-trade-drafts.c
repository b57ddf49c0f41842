/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts and changes of a sentence are of trade.  Each goes to the nearest word
 * for a flow, unless a word that means something else ("investment", "loan") is nearer;
 * a change goes with the amount of the same flow beside it.
 */

#include "tl-trade-drafts.h"

#include "tl-lexicon.h"
#include "tl-trade-columns.h"

#include <math.h>

/* How far a flow may stand from its amount or change. */
#define FLOW_REACH   45
#define CHANGE_REACH 22
#define ALONE_REACH  12

/* How far a change may stand before and behind the amount that it is a change of. */
#define JOIN_REACH_BEFORE 13
#define JOIN_REACH_BEHIND 13

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

/* "rose by $149bn", "a $10 billion increase": how much more, not how much. */
static TlChangeKind
absolute_change (const TlTradeView *view,
                 const TlAmount    *amount,
                 TlSpan            *step)
{
  guint first = amount->first_token;
  TlSpan word = amount->span;
  int direction = 0;

  if (tl_text_token_is (view->reading->text, first, "by"))
    first++;
  if (tl_trade_view_is_word (view, first - 1, "by") || first != amount->first_token)
    direction = tl_change_direction_find (view->reading->text, first - 1, amount->end_token, 3, &word);
  else if (first > view->sentence->first_token)
    {
      g_autofree char *before = tl_text_dup_span (view->reading->text, view->tokens[first - 1].span);

      /* "rising almost a billion", "a $10 billion increase"; but "rose $419m" is rare and "total $419m" is not */
      if (g_str_has_suffix (before, "ing") ||
          (amount->end_token < view->sentence->end_token && tl_trade_view_is_word (view, first - 1, "a")))
        direction = tl_change_direction_find (view->reading->text, first, amount->end_token, 1, &word);
    }
  *step = (TlSpan) { MIN (word.start, amount->span.start), MAX (word.end, amount->span.end) };
  return direction > 0 ? TL_CHANGE_UP : direction < 0 ? TL_CHANGE_DOWN : TL_CHANGE_NONE;
}

static gboolean
same_clause (const TlTradeView *view,
             guint              a,
             guint              b)
{
  return tl_token_run_contains (tl_trade_view_clause (view, a), b);
}

static void
link_from (const TlTradeView *view,
           GArray            *drafts,
           TlTradeDraft      *draft)
{
  const TlTradeDraft *before;

  /* "rose from $1bn to $2bn" */
  if (drafts->len == 0 || !tl_trade_view_is_word (view, draft->anchor.first - 1, "to"))
    return;
  before = &g_array_index (drafts, TlTradeDraft, drafts->len - 1);
  if (before->amount != NULL && tl_trade_view_is_word (view, before->anchor.first - 1, "from") &&
      draft->anchor.first - before->anchor.end <= 8)
    draft->from = (int) drafts->len - 1;
}

/*
 * "widened by $43bn to $419bn": the level takes the direction of the change beside it, and
 * the change is no figure of its own.
 */
static void
fold_absolute_changes (const TlTradeView *view,
                       GArray            *drafts)
{
  for (guint i = 0; i < drafts->len;)
    {
      const TlTradeDraft *change = &g_array_index (drafts, TlTradeDraft, i);
      TlTradeDraft *level = NULL;

      for (guint k = 0; change->direction != TL_CHANGE_NONE && k < drafts->len; k++)
        {
          TlTradeDraft *other = &g_array_index (drafts, TlTradeDraft, k);

          if (k != i && other->direction == TL_CHANGE_NONE && other->cue == change->cue &&
              same_clause (view, change->anchor.first, other->anchor.first) && (level == NULL || k == i + 1))
            level = other;
        }
      if (level == NULL)
        {
          i++;
          continue;
        }
      level->direction = change->direction;
      level->step = change->step;
      g_array_remove_index (drafts, i);
      for (guint k = 0; k < drafts->len; k++)
        if (g_array_index (drafts, TlTradeDraft, k).from >= (int) i)
          g_array_index (drafts, TlTradeDraft, k).from--;
    }
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
      draft.direction = absolute_change (view, amount, &draft.step);
      draft.both = draft.cue != NULL ? find_both_ways (view, draft.cue) : NULL;
      link_from (view, drafts, &draft);
      g_array_append_val (drafts, draft);
    }
  fold_absolute_changes (view, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);
      TlSpan step;

      /* An absolute change that found no level is a change alone. */
      if (absolute_change (view, draft->amount, &step) != TL_CHANGE_NONE && draft->direction != TL_CHANGE_NONE &&
          draft->from < 0)
        draft->amount = NULL;
    }
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

/* How well a change goes with the amount of a draft; G_MAXUINT where it does not. */
static guint
join_gap (const TlTradeView  *view,
          const TlTradeDraft *draft,
          const TlChange     *change)
{
  TlTokenRun run = { change->first_token, change->end_token };
  gboolean in_brackets = tl_trade_view_is_word (view, run.first - 1, "(");
  guint gap = tl_trade_view_gap (view, draft->anchor, run);

  if (draft->amount == NULL || draft->change != NULL || is_later (view, draft, change))
    return G_MAXUINT;
  if (run.end <= draft->anchor.first)
    {
      /* "(+15%)" belongs to what stands before it; a paired amount has the change of its flow. */
      if (in_brackets || draft->is_paired)
        return G_MAXUINT;
      /* "With growth of 30%, trade came to …": the amount's own flow may stand between. */
      if (draft->cue != NULL && run.end <= draft->cue->first_token && draft->cue->end_token <= draft->anchor.first)
        gap = tl_trade_view_gap (view, run, (TlTokenRun) { draft->cue->first_token, draft->cue->end_token }) + 3;
      return gap <= JOIN_REACH_BEFORE ? gap : G_MAXUINT;
    }
  return gap <= JOIN_REACH_BEHIND ? gap : G_MAXUINT;
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

      if (change->kind != TL_CHANGE_PERCENT || join_change (view, change, drafts))
        continue;
      cue = find_flow (view, run, CHANGE_REACH, continues, &is_blocked);
      if (cue != NULL && !is_blocked && join_flow (change, cue, drafts))
        continue;
      if (!is_blocked && (cue != NULL || (drafts->len == 0 && is_understood (view, change, continues))))
        add_change (drafts, change, cue);
    }
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

      if (change->kind == TL_CHANGE_PERCENT || is_headline (view))
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
