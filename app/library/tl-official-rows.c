/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official figures of a library: what each country declares, one row for each year. */

#include "tl-official-rows.h"

static gboolean
store_value (TlDatabase             *database,
             const TlOfficialValue  *value,
             GError                **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "INSERT INTO official (source, reporter, partner, is_import, year, value)"
                       " VALUES (?, ?, ?, ?, ?, ?6)"
                       " ON CONFLICT (reporter, partner, source, is_import, year)"
                       " DO UPDATE SET value = excluded.value",
                       "sssii", tl_official_source_to_string (value->source), value->reporter,
                       value->partner, (gint64) value->is_import, (gint64) value->year);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_double (statement, 6, value->value);
  return tl_database_run (database, statement, error);
}

/**
 * tl_official_rows_store:
 * @database: a library, in a transaction
 * @values: (element-type TlOfficialValue): official figures
 * @error: return location for an error
 *
 * Keeps them; what a publisher has revised takes the place of what it said before.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_official_rows_store (TlDatabase  *database,
                        GArray      *values,
                        GError     **error)
{
  for (guint i = 0; i < values->len; i++)
    if (!store_value (database, &g_array_index (values, TlOfficialValue, i), error))
      return FALSE;
  return TRUE;
}

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
  g_array_append_val (values, value);
}

#define COLUMNS "SELECT source, reporter, partner, is_import, year, value FROM official"

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

/**
 * tl_official_rows_get_pair:
 * @database: a library
 * @partner: code of a country
 * @other: code of another
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialValue): what either declares of
 *   its trade with the other; %NULL with @error set
 */
GArray *
tl_official_rows_get_pair (TlDatabase  *database,
                           const char  *partner,
                           const char  *other,
                           GError     **error)
{
  return read_rows (database,
                    tl_database_query (database, error,
                                       COLUMNS " WHERE (reporter = ?1 AND partner = ?2)"
                                       " OR (reporter = ?2 AND partner = ?1)"
                                       " ORDER BY source, reporter, is_import, year",
                                       "ss", partner, other),
                    error);
}

/**
 * tl_official_rows_get_all:
 * @database: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialValue): all there are, those of one
 *   country, partner, publisher and flow together; %NULL with @error set
 */
GArray *
tl_official_rows_get_all (TlDatabase  *database,
                          GError     **error)
{
  return read_rows (database,
                    tl_database_query (database, error,
                                       COLUMNS " ORDER BY reporter, partner, source, is_import, year", ""),
                    error);
}

/**
 * tl_official_rows_remove:
 * @database: a library, in a transaction
 * @source: a publisher
 * @error: return location for an error
 *
 * Removes all that is from a publisher.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_official_rows_remove (TlDatabase        *database,
                         TlOfficialSource   source,
                         GError           **error)
{
  return tl_database_write (database, error, "DELETE FROM official WHERE source = ?", "s",
                            tl_official_source_to_string (source));
}
