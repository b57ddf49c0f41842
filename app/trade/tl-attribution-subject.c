/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom the words beside a verb of speech mean, before it and behind it. */

#include "tl-attribution.h"

#include <string.h>

/* What stands behind a verb of speech is no longer than this, in tokens. */
#define MAX_BEHIND 12

/* "…, who took office in May, said": so far before the verb the name may stand. */
#define MAX_INSERTION 30

/* A name that ends at @end, with what stands in brackets behind it passed over. */
static const TlNamed *
name_ending_at (const TlAttribution *self,
                guint                floor,
                guint                end)
{
  const TlNamed *named = tl_speaker_names_ending_at (self->names, end, floor);

  if (named == NULL && end > floor && tl_attribution_is (self, end - 1, ")"))
    for (guint i = end - 1; i > floor && end - i < 12; i--)
      if (tl_attribution_is (self, i - 1, "("))
        return tl_speaker_names_ending_at (self->names, i - 1, floor);
  return named;
}

/* The token of "in" before "the Oslo area" or "eastern Europe"; @floor where none stands there. */
static guint
link_before (const TlAttribution *self,
             guint                floor,
             const TlNamed       *named)
{
  const TlToken *tokens = tl_attribution_tokens (self);
  guint before = named->first_token;

  for (guint n = 0; n <= 2 && before > floor; n++, before--)
    {
      if (tl_attribution_is_in (self, self->words->links, before - 1, NULL))
        return before - 1;
      if (tokens[before - 1].kind != TL_TOKEN_WORD ||
          (tokens[before - 1].flags & TL_TOKEN_CAPITALISED) != 0 ||
          (named->type != TL_ENTITY_PLACE && !tl_attribution_is (self, before - 1, "the")))
        return floor;
    }
  return floor;
}

/* Whether the name only tells more of what stands before it: "an officer in Oslo". */
static gboolean
is_complement (const TlAttribution *self,
               guint                floor,
               const TlNamed       *named)
{
  return link_before (self, floor, named) > floor;
}

/* Whether who stands before the name may speak for it: "analysts at Norges Bank"; no "trade with"
 * it. */
static gboolean
is_member_of (const TlAttribution *self,
              guint                floor,
              const TlNamed       *named)
{
  guint link = link_before (self, floor, named);
  const TlWord *word;

  if (link == floor || tl_attribution_is_in (self, self->words->flows, link - 1, NULL))
    return FALSE;
  word = tl_lexicon_match (self->words->links, self->reading->text, link, NULL);
  return word != NULL && strcmp (word->value, "member") == 0;
}

/* Whom the words mean that end at @end. */
static TlSaid
whoever_ends_at (const TlAttribution *self,
                 guint                index,
                 guint                end,
                 gboolean             may_be_place)
{
  guint floor = tl_attribution_sentence (self, index)->first_token;
  const TlNamed *named = name_ending_at (self, floor, end);
  TlSaid said = TL_SAID_NOBODY;

  if (end <= floor)
    return said;
  if (tl_attribution_is_in (self, self->words->pronouns, end - 1, NULL))
    return tl_attribution_refer (self, tl_attribution_person (self, index, end - 1), end - 1, end);
  if (tl_attribution_is_in (self, self->words->body_pronouns, end - 1, NULL))
    return self->last.is_person ? said : tl_attribution_refer (self, self->last, end - 1, end);
  if (named != NULL && named->first_token > floor && named->type == TL_ENTITY_PLACE &&
      tl_attribution_is_in (self, self->words->of_places, named->first_token - 1, NULL))
    return tl_speaker_names_write (self->names, named->first_token - 1, end, FALSE);
  if (named != NULL && !is_complement (self, floor, named))
    return named->type != TL_ENTITY_PLACE || may_be_place ? named->said : said;
  said = tl_attribution_describe (self, index, floor, end);
  /* "analysts at Norges Bank"; not "trade among the Arab states" */
  if (said.name == NULL && named != NULL && named->type == TL_ENTITY_ORGANIZATION &&
      is_member_of (self, floor, named))
    return named->said;
  return said;
}

/* "the ambassador, Ana Silva, said", "Ana Silva, who came in May, said": @comma is the second. */
static TlSaid
before_insertion (const TlAttribution *self,
                  guint                index,
                  guint                comma)
{
  guint floor = tl_attribution_sentence (self, index)->first_token;
  const TlNamed *apposed = name_ending_at (self, floor, comma);
  guint nearest = MIN (comma - floor, MAX_INSERTION);

  if (apposed != NULL && apposed->type != TL_ENTITY_PLACE && apposed->first_token > floor &&
      (tl_attribution_is (self, apposed->first_token - 1, ",") ||
       tl_attribution_is (self, apposed->first_token - 1, "(")))
    return apposed->said;
  for (guint n = 1; n < nearest; n++)
    {
      TlSaid said;

      if (self->quoted[comma - n])
        break;
      if (!tl_attribution_is (self, comma - n, ","))
        continue;
      said = whoever_ends_at (self, index, comma - n, FALSE);
      if (said.name != NULL)
        return said;
    }
  return apposed != NULL && apposed->type == TL_ENTITY_PERSON ? apposed->said : TL_SAID_NOBODY;
}

/* Where words like "also" or "on Friday" begin that end at @end; @end where there are none. */
static guint
aside_before (const TlAttribution *self,
              guint                floor,
              guint                end)
{
  for (guint n = 1; n <= 2 && end >= floor + n; n++)
    {
      guint behind;

      if (tl_attribution_is_in (self, self->words->asides, end - n, &behind) && behind == end)
        return end - n;
    }
  return end;
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
  guint floor = tl_attribution_sentence (self, index)->first_token;
  guint end = verb, before;

  while ((before = aside_before (self, floor, end)) < end)
    end = before;
  if (end > floor && tl_attribution_is (self, end - 1, ",") && !self->quoted[end - 1])
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
  const TlSentence *sentence = tl_attribution_sentence (self, index);
  guint end = token, bodies_end;
  const TlNamed *named, *body = NULL;

  while (end < sentence->end_token && end - token < MAX_BEHIND &&
         !tl_attribution_stops (self, end))
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
  if (end < sentence->end_token && tl_attribution_is (self, end, ","))
    {
      named = tl_speaker_names_next (self->names, end + 1, MIN (end + 4, sentence->end_token));
      if (named != NULL && named->type == TL_ENTITY_PERSON)
        return named->said;
    }
  if (token < end && tl_attribution_is_in (self, self->words->pronouns, token, NULL))
    return tl_attribution_refer (self, tl_attribution_person (self, index, token), token, token + 1);
  if (body != NULL && !is_complement (self, token, body))
    return body->said;
  for (guint stop = token + 1; stop <= end; stop++)
    if (stop == end || tl_attribution_is_in (self, self->words->links, stop, NULL))
      {
        TlSaid said = tl_attribution_describe (self, index, token, end);

        return said.name != NULL || body == NULL ? said : body->said;
      }
  return body != NULL ? body->said : TL_SAID_NOBODY;
}
