/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The islands of a text, and what is known of their tokens: how they are written, the word
 * lists and the gazetteer, the clusters, the run of capitals, and what the rules made of them.
 */

#include "tl-tag-view.h"

#include <string.h>

/* So many small words and marks may stand between the capitals of one name. */
#define MAX_BRIDGE 3

/* So many times more than other rules do those speak that know a name by a pattern of words. */
#define PATTERN_WEIGHT 4

/*
 * tl_tag_view_new:
 * @reading: a reading with the rules' candidates
 * @names: (element-type TlName): what the rules made of the strings
 * @mentions: (element-type TlMention): what they took for names, in order
 * @parts: the model; of its parts, the clusters are used
 *
 * Returns: (transfer full): what the features are made of; holds no reference
 */
TlTagView *
tl_tag_view_new (const TlReading    *reading,
                 GArray             *names,
                 GArray             *mentions,
                 const TlModelParts *parts)
{
  TlTagView *self = g_new (TlTagView, 1);       /* the window is written before it is read */

  self->reading = reading;
  self->parts = parts;
  self->names = names;
  self->mentions = mentions;
  self->base = 0;
  self->next_mention = 0;
  self->next_candidate = 0;
  return self;
}

/* Frees the view, not what it looks at. */
void
tl_tag_view_free (TlTagView *self)
{
  g_free (self);
}

/* Whether a name may begin or end with the token. */
static gboolean
is_core (const TlReading *reading,
         guint            token)
{
  const TlToken *here = &reading->tokens[token];

  if (here->kind == TL_TOKEN_WORD)
    return (here->flags & TL_TOKEN_CAPITALISED) != 0;
  /* "the 2022 Turan Games", "Expo 2025" */
  return here->kind == TL_TOKEN_NUMBER && here->span.end - here->span.start <= 4 &&
         (tl_reading_is_capital (reading, token + 1) ||
          (token > 0 && tl_reading_is_capital (reading, token - 1)));
}

/* Whether the token may stand between the capitals of a name. */
static gboolean
is_bridge (const TlReading *reading,
           guint            token)
{
  const TlToken *here = &reading->tokens[token];

  if (here->kind == TL_TOKEN_PUNCTUATION)
    return strchr ("-&.'/,’–", reading->string[here->span.start]) != NULL ||
           tl_reading_is_possessive (reading, token);
  return here->kind == TL_TOKEN_WORD &&
         (reading->cues[token] & (TL_CUE_LINK | TL_CUE_PARTICLE | TL_CUE_PARTICLE_1ST | TL_CUE_FUNCTION)) != 0;
}

/* Whether an island may begin with the token: "The" and "On Monday," hold no name. */
static gboolean
is_beginning (const TlReading *reading,
              guint            token)
{
  return is_core (reading, token) &&
         (!tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_CALENDAR) ||
          tl_reading_is_acronym (reading, token) ||
          (tl_reading_is_capital (reading, token + 1) && !tl_reading_has (reading, token + 1, TL_CUE_CALENDAR)));
}

/* The end of the mention of the rules that begins at the token, or 0. */
static guint
mention_end (const TlTagView *self,
             guint            token,
             guint           *at)
{
  while (*at < self->mentions->len &&
         g_array_index (self->mentions, TlMention, *at).first < token)
    (*at)++;
  if (*at == self->mentions->len || g_array_index (self->mentions, TlMention, *at).first != token)
    return 0;
  return g_array_index (self->mentions, TlMention, *at).end;
}

/* The end of the island that begins at the token: it ends with the last core before a gap. */
static guint
island_end (const TlTagView *self,
            guint            token,
            guint           *at)
{
  const TlReading *reading = self->reading;
  guint end = token, gap = 0;

  for (guint i = token; i < reading->n_tokens; i++)
    {
      guint stop = mention_end (self, i, at);

      if (reading->tokens[i].sentence != reading->tokens[token].sentence || gap > MAX_BRIDGE ||
          i - token >= TL_MAX_ISLAND - TL_MAX_NAME_TOKENS)
        break;
      if (stop != 0 || is_core (reading, i))
        {
          end = MAX (MIN (stop, token + TL_MAX_ISLAND), i + 1);
          i = end - 1;
          gap = 0;
        }
      else if (is_bridge (reading, i))
        gap++;
      else
        break;
    }
  return end;
}

/*
 * tl_tag_view_next_island:
 * @self: a view
 * @island: (inout): the last one, or all zero before the first
 *
 * Returns: whether there is another
 */
gboolean
tl_tag_view_next_island (TlTagView *self,
                         TlIsland  *island)
{
  const TlReading *reading = self->reading;

  for (guint i = island->end; i < reading->n_tokens; i++)
    {
      /* Most tokens are words in lower case, which only a mention of the rules begins with. */
      if (!is_beginning (reading, i) || (reading->cues[i] & TL_CUE_MUTE) != 0)
        if (mention_end (self, i, &self->next_mention) == 0)
          continue;
      island->first = i;
      island->end = island_end (self, i, &self->next_mention);
      return TRUE;
    }
  return FALSE;
}

static guint
word_shape (const TlReading *reading,
            const TlToken   *token)
{
  const char *p = reading->string + token->span.start, *end = reading->string + token->span.end;
  gsize length = (gsize) (end - p);
  guint n_upper = 0;

  if ((token->flags & TL_TOKEN_CAPITALISED) == 0)
    return TL_SHAPE_LOWER;
  if (length >= 2 && end[-1] == '.')
    return TL_SHAPE_POINTS;
  if ((token->flags & TL_TOKEN_ALL_CAPS) != 0)
    return length <= 5 ? TL_SHAPE_SHORT_CAPITALS : TL_SHAPE_CAPITALS;
  for (const char *c = p; c < end; c++)
    n_upper += g_ascii_isupper (*c);
  if (length == 1)
    return TL_SHAPE_LETTER;
  return n_upper >= 2 ? TL_SHAPE_MIXED : TL_SHAPE_CAPITAL;
}

static guint
shape_of (const TlReading *reading,
          guint            index)
{
  const TlToken *token = &reading->tokens[index];
  const char *p = reading->string + token->span.start;

  switch ((TlTokenKind) token->kind)
    {
    case TL_TOKEN_WORD:
      return word_shape (reading, token);
    case TL_TOKEN_NUMBER:
      return token->span.end - token->span.start == 4 ? TL_SHAPE_YEAR : TL_SHAPE_NUMBER;
    case TL_TOKEN_SYMBOL:
      return TL_SHAPE_SYMBOL;
    case TL_TOKEN_ADDRESS:
      return TL_SHAPE_ADDRESS;
    case TL_TOKEN_PUNCTUATION:
    default:
      if (token->span.end - token->span.start > 1 && (*p == '\'' || p[token->span.end - token->span.start - 1] == 's'))
        return TL_SHAPE_POSSESSIVE;
      return TL_SHAPE_MARK + (guchar) *p;
    }
}

static TlTagPart
part_of (guint first,
         guint end,
         guint token)
{
  if (end == first + 1)
    return TL_TAG_ONLY;
  if (token == first)
    return TL_TAG_FIRST;
  return token + 1 == end ? TL_TAG_LAST : TL_TAG_INSIDE;
}

/* What the gazetteer says of the token, from 1; 0 where that is nothing. */
static guint8
place_of (const TlReading *reading,
          guint            token)
{
  const TlPlaceMatch *match;

  if (reading->place_at[token] == 0)
    return 0;
  match = &g_array_index (reading->places, TlPlaceMatch, reading->place_at[token] - 1);
  return (guint8) (1 + (((guint) match->place->kind * 4 + (guint) match->place->form) * TL_TAG_PARTS +
                        (guint) part_of (match->first_token, match->end_token, token)));
}

static void
describe (const TlTagView *self,
          guint            token,
          TlTagToken        *out)
{
  const TlReading *reading = self->reading;
  const TlModelCluster *cluster = tl_model_find_cluster (self->parts, reading->tokens[token].hash);

  *out = (TlTagToken) { 0 };
  out->word = reading->tokens[token].hash;
  out->cues = reading->cues[token];
  out->shape = (guint16) shape_of (reading, token);
  out->place = place_of (reading, token);
  if (cluster != NULL)
    {
      out->fine = cluster->fine;
      out->coarse = cluster->coarse;
    }
}

/*
 * Whether the rules know the whole mention better than can be seen from its words: it ends
 * in lower case, "26th session", it stands in a headline for what the text says below, or it
 * is an event, of which the training data have too few.
 */
static gboolean
is_sure (const TlReading *reading,
         const TlMention *mention)
{
  guint last = mention->end - 1;

  return mention->type == TL_ENTITY_EVENT || tl_reading_has (reading, mention->first, TL_CUE_MUTE) ||
         (reading->tokens[last].kind == TL_TOKEN_WORD && !tl_reading_is_capital (reading, last));
}

/* Marks what the rules made of the island's tokens. */
static void
lay_rules (TlTagView      *self,
           const TlIsland *island)
{
  GArray *candidates = self->reading->candidates;
  guint at = self->next_mention;

  while (at > 0 && g_array_index (self->mentions, TlMention, at - 1).first >= island->first)
    at--;
  for (; at < self->mentions->len; at++)
    {
      const TlMention *mention = &g_array_index (self->mentions, TlMention, at);

      if (mention->first >= island->end)
        break;
      for (guint i = mention->first; i < mention->end; i++)
        {
          TlTagToken *token = tl_tag_view_at (self, i);

          token->rule = (guint8) tl_tag (mention->type, part_of (mention->first, mention->end, i));
          token->is_pattern = is_sure (self->reading, mention);
        }
    }
  while (self->next_candidate < candidates->len &&
         g_array_index (candidates, TlCandidate, self->next_candidate).first < island->first)
    self->next_candidate++;
  for (at = self->next_candidate; at < candidates->len; at++)
    {
      const TlCandidate *candidate = &g_array_index (candidates, TlCandidate, at);

      if (candidate->first >= island->end)
        break;
      for (guint i = candidate->first; i < MIN (candidate->end, island->end); i++)
        {
          if ((candidate->flags & TL_CANDIDATE_PATTERN) != 0 && tl_tag_view_at (self, i)->rule != TL_TAG_OUTSIDE)
            tl_tag_view_at (self, i)->is_pattern = TRUE;
          tl_tag_view_at (self, i)->candidate = at + 1;
          tl_tag_view_at (self, i)->candidate_part =
            (guint8) part_of (candidate->first, candidate->end, i);
        }
    }
}

/* Marks the names of listed cities. */
static void
lay_cities (TlTagView      *self,
            const TlIsland *island)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  TlCity city;

  for (guint i = island->first; i < island->end; i++)
    {
      guint first = i, known;

      if (!tl_gazetteer_find_city (gazetteer, self->reading->text, i, &city))
        continue;
      known = 1 + (((guint) city.size * 8 + (city.flags & 7)) * TL_TAG_PARTS);
      for (; i < MIN (city.end_token, island->end); i++)
        tl_tag_view_at (self, i)->city = (guint16) (known + (guint) part_of (first, city.end_token, i));
      i--;
    }
}

/* Numbers the runs of capitalised words. */
static void
lay_runs (TlTagView      *self,
          const TlIsland *island)
{
  for (guint i = island->first; i < island->end;)
    {
      guint end = i;

      while (end < island->end && tl_reading_is_capital (self->reading, end))
        end++;
      for (guint k = i; k < end; k++)
        {
          tl_tag_view_at (self, k)->run_place = (guint8) MIN (k - i + 1, 255);
          tl_tag_view_at (self, k)->run_length = (guint8) MIN (end - i, 255);
        }
      i = MAX (end, i + 1);
    }
}

/*
 * tl_tag_view_enter:
 * @self: a view
 * @island: the island that tl_tag_view_next_island() found last
 *
 * Makes the island's tokens ready for tl_tag_view_get_features().
 */
void
tl_tag_view_enter (TlTagView      *self,
                   const TlIsland *island)
{
  const TlReading *reading = self->reading;
  const TlSentence *sentence = &reading->sentences[reading->tokens[island->first].sentence];

  self->base = island->first;
  for (guint i = MAX (island->first, sentence->first_token + TL_TAG_REACH) - TL_TAG_REACH;
       i < MIN (island->end + TL_TAG_REACH, sentence->end_token); i++)
    tl_model_prefetch_cluster (self->parts, reading->tokens[i].hash);
  for (guint i = 0; i < island->end - island->first + 2 * TL_TAG_REACH; i++)
    {
      guint token = island->first + i - TL_TAG_REACH;
      gboolean inside = island->first + i >= TL_TAG_REACH && token >= sentence->first_token &&
                        token < sentence->end_token;

      if (inside)
        describe (self, token, &self->window[i]);
      else
        self->window[i] = (TlTagToken) { .shape = TL_SHAPE_NONE };
    }
  lay_rules (self, island);
  lay_runs (self, island);
  lay_cities (self, island);
}

/*
 * tl_tag_view_get_rule:
 * @self: a view that has entered an island
 * @token: one of the island's tokens
 * @weight: (out): how many times the model's weight of rules they speak with
 *
 * Some names were found by a pattern of words, which knows more than is seen from each.
 *
 * Returns: the tag that the rules give the token
 */
guint
tl_tag_view_get_rule (TlTagView *self,
                      guint      token,
                      guint     *weight)
{
  const TlTagToken *t = tl_tag_view_at (self, token);

  *weight = t->is_pattern ? PATTERN_WEIGHT : 1;
  return t->rule;
}
