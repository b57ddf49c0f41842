/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amount a change in per cent is of: the one beside it, or the one that it led to.
 */

#include "tl-trade-join.h"

#include "tl-trade-steps.h"

/* How far a change may stand before and behind the amount that it is a change of. */
#define JOIN_REACH_BEFORE 13
#define JOIN_REACH_BEHIND 13

/* How far behind its amount ", up 32%" may stand, and how far before the per cent its "up". */
#define TRAILING_REACH 26
#define TRAILING_GAP   4

/* The same where nothing else stands between a change and the amount that it led to, or a dash does. */
#define REACHED_REACH 30
#define DASH_REACH    6

/* What may stand between two of a row, and between a row of amounts and that of their changes. */
#define ROW_GAP   3
#define ROW_REACH 8

/* How far behind "15% down from" the amount may stand that was before. */
#define BASE_REACH 10

/* "… was $1bn in 2014 and has since shrunk by half": what came later is no change to that amount. */
static gboolean
is_later (const TlTradeView  *view,
          const TlTradeDraft *draft,
          const TlChange     *change)
{
  for (guint i = draft->anchor.end; i < change->first_token; i++)
    if (tl_trade_view_in_group (view, i, "change-later", NULL))
      return TRUE;
  return FALSE;
}

/* "15% down from last year's $59bn", "24% above the $496bn", "15% last year from $59bn": the
 * amount is what was before. */
static gboolean
is_base_of (const TlTradeView  *view,
            const TlTradeDraft *draft,
            const TlChange     *change)
{
  guint end = change->end_token;

  if (draft->anchor.first - end > BASE_REACH || tl_trade_steps_is_reached (view, draft))
    return FALSE;
  for (guint token = end; token < draft->anchor.first; token++)
    if (tl_trade_view_is_word (view, token, ","))
      return FALSE;
  if (tl_trade_view_is_word (view, draft->anchor.first - 1, "from"))
    return TRUE;
  tl_change_direction_at (view->reading->text, end, &end);
  for (guint token = change->end_token; token <= end && token < draft->anchor.first; token++)
    if (tl_trade_view_in_group (view, token, "change-against", NULL))
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

/* "5% annually": of many years, not of the one that the amount is of. */
static gboolean
is_rate (const TlTradeView *view,
         const TlChange    *change)
{
  return tl_trade_view_in_group (view, change->end_token, "change-rate", NULL);
}

/* "$468 million worth of … in the first five months, up 32%": "up" alone begins no clause. */
static gboolean
is_trailing (const TlTradeView *view,
             TlTokenRun         run)
{
  for (guint n = 1; n <= TRAILING_GAP && run.first > view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, run.first - n, "change-trailing", NULL))
      return tl_trade_view_is_word (view, run.first - n - 1, ",");
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
      is_base_of (view, draft, change) ||
      (is_trailing (view, run) && draft->anchor.first > run.end + TRAILING_GAP &&
       !tl_trade_steps_is_reached (view, draft)))
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

/* "$5bn and fell, compared with January 2020, by 3%": what it is compared with parts nothing. */
static gboolean
is_compared (const TlTradeView  *view,
             const TlTradeDraft *draft,
             TlTokenRun          run)
{
  for (guint token = draft->anchor.end; token < run.first; token++)
    if (tl_trade_view_in_group (view, token, "period-compared", NULL))
      return TRUE;
  return FALSE;
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
  if (gap <= TRAILING_REACH && (is_trailing (view, run) || is_compared (view, draft, run)) &&
      !is_parted (view, draft, (TlTokenRun) { draft->anchor.end, run.first }))
    return JOIN_REACH_BEHIND;
  for (guint token = MAX (draft->anchor.end, run.first - MIN (run.first, DASH_REACH)); token < run.first; token++)
    if (is_dash (view, token) && !is_parted (view, draft, (TlTokenRun) { draft->anchor.end, run.first }))
      return JOIN_REACH_BEHIND;
  return G_MAXUINT;
}

/*
 * tl_trade_join_is_dated_aside:
 * @view: a sentence
 * @amount: an amount in it
 *
 * Returns: whether it stands in brackets with a time of its own: "10% more ($3bn in May 2022)"
 */
gboolean
tl_trade_join_is_dated_aside (const TlTradeView *view,
                              const TlAmount    *amount)
{
  if (!tl_trade_view_is_word (view, amount->first_token - 1, "("))
    return FALSE;
  for (guint token = amount->end_token; token < amount->end_token + TL_TRADE_ASIDE_REACH; token++)
    {
      if (tl_trade_view_is_word (view, token, ")"))
        return FALSE;
      for (guint i = 0; i < view->n_periods; i++)
        if (view->periods[i].first_token == token)
          return TRUE;
    }
  return FALSE;
}

/*
 * tl_trade_join_gap:
 * @view: a sentence
 * @draft: a figure in the making
 * @change: a change in per cent
 *
 * Returns: how far the change stands from the amount that it may be of; %G_MAXUINT where it
 *   is none of that amount
 */
guint
tl_trade_join_gap (const TlTradeView  *view,
                   const TlTradeDraft *draft,
                   const TlChange     *change)
{
  TlTokenRun run = { change->first_token, change->end_token };

  if (draft->amount == NULL || draft->change != NULL || is_later (view, draft, change) ||
      (run.end <= draft->anchor.first && tl_trade_join_is_dated_aside (view, draft->amount)))
    return G_MAXUINT;
  return run.end <= draft->anchor.first ? join_gap_before (view, draft, run, change)
                                        : join_gap_behind (view, draft, run);
}

/* Whether nothing but commas, "and" and "by" stands between two of a row. */
static gboolean
follows_in_row (const TlTradeView *view,
                guint              end,
                guint              first)
{
  if (end >= first || first - end > ROW_GAP)
    return FALSE;
  for (guint token = end; token < first; token++)
    if (!tl_trade_view_is_word (view, token, ",") && !tl_trade_view_is_word (view, token, "and") &&
        !tl_trade_view_is_word (view, token, "by"))
      return FALSE;
  return TRUE;
}

/* The row of changes in per cent that begins with the one at @first; how many stand in it. */
static guint
count_changes (const TlTradeView *view,
               guint              first)
{
  guint n = 1;

  while (first + n < view->n_changes && view->changes[first + n].kind == TL_CHANGE_PERCENT &&
         follows_in_row (view, view->changes[first + n - 1].end_token,
                         view->changes[first + n].first_token))
    n++;
  return n;
}

/* The draft that begins a row of @n amounts that ends shortly before @token; -1 without one. */
static int
find_amounts (const TlTradeView *view,
              GArray            *drafts,
              guint              n,
              guint              token)
{
  const TlTradeDraft *all = (const TlTradeDraft *) (gpointer) drafts->data;

  for (guint i = drafts->len; i-- > 0;)
    {
      const TlTradeDraft *last = &g_array_index (drafts, TlTradeDraft, i);
      const TlTradeDraft *begin = last;

      if (last->anchor.end > token)
        continue;
      if (token - last->anchor.end > ROW_REACH)
        return -1;
      while (begin > all && follows_in_row (view, begin[-1].anchor.end, begin->anchor.first))
        begin--;
      for (const TlTradeDraft *draft = begin; draft <= last; draft++)
        if (draft->amount == NULL || draft->change != NULL)
          return -1;
      return last + 1 - begin == n ? (int) (begin - all) : -1;
    }
  return -1;
}

/*
 * tl_trade_join_rows:
 * @view: a sentence
 * @drafts: (element-type TlTradeDraft): its amounts, in order
 *
 * Joins changes to amounts by their order: "came to $4bn and $3bn, a fall of 12% and 7%
 * respectively".
 */
void
tl_trade_join_rows (const TlTradeView *view,
                    GArray            *drafts)
{
  for (guint first = 0, n; first < view->n_changes; first += n)
    {
      int amounts;
      TlTradeDraft *joined;

      n = count_changes (view, first);
      if (n < 2 || view->changes[first].kind != TL_CHANGE_PERCENT)
        continue;
      amounts = find_amounts (view, drafts, n, view->changes[first].first_token);
      if (amounts < 0)
        continue;
      joined = &g_array_index (drafts, TlTradeDraft, (guint) amounts);
      for (guint k = 0; k < n; k++)
        joined[k].change = &view->changes[first + k];
    }
}
