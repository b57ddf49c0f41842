/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of figures.  It waits for others who write, so it is done in a thread with a
 * connection of its own. */

#include "tl-library-figures.h"

#include "tl-figure-decide.h"
#include "tl-history.h"
#include "tl-library-private.h"

/* Its address tells whose task a result is. */
static char figures_tag;

typedef struct
{
  char      *path;              /* owned */
  gint64     article_id;
  TlVerdict  verdict;
  GPtrArray *on;                /* owned (element-type TlFigure) */
  TlFigure  *figure;            /* owned, nullable */
  gint64     act;               /* what is undone or done again, or 0 */
  gboolean   is_undone;
} Request;

typedef struct
{
  gint64 act;
  gint64 article_id;            /* 0 where it is gone */
  TlMove move;
} Outcome;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->on, g_ptr_array_unref);
  g_clear_object (&request->figure);
  g_free (request);
}

/* What the history calls it. */
static const char *
get_deed (TlVerdict verdict)
{
  switch (verdict)
    {
    case TL_VERDICT_CONFIRM:
      return "confirm";
    case TL_VERDICT_DISMISS:
      return "dismiss";
    case TL_VERDICT_EDIT:
      return "edit";
    case TL_VERDICT_ADD:
      return "add";
    case TL_VERDICT_AS_READ:
      return "restore";
    default:
      g_return_val_if_reached ("edit");
    }
}

static gboolean
decide (TlDatabase     *database,
        const Request  *request,
        Outcome        *outcome,
        GError        **error)
{
  if (request->act != 0)
    {
      outcome->act = request->act;
      return tl_correction_set_undone (database, request->act, request->is_undone,
                                       &outcome->article_id, &outcome->move, error) &&
             tl_history_mark (database, TL_UNDO_FIGURES, request->act, request->is_undone, error);
    }
  outcome->article_id = request->article_id;
  return tl_figure_decide (database, request->article_id, request->verdict, request->on,
                           request->figure, &outcome->act, &outcome->move, error) &&
         tl_history_add (database, TL_UNDO_FIGURES, get_deed (request->verdict), outcome->act,
                         MAX (request->on->len, 1), NULL, error);
}

static gboolean
decide_in_transaction (const Request  *request,
                       Outcome        *outcome,
                       GError        **error)
{
  g_autoptr(TlDatabase) database = tl_database_open_again (request->path, error);

  if (database == NULL || !tl_database_begin (database, error))
    return FALSE;
  if (decide (database, request, outcome, error))
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

static void
decide_thread (GTask        *task,
               gpointer      source_object G_GNUC_UNUSED,
               gpointer      task_data,
               GCancellable *cancellable G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  Outcome outcome = { 0, 0, { 0, 0 } };

  if (g_task_return_error_if_cancelled (task))
    return;
  if (decide_in_transaction (task_data, &outcome, &error))
    g_task_return_pointer (task, g_memdup2 (&outcome, sizeof outcome), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static Request *
request_new (gint64    article_id,
             TlVerdict verdict,
             TlFigure *on,
             TlFigure *figure)
{
  Request *request = g_new0 (Request, 1);

  request->article_id = article_id;
  request->verdict = verdict;
  request->on = g_ptr_array_new_with_free_func (g_object_unref);
  if (on != NULL)
    g_ptr_array_add (request->on, g_object_ref (on));
  request->figure = figure != NULL ? g_object_ref (figure) : NULL;
  return request;
}

/* Takes @request. */
static void
start (TlLibrary           *self,
       Request             *request,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  request->path = g_strdup (tl_library_get_path (self));
  g_task_set_source_tag (task, &figures_tag);
  g_task_set_task_data (task, request, request_free);
  /* What was decided is told even if it was cancelled by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, decide_thread);
}

/**
 * tl_library_confirm_figures_async:
 * @self: a library
 * @article_id: an article
 * @figures: (element-type TlFigure): some of its figures
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that figures are right, all of them in one act.  They stay so, whatever is read there in
 * time to come.  tl_library_decide_figures_finish() ends it.
 */
void
tl_library_confirm_figures_async (TlLibrary           *self,
                                  gint64               article_id,
                                  GPtrArray           *figures,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (figures != NULL && figures->len > 0);

  request = request_new (article_id, TL_VERDICT_CONFIRM, NULL, NULL);
  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (request->on, g_object_ref (g_ptr_array_index (figures, i)));
  start (self, request, cancellable, callback, user_data);
}

/**
 * tl_library_dismiss_figure_async:
 * @self: a library
 * @article_id: an article
 * @figure: one of its figures
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says that something is no figure of trade: no chart shows it any more, and
 * tl_article_get_dismissed() has it.  tl_library_decide_figures_finish() ends it.
 */
void
tl_library_dismiss_figure_async (TlLibrary           *self,
                                 gint64               article_id,
                                 TlFigure            *figure,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (TL_IS_FIGURE (figure));

  start (self, request_new (article_id, TL_VERDICT_DISMISS, figure, NULL), cancellable, callback,
         user_data);
}

/**
 * tl_library_edit_figure_async:
 * @self: a library
 * @article_id: an article
 * @figure: one of its figures
 * @edited: what it is instead
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Says what a figure is.  tl_library_decide_figures_finish() ends it.
 */
void
tl_library_edit_figure_async (TlLibrary           *self,
                              gint64               article_id,
                              TlFigure            *figure,
                              TlFigure            *edited,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (TL_IS_FIGURE (figure));
  g_return_if_fail (TL_IS_FIGURE (edited));

  start (self, request_new (article_id, TL_VERDICT_EDIT, figure, edited), cancellable, callback,
         user_data);
}

/**
 * tl_library_add_figure_async:
 * @self: a library
 * @article_id: an article
 * @added: a figure that it states, with its quote and sentence
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Adds a figure that was not read.  tl_library_decide_figures_finish() ends it.
 */
void
tl_library_add_figure_async (TlLibrary           *self,
                             gint64               article_id,
                             TlFigure            *added,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (TL_IS_FIGURE (added));

  start (self, request_new (article_id, TL_VERDICT_ADD, NULL, added), cancellable, callback, user_data);
}

/**
 * tl_library_restore_figure_async:
 * @self: a library
 * @article_id: an article
 * @figure: one of its figures, dismissed or not
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Has a figure as it was read, or as it was added, whatever was said of it since.
 * tl_library_decide_figures_finish() ends it.
 */
void
tl_library_restore_figure_async (TlLibrary           *self,
                                 gint64               article_id,
                                 TlFigure            *figure,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (TL_IS_FIGURE (figure));

  start (self, request_new (article_id, TL_VERDICT_AS_READ, figure, NULL), cancellable, callback,
         user_data);
}

/**
 * tl_library_undo_figures_async:
 * @self: a library
 * @act: what was said, from tl_library_decide_figures_finish()
 * @is_undone: %FALSE to make it hold again
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes what was said of figures.  tl_library_decide_figures_finish() ends it.
 */
void
tl_library_undo_figures_async (TlLibrary           *self,
                               gint64               act,
                               gboolean             is_undone,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (act != 0);

  request = request_new (0, TL_VERDICT_AS_READ, NULL, NULL);
  request->act = act;
  request->is_undone = is_undone;
  start (self, request, cancellable, callback, user_data);
}

/**
 * tl_library_decide_figures_finish:
 * @self: a library
 * @result: what the callback was given
 * @act: (out) (optional): by what it can be undone
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_library_decide_figures_finish (TlLibrary     *self,
                                  GAsyncResult  *result,
                                  gint64        *act,
                                  GError       **error)
{
  g_autofree Outcome *outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &figures_tag), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  if (outcome == NULL)
    return FALSE;
  if (act != NULL)
    *act = outcome->act;
  if (outcome->move.from != 0)
    tl_library_move_many (self, &outcome->move, 1);
  if (outcome->article_id != 0)
    tl_library_figures_changed (self, outcome->article_id);
  tl_library_history_changed (self);
  return TRUE;
}
