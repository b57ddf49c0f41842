/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library written anew into another file, which is there whole or not at all. */

#include "tl-database-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-library.h"

/* Ends the name of what is not whole yet. */
#define PARTIAL ".XXXXXX" TL_PARTIAL_SUFFIX

static void
set_error (const char  *path,
           int          number,
           GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == ENOSPC || number == EDQUOT)
    g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                 _("There is no room on the disk for “%s”"), name);
  else
    g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                 _("“%s” cannot be written: %s"), name, g_strerror (number));
}

/* Has what was written in a file, or renamed in a folder, survive a power cut. */
static gboolean
sync_path (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean succeeded = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
  return succeeded;
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  struct stat info, other_info;

  return stat (path, &info) == 0 && stat (other, &other_info) == 0 &&
         info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino;
}

/* A log beside a library belongs to it: put under another file, it would ruin that. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  struct stat info;

  return (stat (log, &info) == 0 && info.st_size > 0) ||
         (stat (journal, &info) == 0 && info.st_size > 0);
}

/**
 * tl_new_file_check:
 * @path: where a library is to be written
 * @source: (nullable): a file that is read for it
 * @error: return location for an error
 *
 * Returns: whether @path may be written or replaced: it is not @source, and no library that
 *   is in use
 */
gboolean
tl_new_file_check (const char  *path,
                   const char  *source,
                   GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (source != NULL && is_same_file (path, source))
    {
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("“%s” is the library itself; choose another name"), name);
      return FALSE;
    }
  if (has_log (path))
    {
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("“%s” is a library in use; choose another name"), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_new_file_begin:
 * @path: where a library is to be written
 * @error: return location for an error
 *
 * Makes an empty file beside @path that only its owner may read.
 *
 * Returns: (transfer full) (nullable): its name, for tl_new_file_end() or tl_new_file_drop()
 */
char *
tl_new_file_begin (const char  *path,
                   GError     **error)
{
  g_autofree char *partial = g_strconcat (path, PARTIAL, NULL);
  int fd = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_error (path, errno, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&partial);
}

/**
 * tl_new_file_end:
 * @partial: what tl_new_file_begin() made, with a whole library in it
 * @path: where it is to be
 * @error: return location for an error
 *
 * Puts the file in its place, where it survives a power cut.
 *
 * Returns: whether it succeeded; else nothing is left of it
 */
gboolean
tl_new_file_end (const char  *partial,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (partial) || g_rename (partial, path) != 0)
    {
      set_error (path, errno, error);
      tl_new_file_drop (partial);
      return FALSE;
    }
  /* Some file systems do not sync folders, and need not. */
  sync_path (folder);
  return TRUE;
}

/**
 * tl_new_file_drop:
 * @partial: what tl_new_file_begin() made
 *
 * Removes a file that did not become whole.
 */
void
tl_new_file_drop (const char *partial)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (partial, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* What fails here is mostly about the file that is written, not the one that is read. */
static gboolean
write_into (TlDatabase  *database,
            const char  *partial,
            const char  *path,
            GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  if (tl_database_write (database, &local_error, "VACUUM INTO ?", "s", partial))
    return TRUE;
  if (g_error_matches (local_error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE))
    {
      errno = tl_database_is_full (database) ? ENOSPC : EIO;
      set_error (path, errno, error);
    }
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_database_save:
 * @path: a library's file
 * @to: the file to write, replaced where it is there
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes a library as it is at this moment into another file, without what it has of free
 * room.  Others may write the library meanwhile.
 *
 * Returns: whether it succeeded; else @to is as it was
 */
gboolean
tl_database_save (const char    *path,
                  const char    *to,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(TlDatabase) database = NULL;
  g_autofree char *partial = NULL;

  g_return_val_if_fail (path != NULL && to != NULL, FALSE);

  if (!tl_new_file_check (to, path, error))
    return FALSE;
  database = tl_database_open_raw (path, error);
  if (database == NULL)
    return FALSE;
  partial = tl_new_file_begin (to, error);
  if (partial == NULL)
    return FALSE;

  tl_database_set_cancellable (database, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !write_into (database, partial, to, error))
    {
      tl_new_file_drop (partial);
      return FALSE;
    }
  return tl_new_file_end (partial, to, error);
}
