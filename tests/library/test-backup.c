/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups and copies: which are made and kept, whatever the clock says, and what is left of
 * those that fail. */

#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>

#include "library-fixture.h"
#include "tl-backup.h"
#include "tl-check.h"
#include "tl-database-save.h"
#include "tl-library-upkeep.h"

#define DAY   (24 * 60 * 60)
#define START G_GINT64_CONSTANT (1795376780)    /* 22 November 2026 */

static char *
write_library (const char *folder,
               guint       n_articles)
{
  char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *title = g_strdup_printf ("article-%u", i);
      g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", NULL);

      g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
    }
  return path;
}

static void
make_backup (const char *path,
             gint64      now)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *made = NULL;
  struct stat info;

  g_assert_true (tl_backup_make (path, now, &made, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tl_backup_is_one (made));
  g_assert_cmpint (stat (made, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static guint
count_files (const char *path)
{
  g_autofree char *folder = tl_backup_dup_folder (path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The numbers of the backups that there are, latest first: "3 2 1". */
static void
assert_numbers (const char *path,
                const char *expected)
{
  g_autoptr(GPtrArray) backups = tl_backup_list (path);
  g_autoptr(GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "",
                            ((TlBackup *) g_ptr_array_index (backups, i))->number);
  g_assert_cmpstr (numbers->str, ==, expected);
  g_assert_cmpuint (count_files (path), ==, backups->len);
}

static void
test_kept (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);

  g_assert_true (tl_backup_is_due (path, START));
  make_backup (path, START);
  g_assert_false (tl_backup_is_due (path, START + 1));
  g_assert_false (tl_backup_is_due (path, START + DAY - 1));
  g_assert_true (tl_backup_is_due (path, START + DAY));
  for (guint i = 1; i < 5; i++)
    make_backup (path, START + i * DAY);
  assert_numbers (path, "5 4 3");
}

/* A clock that was wrong neither stops backups nor has the old ones outlive the new. */
static void
test_clock (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);

  make_backup (path, START);
  make_backup (path, START + 400 * DAY);
  g_assert_true (tl_backup_is_due (path, START + DAY));
  make_backup (path, START + DAY);
  g_assert_false (tl_backup_is_due (path, START + DAY));
  make_backup (path, START + 2 * DAY);
  make_backup (path, START + 3 * DAY);
  assert_numbers (path, "5 4 3");

  /* Far back: not the wrong ones are removed. */
  g_assert_true (tl_backup_is_due (path, START - 3000 * DAY));
  make_backup (path, START - 3000 * DAY);
  assert_numbers (path, "6 5 4");
  g_assert_false (tl_backup_is_due (path, START - 3000 * DAY + 60));
  /* A few seconds are no reason. */
  g_assert_false (tl_backup_is_due (path, START - 3000 * DAY - 60));
}

/* What a killed one left is cleared away, what is not ours stays. */
static void
test_interrupted (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);
  g_autofree char *backups = tl_backup_dup_folder (path);
  g_autofree char *partial = NULL;
  g_autofree char *other = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  make_backup (path, START);
  partial = fixture_write (backups, "library-0002-20261123T000000Z.sqlite.abcdef.partial", "x", 1);
  other = fixture_write (backups, "notes.txt", "mine", 4);

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_backup_make (path, START + DAY, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (partial, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (path), ==, 2);
}

static void
test_two_at_once (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);
  g_autofree char *backups = tl_backup_dup_folder (path);
  g_autoptr(GError) error = NULL;
  int lock;

  make_backup (path, START);
  lock = open (backups, O_RDONLY | O_DIRECTORY);
  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  g_assert_false (tl_backup_make (path, START + DAY, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  close (lock);
  make_backup (path, START + DAY);
}

/* A backup is as the library was, and stays so. */
static void
test_open_backup (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);
  g_autofree char *made = NULL;
  g_autofree char *restored = g_build_filename (folder, "restored.sqlite", NULL);
  g_autoptr(TlLibrary) backup = NULL;
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(TlArticle) article = fixture_article ("another", "2018-05-02", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_backup_make (path, START, &made, NULL, NULL));
  backup = fixture_open (made);
  g_assert_cmpuint (tl_library_get_n_articles (backup), ==, 3);
  g_assert_cmpint (tl_library_add (backup, article, &error), ==, 0);
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (path), ==, 1);

  g_assert_true (tl_database_save (made, restored, NULL, &error));
  g_assert_no_error (error);
  library = fixture_open (restored);
  g_assert_cmpint (tl_library_add (library, article, &error), >, 0);
  fixture_check (library);
}

static void
test_save (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 3);
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "copy.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlLibrary) other = NULL;
  g_autoptr(TlArticle) article = fixture_article ("unsaved-log", "2018-05-02", NULL);
  g_autoptr(GError) error = NULL;

  /* What is in the log only is copied, too. */
  g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
  g_assert_true (tl_database_save (path, copy, NULL, &error));
  g_assert_no_error (error);
  other = fixture_open (copy);
  g_assert_cmpuint (tl_library_get_n_articles (other), ==, 4);
  g_clear_object (&other);

  /* Not over itself, not over one in use, not where there is no folder; a former copy may go. */
  g_assert_false (tl_database_save (path, path, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (tl_database_save (copy, path, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (tl_database_save (path, nowhere, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);
  g_assert_true (tl_database_save (path, copy, NULL, &error));
  fixture_check (library);
}

static void
test_check (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 200);
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_assert_true (tl_check_file (path, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 2 / 16384 * 16384, 'x', 16384);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_false (tl_check_file (path, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
}

typedef struct
{
  GMainLoop *loop;
  gboolean   has_backup;
  GError    *error;
} Kept;

static void
kept_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Kept *kept = user_data;

  tl_library_keep_finish (TL_LIBRARY (source_object), result, &kept->has_backup, &kept->error);
  g_main_loop_quit (kept->loop);
}

static Kept
keep (TlLibrary *library)
{
  Kept kept = { g_main_loop_new (NULL, FALSE), FALSE, NULL };

  tl_library_keep_async (library, NULL, kept_cb, &kept);
  g_main_loop_run (kept.loop);
  g_main_loop_unref (kept.loop);
  return kept;
}

/* Once a day, if there is anything; and never of what is damaged. */
static void
test_daily (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder, 0);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlArticle) article = fixture_article ("first", "2018-05-02", NULL);
  g_autoptr(GPtrArray) backups = NULL;
  Kept kept;

  kept = keep (library);
  g_assert_no_error (kept.error);
  g_assert_false (kept.has_backup);
  g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
  kept = keep (library);
  g_assert_no_error (kept.error);
  g_assert_true (kept.has_backup);
  kept = keep (library);
  g_assert_false (kept.has_backup);
  assert_numbers (path, "1");

  /* A day later it would be due; but something refers to nothing by then. */
  backups = tl_backup_list (path);
  g_assert_cmpint (g_unlink (((TlBackup *) backups->pdata[0])->path), ==, 0);
  fixture_execute (path, "INSERT INTO pending VALUES (1000)");
  kept = keep (library);
  g_assert_error (kept.error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
  g_clear_error (&kept.error);
  g_assert_cmpint (tl_library_get_state (library), ==, TL_LIBRARY_DAMAGED);
  g_assert_false (tl_library_remove (library, 1, NULL));
  g_assert_cmpuint (count_files (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/backup/kept", test_kept);
  g_test_add_func ("/backup/clock", test_clock);
  g_test_add_func ("/backup/interrupted", test_interrupted);
  g_test_add_func ("/backup/two-at-once", test_two_at_once);
  g_test_add_func ("/backup/open", test_open_backup);
  g_test_add_func ("/backup/save", test_save);
  g_test_add_func ("/backup/check", test_check);
  g_test_add_func ("/backup/daily", test_daily);

  return g_test_run ();
}
