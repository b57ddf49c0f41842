/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whom the words beside a verb of speech mean: a name, a pronoun, or a description such as
 * "the Kazakh president", "India's envoy to the Gulf" or "the trade ministry".
 */

#include "tl-attribution.h"

#include "tl-trade-view.h"

#include <string.h>

/* A description is no longer than this, in tokens. */
#define MAX_DESCRIPTION 12

/* "…, who took office in May, said": so far before the verb the name may stand. */
#define MAX_INSERTION 30

static const TlToken *
tokens_of (const TlAttribution *self)
{
  guint n_tokens;

  return tl_text_get_tokens (self->reading->text, &n_tokens);
}

static const TlSentence *
sentence_at (const TlAttribution *self,
             guint                index)
{
  guint n_sentences;

  return &tl_text_get_sentences (self->reading->text, &n_sentences)[index];
}

static gboolean
is (const TlAttribution *self,
    guint                token,
    const char          *word)
{
  return tl_text_token_is (self->reading->text, token, word);
}

static gboolean
is_in (const TlAttribution *self,
       TlPhrases           *group,
       guint                token,
       guint               *end)
{
  return tl_lexicon_match (group, self->reading->text, token, end) != NULL;
}

static gboolean
is_possessive (const TlAttribution *self,
               guint                token)
{
  return is (self, token, "'s") || is (self, token, "'");
}

static TlSaid
with_reference (const TlAttribution *self,
                TlSaid               said,
                guint                first,
                guint                end)
{
  const TlToken *tokens = tokens_of (self);

  if (said.name != NULL)
    said.reference = (TlSpan) { tokens[first].span.start, tokens[end - 1].span.end };
  return said;
}

/* Who the sentence itself begins with: "Ana Silva went on: by May, she said, …". */
static TlSaid
subject_of_sentence (const TlAttribution *self,
                     guint                index,
                     guint                token)
{
  guint first = sentence_at (self, index)->first_token;
  const TlNamed *named = tl_speaker_names_next (self->names, first, MIN (first + 3, token));

  if (named == NULL || named->type != TL_ENTITY_PERSON || self->quoted[named->first_token])
    return TL_SAID_NOBODY;
  return named->said;
}

/*
 * tl_attribution_person:
 * @self: what is known
 * @index: a sentence
 * @token: index of the word
 *
 * Returns: whom "he" or "she" means there
 */
TlSaid
tl_attribution_person (const TlAttribution *self,
                       guint                index,
                       guint                token)
{
  TlSaid said = subject_of_sentence (self, index, token);

  if (said.name != NULL)
    return said;
  if (self->before != NULL && self->before->name != NULL && self->before->is_person)
    return *self->before;
  return self->subject_before.name != NULL ? self->subject_before : self->last_person;
}

/* What ends a description on its way back from the verb. */
static gboolean
ends_description (const TlAttribution *self,
                  guint                token)
{
  const TlToken *tokens = tokens_of (self);

  if (self->quoted[token] || tokens[token].kind == TL_TOKEN_NUMBER ||
      tokens[token].kind == TL_TOKEN_SYMBOL)
    return TRUE;
  if (tokens[token].kind == TL_TOKEN_PUNCTUATION)
    return !is_possessive (self, token) && !is (self, token, "-");
  return is_in (self, self->words->stops, token, NULL);
}

/*
 * tl_attribution_first_place:
 * @self: what is known
 * @token: a token
 *
 * Returns: index of the first place that begins at @token or behind it
 */
guint
tl_attribution_first_place (const TlAttribution *self,
                            guint                token)
{
  GArray *places = self->reading->places;
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, TlPlaceMatch, middle).first_token >= token)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* Whose office it is: the country before it, "Kazakh president", or behind its "of". */
static const char *
owner_of (const TlAttribution *self,
          guint                first,
          guint                head,
          guint                end)
{
  GArray *places = self->reading->places;
  const char *owner = NULL;

  for (guint i = tl_attribution_first_place (self, first); i < places->len; i++)
    {
      const TlPlaceMatch *place = &g_array_index (places, TlPlaceMatch, i);

      if (place->first_token >= end)
        break;
      if (place->first_token < head || is (self, place->first_token - 1, "of"))
        owner = place->place->code;
      if (owner != NULL)
        break;
    }
  return owner;
}

/* "trade ministry", "customs office": where the words begin that tell it from others. */
static guint
modifiers_begin (const TlAttribution *self,
                 guint                floor,
                 guint                head)
{
  const TlToken *tokens = tokens_of (self);
  guint first = head;

  while (first > floor && head - first < 3 && tokens[first - 1].kind == TL_TOKEN_WORD &&
         !is_in (self, self->words->plain, first - 1, NULL) &&
         !is_in (self, self->words->stops, first - 1, NULL))
    first--;
  return first;
}

static TlSaid
find_body (const TlAttribution *self,
           guint                floor,
           guint                head,
           guint                end)
{
  const TlToken *tokens = tokens_of (self);
  guint first = modifiers_begin (self, floor, head);
  const char *owner = owner_of (self, floor, head, end);
  TlSaid said = TL_SAID_NOBODY;

  if (first < head)
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, tokens[head - 1].hash);
  else if (owner != NULL)
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, g_str_hash (owner));
  else
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, 0);
  /* "the trade ministry", or with a capital that shows a name: "the Treasury" */
  if (said.name == NULL && (first < head || (head > floor && is (self, head - 1, "the") &&
                                             (tokens[head].flags & TL_TOKEN_CAPITALISED) != 0)))
    return tl_speaker_names_write (self->names, first, head + 1, TRUE);
  return with_reference (self, said, first, head + 1);
}

/* The holder of an office, "Kazakh president", whose words begin at @first. */
static TlSaid
find_officeholder (const TlAttribution *self,
                   guint                index,
                   guint                first,
                   const char          *office,
                   const char          *owner)
{
  gboolean is_indefinite = is (self, first, "a") || is (self, first, "an");
  TlSaid said = tl_speaker_names_by_office (self->names, office, owner);

  if (said.name == NULL && is_indefinite)
    return (TlSaid) { .is_to_come = TRUE };
  /* Somebody whose office the text has not told, or "the visitor": as "he". */
  if (said.name == NULL)
    said = owner == NULL ? tl_attribution_person (self, index, first) : self->only_before;
  if (said.name == NULL)
    said.is_to_come = TRUE;
  return said;
}

/*
 * tl_attribution_describe:
 * @self: what is known
 * @index: a sentence
 * @floor: where the description may begin
 * @end: where it ends
 *
 * Returns: whom the noun phrase before @end means
 */
TlSaid
tl_attribution_describe (const TlAttribution *self,
                         guint                index,
                         guint                floor,
                         guint                end)
{
  guint first = end;

  while (first > floor && end - first < MAX_DESCRIPTION && !ends_description (self, first - 1))
    first--;
  for (guint i = first; i < end;)
    {
      guint next = i + 1;
      const TlWord *office = tl_lexicon_match (self->words->offices, self->reading->text, i, &next);
      gboolean is_body = office == NULL && is_in (self, self->words->bodies, i, &next);
      gboolean is_document = office == NULL && !is_body &&
                             is_in (self, self->words->documents, i, &next);

      /* "the ministry spokesman": the last noun counts. */
      if (next <= end && (next == end || is_in (self, self->words->links, next, NULL)))
        {
          const char *owner = office != NULL ? owner_of (self, first, i, end) : NULL;

          if (office != NULL)
            return with_reference (self, find_officeholder (self, index, first, office->value, owner),
                                   i, next);
          if (is_body)
            return find_body (self, first, i, end);
          if (is_document && is_in (self, self->words->plain, i - (i > first), NULL))
            return with_reference (self, self->last_body, i, next);
        }
      i = next;
    }
  return TL_SAID_NOBODY;
}

/* A name that ends at @end, with what stands in brackets behind it passed over. */
static const TlNamed *
name_ending_at (const TlAttribution *self,
                guint                floor,
                guint                end)
{
  const TlNamed *named = tl_speaker_names_ending_at (self->names, end, floor);

  if (named == NULL && end > floor && is (self, end - 1, ")"))
    for (guint i = end - 1; i > floor && end - i < 12; i--)
      if (is (self, i - 1, "("))
        return tl_speaker_names_ending_at (self->names, i - 1, floor);
  return named;
}

/* Whether the name only tells more of what stands before it: "an officer in Oslo". */
static gboolean
is_complement (const TlAttribution *self,
               guint                floor,
               const TlNamed       *named)
{
  guint before = named->first_token;

  if (before > floor && is (self, before - 1, "the"))
    before--;
  return before > floor && is_in (self, self->words->links, before - 1, NULL);
}

/* Whom the words mean that end at @end. */
static TlSaid
whoever_ends_at (const TlAttribution *self,
                 guint                index,
                 guint                end,
                 gboolean             may_be_place)
{
  guint floor = sentence_at (self, index)->first_token;
  const TlNamed *named = name_ending_at (self, floor, end);
  TlSaid said = TL_SAID_NOBODY;

  if (end <= floor)
    return said;
  if (is_in (self, self->words->pronouns, end - 1, NULL))
    return with_reference (self, tl_attribution_person (self, index, end - 1), end - 1, end);
  if (is (self, end - 1, "it"))
    return self->last.is_person ? said : with_reference (self, self->last, end - 1, end);
  if (named != NULL && !is_complement (self, floor, named))
    return named->type != TL_ENTITY_PLACE || may_be_place ? named->said : said;
  said = tl_attribution_describe (self, index, floor, end);
  if (said.name == NULL && named != NULL && named->type == TL_ENTITY_ORGANIZATION)
    return named->said;
  return said;
}

/* "the ambassador, Ana Silva, said", "Ana Silva, who came in May, said": @comma is the second. */
static TlSaid
before_insertion (const TlAttribution *self,
                  guint                index,
                  guint                comma)
{
  guint floor = sentence_at (self, index)->first_token;
  const TlNamed *apposed = name_ending_at (self, floor, comma);
  guint nearest = MIN (comma - floor, MAX_INSERTION);

  if (apposed != NULL && apposed->type != TL_ENTITY_PLACE && apposed->first_token > floor &&
      (is (self, apposed->first_token - 1, ",") || is (self, apposed->first_token - 1, "(")))
    return apposed->said;
  for (guint n = 1; n < nearest; n++)
    {
      TlSaid said;

      if (self->quoted[comma - n])
        break;
      if (!is (self, comma - n, ","))
        continue;
      said = whoever_ends_at (self, index, comma - n, FALSE);
      if (said.name != NULL)
        return said;
    }
  return apposed != NULL && apposed->type == TL_ENTITY_PERSON ? apposed->said : TL_SAID_NOBODY;
}

/*
 * tl_attribution_subject_of:
 * @self: what is known
 * @index: a sentence
 * @only: (out): the person named in it, where it is only one
 *
 * Returns: the person that the sentence begins with; no one who is only quoted about
 */
TlSaid
tl_attribution_subject_of (const TlAttribution *self,
                           guint                index,
                           TlSaid              *only)
{
  const TlSentence *sentence = sentence_at (self, index);
  TlSaid subject = TL_SAID_NOBODY;
  const TlNamed *named, *first = NULL;
  guint next = sentence->first_token;

  *only = TL_SAID_NOBODY;
  if (is (self, next, "the") && !self->quoted[next])
    for (guint i = 1; i <= 3 && next + i < sentence->end_token && subject.name == NULL; i++)
      {
        const TlWord *office = tl_lexicon_match (self->words->offices, self->reading->text, next + i, NULL);

        if (office != NULL)
          subject = tl_speaker_names_by_office (self->names, office->value, NULL);
      }
  for (; (named = tl_speaker_names_next (self->names, next, sentence->end_token)) != NULL;
       next = named->first_token + 1)
    {
      if (named->type != TL_ENTITY_PERSON)
        continue;
      if (subject.name == NULL && !self->quoted[named->first_token])
        subject = named->said;
      *only = first == NULL || (first->entity == named->entity && only->name != NULL) ? named->said
                                                                                      : TL_SAID_NOBODY;
      if (first == NULL)
        first = named;
    }
  return subject;
}

/*
 * tl_attribution_subject:
 * @self: what is known
 * @index: a sentence
 * @verb: a verb in it
 * @may_be_place: whether a place may do it, "Seoul said"
 *
 * Returns: who does it, by the words before it
 */
TlSaid
tl_attribution_subject (const TlAttribution *self,
                        guint                index,
                        guint                verb,
                        gboolean             may_be_place)
{
  guint floor = sentence_at (self, index)->first_token;
  guint end = verb;

  while (end > floor && is_in (self, self->words->asides, end - 1, NULL))
    end--;
  if (end > floor && is (self, end - 1, ",") && !self->quoted[end - 1])
    return before_insertion (self, index, end - 1);
  return whoever_ends_at (self, index, end, may_be_place);
}

/*
 * tl_attribution_behind:
 * @self: what is known
 * @index: a sentence
 * @token: index of the token behind a verb
 *
 * Returns: who does it, by the words behind: "said Ana Silva", "says the Kazakh minister of trade"
 */
TlSaid
tl_attribution_behind (const TlAttribution *self,
                       guint                index,
                       guint                token)
{
  const TlSentence *sentence = sentence_at (self, index);
  guint end = token, bodies_end;
  const TlNamed *named, *body = NULL;

  while (end < sentence->end_token && end - token < MAX_DESCRIPTION &&
         !ends_description (self, end))
    end++;
  bodies_end = MIN (end, token + 5);
  for (guint next = token; (named = tl_speaker_names_next (self->names, next, end)) != NULL;
       next = named->first_token + 1)
    {
      if (named->type == TL_ENTITY_PERSON)
        return named->said;
      if (named->type == TL_ENTITY_ORGANIZATION && body == NULL && named->first_token < bodies_end)
        body = named;
    }
  /* "said the ambassador, Ana Silva" */
  if (end < sentence->end_token && is (self, end, ","))
    {
      named = tl_speaker_names_next (self->names, end + 1, MIN (end + 4, sentence->end_token));
      if (named != NULL && named->type == TL_ENTITY_PERSON)
        return named->said;
    }
  if (token < end && is_in (self, self->words->pronouns, token, NULL))
    return with_reference (self, tl_attribution_person (self, index, token), token, token + 1);
  if (body != NULL && !is_complement (self, token, body))
    return body->said;
  for (guint stop = token + 1; stop <= end; stop++)
    if (stop == end || is_in (self, self->words->links, stop, NULL))
      {
        TlSaid said = tl_attribution_describe (self, index, token, end);

        return said.name != NULL || body == NULL ? said : body->said;
      }
  return body != NULL ? body->said : TL_SAID_NOBODY;
}
