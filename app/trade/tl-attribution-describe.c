/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whom words mean that are no name: a pronoun, or a description such as "the Kazakh
 * president", "India's envoy to the Gulf" or "the trade ministry".
 */

#include "tl-attribution.h"

#include "tl-gazetteer.h"

#include <string.h>

/* A description is no longer than this, in tokens. */
#define MAX_DESCRIPTION 12

static gboolean
is_possessive (const TlAttribution *self,
               guint                token)
{
  return tl_attribution_is (self, token, "'s") || tl_attribution_is (self, token, "'");
}

/*
 * tl_attribution_refer:
 * @self: what is known
 * @said: who says something
 * @first: first token of the words that stand for the name
 * @end: index after the last
 *
 * Returns: @said, with these words
 */
TlSaid
tl_attribution_refer (const TlAttribution *self,
                      TlSaid               said,
                      guint                first,
                      guint                end)
{
  const TlToken *tokens = tl_attribution_tokens (self);

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
  guint first = tl_attribution_sentence (self, index)->first_token;
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

/*
 * tl_attribution_stops:
 * @self: what is known
 * @token: a token
 *
 * Returns: whether no description goes on over it
 */
gboolean
tl_attribution_stops (const TlAttribution *self,
                      guint                token)
{
  const TlToken *tokens = tl_attribution_tokens (self);

  if (self->quoted[token] || tokens[token].kind == TL_TOKEN_NUMBER ||
      tokens[token].kind == TL_TOKEN_SYMBOL)
    return TRUE;
  if (tokens[token].kind == TL_TOKEN_PUNCTUATION)
    return !is_possessive (self, token) && !tl_attribution_is (self, token, "-");
  return tl_attribution_is_in (self, self->words->stops, token, NULL);
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
      if (place->first_token < head || tl_attribution_is (self, place->first_token - 1, "of"))
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
  const TlToken *tokens = tl_attribution_tokens (self);
  guint first = head;

  while (first > floor && head - first < 3 && tokens[first - 1].kind == TL_TOKEN_WORD &&
         !tl_attribution_is_in (self, self->words->plain, first - 1, NULL) &&
         !tl_attribution_is_in (self, self->words->stops, first - 1, NULL))
    first--;
  return first;
}

/* "the agency", "the industry body": no name, so the body that spoke before. */
static gboolean
is_body_again (const TlAttribution *self,
               guint                end)
{
  guint match_end;

  for (guint n = 2; n <= 3 && n <= end; n++)
    if (tl_attribution_is_in (self, self->words->again, end - n, &match_end) && match_end == end)
      return TRUE;
  return FALSE;
}

static TlSaid
find_body (const TlAttribution *self,
           guint                floor,
           guint                head,
           guint                end)
{
  const TlToken *tokens = tl_attribution_tokens (self);
  guint first = modifiers_begin (self, floor, head);
  const char *owner = owner_of (self, floor, head, end);
  TlSaid said = TL_SAID_NOBODY;
  gboolean is_name;

  if (first < head)
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, tokens[head - 1].hash);
  else if (owner != NULL)
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, g_str_hash (owner));
  else
    said = tl_speaker_names_by_body (self->names, tokens[head].hash, 0);
  /* "the trade ministry", or with a capital that shows a name: "the Treasury" */
  is_name = first < head || (head > floor && tl_attribution_is (self, head - 1, "the") &&
                             (tokens[head].flags & TL_TOKEN_CAPITALISED) != 0);
  if (said.name == NULL && is_body_again (self, head + 1))
    return tl_attribution_refer (self, self->last_body, first, head + 1);
  if (said.name == NULL && is_name)
    return tl_speaker_names_write (self->names, first, head + 1, TRUE);
  return tl_attribution_refer (self, said, first, head + 1);
}

/* The holder of an office, "Kazakh president", whose words begin at @first. */
static TlSaid
find_officeholder (const TlAttribution *self,
                   guint                index,
                   guint                first,
                   const char          *office,
                   const char          *owner)
{
  gboolean is_indefinite = tl_attribution_is (self, first, "a") ||
                           tl_attribution_is (self, first, "an");
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

/* "the report": not data, which may be anyone's. */
static gboolean
is_work_at (const TlAttribution *self,
            guint                token,
            guint               *end)
{
  const TlWord *word = tl_lexicon_match (self->words->documents, self->reading->text, token, end);

  return word != NULL && strcmp (word->value, "work") == 0;
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

  while (first > floor && end - first < MAX_DESCRIPTION && !tl_attribution_stops (self, first - 1))
    first--;
  for (guint i = first; i < end;)
    {
      guint next = i + 1;
      const TlWord *office = tl_lexicon_match (self->words->offices, self->reading->text, i, &next);
      gboolean is_body = office == NULL &&
                         tl_attribution_is_in (self, self->words->bodies, i, &next);
      gboolean is_work = office == NULL && !is_body && is_work_at (self, i, &next);

      /* "the ministry spokesman": the last noun counts. */
      if (next <= end &&
          (next == end || tl_attribution_is_in (self, self->words->links, next, NULL)))
        {
          const char *owner = office != NULL ? owner_of (self, first, i, end) : NULL;

          if (office != NULL)
            return tl_attribution_refer (self,
                                         find_officeholder (self, index, first, office->value, owner),
                                         i, next);
          if (is_body)
            return find_body (self, first, i, end);
          if (is_work && tl_attribution_is_in (self, self->words->plain, i - (i > first), NULL))
            return tl_attribution_refer (self, self->last_body, i, next);
        }
      i = next;
    }
  return TL_SAID_NOBODY;
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
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  TlSaid subject = TL_SAID_NOBODY;
  const TlNamed *named, *first = NULL;
  guint next = sentence->first_token;

  *only = TL_SAID_NOBODY;
  if (tl_attribution_is (self, next, "the") && !self->quoted[next])
    for (guint i = 1; i <= 3 && next + i < sentence->end_token && subject.name == NULL; i++)
      {
        const TlWord *office = tl_lexicon_match (self->words->offices, self->reading->text, next + i,
                                                 NULL);

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
      if (first == NULL)
        *only = (first = named)->said;
      else if (first->entity != named->entity)
        *only = TL_SAID_NOBODY;
    }
  return subject;
}
