/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the table of places in place: it is looked through once, and used where it lies. */

#include "tl-gazetteer-private.h"

static gboolean
check_city_lists (const guint32 *lists,
                  guint          n_lists,
                  guint          n_cities)
{
  for (guint i = 0; i < n_lists; i++)
    if ((GUINT32_FROM_LE (lists[i]) & ~TL_CITY_LIST_END) >= n_cities)
      return FALSE;
  return n_lists == 0 || (GUINT32_FROM_LE (lists[n_lists - 1]) & TL_CITY_LIST_END) != 0;
}

static gboolean
check_cities (const TlCityRow *cities,
              guint            n_cities)
{
  for (guint i = 0; i < n_cities; i++)
    if (cities[i].country[sizeof cities[i].country - 1] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
map_cities (TlGazetteer       *self,
            const TlTableFile *file,
            GError           **error)
{
  guint n_lists, n_cities;

  self->city_lists = tl_table_file_get_rows (file, TL_PLACES_CITY_LISTS, sizeof (guint32), &n_lists, error);
  if (self->city_lists == NULL)
    return FALSE;
  self->cities = tl_table_file_get_rows (file, TL_PLACES_CITIES, sizeof (TlCityRow), &n_cities, error);
  if (self->cities == NULL)
    return FALSE;
  if (!check_city_lists (self->city_lists, n_lists, n_cities) || !check_cities (self->cities, n_cities))
    {
      tl_table_file_set_damaged (error);
      return FALSE;
    }
  return tl_phrase_table_open (&self->city_names, file, TL_PLACES_CITY_NAMES, TL_PLACES_STRINGS, n_lists, error);
}

/*
 * tl_gazetteer_map:
 * @self: the gazetteer
 * @data: the table of places, which has to outlive the gazetteer
 * @size: its bytes
 * @error: where an error goes, of #TlTableFileError
 *
 * Returns: whether the table can be used
 */
gboolean
tl_gazetteer_map (TlGazetteer  *self,
                  gconstpointer data,
                  gsize         size,
                  GError      **error)
{
  TlTableFile file;

  return tl_table_file_open (&file, data, size, TL_PLACE_TABLE_MAGIC, TL_PLACE_TABLE_VERSION, error) &&
         map_cities (self, &file, error);
}
