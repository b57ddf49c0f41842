/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a queue of figures to review is made of, read in threads with connections of their own:
 * nobody waits for it between two figures. */

#include "tl-review-load.h"

#include "tl-entity-overlay.h"
#include "tl-library-private.h"
#include "tl-store.h"

/* Their addresses tell whose task a result is. */
static char find_tag, load_tag;

typedef struct
{
  char   *path;                 /* owned */
  GArray *article_ids;          /* owned (element-type gint64); NULL for all, the newest first */
  char   *partners[2];          /* owned; NULL for all */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->article_ids, g_array_unref);
  g_free (request->partners[0]);
  g_free (request->partners[1]);
  g_free (request);
}

/* The articles with open figures, the newest first. */
static GArray *
find_all (TlDatabase     *database,
          const Request  *request,
          GError        **error)
{
  g_autoptr(GArray) stops = g_array_new (FALSE, FALSE, sizeof (TlReviewStop));
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT article_id, count(*) FROM figure JOIN article ON article.id = article_id"
                       " WHERE removed_at IS NULL AND NOT is_reviewed AND NOT is_confirmed"
                       " AND (?1 IS NULL OR (first = min(?1, ?2) AND second = max(?1, ?2)))"
                       " GROUP BY article_id ORDER BY published DESC, article_id", "ss",
                       request->partners[0], request->partners[1]);

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      TlReviewStop stop = { sqlite3_column_int64 (statement, 0), (guint) sqlite3_column_int64 (statement, 1) };

      g_array_append_val (stops, stop);
    }
  if (local_error == NULL)
    return g_steal_pointer (&stops);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Those of them that are asked for, in the order that is asked for. */
static GArray *
choose (GArray *all,
        GArray *article_ids)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (TlReviewStop));
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < all->len; i++)
    {
      TlReviewStop *stop = &g_array_index (all, TlReviewStop, i);

      g_hash_table_insert (by_id, &stop->article_id, stop);
    }
  for (guint i = 0; i < article_ids->len; i++)
    {
      const TlReviewStop *stop = g_hash_table_lookup (by_id, &g_array_index (article_ids, gint64, i));

      if (stop != NULL)
        g_array_append_val (chosen, *stop);
    }
  return chosen;
}

static void
find_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  const Request *request = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);
  g_autoptr(GArray) all = database != NULL ? find_all (database, request, &error) : NULL;

  if (all == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, request->article_ids != NULL ? choose (all, request->article_ids)
                                                              : g_array_ref (all),
                           (GDestroyNotify) g_array_unref);
}

/**
 * tl_review_find_async:
 * @library: a library
 * @article_ids: (nullable) (element-type gint64): articles, in the order in which they are to be
 *   reviewed; %NULL for all, the newest first
 * @partners: (nullable): only figures of trade between these two or their regions
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out which of the articles have figures that nobody has said anything of.
 */
void
tl_review_find_async (TlLibrary            *library,
                      GArray               *article_ids,
                      const char *const    *partners,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (tl_library_get_path (library));
  request->article_ids = article_ids != NULL ? g_array_ref (article_ids) : NULL;
  if (partners != NULL)
    {
      request->partners[0] = g_strdup (partners[0]);
      request->partners[1] = g_strdup (partners[1]);
    }
  g_task_set_source_tag (task, &find_tag);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * tl_review_find_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlReviewStop): those that have any, in the
 *   order that was asked for
 */
GArray *
tl_review_find_finish (TlLibrary     *library,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &find_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable G_GNUC_UNUSED)
{
  gint64 id = *(gint64 *) task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (tl_library_get_path (source_object), &error);
  g_autoptr(TlArticle) read = database != NULL ? tl_store_load (database, id, &error) : NULL;
  TlArticle *article = read != NULL ? tl_entity_overlay_lay (database, id, read, &error) : NULL;

  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_review_load_async:
 * @library: a library
 * @article_id: an article
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads an article as tl_library_load_article() does, in a thread.
 */
void
tl_review_load_async (TlLibrary            *library,
                      gint64                article_id,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, &load_tag);
  g_task_set_task_data (task, g_memdup2 (&article_id, sizeof article_id), g_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * tl_review_load_finish:
 * @library: a library
 * @result: what the callback was given
 * @article_id: (out): which article it is about
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article
 */
TlArticle *
tl_review_load_finish (TlLibrary     *library,
                       GAsyncResult  *result,
                       gint64        *article_id,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &load_tag), NULL);

  *article_id = *(gint64 *) g_task_get_task_data (G_TASK (result));
  return g_task_propagate_pointer (G_TASK (result), error);
}
