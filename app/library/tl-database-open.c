/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a connection comes about.  A file that cannot be written, because of its permissions or
 * of what it lies on, and one that was found damaged, is opened for reading only. */

#include "tl-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-backup.h"
#include "tl-library.h"
#include "tl-reading-pack.h"
#include "tl-row-source.h"
#include "tl-schema.h"
#include "tl-search-rank.h"
#include "tl-sort-key.h"

/* How many steps of SQLite's machine lie between two looks at the cancellable: some tens of
 * microseconds. */
#define STEPS_TO_CANCEL 1000

/* The files that this process must not write any more, see tl_database_protect(). */
static GMutex protected_lock;
static GHashTable *protected_paths;

static gboolean
is_protected (const char *path)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&protected_lock);

  return protected_paths != NULL && g_hash_table_contains (protected_paths, path);
}

/**
 * tl_database_protect:
 * @path: a library's file
 * @protect: whether it is to be left as it is
 *
 * Has every connection that this program opens from here on only read a file.  Those that
 * are open go on.
 */
void
tl_database_protect (const char *path,
                     gboolean    protect)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&protected_lock);

  if (protected_paths == NULL)
    protected_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (protect)
    g_hash_table_add (protected_paths, g_strdup (path));
  else
    g_hash_table_remove (protected_paths, path);
}

/* The files that connections of this process are open on, and how many. */
static GMutex open_lock;
static GHashTable *open_paths;

static void
count_open (const char *path,
            int         n)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&open_lock);
  int count;

  if (open_paths == NULL)
    open_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count = GPOINTER_TO_INT (g_hash_table_lookup (open_paths, path)) + n;
  if (count > 0)
    g_hash_table_insert (open_paths, g_strdup (path), GINT_TO_POINTER (count));
  else
    g_hash_table_remove (open_paths, path);
}

static gboolean
belongs_to (const struct stat *info,
            const char        *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      struct stat other;

      if (stat (name, &other) == 0 && info->st_dev == other.st_dev && info->st_ino == other.st_ino)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_database_is_in_use:
 * @path: a file
 *
 * Tells whether a file is a library that this process has open, or one of the files beside it.
 * It must not be opened and closed otherwise: the system would take away the locks of all
 * connections.
 *
 * Returns: whether it is
 */
gboolean
tl_database_is_in_use (const char *path)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&open_lock);
  GHashTableIter iter;
  struct stat info;
  gpointer key;

  if (open_paths == NULL || stat (path, &info) != 0)
    return FALSE;
  g_hash_table_iter_init (&iter, open_paths);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (belongs_to (&info, key))
      return TRUE;
  return FALSE;
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

/* A new library is for its owner alone, wherever it is made; what SQLite writes beside it has the
 * same permissions.  Where it cannot be made, SQLite says why. */
static void
make_private (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
}

static gboolean
refuse_foreign (const char  *path,
                GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN,
               _("“%s” is not a library of Tradelines"), name);
  return FALSE;
}

/* What is not there will be made, and what cannot be opened SQLite will say. */
static gboolean
check_kind (const char  *path,
            GError     **error)
{
  struct stat info;

  return stat (path, &info) != 0 || S_ISREG (info.st_mode) || refuse_foreign (path, error);
}

/* SQLite takes a file of some hundred bytes for a new database, whatever is in it, and
 * would write over it: so what does not begin as a database is refused before.
 *
 * The file is read through SQLite.  If this process opened and closed it by itself, the system
 * would take away all locks that the process has on it, those of other connections too: another
 * program would think that it is alone, and delete the log that is being written. */
static gboolean
check_beginning (TlDatabase  *self,
                 GError     **error)
{
  static const char magic[16] = "SQLite format 3";
  char beginning[512];
  sqlite3_file *file = NULL;
  struct stat info;

  if (stat (self->path, &info) != 0 || info.st_size == 0)
    return TRUE;
  if (sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
      file != NULL && file->pMethods != NULL &&
      file->pMethods->xRead (file, beginning, sizeof beginning, 0) == SQLITE_OK &&
      memcmp (beginning, magic, sizeof magic) == 0)
    return TRUE;
  return refuse_foreign (self->path, error);
}

static void
statement_free (gpointer statement)
{
  sqlite3_finalize (statement);
}

/*
 * tl_database_clear:
 * @data: a connection
 *
 * Closes it.
 */
void
tl_database_clear (gpointer data)
{
  TlDatabase *self = data;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->handle, sqlite3_close);
  count_open (self->path, -1);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->cancellable);
}

/* SQLite would count its memory at each of some five hundred allocations an article, under a lock
 * that all threads share; nobody asks for the count.  Who has used SQLite before keeps its ways. */
static void
configure_sqlite (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&is_done, 1);
}

/* @name is the file or its URI. */
static TlDatabase *
connect_to (const char  *path,
            const char  *name,
            int          flags,
            GError     **error)
{
  g_autoptr(TlDatabase) self = NULL;

  if (!check_kind (path, error))
    return NULL;
  configure_sqlite ();
  self = g_rc_box_new0 (TlDatabase);
  self->path = g_strdup (path);
  count_open (path, 1);
  /* By where its text lies: an import runs some fifty an article, and most are long. */
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, statement_free);
  self->is_read_only = (flags & SQLITE_OPEN_READONLY) != 0;

  if (sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      tl_database_set_error (self, error);
      return NULL;
    }
  if (!check_beginning (self, error))
    return NULL;
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, TL_BUSY_TIMEOUT);
  /* The file may come from anybody: its schema runs no more than it has to. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (tl_sort_key_register (self->handle) != SQLITE_OK ||
      tl_search_rank_register (self->handle) != SQLITE_OK ||
      tl_reading_pack_register (self->handle) != SQLITE_OK ||
      tl_row_source_register (self->handle) != SQLITE_OK)
    {
      tl_database_set_error (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/* ---- for reading only ---- */

/* Whether all that was committed is in the file itself: then nobody writes it just now, and
 * nothing has to be written beside it in order to read it. */
static gboolean
is_settled (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      struct stat info;

      if (stat (name, &info) == 0 && info.st_size > 0)
        return FALSE;
    }
  return TRUE;
}

static TlDatabase *
connect_for_reading (const char  *path,
                     gboolean     is_immutable,
                     GError     **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro%s", escaped,
                                          is_immutable ? "&immutable=1" : "");
  g_autoptr(TlDatabase) self = connect_to (path, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                                           error);
  gint64 ignored;

  if (self == NULL ||
      !tl_database_query_int (self, "SELECT count(*) FROM sqlite_schema", &ignored, error) ||
      !tl_database_execute (self, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_database_open_raw:
 * @path: a file that is there
 * @error: return location for an error
 *
 * Opens a file for reading, whatever is in it, without writing anything.
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with a #TlLibraryError
 */
TlDatabase *
tl_database_open_raw (const char  *path,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  TlDatabase *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      tl_database_set_vanished (path, error);
      return NULL;
    }
  self = connect_for_reading (path, FALSE, &local_error);
  /* SQLite wants to write an index of the log beside the file, be the log empty. */
  if (self == NULL && is_settled (path))
    self = connect_for_reading (path, TRUE, NULL);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return self;
}

/**
 * tl_database_open_for_reading:
 * @path: a library's file
 * @error: return location for an error
 *
 * Opens a library without writing to it.
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with a #TlLibraryError;
 *   %TL_LIBRARY_ERROR_OLDER where it would have to be brought to the present schema first
 */
TlDatabase *
tl_database_open_for_reading (const char  *path,
                              GError     **error)
{
  g_autoptr(TlDatabase) self = tl_database_open_raw (path, error);

  if (self == NULL || !tl_schema_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- for writing ---- */

/* A backup stays as it was made: what would be written into it would go with it.  Root may
 * write what permissions forbid; what a file system forbids, nobody may. */
static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  return !tl_backup_is_one (path) && access (path, W_OK) == 0 && access (folder, W_OK) == 0;
}

static TlDatabase *
open_for_writing (const char  *path,
                  int          flags,
                  GError     **error)
{
  g_autoptr(TlDatabase) self = connect_to (path, path, flags, error);

  if (self == NULL || !tl_schema_prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_database_open:
 * @path: the file, and its folder, are made where they are not there yet
 * @error: return location for an error
 *
 * Opens a library and brings it to the present schema.  A file that is something else,
 * or was written by a newer version, is left as it is.  One that cannot be written is opened
 * for reading, see tl_database_is_read_only().
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with a #TlLibraryError
 */
TlDatabase *
tl_database_open (const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!make_folder (path, error))
    return NULL;
  if (is_protected (path) || !can_write (path))
    return tl_database_open_for_reading (path, error);
  make_private (path);
  return open_for_writing (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

/**
 * tl_database_open_again:
 * @path: the file of a library that is open
 * @error: return location for an error
 *
 * Opens another connection, as each thread needs its own.  A file that is gone is not made
 * anew: what is meant for one library is not to end in another.
 *
 * Returns: (transfer full) (nullable): a connection, or %NULL with a #TlLibraryError
 */
TlDatabase *
tl_database_open_again (const char  *path,
                        GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      tl_database_set_vanished (path, error);
      return NULL;
    }
  if (is_protected (path) || !can_write (path))
    return tl_database_open_for_reading (path, error);
  return open_for_writing (path, SQLITE_OPEN_READWRITE, error);
}

/**
 * tl_database_set_vanished:
 * @path: a library's file
 * @error: return location for an error
 *
 * Says that a library is not where it was.
 */
void
tl_database_set_vanished (const char  *path,
                          GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_VANISHED,
               _("The library “%s” is not there any more"), name);
}

/**
 * tl_database_is_read_only:
 * @self: a connection
 *
 * Returns: whether it can only be read
 */
gboolean
tl_database_is_read_only (TlDatabase *self)
{
  return self->is_read_only;
}

static int
progress_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * tl_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): stops the statement that runs, with %G_IO_ERROR_CANCELLED
 *
 * Lets a long statement be stopped.
 */
void
tl_database_set_cancellable (TlDatabase   *self,
                             GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, STEPS_TO_CANCEL, cancellable != NULL ? progress_cb : NULL,
                            cancellable);
}
