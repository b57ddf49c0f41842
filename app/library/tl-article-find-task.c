/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a query asks for, looked up in a thread. */

#include "tl-article-find-task.h"

#include "tl-article-finder.h"

typedef struct
{
  char           *path;         /* owned */
  TlArticleQuery *query;        /* owned */
  TlDatabase     *reader;       /* owned, from the last time; or NULL */
  gint64          duration;     /* in microseconds */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  tl_article_query_free (search->query);
  g_clear_pointer (&search->reader, tl_database_unref);
  g_free (search);
}

static void
find_thread (GTask        *task,
             gpointer      source_object G_GNUC_UNUSED,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr(GError) error = NULL;
  GArray *ids = NULL;
  gint64 start = g_get_monotonic_time ();

  if (search->reader == NULL)
    search->reader = tl_database_open_again (search->path, &error);
  if (search->reader != NULL)
    ids = tl_articles_find (search->reader, search->query, cancellable, &error);
  search->duration = g_get_monotonic_time () - start;
  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_articles_find_async:
 * @path: a library's file
 * @reader: (transfer full) (nullable): a connection to it from the last time
 * @query: what is asked for
 * @cancellable: to give up
 * @callback: called when it is done, or given up
 * @user_data: for @callback, which has to look first whether it was given up
 *
 * Looks up what a query asks for.  tl_articles_find_finish() ends it.  The thread lets go of its
 * task some time after the result, so the task does not keep who asks.
 */
void
tl_articles_find_async (const char           *path,
                        TlDatabase           *reader,
                        const TlArticleQuery *query,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->path = g_strdup (path);
  search->query = tl_article_query_copy (query);
  search->reader = reader;
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * tl_articles_find_finish:
 * @result: what the callback was given
 * @reader: (out) (transfer full) (nullable): the connection, for the next time
 * @duration: (out): how long it took, in microseconds
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the articles, in the query's order
 */
GArray *
tl_articles_find_finish (GAsyncResult  *result,
                         TlDatabase   **reader,
                         gint64        *duration,
                         GError       **error)
{
  Search *search = g_task_get_task_data (G_TASK (result));

  *reader = g_steal_pointer (&search->reader);
  *duration = search->duration;
  return g_task_propagate_pointer (G_TASK (result), error);
}
