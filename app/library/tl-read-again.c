/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles that an older version has read: some at a time are read before the
 * transaction begins that stores them, so that nobody waits for the reading. */

#include "tl-read-again.h"

#include <string.h>

#include "tl-correction.h"
#include "tl-entity-desk.h"
#include "tl-entity-rows.h"
#include "tl-reading-pack.h"
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
  GBytes    *digest;            /* owned: of its text; NULL where there is nothing to store */
  char      *row;               /* owned: as the list has it */
  gboolean   is_removed;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->json);
  g_clear_object (&job->before);
  g_clear_object (&job->after);
  g_clear_pointer (&job->digest, g_bytes_unref);
  g_free (job->row);
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
                       "SELECT article_id, tl_unpack (json) FROM reading INDEXED BY reading_by_version"
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

/* What the list shows of an article. */
static gboolean
load_row (TlDatabase  *database,
          Job         *job,
          char       **row,
          GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT title || char (10) || coalesce (publisher, '') || char (10)"
                       " || published || char (10) || n_figures, text_sha256,"
                       " removed_at IS NOT NULL FROM article WHERE id = ?", "i", job->id);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      *row = tl_statement_dup_string (statement, 0);
      g_clear_pointer (&job->digest, g_bytes_unref);
      job->digest = tl_statement_dup_bytes (statement, 1);
      job->is_removed = sqlite3_column_int (statement, 2) != 0;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Takes the old reading away, and keeps what it said.  Another program may have read the
 * article meanwhile, or deleted it; then there is nothing to store. */
static gboolean
take_away (TlDatabase  *database,
           Job         *job,
           TlAgain     *again,
           GError     **error)
{
  g_autoptr(GBytes) packed =
    job->before != NULL ? tl_reading_pack_json (job->json, strlen (job->json)) : NULL;

  if (!tl_database_write (database, error,
                          "UPDATE reading SET version = ?1, json = coalesce (?2, json)"
                          " WHERE article_id = ?3 AND version < ?1",
                          "ibi", (gint64) TL_READING_VERSION, packed, job->id))
    return FALSE;
  if (tl_database_get_n_changed (database) == 0)
    return TRUE;
  again->n_read++;
  return job->after == NULL ||
         (load_row (database, job, &job->row, error) &&
          tl_renewed_begin (database, job->id, error) &&
          tl_entity_rows_remove (database, job->id, tl_article_get_text (job->before), error));
}

/* Makes the rows that lists, charts and entities go by. */
static gboolean
put_in (TlDatabase    *database,
        TlEntityDesk  *desk,
        Job           *job,
        TlAgain       *again,
        GError       **error)
{
  g_autoptr(TlArticle) corrected = tl_correction_lay (database, job->digest, job->after, error);
  g_autofree char *row = NULL;
  TlMove move = { 0, 0 };
  gboolean is_renewed;

  if (corrected == NULL ||
      !tl_store_update (database, job->id, corrected, &move.from, &move.to, error) ||
      !tl_entity_desk_add (desk, job->id, corrected, !job->is_removed, error) ||
      !tl_renewed_end (database, job->id, job->before, job->after, &is_renewed, error) ||
      !load_row (database, job, &row, error))
    return FALSE;
  again->n_renewed += is_renewed;
  if (!job->is_removed && g_strcmp0 (job->row, row) != 0)
    g_array_append_val (again->moves, move);
  return TRUE;
}

/* All that goes first: an entity that nobody names any more is deleted, and one that an article
 * is about to name is kept. */
static gboolean
store_jobs (TlDatabase  *database,
            GPtrArray   *jobs,
            TlAgain     *again,
            GError     **error)
{
  g_autoptr(TlEntityDesk) desk = NULL;

  for (guint i = 0; i < jobs->len; i++)
    if (!take_away (database, g_ptr_array_index (jobs, i), again, error))
      return FALSE;
  desk = tl_entity_desk_new (database, error);
  if (desk == NULL)
    return FALSE;
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      if (job->digest != NULL && !put_in (database, desk, job, again, error))
        return FALSE;
    }
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
