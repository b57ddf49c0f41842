/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Several partners of one flow in a sentence, each with a figure of its own: "exports to
 * Japan rose 5%, to Korea 7%", "$4 billion to Japan and $3 billion to Korea", "to Japan and
 * Korea rose 5% and 7%", "Japan with $4 billion, followed by Korea with $3 billion".
 */

#include "tl-partners-list.h"

#include "tl-lexicon.h"
#include "tl-partners-supply.h"

#include <string.h>

/* How far before its amount "accounted for" may stand: "up to", "some" between. */
#define ACCOUNTING_REACH 4

/* How far behind a name the figure may stand that is its own. */
#define NEXT_REACH 2

/* How far behind its flow "to Peru" may stand, to be that flow's own. */
#define OWN_REACH 2

/* Between a name and its figure: "Uzbekistan - 122.6 million", "India (-37.9%)". */
static gboolean
stands_at (const TlTradeView  *view,
           const TlParty      *party,
           const TlTradeDraft *draft)
{
  guint token = party->match->end_token;

  return token + 1 == draft->extent.first && view->tokens[token].kind == TL_TOKEN_PUNCTUATION &&
         !tl_trade_view_is_word (view, token, ",");
}

/* "to Japan and Korea … 5% and 7%": the one at the same place in its row. */
static const TlParty *
at_same_place (GPtrArray          *candidates,
               const TlTradeDraft *draft)
{
  guint first = 0;

  for (guint i = 1; draft->row_length > 1 && i <= candidates->len; i++)
    {
      const TlParty *party = i < candidates->len ? g_ptr_array_index (candidates, i) : NULL;

      if (party != NULL && party->joined)
        continue;
      if (i - first == draft->row_length)
        return g_ptr_array_index (candidates, first + draft->row_index);
      first = i;
    }
  return NULL;
}

/* The first of those that are joined to the one at @index: "to Germany, France and Italy". */
static const TlParty *
head_of (GPtrArray *candidates,
         guint      index)
{
  while (index > 0 && ((const TlParty *) g_ptr_array_index (candidates, index))->joined)
    index--;
  return g_ptr_array_index (candidates, index);
}

/* "18% with Japan, 11% with Korea": where the name begins that stands right behind the figure; else G_MAXUINT. */
static guint
find_name_behind (const TlTradeView  *view,
                  const TlTradeDraft *draft)
{
  guint token = draft->extent.end;

  if (!tl_trade_view_in_group (view, token, "party-preposition", &token))
    return G_MAXUINT;
  while (tl_trade_view_in_group (view, token, "party-skipped", NULL))
    token++;
  return token;
}

static const TlParty *
right_behind (const TlTradeView  *view,
              GPtrArray          *candidates,
              const TlTradeDraft *draft)
{
  guint token = find_name_behind (view, draft);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TlParty *party = g_ptr_array_index (candidates, i);

      if (party->match->first_token == token)
        return party;
    }
  return NULL;
}

/*
 * tl_partners_list_choose:
 * @view: the sentence
 * @candidates: (element-type TlParty): the partners that the flow has in the sentence, in order
 * @draft: the figure, its place set
 *
 * Chooses the one that the figure is of.
 *
 * Returns: (nullable): that one; %NULL where there are no two to choose from
 */
const TlParty *
tl_partners_list_choose (const TlTradeView  *view,
                         GPtrArray          *candidates,
                         const TlTradeDraft *draft)
{
  const TlParty *same, *first;
  guint before = 0;

  if (candidates->len < 2)
    return NULL;
  same = at_same_place (candidates, draft);
  if (same == NULL)
    same = right_behind (view, candidates, draft);
  if (same != NULL)
    return same;
  while (before < candidates->len &&
         ((const TlParty *) g_ptr_array_index (candidates, before))->match->end_token <= draft->extent.first)
    before++;
  first = g_ptr_array_index (candidates, 0);
  if (first->match->end_token > draft->list_first && before < candidates->len)
    {
      const TlParty *next = g_ptr_array_index (candidates, before);

      /* The list begins with a figure: each has its partner behind it. */
      if (next->match->first_token < draft->behind_first)
        return next;
    }
  return head_of (candidates, before > 0 ? before - 1 : 0);
}

/* "Georgia's exports: Armenia - $550 million": the item's name stands at its figure. */
static const TlParty *
find_at (const TlTradeView  *view,
         GArray             *parties,
         const TlTradeDraft *draft)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->first_token >= draft->before_end && party->match->place->form == TL_NAME_PROPER &&
          stands_at (view, party, draft))
        return party;
    }
  return NULL;
}

/* "Japan's 14.6% ($680 million)": what it owns is a share, and no flow. */
static gboolean
has_share (const TlTradeView *view,
           const TlParty     *party)
{
  guint token = party->match->end_token + 1;

  return token < view->sentence->end_token && view->tokens[token].kind == TL_TOKEN_NUMBER &&
         tl_trade_view_in_group (view, token + 1, "percent", NULL);
}

/* A country that stands alone before a figure of a list, as its item's name. */
static const TlParty *
find_bare (const TlTradeView  *view,
           GArray             *parties,
           const TlTradeDraft *draft)
{
  const TlParty *found = find_at (view, parties, draft);
  guint behind = find_name_behind (view, draft);

  if (found != NULL)
    return found;
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->first_token == behind && tl_party_is_other_side (view, party->match))
        return NULL;
      if (party->match->first_token < draft->before_end || party->match->end_token > draft->extent.first ||
          party->match->place->form != TL_NAME_PROPER)
        continue;
      /* "$200 million of Georgia's imports, Chile for $180 million": the flow's owner */
      if (tl_party_is_possessed (view, party->match) && !has_share (view, party) &&
          tl_trade_view_has_cue (view, TL_CUE_FLOW, (TlTokenRun) { party->match->end_token,
                                                                   draft->extent.first }))
        continue;
      if (party->role != TL_ROLE_NONE && party->role != TL_ROLE_SUBJECT && party->role != TL_ROLE_WITH &&
          !tl_trade_view_is_word (view, party->match->first_token - 1, "by"))
        return NULL;
      if (found != NULL)
        return NULL;            /* two: neither is the item's name */
      found = party;
    }
  return draft->list_first < draft->extent.first ? found : NULL;
}

/* "Japan accounted for $3 billion of …": an amount right behind, and no part of something else. */
static gboolean
accounts_for (const TlTradeView  *view,
              const TlTradeDraft *draft)
{
  for (guint n = 1; n <= ACCOUNTING_REACH && draft->anchor.first >= view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, draft->anchor.first - n, "trade-accounting", NULL))
      return draft->amount != NULL;
  return FALSE;
}

/* "Japan was Chile's second trading partner, with …": a partner is named as one. */
static gboolean
names_partner (const TlTradeView  *view,
               const TlTradeDraft *draft,
               TlTokenRun          clause)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-partner");

  for (guint i = clause.first; i < clause.end; i++)
    if (tl_phrases_match_at (words, view->reading->text, i, NULL))
      return TRUE;
  return accounts_for (view, draft);
}

/* Whether its preposition makes it the other side of the flow. */
static gboolean
is_wanted (const TlParty *party,
           const TlCue   *cue)
{
  return cue != NULL && ((party->role == TL_ROLE_FROM && cue->value == TL_FLOW_WORD_IMPORTS) ||
                         (party->role == TL_ROLE_TO && cue->value == TL_FLOW_WORD_EXPORTS));
}

/* "Exports earned $9bn, and the biggest buyers were Peru ($2bn) and …": of the next figure. */
static gboolean
is_of_next (const TlTradeView  *view,
            const TlParty      *party,
            const TlTradeDraft *draft)
{
  return draft->cue != NULL && !draft->cue->is_ranked &&
         draft->cue->end_token <= draft->anchor.first &&
         draft->behind_first < view->sentence->end_token &&
         draft->behind_first - party->match->end_token <= NEXT_REACH;
}

/* "…, exports to Japan came to $3bn": the flow of the figure names its partner itself. */
static gboolean
flow_names_partner (GArray             *parties,
                    const TlTradeDraft *draft)
{
  const TlCue *cue = draft->cue;

  if (cue == NULL || cue->is_ranked || cue->value == TL_FLOW_WORD_TURNOVER ||
      cue->first_token < draft->before_end)
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->first_token >= cue->end_token &&
          party->match->end_token <= draft->anchor.first &&
          party->match->first_token - cue->end_token <= OWN_REACH &&
          (party->role == TL_ROLE_TO || party->role == TL_ROLE_FROM || party->role == TL_ROLE_WITH))
        return TRUE;
    }
  return FALSE;
}

/*
 * tl_partners_list_find_partner:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @draft: a figure, its place set
 * @clause: the part of the sentence that speaks of its flow
 *
 * Returns: (nullable): the one that the clause names as somebody's partner, in a list or by
 *   itself
 */
const TlParty *
tl_partners_list_find_partner (const TlTradeView  *view,
                               GArray             *parties,
                               const TlTradeDraft *draft,
                               TlTokenRun          clause)
{
  const TlParty *found = find_bare (view, parties, draft);
  gboolean is_surpassed = FALSE;

  if (found != NULL)
    return tl_party_is_possessed (view, found->match) && !has_share (view, found) ? NULL : found;
  if (!names_partner (view, draft, clause) || flow_names_partner (parties, draft))
    return NULL;
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      /* "Most imports, worth $9bn, came from Peru, followed by Chile": of Peru. */
      if (found == NULL && party->match->first_token >= draft->extent.end &&
          party->match->first_token < draft->behind_first &&
          (is_wanted (party, draft->cue) || is_of_next (view, party, draft)))
        return NULL;
      if (party->match->place->form != TL_NAME_PROPER || tl_party_is_possessed (view, party->match) ||
          (party->role != TL_ROLE_NONE && party->role != TL_ROLE_SUBJECT && party->role != TL_ROLE_OWNER &&
           !tl_trade_view_is_word (view, party->match->first_token - 1, "by")))
        continue;
      is_surpassed = (is_surpassed && party->joined) || tl_party_is_surpassed (view, party->match);
      if (is_surpassed)
        continue;
      if (found != NULL && party->match->first_token >= draft->extent.end)
        break;
      found = party;            /* the nearest before the figure */
    }
  return found;
}

/*
 * tl_partners_list_find_owner:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @partner: one that it names as a partner
 * @owner: (out): whose partner it is
 *
 * Finds whose partner one is: whose name owns the flow or the partner.
 *
 * Returns: whether somebody is
 */
gboolean
tl_partners_list_find_owner (const TlTradeView *view,
                             GArray            *parties,
                             const TlParty     *partner,
                             TlSide            *owner)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (strcmp (party->code, partner->code) != 0 && !has_share (view, party) && party->role != TL_ROLE_OFFICE &&
          !tl_trade_view_is_word (view, party->match->first_token - 1, "by") &&
          (tl_party_is_possessed (view, party->match) || party->role == TL_ROLE_OWNER || party->role == TL_ROLE_OF ||
           party->match->place->form == TL_NAME_ADJECTIVE))
        {
          tl_side_set (owner, party->code, TL_HOW_STATED, party->match->span);
          return TRUE;
        }
    }
  return FALSE;
}

/* "Japan, the country's second largest partner, ran a surplus": the one described so is the subject. */
static const TlParty *
find_described (const TlTradeView *view,
                GArray            *parties)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-partner");
  guint end = view->sentence->end_token;

  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);
      guint token = party->match->end_token;
      gboolean is_described = FALSE;

      /* "Exports to Japan, the country's biggest buyer, rose" are not Japan's. */
      if (party->match->place->form != TL_NAME_PROPER || !tl_trade_view_is_word (view, token, ",") ||
          tl_party_is_other_side (view, party->match))
        continue;
      for (token++; token < end && !tl_trade_view_is_word (view, token, ","); token++)
        is_described |= tl_phrases_match_at (words, view->reading->text, token, NULL);
      if (is_described && token < end && view->tokens[token + 1].kind == TL_TOKEN_WORD)
        return party;
    }
  return NULL;
}

/* "Deficits were reported for Britain, $23bn, Italy, $10bn": each has one with the world. */
static gboolean
lists_owners (const TlPartnersContext *self,
              const TlTradeView       *view,
              const TlParty           *partner)
{
  return self->last_sentence == view->index &&
         strcmp (self->last[1].code, TL_PARTNER_WORLD) == 0 &&
         self->last[0].code[0] != '\0' && strcmp (self->last[0].code, self->main.code) != 0 &&
         strcmp (self->last[0].code, partner->code) != 0;
}

/*
 * tl_partners_list_resolve:
 * @self: what the article said before
 * @view: the sentence
 * @draft: the figure, its place set
 * @parties: (element-type TlParty): the places in it
 * @clause: the part of the sentence that speaks of the flow
 * @owner: (out): whose flow it is
 * @other: (out): with whom
 *
 * Finds the partners of "Turkey was the biggest partner with $4bn, followed by Italy with $3bn".
 *
 * Returns: whether somebody is named as a partner
 */
gboolean
tl_partners_list_resolve (TlPartnersContext  *self,
                          const TlTradeView  *view,
                          const TlTradeDraft *draft,
                          GArray             *parties,
                          TlTokenRun          clause,
                          TlSide             *owner,
                          TlSide             *other)
{
  const TlParty *described = find_described (view, parties);
  const TlParty *partner = described;

  if (partner == NULL)
    partner = tl_partners_list_find_partner (view, parties, draft, clause);
  if (partner == NULL)
    return FALSE;
  if (lists_owners (self, view, partner))
    {
      tl_side_set (owner, partner->code, TL_HOW_STATED, partner->match->span);
      *other = self->last[1];
      return TRUE;
    }
  if (!tl_partners_list_find_owner (view, parties, partner, owner))
    tl_partners_supply_main (self, view, partner->code, owner);
  if (owner->code[0] == '\0')
    return FALSE;
  tl_side_set (other, partner->code, TL_HOW_STATED, partner->match->span);
  if (described != NULL)
    {
      TlSide mine = *owner;

      *owner = *other;
      *other = mine;
    }
  return TRUE;
}
