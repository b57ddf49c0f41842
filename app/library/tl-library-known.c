/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of one entity, and what is named beside some: looked up in a thread, with a
 * connection of its own. */

#include "tl-library-entities.h"

/* Their addresses tell whose task a result is. */
static char profile_tag;
static char companions_tag;

typedef struct
{
  char   *path;                 /* owned */
  GArray *ids;                  /* owned: gint64 */
  guint   limit;
  guint   n_articles;           /* what was found */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_array_unref (request->ids);
  g_free (request);
}

static void
start (TlLibrary           *self,
       GArray              *ids,
       guint                limit,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data,
       gpointer             tag,
       GTaskThreadFunc      function)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (tl_library_get_path (self));
  request->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids->data, ids->len);
  request->limit = limit;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, function);
}

/* ---- one ---- */

static void
profile_thread (GTask        *task,
                gpointer      source_object G_GNUC_UNUSED,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);
  TlEntityProfile *profile = NULL;

  if (database != NULL)
    profile = tl_entity_profile_load (database, g_array_index (request->ids, gint64, 0), cancellable,
                                      &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, profile, (GDestroyNotify) tl_entity_profile_free);
}

/**
 * tl_library_load_profile_async:
 * @self: a library
 * @id: an entity, or one that is a part of it
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up all that is known of an entity.  tl_library_load_profile_finish() ends it.
 */
void
tl_library_load_profile_async (TlLibrary           *self,
                               gint64               id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (TL_IS_LIBRARY (self));

  g_array_append_val (ids, id);
  start (self, ids, 0, cancellable, callback, user_data, &profile_tag, profile_thread);
}

/**
 * tl_library_load_profile_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL, perhaps without an error,
 *   where it is not there any more
 */
TlEntityProfile *
tl_library_load_profile_finish (TlLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &profile_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- what is named beside ---- */

static void
companions_thread (GTask        *task,
                   gpointer      source_object G_GNUC_UNUSED,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);
  GPtrArray *found = NULL;

  if (database != NULL)
    found = tl_companions_find (database, request->ids, request->limit, &request->n_articles,
                                cancellable, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_library_load_companions_async:
 * @self: a library
 * @ids: (element-type gint64): entities, one or several
 * @limit: how many at most
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks up what is named in the articles that name all of these entities.
 * tl_library_load_companions_finish() ends it.
 */
void
tl_library_load_companions_async (TlLibrary           *self,
                                  GArray              *ids,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);

  start (self, ids, limit, cancellable, callback, user_data, &companions_tag, companions_thread);
}

/**
 * tl_library_load_companions_finish:
 * @self: a library
 * @result: what the callback was given
 * @n_articles: (out) (optional): how many articles name all of the entities, without the removed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlCompanion): what these articles name besides,
 *   what most of them name first, without what a person said is nothing
 */
GPtrArray *
tl_library_load_companions_finish (TlLibrary     *self,
                                   GAsyncResult  *result,
                                   guint         *n_articles,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &companions_tag), NULL);

  if (n_articles != NULL)
    *n_articles = ((Request *) g_task_get_task_data (G_TASK (result)))->n_articles;
  return g_task_propagate_pointer (G_TASK (result), error);
}
