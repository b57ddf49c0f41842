/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"
#include "reading-checks.h"

#include <string.h>

#define BODY "The bridge over the river was opened on Monday, and many people came to see it."
#define MORE "It took four years to build, two more than the town had hoped for."

#define OWN(text)                                                                                   \
  "{\"file\": \"a.txt\", \"title\": \"A Bridge\", \"published\": \"2019-04-01\", \"url\": null, \"language\": \"en\", " \
  "\"publisher\": \"The River Post\", \"author\": \"Jane Roe\", "                                    \
  "\"provenance\": {\"title\": \"opengraph\", \"author\": \"person\", \"published\": \"text\"}, " text "\"figures\": [], \"entities\": []}"

#define SCHEMA                                                                                      \
  "{\"@context\": \"https://schema.org\", \"@type\": [\"Thing\", \"NewsArticle\"], \"headline\": \"A &amp; B\", " \
  "\"datePublished\": \"2019-04-01T23:30:00-05:00\", \"dateModified\": \"2021-01-01\", "              \
  "\"author\": [{\"@type\": \"Person\", \"name\": \"Jane Roe\"}, \"Karl Lund\"], "                   \
  "\"publisher\": {\"@type\": \"Organization\", \"name\": \"The River Post\"}, "                      \
  "\"mainEntityOfPage\": {\"@id\": \"https://post.example/1\"}, \"inLanguage\": \"en-GB\", "          \
  "\"articleBody\": \"" BODY "\\n\\n" MORE "\"}"

typedef struct
{
  const char  *data;
  const char  *part;
  const char  *title;
  const char  *publisher;
  const char  *author;
  const char  *url;
  const char  *published;
  const char  *text;
  TlProvenance provenance;
} Case;

static const Case cases[] = {
  { OWN ("\"text\": \"A Bridge\\n\\n" BODY "\", \"story\": 10, "), NULL, "A Bridge", "The River Post", "Jane Roe", NULL, "2019-04-01",
    "A Bridge\n\n" BODY, TL_PROVENANCE_OPENGRAPH },
  { SCHEMA, NULL, "A & B", "The River Post", "Jane Roe, Karl Lund", "https://post.example/1", "2019-04-01", BODY "\n\n" MORE,
    TL_PROVENANCE_JSON_LD },
  { "[\n" SCHEMA "\n]", NULL, "A & B", "The River Post", "Jane Roe, Karl Lund", "https://post.example/1", "2019-04-01",
    BODY "\n\n" MORE, TL_PROVENANCE_JSON_LD },
  { "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, " SCHEMA "]}", "2",
    "A & B", "The River Post", "Jane Roe, Karl Lund", "https://post.example/1", "2019-04-01", BODY "\n\n" MORE,
    TL_PROVENANCE_JSON_LD },
  { "{\"@type\": \"http://schema.org/ReportageNewsArticle\", \"name\": \"Teaser\", \"url\": \"https://post.example/2\", "
    "\"description\": \"<p>Just a teaser</p>\", \"author\": \"admin\"}", NULL, "Teaser", NULL, NULL, "https://post.example/2", NULL,
    "Just a teaser", TL_PROVENANCE_JSON_LD },
  { "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The River Post\", \"home_page_url\": \"https://post.example/\", "
    "\"items\": [{\"id\": \"1\", \"url\": \"/1\", \"title\": \"A Bridge\", \"content_html\": \"<p>" BODY "</p><p>" MORE "</p>\", "
    "\"date_published\": \"2019-04-01T00:00:00Z\", \"authors\": [{\"name\": \"Jane Roe\"}]}]}", "1",
    "A Bridge", "The River Post", "Jane Roe", "https://post.example/1", "2019-04-01", BODY "\n\n" MORE, TL_PROVENANCE_ENTRY },
};

static void
test_article (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_document (cases[i].data, -1);

      g_assert_cmpstr (tl_document_get_part (document), ==, cases[i].part);
      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_publisher (document), ==, cases[i].publisher);
      g_assert_cmpstr (tl_document_get_author (document), ==, cases[i].author);
      g_assert_cmpstr (tl_document_get_url (document), ==, cases[i].url);
      g_assert_cmpstr (tl_document_get_published (document), ==, cases[i].published);
      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_TITLE), ==, cases[i].provenance);
    }
}

static void
test_story (void)
{
  g_autoptr(TlDocument) document = read_document (cases[0].data, -1);

  g_assert_cmpuint (tl_document_get_story (document), ==, strlen ("A Bridge\n\n"));
}

/* One a line, as they are exported, with what could not be read then and can't now. */
static void
test_lines (void)
{
  static const char lines[] =
    OWN ("\"text\": \"" BODY "\", ") "\n{\"file\": \"b\", \"error\": \"The file is empty\"}\n{\"colour\": \"blue\"}\n"
    "{\"text\": broken}\n" OWN ("") "\n" SCHEMA "\n";
  static const char expected[] =
    "1: A Bridge\n2! It could not be read when it was exported: The file is empty\n3! The data describe no article\n"
    "4! The file is damaged: its data in JSON are broken\n"
    "5! The article's text is not among its data; export it with its text\n6: A & B\n";
  g_autoptr(Reading) bytes = reading_new_for_bytes ("a.jsonl", lines, strlen (lines));
  g_autoptr(Reading) file = reading_new_for_file ("a.jsonl", lines, strlen (lines));

  g_assert_no_error (bytes->error);
  g_assert_cmpstr (bytes->lines->str, ==, expected);
  g_assert_no_error (file->error);
  g_assert_cmpstr (file->lines->str, ==, expected);
}

/* Larger than what is read of one document, and than a piece of it. */
static void
test_large (void)
{
  GString *lines = g_string_new ("[");
  g_autofree char *filler = g_strnfill (100000, 'x');
  g_autoptr(Reading) reading = NULL;
  guint n = 0;

  for (; lines->len < TL_DOCUMENT_MAX_SIZE + 1000000; n++)
    g_string_append_printf (lines, "%s{\"text\": \"Text with \\\" and } in it\", \"filler\": \"%s\"}\n", n > 0 ? "," : "", filler);
  g_string_append_c (lines, ']');
  reading = reading_new_for_file ("a.json", lines->str, lines->len);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, n);
  g_assert_cmpfloat (reading->progress, >, 0.9);
  g_string_free (lines, TRUE);
}

static void
test_wide (void)
{
  gsize length;
  g_autofree char *wide = g_convert (SCHEMA "\n" SCHEMA, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr(Reading) reading = reading_new_for_file ("a.json", wide, length);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->lines->str, ==, "1: A & B\n2: A & B\n");
}

static void
test_broken (void)
{
  GString *deep = g_string_new ("{\"text\": ");

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  assert_unreadable (deep->str, (gssize) deep->len, TL_DOCUMENT_ERROR_BROKEN);
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, '}');
  assert_unreadable (deep->str, (gssize) deep->len, TL_DOCUMENT_ERROR_BROKEN);
  g_string_free (deep, TRUE);

  assert_unreadable ("{\"text\": \"cut", -1, TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable ("{\"a\": 1}", -1, TL_DOCUMENT_ERROR_NOT_TEXT);
  assert_unreadable ("[\"a\", \"b\"]", -1, TL_DOCUMENT_ERROR_NOT_TEXT);
  assert_unreadable (OWN (""), -1, TL_DOCUMENT_ERROR_EMPTY);
  assert_unreadable ("{\"@type\": \"NewsArticle\", \"headline\": \"No text\"}", -1, TL_DOCUMENT_ERROR_EMPTY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_survives_cut (cases[i].data, strlen (cases[i].data), 1);
      assert_survives_rot (cases[i].data, strlen (cases[i].data), 50);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-reader/article", test_article);
  g_test_add_func ("/json-reader/story", test_story);
  g_test_add_func ("/json-reader/lines", test_lines);
  g_test_add_func ("/json-reader/large", test_large);
  g_test_add_func ("/json-reader/wide", test_wide);
  g_test_add_func ("/json-reader/broken", test_broken);
  return g_test_run ();
}
