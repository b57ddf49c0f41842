/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of one entity: its names and whose they are, its office, and what is named beside
 * it, or beside several. */

#include "entity-fixture.h"
#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-entity-list.h"

static void
wait_for (EntityFixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
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

/* "3: OSCE 2; Zagreb 1": in three articles, and what they name besides. */
static void
assert_beside (EntityFixture *fixture,
               gint64         id,
               gint64         other,
               guint          limit,
               const char    *expected)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) shown = g_string_new (NULL);
  guint n_articles = G_MAXUINT;

  g_array_append_val (ids, id);
  if (other != 0)
    g_array_append_val (ids, other);
  tl_library_load_companions_async (fixture->library, ids, limit, NULL, entity_result_cb, fixture);
  wait_for (fixture);
  found = tl_library_load_companions_finish (fixture->library, fixture->result, &n_articles, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_string_append_printf (shown, "%u:", n_articles);
  for (guint i = 0; i < found->len; i++)
    {
      const TlCompanion *companion = g_ptr_array_index (found, i);

      g_string_append_printf (shown, "%s %s %u", i > 0 ? ";" : "", companion->name, companion->n_shared);
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_beside (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel = Ferrum Steel; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 ferrum = entity_id (fixture, first, "Ferrum Steel");
  gint64 zagreb = entity_id (fixture, first, "Zagreb");
  gint64 third;

  entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel; o:Delta Works; e:Autumn Fair");
  third = entity_add (fixture, "p:Vera Orlova; o:Delta Works; o:Ferrum Steel");
  entity_add (fixture, "l:Zagreb; o:Delta Works; o:Ferrum Steel");
  assert_beside (fixture, orlova, 0, 9, "3: Ferrum Steel 3; Delta Works 2; Zagreb 1; Autumn Fair 1");
  assert_beside (fixture, orlova, 0, 2, "3: Ferrum Steel 3; Delta Works 2");
  assert_beside (fixture, orlova, ferrum, 9, "3: Delta Works 2; Zagreb 1; Autumn Fair 1");
  assert_beside (fixture, orlova, zagreb, 9, "1: Ferrum Steel 1");
  assert_beside (fixture, G_MAXINT64, 0, 9, "0:");

  g_assert_true (tl_library_remove (fixture->library, third, NULL));
  assert_beside (fixture, orlova, 0, 9, "2: Ferrum Steel 2; Zagreb 1; Delta Works 1; Autumn Fair 1");
}

/* Those that were joined count as one, and what is nothing does not count. */
static void
test_beside_joined (EntityFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel; o:Ferrum Group");
  gint64 second = entity_add (fixture, "p:Ana Novak; o:Ferrum Group; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 steel = entity_id (fixture, first, "Ferrum Steel");
  gint64 group = entity_id (fixture, first, "Ferrum Group");
  gint64 novak = entity_id (fixture, second, "Ana Novak");
  gint64 zagreb = entity_id (fixture, second, "Zagreb");
  gint64 act;

  merge (fixture, group, steel);
  assert_beside (fixture, orlova, 0, 9, "1: Ferrum Steel 1");
  act = merge (fixture, novak, orlova);
  assert_beside (fixture, orlova, 0, 9, "2: Ferrum Steel 2; Zagreb 1");
  assert_beside (fixture, novak, 0, 9, "2: Ferrum Steel 2; Zagreb 1");
  tl_library_dismiss_entity_async (fixture->library, steel, NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_beside (fixture, orlova, 0, 1, "2: Zagreb 1");
  assert_beside (fixture, zagreb, 0, 9, "1: Vera Orlova 1");
  undo (fixture, act);
  assert_beside (fixture, orlova, 0, 9, "1:");
}

static void
test_given_up (EntityFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:Vera Orlova; o:Ferrum Steel");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  g_array_append_val (ids, orlova);
  tl_library_load_companions_async (fixture->library, ids, 9, cancellable, entity_result_cb, fixture);
  g_cancellable_cancel (cancellable);
  wait_for (fixture);
  found = tl_library_load_companions_finish (fixture->library, fixture->result, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found);
  g_clear_object (&fixture->result);
}

/* ---- whatever is decided ---- */

#define N_NAMES    9
#define N_ARTICLES 24
#define N_ROUNDS   24

static const char *const names[N_NAMES] = {
  "p:Vera Orlova", "p:Ana Novak", "p:Ivo Horvat", "o:Ferrum Steel", "o:Delta Works", "o:Élan Bank", "l:Zagreb",
  "l:Lima", "e:Autumn Fair",
};

static gint64
add_random (EntityFixture *fixture)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint n = (guint) g_test_rand_int_range (1, 6), first = (guint) g_test_rand_int_range (0, N_NAMES);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", names[(first + i * 2) % N_NAMES]);
  return entity_add (fixture, list->str);
}

static gboolean
names_all (GHashTable *article,
           GArray     *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (article, &g_array_index (ids, gint64, i)))
      return FALSE;
  return TRUE;
}

/* What each article that is there names, as a reader sees it. */
static GPtrArray *
look_at_all (EntityFixture *fixture)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  GListModel *list = tl_library_get_articles (fixture->library);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (list, i);
      g_autoptr(TlArticle) article =
        tl_library_load_article (fixture->library, tl_article_item_get_id (item), NULL);
      GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      GPtrArray *entities = tl_article_get_entities (article);

      for (guint k = 0; k < entities->len; k++)
        {
          gint64 id = tl_entity_get_id (entities->pdata[k]);

          g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
        }
      g_ptr_array_add (articles, ids);
    }
  return articles;
}

static guint
count_beside (GPtrArray *articles,
              GArray    *ids,
              gint64     other)
{
  guint n = 0;

  for (guint i = 0; i < articles->len; i++)
    n += names_all (articles->pdata[i], ids) && (other == 0 || g_hash_table_contains (articles->pdata[i], &other));
  return n;
}

static void
check_beside (EntityFixture *fixture,
              GPtrArray     *articles,
              GArray        *ids)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) found = NULL;
  guint n_articles, last = G_MAXUINT;

  tl_library_load_companions_async (fixture->library, ids, 100, NULL, entity_result_cb, fixture);
  wait_for (fixture);
  found = tl_library_load_companions_finish (fixture->library, fixture->result, &n_articles, NULL);
  g_clear_object (&fixture->result);
  g_assert_cmpuint (n_articles, ==, count_beside (articles, ids, 0));
  for (guint i = 0; i < found->len; i++)
    {
      const TlCompanion *companion = found->pdata[i];

      g_assert_cmpuint (companion->n_shared, ==, count_beside (articles, ids, companion->id));
      g_assert_cmpuint (companion->n_shared, <=, last);
      last = companion->n_shared;
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&companion->id, sizeof companion->id)));
    }
  for (guint i = 0; i < ids->len; i++)
    g_assert_false (g_hash_table_contains (seen, &g_array_index (ids, gint64, i)));
  /* Nothing is left out. */
  for (guint i = 0; i < articles->len; i++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, articles->pdata[i]);
      while (names_all (articles->pdata[i], ids) && g_hash_table_iter_next (&iter, &id, NULL))
        g_assert_true (g_hash_table_contains (seen, id) || *(gint64 *) id == g_array_index (ids, gint64, 0) ||
                       *(gint64 *) id == g_array_index (ids, gint64, ids->len - 1));
    }
}

static void
settle (TlEntityList *list)
{
  while (tl_entity_list_is_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

/* The list has those that articles name, each with as many as do. */
static void
check_list (TlEntityList *list,
            GPtrArray    *articles)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint last = G_MAXUINT;

  settle (list);
  for (guint i = 0; i < articles->len; i++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, articles->pdata[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (all, id);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, g_hash_table_size (all));
  for (guint i = 0; i < g_hash_table_size (all); i++)
    {
      g_autoptr(TlEntityRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      gint64 id = tl_entity_row_get_id (row);
      g_autoptr(GArray) ids = g_array_append_val (g_array_new (FALSE, FALSE, sizeof (gint64)), id);

      g_assert_cmpuint (tl_entity_row_get_n_articles (row), ==, count_beside (articles, ids, 0));
      g_assert_cmpuint (tl_entity_row_get_n_articles (row), <=, last);
      last = tl_entity_row_get_n_articles (row);
    }
}

static gint64
pick (TlEntityList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  return tl_entity_list_get_id (list, (guint) g_test_rand_int_range (0, (gint32) n));
}

/* Does something, and returns by what it is undone; 0 where that is nothing. */
static gint64
do_something (EntityFixture *fixture,
              TlEntityList  *list,
              gint64        *articles)
{
  gint64 article = articles[g_test_rand_int_range (0, N_ARTICLES)];

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
    case 1:
      return merge (fixture, pick (list), pick (list));
    case 2:
      tl_library_dismiss_entity_async (fixture->library, pick (list), NULL, entity_result_cb, fixture);
      return entity_decided (fixture);
    case 3:
      tl_library_split_article_async (fixture->library, pick (list), article, NULL, entity_result_cb, fixture);
      return entity_decided (fixture);
    case 4:
      tl_library_restore (fixture->library, article, NULL);
      return 0;
    default:
      tl_library_remove (fixture->library, article, NULL);
      return 0;
    }
}

/* What is shown is what one gets by looking at every article. */
static void
test_random (EntityFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlEntityList) list = tl_entity_list_new (fixture->library);
  gint64 articles[N_ARTICLES], act = 0;

  for (guint i = 0; i < N_ARTICLES; i++)
    articles[i] = add_random (fixture);
  tl_entity_list_set_query (list, "", 0, TL_ENTITY_ORDER_ARTICLES);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr(GPtrArray) all = look_at_all (fixture);
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      gint64 id;

      check_list (list, all);
      if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
        break;
      id = pick (list);
      g_array_append_val (ids, id);
      check_beside (fixture, all, ids);
      id = pick (list);
      g_array_append_val (ids, id);
      check_beside (fixture, all, ids);
      if (act != 0 && g_test_rand_bit ())
        undo (fixture, act);
      settle (list);
      act = g_list_model_get_n_items (G_LIST_MODEL (list)) > 0 ? do_something (fixture, list, articles) : 0;
    }
}

/* ---- one ---- */

static TlEntityProfile *
load (EntityFixture *fixture,
      gint64         id)
{
  TlEntityProfile *profile;
  g_autoptr(GError) error = NULL;

  tl_library_load_profile_async (fixture->library, id, NULL, entity_result_cb, fixture);
  wait_for (fixture);
  profile = tl_library_load_profile_finish (fixture->library, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  return profile;
}

/* "Vera Orlova 2; Novak 1*": the last is the name of what was joined. */
static void
assert_names (EntityFixture *fixture,
              gint64         id,
              const char    *expected)
{
  g_autoptr(TlEntityProfile) profile = load (fixture, id);
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < profile->names->len; i++)
    {
      const TlProfileName *name = g_ptr_array_index (profile->names, i);

      g_string_append_printf (shown, "%s%s %u%s", i > 0 ? "; " : "", name->text, name->n_articles,
                              name->part_id != profile->known->id ? "*" : "");
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_profile (EntityFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  gint64 first = entity_add (fixture, "p:[Mayor]Vera Orlova = Orlova; p:Vera Novak; l:Zagreb");
  gint64 second = entity_add (fixture, "p:Vera Orlova = V. Orlova; l:Zagreb");
  gint64 orlova = entity_id (fixture, first, "Vera Orlova");
  gint64 novak = entity_id (fixture, first, "Vera Novak");
  gint64 zagreb = entity_id (fixture, first, "Zagreb");
  g_autoptr(TlEntityProfile) person = load (fixture, orlova);
  g_autoptr(TlEntityProfile) place = load (fixture, zagreb);
  g_autoptr(TlEntityProfile) joined = NULL;

  g_assert_cmpint (person->known->type, ==, TL_ENTITY_PERSON);
  g_assert_cmpstr (person->known->name, ==, "Vera Orlova");
  g_assert_cmpuint (person->known->n_articles, ==, 2);
  g_assert_cmpstr (person->office, ==, "Mayor");
  g_assert_cmpuint (person->parts->len, ==, 0);
  g_assert_null (place->office);
  g_assert_null (load (fixture, G_MAXINT64));
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");

  merge (fixture, novak, orlova);
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1; Vera Novak 1*");
  joined = load (fixture, novak);
  g_assert_cmpint (joined->known->id, ==, orlova);
  g_assert_cmpuint (joined->parts->len, ==, 1);
  g_assert_cmpint (g_array_index (joined->parts, gint64, 0), ==, novak);

  /* What is somebody else's is no name of this one. */
  tl_library_split_name_async (fixture->library, orlova, "Vera Novak", NULL, entity_result_cb, fixture);
  entity_decided (fixture);
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");
  assert_names (fixture, novak, "Vera Novak 1");

  g_assert_true (tl_library_remove (fixture->library, second, NULL));
  assert_names (fixture, orlova, "Orlova 1; Vera Orlova 1");
  g_assert_true (tl_library_restore (fixture->library, second, NULL));
  assert_names (fixture, orlova, "Vera Orlova 2; Orlova 1; V. Orlova 1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ENTITY_ADD ("companions/beside", test_beside);
  ENTITY_ADD ("companions/joined", test_beside_joined);
  ENTITY_ADD ("companions/given-up", test_given_up);
  ENTITY_ADD ("companions/random", test_random);
  ENTITY_ADD ("profile", test_profile);

  return g_test_run ();
}
