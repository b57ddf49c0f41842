/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which word for a flow governs an amount or a change: the nearest, unless one that means
 * something else ("investment", "loan") is nearer.
 */

#include "tl-trade-flow.h"

#include "tl-party.h"

/* What it costs a flow to stand behind its amount, unless it does so as in "$1bn in trade". */
#define NEXT_CLAUSE_COST 20
#define BEHIND_COST 10

/* What it costs a word for something else besides to stand behind an amount. */
#define BLOCK_BEHIND_COST 10

/* How far behind an amount its own noun may stand, as in "a $2bn (£1bn) deal". */
#define OWN_NOUN_REACH 2

/* How far before a flow the word may stand that it is the price or the share of. */
#define OF_REACH 8

/* How far behind an amount a verb may stand as in "goods worth $2bn (£1bn) were exported". */
#define PASSIVE_REACH 5

/* What it costs "goods for": a verb that says which way they went is better. */
#define WEAK_TURNOVER_COST 6

/* How far behind "export market" its amount may stand, and what it costs: a word for the flow alone is better. */
#define RANKED_REACH 40
#define RANKED_COST  8

/* What it costs a flow to stand in brackets of which its amount is none. */
#define BRACKETS_COST 15

/*
 * How far before a flow the words may stand that make a cause of it, "due to lower exports":
 * of what is said behind it, and of what was said before.
 */
#define CAUSE_REACH      7
#define CAUSE_REACH_BACK 5

/* How far before an amount "tariffs on" may begin: "on some" between. */
#define LEVY_REACH 4

/* How far before a change "in physical terms" may stand. */
#define PHYSICAL_REACH 30

/* How far before a flow "than" may stand: "than the country's imports". */
#define COMPARED_REACH 4

/* How far behind the word for a flow its own amount begins: "imports from Kazakhstan fell by 5% to $2bn". */
#define OWN_AMOUNT_REACH 8

/* How far before "share" the per cent may stand that it is. */
#define SHARE_REACH 3

/* How far from "sold" and its amount the goods may be named, where a clause is longer. */
#define GOODS_REACH 60

/* "$21 billion in trade", "$475 million worth of goods exported": the flow is the amount's own. */
static gboolean
is_partitive (const TlTradeView *view,
              guint              end)
{
  /* "two billion dollars' worth" */
  if (tl_trade_view_is_word (view, end, "'") || tl_trade_view_is_word (view, end, "’"))
    end++;
  /* "12 pct growth in exports" */
  if (tl_trade_view_in_group (view, end, "change-noun", NULL))
    end++;
  if (end >= view->sentence->end_token ||
      !tl_trade_view_in_group (view, end, "trade-partitive", NULL))
    return FALSE;
  /* "$2bn in 2022 and imports …"; but "$2bn in 2022 exports" */
  for (guint i = 0; i < view->n_periods; i++)
    if (view->periods[i].first_token > end && view->periods[i].first_token <= end + 2)
      return tl_trade_view_in_group (view, view->periods[i].end_token, "trade-flow", NULL);
  return TRUE;
}

/* "trade (exports plus imports) was $5bn": what stands in brackets alone governs nothing outside. */
static gboolean
is_in_brackets (const TlTradeView *view,
                TlTokenRun         run,
                TlTokenRun         anchor)
{
  gboolean is_before = run.end <= anchor.first;
  TlTokenRun between = is_before ? (TlTokenRun) { run.end, anchor.first } : (TlTokenRun) { anchor.end, run.first };
  int depth = 0;

  for (guint token = between.first; token < between.end; token++)
    {
      if (tl_trade_view_is_word (view, token, "("))
        depth++;
      else if (tl_trade_view_is_word (view, token, ")") && (is_before || depth > 0))
        depth--;
      if (depth < 0)
        return TRUE;
    }
  return !is_before && depth > 0;
}

/* "…, due to lower imports, and came to $5bn": why it happened, and not what the figure is of. */
static gboolean
is_cause (const TlTradeView *view,
          TlTokenRun         run,
          TlTokenRun         anchor)
{
  gboolean is_closed = anchor.end <= run.first;
  guint reach = is_closed ? CAUSE_REACH_BACK : CAUSE_REACH;

  /* "led by steel exports, which grew by 5%": it is said of them. */
  for (guint token = run.end; token < anchor.first && !is_closed; token++)
    is_closed = tl_trade_view_is_word (view, token, ",") &&
                !tl_trade_view_in_group (view, token + 1, "trade-relative", NULL);
  for (guint n = 1; is_closed && n <= reach && run.first >= view->sentence->first_token + n; n++)
    {
      guint token = run.first - n;

      if (view->tokens[token].kind == TL_TOKEN_PUNCTUATION || tl_token_run_contains (anchor, token))
        return FALSE;
      if (tl_trade_view_in_group (view, token, "trade-cause", NULL))
        return TRUE;
    }
  return FALSE;
}

/* "Imports fell more than exports, to $5bn": what another is compared with. */
static gboolean
is_compared (const TlTradeView *view,
             TlTokenRun         run,
             TlTokenRun         anchor)
{
  for (guint n = 1; run.end <= anchor.first && n <= COMPARED_REACH; n++)
    {
      guint token = run.first - n;

      if (tl_trade_view_in_group (view, token, "trade-than", NULL))
        return TRUE;
      /* "more than half the surplus" */
      if (run.first < view->sentence->first_token + n ||
          ((view->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0 &&
           !tl_trade_view_in_group (view, token, "party-skipped", NULL) &&
           !tl_trade_view_in_group (view, token, "trade-owner-before", NULL)))
        return FALSE;
    }
  return FALSE;
}

/* "… and came to $9bn, imports came to $5bn": it begins something else, which has an amount of its own. */
static gboolean
begins_next (const TlTradeView *view,
             TlTokenRun         run,
             TlTokenRun         anchor)
{
  if (run.first < anchor.end + 1 || !tl_trade_view_is_word (view, run.first - 1, ","))
    return FALSE;
  for (guint i = 0; i < view->n_amounts; i++)
    {
      guint amount = view->amounts[i].first_token;

      if (amount >= run.end && amount <= run.end + OWN_AMOUNT_REACH)
        return TRUE;
    }
  return FALSE;
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
      if (tl_trade_view_has_cue (view, TL_CUE_BOUNDARY, (TlTokenRun) { anchor.end, run.first }) ||
          begins_next (view, run, anchor))
        gap += NEXT_CLAUSE_COST;        /* "… $18 billion, while imports": of what is said next */
    }
  if (cue->kind == TL_CUE_FLOW && cue->is_weak && cue->value == TL_FLOW_WORD_TURNOVER)
    gap += WEAK_TURNOVER_COST;
  if (cue->kind == TL_CUE_FLOW && cue->is_ranked)
    gap += RANKED_COST;
  if (cue->kind == TL_CUE_FLOW && gap > 0 && is_in_brackets (view, run, anchor))
    gap += BRACKETS_COST;
  if (cue->kind == TL_CUE_FLOW && gap > 0 &&
      (is_cause (view, run, anchor) || is_compared (view, run, anchor)))
    gap += NEXT_CLAUSE_COST;
  return gap;
}

static gboolean
names_party (const TlTradeView *view)
{
  for (guint i = 0; i < view->n_places; i++)
    if (tl_party_may_be (&view->places[i]))
      return TRUE;
  return FALSE;
}

/* A weak word ("sold", "goods for") counts where goods are named and the amount follows. */
static gboolean
weak_counts (const TlTradeView *view,
             const TlCue       *cue,
             TlTokenRun         anchor,
             TlContinues        continues)
{
  gboolean is_known = continues == TL_CONTINUES_YES || names_party (view);
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);

  if (anchor.first < cue->end_token || anchor.first - cue->end_token > 8)
    return FALSE;
  clause.first = MAX (clause.first + GOODS_REACH, cue->first_token) - GOODS_REACH;
  clause.end = MIN (clause.end, anchor.end + GOODS_REACH);
  for (guint i = clause.first; i < clause.end; i++)
    if (tl_trade_view_in_group (view, i, "trade-goods", NULL) ||
        tl_trade_view_in_group (view, i, "trade-commodity", NULL))
      return is_known || tl_trade_view_has_cue (view, TL_CUE_PAIR, clause);
  return cue->value == TL_FLOW_WORD_TURNOVER && view->n_places > 0;
}

/* "with a 15% share at $700 million": the share is the per cent, and the amount is none of it. */
static gboolean
is_share_in_per_cent (const TlTradeView *view,
                      const TlCue       *block,
                      TlTokenRun         anchor)
{
  guint behind = block->first_token;

  if (!tl_trade_view_in_group (view, block->first_token, "trade-share", NULL))
    return FALSE;
  if (block->end_token > anchor.first)
    behind = tl_trade_view_is_word (view, anchor.first - 1, "(") ? anchor.first - 1 : anchor.first;
  for (guint n = 1; n <= SHARE_REACH && behind >= view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, behind - n, "percent", NULL))
      return TRUE;
  return FALSE;
}

/* "Peru's biggest export market, with $3 billion": such a word counts where its amount follows and
 * a partner is named. */
static gboolean
ranked_counts (const TlTradeView *view,
               const TlCue       *cue,
               TlTokenRun         anchor)
{
  if (anchor.first < cue->end_token || anchor.first - cue->end_token > RANKED_REACH ||
      !tl_trade_view_same_clause (view, cue->first_token, anchor.first) || !names_party (view))
    return FALSE;
  for (guint i = 0; i < view->n_amounts; i++)
    if (view->amounts[i].first_token == anchor.first)
      return TRUE;
  return FALSE;
}

/* "exports, one of the targets of tariffs, fell to $2bn": what is said by the way governs nothing. */
static gboolean
is_aside (const TlTradeView *view,
          const TlCue       *block,
          TlTokenRun         anchor)
{
  gboolean is_opened = FALSE, is_closed = FALSE;
  guint position = 0;
  const TlCue *flow, *before = NULL;

  if (block->end_token > anchor.first)
    return FALSE;
  while ((flow = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL)
    if (flow->end_token <= block->first_token && !flow->is_weak)
      before = flow;
  if (before == NULL)
    return FALSE;
  for (guint token = before->end_token; token < block->first_token; token++)
    is_opened = is_opened || tl_trade_view_is_word (view, token, ",");
  for (guint token = block->end_token; token < anchor.first; token++)
    {
      guint end;

      is_closed = is_closed || tl_trade_view_is_word (view, token, ",");
      if (is_opened && is_closed && tl_change_direction_at (view->reading->text, token, &end) != 0)
        return TRUE;
    }
  return FALSE;
}

/* "the price level of external trade", "its share in total exports": of something else. */
static gboolean
is_other_measure (const TlTradeView *view,
                  const TlCue       *flow)
{
  for (guint n = 1; n <= OF_REACH && flow->first_token >= view->sentence->first_token + n; n++)
    {
      guint token = flow->first_token - n, end;

      if (tl_trade_view_is_word (view, token, ",") || tl_change_direction_at (view->reading->text, token, &end) != 0)
        return FALSE;
      if (tl_trade_view_in_group (view, token, "trade-block-of", &end))
        return tl_trade_view_is_word (view, end, "of") || tl_trade_view_is_word (view, end, "in");
    }
  return FALSE;
}

/* "tariffs on $200bn of Chinese goods": what is taxed, however much of it is traded. */
static gboolean
is_levied (const TlTradeView *view,
           TlTokenRun         anchor)
{
  for (guint n = 1; n <= LEVY_REACH && anchor.first >= view->sentence->first_token + n; n++)
    {
      guint end;

      if (tl_trade_view_in_group (view, anchor.first - n, "trade-levied", &end) &&
          end <= anchor.first)
        return TRUE;
    }
  return FALSE;
}

/* "In physical terms, trade grew by 6%": said of tonnes, unless it is an amount of money. */
static gboolean
is_physical (const TlTradeView *view,
             TlTokenRun         anchor)
{
  TlTokenRun clause = tl_trade_view_clause (view, anchor.first);
  guint first = MAX (clause.first + PHYSICAL_REACH, anchor.first) - PHYSICAL_REACH;

  for (guint i = 0; i < view->n_amounts; i++)
    if (view->amounts[i].first_token == anchor.first)
      return FALSE;
  for (guint token = first; token < anchor.first; token++)
    if (tl_trade_view_in_group (view, token, "trade-physical", NULL))
      return TRUE;
  return FALSE;
}

/* "goods worth $2bn were exported": the verb says which way they went. */
static const TlCue *
find_passive (const TlTradeView *view,
              const TlCue       *goods,
              TlTokenRun         anchor)
{
  if (!goods->is_weak || goods->value != TL_FLOW_WORD_TURNOVER || goods->end_token > anchor.first)
    return goods;
  for (guint i = 0; i < view->n_cues; i++)
    {
      const TlCue *cue = &view->cues[i];

      if (cue->kind == TL_CUE_FLOW && (cue->value == TL_FLOW_WORD_EXPORTS || cue->value == TL_FLOW_WORD_IMPORTS) &&
          cue->first_token > anchor.end &&
          tl_trade_view_gap (view, anchor, (TlTokenRun) { cue->first_token, cue->end_token }) <= PASSIVE_REACH &&
          tl_trade_view_in_group (view, cue->first_token - 1, "trade-passive", NULL))
        return cue;
    }
  return goods;
}

/*
 * tl_trade_flow_find:
 * @view: a sentence
 * @anchor: an amount or a change in it
 * @reach: how far away the flow may stand
 * @continues: whether the sentences before were about trade
 * @is_blocked: (out): whether it is of something else, as of an investment
 *
 * Returns: (nullable): the flow that governs it
 */
const TlCue *
tl_trade_flow_find (const TlTradeView *view,
                    TlTokenRun         anchor,
                    guint              reach,
                    TlContinues        continues,
                    gboolean          *is_blocked)
{
  const TlCue *best = NULL, *ranked = NULL;
  guint best_cost = reach + 1, ranked_cost = reach + 1, block_cost = G_MAXUINT;
  gboolean is_measure = FALSE;

  for (guint i = 0; i < view->n_cues; i++)
    {
      const TlCue *cue = &view->cues[i];
      guint cost;

      if (cue->kind == TL_CUE_BLOCK)
        {
          if (is_aside (view, cue, anchor) || is_share_in_per_cent (view, cue, anchor))
            continue;
          cost = cue_cost (view, cue, anchor);
          if (cue->first_token >= anchor.end && cost > OWN_NOUN_REACH + BEHIND_COST)
            cost += BLOCK_BEHIND_COST;
          block_cost = MIN (block_cost, cost);
        }
      else if (cue->kind == TL_CUE_FLOW && (!cue->is_weak || weak_counts (view, cue, anchor, continues)) &&
               (!cue->is_ranked || ranked_counts (view, cue, anchor)))
        {
          cost = cue_cost (view, cue, anchor);
          if (is_other_measure (view, cue))
            {
              block_cost = MIN (block_cost, cost);
              is_measure = is_measure || cue->end_token <= anchor.first;
              continue;
            }
          if (cue->is_ranked && cost < ranked_cost)
            {
              ranked = cue;
              ranked_cost = cost;
            }
          else if (!cue->is_ranked && cost < best_cost)
            {
              best = cue;
              best_cost = cost;
            }
        }
    }
  /* "imports from Chile, the biggest export market, came to $3bn": the flow itself is better, unless it follows. */
  if (ranked != NULL &&
      ((ranked_cost < best_cost && (best == NULL || best->first_token >= anchor.end)) ||
       /* "the biggest export market, taking goods worth $3bn" */
       (best != NULL && best->is_weak && best->value == TL_FLOW_WORD_TURNOVER)))
    {
      best = ranked;
      best_cost = ranked_cost;
    }
  /* "2015: $574 million, exports $525 million", below a heading that tells of what the first is */
  if (best != NULL && continues == TL_CONTINUES_YES &&
      begins_next (view, (TlTokenRun) { best->first_token, best->end_token }, anchor))
    best = NULL;
  /* "The price level of trade rose by 1% in exports": that of these, too. */
  *is_blocked = block_cost < MIN (best_cost, reach) || is_physical (view, anchor) ||
                is_levied (view, anchor) ||
                (is_measure && best != NULL && best->first_token >= anchor.end);
  if (*is_blocked || best == NULL)
    return NULL;
  return find_passive (view, best, anchor);
}

/*
 * tl_trade_flow_find_both_ways:
 * @view: a sentence
 * @cue: a flow in it
 *
 * Finds the other of two words that make a turnover: "imports from and exports to China",
 * where one amount stands for both.
 *
 * Returns: (nullable): that word
 */
const TlCue *
tl_trade_flow_find_both_ways (const TlTradeView *view,
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
