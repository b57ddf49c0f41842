/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

/* The events that a text names, apart by "|". */
typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "number/plain", "They came for the 26th session.", "26th session" },
  { "number/of-capitals", "They came for the 9th meeting of the Council on Roads and Dams in Lima.",
    "9th meeting of the Council on Roads and Dams" },
  { "number/of-two-countries", "They came for the 9th meeting of the Peru–Estonia Commission on Trade, Economic and Cultural Affairs.",
    "9th meeting of the Peru–Estonia Commission on Trade, Economic and Cultural Affairs" },
  { "number/of-lower-case", "They came for the 9th meeting of the joint commission that met in Lima.",
    "9th meeting of the joint commission" },
  { "number/no-verb", "The 21st session of the Andean Fruit Council ended in Lima.", "21st session of the Andean Fruit Council" },
  { "number/of-possessor", "It was the 25th anniversary of Estonia's independence that they came for.",
    "25th anniversary of Estonia's independence" },
  { "number/anniversary-of-nothing", "It was her 25th anniversary that they came for.", "" },
  { "number/word", "They came for the third meeting of the Andean Fruit Council.", "third meeting of the Andean Fruit Council" },
  { "number/word-of-nothing", "They came for the third meeting of the week.", "" },
  { "number/tens", "They came for the forty-first session of the Andean Fruit Council.",
    "forty-first session of the Andean Fruit Council" },
  { "number/before-capitals", "They came for the 5th Vltava Fruit Forum.", "5th Vltava Fruit Forum" },
  { "number/word-before-capitals", "They came for the Second Vltava Fruit Forum.", "Second Vltava Fruit Forum" },
  { "year/before", "They came for the 2031 Vltava Games.", "2031 Vltava Games" },
  { "year/behind", "They came for the Vltava Fruit Forum 2031.", "Vltava Fruit Forum 2031" },
  { "year/brand", "They showed apples at Vltafruit 2031.", "Vltafruit 2031" },
  { "year/brand-with-noun", "The Vltafruit – 2031 exhibition was in Lima.", "Vltafruit – 2031" },
  { "year/of-the-sentence", "They sold apples in Estonia in 2031.", "" },
  { "year/amount", "They sold apples at EUR 19.5 a box.", "" },
  { "named/feast", "They sold more before Eid al-Adha.", "Eid al-Adha" },
  { "named/of-country", "They came for the National Day of Peru.", "National Day of Peru" },
  { "named/games", "They came for the 2028 Olympics.", "2028 Olympics" },
  { "countries/war", "The Peru-Estonia war was short.", "Peru-Estonia war" },
  { "countries/trade-war", "The Peru-Estonia trade war was short.", "" },
  { "countries/regions", "They came for the Forum of Regions of Peru and Estonia.", "Forum of Regions of Peru and Estonia" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlText) text = tl_text_new (test->text, -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_entity_type (entity) == TL_ENTITY_EVENT)
        g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", tl_entity_get_name (entity));
    }
  g_assert_cmpstr (found->str, ==, test->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/events/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
