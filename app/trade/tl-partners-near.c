/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which of the places beside a flow are its partners: the nearest of a role, two that are
 * joined, a subject.
 */

#include "tl-partners-near.h"

#include "tl-lexicon.h"
#include "tl-partners-list.h"

#include <string.h>

/* How far from its flow the other side of exports, imports or a balance may stand. */
#define OTHER_REACH 20

/* How far behind its flow "to Peru" may stand, to be that flow's own. */
#define OWN_REACH 2

/* How far before its flow a place and "where" may stand: "Peru, where its exports". */
#define WHERE_REACH 5

/* How far behind a flow a name may stand that is joined to the one that it is of. */
#define OF_REACH 3

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

/*
 * tl_partners_get_gap:
 * @view: a sentence
 * @cue: a flow in it
 * @party: a place in it
 *
 * Returns: how far apart they stand, see tl_trade_view_gap()
 */
guint
tl_partners_get_gap (const TlTradeView *view,
                     const TlCue       *cue,
                     const TlParty     *party)
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
    if (other->is_ranked ||
        (other->is_weak && (other->value == TL_FLOW_WORD_TURNOVER || other->value == cue->value)) ||
        (is_balance && (other->value == TL_FLOW_WORD_TURNOVER || says_balance (view, other))))
      continue;         /* "bought goods worth $3bn from Norway", "the deficit in trade with" */
    else if ((other->first_token >= cue->end_token &&
              other->end_token <= party->match->first_token) ||
        (other->first_token >= party->match->end_token && other->end_token <= cue->first_token) ||
        (party->match->end_token <= cue->first_token &&
         other->end_token <= party->match->first_token && other->value != cue->value &&
         tl_trade_view_same_clause (view, other->first_token, party->match->first_token)))
      return TRUE;
  return FALSE;
}

/* "In the trade of Kenya and Uganda, Kenyan exports …": of the flow that it stands at. */
static gboolean
is_of_flow_before (const TlTradeView *view,
                   const TlCue       *cue,
                   const TlParty     *party)
{
  const TlCue *other;
  guint position = 0;

  while ((other = tl_trade_view_next_cue (view, TL_CUE_FLOW, &position)) != NULL &&
         other->end_token <= cue->first_token)
    if (party->match->end_token == other->first_token ||
        (other->end_token < party->match->first_token &&
         party->match->first_token - other->end_token <= OF_REACH &&
         party->match->end_token <= cue->first_token && other->value != cue->value))
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
  if (party->role == TL_ROLE_OF && is_of_flow_before (view, cue, party))
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

/* "those to Chile", between the figure before and this one. */
static gboolean
is_of_those (const TlTradeView  *view,
             const TlParty      *party,
             const TlTradeDraft *draft)
{
  guint before;

  if (!is_other_side (party) || party->match->first_token < draft->before_end ||
      party->match->end_token > draft->extent.first)
    return FALSE;
  before = tl_party_word_before (view, party->match->first_token);
  return before != G_MAXUINT &&
         tl_trade_view_in_group (view, before - 1, "party-those", NULL);
}

/*
 * tl_partners_find_nearest:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: a flow in it
 * @draft: the figure
 * @roles: the roles that are wanted, a bit each
 * @other_than: (nullable): the code of one that is not wanted
 *
 * Returns: (nullable): the party that stands nearest to the flow, or at the figure's place in
 *   a list
 */
const TlParty *
tl_partners_find_nearest (const TlTradeView  *view,
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
      guint gap = tl_partners_get_gap (view, cue, party);

      if (!may_be (view, party, cue, draft->anchor, roles, other_than))
        continue;
      if (is_other_side (party))
        g_ptr_array_add (candidates, (gpointer) party);
      /* "…, while those to Chile rose by 5%": far behind the flow, but right at the figure */
      if (is_of_those (view, party, draft))
        return party;
      if (gap >= best_gap || (is_other_side (party) && cue->value != TL_FLOW_WORD_TURNOVER &&
                              gap > OTHER_REACH))
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
  TlPhrases *words = TL_LEXICON_GROUP ("party-their");

  for (guint n = 1; n <= THEIR_REACH && cue->first_token >= view->sentence->first_token + n; n++)
    if (tl_phrases_match_at (words, view->reading->text, cue->first_token - n, NULL))
      return TRUE;
  return FALSE;
}

/*
 * tl_partners_find_joined:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: a flow in it
 * @found: (out): the two
 *
 * Finds "between A and B", "A-B trade", "A and B traded": two that are joined, nearest to the
 * flow.
 *
 * Returns: whether there are two
 */
gboolean
tl_partners_find_joined (const TlTradeView *view,
                         GArray            *parties,
                         const TlCue       *cue,
                         const TlParty     *found[2])
{
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);
  gboolean is_theirs = says_their (view, cue) || tl_trade_view_has_cue (view, TL_CUE_PAIR, clause);
  guint best = G_MAXUINT;

  for (guint i = 1; i < parties->len; i++)
    {
      const TlParty *first = &g_array_index (parties, TlParty, i - 1);
      const TlParty *second = &g_array_index (parties, TlParty, i);
      guint first_gap = tl_partners_get_gap (view, cue, first);
      guint second_gap = tl_partners_get_gap (view, cue, second);
      guint gap = MIN (first_gap, second_gap);

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

/*
 * tl_partners_are_others:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: a flow in it
 *
 * Returns: whether it is "trade between Riverton and Lakeside", or "with Riverton": of some
 *   that are no countries, and not of theirs
 */
gboolean
tl_partners_are_others (const TlTradeView *view,
                        GArray            *parties,
                        const TlCue       *cue)
{
  TlPhrases *prepositions = TL_LEXICON_GROUP ("party-preposition");
  const TlWord *word = tl_lexicon_match (prepositions, view->reading->text, cue->end_token, NULL);
  guint token = cue->end_token + 1;

  if (word == NULL || (strcmp (word->value, "between") != 0 && strcmp (word->value, "with") != 0) ||
      token >= view->sentence->end_token || (view->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);
      gboolean is_one_of_two = party->joined || (i + 1 < parties->len && party[1].joined);

      if (party->match->first_token <= token + 3 && party->match->end_token > token &&
          (party->match->place->form != TL_NAME_CAPITAL || party->role == TL_ROLE_WITH ||
           is_one_of_two))
        return FALSE;
    }
  return TRUE;
}

/*
 * tl_partners_find_subject:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: a flow in it
 *
 * Returns: (nullable): the subject, with nothing but words before the flow: "Ukraine reduced
 *   exports to $36 billion"
 */
const TlParty *
tl_partners_find_subject (const TlTradeView *view,
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
  if (found == NULL)
    return NULL;
  for (guint i = found->match->end_token; i < cue->first_token; i++)
    if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
      return NULL;
  return found;
}

/*
 * tl_partners_find_where:
 * @self: what the article said before
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: a flow in it
 *
 * Returns: (nullable): the other side in a story of another's trade: "…, after Chile, where
 *   exports rose by 5%"
 */
const TlParty *
tl_partners_find_where (const TlPartnersContext *self,
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

/*
 * tl_partners_find_elided:
 * @view: a sentence
 * @parties: (element-type TlParty): the places in it
 * @cue: the flow of the figure
 * @draft: the figure
 *
 * Returns: (nullable): the owner of a flow that is left out: "Chile's exports rose to $4bn,
 *   and Peru's to $3bn"
 */
const TlParty *
tl_partners_find_elided (const TlTradeView  *view,
                         GArray             *parties,
                         const TlCue        *cue,
                         const TlTradeDraft *draft)
{
  for (guint i = parties->len; i-- > 0;)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->first_token >= cue->end_token &&
          party->match->end_token < draft->anchor.first)
        return tl_party_elides_flow (view, party->match, draft->extent.first) ? party : NULL;
    }
  return NULL;
}
