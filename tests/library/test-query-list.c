/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that follow a query: what they show is what one gets by looking at every article. */

#include <string.h>

#include "library-fixture.h"
#include "tl-article-facets.h"
#include "tl-library-entities.h"
#include "tl-library-facts.h"
#include "tl-packed-ids.h"
#include "tl-query-list.h"
#include "tl-search-query.h"
#include "tl-sort-key.h"

typedef struct
{
  char      *folder;            /* owned */
  char      *path;              /* owned */
  TlLibrary *library;           /* owned */
  GPtrArray *rows;              /* owned: Row, all that were ever added */
} Fixture;

/* What is known of an article without asking the library. */
typedef struct
{
  gint64    id;
  char     *title;              /* owned */
  char     *publisher;          /* owned, or NULL */
  char     *language;           /* owned, or NULL */
  int       published;
  guint     n_figures;
  char     *text;               /* owned */
  gboolean  names_olga;
  gboolean  is_removed;
  gboolean  is_reviewed;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->publisher);
  g_free (row->language);
  g_free (row->text);
  g_free (row);
}

static void
setup (Fixture       *fixture,
       gconstpointer  data G_GNUC_UNUSED)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.sqlite", NULL);
  fixture->library = fixture_open (fixture->path);
  fixture->rows = g_ptr_array_new_with_free_func (row_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->library);
  g_ptr_array_unref (fixture->rows);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

/* ---- articles ---- */

static const char figure[] =
  "{ \"quote\": \"q\", \"sentence\": \"s\", \"offset\": 0, \"length\": 1, \"flow\": \"turnover\","
  " \"partners\": [\"BY\", \"KZ\"], \"scope\": \"national\", \"start\": \"2018-01\","
  " \"end\": \"2018-12\", \"value\": 1000000, \"high\": null, \"currency\": \"EUR\","
  " \"precision\": \"exact\", \"status\": \"reported\", \"change\": null,"
  " \"change_against\": null, \"speaker\": null }";

static char *
quote (const char *string)
{
  return string != NULL ? g_strdup_printf ("\"%s\"", string) : g_strdup ("null");
}

static char *
make_date (int published)
{
  return published == 0 ? g_strdup ("null")
                        : g_strdup_printf ("\"%04d-%02d-%02d\"", published / 10000,
                                           published / 100 % 100, published % 100);
}

static void
add_row (Fixture *fixture,
         Row     *row)
{
  g_autofree char *publisher = quote (row->publisher);
  g_autofree char *language = quote (row->language);
  g_autofree char *date = make_date (row->published);
  const char *entities =
    row->names_olga ? "{ \"type\": \"person\", \"name\": \"Olga Petrova\", \"mentions\":"
                      " [{ \"text\": \"Olga Petrova\", \"offset\": 0, \"length\": 12 }] }" : "";
  g_autofree char *json = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) figures = g_string_new (NULL);

  for (guint i = 0; i < row->n_figures; i++)
    g_string_append_printf (figures, "%s%s", i > 0 ? ", " : "", figure);
  row->text = g_strdup_printf ("%s%s. Said in the hall, and no more.",
                               row->names_olga ? "Olga Petrova spoke: " : "", row->title);
  json = g_strdup_printf ("{ \"file\": \"file:///a.txt\", \"title\": \"%s\", \"published\": %s,"
                          " \"url\": null, \"language\": %s, \"publisher\": %s, \"author\": null,"
                          " \"text\": \"%s\", \"figures\": [%s], \"entities\": [%s],"
                          " \"amounts\": [], \"dates\": [] }",
                          row->title, date, language, publisher, row->text, figures->str, entities);
  article = fixture_read (json);
  row->id = tl_library_add (fixture->library, article, &error);
  g_assert_no_error (error);
  /* What the library made of them counts. */
  row->n_figures = tl_article_get_figures (article)->len;
  g_ptr_array_add (fixture->rows, row);
}

static void
add_random (Fixture *fixture,
            GRand   *rand)
{
  static const char *const starts[] = { "The harvest", "“A harbour", "Ørsted", "Заря", "a road",
                                        "Éclair", "10 tons", "9 tons", "Zinc" };
  static const char *const publishers[] = { "Adria Press", "The Baltic Post", "Вести", NULL };
  static const char *const languages[] = { "en", "de", "ru", NULL };
  Row *row = g_new0 (Row, 1);

  row->title = g_strdup_printf ("%s of day %u", starts[g_rand_int_range (rand, 0, 9)],
                                fixture->rows->len);
  row->publisher = g_strdup (publishers[g_rand_int_range (rand, 0, 4)]);
  row->language = g_strdup (languages[g_rand_int_range (rand, 0, 4)]);
  row->published = g_rand_int_range (rand, 0, 6) == 0
                   ? 0 : 20100000 + g_rand_int_range (rand, 0, 12) * 10000 +
                         g_rand_int_range (rand, 1, 13) * 100 + g_rand_int_range (rand, 1, 29);
  row->n_figures = (guint) g_rand_int_range (rand, 0, 6) % 4;
  row->names_olga = g_rand_int_range (rand, 0, 3) == 0;
  add_row (fixture, row);
}

/* ---- the reference ---- */

static gboolean
has_words (const Row  *row,
           const char *words)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(GArray) places = tl_search_query_find_in_text (query, row->text);

  return places->len > 0;
}

static gboolean
matches (const Row            *row,
         const TlArticleQuery *query)
{
  GPtrArray *publishers = tl_article_query_get_publishers (query);
  const char *language = tl_article_query_get_language (query);
  int from = tl_article_query_get_from (query).year, to = tl_article_query_get_to (query).year;

  if (row->is_removed)
    return FALSE;
  if (publishers->len > 0 &&
      !tl_article_query_has_publisher (query, row->publisher != NULL ? row->publisher : ""))
    return FALSE;
  if (language != NULL && g_strcmp0 (language, row->language != NULL ? row->language : "") != 0)
    return FALSE;
  if ((from != 0 || to != 0) &&
      (row->published == 0 || row->published / 10000 < from ||
       (to != 0 && row->published / 10000 > to)))
    return FALSE;
  if (tl_article_query_get_entities (query)->len > 0 && !row->names_olga)
    return FALSE;
  if (*tl_article_query_get_partner (query, 0) != '\0' && row->n_figures == 0)
    return FALSE;
  if (tl_article_query_has_filter (query, TL_FILTER_FIGURES) && row->n_figures == 0)
    return FALSE;
  if (tl_article_query_has_filter (query, TL_FILTER_TO_REVIEW) &&
      (row->n_figures == 0 || row->is_reviewed))
    return FALSE;
  return *tl_article_query_get_words (query) == '\0' ||
         has_words (row, tl_article_query_get_words (query));
}

static int
compare_texts (const Row  *row,
               const Row  *other,
               const char *text,
               const char *other_text,
               gboolean    is_title)
{
  g_autoptr(GBytes) key = tl_sort_key_new (text, is_title ? row->language : NULL);
  g_autoptr(GBytes) other_key = tl_sort_key_new (other_text, is_title ? other->language : NULL);

  return g_bytes_compare (key, other_key);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Row *row = *(Row **) a, *other = *(Row **) b;
  TlArticleOrder order = GPOINTER_TO_INT (user_data);
  int result = 0;

  if (order == TL_ORDER_TITLE)
    result = compare_texts (row, other, row->title, other->title, TRUE);
  else if (order == TL_ORDER_PUBLISHER)
    result = compare_texts (row, other, row->publisher, other->publisher, FALSE);
  else if (order == TL_ORDER_FIGURES)
    result = (int) other->n_figures - (int) row->n_figures;
  else if (order == TL_ORDER_OLDEST && row->published != other->published &&
           row->published != 0 && other->published != 0)
    return row->published - other->published;
  if (result != 0)
    return result;
  if (row->published != other->published)
    return other->published - row->published;
  if (order == TL_ORDER_OLDEST && row->published != 0)
    return row->id > other->id ? -1 : 1;
  return row->id < other->id ? -1 : 1;
}

static void
wait_for (TlQueryList *list)
{
  while (tl_query_list_is_pending (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_is (TlQueryList          *list,
           Fixture              *fixture,
           const TlArticleQuery *query)
{
  g_autoptr(GPtrArray) expected = g_ptr_array_new ();
  gboolean is_ranked = tl_article_query_get_order (query) == TL_ORDER_RELEVANCE &&
                       tl_article_query_has_filter (query, TL_FILTER_WORDS);

  wait_for (list);
  for (guint i = 0; i < fixture->rows->len; i++)
    if (matches (fixture->rows->pdata[i], query))
      g_ptr_array_add (expected, fixture->rows->pdata[i]);
  g_ptr_array_sort_with_data (expected, compare_rows,
                              GINT_TO_POINTER (tl_article_query_get_order (query)));
  g_test_message ("order %d, words “%s”, %u articles", tl_article_query_get_order (query),
                  tl_article_query_get_words (query), expected->len);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      Row *row = expected->pdata[i];
      guint position;

      if (is_ranked)
        g_assert_true (tl_query_list_find (list, row->id, &position));
      else
        g_assert_cmpint (tl_query_list_get_id (list, i), ==, row->id);
    }
}

/* ---- queries ---- */

static void
randomize (TlArticleQuery *query,
           GRand          *rand,
           gint64          olga)
{
  tl_article_query_set_order (query, g_rand_int_range (rand, 0, TL_N_ORDERS));
  if (g_rand_int_range (rand, 0, 3) == 0)
    tl_article_query_set_publisher (query, "The Baltic Post", TRUE);
  if (g_rand_int_range (rand, 0, 4) == 0)
    tl_article_query_set_publisher (query, "", TRUE);
  if (g_rand_int_range (rand, 0, 4) == 0)
    tl_article_query_set_language (query, g_rand_boolean (rand) ? "ru" : "");
  if (g_rand_int_range (rand, 0, 3) == 0)
    tl_article_query_set_period (query, (TlDate) { 2013, 0, 0 },
                                 g_rand_boolean (rand) ? (TlDate) { 2017, 0, 0 } : TL_DATE_NONE);
  if (olga != 0 && g_rand_int_range (rand, 0, 4) == 0)
    tl_article_query_set_entity (query, olga, TRUE);
  if (g_rand_int_range (rand, 0, 5) == 0)
    tl_article_query_set_pair (query, "KZ", "BY");
  tl_article_query_set_has_figures (query, g_rand_int_range (rand, 0, 4) == 0);
  tl_article_query_set_to_review (query, g_rand_int_range (rand, 0, 4) == 0);
  if (g_rand_int_range (rand, 0, 4) == 0)
    tl_article_query_set_words (query, g_rand_boolean (rand) ? "harbour" : "заря");
}

static void
found_entity_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GPtrArray **) user_data = tl_library_find_entities_finish (TL_LIBRARY (source_object), result,
                                                               NULL);
}

static gint64
find_olga (Fixture *fixture)
{
  g_autoptr(GPtrArray) found = NULL;

  tl_library_find_entities_async (fixture->library, TL_ANY_ENTITY_TYPE, "petrova", 1, NULL,
                                  found_entity_cb, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (found->len, ==, 1);
  return ((TlKnownEntity *) found->pdata[0])->id;
}

static void
test_queries (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  g_autoptr(TlQueryList) list = NULL;
  gint64 olga;

  for (guint i = 0; i < 90; i++)
    add_random (fixture, rand);
  olga = find_olga (fixture);
  list = tl_query_list_new (fixture->library);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(TlArticleQuery) query = tl_article_query_new ();

      randomize (query, rand, olga);
      tl_query_list_set_query (list, query);
      assert_is (list, fixture, query);
    }
}

/* ---- changes ---- */

/* What a widget knows that follows a list only by what it is told. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GArray     *ids)
{
  g_assert_cmpuint (position + n_removed, <=, ids->len);
  if (n_removed > 0)
    g_array_remove_range (ids, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    {
      gint64 id = tl_query_list_get_id (TL_QUERY_LIST (model), i);

      g_array_insert_val (ids, i, id);
    }
  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (model));
}

static void
done_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  tl_library_correct_finish (TL_LIBRARY (source_object), result, user_data, NULL, &error);
  g_assert_no_error (error);
}

static gint64
review (Fixture  *fixture,
        gint64    id,
        gboolean  is_reviewed)
{
  gint64 act = 0;

  tl_library_set_reviewed_async (fixture->library, id, is_reviewed, NULL, done_cb, &act);
  while (act == 0)
    g_main_context_iteration (NULL, TRUE);
  return act;
}

static void
change_one (Fixture     *fixture,
            TlQueryList *list,
            GRand       *rand)
{
  guint position;
  Row *row = fixture->rows->pdata[g_rand_int_range (rand, 0, (int) fixture->rows->len)];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (!row->is_removed)
        g_assert_true (tl_library_remove (fixture->library, row->id, NULL));
      row->is_removed = TRUE;
      /* It is not waited for. */
      g_assert_false (tl_query_list_find (list, row->id, &position));
      break;
    case 1:
      g_assert_true (tl_library_restore (fixture->library, row->id, NULL));
      row->is_removed = FALSE;
      break;
    case 2:
      if (row->is_removed)
        break;
      row->is_reviewed = !row->is_reviewed;
      review (fixture, row->id, row->is_reviewed);
      break;
    default:
      add_random (fixture, rand);
    }
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);
  g_autoptr(TlQueryList) list = NULL;
  g_autoptr(GArray) seen = NULL;
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  for (guint i = 0; i < 40; i++)
    add_random (fixture, rand);
  list = tl_query_list_new (fixture->library);
  seen = tl_query_list_dup_ids (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), seen);
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr(GArray) ids = NULL;

      if (i % 10 == 0)
        {
          g_autoptr(TlArticleQuery) other = tl_article_query_new ();

          randomize (other, rand, 0);
          tl_article_query_free (query);
          query = g_steal_pointer (&other);
          tl_query_list_set_query (list, query);
        }
      change_one (fixture, list, rand);
      assert_is (list, fixture, query);
      ids = tl_query_list_dup_ids (list);
      g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), seen->data,
                       seen->len * sizeof (gint64));
    }
  g_signal_handlers_disconnect_by_data (list, seen);
}

static void
count_cb (GListModel *model G_GNUC_UNUSED,
          guint       position G_GNUC_UNUSED,
          guint       n_removed,
          guint       n_added,
          guint      *n_touched)
{
  *n_touched += n_removed + n_added;
}

/* One more article is one more row, wherever it stands. */
static void
test_few_touched (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (10);
  g_autoptr(TlQueryList) list = NULL;
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  guint n_touched = 0;

  for (guint i = 0; i < 60; i++)
    add_random (fixture, rand);
  list = tl_query_list_new (fixture->library);
  tl_article_query_set_order (query, TL_ORDER_TITLE);
  tl_query_list_set_query (list, query);
  wait_for (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n_touched);
  for (guint i = 0; i < 20; i++)
    {
      add_random (fixture, rand);
      wait_for (list);
    }
  g_assert_cmpuint (n_touched, ==, 20);
  g_signal_handlers_disconnect_by_data (list, &n_touched);
}

/* ---- reviews ---- */

static void
test_review (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(TlQueryList) list = NULL;
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  g_autoptr(TlArticleItem) item = NULL;
  Row *row = g_new0 (Row, 1);
  gint64 act, undone = 0;

  row->title = g_strdup ("Harbour");
  row->n_figures = 1;
  add_row (fixture, row);
  g_assert_cmpuint (row->n_figures, ==, 1);
  list = tl_query_list_new (fixture->library);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (tl_article_item_get_to_review (item));
  tl_article_query_set_to_review (query, TRUE);
  tl_query_list_set_query (list, query);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);

  act = review (fixture, row->id, TRUE);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  tl_library_undo_correction_async (fixture->library, act, TRUE, NULL, done_cb, &undone);
  while (undone == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

/* ---- facets ---- */

static void
counted_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(TlArticleFacets **) user_data =
    tl_library_count_facets_finish (TL_LIBRARY (source_object), result, NULL);
}

static void
test_facets (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  g_autoptr(TlArticleFacets) facets = NULL;

  for (guint i = 0; i < 60; i++)
    add_random (fixture, rand);
  tl_article_query_set_publisher (query, "The Baltic Post", TRUE);
  tl_library_count_facets_async (fixture->library, query, NULL, counted_cb, &facets);
  while (facets == NULL)
    g_main_context_iteration (NULL, TRUE);

  /* Of publishers all are offered, of the rest what the chosen one has. */
  g_assert_cmpuint (facets->publishers->len, ==, 4);
  g_assert_cmpstr (g_array_index (facets->publishers, TlFacet, 0).name, ==, "Adria Press");
  g_assert_cmpstr (g_array_index (facets->publishers, TlFacet, 1).name, ==, "The Baltic Post");
  g_assert_cmpstr (g_array_index (facets->publishers, TlFacet, 2).name, ==, "Вести");
  g_assert_cmpstr (g_array_index (facets->publishers, TlFacet, 3).name, ==, "");
  for (guint i = 0; i < facets->languages->len; i++)
    {
      const TlFacet *facet = &g_array_index (facets->languages, TlFacet, i);
      guint n = 0;

      for (guint j = 0; j < fixture->rows->len; j++)
        {
          const Row *row = fixture->rows->pdata[j];

          n += g_strcmp0 (row->publisher, "The Baltic Post") == 0 &&
               g_str_equal (row->language != NULL ? row->language : "", facet->name);
        }
      g_assert_cmpuint (facet->n_articles, ==, n);
    }
}

/* ---- keys ---- */

static void
test_sort_keys (void)
{
  static const char *const in_order[][2] = {
    { "9 tons", "en" }, { "10 tons", "en" }, { "“A Bee”", "en" }, { "Die Biene", "de" },
    { "Die Hard", "en" }, { "L’eau", "fr" }, { "Echo", "en" }, { "Éclair", "fr" },
    { "The", "en" }, { "Über", "de" }, { "Zinc", NULL }, { "Ωmega", "el" }, { "Заря", "ru" },
    { "中国", "zh" }, { NULL, NULL },
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (in_order); i++)
    {
      g_autoptr(GBytes) key = tl_sort_key_new (in_order[i][0], in_order[i][1]);
      g_autoptr(GBytes) next = tl_sort_key_new (in_order[i + 1][0], in_order[i + 1][1]);

      g_test_message ("%s, %s", in_order[i][0], in_order[i + 1][0]);
      g_assert_cmpint (g_bytes_compare (key, next), <, 0);
    }
}

/* Whatever ids a file has, they are kept; small ones in half the room. */
static void
test_packed (void)
{
  static const gint64 ids[] = { 7, G_MAXUINT32, 1, G_GINT64_CONSTANT (137438953471) };

  for (guint n = 0; n <= G_N_ELEMENTS (ids); n++)
    {
      g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(GArray) packed = NULL, unpacked = NULL;

      g_array_append_vals (all, ids, n);
      g_assert_cmpuint (tl_packed_ids_get_size (all), ==, n < G_N_ELEMENTS (ids) ? 4 : 8);
      packed = tl_packed_ids_new (all, tl_packed_ids_get_size (all));
      unpacked = tl_packed_ids_unpack (packed);
      g_assert_cmpuint (unpacked->len, ==, n);
      for (guint i = 0; i < n; i++)
        g_assert_true (tl_packed_ids_get (packed, i) == ids[i] && g_array_index (unpacked, gint64, i) == ids[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/query-list/queries", Fixture, NULL, setup, test_queries, tear_down);
  g_test_add ("/query-list/changes", Fixture, NULL, setup, test_changes, tear_down);
  g_test_add ("/query-list/few-touched", Fixture, NULL, setup, test_few_touched, tear_down);
  g_test_add ("/query-list/review", Fixture, NULL, setup, test_review, tear_down);
  g_test_add ("/query-list/facets", Fixture, NULL, setup, test_facets, tear_down);
  g_test_add_func ("/query-list/sort-keys", test_sort_keys);
  g_test_add_func ("/query-list/packed", test_packed);

  return g_test_run ();
}
