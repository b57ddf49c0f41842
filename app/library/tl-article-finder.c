/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which articles a query asks for, in its order.  Each filter gives a set, by an index that holds
 * all it needs; the order is that of another such index, of which those in all sets are taken.
 * What this costs grows with the library and not with how the filters are combined, and no
 * article's row is read: some ten milliseconds for a hundred thousand.
 */

#include "tl-article-finder.h"

#include "tl-search.h"
#include "tl-sort-key.h"

/* Puts the articles of the rows that a statement gives into a set. */
static gboolean
add_rows (TlArticleSet  *set,
          TlDatabase    *database,
          TlStatement   *statement,
          GError       **error)
{
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_publisher (TlArticleSet  *set,
               TlDatabase    *database,
               const char    *publisher,
               GError       **error)
{
  g_autoptr(GBytes) key = tl_sort_key_new (publisher, NULL);
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_by_publisher"
                       " WHERE removed_at IS NULL AND publisher_key = ? AND publisher IS ?",
                       "bs", key, *publisher != '\0' ? publisher : NULL);

  return add_rows (set, database, statement, error);
}

static gboolean
add_publishers (TlArticleSet          *set,
                TlDatabase            *database,
                const TlArticleQuery  *query,
                GError               **error)
{
  GPtrArray *publishers = tl_article_query_get_publishers (query);

  for (guint i = 0; i < publishers->len; i++)
    if (!add_publisher (set, database, g_ptr_array_index (publishers, i), error))
      return FALSE;
  return TRUE;
}

/* The last number that a year, a month or a day is stored as. */
static gint64
get_end (TlDate date)
{
  if (date.year == 0)
    return TL_ARTICLE_KEY_MAX_DATE;
  return date.year * 10000 + (date.month != 0 ? date.month : 99) * 100 +
         (date.day != 0 ? date.day : 99);
}

static gboolean
add_period (TlArticleSet          *set,
            TlDatabase            *database,
            const TlArticleQuery  *query,
            GError               **error)
{
  gint64 from = tl_date_pack (tl_article_query_get_from (query));
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_by_date"
                       " WHERE removed_at IS NULL AND published BETWEEN ? AND ?",
                       "ii", MAX (from, 1), get_end (tl_article_query_get_to (query)));

  return add_rows (set, database, statement, error);
}

static gboolean
add_language (TlArticleSet          *set,
              TlDatabase            *database,
              const TlArticleQuery  *query,
              GError               **error)
{
  const char *language = tl_article_query_get_language (query);
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_by_language"
                       " WHERE removed_at IS NULL AND language IS ?",
                       "s", *language != '\0' ? language : NULL);

  return add_rows (set, database, statement, error);
}

static gboolean
add_entity (TlArticleSet  *set,
            TlDatabase    *database,
            gint64         id,
            GError       **error)
{
  /* It may have been made a part of another since it was asked for. */
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "WITH root AS (SELECT main AS id FROM entity WHERE id = ?)"
                       " SELECT article_id FROM mention WHERE entity_id IN"
                       " (SELECT id FROM root UNION ALL"
                       "  SELECT entity.id FROM entity, root"
                       "   WHERE entity.main = root.id AND entity.main != entity.id)",
                       "i", id);

  return add_rows (set, database, statement, error);
}

static gboolean
add_entities (TlArticleSet          *set,
              TlDatabase            *database,
              const TlArticleQuery  *query,
              GError               **error)
{
  GArray *entities = tl_article_query_get_entities (query);

  for (guint i = 0; i < entities->len; i++)
    {
      gint64 id = g_array_index (entities, gint64, i);
      g_autoptr(TlArticleSet) others = i > 0 ? tl_article_set_new () : NULL;

      if (!add_entity (i > 0 ? others : set, database, id, error))
        return FALSE;
      if (others != NULL)
        tl_article_set_intersect (set, others);
    }
  return TRUE;
}

static gboolean
add_pair (TlArticleSet          *set,
          TlDatabase            *database,
          const TlArticleQuery  *query,
          GError               **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT article_id FROM figure INDEXED BY figure_by_pair"
                       " WHERE first = ? AND second = ?",
                       "ss", tl_article_query_get_partner (query, 0),
                       tl_article_query_get_partner (query, 1));

  return add_rows (set, database, statement, error);
}

static gboolean
add_with_figures (TlArticleSet  *set,
                  TlDatabase    *database,
                  GError       **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_by_figures"
                       " WHERE removed_at IS NULL AND n_figures > 0",
                       "");

  return add_rows (set, database, statement, error);
}

static gboolean
add_to_review (TlArticleSet  *set,
               TlDatabase    *database,
               GError       **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_to_review"
                       " WHERE removed_at IS NULL AND n_figures > 0 AND NOT is_reviewed",
                       "");

  return add_rows (set, database, statement, error);
}

static gboolean
add_words (TlArticleSets         *self,
           TlDatabase            *database,
           const TlArticleQuery  *query,
           GError               **error)
{
  g_autoptr(TlSearchQuery) words = tl_search_query_new (tl_article_query_get_words (query));
  g_autoptr(TlSearchHits) hits = NULL;

  /* Nothing but marks, say: nothing is looked for yet. */
  if (tl_search_query_is_empty (words))
    {
      g_clear_pointer (&self->sets[TL_FILTER_WORDS], tl_article_set_free);
      return TRUE;
    }
  hits = tl_search_run (database, words, 0, self->cancellable, error);
  tl_database_set_cancellable (database, self->cancellable);
  if (hits == NULL)
    return FALSE;
  self->ranked = g_array_ref (tl_search_hits_get_ids (hits));
  for (guint i = 0; i < self->ranked->len; i++)
    tl_article_set_add (self->sets[TL_FILTER_WORDS], g_array_index (self->ranked, gint64, i));
  return TRUE;
}

static gboolean
add_filter (TlArticleSets         *self,
            TlArticleFilter        filter,
            TlDatabase            *database,
            const TlArticleQuery  *query,
            GError               **error)
{
  TlArticleSet *set = self->sets[filter] = tl_article_set_new ();

  switch (filter)
    {
    case TL_FILTER_PUBLISHER:
      return add_publishers (set, database, query, error);
    case TL_FILTER_PERIOD:
      return add_period (set, database, query, error);
    case TL_FILTER_LANGUAGE:
      return add_language (set, database, query, error);
    case TL_FILTER_ENTITY:
      return add_entities (set, database, query, error);
    case TL_FILTER_PAIR:
      return add_pair (set, database, query, error);
    case TL_FILTER_FIGURES:
      return add_with_figures (set, database, error);
    case TL_FILTER_TO_REVIEW:
      return add_to_review (set, database, error);
    case TL_FILTER_WORDS:
      return add_words (self, database, query, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tl_article_sets_load:
 * @self: sets, all 0
 * @database: a connection
 * @query: a query
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Looks up what each filter of a query lets through; removed articles may be among them.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_article_sets_load (TlArticleSets         *self,
                      TlDatabase            *database,
                      const TlArticleQuery  *query,
                      GCancellable          *cancellable,
                      GError               **error)
{
  gboolean succeeded = TRUE;

  self->cancellable = cancellable;
  tl_database_set_cancellable (database, cancellable);
  for (TlArticleFilter filter = 0; filter < TL_N_FILTERS && succeeded; filter++)
    if (tl_article_query_has_filter (query, filter))
      succeeded = add_filter (self, filter, database, query, error);
  tl_database_set_cancellable (database, NULL);
  return succeeded;
}

/**
 * tl_article_sets_clear:
 * @self: sets
 *
 * Frees what they hold.
 */
void
tl_article_sets_clear (TlArticleSets *self)
{
  for (guint i = 0; i < TL_N_FILTERS; i++)
    g_clear_pointer (&self->sets[i], tl_article_set_free);
  g_clear_pointer (&self->ranked, g_array_unref);
}

/**
 * tl_article_sets_have:
 * @self: sets
 * @id: an article
 * @left_out: a filter that is not asked, or -1
 *
 * Returns: whether all filters let the article through
 */
gboolean
tl_article_sets_have (const TlArticleSets *self,
                      gint64               id,
                      int                  left_out)
{
  for (int i = 0; i < TL_N_FILTERS; i++)
    if (self->sets[i] != NULL && i != left_out && !tl_article_set_has (self->sets[i], id))
      return FALSE;
  return TRUE;
}

/* ---- order ---- */

/* Literals, since prepared statements are kept by their address. */
static TlStatement *
prepare_order (TlDatabase      *database,
               TlArticleOrder   order,
               GError         **error)
{
  switch (order)
    {
    case TL_ORDER_TITLE:
      return tl_database_prepare (database,
                                  "SELECT id FROM article INDEXED BY article_by_title"
                                  " WHERE removed_at IS NULL"
                                  " ORDER BY title_key, published DESC, id",
                                  error);
    case TL_ORDER_PUBLISHER:
      return tl_database_prepare (database,
                                  "SELECT id FROM article INDEXED BY article_by_publisher"
                                  " WHERE removed_at IS NULL"
                                  " ORDER BY publisher_key, publisher, published DESC, id",
                                  error);
    case TL_ORDER_FIGURES:
      return tl_database_prepare (database,
                                  "SELECT id FROM article INDEXED BY article_by_figures"
                                  " WHERE removed_at IS NULL"
                                  " ORDER BY n_figures DESC, published DESC, id",
                                  error);
    case TL_ORDER_NEWEST:
    case TL_ORDER_OLDEST:
    case TL_ORDER_RELEVANCE:
    default:
      return tl_database_prepare (database,
                                  "SELECT id, published FROM article INDEXED BY article_by_date"
                                  " WHERE removed_at IS NULL ORDER BY published DESC, id",
                                  error);
    }
}

static void
reverse (GArray *ids,
         guint   n)
{
  gint64 *data = (gint64 *) (void *) ids->data;

  for (guint i = 0; i < n / 2; i++)
    {
      gint64 swapped = data[i];

      data[i] = data[n - 1 - i];
      data[n - 1 - i] = swapped;
    }
}

static gboolean
find_in_order (TlDatabase           *database,
               TlArticleOrder        order,
               const TlArticleSets  *sets,
               GArray               *ids,
               GError              **error)
{
  g_autoptr(TlStatement) statement = prepare_order (database, order, error);
  g_autoptr(GError) local_error = NULL;
  guint n_dated = 0;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (!tl_article_sets_have (sets, id, -1))
        continue;
      g_array_append_val (ids, id);
      if (order == TL_ORDER_OLDEST && sqlite3_column_int (statement, 1) > 0)
        n_dated++;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  reverse (ids, n_dated);
  return TRUE;
}

/* What fits best first; what was not ranked behind it, the newest first. */
static gboolean
find_ranked (TlDatabase     *database,
             TlArticleSets  *sets,
             GArray         *ids,
             GError        **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TlArticleSet) left = tl_article_set_new ();

  if (!find_in_order (database, TL_ORDER_NEWEST, sets, all, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    tl_article_set_add (left, g_array_index (all, gint64, i));
  for (guint i = 0; i < sets->ranked->len; i++)
    {
      gint64 id = g_array_index (sets->ranked, gint64, i);

      if (!tl_article_set_has (left, id))
        continue;
      tl_article_set_remove (left, id);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < all->len; i++)
    if (tl_article_set_has (left, g_array_index (all, gint64, i)))
      g_array_append_val (ids, g_array_index (all, gint64, i));
  return TRUE;
}

/**
 * tl_articles_find:
 * @database: a connection
 * @query: a query
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the articles that it asks for, in
 *   its order
 */
GArray *
tl_articles_find (TlDatabase            *database,
                  const TlArticleQuery  *query,
                  GCancellable          *cancellable,
                  GError               **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(TlArticleSets) sets = { 0 };
  TlArticleOrder order = tl_article_query_get_order (query);

  if (!tl_article_sets_load (&sets, database, query, cancellable, error))
    return NULL;
  if (order == TL_ORDER_RELEVANCE && sets.ranked != NULL
      ? !find_ranked (database, &sets, ids, error)
      : !find_in_order (database, order, &sets, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
