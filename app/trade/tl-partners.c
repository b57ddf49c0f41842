/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The partners of a flow.  The flow's kind says which roles it wants of the places beside
 * it; what is missing comes from the context.
 */

#include "tl-partners.h"

#include "tl-lexicon.h"
#include "tl-partners-bloc.h"
#include "tl-partners-list.h"
#include "tl-partners-near.h"
#include "tl-partners-supply.h"
#include "tl-party.h"

#include <string.h>

static gboolean
same_partner (const char *a,
              const char *b)
{
  return strcmp (a, b) == 0;
}

static void
set_party (TlSide        *side,
           const TlParty *party)
{
  tl_side_set (side, party->code, TL_HOW_STATED, party->match->span);
}

/* "Kazakhstan: exports of $4bn, imports of $7bn": with whom the one trades that the article is about. */
static const TlParty *
find_label (const TlPartnersContext *self,
            const TlTradeView       *view,
            GArray                  *parties)
{
  const TlParty *party = parties->len > 0 ? &g_array_index (parties, TlParty, 0) : NULL;

  if (party == NULL || party->match->first_token != view->sentence->first_token ||
      party->match->place->form != TL_NAME_PROPER || !tl_trade_view_is_word (view, party->match->end_token, ":") ||
      same_partner (party->code, self->main.code))
    return NULL;
  return party;
}

/* How far behind its flow one may stand that it is of. */
#define OF_REACH 6

#define BIT(role) (1u << (role))

/* "Foreign trade of Peru in May: exports of $4bn": whose trade the words before the colon are about. */
static const TlParty *
find_headed (const TlTradeView *view,
             GArray            *parties,
             const TlCue       *cue)
{
  const TlParty *party = parties->len == 1 ? &g_array_index (parties, TlParty, 0) : NULL;

  if (party == NULL || (party->role != TL_ROLE_OF && party->role != TL_ROLE_OWNER))
    return NULL;
  for (guint token = party->match->end_token; token < cue->first_token; token++)
    if (tl_trade_view_is_word (view, token, ":"))
      return party;
  return NULL;
}

/* How far behind its flow "of Peru" may stand: "the foreign trade with all countries of Peru". */
static guint
get_of_reach (const TlTradeView *view,
              const TlCue       *cue)
{
  TlTokenRun behind = { cue->end_token, MIN (cue->end_token + OF_REACH, view->sentence->end_token) };
  const TlCue *world = tl_trade_view_find_cue (view, TL_CUE_WORLD, behind);

  return OF_REACH + (world != NULL ? world->end_token - cue->end_token : 0);
}

static gboolean
resolve_turnover (TlPartnersContext  *self,
                  const TlTradeView  *view,
                  const TlCue        *cue,
                  const TlTradeDraft *draft,
                  GArray            *parties,
                  TlTokenRun         clause,
                  TlSide            *owner,
                  TlSide            *other)
{
  const guint other_roles = BIT (TL_ROLE_WITH) | BIT (TL_ROLE_BETWEEN) | BIT (TL_ROLE_TO);
  const guint owner_roles = BIT (TL_ROLE_OWNER) | BIT (TL_ROLE_SUBJECT) | BIT (TL_ROLE_OF) |
                            BIT (TL_ROLE_FROM);
  const TlParty *found[2] = { NULL, NULL };

  if (tl_partners_are_others (view, parties, cue))
    return FALSE;
  if (!tl_partners_find_joined (view, parties, cue, found))
    {
      found[1] = tl_partners_find_nearest (view, parties, cue, draft, other_roles, NULL);
      found[0] = tl_partners_find_elided (view, parties, cue, draft);
      if (found[0] == NULL)
        found[0] = tl_partners_find_nearest (view, parties, cue, draft, owner_roles,
                                             found[1] != NULL ? found[1]->code : NULL);
      /* A party of the whole clause that stands far off owns nothing. */
      if (found[0] != NULL && found[0]->role == TL_ROLE_OF &&
          tl_partners_get_gap (view, cue, found[0]) > get_of_reach (view, cue))
        found[0] = NULL;
      /* "trade between the members of the union" */
      if (found[0] == NULL && found[1] != NULL && found[1]->role == TL_ROLE_BETWEEN &&
          tl_partners_is_bloc (found[1]->code))
        found[0] = found[1];
    }

  if (found[0] == NULL && found[1] == NULL)
    found[1] = find_label (self, view, parties);

  if (found[0] != NULL)
    set_party (owner, found[0]);
  if (found[1] != NULL)
    set_party (other, found[1]);
  if (found[0] != NULL && found[1] == NULL)
    tl_partners_supply_other (self, view, cue, clause, owner->code, other);
  else if (found[0] == NULL && found[1] != NULL)
    tl_partners_supply_owner (self, view, cue, other->code, owner);
  else if (found[0] == NULL)
    return tl_partners_supply_both (self, view, cue, clause, owner, other);
  return TRUE;
}

/* "American imports" in a story about Canada's trade are those from America. */
static gboolean
are_imports_from (const TlPartnersContext *self,
                  const TlCue             *cue,
                  const TlParty           *mine)
{
  return cue->value == TL_FLOW_WORD_IMPORTS && mine->match->place->form == TL_NAME_ADJECTIVE &&
         mine->match->end_token == cue->first_token && self->main.code[0] != '\0' &&
         !same_partner (self->main.code, mine->code) && strcmp (self->main.code, TL_PARTNER_WORLD) != 0;
}

/* @owner becomes the one whose books are spoken of: the exporter, importer, or who has the surplus or deficit. */
static gboolean
resolve_directed (TlPartnersContext  *self,
                  const TlTradeView  *view,
                  const TlCue        *cue,
                  const TlTradeDraft *draft,
                  GArray            *parties,
                  TlTokenRun         clause,
                  TlSide            *owner,
                  TlSide            *other)
{
  gboolean is_import = cue->value == TL_FLOW_WORD_IMPORTS;
  gboolean is_export = cue->value == TL_FLOW_WORD_EXPORTS;
  guint owner_roles = BIT (TL_ROLE_OWNER) | BIT (TL_ROLE_SUBJECT) | BIT (TL_ROLE_OF);
  guint other_roles = BIT (TL_ROLE_WITH) | (is_import ? BIT (TL_ROLE_FROM) : BIT (TL_ROLE_TO));
  const TlParty *mine = NULL, *theirs = NULL, *pair[2];

  /* "exports from A to B": then A owns them; "imports to A": so does A. */
  owner_roles |= is_import ? BIT (TL_ROLE_TO) : is_export ? BIT (TL_ROLE_FROM) : 0;
  theirs = tl_partners_find_where (self, view, parties, cue);
  if (theirs == NULL)
    theirs = tl_partners_find_nearest (view, parties, cue, draft, other_roles, NULL);
  mine = tl_partners_find_elided (view, parties, cue, draft);
  if (mine == NULL)
    mine = tl_partners_find_nearest (view, parties, cue, draft, owner_roles,
                                     theirs != NULL ? theirs->code : NULL);

  /* "the import of Belarusian products to Kazakhstan": of whose goods is from whom. */
  if (is_import && mine != NULL && mine->role == TL_ROLE_OF && mine->match->place->form == TL_NAME_ADJECTIVE)
    {
      theirs = mine;
      mine = tl_partners_find_nearest (view, parties, cue, draft, BIT (TL_ROLE_OWNER) |
                                       BIT (TL_ROLE_SUBJECT) | BIT (TL_ROLE_TO), theirs->code);
    }
  /* "Turkish purchases of Kazakh wheat" */
  if (is_import && mine != NULL && theirs == NULL && mine->role != TL_ROLE_OF)
    {
      const TlParty *goods = tl_partners_find_nearest (view, parties, cue, draft, BIT (TL_ROLE_OF), mine->code);

      if (goods != NULL && goods->match->place->form == TL_NAME_ADJECTIVE &&
          goods->match->first_token >= cue->end_token)
        theirs = goods;
    }
  /* "Armenian imports to Georgia": they come from Armenia. */
  if (is_import && mine != NULL && theirs == NULL && mine->role == TL_ROLE_OWNER)
    {
      const TlParty *to = tl_partners_find_nearest (view, parties, cue, draft,
                                                    BIT (TL_ROLE_TO), mine->code);

      if (to != NULL)
        {
          theirs = mine;
          mine = to;
        }
    }
  /* "the trade gap between A and B": the first named has it. */
  if (mine == NULL && theirs == NULL && tl_partners_find_joined (view, parties, cue, pair))
    {
      mine = pair[0];
      theirs = pair[1];
    }

  if (mine == NULL && theirs == NULL)
    mine = tl_partners_find_subject (view, parties, cue);
  if (mine == NULL && theirs == NULL)
    mine = find_headed (view, parties, cue);
  if (mine == NULL && theirs == NULL)
    theirs = find_label (self, view, parties);
  /* "exports to the country", "imports from these islands" */
  if (theirs == NULL &&
      tl_partners_supply_referred (self, view, cue, mine != NULL ? mine->code : NULL, other))
    {
      if (mine != NULL)
        set_party (owner, mine);
      else
        tl_partners_supply_owner (self, view, cue, other->code, owner);
      return TRUE;
    }
  if (mine != NULL && theirs == NULL && are_imports_from (self, cue, mine))
    {
      set_party (other, mine);
      *owner = self->main;
      return TRUE;
    }

  if (mine != NULL)
    set_party (owner, mine);
  if (theirs != NULL)
    set_party (other, theirs);
  if (mine != NULL && theirs == NULL)
    tl_partners_supply_other (self, view, cue, clause, owner->code, other);
  else if (mine == NULL && theirs != NULL)
    tl_partners_supply_owner (self, view, cue, other->code, owner);
  else if (mine == NULL)
    return tl_partners_supply_both (self, view, cue, clause, owner, other);
  return TRUE;
}

static gboolean
is_in_pair (const TlSide  pair[2],
            const char   *code)
{
  return pair[0].code[0] != '\0' && (same_partner (pair[0].code, code) || same_partner (pair[1].code, code));
}

/* A sentence behind that of the region names the country itself: that one is meant. */
static gboolean
is_said_anew (const TlPartnersContext *self,
              const TlTradeView       *view,
              const TlSide            *side)
{
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].span.start == side->span.start && view->places[i].place->form == TL_NAME_PROPER)
      return self->last_sentence != view->index;
  return FALSE;
}

/* "the oblast's trade": the region last named stands for its country. */
static void
put_region (TlPartnersContext *self,
            const TlTradeView *view,
            TlTokenRun         clause,
            TlSide            *owner,
            TlSide            *other)
{
  const TlCue *cue = tl_trade_view_find_cue (view, TL_CUE_REGION, clause);

  if (self->region.code[0] == '\0')
    return;
  /* "Imports from Peru to the region" */
  if (cue != NULL && other->how == TL_HOW_DEFAULT && same_partner (other->code, TL_PARTNER_WORLD) &&
      strncmp (owner->code, self->region.code, 2) != 0)
    {
      *other = self->region;
      other->reference = tl_trade_view_cue_span (view, cue);
    }
  for (guint i = 0; i < 2; i++)
    {
      TlSide *side = i == 0 ? owner : other;
      gboolean is_its_country = strlen (side->code) == 2 && strncmp (side->code, self->region.code, 2) == 0 &&
                                self->region.code[2] == '-';

      /* "… between Brest Oblast and Kazakhstan, with Belarusian export as high as …" */
      if (is_its_country && (cue != NULL ||
                             (!is_said_anew (self, view, side) &&
                              is_in_pair (self->last, self->region.code) &&
                              is_in_pair (self->last, i == 0 ? other->code : owner->code))))
        {
          *side = self->region;
          side->reference = tl_trade_view_cue_span (view, cue);
        }
    }
}

/* "The EU took exports of $6bn, of which $2bn went to Belgium": not those of the union. */
static void
put_member (TlPartnersContext *self,
            TlSide            *owner,
            const TlSide      *other)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();

  if (tl_gazetteer_is_country (gazetteer, self->main.code) &&
      !same_partner (self->main.code, other->code) &&
      !same_partner (owner->code, TL_PARTNER_WORLD) &&
      tl_gazetteer_is_member (gazetteer, owner->code, other->code))
    *owner = self->main;
}

/*
 * tl_partners_resolve:
 * @self: what the article said before; what is found is remembered
 * @view: the sentence
 * @cue: the flow
 * @draft: the figure in the making
 * @owner: (out): the one whose flow it is
 * @other: (out): the other side
 *
 * Returns: whether partners were found
 */
gboolean
tl_partners_resolve (TlPartnersContext *self,
                     const TlTradeView *view,
                     const TlCue       *cue,
                     const TlTradeDraft *draft,
                     TlSide            *owner,
                     TlSide            *other)
{
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);
  g_autoptr(GArray) parties = NULL;
  gboolean found;

  if (!tl_token_run_contains (clause, draft->anchor.first))
    clause.end = MAX (clause.end, tl_trade_view_clause (view, draft->anchor.first).end);
  parties = tl_parties_find (view, cue, clause, self->names_eu);
  owner->code[0] = other->code[0] = '\0';
  if (tl_partners_list_resolve (self, view, draft, parties, clause, owner, other))
    found = TRUE;
  else if (cue->value == TL_FLOW_WORD_TURNOVER)
    found = resolve_turnover (self, view, cue, draft, parties, clause, owner, other);
  else
    found = resolve_directed (self, view, cue, draft, parties, clause, owner, other);
  if (!found || (same_partner (owner->code, other->code) && !tl_partners_is_bloc (owner->code)))
    return FALSE;
  put_member (self, owner, other);
  put_region (self, view, clause, owner, other);
  if (tl_trade_view_in_group (view, view->sentence->first_token, "trade-aside", NULL))
    return TRUE;                /* the talk goes on about those before */
  if (same_partner (owner->code, other->code))
    self->internal = *owner;
  self->last[0] = *owner;
  self->last[1] = *other;
  self->last_sentence = view->index;
  self->last_paragraph = view->sentence->paragraph;
  self->is_directed = cue->value != TL_FLOW_WORD_TURNOVER;
  if (!same_partner (owner->code, TL_PARTNER_WORLD) &&
      !same_partner (other->code, TL_PARTNER_WORLD))
    memcpy (self->recent, self->last, sizeof self->recent);
  return TRUE;
}

/*
 * tl_partners_find_direction:
 * @self: what the article said before; what is found is remembered
 * @view: a sentence that names no flow
 * @owner: (out): from where
 * @other: (out): to where
 *
 * Finds "from Kazakhstan to Belarus" or "Russia to Belarus", as items of a list say it.
 *
 * Returns: whether there is such a pair
 */
gboolean
tl_partners_find_direction (TlPartnersContext *self,
                            const TlTradeView *view,
                            TlSide            *owner,
                            TlSide            *other)
{
  for (guint i = 1; i < view->n_places; i++)
    {
      const TlPlaceMatch *from = &view->places[i - 1], *to = &view->places[i];

      if (from->end_token + 1 != to->first_token || !tl_trade_view_is_word (view, from->end_token, "to") ||
          !tl_party_may_be (from) || !tl_party_may_be (to) || same_partner (from->place->code, to->place->code))
        continue;
      tl_side_set (owner, from->place->code, TL_HOW_STATED, from->span);
      tl_side_set (other, to->place->code, TL_HOW_STATED, to->span);
      self->last[0] = *owner;
      self->last[1] = *other;
      self->last_sentence = view->index;
      return TRUE;
    }
  return FALSE;
}
