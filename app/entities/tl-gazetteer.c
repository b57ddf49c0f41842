/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-gazetteer-private.h"

#include "tl-data.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <string.h>

/**
 * tl_gazetteer_get_default:
 *
 * The gazetteer that is compiled in.  It is loaded when it is first asked for, by
 * whatever thread, and never changes.
 *
 * Returns: (transfer none): the gazetteer
 */
TlGazetteer *
tl_gazetteer_get_default (void)
{
  static TlGazetteer *gazetteer;

  if (g_once_init_enter (&gazetteer))
    {
      g_autoptr(GBytes) bytes = tl_data_lookup ("gazetteer/places.table");
      g_autoptr(GError) error = NULL;
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      TlGazetteer *loaded = tl_gazetteer_new_for_data (data, size, &error);

      if (loaded == NULL)
        g_error ("Compiled with wrong data: %s", error->message);
      bindtextdomain ("iso_3166-1", ISO_CODES_LOCALEDIR);
      bind_textdomain_codeset ("iso_3166-1", "UTF-8");
      bindtextdomain ("iso_3166-2", ISO_CODES_LOCALEDIR);
      bind_textdomain_codeset ("iso_3166-2", "UTF-8");
      g_once_init_leave (&gazetteer, loaded);
    }
  return gazetteer;
}

static const char *
get_string (TlGazetteer *self,
            guint32      string)
{
  return self->strings + GUINT32_FROM_LE (string);
}

static const TlPlaceRow *
lookup (TlGazetteer *self,
        const char  *code)
{
  guint low = 0, high = self->n_places;

  while (code != NULL && low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (code, get_string (self, self->places[middle].code));

      if (order == 0)
        return &self->places[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static gboolean
is_of_kind (const TlPlaceRow *place,
            TlPlaceKind       kind)
{
  return GUINT32_FROM_LE (place->kind) == (guint32) kind;
}

/**
 * tl_gazetteer_get_name:
 * @self: the gazetteer
 * @code: a code, see #TlPlaceKind
 *
 * The short name in English, as the program writes it into files: "Kazakhstan",
 * "Brest Oblast", "European Union".
 *
 * Returns: (transfer none) (nullable): the name, %NULL for a code that is not known
 */
const char *
tl_gazetteer_get_name (TlGazetteer *self,
                       const char  *code)
{
  const TlPlaceRow *place = lookup (self, code);

  return place != NULL ? get_string (self, place->name) : NULL;
}

/**
 * tl_gazetteer_get_geoname_id:
 * @self: the gazetteer
 * @code: a code, see #TlPlaceKind
 *
 * Returns: its id in GeoNames, 0 where it is not known
 */
guint32
tl_gazetteer_get_geoname_id (TlGazetteer *self,
                             const char  *code)
{
  const TlPlaceRow *place = lookup (self, code);

  return place != NULL ? GUINT32_FROM_LE (place->geoname_id) : 0;
}

static gboolean
speaks_english (void)
{
  const char *language = g_get_language_names ()[0];

  return strcmp (language, "C") == 0 || g_str_has_prefix (language, "C.") ||
         g_str_has_prefix (language, "en");
}

/**
 * tl_gazetteer_dup_display_name:
 * @self: the gazetteer
 * @code: a code, see #TlPlaceKind, or a name that stands for one
 *
 * The name for people: in their language where iso-codes has it, else as
 * tl_gazetteer_get_name(); what is not known comes back as it is.
 *
 * Returns: (transfer full): the name
 */
char *
tl_gazetteer_dup_display_name (TlGazetteer *self,
                               const char  *code)
{
  const TlPlaceRow *place = lookup (self, code);
  const char *name, *iso_name;

  if (place == NULL)
    return g_strdup (code);
  name = get_string (self, place->name);
  iso_name = get_string (self, place->iso_name);
  if (is_of_kind (place, TL_PLACE_BLOC))
    return g_strdup (_(name));
  if (!speaks_english () && *iso_name != '\0')
    {
      const char *domain = is_of_kind (place, TL_PLACE_COUNTRY) ? "iso_3166-1" : "iso_3166-2";
      const char *translated = g_dgettext (domain, iso_name);

      if (strcmp (translated, iso_name) != 0)
        return g_strdup (translated);
    }
  return g_strdup (name);
}

/**
 * tl_gazetteer_is_country:
 * @self: the gazetteer
 * @code: a code
 *
 * Returns: whether it is the code of a country or territory
 */
gboolean
tl_gazetteer_is_country (TlGazetteer *self,
                         const char  *code)
{
  const TlPlaceRow *place = lookup (self, code);

  return place != NULL && is_of_kind (place, TL_PLACE_COUNTRY);
}

/**
 * tl_gazetteer_is_bloc:
 * @self: the gazetteer
 * @code: a code
 *
 * Returns: whether it is the code of a group of countries, that of all of them included
 */
gboolean
tl_gazetteer_is_bloc (TlGazetteer *self,
                      const char  *code)
{
  const TlPlaceRow *place = lookup (self, code);

  return place != NULL && is_of_kind (place, TL_PLACE_BLOC);
}

/**
 * tl_gazetteer_is_member:
 * @self: the gazetteer
 * @bloc: code of a group of countries
 * @country: code of a country
 *
 * Of the world every country is a member; of groups that nobody keeps a list of, such as
 * the developing countries, none.
 *
 * Returns: whether the country belongs to the group
 */
gboolean
tl_gazetteer_is_member (TlGazetteer *self,
                        const char  *bloc,
                        const char  *country)
{
  const TlPlaceRow *place = lookup (self, bloc);

  if (place == NULL || !tl_gazetteer_is_country (self, country))
    return FALSE;
  if (strcmp (bloc, "WORLD") == 0)
    return TRUE;
  for (const char *p = get_string (self, place->members); *p != '\0';
       p += strcspn (p, " "), p += strspn (p, " "))
    if (strncmp (p, country, 2) == 0)
      return TRUE;
  return FALSE;
}
