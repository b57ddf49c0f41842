/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official figures of a library: the tables that they came in, each with what it says of each
 * year.  A table is stored in pieces, so that nobody waits long for one of a million figures, and
 * counts when it is whole. */

#include "tl-official-rows.h"

#include <string.h>

#include "tl-history.h"

/* So many rows are stored in a transaction, and so many between two looks whether to give up. */
#define ROWS_OF_TRANSACTION 20000
#define ROWS_OF_LOOK        500

/* A table that is being stored. */
typedef struct
{
  TlDatabase     *database;
  GArray         *values;
  const char     *name;
  gint64          added;
  TlOfficialStop  stop;
  gpointer        user_data;
  GBytes         *digest;       /* owned */
  gint64          id;
} Store;

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static const TlOfficialValue *
get_value (const Store *self,
           guint        i)
{
  return &g_array_index (self->values, TlOfficialValue, i);
}

static gboolean
is_stopped (const Store *self,
            guint        i)
{
  return i % ROWS_OF_LOOK == 0 && self->stop != NULL && self->stop (self->user_data);
}

static gboolean
is_same_pair (const TlOfficialValue *a,
              const TlOfficialValue *b)
{
  return g_str_equal (a->reporter, b->reporter) && g_str_equal (a->partner, b->partner);
}

/* By this a table is known again, whatever its file is called; NULL when it is given up. */
static GBytes *
make_digest (const Store *self,
             GArray      *values)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  for (guint i = 0; i < values->len; i++)
    {
      const TlOfficialValue *value = &g_array_index (values, TlOfficialValue, i);
      char number[G_ASCII_DTOSTR_BUF_SIZE], line[128];

      if (is_stopped (self, i))
        return NULL;
      g_snprintf (line, sizeof line, "%s %s %s %d %d %s\n", tl_official_source_to_string (value->source),
                  value->reporter, value->partner, value->is_import != FALSE, value->year,
                  g_ascii_dtostr (number, sizeof number, value->value));
      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  g_checksum_get_digest (checksum, digest, &length);
  return g_bytes_new (digest, length);
}

static gboolean
begin_table (Store   *self,
             GError **error)
{
  const TlOfficialValue *first = get_value (self, 0);
  int first_year = first->year, last_year = first->year;
  gint64 n_pairs = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const TlOfficialValue *value = get_value (self, i);

      first_year = MIN (first_year, value->year);
      last_year = MAX (last_year, value->year);
      n_pairs += i == 0 || !is_same_pair (value, get_value (self, i - 1)) ? 1 : 0;
    }
  return tl_database_write (self->database, error,
                            "INSERT INTO official_table (place, source, name, added, removed_at, n_values,"
                            " n_pairs, first_year, last_year)"
                            " SELECT ifnull(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM official_table",
                            "ssiiiiii", tl_official_source_to_string (first->source), self->name,
                            self->added, get_now (), (gint64) self->values->len, n_pairs,
                            (gint64) first_year, (gint64) last_year) &&
         tl_database_query_int (self->database, "SELECT last_insert_rowid()", &self->id, error);
}

static gboolean
store_value (Store                  *self,
             const TlOfficialValue  *value,
             GError                **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "INSERT OR REPLACE INTO official_value"
                       " (table_id, reporter, partner, is_import, year, value) VALUES (?, ?, ?, ?, ?, ?6)",
                       "issii", self->id, value->reporter, value->partner,
                       (gint64) (value->is_import != FALSE), (gint64) value->year);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_double (statement, 6, value->value);
  return tl_database_run (self->database, statement, error);
}

/* What counts from then on. */
static gboolean
end_table (Store   *self,
           GError **error)
{
  return tl_database_write (self->database, error,
                            "UPDATE official_table SET removed_at = NULL, sha256 = ?2 WHERE id = ?1", "ib",
                            self->id, self->digest);
}

/* In a transaction, and ends in one. */
static gboolean
store_values (Store          *self,
              TlOfficialFit  *fit,
              GError        **error)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      if (is_stopped (self, i))
        {
          *fit = TL_OFFICIAL_STOPPED;
          return TRUE;
        }
      if (i > 0 && i % ROWS_OF_TRANSACTION == 0 &&
          (!tl_database_commit (self->database, error) || !tl_database_begin (self->database, error)))
        return FALSE;
      if (!store_value (self, get_value (self, i), error))
        return FALSE;
    }
  return end_table (self, error);
}

/* A table of a file of an older version has none yet. */
static gboolean
complete_digest (Store   *self,
                 gint64   id,
                 GError **error)
{
  g_autoptr(GArray) values = tl_official_rows_get_table (self->database, id, error);
  g_autoptr(GBytes) digest = values != NULL ? make_digest (self, values) : NULL;

  if (values == NULL)
    return FALSE;
  return digest == NULL ||
         tl_database_write (self->database, error,
                            "UPDATE OR IGNORE official_table SET sha256 = ?2 WHERE id = ?1", "ib", id, digest);
}

static gboolean
complete_digests (Store   *self,
                  GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT id FROM official_table WHERE sha256 IS NULL AND removed_at IS NULL", ""))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!complete_digest (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* One that was removed comes back as the latest. */
static gboolean
find_table (Store          *self,
            TlOfficialFit  *fit,
            gboolean       *is_found,
            GError        **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "SELECT id, removed_at IS NULL FROM official_table WHERE sha256 = ?", "b", self->digest);
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *is_found = tl_database_step (self->database, statement, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!*is_found)
    return TRUE;
  self->id = sqlite3_column_int64 (statement, 0);
  *fit = sqlite3_column_int (statement, 1) != 0 ? TL_OFFICIAL_PRESENT : TL_OFFICIAL_STORED;
  if (*fit == TL_OFFICIAL_PRESENT)
    return TRUE;
  return tl_database_write (self->database, error,
                            "UPDATE official_table SET removed_at = NULL, name = ?2, added = ?3,"
                            " place = (SELECT max(place) + 1 FROM official_table) WHERE id = ?1",
                            "isi", self->id, self->name, self->added);
}

static gboolean
store_table (Store          *self,
             TlOfficialFit  *fit,
             GError        **error)
{
  gboolean is_found;

  if (!complete_digests (self, error) || !find_table (self, fit, &is_found, error))
    return FALSE;
  if (is_found)
    return TRUE;
  return begin_table (self, error) && store_values (self, fit, error);
}

static gboolean
store_and_note (Store          *self,
                gint64         *import,
                TlOfficialFit  *fit,
                GError        **error)
{
  g_autoptr(GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!store_table (self, fit, error))
    return FALSE;
  if (import == NULL || *fit != TL_OFFICIAL_STORED)
    return TRUE;
  g_array_append_val (tables, self->id);
  return tl_history_add_import (self->database, import, NULL, tables, error);
}

/**
 * tl_official_rows_store:
 * @database: a library, in no transaction
 * @values: (element-type TlOfficialValue): what a table of one publisher says, at least one; those
 *   of one reporter and partner together
 * @name: the name of its file
 * @added: when it was imported, in seconds since 1970; 0 where that is not known
 * @stop: (nullable) (scope call): asked every now and then whether to give up
 * @user_data: for @stop
 * @import: (inout) (nullable): by what the history knows the import that brings it, see
 *   tl_history_add_import(); %NULL where it is not to be undone
 * @id: (out): by what the library knows it
 * @fit: (out): what came of it
 * @error: return location for an error
 *
 * Keeps a table of official figures.  What a publisher has revised takes the place of what it said
 * before, as long as this table is there.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_official_rows_store (TlDatabase      *database,
                        GArray          *values,
                        const char      *name,
                        gint64           added,
                        TlOfficialStop   stop,
                        gpointer         user_data,
                        gint64          *import,
                        gint64          *id,
                        TlOfficialFit   *fit,
                        GError         **error)
{
  Store self = { database, values, name, added, stop, user_data, NULL, 0 };
  gboolean is_stored;

  g_return_val_if_fail (values != NULL && values->len > 0, FALSE);

  *fit = TL_OFFICIAL_STOPPED;
  self.digest = make_digest (&self, values);
  if (self.digest == NULL)
    return TRUE;
  *fit = TL_OFFICIAL_STORED;
  is_stored = tl_database_begin (database, error);
  if (is_stored && !store_and_note (&self, import, fit, error))
    {
      tl_database_rollback (database);
      is_stored = FALSE;
    }
  else if (is_stored && *fit == TL_OFFICIAL_STOPPED)
    tl_database_rollback (database);
  else if (is_stored)
    is_stored = tl_database_commit (database, error);
  g_bytes_unref (self.digest);
  *id = self.id;
  return is_stored;
}

/* ---- reading ---- */

static gboolean
is_same_statement (const TlOfficialValue *a,
                   const TlOfficialValue *b)
{
  return a->source == b->source && a->is_import == b->is_import && a->year == b->year && is_same_pair (a, b);
}

/* Of what is said twice, the later takes the place of the earlier. */
static void
read_row (TlStatement *statement,
          GArray      *values)
{
  g_autofree char *source = tl_statement_dup_string (statement, 0);
  g_autofree char *reporter = tl_statement_dup_string (statement, 1);
  g_autofree char *partner = tl_statement_dup_string (statement, 2);
  TlOfficialValue value = {
    .is_import = sqlite3_column_int (statement, 3) != 0,
    .year = sqlite3_column_int (statement, 4),
    .value = sqlite3_column_double (statement, 5),
  };

  /* Of a publisher that this program does not know, nothing can be said. */
  if (reporter == NULL || partner == NULL || !tl_official_source_from_string (source, &value.source))
    return;
  g_strlcpy (value.reporter, reporter, sizeof value.reporter);
  g_strlcpy (value.partner, partner, sizeof value.partner);
  if (values->len > 0 &&
      is_same_statement (&g_array_index (values, TlOfficialValue, values->len - 1), &value))
    g_array_set_size (values, values->len - 1);
  g_array_append_val (values, value);
}

static GArray *
read_rows (TlDatabase   *database,
           TlStatement  *query,
           GError      **error)
{
  g_autoptr(TlStatement) statement = query;
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    read_row (statement, values);
  if (local_error == NULL)
    return g_steal_pointer (&values);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* A table's values lie together, by reporter and partner: two places are looked at in each. */
#define PAIR(reporter, partner) \
  "SELECT source, reporter, partner, is_import, year, value, place" \
  " FROM official_table CROSS JOIN official_value" \
  " ON table_id = id AND reporter = " reporter " AND partner = " partner \
  " WHERE removed_at IS NULL"

/**
 * tl_official_rows_get_pair:
 * @database: a library
 * @partner: code of a country
 * @other: code of another
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialValue): what either declares of
 *   its trade with the other, by the latest table that says it; %NULL with @error set
 */
GArray *
tl_official_rows_get_pair (TlDatabase  *database,
                           const char  *partner,
                           const char  *other,
                           GError     **error)
{
  return read_rows (database,
                    tl_database_query (database, error,
                                       PAIR ("?1", "?2") " UNION ALL " PAIR ("?2", "?1")
                                       " ORDER BY source, reporter, partner, is_import, year, place",
                                       "ss", partner, other),
                    error);
}

/**
 * tl_official_rows_get_table:
 * @database: a library
 * @id: a table
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialValue): what it says, by reporter,
 *   partner, flow and year; %NULL with @error set
 */
GArray *
tl_official_rows_get_table (TlDatabase  *database,
                            gint64       id,
                            GError     **error)
{
  return read_rows (database,
                    tl_database_query (database, error,
                                       "SELECT source, reporter, partner, is_import, year, value"
                                       " FROM official_table CROSS JOIN official_value ON table_id = id"
                                       " WHERE id = ?1 ORDER BY reporter, partner, is_import, year", "i", id),
                    error);
}

/* ---- tables ---- */

static gboolean
read_pairs (TlDatabase       *database,
            TlOfficialTable  *table,
            GError          **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT reporter, partner FROM official_value WHERE table_id = ?"
                       " GROUP BY reporter, partner LIMIT " G_STRINGIFY (TL_OFFICIAL_TABLE_PAIRS),
                       "i", table->id);
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < TL_OFFICIAL_TABLE_PAIRS && tl_database_step (database, statement, &local_error); i++)
    for (int k = 0; k < 2; k++)
      {
        g_autofree char *code = tl_statement_dup_string (statement, k);

        g_strlcpy (table->pairs[i][k], code != NULL ? code : "", sizeof table->pairs[i][k]);
      }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
read_table (TlStatement *statement,
            GPtrArray   *tables)
{
  g_autofree char *source = tl_statement_dup_string (statement, 1);
  TlOfficialSource known;
  TlOfficialTable *table;

  if (!tl_official_source_from_string (source, &known))
    return;
  table = g_new0 (TlOfficialTable, 1);
  table->id = sqlite3_column_int64 (statement, 0);
  table->source = known;
  table->name = tl_statement_dup_string (statement, 2);
  table->added = sqlite3_column_int64 (statement, 3);
  table->n_values = (guint) sqlite3_column_int64 (statement, 4);
  table->n_pairs = (guint) sqlite3_column_int64 (statement, 5);
  table->first_year = sqlite3_column_int (statement, 6);
  table->last_year = sqlite3_column_int (statement, 7);
  g_ptr_array_add (tables, table);
}

/**
 * tl_official_rows_list:
 * @database: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialTable): the tables that are there, in
 *   the order in which they came; %NULL with @error set
 */
GPtrArray *
tl_official_rows_list (TlDatabase  *database,
                       GError     **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_official_table_free);
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, source, name, added, n_values, n_pairs, first_year, last_year"
                       " FROM official_table WHERE removed_at IS NULL ORDER BY place", "");
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    read_table (statement, tables);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < tables->len; i++)
    if (!read_pairs (database, tables->pdata[i], error))
      return NULL;
  return g_steal_pointer (&tables);
}

/**
 * tl_official_rows_set_removed:
 * @database: a library
 * @id: a table
 * @is_removed: whether it counts no more
 * @has_changed: (out) (optional): whether it was otherwise
 * @error: return location for an error
 *
 * Removes a table, so that what another said before counts again, or brings it back.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_official_rows_set_removed (TlDatabase  *database,
                              gint64       id,
                              gboolean     is_removed,
                              gboolean    *has_changed,
                              GError     **error)
{
  gint64 n_changed = 0;
  gboolean succeeded =
    is_removed ? tl_database_write (database, error,
                                    "UPDATE official_table SET removed_at = ?2"
                                    " WHERE id = ?1 AND removed_at IS NULL", "ii", id, get_now ())
               : tl_database_write (database, error,
                                    "UPDATE official_table SET removed_at = NULL"
                                    " WHERE id = ? AND removed_at IS NOT NULL"
                                    " AND (sha256 IS NOT NULL OR added = 0)", "i", id);

  if (succeeded)
    succeeded = tl_database_query_int (database, "SELECT changes()", &n_changed, error);
  if (has_changed != NULL)
    *has_changed = n_changed > 0;
  return succeeded;
}

/**
 * tl_official_rows_purge:
 * @database: a library, in no transaction
 * @before: a time, in seconds since 1970
 * @error: return location for an error
 *
 * Deletes for good what was removed before then, and what was never whole.
 *
 * Returns: whether it succeeded; waits for nobody's writing where there is nothing to delete
 */
gboolean
tl_official_rows_purge (TlDatabase  *database,
                        gint64       before,
                        GError     **error)
{
  gint64 oldest;

  if (!tl_database_query_int (database, "SELECT ifnull(min(removed_at), 0) FROM official_table", &oldest, error))
    return FALSE;
  return oldest == 0 || oldest >= before ||
         tl_database_write (database, error, "DELETE FROM official_table WHERE removed_at < ?", "i", before);
}
