/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done becomes a row of the history. */

#include "tl-history.h"

#include "tl-history-ids.h"

/* So many rows are kept. */
#define MAX_ROWS 1000

/* A row that has so many bytes of ids is full. */
#define FULL 4096

static gboolean
propagate (GError **local_error,
           GError **error)
{
  if (*local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local_error));
  return FALSE;
}

static gboolean
insert (TlDatabase  *database,
        TlUndoKind   kind,
        const char  *what,
        gint64       act,
        guint        n,
        const char  *name,
        GBytes      *articles,
        GBytes      *tables,
        GError     **error)
{
  return tl_database_write (database, error,
                            "INSERT INTO history (made, kind, what, act, n, name, articles, tables, is_undone)"
                            " SELECT max(?1, ifnull(max(made), 0)), ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0 FROM history",
                            "issiisbb", g_get_real_time () / G_USEC_PER_SEC, tl_undo_kind_to_string (kind),
                            what, act, (gint64) n, name, articles, tables);
}

/* An import is forgotten when all of its rows are old. */
static gboolean
forget_oldest (TlDatabase  *database,
               GError     **error)
{
  return tl_database_write (database, error,
                            "DELETE FROM history WHERE id <= ifnull((SELECT id FROM history"
                            "   ORDER BY id DESC LIMIT 1 OFFSET ?1), 0)"
                            " AND NOT (kind = ?2 AND act IN (SELECT act FROM history WHERE kind = ?2 AND id >"
                            "   ifnull((SELECT id FROM history ORDER BY id DESC LIMIT 1 OFFSET ?1), 0)))",
                            "is", (gint64) MAX_ROWS, tl_undo_kind_to_string (TL_UNDO_IMPORT));
}

/* What was undone cannot be redone when something else was done. */
static gboolean
begin_new (TlDatabase  *database,
           GError     **error)
{
  return tl_database_write (database, error, "DELETE FROM history WHERE is_undone != 0", "") &&
         forget_oldest (database, error);
}

/**
 * tl_history_add:
 * @database: a connection that is writing the act itself
 * @kind: by what it is undone
 * @what: what was done
 * @act: by what it is known to what undoes it
 * @n: to how many things
 * @name: (nullable): what these are called
 * @error: return location for an error
 *
 * Keeps that something was done; what was undone before cannot be redone from then on.
 *
 * Returns: whether it is kept
 */
gboolean
tl_history_add (TlDatabase  *database,
                TlUndoKind   kind,
                const char  *what,
                gint64       act,
                guint        n,
                const char  *name,
                GError     **error)
{
  g_return_val_if_fail (what != NULL, FALSE);

  return begin_new (database, error) &&
         insert (database, kind, what, act, n, name, NULL, NULL, error);
}

/**
 * tl_history_add_decision:
 * @database: a connection that is writing the decision
 * @act: decisions that were made together
 * @error: return location for an error
 *
 * Keeps that something was decided on entities or copies, in the words of the decision itself.
 *
 * Returns: whether it is kept
 */
gboolean
tl_history_add_decision (TlDatabase  *database,
                         gint64       act,
                         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  guint n = 0;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT kind, CASE WHEN kind IN ('rename', 'split-name') THEN to_name ELSE name END,"
                       " 1 + (SELECT count(*) FROM decision WHERE act = ?1 AND kind = 'merge')"
                       " FROM decision WHERE act = ?1 ORDER BY id LIMIT 1", "i", act);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      kind = tl_statement_dup_string (statement, 0);
      name = tl_statement_dup_string (statement, 1);
      n = g_strcmp0 (kind, "merge") == 0 ? (guint) sqlite3_column_int (statement, 2) : 1;
    }
  g_clear_pointer (&statement, tl_statement_release);
  if (!propagate (&local_error, error))
    return FALSE;
  return kind == NULL || tl_history_add (database, TL_UNDO_DECISION, kind, act, n, name, error);
}

/* What the first of them is called. */
static char *
dup_title (TlDatabase *database,
           GArray     *articles)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, NULL, "SELECT title FROM article WHERE id = ?", "i",
                       g_array_index (articles, gint64, 0));

  if (statement == NULL || !tl_database_step (database, statement, NULL))
    return NULL;
  return tl_statement_dup_string (statement, 0);
}

/**
 * tl_history_add_removal:
 * @database: a connection that is removing them
 * @articles: (element-type gint64): articles
 * @tables: (element-type gint64): tables of official figures
 * @error: return location for an error
 *
 * Keeps that articles, or official figures, were removed.  The act is known by the first of them.
 *
 * Returns: whether it is kept
 */
gboolean
tl_history_add_removal (TlDatabase  *database,
                        GArray      *articles,
                        GArray      *tables,
                        GError     **error)
{
  GArray *of = articles->len > 0 ? articles : tables;
  gint64 act = of->len > 0 ? g_array_index (of, gint64, 0) : 0;
  g_autofree char *title = articles->len == 1 ? dup_title (database, articles) : NULL;
  g_autoptr(GBytes) packed_articles = NULL;
  g_autoptr(GBytes) packed_tables = NULL;

  if (of->len == 0)
    return TRUE;
  packed_articles = tl_history_ids_pack (articles);
  packed_tables = tl_history_ids_pack (tables);
  return begin_new (database, error) &&
         insert (database, articles->len > 0 ? TL_UNDO_REMOVAL : TL_UNDO_OFFICIAL, "remove", act, of->len, title,
                 packed_articles, packed_tables, error);
}

/* ---- an import, which goes on ---- */

static gboolean
append_ids (TlDatabase   *database,
            TlStatement  *row,
            GArray       *articles,
            GArray       *tables,
            GError      **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr(GBytes) old_articles = tl_statement_dup_bytes (row, 1);
  g_autoptr(GBytes) old_tables = tl_statement_dup_bytes (row, 2);
  g_autoptr(GArray) all_articles = g_array_copy (articles);
  g_autoptr(GArray) all_tables = g_array_copy (tables);
  g_autoptr(GBytes) packed_articles = NULL;
  g_autoptr(GBytes) packed_tables = NULL;

  tl_history_ids_unpack (old_articles, all_articles);
  tl_history_ids_unpack (old_tables, all_tables);
  packed_articles = tl_history_ids_pack (all_articles);
  packed_tables = tl_history_ids_pack (all_tables);
  return tl_database_write (database, error,
                            "UPDATE history SET articles = ?2, tables = ?3, n = n + ?4 WHERE id = ?1", "ibbi",
                            id, packed_articles, packed_tables, (gint64) articles->len);
}

/* Puts it into the last row where there is room; @has_any is whether the import has rows. */
static gboolean
go_on (TlDatabase  *database,
       gint64       act,
       GArray      *articles,
       GArray      *tables,
       gboolean    *has_any,
       gboolean    *is_kept,
       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) row =
    tl_database_query (database, error,
                       "SELECT id, articles, tables, ifnull(length(articles), 0) + ifnull(length(tables), 0)"
                       " FROM history WHERE kind = ? AND act = ? AND is_undone = 0 ORDER BY id DESC LIMIT 1",
                       "si", tl_undo_kind_to_string (TL_UNDO_IMPORT), act);

  if (row == NULL)
    return FALSE;
  *has_any = tl_database_step (database, row, &local_error);
  *is_kept = *has_any && sqlite3_column_int (row, 3) < FULL;
  if (!propagate (&local_error, error))
    return FALSE;
  return !*is_kept || append_ids (database, row, articles, tables, error);
}

static GArray *
copy_ids (GArray *ids)
{
  return ids != NULL ? g_array_copy (ids) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tl_history_add_import:
 * @database: a connection that is storing them
 * @act: (inout): the import; 0 begins one, and is set.  It is another one from here on where what it
 *   brought until now was undone already
 * @articles: (nullable) (element-type gint64): articles that it brought
 * @tables: (nullable) (element-type gint64): tables of official figures, likewise
 * @error: return location for an error
 *
 * Keeps that an import brought something.
 *
 * Returns: whether it is kept
 */
gboolean
tl_history_add_import (TlDatabase  *database,
                       gint64      *act,
                       GArray      *articles,
                       GArray      *tables,
                       GError     **error)
{
  g_autoptr(GArray) new_articles = copy_ids (articles);
  g_autoptr(GArray) new_tables = copy_ids (tables);
  g_autoptr(GBytes) packed_articles = NULL;
  g_autoptr(GBytes) packed_tables = NULL;
  gboolean has_any = FALSE, is_kept = FALSE;

  if (new_articles->len == 0 && new_tables->len == 0)
    return TRUE;
  if (*act == 0 && !begin_new (database, error))
    return FALSE;
  if (*act != 0 && !go_on (database, *act, new_articles, new_tables, &has_any, &is_kept, error))
    return FALSE;
  if (is_kept)
    return TRUE;
  /* No other import began in this very microsecond. */
  if (!has_any)
    *act = g_get_real_time ();
  packed_articles = tl_history_ids_pack (new_articles);
  packed_tables = tl_history_ids_pack (new_tables);
  return insert (database, TL_UNDO_IMPORT, has_any ? TL_HISTORY_MORE : "import", *act, new_articles->len, NULL,
                 packed_articles, packed_tables, error);
}
