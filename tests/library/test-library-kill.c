/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that writes a library is killed at a random moment, some two hundred times: the library
 * opens, is whole, and has all that was said to be in it. */

#include <signal.h>
#include <string.h>

#include "article-maker.h"
#include "library-fixture.h"
#include "tl-backup.h"

#define N_IMPORTS  60
#define N_EDITS    100
#define N_UNDOINGS 40
#define N_BACKUPS  40

/* Files for each import. */
#define N_FILES    40

/* Within what time it is killed, in microseconds from a line that it wrote. */
#define SOON 20000

/* Starts a program and kills it a random while after it has said a number of things, which
 * may be nothing; returns all that it said. */
static GPtrArray *
run_and_kill (const char *const *argv,
              gint               n_lines,
              gint64             max_delay)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  gulong delay = (gulong) g_test_rand_int_range (0, (gint32) max_delay);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr(GDataInputStream) output = NULL;
  char *line;

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  do
    {
      if ((gint) lines->len == n_lines)
        {
          g_usleep (delay);
          g_subprocess_send_signal (process, SIGKILL);
        }
      line = g_data_input_stream_read_line (output, NULL, NULL, &error);
      g_assert_no_error (error);
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  while (line != NULL);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return lines;
}

static void
assert_whole (const char *path)
{
  g_autofree char *integrity = NULL;
  g_autofree char *orphans = NULL;
  TlLibrary *library = fixture_open (path);

  g_assert_cmpint (tl_library_get_state (library), ==, TL_LIBRARY_WRITABLE);
  g_object_unref (library);
  integrity = fixture_query (path, "PRAGMA integrity_check");
  orphans = fixture_query (path, "PRAGMA foreign_key_check");
  g_assert_cmpstr (integrity, ==, "ok");
  g_assert_cmpstr (orphans, ==, NULL);
}

static void
assert_has (const char *path,
            const char *question,
            gint64      id)
{
  g_autofree char *sql = g_strdup_printf ("%s%" G_GINT64_FORMAT, question, id);
  g_autofree char *count = fixture_query (path, sql);

  if (g_strcmp0 (count, "1") != 0)
    g_error ("“%s” gives %s", sql, count);
}

/* ---- importing ---- */

static void
test_import (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  guint n_reported = 0;
  gint64 duration = 0;

  /* The first one ends, and tells how long it takes. */
  for (guint i = 0; i <= N_IMPORTS; i++)
    {
      gint64 begin;
      g_autofree char *name = g_strdup_printf ("articles-%u", i);
      g_autofree char *articles = g_build_filename (folder, name, NULL);
      const char *argv[] = { IMPORT_MANY, path, articles, NULL };
      g_autoptr(GPtrArray) ids = NULL;

      g_assert_cmpint (g_mkdir_with_parents (articles, 0700), ==, 0);
      article_maker_write (articles, N_FILES, 1000 + i);
      begin = g_get_monotonic_time ();
      ids = i == 0 ? run_and_kill (argv, -1, 1) : run_and_kill (argv, 0, 2 * duration);
      if (i == 0)
        duration = g_get_monotonic_time () - begin;
      assert_whole (path);
      for (guint j = 0; j < ids->len; j++)
        assert_has (path, "SELECT count(*) FROM article JOIN reading ON article_id = id WHERE id = ",
                    g_ascii_strtoll (ids->pdata[j], NULL, 10));
      n_reported += ids->len;
    }
  g_test_message ("%u of %u reported", n_reported, (N_IMPORTS + 1) * N_FILES);
}

/* ---- editing ---- */

static char *
write_library (const char *folder)
{
  g_autofree char *articles = g_build_filename (folder, "articles", NULL);
  char *path = g_build_filename (folder, "library.sqlite", NULL);
  const char *argv[] = { IMPORT_MANY, path, articles, NULL };
  g_autoptr(GPtrArray) ids = NULL;

  g_assert_cmpint (g_mkdir_with_parents (articles, 0700), ==, 0);
  article_maker_write (articles, N_FILES, 7);
  ids = run_and_kill (argv, -1, 1);
  g_assert_cmpuint (ids->len, ==, N_FILES);
  return path;
}

/* Looks whether what a line says is so; returns the number of the act. */
static gint64
assert_done (const char *path,
             const char *line)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } places[] = {
    { "correction", "SELECT count(*) FROM correction WHERE NOT is_undone AND id = " },
    { "decision", "SELECT min(1, count(*)) FROM decision WHERE NOT is_undone AND act = " },
    { "removed", "SELECT count(*) FROM article WHERE removed_at IS NOT NULL AND id = " },
    { "restored", "SELECT count(*) FROM article WHERE removed_at IS NULL AND id = " },
  };
  g_auto(GStrv) parts = g_strsplit (line, " ", 3);
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].what, parts[1]))
      {
        assert_has (path, places[i].sql, g_ascii_strtoll (parts[2], NULL, 10));
        is_known = TRUE;
      }
  g_assert_true (is_known);
  return g_ascii_strtoll (parts[0], NULL, 10);
}

static void
test_edit (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GPtrArray) corrections = g_ptr_array_new_with_free_func (g_free);
  gint64 next = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, next);
      const char *argv[] = { EDIT_LIBRARY, path, first, NULL };
      g_autoptr(GPtrArray) lines = run_and_kill (argv, g_test_rand_int_range (0, 12), SOON);

      assert_whole (path);
      /* Each act is about another article, so that the one that was not reported any more changes
       * nothing of the last ones. */
      for (guint j = lines->len > 5 ? lines->len - 5 : 0; j < lines->len; j++)
        next = assert_done (path, lines->pdata[j]) + 1;
      next++;
      for (guint j = 0; j < lines->len; j++)
        if (strstr (lines->pdata[j], "correction") != NULL || strstr (lines->pdata[j], "decision") != NULL)
          g_ptr_array_add (corrections, g_strdup (lines->pdata[j]));
    }

  /* What people decide is never lost, also not later. */
  for (guint i = 0; i < corrections->len; i++)
    assert_done (path, corrections->pdata[i]);
  g_test_message ("%" G_GINT64_FORMAT " acts", next);
  library = fixture_open (path);
  fixture_check (library);
}

/* ---- undoing ---- */

/* What the history says of an act, that is so. */
static void
assert_agreement (const char *path,
                  const char *n_rows)
{
  static const char *const disagreements[] = {
    "SELECT count(*) FROM history JOIN correction ON correction.id = history.act"
    " WHERE history.kind IN ('correction', 'figures') AND (history.is_undone != 0) != correction.is_undone",
    "SELECT count(*) FROM history JOIN decision USING (act)"
    " WHERE history.kind = 'decision' AND (history.is_undone != 0) != decision.is_undone",
    "SELECT count(*) FROM history JOIN article ON article.id = act"
    " WHERE history.kind = 'removal' AND history.is_undone = 0 AND removed_at IS NULL",
  };
  g_autofree char *now = fixture_query (path, "SELECT count(*) FROM history");

  for (guint i = 0; i < G_N_ELEMENTS (disagreements); i++)
    {
      g_autofree char *count = fixture_query (path, disagreements[i]);

      g_assert_cmpstr (count, ==, "0");
    }
  g_assert_cmpstr (now, ==, n_rows);
}

static void
test_undo (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  const char *edit[] = { EDIT_LIBRARY, path, "0", "40", NULL };
  const char *undo[] = { EDIT_LIBRARY, path, "undo", NULL };
  g_autoptr(GPtrArray) edited = run_and_kill (edit, -1, 1);
  g_autofree char *n_rows = fixture_query (path, "SELECT count(*) FROM history");
  g_autoptr(TlLibrary) library = NULL;
  guint n_undone = 0;

  g_assert_cmpuint (edited->len, >, 20);
  for (guint i = 0; i < N_UNDOINGS; i++)
    {
      g_autoptr(GPtrArray) lines = run_and_kill (undo, g_test_rand_int_range (0, 70), SOON);

      assert_whole (path);
      assert_agreement (path, n_rows);
      n_undone += lines->len;
    }
  g_test_message ("%s acts, %u times undone or redone", n_rows, n_undone);
  library = fixture_open (path);
  fixture_check (library);
}

/* ---- backing up ---- */

static void
test_backup (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *backups = tl_backup_dup_folder (path);
  guint n_files = 0;

  for (guint i = 0; i < N_BACKUPS; i++)
    {
      const char *argv[] = { EDIT_LIBRARY, path, "backup", NULL };
      g_autoptr(GPtrArray) lines = run_and_kill (argv, g_test_rand_int_range (0, 4), SOON);
      g_autoptr(GPtrArray) list = tl_backup_list (path);

      assert_whole (path);
      if (lines->len > 0)
        g_assert_cmpuint (list->len, >, 0);
      for (guint j = 0; j < list->len; j++)
        {
          const TlBackup *backup = g_ptr_array_index (list, j);
          g_autoptr(TlLibrary) library = fixture_open (backup->path);

          g_assert_cmpuint (tl_library_get_n_articles (library), ==, N_FILES);
        }
    }

  /* The next one that is not interrupted clears away what the others left. */
  g_assert_true (tl_backup_make (path, 5, NULL, NULL, NULL));
  for (g_autoptr(GDir) dir = g_dir_open (backups, 0, NULL); g_dir_read_name (dir) != NULL;)
    n_files++;
  g_assert_cmpuint (n_files, ==, TL_BACKUP_KEPT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/kill/import", test_import);
  g_test_add_func ("/library/kill/edit", test_edit);
  g_test_add_func ("/library/kill/undo", test_undo);
  g_test_add_func ("/library/kill/backup", test_backup);

  return g_test_run ();
}
