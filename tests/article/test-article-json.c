/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The JSON of an article: what it says, where its offsets point, and that it comes back.
 */

#include "tl-article.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "tl-json.h"
#include "tl-offsets.h"

/* Letters of one to four bytes stand before every name and number. */
static const char mixed[] =
  "Сделка года 🚢: Café Ñandú grows\n\n"
  "ACCRA, 5 March 2019 (GNA) – 🚢🚢 Trade between Ghana and Togo reached about $210 million in 2018, Kwame "
  "Mensah, Minister of Trade of Ghana, told the “Žofín” forum – 12% more than in 2017. “We could reach €1 billion "
  "by 2025,” Mensah said.\n\n"
  "Tab\there, \"quotes\", back\\slash; exports to Togo were worth ¥3–4 billion in the first quarter of 2018.\n";

static TlArticle *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;

  document = tl_document_new_from_data ("a.txt", (const guint8 *) text, strlen (text), &error);
  g_assert_no_error (error);
  return tl_article_read (document, TL_DATE_NONE);
}

static char *
to_json (TlArticle  *article,
         const char *file)
{
  GString *json = g_string_new (NULL);

  tl_article_append_json (article, file, TL_JSON_WITH_TEXT, json);
  return g_string_free (json, FALSE);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

/* ---- what it says ---- */

/* Every object with an offset: its words stand there in the text. */
static void
check_offsets (JsonObject *object,
               const char *text,
               guint      *n_checked)
{
  g_autoptr(GList) members = json_object_get_members (object);

  if (json_object_has_member (object, "offset"))
    {
      const char *words = json_object_get_string_member_with_default (object, "quote", NULL);
      glong offset = (glong) json_object_get_int_member (object, "offset");
      glong length = (glong) json_object_get_int_member (object, "length");
      g_autofree char *found = g_utf8_substring (text, offset, offset + length);

      if (words == NULL)
        words = json_object_get_string_member (object, "text");
      g_assert_cmpstr (found, ==, words);
      (*n_checked)++;
    }
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
          check_offsets (json_array_get_object_element (array, i), text, n_checked);
    }
}

static void
test_offsets_in_json (void)
{
  g_autoptr(TlArticle) article = read_text (mixed);
  g_autofree char *json = to_json (article, "a.txt");
  g_autoptr(JsonNode) root = parse (json);
  guint n_checked = 0;

  g_assert_null (strchr (json, '\n'));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "text"), ==, mixed);
  check_offsets (json_node_get_object (root), mixed, &n_checked);
  g_assert_cmpuint (n_checked, >=, 8);
}

static void
test_fields (void)
{
  static const char *const keys[] = { "file", "title", "published", "url", "language", "publisher", "author",
                                      "provenance", "figures", "entities", "amounts", "dates" };
  g_autoptr(TlArticle) article = read_text (mixed);
  g_autoptr(GString) json = g_string_new (NULL);
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;

  tl_article_append_json (article, "folder/a \"b\".txt", TL_JSON_PLAIN, json);
  root = parse (json->str);
  object = json_node_get_object (root);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (json_object_has_member (object, keys[i]));
  g_assert_false (json_object_has_member (object, "text"));
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "folder/a \"b\".txt");
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Сделка года 🚢: Café Ñandú grows");
  g_assert_cmpstr (json_object_get_string_member (object, "published"), ==, "2019-03-05");
  g_assert_cmpstr (json_object_get_string_member (object, "publisher"), ==, "GNA");
  g_assert_true (json_object_get_null_member (object, "url"));
  g_assert_true (json_object_get_null_member (object, "author"));
}

/* ---- there and back ---- */

/* An article of every figure field that there is, whatever the readers would find. */
static const char by_hand[] =
  "{\"file\": \"file:///a.txt\", \"part\": \"b/c.txt\", \"title\": null, \"published\": \"2017-11\", \"url\": \"https://a.example/b\", "
  "\"language\": \"en\", \"publisher\": \"Ünion\", \"author\": \"A \\\"B\\\" C\", "
  "\"provenance\": {\"publisher\": \"json-ld\", \"author\": \"person\"}, "
  "\"text\": \"ж🚢 Trade was $1.5–2 billion.\\tIt fell 30%.\\nIt grew. It grew.\", \"story\": 3, \"figures\": ["
  "{\"quote\": \"$1.5–2 billion\", \"sentence\": \"ж🚢 Trade was $1.5–2 billion.\", \"offset\": 13, \"length\": 14, "
  "\"flow\": \"turnover\", \"partners\": [\"BY\", \"KZ\"], \"scope\": \"national\", \"start\": \"2017-01\", "
  "\"end\": \"2017-09\", \"value\": 1500000000, \"high\": 2000000000, \"currency\": \"USD\", "
  "\"precision\": \"about\", \"status\": \"reported\", \"change\": null, \"change_against\": null, "
  "\"speaker\": \"Žofia Ł\"}, "
  "{\"quote\": \"30%\", \"sentence\": \"It fell 30%.\", \"offset\": 37, \"length\": 3, "
  "\"flow\": \"exports\", \"partners\": [\"EU\", \"BY-BR\"], \"scope\": \"regional\", \"start\": null, "
  "\"end\": null, \"value\": null, \"high\": null, \"currency\": null, "
  "\"precision\": \"below\", \"status\": \"target\", \"change\": -30.25, \"change_against\": \"2015\", "
  "\"speaker\": null}, "
  "{\"quote\": \"grew\", \"sentence\": \"It grew.\", \"offset\": 54, \"length\": 4, "
  "\"flow\": \"balance\", \"partners\": [\"KZ\", \"BY\"], \"scope\": \"sector\", \"start\": \"1986-01\", "
  "\"end\": \"1986-12\", \"value\": 0.000001, \"high\": 20000000000000000000000.0, \"currency\": null, "
  "\"precision\": \"above\", \"status\": \"potential\", \"change\": \"up\", \"change_against\": \"previous-period\", "
  "\"speaker\": null}], \"entities\": ["
  "{\"name\": \"ж\", \"type\": \"place\", \"role\": null, "
  "\"code\": \"KZ\", \"geonames_id\": 1519422, \"mentions\": [{\"text\": \"ж\", \"offset\": 0, "
  "\"length\": 1}, {\"text\": \"It\", \"offset\": 51, \"length\": 2}]}, "
  "{\"name\": \"Nobody\", \"type\": \"person\", \"role\": \"Minister\", \"mentions\": []}], \"amounts\": ["
  "{\"text\": \"$1.5–2 billion\", \"offset\": 13, \"length\": 14, \"value\": 1500000000, \"high\": 2000000000, "
  "\"currency\": \"USD\", \"precision\": \"exact\"}], \"dates\": ["
  "{\"text\": \"It\", \"offset\": 29, \"length\": 2, \"start\": \"2017-01-01\", \"end\": \"2017-09-30\"}, "
  "{\"text\": \"It\", \"offset\": 42, \"length\": 2, \"start\": null, \"end\": null}]}";

static void
assert_comes_back (const char *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_new_from_json (json, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = to_json (article, tl_article_get_uri (article));
  g_assert_cmpstr (again, ==, json);
  g_assert_finalize_object (g_steal_pointer (&article));
}

static void
test_by_hand (void)
{
  g_autoptr(TlArticle) article = tl_article_new_from_json (by_hand, NULL);
  TlFigure *figure;

  assert_comes_back (by_hand);

  figure = g_ptr_array_index (tl_article_get_figures (article), 2);
  g_assert_cmpint (tl_figure_get_data (figure)->change_kind, ==, TL_CHANGE_UP);
  g_assert_cmpint (tl_figure_get_data (figure)->change_against, ==, TL_AGAINST_PREVIOUS_PERIOD);
  /* The second "It grew." is meant: its quote stands in it. */
  g_assert_cmpstr (tl_article_get_text (article) + tl_figure_get_data (figure)->sentence.start, ==, "It grew.");
  figure = g_ptr_array_index (tl_article_get_figures (article), 1);
  g_assert_true (isnan (tl_figure_get_data (figure)->value));
  g_assert_cmpint (tl_figure_get_data (figure)->change_against, ==, 2015);
}

static void
test_stories (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(TlArticle) article = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *json = NULL;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      article = tl_article_load (file, TL_DATE_NONE, NULL, &error);
      g_assert_no_error (error);
      json = to_json (article, name);
      assert_comes_back (json);
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
}

static void
test_mixed (void)
{
  g_autoptr(TlArticle) article = read_text (mixed);
  g_autofree char *json = to_json (article, "a.txt");

  g_assert_cmpuint (tl_article_get_figures (article)->len, >, 0);
  assert_comes_back (json);
}

static void
test_large_numbers (void)
{
  static const struct
  {
    double      value;
    const char *json;
  } cases[] = {
    { 419100000, "419100000" },
    { 419.1 * 1e6, "419100000" },
    { 0, "0" },
    { -0.0, "0" },
    { 0.1 + 0.2, "0.3" },
    { 1e21, "1000000000000000000000.0" },
    { 2.5e-9, "0.0000000025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlArticle) article = tl_article_new_from_json (by_hand, NULL);
      g_autofree char *expected = g_strdup_printf ("\"value\": %s, \"high\": null", cases[i].json);
      g_autofree char *json = NULL;
      TlAmount *amount = &g_array_index (tl_article_get_amounts (article), TlAmount, 0);

      amount->value = cases[i].value;
      amount->high = NAN;
      json = to_json (article, NULL);
      g_assert_nonnull (strstr (json, expected));
    }
}

/* ---- what anybody may have changed ---- */

static void
test_broken (void)
{
  static const char *const cases[] = {
    "", "{", "null", "[]", "42", "{}", "{\"text\": 5}", "{\"text\": null}", "{\"text\": \"a\"",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"text\": \"\\ud800\"}",
  };
  g_autofree char *deep = g_strnfill (2000000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TlArticle) article = tl_article_new_from_json (cases[i], &error);

      if (article == NULL)
        g_assert_error (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON);
      else
        g_assert_true (g_str_has_suffix (cases[i], "ud800\"}"));
    }
  g_assert_null (tl_article_new_from_json (deep, NULL));
}

/* Wrong kinds and places far outside count as unknown; the rest is kept. */
static void
test_twisted (void)
{
  static const char json[] =
    "{\"text\": \"Trade grew.\", \"title\": 7, \"published\": \"yesterday\", \"figures\": [5, null, {}, "
    "{\"quote\": \"grew\", \"sentence\": \"elsewhere\", \"offset\": 4000000000, \"length\": 4000000000, "
    "\"partners\": [1, {}], \"flow\": \"sideways\", \"value\": \"much\", \"currency\": \"DOLLARS\"}], "
    "\"entities\": {\"name\": 1}, \"amounts\": [{\"offset\": -5, \"length\": 1e300}], \"dates\": [[]]}";
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_new_from_json (json, &error);
  TlFigure *figure;

  g_assert_no_error (error);
  g_assert_null (tl_article_get_title (article));
  g_assert_false (tl_date_is_set (tl_article_get_published (article)));
  g_assert_cmpuint (tl_article_get_figures (article)->len, ==, 1);
  figure = g_ptr_array_index (tl_article_get_figures (article), 0);
  g_assert_cmpuint (tl_figure_get_data (figure)->quote.end, <=, strlen ("Trade grew."));
  g_assert_true (isnan (tl_figure_get_data (figure)->value));
  g_assert_cmpuint (tl_article_get_entities (article)->len, ==, 0);
}

/* Cut short or with any byte changed, it is an article or a message. */
static void
test_any_change (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (419);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *json = g_strdup (by_hand);
      g_autoptr(TlArticle) article = NULL;
      g_autoptr(GError) error = NULL;

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        json[g_rand_int_range (random, 0, sizeof by_hand - 1)] = "{}[]\",:0x9e\\"[g_rand_int_range (random, 0, 12)];
      if (g_rand_int_range (random, 0, 4) == 0)
        json[g_rand_int_range (random, 0, sizeof by_hand - 1)] = '\0';
      article = tl_article_new_from_json (json, &error);
      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        {
          g_autofree char *again = to_json (article, NULL);

          g_assert_nonnull (again);
        }
    }
}

/* ---- offsets ---- */

static void
test_offsets (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TlOffsets) offsets = NULL;
  glong n_chars;

  for (guint i = 0; i < 400; i++)
    g_string_append (text, i % 7 == 0 ? "🚢" : i % 5 == 0 ? "–" : i % 3 == 0 ? "ж" : "a");
  offsets = tl_offsets_new (text->str, text->len);
  n_chars = g_utf8_strlen (text->str, -1);
  for (glong i = 0; i <= n_chars; i++)
    {
      gsize byte = (gsize) (g_utf8_offset_to_pointer (text->str, i) - text->str);

      g_assert_cmpuint (tl_offsets_to_bytes (offsets, (guint) i), ==, byte);
      g_assert_cmpuint (tl_offsets_to_chars (offsets, byte), ==, (guint) i);
    }
  g_assert_cmpuint (tl_offsets_to_bytes (offsets, G_MAXUINT), ==, text->len);
  g_assert_cmpuint (tl_offsets_to_chars (offsets, G_MAXSIZE), ==, (guint) n_chars);
}

static void
test_empty_offsets (void)
{
  g_autoptr(TlOffsets) offsets = tl_offsets_new ("", 0);

  g_assert_cmpuint (tl_offsets_to_bytes (offsets, 5), ==, 0);
  g_assert_cmpuint (tl_offsets_to_chars (offsets, 5), ==, 0);
}

static void
test_strings (void)
{
  static const char *const cases[] = { "", "a", "\"", "\\", "a\"b\\c", "\x01\x1f\b\f\r\n\t", "ж🚢", "\x7f" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) json = g_string_new (NULL);
      g_autoptr(JsonNode) node = NULL;

      tl_json_append_string (json, cases[i]);
      node = parse (json->str);
      g_assert_cmpstr (json_node_get_string (node), ==, cases[i]);
    }
}

/* Several bytes are looked at in one go: each has to be seen at each place. */
static void
test_places (void)
{
  for (char byte = 1; byte < 0x7f; byte++)
    for (guint place = 0; place < 20; place++)
      {
        g_autofree char *string = g_strnfill (20, 'a');
        g_autoptr(GString) json = g_string_new (NULL);
        g_autoptr(JsonNode) node = NULL;

        string[place] = byte;
        tl_json_append_string (json, string);
        node = parse (json->str);
        g_assert_cmpstr (json_node_get_string (node), ==, string);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/article-json/offsets", test_offsets_in_json);
  g_test_add_func ("/article-json/fields", test_fields);
  g_test_add_func ("/article-json/by-hand", test_by_hand);
  g_test_add_func ("/article-json/stories", test_stories);
  g_test_add_func ("/article-json/mixed", test_mixed);
  g_test_add_func ("/article-json/large-numbers", test_large_numbers);
  g_test_add_func ("/article-json/broken", test_broken);
  g_test_add_func ("/article-json/twisted", test_twisted);
  g_test_add_func ("/article-json/any-change", test_any_change);
  g_test_add_func ("/offsets/every", test_offsets);
  g_test_add_func ("/offsets/empty", test_empty_offsets);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/places", test_places);

  return g_test_run ();
}
