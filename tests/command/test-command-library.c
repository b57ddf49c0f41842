/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "tradelines library" as a person calls it. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "tl-library.h"
#include "tl-official-rows.h"

typedef struct
{
  char *folder;
  char *path;
  char *out;
  char *err;
  int   status;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(TlArticle) article =
    tl_article_new_from_json ("{ \"file\": \"a.txt\", \"title\": \"A\", \"published\": null,"
                              " \"url\": null, \"language\": \"en\", \"publisher\": null,"
                              " \"author\": null, \"text\": \"A\\n\\nNothing.\\n\", \"figures\": [],"
                              " \"entities\": [], \"amounts\": [], \"dates\": [] }", NULL);

  g_assert_nonnull (article);
  fixture->folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.sqlite", NULL);
  library = tl_library_open (fixture->path, NULL);
  g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_folder (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Runs in the fixture's folder. */
static void
run (Fixture    *fixture,
     const char *arguments)
{
  g_autofree char *line = g_strconcat (RUN_COMMAND " library ", arguments, NULL);
  g_auto(GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr(GError) error = NULL;
  int status;

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out,
                &fixture->err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  fixture->status = WEXITSTATUS (status);
}

static void
assert_printed (Fixture    *fixture,
                int         status,
                const char *text)
{
  if (strstr (fixture->out, text) == NULL && strstr (fixture->err, text) == NULL)
    g_error ("“%s” is in neither of “%s” and “%s”", text, fixture->out, fixture->err);
  g_assert_cmpint (fixture->status, ==, status);
}

static gboolean
has_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_verbs (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  run (fixture, "info --library=library.sqlite");
  assert_printed (fixture, 0, "Articles: 1\n");
  run (fixture, "check --library=library.sqlite");
  assert_printed (fixture, 0, "The library is whole\n");
  run (fixture, "backup --library=library.sqlite");
  assert_printed (fixture, 0, "library.sqlite-backups/library-0001-");
  run (fixture, "info --library=library.sqlite");
  assert_printed (fixture, 0, "Backup: library.sqlite-backups/library-0001-");
  run (fixture, "copy copy.sqlite --library=library.sqlite");
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "info --library=copy.sqlite");
  assert_printed (fixture, 0, "Articles: 1\n");
  run (fixture, "rescue saved.sqlite --library=library.sqlite");
  assert_printed (fixture, 0, "1 of 1 article saved\n");
  run (fixture, "info --library=saved.sqlite");
  assert_printed (fixture, 0, "Articles: 1\n");
}

/* Nothing is made where something is asked for, and nothing is overwritten. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const misused[] = { "", "--library=library.sqlite", "look", "copy", "info x", "rescue a b" };

  for (guint i = 0; i < G_N_ELEMENTS (misused); i++)
    {
      run (fixture, misused[i]);
      assert_printed (fixture, 2, "info, check, backup");
    }
  run (fixture, "info --library=none.sqlite");
  assert_printed (fixture, 1, "none.sqlite");
  run (fixture, "backup --library=none.sqlite");
  assert_printed (fixture, 1, "none.sqlite");
  g_assert_false (has_file (fixture, "none.sqlite"));
  g_assert_false (has_file (fixture, "none.sqlite-backups"));
  run (fixture, "copy library.sqlite --library=library.sqlite");
  assert_printed (fixture, 1, "is there already");
  run (fixture, "copy no/copy.sqlite --library=library.sqlite");
  assert_printed (fixture, 1, "no/copy.sqlite");
}

/* A line for each table; one that is removed is gone. */
static void
test_official (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlDatabase) database = tl_database_open (fixture->path, NULL);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  const TlOfficialValue value = { TL_OFFICIAL_BACI, "PE", "NO", FALSE, 2016, 5 };
  TlOfficialFit fit;
  gint64 id;

  g_array_append_val (values, value);
  g_assert_true (tl_official_rows_store (database, values, "a.zip › b.csv", 1500000000, NULL, NULL, NULL, &id, &fit, NULL));
  run (fixture, "official list --library=library.sqlite");
  assert_printed (fixture, 0, "1\tCEPII BACI\ta.zip › b.csv, imported on 14 July 2017\t1 figure, 2016: Peru with Norway\n");
  run (fixture, "official remove 2 --library=library.sqlite");
  assert_printed (fixture, 1, "no official figures with the number 2");
  run (fixture, "official remove 1 --library=library.sqlite");
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "official list --library=library.sqlite");
  g_assert_cmpstr (fixture->out, ==, "");
  run (fixture, "official remove one --library=library.sqlite");
  assert_printed (fixture, 2, "is no number");
  run (fixture, "official --library=library.sqlite");
  assert_printed (fixture, 2, "official list, or official remove NUMBER");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/command/library/verbs", Fixture, NULL, set_up, test_verbs, tear_down);
  g_test_add ("/command/library/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/command/library/official", Fixture, NULL, set_up, test_official, tear_down);

  return g_test_run ();
}
