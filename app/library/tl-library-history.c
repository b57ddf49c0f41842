/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undoing and redoing, one after the other: who presses the keys quickly means the one before, and
 * not the same once more.  How something is undone, those know who did it; they also keep that it
 * was, in the same transaction. */

#include "tl-library-history.h"

#include "tl-figure-decision.h"
#include "tl-history.h"
#include "tl-library-entities.h"
#include "tl-library-facts.h"
#include "tl-library-figures.h"
#include "tl-library-private.h"
#include "tl-store.h"

#define QUEUE "tl-library-history-queue"

typedef struct
{
  gboolean    is_latest;        /* whatever is next, or: */
  TlUndoKind  kind;
  gint64      act;
  TlUndone    undone;
} Request;

/* Its address tells whose task a result is. */
static char undo_tag;

static void begin_next (TlLibrary *self);

/**
 * tl_undone_clear:
 * @self: what came of undoing something
 *
 * Frees what it holds.
 */
void
tl_undone_clear (TlUndone *self)
{
  g_clear_pointer (&self->entry, tl_history_entry_free);
  g_clear_pointer (&self->entities, g_array_unref);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  tl_undone_clear (&request->undone);
  g_free (request);
}

/* ---- what is next ---- */

static TlHistoryEntry *
dup_next (TlLibrary *self,
          gboolean   is_undone)
{
  g_autoptr(GError) error = NULL;
  TlHistoryEntry *entry = NULL;

  if (tl_library_get_state (self) != TL_LIBRARY_WRITABLE)
    return NULL;
  if (!tl_history_get_next (tl_library_get_database (self), is_undone, &entry, &error))
    g_message ("%s", error->message);
  return entry;
}

/**
 * tl_library_dup_undo:
 * @self: a library
 *
 * Returns: (transfer full) (nullable): what tl_library_undo_async() undoes next; %NULL where
 *   nothing can be undone
 */
TlHistoryEntry *
tl_library_dup_undo (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return dup_next (self, FALSE);
}

/**
 * tl_library_dup_redo:
 * @self: a library
 *
 * Returns: (transfer full) (nullable): what tl_library_redo_async() does again next; %NULL where
 *   nothing was undone, or something else was done since
 */
TlHistoryEntry *
tl_library_dup_redo (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  return dup_next (self, TRUE);
}

/**
 * tl_library_has_act:
 * @self: a library
 * @kind: by what it is undone
 * @act: by what it is known, as in tl_library_undo_act_async()
 * @is_undone: whether it was undone
 *
 * Returns: whether the act can still be undone or, where it was, be done again
 */
gboolean
tl_library_has_act (TlLibrary  *self,
                    TlUndoKind  kind,
                    gint64      act,
                    gboolean    is_undone)
{
  g_autoptr(TlHistoryEntry) entry = NULL;

  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return tl_history_find (tl_library_get_database (self), kind, act, is_undone, &entry, NULL) && entry != NULL;
}

/* ---- one after the other ---- */

static GQueue *
get_queue (TlLibrary *self)
{
  return g_object_get_data (G_OBJECT (self), QUEUE);
}

/* The queue is empty when the library goes: each task holds it. */
static GQueue *
ensure_queue (TlLibrary *self)
{
  GQueue *queue = get_queue (self);

  if (queue != NULL)
    return queue;
  queue = g_queue_new ();
  g_object_set_data_full (G_OBJECT (self), QUEUE, queue, (GDestroyNotify) g_queue_free);
  return queue;
}

/* Takes @error where there is one, and goes on with what waits. */
static void
end (GTask  *task,
     GError *error)
{
  g_autoptr(GTask) ended = g_queue_pop_head (get_queue (g_task_get_source_object (task)));
  g_autoptr(TlLibrary) self = g_object_ref (g_task_get_source_object (ended));

  if (error != NULL)
    g_task_return_error (ended, error);
  else
    g_task_return_boolean (ended, TRUE);
  begin_next (self);
}

/* Of which article's text it was said; 0 where that is gone, or it was said of all. */
static gint64
find_article (TlLibrary            *self,
              const TlHistoryEntry *entry)
{
  const char *sql = entry->kind == TL_UNDO_DECISION
    ? "SELECT article.id FROM decision JOIN article USING (text_sha256)"
      " WHERE act = ? AND removed_at IS NULL ORDER BY decision.id LIMIT 1"
    : "SELECT article.id FROM correction JOIN article USING (text_sha256)"
      " WHERE correction.id = ? AND removed_at IS NULL";
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (tl_library_get_database (self), ids, NULL, sql, "i", entry->act) || ids->len == 0)
    return 0;
  return g_array_index (ids, gint64, 0);
}

/* On what it was decided, and what that was merged into. */
static GArray *
find_entities (TlLibrary            *self,
               const TlHistoryEntry *entry)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  tl_database_select_ids (tl_library_get_database (self), ids, NULL,
                          "SELECT root.id FROM (SELECT type, key, text_sha256 FROM decision WHERE act = ?1"
                          " UNION ALL SELECT to_type, to_key, to_text_sha256 FROM decision"
                          " WHERE act = ?1 AND kind = 'merge') AS said"
                          " JOIN entity AS part ON part.type = said.type AND part.key = said.key AND part.article_id ="
                          " coalesce((SELECT id FROM article WHERE text_sha256 = said.text_sha256), 0)"
                          " JOIN entity AS root ON root.id = part.main"
                          " WHERE root.n_articles > 0 AND NOT root.is_dismissed"
                          " GROUP BY root.id ORDER BY root.n_articles DESC, root.id", "i", entry->act);
  return ids;
}

static void
decided_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlLibrary *self = TL_LIBRARY (source_object);
  Request *request = g_task_get_task_data (user_data);
  GError *error = NULL;

  if (tl_library_decide_finish (self, result, NULL, &error))
    {
      request->undone.article_id = find_article (self, request->undone.entry);
      request->undone.entities = find_entities (self, request->undone.entry);
    }
  end (user_data, error);
}

static void
corrected_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  TlLibrary *self = TL_LIBRARY (source_object);
  Request *request = g_task_get_task_data (user_data);
  GError *error = NULL;

  if (tl_library_correct_finish (self, result, NULL, NULL, &error))
    request->undone.article_id = find_article (self, request->undone.entry);
  end (user_data, error);
}

/* Where the first figure stands of which something was said. */
static TlSpan
find_span (TlLibrary            *self,
           const TlHistoryEntry *entry,
           gint64                article_id)
{
  TlDatabase *database = tl_library_get_database (self);
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) article = tl_store_load_read (database, article_id, &digest, NULL);
  g_autoptr(GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_figure_decision_free);
  g_autoptr(TlStatement) statement =
    tl_database_query (database, NULL, "SELECT value FROM correction WHERE id = ?", "i", entry->act);
  const TlFigureDecision *first;

  if (article == NULL || statement == NULL || !tl_database_step (database, statement, NULL))
    return (TlSpan) { 0, 0 };
  tl_figure_decisions_read (decisions, (const char *) sqlite3_column_text (statement, 0), article);
  first = decisions->len > 0 ? g_ptr_array_index (decisions, 0) : NULL;
  return first != NULL ? first->span : (TlSpan) { 0, 0 };
}

static void
figures_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlLibrary *self = TL_LIBRARY (source_object);
  Request *request = g_task_get_task_data (user_data);
  GError *error = NULL;

  if (tl_library_decide_figures_finish (self, result, NULL, &error))
    request->undone.article_id = find_article (self, request->undone.entry);
  if (request->undone.article_id != 0)
    request->undone.span = find_span (self, request->undone.entry, request->undone.article_id);
  end (user_data, error);
}

static void
changed_back_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Request *request = g_task_get_task_data (user_data);
  GError *error = NULL;

  tl_library_change_back_finish (TL_LIBRARY (source_object), result, &request->undone.n_articles,
                                 &request->undone.article_id, &error);
  end (user_data, error);
}

static void
begin (TlLibrary            *self,
       const TlHistoryEntry *entry,
       gboolean              is_undone,
       GTask                *task)
{
  switch (entry->kind)
    {
    case TL_UNDO_DECISION:
      tl_library_undo_decision_async (self, entry->act, is_undone, NULL, decided_cb, task);
      break;
    case TL_UNDO_CORRECTION:
      tl_library_undo_correction_async (self, entry->act, is_undone, NULL, corrected_cb, task);
      break;
    case TL_UNDO_FIGURES:
      tl_library_undo_figures_async (self, entry->act, is_undone, NULL, figures_cb, task);
      break;
    case TL_UNDO_REMOVAL:
    case TL_UNDO_IMPORT:
    case TL_UNDO_OFFICIAL:
    default:
      tl_library_change_back_async (self, entry->kind, entry->act, is_undone, changed_back_cb, task);
      break;
    }
}

/* Which one it is, is looked up only now. */
static void
begin_next (TlLibrary *self)
{
  GTask *task = g_queue_peek_head (get_queue (self));
  Request *request = task != NULL ? g_task_get_task_data (task) : NULL;
  GError *error = NULL;

  if (task == NULL)
    return;
  if (request->is_latest)
    request->undone.entry = dup_next (self, request->undone.is_redo);
  else
    tl_history_find (tl_library_get_database (self), request->kind, request->act, request->undone.is_redo,
                     &request->undone.entry, &error);
  if (request->undone.entry == NULL)
    end (task, error);
  else
    begin (self, request->undone.entry, !request->undone.is_redo, task);
}

static void
start (TlLibrary           *self,
       Request              request,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GQueue *queue = ensure_queue (self);

  g_task_set_source_tag (task, &undo_tag);
  g_task_set_task_data (task, g_memdup2 (&request, sizeof request), request_free);
  g_queue_push_tail (queue, task);
  if (g_queue_get_length (queue) == 1)
    begin_next (self);
}

/**
 * tl_library_undo_async:
 * @self: a library
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes what was done last and holds still, whether in this window, another one, or before the
 * program was started.  tl_library_undo_finish() ends it.
 */
void
tl_library_undo_async (TlLibrary           *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, (Request) { .is_latest = TRUE }, callback, user_data);
}

/**
 * tl_library_redo_async:
 * @self: a library
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does again what was undone last.  tl_library_undo_finish() ends it.
 */
void
tl_library_redo_async (TlLibrary           *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  start (self, (Request) { .is_latest = TRUE, .undone = { .is_redo = TRUE } }, callback, user_data);
}

/**
 * tl_library_undo_act_async:
 * @self: a library
 * @kind: by what it is undone
 * @act: by what it is known: what the function gave that did it; an article or a table of official
 *   figures that was removed
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes one act, whatever was done since.  tl_library_undo_finish() ends it.
 */
void
tl_library_undo_act_async (TlLibrary           *self,
                           TlUndoKind           kind,
                           gint64               act,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (kind < TL_N_UNDO_KINDS);

  start (self, (Request) { .kind = kind, .act = act }, callback, user_data);
}

/**
 * tl_library_redo_act_async:
 * @self: a library
 * @kind: by what it was undone
 * @act: by what it is known, as in tl_library_undo_act_async()
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does one act again that was undone, where nothing else was done since.  tl_library_undo_finish()
 * ends it.
 */
void
tl_library_redo_act_async (TlLibrary           *self,
                           TlUndoKind           kind,
                           gint64               act,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (kind < TL_N_UNDO_KINDS);

  start (self, (Request) { .kind = kind, .act = act, .undone = { .is_redo = TRUE } }, callback, user_data);
}

/**
 * tl_library_undo_finish:
 * @self: a library
 * @result: what the callback was given
 * @undone: (out caller-allocates): what it was, to be cleared with tl_undone_clear(); also where
 *   it failed
 * @error: return location for a #TlLibraryError
 *
 * Returns: whether it is undone, or done again; also where there was nothing to undo
 */
gboolean
tl_library_undo_finish (TlLibrary     *self,
                        GAsyncResult  *result,
                        TlUndone      *undone,
                        GError       **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, &undo_tag), FALSE);

  request = g_task_get_task_data (G_TASK (result));
  *undone = request->undone;
  request->undone.entry = NULL;
  request->undone.entities = NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}
