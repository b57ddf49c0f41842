/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of each older version is brought to the present one, with all that is in it; also
 * when the program is killed in the middle of it.  The files are made by the steps of the
 * schema up to that version, and filled with what a program of that version had kept. */

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

#include "article-maker.h"
#include "library-fixture.h"
#include "tl-library-entities.h"
#include "tl-reading-pack.h"
#include "tl-schema.h"
#include "tl-sort-key.h"

#define N_ARTICLES 40
#define N_KILLS    4

static void
run (const char *program,
     const char *path,
     const char *first,
     const char *second)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, path, first, second, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* With corrections, decisions, removed articles. */
static char *
write_library (const char *folder)
{
  g_autofree char *articles = g_build_filename (folder, "articles", NULL);
  char *path = g_build_filename (folder, "new.sqlite", NULL);

  g_assert_cmpint (g_mkdir_with_parents (articles, 0700), ==, 0);
  article_maker_write (articles, N_ARTICLES, 11);
  run (IMPORT_MANY, path, articles, NULL);
  run (EDIT_LIBRARY, path, "0", "60");
  return path;
}

static void
execute (sqlite3    *handle,
         const char *sql)
{
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* Lists the first column of a query, separated by commas. */
static char *
list (sqlite3    *handle,
      const char *sql)
{
  g_autofree char *all = g_strdup_printf ("SELECT group_concat(c) FROM (%s)", sql);
  sqlite3_stmt *statement;
  char *value;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, all, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return value;
}

static void
copy_table (sqlite3    *handle,
            const char *table)
{
  g_autofree char *columns_sql = g_strdup_printf ("SELECT name AS c FROM pragma_table_info('%s')", table);
  g_autofree char *columns = list (handle, columns_sql);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM main.%s; INSERT INTO main.%s (%s) SELECT %s FROM new.%s",
                                          table, table, columns, columns, table);

  execute (handle, sql);
}

static void
make_older (const char *path,
            const char *new_path,
            guint       version)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS new", new_path);
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %u", version);
  g_autofree char *tables = NULL;
  g_auto(GStrv) names = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (tl_sort_key_register (handle), ==, SQLITE_OK);
  g_assert_cmpint (tl_reading_pack_register (handle), ==, SQLITE_OK);
  execute (handle, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL;"
                   "PRAGMA application_id = 0x54724c6e");
  execute (handle, number);
  execute (handle, attach);
  for (guint i = 0; i < version; i++)
    execute (handle, tl_schema_get_step (i));
  /* The index of searches is made again from what is there, and pair counts what comes. */
  tables = list (handle, "SELECT name AS c FROM main.sqlite_schema WHERE type = 'table'"
                         " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"
                         " ORDER BY name = 'pair'");
  names = g_strsplit (tables, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "official"))
      copy_table (handle, names[i]);
  if (version == 11)
    execute (handle, "INSERT INTO official (source, reporter, partner, is_import, year, value) VALUES"
                     " ('wits', 'GH', 'TG', 0, 2015, 4), ('wits', 'TG', 'GH', 1, 2017, 5),"
                     " ('baci', 'GH', 'TG', 0, 2016, 6)");
  if (version < 9)
    execute (handle, "UPDATE reading SET json = tl_unpack (json)");
  if (version > 7)
    execute (handle, "INSERT OR IGNORE INTO search_pending SELECT article_id FROM reading");
  sqlite3_close (handle);
}

static void
caught_up_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  tl_library_decide_finish (TL_LIBRARY (source_object), result, NULL, &error);
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static const struct
{
  guint       since;            /* in files of which version it can be */
  const char *sql;
} kept[] = {
  { 1, "SELECT id || hex(text_sha256) || title || ifnull(removed_at, '') || n_figures || tl_unpack (json) AS c"
       " FROM article JOIN reading ON article_id = id ORDER BY id" },
  { 1, "SELECT article_id || flow || partner || other || start || ifnull(value, '') || sentence AS c"
       " FROM figure ORDER BY article_id, n" },
  { 1, "SELECT first || second || n_figures AS c FROM pair WHERE n_figures > 0 ORDER BY first, second" },
  { 1, "SELECT ifnull(language, '') || hex(title_key) || ifnull(hex(publisher_key), '') AS c FROM article"
       " ORDER BY id" },
  { 2, "SELECT ifnull(why, '') AS c FROM figure ORDER BY article_id, n" },
  { 3, "SELECT id || act || made || is_undone || kind || type || key || name || ifnull(to_name, '') AS c"
       " FROM decision ORDER BY id" },
  { 3, "SELECT type || key || ifnull(renamed, '') || n_articles || n_mentions AS c FROM entity"
       " WHERE n_articles > 0 ORDER BY type, key, article_id" },
  { 4, "SELECT id || hex(text_sha256) || fact || ifnull(value, '') || made || is_undone AS c"
       " FROM correction ORDER BY id" },
};

static void
assert_kept (const char *path,
             const char *new_path,
             guint       version)
{
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_assert_cmpint (tl_library_get_state (library), ==, TL_LIBRARY_WRITABLE);
  tl_library_catch_up_async (library, NULL, caught_up_cb, loop);
  g_main_loop_run (loop);
  fixture_check (library);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT group_concat(c) FROM (%s)", kept[i].sql);
      g_autofree char *expected = fixture_query (new_path, sql);
      g_autofree char *found = fixture_query (path, sql);

      if (version < kept[i].since)
        continue;
      g_assert_nonnull (expected);
      if (g_strcmp0 (expected, found) != 0)
        g_error ("of version %u, otherwise: %s", version, kept[i].sql);
    }
}

/* Of the tables that they came in an older file knew nothing. */
static void
assert_official_kept (const char *path)
{
  g_autofree char *tables =
    fixture_query (path, "SELECT group_concat(source || name || n_values || n_pairs || first_year || last_year)"
                         " FROM (SELECT * FROM official_table ORDER BY place)");
  g_autofree char *values =
    fixture_query (path, "SELECT group_concat(source || reporter || partner || is_import || year || value)"
                         " FROM (SELECT * FROM official_table JOIN official_value ON table_id = id"
                         " ORDER BY place, reporter)");

  g_assert_cmpstr (tables, ==, "baci1120162016,wits2220152017");
  g_assert_cmpstr (values, ==, "baciGHTG020166.0,witsGHTG020154.0,witsTGGH120175.0");
}

static void
test_each (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *new_path = write_library (folder);

  for (guint version = 1; tl_schema_get_step (version - 1) != NULL; version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u.sqlite", version);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_test_message ("version %u", version);
      make_older (path, new_path, version);
      assert_kept (path, new_path, version);
      if (version == 11)
        assert_official_kept (path);
    }
}

static void
test_killed (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *new_path = write_library (folder);

  for (guint version = 1; tl_schema_get_step (version) != NULL; version++)
    for (guint i = 0; i < N_KILLS; i++)
      {
        g_autofree char *name = g_strdup_printf ("version-%u-%u.sqlite", version, i);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr(GError) error = NULL;
        g_autoptr(GSubprocess) process = NULL;

        make_older (path, new_path, version);
        process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, EDIT_LIBRARY, path, "0", "0", NULL);
        g_assert_no_error (error);
        g_usleep ((gulong) g_test_rand_int_range (0, 30000));
        g_subprocess_send_signal (process, SIGKILL);
        g_subprocess_wait (process, NULL, NULL);
        assert_kept (path, new_path, version);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/migrate/each", test_each);
  g_test_add_func ("/library/migrate/killed", test_killed);

  return g_test_run ();
}
