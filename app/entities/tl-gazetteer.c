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
      g_autoptr(GBytes) bytes = tl_data_lookup ("gazetteer/names.tsv");
      g_autoptr(GBytes) table = tl_data_lookup ("gazetteer/places.table");
      g_autoptr(GError) error = NULL;
      gsize length, size;
      const char *data = g_bytes_get_data (bytes, &length);
      const char *places = g_bytes_get_data (table, &size);
      TlGazetteer *loaded = tl_gazetteer_load (data, length);

      if (!tl_gazetteer_map (loaded, places, size, &error))
        g_error ("Compiled with wrong data: %s", error->message);

      bindtextdomain ("iso_3166-1", ISO_CODES_LOCALEDIR);
      bind_textdomain_codeset ("iso_3166-1", "UTF-8");
      bindtextdomain ("iso_3166-2", ISO_CODES_LOCALEDIR);
      bind_textdomain_codeset ("iso_3166-2", "UTF-8");
      g_once_init_leave (&gazetteer, loaded);
    }
  return gazetteer;
}

static const TlGazetteerPlace *
lookup (TlGazetteer *self,
        const char  *code)
{
  return code != NULL ? g_hash_table_lookup (self->places, code) : NULL;
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
  const TlGazetteerPlace *place = lookup (self, code);

  return place != NULL ? place->name : NULL;
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
  const TlGazetteerPlace *place = lookup (self, code);

  if (place == NULL)
    return g_strdup (code);
  if (place->kind == TL_PLACE_BLOC)
    return g_strdup (_(place->name));
  if (!speaks_english () && place->iso_name[0] != '\0')
    {
      const char *domain = place->kind == TL_PLACE_COUNTRY ? "iso_3166-1" : "iso_3166-2";
      const char *translated = g_dgettext (domain, place->iso_name);

      if (strcmp (translated, place->iso_name) != 0)
        return g_strdup (translated);
    }
  return g_strdup (place->name);
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
  const TlGazetteerPlace *place = lookup (self, code);

  return place != NULL && place->kind == TL_PLACE_COUNTRY;
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
  const char *members = bloc != NULL ? g_hash_table_lookup (self->members, bloc) : NULL;

  if (members == NULL || !tl_gazetteer_is_country (self, country))
    return FALSE;
  if (strcmp (bloc, "WORLD") == 0)
    return TRUE;
  for (const char *p = members; *p != '\0'; p += strcspn (p, " "), p += strspn (p, " "))
    if (strncmp (p, country, 2) == 0)
      return TRUE;
  return FALSE;
}
