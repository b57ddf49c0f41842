/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person corrects of an article's title, publisher, author, address and day, and that
 * it was reviewed.  The
 * article is read again with it, which waits for others who write and may take long for a
 * long text, so it is done in a thread with a connection of its own. */

#include "tl-library-facts.h"

#include "tl-correction.h"
#include "tl-history.h"
#include "tl-library-private.h"

/* Its address tells whose task a result is. */
static char correct_tag;

typedef struct
{
  char     *path;               /* owned */
  gint64    id;                 /* of an article, or of what was corrected */
  TlFact    fact;
  char     *value;              /* owned, nullable */
  gboolean  is_review;          /* whether it says only if the article was reviewed: */
  gboolean  is_reviewed;
  gboolean  is_act;             /* whether it is about a correction that was made */
  gboolean  is_undone;
} Request;

typedef struct
{
  gint64 act;
  gint64 id;
  TlMove move;
} Outcome;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->value);
  g_free (request);
}

static gboolean
undo (TlDatabase     *database,
      const Request  *request,
      Outcome        *outcome,
      GError        **error)
{
  outcome->act = request->id;
  return tl_correction_set_undone (database, request->id, request->is_undone, &outcome->id,
                                   &outcome->move, error) &&
         tl_history_mark (database, TL_UNDO_CORRECTION, request->id, request->is_undone, error);
}

static gboolean
correct (TlDatabase     *database,
         const Request  *request,
         Outcome        *outcome,
         GError        **error)
{
  if (request->is_act)
    return undo (database, request, outcome, error);
  outcome->id = request->id;
  if (request->is_review)
    return tl_correction_set_reviewed (database, request->id, request->is_reviewed, &outcome->act,
                                       &outcome->move, error) &&
           tl_history_add (database, TL_UNDO_CORRECTION, request->is_reviewed ? "reviewed" : "to-review",
                           outcome->act, 1, NULL, error);
  return tl_correction_add (database, request->id, request->fact, request->value, &outcome->act,
                            &outcome->move, error) &&
         tl_history_add (database, TL_UNDO_CORRECTION, tl_fact_get_name (request->fact), outcome->act, 1,
                         NULL, error);
}

static gboolean
correct_in_transaction (const Request  *request,
                        Outcome        *outcome,
                        GError        **error)
{
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, error);

  if (database == NULL || !tl_database_begin (database, error))
    return FALSE;
  if (correct (database, request, outcome, error))
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

static void
correct_thread (GTask        *task,
                gpointer      source_object G_GNUC_UNUSED,
                gpointer      task_data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  Outcome outcome = { 0, 0, { 0, 0 } };

  if (g_task_return_error_if_cancelled (task))
    return;
  if (correct_in_transaction (task_data, &outcome, &error))
    g_task_return_pointer (task, g_memdup2 (&outcome, sizeof outcome), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (TlLibrary           *self,
       const Request       *request,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *copy = g_memdup2 (request, sizeof *request);

  copy->path = g_strdup (tl_library_get_path (self));
  copy->value = g_strdup (request->value);
  g_task_set_source_tag (task, &correct_tag);
  g_task_set_task_data (task, copy, request_free);
  /* What was corrected is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, correct_thread);
}

/**
 * tl_library_correct_async:
 * @self: a library
 * @id: an article
 * @fact: what of it is corrected
 * @value: (nullable): what it is, a day as "2017-11-23", "2017-11" or "2017"; "" when it is
 *   not known; %NULL for what was read
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says what is true of an article whatever was read, and reads the article again with it:
 * another day makes another "last year".  It holds in readings to come, and when the same
 * text is imported again.
 */
void
tl_library_correct_async (TlLibrary           *self,
                          gint64               id,
                          TlFact               fact,
                          const char          *value,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Request request = { .id = id, .fact = fact, .value = (char *) value };

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (fact < TL_N_FACTS);

  start (self, &request, cancellable, callback, user_data);
}

/**
 * tl_library_set_reviewed_async:
 * @self: a library
 * @id: an article
 * @is_reviewed: whether a person has looked at what was read from it
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Marks an article as reviewed, or as one that is to be.  tl_library_correct_finish() ends it,
 * and the mark can be undone like a correction.
 */
void
tl_library_set_reviewed_async (TlLibrary           *self,
                               gint64               id,
                               gboolean             is_reviewed,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request request = { .id = id, .is_review = TRUE, .is_reviewed = is_reviewed };

  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, &request, cancellable, callback, user_data);
}

/**
 * tl_library_undo_correction_async:
 * @self: a library
 * @act: what was corrected, from tl_library_correct_finish()
 * @is_undone: %FALSE to make it hold again
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes a correction.  tl_library_correct_finish() ends it.
 */
void
tl_library_undo_correction_async (TlLibrary           *self,
                                  gint64               act,
                                  gboolean             is_undone,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Request request = { .id = act, .is_act = TRUE, .is_undone = is_undone };

  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, &request, cancellable, callback, user_data);
}

/**
 * tl_library_correct_finish:
 * @self: a library
 * @result: what the callback was given
 * @act: (out) (optional): by what the correction can be undone
 * @id: (out) (optional): the article, which may stand elsewhere in the list now; 0 where it
 *   is gone
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_library_correct_finish (TlLibrary     *self,
                           GAsyncResult  *result,
                           gint64        *act,
                           gint64        *id,
                           GError       **error)
{
  g_autofree Outcome *outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &correct_tag), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  if (act != NULL)
    *act = outcome->act;
  if (id != NULL)
    *id = outcome->id;
  if (outcome->move.from != 0)
    tl_library_move_many (self, &outcome->move, 1);
  tl_library_history_changed (self);
  return TRUE;
}
