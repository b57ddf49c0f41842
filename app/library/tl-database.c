/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-library.h"
#include "tl-schema.h"

/* How long one connection waits for another's writing, in milliseconds.  The longest
 * that this program writes at a time is a batch of an import, some hundredths of a second. */
#define BUSY_TIMEOUT 5000
#define BUSY_PAUSE   5

struct _TlDatabase
{
  char       *path;             /* owned */
  sqlite3    *handle;           /* owned */
  GHashTable *statements;       /* owned: SQL to sqlite3_stmt */
};

/* Turns what SQLite says last into what a person can do about it. */
static void
set_error (TlDatabase  *self,
           GError     **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int code = self->handle != NULL ? sqlite3_errcode (self->handle) & 0xff : SQLITE_NOMEM;

  switch (code)
    {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
                   _("The library “%s” is damaged, or is no library"), name);
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
                   _("The library “%s” is write-protected"), name);
      break;
    default:
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("The library “%s” cannot be read or written: %s"), name,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code));
      break;
    }
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  name = g_filename_display_name (folder);
  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
               _("The folder “%s” cannot be made: %s"), name, g_strerror (errno));
  return FALSE;
}

/* SQLite takes a file of some hundred bytes for a new database, whatever is in it, and
 * would write over it: so what does not begin as a database is refused before. */
static gboolean
check_beginning (const char  *path,
                 GError     **error)
{
  static const char magic[16] = "SQLite format 3";
  char beginning[512];
  g_autofree char *name = NULL;
  struct stat info;
  gssize length;
  int fd;

  /* What is not there will be made, and what cannot be opened SQLite will say. */
  if (stat (path, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0))
    return TRUE;
  fd = S_ISREG (info.st_mode) ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  if (S_ISREG (info.st_mode) && fd < 0)
    return TRUE;

  length = fd >= 0 ? read (fd, beginning, sizeof beginning) : 0;
  if (fd >= 0)
    close (fd);
  if (length == sizeof beginning && memcmp (beginning, magic, sizeof magic) == 0)
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
               _("“%s” is not a library of Tradelines"), name);
  return FALSE;
}

static void
statement_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
database_clear (gpointer data)
{
  TlDatabase *self = data;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close);
  g_clear_pointer (&self->path, g_free);
}

/**
 * tl_database_open:
 * @path: the file, and its folder, are made where they are not there yet
 * @error: return location for an error
 *
 * Opens a library and brings it to the present schema.  A file that is something else,
 * or was written by a newer version, is left as it is.
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with a #TlLibraryError
 */
TlDatabase *
tl_database_open (const char  *path,
                  GError     **error)
{
  g_autoptr(TlDatabase) self = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

  g_return_val_if_fail (path != NULL, NULL);

  if (!make_folder (path, error) || !check_beginning (path, error))
    return NULL;

  self = g_rc_box_new0 (TlDatabase);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);

  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  /* The file may come from anybody: its schema runs no more than it has to. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  if (!tl_schema_prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
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
  g_rc_box_release_full (self, database_clear);
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
  set_error (self, error);
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
  gint64 deadline = g_get_monotonic_time () + BUSY_TIMEOUT * G_TIME_SPAN_MILLISECOND;
  int code;

  while ((code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL))
         != SQLITE_OK)
    {
      if ((code & 0xff) != SQLITE_BUSY || g_get_monotonic_time () > deadline)
        {
          set_error (self, error);
          return FALSE;
        }
      g_usleep (BUSY_PAUSE * G_TIME_SPAN_MILLISECOND);
    }
  return TRUE;
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
      set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
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
    set_error (self, error);
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
    set_error (self, error);
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
  set_error (self, error);
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
  return tl_database_execute (self, "BEGIN IMMEDIATE", error);
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
