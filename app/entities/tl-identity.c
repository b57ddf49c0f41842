/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which place of the world a name is: what the gazetteer says of it, or the list of all
 * cities.  Of a name that several cities have it is the one in the country that the text
 * names most; where that has none, what the gazetteer says stays, and a city that is only
 * listed has no identity unless the text names its country, too.
 */

#include "tl-identity.h"

#include <string.h>

static gboolean
is_country_code (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) &&
         (code[2] == '\0' || code[2] == '-');
}

/* A capital tells of its country; any other city may be a namesake elsewhere. */
static gboolean
is_town (const TlPlaceName *place)
{
  return place->kind == TL_PLACE_CITY && place->form != TL_NAME_CAPITAL;
}

static guint
index_of (const char *code)
{
  return (guint) (code[0] - 'A') * 26 + (guint) (code[1] - 'A');
}

/*
 * tl_identifier_init:
 * @self: (out caller-allocates): the identifier
 * @reading: a text with its places
 *
 * Counts which countries the text is about.
 */
void
tl_identifier_init (TlIdentifier    *self,
                    const TlReading *reading)
{
  guint32 most = 0;

  *self = (TlIdentifier) { .reading = reading };
  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceName *place = g_array_index (reading->places, TlPlaceMatch, i).place;
      guint32 *n_named;

      if (place->kind == TL_PLACE_BLOC || is_town (place) || !is_country_code (place->code))
        continue;
      n_named = &self->n_named[index_of (place->code)];
      if (++*n_named > most)
        {
          most = *n_named;
          memcpy (self->home, place->code, 2);
        }
    }
}

static const TlPlaceName *
place_of (const TlReading *reading,
          guint            first,
          guint            end)
{
  guint32 index = reading->place_at[first];
  const TlPlaceMatch *match;

  if (index == 0)
    return NULL;
  match = &g_array_index (reading->places, TlPlaceMatch, index - 1);
  return match->first_token == first && match->end_token == end ? match->place : NULL;
}

static const TlPlaceName *
if_country (const TlPlaceName *place,
            TlNameForm         form)
{
  return place != NULL && place->kind == TL_PLACE_COUNTRY && place->form == form ? place : NULL;
}

/* "Republic of Chile", "Chilean Republic" */
static const TlPlaceName *
get_state (const TlReading *reading,
           guint            first,
           guint            end)
{
  guint word = first;

  if (tl_reading_has (reading, end - 1, TL_CUE_STATE) && reading->place_at[end - 1] == 0)
    return if_country (place_of (reading, first, end - 1), TL_NAME_ADJECTIVE);
  if (tl_reading_is (reading, word, "the"))
    word++;
  while (word < end && tl_reading_has (reading, word, TL_CUE_STATE) && reading->place_at[word] == 0)
    word++;
  if (word == first || !tl_reading_is (reading, word, "of") || word + 1 >= end)
    return NULL;
  return if_country (place_of (reading, word + 1, end), TL_NAME_PROPER);
}

/*
 * tl_mention_get_place:
 * @reading: a text with its places
 * @mention: a name in it
 *
 * Returns: (nullable): the gazetteer's place that the whole of the name is
 */
const TlPlaceName *
tl_mention_get_place (const TlReading *reading,
                      const TlMention *mention)
{
  const TlPlaceName *place = place_of (reading, mention->first, mention->end);

  if (place != NULL)
    return place->form == TL_NAME_PROPER || place->form == TL_NAME_CAPITAL ? place : NULL;
  if (mention->type != TL_ENTITY_PLACE || mention->end < mention->first + 2)
    return NULL;
  return get_state (reading, mention->first, mention->end);
}

static gboolean
is_named (const TlIdentifier *self,
          const char         *country)
{
  return is_country_code (country) && self->n_named[index_of (country)] > 0;
}

static gboolean
find_listed (const TlIdentifier *self,
             const TlMention    *mention,
             TlCity             *city)
{
  const char *home = *self->home != '\0' ? self->home : NULL;

  return tl_gazetteer_find_city_in (tl_gazetteer_get_default (), self->reading->text,
                                    mention->first, home, city) &&
         city->end_token == mention->end;
}

/* Whether the gazetteer's city is rather the one of its name in a country of the text. */
static gboolean
find_namesake (const TlIdentifier *self,
               const TlMention    *mention,
               const TlPlaceName  *place,
               TlCity             *city)
{
  return is_town (place) && !is_named (self, place->code) && find_listed (self, mention, city) &&
         is_named (self, city->country);
}

/* A city that the gazetteer does not find by itself. */
static gboolean
find_unnamed (const TlIdentifier *self,
              const TlMention    *mention,
              TlCity             *city)
{
  return find_listed (self, mention, city) &&
         ((city->flags & (TL_CITY_SEVERAL | TL_CITY_WORD)) == 0 || is_named (self, city->country));
}

/*
 * tl_identifier_find:
 * @self: the identifier
 * @mention: a name in the text
 * @identity: (out): what it is
 *
 * Returns: whether that is known
 */
gboolean
tl_identifier_find (const TlIdentifier *self,
                    const TlMention    *mention,
                    TlEntityIdentity   *identity)
{
  const TlPlaceName *place = tl_mention_get_place (self->reading, mention);
  gboolean is_bloc = place != NULL && place->kind == TL_PLACE_BLOC;
  TlCity city;

  if (mention->type != TL_ENTITY_PLACE && !(mention->type == TL_ENTITY_ORGANIZATION && is_bloc))
    return FALSE;
  *identity = (TlEntityIdentity) { 0 };
  if (place != NULL && !find_namesake (self, mention, place, &city))
    {
      g_strlcpy (identity->code, place->code, sizeof identity->code);
      identity->geoname_id = place->geoname_id;
      return TRUE;
    }
  if (place == NULL && !find_unnamed (self, mention, &city))
    return FALSE;
  g_strlcpy (identity->code, city.country, sizeof identity->code);
  identity->geoname_id = city.geoname_id;
  return TRUE;
}
