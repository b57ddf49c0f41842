/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Changes without a size: "exports were down", "a fall in imports", "trade is expected to
 * grow"; one for each partner that a list names.
 */

#include "tl-trade-directions.h"

#include "tl-trade-flow.h"

#include <string.h>

/* How far a flow may stand from a word of direction, and still be what went that way. */
#define FLOW_REACH  22
#define ALONE_REACH 12

/* How far behind "a fall in" the flow may stand. */
#define NOMINAL_REACH 5

/* How far before a change the word may stand that denies it. */
#define DENIED_REACH 4

/* How far behind its flow a list of partners may begin, and the most that are counted. */
#define LIST_REACH  10
#define MAX_PARTIES 12

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

/* A headline says which way things go in a word; its story says it again. */
static gboolean
is_headline (const TlTradeView *view)
{
  return view->tokens[view->sentence->end_token - 1].kind != TL_TOKEN_PUNCTUATION &&
         (view->tokens[view->sentence->first_token].flags & TL_TOKEN_LINE_START) != 0;
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
          !tl_trade_view_same_clause (view, run.first, draft->anchor.first))
        continue;
      draft->change = change;
      return TRUE;
    }
  return FALSE;
}

/* "has not picked up", "could be expanded": it did not. */
static gboolean
is_denied (const TlTradeView *view,
           const TlChange    *change)
{
  for (guint n = 1; n <= DENIED_REACH && change->first_token >= view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, change->first_token - n, "change-denied", NULL))
      return TRUE;
  return tl_trade_view_in_group (view, change->first_token - 1, "change-passive", NULL);
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

  if (!tl_token_run_contains (clause, change->first_token) || is_denied (view, change))
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
           tl_trade_view_same_clause (view, change->first_token, draft->anchor.first)))
        return FALSE;
    }
  return TRUE;
}

/* The flow that begins at @first or close behind it, with nothing that means something else between. */
static const TlCue *
flow_behind (const TlTradeView *view,
             guint              first,
             guint              reach)
{
  for (guint i = 0; i < view->n_cues; i++)
    {
      const TlCue *cue = &view->cues[i];

      if (cue->first_token < first || (cue->kind != TL_CUE_FLOW && cue->kind != TL_CUE_BLOCK))
        continue;
      return cue->kind == TL_CUE_FLOW && !cue->is_weak && cue->first_token - first <= reach ? cue : NULL;
    }
  return NULL;
}

/* "registered a decline in 2023": the noun's "in" is the time's. */
static gboolean
is_before_period (const TlTradeView *view,
                  guint              token)
{
  for (guint i = 0; i < view->n_periods; i++)
    if (view->periods[i].first_token >= token && view->periods[i].first_token <= token + 2)
      return TRUE;
  return FALSE;
}

/* Whether the sentence wishes for it. */
static gboolean
is_wished (const TlTradeView *view,
           const TlChange    *change)
{
  TlTokenRun clause = tl_trade_view_clause (view, change->first_token);
  const TlCue *cue;
  guint position = 0;

  while ((cue = tl_trade_view_next_cue (view, TL_CUE_STATUS, &position)) != NULL)
    if (cue->value == TL_STATUS_TARGET && tl_token_run_contains (clause, cue->first_token) &&
        cue->first_token < change->first_token)
      return TRUE;
  for (guint token = clause.first; token < change->first_token; token++)
    if (tl_trade_view_in_group (view, token, "change-wished", NULL))
      return TRUE;
  return FALSE;
}

/* "trade is expected to grow", "exports will fall": somebody foretells it. */
static gboolean
is_foretold (const TlTradeView *view,
             const TlChange    *change)
{
  guint first = MAX (view->sentence->first_token, change->first_token - MIN (change->first_token, ALONE_REACH));

  if (is_wished (view, change))
    return FALSE;
  for (guint token = first; token < change->end_token; token++)
    if (tl_trade_view_in_group (view, token, "change-foretold", NULL))
      return TRUE;
  return FALSE;
}

/* "exports to A, B and C": how many partners are named between the flow and what became of it. */
static guint
count_parties (const TlTradeView *view,
               const TlCue       *cue,
               const TlChange    *change)
{
  const char *codes[MAX_PARTIES];
  guint n_codes = 0, end = cue->end_token;

  for (guint i = 0; i < view->n_places && n_codes < MAX_PARTIES; i++)
    {
      const TlPlaceMatch *match = &view->places[i];
      guint token = match->first_token - 1;
      gboolean is_known = FALSE;

      if (match->first_token < end || match->end_token > change->first_token)
        continue;
      while (token > end && tl_trade_view_in_group (view, token, "party-skipped", NULL))
        token--;
      if (n_codes == 0 && (match->first_token - end > LIST_REACH ||
                           !tl_trade_view_in_group (view, token, "party-list-before", NULL)))
        return 1;
      for (guint k = end; n_codes > 0 && k < match->first_token; k++)
        if (!tl_trade_view_in_group (view, k, "party-joiner", NULL))
          return n_codes;
      for (guint k = 0; k < n_codes; k++)
        is_known = is_known || strcmp (codes[k], match->place->code) == 0;
      if (!is_known)
        codes[n_codes++] = match->place->code;
      end = match->end_token;
    }
  return MAX (n_codes, 1);
}

static void
add_change (const TlTradeView *view,
            const TlChange    *change,
            const TlCue       *cue,
            GArray            *drafts)
{
  TlTradeDraft draft = {
    .anchor = { change->first_token, change->end_token },
    .change = change,
    .cue = cue,
    .from = -1,
  };

  draft.n_parties = cue != NULL && cue->end_token <= change->first_token ? count_parties (view, cue, change) : 1;
  for (draft.party_index = 0; draft.party_index < draft.n_parties; draft.party_index++)
    g_array_append_val (drafts, draft);
}

/* Adds the change where the sentence names its flow; FALSE where it names none. */
static gboolean
add_of_flow (const TlTradeView *view,
             const TlChange    *change,
             TlContinues        continues,
             guint              n_sized,
             GArray            *drafts)
{
  TlTokenRun run = { change->first_token, change->end_token };
  const TlCue *cue;
  gboolean is_blocked = FALSE;

  if (change->form == TL_CHANGE_FORM_NOUN && !is_before_period (view, change->end_token))
    {
      /* "saw a fall in imports", where the sentence gives no size of anything */
      cue = n_sized == 0 ? flow_behind (view, change->end_token, NOMINAL_REACH) : NULL;
      if (cue != NULL)
        add_change (view, change, cue, drafts);
      return TRUE;
    }
  if (change->form == TL_CHANGE_FORM_BASE && !is_foretold (view, change))
    return TRUE;
  cue = tl_trade_flow_find (view, run, FLOW_REACH, continues, &is_blocked);
  if (cue != NULL && stands_alone (view, change, cue, drafts))
    add_change (view, change, cue, drafts);
  return is_blocked || cue != NULL;
}

/*
 * tl_trade_directions_add:
 * @view: a sentence
 * @continues: whether the sentences before were about trade
 * @drafts: (element-type TlTradeDraft): what it says in amounts and per cents; the changes
 *   without a size are added
 */
void
tl_trade_directions_add (const TlTradeView *view,
                         TlContinues        continues,
                         GArray            *drafts)
{
  guint n_sized = drafts->len;

  if (is_headline (view))
    return;
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      const TlCue *subject;
      guint position = 0;

      if (change->kind == TL_CHANGE_PERCENT || is_taken (view, change, drafts) || join_flat (view, change, drafts) ||
          add_of_flow (view, change, continues, n_sized, drafts))
        continue;
      /* "… and the situation is getting better" */
      subject = tl_trade_view_next_cue (view, TL_CUE_SUBJECT, &position);
      if (continues == TL_CONTINUES_YES && subject != NULL && subject->end_token <= change->first_token &&
          change->first_token - subject->end_token <= 4)
        add_change (view, change, NULL, drafts);
    }
}
