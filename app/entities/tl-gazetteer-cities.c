/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The list of all the world's cities.  That a word is the name of one is evidence and no
 * more: there are cities called "Of" and "March".
 */

#include "tl-gazetteer-private.h"

#include <string.h>

static guint8
size_of (guint32 population)
{
  static const guint32 floors[] = { 20000, 50000, 100000, 300000, 1000000, 3000000, 10000000 };
  guint8 size = 0;

  while (size < G_N_ELEMENTS (floors) && population >= floors[size])
    size++;
  return size;
}

static const TlCityRow *
city_at (TlGazetteer *self,
         guint32      list)
{
  return &self->cities[GUINT32_FROM_LE (self->city_lists[list]) & ~TL_CITY_LIST_END];
}

static gboolean
is_last (TlGazetteer *self,
         guint32      list)
{
  return (GUINT32_FROM_LE (self->city_lists[list]) & TL_CITY_LIST_END) != 0;
}

/**
 * tl_gazetteer_find_city:
 * @self: the gazetteer
 * @text: a text
 * @token: index of a token of it
 * @city: (out): the city
 *
 * Finds the longest name of a listed city that begins with the token, written as listed,
 * without its accents, or all in capitals.  Of several cities with the name it gives the
 * most populous.  Not every such name in a text is a city's; see #TlCityFlags.
 *
 * Returns: whether there is one
 */
gboolean
tl_gazetteer_find_city (TlGazetteer *self,
                        TlText      *text,
                        guint        token,
                        TlCity      *city)
{
  return tl_gazetteer_find_city_in (self, text, token, NULL, city);
}

/**
 * tl_gazetteer_find_city_in:
 * @self: the gazetteer
 * @text: a text
 * @token: index of a token of it
 * @country: (nullable): code of the country where it probably is
 * @city: (out): the city
 *
 * As tl_gazetteer_find_city(), but of several cities with the name it gives the most
 * populous of the country, if there is one in it.
 *
 * Returns: whether there is a city of that name anywhere
 */
gboolean
tl_gazetteer_find_city_in (TlGazetteer *self,
                           TlText      *text,
                           guint        token,
                           const char  *country,
                           TlCity      *city)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlCityRow *row;
  TlPhraseFound found;

  if (token >= n_tokens || (tokens[token].flags & TL_TOKEN_CAPITALISED) == 0 ||
      !tl_phrase_table_match_at (&self->city_names, text, token, &found))
    return FALSE;

  row = city_at (self, found.value);
  *city = (TlCity) { .end_token = found.end_token, .flags = found.marks };
  if (!is_last (self, found.value))
    city->flags |= TL_CITY_SEVERAL;
  for (guint32 i = found.value; country != NULL; i++)
    {
      if (strcmp (city_at (self, i)->country, country) == 0)
        {
          row = city_at (self, i);
          break;
        }
      if (is_last (self, i))
        break;
    }
  city->geoname_id = GUINT32_FROM_LE (row->geoname_id);
  city->population = GUINT32_FROM_LE (row->population);
  city->size = size_of (city->population);
  memcpy (city->country, row->country, sizeof city->country);
  return TRUE;
}
