/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be read of a damaged library is in the new one, and is whole there. */

#include "library-fixture.h"
#include "tl-library-facts.h"
#include "tl-rescue.h"

#define N_ARTICLES 120
#define PAGE       16384

#define FIGURE \
  "{ \"quote\": \"spoken\", \"sentence\": \"Trade was spoken of, and this is all there is.\"," \
  "  \"offset\": 17, \"length\": 6, \"flow\": \"turnover\", \"partners\": [\"RS\", \"SI\"]," \
  "  \"scope\": \"national\", \"start\": \"2018-01\", \"end\": \"2018-12\", \"value\": 1000000, \"high\": null," \
  "  \"currency\": \"EUR\", \"precision\": \"exact\", \"status\": \"reported\", \"change\": null," \
  "  \"change_against\": null, \"speaker\": null," \
  "  \"why\": [{ \"field\": \"flow\", \"how\": \"stated\", \"offset\": 7, \"length\": 5 }] }"

/* In every copy of this file some articles are removed and some titles corrected. */
static char *
write_library (const char *folder)
{
  char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *title = g_strdup_printf ("article-%03u", i);
      g_autoptr(TlArticle) article = fixture_article (title, "2018-05-02", FIGURE);

      g_assert_cmpint (tl_library_add (library, article, NULL), ==, i + 1);
      if (i % 50 == 0)
        g_assert_true (tl_library_remove (library, i + 1, NULL));
    }
  g_clear_object (&library);
  fixture_execute (path,
                   "INSERT INTO correction (text_sha256, fact, value, made, is_undone)"
                   " SELECT text_sha256, 'title', 'Corrected ' || id, 1, 0 FROM article WHERE id % 3 = 0;"
                   "UPDATE article SET title = 'Corrected ' || id WHERE id % 3 = 0;"
                   "INSERT INTO decision (act, made, is_undone, kind, type, key, name, text_sha256)"
                   " SELECT id, 1, 0, 'dismiss', 'person', 'nobody', 'Nobody', NULL FROM article"
                   "  WHERE id < 20;");
  return path;
}

#define SUMMARY \
  "SELECT group_concat(line, ',') FROM (SELECT id || title || (removed_at IS NOT NULL)" \
  " || hex(text_sha256) || tl_unpack (json) AS line FROM article JOIN reading ON article_id = id ORDER BY id)"
#define DECISIONS \
  "SELECT (SELECT group_concat(kind || name || act) FROM decision) ||" \
  " (SELECT group_concat(value || hex(text_sha256)) FROM correction)"
#define UNCORRECTED "SELECT sum(n_figures) FROM article WHERE id % 3 != 0"

static void
assert_equal (const char *path,
              const char *other,
              const char *sql)
{
  g_autofree char *expected = fixture_query (path, sql);
  g_autofree char *found = fixture_query (other, sql);

  for (gsize i = 0; expected[i] != '\0'; i++)
    if (expected[i] != found[i])
      g_error ("“%.80s” is there, and not “%.80s”", found + i, expected + i);
  g_assert_cmpuint (strlen (found), ==, strlen (expected));
}

/* The counts are those of the figures that are there: what was corrected is read again, and
 * these texts say less than is claimed of them. */
static void
assert_pairs (const char *path)
{
  g_autofree char *counted =
    fixture_query (path, "SELECT count(*) FROM figure JOIN article ON id = article_id"
                         " WHERE charted AND removed_at IS NULL");
  g_autofree char *noted = fixture_query (path, "SELECT sum(n_figures) FROM pair");

  g_assert_cmpstr (noted, ==, counted);
}

/* Of what is whole, all is saved. */
static void
test_whole (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *to = g_build_filename (folder, "saved.sqlite", NULL);
  g_autofree char *text = NULL;
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;
  TlRescue rescue;

  g_assert_true (tl_rescue_run (path, to, &rescue, NULL, &error));
  g_assert_no_error (error);
  text = tl_rescue_describe (&rescue);
  g_assert_cmpstr (text, ==, "120 of 120 articles and 59 of 59 decisions saved");
  assert_equal (path, to, SUMMARY);
  assert_equal (path, to, DECISIONS);
  assert_equal (path, to, UNCORRECTED);
  assert_pairs (to);
  assert_equal (path, to, "SELECT count(*) FROM copy");
  assert_equal (path, to, "SELECT count(*) FROM search_words");
  library = fixture_open (to);
  fixture_check (library);
  fixture_check_index (to);
}

/* Whichever page is damaged: what is said to be saved is there, and only a part is lost. */
static void
test_damaged (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *to = g_build_filename (folder, "saved.sqlite", NULL);
  g_autofree char *data = NULL;
  guint n_saved = 0, n_refused = 0, n_pages = 0;
  gsize length;

  fixture_execute (path, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize start = 0; start < length; start += PAGE, n_pages++)
    {
      g_autofree char *damaged = g_memdup2 (data, length);
      g_autoptr(TlLibrary) library = NULL;
      g_autoptr(GError) error = NULL;
      TlRescue rescue;

      for (gsize i = MAX (start, 100); i < start + PAGE; i++)
        damaged[i] = (char) (i * 7919 >> 3);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      if (!tl_rescue_run (path, to, &rescue, NULL, &error))
        {
          g_test_message ("page %u: %s", n_pages + 1, error->message);
          n_refused++;
          continue;
        }
      g_test_message ("page %u: %u of %u, %u of %u", n_pages + 1, rescue.n_saved, rescue.n_articles,
                      rescue.n_decisions_saved, rescue.n_decisions);
      library = fixture_open (to);
      fixture_check (library);
      g_assert_cmpuint (rescue.n_saved, <=, rescue.n_articles);
      n_saved += rescue.n_saved;
    }

  /* Only of the first page, where SQLite looks for all others, does everything hang, and of the
   * inner page of the readings most. */
  g_assert_cmpuint (n_refused, <=, 1);
  g_assert_cmpuint (n_saved, >, n_pages * N_ARTICLES * 8 / 10);
}

static void
test_given_up (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = write_library (folder);
  g_autofree char *to = g_build_filename (folder, "saved.sqlite", NULL);
  g_autofree char *text = fixture_write (folder, "text.txt", "Trade was spoken of.\n", -1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  TlRescue rescue;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_rescue_run (path, to, &rescue, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (tl_rescue_run (text, to, &rescue, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (tl_rescue_run (path, path, &rescue, NULL, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE);
  g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rescue/whole", test_whole);
  g_test_add_func ("/rescue/damaged", test_damaged);
  g_test_add_func ("/rescue/given-up", test_given_up);

  return g_test_run ();
}
