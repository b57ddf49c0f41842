/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commands as a person calls them: what they print, what they write, what they end with.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define STORY \
  "Ghana buys more shea butter\n\n7 March 2024\n\n" \
  "ACCRA (GNA) – Trade between Ghana and Togo reached $210 million in 2023, the minister said. It had been $190 " \
  "million in 2022.\n"

#define OTHER_STORY \
  "Togo and Ghana count again\n\n9 April 2024\n\n" \
  "LOME (TNA) – Trade between Togo and Ghana reached almost $220 million in 2023, the customs service said.\n"

typedef struct
{
  char       *folder;
  char       *out;
  char       *err;
  int         status;
  const char *model;            /* that names are recognised with, NULL for the project's own */
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tradelines-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
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
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, data, -1, &error);
  g_assert_no_error (error);
}

/* Runs in the fixture's folder, and without a display. */
static void
run_argv (Fixture  *fixture,
          char    **argv)
{
  g_auto(GStrv) environment = g_get_environ ();
  g_autoptr(GError) error = NULL;
  int status;

  if (fixture->model != NULL)
    environment = g_environ_setenv (environment, "TRADELINES_MODEL", fixture->model, TRUE);
  environment = g_environ_unsetenv (environment, "DISPLAY");
  environment = g_environ_unsetenv (environment, "WAYLAND_DISPLAY");
  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_spawn_sync (fixture->folder, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &fixture->out, &fixture->err, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  fixture->status = WEXITSTATUS (status);
}

static void
run (Fixture    *fixture,
     const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("\"%s\" %s", RUN_COMMAND, arguments);
  g_auto(GStrv) argv = NULL;
  g_autoptr(GError) error = NULL;

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  run_argv (fixture, argv);
}

static JsonObject *
parse_line (const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = json_from_string (line, &error);

  g_assert_no_error (error);
  return json_node_dup_object (node);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

/* ---- the model ---- */

/* Whatever is wrong with it, it is told and all else goes on. */
static void
test_model (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const models[] = { "missing.model", "empty.model", "wrong.model", "." };

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "empty.model", "");
  write_file (fixture, "wrong.model", STORY);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      fixture->model = models[i];
      run (fixture, "extract a.txt");
      g_assert_cmpint (fixture->status, ==, 0);
      assert_contains (fixture->err, "tradelines: Names are recognised by rules alone: ");
      assert_contains (fixture->err, models[i]);
      assert_contains (fixture->out, "210000000");
      assert_contains (fixture->out, "\"Ghana\"");
    }
  fixture->model = NULL;
  run (fixture, "extract a.txt");
  g_assert_cmpstr (fixture->err, ==, "");
}

/* ---- help ---- */

static void
test_help (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *arguments;
    const char *words;
  } cases[] = {
    { "--help", "tradelines chart --pair" },
    { "-h", "tradelines extract" },
    { "help", "tradelines extract" },
    { "--version", "tradelines 0." },
    { "extract --help", "--with-text" },
    { "extract --help", "--explain" },
    { "extract --version", "tradelines 0." },
    { "chart --help", "--output" },
    { "chart --version", "tradelines 0." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i].arguments);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_cmpstr (fixture->err, ==, "");
      assert_contains (fixture->out, cases[i].words);
    }
}

static void
test_misuse (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const cases[] = {
    "extract",
    "extract --colour a.txt",
    "extract --published=yesterday a.txt",
    "extract --published=2017 a.txt",
    "extract --published=2017-02-30 a.txt",
    "chart",
    "chart a.txt",
    "chart --pair=GH a.txt",
    "chart --pair=GH,TG,CI a.txt",
    "chart --pair=GH,GH a.txt",
    "chart --pair=GH,Ruritania a.txt",
    "chart --pair=GH,TG",
    "chart --pair=GH,TG --flow=sideways a.txt",
    "chart --pair=GH,TG --width=5 a.txt",
    "chart --pair=GH,TG --height=nan a.txt",
    "chart --pair=GH,TG --scale=1000 a.txt",
    "chart --pair=GH,TG --width=10000 --scale=8 a.txt",
    "chart --pair=GH,TG --published=soon a.txt",
    "chart --pair=GH,TG --format=gif a.txt",
    "chart --pair=GH,TG --style=grey a.txt",
    "chart --pair=GH,TG --report=a.doc a.txt",
    "chart --pair=GH,TG --from=last a.txt",
    "chart --pair=GH,TG --to=99 a.txt",
    "chart --pair=GH,TG --from=2016 --to=2014 a.txt",
    "chart --pair=GH,TG --kinds=year,guess a.txt",
    "chart --pair=GH,TG --kinds= a.txt",
    "chart --pair=GH,TG --scope=lunar a.txt",
    "chart --pair=GH,TG --currency=dollars a.txt",
    "chart --pair=GH,TG --currency=QQQ a.txt",
    "chart --pair=GH,TG --rate=EUR=1.10 a.txt",
    "chart --pair=GH,TG --currency=USD --rate=1.10 a.txt",
    "chart --pair=GH,TG --currency=USD --rate=EUR=0 a.txt",
    "chart --pair=GH,TG --currency=USD --rate=EUR=1e9 a.txt",
    "chart --pair=GH,TG --currency=USD --rate=EUR=1,10 a.txt",
    "chart --pair=GH,TG --currency=USD --rate=USD=1.10 a.txt",
  };

  write_file (fixture, "a.txt", STORY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i]);
      g_test_message ("%s: %s", cases[i], fixture->err);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_cmpstr (fixture->out, ==, "");
      assert_contains (fixture->err, "tradelines: ");
    }
}

/* What is for the windows is left to them. */
static void
test_no_command (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const cases[] = { "", "a.txt", "./extract", "--sample" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i]);
      g_assert_cmpint (fixture->status, ==, 99);
    }
}

/* ---- extract ---- */

static void
test_extract (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_auto(GStrv) lines = NULL;
  g_autoptr(JsonObject) first = NULL;
  g_autoptr(JsonObject) second = NULL;

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "-b ä.txt", OTHER_STORY);
  run (fixture, "extract -- \"-b ä.txt\" ./a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");

  lines = g_strsplit (fixture->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[2], ==, "");
  first = parse_line (lines[0]);
  second = parse_line (lines[1]);
  g_assert_cmpstr (json_object_get_string_member (first, "file"), ==, "-b ä.txt");
  g_assert_cmpstr (json_object_get_string_member (first, "title"), ==, "Togo and Ghana count again");
  g_assert_cmpstr (json_object_get_string_member (second, "file"), ==, "./a.txt");
  g_assert_cmpstr (json_object_get_string_member (second, "published"), ==, "2024-03-07");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (second, "figures")), ==, 2);
  g_assert_false (json_object_has_member (second, "text"));
}

static void
test_with_text (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(JsonObject) article = NULL;

  write_file (fixture, "a.txt", STORY);
  run (fixture, "extract --with-text a.txt");
  article = parse_line (fixture->out);
  g_assert_cmpstr (json_object_get_string_member (article, "text"), ==, STORY);
}

/* The reasons of a figure for a field: "relative “last year” at 55+9 from 2012-05-06". */
static char *
describe_why (JsonObject *figure,
              const char *field)
{
  JsonArray *why = json_object_get_array_member (figure, "why");
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (why); i++)
    {
      JsonObject *reason = json_array_get_object_element (why, i);

      if (!g_str_equal (json_object_get_string_member (reason, "field"), field))
        continue;
      g_string_append_printf (string, "%s%s", string->len > 0 ? ", " : "", json_object_get_string_member (reason, "how"));
      if (json_object_has_member (reason, "text"))
        g_string_append_printf (string, " “%s” at %d+%d", json_object_get_string_member (reason, "text"),
                                (int) json_object_get_int_member (reason, "offset"),
                                (int) json_object_get_int_member (reason, "length"));
      if (json_object_has_member (reason, "from"))
        g_string_append_printf (string, " from %s", json_object_get_string_member (reason, "from"));
    }
  return g_string_free (string, FALSE);
}

static void
test_explain (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *field;
    const char *reasons;
  } cases[] = {
    { "amount", "stated “€210 million” at 42+12" },
    { "change", "" },
    { "period", "relative “last year” at 55+9 from 2012-05-06" },
    { "first-partner", "stated “Côte d’Ivoire” at 20+13" },
    { "second-partner", "stated “Togo” at 0+4" },
    { "flow", "mirrored “imports” at 7+7" },
    { "status", "default" },
    { "speaker", "" },
  };
  g_autoptr(JsonObject) plain = NULL, article = NULL;
  JsonObject *figure;

  write_file (fixture, "a.txt", "Togo’s imports from Côte d’Ivoire reached €210 million last year.\n");
  run (fixture, "extract --published=2012-05-06 a.txt");
  plain = parse_line (fixture->out);
  figure = json_array_get_object_element (json_object_get_array_member (plain, "figures"), 0);
  g_assert_false (json_object_has_member (figure, "why"));

  run (fixture, "extract --explain --published=2012-05-06 a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  article = parse_line (fixture->out);
  figure = json_array_get_object_element (json_object_get_array_member (article, "figures"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reasons = describe_why (figure, cases[i].field);

      g_assert_cmpstr (reasons, ==, cases[i].reasons);
    }
}

static void
test_published (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(JsonObject) article = NULL;
  JsonObject *figure;

  write_file (fixture, "a.txt", "Trade between Ghana and Togo was worth $210 million last year, the minister said.\n");
  run (fixture, "extract --published=2012-05-06 a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  article = parse_line (fixture->out);
  figure = json_array_get_object_element (json_object_get_array_member (article, "figures"), 0);
  g_assert_cmpstr (json_object_get_string_member (figure, "start"), ==, "2011-01");
}

/* Each file that can't be read has its line, and the others go on. */
static void
test_errors (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_auto(GStrv) lines = NULL;

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "empty.txt", "");
  write_file (fixture, "picture.txt", "\x89PNG\r\n\x1a\n");
  run (fixture, "extract empty.txt a.txt missing.txt picture.txt . a.txt");
  g_assert_cmpint (fixture->status, ==, 1);

  lines = g_strsplit (fixture->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  for (guint i = 0; i < 6; i++)
    {
      static const char *const words[] = { "empty", NULL, "not there", "PNG", "folder", NULL };
      g_autoptr(JsonObject) line = parse_line (lines[i]);

      g_assert_true (json_object_has_member (line, "file"));
      g_assert_true (json_object_has_member (line, "error") == (words[i] != NULL));
      if (words[i] != NULL)
        assert_contains (json_object_get_string_member (line, "error"), words[i]);
    }
}

/* A name in no charset is no reason to print broken JSON. */
static void
test_strange_name (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(JsonObject) line = NULL;
  char *argv[] = { (char *) RUN_COMMAND, (char *) "extract", (char *) "no\377\"file", NULL };

  run_argv (fixture, argv);
  line = parse_line (fixture->out);
  g_assert_true (json_object_has_member (line, "error"));
}

/* Who reads the first line only has it, and nobody complains about the rest. */
static void
test_closed_pipe (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GString) arguments = g_string_new ("extract");
  g_autofree char *line = NULL;
  g_auto(GStrv) argv = NULL;
  g_autofree char *err = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  write_file (fixture, "a.txt", STORY);
  for (guint i = 0; i < 300; i++)
    g_string_append (arguments, " a.txt");
  line = g_strdup_printf ("/bin/sh -c 'trap \"\" PIPE; { \"%s\" %s; echo ended $? >&2; } | head -n 1 >/dev/null'",
                          RUN_COMMAND, arguments->str);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (fixture->folder, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &err, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "ended 1\n");
}

/* ---- chart ---- */

static gboolean
is_png (Fixture    *fixture,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *data = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &data, &length, NULL) && length > 1000 && memcmp (data, "\x89PNG", 4) == 0;
}

static void
test_chart (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const pairs[] = { "GH,TG", "tg,gh", "Ghana,Togo", "\"togo, ghana\"" };

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "b.txt", OTHER_STORY);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *arguments = g_strdup_printf ("chart --pair=%s --output=%u.png a.txt b.txt", pairs[i], i);
      g_autofree char *name = g_strdup_printf ("%u.png", i);

      run (fixture, arguments);
      g_test_message ("%s", fixture->err);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_true (is_png (fixture, name));
      assert_contains (fixture->out, "2023");
      assert_contains (fixture->out, "$210 million");
      assert_contains (fixture->out, "almost $220 million");
      assert_contains (fixture->out, "Togo and Ghana count again");
    }
}

/* Nobody says by when: it has no place in the picture, but is in the table. */
static void
test_undated (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "b.txt",
              "Togo and Ghana want more\n\nThe two countries aim to bring their trade turnover to $1 billion.\n");
  run (fixture, "chart -p GH,TG a.txt b.txt");

  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->out, "undated  $1 billion");
}

static void
test_formats (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct { const char *arguments, *file, *start; } cases[] = {
    { "-o a.svg", "a.svg", "<?xml" },
    { "-o b.PDF", "b.PDF", "%PDF-" },
    { "-o c.svg --format=pdf", "c.svg", "%PDF-" },
    { "-o d --format=svg --style=dark", "d", "<?xml" },
    { "-o e.picture", "e.picture", "\x89PNG" },
    { "--report=f.html", "f.html", "<!DOCTYPE html>" },
    { "-o g.png --report=g.PDF", "g.PDF", "%PDF-" },
  };

  write_file (fixture, "a.txt", STORY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = g_strdup_printf ("chart -p GH,TG a.txt %s", cases[i].arguments);
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].file, NULL);
      g_autofree char *contents = NULL;

      run (fixture, arguments);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, cases[i].start));
    }
}

static gboolean
is_same_file (Fixture    *fixture,
              const char *first,
              const char *second)
{
  g_autofree char *first_path = g_build_filename (fixture->folder, first, NULL);
  g_autofree char *second_path = g_build_filename (fixture->folder, second, NULL);
  g_autofree char *a = NULL, *b = NULL;
  gsize a_length, b_length;

  g_assert_true (g_file_get_contents (first_path, &a, &a_length, NULL));
  g_assert_true (g_file_get_contents (second_path, &b, &b_length, NULL));
  return a_length == b_length && memcmp (a, b, a_length) == 0;
}

/* Years, kinds and currencies that are not wanted are not there; the picture is drawn again so. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const struct { const char *arguments, *shown, *not_shown; } cases[] = {
    { "--from=2023", "$210 million", "$190 million" },
    { "--to=2022 --kinds=year,partial", "$190 million", "$210 million" },
    { "--currency=eur --rate=usd=0.5", "$210 million, at 0.50", "nothing" },
    { "--currency=USD --rate=EUR=1.10", "€100 million, at 1.10", "nothing" },
  };

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "b.txt", "Togo counts\n\n9 April 2024\n\nTrade between Togo and Ghana reached "
                                "€100 million in 2023, the customs service said.\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *arguments = g_strdup_printf ("chart -p GH,TG -o a.png %s a.txt b.txt", cases[i].arguments);

      run (fixture, arguments);
      g_assert_cmpint (fixture->status, ==, 0);
      assert_contains (fixture->out, cases[i].shown);
      g_assert_null (strstr (fixture->out, cases[i].not_shown));
      run (fixture, "chart a.png -o b.png");
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_true (is_same_file (fixture, "a.png", "b.png"));
    }
  run (fixture, "chart a.png --from=2023");
  g_assert_cmpint (fixture->status, ==, 2);
}

/* A picture in place of articles is drawn again as it was, or as is asked for. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  run (fixture, "chart -p GH,TG --style=dark --width=800 -o a.png a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "chart a.png -o b.png");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
  assert_contains (fixture->out, "$190 million");
  g_assert_true (is_same_file (fixture, "a.png", "b.png"));
  run (fixture, "chart a.png -o c.png --style=light");
  g_assert_false (is_same_file (fixture, "a.png", "c.png"));

  write_file (fixture, "broken.png", "\x89PNG\r\n\x1a\n and then nothing");
  run (fixture, "chart broken.png");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->err, "damaged");
}

/* Several pairs are one picture, from which they are drawn again. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GString) many = g_string_new ("chart a.txt");

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "b.txt", "Benin buys from Ghana\n\nTrade turnover between Ghana and Benin was $80 million in 2022.\n");
  run (fixture, "chart -p GH,TG -p GH,BJ -p BJ,GH --multiples -o a.png a.txt b.txt");
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->out, "Ghana – Togo, turnover\n");
  assert_contains (fixture->out, "Ghana – Benin, turnover\n");
  assert_contains (fixture->out, "$80 million");
  g_assert_null (strstr (fixture->out, "Benin – Ghana"));
  run (fixture, "chart a.png -o b.png");
  g_assert_true (is_same_file (fixture, "a.png", "b.png"));
  run (fixture, "chart -p GH,TG -p GH,BJ -o c.png a.txt b.txt");
  g_assert_false (is_same_file (fixture, "a.png", "c.png"));

  /* What is not there is said; the rest is drawn. */
  run (fixture, "chart -p GH,TG -p GH,BR -o d.png a.txt");
  assert_contains (fixture->err, "Brazil");
  g_assert_true (is_png (fixture, "d.png"));

  for (guint i = 0; i < 13; i++)
    g_string_append_printf (many, " -p GH,%s", (const char *[]) { "TG", "BJ", "NG", "CI", "BF", "ML", "NE",
                                                                  "SN", "GN", "LR", "SL", "CM", "GA" }[i]);
  run (fixture, many->str);
  g_assert_cmpint (fixture->status, ==, 2);
  assert_contains (fixture->err, "at most 12");
}

static void
test_table_alone (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  run (fixture, "chart -p GH,TG a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->out, "$190 million");
  g_assert_cmpstr (fixture->err, ==, "");
}

/* What statistics say stands behind what articles report. */
static void
test_official (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "table.csv", "t,i,j,k,v,q\n2022,288,768,1,150000,1\n2022,768,288,1,30000,1\n");
  run (fixture, "chart -p GH,TG a.txt table.csv");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->out, "$190 million");
  assert_contains (fixture->out, "$180 million");
  assert_contains (fixture->out, "CEPII BACI");

  write_file (fixture, "table.csv", "t,i,j,k,v,q\n");
  run (fixture, "chart -p GH,TG a.txt table.csv");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->out, "$190 million");
  assert_contains (fixture->err, "table.csv: ");
}

/* A folder stands for what is in it; a text that is there twice reports once. */
static void
test_folder (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_auto(GStrv) parts = NULL;

  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "b.txt", STORY);
  run (fixture, "chart --pair=GH,TG . a.txt");
  g_assert_cmpint (fixture->status, ==, 0);
  parts = g_strsplit (fixture->out, "$190 million", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  parts = (g_strfreev (parts), g_strsplit (fixture->out, "shea butter", -1));
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
}

#define CARRIED \
  "Trade between Ghana and Togo was worth $210 million in 2011, the minister said in Lomé on" \
  " Tuesday, and most of it was cement and salt. She spoke at the opening of a bridge on which" \
  " lorries need no longer wait for the ferry, and thanked the drivers for years of patience."

/* Who carries a story does not make two of it; another number stays. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_auto(GStrv) lines = NULL;

  write_file (fixture, "agency.txt", CARRIED "\n");
  write_file (fixture, "outlet.txt", "A Bridge Instead of a Ferry\n\nBy our staff\n\n" CARRIED "\n");
  write_file (fixture, "other.txt", "Ghana's trade with Togo came to $190 million in 2011, a newspaper wrote.\n");
  run (fixture, "chart --pair=GH,TG .");
  g_assert_cmpint (fixture->status, ==, 0);
  assert_contains (fixture->out, "(carried by 2)");
  assert_contains (fixture->out, "$190 million");
  lines = g_strsplit (fixture->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
}

static void
test_nothing_to_chart (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  run (fixture, "chart --pair=GH,BR --output=a.png a.txt");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->out, ==, "");
  assert_contains (fixture->err, "Ghana");
  assert_contains (fixture->err, "Brazil");
  g_assert_false (is_png (fixture, "a.png"));

  run (fixture, "chart --pair=GH,TG --flow=balance a.txt");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->err, "surplus");
}

/* What can be charted is, and what could not be read is named. */
static void
test_partly_read (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  write_file (fixture, "empty.txt", "");
  run (fixture, "chart --pair=GH,TG --output=a.png empty.txt missing.txt a.txt");
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_true (is_png (fixture, "a.png"));
  assert_contains (fixture->err, "empty.txt");
  assert_contains (fixture->err, "missing.txt");
}

static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.txt", STORY);
  run (fixture, "chart --pair=GH,TG --output=nowhere/a.png a.txt");
  g_assert_cmpint (fixture->status, ==, 1);
  assert_contains (fixture->err, "tradelines: ");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/command/help", test_help);
  ADD ("/command/misuse", test_misuse);
  ADD ("/command/no-command", test_no_command);
  ADD ("/command/extract/files", test_extract);
  ADD ("/command/extract/with-text", test_with_text);
  ADD ("/command/extract/explain", test_explain);
  ADD ("/command/extract/published", test_published);
  ADD ("/command/extract/model", test_model);
  ADD ("/command/extract/errors", test_errors);
  ADD ("/command/extract/strange-name", test_strange_name);
  ADD ("/command/extract/closed-pipe", test_closed_pipe);
  ADD ("/command/chart/png", test_chart);
  ADD ("/command/chart/several", test_several);
  ADD ("/command/chart/undated", test_undated);
  ADD ("/command/chart/formats", test_formats);
  ADD ("/command/chart/chosen", test_chosen);
  ADD ("/command/chart/picture", test_picture);
  ADD ("/command/chart/table", test_table_alone);
  ADD ("/command/chart/official", test_official);
  ADD ("/command/chart/folder", test_folder);
  ADD ("/command/chart/copies", test_copies);
  ADD ("/command/chart/nothing", test_nothing_to_chart);
  ADD ("/command/chart/partly", test_partly_read);
  ADD ("/command/chart/unwritable", test_unwritable);

  return g_test_run ();
}
