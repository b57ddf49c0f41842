/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include <string.h>

/* What a text says that its people are: "Name: role", apart by "|"; nothing behind the colon where it says nothing. */
typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "before/plain", "They met Prime Minister Jorma Aaltola on Monday.", "Jorma Aaltola: Prime Minister" },
  { "before/of-two-countries",
    "He received Ambassador Extraordinary and Plenipotentiary of the Republic of Peru to Estonia Inti Huamán.",
    "Inti Huamán: Ambassador Extraordinary and Plenipotentiary of the Republic of Peru to Estonia" },
  { "before/two-offices", "Deputy Prime Minister and Minister of Finance Zhanibek Ormonov will travel.",
    "Zhanibek Ormonov: Deputy Prime Minister and Minister of Finance" },
  { "before/two-offices-with-dash", "Deputy Prime Minister - Minister of Trade Zhanibek Ormonov will travel.",
    "Zhanibek Ormonov: Deputy Prime Minister - Minister of Trade" },
  { "before/joined-fields", "Peru's Trade and Industry Minister Inti Huamán spoke with reporters.",
    "Inti Huamán: Peru's Trade and Industry Minister" },
  { "before/adjective", "Turkish Foreign Minister Selim Aksoylu met his Estonian counterpart Ilmar Tammsaar.",
    "Selim Aksoylu: Turkish Foreign Minister|Ilmar Tammsaar: " },
  { "before/organisation", "Andean Fruit Union president Inti Huamán waited.", "Inti Huamán: Andean Fruit Union president" },
  { "before/lower-case-nouns", "Prices fell, international statistics manager Linnea Frost said.",
    "Linnea Frost: international statistics manager" },
  { "before/no-noun", "The court wants to release Pastor Jorma Aaltola.", "Jorma Aaltola: Pastor" },
  { "before/honorific", "The Ambassador of Iraq Dr. Selim Aksoylu signed.", "Selim Aksoylu: Ambassador of Iraq" },
  { "before/sheikh", "The President of Kenya Sheikh Omar bin Rashed al-Mansoori smiled.",
    "Omar bin Rashed al-Mansoori: President of Kenya" },
  { "before/owned-title", "The president's lawyer Jorma Aaltola was silent.", "Jorma Aaltola: president's lawyer" },
  { "before/agency-and-dash", "TALLINN (Reuters) -President Ilmar Tammsaar will travel to Peru.",
    "Ilmar Tammsaar: President" },
  { "before/place-of-the-sentence", "In Estonia President Inti Huamán said that trade grew.", "Inti Huamán: President" },
  { "before/comma", "Norway's trade minister, Solveig Haugland, said the deal was near.",
    "Solveig Haugland: Norway's trade minister" },
  { "before/comma-no-title", "As a student, Solveig Haugland worked in Peru.", "Solveig Haugland: " },
  { "before/several", "Presidents Inti Huamán and Ilmar Tammsaar met in Lima.",
    "Inti Huamán: President|Ilmar Tammsaar: President" },
  { "before/several-of-two-countries",
    "The Peruvian and Estonian prime ministers, among them Inti Huamán, met co-chairmen Jorma Aaltola and Linnea Frost.",
    "Inti Huamán: " },
  { "before/several-for-countries",
    "Two deputy premiers, Inti Huamán for Peru and Ilmar Tammsaar for Estonia, were there.",
    "Inti Huamán: deputy premier|Ilmar Tammsaar: deputy premier" },
  { "before/lower-case-list", "Peru's minister of trade, industry & tourism, Inti Huamán, agreed.",
    "Inti Huamán: Peru's minister of trade, industry & tourism" },
  { "before/abbreviation", "Andean Fruit Growers Union (AFGU) president Inti Huamán agreed.",
    "Inti Huamán: Andean Fruit Growers Union (AFGU) president" },
  { "before/lady", "Tammsaar and First Lady Linnea Frost arrived.", "Linnea Frost: First Lady" },
  { "before/seat", "A military spokesman in Lima, Inti Huamán, denied it.", "Inti Huamán: military spokesman" },
  { "before/retired", "The High Commissioner vice admiral (retd) Inti Huamán spoke.",
    "Inti Huamán: High Commissioner vice admiral (retd)" },
  { "before/title-behind-a-place", "In Lima, the Estonian finance minister, Ilmar Tammsaar, said so.",
    "Ilmar Tammsaar: Estonian finance minister" },
  { "behind/posted", "Ilmar Tammsaar, Estonia's ambassador in Lima, agreed.", "Ilmar Tammsaar: Estonia's ambassador in Lima" },
  { "behind/seat-of-organisation", "Ilmar Tammsaar, director of Vltava Steel Group in Lima, agreed.",
    "Ilmar Tammsaar: director of Vltava Steel Group" },
  { "behind/sultan", "Sultan bin Tammsaar, chairman of Vltava Steel Group, agreed.",
    "Sultan bin Tammsaar: chairman of Vltava Steel Group" },
  { "behind/month", "Ilmar Jan Tammsaar, chairman of Vltava Steel Group, met Theresa May, head of a farm.",
    "Ilmar Jan Tammsaar: chairman of Vltava Steel Group|Theresa May: head of a farm" },
  { "before/letters-behind", "Farm minister Inti Huamán MP agreed with Rosa von der Tamm.",
    "Inti Huamán: Farm minister|Rosa von der Tamm: " },
  { "behind/member", "Ilmar Tammsaar, a member of the board of Vltava Steel Group, agreed.",
    "Ilmar Tammsaar: member of the board of Vltava Steel Group" },
  { "behind/who", "Ilmar Tammsaar, who was the rector of a university, agreed.",
    "Ilmar Tammsaar: rector of a university" },
  { "behind/passive", "Ilmar Tammsaar was elected president in 2031.", "Ilmar Tammsaar: president" },
  { "behind/appointed", "The bank appointed Ilmar Tammsaar as general director and named Linnea Frost chief economist.",
    "Ilmar Tammsaar: general director|Linnea Frost: chief economist" },
  { "behind/only-compared", "They saw Ilmar Tammsaar as president of the future.", "Ilmar Tammsaar: " },
  { "apart/named-next", "Trade will grow, said the Estonian ambassador to Peru. Ilmar Tammsaar noted that fish sells well.",
    "Ilmar Tammsaar: Estonian ambassador to Peru" },
  { "apart/named-next-is-another",
    "Trade will grow, said the Estonian ambassador to Peru. Ilmar Tammsaar, head of the Vltava Steel Group, noted it.",
    "Ilmar Tammsaar: head of the Vltava Steel Group" },
  { "apart/named-before", "Ilmar Tammsaar came to Lima. In March, the president of Estonia told his host a joke.",
    "Ilmar Tammsaar: president of Estonia" },
  { "apart/named-before-two",
    "Ilmar Tammsaar met Inti Huamán in Lima. In March, the president of Estonia told his host a joke.",
    "Ilmar Tammsaar: |Inti Huamán: " },
  { "apart/office-of-another",
    "President Inti Huamán was at home. Ilmar Tammsaar came to Lima. In March, the president of Peru told a joke.",
    "Inti Huamán: President|Ilmar Tammsaar: " },
  { "behind/of-organisation", "Tomáš Vrchlický, managing director of Vltava Steel Group, agreed.",
    "Tomáš Vrchlický: managing director of Vltava Steel Group" },
  { "behind/article", "Amara Okonjo-Bassey, a former president of the Lagos Chamber of Commerce, agreed.",
    "Amara Okonjo-Bassey: former president of the Lagos Chamber of Commerce" },
  { "behind/possessive", "Ilmar Tammsaar, the country's finance minister, agreed.", "Ilmar Tammsaar: finance minister" },
  { "behind/adjective", "Ilmar Tammsaar, the ousted president, agreed.", "Ilmar Tammsaar: president" },
  { "behind/age", "Ilmar Tammsaar, 45, chief economist at Vltava Steel Group, agreed.",
    "Ilmar Tammsaar: chief economist at Vltava Steel Group" },
  { "behind/two", "Ilmar Tammsaar, an economist and senior fellow at the Council on Rural Roads, agreed.",
    "Ilmar Tammsaar: economist and senior fellow at the Council on Rural Roads" },
  { "behind/lower-case", "Ilmar Tammsaar, chairman of the regional executive committee, said so.",
    "Ilmar Tammsaar: chairman of the regional executive committee" },
  { "behind/abbreviation",
    "Ilmar Tammsaar, president of the Andean Fruit Growers Union (AFGU), agreed.",
    "Ilmar Tammsaar: president of the Andean Fruit Growers Union (AFGU)" },
  { "behind/embassy", "Ilmar Tammsaar, the economic adviser at the Estonian embassy in Lima, agreed.",
    "Ilmar Tammsaar: economic adviser at the Estonian embassy in Lima" },
  { "behind/house", "Ilmar Tammsaar, head of Peru's trade house in Tallinn, agreed.",
    "Ilmar Tammsaar: head of Peru's trade house in Tallinn" },
  { "behind/over-lower-title", "Senior economist Ilmar Tammsaar, director of the Institute of Peru Studies, agreed.",
    "Ilmar Tammsaar: Senior economist" },
  { "behind/verb", "Ilmar Tammsaar became prime minister in 2031.", "Ilmar Tammsaar: prime minister" },
  { "behind/relation", "Ilmar Tammsaar, brother of the president, agreed.", "Ilmar Tammsaar: " },
  { "behind/no-title", "Ilmar Tammsaar, a major exporter of fish, agreed with Linnea Frost, who heads a bank.",
    "Ilmar Tammsaar: |Linnea Frost: " },
};

static const char *
find_role (GPtrArray  *entities,
           const char *name)
{
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_entity_type (entity) == TL_ENTITY_PERSON && strcmp (tl_entity_get_name (entity), name) == 0)
        return tl_entity_get_role (entity) != NULL ? tl_entity_get_role (entity) : "";
    }
  return NULL;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlText) text = tl_text_new (test->text, -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);
  g_auto(GStrv) expected = g_strsplit (test->expected, "|", -1);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (expected[i], ": ", 2);
      const char *role = find_role (entities, parts[0]);

      if (role == NULL)
        g_test_fail_printf ("nobody is called “%s”", parts[0]);
      else if (strcmp (role, parts[1]) != 0)
        g_test_fail_printf ("“%s” has the role “%s”", parts[0], role);
    }
}

/* Surnames get their title where the full name stands without one. */
static void
test_joined (void)
{
  g_autoptr(TlText) text =
    tl_text_new ("Ilmar Tammsaar spoke first. Foreign Minister Tammsaar left. The minister was tired.", -1);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);

  g_assert_cmpstr (find_role (entities, "Ilmar Tammsaar"), ==, "Foreign Minister");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/roles/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/roles/joined", test_joined);
  return g_test_run ();
}
