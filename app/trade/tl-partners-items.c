/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Partners that go on a list which the sentences before began: "Japan ranked second with $3bn",
 * "Chile – $3 million" on a line of its own.
 */

#include "tl-partners-list.h"

#include <string.h>

/* Of how many tokens the mark before an item's name, and that behind it, may be. */
#define ITEM_REACH 3

/* "Chile – $3 million" on a line of its own: the name of the item; NULL where there is none. */
static const TlParty *
find_item (const TlTradeView  *view,
           GArray             *parties,
           const TlTradeDraft *draft)
{
  const TlParty *party = parties->len > 0 ? &g_array_index (parties, TlParty, 0) : NULL;

  if (party == NULL || party->match->place->form != TL_NAME_PROPER ||
      (view->tokens[view->sentence->first_token].flags & TL_TOKEN_LINE_START) == 0 ||
      party->match->first_token - view->sentence->first_token > ITEM_REACH ||
      party->match->end_token > draft->extent.first ||
      draft->extent.first - party->match->end_token > ITEM_REACH)
    return NULL;
  for (guint token = view->sentence->first_token; token < draft->extent.first; token++)
    if (!tl_token_run_contains ((TlTokenRun) { party->match->first_token, party->match->end_token },
                                token) && view->tokens[token].kind == TL_TOKEN_WORD)
      return NULL;
  return party;
}

/* On which side of the last figure the one stands whose partners are listed; above 1 if unknown. */
static guint
find_owner_side (const TlPartnersContext *self,
                 const TlFigureData      *last,
                 const TlCue             *cue)
{
  if (last->flow == TL_FLOW_EXPORTS)
    return cue->value == TL_FLOW_WORD_IMPORTS ? 1 : 0;
  if (last->flow != TL_FLOW_TURNOVER)
    return 2;
  for (guint side = 0; side < 2; side++)
    if (strcmp (last->partners[1 - side], TL_PARTNER_WORLD) == 0 ||
        strcmp (last->partners[side], self->main.code) == 0)
      return side;
  return 2;
}

/*
 * tl_partners_list_continue:
 * @self: what the article said before; what is found is remembered
 * @view: a sentence that names no flow
 * @draft: a figure in it, its place set
 * @cue: the flow that it goes on about
 * @last: the figure before
 * @owner: (out): whose flow it is
 * @other: (out): with whom
 *
 * Finds the partners of "Japan ranked second with $3bn" behind a sentence that names the first.
 *
 * Returns: whether another partner is named
 */
gboolean
tl_partners_list_continue (TlPartnersContext  *self,
                           const TlTradeView  *view,
                           const TlTradeDraft *draft,
                           const TlCue        *cue,
                           const TlFigureData *last,
                           TlSide             *owner,
                           TlSide             *other)
{
  TlTokenRun clause = tl_trade_view_clause (view, draft->anchor.first);
  g_autoptr(GArray) parties = tl_parties_find (view, cue, clause, self->names_eu);
  const TlParty *partner = find_item (view, parties, draft);

  if (partner == NULL && tl_trade_view_has_phrase (view, "trade-rank"))
    partner = tl_partners_list_find_partner (view, parties, draft, clause);
  if (partner == NULL)
    return FALSE;
  if (!tl_partners_list_find_owner (view, parties, partner, owner))
    {
      guint side = find_owner_side (self, last, cue);
      const TlReason *reason;

      if (side > 1 || strcmp (last->partners[side], partner->code) == 0 ||
          strcmp (last->partners[side], TL_PARTNER_WORLD) == 0)
        return FALSE;
      reason = tl_why_find (&last->why, side == 0 ? TL_FIELD_FIRST_PARTNER
                                                  : TL_FIELD_SECOND_PARTNER);
      tl_side_set (owner, last->partners[side], TL_HOW_CARRIED,
                   reason != NULL ? reason->span : (TlSpan) { 0, 0 });
    }
  tl_side_set (other, partner->code, TL_HOW_STATED, partner->match->span);
  self->last[0] = *owner;
  self->last[1] = *other;
  self->last_sentence = view->index;
  return TRUE;
}
