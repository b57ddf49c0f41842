/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-recognizer.h"

#include <string.h>

#define PERSON TL_ENTITY_PERSON
#define ORG    TL_ENTITY_ORGANIZATION
#define PLACE  TL_ENTITY_PLACE
#define EVENT  TL_ENTITY_EVENT

/* One thing that a text names: with all its mentions, apart by "|", in the text's order. */
typedef struct
{
  TlEntityType  type;
  const char   *name;
  const char   *mentions;       /* NULL: not looked at */
  const char   *role;           /* NULL: not looked at, "": there is none */
} Expected;

typedef struct
{
  const char *path;
  const char *text;
  Expected    expected[8];
  const char *absent[12];      /* no mention reads so */
} Case;

static GPtrArray *
recognize (const char  *string,
           TlText     **text)
{
  *text = tl_text_new (string, -1);
  return tl_recognizer_find (*text);
}

static char *
join_mentions (TlText   *text,
               TlEntity *entity)
{
  GString *joined = g_string_new (NULL);
  guint n_mentions;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autofree char *mention = tl_text_dup_span (text, mentions[i]);

      g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", mention);
    }
  return g_string_free (joined, FALSE);
}

static TlEntity *
find_entity (GPtrArray      *entities,
             const Expected *expected)
{
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_entity_type (entity) == expected->type &&
          strcmp (tl_entity_get_name (entity), expected->name) == 0)
        return entity;
    }
  return NULL;
}

static void
print_entities (TlText    *text,
                GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *mentions = join_mentions (text, entity);

      g_test_message ("%s: %s (%s): %s", tl_entity_type_to_string (tl_entity_get_entity_type (entity)),
                      tl_entity_get_name (entity), tl_entity_get_role (entity), mentions);
    }
}

static void
assert_absent (TlText     *text,
               GPtrArray  *entities,
               const char *absent)
{
  for (guint i = 0; i < entities->len; i++)
    {
      g_autofree char *joined = join_mentions (text, g_ptr_array_index (entities, i));
      g_auto(GStrv) mentions = g_strsplit (joined, "|", -1);

      if (g_strv_contains ((const char *const *) mentions, absent))
        g_test_fail_printf ("“%s” was taken for a name", absent);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities = recognize (test->text, &text);

  print_entities (text, entities);
  for (guint i = 0; i < G_N_ELEMENTS (test->expected) && test->expected[i].name != NULL; i++)
    {
      const Expected *expected = &test->expected[i];
      TlEntity *entity = find_entity (entities, expected);
      g_autofree char *mentions = NULL;
      const char *role;

      if (entity == NULL)
        {
          g_test_fail_printf ("there is no %s “%s”", tl_entity_type_to_string (expected->type), expected->name);
          continue;
        }
      mentions = join_mentions (text, entity);
      if (expected->mentions != NULL && strcmp (mentions, expected->mentions) != 0)
        g_test_fail_printf ("“%s” is named by %s", expected->name, mentions);
      role = tl_entity_get_role (entity) != NULL ? tl_entity_get_role (entity) : "";
      if (expected->role != NULL && strcmp (role, expected->role) != 0)
        g_test_fail_printf ("“%s” has the role “%s”", expected->name, role);
    }
  for (guint i = 0; i < G_N_ELEMENTS (test->absent) && test->absent[i] != NULL; i++)
    assert_absent (text, entities, test->absent[i]);
}

static const Case cases[] = {
  {
    "person/title-before",
    "The agreement was praised by Chairman of Chile's Chamber of Deputies Rodrigo Quilodrán on Monday. "
    "First Deputy Minister of Foreign Affairs Ilmar Tammsaar was there too.",
    {
      { PERSON, "Rodrigo Quilodrán", "Rodrigo Quilodrán", "Chairman of Chile's Chamber of Deputies" },
      { PERSON, "Ilmar Tammsaar", "Ilmar Tammsaar", "First Deputy Minister of Foreign Affairs" },
      { PLACE, "Chile", "Chile", "" },
      { ORG, "Chamber of Deputies", NULL, "" },
    },
    { "Foreign Affairs", "Monday", "Chairman", "First Deputy Minister" },
  },
  {
    "person/title-behind",
    "Much remains to be done, said Amara Okonjo-Bassey, a former president of the Lagos Chamber of Commerce and "
    "Industry. Okonjo-Bassey added that Tomáš Vrchlický, managing director of Vltava Steel Group, agreed with her.",
    {
      { PERSON, "Amara Okonjo-Bassey", "Amara Okonjo-Bassey|Okonjo-Bassey",
        "former president of the Lagos Chamber of Commerce and Industry" },
      { PERSON, "Tomáš Vrchlický", "Tomáš Vrchlický", "managing director of Vltava Steel Group" },
      { ORG, "Lagos Chamber of Commerce and Industry", NULL, "" },
      { ORG, "Vltava Steel Group", NULL, NULL },
    },
    { "Industry", "Commerce" },
  },
  {
    "person/title-of-two-countries",
    "He received Ambassador Extraordinary and Plenipotentiary of Peru to Estonia Inti Huamán yesterday. "
    "The Peruvian envoy spoke for an hour.",
    {
      { PERSON, "Inti Huamán", NULL, "Ambassador Extraordinary and Plenipotentiary of Peru to Estonia" },
      { PLACE, "Peru", "Peru", NULL },
      { PLACE, "Estonia", "Estonia", NULL },
    },
    { "Peruvian", "Ambassador" },
  },
  {
    "person/title-and-comma",
    "Norway's trade minister, Solveig Haugland, said the deal was near. The energy adviser, a careful man, was silent.",
    { { PERSON, "Solveig Haugland", "Solveig Haugland", "Norway's trade minister" } },
    { "Norway's" },
  },
  {
    "person/two-titles",
    "Deputy Prime Minister and Foreign Minister Zhanibek Ormonov will travel to Oslo.",
    {
      { PERSON, "Zhanibek Ormonov", NULL, "Deputy Prime Minister and Foreign Minister" },
      { PLACE, "Oslo", "Oslo", NULL },
    },
    { "Foreign" },
  },
  {
    "person/office-of-an-organisation",
    "European Commission President Annelise Brouwer met Head of Fiji's Small and Medium Enterprises Development "
    "Organization (SMEDO) Ratu Vakalala in the morning.",
    {
      { PERSON, "Annelise Brouwer", NULL, "European Commission President" },
      { PERSON, "Ratu Vakalala", NULL,
        "Head of Fiji's Small and Medium Enterprises Development Organization (SMEDO)" },
      { ORG, "Small and Medium Enterprises Development Organization",
        "Small and Medium Enterprises Development Organization|SMEDO", NULL },
    },
    { NULL },
  },
  {
    "person/honorifics",
    "Mr Achterberg thanked Dr. Siti Rahmawati and H E Jean-Luc Mbarga. Rahmawati smiled.",
    {
      { PERSON, "Achterberg", "Achterberg", "" },
      { PERSON, "Siti Rahmawati", "Siti Rahmawati|Rahmawati", "" },
      { PERSON, "Jean-Luc Mbarga", "Jean-Luc Mbarga", "" },
    },
    { "Mr", "Dr" },
  },
  {
    "person/names-of-many-shapes",
    "Among the guests were Minister Khalid bin Rashed al-Mansoori, President Choe Hyon-u, Senator Maria da Graça Lopes "
    "and Governor José B. Ximénez. Al-Mansoori said little, Lopes said more.",
    {
      { PERSON, "Khalid bin Rashed al-Mansoori", "Khalid bin Rashed al-Mansoori|Al-Mansoori", "Minister" },
      { PERSON, "Choe Hyon-u", "Choe Hyon-u", "President" },
      { PERSON, "Maria da Graça Lopes", "Maria da Graça Lopes|Lopes", "Senator" },
      { PERSON, "José B. Ximénez", "José B. Ximénez", "Governor" },
    },
    { NULL },
  },
  {
    "person/surname-that-is-a-word",
    "The chief economist of a bank for Greater China, Linnea Frost, said exports would grow. Frost said it twice. "
    "Early frost did no harm.",
    { { PERSON, "Linnea Frost", "Linnea Frost|Frost", NULL } },
    { "frost" },
  },
  {
    "person/or-company-by-its-last-word",
    "Deals were signed by Ormtek Steel and Veltavia Shipping. Theresa Price came, and so did Ms Ormtek. "
    "The Ormtek Declaration is old.",
    { { ORG, "Ormtek Steel", NULL, NULL }, { ORG, "Veltavia Shipping", NULL, NULL }, { PERSON, "Theresa Price", NULL, NULL } },
    { "Ormtek Declaration" },
  },
  {
    "person/not-every-apposition",
    "Separately, a spokesman confirmed the figures. Cooperation, the head of state said, is growing.",
    { { 0 } },
    { "Separately", "Cooperation" },
  },
  {
    "organization/complements",
    "The Ministry of Energy and Natural Resources of Bolivia and the National Bank of Moldova signed first, then the "
    "Organization for Cooperation and Development in Asia, the Council on Rural Roads and Turan Motors Ltd. came.",
    {
      { ORG, "Ministry of Energy and Natural Resources of Bolivia", NULL, NULL },
      { ORG, "National Bank of Moldova", NULL, NULL },
      { ORG, "Organization for Cooperation and Development in Asia", NULL, NULL },
      { ORG, "Council on Rural Roads", NULL, NULL },
    },
    { "Natural Resources", "Energy", "Rural Roads", "Development" },
  },
  {
    "organization/abbreviations",
    "Nothing moves without the Andean Fruit Growers Union (AFGU). The AFGU wants roads. So does the Office of River "
    "Navigation; ORN has said so. The cost of the readymade garment (RMG) sector and of a memorandum of understanding "
    "(MoU) is known, and GDP grew.",
    {
      { ORG, "Andean Fruit Growers Union", "Andean Fruit Growers Union|AFGU|AFGU", NULL },
      { ORG, "Office of River Navigation", "Office of River Navigation|ORN", NULL },
    },
    { "RMG", "MoU", "GDP" },
  },
  {
    "organization/with-and-without-its-person",
    "The decision was taken by the Office of the President of Malta, the Tallinn City Council and the Executive "
    "Committee. Deputy Chairman of the Tallinn City Council Jaan Kross-Metsa voted against it.",
    {
      { ORG, "Office of the President of Malta", NULL, NULL },
      { ORG, "Tallinn City Council", "Tallinn City Council|Tallinn City Council", NULL },
      { PERSON, "Jaan Kross-Metsa", NULL, "Deputy Chairman of the Tallinn City Council" },
    },
    { "President" },
  },
  {
    "organization/short-form",
    "The Khural of the Republic of Tuva sat on Friday. Later the Khural adjourned, TurNews learned.",
    {
      { ORG, "Khural of the Republic of Tuva", "Khural of the Republic of Tuva|Khural", NULL },
      { ORG, "TurNews", "TurNews", NULL },
    },
    { "Friday" },
  },
  {
    "organization/newspapers-and-sources",
    "He told The Tartu Times and Reuters news agency so. According to a Fenwick poll, two in three agree.\n\n"
    "Source: Azuron, citing Telka, https://azuron.example/region/141.html",
    {
      { ORG, "The Tartu Times", "The Tartu Times", NULL },
      { ORG, "Reuters", NULL, NULL },
      { ORG, "Fenwick", NULL, NULL },
      { ORG, "Telka", NULL, NULL },
    },
    { "Source" },
  },
  {
    "organization/joint-bodies",
    "The Chilean-Peruvian business council and the Chile-Peru intergovernmental commission met before the "
    "Chile-Peru investment forum. Chile-Peru trade grew.",
    {
      { ORG, "Chilean-Peruvian business council", NULL, NULL },
      { ORG, "Chile-Peru intergovernmental commission", NULL, NULL },
      { EVENT, "Chile-Peru investment forum", NULL, NULL },
      { PLACE, "Chile", "Chile", NULL },
      { PLACE, "Peru", "Peru", NULL },
    },
    { NULL },
  },
  {
    "organization/a-list",
    "Three plants build the machines there (Horodok Sewing Machine Plant, Velmotor, and others).",
    { { ORG, "Horodok Sewing Machine Plant", NULL, NULL }, { ORG, "Velmotor", NULL, NULL } },
    { NULL },
  },
  {
    "place/countries-and-their-adjectives",
    "The United States sells to Brazil's farmers; the US buys Brazilian coffee. Brazilians know it. "
    "African countries and the EU look on.",
    {
      { PLACE, "United States", "United States|US", NULL },
      { PLACE, "Brazil", "Brazil", NULL },
      { ORG, "EU", "EU", NULL },
    },
    { "Brazilian", "Brazilians", "African", "African countries", "Brazil's" },
  },
  {
    "place/heads-and-context",
    "The port of Zarubino and Lake Teletsko lie far from Ustyurt Province. He lives in Velsk and works near Kotlasovo. "
    "The Tuul River froze.",
    {
      { PLACE, "Zarubino", NULL, NULL },
      { PLACE, "Lake Teletsko", NULL, NULL },
      { PLACE, "Ustyurt Province", NULL, NULL },
      { PLACE, "Velsk", NULL, NULL },
      { PLACE, "Kotlasovo", NULL, NULL },
      { PLACE, "Tuul River", NULL, NULL },
    },
    { NULL },
  },
  {
    "organization/country-behind",
    "Prices rose, according to Statistics Estonia, and flights of Air Peru were full. He went to Northern Peru.",
    { { ORG, "Statistics Estonia", NULL, NULL }, { ORG, "Air Peru", NULL, NULL } },
    { "Estonia" },
  },
  {
    "organization/list-of-fields",
    "The Ministry of Investment, Rural Roads and Fisheries (MIRF) said so. The Bank of Peru, Estonia and Norway agreed.",
    { { ORG, "Ministry of Investment, Rural Roads and Fisheries", NULL, NULL }, { PLACE, "Estonia", NULL, NULL } },
    { "Ministry of Investment", "Rural Roads", "Fisheries" },
  },
  {
    "place/or-company-by-the-noun-beside",
    "Lorries wait at the Velskaya crossing. The importer Ormtek is losing money, and so are traders such as Veltavia. "
    "Fish is sold in towns including Kotlasovo.",
    {
      { PLACE, "Velskaya", NULL, NULL },
      { ORG, "Ormtek", NULL, NULL },
      { ORG, "Veltavia", NULL, NULL },
      { PLACE, "Kotlasovo", NULL, NULL },
    },
    { NULL },
  },
  {
    "place/waters-and-mountains",
    "Ships on the Danube carry more, Danube Express Ltd says. The Gulf is open; grain from the Altai waits.",
    {
      { PLACE, "Danube", "Danube", NULL },
      { PLACE, "Gulf", NULL, NULL },
      { PLACE, "Altai", NULL, NULL },
      { ORG, "Danube Express Ltd", NULL, NULL },
    },
    { NULL },
  },
  {
    "place/dateline",
    "VELSK, May 27 (Xinhua) -- Trade between Laos and Japan grew last year.\n\n"
    "In Velsk nobody was surprised, Xinhua reported.",
    {
      { PLACE, "Velsk", "VELSK|Velsk", NULL },
      { ORG, "Xinhua", "Xinhua|Xinhua", NULL },
      { PLACE, "Laos", NULL, NULL },
    },
    { "May" },
  },
  {
    "place/dateline-with-stop",
    "QUITO. TELKA - Ecuador and Peru want more trade, Telka has learnt from AndinaPress.",
    {
      { PLACE, "QUITO", "QUITO", NULL },
      { ORG, "Telka", "TELKA|Telka", NULL },
      { ORG, "AndinaPress", "AndinaPress", NULL },
    },
    { NULL },
  },
  {
    "place/dateline-of-two",
    "ZARUBINO/VELSK (Telka) - Ships and trains met. /Digest/ is no agency, nor are an AN-24 and US$5 in FY25.",
    { { PLACE, "ZARUBINO", NULL, NULL }, { PLACE, "VELSK", NULL, NULL }, { ORG, "Telka", NULL, NULL } },
    { "Digest", "AN", "FY", "US" },
  },
  {
    "place/long-names",
    "The Republic of Korea and Papua New Guinea signed in Nur-Sultan, now Astana.",
    {
      { PLACE, "Republic of Korea", "Republic of Korea", NULL },
      { PLACE, "Papua New Guinea", "Papua New Guinea", NULL },
      { PLACE, "Nur-Sultan", "Nur-Sultan|Astana", NULL },
    },
    { "Republic", "Guinea", "Sultan" },
  },
  {
    "event/named",
    "The 26th session was held before the 6th meeting of the Supreme River Council. The Bergen Fishery Forum, the "
    "2031 Riverside Games and the Days of Culture of Malta follow. It was his 40th birthday.",
    {
      { EVENT, "26th session", "26th session", NULL },
      { EVENT, "6th meeting of the Supreme River Council", NULL, NULL },
      { EVENT, "Bergen Fishery Forum", NULL, NULL },
      { EVENT, "2031 Riverside Games", NULL, NULL },
      { EVENT, "Days of Culture of Malta", NULL, NULL },
    },
    { "40th birthday" },
  },
  {
    "layout/sentence-starts",
    "Exporting is hard. Tackling it takes time. Meanwhile Rosnowski said that he would wait. Steel and Aluminium rose, "
    "Exports fell. Rosnowski left in March, on a Tuesday, with ten Dollars.",
    { { PERSON, "Rosnowski", "Rosnowski|Rosnowski", NULL } },
    { "Exporting", "Tackling", "Meanwhile", "Steel", "Aluminium", "Exports", "March", "Tuesday", "Dollars",
      "Meanwhile Rosnowski" },
  },
  {
    "layout/headline",
    "MINISTER SILVEIRA PRAISES GROWING TRADE\n\n"
    "Growing Trade With Uruguay Praised By Silveira In Montevideo\n\n"
    "Paulo Silveira, the minister of trade, said on Friday that business with Uruguay was growing. Silveira was happy.",
    {
      { PERSON, "Paulo Silveira", "SILVEIRA|Silveira|Paulo Silveira|Silveira", "minister of trade" },
      { PLACE, "Uruguay", "Uruguay|Uruguay", NULL },
    },
    { "TRADE", "Growing Trade", "MINISTER", "PRAISES" },
  },
  {
    "layout/menus",
    "Projects\nGovernment Bodies\nAll news\nPolitics\n\n"
    "Trade with Nepal grew, said Sunil Gurung.\n\n"
    "Subscribe to us\nTwitter\nRecent news from Bhutan\n\n"
    "© 2031 The Turan Herald. All rights reserved. Turan Herald Ltd.",
    { { PERSON, "Sunil Gurung", "Sunil Gurung", NULL }, { PLACE, "Nepal", "Nepal", NULL } },
    { "Twitter", "Bhutan", "Government Bodies", "The Turan Herald", "Turan Herald Ltd", "Projects" },
  },
};

/* The list's order and its spans are what the window jumps by. */
static void
test_order (void)
{
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities =
    recognize ("Peru and Chile agreed, said Ana Quispe. In Peru, Quispe said, and in Chile nobody objected.", &text);
  guint32 last = 0;

  g_assert_cmpuint (entities->len, ==, 3);
  for (guint i = 0; i < entities->len; i++)
    {
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (g_ptr_array_index (entities, i), &n_mentions);

      g_assert_cmpuint (n_mentions, ==, 2);
      g_assert_cmpuint (mentions[0].start, >=, last);
      g_assert_cmpuint (mentions[0].end, <=, mentions[1].start);
      last = mentions[0].start;
    }
}

/* Two runs over one text say the same: nothing is carried over from one to the other. */
static void
test_repeatable (void)
{
  const char *string = "Ana Quispe of the Bank of Peru met Choe Hyon-u in Lima. Quispe and Choe agreed, BP said.";
  g_autoptr(TlText) text = NULL;
  g_autoptr(TlText) again = NULL;
  g_autoptr(GPtrArray) first = recognize (string, &text);
  g_autoptr(GPtrArray) second = recognize (string, &again);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      g_autofree char *a = join_mentions (text, g_ptr_array_index (first, i));
      g_autofree char *b = join_mentions (again, g_ptr_array_index (second, i));

      g_assert_cmpstr (a, ==, b);
    }
}

typedef struct
{
  const char *path;
  const char *unit;             /* repeated up to n_bytes */
  gsize       n_bytes;
} Hostile;

/* Each of these would take hours if any step went over the text for every name in it. */
static const Hostile hostile[] = {
  { "empty", "", 0 },
  { "one-letter", "A", 1 },
  { "a-space", " ", 1 },
  { "capitals", "Aa Bb ", 4000000 },
  { "one-word", "Ab", 2000000 },
  { "titles", "President of ", 2000000 },
  { "heads", "Bank of the ", 2000000 },
  { "and", "Ministry and ", 2000000 },
  { "hyphens", "Acme-", 2000000 },
  { "particles", "al-Aa ", 2000000 },
  { "brackets", "Aa (", 2000000 },
  { "possessives", "Aa's ", 2000000 },
  { "datelines", "MINSK - ", 2000000 },
  { "menus", "All news\n", 2000000 },
  { "commas", "Ana Silva, president, ", 2000000 },
  { "ordinals", "26th ", 2000000 },
  { "blank-lines", "\n\n", 2000000 },
  { "not-latin", "Ждановичи Ééé ", 2000000 },
};

static void
test_hostile (gconstpointer data)
{
  const Hostile *test = data;
  g_autoptr(GString) string = g_string_sized_new (test->n_bytes + 64);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities = NULL;

  while (string->len < test->n_bytes)
    g_string_append (string, test->unit);
  entities = recognize (string->str, &text);
  for (guint i = 0; i < entities->len; i++)
    {
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (g_ptr_array_index (entities, i), &n_mentions);

      g_assert_cmpuint (n_mentions, >, 0);
      for (guint k = 0; k < n_mentions; k++)
        g_assert_true (mentions[k].start < mentions[k].end && mentions[k].end <= string->len);
    }
}

/* Many different names, each with a title, an organisation and an abbreviation. */
static void
test_many_names (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities = NULL;
  const char *letters = "bcdfglmnprstv";        /* none sounds like another */
  const guint n_names = 20000;

  for (guint i = 0; i < n_names; i++)
    {
      char a[] = { letters[i % 13], 'o', letters[i / 13 % 13], 'o', letters[i / 169 % 13], 'o',
                   letters[i / 2197 % 13], '\0' };

      g_string_append_printf (string, "Ana Zq%szk, president of the Zx%szt Bank, said so. ", a, a);
    }
  entities = recognize (string->str, &text);
  g_assert_cmpuint (entities->len, ==, 2 * n_names);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/recognizer/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/recognizer/order", test_order);
  g_test_add_func ("/recognizer/repeatable", test_repeatable);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strconcat ("/recognizer/hostile/", hostile[i].path, NULL);

      g_test_add_data_func (path, &hostile[i], test_hostile);
    }
  g_test_add_func ("/recognizer/hostile/many-names", test_many_names);
  return g_test_run ();
}
