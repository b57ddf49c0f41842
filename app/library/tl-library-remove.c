/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Removing many articles in one step, as undoing an import does: all of them or none, in a
 * thread, because there may be a hundred thousand. */

#include "tl-library-remove.h"

#include "tl-library-private.h"
#include "tl-official-rows.h"
#include "tl-store.h"

/* Its address tells whose task a result is. */
static char remove_tag;

typedef struct
{
  char   *path;                 /* owned */
  GArray *ids;                  /* owned: gint64 */
  GArray *tables;               /* owned: gint64 */
} Request;

typedef struct
{
  GArray  *keys;                /* owned: TlArticleKey, of the articles that are gone */
  gboolean has_tables;          /* whether tables are gone, too */
} Removed;

static void
removed_free (gpointer data)
{
  Removed *removed = data;

  g_array_unref (removed->keys);
  g_free (removed);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_array_unref (request->ids);
  g_array_unref (request->tables);
  g_free (request);
}

static gboolean
remove_tables (TlDatabase  *database,
               GArray      *ids,
               Removed     *removed,
               GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean has_changed;

      if (!tl_official_rows_set_removed (database, g_array_index (ids, gint64, i), TRUE, &has_changed, error))
        return FALSE;
      removed->has_tables |= has_changed;
    }
  return TRUE;
}

/* One that is gone already is gone. */
static gboolean
remove_articles (TlDatabase    *database,
                 GArray        *ids,
                 GArray        *keys,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) local_error = NULL;
      TlArticleKey key = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (tl_store_remove (database, g_array_index (ids, gint64, i), &key, &local_error))
        g_array_append_val (keys, key);
      else if (!g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

static void
remove_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Request *request = task_data;
  Removed *removed = g_new0 (Removed, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);

  removed->keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  if (database != NULL && tl_database_begin (database, &error))
    {
      if (!remove_articles (database, request->ids, removed->keys, cancellable, &error) ||
          !remove_tables (database, request->tables, removed, &error))
        tl_database_rollback (database);
      else if (tl_database_commit (database, &error))
        {
          g_task_return_pointer (task, removed, removed_free);
          return;
        }
    }
  removed_free (removed);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_library_remove_many_async:
 * @self: a library
 * @ids: (element-type gint64): articles; those that are gone already are left out
 * @tables: (nullable) (element-type gint64): tables of official figures, likewise
 * @cancellable: (nullable): to give up; then none is removed
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes articles out of the list and the charts, all in one transaction.  Each can be
 * restored as after tl_library_remove() and tl_library_remove_official().
 */
void
tl_library_remove_many_async (TlLibrary           *self,
                              GArray              *ids,
                              GArray              *tables,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (tl_library_get_path (self)), g_array_copy (ids),
                          tables != NULL ? g_array_copy (tables) : g_array_new (FALSE, FALSE, sizeof (gint64)) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &remove_tag);
  g_task_set_task_data (task, request, request_free);
  /* What was removed is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, remove_thread);
}

/**
 * tl_library_remove_many_finish:
 * @self: a library
 * @result: what the callback was given
 * @n_removed: (out) (optional): how many articles were there
 * @error: return location for an error
 *
 * Returns: whether all of them are gone
 */
gboolean
tl_library_remove_many_finish (TlLibrary     *self,
                               GAsyncResult  *result,
                               guint         *n_removed,
                               GError       **error)
{
  Removed *removed;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &remove_tag), FALSE);

  removed = g_task_propagate_pointer (G_TASK (result), error);
  if (removed == NULL)
    return FALSE;
  if (n_removed != NULL)
    *n_removed = removed->keys->len;
  if (removed->keys->len > 0)
    tl_library_take_out (self, (const TlArticleKey *) (const void *) removed->keys->data, removed->keys->len);
  if (removed->has_tables)
    tl_library_official_changed (self);
  removed_free (removed);
  return TRUE;
}
