/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an article said before: the pair that it is about, and whom it spoke of last.
 */

#include "tl-partners.h"

#include "tl-lexicon.h"
#include "tl-party.h"

#include <string.h>

/* How many sentences that name a place make the lead of a story, its headline counted. */
#define LEAD_SENTENCES 2
#define MIN_LEAD_WORDS 4

/*
 * What a country's name weighs, beside the one for being named, where it stands in the first
 * sentence, before a word for trade, is that of the outlet, or has others for its partners.
 */
#define LEAD_WEIGHT  2
#define OWNER_WEIGHT 2
#define HOME_WEIGHT  3
#define PARTNERS_WEIGHT 8

/* Among so many sentences the first about trade is looked for, and how far before it its owner. */
#define MAX_LEAD       6
#define LEAD_OWNER_GAP 6

/* How far before a word for trade its owner stands. */
#define OWNER_GAP 4

/* No phrase for a partner in trade has more words. */
#define PARTNER_LENGTH 3

/* How far from a country's name the office may stand that is held for it. */
#define OFFICE_REACH 6

#define NO_WORDS ((TlSpan) { 0, 0 })

/*
 * tl_side_set:
 * @self: (out): a side
 * @code: its code, or the name of a place that has none
 * @how: in which way it is told
 * @span: the words that tell it, empty where none do
 *
 * Sets which side it is, and why.
 */
void
tl_side_set (TlSide     *self,
             const char *code,
             TlHow       how,
             TlSpan      span)
{
  g_strlcpy (self->code, code, sizeof self->code);
  self->how = how;
  self->span = span;
  self->reference = (TlSpan) { 0, 0 };
}

/*
 * tl_side_explain:
 * @self: a side
 * @sentence: the sentence that it was found for
 * @field: which partner of the figure it becomes
 * @why: the reasons of the figure
 *
 * Adds why it is this one.
 */
void
tl_side_explain (const TlSide *self,
                 TlSpan        sentence,
                 TlField       field,
                 TlWhy        *why)
{
  if (!tl_span_is_empty (self->reference))
    tl_why_add (why, field, TL_HOW_REFERENCE, self->reference);
  tl_why_add (why, field, tl_how_within (self->how, self->span, sentence), self->span);
}

/*
 * tl_partners_context_begin_paragraph:
 * @self: a context
 *
 * Forgets that a region was spoken of: the next paragraph is about the countries again.
 */
void
tl_partners_context_begin_paragraph (TlPartnersContext *self)
{
  if (self->is_bilateral && strchr (self->last[0].code, '-') == NULL && strchr (self->last[1].code, '-') == NULL)
    return;
  self->last[0].code[0] = self->last[1].code[0] = '\0';
}

/* "Peru's minister of trade", "the ambassador of Peru": the office of one who speaks stands beside it. */
static gboolean
is_spoken_for (const TlTradeView  *view,
               const TlPlaceMatch *match)
{
  guint first = MAX (match->first_token, view->sentence->first_token + OFFICE_REACH) - OFFICE_REACH;
  guint end = MIN (match->end_token + OFFICE_REACH, view->sentence->end_token);

  if ((match->place->kind != TL_PLACE_COUNTRY && match->place->kind != TL_PLACE_REGION) ||
      match->place->form == TL_NAME_CAPITAL || !tl_party_is_office (view, match, (TlTokenRun) { 0, 0 }))
    return FALSE;
  for (guint token = first; token < end; token++)
    if (tl_trade_view_in_group (view, token, "trade-speaker-office", NULL))
      return TRUE;
  return FALSE;
}

/*
 * tl_partners_context_see:
 * @self: a context
 * @view: a sentence
 *
 * Remembers the region and the group of countries that the sentence names, for "the oblast"
 * and "these countries" in it and behind it, and whose minister speaks, for "our exports".
 */
void
tl_partners_context_see (TlPartnersContext *self,
                         const TlTradeView *view)
{
  gboolean is_spoken = FALSE;

  for (guint i = 0; i < view->n_places; i++)
    {
      const TlPlaceMatch *match = &view->places[i];

      /* "the ambassador of Peru in Chile": of the first. */
      if (!is_spoken && is_spoken_for (view, match))
        {
          tl_side_set (&self->spokesman, match->place->code, TL_HOW_STATED, match->span);
          is_spoken = TRUE;
        }
      if (match->place->kind == TL_PLACE_REGION)
        tl_side_set (&self->region, match->place->code, TL_HOW_STATED, match->span);
      else if (match->place->kind == TL_PLACE_BLOC && match->place->form == TL_NAME_PROPER &&
               strcmp (match->place->code, TL_PARTNER_WORLD) != 0)
        tl_side_set (&self->bloc, match->place->code, TL_HOW_STATED, match->span);
    }
}

typedef struct
{
  const char *code;
  guint       n;
  guint       weight;           /* of what speaks for the article to be about its trade */
  TlSpan      span;             /* where it is named first */
  gboolean    has_partners;     /* others are called its partners in trade */
} CodeCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const CodeCount *first = a, *second = b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : strcmp (first->code, second->code);
}

/* "one of the main trade partners of Belarus": it is Belarus that looks around. */
static gboolean
is_owner_of_partner (const TlReading *reading,
                     guint            token)
{
  TlPhrases *partners = TL_LEXICON_GROUP ("trade-partner");

  while (token > 0 && tl_text_token_is (reading->text, token - 1, "the"))
    token--;
  if (token < PARTNER_LENGTH + 1 || !tl_text_token_is (reading->text, token - 1, "of"))
    return FALSE;
  token--;
  for (guint n = 1; n <= PARTNER_LENGTH; n++)
    {
      TlPhraseMatch match;

      if (tl_phrases_match_at (partners, reading->text, token - n, &match) && match.end_token == token)
        return TRUE;
    }
  return FALSE;
}

/* What the name weighs at its place: one that owns a flow, or stands in the first sentence, weighs more. */
static guint
weigh (const TlReading    *reading,
       GArray             *cues,
       const TlPlaceMatch *match,
       guint               lead_end,
       guint              *next_cue)
{
  guint n_tokens, weight = 1;
  const TlToken *tokens = tl_text_get_tokens (reading->text, &n_tokens);

  /* "exports to Japan": of somebody else. */
  if (tl_party_follows_preposition (reading->text, match->first_token))
    return 0;

  if (match->first_token < lead_end)
    weight += LEAD_WEIGHT;
  while (*next_cue < cues->len && g_array_index (cues, TlCue, *next_cue).first_token < match->end_token)
    (*next_cue)++;
  for (guint i = *next_cue; i < cues->len; i++)
    {
      const TlCue *cue = &g_array_index (cues, TlCue, i);

      if (cue->first_token - match->end_token > OWNER_GAP || cue->first_token >= n_tokens ||
          tokens[cue->first_token].sentence != tokens[match->first_token].sentence)
        break;
      if (cue->kind == TL_CUE_FLOW)
        return weight + OWNER_WEIGHT;
    }
  return weight;
}

/* "US $2 billion": the currency of an amount, of which @next is the first that may hold it. */
static gboolean
is_currency (const TlReading    *reading,
             const TlPlaceMatch *match,
             guint              *next)
{
  while (*next < reading->amounts->len &&
         g_array_index (reading->amounts, TlAmount, *next).end_token <= match->first_token)
    (*next)++;
  return *next < reading->amounts->len &&
         tl_span_contains (g_array_index (reading->amounts, TlAmount, *next).span, match->span);
}

/* "the Republic of Korea (ROK)": the abbreviation of the name before it. */
static gboolean
is_abbreviation (const TlReading *reading,
                 guint            index)
{
  const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, index);
  const TlPlaceMatch *before = index > 0 ? match - 1 : NULL;

  return before != NULL && strcmp (before->place->code, match->place->code) == 0 &&
         before->end_token + 1 == match->first_token &&
         tl_text_token_is (reading->text, before->end_token, "(");
}

static GArray *
count_countries (const TlReading *reading,
                 GArray          *cues,
                 guint            lead_end)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (CodeCount));
  g_autoptr(GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  guint next_cue = 0, next_amount = 0;

  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, i);
      const TlPlaceName *place = match->place;
      guint n = place->form == TL_NAME_CAPITAL ? 0 : 1, weight;
      gboolean has_partners;
      gpointer slot;

      if ((place->kind != TL_PLACE_COUNTRY && !(place->kind == TL_PLACE_BLOC && strcmp (place->code, "EU") == 0)) ||
          is_currency (reading, match, &next_amount) || is_abbreviation (reading, i))
        continue;
      weight = n == 0 ? 0 : weigh (reading, cues, match, lead_end, &next_cue);
      has_partners = is_owner_of_partner (reading, match->first_token);
      weight += has_partners ? PARTNERS_WEIGHT : 0;
      slot = g_hash_table_lookup (index, place->code);
      if (slot == NULL)
        {
          g_array_append_val (counts, ((CodeCount) { place->code, n, weight, match->span, has_partners }));
          g_hash_table_insert (index, (gpointer) place->code, GUINT_TO_POINTER (counts->len));
        }
      else
        {
          CodeCount *count = &g_array_index (counts, CodeCount, GPOINTER_TO_UINT (slot) - 1);

          count->n += n;
          count->weight += weight;
          count->has_partners |= has_partners;
        }
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/*
 * The end of the lead: of the headline and the sentences behind it in which a news story
 * says what it is about.
 */
static guint
find_lead_end (const TlReading *reading,
               guint            length)
{
  guint n_sentences, n_tokens, n = 0, end = 0;
  const TlSentence *sentences = tl_text_get_sentences (reading->text, &n_sentences);
  const TlToken *tokens = tl_text_get_tokens (reading->text, &n_tokens);

  for (guint i = 0; i < reading->places->len && n < length; i++)
    {
      const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, i);
      const TlSentence *sentence;

      /* A dateline or a byline names a city, and a newspaper its capital. */
      if (match->first_token < end || match->place->kind == TL_PLACE_CITY || match->place->form == TL_NAME_CAPITAL ||
          match->place->code[0] == '\0')
        continue;
      sentence = &sentences[tokens[match->first_token].sentence];
      end = sentence->end_token;
      /* "Taiwan Today": the name of the outlet. */
      n += end - sentence->first_token >= MIN_LEAD_WORDS;
    }
  return end;
}

/* Whether the lead names a country, by its name, an adjective or its capital. */
static gboolean
leads_with (const TlReading *reading,
            guint            lead_end,
            const char      *code)
{
  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, i);

      if (match->first_token >= lead_end)
        break;
      if (strcmp (match->place->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
set_topic (TlSide          *side,
           const CodeCount *count)
{
  tl_side_set (side, count->code, TL_HOW_TOPIC, count->span);
}

/* Whether two countries are named clearly more often than any other. */
static gboolean
stand_out (GArray *counts)
{
  const CodeCount *top = (const CodeCount *) (gpointer) counts->data;

  if (counts->len == 2)
    return TRUE;
  return top[1].n * 3 > top[2].n * 4 && (counts->len == 3 || top[1].n >= 2 * top[2].n);
}

/* Whether a country is named close before @token in its sentence: the owner of what stands there. */
static gboolean
has_owner_before (const TlReading *reading,
                  guint            token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (reading->text, &n_tokens);

  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, i);

      if (match->first_token >= token)
        break;
      if (match->place->kind == TL_PLACE_COUNTRY && match->place->form != TL_NAME_CAPITAL &&
          token - match->end_token <= LEAD_OWNER_GAP && token >= match->end_token &&
          tokens[token].sentence == tokens[match->first_token].sentence &&
          !tl_party_follows_preposition (reading->text, match->first_token))
        return TRUE;
    }
  return FALSE;
}

/*
 * "The US trade deficit widened in August": where the first flow that is spoken of has an
 * owner and nobody on the other side, the article is about all of its trade.
 */
static gboolean
begins_with_one (const TlReading *reading,
                 GArray          *cues)
{
  TlPhrases *prepositions = TL_LEXICON_GROUP ("party-preposition");
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (reading->text, &n_tokens);

  for (guint i = 0; i < cues->len; i++)
    {
      const TlCue *cue = &g_array_index (cues, TlCue, i);
      guint behind = cue->end_token;

      if (tokens[cue->first_token].sentence >= MAX_LEAD || cue->kind == TL_CUE_PAIR)
        break;
      if (cue->kind != TL_CUE_FLOW || cue->is_weak || cue->is_ranked)
        continue;
      for (guint n = 0; n < 2 && behind + n < n_tokens; n++)
        if (tl_phrases_match_at (prepositions, reading->text, behind + n, NULL))
          return FALSE;
      return cue->value != TL_FLOW_WORD_TURNOVER && has_owner_before (reading, cue->first_token);
    }
  return FALSE;
}

/* "Seasonally adjusted": a country's report of its trade with everybody, if it never says "bilateral". */
static gboolean
are_statistics (GArray *cues)
{
  gboolean found = FALSE;

  for (guint i = 0; i < cues->len; i++)
    {
      const TlCue *cue = &g_array_index (cues, TlCue, i);

      if (cue->kind == TL_CUE_PAIR)
        return FALSE;
      found |= cue->kind == TL_CUE_STATISTICS;
    }
  return found;
}

/* The country whose trade the article is about. */
static const CodeCount *
find_main (const TlReading *reading,
           GArray          *counts)
{
  const CodeCount *best = NULL;
  guint best_weight = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const CodeCount *count = &g_array_index (counts, CodeCount, i);
      guint weight = count->weight;

      /* A bloc is named beside the trade of its members. */
      if (!tl_gazetteer_is_country (tl_gazetteer_get_default (), count->code))
        weight /= 2;
      if (g_strcmp0 (reading->home, count->code) == 0)
        weight += HOME_WEIGHT;
      if (best == NULL || weight > best_weight)
        {
          best = count;
          best_weight = weight;
        }
    }
  return best;
}

/*
 * tl_partners_context_init:
 * @self: the context to fill
 * @reading: what was read from the article
 * @cues: (element-type TlCue): the words for trade in it
 *
 * Finds the pair that an article is about from how often it names which country.
 */
void
tl_partners_context_init (TlPartnersContext *self,
                          const TlReading   *reading,
                          GArray            *cues)
{
  guint lead_end = find_lead_end (reading, LEAD_SENTENCES);
  g_autoptr(GArray) counts = count_countries (reading, cues, find_lead_end (reading, 1));
  const CodeCount *top = (const CodeCount *) (gpointer) counts->data, *main;

  memset (self, 0, sizeof *self);
  if (counts->len == 0)
    {
      if (reading->home != NULL)
        tl_side_set (&self->main, reading->home, TL_HOW_HOME, NO_WORDS);
      return;
    }
  for (guint i = 0; i < counts->len; i++)
    self->names_eu |= strcmp (top[i].code, "EU") == 0;
  main = find_main (reading, counts);
  set_topic (&self->main, main);
  self->main_has_partners = main->has_partners;
  if (counts->len == 1)
    {
      if (reading->home != NULL && strcmp (reading->home, top[0].code) != 0)
        {
          set_topic (&self->pair[0], &top[0]);
          tl_side_set (&self->pair[1], reading->home, TL_HOW_HOME, NO_WORDS);
          self->is_bilateral = TRUE;
        }
      return;
    }
  set_topic (&self->pair[0], &top[0]);
  set_topic (&self->pair[1], &top[1]);
  self->is_bilateral = top[1].n * 3 >= top[0].n && stand_out (counts) &&
                       leads_with (reading, lead_end, top[0].code) && leads_with (reading, lead_end, top[1].code) &&
                       !begins_with_one (reading, cues) && !are_statistics (cues);
}
