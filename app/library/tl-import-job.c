/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-import-job-private.h"

#include <glib/gi18n-lib.h>

#include "tl-history.h"
#include "tl-pending.h"
#include "tl-store.h"

/* One transaction stores so many articles, or so many bytes of text beside the first, or
 * what came within so many microseconds, whichever is first: a transaction for each would
 * cost several times as much, and a long one keep people waiting for what is read.  As many more
 * are read meanwhile, see tl-import-queue.c. */
#define BATCH_RESULTS 512
#define BATCH_BYTES   (4 * 1024 * 1024)
#define BATCH_TIME    (250 * G_TIME_SPAN_MILLISECOND)

/* Nor is more stored in one once storing took so many microseconds: to end it, with the names and
 * the index, takes about a fifth as long, and who cancels has to wait for that.  Shorter ones
 * would cost more than they spare. */
#define STORE_TIME (400 * G_TIME_SPAN_MILLISECOND)

/* Names and entities are found again all over the file: with room for a good part of it in
 * memory, few pages are read or written more than once in a batch.  What a batch writes fits
 * into the log, which is copied into the file when it has grown to some batches. */
#define CONFIGURATION "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 2000"

/* So many articles are dealt out again together because of decisions that were taken over. */
#define PENDING_BATCH 64

/* Of the time after a cancellation so much, in microseconds, is left to store what was read;
 * and as often it is looked for one. */
#define GRACE      (20 * G_TIME_SPAN_MILLISECOND)
#define LOOK_AGAIN (10 * G_TIME_SPAN_MILLISECOND)

/**
 * tl_import_job_new:
 * @path: the library's file
 * @files: (element-type GFile): files and folders
 * @rules: (nullable): what may be fetched of links among them; %NULL: nothing
 *
 * Returns: (transfer full): a job that has not begun
 */
TlImportJob *
tl_import_job_new (const char *path,
                   GPtrArray  *files,
                   const TlFetchRules *rules)
{
  TlImportJob *self = g_new0 (TlImportJob, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->path = g_strdup (path);
  self->are_references_checked = TRUE;
  self->n_readers = CLAMP (g_get_num_processors (), 1, TL_IMPORT_MAX_READERS);
  self->queue = tl_import_queue_new (self->n_readers);
  self->walk = tl_file_walk_new (files);
  self->rules = rules;
  self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_result_free);
  g_mutex_init (&self->walk_lock);
  g_mutex_init (&self->progress_lock);
  tl_import_progress_init (&self->progress, 0, 0);
  return self;
}

/**
 * tl_import_job_free:
 * @self: (transfer full): a job that does not run
 *
 * Readers that have not noticed yet that they were given up keep what they need of it.
 */
void
tl_import_job_free (TlImportJob *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_clear_object (&self->cancellable);
  tl_import_progress_clear (&self->progress);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->walk, tl_file_walk_free);
  g_clear_pointer (&self->queue, tl_import_queue_free);
  g_mutex_clear (&self->walk_lock);
  g_mutex_clear (&self->progress_lock);
  g_free (self->path);
  g_free (self);
}

/* ---- storing, in the thread of the job ---- */

/* Adds to what the main thread will be told; @key is 0 where nothing was stored. */
static void
report (TlImportJob    *self,
        TlImportResult *result,
        TlArticleKey    key)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);
  TlImportProgress *progress = &self->progress;

  if (key != 0)
    {
      g_array_append_val (progress->added, key);
      progress->act = self->act;
    }
  else
    {
      TlImportFailure failure = { result->file, result->part, result->message,
                                  result->is_duplicate, result->article_id };

      progress->n_failures++;
      if (progress->failures->len < TL_IMPORT_MAX_FAILURES)
        {
          g_ptr_array_add (progress->failures, g_memdup2 (&failure, sizeof failure));
          result->file = NULL;
          result->part = NULL;
          result->message = NULL;
        }
    }
  progress->n_found = MAX (progress->n_found, result->n_found);
  progress->fraction = MAX (progress->fraction, result->fraction);
  self->has_progress = TRUE;
}

static void
set_duplicate (TlImportResult *result,
               gint64          id,
               char           *message)
{
  result->message = message;
  result->is_duplicate = TRUE;
  result->article_id = id;
}

/*
 * tl_import_job_report_failure:
 * @self: a job that runs
 * @result: what was not stored, and why; its message is taken
 *
 * Adds it to what the main thread will be told.
 */
void
tl_import_job_report_failure (TlImportJob    *self,
                              TlImportResult *result)
{
  report (self, result, 0);
}

static void
report_move (TlImportJob  *self,
             const TlMove *move)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);

  g_array_append_val (self->progress.moves, *move);
  self->has_progress = TRUE;
}

/* Stores an article that was exported, with what goes along with it. */
static gboolean
take_back (TlImportJob     *self,
           TlImportResult  *result,
           TlArticleKey    *key,
           GError         **error)
{
  TlTaken taken;

  tl_take_back_begin_file (self->back, result->number);
  if (!tl_take_back_article (self->back, self->desk, result->line, result->words, result->packed, &taken,
                             error))
    return FALSE;
  if (taken.move.from != 0)
    report_move (self, &taken.move);
  *key = taken.key;
  if (taken.key != 0)
    return tl_copy_desk_add (self->copies, tl_article_key_get_id (taken.key), result->print, error);
  set_duplicate (result, taken.twin_id,
                 g_strdup_printf (_("This article is in the library already, as “%s”"), taken.title));
  g_free (taken.title);
  return TRUE;
}

/* Stores one article of a batch; being there already is no error of the batch. */
static gboolean
store_result (TlImportJob     *self,
              TlImportResult  *result,
              TlArticleKey    *key,
              GError         **error)
{
  g_autoptr(GError) local_error = NULL;

  if (result->article == NULL)
    return TRUE;
  if (result->line != NULL)
    return take_back (self, result, key, error);
  if (tl_store_add (self->database, self->desk, result->article, result->words, result->packed, key,
                    &local_error))
    return tl_copy_desk_add (self->copies, tl_article_key_get_id (*key), result->print, error);
  if (g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE))
    {
      set_duplicate (result, tl_article_key_get_id (*key), g_strdup (local_error->message));
      *key = 0;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gint64
note_cancellation (TlImportJob *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);

  if (self->cancelled_at == 0)
    self->cancelled_at = g_get_monotonic_time ();
  return self->cancelled_at;
}

/* In the thread that cancels: the time counts from then, whatever is going on here. */
static void
cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED,
              gpointer      user_data)
{
  note_cancellation (user_data);
}

static gboolean
is_cancelled (TlImportJob *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/*
 * tl_import_job_is_out_of_time:
 * @self: a job that runs
 *
 * Returns: whether the grace of a cancellation has passed
 */
gboolean
tl_import_job_is_out_of_time (TlImportJob *self)
{
  return is_cancelled (self) && g_get_monotonic_time () > note_cancellation (self) + GRACE;
}

/* The desk keeps what it knows of entities from one transaction to the next. */
static gboolean
begin_entities (TlImportJob  *self,
                GError      **error)
{
  if (self->desk != NULL)
    return tl_entity_desk_begin (self->desk, error);
  self->desk = tl_entity_desk_new (self->database, error);
  return self->desk != NULL;
}

/* Stores as much of the batch as there is time for. */
static gboolean
store_articles (TlImportJob   *self,
                TlArticleKey  *keys,
                guint         *n_stored,
                GError       **error)
{
  gint64 end = g_get_monotonic_time () + STORE_TIME;
  guint i = 0;

  if (!begin_entities (self, error))
    return FALSE;
  tl_copy_desk_begin (self->copies);
  for (; i < self->batch->len && !tl_import_job_is_out_of_time (self) && (i == 0 || g_get_monotonic_time () < end); i++)
    if (!store_result (self, g_ptr_array_index (self->batch, i), &keys[i], error))
      return FALSE;
  *n_stored = i;
  return tl_entity_desk_store (self->desk, error);
}

/* What was decided on articles is carried out when all of them are there. */
static gboolean
store_acts (TlImportJob  *self,
            guint         n_stored,
            guint        *n_new,
            GError      **error)
{
  *n_new = 0;
  for (guint i = 0; i < n_stored; i++)
    {
      const TlImportResult *result = g_ptr_array_index (self->batch, i);

      for (guint k = 0; result->acts != NULL && k < result->acts->len; k++)
        {
          gboolean is_new;

          /* What it changes, the desk does not see. */
          g_clear_pointer (&self->desk, tl_entity_desk_free);
          tl_take_back_begin_file (self->back, result->number);
          if (!tl_take_back_act (self->back, g_ptr_array_index (result->acts, k), &is_new, error))
            return FALSE;
          *n_new += is_new;
        }
    }
  return TRUE;
}

static void
report_batch (TlImportJob         *self,
              const TlArticleKey  *keys,
              guint                n_stored,
              guint                n_decisions)
{
  for (guint i = 0; i < n_stored; i++)
    {
      TlImportResult *result = g_ptr_array_index (self->batch, i);

      if (result->article != NULL || result->message != NULL)
        report (self, result, keys[i]);
    }
  if (n_decisions > 0)
    {
      g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);

      self->has_decided = TRUE;
      self->progress.n_decisions += n_decisions;
      self->has_progress = TRUE;
    }
}

/* Lets go of what was stored; the rest is stored with what comes. */
static void
shorten_batch (TlImportJob *self,
               guint        n_stored)
{
  g_ptr_array_remove_range (self->batch, 0, n_stored);
  self->batch_size = 0;
  for (guint i = 0; i < self->batch->len; i++)
    self->batch_size += tl_import_result_get_size (g_ptr_array_index (self->batch, i));
  self->batch_deadline = self->batch->len > 0 ? g_get_monotonic_time () + BATCH_TIME : 0;
}

/* So that it can be undone, whatever becomes of the program from here on. */
static gboolean
note_articles (TlImportJob         *self,
               const TlArticleKey  *keys,
               guint                n_stored,
               GError             **error)
{
  g_autoptr(GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_stored);

  for (guint i = 0; i < n_stored; i++)
    {
      gint64 id = tl_article_key_get_id (keys[i]);

      if (keys[i] != 0)
        g_array_append_val (ids, id);
    }
  return tl_history_add_import (self->database, &self->act, ids, NULL, error);
}

/* For each mention and name SQLite would look up whether there is what it refers to, in trees of all
 * entities and articles; but who stores articles has just put that in, and deletes nothing.
 * Decisions lead to what is deleted, with all that refers to it. */
static gboolean
check_references (TlImportJob  *self,
                  gboolean      are_checked,
                  GError      **error)
{
  if (self->are_references_checked == are_checked)
    return TRUE;
  self->are_references_checked = are_checked;
  return tl_database_execute (self->database,
                              are_checked ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", error);
}

static gboolean
has_acts (TlImportJob *self)
{
  for (guint i = 0; i < self->batch->len; i++)
    if (((const TlImportResult *) g_ptr_array_index (self->batch, i))->acts != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
store_batch (TlImportJob  *self,
             GError      **error)
{
  g_autofree TlArticleKey *keys = g_new0 (TlArticleKey, self->batch->len + 1);
  guint n_stored, n_decisions;

  if (self->batch->len == 0 || tl_import_job_is_out_of_time (self))
    return TRUE;
  if (!check_references (self, has_acts (self), error) || !tl_database_begin (self->database, error))
    return FALSE;
  if (!store_articles (self, keys, &n_stored, error) ||
      !store_acts (self, n_stored, &n_decisions, error) ||
      !note_articles (self, keys, n_stored, error))
    {
      tl_database_rollback (self->database);
      return FALSE;
    }
  if (!tl_database_commit (self->database, error))
    return FALSE;

  report_batch (self, keys, n_stored, n_decisions);
  shorten_batch (self, n_stored);
  return TRUE;
}

static gboolean
is_batch_full (TlImportJob *self)
{
  return self->batch->len >= BATCH_RESULTS || self->batch_size >= BATCH_BYTES;
}

static gboolean
is_batch_due (TlImportJob *self)
{
  return self->batch->len > 0 && g_get_monotonic_time () >= self->batch_deadline;
}

static gboolean
take_result (TlImportJob     *self,
             TlImportResult  *result,
             GError         **error)
{
  if (result->official != NULL)
    {
      gboolean is_stored = tl_import_official_store (self, result, error);

      tl_import_result_free (result);
      return is_stored;
    }
  if (result->article == NULL && result->acts == NULL)
    {
      if (result->message != NULL)
        report (self, result, 0);
      tl_import_result_free (result);
      return TRUE;
    }
  if (self->batch->len == 0)
    self->batch_deadline = g_get_monotonic_time () + BATCH_TIME;
  self->batch_size += tl_import_result_get_size (result);
  g_ptr_array_add (self->batch, result);
  return TRUE;
}

/* Until when to wait for the next result: a cancellation is to be noticed, too. */
static gint64
get_patience (TlImportJob *self)
{
  gint64 now = g_get_monotonic_time ();

  if (is_cancelled (self))
    return now;
  return self->batch_deadline != 0 ? MIN (self->batch_deadline, now + LOOK_AGAIN) : now + LOOK_AGAIN;
}

/* Stores what the readers bring until they have nothing more.  After a cancellation that
 * is what they had read by then, as far as there is time: it is complete, so it is kept. */
static gboolean
store_results (TlImportJob  *self,
               GError      **error)
{
  gboolean at_end = FALSE;

  while (!at_end)
    {
      TlImportResult *result = tl_import_queue_pop (self->queue, get_patience (self), &at_end);

      if (result != NULL && !take_result (self, result, error))
        return FALSE;
      at_end |= tl_import_job_is_out_of_time (self) || (result == NULL && is_cancelled (self));
      /* What waits already goes along with what is due; and after a cancellation with the last. */
      if (!is_cancelled (self) && (is_batch_full (self) || (result == NULL && is_batch_due (self))) &&
          !store_batch (self, error))
        return FALSE;
    }
  while (self->batch->len > 0 && !tl_import_job_is_out_of_time (self))
    if (!store_batch (self, error))
      return FALSE;
  return TRUE;
}

/* Decisions that were taken over may say that mentions are another's. */
static gboolean
deal_out_again (TlImportJob  *self,
                GError      **error)
{
  gboolean at_end = !self->has_decided;

  if (!at_end && !check_references (self, TRUE, error))
    return FALSE;
  while (!at_end && !g_cancellable_is_cancelled (self->cancellable))
    {
      if (!tl_database_begin (self->database, error))
        return FALSE;
      if (!tl_pending_work_off (self->database, PENDING_BATCH, &at_end, error))
        {
          tl_database_rollback (self->database);
          return FALSE;
        }
      if (!tl_database_commit (self->database, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_import_job_run:
 * @self: a job that has not run
 * @cancellable: (nullable): to stop soon; what was read until then is stored
 * @error: return location for an error
 *
 * Reads and stores; returns when it is done, so it belongs in a thread.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED when cancelled, or with a #TlLibraryError
 *   when the library cannot be written; what was reported as added is there all the same
 */
gboolean
tl_import_job_run (TlImportJob   *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(TlDatabase) database = tl_database_open_again (self->path, error);
  g_autoptr(TlCopyDesk) copies = NULL;
  g_autoptr(TlTakeBack) back = NULL;
  GThread *readers[TL_IMPORT_MAX_READERS];
  gboolean succeeded;
  gulong handler;

  if (database == NULL || !tl_database_execute (database, CONFIGURATION, error))
    return FALSE;

  copies = tl_copy_desk_new (database);
  self->database = database;
  self->copies = copies;
  back = tl_take_back_new (database);
  self->back = back;
  g_set_object (&self->cancellable, cancellable);
  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL) : 0;
  tl_import_readers_start (self, readers);

  succeeded = store_results (self, error);
  tl_import_readers_end (self, readers);
  g_cancellable_disconnect (cancellable, handler);
  g_clear_pointer (&self->desk, tl_entity_desk_free);
  succeeded = succeeded && deal_out_again (self, error);
  return succeeded && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * tl_import_job_take_progress:
 * @self: a job; may be running in another thread
 * @progress: (out caller-allocates) (transfer full): what happened since the last time
 *
 * Returns: whether anything happened; else @progress is left alone
 */
gboolean
tl_import_job_take_progress (TlImportJob      *self,
                             TlImportProgress *progress)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);

  if (!self->has_progress)
    return FALSE;
  *progress = self->progress;
  tl_import_progress_init (&self->progress, progress->n_found, progress->fraction);
  self->progress.site = g_strdup (progress->site);
  self->progress.n_bytes = progress->n_bytes;
  self->progress.act = progress->act;
  self->has_progress = FALSE;
  return TRUE;
}
