/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's collection: what is put in is there again, in order, once, and can be taken
 * out and put back. */

#include <glib/gstdio.h>

#include "library-fixture.h"
#include "tl-article-item.h"

#define TURNOVER_2018 \
  "{ \"quote\": \"€1.3 billion\", \"sentence\": \"Trade stood at €1.3 billion.\"," \
  "  \"offset\": 0, \"length\": 12, \"flow\": \"turnover\", \"partners\": [\"RS\", \"SI\"]," \
  "  \"scope\": \"national\", \"start\": \"2018-01\", \"end\": \"2018-12\"," \
  "  \"value\": 1300000000, \"high\": null, \"currency\": \"EUR\", \"precision\": \"exact\"," \
  "  \"status\": \"reported\", \"change\": null, \"change_against\": null, \"speaker\": null }"

static char *
list_titles (TlLibrary *library)
{
  GListModel *articles = tl_library_get_articles (library);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", tl_article_item_get_title (item));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (TlLibrary  *library,
               const char *expected)
{
  g_autofree char *titles = list_titles (library);

  g_assert_cmpstr (titles, ==, expected);
}

static gint64
add (TlLibrary  *library,
     const char *title,
     const char *published,
     const char *figures)
{
  g_autoptr(TlArticle) article = fixture_article (title, published, figures);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (library, article, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
count_cb (TlLibrary *library G_GNUC_UNUSED,
          guint     *count)
{
  (*count)++;
}

static void
test_new (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "not", "there", "yet", "library.sqlite", NULL);
  TlLibrary *library = fixture_open (path);
  g_autoptr(GArray) pairs = tl_library_get_pairs (library);
  g_autoptr(GPtrArray) reports = tl_library_get_reports (library, "RS", "SI");

  g_assert_cmpstr (tl_library_get_path (library), ==, path);
  g_assert_cmpuint (tl_library_get_n_articles (library), ==, 0);
  g_assert_cmpuint (pairs->len, ==, 0);
  g_assert_cmpuint (reports->len, ==, 0);
  fixture_check (library);
  g_assert_finalize_object (library);
}

/* Whatever the umask is: nobody else is to read what somebody collects. */
static void
test_private (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  mode_t before = umask (0);
  g_autoptr(TlLibrary) library = fixture_open (path);
  GStatBuf info;

  umask (before);
  add (library, "A", "2020-01-01", "");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_default_path (void)
{
  g_autofree char *path = tl_library_dup_default_path ();
  g_autoptr(TlLibrary) library = fixture_open (NULL);

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_cmpstr (tl_library_get_path (library), ==, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_order (void)
{
  static const struct
  {
    const char *title;
    const char *published;
    const char *titles;
  } cases[] = {
    { "b", "2018-05-02", "b" },
    { "undated", NULL, "b undated" },
    { "c", "2019", "c b undated" },
    { "a", "2018-05", "c b a undated" },
    { "same-day", "2018-05-02", "c b same-day a undated" },
    { "undated-too", NULL, "c b same-day a undated undated-too" },
    { "newest", "2026-11-22", "newest c b same-day a undated undated-too" },
  };
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  TlLibrary *library = fixture_open (path);
  guint n_changed = 0;

  g_signal_connect (library, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add (library, cases[i].title, cases[i].published, NULL);
      assert_titles (library, cases[i].titles);
      g_assert_cmpuint (n_changed, ==, i + 1);
    }
  fixture_check (library);
  g_assert_finalize_object (library);

  library = fixture_open (path);
  assert_titles (library, cases[G_N_ELEMENTS (cases) - 1].titles);
  fixture_check (library);
  g_assert_finalize_object (library);
}

static void
test_row (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autoptr(TlArticleItem) item = NULL;
  gint64 id = add (library, "record", "2020-12-03", TURNOVER_2018);
  gint64 bound_id;
  guint n_figures;

  item = g_list_model_get_item (tl_library_get_articles (library), 0);
  g_object_get (item, "id", &bound_id, "title", &title, "subtitle", &subtitle,
                "n-figures", &n_figures, NULL);
  g_assert_cmpint (bound_id, ==, id);
  g_assert_cmpstr (title, ==, "record");
  g_assert_cmpstr (subtitle, ==, "Adria Press · 3 December 2020");
  g_assert_cmpuint (n_figures, ==, 1);
  g_assert_cmpstr (tl_article_item_get_publisher (item), ==, "Adria Press");
}

static void
test_row_subtitles (void)
{
  static const struct
  {
    const char *publisher;
    TlDate      published;
    const char *subtitle;
  } cases[] = {
    { "Adria Press", { 2020, 12, 3 }, "Adria Press · 3 December 2020" },
    { "Adria Press", { 2020, 12, 0 }, "Adria Press · December 2020" },
    { NULL, { 2020, 0, 0 }, "2020" },
    { "Adria Press", { 0, 0, 0 }, "Adria Press" },
    { NULL, { 0, 0, 0 }, "No date" },
    { "", { 2020, 13, 41 }, "No date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlArticleItem *item = tl_article_item_new (1, NULL, cases[i].publisher,
                                                 cases[i].published, 0);
      g_autofree char *subtitle = NULL;

      g_object_get (item, "subtitle", &subtitle, NULL);
      g_assert_cmpstr (subtitle, ==, cases[i].subtitle);
      g_assert_finalize_object (item);
    }
}

static void
test_load (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = add (library, "record", "2020-12-03", TURNOVER_2018);

  g_clear_object (&library);
  library = fixture_open (path);
  article = tl_library_load_article (library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_article_get_uri (article), ==, "file:///articles/record.txt");
  g_assert_cmpstr (tl_article_get_title (article), ==, "record");
  g_assert_cmpstr (tl_article_get_url (article), ==, "https://example.org/record");
  g_assert_cmpstr (tl_article_get_publisher (article), ==, "Adria Press");
  g_assert_cmpint (tl_date_compare (tl_article_get_published (article),
                                    (TlDate) { 2020, 12, 3 }), ==, 0);
  g_assert_cmpstr (tl_article_get_text (article), ==,
                   "record\n\nTrade was spoken of, and this is all there is.\n");
  g_assert_cmpuint (tl_article_get_figures (article)->len, ==, 1);

  g_assert_null (tl_library_load_article (library, id + 1, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
}

static void
test_duplicate (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(TlArticle) article = fixture_article ("record", "2020-12-03", NULL);
  g_autoptr(GError) error = NULL;
  guint n_changed = 0;

  add (library, "record", "2020-12-03", TURNOVER_2018);
  g_signal_connect (library, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_cmpint (tl_library_add (library, article, &error), ==, 0);
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "“record”"));
  g_assert_cmpuint (n_changed, ==, 0);
  assert_titles (library, "record");
  fixture_check (library);
}

static void
assert_n_reported (TlLibrary *library,
                   guint      n_figures)
{
  g_autoptr(GArray) pairs = tl_library_get_pairs (library);
  g_autoptr(GPtrArray) reports = tl_library_get_reports (library, "SI", "RS");

  g_assert_cmpuint (reports->len, ==, n_figures);
  g_assert_cmpuint (pairs->len, ==, n_figures > 0);
  if (pairs->len > 0)
    g_assert_cmpuint (g_array_index (pairs, TlPair, 0).n_figures, ==, n_figures);
}

static void
test_remove_and_restore (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  gint64 first = add (library, "first", "2020-12-03", TURNOVER_2018 "," TURNOVER_2018);
  gint64 second = add (library, "second", "2021-12-03", TURNOVER_2018);
  guint n_changed = 0;

  g_signal_connect (library, "changed", G_CALLBACK (count_cb), &n_changed);
  assert_n_reported (library, 3);

  g_assert_true (tl_library_remove (library, first, &error));
  assert_titles (library, "second");
  assert_n_reported (library, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  fixture_check (library);

  g_assert_false (tl_library_remove (library, first, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (tl_library_remove (library, second, &error));
  assert_n_reported (library, 0);

  /* A removal can be undone after a restart too. */
  g_clear_object (&library);
  library = fixture_open (path);
  assert_titles (library, "");
  g_assert_true (tl_library_restore (library, first, &error));
  assert_titles (library, "first");
  assert_n_reported (library, 2);
  g_assert_true (tl_library_restore (library, second, &error));
  assert_titles (library, "second first");
  assert_n_reported (library, 3);

  /* Undoing twice is no error, and counts once. */
  g_assert_true (tl_library_restore (library, second, &error));
  assert_titles (library, "second first");
  assert_n_reported (library, 3);
  g_assert_false (tl_library_restore (library, 12345, &error));
  g_assert_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING);
  fixture_check (library);
}

static void
test_add_removed (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  gint64 id = add (library, "record", "2020-12-03", TURNOVER_2018);

  g_assert_true (tl_library_remove (library, id, &error));
  g_assert_cmpint (add (library, "record", "2020-12-03", TURNOVER_2018), ==, id);
  assert_titles (library, "record");
  assert_n_reported (library, 1);
  fixture_check (library);
}

static void
test_purge (void)
{
  g_autoptr(FixtureFolder) folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr(TlLibrary) library = fixture_open (path);
  g_autoptr(GError) error = NULL;
  g_autofree char *n_figures = NULL;
  gint64 old = add (library, "old", "2020-12-03", TURNOVER_2018);
  gint64 recent = add (library, "recent", "2020-12-04", TURNOVER_2018);

  add (library, "there", "2020-12-05", TURNOVER_2018);
  g_assert_true (tl_library_remove (library, old, &error));
  g_assert_true (tl_library_remove (library, recent, &error));
  g_clear_object (&library);

  /* Removed two days ago. */
  fixture_execute (path, "UPDATE article SET removed_at = removed_at - 172800 WHERE title = 'old'");
  library = fixture_open (path);
  g_assert_false (tl_library_restore (library, old, &error));
  g_clear_error (&error);
  g_assert_true (tl_library_restore (library, recent, &error));
  assert_titles (library, "there recent");
  assert_n_reported (library, 2);
  n_figures = fixture_query (path, "SELECT count(*) FROM figure");
  g_assert_cmpstr (n_figures, ==, "2");
  fixture_check (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/new", test_new);
  g_test_add_func ("/library/private", test_private);
  g_test_add_func ("/library/default-path", test_default_path);
  g_test_add_func ("/library/order", test_order);
  g_test_add_func ("/library/row", test_row);
  g_test_add_func ("/library/row-subtitles", test_row_subtitles);
  g_test_add_func ("/library/load", test_load);
  g_test_add_func ("/library/duplicate", test_duplicate);
  g_test_add_func ("/library/remove-and-restore", test_remove_and_restore);
  g_test_add_func ("/library/add-removed", test_add_removed);
  g_test_add_func ("/library/purge", test_purge);

  return g_test_run ();
}
