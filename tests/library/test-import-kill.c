/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Killed in the middle of an import, a library has every article that it said it had. */

#include <glib/gstdio.h>
#include <signal.h>

#include "article-maker.h"
#include "library-fixture.h"
#include "tl-database.h"

#define N_ARTICLES 2000

/* Reads the ids that the program prints until there are so many; returns them all, also
 * those that it said before it could be killed. */
static GArray *
kill_after (const char *path,
            const char *articles,
            guint       n_reported,
            gboolean   *was_killed)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, IMPORT_MANY, path, articles, NULL);
  g_autoptr(GDataInputStream) output = NULL;
  char *line;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (output, NULL, NULL, &error)) != NULL)
    {
      gint64 id = g_ascii_strtoll (line, NULL, 10);

      g_array_append_val (ids, id);
      g_free (line);
      if (ids->len == n_reported)
        g_subprocess_send_signal (process, SIGKILL);
    }
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  *was_killed = g_subprocess_get_if_signaled (process);
  return ids;
}

static void
assert_has_all (TlLibrary *library,
                GArray    *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TlArticle) article =
        tl_library_load_article (library, g_array_index (ids, gint64, i), &error);

      g_assert_no_error (error);
      g_assert_nonnull (strstr (tl_article_get_text (article), "ADRIA PRESS"));
    }
  g_assert_cmpuint (tl_library_get_n_articles (library), >=, ids->len);
}

static void
test_kill (void)
{
  static const guint moments[] = { 1, 300, 1000, 1800 };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *articles = g_build_filename (folder, "articles", NULL);
  guint n_killed = 0;

  g_assert_cmpint (g_mkdir_with_parents (articles, 0700), ==, 0);
  article_maker_write (articles, N_ARTICLES, 42);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *name = g_strdup_printf ("library-%u.sqlite", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean was_killed;
      g_autoptr(GArray) ids = kill_after (path, articles, moments[i], &was_killed);
      g_autoptr(TlLibrary) library = fixture_open (path);

      g_test_message ("%u reported, %u there", ids->len, tl_library_get_n_articles (library));
      g_assert_cmpuint (ids->len, >=, moments[i]);
      assert_has_all (library, ids);
      fixture_check (library);
      if (was_killed && tl_library_get_n_articles (library) < N_ARTICLES)
        n_killed++;
    }

  /* A machine may be so fast that the last of them had nothing left to kill. */
  g_assert_cmpuint (n_killed, >, 0);
}

/* What was begun can be ended: the rest is imported, and nothing twice. */
static void
test_go_on (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *articles = g_build_filename (folder, "articles", NULL);
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = NULL;
  gboolean was_killed;
  GArray *ids;

  g_assert_cmpint (g_mkdir_with_parents (articles, 0700), ==, 0);
  article_maker_write (articles, N_ARTICLES / 4, 43);
  ids = kill_after (path, articles, 1, &was_killed);
  g_array_unref (ids);
  ids = kill_after (path, articles, 0, &was_killed);
  g_array_unref (ids);

  g_assert_false (was_killed);
  library = fixture_open (path);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, N_ARTICLES / 4);
  fixture_check (library);
}

/* Another program that opens a library and closes it again takes nothing from under one that has
 * it open: while that has its locks, the log stays. */
static void
test_other_program (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *nothing = g_build_filename (folder, "nothing.txt", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;
  TlDatabase *second = tl_database_open_again (path, &error);
  GStatBuf before, after;

  g_assert_no_error (error);
  tl_database_unref (second);
  g_assert_cmpint (g_stat (log, &before), ==, 0);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, IMPORT_MANY, path, nothing, NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (log, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import/kill", test_kill);
  g_test_add_func ("/import/other-program", test_other_program);
  g_test_add_func ("/import/go-on-after-kill", test_go_on);

  return g_test_run ();
}
