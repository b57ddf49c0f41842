/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What people did, in the order in which they did it, so that it can be undone and redone, also
 * after the program was closed.  A row is written in the transaction of the act itself, so that
 * there is none without the other; and so is that it was undone.
 *
 * history.made is when it was done, or done again, never less than that of one before;
 * is_undone is 0 while it holds, else the number of its undoing: what was undone last is redone
 * first.  An import writes as it goes on, and has more rows, of one act, where it brings much;
 * these are "more" of the first.
 *
 * What is here is only the order of things: what was decided stands in the tables of decisions,
 * and is never deleted.
 */

#include "tl-history.h"

#include "tl-history-ids.h"

#define MORE TL_HISTORY_MORE
#define FIELDS "id, kind, what, act, n, name"

static gboolean
propagate (GError **local_error,
           GError **error)
{
  if (*local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local_error));
  return FALSE;
}

/* ---- what there is ---- */

static TlHistoryEntry *
read_entry (TlStatement *row,
            TlUndoKind   kind)
{
  TlHistoryEntry *entry = g_new (TlHistoryEntry, 1);

  *entry = (TlHistoryEntry) {
    .id = sqlite3_column_int64 (row, 0),
    .kind = kind,
    .what = tl_statement_dup_string (row, 2),
    .act = sqlite3_column_int64 (row, 3),
    .n = (guint) CLAMP (sqlite3_column_int64 (row, 4), 0, G_MAXUINT),
    .name = tl_statement_dup_string (row, 5),
  };
  return entry;
}

/* All rows of an import tell how much it brought. */
static gboolean
count_import (TlDatabase      *database,
              TlHistoryEntry  *entry,
              GError         **error)
{
  g_autoptr(GArray) sum = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, sum, error,
                               "SELECT ifnull(sum(n), 0) FROM history WHERE kind = ? AND act = ?", "si",
                               tl_undo_kind_to_string (TL_UNDO_IMPORT), entry->act))
    return FALSE;
  if (sum->len > 0)
    entry->n = (guint) CLAMP (g_array_index (sum, gint64, 0), 0, G_MAXUINT);
  return TRUE;
}

/* The first of the rows that says something which this program knows; takes @rows. */
static gboolean
take_first (TlDatabase      *database,
            TlStatement     *rows,
            TlHistoryEntry **entry,
            GError         **error)
{
  g_autoptr(TlStatement) statement = rows;
  g_autoptr(GError) local_error = NULL;

  *entry = NULL;
  if (statement == NULL)
    return FALSE;
  while (*entry == NULL && tl_database_step (database, statement, &local_error))
    {
      TlUndoKind kind;

      if (tl_undo_kind_from_string ((const char *) sqlite3_column_text (statement, 1), &kind))
        *entry = read_entry (statement, kind);
    }
  g_clear_pointer (&statement, tl_statement_release);
  if (!propagate (&local_error, error))
    return FALSE;
  return *entry == NULL || (*entry)->kind != TL_UNDO_IMPORT || count_import (database, *entry, error);
}

/**
 * tl_history_get_next:
 * @database: a connection
 * @is_undone: whether it is to be redone
 * @entry: (out) (nullable): what is undone or redone next; %NULL where there is nothing
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
tl_history_get_next (TlDatabase      *database,
                     gboolean         is_undone,
                     TlHistoryEntry **entry,
                     GError         **error)
{
  return take_first (database,
                     tl_database_query (database, error,
                                        is_undone ? "SELECT " FIELDS " FROM history"
                                                    " WHERE is_undone != 0 AND what != '" MORE "'"
                                                    " ORDER BY is_undone DESC, id"
                                                  : "SELECT " FIELDS " FROM history"
                                                    " WHERE is_undone = 0 AND what != '" MORE "'"
                                                    " ORDER BY made DESC, id DESC", ""),
                     entry, error);
}

/**
 * tl_history_find:
 * @database: a connection
 * @kind: by what it is undone
 * @act: by what it is known
 * @is_undone: whether it was undone
 * @entry: (out) (nullable): the latest such act; %NULL where there is none
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
tl_history_find (TlDatabase      *database,
                 TlUndoKind       kind,
                 gint64           act,
                 gboolean         is_undone,
                 TlHistoryEntry **entry,
                 GError         **error)
{
  return take_first (database,
                     tl_database_query (database, error,
                                        "SELECT " FIELDS " FROM history WHERE kind = ? AND act = ?"
                                        " AND (is_undone != 0) = ? AND what != '" MORE "' ORDER BY id DESC",
                                        "sii", tl_undo_kind_to_string (kind), act, (gint64) (is_undone != FALSE)),
                     entry, error);
}

/* ---- undoing and redoing ---- */

static gboolean
mark_rows (TlDatabase            *database,
           const TlHistoryEntry  *entry,
           gboolean               is_undone,
           GError               **error)
{
  static const char undo[] =
    "UPDATE history SET is_undone = (SELECT max(is_undone) + 1 FROM history)"
    " WHERE id = ?1 OR (kind = ?2 AND act = ?3 AND what = '" MORE "')";
  static const char redo[] =
    "UPDATE history SET is_undone = 0, made = max(?4, (SELECT max(made) + 1 FROM history))"
    " WHERE id = ?1 OR (kind = ?2 AND act = ?3 AND what = '" MORE "')";

  return is_undone ? tl_database_write (database, error, undo, "isi", entry->id,
                                        tl_undo_kind_to_string (TL_UNDO_IMPORT), entry->act)
                   : tl_database_write (database, error, redo, "isii", entry->id,
                                        tl_undo_kind_to_string (TL_UNDO_IMPORT), entry->act,
                                        g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * tl_history_mark:
 * @database: a connection that is undoing it, or doing it again
 * @kind: by what it is undone
 * @act: by what it is known
 * @is_undone: whether it does not hold any more
 * @error: return location for an error
 *
 * Keeps that an act was undone or redone; nothing where it is so already, or is too long ago to be
 * known here.
 *
 * Returns: whether it is kept
 */
gboolean
tl_history_mark (TlDatabase  *database,
                 TlUndoKind   kind,
                 gint64       act,
                 gboolean     is_undone,
                 GError     **error)
{
  g_autoptr(TlHistoryEntry) entry = NULL;

  if (!tl_history_find (database, kind, act, !is_undone, &entry, error))
    return FALSE;
  return entry == NULL || mark_rows (database, entry, is_undone, error);
}

static gboolean
gather_ids (TlDatabase   *database,
            TlStatement  *rows,
            GArray       *articles,
            GArray       *tables,
            GError      **error)
{
  g_autoptr(TlStatement) statement = rows;
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      g_autoptr(GBytes) packed_articles = tl_statement_dup_bytes (statement, 0);
      g_autoptr(GBytes) packed_tables = tl_statement_dup_bytes (statement, 1);

      tl_history_ids_unpack (packed_articles, articles);
      tl_history_ids_unpack (packed_tables, tables);
    }
  return propagate (&local_error, error);
}

static void
subtract (GArray *from,
          GArray *ids)
{
  g_autoptr(GHashTable) set = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_left = 0;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
  for (guint i = 0; i < from->len; i++)
    if (!g_hash_table_contains (set, &g_array_index (from, gint64, i)))
      g_array_index (from, gint64, n_left++) = g_array_index (from, gint64, i);
  g_array_set_size (from, n_left);
}

/* What was removed since it was imported does not come back with the import. */
static gboolean
leave_removed (TlDatabase            *database,
               const TlHistoryEntry  *entry,
               GArray                *articles,
               GArray                *tables,
               GError               **error)
{
  g_autoptr(GArray) removed_articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) removed_tables = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!gather_ids (database,
                   tl_database_query (database, error,
                                      "SELECT articles, tables FROM history"
                                      " WHERE kind IN (?, ?) AND id > ? AND is_undone = 0", "ssi",
                                      tl_undo_kind_to_string (TL_UNDO_REMOVAL),
                                      tl_undo_kind_to_string (TL_UNDO_OFFICIAL), entry->id),
                   removed_articles, removed_tables, error))
    return FALSE;
  subtract (articles, removed_articles);
  subtract (tables, removed_tables);
  return TRUE;
}

/**
 * tl_history_load_ids:
 * @database: a connection
 * @entry: an import or a removal
 * @articles: (element-type gint64): gets what it brought or took away; of an import, without what
 *   was removed since
 * @tables: (element-type gint64): likewise, tables of official figures
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
tl_history_load_ids (TlDatabase            *database,
                     const TlHistoryEntry  *entry,
                     GArray                *articles,
                     GArray                *tables,
                     GError               **error)
{
  if (!gather_ids (database,
                   tl_database_query (database, error,
                                      "SELECT articles, tables FROM history"
                                      " WHERE id = ? OR (kind = ? AND act = ? AND what = '" MORE "')", "isi",
                                      entry->id, tl_undo_kind_to_string (TL_UNDO_IMPORT), entry->act),
                   articles, tables, error))
    return FALSE;
  return entry->kind != TL_UNDO_IMPORT || leave_removed (database, entry, articles, tables, error);
}

/* ---- forgetting ---- */

/**
 * tl_history_forget:
 * @database: a connection that is writing
 * @entry: what cannot be undone any more
 * @error: return location for an error
 *
 * Returns: whether it is forgotten
 */
gboolean
tl_history_forget (TlDatabase            *database,
                   const TlHistoryEntry  *entry,
                   GError               **error)
{
  return tl_database_write (database, error,
                            "DELETE FROM history WHERE id = ?1 OR (kind = ?2 AND act = ?3 AND what = '" MORE "')",
                            "isi", entry->id, tl_undo_kind_to_string (TL_UNDO_IMPORT), entry->act);
}

static gboolean
has_any (TlDatabase  *database,
         GArray      *ids,
         const char  *sql,
         gboolean    *any,
         GError     **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len && found->len == 0; i++)
    if (!tl_database_select_ids (database, found, error, sql, "i", g_array_index (ids, gint64, i)))
      return FALSE;
  *any |= found->len > 0;
  return TRUE;
}

static gboolean
forget_row_if_purged (TlDatabase  *database,
                      gint64       id,
                      GError     **error)
{
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean any = FALSE;

  return gather_ids (database,
                     tl_database_query (database, error, "SELECT articles, tables FROM history WHERE id = ?",
                                        "i", id),
                     articles, tables, error) &&
         has_any (database, articles, "SELECT id FROM article WHERE id = ?", &any, error) &&
         has_any (database, tables, "SELECT id FROM official_table WHERE id = ?", &any, error) &&
         (any || tl_database_write (database, error, "DELETE FROM history WHERE id = ?", "i", id));
}

/**
 * tl_history_forget_purged:
 * @database: a connection that is writing
 * @error: return location for an error
 *
 * Forgets what was done to articles and official figures that are gone for good.  What was decided on
 * a name may hold in articles to come, and stays.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_history_forget_purged (TlDatabase  *database,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM history WHERE articles IS NOT NULL OR tables IS NOT NULL", ""))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!forget_row_if_purged (database, g_array_index (ids, gint64, i), error))
      return FALSE;
  /* Where the first row of an import is gone, the others are what it is told by. */
  return tl_database_write (database, error,
                            "UPDATE history SET what = 'import' WHERE what = '" MORE "' AND id IN"
                            " (SELECT min(id) FROM history WHERE kind = ? GROUP BY act)",
                            "s", tl_undo_kind_to_string (TL_UNDO_IMPORT)) &&
         tl_database_write (database, error,
                            "DELETE FROM history WHERE kind IN (?, ?) AND act NOT IN"
                            " (SELECT correction.id FROM correction JOIN article USING (text_sha256))",
                            "ss", tl_undo_kind_to_string (TL_UNDO_CORRECTION),
                            tl_undo_kind_to_string (TL_UNDO_FIGURES)) &&
         tl_database_write (database, error,
                            "DELETE FROM history WHERE kind = ? AND act NOT IN"
                            " (SELECT act FROM decision WHERE text_sha256 IS NULL OR text_sha256 IN"
                            "   (SELECT text_sha256 FROM article))",
                            "s", tl_undo_kind_to_string (TL_UNDO_DECISION));
}
