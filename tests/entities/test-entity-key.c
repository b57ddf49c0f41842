/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which names are of the same thing, in whatever article they stand. */

#include "tl-entity-key.h"
#include "tl-name-fold.h"
#include "tl-person-name.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *name;
    const char *folded;
  } cases[] = {
    { "Vera Orlova", "vera orlova" },
    { "  VERA\n Orlova ", "vera orlova" },
    { "Łukasz Żółć-Ångström", "lukasz zolc angstrom" },
    { "O’Hara & Sons, Ltd.", "ohara and sons ltd" },
    { "AT&T", "at and t" },
    { "U.S. Steel", "us steel" },
    { "St. Pölten", "st polten" },
    { "Əliyev", "aliyev" },
    { "Straße", "strasse" },
    { "Алексей Орлёв", "алексей орлев" },
    { "Йод", "йод" },
    { "ÉCOLE", "ecole" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tl_name_fold (cases[i].name);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

#define PERSON TL_ENTITY_PERSON
#define ORGANIZATION TL_ENTITY_ORGANIZATION
#define PLACE TL_ENTITY_PLACE
#define EVENT TL_ENTITY_EVENT

static void
test_same (void)
{
  static const struct
  {
    TlEntityType type;
    const char  *name;
    const char  *other;
    gboolean     same;
  } cases[] = {
    { PERSON, "Vera Orlova", "VERA ORLOVA", TRUE },
    { PERSON, "Vera Orlova", "Orlova Vera", TRUE },
    { PERSON, "Véra Orlová", "Vera Orlova", TRUE },
    { PERSON, "Jean-Luc Morin", "Jean Luc Morin", TRUE },
    { PERSON, "V.P. Orlov", "V. P. Orlov", TRUE },
    { PERSON, "V.P. Orlov", "Orlov V. P.", TRUE },
    { PERSON, "Zh. Omarov", "Z. Omarov", TRUE },
    { PERSON, "Vera Orlova", "Vera Orlov", FALSE },
    { PERSON, "Vera Orlova", "Orlova", FALSE },
    { PERSON, "Vera Orlova", "Nina Orlova", FALSE },
    { ORGANIZATION, "Northern Harbour Bank", "the Northern Harbour Bank", TRUE },
    { ORGANIZATION, "Morin & Sons", "Morin and Sons", TRUE },
    { ORGANIZATION, "U.S. Steel", "US Steel", TRUE },
    { ORGANIZATION, "Northern Harbour Bank", "Northern Bank", FALSE },
    { ORGANIZATION, "EU", "the European Union", TRUE },
    { ORGANIZATION, "European Union", "Eurasian Economic Union", FALSE },
    { PLACE, "Kazakhstan", "the Republic of Kazakhstan", TRUE },
    { PLACE, "United States", "US", TRUE },
    { PLACE, "Brest Oblast", "Brest Region", TRUE },
    { PLACE, "Brest Oblast", "Brest", FALSE },
    { PLACE, "Pinsk", "PINSK", TRUE },
    { PLACE, "Georgia", "Armenia", FALSE },
    { PLACE, "Minsk", "MINSK", TRUE },
    { PLACE, "Minsk", "Belarus", FALSE },
    { PLACE, "Springfield", "SPRINGFIELD", TRUE },
    { PLACE, "Astana", "Nur-Sultan", TRUE },
    { PLACE, "Gomel", "Homyel", TRUE },
    { EVENT, "26th Session of the Baltic Assembly", "26 Session of the Baltic Assembly", TRUE },
    { EVENT, "26th Session of the Baltic Assembly", "27th Session of the Baltic Assembly", FALSE },
    { EVENT, "Adria Expo 2018", "Adria Expo 2019", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlEntityKey) key = { 0 };
      g_auto(TlEntityKey) other = { 0 };

      tl_entity_key_init (&key, cases[i].type, cases[i].name);
      tl_entity_key_init (&other, cases[i].type, cases[i].other);
      g_test_message ("“%s” is %s, “%s” is %s", cases[i].name, key.key, cases[i].other, other.key);
      g_assert_cmpint (g_str_equal (key.key, other.key) && key.type == other.type, ==, cases[i].same);
    }
}

#ifdef HAVE_CITIES
static void
test_cities (void)
{
  static const struct
  {
    const char *name;
    guint32     id;
  } cases[] = {
    { "Minsk", 625144 },        /* a capital */
    { "Pinsk", 623549 },
    { "NEW YORK", 5128581 },
    { "Springfield", 0 },       /* which one? */
    { "Pinsk Harbour", 0 },
    { "Belarus", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlEntityKey) key = { 0 };

      tl_entity_key_init (&key, PLACE, cases[i].name);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (tl_entity_key_get_geoname_id (key.key), ==, cases[i].id);
      if (cases[i].id != 0)
        g_assert_null (tl_entity_key_get_code (key.key));
    }
}
#endif

/* What an article says of a place goes before what its name says. */
static void
test_identity (void)
{
  static const struct
  {
    const char       *name;
    TlEntityIdentity  identity;
    const char       *key;
  } cases[] = {
    { "Springfield", { "US", 4250542 }, ":geoname 4250542" },
    { "Kazakhstan", { "KZ", 1522867 }, ":KZ" },
    { "the republic", { "KZ", 1522867 }, ":KZ" },
    { "Brest Oblast", { "BY-BR", 0 }, ":BY-BR" },
    { "Old Springfield", { "", 0 }, "old springfield" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlEntityKey) key = { 0 };
      g_autoptr(TlEntity) entity =
        tl_entity_new_identified (PLACE, cases[i].name, NULL, &cases[i].identity, NULL, 0);

      tl_entity_key_init_for (&key, entity);
      g_assert_cmpstr (key.key, ==, cases[i].key);
    }
}

/* The kind of thing is part of what makes it the same, unless the gazetteer knows better. */
static void
test_type (void)
{
  g_auto(TlEntityKey) person = { 0 };
  g_auto(TlEntityKey) bloc = { 0 };
  g_auto(TlEntityKey) part = { 0 };

  tl_entity_key_init (&person, PERSON, "Jordan");
  tl_entity_key_init (&bloc, PLACE, "European Union");
  tl_entity_key_init (&part, ORGANIZATION, "Central Asia");
  g_assert_cmpstr (person.key, ==, "jordan");
  g_assert_null (tl_entity_key_get_code (person.key));
  g_assert_cmpint (bloc.type, ==, ORGANIZATION);
  g_assert_cmpstr (tl_entity_key_get_code (bloc.key), ==, "EU");
  g_assert_cmpint (part.type, ==, PLACE);
}

static void
test_local (void)
{
  static const struct
  {
    TlEntityType type;
    const char  *name;
    gboolean     is_local;
  } cases[] = {
    { PERSON, "Orlova", TRUE },
    { PERSON, "V. Orlova", TRUE },
    { PERSON, "V.P. Orlova", FALSE },
    { PERSON, "Orlova V.P.", FALSE },
    { PERSON, "V. P.", TRUE },
    { PERSON, "de Graaf", TRUE },
    { PERSON, "Orlov Jr.", TRUE },
    { PERSON, "Jean-Luc", TRUE },
    { PERSON, "Vera Orlova", FALSE },
    { PERSON, "Anna de Graaf", FALSE },
    { ORGANIZATION, "Ministry of Trade", TRUE },
    { ORGANIZATION, "the House of Representatives", TRUE },
    { ORGANIZATION, "Senate", TRUE },
    { ORGANIZATION, "Ministry of Trade of Slovenia", FALSE },
    { ORGANIZATION, "Slovenian Chamber of Commerce", FALSE },
    { ORGANIZATION, "World Trade Organization", FALSE },
    { ORGANIZATION, "World Bank", FALSE },
    { ORGANIZATION, "OSCE", FALSE },
    { PLACE, "Pinsk", FALSE },
    { EVENT, "26th session", TRUE },
    { EVENT, "Independence Day", TRUE },
    { EVENT, "World Cup 2018", FALSE },
    { EVENT, "World Economic Forum", FALSE },
    { EVENT, "Ljubljana Summit", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlEntityKey) key = { 0 };

      tl_entity_key_init (&key, cases[i].type, cases[i].name);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (key.is_local, ==, cases[i].is_local);
    }
}

static void
test_shorter (void)
{
  static const struct
  {
    const char *name;
    const char *keys;
  } cases[] = {
    { "Vera Orlova", "" },
    { "Vera Pavlovna Orlova", "orlova p vera; orlova p v" },
    { "Vera P. Orlova", "orlova vera; orlova p v" },
    { "Anna de Graaf", "" },
    { "Anna Maria de Graaf", "anna de graaf m; a de graaf m" },
    { "Orlova", "" },
    { "V. Orlova", "" },
    { "V. P. Orlova", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) keys = tl_person_name_get_shorter (cases[i].name);
      g_autofree char *joined = NULL;

      g_ptr_array_add (keys, NULL);
      joined = g_strjoinv ("; ", (char **) keys->pdata);
      g_assert_cmpstr (joined, ==, cases[i].keys);
    }
}

static void
test_acronym (void)
{
  g_assert_true (tl_name_is_acronym ("OSCE"));
  g_assert_true (tl_name_is_acronym ("U.N."));
  g_assert_true (tl_name_is_acronym ("G20E"));
  g_assert_false (tl_name_is_acronym ("Osce"));
  g_assert_false (tl_name_is_acronym ("X"));
  g_assert_false (tl_name_is_acronym ("ADRIA PRESS"));
}

/* Names without a letter, and longer than any. */
static void
test_strange (void)
{
  static const char *const names[] = { "", ".", "—", "…. .", "\u0301", "a b c d e f g h i j k l m" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
      {
        g_auto(TlEntityKey) key = { 0 };
        g_autoptr(GPtrArray) shorter = tl_person_name_get_shorter (names[i]);

        tl_entity_key_init (&key, (TlEntityType) type, names[i]);
        g_assert_nonnull (key.key);
        g_assert_nonnull (shorter);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity-key/fold", test_fold);
  g_test_add_func ("/entity-key/same", test_same);
#ifdef HAVE_CITIES
  g_test_add_func ("/entity-key/cities", test_cities);
#endif
  g_test_add_func ("/entity-key/identity", test_identity);
  g_test_add_func ("/entity-key/type", test_type);
  g_test_add_func ("/entity-key/local", test_local);
  g_test_add_func ("/entity-key/shorter", test_shorter);
  g_test_add_func ("/entity-key/acronym", test_acronym);
  g_test_add_func ("/entity-key/strange", test_strange);

  return g_test_run ();
}
