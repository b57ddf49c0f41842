/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an article keeps of its document, and what it finds in it.
 */

#include "tl-article.h"

#include "tl-document-private.h"

#include <glib/gstdio.h>
#include <string.h>

static TlArticle *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;

  document = tl_document_new_from_data ("a.txt", (const guint8 *) text, strlen (text), &error);
  g_assert_no_error (error);
  return tl_article_read (document, TL_DATE_NONE);
}

/* A file's day stands in where the text tells none, or one that can't be. */
static void
test_published_outside (void)
{
  static const struct
  {
    const char   *text;
    const char   *given;
    TlProvenance  provenance;
    const char   *published;
    TlProvenance  found;
  } cases[] = {
    { "By Ama Mensah\n7 March 2024\n\n", "2024-03-20", TL_PROVENANCE_PROPERTIES, "2024-03-07", TL_PROVENANCE_TEXT },
    { "By Ama Mensah\n7 March 2024\n\n", "2024-03-20", TL_PROVENANCE_HEADER, "2024-03-07", TL_PROVENANCE_TEXT },
    { "By Ama Mensah\n7 March 2024\n\n", "2024-03-01", TL_PROVENANCE_HEADER, "2024-03-01", TL_PROVENANCE_HEADER },
    { "By Ama Mensah\n7 March 2024\n\n", "2024-03-20", TL_PROVENANCE_META, "2024-03-20", TL_PROVENANCE_META },
    { "", "2024-03-20", TL_PROVENANCE_PROPERTIES, "2024-03-20", TL_PROVENANCE_PROPERTIES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlDocumentFields) fields = { NULL };
      g_autoptr(TlDocument) document = NULL;
      g_autoptr(TlArticle) article = NULL;
      g_autofree char *published = NULL;

      fields.text = g_strdup_printf ("Ghana buys more shea butter\n\n%s"
                                     "Trade between Ghana and Togo grew, the minister said.\n", cases[i].text);
      tl_document_fields_set (&fields, TL_FACT_PUBLISHED, cases[i].given, cases[i].provenance);
      document = tl_document_new ("a.pdf", NULL, NULL, &fields);
      article = tl_article_read (document, TL_DATE_NONE);
      published = tl_date_to_string (tl_article_get_published (article));
      g_assert_cmpstr (published, ==, cases[i].published);
      g_assert_cmpint (tl_article_get_provenance (article, TL_FACT_PUBLISHED), ==, cases[i].found);
    }
}

static TlEntity *
find_entity (TlArticle  *article,
             const char *name)
{
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    if (g_str_equal (tl_entity_get_name (g_ptr_array_index (entities, i)), name))
      return g_ptr_array_index (entities, i);
  return NULL;
}

/* The day that the file's own data tell comes first, then its words, then those of the text. */
static void
test_published (void)
{
  static const struct
  {
    const char  *text;
    const char  *published;
    const char  *date_line;
    const char  *language;
    const char  *date;
    TlProvenance provenance;
  } cases[] = {
    { "ACCRA, 4 May 2018 (GNA) – Trade grew.", "2021-06-09", "8 June 2021", "en", "2021-06-09", TL_PROVENANCE_META },
    { "ACCRA, 4 May 2018 (GNA) – Trade grew.", "2018-05", NULL, "en", "2018-05-04", TL_PROVENANCE_TEXT },
    { "ACCRA, 4 May 2018 (GNA) – Trade grew.", "2021-06", NULL, "en", "2021-06", TL_PROVENANCE_META },
    { "ACCRA, 4 May 2018 (GNA) – Trade grew.", NULL, NULL, "en", "2018-05-04", TL_PROVENANCE_TEXT },
    { "ACCRA, 4 May (GNA) – Trade grew.", NULL, "Tuesday, June 9, 2021", "en", "2021-06-09", TL_PROVENANCE_ELEMENT },
    { "Торговля выросла.", NULL, "Вторник, 9 июня 2021 г., 14:05", "ru", "2021-06-09", TL_PROVENANCE_ELEMENT },
    { "التجارة نمت", NULL, "٩ يونيو ٢٠٢١", NULL, "2021-06-09", TL_PROVENANCE_ELEMENT },
    { "ACCRA, 4 May 2018 (GNA) – Trade grew.", NULL, "two hours ago", "en", "2018-05-04", TL_PROVENANCE_TEXT },
    { "Trade grew.", NULL, "two hours ago", "en", NULL, TL_PROVENANCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlDocumentFields fields = {
        .text = g_strdup (cases[i].text),
        .date_line = g_strdup (cases[i].date_line),
        .language = g_strdup (cases[i].language),
      };
      g_autoptr(TlDocument) document = NULL;
      g_autoptr(TlArticle) article = NULL;
      g_autofree char *date = NULL;

      tl_document_fields_set (&fields, TL_FACT_PUBLISHED, cases[i].published, TL_PROVENANCE_META);
      document = tl_document_new ("a.html", NULL, NULL, &fields);
      article = tl_article_read (document, TL_DATE_NONE);
      date = tl_date_to_string (tl_article_get_published (article));
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_cmpint (tl_article_get_provenance (article, TL_FACT_PUBLISHED), ==, cases[i].provenance);
    }
}

static void
test_read (void)
{
  static const char text[] =
    "Ghana buys more shea butter\n\nBy Ama Mensah\n7 March 2024\n\n"
    "ACCRA (GNA) – Trade between Ghana and Togo reached $210 million in 2023, the minister said.\n\n"
    "Source: Voltanews, https://volta.example/a/b\n";
  g_autoptr(TlArticle) article = read_text (text);
  const TlFigureData *figure;
  TlEntity *togo;
  guint n_mentions;

  g_assert_cmpstr (tl_article_get_text (article), ==, text);
  g_assert_cmpstr (tl_article_get_title (article), ==, "Ghana buys more shea butter");
  g_assert_cmpstr (tl_article_get_author (article), ==, "Ama Mensah");
  g_assert_cmpstr (tl_article_get_publisher (article), ==, "Voltanews");
  g_assert_cmpstr (tl_article_get_url (article), ==, "https://volta.example/a/b");
  g_assert_cmpstr (tl_article_get_language (article), ==, "en");
  g_assert_null (tl_article_get_uri (article));
  g_assert_cmpint (tl_date_compare (tl_article_get_published (article), (TlDate) { 2024, 3, 7 }), ==, 0);

  g_assert_cmpuint (tl_article_get_amounts (article)->len, ==, 1);
  g_assert_cmpfloat (g_array_index (tl_article_get_amounts (article), TlAmount, 0).value, ==, 210e6);
  togo = find_entity (article, "Togo");
  g_assert_nonnull (togo);
  g_assert_cmpint (tl_entity_get_entity_type (togo), ==, TL_ENTITY_PLACE);
  tl_entity_get_mentions (togo, &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 1);

  g_assert_cmpuint (tl_article_get_figures (article)->len, ==, 1);
  figure = tl_figure_get_data (g_ptr_array_index (tl_article_get_figures (article), 0));
  g_assert_cmpstr (figure->partners[0], ==, "GH");
  g_assert_cmpstr (figure->partners[1], ==, "TG");
  g_assert_cmpint (figure->start.year, ==, 2023);
  g_assert_finalize_object (g_steal_pointer (&article));
}

static void
test_display_title (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "Ghana buys more shea butter\n\nThe two countries will go on with their talks, both sides said.\n",
      "Ghana buys more shea butter" },
    { "The two countries will go on with their talks about the bridge and about the railway, both sides said.\n",
      "The two countries will go on with their talks about the bridge and about the…" },
    { "https://volta.example/a/b\n\nBoth sides said that they will go on with their talks.\n",
      "Both sides said that they will go on with their talks." },
    { "ACCRA, 4 May (GNA) – Trade in shea butter doubled last year.\n", "Trade in shea butter doubled last year." },
    { " date 2016-12-08 ACCRA. VOLTANEWS - Trade in shea butter doubled last year.\n",
      "Trade in shea butter doubled last year." },
    { "ACCRA – \n", "ACCRA –" },
    { "Trade\n", "Trade" },
    { "-\n", "-" },
    { "Ааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа",
      "Аааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlArticle) article = read_text (cases[i].text);
      g_autofree char *title = tl_article_dup_display_title (article);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_load (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "ä b.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_article_load (file, TL_DATE_NONE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, "Trade grew last year.\n", -1, &error);
  g_assert_no_error (error);
  article = tl_article_load (file, TL_DATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_article_get_uri (article), ==, uri);
}

/* Whose exports "the country's exports" are is told by where the outlet is. */
static void
test_home (void)
{
  static const struct
  {
    const char *dateline;
    const char *source;
    const char *partner;
  } cases[] = {
    { "", "Source: https://news.volta.gh/2024/03/07/exports", "GH" },
    { "", "Source: https://news.lake.co.uk/2024/03/07/exports", "GB" },
    { "", "Source: https://ghanavoice.example/2024/03/07/exports", "GH" },
    { "", "Source: https://en.thevoiceofghana.example/2024/03/07/exports", "GH" },
    { "", "Source: https://nairobitoday.example/2024/03/07/exports", "KE" },
    { "Mombasa, May 4: ", "", "KE" },
    { "NAIROBI: ", "Source: https://news.example/2024/03/07/exports", "KE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Good year for growers\n\n%sThe country's exports to Togo reached $210 "
                                               "million in 2023, the minister said.\n\n%s\n",
                                               cases[i].dateline, cases[i].source);
      g_autoptr(TlArticle) article = read_text (text);
      GPtrArray *figures = tl_article_get_figures (article);

      g_assert_cmpuint (figures->len, ==, 1);
      g_assert_cmpstr (tl_figure_get_data (g_ptr_array_index (figures, 0))->partners[0], ==, cases[i].partner);
    }
}

/* Whatever is in a text, reading it ends, and what was read comes back from its JSON. */
static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "$", "5", " million ", "2016", "-", "–", "January", " last year ", "\n", "\n\n", "Kazakhstan", " and ", "exports",
    " to ", "%", "(", ")", "MINSK", ". ", ",", "“", "by", " Reuters", "https://a.example/2016/01/02/", "🚢", "\t", "was ",
    "trade ", "A", "billion", " on 5 May", "Published: ", "99999999999999999999", "1/1/1", "0000-00-00", "May 99",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (2018);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) json = g_string_new (NULL);
      g_autoptr(GString) again = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlDocument) document = NULL;
      g_autoptr(TlArticle) article = NULL;
      g_autoptr(TlArticle) kept = NULL;

      for (int n = g_rand_int_range (random, 1, 80); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      document = tl_document_new_from_data ("a", (const guint8 *) text->str, text->len, &error);
      if (document == NULL)
        continue;
      article = tl_article_read (document, TL_DATE_NONE);
      tl_article_append_json (article, "a", TL_JSON_WITH_TEXT | TL_JSON_EXPLAINED, json);
      kept = tl_article_new_from_json (json->str, &error);
      g_assert_no_error (error);
      tl_article_append_json (kept, "a", TL_JSON_WITH_TEXT | TL_JSON_EXPLAINED, again);
      g_assert_cmpstr (again->str, ==, json->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/article/published-outside", test_published_outside);
  g_test_add_func ("/article/read", test_read);
  g_test_add_func ("/article/published", test_published);
  g_test_add_func ("/article/display-title", test_display_title);
  g_test_add_func ("/article/load", test_load);
  g_test_add_func ("/article/home", test_home);
  g_test_add_func ("/article/any-text", test_any_text);

  return g_test_run ();
}
