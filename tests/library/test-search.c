/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found by what words, in which order, and where. */

#include <string.h>

#include "library-fixture.h"
#include "tl-search-words.h"
#include "tl-search.h"

typedef struct
{
  char       *folder;
  char       *path;
  TlLibrary  *library;
  TlDatabase *database;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.sqlite", NULL);
  fixture->library = fixture_open (fixture->path);
  fixture->database = tl_database_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_clear_pointer (&fixture->database, tl_database_unref);
  g_clear_object (&fixture->library);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static gint64
add_titled (Fixture    *fixture,
            const char *title,
            const char *text)
{
  g_autofree char *json =
    g_strdup_printf ("{ \"file\": null, \"title\": \"%s\", \"published\": null, \"url\": null,"
                     " \"language\": \"en\", \"publisher\": null, \"author\": null,"
                     " \"text\": \"%s\", \"figures\": [], \"entities\": [],"
                     " \"amounts\": [], \"dates\": [] }", title, text);
  g_autoptr(TlArticle) article = fixture_read (json);
  g_autoptr(GError) error = NULL;
  gint64 id = tl_library_add (fixture->library, article, &error);

  g_assert_no_error (error);
  return id;
}

/* "1 3": the hits, the best first. */
static char *
find (Fixture    *fixture,
      const char *words,
      guint       limit)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlSearchHits) hits = tl_search_run (fixture->database, query, limit, NULL, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tl_search_hits_get_ids (hits)->len; i++)
    {
      gint64 id = g_array_index (tl_search_hits_get_ids (hits), gint64, i);

      g_assert_true (tl_search_hits_contains (hits, id));
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", id);
    }
  g_assert_false (tl_search_hits_contains (hits, 4711));
  return g_string_free (ids, FALSE);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const texts[] = {
    /* 1 */ "Crème of the café trade\n\nPARIS, 3 May 2019. Exporters of Côte d’Ivoire met at the "
            "Élysée; the U.S. envoy was there, too.\n",
    /* 2 */ "Ёлки из Минска\n\nМИНСК, 4 декабря 2018. Экспорта ёлок стало больше, сказал Йозеф "
            "Майер. Весь район доволен.\n",
    /* 3 */ "中国贸易\n\n北京。中国与哈萨克斯坦的贸易增长了。\n",
    /* 4 */ "Große Straße\n\nBERLIN, 5 June 2020. Baden-Württemberg baut eine Straße für 1.181 "
            "Lastwagen nach Łódź.\n",
    /* 5 */ "Bridge stays shut\n\nNobody would say when the bridge is going to be opened. A trade "
            "fair was opened instead.\n",
  };
  static const struct
  {
    const char *words;
    const char *ids;
  } cases[] = {
    { "creme", "1" }, { "CRÈME", "1" }, { "cafe", "1" }, { "caf", "1" }, { "cote d'ivoire", "1" },
    { "ivoire", "1" }, { "elysee", "1" }, { "us", "1" }, { "U.S.", "1" }, { "envoys", "" },
    { "елки", "2" }, { "ЁЛОК", "2" }, { "экспорт", "2" }, { "маиер", "2" }, { "раи", "2" },
    { "йозеф майер", "2" }, { "минск", "2" },
    { "贸易", "3" }, { "中国", "3" }, { "国贸易", "3" }, { "易贸", "" }, { "斯", "3" },
    { "strasse", "4" }, { "STRASSE", "4" }, { "gross", "4" }, { "lodz", "4" }, { "wurttemberg", "4" },
    { "baden-württemberg", "4" }, { "württemberg-baden", "" }, { "1181", "4" }, { "1,181", "4" },
    { "118", "4" }, { "118 ", "" },
    { "the bridge", "5" }, { "\"the bridge is\"", "5" }, { "\"bridge the\"", "" },
    { "“bridge is going”", "5" }, { "\"bri\"", "" }, { "\"going to be ope", "5" },
    { "trade fair", "5" }, { "trade -fair", "1" }, { "trade -\"trade fair\"", "1" },
    { "bridge trade", "5" }, { "bridge -bridge", "" }, { "-trade", "" },
    { "cre café", "" }, { "café cre", "1" }, { "crem café", "1" }, { "nobody t", "5" }, { "nobody t ", "" }, { "x", "" }, { "", "" }, { " \t\n ", "" },
    { "nowhere", "" }, { "bridge nowhere", "" }, { "idge", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (fixture_add_text (fixture->library, texts[i]), ==, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (fixture, cases[i].words, 0);

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

/* Whatever is typed, there is no error, and a text with it is found. */
static void
test_any_query (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const pieces[] = {
    "\"", "*", "(", ")", " AND ", " OR ", " NOT ", "NEAR(", "{title}", ":", "^", "-", "+", " ", "'",
    ";", "--", "bridge", "title:", "“", "”", "\\", "%", "_", "\xff", "\xe2\x80", "é", "中", "1.1", "0",
    ",", ".", "a", "\n", "text : bridge", "\xf0\x9f\x98\x80",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (41);
  g_autoptr(GString) nest = g_string_new (NULL);
  g_autofree char *many = NULL;
  g_autofree char *literal = NULL;

  fixture_add_text (fixture->library, "Bridge AND river\n\nThe bridge NEAR the river is title: one (or two) of them.\n");
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GString) words = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (words, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_free (find (fixture, words->str, 0));
    }
  for (guint i = 0; i < 5000; i++)
    g_string_append (nest, i % 2 == 0 ? "river " : "-\"boat\" ");
  many = find (fixture, nest->str, 0);
  g_assert_cmpstr (many, ==, "1");
  literal = find (fixture, "title: (river) AND near* bridge:", 0);
  g_assert_cmpstr (literal, ==, "1");
}

/* Numbers and partners as figures have them, names as the world has them. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *words;
    const char *ids;
  } cases[] = {
    { "turnover kazakhstan 2014", "1" }, { "1.1 billion", "1" }, { "1.1 billion usd", "1" },
    { "turnover kz -419", "1" }, { "419 million usd", "2" }, { "\"kazakhstan 2016 419 million\"", "2" },
    { "minister of trade", "1" }, { "\"1.1 billion\" 2015", "" },
  };

  fixture_add_text (fixture->library, "ASTANA, 8 December 2016. In 2014 the trade between Belarus and Kazakhstan came to "
                "$1.1 billion, Minister of Trade Anna Verba said.\n");
  fixture_add_text (fixture->library, "ASTANA, 9 March 2017. Trade turnover between Belarus and Kazakhstan came to $419m in "
                "2016, the customs service said.\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find (fixture, cases[i].words, 0);

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_rank (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *all = NULL;
  g_autofree char *two = NULL;

  add_titled (fixture, "Farmers meet", "They spoke of rain, of hail, and once of copper.");
  add_titled (fixture, "Copper is dear", "Miners were glad to hear what traders pay for it now.");
  add_titled (fixture, "Miners meet", "They spoke of copper, of dear copper, and of copper again.");
  add_titled (fixture, "Bakers meet", "They spoke of bread.");
  all = find (fixture, "copper", 0);
  two = find (fixture, "copper", 2);
  g_assert_cmpstr (all, ==, "2 3 1");
  g_assert_cmpstr (two, ==, "2 3");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new ("bridge");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(TlSearchHits) hits = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *ids = NULL;

  fixture_add_text (fixture->library, "The bridge is open\n\nAt last, and nobody came.\n");
  g_cancellable_cancel (cancellable);
  hits = tl_search_run (fixture->database, query, 0, cancellable, &error);
  g_assert_null (hits);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ids = find (fixture, "bridge", 0);
  g_assert_cmpstr (ids, ==, "1");
}

static void
test_equal (void)
{
  static const struct
  {
    const char *words;
    const char *others;
    gboolean    is_equal;
  } cases[] = {
    { "Bridge", " bridge ", TRUE }, { "café", "CAFE", TRUE }, { "bridge", "bridges", FALSE },
    { "bridge", "\"bridge\"", FALSE }, { "bridge", "-bridge", FALSE }, { "", " x", TRUE },
    { "a b", "b a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSearchQuery) query = tl_search_query_new (cases[i].words);
      g_autoptr(TlSearchQuery) other = tl_search_query_new (cases[i].others);

      g_assert_cmpint (tl_search_query_equal (query, other), ==, cases[i].is_equal);
    }
}

/* ---- in context ---- */

/* With each hit in brackets. */
static char *
mark (const char   *text,
      const GArray *spans)
{
  GString *marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const TlSpan *span = &g_array_index (spans, TlSpan, i);

      g_string_append_len (marked, text + done, (gssize) (span->start - done));
      g_string_append_printf (marked, "[%.*s]", (int) (span->end - span->start), text + span->start);
      done = span->end;
    }
  g_string_append (marked, text + done);
  return g_string_free (marked, FALSE);
}

static void
test_in_text (void)
{
  static const struct
  {
    const char *words;
    const char *marked;
  } cases[] = {
    { "export", "Die [Exporte] nach Łódź: 1,181 Autos, und die [EXPORT]-Quote der Église" },
    { "lodz eglise", "Die Exporte nach [Łódź]: 1,181 Autos, und die EXPORT-Quote der [Église]" },
    { "\"nach lodz\"", "Die Exporte [nach Łódź]: 1,181 Autos, und die EXPORT-Quote der Église" },
    { "1181", "Die Exporte nach Łódź: [1,181] Autos, und die EXPORT-Quote der Église" },
    { "nothing", "Die Exporte nach Łódź: 1,181 Autos, und die EXPORT-Quote der Église" },
    { "autos -export", "Die Exporte nach Łódź: 1,181 [Autos], und die EXPORT-Quote der Église" },
    { "export-quote export", "Die [Exporte] nach Łódź: 1,181 Autos, und die [EXPORT-Quote] der Église" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = "Die Exporte nach Łódź: 1,181 Autos, und die EXPORT-Quote der Église";
      g_autoptr(TlSearchQuery) query = tl_search_query_new (cases[i].words);
      g_autoptr(GArray) spans = tl_search_query_find_in_text (query, text);
      g_autofree char *marked = mark (text, spans);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

#define TITLE "A bridge opens"
#define BODY \
  TITLE "\n\nNobody had expected it before the autumn.\n\n" \
  "Carriers complain of queues at the border, which cost them a day on every trip, and they are " \
  "glad of every new road. \"The bridge\n is twice as wide as the ferry,\" said Anna Verba, who " \
  "drives a lorry. The ferry, which is from another century, goes on for those who have time to " \
  "wait; it will be painted.\n"

static void
test_snippets (void)
{
  static const struct
  {
    const char *words;
    const char *snippet;
    const char *title;
  } cases[] = {
    { "bridge", "…every trip, and they are glad of every new road. \"The [bridge] is twice as wide as "
                "the ferry,\" said Anna Verba, who drives a lorry. The ferry, which is from…", "A [bridge] opens" },
    { "queues carriers", "[Carriers] complain of [queues] at the border, which cost them a day on every trip, "
                         "and they are glad of every new road. \"The bridge is twice as wide as the…", TITLE },
    { "painted", "…as the ferry,\" said Anna Verba, who drives a lorry. The ferry, which is from another "
                 "century, goes on for those who have time to wait; it will be [painted].", TITLE },
    { "nobody", "[Nobody] had expected it before the autumn.", TITLE },
    { "opens", "Nobody had expected it before the autumn.", "A bridge [opens]" },
    { "nothing", "Nobody had expected it before the autumn.", TITLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlSearchQuery) query = tl_search_query_new (cases[i].words);
      g_autoptr(TlSnippet) snippet = tl_snippet_new (query, TITLE, BODY);
      g_autofree char *marked = mark (snippet->text, snippet->marks);
      g_autofree char *title = mark (TITLE, snippet->title_marks);

      g_assert_cmpstr (marked, ==, cases[i].snippet);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpint (g_utf8_strlen (snippet->text, -1), <=, 160);
    }
}

/* Text without spaces and paragraphs without end are cut, too. */
static void
test_long_snippets (void)
{
  g_autoptr(GString) ideographs = g_string_new (NULL);
  g_autoptr(GString) letters = g_string_new (NULL);
  g_autoptr(TlSearchQuery) query = tl_search_query_new ("中国 aaaa");
  g_autoptr(TlSnippet) snippet = NULL, other = NULL;
  g_autofree char *marked = NULL;

  for (guint i = 0; i < 500; i++)
    {
      g_string_append (ideographs, i == 250 ? "中国" : "易");
      g_string_append_c (letters, 'a');
    }
  snippet = tl_snippet_new (query, "", ideographs->str);
  other = tl_snippet_new (query, "", letters->str);
  marked = mark (snippet->text, snippet->marks);
  g_assert_nonnull (strstr (marked, "易[中国]易"));
  g_assert_cmpint (g_utf8_strlen (snippet->text, -1), <=, 160);
  g_assert_cmpint (g_utf8_strlen (snippet->text, -1), >, 100);
  g_assert_cmpuint (other->marks->len, ==, 1);
}

static void
test_load_snippet (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new ("queues");
  g_autoptr(TlSnippet) snippet = NULL, missing = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = fixture_add_text (fixture->library, BODY);

  snippet = tl_search_load_snippet (fixture->database, query, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (snippet->marks->len, ==, 1);
  g_assert_true (g_str_has_prefix (BODY + snippet->place.start, "queues"));
  missing = tl_search_load_snippet (fixture->database, query, 4711, &error);
  g_assert_no_error (error);
  g_assert_null (missing);
}

#define ADD(path, test) g_test_add ("/search/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("words", test_words);
  ADD ("any-query", test_any_query);
  ADD ("figures", test_figures);
  ADD ("rank", test_rank);
  ADD ("cancelled", test_cancelled);
  g_test_add_func ("/search/equal", test_equal);
  g_test_add_func ("/search/in-text", test_in_text);
  g_test_add_func ("/search/snippets", test_snippets);
  g_test_add_func ("/search/long-snippets", test_long_snippets);
  ADD ("load-snippet", test_load_snippet);

  return g_test_run ();
}
