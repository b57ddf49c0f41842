/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading articles again that an older version of the program has read, in the background,
 * and what came out otherwise. */

#include "tl-library-again.h"

#include "tl-correction.h"
#include "tl-library-private.h"
#include "tl-read-again.h"

/* So few that whoever else writes hardly waits. */
#define BATCH 32

/* In SQL, CROSS JOIN has SQLite go through renewed, which is short, rather than through all
 * articles. */

/* Its address tells whose task a result is. */
static char again_tag;

typedef struct
{
  TlLibrary *library;           /* owned */
  GArray    *moves;             /* owned: TlMove */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->library);
  g_array_unref (news->moves);
  g_free (news);
}

static gboolean
show_news_cb (gpointer user_data)
{
  News *news = user_data;

  tl_library_move_many (news->library, (const TlMove *) (const void *) news->moves->data,
                        news->moves->len);
  return G_SOURCE_REMOVE;
}

/* Tells the library's own thread what was stored, batch by batch. */
static void
tell (TlLibrary    *library,
      GMainContext *context,
      TlAgain      *again)
{
  News *news;

  if (again->moves->len == 0)
    return;
  news = g_new (News, 1);
  *news = (News) { g_object_ref (library), g_steal_pointer (&again->moves) };
  again->moves = g_array_new (FALSE, FALSE, sizeof (TlMove));
  g_main_context_invoke_full (context, G_PRIORITY_DEFAULT, show_news_cb, news, news_free);
}

static void
again_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open (task_data, &error);
  g_auto(TlAgain) again;

  tl_again_init (&again);
  while (error == NULL && !again.at_end)
    {
      tl_read_again (database, BATCH, cancellable, &again, &error);
      tell (source_object, g_task_get_context (task), &again);
    }
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_int (task, again.n_renewed);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tl_library_read_again_async:
 * @self: a library
 * @cancellable: (nullable): to leave the rest for another time
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the articles again that an older version of the program has read; does nothing where
 * there are none.  What people decided and corrected holds in the new reading, too.
 */
void
tl_library_read_again_async (TlLibrary           *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (TL_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &again_tag);
  g_task_set_task_data (task, g_strdup (tl_library_get_path (self)), g_free);
  /* What was read is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, again_thread);
}

/**
 * tl_library_read_again_finish:
 * @self: a library
 * @result: what the callback was given
 * @n_renewed: (out) (optional): in how many articles something is read otherwise now
 * @error: return location for an error
 *
 * Returns: whether it succeeded; also where it was cancelled
 */
gboolean
tl_library_read_again_finish (TlLibrary     *self,
                              GAsyncResult  *result,
                              guint         *n_renewed,
                              GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &again_tag), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n < 0)
    return FALSE;
  if (n_renewed != NULL)
    *n_renewed = (guint) n;
  if (n > 0)
    tl_library_entities_changed (self);
  return TRUE;
}

/**
 * tl_library_has_renewed:
 * @self: a library
 *
 * Returns: whether articles are read otherwise since a person saw what changed
 */
gboolean
tl_library_has_renewed (TlLibrary *self)
{
  g_autoptr(GError) error = NULL;
  gint64 any = 0;

  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  if (!tl_database_query_int (tl_library_get_database (self),
                              "SELECT EXISTS (SELECT 1 FROM renewed CROSS JOIN article ON id = article_id"
                              " WHERE removed_at IS NULL)", &any, &error))
    g_message ("%s", error->message);
  return any != 0;
}

/**
 * tl_library_get_renewed:
 * @self: a library
 *
 * Returns: (transfer full) (element-type gint64): the articles that are read otherwise since
 *   a person saw what changed, newest first, those without a date last
 */
GArray *
tl_library_get_renewed (TlLibrary *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (TL_IS_LIBRARY (self), ids);

  if (!tl_database_select_ids (tl_library_get_database (self), ids, &error,
                               "SELECT id FROM renewed CROSS JOIN article ON id = article_id"
                               " WHERE removed_at IS NULL ORDER BY published DESC, id", ""))
    g_message ("%s", error->message);
  return ids;
}

/**
 * tl_library_load_renewal:
 * @self: a library
 * @id: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is read otherwise in it
 */
TlRenewal *
tl_library_load_renewal (TlLibrary  *self,
                         gint64      id,
                         GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return tl_renewal_load (tl_library_get_database (self), id, error);
}

/**
 * tl_library_forget_renewed:
 * @self: a library
 * @error: return location for an error
 *
 * Says that a person has seen what changed.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_library_forget_renewed (TlLibrary  *self,
                           GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return tl_database_write (tl_library_get_database (self), error, "DELETE FROM renewed", "");
}
