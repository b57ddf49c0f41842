/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person adds as a name is one wherever its words stand: in articles that are there and in
 * those that come, until it is undone. */

#include <string.h>

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-added-names.h"
#include "tl-search.h"

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

/* Where words stand in an article for the first time. */
static TlSpan
find_span (EntityFixture *fixture,
           gint64         article_id,
           const char    *words)
{
  g_autoptr(TlArticle) article = tl_library_load_article (fixture->library, article_id, NULL);
  const char *text = tl_article_get_text (article);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (TlSpan) { (guint32) (found - text), (guint32) (found - text + strlen (words)) };
}

static void
begin_adding (EntityFixture *fixture,
              gint64         article_id,
              const char    *words,
              TlEntityType   type,
              gint64         into,
              gboolean       is_everywhere)
{
  tl_library_add_name_async (fixture->library, article_id, find_span (fixture, article_id, words), type, into,
                             is_everywhere, NULL, entity_result_cb, fixture);
}

static gint64
add_name (EntityFixture *fixture,
          gint64         article_id,
          const char    *words,
          TlEntityType   type)
{
  begin_adding (fixture, article_id, words, type, 0, TRUE);
  return entity_decided (fixture);
}

static gint64
add_as (EntityFixture *fixture,
        gint64         article_id,
        const char    *words,
        gint64         into,
        gboolean       is_everywhere)
{
  begin_adding (fixture, article_id, words, TL_ENTITY_PERSON, into, is_everywhere);
  return entity_decided (fixture);
}

static void
undo (EntityFixture *fixture,
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_decision_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
dismiss (EntityFixture *fixture,
         gint64         id)
{
  tl_library_dismiss_entity_async (fixture->library, id, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static gint64
restore (EntityFixture *fixture,
         gint64         id)
{
  tl_library_restore_entity_async (fixture->library, id, NULL, entity_result_cb, fixture);
  return entity_decided (fixture);
}

/* ---- the words themselves ---- */

static void
test_trim (void)
{
  static const struct
  {
    const char *text;
    TlSpan      selected;
    const char *expected;
  } cases[] = {
    { "at the “Grain Quay”, say", { 7, 22 }, "Grain Quay" },
    { "at the Grain Quay, say", { 9, 15 }, "Grain Quay" },
    { "at the Grain Quay, say", { 7, 17 }, "Grain Quay" },
    { "at the Grain Quay, say", { 0, 22 }, "at the Grain Quay, say" },
    { "Anna-Maria Öz.", { 11, 14 }, "Öz" },
    { "Anna, – Maria", { 4, 9 }, NULL },
    { "", { 0, 0 }, NULL },
    { "word", { 2, 2 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlSpan span = cases[i].selected;
      gboolean is_any = tl_added_name_trim (cases[i].text, &span);
      g_autofree char *words = g_strndup (cases[i].text + span.start, span.end - span.start);

      g_assert_cmpstr (is_any ? words : NULL, ==, cases[i].expected);
    }
}

static TlDecision *
make_decision (const char *name)
{
  TlDecision *decision = g_new0 (TlDecision, 1);

  decision->kind = TL_DECISION_ADD;
  decision->on.name = g_strdup (name);
  decision->on.key = g_utf8_strdown (name, -1);
  return decision;
}

static void
assert_found (TlAddedNames *names,
              const char   *text,
              const char   *expected)
{
  g_autoptr(GArray) found = tl_added_names_find (names, text, NULL);
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const TlAddedName *name = &g_array_index (found, TlAddedName, i);

      g_string_append_printf (shown, "%s%u:%s", i > 0 ? " " : "", name->span.start, name->decision->on.name);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* As words, as they are written, and the longest. */
static void
test_find (void)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_decision_free);
  g_autoptr(TlAddedNames) names = NULL;

  g_ptr_array_add (decisions, make_decision ("Quay"));
  g_ptr_array_add (decisions, make_decision ("Grain Quay"));
  g_ptr_array_add (decisions, make_decision ("R&D"));
  g_ptr_array_add (decisions, make_decision ("棉花"));
  names = tl_added_names_new (decisions);
  assert_found (names, "Grain Quay, Quay.", "0:Grain Quay 12:Quay");
  assert_found (names, "grain Quay", "6:Quay");
  assert_found (names, "Quayside, unQuay, QUAY, quay", "");
  assert_found (names, "“Quay’s” Quay-side (Quay)", "3:Quay 15:Quay 26:Quay");
  assert_found (names, "the Grain\n  Quay", "4:Grain Quay");
  assert_found (names, "Grain, Quay", "7:Quay");
  assert_found (names, "Grain", "");
  assert_found (names, "its R&D; R & D", "4:R&D");
  assert_found (names, "出口棉花的", "6:棉花");
  assert_found (names, "", "");
}

/* Some thousand names are looked for in one go. */
static void
test_find_many (void)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_decision_free);
  g_autoptr(TlAddedNames) names = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Port%u Authority", i);

      g_ptr_array_add (decisions, make_decision (name));
    }
  names = tl_added_names_new (decisions);
  assert_found (names, "Port4711 Authority, Port5000 Authority", "0:Port4711 Authority");
}

/* ---- in a library ---- */

static void
test_add (EntityFixture *fixture,
          gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; -:at the Grain Quay; -:the Grain Quay again");
  gint64 second = entity_add (fixture, "-:GRAIN QUAY, Grain Quays; -:Grain\\nQuay");
  gint64 other = entity_add (fixture, "-:grain; -:Quay");
  gint64 act = add_name (fixture, first, "rain Qua", TL_ENTITY_PLACE);
  gint64 later;

  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova; l:Grain Quay = Grain Quay = Grain Quay");
  assert_shown (fixture, second, "l:Grain Quay = Grain\nQuay");
  assert_shown (fixture, other, "");
  assert_list (fixture, "Grain Quay 2/3; Vera Orlova 1/1");

  later = entity_add (fixture, "-:near Grain Quay");
  assert_shown (fixture, later, "l:Grain Quay = Grain Quay");
  g_assert_cmpint (entity_id (fixture, later, "Grain Quay"), ==, entity_id (fixture, first, "Grain Quay"));
  entity_reopen (fixture);
  later = entity_add (fixture, "-:on Grain Quay");
  entity_check (fixture);
  assert_list (fixture, "Grain Quay 4/5; Vera Orlova 1/1");

  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova");
  assert_shown (fixture, later, "");
  assert_list (fixture, "Vera Orlova 1/1");
  other = entity_add (fixture, "-:at Grain Quay");
  assert_shown (fixture, other, "");
  undo (fixture, act, FALSE);
  assert_list (fixture, "Grain Quay 5/6; Vera Orlova 1/1");
}

/* What was read stays, but where the person said so. */
static void
test_read_before (EntityFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Quay; o:Grain Quay Company; -:a Quay");
  gint64 second = entity_add (fixture, "p:Quay; o:Quay Grain; -:Quay");
  gint64 act = add_name (fixture, first, "Quay", TL_ENTITY_PLACE);

  /* The first one is the place of which it was said. */
  assert_shown (fixture, first, "l:Quay = Quay = Quay; o:Grain Quay Company = Grain Quay Company");
  assert_shown (fixture, second, "p:Quay = Quay; o:Quay Grain = Quay Grain; l:Quay = Quay");
  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Quay = Quay; o:Grain Quay Company = Grain Quay Company");

  /* In a longer name, only where the person said so. */
  act = add_name (fixture, first, "Grain Quay", TL_ENTITY_PLACE);
  assert_shown (fixture, first, "p:Quay = Quay; l:Grain Quay = Grain Quay");
  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Quay = Quay; o:Grain Quay Company = Grain Quay Company");
}

/* A name is more than what was read of a part of it. */
static void
test_longer (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "-:at Grain Quay Company");
  gint64 second = entity_add (fixture, "p:Grain; -:Quay Company");
  g_autoptr(TlArticle) article = fixture_read (
    "{ \"file\": null, \"title\": null, \"published\": null, \"url\": null, \"language\": \"en\","
    "  \"publisher\": null, \"author\": null, \"text\": \"In Grain Quay Company and Grain.\", \"figures\": [],"
    "  \"entities\": [{ \"type\": \"person\", \"name\": \"Grain\", \"role\": null, \"mentions\":"
    "  [{ \"offset\": 3, \"length\": 5 }, { \"offset\": 26, \"length\": 5 }] }], \"amounts\": [], \"dates\": [] }");
  gint64 third = tl_library_add (fixture->library, article, NULL);
  gint64 act = add_name (fixture, first, "Grain Quay Company", TL_ENTITY_ORGANIZATION);

  assert_shown (fixture, second, "p:Grain = Grain");
  assert_shown (fixture, third, "o:Grain Quay Company = Grain Quay Company; p:Grain = Grain");
  undo (fixture, act, TRUE);
  assert_shown (fixture, third, "p:Grain = Grain = Grain");
}

/* The same as another: that has one more name. */
static void
test_same_as (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; -:the Harbour Mistress");
  gint64 second = entity_add (fixture, "-:the Harbour Mistress");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 act = add_as (fixture, first, "Harbour Mistress", orlova, TRUE);
  g_autofree char *found = entity_list (fixture, TL_ENTITY_PERSON, "mistress");

  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Harbour Mistress");
  g_assert_cmpint (entity_id (fixture, second, "Harbour Mistress"), ==, orlova);
  g_assert_cmpstr (found, ==, "Vera Orlova 2/3");
  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 1/1");
  undo (fixture, act, FALSE);

  /* It follows into what that becomes. */
  tl_library_rename_entity_async (fixture->library, orlova, "Captain Orlova", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_shown (fixture, second, "p:Captain Orlova = Harbour Mistress");
  tl_library_split_name_async (fixture->library, orlova, "Harbour Mistress", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_shown (fixture, second, "p:Harbour Mistress = Harbour Mistress");
}

static gboolean
finds (EntityFixture *fixture,
       const char    *words,
       gint64         article_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (fixture->path, &error);
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(TlSearchHits) hits = tl_search_run (database, query, 10, NULL, &error);

  g_assert_no_error (error);
  return tl_search_hits_contains (hits, article_id);
}

/* Articles are found by what people know that they speak of. */
static void
test_search (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; -:the Harbour Mistress");
  gint64 second = entity_add (fixture, "-:the Harbour Mistress");
  gint64 act;

  g_assert_false (finds (fixture, "vera orlova", second));
  act = add_as (fixture, first, "Harbour Mistress", entity_id (fixture, first, "Vera Orlova"), TRUE);
  g_assert_true (finds (fixture, "vera orlova", first));
  g_assert_true (finds (fixture, "vera orlova", second));
  undo (fixture, act, TRUE);
  g_assert_false (finds (fixture, "vera orlova", second));
}

/* A surname says who it is in its article alone. */
static void
test_same_as_local (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Orlova; -:the Captain");
  gint64 second = entity_add (fixture, "p:Orlova; -:the Captain");
  gint64 orlova = entity_id (fixture, first, "Orlova");

  add_as (fixture, first, "Captain", orlova, TRUE);
  assert_shown (fixture, first, "p:Orlova = Orlova = Captain");
  assert_shown (fixture, second, "p:Orlova = Orlova; p:Captain = Captain");
  g_assert_cmpint (entity_id (fixture, second, "Captain"), ==, orlova);
}

/* At one place: another of this name. */
static void
test_here (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova = Orlova = Orlova; p:Ana Orlova");
  gint64 second = entity_add (fixture, "p:Vera Orlova");
  gint64 ana = entity_id (fixture, first, "Ana Orlova");
  TlSpan surname = find_span (fixture, first, ". Orlova. ");
  gint64 act;

  surname.start += 2;
  tl_library_add_name_async (fixture->library, first, surname, TL_ENTITY_PERSON, ana, FALSE, NULL,
                             entity_result_cb, fixture);
  act = entity_decided (fixture);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Orlova; p:Ana Orlova = Orlova = Ana Orlova");
  assert_shown (fixture, second, "p:Vera Orlova = Vera Orlova");
  undo (fixture, act, TRUE);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Orlova = Orlova; p:Ana Orlova = Ana Orlova");
  undo (fixture, act, FALSE);

  /* Said again of the same place, the last word is right. */
  tl_library_add_name_async (fixture->library, first, surname, TL_ENTITY_EVENT, 0, FALSE, NULL,
                             entity_result_cb, fixture);
  entity_decided (fixture);
  assert_shown (fixture, first, "p:Vera Orlova = Vera Orlova = Orlova; e:Orlova = Orlova; p:Ana Orlova = Ana Orlova");
}

/* ---- what was dismissed ---- */

static void
assert_dismissed (EntityFixture *fixture,
                  const char    *name)
{
  g_autoptr(GPtrArray) dismissed = NULL;

  tl_library_list_dismissed_async (fixture->library, NULL, entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  dismissed = tl_library_find_entities_finish (fixture->library, fixture->result, NULL);
  g_clear_object (&fixture->result);
  g_assert_nonnull (dismissed);
  g_assert_cmpuint (dismissed->len, ==, name != NULL);
  if (name != NULL)
    g_assert_cmpstr (((TlKnownEntity *) g_ptr_array_index (dismissed, 0))->name, ==, name);
}

static void
test_restore (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Read More; p:Vera Orlova");
  gint64 id = entity_id (fixture, first, "Read More");
  gint64 act;

  assert_dismissed (fixture, NULL);
  dismiss (fixture, id);
  assert_list (fixture, "Vera Orlova 1/1");
  assert_dismissed (fixture, "Read More");

  act = restore (fixture, id);
  g_assert_cmpint (act, >, 0);
  assert_list (fixture, "Read More 1/1; Vera Orlova 1/1");
  g_assert_cmpint (restore (fixture, id), ==, 0);
  assert_dismissed (fixture, NULL);

  undo (fixture, act, TRUE);
  assert_list (fixture, "Vera Orlova 1/1");
  undo (fixture, act, FALSE);
  entity_add (fixture, "p:Read More");
  assert_list (fixture, "Read More 2/2; Vera Orlova 1/1");
  dismiss (fixture, id);
  assert_list (fixture, "Vera Orlova 1/1");
}

/* Whoever adds what was dismissed takes it for something; what was dismissed as another kind
 * is in nobody's way. */
static void
test_add_dismissed (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Grain Quay = Grain Quay; o:Old Quay; -:Grain Quay");
  gint64 second = entity_add (fixture, "p:Grain Quay");
  gint64 act, again;

  dismiss (fixture, entity_id (fixture, first, "Grain Quay"));
  act = add_name (fixture, first, "Grain Quay", TL_ENTITY_PLACE);
  assert_shown (fixture, first, "l:Grain Quay = Grain Quay = Grain Quay = Grain Quay; o:Old Quay = Old Quay");
  assert_shown (fixture, second, "l:Grain Quay = Grain Quay");
  undo (fixture, act, TRUE);
  assert_shown (fixture, second, "");

  again = add_name (fixture, first, "Grain Quay", TL_ENTITY_PERSON);
  assert_shown (fixture, second, "p:Grain Quay = Grain Quay");
  undo (fixture, again, TRUE);
  assert_shown (fixture, second, "");

  /* The same name of the same kind, dismissed later. */
  add_name (fixture, first, "Old Quay", TL_ENTITY_ORGANIZATION);
  dismiss (fixture, entity_id (fixture, first, "Old Quay"));
  assert_list (fixture, "");
}

/* ---- what may happen to it ---- */

static void
test_refused (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *many = g_strnfill (300, 'a');
  g_autofree char *words = g_strconcat ("-:", many, ", – ", NULL);
  gint64 first = entity_add (fixture, words);
  g_autoptr(GError) error = NULL;

  begin_adding (fixture, first, many, TL_ENTITY_PLACE, 0, TRUE);
  entity_fail (fixture);
  begin_adding (fixture, first, ", –", TL_ENTITY_PLACE, 0, TRUE);
  entity_fail (fixture);
  begin_adding (fixture, first, many, TL_ENTITY_PLACE, 4711, TRUE);
  entity_fail (fixture);
  tl_library_add_name_async (fixture->library, 4711, (TlSpan) { 0, 1 }, TL_ENTITY_PLACE, 0, TRUE, NULL,
                             entity_result_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_library_decide_finish (fixture->library, fixture->result, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  g_clear_object (&fixture->result);
}

static void
catch_up (EntityFixture *fixture)
{
  tl_library_catch_up_async (fixture->library, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

/* Articles whose mentions are made again keep it, and so do those of a library that is rescued or
 * came from an older program. */
static void
test_made_again (EntityFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "-:at the Grain Quay");

  add_name (fixture, first, "Grain Quay", TL_ENTITY_PLACE);
  fixture_execute (fixture->path, "INSERT INTO pending SELECT id FROM article");
  entity_reopen (fixture);
  catch_up (fixture);
  assert_list (fixture, "Grain Quay 1/1");

  /* Removed, and gone, and back. */
  g_assert_true (tl_library_remove (fixture->library, first, NULL));
  assert_list (fixture, "");
  fixture_execute (fixture->path, "UPDATE article SET removed_at = 1 WHERE removed_at IS NOT NULL");
  entity_reopen (fixture);
  fixture->n_added = 0;
  first = entity_add (fixture, "-:at the Grain Quay");
  entity_check (fixture);
  assert_shown (fixture, first, "l:Grain Quay = Grain Quay");
}

/* What is not in the index of words yet is looked through, too. */
static void
test_without_index (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "-:at the Grain Quay");
  gint64 second = entity_add (fixture, "-:near Grain Quay");

  fixture_execute (fixture->path, "INSERT INTO search_pending SELECT id FROM article;"
                                  "DELETE FROM search_words;"
                                  "INSERT INTO search (search) VALUES ('delete-all')");
  entity_reopen (fixture);
  begin_adding (fixture, first, "Grain Quay", TL_ENTITY_PLACE, 0, TRUE);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tl_library_decide_finish (fixture->library, fixture->result, NULL, NULL));
  g_clear_object (&fixture->result);
  catch_up (fixture);
  assert_shown (fixture, second, "l:Grain Quay = Grain Quay");
}

static gboolean
is_left (EntityFixture *fixture)
{
  g_autofree char *left = fixture_query (fixture->path, "SELECT article_id FROM pending LIMIT 1");

  return left != NULL;
}

/* Where many articles have the words, a person waits for some of them, and the others follow. */
static void
test_many (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  gint64 last = 0;

  for (guint i = 0; i < 250; i++)
    last = entity_add (fixture, "-:at the Grain Quay");
  begin_adding (fixture, last, "Grain Quay", TL_ENTITY_PLACE, 0, TRUE);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_shown (fixture, last, "l:Grain Quay = Grain Quay");
  g_assert_true (is_left (fixture));
  g_assert_true (tl_library_decide_finish (fixture->library, fixture->result, NULL, NULL));
  g_clear_object (&fixture->result);
  while (is_left (fixture))
    g_main_context_iteration (NULL, FALSE);
  assert_list (fixture, "Grain Quay 250/250");
  entity_check (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/added-names/trim", test_trim);
  g_test_add_func ("/added-names/find", test_find);
  g_test_add_func ("/added-names/find-many", test_find_many);
  ENTITY_ADD ("added", test_add);
  ENTITY_ADD ("added/read-before", test_read_before);
  ENTITY_ADD ("added/longer", test_longer);
  ENTITY_ADD ("added/same-as", test_same_as);
  ENTITY_ADD ("added/search", test_search);
  ENTITY_ADD ("added/same-as-local", test_same_as_local);
  ENTITY_ADD ("added/here", test_here);
  ENTITY_ADD ("added/dismissed", test_add_dismissed);
  ENTITY_ADD ("added/refused", test_refused);
  ENTITY_ADD ("added/made-again", test_made_again);
  ENTITY_ADD ("added/without-index", test_without_index);
  ENTITY_ADD ("added/many", test_many);
  ENTITY_ADD ("restored", test_restore);

  return g_test_run ();
}
