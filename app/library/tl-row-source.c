/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows of the program's memory as a table, so that one statement stores thousands of them: to run a
 * statement for each costs twice what it takes to put a row into its trees.
 *
 *   INSERT OR FAIL INTO name SELECT c0, c1, c2 FROM tl_rows(?)
 *
 * OR FAIL, as whoever stores rolls all of it back where it fails: else SQLite would open a savepoint,
 * see version 10 in tl-schema.c.
 */

#include "tl-row-source.h"

/* What says that a pointer is to a TlRowSource; no SQL can make one. */
#define POINTER_TYPE "tl-rows"

#define SOURCE_COLUMN TL_ROW_MAX_COLUMNS

G_STATIC_ASSERT (TL_ROW_MAX_COLUMNS == 8);

static const char declaration[] =
  "CREATE TABLE x (c0, c1, c2, c3, c4, c5, c6, c7, source HIDDEN)";

typedef struct
{
  sqlite3_vtab_cursor  base;
  const TlRowSource   *source;
  guint                i;
} Cursor;

static int
connect_table (sqlite3            *handle,
               void               *data G_GNUC_UNUSED,
               int                 n_arguments G_GNUC_UNUSED,
               const char *const  *arguments G_GNUC_UNUSED,
               sqlite3_vtab      **table,
               char              **message G_GNUC_UNUSED)
{
  int code = sqlite3_declare_vtab (handle, declaration);

  if (code != SQLITE_OK)
    return code;
  *table = g_new0 (sqlite3_vtab, 1);
  return sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

static int
choose_plan (sqlite3_vtab       *table G_GNUC_UNUSED,
             sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == SOURCE_COLUMN && info->aConstraint[i].usable &&
        info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
      }
  return SQLITE_CONSTRAINT;
}

static int
open_cursor (sqlite3_vtab         *table G_GNUC_UNUSED,
             sqlite3_vtab_cursor **cursor)
{
  *cursor = (sqlite3_vtab_cursor *) g_new0 (Cursor, 1);
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
begin_rows (sqlite3_vtab_cursor  *cursor,
            int                   plan G_GNUC_UNUSED,
            const char           *name G_GNUC_UNUSED,
            int                   n_arguments,
            sqlite3_value       **arguments)
{
  Cursor *self = (Cursor *) cursor;

  self->source = n_arguments == 1 ? sqlite3_value_pointer (arguments[0], POINTER_TYPE) : NULL;
  self->i = 0;
  return SQLITE_OK;
}

static int
next_row (sqlite3_vtab_cursor *cursor)
{
  ((Cursor *) cursor)->i++;
  return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  const Cursor *self = (const Cursor *) cursor;

  return self->source == NULL || self->i >= self->source->n_rows;
}

static int
get_column (sqlite3_vtab_cursor *cursor,
            sqlite3_context     *context,
            int                  column)
{
  const Cursor *self = (const Cursor *) cursor;

  if (column != SOURCE_COLUMN)
    self->source->get (context, (const guint8 *) self->source->rows + self->i * self->source->size, column);
  return SQLITE_OK;
}

static int
get_rowid (sqlite3_vtab_cursor *cursor,
           sqlite3_int64       *id)
{
  *id = ((const Cursor *) cursor)->i;
  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect_table,
  .xDisconnect = disconnect_table,
  .xBestIndex = choose_plan,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = begin_rows,
  .xNext = next_row,
  .xEof = is_at_end,
  .xColumn = get_column,
  .xRowid = get_rowid,
};

/**
 * tl_row_source_register:
 * @handle: a connection
 *
 * Gives it the table tl_rows.
 *
 * Returns: what SQLite says of it
 */
int
tl_row_source_register (sqlite3 *handle)
{
  return sqlite3_create_module (handle, "tl_rows", &module, NULL);
}

/**
 * tl_database_write_rows:
 * @self: a connection
 * @sql: one statement that goes through `tl_rows(?1)`; a literal, since it is kept
 * @source: the rows, in the order in which they lie where they are written: then each is put beside
 *   the one before
 * @error: return location for an error
 *
 * Runs it on all rows at once.
 *
 * Returns: whether it succeeded; else some may be written, and the transaction is to be rolled back
 */
gboolean
tl_database_write_rows (TlDatabase         *self,
                        const char         *sql,
                        const TlRowSource  *source,
                        GError            **error)
{
  g_autoptr(TlStatement) statement = NULL;

  if (source->n_rows == 0)
    return TRUE;
  statement = tl_database_prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_pointer (statement, 1, (gpointer) source, POINTER_TYPE, NULL);
  return tl_database_run (self, statement, error);
}
