/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes wrong around a library: no room, nothing can be written, the file is gone.  Each
 * is said, nothing is lost, and the program goes on. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library-fixture.h"
#include "tl-backup.h"
#include "tl-database-save.h"
#include "tl-library-facts.h"
#include "tl-library-remove.h"
#include "tl-rescue.h"

static gint64
add_one (TlLibrary   *library,
         guint        n,
         GError     **error)
{
  g_autofree char *title = g_strdup_printf ("article-%u", n);
  g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", NULL);

  return tl_library_add (library, article, error);
}

static char *
write_library (const char *folder,
               guint       n_articles)
{
  char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  for (guint i = 0; i < n_articles; i++)
    g_assert_cmpint (add_one (library, i, NULL), >, 0);
  return path;
}

/* ---- no room ---- */

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* No file may grow beyond what the library is: as on a full disk, what was there is there. */
static void
test_no_room (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 20);
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  guint n_added = 0;
  TlRescue rescue;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (400000);
  while (add_one (library, 100 + n_added, &error) > 0)
    n_added++;
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "library.sqlite"));
  g_clear_error (&error);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, 20 + n_added);

  limit_files (50000);
  g_assert_false (tl_backup_make (path, 1, NULL, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (tl_database_save (path, copy, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "copy.sqlite"));
  g_clear_error (&error);
  g_assert_false (tl_rescue_run (path, copy, &rescue, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* There is room again, and it goes on. */
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (add_one (library, 100 + n_added, &error), >, 0);
  g_assert_no_error (error);
  fixture_check (library);
  g_assert_true (tl_backup_make (path, 1, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The same with a real disk that is full, where one may be mounted. */
static void
test_full_disk (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *path = NULL;
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;
  guint n_added = 0;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=6m") != 0)
    {
      g_test_skip ("nothing may be mounted here");
      return;
    }
  path = write_library (disk, 20);
  library = fixture_open (path);
  while (add_one (library, 100 + n_added, &error) > 0)
    n_added++;
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "no room"));
  g_clear_error (&error);
  g_assert_false (tl_backup_make (path, 1, NULL, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "no room"));
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, 20 + n_added);
  fixture_check (library);
  g_clear_object (&library);
  g_assert_cmpint (umount (disk), ==, 0);
}

/* ---- nothing can be written ---- */

static void
assert_only_read (const char *path,
                  guint       n_articles)
{
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlArticle) article = tl_library_load_article (library, 1, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (tl_library_get_state (library), ==, TL_LIBRARY_READ_ONLY);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, n_articles);
  g_assert_nonnull (article);
  g_assert_cmpint (add_one (library, 1000, &error), ==, 0);
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "only be read"));
}

/* On a medium that cannot be written: what is settled, and what has a log, as of a program that
 * was killed; and one of an older version. */
static void
test_read_only (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *path = NULL;
  g_autofree char *older = g_build_filename (disk, "older.sqlite", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite", NULL);

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=16m") != 0)
    {
      g_test_skip ("nothing may be mounted here");
      return;
    }
  path = write_library (disk, 5);
  g_assert_true (tl_database_save (path, older, NULL, NULL));
  fixture_execute (older, FIXTURE_DROP_ENTITIES "ALTER TABLE figure DROP COLUMN why; PRAGMA user_version = 1");
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);

  assert_only_read (path, 5);
  assert_only_read (older, 5);
  g_assert_false (tl_backup_make (path, 1, NULL, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_true (tl_database_save (path, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (umount (disk), ==, 0);
}

/* ---- the file is gone ---- */

static void
removed_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_false (tl_library_remove_many_finish (TL_LIBRARY (source_object), result, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_VANISHED);
  g_main_loop_quit (loop);
}

/* What is done then ends in no new, empty library. */
static void
test_gone (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 5);
  g_autofree char *moved = g_build_filename (folder, "moved.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 1;

  g_array_append_val (ids, id);
  g_assert_cmpint (g_rename (path, moved), ==, 0);
  tl_library_remove_many_async (library, ids, NULL, NULL, removed_cb, loop);
  g_main_loop_run (loop);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_object (&library);

  library = fixture_open (moved);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, 5);
  fixture_check (library);
}

/* ---- another one writes ---- */

/* A second program waits for the first, and neither loses anything. */
static void
test_second (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 5);
  g_autoptr(TlLibrary) first = fixture_open (path);
  g_autoptr(TlLibrary) second = fixture_open (path);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpint (add_one (i % 2 == 0 ? first : second, 100 + i, &error), >, 0);
      g_assert_no_error (error);
    }
  g_clear_object (&first);
  g_clear_object (&second);
  first = fixture_open (path);
  g_assert_cmpuint (tl_library_get_n_articles (first), ==, 25);
  fixture_check (first);
}

/* Files that are imported are opened and closed; the library among them is not, nor what lies
 * beside it, for the locks on it would be gone with that. */
static void
test_in_use (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 5);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *other = fixture_write (folder, "article.txt", "Trade was spoken of.\n", -1);
  TlLibrary *library;

  g_assert_false (tl_database_is_in_use (path));
  library = fixture_open (path);
  g_assert_cmpint (add_one (library, 100, NULL), >, 0);
  g_assert_true (tl_database_is_in_use (path));
  g_assert_true (tl_database_is_in_use (log));
  g_assert_true (tl_database_is_in_use (index));
  g_assert_false (tl_database_is_in_use (other));
  g_object_unref (library);
  g_assert_false (tl_database_is_in_use (path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/faults/no-room", test_no_room);
  g_test_add_func ("/library/faults/full-disk", test_full_disk);
  g_test_add_func ("/library/faults/read-only", test_read_only);
  g_test_add_func ("/library/faults/gone", test_gone);
  g_test_add_func ("/library/faults/second", test_second);
  g_test_add_func ("/library/faults/in-use", test_in_use);

  return g_test_run ();
}
