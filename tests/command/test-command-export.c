/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Import and export as a person calls them: what goes in comes out, and into another library.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/wait.h>

#define STORY \
  "Ghana buys more shea butter\n\n7 March 2024\n\n" \
  "ACCRA (GNA) – Trade between Ghana and Togo reached $210 million in 2023, the minister said. It had been $190 " \
  "million in 2022.\n"

#define OTHER_STORY \
  "Chile sells copper\n\n9 April 2024\n\n" \
  "SANTIAGO (TNA) – Trade between Chile and Peru reached almost $3 billion in 2023, the customs service said.\n"

typedef struct
{
  char *folder;
  char *out;
  char *err;
  int   status;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *other = NULL;

  fixture->folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  other = g_build_filename (fixture->folder, "articles", NULL);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      g_remove (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture->err);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *data)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, -1, NULL));
}

static char *
read_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  return data;
}

/* Runs in the fixture's folder; the arguments stand apart by blanks. */
static void
run (Fixture    *fixture,
     const char *arguments)
{
  g_autofree char *line = g_strconcat (RUN_COMMAND " ", arguments, NULL);
  g_auto(GStrv) argv = g_strsplit (line, " ", -1);
  g_auto(GStrv) environment = g_get_environ ();
  g_autoptr(GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "XDG_DATA_HOME", fixture->folder, TRUE);
  environment = g_environ_unsetenv (environment, "DISPLAY");
  environment = g_environ_unsetenv (environment, "WAYLAND_DISPLAY");
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->folder, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  fixture->status = WEXITSTATUS (status);
  g_test_message ("%s: %d\n%s%s", arguments, fixture->status, fixture->out, fixture->err);
}

static void
import_stories (Fixture *fixture)
{
  write_file (fixture, "articles/story.txt", STORY);
  write_file (fixture, "articles/other.txt", OTHER_STORY);
  run (fixture, "import --library=one.sqlite articles");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->out, ==, "2 articles imported\n");
  g_assert_cmpstr (fixture->err, ==, "");
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *first = NULL;

  import_stories (fixture);
  run (fixture, "import --library=one.sqlite articles/story.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->out, ==, "0 articles imported, 1 was there already\n");
  run (fixture, "export --library=one.sqlite --output=first.jsonl");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->out, ==, "");
  run (fixture, "import --library=two.sqlite first.jsonl");
  g_assert_cmpstr (fixture->out, ==, "2 articles imported\n");
  run (fixture, "export --library=two.sqlite");
  first = read_file (fixture, "first.jsonl");
  g_assert_cmpstr (fixture->out, ==, first);
}

static void
test_default_library (Fixture       *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "tradelines", "library.sqlite", NULL);

  run (fixture, "export");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->err, "There is no library"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  write_file (fixture, "story.txt", STORY);
  run (fixture, "import story.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_partly_read (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "story.txt", STORY);
  write_file (fixture, "empty.txt", "");
  run (fixture, "import --library=one.sqlite story.txt empty.txt missing.txt");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, "1 article imported, 2 could not be read\n");
  g_assert_nonnull (strstr (fixture->err, "empty.txt: "));
  g_assert_nonnull (strstr (fixture->err, "missing.txt: "));
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  import_stories (fixture);
  run (fixture, "export --library=one.sqlite --format=csv");
  g_assert_true (g_str_has_prefix (fixture->out, "flow,partner_1,partner_2,"));
  g_assert_nonnull (strstr (fixture->out, "turnover,GH,TG,national,2023-01,2023-12,210000000,,USD,exact,reported"));
  g_assert_nonnull (strstr (fixture->out, "CL,PE"));
  run (fixture, "export --library=one.sqlite --format=csv --bom --pair=Togo,Ghana");
  g_assert_true (g_str_has_prefix (fixture->out, "\xEF\xBB\xBF" "flow,"));
  g_assert_nonnull (strstr (fixture->out, "GH,TG"));
  g_assert_null (strstr (fixture->out, "CL,PE"));
  run (fixture, "export --library=one.sqlite --format=csv --article=99");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_null (strstr (fixture->out, "USD"));
}

static void
test_citations (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  import_stories (fixture);
  run (fixture, "export --library=one.sqlite --format=csl-json");
  json_parser_load_from_data (parser, fixture->out, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==, 2);
  run (fixture, "export --library=one.sqlite --format=bibtex --article=1 --article=1");
  g_assert_nonnull (strstr (fixture->out, "year = {2024}"));
  g_assert_null (strstr (strchr (fixture->out, '@') + 1, "@"));
  run (fixture, "export --library=one.sqlite --format=ris --pair=CL,PE");
  g_assert_true (g_str_has_prefix (fixture->out, "TY  - NEWS\r\n"));
  g_assert_nonnull (strstr (fixture->out, "Chile"));
  g_assert_null (strstr (fixture->out, "Ghana"));
  run (fixture, "export --library=one.sqlite --format=text");
  g_assert_nonnull (strstr (fixture->out, "“Chile sells copper”"));
}

static void
test_misuse (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *arguments;
    const char *complaint;
    int         status;
  } cases[] = {
    { "import", "No file was given", 2 },
    { "import --nonsense", "--nonsense", 2 },
    { "import --library=articles story.txt", "articles", 1 },
    { "export --format=docx", "There is no format “docx”", 2 },
    { "export --pair=CL", "two partners", 2 },
    { "export --article=first", "“first” is no number of an article", 2 },
    { "export something", "“something” is not expected", 2 },
    { "export --library=one.sqlite --output=nowhere/at/all.csv", "There is no such folder", 1 },
    { "export --library=one.sqlite --output=articles", "was not exported: It is a folder", 1 },
    { "export --library=articles/story.txt", "library", 1 },
  };

  import_stories (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i].arguments);
      g_assert_cmpint (fixture->status, ==, cases[i].status);
      g_assert_nonnull (strstr (fixture->err, cases[i].complaint));
      g_assert_cmpstr (fixture->out, ==, "");
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/command/there-and-back", test_there_and_back);
  ADD ("/command/default-library", test_default_library);
  ADD ("/command/import-partly-read", test_partly_read);
  ADD ("/command/export-figures", test_figures);
  ADD ("/command/export-citations", test_citations);
  ADD ("/command/transfer-misuse", test_misuse);

  return g_test_run ();
}
