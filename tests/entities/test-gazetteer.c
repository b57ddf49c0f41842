/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-bloc-names.h"
#include "tl-gazetteer.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *places;           /* see describe() */
} Case;

/*
 * A match as "name=CODE" for a country, region or group by its name, "~" for its
 * adjective, "@" for its people, "^" for its capital and "." for any other city.
 */
static char
sign_of (const TlPlaceName *place)
{
  switch (place->form)
    {
    case TL_NAME_ADJECTIVE:
      return '~';
    case TL_NAME_DEMONYM:
      return '@';
    case TL_NAME_CAPITAL:
      return '^';
    case TL_NAME_PROPER:
    default:
      return place->kind == TL_PLACE_CITY ? '.' : '=';
    }
}

static char *
describe (const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) matches = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  GString *description = g_string_new (NULL);
  guint32 end = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (matches, TlPlaceMatch, i);
      g_autofree char *name = tl_text_dup_span (text, match->span);

      g_assert_cmpuint (match->span.start, >=, end);
      g_assert_cmpuint (match->first_token, <, match->end_token);
      end = match->span.end;
      g_string_append_printf (description, "%s%s%c%s", i > 0 ? "; " : "", name,
                              sign_of (match->place), match->place->code);
    }
  return g_string_free (description, FALSE);
}

static void
check_cases (const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *places = describe (cases[i].text);

      if (strcmp (places, cases[i].places) != 0)
        {
          g_test_message ("%s\n  found:  %s\n  wanted: %s", cases[i].text, places, cases[i].places);
          g_test_fail ();
        }
    }
}

static void
test_countries (void)
{
  static const Case cases[] = {
    { "Trade between Kazakhstan and Belarus grew.", "Kazakhstan=KZ; Belarus=BY" },
    { "Kazakhstan's exports to Belarus' market", "Kazakhstan=KZ; Belarus=BY" },
    { "Kazakhstan’s exports to Belarus’ market", "Kazakhstan=KZ; Belarus=BY" },
    { "KAZAKHSTAN, BELARUS SIGN A DEAL", "KAZAKHSTAN=KZ; BELARUS=BY" },
    { "the Belarus-Kazakhstan trade", "Belarus=BY; Kazakhstan=KZ" },
    { "the Belarusian-Kazakh trade", "Belarusian~BY; Kazakh~KZ" },
    { "the Republic of Belarus and the Russian Federation", "Republic of Belarus=BY; Russian Federation=RU" },
    { "REPUBLIC OF KAZAKHSTAN", "REPUBLIC OF KAZAKHSTAN=KZ" },
    { "the US, the U.S. and America", "US=US; U.S.=US; America=US" },
    { "U.S.-China trade and the US-China talks", "U.S.=US; China=CN; US=US; China=CN" },
    { "the UK, Britain and the U.K.", "UK=GB; Britain=GB; U.K.=GB" },
    { "Côte d'Ivoire, Côte d’Ivoire, Ivory Coast", "Côte d'Ivoire=CI; Côte d’Ivoire=CI; Ivory Coast=CI" },
    { "Türkiye, Turkiye and Turkey", "Türkiye=TR; Turkiye=TR; Turkey=TR" },
    { "North Korea, South Korea, Korea, the DPRK", "North Korea=KP; South Korea=KR; Korea=KR; DPRK=KP" },
    { "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
      "Guinea=GN; Guinea-Bissau=GW; Equatorial Guinea=GQ; Papua New Guinea=PG" },
    { "Niger and Nigeria", "Niger=NE; Nigeria=NG" },
    { "Dominica and the Dominican Republic", "Dominica=DM; Dominican Republic=DO" },
    { "the Democratic Republic of the Congo and the Republic of the Congo",
      "Democratic Republic of the Congo=CD; Republic of the Congo=CG" },
    { "Burma, Swaziland, Holland", "Burma=MM; Swaziland=SZ; Holland=NL" },
    { "the UAE and the Emirates", "UAE=AE; Emirates=AE" },
    { "Bosnia and Herzegovina, Trinidad and Tobago", "Bosnia and Herzegovina=BA; Trinidad and Tobago=TT" },
    { "Austria and Australia, Slovakia and Slovenia", "Austria=AT; Australia=AU; Slovakia=SK; Slovenia=SI" },
    { "the People's Republic of China and the Republic of China",
      "People's Republic of China=CN; Republic of China=TW" },
    { "Isle of Man; ISLE OF MAN", "Isle of Man=IM; ISLE OF MAN=IM" },
    { "The volume of trade between the Republic of Belarus and the United\n"
      "States rose again in the second half of the year", "Republic of Belarus=BY; United\nStates=US" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_adjectives (void)
{
  static const Case cases[] = {
    { "North Korean, South African and South Korean", "North Korean~KP; South African~ZA; South Korean~KR" },
    { "Nigerian and Nigerien", "Nigerian~NG; Nigerien~NE" },
    { "Polish goods; polish the goods", "Polish~PL" },
    { "Kazakhs, Danes, Spaniards, Swiss, Dutch", "Kazakhs@KZ; Danes@DK; Spaniards@ES; Swiss~CH; Dutch~NL" },
    { "Central African, Latin American", "Central African~CF; Latin American~LATAM" },
    { "BELARUSIAN EXPORTS", "BELARUSIAN~BY" },
  };
  static const char *const resolved[][2] = {
    { "AF", "Afghan" }, { "AL", "Albanian" }, { "DZ", "Algerian" }, { "AR", "Argentine" }, { "AR", "Argentinian" },
    { "AM", "Armenian" }, { "AU", "Australian" }, { "AT", "Austrian" }, { "AZ", "Azerbaijani" }, { "BH", "Bahraini" },
    { "BD", "Bangladeshi" }, { "BY", "Belarusian" }, { "BY", "Belarussian" }, { "BE", "Belgian" }, { "BO", "Bolivian" },
    { "BA", "Bosnian" }, { "BR", "Brazilian" }, { "BG", "Bulgarian" }, { "KH", "Cambodian" }, { "CA", "Canadian" },
    { "CL", "Chilean" }, { "CN", "Chinese" }, { "CO", "Colombian" }, { "HR", "Croatian" }, { "CU", "Cuban" },
    { "CY", "Cypriot" }, { "CZ", "Czech" }, { "DK", "Danish" }, { "EG", "Egyptian" }, { "EE", "Estonian" },
    { "ET", "Ethiopian" }, { "FI", "Finnish" }, { "FR", "French" }, { "GE", "Georgian" }, { "DE", "German" },
    { "GH", "Ghanaian" }, { "GR", "Greek" }, { "HU", "Hungarian" }, { "IS", "Icelandic" }, { "IN", "Indian" },
    { "ID", "Indonesian" }, { "IR", "Iranian" }, { "IQ", "Iraqi" }, { "IE", "Irish" }, { "IL", "Israeli" },
    { "IT", "Italian" }, { "CI", "Ivorian" }, { "JP", "Japanese" }, { "JO", "Jordanian" }, { "KZ", "Kazakh" },
    { "KZ", "Kazakhstani" }, { "KE", "Kenyan" }, { "KR", "Korean" }, { "KW", "Kuwaiti" }, { "KG", "Kyrgyz" },
    { "LA", "Laotian" }, { "LV", "Latvian" }, { "LB", "Lebanese" }, { "LT", "Lithuanian" }, { "MY", "Malaysian" },
    { "MX", "Mexican" }, { "MD", "Moldovan" }, { "MN", "Mongolian" }, { "MA", "Moroccan" }, { "MM", "Burmese" },
    { "NP", "Nepalese" }, { "NL", "Dutch" }, { "NO", "Norwegian" }, { "PK", "Pakistani" }, { "PE", "Peruvian" },
    { "PH", "Philippine" }, { "PL", "Polish" }, { "PT", "Portuguese" }, { "QA", "Qatari" }, { "RO", "Romanian" },
    { "RU", "Russian" }, { "SA", "Saudi" }, { "RS", "Serbian" }, { "SG", "Singaporean" }, { "SK", "Slovak" },
    { "SI", "Slovenian" }, { "ES", "Spanish" }, { "LK", "Sri Lankan" }, { "SE", "Swedish" }, { "CH", "Swiss" },
    { "SY", "Syrian" }, { "TW", "Taiwanese" }, { "TJ", "Tajik" }, { "TH", "Thai" }, { "TR", "Turkish" },
    { "TM", "Turkmen" }, { "UA", "Ukrainian" }, { "AE", "Emirati" }, { "GB", "British" }, { "US", "American" },
    { "UZ", "Uzbek" }, { "VE", "Venezuelan" }, { "VN", "Vietnamese" }, { "YE", "Yemeni" }, { "ZW", "Zimbabwean" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (resolved); i++)
    {
      g_autofree char *text = g_strdup_printf ("a rise in %s exports", resolved[i][1]);
      g_autofree char *wanted = g_strdup_printf ("%s~%s", resolved[i][1], resolved[i][0]);
      g_autofree char *places = describe (text);

      g_assert_cmpstr (places, ==, wanted);
    }
}

static void
test_capitals (void)
{
  static const Case cases[] = {
    { "Minsk, Astana, Nur-Sultan and Kiev", "Minsk^BY; Astana^KZ; Nur-Sultan^KZ; Kiev^UA" },
    { "MINSK - The leaders met", "MINSK^BY" },
    { "talks in Washington and Beijing", "Washington^US; Beijing^CN" },
    { "Washington, D.C. and Washington DC", "Washington, D.C.^US; Washington DC^US" },
    { "The Hague and Kuwait City", "The Hague^NL; Kuwait City^KW" },
    { "from Kingston to Panama City", "Kingston.JM; Panama City^PA" },
    { "the male population; a nice victoria plum", "" },
    { "Male and Victoria", "" },
    { "said Denzel Washington and George Washington", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_groups (void)
{
  static const Case cases[] = {
    { "the EU, the EAEU and the CIS", "EU=EU; EAEU=EAEU; CIS=CIS" },
    { "the European Union and the Eurasian Economic Union", "European Union=EU; Eurasian Economic Union=EAEU" },
    { "trade with Africa, African countries and South Africa", "Africa=AFRICA; African countries=AFRICA; South Africa=ZA" },
    { "trade with the world and the rest of the world", "world=WORLD; rest of the world=WORLD" },
    { "the world's largest exporter, one of the best in the world", "" },
    { "the World Bank and the world economy; foreign trade", "" },
    { "sanctions of the West; the West Coast; go west", "West=WEST" },
    { "Western ideas and Western countries", "Western~WEST; Western countries=WEST" },
    { "the G7 and the G-20", "G7=G7; G-20=G20" },
    { "OPEC+ and OPEC", "OPEC+=OPECPLUS; OPEC=OPEC" },
    { "European exports; the European Commission", "European~EUROPE" },
    { "Belt and Road countries, developing countries", "Belt and Road countries=BRI; developing countries=LDC" },
    { "Central Asia, Southeast Asia and the Middle East",
      "Central Asia=CENTRALASIA; Southeast Asia=SOUTHEASTASIA; Middle East=MIDDLEEAST" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_regions (void)
{
  static const Case cases[] = {
    { "Brest Oblast, Brest oblast and Brest Region", "Brest Oblast=BY-BR; Brest oblast=BY-BR; Brest Region=BY-BR" },
    { "BREST OBLAST and BREST", "BREST OBLAST=BY-BR; BREST.BY" },
    { "Brest Oblast's exports; the Oblast of Brest", "Brest Oblast=BY-BR; Oblast of Brest=BY-BR" },
    { "in Brest and Minsk", "Brest.BY; Minsk^BY" },
    { "the Minsk Region of Brest", "Minsk Region=BY-MI; Brest.BY" },
    { "in the Brest, Minsk and Grodno oblasts", "Brest=BY-BR; Minsk=BY-MI; Grodno oblasts=BY-HR" },
    { "from Gomel, Brest and Vitebsk. The region grew", "Gomel.BY; Brest.BY; Vitebsk.BY" },
    { "Karaganda Region, Qaraghandy Region, Karaganda Oblast, Karaganda",
      "Karaganda Region=KZ-35; Qaraghandy Region=KZ-35; Karaganda Oblast=KZ-35; Karaganda.KZ" },
    { "Kostanai Oblast, Kostanay region, Qostanay Region",
      "Kostanai Oblast=KZ-39; Kostanay region=KZ-39; Qostanay Region=KZ-39" },
    { "East Kazakhstan, North Kazakhstan Region and Kazakhstan",
      "East Kazakhstan=KZ-63; North Kazakhstan Region=KZ-59; Kazakhstan=KZ" },
    { "Abai Region, Jetisu, Ulytau Region, Almaty Region, Almaty",
      "Abai Region=KZ-10; Jetisu=KZ-33; Ulytau Region=KZ-62; Almaty Region=KZ-19; Almaty.KZ" },
    { "the Republic of Tatarstan, Sverdlovsk Region, Moscow Region, Moscow",
      "Republic of Tatarstan=RU-TA; Sverdlovsk Region=RU-SVE; Moscow Region=RU-MOS; Moscow^RU" },
    { "Altai Krai and the Altai Republic; Sverdlovsk", "Altai Krai=RU-ALT; Altai Republic=RU-AL" },
    { "Guangdong province, Xinjiang, Inner Mongolia", "Guangdong province=CN-GD; Xinjiang=CN-XJ; Inner Mongolia=CN-NM" },
    { "Xinjiang Uygur Autonomous Region", "Xinjiang Uygur Autonomous Region=CN-XJ" },
    { "New Mexico, New Jersey, West Virginia", "New Mexico=US-NM; New Jersey=US-NJ; West Virginia=US-WV" },
    { "the state of Georgia, Georgia, the state of Georgia's economy",
      "state of Georgia=US-GA; Georgia=GE; Georgia=GE" },
    { "Washington state and Washington; New York and New York State",
      "Washington state=US-WA; Washington^US; New York.US; New York State=US-NY" },
    { "Hokkaido, Tokyo, Tokyo Prefecture", "Hokkaido=JP-01; Tokyo^JP; Tokyo Prefecture=JP-13" },
    { "Scottish and Bavarian exports; Scotland", "Scottish~GB-SCT; Bavarian~DE-BY; Scotland=GB-SCT" },
    { "Niger and Niger State", "Niger=NE; Niger State=NG-NI" },
    { "Punjab province and Punjab state", "Punjab province=PK-PB; Punjab state=IN-PB" },
    { "Western Australia, South Australia, Australia", "Western Australia=AU-WA; South Australia=AU-SA; Australia=AU" },
    { "Helmand Province; Helmand", "Helmand Province=AF-HEL" },
    { "Mary met Vladimir Kirov; the Central Province; the Victoria Line", "" },
    { "Mumbai, Shanghai, Frankfurt am Main", "Mumbai.IN; Shanghai.CN; Frankfurt am Main.DE" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* What holds a country's name and does not mean it. */
static void
test_traps (void)
{
  static const Case cases[] = {
    { "it gave us a chance; it is the us", "" },
    { "IT COMPANIES SAY NO TO THE DEAL", "" },
    { "a turkey, a china cup and a pot of chile", "" },
    { "the South China Sea, the East China Sea and the Indian Ocean", "" },
    { "Georgia Tech, Jersey City and the Panama Canal", "" },
    { "the Gulf of Mexico, Chinese New Year", "" },
    { "Air France, Bank of America and American Airlines", "" },
    { "500 million US dollars, 300 million U.S. dollars, US$40 million, 9 billion Russian rubles", "" },
    { "5 million Belarusian roubles and 3 million Korean won", "" },
    { "when Korea won the contract", "Korea=KR" },
    { "Michael Jordan met Chad Smith and Israel Katz", "" },
    { "Georgia Meloni and Jordan Peterson", "" },
    { "they met Nursultan Nazarbayev in Nursultan", "Nursultan^KZ" },
    { "Slutsk District and the Minsk District", "Slutsk District.BY" },
    { "In Jordan and in Georgia", "Jordan=JO; Georgia=GE" },
    { "trade with Jordan, Chad and Israel rose", "Jordan=JO; Chad=TD; Israel=IL" },
    { "Jordan Prime Minister said", "Jordan=JO" },
    { "Jordan Phosphate Sales Rise Five Percent", "Jordan=JO" },
    { "On Monday Georgia signed it", "Georgia=GE" },
    { "see https://www.kazakhstan.kz/China or mail kazakhstan@belarus.by", "" },
    { "South. Korea is near", "Korea=KR" },
    { "", "" },
    { "Kazakhstan", "Kazakhstan=KZ" },
    { "Kazakhstans, Belarusx, Chinas", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_names (void)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autofree char *country = tl_gazetteer_dup_display_name (gazetteer, "KZ");
  g_autofree char *bloc = tl_gazetteer_dup_display_name (gazetteer, "EU");
  g_autofree char *unknown = tl_gazetteer_dup_display_name (gazetteer, "Ciudad Juárez");

  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "KZ"), ==, "Kazakhstan");
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "US"), ==, "United States");
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "EU"), ==, "European Union");
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "BY-BR"), ==, "Brest Oblast");
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "KZ-35"), ==, "Karaganda Region");
  g_assert_cmpstr (tl_gazetteer_get_name (gazetteer, "KZ-KAR"), ==, "Karaganda Region");
  g_assert_null (tl_gazetteer_get_name (gazetteer, "QQ"));
  g_assert_null (tl_gazetteer_get_name (gazetteer, NULL));
  g_assert_cmpstr (country, ==, "Kazakhstan");
  g_assert_cmpstr (bloc, ==, "European Union");
  g_assert_cmpstr (unknown, ==, "Ciudad Juárez");

  g_assert_true (tl_gazetteer_is_country (gazetteer, "KZ"));
  g_assert_false (tl_gazetteer_is_country (gazetteer, "EU"));
  g_assert_false (tl_gazetteer_is_country (gazetteer, "BY-BR"));
  g_assert_false (tl_gazetteer_is_country (gazetteer, "QQ"));
}

static void
test_members (void)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  static const struct
  {
    const char *bloc;
    const char *country;
    gboolean    member;
  } cases[] = {
    { "EU", "DE", TRUE },     { "EU", "GB", FALSE },       { "EAEU", "BY", TRUE },  { "EAEU", "UZ", FALSE },
    { "CIS", "KZ", TRUE },    { "ASEAN", "VN", TRUE },     { "GCC", "QA", TRUE },   { "GCC", "IR", FALSE },
    { "BRICS", "ZA", TRUE },  { "AFRICA", "EG", TRUE },    { "LATAM", "BR", TRUE }, { "LATAM", "US", FALSE },
    { "WORLD", "NR", TRUE },  { "WORLD", "QQ", FALSE },    { "G7", "JP", TRUE },    { "G7", "RU", FALSE },
    { "EEA", "DE", TRUE },    { "EEA", "NO", TRUE },       { "LDC", "IN", FALSE },  { "KZ", "KZ", FALSE },
    { "QQ", "KZ", FALSE },    { "CENTRALASIA", "KZ", TRUE }, { "EU", "", FALSE },   { "EU", "EU", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].country, cases[i].bloc);
      g_assert_cmpint (tl_gazetteer_is_member (gazetteer, cases[i].bloc, cases[i].country), ==, cases[i].member);
    }
}

/* Every code that iso-codes lists, by a file that the build made of its JSON. */
static void
test_every_country (void)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "country-codes.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto(GStrv) codes = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  codes = g_strsplit (g_strstrip (contents), "\n", -1);
  g_assert_cmpuint (g_strv_length (codes), >=, 249);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *name = tl_gazetteer_get_name (gazetteer, codes[i]);
      g_autofree char *places = NULL, *wanted = NULL;

      g_test_message ("%s", codes[i]);
      g_assert_true (tl_gazetteer_is_country (gazetteer, codes[i]));
      g_assert_nonnull (name);
      g_assert_cmpuint (tl_gazetteer_get_geoname_id (gazetteer, codes[i]), !=, 0);
      wanted = g_strdup_printf ("%s=%s", name, codes[i]);
      places = describe (name);
      g_assert_cmpstr (places, ==, wanted);
    }
}

/* The lines of which the build made the table. */
static char **
read_names (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "..", "resources", "gazetteer-names.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (contents, "\n", -1);
}

/* A name stands in the table once: the build joins its meanings or stops. */
static void
test_one_meaning (void)
{
  g_auto(GStrv) lines = read_names ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (cells[0] == NULL || (strcmp (cells[0], "N") != 0 && strcmp (cells[0], "X") != 0))
        continue;
      g_assert_true (g_hash_table_add (seen, g_strdup (cells[1])));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 2000);
}

static void
test_translators_list (void)
{
  static const char *const names[] = { TL_BLOC_NAMES };
  g_auto(GStrv) lines = read_names ();
  guint n_blocs = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (cells) != 6 || strcmp (cells[0], "P") != 0 || strcmp (cells[2], "B") != 0)
        continue;
      g_assert_cmpuint (n_blocs, <, G_N_ELEMENTS (names));
      g_assert_cmpstr (cells[3], ==, names[n_blocs]);
      n_blocs++;
    }
  g_assert_cmpuint (n_blocs, ==, G_N_ELEMENTS (names));
}

/* In a language that iso-codes speaks; where its translations are not installed, in English. */
static void
test_other_language (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *country = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), "KZ");
      g_autofree char *bloc = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), "EU");

      if (strcmp (country, "Kazakhstan") != 0)
        g_assert_cmpstr (country, ==, "Kasachstan");
      g_assert_cmpstr (bloc, !=, "");
      g_assert_cmpstr (tl_gazetteer_get_name (tl_gazetteer_get_default (), "KZ"), ==, "Kazakhstan");
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDOUT | G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("LANGUAGE");
  g_test_trap_assert_passed ();
}

static gpointer
find_thread (gpointer data)
{
  return describe (data);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("find", find_thread, (gpointer) "Kazakhstan and the EU");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *places = g_thread_join (threads[i]);

      g_assert_cmpstr (places, ==, "Kazakhstan=KZ; EU=EU");
    }
}

/* Texts that would take minutes if any rule looked at the whole sentence for each name. */
static void
test_long_texts (void)
{
  static const char *const pieces[] = {
    "Michael Jordan ", "Brest Oblast, ", "Brest regions, ", "of the world ", "Georgia ", "US$ ", "Kazakhstan; ",
    "Republic of ", "the ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *string = g_string_new (NULL);
      g_autofree char *owned = NULL;
      g_autoptr(TlText) text = NULL;
      g_autoptr(GArray) matches = NULL;

      for (guint n = 0; n < 200000; n++)
        g_string_append (string, pieces[i]);
      owned = g_string_free (string, FALSE);
      text = tl_text_new (owned, -1);
      matches = tl_gazetteer_find (tl_gazetteer_get_default (), text);
      g_assert_cmpuint (matches->len, <=, 200000);
    }
}

static void
test_entered (void)
{
  static const struct
  {
    const char *entered;
    const char *code;
  } cases[] = {
    { "KZ", "KZ" }, { "kz", "KZ" }, { " Kazakhstan ", "KZ" }, { "kazakhstan", "KZ" }, { "BY-BR", "BY-BR" },
    { "the EAEU", "EAEU" }, { "Eurasian Economic Union", "EAEU" }, { "UK", "GB" }, { "Brest Oblast", "BY-BR" },
    { "", NULL }, { "Kazakhstan and Belarus", NULL }, { "Nowhere", NULL }, { "Kazakh", NULL }, { "Minsk, Belarus", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = tl_gazetteer_dup_entered (tl_gazetteer_get_default (), cases[i].entered);

      g_test_message ("%s", cases[i].entered);
      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/gazetteer/threads", test_threads);
  g_test_add_func ("/gazetteer/countries", test_countries);
  g_test_add_func ("/gazetteer/adjectives", test_adjectives);
  g_test_add_func ("/gazetteer/capitals", test_capitals);
  g_test_add_func ("/gazetteer/groups", test_groups);
  g_test_add_func ("/gazetteer/regions", test_regions);
  g_test_add_func ("/gazetteer/traps", test_traps);
  g_test_add_func ("/gazetteer/names", test_names);
  g_test_add_func ("/gazetteer/members", test_members);
  g_test_add_func ("/gazetteer/every-country", test_every_country);
  g_test_add_func ("/gazetteer/one-meaning", test_one_meaning);
  g_test_add_func ("/gazetteer/translators-list", test_translators_list);
  g_test_add_func ("/gazetteer/other-language", test_other_language);
  g_test_add_func ("/gazetteer/long-texts", test_long_texts);
  g_test_add_func ("/gazetteer/entered", test_entered);
  return g_test_run ();
}
