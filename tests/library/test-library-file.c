/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library's file: what is no library is refused and stays as it is, and several may
 * work on one file. */

#include <glib/gstdio.h>
#include <unistd.h>

#include "library-fixture.h"

static void
assert_refused (const char     *path,
                TlLibraryError  code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (tl_library_open (path, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "library.sqlite"));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_no_library (void)
{
  static const char zeros[4096];
  static const char short_header[] = "SQLite format 3";
  static const char long_header[] =
    "SQLite format 3\0 and then something else that is no page of a database at all,"
    " though it goes on for longer than the hundred bytes of a header and longer than"
    " that, and on, as a text does in which somebody explains what such a file is, how"
    " its pages are numbered, why the first of them is not like the others, what its"
    " hundred bytes say, who writes them, and when; which nobody reads to the end, but"
    " this has to be five hundred and twelve bytes long and then some, and now it is, or"
    " nearly is, since a sentence that is in no hurry gets anywhere in the end, and far.";
  static const struct
  {
    const char *data;
    gssize      length;
  } cases[] = {
    { "x", 1 },
    { "Trade was spoken of.\n", -1 },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16 },
    { short_header, sizeof short_header },
    { long_header, sizeof long_header },
    { zeros, sizeof zeros },
  };

  G_STATIC_ASSERT (sizeof long_header > 512);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FixtureFolder) folder = fixture_make_folder ();
      g_autofree char *path =
        fixture_write (folder, "library.sqlite", cases[i].data, cases[i].length);

      g_test_message ("case %u", i);
      assert_refused (path, TL_LIBRARY_ERROR_FOREIGN);
    }
}

static void
test_empty_file (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = fixture_write (folder, "library.sqlite", "", 0);
  g_autoptr(TlLibrary) library = fixture_open (path);

  fixture_check (library);
}

static void
test_foreign (void)
{
  static const char *const schemas[] = {
    "CREATE TABLE bookmark (address TEXT); INSERT INTO bookmark VALUES ('https://example.org')",
    "PRAGMA application_id = 252006674; CREATE TABLE bookmark (address TEXT)",
    "PRAGMA user_version = 1; CREATE TABLE article (id INTEGER PRIMARY KEY)",
    /* It says that it is ours, and is not. */
    "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x54724c6e; PRAGMA user_version = 1;"
    " CREATE TABLE bookmark (address TEXT)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr(FixtureFolder) folder = fixture_make_folder ();
      g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);

      g_test_message ("case %u", i);
      fixture_execute (path, schemas[i]);
      assert_refused (path, TL_LIBRARY_ERROR_FOREIGN);
    }
}

static void
test_newer (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  g_clear_object (&library);
  fixture_execute (path, "PRAGMA user_version = 1000; CREATE TABLE wonder (n INTEGER)");
  assert_refused (path, TL_LIBRARY_ERROR_NEWER);
}

#define FIGURE \
  "{ \"quote\": \"spoken\", \"sentence\": \"Trade was spoken of, and this is all there is.\"," \
  "  \"offset\": 17, \"length\": 6, \"flow\": \"turnover\", \"partners\": [\"RS\", \"SI\"]," \
  "  \"scope\": \"national\", \"start\": \"2018-01\", \"end\": \"2018-12\", \"value\": 1000000, \"high\": null," \
  "  \"currency\": \"EUR\", \"precision\": \"exact\", \"status\": \"reported\", \"change\": null," \
  "  \"change_against\": null, \"speaker\": null," \
  "  \"why\": [{ \"field\": \"flow\", \"how\": \"stated\", \"offset\": 7, \"length\": 5 }] }"

static gint64
add_article (TlLibrary  *library,
             const char *title)
{
  g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", FIGURE);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (library, article, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_reports (TlLibrary *library,
                guint      n_reports)
{
  g_autoptr(GPtrArray) reports = tl_library_get_reports (library, "RS", "SI");

  g_assert_cmpuint (reports->len, ==, n_reports);
  for (guint i = 0; i < n_reports; i++)
    g_assert_cmpstr (tl_figure_get_quote (tl_report_get_figure (reports->pdata[i])), ==, "spoken");
}

/* A library of the first version: its figures are kept, and new ones come beside them. */
static void
test_older (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autofree char *version = NULL;

  add_article (library, "first");
  assert_reports (library, 1);
  g_clear_object (&library);
  fixture_execute (path, FIXTURE_DROP_ENTITIES
                   "ALTER TABLE figure DROP COLUMN why; PRAGMA user_version = 1");

  library = fixture_open (path);
  fixture_check (library);
  assert_reports (library, 1);
  add_article (library, "second");
  assert_reports (library, 2);
  g_clear_object (&library);
  version = fixture_query (path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, FIXTURE_VERSION);
}

/* Writes a library with enough in it to have several pages. */
static char *
write_library (const char *folder)
{
  char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("article-%u", i);
      g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", NULL);

      g_assert_cmpint (tl_library_add (library, article, NULL), >, 0);
    }
  return path;
}

/* Opening may see the damage or not; whatever is asked then, there is an answer. */
static void
assert_survives (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlLibrary) library = tl_library_open (path, &error);
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GPtrArray) reports = NULL;
  GListModel *articles;

  if (library == NULL)
    {
      if (!g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN))
        g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED);
      return;
    }

  articles = tl_library_get_articles (library);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (articles, i);
      g_autoptr(TlArticle) stored = tl_library_load_article (library, (gint64) i + 1, NULL);

      g_assert_nonnull (item);
    }
  pairs = tl_library_get_pairs (library);
  reports = tl_library_get_reports (library, "RS", "SI");
  g_assert_nonnull (pairs);
  g_assert_nonnull (reports);
  article = fixture_article ("another", NULL, NULL);
  tl_library_add (library, article, NULL);
}

static void
test_damaged (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *data = NULL;
  gsize length;
  gsize page = 16384;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (length, >, 4 * page);

  /* Cut off behind each page. */
  for (gsize end = page; end < length; end += page)
    {
      g_assert_true (g_file_set_contents (path, data, (gssize) end, NULL));
      assert_survives (path);
    }

  /* One page overwritten with rubbish. */
  for (gsize start = 0; start < length; start += page)
    {
      g_autofree char *damaged = g_memdup2 (data, length);

      for (gsize i = MAX (start, 100); i < start + page; i++)
        damaged[i] = (char) (i * 7919 >> 3);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      assert_survives (path);
    }
}

static void
test_no_place (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *file = fixture_write (folder, "file", "x", 1);
  g_autofree char *below_file = g_build_filename (file, "tradelines", "library.sqlite", NULL);
  g_autofree char *in_folder = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_library_open (below_file, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (in_folder, 0700), ==, 0);
  g_assert_null (tl_library_open (in_folder, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN);
}

typedef struct
{
  const char *path;
  char        name;
} Writer;

#define N_WRITTEN 50

static gpointer
write_articles (gpointer data)
{
  const Writer *writer = data;
  g_autoptr(TlLibrary) library = fixture_open (writer->path);

  for (guint i = 0; i < N_WRITTEN; i++)
    {
      g_autofree char *title = g_strdup_printf ("%c%u", writer->name, i);
      g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", NULL);
      g_autoptr(GError) error = NULL;

      tl_library_add (library, article, &error);
      g_assert_no_error (error);
    }
  return NULL;
}

/* Held until all threads are there. */
static GMutex gate;

static gpointer
open_library (gpointer path)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_object_unref (fixture_open (path));
  return NULL;
}

/* The first start of the program, several times at once. */
static void
test_made_at_once (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("library-%u.sqlite", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GThread *threads[8];

      g_mutex_lock (&gate);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("opener", open_library, path);
      g_mutex_unlock (&gate);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
    }
}

static void
test_several_writers (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  Writer writers[] = { { path, 'a' }, { path, 'b' }, { path, 'c' } };
  GThread *threads[G_N_ELEMENTS (writers)];
  g_autoptr(TlLibrary) library = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    threads[i] = g_thread_new ("writer", write_articles, &writers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    g_thread_join (threads[i]);

  library = fixture_open (path);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, G_N_ELEMENTS (writers) * N_WRITTEN);
  fixture_check (library);
}

static void
test_form (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *journal_mode = fixture_query (path, "PRAGMA journal_mode");
  g_autofree char *page_size = fixture_query (path, "PRAGMA page_size");

  g_assert_cmpstr (journal_mode, ==, "wal");
  g_assert_cmpstr (page_size, ==, "16384");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/file/no-library", test_no_library);
  g_test_add_func ("/library/file/empty", test_empty_file);
  g_test_add_func ("/library/file/foreign", test_foreign);
  g_test_add_func ("/library/file/newer", test_newer);
  g_test_add_func ("/library/file/older", test_older);
  g_test_add_func ("/library/file/damaged", test_damaged);
  g_test_add_func ("/library/file/no-place", test_no_place);
  g_test_add_func ("/library/file/made-at-once", test_made_at_once);
  g_test_add_func ("/library/file/several-writers", test_several_writers);
  g_test_add_func ("/library/file/form", test_form);

  return g_test_run ();
}
