/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entities of different articles are one for the library, and what is known of them. */

#include "entity-fixture.h"
#include "library-fixture.h"

/* Two articles, and what the library then has of a kind. */
static void
test_same (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    const char *known;
  } cases[] = {
    { "p:Vera Orlova = Orlova", "p:Orlova Vera", "Orlova Vera 2/3" },
    { "p:Vera Orlova", "p:VERA ORLOVA = Orlova", "Vera Orlova 2/3" },
    { "p:Vera Orlova", "p:Nina Orlova", "Vera Orlova 1/1; Nina Orlova 1/1" },
    { "p:Orlova", "p:Orlova", "Orlova 1/1; Orlova 1/1" },
    { "p:V. Orlova", "p:Vera Orlova", "V. Orlova 1/1; Vera Orlova 1/1" },
    { "p:V.P. Orlova", "p:Vera Pavlovna Orlova", "Vera Pavlovna Orlova 2/2" },
    { "p:Vera Pavlovna Orlova", "p:Orlova V. P.", "Vera Pavlovna Orlova 2/2" },
    { "p:Vera Pavlovna Orlova; p:Valentina Petrovna Orlova", "p:V.P. Orlova",
      "Vera Pavlovna Orlova 1/1; Valentina Petrovna Orlova 1/1; V.P. Orlova 1/1" },
    { "p:Tran Hai", "p:Tran Van Hai", "Tran Hai 1/1; Tran Van Hai 1/1" },
    { "l:Kazakhstan", "l:Republic of Kazakhstan", "Kazakhstan 2/2" },
    { "l:Minsk", "l:MINSK", "Minsk 2/2" },
    { "o:Northern Harbour Bank", "o:the Northern Harbour Bank", "Northern Harbour Bank 2/2" },
    { "o:Northern Harbour Bank = NHB", "o:NHB", "Northern Harbour Bank 2/3" },
    { "o:NHB", "o:Northern Harbour Bank = NHB", "Northern Harbour Bank 2/3" },
    { "o:NHB", "o:Northern Harbour Bank", "NHB 1/1; Northern Harbour Bank 1/1" },
    { "o:Northern Harbour Bank = NHB; o:New Housing Board = NHB", "o:NHB",
      "Northern Harbour Bank 1/2; New Housing Board 1/2; NHB 1/1" },
    { "o:Ministry of Trade", "o:Ministry of Trade", "Ministry of Trade 1/1; Ministry of Trade 1/1" },
    { "p:Jordan", "l:Jordan", "Jordan 1/1; Jordan 1/1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FixtureFolder) folder = fixture_make_folder ();
      EntityFixture own = { .path = g_build_filename (folder, "library.sqlite", NULL) };
      g_autofree char *known = NULL;

      g_test_message ("%s | %s", cases[i].first, cases[i].second);
      own.library = fixture_open (own.path);
      entity_add (&own, cases[i].first);
      entity_add (&own, cases[i].second);
      entity_check (&own);
      known = entity_list (&own, TL_ANY_ENTITY_TYPE, "");
      g_assert_cmpstr (known, ==, cases[i].known);
      g_clear_object (&own.library);
      g_free (own.path);
    }
}

/* Removing, restoring and deleting an article leaves the counts right, and no trace. */
static void
test_remove (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova; o:Northern Harbour Bank = NHB");
  g_autofree char *all = NULL, *without = NULL, *again = NULL, *after = NULL, *names = NULL;
  g_autoptr(TlArticle) article = NULL;

  entity_add (fixture, "p:Vera Orlova; o:NHB");
  all = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
  g_assert_cmpstr (all, ==, "Vera Orlova 2/3; Northern Harbour Bank 2/3");

  g_assert_true (tl_library_remove (fixture->library, first, NULL));
  entity_check (fixture);
  without = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
  /* It is counted where it is shown itself: what is said there is in how many others. */
  article = tl_library_load_article (fixture->library, first, NULL);
  g_assert_cmpuint (tl_entity_get_n_articles (tl_article_get_entities (article)->pdata[0]), ==, 2);
  g_assert_cmpstr (without, ==, "Vera Orlova 1/1; Northern Harbour Bank 1/1");
  g_assert_true (tl_library_restore (fixture->library, first, NULL));
  entity_check (fixture);
  again = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
  g_assert_cmpstr (again, ==, all);

  /* A day later it is gone for good, and with it what the other is short for. */
  g_assert_true (tl_library_remove (fixture->library, first, NULL));
  fixture_execute (fixture->path, "UPDATE article SET removed_at = 1 WHERE removed_at IS NOT NULL");
  entity_reopen (fixture);
  entity_check (fixture);
  after = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
  g_assert_cmpstr (after, ==, "Vera Orlova 1/1; NHB 1/1");
  names = fixture_query (fixture->path, "SELECT group_concat(text) FROM (SELECT text FROM name ORDER BY entity_id, text)");
  g_assert_cmpstr (names, ==, "Vera Orlova,NHB");
}

static void
test_find (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    int         type;
    const char *words;
    const char *found;
  } cases[] = {
    { TL_ANY_ENTITY_TYPE, "", "Vera Orlova 2/2; Łódź Orchestra 1/1; Orlov 1/1" },
    { TL_ANY_ENTITY_TYPE, "orl", "Vera Orlova 2/2; Orlov 1/1" },
    { TL_ANY_ENTITY_TYPE, "Ver orl", "Vera Orlova 2/2" },
    { TL_ANY_ENTITY_TYPE, "orlova vera", "Vera Orlova 2/2" },
    { TL_ANY_ENTITY_TYPE, "lodz", "Łódź Orchestra 1/1" },
    { TL_ANY_ENTITY_TYPE, "vera lodz", "" },
    { TL_ANY_ENTITY_TYPE, "o v x", "" },
    { TL_ANY_ENTITY_TYPE, "%", "Vera Orlova 2/2; Łódź Orchestra 1/1; Orlov 1/1" },
    { TL_ENTITY_ORGANIZATION, "", "Łódź Orchestra 1/1" },
    { TL_ENTITY_PERSON, "lodz", "" },
  };
  gint64 id = entity_add (fixture, "p:Vera Orlova; o:Łódź Orchestra");

  entity_add (fixture, "p:Vera Orlova; p:Orlov");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = entity_list (fixture, cases[i].type, cases[i].words);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
  g_assert_cmpint (entity_id (fixture, id, "Vera Orlova"), >, 0);
}

static void
test_known (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Pavlovna Orlova = Orlova; l:Republic of Kazakhstan");
  gint64 second = entity_add (fixture, "p:V.P. Orlova = Orlova; l:Kazakhstan");
  gint64 short_id = entity_id (fixture, second, "V.P. Orlova");
  gint64 country_id = entity_id (fixture, second, "Kazakhstan");
  g_autoptr(TlKnownEntity) person = tl_library_load_entity (fixture->library, short_id, NULL);
  g_autoptr(TlKnownEntity) country = tl_library_load_entity (fixture->library, country_id, NULL);
  g_autoptr(GArray) articles = tl_library_get_entity_articles (fixture->library, short_id, NULL);
  g_autofree char *aliases = g_strjoinv ("; ", person->aliases);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (person->id, ==, entity_id (fixture, first, "Vera Pavlovna Orlova"));
  g_assert_cmpstr (aliases, ==, "Orlova; V.P. Orlova; Vera Pavlovna Orlova");
  g_assert_null (person->code);
  g_assert_cmpstr (country->code, ==, "KZ");
  g_assert_cmpuint (country->n_articles, ==, 2);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_null (tl_library_load_entity (fixture->library, 1000, &error));
  g_assert_no_error (error);
}

/* A library of an older version has no entities: they are taken down from what it keeps. */
static void
test_older (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const older[] = {
    "PRAGMA user_version = 2",
    "ALTER TABLE figure DROP COLUMN why; PRAGMA user_version = 1",
  };
  gint64 removed = entity_add (fixture, "p:Vera Orlova");
  gint64 id = entity_add (fixture, "p:Vera Orlova = Orlova; o:OSCE");

  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    {
      g_autofree char *before = NULL, *shown = NULL, *known = NULL, *version = NULL, *back = NULL;

      g_assert_true (tl_library_remove (fixture->library, removed, NULL));
      g_clear_object (&fixture->library);
      fixture_execute (fixture->path, FIXTURE_DROP_ENTITIES);
      fixture_execute (fixture->path, older[i]);
      entity_reopen (fixture);
      version = fixture_query (fixture->path, "PRAGMA user_version");
      g_assert_cmpstr (version, ==, FIXTURE_VERSION);

      /* Until then an article is shown as it was read. */
      before = entity_show (fixture, id);
      g_assert_cmpstr (before, ==, "p:Vera Orlova = Vera Orlova = Orlova; o:OSCE = OSCE");
      tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
      g_assert_cmpint (entity_decided (fixture), ==, 0);
      shown = entity_show (fixture, id);
      g_assert_cmpstr (shown, ==, before);
      known = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
      g_assert_cmpstr (known, ==, "Vera Orlova 1/2; OSCE 1/1");
      g_assert_true (tl_library_restore (fixture->library, removed, NULL));
      back = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");
      g_assert_cmpstr (back, ==, "Vera Orlova 2/3; OSCE 1/1");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/entities/same", test_same);
  ENTITY_ADD ("remove", test_remove);
  ENTITY_ADD ("find", test_find);
  ENTITY_ADD ("known", test_known);
  ENTITY_ADD ("older", test_older);

  return g_test_run ();
}
