/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides on entities holds in all articles, those to come included, and can
 * be undone. */

#include "entity-fixture.h"
#include "library-fixture.h"

static void
assert_shown (EntityFixture *fixture,
              gint64         article_id,
              const char    *expected)
{
  g_autofree char *shown = entity_show (fixture, article_id);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_list (EntityFixture *fixture,
             const char    *expected)
{
  g_autofree char *list = entity_list (fixture, TL_ANY_ENTITY_TYPE, "");

  g_assert_cmpstr (list, ==, expected);
}

static gint64
merge (EntityFixture *fixture,
       gint64         id,
       gint64         into)
{
  tl_library_merge_entities_async (fixture->library, id, into, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static gint64
undo (EntityFixture *fixture,
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_decision_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static gint64
rename_entity (EntityFixture *fixture,
               gint64         id,
               const char    *name)
{
  tl_library_rename_entity_async (fixture->library, id, name, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static gint64
split_name (EntityFixture *fixture,
            gint64         id,
            const char    *name)
{
  tl_library_split_name_async (fixture->library, id, name, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static gint64
split_article (EntityFixture *fixture,
               gint64         id,
               gint64         article_id)
{
  tl_library_split_article_async (fixture->library, id, article_id, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
count_cb (TlLibrary *library G_GNUC_UNUSED,
          guint     *n)
{
  (*n)++;
}

static void
test_merge (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova = Petrova");
  gint64 second = entity_add (fixture, "p:Vera Petrova");
  gint64 petrova = entity_id (fixture, first, "Vera Petrova");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  guint n_changes = 0;
  gint64 act, later;

  g_signal_connect (fixture->library, "entities-changed", G_CALLBACK (count_cb), &n_changes);
  act = merge (fixture, petrova, orlova);
  g_assert_cmpint (act, >, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Vera Petrova = Petrova");
  assert_shown (fixture, second, "p:Vera Petrova = Vera Petrova");
  g_assert_cmpint (entity_id (fixture, second, "Vera Petrova"), ==, orlova);
  assert_list (fixture, "Vera Orlova 2/4");

  later = entity_add (fixture, "p:Petrova Vera");
  g_assert_cmpint (entity_id (fixture, later, "Petrova Vera"), ==, orlova);
  entity_check (fixture);
  assert_list (fixture, "Vera Orlova 3/5");

  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova; p:Vera Petrova = Vera Petrova = Petrova");
  assert_list (fixture, "Vera Petrova 3/4; Vera Orlova 1/1");
  undo (fixture, act, FALSE);
  assert_list (fixture, "Vera Orlova 3/5");
  g_assert_cmpint (merge (fixture, orlova, petrova), ==, 0);
}

/* Chains and circles, whatever is undone in which order. */
static void
test_merge_many (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Ana Horvat; p:Ana Novak; p:Ana Kranjc");
  gint64 horvat = entity_id (fixture, id, "Ana Horvat");
  gint64 novak = entity_id (fixture, id, "Ana Novak");
  gint64 kranjc = entity_id (fixture, id, "Ana Kranjc");
  gint64 first = merge (fixture, horvat, novak);
  gint64 second = merge (fixture, novak, kranjc);
  gint64 third;

  assert_list (fixture, "Ana Kranjc 1/3");
  undo (fixture, first, TRUE);
  assert_list (fixture, "Ana Horvat 1/1; Ana Kranjc 1/2");
  third = merge (fixture, kranjc, horvat);
  assert_list (fixture, "Ana Horvat 1/3");
  undo (fixture, first, FALSE);
  assert_list (fixture, "Ana Horvat 1/3");
  undo (fixture, third, TRUE);
  assert_list (fixture, "Ana Kranjc 1/3");
  undo (fixture, second, TRUE);
  undo (fixture, first, TRUE);
  assert_list (fixture, "Ana Horvat 1/1; Ana Novak 1/1; Ana Kranjc 1/1");
}

/* Several at once are one act. */
static void
test_merge_all (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = entity_add (fixture, "p:Ana Horvat; p:Ana Novak; p:Ana Kranjc");
  gint64 ids[] = {
    entity_id (fixture, id, "Ana Horvat"), entity_id (fixture, id, "Ana Novak"), entity_id (fixture, id, "Ana Kranjc"),
  };
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 act;

  g_array_append_vals (all, ids, G_N_ELEMENTS (ids));
  tl_library_merge_all_async (fixture->library, all, ids[1], NULL, entity_result_cb, fixture);
  act = entity_decided (fixture);
  g_assert_cmpint (act, >, 0);
  assert_list (fixture, "Ana Novak 1/3");
  tl_library_merge_all_async (fixture->library, all, ids[0], NULL, entity_result_cb, fixture);
  g_assert_cmpint (entity_decided (fixture), ==, 0);
  undo (fixture, act, TRUE);
  assert_list (fixture, "Ana Horvat 1/1; Ana Novak 1/1; Ana Kranjc 1/1");
  undo (fixture, act, FALSE);
  assert_list (fixture, "Ana Novak 1/3");
}

static void
test_rename (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova");
  gint64 id = entity_id (fixture, first, "Vera Orlova");
  gint64 act = rename_entity (fixture, id, "Vera Orlova (Ljubljana)");
  gint64 later = entity_add (fixture, "p:VERA ORLOVA");

  assert_shown (fixture, first, "p:Vera Orlova (Ljubljana) = Vera Orlova = Orlova");
  assert_shown (fixture, later, "p:Vera Orlova (Ljubljana) = VERA ORLOVA");
  assert_list (fixture, "Vera Orlova (Ljubljana) 2/3");
  rename_entity (fixture, id, "Dr Orlova");
  assert_list (fixture, "Dr Orlova 2/3");
  rename_entity (fixture, id, NULL);
  assert_list (fixture, "Vera Orlova 2/3");
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 2/3");
}

static void
test_rename_local (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Orlova");
  gint64 second = entity_add (fixture, "p:Orlova");

  rename_entity (fixture, entity_id (fixture, first, "Orlova"), "Vera Orlova");
  assert_shown (fixture, first, "p:Vera Orlova = Orlova");
  assert_shown (fixture, second, "p:Orlova = Orlova");
}

/* What the library joined by itself, and what the article took together. */
static void
test_split_name (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "o:Northern Harbour Bank = NHB = Harbour");
  gint64 second = entity_add (fixture, "o:NHB");
  gint64 bank = entity_id (fixture, first, "Northern Harbour Bank");
  gint64 act, later;

  g_assert_cmpint (entity_id (fixture, second, "NHB"), ==, bank);
  act = split_name (fixture, bank, "NHB");
  assert_shown (fixture, first, "o:Northern Harbour Bank = Northern Harbour Bank = Harbour; o:NHB = NHB");
  assert_list (fixture, "NHB 2/2; Northern Harbour Bank 1/2");
  later = entity_add (fixture, "o:Northern Harbour Bank = NHB");
  assert_shown (fixture, later, "o:Northern Harbour Bank = Northern Harbour Bank; o:NHB = NHB");
  entity_check (fixture);
  undo (fixture, act, TRUE);
  assert_shown (fixture, later, "o:Northern Harbour Bank = Northern Harbour Bank = NHB");
  assert_list (fixture, "Northern Harbour Bank 3/6");

  g_assert_cmpint (split_name (fixture, bank, "Southern Bank"), ==, 0);
  tl_library_split_name_async (fixture->library, bank, "Northern Harbour Bank", NULL,
                               entity_result_cb, fixture);
  entity_fail (fixture);
}

/* A surname that the article gave to the wrong one is of its article alone. */
static void
test_split_surname (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova");
  gint64 second = entity_add (fixture, "p:Vera Orlova = Orlova = Orlova");
  gint64 act = split_name (fixture, entity_id (fixture, first, "Vera Orlova"), "Orlova");

  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova; p:Orlova = Orlova");
  assert_shown (fixture, second, "p:Vera Orlova = Vera Orlova; p:Orlova = Orlova = Orlova");
  g_assert_cmpint (entity_id (fixture, first, "Orlova"), !=, entity_id (fixture, second, "Orlova"));
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 2/5");
}

static void
test_split_article (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova");
  gint64 second = entity_add (fixture, "p:Vera Orlova");
  gint64 id = entity_id (fixture, first, "Vera Orlova");
  gint64 act = split_article (fixture, id, second);
  gint64 other = entity_id (fixture, second, "Vera Orlova");

  g_assert_cmpint (other, !=, id);
  assert_list (fixture, "Vera Orlova 1/2; Vera Orlova 1/1");
  rename_entity (fixture, other, "Vera Orlova, the pilot");
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Orlova");
  assert_shown (fixture, second, "p:Vera Orlova, the pilot = Vera Orlova");
  rename_entity (fixture, id, "Vera Orlova, the minister");
  assert_shown (fixture, second, "p:Vera Orlova, the pilot = Vera Orlova");

  /* The rest is the first one's, and a later article too. */
  entity_add (fixture, "p:Orlova Vera");
  assert_list (fixture, "Vera Orlova, the minister 2/3; Vera Orlova, the pilot 1/1");
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova, the minister 3/4");
  g_assert_cmpint (split_article (fixture, id, 1000), ==, 0);
}

/* Two that were joined are set apart together. */
static void
test_split_joined (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova; p:Petrova");
  gint64 second = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 act;

  merge (fixture, entity_id (fixture, first, "Vera Petrova"), orlova);
  merge (fixture, entity_id (fixture, first, "Petrova"), orlova);
  assert_list (fixture, "Vera Orlova 2/5");
  act = split_article (fixture, orlova, first);
  assert_list (fixture, "Vera Orlova 1/2; Vera Orlova 1/3");
  g_assert_cmpint (entity_id (fixture, second, "Vera Orlova"), ==, orlova);
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 2/5");
}

static void
test_retype (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Jordan; o:Harbour Days");
  gint64 second = entity_add (fixture, "l:Jordan");
  gint64 act, other;

  tl_library_retype_entity_async (fixture->library, entity_id (fixture, first, "Jordan"),
                                  TL_ENTITY_PLACE, NULL, entity_result_cb, fixture);
  act = entity_decided (fixture);
  assert_shown (fixture, first, "l:Jordan = Jordan; o:Harbour Days = Harbour Days");
  g_assert_cmpint (entity_id (fixture, first, "Jordan"), ==, entity_id (fixture, second, "Jordan"));
  tl_library_retype_entity_async (fixture->library, entity_id (fixture, first, "Harbour Days"),
                                  TL_ENTITY_EVENT, NULL, entity_result_cb, fixture);
  other = entity_decided (fixture);
  assert_shown (fixture, first, "l:Jordan = Jordan; e:Harbour Days = Harbour Days");
  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Jordan = Jordan; e:Harbour Days = Harbour Days");
  undo (fixture, other, TRUE);
  assert_shown (fixture, first, "p:Jordan = Jordan; o:Harbour Days = Harbour Days");
}

static void
test_dismiss (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Read More");
  gint64 act, later;

  tl_library_dismiss_entity_async (fixture->library, entity_id (fixture, first, "Read More"), NULL,
                                   entity_result_cb, fixture);
  act = entity_decided (fixture);
  later = entity_add (fixture, "p:Read More; p:Vera Orlova");
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova");
  assert_shown (fixture, later, "p:Vera Orlova = Vera Orlova");
  assert_list (fixture, "Vera Orlova 2/2");
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 2/2; Read More 2/2");
}

/* An article that is read anew has what was decided. */
static void
test_read_again (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova; p:Petrova; p:Ana Horvat");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");

  merge (fixture, entity_id (fixture, first, "Vera Petrova"), orlova);
  merge (fixture, entity_id (fixture, first, "Petrova"), orlova);
  rename_entity (fixture, orlova, "Minister Orlova");
  split_article (fixture, entity_id (fixture, first, "Ana Horvat"), first);
  rename_entity (fixture, entity_id (fixture, first, "Ana Horvat"), "Another Horvat");
  assert_shown (fixture, first, "p:Minister Orlova = Vera Orlova = Vera Petrova = Petrova;"
                                " p:Another Horvat = Ana Horvat");

  /* Gone without a trace, but for the decisions. */
  g_assert_true (tl_library_remove (fixture->library, first, NULL));
  fixture_execute (fixture->path, "UPDATE article SET removed_at = 1 WHERE removed_at IS NOT NULL");
  entity_reopen (fixture);
  entity_check (fixture);
  assert_list (fixture, "");

  /* The same text, and another one, which is not that article. */
  fixture->n_added = 0;
  first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova; p:Petrova; p:Ana Horvat");
  entity_check (fixture);
  assert_shown (fixture, first, "p:Minister Orlova = Vera Orlova = Vera Petrova = Petrova;"
                                " p:Another Horvat = Ana Horvat");
  first = entity_add (fixture, "p:Vera Orlova; p:Vera Petrova; p:Ana Horvat");
  assert_shown (fixture, first, "p:Minister Orlova = Vera Orlova = Vera Petrova; p:Ana Horvat = Ana Horvat");
  entity_check (fixture);
}

/* What was left to do when the program ended is done the next time. */
static void
test_interrupted (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova");

  fixture_execute (fixture->path, "INSERT INTO pending SELECT id FROM article");
  entity_reopen (fixture);
  tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Orlova");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ENTITY_ADD ("merge", test_merge);
  ENTITY_ADD ("merge-many", test_merge_many);
  ENTITY_ADD ("merge-all", test_merge_all);
  ENTITY_ADD ("rename", test_rename);
  ENTITY_ADD ("rename-local", test_rename_local);
  ENTITY_ADD ("split-name", test_split_name);
  ENTITY_ADD ("split-surname", test_split_surname);
  ENTITY_ADD ("split-article", test_split_article);
  ENTITY_ADD ("split-joined", test_split_joined);
  ENTITY_ADD ("retype", test_retype);
  ENTITY_ADD ("dismiss", test_dismiss);
  ENTITY_ADD ("read-again", test_read_again);
  ENTITY_ADD ("interrupted", test_interrupted);

  return g_test_run ();
}
