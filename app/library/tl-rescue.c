/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be read of a damaged library, saved into a new one, article by article: what a
 * person decided, and what was read of each text, as they stand there.  All else (figures,
 * pairs, entities, copies) is made from these again. */

#include "tl-rescue.h"

#include <glib/gi18n-lib.h>

#include "tl-copy-desk.h"
#include "tl-database-save.h"
#include "tl-history.h"
#include "tl-library.h"
#include "tl-rescue-ids.h"
#include "tl-rescue-rows.h"
#include "tl-search-rows.h"
#include "tl-store.h"

#define BATCH 128

/* What a person decided. */
static const char *const decision_tables[] = { "decision", "correction" };

typedef struct
{
  TlDatabase   *from;
  TlDatabase   *to;
  TlRescue     *rescue;
  GCancellable *cancellable;
} Run;

/* Adds to how many rows the table has, and to how many of them were saved. */
static gboolean
save_table (const Run   *run,
            const char  *table,
            guint       *n_rows,
            guint       *n_saved,
            GError     **error)
{
  g_autoptr(GArray) ids = tl_rescue_ids_find (run->from, table, "id");
  g_autoptr(TlRescueRows) rows = tl_rescue_rows_new (run->from, run->to, table, "id", NULL);

  *n_rows += ids->len;
  for (guint i = 0; rows != NULL && i < ids->len; i++)
    {
      TlRescueResult result = tl_rescue_rows_copy (rows, g_array_index (ids, gint64, i), error);

      if (result == TL_RESCUE_FAILED)
        return FALSE;
      *n_saved += result == TL_RESCUED ? 1 : 0;
    }
  return TRUE;
}

/* ---- articles ---- */

typedef struct
{
  TlRescueRows *articles;       /* owned; NULL where there are none */
  TlRescueRows *readings;       /* owned; NULL where there are none */
  TlEntityDesk *desk;
  TlCopyDesk   *copies;
} Desks;

/* An article whose row cannot be read is added as a new one, from what was read of it. */
static gboolean
save_reading (const Run    *run,
              const Desks  *desks,
              gint64        id,
              gboolean     *is_saved,
              GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(TlCopyPrint) print = NULL;
  g_autofree char *json = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (run->from, &local_error, "SELECT tl_unpack (json) FROM reading WHERE article_id = ?",
                       "i", id);
  TlArticleKey key = 0;

  if (statement == NULL || !tl_database_step (run->from, statement, &local_error))
    return TRUE;
  json = tl_statement_dup_string (statement, 0);
  article = json != NULL ? tl_article_new_from_json (json, NULL) : NULL;
  if (article == NULL)
    return TRUE;
  *is_saved = tl_store_add (run->to, desks->desk, article, NULL, NULL, &key, &local_error);
  if (!*is_saved && !g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  print = tl_copy_print_new (tl_article_get_text (article));
  return !*is_saved ||
         tl_copy_desk_add (desks->copies, tl_article_key_get_id (key), print, error);
}

/* Makes the other rows; where what is there cannot be read after all, takes it out again. */
static gboolean
complete_article (const Run    *run,
                  const Desks  *desks,
                  gint64        id,
                  gboolean     *is_saved,
                  GError      **error)
{
  g_autoptr(TlArticle) article = tl_store_load (run->to, id, NULL);
  g_autoptr(TlCopyPrint) print = NULL;
  g_autoptr(TlSearchWords) words = NULL;
  TlArticleKey from, to;

  *is_saved = article != NULL;
  if (article == NULL)
    return tl_database_write (run->to, error, "DELETE FROM article WHERE id = ?", "i", id);
  print = tl_copy_print_new (tl_article_get_text (article));
  words = tl_search_words_new (article);
  return tl_store_update (run->to, id, article, &from, &to, error) &&
         tl_search_rows_add (run->to, id, words, error) &&
         tl_entity_desk_add (desks->desk, id, article, to != 0, error) &&
         tl_copy_desk_add (desks->copies, id, print, error);
}

static gboolean
save_article (const Run    *run,
              const Desks  *desks,
              gint64        id,
              GPtrArray    *left,
              GError      **error)
{
  TlRescueResult result;
  gboolean is_saved = FALSE;

  if (desks->readings == NULL)
    return TRUE;
  result = desks->articles != NULL ? tl_rescue_rows_copy (desks->articles, id, error)
                                   : TL_RESCUE_UNREADABLE;
  if (result == TL_RESCUE_FAILED)
    return FALSE;
  if (result != TL_RESCUED)
    {
      g_ptr_array_add (left, GSIZE_TO_POINTER ((gsize) id));
      return TRUE;
    }
  result = tl_rescue_rows_copy (desks->readings, id, error);
  if (result == TL_RESCUE_FAILED || !complete_article (run, desks, id, &is_saved, error))
    return FALSE;
  run->rescue->n_saved += is_saved ? 1 : 0;
  return TRUE;
}

static gboolean
save_left (const Run    *run,
           const Desks  *desks,
           GPtrArray    *left,
           GError      **error)
{
  for (guint i = 0; i < left->len; i++)
    {
      gboolean is_saved = FALSE;

      if (!save_reading (run, desks, (gint64) GPOINTER_TO_SIZE (left->pdata[i]), &is_saved, error))
        return FALSE;
      run->rescue->n_saved += is_saved ? 1 : 0;
    }
  g_ptr_array_set_size (left, 0);
  return TRUE;
}

/* Those whose row cannot be read come last: else they would take others' numbers. */
static gboolean
save_batch (const Run   *run,
            Desks       *desks,
            GArray      *ids,
            guint        first,
            GPtrArray   *left,
            GError     **error)
{
  guint end = MIN (first + BATCH, ids->len);
  g_autoptr(TlEntityDesk) desk = tl_entity_desk_new (run->to, error);

  desks->desk = desk;
  if (desk == NULL || g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  tl_copy_desk_begin (desks->copies);
  for (guint i = first; i < end; i++)
    if (!save_article (run, desks, g_array_index (ids, gint64, i), left, error))
      return FALSE;
  return (end < ids->len || save_left (run, desks, left, error)) &&
         tl_entity_desk_store (desk, error);
}

static gboolean
save_articles (const Run  *run,
               GError    **error)
{
  g_autoptr(GArray) ids = tl_rescue_ids_find (run->from, "reading", "article_id");
  g_autoptr(GPtrArray) left = g_ptr_array_new ();
  g_autoptr(TlCopyDesk) copies = tl_copy_desk_new (run->to);
  g_autoptr(TlRescueRows) articles = tl_rescue_rows_new (run->from, run->to, "article", "id", NULL);
  g_autoptr(TlRescueRows) readings =
    tl_rescue_rows_new (run->from, run->to, "reading", "article_id", NULL);
  Desks desks = { articles, readings, NULL, copies };

  run->rescue->n_articles = ids->len;
  for (guint first = 0; first < ids->len; first += BATCH)
    {
      if (!tl_database_begin (run->to, error))
        return FALSE;
      if (!save_batch (run, &desks, ids, first, left, error))
        {
          tl_database_rollback (run->to);
          return FALSE;
        }
      if (!tl_database_commit (run->to, error))
        return FALSE;
    }
  return TRUE;
}

/* Row by row to the first that can't be read. */
static gboolean
save_official_values (const Run  *run,
                      GError    **error)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TlStatement) rows =
    tl_database_query (run->from, &unreadable,
                       "SELECT table_id, reporter, partner, is_import, year, value FROM official_value", "");

  while (rows != NULL && tl_database_step (run->from, rows, &unreadable))
    {
      g_autoptr(TlStatement) statement =
        tl_database_prepare (run->to,
                             "INSERT OR IGNORE INTO official_value (table_id, reporter, partner, is_import,"
                             " year, value) SELECT ?1, ?2, ?3, ?4, ?5, ?6 FROM official_table WHERE id = ?1",
                             error);

      if (statement == NULL)
        return FALSE;
      for (int i = 0; i < 6; i++)
        sqlite3_bind_value (statement, i + 1, sqlite3_column_value (rows, i));
      if (!tl_database_run (run->to, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* What was done to articles that could not be read cannot be undone. */
static gboolean
settle_history (const Run  *run,
                GError    **error)
{
  if (!tl_database_begin (run->to, error))
    return FALSE;
  if (tl_history_forget_purged (run->to, error))
    return tl_database_commit (run->to, error);
  tl_database_rollback (run->to);
  return FALSE;
}

static gboolean
save_all (const Run  *run,
          GError    **error)
{
  TlRescue *rescue = run->rescue;
  gboolean is_saved = TRUE;
  guint n_official = 0, n_official_saved = 0, n_history = 0, n_history_saved = 0;

  if (!tl_database_begin (run->to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (decision_tables) && is_saved; i++)
    is_saved = save_table (run, decision_tables[i], &rescue->n_decisions, &rescue->n_decisions_saved,
                           error);
  /* Official figures can be had again from their publishers, and the history is only the order in
   * which things were done, so they are not counted. */
  if (!is_saved || !save_table (run, "official_table", &n_official, &n_official_saved, error) ||
      !save_official_values (run, error) ||
      !save_table (run, "history", &n_history, &n_history_saved, error))
    {
      tl_database_rollback (run->to);
      return FALSE;
    }
  return tl_database_commit (run->to, error) && save_articles (run, error) && settle_history (run, error);
}

static gboolean
rescue_into (const char    *path,
             const char    *partial,
             TlRescue      *rescue,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(TlDatabase) from = tl_database_open_raw (path, error);
  g_autoptr(TlDatabase) to = from != NULL ? tl_database_open (partial, error) : NULL;
  Run run = { from, to, rescue, cancellable };

  /* The log goes with the connection, so that the file alone is the library. */
  return to != NULL && save_all (&run, error) &&
         tl_database_execute (to, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/**
 * tl_rescue_run:
 * @path: a damaged library, or one that is not
 * @to: the library to make, replaced where it is there
 * @rescue: (out caller-allocates): what could be read
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Saves what can be read of a library into a new one.  The damaged file is not written.
 *
 * Returns: whether there is a new library; else @to is as it was
 */
gboolean
tl_rescue_run (const char    *path,
               const char    *to,
               TlRescue      *rescue,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *partial = NULL;

  g_return_val_if_fail (path != NULL && to != NULL && rescue != NULL, FALSE);

  *rescue = (TlRescue) { 0 };
  if (!tl_new_file_check (to, path, error))
    return FALSE;
  partial = tl_new_file_begin (to, error);
  if (partial == NULL)
    return FALSE;
  if (rescue_into (path, partial, rescue, cancellable, error))
    return tl_new_file_end (partial, to, error);
  tl_new_file_drop (partial);
  return FALSE;
}

/**
 * tl_rescue_describe:
 * @rescue: what could be read
 *
 * Returns: (transfer full): that, in words
 */
char *
tl_rescue_describe (const TlRescue *rescue)
{
  if (rescue->n_decisions == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u article saved",
                                         "%u of %u articles saved", rescue->n_articles),
                            rescue->n_saved, rescue->n_articles);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u article and %u of %u decisions saved",
                                       "%u of %u articles and %u of %u decisions saved",
                                       rescue->n_articles),
                          rescue->n_saved, rescue->n_articles, rescue->n_decisions_saved,
                          rescue->n_decisions);
}
