/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How files of official statistics name countries, to ISO 3166-1. */

#include "tl-country-code.h"

#include <string.h>

#include "tl-data.h"
#include "tl-gazetteer.h"

/* Code → country, both borrowed from the data, in which tabs and line ends became zeros. */
static GHashTable *
read_codes (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("country-codes.tsv");
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *row = g_strndup (data, length);

  while (*row != '\0')
    {
      char *tab = strchr (row, '\t');
      char *end = strchr (row, '\n');

      g_assert (tab != NULL && end != NULL && tab < end);
      *tab = *end = '\0';
      g_hash_table_insert (codes, row, tab + 1);
      row = end + 1;
    }
  return codes;
}

/**
 * tl_country_code_from_statistics:
 * @code: three letters of ISO 3166-1 in any case, its number, or the UN's in statistics of trade
 *
 * Returns: (transfer none) (nullable): the country's ISO 3166-1 alpha-2; %NULL for the world,
 *   groups of countries, and what else is none
 */
const char *
tl_country_code_from_statistics (const char *code)
{
  static GHashTable *codes;
  g_autofree char *upper = g_ascii_strup (code, -1);
  const char *start = upper;

  if (g_once_init_enter (&codes))
    g_once_init_leave (&codes, read_codes ());

  g_strstrip (upper);
  while (*start == '0')
    start++;
  return g_hash_table_lookup (codes, start);
}

static const char *
find_country (const char *name)
{
  g_autoptr(TlText) text = tl_text_new (name, -1);
  g_autoptr(GArray) places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  const char *country = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceName *place = g_array_index (places, TlPlaceMatch, i).place;

      /* "Belgium-Luxembourg", and groups of countries, are not one of them. */
      if (place->kind == TL_PLACE_BLOC ||
          (place->kind == TL_PLACE_COUNTRY && country != NULL && !g_str_equal (country, place->code)))
        return NULL;
      if (place->kind == TL_PLACE_COUNTRY && place->form == TL_NAME_PROPER)
        country = place->code;
    }
  return country;
}

/**
 * tl_country_code_from_name:
 * @name: the name of a country as statistics write it: "Kazakhstan, Rep. of", "China, P.R.: Mainland"
 *
 * Returns: (transfer none) (nullable): the country's ISO 3166-1 alpha-2; %NULL where it is none
 */
const char *
tl_country_code_from_name (const char *name)
{
  /* Of "China, P.R.: Hong Kong" the part behind the colon tells, unless it is no country. */
  const char *colon = strrchr (name, ':');
  const char *country = colon != NULL ? find_country (colon + 1) : NULL;

  return country != NULL ? country : find_country (name);
}
