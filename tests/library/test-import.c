/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Import in the background: good files come in whatever lies beside them. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/capability.h>
#include <sys/syscall.h>
#endif

#include "article-maker.h"
#include "library-fixture.h"
#include "tl-article-item.h"
#include "tl-import.h"

typedef struct
{
  char         *folder;         /* for what is imported */
  char         *outside;        /* for the library, and for what nobody gave */
  TlLibrary    *library;
  GListStore   *files;
  GCancellable *cancellable;
  TlImport     *import;
  gboolean      is_done;
  GError       *error;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->outside = fixture_make_folder ();
  path = g_build_filename (fixture->outside, "library.sqlite", NULL);
  fixture->library = fixture_open (path);
  fixture->files = g_list_store_new (G_TYPE_FILE);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  if (fixture->import != NULL)
    g_assert_finalize_object (fixture->import);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->files);
  g_clear_object (&fixture->cancellable);
  g_clear_error (&fixture->error);
  fixture_remove_folder (fixture->folder);
  fixture_remove_folder (fixture->outside);
}

static void
done_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->is_done = TRUE;
  g_assert_true (tl_import_run_finish (TL_IMPORT (source_object), result, &fixture->error) ==
                 (fixture->error == NULL));
}

static void
begin (Fixture *fixture)
{
  fixture->import = tl_import_new (fixture->library, G_LIST_MODEL (fixture->files));
  fixture->is_done = FALSE;
}

static void
run (Fixture *fixture)
{
  if (fixture->import == NULL)
    begin (fixture);
  tl_import_run_async (fixture->import, fixture->cancellable, done_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (tl_import_get_added (fixture->import)->len, ==,
                    tl_import_get_n_added (fixture->import));
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==,
                    tl_import_get_n_added (fixture->import) +
                    tl_import_get_n_failures (fixture->import));
  fixture_check (fixture->library);
}

static void
give (Fixture    *fixture,
      const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_list_store_append (fixture->files, file);
}

static void
write_text (const char *folder,
            const char *name)
{
  g_autofree char *text = g_strdup_printf ("A report named %s\n\nTrade was spoken of.\n", name);

  g_free (fixture_write (folder, name, text, -1));
}

static char *
make_subfolder (const char *folder,
                const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return path;
}

static void
make_link (const char *target,
           const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static const TlImportFailure *
find_failure (Fixture    *fixture,
              const char *name)
{
  GPtrArray *failures = tl_import_get_failures (fixture->import);

  for (guint i = 0; i < failures->len; i++)
    {
      const TlImportFailure *failure = g_ptr_array_index (failures, i);
      g_autofree char *base = g_file_get_basename (failure->file);

      if (g_str_equal (base, name))
        return failure;
    }
  return NULL;
}

/* The reason is in plain words, which end without a period and name no path or errno. */
static void
assert_failure (Fixture    *fixture,
                const char *name,
                const char *reason)
{
  const TlImportFailure *failure = find_failure (fixture, name);

  g_test_message ("%s: %s", name, failure != NULL ? failure->message : "(no failure)");
  g_assert_nonnull (failure);
  g_assert_nonnull (strstr (failure->message, reason));
  g_assert_null (strstr (failure->message, fixture->folder));
  g_assert_false (g_str_has_suffix (failure->message, "."));
}

static char *
list_names (Fixture *fixture)
{
  GArray *added = tl_import_get_added (fixture->import);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < added->len; i++)
    {
      g_autoptr(TlArticle) article =
        tl_library_load_article (fixture->library, g_array_index (added, gint64, i), NULL);
      g_autoptr(GFile) file = g_file_new_for_uri (tl_article_get_uri (article));
      g_autofree char *name = g_file_get_basename (file);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *names = list_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

/* ---- what comes in ---- */

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  run (fixture);
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
test_folder (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *middle = make_subfolder (fixture->folder, "m");
  g_autofree char *inner = make_subfolder (middle, "inner");
  g_autofree char *hidden = make_subfolder (fixture->folder, ".git");
  g_autofree char *empty = make_subfolder (fixture->folder, "empty");
  g_autofree char *alone = g_build_filename (fixture->outside, "alone.txt", NULL);
  guint n_changed = 0;

  write_text (fixture->folder, "z.txt");
  write_text (fixture->folder, "a.txt");
  write_text (fixture->folder, ".DS_Store");
  write_text (hidden, "hidden.txt");
  write_text (middle, "b.txt");
  write_text (middle, "c.txt");
  write_text (inner, "d.txt");
  write_text (fixture->outside, "alone.txt");
  give (fixture, alone);
  give (fixture, fixture->folder);

  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n_changed);
  run (fixture);
  g_assert_no_error (fixture->error);
  assert_names (fixture, "alone.txt a.txt b.txt c.txt d.txt z.txt");
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 6);
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==, 6);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 0);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 6);
  g_assert_cmpuint (n_changed, >=, 1);
  g_assert_true (g_file_test (empty, G_FILE_TEST_IS_DIR));
}

static void
test_hidden_given (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, ".note", NULL);

  /* Hidden files are passed over in folders; who gives one means it. */
  write_text (fixture->folder, ".note");
  give (fixture, path);
  run (fixture);
  assert_names (fixture, ".note");
}

static void
test_duplicates (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *sub = make_subfolder (fixture->folder, "sub");
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  const TlImportFailure *failure;

  write_text (fixture->folder, "a.txt");
  write_text (sub, "b.txt");
  g_free (fixture_write (sub, "copy.txt", "A report named a.txt\n\nTrade was spoken of.\n", -1));
  give (fixture, fixture->folder);
  give (fixture, path);
  give (fixture, sub);
  run (fixture);

  g_assert_no_error (fixture->error);
  assert_names (fixture, "a.txt b.txt");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 3);
  assert_failure (fixture, "a.txt", "“A report named a.txt”");
  assert_failure (fixture, "copy.txt", "“A report named a.txt”");
  assert_failure (fixture, "sub", "was read already");
  for (guint i = 0; i < 3; i++)
    {
      failure = g_ptr_array_index (tl_import_get_failures (fixture->import), i);
      g_assert_true (failure->is_duplicate);
    }
}

static void
test_removed_comes_back (Fixture       *fixture,
                         gconstpointer  data G_GNUC_UNUSED)
{
  gint64 id;

  write_text (fixture->folder, "a.txt");
  give (fixture, fixture->folder);
  run (fixture);
  id = g_array_index (tl_import_get_added (fixture->import), gint64, 0);
  g_assert_true (tl_library_remove (fixture->library, id, NULL));
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 0);

  g_assert_finalize_object (fixture->import);
  fixture->import = NULL;
  run (fixture);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 1);
  g_assert_cmpint (g_array_index (tl_import_get_added (fixture->import), gint64, 0), ==, id);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 1);
}

/* ---- what does not ---- */

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde";
  g_autofree char *huge = g_build_filename (fixture->folder, "huge.txt", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.txt", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  int fd;

  write_text (fixture->folder, "a-good.txt");
  write_text (fixture->folder, "z-good.txt");
  g_free (fixture_write (fixture->folder, "empty.txt", "", 0));
  g_free (fixture_write (fixture->folder, "picture.txt", png, sizeof png - 1));
  make_link ("nowhere.txt", fixture->folder, "dangling.txt");
  make_link ("itself.txt", fixture->folder, "itself.txt");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  fd = g_open (huge, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 200 * 1000 * 1000), ==, 0);
  g_assert_true (g_close (fd, NULL));

  give (fixture, missing);
  give (fixture, "/dev/zero");
  give (fixture, fixture->folder);
  run (fixture);

  g_assert_no_error (fixture->error);
  assert_names (fixture, "a-good.txt z-good.txt");
  assert_failure (fixture, "empty.txt", "empty");
  assert_failure (fixture, "huge.txt", "too large");
  assert_failure (fixture, "picture.txt", "");
  assert_failure (fixture, "dangling.txt", "nothing that is there");
  assert_failure (fixture, "itself.txt", "nothing that is there");
  assert_failure (fixture, "pipe.txt", "pipe");
  assert_failure (fixture, "missing.txt", "not there");
  assert_failure (fixture, "zero", "device");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 8);
  g_assert_cmpuint (tl_import_get_n_found (fixture->import), ==, 10);
  g_assert_false (find_failure (fixture, "picture.txt")->is_duplicate);
}

static void
test_loops (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *sub = make_subfolder (fixture->folder, "sub");
  g_autofree char *deep = make_subfolder (sub, "deep");
  g_autofree char *elsewhere = make_subfolder (fixture->outside, "elsewhere");
  g_autofree char *home = g_path_get_dirname (fixture->folder);

  write_text (fixture->folder, "a.txt");
  write_text (deep, "b.txt");
  write_text (elsewhere, "c.txt");
  write_text (elsewhere, "not-twice.txt");
  make_link ("..", deep, "to-parent");
  make_link (fixture->folder, deep, "to-top");
  make_link (".", fixture->folder, "to-itself");
  make_link (home, fixture->folder, "to-above");
  make_link ("/", deep, "to-root");
  make_link (elsewhere, fixture->folder, "to-elsewhere");
  make_link (elsewhere, sub, "to-elsewhere-again");
  make_link (fixture->outside, elsewhere, "to-above-elsewhere");
  make_link ("deep", sub, "z-to-read");

  give (fixture, fixture->folder);
  run (fixture);

  g_assert_no_error (fixture->error);
  assert_names (fixture, "a.txt b.txt c.txt not-twice.txt");
  assert_failure (fixture, "to-parent", "leads back to a folder that it lies in");
  assert_failure (fixture, "to-top", "leads back");
  assert_failure (fixture, "to-itself", "leads back");
  assert_failure (fixture, "to-above", "leads back");
  assert_failure (fixture, "to-root", "leads back");
  assert_failure (fixture, "to-above-elsewhere", "leads back");
  assert_failure (fixture, "z-to-read", "was read already");
  g_assert_true (find_failure (fixture, "z-to-read")->is_duplicate);
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
test_no_permission (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "secret.txt", NULL);
  g_autofree char *closed = make_subfolder (fixture->folder, "closed");

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
  write_text (fixture->folder, "a-good.txt");
  write_text (fixture->folder, "secret.txt");
  write_text (fixture->folder, "z-good.txt");
  write_text (closed, "never-seen.txt");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  give (fixture, fixture->folder);
  run (fixture);

  g_assert_no_error (fixture->error);
  assert_names (fixture, "a-good.txt z-good.txt");
  assert_failure (fixture, "secret.txt", "no permission to read the file");
  assert_failure (fixture, "closed", "no permission to read the folder");
  g_assert_cmpint (g_chmod (closed, 0700), ==, 0);
}

/* ---- what happens meanwhile ---- */

/* While the library is locked nothing can be stored, and a reader that is far ahead
 * waits: a moment that lasts as long as the test needs it. */
typedef struct
{
  Fixture    *fixture;
  sqlite3    *handle;
  const char *vanishing;
  gboolean    cancels;
} Meanwhile;

static void
meanwhile_cb (TlImport   *import,
              GParamSpec *pspec G_GNUC_UNUSED,
              Meanwhile  *meanwhile)
{
  if (meanwhile->handle == NULL)
    return;

  g_assert_cmpuint (tl_import_get_n_added (import), ==, 0);
  if (meanwhile->vanishing != NULL)
    g_assert_cmpint (g_unlink (meanwhile->vanishing), ==, 0);
  if (meanwhile->cancels)
    g_cancellable_cancel (meanwhile->fixture->cancellable);
  g_assert_cmpint (sqlite3_exec (meanwhile->handle, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_clear_pointer (&meanwhile->handle, sqlite3_close);
}

/* The empty file is first, and is told of before anything is stored. */
static void
run_with (Fixture   *fixture,
          Meanwhile *meanwhile)
{
  g_free (fixture_write (fixture->folder, "Empty first.txt", "", 0));
  article_maker_write (fixture->folder, 400, 7);
  write_text (fixture->folder, "z-last.txt");
  give (fixture, fixture->folder);

  meanwhile->fixture = fixture;
  g_assert_cmpint (sqlite3_open (tl_library_get_path (fixture->library), &meanwhile->handle),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (meanwhile->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  begin (fixture);
  g_signal_connect (fixture->import, "notify::n-done", G_CALLBACK (meanwhile_cb), meanwhile);
  run (fixture);
}

static void
test_vanishing (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *last = g_build_filename (fixture->folder, "z-last.txt", NULL);
  Meanwhile meanwhile = { .vanishing = last };

  run_with (fixture, &meanwhile);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 400);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 2);
  assert_failure (fixture, "z-last.txt", "not there");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  Meanwhile meanwhile = { .cancels = TRUE };
  guint n_added;

  run_with (fixture, &meanwhile);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  n_added = tl_import_get_n_added (fixture->import);
  g_assert_cmpuint (n_added, <, 400);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, n_added);
  assert_failure (fixture, "Empty first.txt", "empty");
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, 1);
  g_assert_cmpfloat (tl_import_get_fraction (fixture->import), <, 1);
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  write_text (fixture->folder, "a.txt");
  give (fixture, fixture->folder);
  g_cancellable_cancel (fixture->cancellable);
  run (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==, 0);
}

typedef struct
{
  GListModel *articles;
  guint       n_listed;
  guint       n_added;
  guint       n_done;
  guint       n_found;
  double      fraction;
} Seen;

static void
watch_cb (TlImport   *import,
          GParamSpec *pspec G_GNUC_UNUSED,
          Seen       *seen)
{
  g_assert_cmpuint (tl_import_get_n_added (import), >=, seen->n_added);
  g_assert_cmpuint (tl_import_get_n_done (import), >=, seen->n_done);
  g_assert_cmpuint (tl_import_get_n_found (import), >=, seen->n_found);
  g_assert_cmpfloat (tl_import_get_fraction (import), >=, seen->fraction);
  g_assert_cmpuint (tl_import_get_n_done (import), <=, tl_import_get_n_found (import));
  g_assert_cmpuint (seen->n_listed, ==, tl_import_get_n_added (import));
  g_assert_cmpuint (g_list_model_get_n_items (seen->articles), ==, seen->n_listed);
  seen->n_added = tl_import_get_n_added (import);
  seen->n_done = tl_import_get_n_done (import);
  seen->n_found = tl_import_get_n_found (import);
  seen->fraction = tl_import_get_fraction (import);
}

static void
listed_cb (GListModel *model G_GNUC_UNUSED,
           guint       position G_GNUC_UNUSED,
           guint       n_removed,
           guint       n_added,
           Seen       *seen)
{
  g_assert_cmpuint (n_removed, ==, 0);
  seen->n_listed += n_added;
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  Seen seen = { tl_library_get_articles (fixture->library), 0, 0, 0, 0, 0 };

  article_maker_write (fixture->folder, 500, 11);
  give (fixture, fixture->folder);
  begin (fixture);
  g_signal_connect (fixture->import, "notify", G_CALLBACK (watch_cb), &seen);
  g_signal_connect (seen.articles, "items-changed", G_CALLBACK (listed_cb), &seen);
  run (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (seen.n_listed, ==, 500);
  g_assert_cmpuint (seen.n_added, ==, 500);
  g_assert_cmpuint (seen.n_found, ==, 500);
  g_assert_cmpfloat (seen.fraction, ==, 1);
  g_signal_handlers_disconnect_by_data (seen.articles, &seen);
}

/* A person works on while an import runs. */
static void
remove_first_cb (TlLibrary *library,
                 guint     *n_removed)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (tl_library_get_articles (library), 0);
  g_autoptr(GError) error = NULL;

  if (item == NULL || *n_removed == 20)
    return;
  (*n_removed)++;
  tl_library_remove (library, tl_article_item_get_id (item), &error);
  g_assert_no_error (error);
}

static void
test_work_meanwhile (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  guint n_removed = 0;

  article_maker_write (fixture->folder, 500, 12);
  give (fixture, fixture->folder);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (remove_first_cb), &n_removed);
  run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (n_removed, ==, 20);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 500);
  g_assert_cmpuint (tl_library_get_n_articles (fixture->library), ==, 480);
}

static void
test_library_lost (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  write_text (fixture->folder, "a.txt");
  give (fixture, fixture->folder);
  fixture_execute (tl_library_get_path (fixture->library), "DROP TABLE reading");
  begin (fixture);
  tl_import_run_async (fixture->import, NULL, done_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->error);
  g_assert_true (fixture->error->domain == TL_LIBRARY_ERROR);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 0);
}

#define ADD(path, test) \
  g_test_add ("/import/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("nothing", test_nothing);
  ADD ("folder", test_folder);
  ADD ("hidden-given", test_hidden_given);
  ADD ("duplicates", test_duplicates);
  ADD ("removed-comes-back", test_removed_comes_back);
  ADD ("bad-files", test_bad_files);
  ADD ("loops", test_loops);
  ADD ("no-permission", test_no_permission);
  ADD ("vanishing", test_vanishing);
  ADD ("cancel", test_cancel);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("progress", test_progress);
  ADD ("work-meanwhile", test_work_meanwhile);
  ADD ("library-lost", test_library_lost);

  return g_test_run ();
}
