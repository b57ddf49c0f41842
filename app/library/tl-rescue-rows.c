/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-rescue-rows.h"

struct _TlRescueRows
{
  TlDatabase  *from;            /* owned */
  TlDatabase  *to;              /* owned */
  char        *select;          /* owned */
  char        *insert;          /* owned */
};

/* The columns of a table; empty where it has none, or cannot be read. */
static GPtrArray *
get_columns (TlDatabase *database,
             const char *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, &error, "SELECT name FROM pragma_table_info(?)", "s", table);

  while (statement != NULL && tl_database_step (database, statement, &error))
    g_ptr_array_add (columns, tl_statement_dup_string (statement, 0));
  return columns;
}

/* A file of an older version has fewer columns; those beyond are as in a new row. */
static char *
join_common (GPtrArray *from,
             GPtrArray *to,
             guint     *n_columns)
{
  GString *names = g_string_new (NULL);

  *n_columns = 0;
  for (guint i = 0; i < to->len; i++)
    if (g_ptr_array_find_with_equal_func (from, to->pdata[i], g_str_equal, NULL))
      {
        g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "",
                                (const char *) to->pdata[i]);
        (*n_columns)++;
      }
  return g_string_free (names, FALSE);
}

static char *
make_insert (const char *table,
             const char *names,
             guint       n_columns)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR IGNORE INTO %s (%s) VALUES (", table, names);
  for (guint i = 0; i < n_columns; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/**
 * tl_rescue_rows_new:
 * @from: a connection to a damaged file
 * @to: a connection to a library that is written
 * @table: a table
 * @key: its column of whole numbers that tells its rows apart
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what copies its rows; %NULL where there is no such table
 *   in @from
 */
TlRescueRows *
tl_rescue_rows_new (TlDatabase  *from,
                    TlDatabase  *to,
                    const char  *table,
                    const char  *key,
                    GError     **error)
{
  g_autoptr(GPtrArray) from_columns = get_columns (from, table);
  g_autoptr(GPtrArray) to_columns = get_columns (to, table);
  g_autoptr(TlRescueRows) self = g_new0 (TlRescueRows, 1);
  g_autofree char *names = NULL;
  guint n_columns;

  names = join_common (from_columns, to_columns, &n_columns);
  self->from = tl_database_ref (from);
  self->to = tl_database_ref (to);
  self->select = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED WHERE %s = ?", names, table, key);
  self->insert = make_insert (table, names, n_columns);
  if (n_columns == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", table);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_rescue_rows_free:
 * @self: (transfer full): what copies rows; before its connections are closed
 */
void
tl_rescue_rows_free (TlRescueRows *self)
{
  /* The connections keep their statements by the texts, which end here. */
  if (self->select != NULL)
    tl_database_forget (self->from, self->select);
  if (self->insert != NULL)
    tl_database_forget (self->to, self->insert);
  g_free (self->select);
  g_free (self->insert);
  tl_database_unref (self->from);
  tl_database_unref (self->to);
  g_free (self);
}

static gboolean
insert_row (TlRescueRows  *self,
            TlStatement   *row,
            GError       **error)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (self->to, self->insert, error);

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (statement, i + 1, sqlite3_column_value (row, i));
  return tl_database_run (self->to, statement, error);
}

/**
 * tl_rescue_rows_copy:
 * @self: what copies rows
 * @id: which row
 * @error: return location for an error, of %TL_RESCUE_FAILED alone
 *
 * Returns: what came of it
 */
TlRescueResult
tl_rescue_rows_copy (TlRescueRows  *self,
                     gint64         id,
                     GError       **error)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TlStatement) row = tl_database_query (self->from, &unreadable, self->select, "i", id);

  if (row == NULL)
    return TL_RESCUE_UNREADABLE;
  if (!tl_database_step (self->from, row, &unreadable))
    return unreadable != NULL ? TL_RESCUE_UNREADABLE : TL_RESCUE_NONE;
  if (!insert_row (self, row, error))
    return TL_RESCUE_FAILED;
  /* What the table would not have is no row any more. */
  return tl_database_get_n_changed (self->to) > 0 ? TL_RESCUED : TL_RESCUE_UNREADABLE;
}
