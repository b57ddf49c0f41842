/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The roles of places beside a flow: "between", "with", "to", "from", a possessive
 * before it.
 */

#include "tl-party.h"

#include "tl-lexicon.h"

#include <string.h>

/* How far before its flow an owner may stand: "Kazakhstan's total annual exports". */
#define OWNER_REACH 4

/* How many words "a country such as" may have. */
#define MAX_SKIPPED 4

/* How far behind a name another one may stand that says who is meant. */
#define APPOSITION_REACH 5

/* Where "the Republic of", "countries such as" begins that ends before @token; @token without. */
static guint
skip_before (const TlTradeView *view,
             guint              token)
{
  TlPhrases *skipped = TL_LEXICON_GROUP ("party-skipped");

  for (guint n = MAX_SKIPPED; n > 0; n--)
    {
      guint end;

      if (token >= view->sentence->first_token + n &&
          tl_lexicon_match (skipped, view->reading->text, token - n, &end) != NULL && end == token)
        return token - n;
    }
  return token;
}

/*
 * tl_party_word_before:
 * @view: a sentence
 * @token: the first token of a place in it
 *
 * Returns: the token before it that is no article, "neighbouring" or "countries such as";
 *   G_MAXUINT at the sentence's start
 */
guint
tl_party_word_before (const TlTradeView *view,
                      guint              token)
{
  for (;;)
    {
      guint first = skip_before (view, token);

      if (first == token)
        return token > view->sentence->first_token ? token - 1 : G_MAXUINT;
      token = first;
    }
}

static TlRole
role_from_preposition (const TlTradeView *view,
                       guint              token)
{
  static const struct { const char *name; TlRole role; } roles[] = {
    { "between", TL_ROLE_BETWEEN }, { "with", TL_ROLE_WITH }, { "to", TL_ROLE_TO },
    { "from", TL_ROLE_FROM }, { "of", TL_ROLE_OF },
  };
  const TlWord *word = tl_lexicon_match (TL_LEXICON_GROUP ("party-preposition"), view->reading->text, token, NULL);

  /* "according to the US", "due to China": it goes with the word before. */
  if (token > 0 && tl_trade_view_in_group (view, token - 1, "party-preposition-other", NULL))
    return TL_ROLE_NONE;
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (word->value, roles[i].name) == 0)
      return roles[i].role;
  return TL_ROLE_NONE;
}

static gboolean
is_possessive (const TlTradeView *view,
               guint              token)
{
  return tl_trade_view_is_word (view, token, "'s") || tl_trade_view_is_word (view, token, "'");
}

/* Whether nothing but words that may stand between an owner and its flow is between them. */
static gboolean
owns (const TlTradeView *view,
      guint              end,
      TlTokenRun         flow)
{
  TlPhrases *between = TL_LEXICON_GROUP ("trade-owner-before");
  TlText *text = view->reading->text;

  if (end > flow.first || flow.first - end > OWNER_REACH + 2)
    return FALSE;
  if (end == flow.first)
    return TRUE;
  /* "Kazakhstan's leather footwear exports": a possessive owns whatever follows it. */
  if (is_possessive (view, end))
    return TRUE;
  for (guint token = end; token < flow.first; token++)
    if (!tl_phrases_match_at (between, text, token, NULL))
      return FALSE;
  return TRUE;
}

/*
 * tl_party_is_office:
 * @view: a sentence
 * @match: a place in it
 * @flow: the tokens of the flow
 *
 * Returns: whether an office stands beside the place and no flow between, as in "the
 *   ambassador of Kazakhstan to Belarus": the place is no partner then
 */
gboolean
tl_party_is_office (const TlTradeView  *view,
                    const TlPlaceMatch *match,
                    TlTokenRun          flow)
{
  TlPhrases *offices = TL_LEXICON_GROUP ("trade-office");
  TlText *text = view->reading->text;
  guint end = MIN (match->end_token + 4, view->sentence->end_token);

  /* "Kazakhstan's ambassador", "the Kazakh ambassador" */
  for (guint token = match->end_token; token < end && !tl_token_run_contains (flow, token); token++)
    if (tl_phrases_match_at (offices, text, token, NULL))
      return TRUE;
  if (owns (view, match->end_token, flow))
    return FALSE;
  for (guint n = 1; n <= 6 && match->first_token >= view->sentence->first_token + n; n++)
    {
      guint token = match->first_token - n;

      if (tl_token_run_contains (flow, token) || tl_trade_view_is_word (view, token, ","))
        return FALSE;
      if (tl_phrases_match_at (offices, text, token, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
joins (const TlTradeView  *view,
       const TlPlaceMatch *before,
       const TlPlaceMatch *match)
{
  TlPhrases *joiners = TL_LEXICON_GROUP ("party-joiner");
  guint token = before->end_token;

  if (is_possessive (view, token))
    token++;
  if (token + 3 < match->first_token || token >= match->first_token)
    return FALSE;
  for (; token < match->first_token; token++)
    if (!tl_phrases_match_at (joiners, view->reading->text, token, NULL))
      return FALSE;
  return TRUE;
}

/* "one of the targets of China's tariffs": it owns these, and no flow, goods or partners. */
static gboolean
owns_other (const TlTradeView  *view,
            const TlPlaceMatch *match)
{
  guint owned = match->end_token + 1;

  if (!is_possessive (view, match->end_token))
    return FALSE;
  for (guint token = owned; token <= owned + OWNER_REACH; token++)
    if (tl_trade_view_in_group (view, token, "trade-goods", NULL) ||
        tl_trade_view_in_group (view, token, "trade-commodity", NULL) ||
        tl_trade_view_in_group (view, token, "trade-partner", NULL))
      return FALSE;
  return TRUE;
}

/* "imports came to $9bn, with Chile accounting for $2bn": it is what follows that is of Chile. */
static gboolean
is_subject_of_part (const TlTradeView  *view,
                    const TlPlaceMatch *match,
                    guint               before)
{
  return tl_trade_view_is_word (view, before - 1, ",") &&
         (tl_trade_view_in_group (view, match->end_token, "trade-accounting", NULL) ||
          tl_trade_view_in_group (view, match->end_token, "trade-part-verb", NULL));
}

/* "US-bound shipments" */
static gboolean
is_bound_for (const TlTradeView  *view,
              const TlPlaceMatch *match)
{
  guint token = match->end_token;

  if (tl_trade_view_is_word (view, token, "-"))
    token++;
  return tl_trade_view_in_group (view, token, "party-bound", NULL);
}

/* "bought Indian rice", "bought $3 billion worth of India's goods" */
static gboolean
owns_goods (const TlTradeView  *view,
            const TlPlaceMatch *match,
            TlTokenRun          flow)
{
  if (match->place->form == TL_NAME_ADJECTIVE && match->first_token <= flow.end + 1)
    return TRUE;
  return is_possessive (view, match->end_token) &&
         tl_phrases_match_at (TL_LEXICON_GROUP ("trade-goods"), view->reading->text, match->end_token + 1, NULL);
}

static TlRole
find_role (const TlTradeView  *view,
           const TlPlaceMatch *match,
           const TlCue        *cue,
           gboolean            is_verb)
{
  TlTokenRun flow = { cue->first_token, cue->end_token };
  guint before = tl_party_word_before (view, match->first_token);
  TlRole role;

  if (tl_party_is_office (view, match, flow))
    return TL_ROLE_OFFICE;
  if (is_bound_for (view, match))
    return TL_ROLE_TO;
  if (owns (view, match->end_token, flow))
    {
      /* "with Belarusian exports": what stands before belongs to the flow */
      role = before != G_MAXUINT ? role_from_preposition (view, before) : TL_ROLE_NONE;
      if (match->end_token == flow.first && match->place->form == TL_NAME_PROPER &&
          (role == TL_ROLE_TO || role == TL_ROLE_FROM || role == TL_ROLE_WITH))
        return role;
      return is_verb ? TL_ROLE_SUBJECT : TL_ROLE_OWNER;
    }
  /* "bought Indian goods", "sold Zambian goods": whose goods they are */
  if (is_verb && match->first_token >= flow.end && owns_goods (view, match, flow))
    return cue->value == TL_FLOW_WORD_IMPORTS ? TL_ROLE_FROM : TL_ROLE_SUBJECT;
  if (before != G_MAXUINT)
    {
      role = role_from_preposition (view, before);
      /* "exports of Kazakhstan"; before its flow, or behind a verb, "of" tells nothing */
      if (role == TL_ROLE_OF &&
          (match->first_token < flow.end || (is_verb && !tl_trade_view_is_word (view, before, "for"))) &&
          (match->first_token >= flow.first || match->place->form != TL_NAME_PROPER))
        role = TL_ROLE_NONE;
      if ((role == TL_ROLE_OF && owns_other (view, match)) ||
          (role == TL_ROLE_WITH && is_subject_of_part (view, match, before)))
        role = TL_ROLE_NONE;
      if (role != TL_ROLE_NONE)
        return role;
    }
  if (is_verb && match->place->form == TL_NAME_PROPER && match->end_token <= flow.first)
    return TL_ROLE_SUBJECT;
  return TL_ROLE_NONE;
}

/* "European goods" are the European Union's where the article speaks of it. */
static const char *
code_of (const TlPlaceMatch *match,
         gboolean            names_eu)
{
  if (names_eu && match->place->form == TL_NAME_ADJECTIVE && strcmp (match->place->code, "EUROPE") == 0)
    return "EU";
  return match->place->code;
}

/*
 * tl_party_follows_preposition:
 * @text: a text
 * @token: the first token of a place
 *
 * Returns: whether "to", "from" or "with" stands right before it, or before its article
 */
gboolean
tl_party_follows_preposition (TlText *text,
                              guint   token)
{
  TlPhrases *prepositions = TL_LEXICON_GROUP ("party-preposition");
  const TlWord *word;

  if (token > 1 && tl_phrases_match_at (TL_LEXICON_GROUP ("party-skipped"), text, token - 1, NULL))
    token--;
  word = token > 0 ? tl_lexicon_match (prepositions, text, token - 1, NULL) : NULL;
  return word != NULL && (strcmp (word->value, "to") == 0 || strcmp (word->value, "from") == 0 ||
                          strcmp (word->value, "with") == 0);
}

/*
 * tl_party_is_other_side:
 * @view: a sentence
 * @match: a place in it
 *
 * Returns: whether a preposition before it makes it the other side of something: "to Japan"
 */
gboolean
tl_party_is_other_side (const TlTradeView  *view,
                        const TlPlaceMatch *match)
{
  guint before = tl_party_word_before (view, match->first_token);
  TlRole role = before != G_MAXUINT ? role_from_preposition (view, before) : TL_ROLE_NONE;

  return role == TL_ROLE_TO || role == TL_ROLE_FROM || role == TL_ROLE_WITH;
}

/*
 * tl_party_is_possessed:
 * @view: a sentence
 * @match: a place in it
 *
 * Returns: whether it owns what stands behind it: "Japan's"
 */
gboolean
tl_party_is_possessed (const TlTradeView  *view,
                       const TlPlaceMatch *match)
{
  return is_possessive (view, match->end_token);
}

/*
 * tl_party_elides_flow:
 * @view: a sentence
 * @match: a place in it
 * @figure: the first token of a figure behind it
 *
 * Returns: whether it owns a flow that is left out, as in "and Japan's rose to $3bn": what
 *   follows is no noun
 */
gboolean
tl_party_elides_flow (const TlTradeView  *view,
                      const TlPlaceMatch *match,
                      guint               figure)
{
  guint token = match->end_token, end;

  if (!is_possessive (view, token))
    return FALSE;
  token++;
  return token == figure || tl_change_direction_at (view->reading->text, token, &end) != 0 ||
         tl_trade_view_in_group (view, token, "trade-past", NULL) ||
         tl_trade_view_in_group (view, token, "party-preposition", NULL);
}

/*
 * tl_party_may_be:
 * @match: a place
 *
 * Returns: whether it may be a partner: not a city, unless it is a capital that stands for
 *   its country
 */
gboolean
tl_party_may_be (const TlPlaceMatch *match)
{
  return (match->place->kind != TL_PLACE_CITY || match->place->form == TL_NAME_CAPITAL) &&
         match->place->code[0] != '\0';
}

/* "with Kenya's neighbour Uganda", "to another OPEC member, Iraq": the second name is meant. */
static gboolean
is_apposed (const TlTradeView  *view,
            const TlPlaceMatch *before,
            const TlPlaceMatch *match)
{
  TlPhrases *references = TL_LEXICON_GROUP ("party-reference");

  if (match->place->form != TL_NAME_PROPER || match->first_token - before->end_token > APPOSITION_REACH)
    return FALSE;
  for (guint token = before->end_token; token < match->first_token; token++)
    if (tl_phrases_match_at (references, view->reading->text, token, NULL))
      return TRUE;
  return FALSE;
}

/*
 * tl_parties_find:
 * @view: a sentence
 * @cue: a flow in it
 * @clause: where to look
 * @names_eu: whether the article speaks of the European Union, so that "European" means it
 *
 * Returns: (transfer full) (element-type TlParty): the places of the clause that may be
 *   partners, in order
 */
GArray *
tl_parties_find (const TlTradeView *view,
                 const TlCue       *cue,
                 TlTokenRun         clause,
                 gboolean           names_eu)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (TlParty));
  g_autofree char *word = tl_text_dup_span (view->reading->text, view->tokens[cue->first_token].span);
  gboolean is_verb = g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ing") || cue->is_weak ||
                     cue->value == TL_FLOW_WORD_SURPLUS || cue->value == TL_FLOW_WORD_DEFICIT;

  for (guint i = 0; i < view->n_places; i++)
    {
      const TlPlaceMatch *match = &view->places[i];
      TlParty party = { .match = match, .code = code_of (match, names_eu), .role = TL_ROLE_NONE };

      if (!tl_token_run_contains (clause, match->first_token) || !tl_party_may_be (match) ||
          tl_party_is_left_out (view, match) || tl_party_is_currency (view, match))
        continue;
      party.role = find_role (view, match, cue, is_verb);
      party.is_cause = tl_party_is_cause (view, cue, match);
      if (parties->len > 0)
        {
          TlParty *before = &g_array_index (parties, TlParty, parties->len - 1);

          if ((before->role == TL_ROLE_WITH || before->role == TL_ROLE_TO || before->role == TL_ROLE_FROM) &&
              party.role == TL_ROLE_NONE && is_apposed (view, before->match, match))
            {
              party.role = before->role;
              before->role = is_possessive (view, before->match->end_token) ? TL_ROLE_OWNER : TL_ROLE_NONE;
            }
          party.joined = joins (view, before->match, match);
          if (party.joined && (party.role == TL_ROLE_NONE || party.role == TL_ROLE_SUBJECT))
            party.role = before->role;
        }
      g_array_append_val (parties, party);
    }
  return parties;
}

/* The token behind the owner of a flow: the flow's first, or that of the words before it ("total exports"). */
static guint
find_owner_end (const TlTradeView *view,
                const TlCue       *cue)
{
  TlPhrases *between = TL_LEXICON_GROUP ("trade-owner-before");
  guint token = cue->first_token;

  while (token > view->sentence->first_token + 1 && cue->first_token - token < OWNER_REACH &&
         !is_possessive (view, token - 1) && tl_phrases_match_at (between, view->reading->text, token - 1, NULL))
    token--;
  return token;
}

/*
 * tl_party_is_company:
 * @view: a sentence
 * @cue: a flow in it
 *
 * Returns: whether it is a company's: "the company's exports", "the maker sold"
 */
gboolean
tl_party_is_company (const TlTradeView *view,
                     const TlCue       *cue)
{
  guint token = find_owner_end (view, cue);

  if (token > view->sentence->first_token && is_possessive (view, token - 1))
    token--;
  return token > view->sentence->first_token &&
         tl_phrases_match_at (TL_LEXICON_GROUP ("trade-company"), view->reading->text, token - 1, NULL);
}

/*
 * tl_party_find_named_owner:
 * @view: a sentence
 * @cue: a flow in it
 * @span: (out): where its name stands; left alone where there is none
 *
 * Finds whose flow it is where a name that is no country's stands in the possessive before
 * it ("Lukoil's exports").
 *
 * Returns: (transfer none) (nullable): the person, body or place
 */
TlEntity *
tl_party_find_named_owner (const TlTradeView *view,
                           const TlCue       *cue,
                           TlSpan            *span)
{
  const TlEntityMention *mention;
  guint token = find_owner_end (view, cue);

  if (token < view->sentence->first_token + 2 || !is_possessive (view, token - 1) ||
      (view->tokens[token - 2].flags & TL_TOKEN_CAPITALISED) == 0)
    return NULL;
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].first_token <= token - 2 && token - 2 < view->places[i].end_token)
      return NULL;
  mention = tl_entity_index_find (view->mentions, view->tokens[token - 2].span);
  if (mention == NULL)
    return NULL;
  *span = mention->span;
  return mention->entity;
}
