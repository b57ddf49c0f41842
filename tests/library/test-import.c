/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Import in the background: good files come in whatever lies beside them. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/capability.h>
#include <sys/syscall.h>
#endif

#include "import-fixture.h"
#include "library-fixture.h"

/* ---- what comes in ---- */

static void
test_nothing (ImportFixture *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  import_run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 0);
  g_assert_cmpfloat (tl_import_get_fraction (fixture->import), ==, 1);
}

static void
count_cb (GObject *object G_GNUC_UNUSED,
          guint   *count)
{
  (*count)++;
}

static void
test_folder (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *middle = import_make_subfolder (fixture->folder, "m");
  g_autofree char *inner = import_make_subfolder (middle, "inner");
  g_autofree char *hidden = import_make_subfolder (fixture->folder, ".git");
  g_autofree char *empty = import_make_subfolder (fixture->folder, "empty");
  g_autofree char *alone = g_build_filename (fixture->outside, "alone.txt", NULL);
  guint n_changed = 0;

  import_write_text (fixture->folder, "z.txt");
  import_write_text (fixture->folder, "a.txt");
  import_write_text (fixture->folder, ".DS_Store");
  import_write_text (hidden, "hidden.txt");
  import_write_text (middle, "b.txt");
  import_write_text (middle, "c.txt");
  import_write_text (inner, "d.txt");
  import_write_text (fixture->outside, "alone.txt");
  import_give (fixture, alone);
  import_give (fixture, fixture->folder);

  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n_changed);
  import_run (fixture);
  g_assert_no_error (fixture->error);
  import_assert_names (fixture, "alone.txt a.txt b.txt c.txt d.txt z.txt");
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 6);
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==, 6);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 0);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 6);
  g_assert_cmpuint (n_changed, >=, 1);
  g_assert_true (g_file_test (empty, G_FILE_TEST_IS_DIR));
}

static void
test_hidden_given (ImportFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, ".note", NULL);

  /* Hidden files are passed over in folders; who gives one means it. */
  import_write_text (fixture->folder, ".note");
  import_give (fixture, path);
  import_run (fixture);
  import_assert_names (fixture, ".note");
}

/* The folder beside a saved page has no articles in it, found in a folder or given. */
static void
test_saved_pages (ImportFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *inner = import_make_subfolder (fixture->folder, "in");
  g_autofree char *beside = import_make_subfolder (inner, "page_files");
  g_autofree char *other = import_make_subfolder (inner, "other_files");
  g_autofree char *unknown = import_make_subfolder (inner, "page-kirjat");
  g_autofree char *mixed = import_make_subfolder (inner, "page-archive");
  g_autofree char *given = import_make_subfolder (fixture->outside, "new-Dateien");
  g_autofree char *given_page = g_build_filename (fixture->outside, "new.htm", NULL);

  import_write_text (inner, "page.html");
  import_write_text (beside, "frame.html");
  import_write_text (other, "kept.html");
  import_write_text (unknown, "frame.html");
  import_write_text (unknown, "site.css");
  import_write_text (unknown, "site.js");
  import_write_text (mixed, "also-kept.html");
  import_write_text (given, "frame.html");
  import_write_text (fixture->outside, "new.htm");
  import_give (fixture, given);
  import_give (fixture, given_page);
  import_give (fixture, fixture->folder);
  import_run (fixture);
  import_assert_names (fixture, "new.htm kept.html also-kept.html page.html");
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 4);
}

static void
test_duplicates (ImportFixture *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *sub = import_make_subfolder (fixture->folder, "sub");
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  const TlImportFailure *failure;

  import_write_text (fixture->folder, "a.txt");
  import_write_text (sub, "b.txt");
  g_free (fixture_write (sub, "copy.txt", "A report named a.txt\n\nTrade was spoken of.\n", -1));
  import_give (fixture, fixture->folder);
  import_give (fixture, path);
  import_give (fixture, sub);
  import_run (fixture);

  g_assert_no_error (fixture->error);
  import_assert_names (fixture, "a.txt b.txt");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 3);
  import_assert_failure (fixture, "a.txt", "“A report named a.txt”");
  import_assert_failure (fixture, "copy.txt", "“A report named a.txt”");
  import_assert_failure (fixture, "sub", "was read already");
  for (guint i = 0; i < 3; i++)
    {
      failure = g_ptr_array_index (tl_import_get_failures (fixture->import), i);
      g_assert_true (failure->is_duplicate);
    }
}

static void
test_removed_comes_back (ImportFixture *fixture,
                         gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id;

  import_write_text (fixture->folder, "a.txt");
  import_give (fixture, fixture->folder);
  import_run (fixture);
  id = g_array_index (tl_import_get_added (fixture->import), gint64, 0);
  g_assert_true (tl_library_remove (fixture->library, id, NULL));
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);

  g_assert_finalize_object (fixture->import);
  fixture->import = NULL;
  import_run (fixture);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 1);
  g_assert_cmpint (g_array_index (tl_import_get_added (fixture->import), gint64, 0), ==, id);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 1);
}

/* ---- what does not ---- */

static void
test_bad_files (ImportFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde";
  g_autofree char *huge = g_build_filename (fixture->folder, "huge.txt", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.txt", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  int fd;

  import_write_text (fixture->folder, "a-good.txt");
  import_write_text (fixture->folder, "z-good.txt");
  g_free (fixture_write (fixture->folder, "empty.txt", "", 0));
  g_free (fixture_write (fixture->folder, "picture.txt", png, sizeof png - 1));
  import_make_link ("nowhere.txt", fixture->folder, "dangling.txt");
  import_make_link ("itself.txt", fixture->folder, "itself.txt");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  fd = g_open (huge, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 200 * 1000 * 1000), ==, 0);
  g_assert_true (g_close (fd, NULL));

  import_give (fixture, missing);
  import_give (fixture, "/dev/zero");
  import_give (fixture, fixture->folder);
  import_run (fixture);

  g_assert_no_error (fixture->error);
  import_assert_names (fixture, "a-good.txt z-good.txt");
  import_assert_failure (fixture, "empty.txt", "empty");
  import_assert_failure (fixture, "huge.txt", "too large");
  import_assert_failure (fixture, "picture.txt", "");
  import_assert_failure (fixture, "dangling.txt", "nothing that is there");
  import_assert_failure (fixture, "itself.txt", "nothing that is there");
  import_assert_failure (fixture, "pipe.txt", "pipe");
  import_assert_failure (fixture, "missing.txt", "not there");
  import_assert_failure (fixture, "zero", "device");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 8);
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 10);
  g_assert_false (import_find_failure (fixture, "picture.txt")->is_duplicate);
}

static void
test_loops (ImportFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *sub = import_make_subfolder (fixture->folder, "sub");
  g_autofree char *deep = import_make_subfolder (sub, "deep");
  g_autofree char *elsewhere = import_make_subfolder (fixture->outside, "elsewhere");
  g_autofree char *home = g_path_get_dirname (fixture->folder);

  import_write_text (fixture->folder, "a.txt");
  import_write_text (deep, "b.txt");
  import_write_text (elsewhere, "c.txt");
  import_write_text (elsewhere, "not-twice.txt");
  import_make_link ("..", deep, "to-parent");
  import_make_link (fixture->folder, deep, "to-top");
  import_make_link (".", fixture->folder, "to-itself");
  import_make_link (home, fixture->folder, "to-above");
  import_make_link ("/", deep, "to-root");
  import_make_link (elsewhere, fixture->folder, "to-elsewhere");
  import_make_link (elsewhere, sub, "to-elsewhere-again");
  import_make_link (fixture->outside, elsewhere, "to-above-elsewhere");
  import_make_link ("deep", sub, "z-to-read");

  import_give (fixture, fixture->folder);
  import_run (fixture);

  g_assert_no_error (fixture->error);
  import_assert_names (fixture, "a.txt b.txt c.txt not-twice.txt");
  import_assert_failure (fixture, "to-parent", "leads back to a folder that it lies in");
  import_assert_failure (fixture, "to-top", "leads back");
  import_assert_failure (fixture, "to-itself", "leads back");
  import_assert_failure (fixture, "to-above", "leads back");
  import_assert_failure (fixture, "to-root", "leads back");
  import_assert_failure (fixture, "to-above-elsewhere", "leads back");
  import_assert_failure (fixture, "z-to-read", "was read already");
  g_assert_true (import_find_failure (fixture, "z-to-read")->is_duplicate);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 8);
}

/* Root reads everything; a test as root gives that right up first, for good. */
static gboolean
give_up_rights (void)
{
#ifdef __linux__
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct sets[2] = { { 0, 0, 0 }, { 0, 0, 0 } };

  return syscall (SYS_capset, &header, sets) == 0;
#else
  return geteuid () != 0;
#endif
}

static void
test_no_permission (ImportFixture *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "secret.txt", NULL);
  g_autofree char *closed = import_make_subfolder (fixture->folder, "closed");

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  if (!give_up_rights ())
    {
      g_test_skip ("root cannot give up reading everything here");
      return;
    }
  import_write_text (fixture->folder, "a-good.txt");
  import_write_text (fixture->folder, "secret.txt");
  import_write_text (fixture->folder, "z-good.txt");
  import_write_text (closed, "never-seen.txt");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  import_give (fixture, fixture->folder);
  import_run (fixture);

  g_assert_no_error (fixture->error);
  import_assert_names (fixture, "a-good.txt z-good.txt");
  import_assert_failure (fixture, "secret.txt", "no permission to read the file");
  import_assert_failure (fixture, "closed", "no permission to read the folder");
  g_assert_cmpint (g_chmod (closed, 0700), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  IMPORT_ADD ("nothing", test_nothing);
  IMPORT_ADD ("folder", test_folder);
  IMPORT_ADD ("hidden-given", test_hidden_given);
  IMPORT_ADD ("saved-pages", test_saved_pages);
  IMPORT_ADD ("duplicates", test_duplicates);
  IMPORT_ADD ("removed-comes-back", test_removed_comes_back);
  IMPORT_ADD ("bad-files", test_bad_files);
  IMPORT_ADD ("loops", test_loops);
  IMPORT_ADD ("no-permission", test_no_permission);

  return g_test_run ();
}
