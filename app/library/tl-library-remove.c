/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Removing many articles in one step, as undoing an import does, and putting them back: all of them
 * or none, in a thread, because there may be a hundred thousand. */

#include "tl-library-remove.h"

#include <glib/gi18n-lib.h>

#include "tl-history.h"
#include "tl-library-private.h"
#include "tl-official-rows.h"
#include "tl-store.h"

/* Its address tells whose task a result is. */
static char remove_tag;

typedef struct
{
  char       *path;             /* owned */
  GArray     *ids;              /* owned: gint64 */
  GArray     *tables;           /* owned: gint64 */
  gboolean    is_known;         /* to the history, which then says what, and as: */
  TlUndoKind  kind;
  gint64      act;
  gboolean    is_undone;        /* what it is to be */
} Request;

typedef struct
{
  GArray  *keys;                /* owned: TlArticleKey, of the articles that went or came */
  gboolean is_restored;         /* they came */
  gboolean has_tables;          /* whether tables went or came, too */
  gboolean is_too_late;         /* nothing of it is there any more */
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_array_unref (outcome->keys);
  g_free (outcome);
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
change_tables (TlDatabase  *database,
               GArray      *ids,
               Outcome     *outcome,
               GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean has_changed;

      if (!tl_official_rows_set_removed (database, g_array_index (ids, gint64, i), !outcome->is_restored,
                                         &has_changed, error))
        return FALSE;
      outcome->has_tables |= has_changed;
    }
  return TRUE;
}

/* One that is gone already is gone; one that was deleted since does not come back. */
static gboolean
change_articles (TlDatabase    *database,
                 GArray        *ids,
                 Outcome       *outcome,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(GError) local_error = NULL;
      TlArticleKey key = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (outcome->is_restored ? tl_store_restore (database, id, &key, &local_error)
                               : tl_store_remove (database, id, &key, &local_error))
        g_array_append_val (outcome->keys, key);
      else if (!g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
remove_many (TlDatabase     *database,
             const Request  *request,
             Outcome        *outcome,
             GCancellable   *cancellable,
             GError        **error)
{
  return change_articles (database, request->ids, outcome, cancellable, error) &&
         change_tables (database, request->tables, outcome, error) &&
         tl_history_add_removal (database, request->ids, request->tables, error);
}

static gboolean
change_back (TlDatabase            *database,
             const Request         *request,
             const TlHistoryEntry  *entry,
             Outcome               *outcome,
             GCancellable          *cancellable,
             GError               **error)
{
  if (!tl_history_load_ids (database, entry, request->ids, request->tables, error))
    return FALSE;
  outcome->is_restored = request->is_undone == (request->kind != TL_UNDO_IMPORT);
  if (!change_articles (database, request->ids, outcome, cancellable, error) ||
      !change_tables (database, request->tables, outcome, error))
    return FALSE;
  outcome->is_too_late = outcome->is_restored && outcome->keys->len == 0 && !outcome->has_tables;
  return outcome->is_too_late
           ? tl_history_forget (database, entry, error)
           : tl_history_mark (database, request->kind, request->act, request->is_undone, error);
}

/* Another window may have been quicker: then it is as it should be. */
static gboolean
undo (TlDatabase     *database,
      const Request  *request,
      Outcome        *outcome,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr(TlHistoryEntry) entry = NULL;

  if (!tl_history_find (database, request->kind, request->act, !request->is_undone, &entry, error))
    return FALSE;
  return entry == NULL || change_back (database, request, entry, outcome, cancellable, error);
}

static gboolean
change (TlDatabase     *database,
        const Request  *request,
        Outcome        *outcome,
        GCancellable   *cancellable,
        GError        **error)
{
  if (!tl_database_begin (database, error))
    return FALSE;
  if (request->is_known ? undo (database, request, outcome, cancellable, error)
                        : remove_many (database, request, outcome, cancellable, error))
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

static void
remove_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Request *request = task_data;
  Outcome *outcome = g_new0 (Outcome, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, &error);

  outcome->keys = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  if (database != NULL && change (database, request, outcome, cancellable, &error))
    {
      g_task_return_pointer (task, outcome, outcome_free);
      return;
    }
  outcome_free (outcome);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
thread_done_cb (GObject      *source_object G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &error);

  if (outcome != NULL)
    g_task_return_pointer (task, outcome, outcome_free);
  else
    g_task_return_error (task, error);
}

static GArray *
copy_ids (GArray *ids)
{
  return ids != NULL ? g_array_copy (ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
start (TlLibrary           *self,
       const Request       *request,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) thread_task = g_task_new (NULL, cancellable, thread_done_cb, task);
  Request *copy = g_memdup2 (request, sizeof *request);

  copy->path = g_strdup (tl_library_get_path (self));
  copy->ids = copy_ids (request->ids);
  copy->tables = copy_ids (request->tables);
  g_task_set_source_tag (task, &remove_tag);
  /* What was removed is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (thread_task, FALSE);
  /* The thread lets go of its task some time after the result: it must not be what keeps the
   * library. */
  g_task_set_task_data (thread_task, copy, request_free);
  g_task_run_in_thread (thread_task, remove_thread);
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
 * Takes articles out of the list and the charts, all in one transaction, which is undone as one.
 * Each can be restored as after tl_library_remove() and tl_library_remove_official(), too.
 */
void
tl_library_remove_many_async (TlLibrary           *self,
                              GArray              *ids,
                              GArray              *tables,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request request = { .ids = ids, .tables = tables };

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);

  start (self, &request, cancellable, callback, user_data);
}

/**
 * tl_library_change_back_async:
 * @self: a library
 * @kind: a removal of articles or of official figures, or an import
 * @act: by what the history knows it
 * @is_undone: %FALSE to do it again
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes out of the library what an import brought, or puts back what was removed; or the other way
 * round.  All of it or nothing; what is so already stays.  tl_library_change_back_finish() ends it.
 */
void
tl_library_change_back_async (TlLibrary           *self,
                              TlUndoKind           kind,
                              gint64               act,
                              gboolean             is_undone,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request request = { .is_known = TRUE, .kind = kind, .act = act, .is_undone = is_undone };

  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, &request, NULL, callback, user_data);
}

/* Shows what came of it. */
static void
follow (TlLibrary     *self,
        const Outcome *outcome)
{
  const TlArticleKey *keys = (const TlArticleKey *) (const void *) outcome->keys->data;

  if (outcome->keys->len > 0 && outcome->is_restored)
    tl_library_take_in (self, keys, outcome->keys->len);
  else if (outcome->keys->len > 0)
    tl_library_take_out (self, keys, outcome->keys->len);
  if (outcome->has_tables)
    tl_library_official_changed (self);
  tl_library_history_changed (self);
}

/**
 * tl_library_change_back_finish:
 * @self: a library
 * @result: what the callback was given
 * @n_articles: (out): how many articles went or came
 * @article_id: (out): one of those that came, where one did; else 0
 * @error: return location for an error
 *
 * Returns: whether it is undone or done again; %FALSE with %TL_LIBRARY_ERROR_MISSING where all that
 *   was removed has been deleted for good
 */
gboolean
tl_library_change_back_finish (TlLibrary     *self,
                               GAsyncResult  *result,
                               guint         *n_articles,
                               gint64        *article_id,
                               GError       **error)
{
  Outcome *outcome;
  gboolean is_too_late;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &remove_tag), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  *n_articles = outcome->keys->len;
  *article_id = outcome->is_restored && outcome->keys->len == 1
                  ? tl_article_key_get_id (g_array_index (outcome->keys, TlArticleKey, 0)) : 0;
  is_too_late = outcome->is_too_late;
  follow (self, outcome);
  outcome_free (outcome);
  if (is_too_late)
    g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING,
                         _("This was too long ago; what was removed is gone for good"));
  return !is_too_late;
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
  Outcome *outcome;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &remove_tag), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  if (n_removed != NULL)
    *n_removed = outcome->keys->len;
  follow (self, outcome);
  outcome_free (outcome);
  return TRUE;
}
