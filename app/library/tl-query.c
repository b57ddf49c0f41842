/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement, its values and what comes of it in one call. */

#include "tl-database.h"

/**
 * tl_database_query:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement; a literal, since it is kept
 * @types: of its parameters, see tl_statement_bind_all()
 * @...: their values, which have to live as long as the statement is used
 *
 * Returns: (transfer full) (nullable): the statement, ready for tl_database_step()
 */
TlStatement *
tl_database_query (TlDatabase   *self,
                   GError      **error,
                   const char   *sql,
                   const char   *types,
                   ...)
{
  TlStatement *statement = tl_database_prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return NULL;
  va_start (values, types);
  tl_statement_bind_all (statement, types, values);
  va_end (values);
  return statement;
}

/**
 * tl_database_write:
 * @self: a connection
 * @error: return location for an error
 * @sql: one statement that gives no rows; a literal, since it is kept
 * @types: of its parameters, see tl_statement_bind_all()
 * @...: their values
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_write (TlDatabase   *self,
                   GError      **error,
                   const char   *sql,
                   const char   *types,
                   ...)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (self, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  tl_statement_bind_all (statement, types, values);
  va_end (values);
  return tl_database_run (self, statement, error);
}

/**
 * tl_database_select_ids:
 * @self: a connection
 * @ids: (element-type gint64): to append the numbers of the first column to
 * @error: return location for an error
 * @sql: one statement; a literal, since it is kept
 * @types: of its parameters, see tl_statement_bind_all()
 * @...: their values
 *
 * Reads all rows at once, so that the statement can be used again while they are looked at.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_select_ids (TlDatabase   *self,
                        GArray       *ids,
                        GError      **error,
                        const char   *sql,
                        const char   *types,
                        ...)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (self, sql, error);
  g_autoptr(GError) local_error = NULL;
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  tl_statement_bind_all (statement, types, values);
  va_end (values);
  while (tl_database_step (self, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
