/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entities of a library as a list that follows it: what is in it, in which order, by which
 * words, and what a row says. */

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-entity-list.h"

#define PERSONS       (1u << TL_ENTITY_PERSON)
#define ORGANIZATIONS (1u << TL_ENTITY_ORGANIZATION)
#define PLACES        (1u << TL_ENTITY_PLACE)

static void
wait_for (TlEntityList *list)
{
  while (tl_entity_list_is_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

/* "Vera Orlova 2; OSCE 1" */
static void
assert_listed (TlEntityList *list,
               const char   *expected)
{
  GListModel *model = G_LIST_MODEL (list);
  g_autoptr(GString) shown = g_string_new (NULL);

  wait_for (list);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlEntityRow) row = g_list_model_get_item (model, i);
      guint position;

      g_assert_cmpint (tl_entity_list_get_id (list, i), ==, tl_entity_row_get_id (row));
      g_assert_true (tl_entity_list_find (list, tl_entity_row_get_id (row), &position));
      g_assert_cmpuint (position, ==, i);
      g_string_append_printf (shown, "%s%s %u", i > 0 ? "; " : "", tl_entity_row_get_name (row),
                              tl_entity_row_get_n_articles (row));
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static TlEntityList *
new_list (EntityFixture *fixture)
{
  TlEntityList *list = tl_entity_list_new (fixture->library);

  tl_entity_list_set_query (list, "", 0, TL_ENTITY_ORDER_ARTICLES);
  return list;
}

static void
assert_found (TlEntityList *list,
              const char   *words,
              const char   *expected)
{
  tl_entity_list_set_query (list, words, 0, TL_ENTITY_ORDER_ARTICLES);
  assert_listed (list, expected);
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
      gint64         act,
      gboolean       is_undone)
{
  tl_library_undo_decision_async (fixture->library, act, is_undone, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
}

static void
test_orders (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = tl_entity_list_new (fixture->library);

  entity_add (fixture, "p:Vera Orlova; o:Élan Works; e:Autumn Fair");
  entity_add (fixture, "o:Élan Works; l:Zagreb");
  entity_add (fixture, "p:Vera Orlova; o:Élan Works; o:Ferrum Steel");
  g_assert_false (tl_entity_list_is_pending (list));
  assert_listed (list, "");

  tl_entity_list_set_query (list, "", 0, TL_ENTITY_ORDER_ARTICLES);
  g_assert_true (tl_entity_list_is_pending (list));
  assert_listed (list, "Élan Works 3; Vera Orlova 2; Autumn Fair 1; Zagreb 1; Ferrum Steel 1");
  tl_entity_list_set_query (list, "", 0, TL_ENTITY_ORDER_NAME);
  assert_listed (list, "Autumn Fair 1; Élan Works 3; Ferrum Steel 1; Vera Orlova 2; Zagreb 1");
  tl_entity_list_set_query (list, "", ORGANIZATIONS, TL_ENTITY_ORDER_NAME);
  assert_listed (list, "Élan Works 3; Ferrum Steel 1");
  tl_entity_list_set_query (list, "", PERSONS | PLACES, TL_ENTITY_ORDER_ARTICLES);
  assert_listed (list, "Vera Orlova 2; Zagreb 1");
  tl_entity_list_set_query (list, "fe", PERSONS, TL_ENTITY_ORDER_NAME);
  assert_listed (list, "");
  /* All that were put in order before are not what there is now. */
  entity_add (fixture, "o:Delta Bank; o:Élan Works");
  tl_entity_list_set_query (list, "", ORGANIZATIONS, TL_ENTITY_ORDER_NAME);
  assert_listed (list, "Delta Bank 1; Élan Works 4; Ferrum Steel 1");
}

static void
test_words (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  gint64 first = entity_add (fixture, "p:Vera Petrovna Orlova = Orlova; o:The Steel Works Ltd");
  gint64 id;

  entity_add (fixture, "p:Еркін Әбенов = Әбенов; l:UAE");
  entity_add (fixture, "o:Ärzte-Bund; p:Jean O’Neil; p:Luiz-Carlos da Silva Jr.; o:AT&T; o:U.S. Steel");

  assert_found (list, "orl", "Vera Petrovna Orlova 1");
  assert_found (list, "ORLOVA ve", "Vera Petrovna Orlova 1");
  assert_found (list, "p v o", "Vera Petrovna Orlova 1");
  assert_found (list, "V.P. Orl", "Vera Petrovna Orlova 1");
  assert_found (list, "rlova", "");
  assert_found (list, "orlova steel", "");
  assert_found (list, "the steel w", "The Steel Works Ltd 1");
  assert_found (list, "әБЕН", "Еркін Әбенов 1");
  assert_found (list, "бенов", "");
  assert_found (list, "arzte bund", "Ärzte-Bund 1");
  assert_found (list, "oneil", "Jean O’Neil 1");
  assert_found (list, "da silva", "Luiz-Carlos da Silva Jr. 1");
  assert_found (list, "carl sil j", "Luiz-Carlos da Silva Jr. 1");
  assert_found (list, "luiz-car", "Luiz-Carlos da Silva Jr. 1");
  assert_found (list, "at&t", "AT&T 1");
  assert_found (list, "u.s. st", "U.S. Steel 1");
  assert_found (list, "us st", "U.S. Steel 1");
  /* By how it is shown, and as the articles have it. */
  assert_found (list, "emirates", "United Arab Emirates 1");
  assert_found (list, "uae", "United Arab Emirates 1");
  /* Nothing but marks is no word. */
  tl_entity_list_set_query (list, " … ", PERSONS, TL_ENTITY_ORDER_ARTICLES);
  assert_listed (list, "Vera Petrovna Orlova 1; Еркін Әбенов 1; Jean O’Neil 1; Luiz-Carlos da Silva Jr. 1");

  id = entity_id (fixture, first, "The Steel Works Ltd");
  tl_library_rename_entity_async (fixture->library, id, "Сталь", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_found (list, "СТАЛ", "Сталь 1");
  assert_found (list, "steel works", "Сталь 1");
}

/* Whatever is decided, undone or done again shows. */
static void
test_decisions (EntityFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Ana Novak");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 novak = entity_id (fixture, first, "Ana Novak");
  gint64 act, dismissal;

  entity_add (fixture, "p:Vera Orlova");
  assert_listed (list, "Vera Orlova 2; Ana Novak 1");
  act = merge (fixture, novak, orlova);
  assert_listed (list, "Vera Orlova 2");
  assert_found (list, "novak", "Vera Orlova 2");
  undo (fixture, act, TRUE);
  assert_listed (list, "Ana Novak 1");
  undo (fixture, act, FALSE);
  assert_listed (list, "Vera Orlova 2");

  tl_library_dismiss_entity_async (fixture->library, orlova, NULL, entity_result_cb, fixture);
  dismissal = entity_decided (fixture);
  assert_listed (list, "");
  assert_found (list, "", "");
  undo (fixture, dismissal, TRUE);
  assert_listed (list, "Vera Orlova 2");

  tl_library_retype_entity_async (fixture->library, orlova, TL_ENTITY_ORGANIZATION, NULL,
                                  entity_result_cb, fixture);
  entity_decided (fixture);
  tl_entity_list_set_query (list, "", ORGANIZATIONS, TL_ENTITY_ORDER_ARTICLES);
  assert_listed (list, "Vera Orlova 2");
}

static void
note_cb (GObject    *object G_GNUC_UNUSED,
         GParamSpec *property,
         GString    *noted)
{
  g_string_append_printf (noted, "%s ", property->name);
}

/* What is selected in a view is a row, which stays the same. */
static void
test_rows (EntityFixture *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Ana Novak");
  gint64 novak = entity_id (fixture, first, "Ana Novak");
  g_autoptr(GString) noted = g_string_new (NULL);
  g_autoptr(TlEntityRow) row = NULL;
  g_autoptr(TlEntityRow) again = NULL;
  guint position;

  assert_listed (list, "Vera Orlova 1; Ana Novak 1");
  g_assert_true (tl_entity_list_find (list, novak, &position));
  row = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_signal_connect (row, "notify", G_CALLBACK (note_cb), noted);
  entity_add (fixture, "p:Ana Novak");
  assert_listed (list, "Ana Novak 2; Vera Orlova 1");
  g_assert_cmpstr (noted->str, ==, "n-articles ");
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == row);

  g_string_truncate (noted, 0);
  tl_library_rename_entity_async (fixture->library, novak, "A. Nováková", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_listed (list, "A. Nováková 2; Vera Orlova 1");
  g_assert_cmpstr (noted->str, ==, "name ");
  g_assert_cmpstr (tl_entity_row_get_name (row), ==, "A. Nováková");
  g_assert_false (tl_entity_list_find (list, G_MAXINT64, &position));
}

static void
test_removed (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  gint64 first = entity_add (fixture, "p:Vera Orlova; p:Ana Novak");

  entity_add (fixture, "p:Vera Orlova");
  assert_listed (list, "Vera Orlova 2; Ana Novak 1");
  g_assert_true (tl_library_remove (fixture->library, first, NULL));
  assert_listed (list, "Vera Orlova 1");
  assert_found (list, "novak", "");
  g_assert_true (tl_library_restore (fixture->library, first, NULL));
  assert_listed (list, "Ana Novak 1");
}

/* While nobody sees it nothing is looked up, and afterwards all that was missed. */
static void
test_unseen (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);

  entity_add (fixture, "p:Vera Orlova");
  assert_listed (list, "Vera Orlova 1");
  tl_entity_list_set_seen (list, FALSE);
  entity_add (fixture, "p:Ana Novak");
  g_assert_false (tl_entity_list_is_pending (list));
  assert_listed (list, "Vera Orlova 1");
  tl_entity_list_set_query (list, "nov", 0, TL_ENTITY_ORDER_NAME);
  g_assert_false (tl_entity_list_is_pending (list));
  tl_entity_list_set_seen (list, TRUE);
  g_assert_true (tl_entity_list_is_pending (list));
  assert_listed (list, "Ana Novak 1");
}

static void
count_cb (gpointer  object G_GNUC_UNUSED,
          guint    *n)
{
  (*n)++;
}

/* What was asked for last counts; a list that goes while it looks does no harm. */
static void
test_given_up (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  TlEntityList *gone = new_list (fixture);
  guint n_found = 0;

  entity_add (fixture, "p:Vera Orlova; p:Ana Novak");
  wait_for (list);
  g_signal_connect (list, "found", G_CALLBACK (count_cb), &n_found);
  g_object_unref (gone);
  for (guint i = 0; i < 8; i++)
    tl_entity_list_set_query (list, i % 2 == 0 ? "ana" : "orlova", 0, TL_ENTITY_ORDER_ARTICLES);
  assert_listed (list, "Vera Orlova 1");
  g_assert_cmpuint (n_found, ==, 1);
  tl_entity_list_set_query (list, "orlova", 0, TL_ENTITY_ORDER_ARTICLES);
  g_assert_false (tl_entity_list_is_pending (list));
}

/* What was there stays where nothing can be looked up, and is looked up again when that can be. */
static void
test_fault (EntityFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);

  entity_add (fixture, "p:Vera Orlova; p:Ana Novak");
  assert_listed (list, "Vera Orlova 1; Ana Novak 1");
  fixture_execute (fixture->path, "ALTER TABLE name RENAME TO other");
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*cannot be read*");
  tl_entity_list_set_query (list, "vera", 0, TL_ENTITY_ORDER_ARTICLES);
  wait_for (list);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  fixture_execute (fixture->path, "ALTER TABLE other RENAME TO name");
  assert_found (list, "ana", "Ana Novak 1");
}

/* ---- offices ---- */

static void
date (EntityFixture *fixture,
      gint64         article_id,
      int            published)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE article SET published = %d WHERE id = %d", published,
                                          (int) article_id);

  fixture_execute (fixture->path, sql);
}

static void
assert_office (EntityFixture *fixture,
               gint64         id,
               const char    *expected)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  g_autoptr(TlEntityRow) row = NULL;
  guint position;

  wait_for (list);
  g_assert_true (tl_entity_list_find (list, id, &position));
  row = g_list_model_get_item (G_LIST_MODEL (list), position);
  while (tl_entity_row_get_office (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_entity_row_get_office (row), ==, expected);
}

/* The newest article that gives an office is right, and not the newest at all. */
static void
test_office (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 newest = entity_add (fixture, "p:Vera Orlova; l:Zagreb");
  gint64 newer = entity_add (fixture, "p:[Minister of Trade]Vera Orlova = Orlova");
  gint64 old = entity_add (fixture, "p:[Mayor]Ana Novak; p:[Deputy]Vera Orlova");
  gint64 orlova = entity_id (fixture, newest, "Vera Orlova");

  date (fixture, newest, 20180301);
  date (fixture, newer, 20170301);
  date (fixture, old, 20160301);
  assert_office (fixture, orlova, "Minister of Trade");
  g_assert_true (tl_library_remove (fixture->library, newer, NULL));
  assert_office (fixture, orlova, "Deputy");
  g_assert_true (tl_library_restore (fixture->library, newer, NULL));
  date (fixture, newer, 20150301);
  assert_office (fixture, orlova, "Deputy");
}

/* A row that is shown gets another one when an article says so. */
static void
test_other_office (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  gint64 old = entity_add (fixture, "p:[Deputy]Vera Orlova");
  g_autoptr(TlEntityRow) row = NULL;
  gint64 newer;

  date (fixture, old, 20160301);
  wait_for (list);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  while (tl_entity_row_get_office (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_entity_row_get_office (row), ==, "Deputy");
  newer = entity_add (fixture, "p:[Minister of Trade]Vera Orlova");
  date (fixture, newer, 20180301);
  while (g_strcmp0 (tl_entity_row_get_office (row), "Minister of Trade") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A view asks for more rows than a person sees, from the top: none of them goes without. */
static void
test_many_offices (EntityFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = new_list (fixture);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (names, "%sp:[Mayor]Vera%c%c Orlova", i > 0 ? "; " : "", 'a' + i / 26, 'a' + i % 26);
  entity_add (fixture, names->str);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 300);
  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));
  for (guint i = 0; i < 300; i++)
    while (tl_entity_row_get_office (rows->pdata[i]) == NULL)
      g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ENTITY_ADD ("list/orders", test_orders);
  ENTITY_ADD ("list/words", test_words);
  ENTITY_ADD ("list/decisions", test_decisions);
  ENTITY_ADD ("list/rows", test_rows);
  ENTITY_ADD ("list/removed", test_removed);
  ENTITY_ADD ("list/unseen", test_unseen);
  ENTITY_ADD ("list/given-up", test_given_up);
  ENTITY_ADD ("list/fault", test_fault);
  ENTITY_ADD ("list/office", test_office);
  ENTITY_ADD ("list/other-office", test_other_office);
  ENTITY_ADD ("list/many-offices", test_many_offices);

  return g_test_run ();
}
