/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What articles can be filtered by, and how many have it: counted when it is asked for, each
 * from an index that holds all of it, so that nothing has to be kept up to date. */

#include "tl-article-facets.h"

#include "tl-article-finder.h"

/* Its address tells whose task a result is. */
static char facets_tag;

static void
facet_clear (gpointer facet)
{
  g_free (((TlFacet *) facet)->name);
}

static GArray *
facets_new (void)
{
  GArray *facets = g_array_new (FALSE, FALSE, sizeof (TlFacet));

  g_array_set_clear_func (facets, facet_clear);
  return facets;
}

/**
 * tl_article_facets_free:
 * @self: (transfer full): what articles can be filtered by
 */
void
tl_article_facets_free (TlArticleFacets *self)
{
  g_array_unref (self->publishers);
  g_array_unref (self->languages);
  g_array_unref (self->years);
  g_array_unref (self->pairs);
  g_free (self);
}

/* ---- counting ---- */

/* Rows of an article's id and a value, equal values one after the other: so few strings are
 * made. */
static gboolean
count_values (GArray               *facets,
              TlDatabase           *database,
              TlStatement          *statement,
              const TlArticleSets  *sets,
              TlArticleFilter       filter,
              GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  TlFacet *last = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      const char *value = (const char *) sqlite3_column_text (statement, 1);

      if (!tl_article_sets_have (sets, sqlite3_column_int64 (statement, 0), (int) filter))
        continue;
      if (last == NULL || g_strcmp0 (last->name, value != NULL ? value : "") != 0)
        {
          TlFacet facet = { value != NULL ? tl_statement_dup_string (statement, 1) : g_strdup (""),
                            0 };

          g_array_append_val (facets, facet);
          last = &g_array_index (facets, TlFacet, facets->len - 1);
        }
      last->n_articles++;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
count_publishers (TlArticleFacets      *self,
                  TlDatabase           *database,
                  const TlArticleSets  *sets,
                  GError              **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, publisher FROM article INDEXED BY article_by_publisher"
                       " WHERE removed_at IS NULL ORDER BY publisher_key, publisher", "");

  return count_values (self->publishers, database, statement, sets, TL_FILTER_PUBLISHER, error);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const TlFacet *facet = a, *other = b;

  if (facet->n_articles != other->n_articles)
    return facet->n_articles > other->n_articles ? -1 : 1;
  return g_strcmp0 (facet->name, other->name);
}

static gboolean
count_languages (TlArticleFacets      *self,
                 TlDatabase           *database,
                 const TlArticleSets  *sets,
                 GError              **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, language FROM article INDEXED BY article_by_language"
                       " WHERE removed_at IS NULL ORDER BY language", "");

  if (!count_values (self->languages, database, statement, sets, TL_FILTER_LANGUAGE, error))
    return FALSE;
  g_array_sort (self->languages, compare_counts);
  return TRUE;
}

/* Also finds out which articles there are, without the removed. */
static gboolean
count_years (TlArticleFacets      *self,
             TlDatabase           *database,
             const TlArticleSets  *sets,
             TlArticleSet         *present,
             GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, published FROM article INDEXED BY article_by_date"
                       " WHERE removed_at IS NULL ORDER BY published DESC", "");
  int year = -1;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      int other = sqlite3_column_int (statement, 1) / 10000;

      tl_article_set_add (present, id);
      if (!tl_article_sets_have (sets, id, TL_FILTER_PERIOD))
        continue;
      if (other != year)
        {
          TlFacet facet = { other > 0 ? g_strdup_printf ("%d", other) : g_strdup (""), 0 };

          g_array_append_val (self->years, facet);
          year = other;
        }
      g_array_index (self->years, TlFacet, self->years->len - 1).n_articles++;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The figures of a pair, of its first article, its second, and so on. */
static gboolean
count_pairs (TlArticleFacets      *self,
             TlDatabase           *database,
             const TlArticleSets  *sets,
             const TlArticleSet   *present,
             GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT article_id, first, second FROM figure INDEXED BY figure_by_pair"
                       " WHERE first != '' AND second != '' ORDER BY first, second, article_id", "");
  char pair[2 * TL_PARTNER_SIZE] = "", other[2 * TL_PARTNER_SIZE];
  gint64 last_id = -1;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      gboolean is_new;

      g_snprintf (other, sizeof other, "%s,%s", (const char *) sqlite3_column_text (statement, 1),
                  (const char *) sqlite3_column_text (statement, 2));
      is_new = !g_str_equal (pair, other);
      if ((!is_new && id == last_id) || !tl_article_set_has (present, id) ||
          !tl_article_sets_have (sets, id, TL_FILTER_PAIR))
        continue;
      if (is_new)
        {
          TlFacet facet = { g_strdup (other), 0 };

          g_strlcpy (pair, other, sizeof pair);
          g_array_append_val (self->pairs, facet);
        }
      last_id = id;
      g_array_index (self->pairs, TlFacet, self->pairs->len - 1).n_articles++;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_array_sort (self->pairs, compare_counts);
  return TRUE;
}

static gboolean
count_rows (guint                *count,
            TlDatabase           *database,
            TlStatement          *statement,
            const TlArticleSets  *sets,
            TlArticleFilter       filter,
            GError              **error)
{
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    *count += tl_article_sets_have (sets, sqlite3_column_int64 (statement, 0), (int) filter);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
count_switches (TlArticleFacets      *self,
                TlDatabase           *database,
                const TlArticleSets  *sets,
                GError              **error)
{
  g_autoptr(TlStatement) figures =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_by_figures"
                       " WHERE removed_at IS NULL AND n_figures > 0", "");
  g_autoptr(TlStatement) to_review =
    tl_database_query (database, error,
                       "SELECT id FROM article INDEXED BY article_to_review"
                       " WHERE removed_at IS NULL AND n_figures > 0 AND NOT is_reviewed", "");

  return count_rows (&self->n_with_figures, database, figures, sets, TL_FILTER_FIGURES, error) &&
         count_rows (&self->n_to_review, database, to_review, sets, TL_FILTER_TO_REVIEW, error);
}

static TlArticleFacets *
count_facets (TlDatabase            *database,
              const TlArticleQuery  *query,
              GCancellable          *cancellable,
              GError               **error)
{
  g_auto(TlArticleSets) sets = { 0 };
  g_autoptr(TlArticleSet) present = tl_article_set_new ();
  g_autoptr(TlArticleFacets) self = g_new0 (TlArticleFacets, 1);

  self->publishers = facets_new ();
  self->languages = facets_new ();
  self->years = facets_new ();
  self->pairs = facets_new ();
  if (!tl_article_sets_load (&sets, database, query, cancellable, error))
    return NULL;
  tl_database_set_cancellable (database, cancellable);
  if (!count_publishers (self, database, &sets, error) ||
      !count_languages (self, database, &sets, error) ||
      !count_years (self, database, &sets, present, error) ||
      !count_pairs (self, database, &sets, present, error) ||
      !count_switches (self, database, &sets, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- in a thread ---- */

typedef struct
{
  char           *path;         /* owned */
  TlArticleQuery *query;        /* owned */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  tl_article_query_free (request->query);
  g_free (request);
}

static void
count_thread (GTask        *task,
              gpointer      source_object G_GNUC_UNUSED,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);
  TlArticleFacets *facets = NULL;

  if (database != NULL)
    facets = count_facets (database, request->query, cancellable, &error);
  if (facets != NULL)
    g_task_return_pointer (task, facets, (GDestroyNotify) tl_article_facets_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_library_count_facets_async:
 * @self: a library
 * @query: of which articles
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Counts what articles can be filtered by.  tl_library_count_facets_finish() ends it.
 */
void
tl_library_count_facets_async (TlLibrary            *self,
                               const TlArticleQuery *query,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (query != NULL);

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (tl_library_get_path (self)), tl_article_query_copy (query) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &facets_tag);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, count_thread);
}

/**
 * tl_library_count_facets_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the articles can be filtered by
 */
TlArticleFacets *
tl_library_count_facets_finish (TlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &facets_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
