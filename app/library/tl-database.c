/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-database-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library.h"

#define BUSY_PAUSE 5

/*
 * tl_database_set_error:
 * @self: a connection
 * @error: return location for an error
 *
 * Turns what SQLite says last into what a person can do about it.
 */
void
tl_database_set_error (TlDatabase  *self,
                       GError     **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int code = self->handle != NULL ? sqlite3_errcode (self->handle) & 0xff : SQLITE_NOMEM;

  switch (code)
    {
    case SQLITE_NOTADB:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN,
                   _("“%s” is no library of Tradelines, or nothing of it can be read any more"),
                   name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
                   _("The library “%s” is damaged"), name);
      break;
    case SQLITE_FULL:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("There is no room on the disk for the library “%s”"), name);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("The library “%s” is being written by another program"), name);
      break;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("The library “%s” cannot be opened"), name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("The library “%s” can only be read"), name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;
    default:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("The library “%s” cannot be read or written: %s"), name,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }
}

/**
 * tl_database_ref:
 * @self: a connection
 *
 * Returns: (transfer full): the same connection
 */
TlDatabase *
tl_database_ref (TlDatabase *self)
{
  return g_rc_box_acquire (self);
}

/**
 * tl_database_unref:
 * @self: (transfer full): a connection, closed with its last reference
 */
void
tl_database_unref (TlDatabase *self)
{
  g_rc_box_release_full (self, tl_database_clear);
}

/**
 * tl_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the file
 */
const char *
tl_database_get_path (TlDatabase *self)
{
  return self->path;
}

/**
 * tl_database_execute:
 * @self: a connection
 * @sql: one or more statements without parameters
 * @error: return location for an error
 *
 * Returns: whether all of them succeeded
 */
gboolean
tl_database_execute (TlDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  tl_database_set_error (self, error);
  return FALSE;
}

/**
 * tl_database_set_journal:
 * @self: a connection
 * @error: return location for an error
 *
 * Writes through a write-ahead log from here on, where the file system allows it: then
 * nobody who reads waits for one who writes.  Changing to it is the one thing for which
 * SQLite does not wait for other programs itself, so this does.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_set_journal (TlDatabase  *self,
                         GError     **error)
{
  gint64 deadline = g_get_monotonic_time () + TL_BUSY_TIMEOUT * G_TIME_SPAN_MILLISECOND;
  int code;

  while ((code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL))
         != SQLITE_OK)
    {
      if ((code & 0xff) != SQLITE_BUSY || g_get_monotonic_time () > deadline)
        {
          tl_database_set_error (self, error);
          return FALSE;
        }
      g_usleep (BUSY_PAUSE * G_TIME_SPAN_MILLISECOND);
    }
  return TRUE;
}

/**
 * tl_database_is_full:
 * @self: a connection
 *
 * Returns: whether what was done last failed because the disk is full
 */
gboolean
tl_database_is_full (TlDatabase *self)
{
  return (sqlite3_errcode (self->handle) & 0xff) == SQLITE_FULL;
}

/**
 * tl_database_prepare:
 * @self: a connection
 * @sql: one statement; a literal, since it is kept
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the statement, without values for its
 *   parameters; nobody else may be using it
 */
TlStatement *
tl_database_prepare (TlDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    {
      tl_database_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * tl_database_forget:
 * @self: a connection
 * @sql: a statement that was prepared, or not
 *
 * Lets go of a statement whose text is no literal, before that ends.
 */
void
tl_database_forget (TlDatabase *self,
                    const char *sql)
{
  g_hash_table_remove (self->statements, sql);
}

/**
 * tl_database_step:
 * @self: a connection
 * @statement: a statement with its values
 * @error: return location for an error
 *
 * Returns: %TRUE when there is a row to read; %FALSE at the end, and on an error
 */
gboolean
tl_database_step (TlDatabase   *self,
                  TlStatement  *statement,
                  GError      **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    tl_database_set_error (self, error);
  return FALSE;
}

/**
 * tl_database_run:
 * @self: a connection
 * @statement: a statement with its values
 * @error: return location for an error
 *
 * Runs a statement that gives no rows, and resets it for other values.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_run (TlDatabase   *self,
                 TlStatement  *statement,
                 GError      **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    tl_database_set_error (self, error);
  sqlite3_reset (statement);
  return done;
}

/**
 * tl_database_get_n_changed:
 * @self: a connection
 *
 * Returns: how many rows the statement before changed
 */
guint
tl_database_get_n_changed (TlDatabase *self)
{
  return (guint) sqlite3_changes (self->handle);
}

/**
 * tl_database_query_int:
 * @self: a connection
 * @sql: a statement that gives one number
 * @value: (out): the number; 0 when there is no row
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_query_int (TlDatabase  *self,
                       const char  *sql,
                       gint64      *value,
                       GError     **error)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (self, sql, error);
  int code;

  *value = 0;
  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  tl_database_set_error (self, error);
  return FALSE;
}

/**
 * tl_database_get_last_id:
 * @self: a connection
 *
 * Returns: the id of the row that was inserted last
 */
gint64
tl_database_get_last_id (TlDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/* So many milliseconds at most others are waited for: twice as long as SQLite takes to ask again. */
#define LET_OTHERS 200

/* How many begin to write just now. */
static int n_waiting;

/**
 * tl_database_begin:
 * @self: a connection
 * @error: return location for an error
 *
 * Begins to write, waiting for others who do: what is read from here on is not
 * changed by them.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_begin (TlDatabase  *self,
                   GError     **error)
{
  gboolean succeeded;

  g_atomic_int_inc (&n_waiting);
  succeeded = tl_database_execute (self, "BEGIN IMMEDIATE", error);
  g_atomic_int_add (&n_waiting, -1);
  return succeeded;
}

/**
 * tl_database_let_others_write:
 *
 * Waits until those of this program who want to write do so, though not for long: for who writes
 * all the time.  SQLite asks only now and then whether a file is free, and would not find it so.
 */
void
tl_database_let_others_write (void)
{
  for (guint i = 0; i < LET_OTHERS && g_atomic_int_get (&n_waiting) > 0; i++)
    g_usleep (G_USEC_PER_SEC / 1000);
}

/**
 * tl_database_commit:
 * @self: a connection
 * @error: return location for an error
 *
 * Stores what was written since tl_database_begin(); it then survives a crash of the
 * program and a power cut.  On an error nothing of it is stored.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_database_commit (TlDatabase  *self,
                    GError     **error)
{
  if (tl_database_execute (self, "COMMIT", error))
    return TRUE;
  tl_database_rollback (self);
  return FALSE;
}

/**
 * tl_database_rollback:
 * @self: a connection
 *
 * Forgets what was written since tl_database_begin().
 */
void
tl_database_rollback (TlDatabase *self)
{
  /* Some errors have rolled back already. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
