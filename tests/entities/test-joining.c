/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include <string.h>

/* By what names a text calls the same: each thing's names apart by "|", the fullest first. */
typedef struct
{
  const char *path;
  const char *text;
  const char *joined[3];
  const char *apart[2];         /* two names of different things, apart by "|" */
} Case;

static const Case cases[] = {
  { "person/surname", "Ilmar Tammsaar spoke. Tammsaar left.", { "Ilmar Tammsaar|Tammsaar" }, { NULL } },
  { "person/initial", "President Ilmar Tammsaar spoke. Later, Mr I. Tammsaar left.",
    { "Ilmar Tammsaar|I. Tammsaar" }, { NULL } },
  { "person/initial-before", "Mr I. Tammsaar spoke. Later, President Ilmar Tammsaar left.",
    { "Ilmar Tammsaar|I. Tammsaar" }, { NULL } },
  { "person/other-initial", "President Ilmar Tammsaar spoke. Later, Mr A. Tammsaar left.",
    { NULL }, { "Ilmar Tammsaar|A. Tammsaar" } },
  { "person/accents", "Minister Selim Aksoyoğlu spoke. Mr Aksoyoglu left.", { "Selim Aksoyoğlu|Aksoyoglu" }, { NULL } },
  { "person/middle-name", "President Ilmar Juhan Tammsaar spoke. Mr Ilmar Tammsaar left.",
    { "Ilmar Juhan Tammsaar|Ilmar Tammsaar" }, { NULL } },
  { "person/carried-over", "President Aleksandr Yermolovich spoke. Mr Alexander Ermolovich left.",
    { "Aleksandr Yermolovich|Alexander Ermolovich" }, { NULL } },
  { "person/family", "President Ilmar Tammsaar came with Mrs Linnea Tammsaar.", { NULL },
    { "Ilmar Tammsaar|Linnea Tammsaar" } },
  { "person/family-name-first-of-all", "Mr Vello Ormon met Mr Ormon Tamm. Ormon left.", { "Vello Ormon|Ormon" },
    { "Ormon Tamm|Ormon" } },
  { "acronym/behind", "The Andean Fruit Growers Union met. The AFGU agreed.", { "Andean Fruit Growers Union|AFGU" }, { NULL } },
  { "acronym/before", "The AFGU agreed. The Andean Fruit Growers Union met.", { "Andean Fruit Growers Union|AFGU" }, { NULL } },
  { "acronym/small-words", "The Union of Andean Fruit Growers met. The UAFG agreed.",
    { "Union of Andean Fruit Growers|UAFG" }, { NULL } },
  { "acronym/syllables", "The Andean Statistics Authority met. ANSTAT Ltd is another. The ANSTATA agreed.",
    { "Andean Statistics Authority|ANSTATA" }, { NULL } },
  { "acronym/of-a-country", "The Fruit Growers Union of Peru met. The FGU agreed.", { "Fruit Growers Union of Peru|FGU" }, { NULL } },
  { "acronym/other", "The Andean Fruit Growers Union met. The AFSU agreed.", { NULL }, { "Andean Fruit Growers Union|AFSU" } },
  { "acronym/bloc", "The Eurasian Economic Union grows. The EAEU is near.", { "Eurasian Economic Union|EAEU" }, { NULL } },
  { "brackets/foreign", "The Andean Fruit Growers Union (SPFA) met. SPFA agreed.", { "Andean Fruit Growers Union|SPFA" }, { NULL } },
  { "brackets/word", "The Vltava Export Promotion Agency (Vlexpa) met. Vlexpa agreed.",
    { "Vltava Export Promotion Agency|Vlexpa" }, { NULL } },
  { "brackets/around-the-long", "The SPFA (Andean Fruit Growers Union) met.", { "Andean Fruit Growers Union|SPFA" }, { NULL } },
  { "short/company", "Vltava Steel Group met. Then Vltava Steel agreed.", { "Vltava Steel Group|Vltava Steel" }, { NULL } },
  { "short/national-company", "Shares of Tammoil National Company rose. Tammoil Group said so. The company Tammoil agreed.",
    { NULL }, { "Tammoil National Company|Tammoil Group" } },
  { "short/one-word", "Shares of Tammoil National Company rose. The company Tammoil agreed.",
    { "Tammoil National Company|Tammoil" }, { NULL } },
  { "short/country-behind", "The Ministry of Trade of Peru said so. The Ministry of Trade agreed.",
    { "Ministry of Trade of Peru|Ministry of Trade" }, { NULL } },
  { "short/country-before", "The Peruvian Ministry of Trade said so. The Ministry of Trade agreed.",
    { "Peruvian Ministry of Trade|Ministry of Trade" }, { NULL } },
  { "short/two-countries", "The Ministry of Trade of Peru met the Ministry of Trade of Estonia. The Ministry of Trade agreed.",
    { NULL }, { "Ministry of Trade of Peru|Ministry of Trade", "Ministry of Trade of Estonia|Ministry of Trade" } },
  { "short/turned", "The Ministry of Trade said so. The Trade Ministry agreed.", { "Ministry of Trade|Trade Ministry" }, { NULL } },
  { "short/of-whole", "The Committee on Roads of the National Assembly met. The Committee on Roads agreed.",
    { "Committee on Roads of the National Assembly|Committee on Roads" }, { NULL } },
  { "short/part", "The Peruvian Ministry of Trade and the Council of the Ministry of Trade agreed.",
    { NULL }, { "Council of the Ministry of Trade|Peruvian Ministry of Trade" } },
  { "place/republic", "They flew to the Kingdom of Norway. In Norway, they slept.", { "Kingdom of Norway|Norway" }, { NULL } },
  { "place/names", "They flew to the United States. In America, they slept.", { "United States|America" }, { NULL } },
};

static TlEntity *
find_entity (TlText     *text,
             GPtrArray  *entities,
             const char *form)
{
  const char *string = tl_text_get_string (text);

  for (guint i = 0; i < entities->len; i++)
    {
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (g_ptr_array_index (entities, i), &n_mentions);

      for (guint k = 0; k < n_mentions; k++)
        if (mentions[k].end - mentions[k].start == strlen (form) &&
            memcmp (string + mentions[k].start, form, strlen (form)) == 0)
          return g_ptr_array_index (entities, i);
    }
  g_test_fail_printf ("nothing is called “%s”", form);
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlText) text = tl_text_new (test->text, -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);

  for (guint i = 0; i < G_N_ELEMENTS (test->joined) && test->joined[i] != NULL; i++)
    {
      g_auto(GStrv) names = g_strsplit (test->joined[i], "|", -1);
      TlEntity *entity = find_entity (text, entities, names[0]);

      if (entity != NULL)
        g_assert_cmpstr (tl_entity_get_name (entity), ==, names[0]);
      for (guint k = 1; names[k] != NULL; k++)
        if (find_entity (text, entities, names[k]) != entity)
          g_test_fail_printf ("“%s” is not “%s”", names[k], names[0]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (test->apart) && test->apart[i] != NULL; i++)
    {
      g_auto(GStrv) names = g_strsplit (test->apart[i], "|", 2);

      if (find_entity (text, entities, names[0]) == find_entity (text, entities, names[1]))
        g_test_fail_printf ("“%s” is “%s”", names[1], names[0]);
    }
}

/* A shorter name is of the kind of the longer one. */
static void
test_kinds (void)
{
  g_autoptr(TlText) text =
    tl_text_new ("Tammsaar shares the view. Ilmar Tammsaar said that Vltava Oleo Berhad is old. Vltava Oleo is new.", -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);

  g_assert_cmpint (tl_entity_get_entity_type (find_entity (text, entities, "Tammsaar")), ==, TL_ENTITY_PERSON);
  g_assert_cmpint (tl_entity_get_entity_type (find_entity (text, entities, "Vltava Oleo")), ==, TL_ENTITY_ORGANIZATION);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/joining/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/joining/kinds", test_kinds);
  return g_test_run ();
}
