/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The partners that a sentence leaves out, taken from what the article said before.
 */

#include "tl-partners-supply.h"

#include "tl-lexicon.h"
#include "tl-partners-bloc.h"

#include <string.h>

/* How near before a flow stands a word like "its", which refers to somebody named before. */
#define REFERENCE_REACH 3

/* How far behind a flow "to the country" may begin. */
#define BACK_REACH 5

static gboolean
same_partner (const char *a,
              const char *b)
{
  return strcmp (a, b) == 0;
}

static gboolean
is_in_pair (const TlSide  pair[2],
            const char   *code)
{
  return pair[0].code[0] != '\0' && (same_partner (pair[0].code, code) || same_partner (pair[1].code, code));
}

static const TlSide *
other_of (const TlSide  pair[2],
          const char   *code)
{
  return same_partner (pair[0].code, code) ? &pair[1] : &pair[0];
}

/* Takes a side over from the context; @cue stands for it in the sentence, if there is one. */
static void
take_side (const TlTradeView *view,
           TlSide            *side,
           const TlSide      *known,
           const TlCue       *cue)
{
  *side = *known;
  side->reference = tl_trade_view_cue_span (view, cue);
}

/* The whole world, which @cue says, if there is one. */
static void
set_world (const TlTradeView *view,
           TlSide            *side,
           const TlCue       *cue)
{
  tl_side_set (side, TL_PARTNER_WORLD, cue != NULL ? TL_HOW_STATED : TL_HOW_DEFAULT,
               tl_trade_view_cue_span (view, cue));
}

/* Whether it is one of the two that the article is about, or a region of one. */
static gboolean
is_of_article (TlPartnersContext *self,
               const char        *code)
{
  return self->is_bilateral &&
         (strncmp (self->pair[0].code, code, 2) == 0 || strncmp (self->pair[1].code, code, 2) == 0);
}

/* "the total US trade deficit" */
static gboolean
says_all (const TlTradeView *view,
          const TlCue       *cue,
          TlSpan            *span)
{
  TlPhrases *all = TL_LEXICON_GROUP ("trade-world-before");
  TlPhraseMatch match;

  for (guint n = 1; n <= 3 && cue->first_token >= view->sentence->first_token + n; n++)
    if (tl_phrases_match_at (all, view->reading->text, cue->first_token - n, &match))
      {
        *span = tl_trade_view_span (view, (TlTokenRun) { cue->first_token - n, match.end_token });
        return TRUE;
      }
  return FALSE;
}

/* Whether the last partners were found in this very sentence. */
static gboolean
is_here (const TlPartnersContext *self,
         const TlTradeView       *view)
{
  return self->last[0].code[0] != '\0' && self->last_sentence == view->index;
}

/* Whether they were found in the sentence before, of the same paragraph. */
static gboolean
is_just_before (const TlPartnersContext *self,
                const TlTradeView       *view)
{
  return self->last_sentence + 1 == view->index && self->last_paragraph == view->sentence->paragraph;
}

static gboolean
is_world (const TlSide *side)
{
  return same_partner (side->code, TL_PARTNER_WORLD);
}

/* "imported goods from us", "sold us goods": of the one that the article is about. */
static gboolean
says_us (const TlPartnersContext *self,
         const TlTradeView       *view,
         const char              *known,
         TlTokenRun               clause,
         TlSpan                  *span)
{
  guint end;

  if (self->main.code[0] == '\0' || same_partner (self->main.code, known))
    return FALSE;
  for (guint token = clause.first; token < clause.end; token++)
    if (tl_trade_view_in_group (view, token, "trade-us", &end))
      {
        *span = tl_trade_view_span (view, (TlTokenRun) { token, end });
        return TRUE;
      }
  return FALSE;
}

/*
 * tl_partners_supply_other:
 * @self: what the article said before
 * @view: the sentence
 * @cue: the flow
 * @clause: the part of the sentence that speaks of it
 * @known: whose flow it is
 * @other: (out): with whom
 *
 * Tells with whom one trades that is named alone.
 */
void
tl_partners_supply_other (TlPartnersContext *self,
                          const TlTradeView *view,
                          const TlCue       *cue,
                          TlTokenRun         clause,
                          const char        *known,
                          TlSide            *other)
{
  const TlCue *pair = tl_trade_view_find_cue (view, TL_CUE_PAIR, clause);
  const TlCue *world = tl_trade_view_find_cue (view, TL_CUE_WORLD, clause);
  gboolean in_last = is_in_pair (self->last, known);
  const TlSide *last = other_of (self->last, known);
  TlSpan all;

  if (tl_partners_is_bloc (known) && tl_partners_says_internal (view, cue, clause, &all))
    tl_side_set (other, known, TL_HOW_STATED, all);
  else if (says_us (self, view, known, clause, &all))
    {
      *other = self->main;
      other->reference = all;
    }
  else if (world == NULL && !in_last && tl_partners_is_member (self, known))
    take_side (view, other, &self->internal, pair);
  else if (world != NULL && pair == NULL)
    set_world (view, other, world);
  else if (pair == NULL && says_all (view, cue, &all))
    tl_side_set (other, TL_PARTNER_WORLD, TL_HOW_STATED, all);
  else if (in_last && (is_of_article (self, last->code) ||
                       ((is_here (self, view) || is_just_before (self, view)) && !is_world (last))))
    take_side (view, other, last, pair);
  else if (!in_last && is_here (self, view) && !is_world (&self->last[1]))
    take_side (view, other, &self->last[1], pair);      /* "… to Kenya, while Rwanda exported" */
  else if (is_in_pair (self->pair, known) && !in_last && (self->is_bilateral || pair != NULL))
    take_side (view, other, other_of (self->pair, known), pair);
  else
    set_world (view, other, NULL);
}

/* "Kazakhstan expects its trade with Belarus to grow": "its", or nothing, leads back to the one before. */
static gboolean
leads_back (const TlTradeView  *view,
            const TlPlaceMatch *match,
            const TlCue        *cue)
{
  TlPhrases *references = TL_LEXICON_GROUP ("party-own");

  for (guint n = 1; n <= REFERENCE_REACH && cue->first_token >= match->end_token + n; n++)
    if (tl_phrases_match_at (references, view->reading->text, cue->first_token - n, NULL))
      return TRUE;
  /* "Ethiopia, too, has seen growth, with exports to …": it is the subject. */
  if (match->first_token == view->sentence->first_token)
    return !tl_trade_view_has_phrase (view, "trade-partner");
  for (guint i = match->end_token; i < cue->first_token; i++)
    if (view->tokens[i].kind == TL_TOKEN_PUNCTUATION)
      return FALSE;
  return TRUE;
}

/* "Peruvian companies sold": those of the country. */
static gboolean
are_actors (const TlTradeView  *view,
            const TlPlaceMatch *match)
{
  return match->place->form == TL_NAME_ADJECTIVE &&
         tl_trade_view_in_group (view, match->end_token, "party-actors", NULL);
}

static gboolean
find_owner_before (const TlTradeView *view,
                   const TlCue       *cue,
                   const char        *known,
                   TlSide            *owner)
{
  for (guint i = view->n_places; i-- > 0;)
    {
      const TlPlaceMatch *match = &view->places[i];

      if (match->end_token <= cue->first_token &&
          (match->place->kind == TL_PLACE_COUNTRY || match->place->kind == TL_PLACE_REGION) &&
          (match->place->form == TL_NAME_PROPER || are_actors (view, match)) &&
          !same_partner (match->place->code, known) &&
          !tl_party_is_currency (view, match) &&
          !tl_party_is_office (view, match, (TlTokenRun) { cue->first_token, cue->end_token }) &&
          !tl_party_is_other_side (view, match) && leads_back (view, match, cue))
        {
          tl_side_set (owner, match->place->code, TL_HOW_STATED, match->span);
          return TRUE;
        }
    }
  return FALSE;
}

/*
 * tl_partners_supply_owner:
 * @self: what the article said before
 * @view: the sentence
 * @cue: the flow
 * @known: the other side
 * @owner: (out): whose flow it is
 *
 * Tells who trades with one that is named only as the other side ("trade with Belarus").
 */
void
tl_partners_supply_owner (TlPartnersContext *self,
                          const TlTradeView *view,
                          const TlCue       *cue,
                          const char        *known,
                          TlSide            *owner)
{
  gboolean has_last = self->last[0].code[0] != '\0' && !same_partner (self->last[0].code, known) &&
                      !is_world (&self->last[0]);
  gboolean has_main = self->main.code[0] != '\0' && !same_partner (self->main.code, known);

  if (tl_partners_says_group (self, view, cue, known))
    {
      take_side (view, owner, &self->bloc, NULL);
      return;
    }
  if (find_owner_before (view, cue, known, owner))
    return;
  /* "Mutual trade of the union rose.  Exports to third countries …" */
  if (tl_partners_is_internal (self) && !same_partner (known, self->last[0].code) &&
      !tl_partners_is_member (self, known))
    {
      take_side (view, owner, &self->last[0], NULL);
      return;
    }
  if (!self->is_bilateral && has_main && !(has_last && is_here (self, view)))
    take_side (view, owner, &self->main, NULL);
  else if (is_in_pair (self->last, known) && !is_world (other_of (self->last, known)))
    take_side (view, owner, other_of (self->last, known), NULL);
  else if (has_last)
    take_side (view, owner, &self->last[0], NULL);
  else if (is_in_pair (self->pair, known))
    take_side (view, owner, other_of (self->pair, known), NULL);
  else if (has_main)
    take_side (view, owner, &self->main, NULL);
  else
    set_world (view, owner, NULL);
}

/* The word that refers back behind "exports to" or "imports from"; NULL without. */
static const TlWord *
find_back_reference (const TlTradeView *view,
                     const TlCue       *cue,
                     TlTokenRun        *run)
{
  TlPhrases *prepositions = TL_LEXICON_GROUP ("party-preposition");
  const char *wanted = cue->value == TL_FLOW_WORD_IMPORTS ? "from" : "to";

  for (guint token = cue->end_token; token < cue->end_token + BACK_REACH; token++)
    {
      guint end;
      const TlWord *word = tl_lexicon_match (prepositions, view->reading->text, token, &end);

      if (token >= view->sentence->end_token || view->tokens[token].kind == TL_TOKEN_PUNCTUATION)
        return NULL;
      if (word == NULL || (strcmp (word->value, wanted) != 0 && strcmp (word->value, "with") != 0))
        continue;
      run->first = end;
      word = tl_lexicon_match (TL_LEXICON_GROUP ("party-back-reference"),
                               view->reading->text, end, &run->end);
      if (word == NULL || strcmp (word->value, "plural") != 0)
        return word;
      for (guint n = 0; n < 2; n++)
        if (tl_trade_view_in_group (view, run->end + n, "party-plural", NULL))
          {
            run->end += n + 1;
            return word;
          }
      return NULL;
    }
  return NULL;
}

/*
 * tl_partners_supply_referred:
 * @self: what the article said before
 * @view: the sentence
 * @cue: the flow
 * @known: (nullable): whose flow it is
 * @other: (out): with whom; left alone where nothing refers back
 *
 * Tells who is meant by "to the country", "from these nations", where an article is about
 * more than two countries.
 *
 * Returns: whether somebody is
 */
gboolean
tl_partners_supply_referred (TlPartnersContext *self,
                             const TlTradeView *view,
                             const TlCue       *cue,
                             const char        *known,
                             TlSide            *other)
{
  TlTokenRun run;
  const TlWord *word = self->is_bilateral ? NULL : find_back_reference (view, cue, &run);
  const TlSide *meant;

  if (word == NULL)
    return FALSE;
  if (strcmp (word->value, "country") != 0)
    meant = &self->bloc;
  else if (known == NULL)
    meant = &self->recent[same_partner (self->recent[1].code, self->main.code) ? 0 : 1];
  else
    meant = other_of (self->recent, known);
  if (meant->code[0] == '\0' || (known != NULL && same_partner (known, meant->code)))
    return FALSE;
  *other = *meant;
  other->reference = tl_trade_view_span (view, run);
  return TRUE;
}

/* "our exports": of the country whose minister speaks. */
static gboolean
says_our (const TlTradeView *view,
          const TlCue       *cue)
{
  for (guint n = 1; n <= REFERENCE_REACH && cue->first_token >= view->sentence->first_token + n; n++)
    if (tl_trade_view_in_group (view, cue->first_token - n, "party-our", NULL))
      return TRUE;
  return FALSE;
}

/* Whether both are one country, or regions of it. */
static gboolean
is_of_country (const char *code,
               const char *other)
{
  return code[0] != '\0' && strncmp (code, other, 2) == 0 && (code[2] == '\0' || code[2] == '-');
}

/* "Turnover with Peru … Exports came to": those of the one whose trade the article is about. */
static gboolean
is_owned_by_second (const TlPartnersContext *self,
                    const TlTradeView       *view,
                    const TlCue             *cue,
                    const TlSide             from[2])
{
  if (cue->value == TL_FLOW_WORD_TURNOVER)
    return FALSE;
  if (says_our (view, cue) && is_of_country (from[0].code, self->spokesman.code) !=
                              is_of_country (from[1].code, self->spokesman.code))
    return is_of_country (from[1].code, self->spokesman.code);
  return self->main_has_partners && !self->is_directed &&
         same_partner (from[1].code, self->main.code);
}

/*
 * tl_partners_supply_both:
 * @self: what the article said before
 * @view: the sentence
 * @cue: the flow
 * @clause: the part of the sentence that speaks of the flow
 * @owner: (out): whose flow it is
 * @other: (out): with whom
 *
 * Tells whose trade is meant where nobody is named beside it: the pair's, or of whom the
 * article spoke last.
 *
 * Returns: whether anybody's
 */
gboolean
tl_partners_supply_both (TlPartnersContext *self,
                         const TlTradeView *view,
                         const TlCue       *cue,
                         TlTokenRun         clause,
                         TlSide            *owner,
                         TlSide            *other)
{
  const TlCue *pair = tl_trade_view_find_cue (view, TL_CUE_PAIR, clause);
  const TlCue *world = tl_trade_view_find_cue (view, TL_CUE_WORLD, clause);
  const TlSide *from = NULL, *bloc;
  TlSpan all;

  bloc = tl_partners_is_bloc (self->last[0].code) && is_world (&self->last[1]) ? &self->last[0] :
         self->is_bilateral ? NULL : &self->internal;
  if (bloc != NULL && bloc->code[0] != '\0' && tl_partners_says_internal (view, cue, clause, &all))
    {
      take_side (view, owner, bloc, NULL);
      tl_side_set (other, owner->code, TL_HOW_STATED, all);
      return TRUE;
    }
  /* "the total deficit came to $5bn", behind one with Japan */
  if (pair == NULL && !self->is_bilateral && self->main.code[0] != '\0' &&
      says_all (view, cue, &all))
    {
      take_side (view, owner, &self->main, NULL);
      tl_side_set (other, TL_PARTNER_WORLD, TL_HOW_STATED, all);
      return TRUE;
    }
  if (pair != NULL && self->pair[0].code[0] != '\0' &&
      (self->last[0].code[0] == '\0' || is_world (&self->last[1]) || strchr (self->last[0].code, '-') != NULL))
    from = self->pair;
  else if (pair == NULL && world != NULL && self->main.code[0] != '\0' && (world->value != 0 || !self->is_bilateral))
    {
      gboolean is_last = self->last[0].code[0] != '\0' && (self->is_bilateral || tl_partners_is_internal (self));
      gboolean is_bloc = !self->is_bilateral && self->internal.code[0] != '\0';

      take_side (view, owner, is_last ? &self->last[0] : is_bloc ? &self->internal : &self->main, NULL);
      set_world (view, other, world);
      return TRUE;
    }
  else if (tl_trade_view_has_cue (view, TL_CUE_REGION, clause) && self->region.code[0] != '\0' &&
           is_in_pair (self->recent, self->region.code))
    from = self->recent;
  else if (self->last[0].code[0] != '\0')
    from = self->last;
  else if (self->pair[0].code[0] != '\0' && self->is_bilateral)
    from = self->pair;

  if (from != NULL)
    {
      gboolean is_turned = is_owned_by_second (self, view, cue, from);

      take_side (view, owner, &from[is_turned ? 1 : 0], pair);
      take_side (view, other, &from[is_turned ? 0 : 1], pair);
      return TRUE;
    }
  if (self->main.code[0] == '\0')
    return FALSE;
  take_side (view, owner, &self->main, NULL);
  set_world (view, other, NULL);
  return TRUE;
}

/*
 * tl_partners_supply_main:
 * @self: what the article said before
 * @view: the sentence
 * @known: a partner
 * @owner: (out): whose partner it is
 *
 * Tells whose partner one is that the sentence only calls a partner.
 *
 * Returns: whether anybody's
 */
gboolean
tl_partners_supply_main (TlPartnersContext *self,
                         const TlTradeView *view,
                         const char        *known,
                         TlSide            *owner)
{
  gboolean has_last = self->last[0].code[0] != '\0' && !same_partner (self->last[0].code, known) &&
                      !is_world (&self->last[0]);

  if (has_last && (self->is_bilateral || is_here (self, view)))
    take_side (view, owner, &self->last[0], NULL);
  else if (self->main.code[0] != '\0' && !same_partner (self->main.code, known))
    take_side (view, owner, &self->main, NULL);
  else if (has_last)
    take_side (view, owner, &self->last[0], NULL);
  else
    return FALSE;
  return TRUE;
}
