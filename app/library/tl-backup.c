/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups of a library, in a folder beside it: "library.sqlite-backups" has
 * "library-0007-20261122T194620Z.sqlite" and the two before it.
 *
 * Which of them is the latest tells the number, so that a clock that is set forth or back
 * has no old one kept for a new one.  The time tells only whether another is due; one from
 * the future tells nothing, so it is. */

#include "tl-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "tl-database-save.h"
#include "tl-library.h"

#define FOLDER_SUFFIX "-backups"
#define FILE_SUFFIX   ".sqlite"
#define TIME_FORMAT   "%Y%m%dT%H%M%SZ"
#define INTERVAL      (24 * 60 * 60)

/* A clock that a network sets may go back a little. */
#define TOLERANCE     (5 * 60)

static void
backup_free (gpointer data)
{
  TlBackup *self = data;

  g_free (self->path);
  g_free (self);
}

/* "library" of "library.sqlite" */
static char *
dup_stem (const char *library_path)
{
  char *name = g_path_get_basename (library_path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/**
 * tl_backup_dup_folder:
 * @library_path: a library's file
 *
 * Returns: (transfer full): where its backups are, whether or not there are any
 */
char *
tl_backup_dup_folder (const char *library_path)
{
  return g_strconcat (library_path, FOLDER_SUFFIX, NULL);
}

static gboolean
parse_time (const char *string,
            gint64     *made)
{
  g_autofree char *iso = g_strndup (string, strlen ("20261122T194620Z"));
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  if (time == NULL || !g_str_equal (string + strlen (iso), FILE_SUFFIX))
    return FALSE;
  *made = g_date_time_to_unix (time);
  return TRUE;
}

/* Reads "-0007-20261122T194620Z.sqlite"; returns 0 where it is something else. */
static guint
parse_rest (const char *rest,
            gint64     *made)
{
  char *end;
  guint64 number;

  if (rest[0] != '-' || !g_ascii_isdigit (rest[1]))
    return 0;
  number = g_ascii_strtoull (rest + 1, &end, 10);
  if (number == 0 || number >= G_MAXUINT || *end != '-' || !parse_time (end + 1, made))
    return 0;
  return (guint) number;
}

static int
compare_backups (gconstpointer first,
                 gconstpointer second)
{
  const TlBackup *a = *(TlBackup *const *) first;
  const TlBackup *b = *(TlBackup *const *) second;

  return (a->number < b->number) - (a->number > b->number);
}

/**
 * tl_backup_list:
 * @library_path: a library's file
 *
 * Returns: (transfer full) (element-type TlBackup): its backups, the latest first
 */
GPtrArray *
tl_backup_list (const char *library_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  g_autofree char *folder = tl_backup_dup_folder (library_path);
  g_autofree char *stem = dup_stem (library_path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 made = 0;
      guint number = g_str_has_prefix (name, stem) ? parse_rest (name + strlen (stem), &made) : 0;
      TlBackup *backup;

      if (number == 0)
        continue;
      backup = g_new (TlBackup, 1);
      *backup = (TlBackup) { g_build_filename (folder, name, NULL), number, made };
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return backups;
}

/**
 * tl_backup_is_one:
 * @path: a file
 *
 * Returns: whether it is a backup of a library, by its name and that of its folder
 */
gboolean
tl_backup_is_one (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *library = NULL;
  g_autofree char *stem = NULL;
  gint64 made;

  if (!g_str_has_suffix (folder, FOLDER_SUFFIX))
    return FALSE;
  library = g_strndup (folder, strlen (folder) - strlen (FOLDER_SUFFIX));
  stem = dup_stem (library);
  return g_str_has_prefix (name, stem) && parse_rest (name + strlen (stem), &made) != 0;
}

static gboolean
is_due (GPtrArray *backups,
        gint64     now)
{
  const TlBackup *latest;

  if (backups->len == 0)
    return TRUE;
  latest = g_ptr_array_index (backups, 0);
  return latest->made > now + TOLERANCE || now - latest->made >= INTERVAL;
}

/**
 * tl_backup_is_due:
 * @library_path: a library's file
 * @now: seconds since 1970
 *
 * Returns: whether the latest backup is older than a day, or there is none
 */
gboolean
tl_backup_is_due (const char *library_path,
                  gint64      now)
{
  g_autoptr(GPtrArray) backups = tl_backup_list (library_path);

  return is_due (backups, now);
}

/* Nobody else makes one now, so what is not whole was left by one that was interrupted. */
static void
remove_partial (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, TL_PARTIAL_SUFFIX) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

static void
remove_older (const char *library_path)
{
  g_autoptr(GPtrArray) backups = tl_backup_list (library_path);

  for (guint i = TL_BACKUP_KEPT; i < backups->len; i++)
    g_unlink (((TlBackup *) g_ptr_array_index (backups, i))->path);
}

static char *
dup_next_path (const char *library_path,
               gint64      now)
{
  g_autoptr(GPtrArray) backups = tl_backup_list (library_path);
  guint number = backups->len > 0 ? ((TlBackup *) g_ptr_array_index (backups, 0))->number + 1 : 1;
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (now);
  g_autofree char *time = moment != NULL ? g_date_time_format (moment, TIME_FORMAT) : NULL;
  g_autofree char *folder = tl_backup_dup_folder (library_path);
  g_autofree char *stem = dup_stem (library_path);
  g_autofree char *name = g_strdup_printf ("%s-%04u-%s" FILE_SUFFIX, stem, number, time);

  return g_build_filename (folder, name, NULL);
}

/* Locks the folder for this process; it is unlocked when the descriptor is closed, also by the
 * death of the process. */
static int
lock_folder (const char  *folder,
             GError     **error)
{
  g_autofree char *name = NULL;
  int fd;

  if (g_mkdir (folder, 0700) == 0 || errno == EEXIST)
    {
      fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
      if (fd >= 0)
        {
          close (fd);
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                               _("Another program is making a backup"));
          return -1;
        }
    }
  name = g_filename_display_name (folder);
  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
               _("The folder “%s” cannot be made: %s"), name, g_strerror (errno));
  return -1;
}

/**
 * tl_backup_make:
 * @library_path: a library's file
 * @now: seconds since 1970
 * @made: (out) (optional): the file that was made
 * @cancellable: (nullable): to give up
 * @error: return location for an error, %G_IO_ERROR_BUSY where another program makes one
 *
 * Makes a backup, and removes those beyond the last three.  What was interrupted leaves nothing
 * behind, or the next one clears it away.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_backup_make (const char    *library_path,
                gint64         now,
                char         **made,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *folder = tl_backup_dup_folder (library_path);
  g_autofree char *path = NULL;
  gboolean succeeded;
  int lock;

  g_return_val_if_fail (library_path != NULL, FALSE);

  lock = lock_folder (folder, error);
  if (lock < 0)
    return FALSE;
  remove_partial (folder);
  path = dup_next_path (library_path, now);
  succeeded = tl_database_save (library_path, path, cancellable, error);
  if (succeeded)
    remove_older (library_path);
  close (lock);
  if (succeeded && made != NULL)
    *made = g_steal_pointer (&path);
  return succeeded;
}
