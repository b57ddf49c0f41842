/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides on a library's entities and copies.  It waits for others who write, and may
 * take long, so it is done in a thread with a connection of its own. */

#include "tl-library-entities.h"

#include "tl-catch-up.h"
#include "tl-copy-decide.h"
#include "tl-decide-add.h"
#include "tl-decide.h"
#include "tl-history.h"
#include "tl-library-private.h"

/* Its address tells whose task a result is. */
static char decide_tag;

typedef enum
{
  ACTION_MERGE,
  ACTION_RENAME,
  ACTION_RETYPE,
  ACTION_DISMISS,
  ACTION_RESTORE,
  ACTION_ADD,
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
  TlSpan  span;                 /* of a name that is added */
  TlEntityType type;            /* of what it names, likewise */
  gboolean is_everywhere;       /* likewise */
  GArray *ids;                  /* owned, nullable: entities that are merged */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->name);
  g_clear_pointer (&request->ids, g_array_unref);
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
      return tl_decide_merge (database, request->ids, request->other, act, error);
    case ACTION_RENAME:
      return tl_decide_rename (database, request->id, request->name, act, error);
    case ACTION_RETYPE:
      return tl_decide_retype (database, request->id, (TlEntityType) request->other, act, error);
    case ACTION_DISMISS:
      return tl_decide_dismiss (database, request->id, act, error);
    case ACTION_RESTORE:
      return tl_decide_restore (database, request->id, act, error);
    case ACTION_ADD:
      return tl_decide_add (database, request->id, request->span, request->type, request->other,
                            request->is_everywhere, act, error);
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

/* What is decided concerns all articles: those that are not made right here follow by themselves. */
typedef struct
{
  gint64     act;
  gboolean   is_changed;        /* anything at all */
  TlCaughtUp caught_up;
} Outcome;

static gboolean
decide_now (TlDatabase     *database,
            const Request  *request,
            Outcome        *outcome,
            GError        **error)
{
  return tl_database_begin (database, error) &&
         tl_catch_up_end_change (database, decide_and_note (database, request, &outcome->act, error), error) &&
         tl_catch_up_some (database, &outcome->caught_up, error);
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
  outcome.caught_up.has_copies = request->action == ACTION_NO_COPY || request->action == ACTION_UNDO;
  database = tl_database_open_again (request->path, &error);
  if (database == NULL ||
      !(request->action == ACTION_CATCH_UP
        ? tl_catch_up (database, cancellable, &outcome.caught_up, &error)
        : decide_now (database, request, &outcome, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  outcome.is_changed = outcome.act != 0 || outcome.caught_up.has_entities;
  g_task_return_pointer (task, g_memdup2 (&outcome, sizeof outcome), g_free);
}

static void
start_request (TlLibrary           *self,
               Request             *request,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, &decide_tag);
  g_task_set_task_data (task, request, request_free);
  /* What was decided is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, decide_thread);
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
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));

  request = g_new0 (Request, 1);
  request->path = g_strdup (tl_library_get_path (self));
  request->action = action;
  request->id = id;
  request->other = other;
  request->name = g_strdup (name);
  start_request (self, request, cancellable, callback, user_data);
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
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  tl_library_merge_all_async (self, ids, into, cancellable, callback, user_data);
}

/**
 * tl_library_merge_all_async:
 * @self: a library
 * @ids: (element-type gint64): entities
 * @into: another one, or one of them
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that several are one: all become parts of the one, in all articles and those to come; it is
 * undone as a whole.  tl_library_decide_finish() ends it.
 */
void
tl_library_merge_all_async (TlLibrary           *self,
                            GArray              *ids,
                            gint64               into,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);

  request = g_new0 (Request, 1);
  request->path = g_strdup (tl_library_get_path (self));
  request->action = ACTION_MERGE;
  request->ids = g_array_copy (ids);
  request->other = into;
  start_request (self, request, cancellable, callback, user_data);
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
 * tl_library_restore_entity_async:
 * @self: a library
 * @id: an entity that was dismissed
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that it is an entity after all.  tl_library_decide_finish() ends it.
 */
void
tl_library_restore_entity_async (TlLibrary           *self,
                                 gint64               id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  start (self, ACTION_RESTORE, id, 0, NULL, cancellable, callback, user_data);
}

/**
 * tl_library_add_name_async:
 * @self: a library
 * @article_id: an article
 * @span: where a name stands in its text, in bytes; is made to end where words do
 * @type: what it names; does not matter with @into
 * @into: the entity that it names, or 0 for one that is called so
 * @is_everywhere: whether it does so wherever these words stand, else only here
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that some words name something: in all articles in which they stand as they are written
 * here, and in those to come.  What was read of the same words elsewhere stays.
 * tl_library_decide_finish() ends it.
 */
void
tl_library_add_name_async (TlLibrary           *self,
                           gint64               article_id,
                           TlSpan               span,
                           TlEntityType         type,
                           gint64               into,
                           gboolean             is_everywhere,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));

  request = g_new (Request, 1);
  *request = (Request) {
    g_strdup (tl_library_get_path (self)), ACTION_ADD, article_id, into, NULL, span, type, is_everywhere,
    NULL,
  };
  start_request (self, request, cancellable, callback, user_data);
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

/* Set while what is left to do is being done, and how often that was asked for meanwhile. */
#define REST "tl-library-rest"

static void begin_rest (TlLibrary *self);

/* What cannot be stored now is tried again when the library is opened the next time. */
static void
rest_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data G_GNUC_UNUSED)
{
  guint n_asked = GPOINTER_TO_UINT (g_object_steal_data (source_object, REST));
  g_autoptr(GError) error = NULL;

  if (!tl_library_decide_finish (TL_LIBRARY (source_object), result, NULL, &error))
    g_message ("%s", error->message);
  else if (n_asked > 1)
    begin_rest (TL_LIBRARY (source_object));
}

static void
begin_rest (TlLibrary *self)
{
  guint n_asked = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self), REST));

  g_object_set_data (G_OBJECT (self), REST, GUINT_TO_POINTER (n_asked + 1));
  if (n_asked == 0)
    tl_library_catch_up_async (self, NULL, rest_cb, NULL);
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
  if (outcome->caught_up.has_copies)
    tl_library_copies_changed (self);
  if (outcome->act != 0)
    tl_library_history_changed (self);
  if (outcome->caught_up.is_unfinished)
    begin_rest (self);
  return TRUE;
}
