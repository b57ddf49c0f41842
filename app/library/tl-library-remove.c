/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Removing many articles in one step, as undoing an import does: all of them or none, in a
 * thread, because there may be a hundred thousand. */

#include "tl-library-remove.h"

#include "tl-library-private.h"
#include "tl-store.h"

/* Its address tells whose task a result is. */
static char remove_tag;

typedef struct
{
  char   *path;                 /* owned */
  GArray *ids;                  /* owned: gint64 */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_array_unref (request->ids);
  g_free (request);
}

/* One that is gone already is gone. */
static gboolean
remove_all (TlDatabase    *database,
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
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);

  if (database != NULL && tl_database_begin (database, &error))
    {
      if (!remove_all (database, request->ids, keys, cancellable, &error))
        tl_database_rollback (database);
      else if (tl_database_commit (database, &error))
        {
          g_task_return_pointer (task, g_steal_pointer (&keys), (GDestroyNotify) g_array_unref);
          return;
        }
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_library_remove_many_async:
 * @self: a library
 * @ids: (element-type gint64): articles; those that are gone already are left out
 * @cancellable: (nullable): to give up; then none is removed
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes articles out of the list and the charts, all in one transaction.  Each can be
 * restored as after tl_library_remove().
 */
void
tl_library_remove_many_async (TlLibrary           *self,
                              GArray              *ids,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (tl_library_get_path (self)), g_array_copy (ids) };
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
 * @n_removed: (out) (optional): how many were there
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
  g_autoptr(GArray) keys = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &remove_tag), FALSE);

  keys = g_task_propagate_pointer (G_TASK (result), error);
  if (keys == NULL)
    return FALSE;
  if (n_removed != NULL)
    *n_removed = keys->len;
  if (keys->len > 0)
    tl_library_take_out (self, (const TlArticleKey *) (const void *) keys->data, keys->len);
  return TRUE;
}
