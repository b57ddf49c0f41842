/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The partners of a flow.  The flow's kind says which roles it wants of the places beside
 * it; what is missing comes from the context.
 */

#include "tl-partners.h"

#include "tl-lexicon.h"
#include "tl-partners-list.h"
#include "tl-partners-supply.h"
#include "tl-party.h"

#include <string.h>

/* How far from its flow the other side of exports, imports or a balance may stand. */
#define OTHER_REACH 20

/* How far behind its flow "to Peru" may stand, to be that flow's own. */
#define OWN_REACH 2

/* How far before its flow a place and "where" may stand: "Peru, where its exports". */
#define WHERE_REACH 5

/* How far before its flow "their" stands: "their annual bilateral trade". */
#define THEIR_REACH 3

/* How far before its flow a subject may stand: "Ukraine has again reduced its exports". */
#define SUBJECT_REACH 6

static gboolean
same_partner (const char *a,
              const char *b)
{
  return strcmp (a, b) == 0;
}

static guint
gap_to (const TlTradeView *view,
        const TlCue       *cue,
        const TlParty       *party)
{
  return tl_trade_view_gap (view, (TlTokenRun) { cue->first_token, cue->end_token },
                            (TlTokenRun) { party->match->first_token, party->match->end_token });
}

/* "the trade balance with Norway showed a deficit": both speak of one balance. */
static gboolean
says_balance (const TlTradeView *view,
              const TlCue       *cue)
{
  for (guint token = cue->first_token; token < cue->end_token; token++)
    if (tl_trade_view_in_group (view, token, "trade-balance", NULL))
      return TRUE;
  return FALSE;
}

/* "imported goods from Norway and sold …": Norway belongs to the flow that is nearer. */
static gboolean
has_flow_between (const TlTradeView *view,
                  const TlCue       *cue,
                  const TlParty     *party)
{
  gboolean is_balance = cue->value == TL_FLOW_WORD_SURPLUS || cue->value == TL_FLOW_WORD_DEFICIT;
  const TlCue *other;
  guint position = 0;

  while ((other = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL)
    if (other->is_ranked || (other->is_weak && (other->value == TL_FLOW_WORD_TURNOVER || other->value == cue->value)) ||
        (is_balance && (other->value == TL_FLOW_WORD_TURNOVER || says_balance (view, other))))
      continue;                 /* "bought goods worth $3bn from Norway", "the deficit in trade with" */
    else if ((other->first_token >= cue->end_token && other->end_token <= party->match->first_token) ||
        (other->first_token >= party->match->end_token && other->end_token <= cue->first_token) ||
        (party->match->end_token <= cue->first_token && other->end_token <= party->match->first_token &&
         other->value != cue->value))
      return TRUE;
  return FALSE;
}

static gboolean
is_other_side (const TlParty *party)
{
  return party->role == TL_ROLE_WITH || party->role == TL_ROLE_TO || party->role == TL_ROLE_FROM;
}

/* Whether it may have one of the roles (a bit each) beside the flow. */
static gboolean
may_be (const TlTradeView *view,
        const TlParty     *party,
        const TlCue       *cue,
        TlTokenRun         anchor,
        guint              roles,
        const char        *other_than)
{
  if ((roles & (1u << party->role)) == 0)
    return FALSE;
  if (party->is_cause && anchor.end <= party->match->first_token)
    return FALSE;
  /* "between" makes a capital a government only beside another one, see find_joined(). */
  if (party->match->place->form == TL_NAME_CAPITAL &&
      (party->role == TL_ROLE_FROM || party->role == TL_ROLE_TO || party->role == TL_ROLE_BETWEEN))
    return FALSE;
  if (is_other_side (party) && has_flow_between (view, cue, party))
    return FALSE;
  return other_than == NULL || !same_partner (party->code, other_than);
}

/* "5% more exports to Peru and 7% more exports to Chile": each flow has its own partner. */
static void
drop_earlier (const TlTradeView *view,
              const TlCue       *cue,
              const TlParty     *best,
              GPtrArray         *candidates)
{
  const TlCue *first;
  guint position = 0;

  if (best->match->first_token < cue->end_token ||
      best->match->first_token - cue->end_token > OWN_REACH)
    return;
  first = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position);
  if (first == NULL || first->first_token >= cue->first_token)
    return;
  for (guint i = candidates->len; i-- > 0;)
    {
      const TlParty *party = g_ptr_array_index (candidates, i);

      if (party->match->first_token >= first->end_token &&
          party->match->end_token <= cue->first_token)
        g_ptr_array_remove_index (candidates, i);
    }
}

/* The party of one of the roles that stands nearest to the flow, or at the figure's place in a list. */
static const TlParty *
nearest (const TlTradeView  *view,
         GArray             *parties,
         const TlCue        *cue,
         const TlTradeDraft *draft,
         guint               roles,
         const char         *other_than)
{
  g_autoptr(GPtrArray) candidates = g_ptr_array_new ();
  const TlParty *best = NULL;
  guint best_gap = G_MAXUINT;

  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);
      guint gap = gap_to (view, cue, party);

      if (!may_be (view, party, cue, draft->anchor, roles, other_than))
        continue;
      if (is_other_side (party))
        g_ptr_array_add (candidates, (gpointer) party);
      if (gap >= best_gap || (is_other_side (party) && cue->value != TL_FLOW_WORD_TURNOVER && gap > OTHER_REACH))
        continue;
      best = party;
      best_gap = gap;
    }
  if (best != NULL && is_other_side (best) && draft->cue != NULL)
    {
      drop_earlier (view, cue, best, candidates);
      const TlParty *chosen = tl_partners_list_choose (view, candidates, draft);

      if (chosen != NULL)
        return chosen;
    }
  return best;
}

/* "Iraq and Iran expect their annual trade to …": that of the two. */
static gboolean
says_their (const TlTradeView *view,
            const TlCue       *cue)
{
  TlPhrases *words = tl_lexicon_get_group (tl_lexicon_get_default (), "party-their");

  for (guint n = 1; n <= THEIR_REACH && cue->first_token >= view->sentence->first_token + n; n++)
    if (tl_phrases_match_at (words, view->reading->text, cue->first_token - n, NULL))
      return TRUE;
  return FALSE;
}

/* "between A and B", "A-B trade", "A and B traded": two that are joined, nearest to the flow. */
static gboolean
find_joined (const TlTradeView *view,
             GArray            *parties,
             const TlCue       *cue,
             const TlParty       *found[2])
{
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);
  gboolean is_theirs = says_their (view, cue) || tl_trade_view_find_cue (view, TL_CUE_PAIR, clause) != NULL;
  guint best = G_MAXUINT;

  for (guint i = 1; i < parties->len; i++)
    {
      const TlParty *first = &g_array_index (parties, TlParty, i - 1);
      const TlParty *second = &g_array_index (parties, TlParty, i);
      guint gap = MIN (gap_to (view, cue, first), gap_to (view, cue, second));

      if (!second->joined || second->role == TL_ROLE_OFFICE ||
          first->role == TL_ROLE_WITH || first->role == TL_ROLE_TO || first->role == TL_ROLE_FROM ||
          same_partner (first->code, second->code))
        continue;
      /* Two names that only stand somewhere in the sentence are no pair. */
      if (first->role == TL_ROLE_NONE && gap > 3 && !is_theirs)
        continue;
      if (gap < best)
        {
          best = gap;
          found[0] = first;
          found[1] = second;
        }
    }
  return best != G_MAXUINT;
}

static void
set_party (TlSide        *side,
           const TlParty *party)
{
  tl_side_set (side, party->code, TL_HOW_STATED, party->match->span);
}

#define BIT(role) (1u << (role))

/* "trade between Riverton and Lakeside", "with Riverton": of some that are no countries, and not of theirs. */
static gboolean
is_between_others (const TlTradeView *view,
                   GArray            *parties,
                   const TlCue       *cue)
{
  TlPhrases *prepositions = tl_lexicon_get_group (tl_lexicon_get_default (), "party-preposition");
  const TlWord *word = tl_lexicon_match (prepositions, view->reading->text, cue->end_token, NULL);
  guint token = cue->end_token + 1;

  if (word == NULL || (strcmp (word->value, "between") != 0 && strcmp (word->value, "with") != 0) ||
      token >= view->sentence->end_token || (view->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);
      gboolean is_one_of_two = party->joined ||
                               (i + 1 < parties->len && g_array_index (parties, TlParty, i + 1).joined);

      if (party->match->first_token <= token + 3 && party->match->end_token > token &&
          (party->match->place->form != TL_NAME_CAPITAL || party->role == TL_ROLE_WITH || is_one_of_two))
        return FALSE;
    }
  return TRUE;
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
  const TlParty *found[2] = { NULL, NULL };

  if (is_between_others (view, parties, cue))
    return FALSE;
  if (!find_joined (view, parties, cue, found))
    {
      found[1] = nearest (view, parties, cue, draft,
                          BIT (TL_ROLE_WITH) | BIT (TL_ROLE_BETWEEN) | BIT (TL_ROLE_TO), NULL);
      found[0] = nearest (view, parties, cue, draft,
                          BIT (TL_ROLE_OWNER) | BIT (TL_ROLE_SUBJECT) | BIT (TL_ROLE_OF) | BIT (TL_ROLE_FROM),
                          found[1] != NULL ? found[1]->code : NULL);
      /* A party of the whole clause that stands far off owns nothing. */
      if (found[0] != NULL && found[0]->role == TL_ROLE_OF && gap_to (view, cue, found[0]) > 6)
        found[0] = NULL;
    }

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

/* "Ukraine reduced exports to $36 billion": the subject, with nothing but words before the flow. */
static const TlParty *
find_subject (const TlTradeView *view,
              GArray            *parties,
              const TlCue       *cue)
{
  const TlParty *found = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->end_token > cue->first_token)
        break;
      if (party->role == TL_ROLE_NONE && party->match->place->form == TL_NAME_PROPER &&
          cue->first_token - party->match->end_token <= SUBJECT_REACH)
        found = party;
    }
  for (guint i = found != NULL ? found->match->end_token : cue->first_token; i < cue->first_token; i++)
    if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
      return NULL;
  return found;
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

/* "…, after Chile, where exports rose by 5%": to Chile, where the story is another's. */
static const TlParty *
find_where (const TlPartnersContext *self,
            const TlTradeView       *view,
            GArray                  *parties,
            const TlCue             *cue)
{
  for (guint i = parties->len; i-- > 0;)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);
      guint token = party->match->end_token;

      if (token > cue->first_token || cue->first_token - token > WHERE_REACH)
        continue;
      if (tl_trade_view_is_word (view, token, ","))
        token++;
      return tl_trade_view_in_group (view, token, "trade-where", NULL) &&
             self->main.code[0] != '\0' && !same_partner (self->main.code, party->code) &&
             !same_partner (self->main.code, TL_PARTNER_WORLD) ? party : NULL;
    }
  return NULL;
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
  theirs = find_where (self, view, parties, cue);
  if (theirs == NULL)
    theirs = nearest (view, parties, cue, draft, other_roles, NULL);
  mine = nearest (view, parties, cue, draft, owner_roles, theirs != NULL ? theirs->code : NULL);

  /* "the import of Belarusian products to Kazakhstan": of whose goods is from whom. */
  if (is_import && mine != NULL && mine->role == TL_ROLE_OF && mine->match->place->form == TL_NAME_ADJECTIVE)
    {
      theirs = mine;
      mine = nearest (view, parties, cue, draft, BIT (TL_ROLE_OWNER) | BIT (TL_ROLE_SUBJECT) | BIT (TL_ROLE_TO),
                      theirs->code);
    }
  /* "Armenian imports to Georgia": they come from Armenia. */
  if (is_import && mine != NULL && theirs == NULL && mine->role == TL_ROLE_OWNER)
    {
      const TlParty *to = nearest (view, parties, cue, draft, BIT (TL_ROLE_TO), mine->code);

      if (to != NULL)
        {
          theirs = mine;
          mine = to;
        }
    }
  /* "the trade gap between A and B": the first named has it. */
  if (mine == NULL && theirs == NULL && find_joined (view, parties, cue, pair))
    {
      mine = pair[0];
      theirs = pair[1];
    }

  if (mine == NULL && theirs == NULL)
    mine = find_subject (view, parties, cue);
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
  if (!found || same_partner (owner->code, other->code))
    return FALSE;
  put_region (self, view, clause, owner, other);
  self->last[0] = *owner;
  self->last[1] = *other;
  self->last_sentence = view->index;
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
