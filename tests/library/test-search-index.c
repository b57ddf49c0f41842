/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index of words stays right whatever changes, and what is called otherwise elsewhere is
 * found, too. */

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-copy-desk.h"
#include "tl-copy-rows.h"
#include "tl-library-facts.h"
#include "tl-search.h"
#include "tl-store.h"

static void
assert_found (EntityFixture *fixture,
              const char    *words,
              const char    *expected)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (fixture->path, &error);
  g_autoptr(TlSearchHits) hits = tl_search_run (database, query, 0, NULL, &error);
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tl_search_hits_get_ids (hits)->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (tl_search_hits_get_ids (hits), gint64, i));
  g_test_message ("“%s”", words);
  g_assert_cmpstr (ids->str, ==, expected);
}

static gint64
merge (EntityFixture *fixture,
       gint64         id,
       gint64         into)
{
  tl_library_merge_entities_async (fixture->library, id, into, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act)
{
  tl_library_undo_decision_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
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
correct (EntityFixture *fixture,
         gint64         id,
         const char    *title)
{
  g_autoptr(GError) error = NULL;
  gint64 act;

  tl_library_correct_async (fixture->library, id, TL_FACT_TITLE, title, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tl_library_correct_finish (fixture->library, fixture->result, &act, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return act;
}

static void
catch_up (EntityFixture *fixture)
{
  tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

/* ---- other names ---- */

static void
test_merged (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Anna Petrova; o:GKN");
  gint64 second = entity_add (fixture, "p:Anna Orlova");
  gint64 act;

  assert_found (fixture, "anna petrova", "1");
  assert_found (fixture, "petrova", "1");
  act = merge (fixture, entity_id (fixture, first, "Anna Petrova"),
               entity_id (fixture, second, "Anna Orlova"));
  assert_found (fixture, "anna petrova", "1 2");
  assert_found (fixture, "anna orlova", "2 1");
  assert_found (fixture, "petrov", "1 2");
  assert_found (fixture, "petrova gkn", "1");
  assert_found (fixture, "orlova gkn", "1");
  assert_found (fixture, "orlova -gkn", "2");
  assert_found (fixture, "orlova nobody", "");
  undo (fixture, act);
  assert_found (fixture, "anna petrova", "1");
  assert_found (fixture, "petrova", "1");
  entity_check (fixture);
}

static void
test_renamed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "o:GKN; p:Vera Orlova");
  gint64 act = rename_entity (fixture, entity_id (fixture, first, "GKN"), "Großes Kombinat Nord");

  entity_add (fixture, "p:Vera Orlova");
  assert_found (fixture, "kombinat", "1");
  assert_found (fixture, "grosses komb", "1");
  assert_found (fixture, "kombinat orlova", "1");
  assert_found (fixture, "GKN", "1");
  undo (fixture, act);
  assert_found (fixture, "kombinat", "");
  entity_check (fixture);
}

/* What is one by itself. */
static void
test_joined (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  entity_add (fixture, "o:OSCE = Organization for Security and Co-operation in Europe");
  entity_add (fixture, "o:OSCE");
  entity_add (fixture, "l:Warsaw = Варшава");
  entity_add (fixture, "l:Warsaw");
  assert_found (fixture, "organization for security and co-operation in europe", "1 2");
  assert_found (fixture, "organization", "1");
  assert_found (fixture, "варшава", "3 4");
  assert_found (fixture, "warsaw", "4 3");
  assert_found (fixture, "варшава osce", "");
  g_assert_true (tl_library_remove (fixture->library, 4, NULL));
  assert_found (fixture, "варшава", "3");
  entity_check (fixture);
}

/* ---- the index ---- */

static void
test_removed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *n_rows = NULL;

  entity_add (fixture, "p:Vera Orlova");
  entity_add (fixture, "p:Vera Petrova");
  g_assert_true (tl_library_remove (fixture->library, 1, NULL));
  assert_found (fixture, "vera", "2");
  g_assert_true (tl_library_restore (fixture->library, 1, NULL));
  assert_found (fixture, "vera", "2 1");
  fixture_check_index (fixture->path);

  g_assert_true (tl_library_remove (fixture->library, 2, NULL));
  fixture_execute (fixture->path, "UPDATE article SET removed_at = 1 WHERE removed_at IS NOT NULL");
  entity_reopen (fixture);
  assert_found (fixture, "vera", "1");
  n_rows = fixture_query (fixture->path, "SELECT count(*) FROM search_words");
  g_assert_cmpstr (n_rows, ==, "1");
  fixture_check_index (fixture->path);

  /* Its number may be given again. */
  entity_add (fixture, "p:Anna Bergman");
  assert_found (fixture, "petrova", "");
  assert_found (fixture, "bergman", "2");
  entity_check (fixture);
}

/* A reading that is damaged cannot tell what is to be taken out. */
static void
test_damaged (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  entity_add (fixture, "p:Vera Orlova");
  entity_add (fixture, "p:Vera Petrova");
  g_assert_true (tl_library_remove (fixture->library, 2, NULL));
  fixture_execute (fixture->path, "UPDATE reading SET json = '{' WHERE article_id = 2;"
                                  "UPDATE article SET removed_at = 1 WHERE id = 2");
  entity_reopen (fixture);
  catch_up (fixture);
  entity_add (fixture, "p:Anna Bergman");
  assert_found (fixture, "petrova", "");
  assert_found (fixture, "orlova", "1");
  fixture_check_index (fixture->path);
}

static void
test_corrected (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  gint64 act;

  entity_add (fixture, "p:Vera Orlova");
  act = correct (fixture, 1, "Kupfer für Łódź");
  assert_found (fixture, "kupfer lodz", "1");
  fixture_check_index (fixture->path);
  correct (fixture, 1, "Silber für Łódź");
  assert_found (fixture, "kupfer", "");
  assert_found (fixture, "silber orlova", "1");
  tl_library_undo_correction_async (fixture->library, act, TRUE, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tl_library_correct_finish (fixture->library, fixture->result, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  fixture_check_index (fixture->path);

  /* Who is removed keeps being corrected. */
  g_assert_true (tl_library_remove (fixture->library, 1, NULL));
  correct (fixture, 1, "Zinn für Łódź");
  fixture_check_index (fixture->path);
  g_assert_true (tl_library_restore (fixture->library, 1, NULL));
  assert_found (fixture, "zinn", "1");
  entity_check (fixture);
}

/* An older file has no index: it is made in the background, the newest articles first. */
static void
test_older (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  entity_add (fixture, "p:Vera Orlova");
  entity_add (fixture, "p:Vera Petrova");
  g_assert_true (tl_library_remove (fixture->library, 2, NULL));
  g_clear_object (&fixture->library);
  fixture_execute (fixture->path, FIXTURE_DROP_SEARCH "PRAGMA user_version = 7");
  fixture->library = fixture_open (fixture->path);
  assert_found (fixture, "orlova", "");

  /* What changes before is found by what it is then. */
  correct (fixture, 1, "Kupfer");
  entity_add (fixture, "p:Anna Bergman");
  assert_found (fixture, "bergman", "3");
  catch_up (fixture);
  assert_found (fixture, "kupfer orlova", "1");
  assert_found (fixture, "petrova", "");
  g_assert_true (tl_library_restore (fixture->library, 2, NULL));
  assert_found (fixture, "petrova", "2");
  entity_check (fixture);
}

#define FIGURE \
  "{ \"quote\": \"was spoken\", \"offset\": 8, \"length\": 10," \
  " \"sentence\": \"Trade was spoken of, and this is all there is.\"," \
  " \"flow\": \"turnover\", \"partners\": [\"RS\", \"SI\"], \"scope\": \"national\"," \
  " \"start\": \"2018-01\", \"end\": \"2018-09\", \"value\": 1000000, \"high\": null," \
  " \"currency\": \"EUR\", \"precision\": \"exact\", \"status\": \"reported\"," \
  " \"speaker\": null, \"change\": null, \"why\": [] }"

static void
store (TlDatabase *database,
       TlCopyDesk *copies,
       guint       n_articles)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlEntityDesk) desk = tl_entity_desk_new (database, &error);
  gint64 last = 0;

  tl_copy_desk_begin (copies);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *title = g_strdup_printf ("ship %u", i);
      g_autoptr(TlArticle) article = fixture_article (title, "2019-05-02", FIGURE);
      g_autoptr(TlCopyPrint) print = tl_copy_print_new (tl_article_get_text (article));
      TlArticleKey key;
      gint64 id;

      tl_store_add (database, desk, article, NULL, NULL, &key, &error);
      g_assert_no_error (error);
      id = tl_article_key_get_id (key);
      g_assert_true (tl_copy_desk_add (copies, id, print, &error));
      g_assert_true (last == 0 || tl_copy_rows_join (database, id, last, &error));
      last = id;
    }
  g_assert_true (tl_entity_desk_store (desk, &error));
}

/* What one transaction puts into the index is one piece: no statement beside it has FTS5 write
 * out what it has until then. */
static void
test_one_piece (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (fixture->path, &error);
  g_autoptr(TlCopyDesk) copies = tl_copy_desk_new (database);
  g_autofree char *n_pieces = NULL, *n_figures = NULL;

  g_assert_true (tl_database_begin (database, &error));
  store (database, copies, 8);
  g_assert_true (tl_database_commit (database, &error));
  n_pieces = fixture_query (fixture->path,
                            "SELECT count(DISTINCT id >> 37) FROM search_data WHERE id >> 37 > 0");
  g_assert_cmpstr (n_pieces, ==, "1");
  n_figures = fixture_query (fixture->path, "SELECT n_figures FROM pair");
  g_assert_cmpstr (n_figures, ==, "8");
}

#define ADD(path, test) \
  g_test_add ("/search-index/" path, EntityFixture, NULL, entity_set_up, test, entity_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("merged", test_merged);
  ADD ("renamed", test_renamed);
  ADD ("joined", test_joined);
  ADD ("removed", test_removed);
  ADD ("damaged", test_damaged);
  ADD ("corrected", test_corrected);
  ADD ("older", test_older);
  ADD ("one-piece", test_one_piece);

  return g_test_run ();
}
