/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the table of places in place: it is looked through once, and used where it lies. */

#include "tl-gazetteer-private.h"

/* What the checks below go by. */
typedef struct
{
  guint n_strings;
  guint n_place_names;
  guint n_words;
  guint n_meanings;
  guint n_lists;
  guint n_cities;
} Sizes;

static gboolean
check_string (const Sizes *sizes,
              guint32      string)
{
  return GUINT32_FROM_LE (string) < sizes->n_strings;
}

static gboolean
check_places (const TlGazetteer *self,
              const Sizes       *sizes)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      const TlPlaceRow *place = &self->places[i];

      if (!check_string (sizes, place->code) || !check_string (sizes, place->name) ||
          !check_string (sizes, place->iso_name) || !check_string (sizes, place->members) ||
          GUINT32_FROM_LE (place->kind) > TL_PLACE_CITY)
        return FALSE;
    }
  return TRUE;
}

/* Also that a row is free, or a search would not end. */
static gboolean
check_words (const TlGazetteer *self,
             const Sizes       *sizes)
{
  guint n_free = 0;

  for (guint i = 0; i < sizes->n_words; i++)
    n_free += self->words[i].use == 0;
  return n_free > 0 && (sizes->n_words & (sizes->n_words - 1)) == 0;
}

static gboolean
check_meanings (const TlGazetteer *self,
                const Sizes       *sizes)
{
  for (guint i = 0; i < sizes->n_meanings; i++)
    if (GUINT32_FROM_LE (self->meanings[i].alone) > sizes->n_place_names ||
        GUINT32_FROM_LE (self->meanings[i].region) > sizes->n_place_names)
      return FALSE;
  return TRUE;
}

static gboolean
check_cities (const TlGazetteer *self,
              const Sizes       *sizes)
{
  for (guint i = 0; i < sizes->n_lists; i++)
    if ((GUINT32_FROM_LE (self->city_lists[i]) & ~TL_CITY_LIST_END) >= sizes->n_cities)
      return FALSE;
  for (guint i = 0; i < sizes->n_cities; i++)
    if (self->cities[i].country[sizeof self->cities[i].country - 1] != '\0')
      return FALSE;
  return sizes->n_lists == 0 ||
         (GUINT32_FROM_LE (self->city_lists[sizes->n_lists - 1]) & TL_CITY_LIST_END) != 0;
}

/* The only rows that are made into something else: what is found points to them for good. */
static gboolean
make_place_names (TlGazetteer          *self,
                  const Sizes          *sizes,
                  const TlPlaceNameRow *rows)
{
  self->place_names = g_new (TlPlaceName, sizes->n_place_names);
  for (guint i = 0; i < sizes->n_place_names; i++)
    {
      if (!check_string (sizes, rows[i].code) || rows[i].kind > TL_PLACE_CITY ||
          rows[i].form > TL_NAME_CAPITAL)
        return FALSE;
      self->place_names[i] = (TlPlaceName) {
        .code = self->strings + GUINT32_FROM_LE (rows[i].code),
        .kind = rows[i].kind,
        .form = rows[i].form,
        .geoname_id = GUINT32_FROM_LE (rows[i].geoname_id),
      };
    }
  return TRUE;
}

#define GET_ROWS(section, type, n_rows) \
  tl_table_file_get_rows (file, section, sizeof (type), n_rows, error)

static gboolean
map_rows (TlGazetteer       *self,
          const TlTableFile *file,
          GError           **error)
{
  Sizes sizes;
  const TlPlaceNameRow *place_names;

  if ((place_names = GET_ROWS (TL_PLACES_PLACE_NAMES, TlPlaceNameRow, &sizes.n_place_names)) == NULL ||
      (self->strings = GET_ROWS (TL_PLACES_STRINGS, char, &sizes.n_strings)) == NULL ||
      (self->places = GET_ROWS (TL_PLACES_PLACES, TlPlaceRow, &self->n_places)) == NULL ||
      (self->words = GET_ROWS (TL_PLACES_WORDS, TlPlaceWord, &sizes.n_words)) == NULL ||
      (self->meanings = GET_ROWS (TL_PLACES_MEANINGS, TlMeaningRow, &sizes.n_meanings)) == NULL ||
      (self->city_lists = GET_ROWS (TL_PLACES_CITY_LISTS, guint32, &sizes.n_lists)) == NULL ||
      (self->cities = GET_ROWS (TL_PLACES_CITIES, TlCityRow, &sizes.n_cities)) == NULL)
    return FALSE;
  if (!check_places (self, &sizes) || !check_words (self, &sizes) ||
      !check_meanings (self, &sizes) || !check_cities (self, &sizes) ||
      !make_place_names (self, &sizes, place_names))
    {
      tl_table_file_set_damaged (error);
      return FALSE;
    }
  self->word_mask = sizes.n_words - 1;
  return tl_phrase_table_open (&self->names, file, TL_PLACES_NAMES, TL_PLACES_STRINGS,
                               sizes.n_meanings, error) &&
         tl_phrase_table_open (&self->city_names, file, TL_PLACES_CITY_NAMES, TL_PLACES_STRINGS,
                               sizes.n_lists, error);
}

/*
 * tl_gazetteer_new_for_data:
 * @data: the table of places, which has to outlive the gazetteer
 * @size: its bytes
 * @error: where an error goes, of #TlTableFileError
 *
 * Returns: (transfer full): the gazetteer, or %NULL where the table can't be used
 */
TlGazetteer *
tl_gazetteer_new_for_data (gconstpointer data,
                           gsize         size,
                           GError      **error)
{
  g_autoptr(TlGazetteer) self = g_new0 (TlGazetteer, 1);
  TlTableFile file;

  if (!tl_table_file_open (&file, data, size, TL_PLACE_TABLE_MAGIC, TL_PLACE_TABLE_VERSION, error) ||
      !map_rows (self, &file, error))
    return NULL;
  return g_steal_pointer (&self);
}

/*
 * tl_gazetteer_free:
 * @self: (transfer full): a gazetteer that is not the default one
 */
void
tl_gazetteer_free (TlGazetteer *self)
{
  g_free (self->place_names);
  g_free (self);
}

/*
 * tl_gazetteer_word_use:
 * @self: the gazetteer
 * @hash: a token's hash
 *
 * Returns: what the word makes of a name beside it, as #TlWordUse
 */
guint32
tl_gazetteer_word_use (TlGazetteer *self,
                       guint32      hash)
{
  for (guint32 i = hash & self->word_mask; self->words[i].use != 0; i = (i + 1) & self->word_mask)
    if (GUINT32_FROM_LE (self->words[i].hash) == hash)
      return GUINT32_FROM_LE (self->words[i].use);
  return 0;
}
