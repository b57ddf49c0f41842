/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place that a person entered: by its code, by its name in the person's language, or as
 * articles name it. */

#include "tl-gazetteer-private.h"

#include <string.h>

static char *
fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

/* A country rather than its capital, and nothing that stands beside other words. */
static char *
find_named (TlGazetteer *self,
            const char  *name)
{
  g_autoptr(TlText) text = tl_text_new (name, -1);
  g_autoptr(GArray) places = tl_gazetteer_find (self, text);
  const TlPlaceMatch *match;

  if (places->len != 1)
    return NULL;
  match = &g_array_index (places, TlPlaceMatch, 0);
  if (match->span.start != 0 || match->span.end != strlen (name) || match->place->form != TL_NAME_PROPER ||
      match->place->kind == TL_PLACE_CITY)
    return NULL;
  return g_strdup (match->place->code);
}

/**
 * tl_gazetteer_dup_entered:
 * @self: the gazetteer
 * @entered: what a person entered: "KZ", "BY-BR", "Kazakhstan", "the EU"
 *
 * Returns: (transfer full) (nullable): the code of the country, region or group of countries
 *   that is meant; %NULL where none is
 */
char *
tl_gazetteer_dup_entered (TlGazetteer *self,
                          const char  *entered)
{
  g_autofree char *stripped = g_strstrip (g_strdup (entered));
  g_autofree char *code = g_utf8_strup (stripped, -1);
  g_autofree char *folded = fold (stripped);
  const char *name = g_str_has_prefix (stripped, "the ") ? stripped + strlen ("the ") : stripped;

  if (*stripped == '\0')
    return NULL;
  if (tl_gazetteer_get_name (self, code) != NULL)
    return g_steal_pointer (&code);
  for (guint i = 0; i < self->n_places; i++)
    {
      const char *known = self->strings + GUINT32_FROM_LE (self->places[i].code);
      g_autofree char *display_name = tl_gazetteer_dup_display_name (self, known);
      g_autofree char *folded_name = fold (display_name);

      if (g_str_equal (folded, folded_name))
        return g_strdup (known);
    }
  return find_named (self, name);
}
