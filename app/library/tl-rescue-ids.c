/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows a damaged file has, or had: the same numbers stand in several places of it. */

#include "tl-rescue-ids.h"

#include "tl-database-private.h"

/* So many numbers between those that are known are tried, too: each costs microseconds. */
#define MAX_TRIED 1000000

/* Each is read until it cannot be read on, from the one end and from the other. */
static const char *const article_places[] = {
  "SELECT id FROM article NOT INDEXED ORDER BY id",
  "SELECT id FROM article NOT INDEXED ORDER BY id DESC",
  "SELECT id FROM article INDEXED BY article_by_date WHERE removed_at IS NULL"
  " ORDER BY published DESC, id",
  "SELECT id FROM article INDEXED BY article_by_date WHERE removed_at IS NULL"
  " ORDER BY published, id DESC",
  "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 ORDER BY text_sha256",
  "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 ORDER BY text_sha256 DESC",
  "SELECT article_id FROM reading NOT INDEXED ORDER BY article_id",
  "SELECT article_id FROM reading NOT INDEXED ORDER BY article_id DESC",
  "SELECT DISTINCT article_id FROM figure ORDER BY article_id, n",
  "SELECT DISTINCT article_id FROM figure ORDER BY article_id DESC, n DESC",
  "SELECT DISTINCT article_id FROM mention ORDER BY article_id, entity_id",
  "SELECT DISTINCT article_id FROM mention ORDER BY article_id DESC, entity_id DESC",
  "SELECT article_id FROM copy ORDER BY n",
  "SELECT article_id FROM copy ORDER BY n DESC",
};

static void
gather (TlDatabase *database,
        const char *sql,
        GArray     *ids)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database->handle, sql, -1, &statement, NULL) == SQLITE_OK)
    while (sqlite3_step (statement) == SQLITE_ROW)
      {
        gint64 id = sqlite3_column_int64 (statement, 0);

        if (id > 0)
          g_array_append_val (ids, id);
      }
  sqlite3_finalize (statement);
}

static int
compare_ids (gconstpointer first,
             gconstpointer second)
{
  gint64 a = *(const gint64 *) first, b = *(const gint64 *) second;

  return (a > b) - (a < b);
}

static void
sort_and_unite (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

static gboolean
has_row (TlDatabase *database,
         const char *sql,
         gint64      id)
{
  g_autoptr(TlStatement) statement = tl_database_query (database, NULL, sql, "i", id);

  return statement != NULL && tl_database_step (database, statement, NULL);
}

/* Tries the numbers that no place has told of. */
static void
try_between (TlDatabase *database,
             const char *sql,
             GArray     *ids)
{
  guint n_known = ids->len;
  guint n_tried = 0;
  gint64 last = 0;

  for (guint i = 0; i < n_known; i++)
    {
      gint64 next = g_array_index (ids, gint64, i);

      for (gint64 id = last + 1; id < next && n_tried < MAX_TRIED; id++, n_tried++)
        if (has_row (database, sql, id))
          g_array_append_val (ids, id);
      last = next;
    }
  sort_and_unite (ids);
}

/**
 * tl_rescue_ids_find:
 * @database: a connection to a damaged file
 * @table: a table
 * @key: its column of whole numbers that tells its rows apart
 *
 * Finds the rows of a table; of articles in whatever place still tells of one, be it that
 * nothing else of it can be read.
 *
 * Returns: (transfer full) (element-type gint64): their numbers, ascending
 */
GArray *
tl_rescue_ids_find (TlDatabase *database,
                    const char *table,
                    const char *key)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *up = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED ORDER BY %s",
                                         key, table, key);
  g_autofree char *down = g_strconcat (up, " DESC", NULL);
  g_autofree char *one = g_strdup_printf ("SELECT 1 FROM %s NOT INDEXED WHERE %s = ?", table, key);

  gather (database, up, ids);
  gather (database, down, ids);
  for (guint i = 0; g_str_equal (table, "reading") && i < G_N_ELEMENTS (article_places); i++)
    gather (database, article_places[i], ids);
  sort_and_unite (ids);
  try_between (database, one, ids);
  tl_database_forget (database, one);
  return ids;
}
