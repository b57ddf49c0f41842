/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles that an older version has read: some at a time are read before the
 * transaction begins that stores them, so that nobody waits for the reading. */

#include "tl-read-again.h"

#include "tl-correction.h"
#include "tl-entity-desk.h"
#include "tl-entity-rows.h"
#include "tl-reading-version.h"
#include "tl-renewed.h"
#include "tl-store.h"

/* An article that is being read again.  @after is %NULL where it is read as before, and
 * where what is stored cannot be read. */
typedef struct
{
  gint64     id;
  char      *json;              /* owned: as it is stored, then as it is to be */
  TlArticle *before;            /* owned */
  TlArticle *after;             /* owned */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->json);
  g_clear_object (&job->before);
  g_clear_object (&job->after);
  g_free (job);
}

/**
 * tl_again_init:
 * @again: (out caller-allocates): what nothing has been done to
 */
void
tl_again_init (TlAgain *again)
{
  *again = (TlAgain) { .moves = g_array_new (FALSE, FALSE, sizeof (TlMove)) };
}

/**
 * tl_again_clear:
 * @again: what tl_read_again() did
 */
void
tl_again_clear (TlAgain *again)
{
  g_clear_pointer (&again->moves, g_array_unref);
}

/* ---- reading ---- */

static gboolean
load_jobs (TlDatabase  *database,
           guint        n_articles,
           GPtrArray   *jobs,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT article_id, json FROM reading INDEXED BY reading_by_version"
                       " WHERE version < ? LIMIT ?",
                       "ii", (gint64) TL_READING_VERSION, (gint64) n_articles);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      Job *job = g_new0 (Job, 1);

      job->id = sqlite3_column_int64 (statement, 0);
      job->json = tl_statement_dup_string (statement, 1);
      g_ptr_array_add (jobs, job);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
read_job (Job *job)
{
  static const char *const no_corrections[TL_N_FACTS] = { NULL };
  g_autoptr(GString) json = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) after = NULL;

  job->before = tl_article_new_from_json (job->json != NULL ? job->json : "", &error);
  if (job->before == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  after = tl_article_read_again (job->before, no_corrections);
  tl_article_append_json (after, tl_article_get_uri (after), TL_JSON_WITH_TEXT | TL_JSON_EXPLAINED,
                          json);
  if (g_str_equal (json->str, job->json))
    return;
  g_free (job->json);
  job->json = g_string_free (g_steal_pointer (&json), FALSE);
  job->after = g_steal_pointer (&after);
}

/* ---- storing ---- */

typedef struct
{
  TlDatabase   *database;
  TlEntityDesk *desk;
  TlAgain      *again;
} Storing;

/* The row of the list; %NULL where the article is gone. */
static char *
dup_row (Storing   *storing,
         gint64     id,
         GBytes   **digest,
         gboolean  *is_removed,
         GError   **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (storing->database, error,
                       "SELECT title || char (10) || coalesce (publisher, '') || char (10)"
                       " || published || char (10) || n_figures, text_sha256,"
                       " removed_at IS NOT NULL FROM article WHERE id = ?", "i", id);

  if (statement == NULL || !tl_database_step (storing->database, statement, error))
    return NULL;
  if (digest != NULL)
    *digest = tl_statement_dup_bytes (statement, 1);
  if (is_removed != NULL)
    *is_removed = sqlite3_column_int (statement, 2) != 0;
  return tl_statement_dup_string (statement, 0);
}

/* What the tables say of an article: the list, its figures, its names. */
static gboolean
store_rows (Storing    *storing,
            Job        *job,
            TlArticle  *corrected,
            gboolean    is_removed,
            TlMove     *move,
            GError    **error)
{
  return tl_store_update (storing->database, job->id, corrected, &move->from, &move->to, error) &&
         tl_entity_rows_remove (storing->database, job->id, tl_article_get_text (job->before),
                                error) &&
         tl_entity_desk_add (storing->desk, job->id, corrected, !is_removed, error);
}

static gboolean
store_renewed (Storing  *storing,
               Job      *job,
               GError  **error)
{
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) corrected = NULL;
  g_autofree char *row_before = NULL;
  g_autofree char *row_after = NULL;
  TlMove move = { 0, 0 };
  gboolean is_removed, is_renewed;

  row_before = dup_row (storing, job->id, &digest, &is_removed, error);
  if (row_before == NULL)
    return error == NULL || *error == NULL;
  corrected = tl_correction_lay (storing->database, digest, job->after, error);
  if (corrected == NULL || !tl_renewed_begin (storing->database, job->id, error) ||
      !store_rows (storing, job, corrected, is_removed, &move, error) ||
      !tl_renewed_end (storing->database, job->id, job->before, job->after, &is_renewed, error))
    return FALSE;

  storing->again->n_renewed += is_renewed;
  row_after = dup_row (storing, job->id, NULL, NULL, error);
  if (!is_removed && g_strcmp0 (row_before, row_after) != 0)
    g_array_append_val (storing->again->moves, move);
  return row_after != NULL;
}

/* Another program may have read it meanwhile; then it is done. */
static gboolean
store_job (Storing  *storing,
           Job      *job,
           GError  **error)
{
  gboolean is_done;

  if (!tl_database_write (storing->database, error,
                          "UPDATE reading SET version = ?1, json = coalesce (?2, json)"
                          " WHERE article_id = ?3 AND version < ?1",
                          "isi", (gint64) TL_READING_VERSION,
                          job->after != NULL ? job->json : NULL, job->id))
    return FALSE;
  is_done = tl_database_get_n_changed (storing->database) == 0;
  storing->again->n_read += !is_done;
  return is_done || job->after == NULL || store_renewed (storing, job, error);
}

static gboolean
store_jobs (TlDatabase  *database,
            GPtrArray   *jobs,
            TlAgain     *again,
            GError     **error)
{
  g_autoptr(TlEntityDesk) desk = tl_entity_desk_new (database, error);
  Storing storing = { database, desk, again };

  if (desk == NULL)
    return FALSE;
  for (guint i = 0; i < jobs->len; i++)
    if (!store_job (&storing, g_ptr_array_index (jobs, i), error))
      return FALSE;
  return tl_entity_desk_store (desk, error);
}

/**
 * tl_read_again:
 * @database: a connection that is not writing
 * @n_articles: how many to read
 * @cancellable: (nullable): to give up; then none is stored
 * @again: what was done until now; is added to
 * @error: return location for an error
 *
 * Reads articles that an older version has read, and stores what it found in one
 * transaction.  What people decided and corrected is laid over the new reading.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_read_again (TlDatabase    *database,
               guint          n_articles,
               GCancellable  *cancellable,
               TlAgain       *again,
               GError       **error)
{
  g_autoptr(GPtrArray) jobs = g_ptr_array_new_with_free_func (job_free);

  if (!load_jobs (database, n_articles, jobs, error))
    return FALSE;
  again->at_end = jobs->len < n_articles;
  for (guint i = 0; i < jobs->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_job (g_ptr_array_index (jobs, i));
    }
  if (jobs->len == 0)
    return TRUE;
  if (!tl_database_begin (database, error))
    return FALSE;
  if (store_jobs (database, jobs, again, error))
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}
