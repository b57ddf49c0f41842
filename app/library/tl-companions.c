/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the articles name that name one entity, or all of several: their mentions are gone through
 * article by article, and counted by main entity. */

#include "tl-companions.h"

#include "tl-article-set.h"
#include "tl-entity-facts.h"

/* In how many of the articles a main entity is named, and in which it was counted last. */
typedef struct
{
  gint64 id;
  gint64 last_article;
  guint  n_shared;
} Count;

typedef struct
{
  TlDatabase   *database;
  GCancellable *cancellable;
  GHashTable   *mains;          /* owned: of each part its main entity; gint64 to gint64 */
  GHashTable   *counts;         /* owned: Count to itself */
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->mains, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/**
 * tl_companion_free:
 * @self: (transfer full): what articles name beside others
 */
void
tl_companion_free (TlCompanion *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
end_rows (GError  *local_error,
          GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* ---- the articles ---- */

/* Of one entity and its parts; it may have been made a part of another since it was asked for. */
static TlArticleSet *
load_articles (TlDatabase  *database,
               gint64       id,
               GError     **error)
{
  g_autoptr(TlArticleSet) set = tl_article_set_new ();
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "WITH root AS (SELECT main AS id FROM entity WHERE id = ?)"
                       " SELECT article_id FROM mention WHERE entity_id IN"
                       " (SELECT id FROM root UNION ALL"
                       "  SELECT entity.id FROM entity, root"
                       "   WHERE entity.main = root.id AND entity.main != entity.id)",
                       "i", id);

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
  return end_rows (g_steal_pointer (&local_error), error) ? g_steal_pointer (&set) : NULL;
}

/* Those that name all of the entities and are not removed; none where there is no entity. */
static GArray *
find_articles (TlDatabase  *database,
               GArray      *ids,
               GError     **error)
{
  g_autoptr(TlArticleSet) all = NULL;
  g_autoptr(GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, removed, error,
                               "SELECT id FROM article WHERE removed_at IS NOT NULL", ""))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(TlArticleSet) set = load_articles (database, g_array_index (ids, gint64, i), error);

      if (set == NULL)
        return NULL;
      if (all != NULL)
        tl_article_set_intersect (all, set);
      else
        all = g_steal_pointer (&set);
    }
  if (all == NULL)
    all = tl_article_set_new ();
  for (guint i = 0; i < removed->len; i++)
    tl_article_set_remove (all, g_array_index (removed, gint64, i));
  return tl_article_set_list (all);
}

/* ---- counting ---- */

static gboolean
load_mains (Work    *self,
            GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error, "SELECT id, main FROM entity WHERE main != id", "");

  self->mains = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (statement == NULL)
    return FALSE;
  while (tl_database_step (self->database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0), main_id = sqlite3_column_int64 (statement, 1);

      g_hash_table_insert (self->mains, g_memdup2 (&id, sizeof id), g_memdup2 (&main_id, sizeof main_id));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

/* An article that names several parts of it names it once. */
static void
count_one (Work   *self,
           gint64  id,
           gint64  article_id)
{
  const gint64 *main_id = g_hash_table_lookup (self->mains, &id);
  Count *count;

  if (main_id == NULL)
    main_id = &id;
  count = g_hash_table_lookup (self->counts, main_id);
  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->id = *main_id;
      g_hash_table_add (self->counts, count);
    }
  count->n_shared += count->last_article != article_id;
  count->last_article = article_id;
}

static gboolean
count_article (Work    *self,
               gint64   article_id,
               GError **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error, "SELECT entity_id FROM mention WHERE article_id = ?", "i",
                       article_id);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (self->database, statement, &local_error))
    count_one (self, sqlite3_column_int64 (statement, 0), article_id);
  return end_rows (g_steal_pointer (&local_error), error);
}

static gboolean
count_articles (Work    *self,
                GArray  *articles,
                GError **error)
{
  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  if (!load_mains (self, error))
    return FALSE;
  for (guint i = 0; i < articles->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
        !count_article (self, g_array_index (articles, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* ---- choosing ---- */

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *count = *(const Count *const *) a, *other = *(const Count *const *) b;

  if (count->n_shared != other->n_shared)
    return count->n_shared < other->n_shared ? 1 : -1;
  return (count->id > other->id) - (count->id < other->id);
}

static GPtrArray *
sort_counts (Work   *self,
             GArray *ids)
{
  GPtrArray *sorted = g_ptr_array_sized_new (g_hash_table_size (self->counts));
  GHashTableIter iter;
  gpointer count;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 *id = &g_array_index (ids, gint64, i);
      const gint64 *main_id = g_hash_table_lookup (self->mains, id);

      g_hash_table_remove (self->counts, main_id != NULL ? main_id : id);
    }
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (sorted, count);
  g_ptr_array_sort (sorted, compare_counts);
  return sorted;
}

/* What was dismissed, or is gone by now, is left out. */
static GPtrArray *
choose_best (Work    *self,
             GArray  *ids,
             guint    limit,
             GError **error)
{
  g_autoptr(GPtrArray) best = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_companion_free);
  g_autoptr(GPtrArray) sorted = sort_counts (self, ids);

  for (guint i = 0; i < sorted->len && best->len < limit; i++)
    {
      const Count *count = g_ptr_array_index (sorted, i);
      g_auto(TlEntityFacts) facts = { 0 };
      TlCompanion *companion;

      if (!tl_entity_facts_load (self->database, count->id, &facts, error))
        return NULL;
      if (facts.id == 0 || facts.is_dismissed)
        continue;
      companion = g_new (TlCompanion, 1);
      *companion = (TlCompanion) { facts.id, facts.type, g_steal_pointer (&facts.name), count->n_shared };
      g_ptr_array_add (best, companion);
    }
  return g_steal_pointer (&best);
}

static GPtrArray *
find (Work    *self,
      GArray  *ids,
      guint    limit,
      guint   *n_articles,
      GError **error)
{
  g_autoptr(GArray) articles = find_articles (self->database, ids, error);

  if (articles == NULL || !count_articles (self, articles, error))
    return NULL;
  *n_articles = articles->len;
  return choose_best (self, ids, limit, error);
}

/**
 * tl_companions_find:
 * @database: a connection
 * @ids: (element-type gint64): entities
 * @limit: how many at most
 * @n_articles: (out): how many articles name all of @ids, without the removed
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Goes through the mentions of all these articles, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TlCompanion): what these articles name besides,
 *   what most of them name first, without what a person said is nothing
 */
GPtrArray *
tl_companions_find (TlDatabase    *database,
                    GArray        *ids,
                    guint          limit,
                    guint         *n_articles,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto(Work) work = { database, cancellable, NULL, NULL };
  GPtrArray *found;

  *n_articles = 0;
  /* Of one moment; and so the file is locked once, and not for each article. */
  if (!tl_database_execute (database, "BEGIN", error))
    return NULL;
  tl_database_set_cancellable (database, cancellable);
  found = find (&work, ids, limit, n_articles, error);
  tl_database_set_cancellable (database, NULL);
  tl_database_rollback (database);
  return found;
}
