/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was removed long ago is deleted for good, when a library is opened.  That waits for nobody's
 * writing unless there is something to delete, and what cannot be deleted only takes up room until
 * the next time. */

#include "tl-purge.h"

#include "tl-history.h"
#include "tl-official-rows.h"
#include "tl-store.h"

/* How long what was removed can still be restored after the program ended, in seconds. */
#define KEEP_REMOVED (24 * 60 * 60)

static gboolean
is_due (TlDatabase  *database,
        const char  *sql,
        gint64       before,
        gboolean    *due,
        GError     **error)
{
  gint64 oldest;

  if (!tl_database_query_int (database, sql, &oldest, error))
    return FALSE;
  *due |= oldest != 0 && oldest < before;
  return TRUE;
}

static gboolean
purge (TlDatabase  *database,
       gint64       before,
       GError     **error)
{
  gboolean due = FALSE;

  if (!is_due (database, "SELECT ifnull(min(removed_at), 0) FROM official_table", before, &due, error) ||
      !is_due (database,
               "SELECT removed_at FROM article WHERE removed_at IS NOT NULL ORDER BY removed_at LIMIT 1",
               before, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  if (!tl_official_rows_purge (database, before, error) || !tl_database_begin (database, error))
    return FALSE;
  if (tl_store_purge (database, before, error) && tl_history_forget_purged (database, error))
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

/**
 * tl_purge_removed:
 * @database: a library that can be written, in no transaction
 *
 * Deletes for good what was removed a day ago or earlier, and what was done to it.
 */
void
tl_purge_removed (TlDatabase *database)
{
  g_autoptr(GError) error = NULL;

  if (!purge (database, g_get_real_time () / G_USEC_PER_SEC - KEEP_REMOVED, &error))
    g_message ("%s", error->message);
}
