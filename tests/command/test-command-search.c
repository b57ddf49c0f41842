/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "tradelines search" as a person calls it. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/wait.h>

#include "tl-library.h"

typedef struct
{
  char *folder;
  char *path;
  char *out;
  char *err;
  int   status;
} Fixture;

static void
add (TlLibrary  *library,
     const char *title,
     const char *published,
     const char *text)
{
  g_autofree char *json =
    g_strdup_printf ("{ \"file\": \"a.txt\", \"title\": \"%s\", \"published\": \"%s\", \"url\": null,"
                     " \"language\": \"en\", \"publisher\": \"Adria Press\", \"author\": null,"
                     " \"text\": \"%s\", \"figures\": [], \"entities\": [], \"amounts\": [],"
                     " \"dates\": [] }", title, published, text);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_new_from_json (json, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tl_library_add (library, article, &error), >, 0);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlLibrary) library = NULL;

  fixture->folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "library.sqlite", NULL);
  library = tl_library_open (fixture->path, NULL);
  add (library, "A bridge opens", "2019-05-03", "A bridge opens\\n\\nThe café beside it is full.");
  add (library, "The ferry stays", "2019-05-04",
       "The ferry stays\\n\\nNobody minds the bridge, said the ferryman of Łódź.");
  add (library, "Bakers meet", "2019-05-05", "Bakers meet\\n\\nThey spoke of bread.");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (fixture->folder, name, NULL);

      g_remove (child);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Runs in the fixture's folder, with the words apart at each "|". */
static void
run (Fixture    *fixture,
     const char *arguments)
{
  g_autofree char *line = g_strconcat (RUN_COMMAND "|search|", arguments, NULL);
  g_auto(GStrv) argv = g_strsplit (line, "|", -1);
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

#define BRIDGE "2019-05-03  Adria Press: A bridge opens\n    The café beside it is full.\n"
#define FERRY \
  "2019-05-04  Adria Press: The ferry stays\n    Nobody minds the bridge, said the ferryman of Łódź.\n"

static void
test_found (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *arguments;
    const char *out;
    int         status;
  } cases[] = {
    { "bridge", BRIDGE FERRY, 0 },
    { "--limit=1|bridge", BRIDGE, 0 },
    { "--limit=0|bridge", BRIDGE FERRY, 0 },
    { "-n|1|bridge", BRIDGE, 0 },
    { "LODZ|ferryman", FERRY, 0 },
    { "LODZ ferryman", FERRY, 0 },
    { "--|bridge|-ferry", BRIDGE, 0 },
    { "\"the bridge\"", FERRY, 0 },
    { "nothing", "", 1 },
    { "title: OR (", "", 1 },
    { "", "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = g_strconcat ("--library=library.sqlite|", cases[i].arguments, NULL);

      run (fixture, arguments);
      g_assert_cmpstr (fixture->err, ==, "");
      g_assert_cmpstr (fixture->out, ==, cases[i].out);
      g_assert_cmpint (fixture->status, ==, cases[i].status);
    }
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *hit, *mark;

  run (fixture, "--library=library.sqlite|--json|łódź");
  g_assert_cmpint (fixture->status, ==, 0);
  node = json_from_string (fixture->out, &error);
  g_assert_no_error (error);
  hit = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (hit, "id"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (hit, "title"), ==, "The ferry stays");
  g_assert_cmpstr (json_object_get_string_member (hit, "published"), ==, "2019-05-04");
  g_assert_true (json_object_get_null_member (hit, "url"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (hit, "title_marks")), ==, 0);
  mark = json_array_get_object_element (json_object_get_array_member (hit, "marks"), 0);
  g_assert_cmpint (json_object_get_int_member (mark, "offset"), ==, 46);
  g_assert_cmpint (json_object_get_int_member (mark, "length"), ==, 4);
}

static void
test_misuse (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const cases[] = {
    "--library=library.sqlite", "--library=library.sqlite|--limit=-1|bridge",
    "--library=library.sqlite|--colour|bridge", "--library=missing.sqlite|bridge",
    "--library=plain.txt|bridge",
  };
  g_autofree char *plain = g_build_filename (fixture->folder, "plain.txt", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.sqlite", NULL);

  g_file_set_contents (plain, "no library", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i]);
      g_test_message ("%s: %s", cases[i], fixture->err);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->out, ==, "");
      g_assert_true (g_str_has_prefix (fixture->err, "tradelines: "));
    }
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_help (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  run (fixture, "--help");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "--limit"));
  run (fixture, "--version");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "tradelines 0."));
}

#define ADD(path, test) g_test_add ("/command-search/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("found", test_found);
  ADD ("json", test_json);
  ADD ("misuse", test_misuse);
  ADD ("help", test_help);

  return g_test_run ();
}
