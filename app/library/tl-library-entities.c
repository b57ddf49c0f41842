/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides on a library's entities and copies.  It waits for others who write, and may
 * take long, so it is done in a thread with a connection of its own. */

#include "tl-library-entities.h"

#include "tl-copy-decide.h"
#include "tl-copy-desk.h"
#include "tl-decide.h"
#include "tl-history.h"
#include "tl-library-private.h"
#include "tl-pending.h"
#include "tl-search-rows.h"

/* So many articles are stored again in one transaction: others who write wait for no more. */
#define PENDING_ARTICLES 100

/* Its address tells whose task a result is. */
static char decide_tag;

typedef enum
{
  ACTION_MERGE,
  ACTION_RENAME,
  ACTION_RETYPE,
  ACTION_DISMISS,
  ACTION_SPLIT_NAME,
  ACTION_SPLIT_ARTICLE,
  ACTION_NO_COPY,
  ACTION_UNDO,
  ACTION_CATCH_UP,
} Action;

typedef struct
{
  char   *path;                 /* owned */
  Action  action;
  gint64  id;                   /* of an entity, an article, or what was decided */
  gint64  other;                /* another entity, an article, a type, whether undone */
  char   *name;                 /* owned, nullable */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->name);
  g_free (request);
}

static gboolean
decide (TlDatabase     *database,
        const Request  *request,
        gint64         *act,
        GError        **error)
{
  switch (request->action)
    {
    case ACTION_MERGE:
      return tl_decide_merge (database, request->id, request->other, act, error);
    case ACTION_RENAME:
      return tl_decide_rename (database, request->id, request->name, act, error);
    case ACTION_RETYPE:
      return tl_decide_retype (database, request->id, (TlEntityType) request->other, act, error);
    case ACTION_DISMISS:
      return tl_decide_dismiss (database, request->id, act, error);
    case ACTION_SPLIT_NAME:
      return tl_decide_split_name (database, request->id, request->name, act, error);
    case ACTION_SPLIT_ARTICLE:
      return tl_decide_split_article (database, request->id, request->other, act, error);
    case ACTION_NO_COPY:
      return tl_copy_decide_apart (database, request->id, act, error);
    case ACTION_UNDO:
      *act = request->id;
      return tl_decide_again (database, request->id, request->other != 0, error) &&
             tl_history_mark (database, TL_UNDO_DECISION, request->id, request->other != 0, error);
    case ACTION_CATCH_UP:
    default:
      return TRUE;
    }
}

/* With what is needed to undo it. */
static gboolean
decide_and_note (TlDatabase     *database,
                 const Request  *request,
                 gint64         *act,
                 GError        **error)
{
  return decide (database, request, act, error) &&
         (*act == 0 || request->action == ACTION_UNDO || tl_history_add_decision (database, *act, error));
}

static gboolean
end_change (TlDatabase  *database,
            gboolean     succeeded,
            GError     **error)
{
  if (succeeded)
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

typedef struct
{
  gint64   act;
  gboolean is_changed;          /* anything at all */
  gboolean has_copies;          /* which articles carry one story */
} Outcome;

static gboolean
is_pending (TlDatabase  *database,
            const char  *sql,
            gboolean    *pending,
            GError     **error)
{
  gint64 any = 0;
  gboolean succeeded = tl_database_query_int (database, sql, &any, error);

  *pending = any != 0;
  return succeeded;
}

static gboolean
catch_up_copies (TlDatabase    *database,
                 GCancellable  *cancellable,
                 Outcome       *outcome,
                 GError       **error)
{
  g_autoptr(TlCopyDesk) desk = tl_copy_desk_new (database);
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM copy_pending)", &goes_on, error))
    return FALSE;
  outcome->has_copies |= goes_on;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    if (!tl_database_begin (database, error) ||
        !end_change (database, tl_copy_desk_catch_up (desk, PENDING_ARTICLES, &at_end, error),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
catch_up_search (TlDatabase    *database,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM search_pending)", &goes_on, error))
    return FALSE;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    if (!tl_database_begin (database, error) ||
        !end_change (database, tl_search_rows_catch_up (database, PENDING_ARTICLES, &at_end, error),
                     error))
      return FALSE;
  return TRUE;
}

/* Once it is decided, what is left can wait: a cancellation is no failure of the decision. */
static gboolean
catch_up (TlDatabase    *database,
          GCancellable  *cancellable,
          Outcome       *outcome,
          GError       **error)
{
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM pending)", &goes_on, error))
    return FALSE;
  outcome->is_changed = outcome->act != 0 || goes_on;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    if (!tl_database_begin (database, error) ||
        !end_change (database, tl_pending_work_off (database, PENDING_ARTICLES, &at_end, error),
                     error))
      return FALSE;
  return catch_up_search (database, cancellable, error) &&
         catch_up_copies (database, cancellable, outcome, error);
}

static void
decide_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = NULL;
  Outcome outcome = { 0 };

  if (g_task_return_error_if_cancelled (task))
    return;
  outcome.has_copies = request->action == ACTION_NO_COPY || request->action == ACTION_UNDO;
  database = tl_database_open_again (request->path, &error);
  if (database == NULL ||
      (request->action != ACTION_CATCH_UP &&
       (!tl_database_begin (database, &error) ||
        !end_change (database, decide_and_note (database, request, &outcome.act, &error), &error))) ||
      !catch_up (database, cancellable, &outcome, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memdup2 (&outcome, sizeof outcome), g_free);
}

static void
start (TlLibrary           *self,
       Action               action,
       gint64               id,
       gint64               other,
       const char          *name,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));

  request = g_new (Request, 1);
  *request = (Request) {
    g_strdup (tl_library_get_path (self)), action, id, other, g_strdup (name),
  };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, &decide_tag);
  g_task_set_task_data (task, request, request_free);
  /* What was decided is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, decide_thread);
}

/**
 * tl_library_merge_entities_async:
 * @self: a library
 * @id: an entity
 * @into: another one
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that two are one: the first becomes a part of the second, in all articles and those
 * to come.  tl_library_decide_finish() ends it.
 */
void
tl_library_merge_entities_async (TlLibrary           *self,
                                 gint64               id,
                                 gint64               into,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  start (self, ACTION_MERGE, id, into, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_rename_entity_async:
 * @self: a library
 * @id: an entity
 * @name: (nullable): what to call it; %NULL for what the articles call it
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says what an entity is called.  tl_library_decide_finish() ends it.
 */
void
tl_library_rename_entity_async (TlLibrary           *self,
                                gint64               id,
                                const char          *name,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start (self, ACTION_RENAME, id, 0, name, cancellable, callback, user_data);
}

/**
 * tl_library_retype_entity_async:
 * @self: a library
 * @id: an entity
 * @type: what it is
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says of what kind an entity is.  tl_library_decide_finish() ends it.
 */
void
tl_library_retype_entity_async (TlLibrary           *self,
                                gint64               id,
                                TlEntityType         type,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start (self, ACTION_RETYPE, id, (gint64) type, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_dismiss_entity_async:
 * @self: a library
 * @id: an entity
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that it is no entity at all.  tl_library_decide_finish() ends it.
 */
void
tl_library_dismiss_entity_async (TlLibrary           *self,
                                 gint64               id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  start (self, ACTION_DISMISS, id, 0, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_split_name_async:
 * @self: a library
 * @id: an entity
 * @name: one of its aliases
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that what is called so is another one.  tl_library_decide_finish() ends it.
 */
void
tl_library_split_name_async (TlLibrary           *self,
                             gint64               id,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (name != NULL);

  start (self, ACTION_SPLIT_NAME, id, 0, name, cancellable, callback, user_data);
}

/**
 * tl_library_split_article_async:
 * @self: a library
 * @id: an entity
 * @article_id: an article that names it
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that an article means another one of the same name.  tl_library_decide_finish() ends
 * it.
 */
void
tl_library_split_article_async (TlLibrary           *self,
                                gint64               id,
                                gint64               article_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start (self, ACTION_SPLIT_ARTICLE, id, article_id, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_set_apart_async:
 * @self: a library
 * @id: an article
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that an article is no copy of those that it was put together with.
 * tl_library_decide_finish() ends it.
 */
void
tl_library_set_apart_async (TlLibrary           *self,
                            gint64               id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  start (self, ACTION_NO_COPY, id, 0, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_undo_decision_async:
 * @self: a library
 * @act: what was decided, from tl_library_decide_finish()
 * @is_undone: %FALSE to make it hold again
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes a decision.  tl_library_decide_finish() ends it.
 */
void
tl_library_undo_decision_async (TlLibrary           *self,
                                gint64               act,
                                gboolean             is_undone,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start (self, ACTION_UNDO, act, is_undone, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_catch_up_async:
 * @self: a library
 * @cancellable: (nullable): to leave the rest for another time
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes down the entities of articles, has them found by their words and looks for their copies
 * where that is still to do: for those that an older version stored, and those that were left
 * when the program ended.  Does nothing where there are none.  tl_library_decide_finish() ends it.
 */
void
tl_library_catch_up_async (TlLibrary           *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  start (self, ACTION_CATCH_UP, 0, 0, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_decide_finish:
 * @self: a library
 * @result: what the callback was given
 * @act: (out) (optional): by what the decision can be undone; 0 where nothing had to be
 *   decided
 * @error: return location for an error
 *
 * Returns: whether it is decided, and kept
 */
gboolean
tl_library_decide_finish (TlLibrary     *self,
                          GAsyncResult  *result,
                          gint64        *act,
                          GError       **error)
{
  g_autofree Outcome *outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &decide_tag), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  if (act != NULL)
    *act = outcome->act;
  if (outcome->is_changed)
    tl_library_entities_changed (self);
  if (outcome->has_copies)
    tl_library_copies_changed (self);
  if (outcome->act != 0)
    tl_library_history_changed (self);
  return TRUE;
}
