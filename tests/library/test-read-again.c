/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that an older version has read are read again: what people said of them holds,
 * and what is read otherwise can be seen. */

#include <string.h>

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-library-again.h"
#include "tl-library-entities.h"
#include "tl-library-facts.h"

#define STORY \
  "MINSK, 16 March 2017. Trade between Belarus and Kazakhstan reached $419 million last year, " \
  "Minister Anna Verba said on Thursday. She expects more of it, and of tourists, too.\n"

#define OTHER_STORY \
  "ALMATY, 2 May 2018. Exports of Kazakhstan to Austria came to $72 million in 2017, the Chamber " \
  "of Commerce of Almaty said. Its chairman Pavel Strom spoke in the evening.\n"

/* The article as a version has read it that knew of no figures and of no people, and of an
 * organisation that there is not. */
#define READ_BADLY \
  "UPDATE reading SET version = 0, json = tl_pack (json_set (tl_unpack (json), '$.figures', json ('[]'), '$.entities'," \
  " json ('[{\"type\": \"organization\", \"name\": \"Minister\", \"mentions\": [{\"offset\": 82, \"length\": 8}]}]')));" \
  "UPDATE pair SET n_figures = 0; DELETE FROM figure; UPDATE article SET n_figures = 0;"

static void
check_and_tear_down (EntityFixture *fixture,
                     gconstpointer  data)
{
  fixture_check (fixture->library);
  entity_tear_down (fixture, data);
}

static GAsyncResult *
wait_for_result (EntityFixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

/* In how many articles something is read otherwise. */
static guint
read_again (EntityFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_renewed = 0;

  tl_library_read_again_async (fixture->library, NULL, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  tl_library_read_again_finish (fixture->library, result, &n_renewed, &error);
  g_assert_no_error (error);
  return n_renewed;
}

static void
read_badly (EntityFixture *fixture,
            const char    *more)
{
  g_clear_object (&fixture->library);
  fixture_execute (fixture->path, READ_BADLY);
  if (more != NULL)
    fixture_execute (fixture->path, more);
  fixture->library = fixture_open (fixture->path);
}

/* Leaves none to be dealt out again by hand: the names of the bad reading are stored, too. */
static void
catch_up (EntityFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture_execute (fixture->path, "INSERT OR IGNORE INTO pending SELECT article_id FROM reading");
  tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  tl_library_decide_finish (fixture->library, result, NULL, &error);
  g_assert_no_error (error);
}

static void
append_figures (GString    *string,
                const char *sign,
                GPtrArray  *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *value = tl_figure_dup_value_label (figure);
      g_autofree char *period = tl_figure_dup_period_label (figure);

      g_string_append_printf (string, "%s%s in %s; ", sign, value, period);
    }
}

static void
append_names (GString    *string,
              const char *sign,
              GPtrArray  *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (string, "%s%s; ", sign, (const char *) g_ptr_array_index (names, i));
}

static void
assert_renewal (EntityFixture *fixture,
                gint64         id,
                const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlRenewal) renewal = tl_library_load_renewal (fixture->library, id, &error);
  g_autoptr(GString) string = g_string_new (NULL);

  g_assert_no_error (error);
  append_figures (string, "-", renewal->gone);
  append_figures (string, "+", renewal->come);
  append_names (string, "-", renewal->names_gone);
  append_names (string, "+", renewal->names_come);
  g_assert_cmpstr (string->str, ==, expected);
}

/* The names that the library knows, in the order of the alphabet. */
static char *
list_names (EntityFixture *fixture)
{
  return fixture_query (fixture->path,
                        "SELECT group_concat (text, '; ') FROM (SELECT DISTINCT text FROM name"
                        " JOIN mention USING (entity_id) WHERE text != '' ORDER BY text)");
}

static void
test_unchanged (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *version = NULL;

  fixture_add_text (fixture->library, STORY);
  fixture_add_text (fixture->library, OTHER_STORY);
  before = fixture_query (fixture->path, "SELECT group_concat (tl_unpack (json)) FROM reading");
  fixture_execute (fixture->path, "UPDATE reading SET version = 0");
  g_assert_cmpuint (read_again (fixture), ==, 0);

  after = fixture_query (fixture->path, "SELECT group_concat (tl_unpack (json)) FROM reading");
  version = fixture_query (fixture->path, "SELECT min(version) > 0 FROM reading");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (version, ==, "1");
  g_assert_false (tl_library_has_renewed (fixture->library));
}

static void
test_renewed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autofree char *names = list_names (fixture);
  g_autofree char *names_after = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(GArray) renewed = NULL;

  read_badly (fixture, NULL);
  catch_up (fixture);
  g_assert_cmpuint (read_again (fixture), ==, 1);
  assert_renewal (fixture, id, "+$419 million in 2016; -Minister; +Anna Verba; +Belarus; +Kazakhstan; +MINSK; ");

  reports = tl_library_get_reports (fixture->library, "BY", "KZ");
  g_assert_cmpuint (reports->len, ==, 1);
  names_after = list_names (fixture);
  g_assert_cmpstr (names, ==, names_after);
  renewed = tl_library_get_renewed (fixture->library);
  g_assert_cmpuint (renewed->len, ==, 1);

  g_assert_true (tl_library_forget_renewed (fixture->library, NULL));
  g_assert_false (tl_library_has_renewed (fixture->library));
  assert_renewal (fixture, id, "+$419 million in 2016; ");
  g_assert_cmpuint (read_again (fixture), ==, 0);
}

/* Articles that name the same, read in one step. */
static void
test_many (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *names = NULL;
  g_autofree char *names_after = NULL;

  fixture_add_text (fixture->library, STORY);
  fixture_add_text (fixture->library, OTHER_STORY);
  fixture_add_text (fixture->library, OTHER_STORY "Trade between Belarus and Kazakhstan was $500 million in 2015.\n");
  fixture_add_text (fixture->library, STORY "Pavel Strom said that trade between Belarus and Austria is growing.\n");
  names = list_names (fixture);
  read_badly (fixture, NULL);
  catch_up (fixture);
  fixture_execute (fixture->path, "UPDATE reading SET version = 0");
  g_assert_cmpuint (read_again (fixture), ==, 4);
  names_after = list_names (fixture);
  g_assert_cmpstr (names, ==, names_after);

  /* What was dealt out before has new parts and lost ones. */
  fixture_execute (fixture->path,
                   "UPDATE reading SET version = 0, json = tl_pack (replace (tl_unpack (json),"
                   " '\"name\": \"Pavel Strom\"', '\"name\": \"Strom Pavel\"'))");
  g_assert_cmpuint (read_again (fixture), ==, 3);
}

/* What nobody has seen is compared with what people have seen last. */
static void
test_renewed_twice (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);

  fixture_execute (fixture->path,
                   "UPDATE reading SET version = 0, json = tl_pack (replace (tl_unpack (json), '\"value\": 419000000', '\"value\": 418000000'));"
                   "UPDATE figure SET value = 418000000");
  g_assert_cmpuint (read_again (fixture), ==, 1);
  assert_renewal (fixture, id, "-$418 million in 2016; +$419 million in 2016; ");

  fixture_execute (fixture->path,
                   "UPDATE reading SET version = 0, json = tl_pack (replace (tl_unpack (json), '\"value\": 419000000', '\"value\": 417000000'));"
                   "UPDATE figure SET value = 417000000");
  g_assert_cmpuint (read_again (fixture), ==, 1);
  assert_renewal (fixture, id, "-$418 million in 2016; +$419 million in 2016; ");
  g_assert_true (tl_library_has_renewed (fixture->library));
}

static void
correct (EntityFixture *fixture,
         gint64         id,
         TlFact         fact,
         const char    *value)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  tl_library_correct_async (fixture->library, id, fact, value, NULL, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  tl_library_correct_finish (fixture->library, result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
find_entity (EntityFixture *fixture,
             gint64         article_id,
             const char    *name)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, article_id, NULL);
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    if (g_str_equal (tl_entity_get_name (g_ptr_array_index (entities, i)), name))
      return tl_entity_get_id (g_ptr_array_index (entities, i));
  return 0;
}

static void
test_decisions (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  guint32 start = (guint32) (strstr (STORY, "tourists") - STORY);
  TlSpan span = { start, start + (guint32) strlen ("tourists") };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autofree char *period = NULL;

  correct (fixture, id, TL_FACT_PUBLISHED, "2019-05-04");
  correct (fixture, id, TL_FACT_TITLE, "Four hundred millions");
  tl_library_rename_entity_async (fixture->library, find_entity (fixture, id, "Anna Verba"), "Hanna Viarba",
                                  NULL, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (tl_library_decide_finish (fixture->library, result, NULL, &error));
  g_clear_object (&result);
  tl_library_add_name_async (fixture->library, id, span, TL_ENTITY_EVENT, 0, TRUE, NULL, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (tl_library_decide_finish (fixture->library, result, NULL, &error));

  read_badly (fixture, NULL);
  catch_up (fixture);
  g_assert_cmpint (find_entity (fixture, id, "tourists"), !=, 0);
  g_assert_cmpuint (read_again (fixture), ==, 1);

  g_assert_cmpint (find_entity (fixture, id, "Hanna Viarba"), !=, 0);
  g_assert_cmpint (find_entity (fixture, id, "tourists"), !=, 0);
  article = tl_library_load_article (fixture->library, id, NULL);
  g_assert_cmpstr (tl_article_get_title (article), ==, "Four hundred millions");
  reports = tl_library_get_reports (fixture->library, "BY", "KZ");
  g_assert_cmpuint (reports->len, ==, 1);
  period = tl_figure_dup_period_label (tl_report_get_figure (g_ptr_array_index (reports, 0)));
  g_assert_cmpstr (period, ==, "2018");
}

/* A removed article comes back as it is read by then, and is no news while it is away. */
static void
test_removed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id = fixture_add_text (fixture->library, STORY);
  g_autoptr(GPtrArray) reports = NULL;
  g_autofree char *n_figures = NULL;

  read_badly (fixture, NULL);
  catch_up (fixture);
  g_assert_true (tl_library_remove (fixture->library, id, NULL));
  read_again (fixture);
  g_assert_false (tl_library_has_renewed (fixture->library));
  n_figures = fixture_query (fixture->path, "SELECT n_figures FROM pair");
  g_assert_cmpstr (n_figures, ==, "0");

  g_assert_true (tl_library_restore (fixture->library, id, NULL));
  reports = tl_library_get_reports (fixture->library, "BY", "KZ");
  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_true (tl_library_has_renewed (fixture->library));
}

/* What is damaged keeps no other from being read. */
static void
test_unreadable (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id;
  g_autofree char *left = NULL;

  fixture_add_text (fixture->library, OTHER_STORY);
  id = fixture_add_text (fixture->library, STORY);
  read_badly (fixture, NULL);
  catch_up (fixture);
  fixture_execute (fixture->path,
                   "CREATE TABLE kept AS SELECT json FROM reading WHERE article_id = 1;"
                   "UPDATE reading SET json = '{' WHERE article_id = 1");
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*");
  g_assert_cmpuint (read_again (fixture), ==, 1);
  g_test_assert_expected_messages ();
  assert_renewal (fixture, id, "+$419 million in 2016; -Minister; +Anna Verba; +Belarus; +Kazakhstan; +MINSK; ");
  left = fixture_query (fixture->path, "SELECT json FROM reading WHERE article_id = 1");
  g_assert_cmpstr (left, ==, "{");
  fixture_execute (fixture->path,
                   "UPDATE reading SET json = (SELECT json FROM kept), version = 0 WHERE article_id = 1;"
                   "DROP TABLE kept");
  g_assert_cmpuint (read_again (fixture), ==, 1);
}

static void
test_cancelled (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_renewed = 1;

  fixture_add_text (fixture->library, STORY);
  read_badly (fixture, NULL);
  catch_up (fixture);
  g_cancellable_cancel (cancellable);
  tl_library_read_again_async (fixture->library, cancellable, entity_result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (tl_library_read_again_finish (fixture->library, result, &n_renewed, &error));
  g_assert_cmpuint (n_renewed, ==, 0);
  g_assert_cmpuint (read_again (fixture), ==, 1);
}

#define ADD(name, func) \
  g_test_add ("/read-again/" name, EntityFixture, NULL, entity_set_up, func, check_and_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("unchanged", test_unchanged);
  ADD ("renewed", test_renewed);
  ADD ("many", test_many);
  ADD ("renewed-twice", test_renewed_twice);
  ADD ("decisions", test_decisions);
  ADD ("removed", test_removed);
  ADD ("unreadable", test_unreadable);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
