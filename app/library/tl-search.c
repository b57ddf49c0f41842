/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which articles have what was searched for.  FTS5 weighs every hit before it can say which is
 * the best, which takes longer than people wait where a word is in every article: so only those
 * that were stored last are weighed, and the others follow, the newest first.
 */

#include "tl-search.h"

#include <stdlib.h>

#include "tl-article-set.h"
#include "tl-json.h"
#include "tl-search-aliases.h"
#include "tl-search-query-private.h"

struct _TlSearchHits
{
  gatomicrefcount ref_count;
  GArray         *ids;          /* owned: gint64 */
  TlArticleSet   *set;          /* owned: the same */
};

typedef struct
{
  TlDatabase    *database;
  TlSearchQuery *query;
  guint          limit;
  guint32        whole;         /* terms that are no beginnings of words */
  TlArticleSet  *removed;       /* owned */
  GArray        *found;         /* owned: Found: the ranked, then the newest first */
  TlSearchHits  *hits;          /* owned */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->removed, tl_article_set_free);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->hits, tl_search_hits_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static TlSearchHits *
hits_new (void)
{
  TlSearchHits *self = g_new0 (TlSearchHits, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->set = tl_article_set_new ();
  return self;
}

/**
 * tl_search_hits_ref:
 * @self: hits
 *
 * Returns: (transfer full): the same
 */
TlSearchHits *
tl_search_hits_ref (TlSearchHits *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_search_hits_unref:
 * @self: (transfer full): hits
 */
void
tl_search_hits_unref (TlSearchHits *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->ids);
  tl_article_set_free (self->set);
  g_free (self);
}

/**
 * tl_search_hits_get_ids:
 * @self: hits
 *
 * Returns: (transfer none) (element-type gint64): the articles, the best first
 */
GArray *
tl_search_hits_get_ids (TlSearchHits *self)
{
  return self->ids;
}

/**
 * tl_search_hits_contains:
 * @self: hits
 * @article_id: an article
 *
 * Returns: whether it is one of them
 */
gboolean
tl_search_hits_contains (TlSearchHits *self,
                         gint64        article_id)
{
  return tl_article_set_has (self->set, article_id);
}

static gboolean
is_full (const Search *self)
{
  return self->limit > 0 && self->hits->ids->len >= self->limit;
}

static void
take (Search *self,
      gint64  id)
{
  if (is_full (self) || tl_article_set_has (self->removed, id) ||
      tl_article_set_has (self->hits->set, id))
    return;
  g_array_append_val (self->hits->ids, id);
  tl_article_set_add (self->hits->set, id);
}

/* Those that can still be restored stay in the index. */
static gboolean
load_removed (Search  *self,
              GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->removed = tl_article_set_new ();
  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT id FROM article WHERE removed_at IS NOT NULL", ""))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    tl_article_set_add (self->removed, g_array_index (ids, gint64, i));
  return TRUE;
}

/* ---- by the index ---- */

typedef struct
{
  gint64 id;
  double rank;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *found = a, *other = b;

  if (found->rank != other->rank)
    return found->rank < other->rank ? 1 : -1;
  return (found->id < other->id) - (found->id > other->id);
}

/* What three letters begin is put together from hundreds of words.  Where they are a word that
 * is in many articles itself, "the", it is that one: whoever means a longer one goes on typing. */
static gboolean
find_whole (Search  *self,
            GError **error)
{
  for (guint i = 0; i < tl_search_query_get_n_terms (self->query); i++)
    {
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *match = NULL;

      if (!tl_search_term_is_short (tl_search_query_get_term (self->query, i)))
        continue;
      match = tl_search_query_dup_match (self->query, 1u << i, 1u << i);
      if (!tl_database_select_ids (self->database, ids, error,
                                   "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", "si",
                                   match, (gint64) TL_SEARCH_RANKED))
        return FALSE;
      if (ids->len >= TL_SEARCH_RANKED)
        self->whole |= 1u << i;
    }
  return TRUE;
}

/* All hits in one go: what has a beginning of a word is put together anew each time. */
static gboolean
find_in_index (Search  *self,
               GError **error)
{
  g_autofree char *match = tl_search_query_dup_match (self->query, TL_SEARCH_ALL_TERMS, self->whole);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "SELECT rowid, tl_rank (search, ?2) FROM search WHERE search MATCH ?1"
                       " ORDER BY rowid DESC LIMIT ?3",
                       "sii", match, (gint64) TL_SEARCH_RANKED,
                       self->limit > 0 ? MAX ((gint64) self->limit, TL_SEARCH_RANKED) : -1);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (self->database, statement, &local_error))
    {
      Found found = { sqlite3_column_int64 (statement, 0), sqlite3_column_double (statement, 1) };

      g_array_append_val (self->found, found);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
take_ranked (Search *self)
{
  guint n_ranked = MIN (self->found->len, TL_SEARCH_RANKED);

  if (n_ranked > 0)
    qsort (self->found->data, n_ranked, sizeof (Found), compare_found);
  for (guint i = 0; i < n_ranked; i++)
    take (self, g_array_index (self->found, Found, i).id);
}

/* ---- other names ---- */

static void
keep_common (TlArticleSet       **common,
             TlArticleSet        *set)
{
  if (*common == NULL)
    {
      *common = set;
      return;
    }
  tl_article_set_intersect (*common, set);
  tl_article_set_free (set);
}

static TlArticleSet *
make_set (const GArray *ids)
{
  TlArticleSet *set = tl_article_set_new ();

  for (guint i = 0; i < ids->len; i++)
    tl_article_set_add (set, g_array_index (ids, gint64, i));
  return set;
}

/* The articles with some terms, or that speak of what these name. */
static gboolean
find_either (Search               *self,
             guint32               terms,
             const TlSearchAlias  *alias,
             TlArticleSet        **common,
             GError              **error)
{
  g_autofree char *match = tl_search_query_dup_match (self->query, terms, self->whole);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (match != NULL &&
      !tl_database_select_ids (self->database, ids, error,
                               "SELECT rowid FROM search WHERE search MATCH ?", "s", match))
    return FALSE;
  if (alias != NULL)
    g_array_append_vals (ids, alias->ids->data, alias->ids->len);
  keep_common (common, make_set (ids));
  return TRUE;
}

static guint32
get_wanted_terms (TlSearchQuery *query)
{
  guint32 terms = 0;

  for (guint i = 0; i < tl_search_query_get_n_terms (query); i++)
    if (!tl_search_query_get_term (query, i)->is_excluded)
      terms |= 1u << i;
  return terms;
}

static gboolean
take_out_excluded (Search       *self,
                   TlArticleSet *set,
                   GError      **error)
{
  g_autofree char *match = tl_search_query_dup_excluded (self->query);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (match != NULL &&
      !tl_database_select_ids (self->database, ids, error,
                               "SELECT rowid FROM search WHERE search MATCH ?", "s", match))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    tl_article_set_remove (set, g_array_index (ids, gint64, i));
  return TRUE;
}

/* What has all of it by one name or another. */
static gboolean
find_by_aliases (Search        *self,
                 GPtrArray     *aliases,
                 TlArticleSet **common,
                 GError       **error)
{
  guint32 rest = get_wanted_terms (self->query);
  gboolean is_all = aliases->len == 1;

  for (guint i = 0; i < aliases->len; i++)
    rest &= ~((const TlSearchAlias *) g_ptr_array_index (aliases, i))->terms;
  is_all &= rest == 0;
  for (guint i = 0; i < aliases->len; i++)
    {
      const TlSearchAlias *alias = g_ptr_array_index (aliases, i);

      /* What the index has of the whole query is known already. */
      if (!find_either (self, is_all ? 0 : alias->terms, alias, common, error))
        return FALSE;
    }
  return (rest == 0 || find_either (self, rest, NULL, common, error)) &&
         take_out_excluded (self, *common, error);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  gint64 id = *(const gint64 *) a, other = *(const gint64 *) b;

  return (id < other) - (id > other);
}

/* What was not ranked, the newest first: by the index, and by other names. */
static gboolean
add_others (Search     *self,
            GPtrArray  *aliases,
            GError    **error)
{
  g_autoptr(TlArticleSet) common = NULL;
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = TL_SEARCH_RANKED; i < self->found->len; i++)
    g_array_append_val (others, g_array_index (self->found, Found, i).id);
  if (aliases->len > 0)
    {
      const TlSearchAlias *alias = g_ptr_array_index (aliases, 0);

      if (!find_by_aliases (self, aliases, &common, error))
        return FALSE;
      for (guint i = 0; i < alias->ids->len; i++)
        if (tl_article_set_has (common, g_array_index (alias->ids, gint64, i)))
          g_array_append_val (others, g_array_index (alias->ids, gint64, i));
      g_array_sort (others, compare_newest);
    }
  for (guint i = 0; i < others->len; i++)
    take (self, g_array_index (others, gint64, i));
  return TRUE;
}

static gboolean
run (Search  *self,
     GError **error)
{
  g_autoptr(GPtrArray) aliases = NULL;

  if (!load_removed (self, error) || !find_whole (self, error) || !find_in_index (self, error))
    return FALSE;
  take_ranked (self);
  if (is_full (self))
    return TRUE;
  aliases = tl_search_aliases_find (self->database, self->query, error);
  return aliases != NULL && add_others (self, aliases, error);
}

/**
 * tl_search_run:
 * @database: a connection
 * @query: what is searched for
 * @limit: how many hits at most; 0 for all
 * @cancellable: (nullable): to give up soon, from another thread, when the next letter is typed
 * @error: return location for an error
 *
 * Searches.  Of a query that is empty there are no hits.
 *
 * Returns: (transfer full) (nullable): the hits, the best first: of those that were stored last,
 *   %TL_SEARCH_RANKED, in the order of their rank, then the others, the newest first; %NULL with
 *   an error, %G_IO_ERROR_CANCELLED where it was given up
 */
TlSearchHits *
tl_search_run (TlDatabase     *database,
               TlSearchQuery  *query,
               guint           limit,
               GCancellable   *cancellable,
               GError        **error)
{
  g_auto(Search) search = { database, query, limit, 0, NULL, NULL, NULL };
  gboolean succeeded;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  search.found = g_array_new (FALSE, FALSE, sizeof (Found));
  search.hits = hits_new ();
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (tl_search_query_is_empty (query))
    return g_steal_pointer (&search.hits);
  tl_database_set_cancellable (database, cancellable);
  succeeded = run (&search, error);
  tl_database_set_cancellable (database, NULL);
  return succeeded ? g_steal_pointer (&search.hits) : NULL;
}

/**
 * tl_search_load_snippet:
 * @database: a connection
 * @query: what is searched for
 * @article_id: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the hits in an article; %NULL, perhaps without an error,
 *   where it is gone or cannot be read any more
 */
TlSnippet *
tl_search_load_snippet (TlDatabase     *database,
                        TlSearchQuery  *query,
                        gint64          article_id,
                        GError        **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT title, tl_unpack (json) FROM article JOIN reading ON article_id = id"
                       " WHERE id = ?",
                       "i", article_id);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  const char *json;

  if (statement == NULL || !tl_database_step (database, statement, error))
    return NULL;
  title = tl_statement_dup_string (statement, 0);
  json = (const char *) sqlite3_column_text (statement, 1);
  text = json != NULL ? tl_json_dup_member (json, "text") : NULL;
  return title != NULL && text != NULL ? tl_snippet_new (query, title, text) : NULL;
}
