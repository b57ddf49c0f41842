/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What in the world the places of a text are, whatever it calls them. */

#include "tl-recognizer.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *name;
  const char *code;             /* "": nothing is known of it */
  guint32     geoname_id;
} cases[] = {
  { "Officials from Belarus met in Semipalatinsk.", "Belarus", "BY", 630336 },
  { "Officials from Belarus met in Semipalatinsk.", "Semipalatinsk", "KZ", 1519422 },
  { "Officials from Belarus met in Semey.", "Semey", "KZ", 1519422 },
  { "The talks in Nur-Sultan, which is called Astana again, were held by Kazakhstan.", "Nur-Sultan", "KZ", 1526273 },
  { "Brest Oblast sold more to Poland.", "Brest Oblast", "BY-BR", 0 },
  { "The European Union and Peru met.", "European Union", "EU", 0 },
#ifdef HAVE_CITIES
  { "Colombia sells coffee. A port opens in Cartagena, Colombia said.", "Cartagena", "CO", 3687238 },
  { "A new port opens in Cartagena soon.", "Cartagena", "CO", 3687238 },
  { "Spain sells wine. A port opens in Cartagena, Spain said.", "Cartagena", "ES", 2520058 },
  { "Canada and Peru met in the city of Springfield, Canada said.", "Springfield", "", 0 },
  { "The United States and Peru met in the city of Springfield.", "Springfield", "US", 4409896 },
  { "They met in the city of Mława.", "Mława", "PL", 764634 },
#endif
  { "The minister, Ivan Rosnowski, spoke in Minsk.", "Ivan Rosnowski", "", 0 },
};

static TlEntity *
find_entity (GPtrArray  *entities,
             const char *name)
{
  for (guint i = 0; i < entities->len; i++)
    if (strcmp (tl_entity_get_name (g_ptr_array_index (entities, i)), name) == 0)
      return g_ptr_array_index (entities, i);
  return NULL;
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (cases[i].text, -1);
      g_autoptr(GPtrArray) entities = tl_recognizer_find (text);
      TlEntity *entity = find_entity (entities, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (entity);
      g_assert_cmpstr (tl_entity_get_identity (entity)->code, ==, cases[i].code);
      g_assert_cmpuint (tl_entity_get_identity (entity)->geoname_id, ==, cases[i].geoname_id);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identity/places", test_places);

  return g_test_run ();
}
