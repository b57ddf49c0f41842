/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pages to trees, however broken the pages are.
 */

#include "tl-document.h"
#include "tl-html-slim.h"
#include "tl-html-tree.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *markup;
  const char *slim;
} Slim;

static const Slim slims[] = {
  { "plain", "<p class=a>one</p>", "<p class=a>one</p>" },
  { "script", "a<script>if (a < b) document.write ('<p>no</p>');</script>b", "ab" },
  { "script-cut", "a<script>var a = '", "a" },
  { "style", "a<STYLE type=\"text/css\">p > a { }</Style >b", "ab" },
  { "linked-data", "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>",
    "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>" },
  { "drawing", "a<svg viewBox=\"0 0 1 1\"><title>no</title><path d=\"M0\"/></svg>b", "ab" },
  { "comment", "a<!-- <p> -- > -->b<!-->c<!---->d", "abcd" },
  { "comment-open", "a<!-- b>c<!-- d>e", "ace" },
  { "doctype", "<!DOCTYPE html><?xml version=\"1.0\"?><![if !IE]>a<![endif]>", "a" },
  { "handlers", "<a href=\"x\" onclick=\"if (a > b) c ()\" src='d'>e</a>", "<a href=\"x\">e</a>" },
  { "style-none", "<p style=\"color: red\"><b style='display: none'>a</b>", "<p><b style='display: none'>a</b>" },
  { "less-than", "1 < 2 <3", "1 &lt; 2 &lt;3" },
  { "stray-ends", "<p>a</div></b></p></span>b", "<p>a</p>b" },
  { "quote-open", "<p class=\"a>b</p>c", "<p class=\"a>b</p>c" },
  { "tag-open", "a<p class", "a<p class>" },
  { "name-only", "a<", "a&lt;" },
  { "end-open", "a</p", "a</p>" },
  { "shadow", "<template shadowrootmode=open><p>a</p></template><template><p>b</p></template>", "<p>a</p>" },
  { "xml-script", "<?xml version='1.0'?><script src='a'/><p>b</p>", "<p>b</p>" },
};

static void
test_slim (gconstpointer data)
{
  const Slim *slim = data;
  GString *out = tl_html_slim (slim->markup, strlen (slim->markup));

  g_assert_cmpstr (out->str, ==, slim->slim);
  g_string_free (out, TRUE);
}

typedef struct
{
  const char *name;
  const char *markup;
  const char *text;
} Text;

static const Text texts[] = {
  { "paragraphs", "<p>one</p><p>two</p>", "one two" },
  { "inline", "<p>f<b>our</b>&nbsp; <i>five</i></p>\n", "four five" },
  { "unclosed", "<table><tr><td>a<td>b<tr><td>c", "a b c" },
  { "crossed", "<b>a<i>b</b>c</i>", "abc" },
  { "entities", "&lt;p&gt; &amp; &eacute;&#1078;&#x1F600;&nosuch; &#0;", "<p> & éж😀&nosuch;" },
  { "nested-lists", "<ul><li>a<ul><li>b</ul><li>c</ul>", "a b c" },
  { "fragment", "just words", "just words" },
  { "article", "<main><article><section>a</section></article></main>b", "a b" },
};

static void
test_text (gconstpointer data)
{
  const Text *text = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) document = NULL;
  g_autofree char *found = NULL;

  document = tl_html_parse ((const guint8 *) text->markup, strlen (text->markup), NULL, &error);
  g_assert_no_error (error);
  found = tl_html_dup_text ((const xmlNode *) document);
  g_assert_cmpstr (found, ==, text->text);
}

static void
test_errors (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_html_parse ((const guint8 *) "<!-- -->\n<script>a</script>", 27, NULL, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY);
}

static void
test_attributes (void)
{
  const char *markup = "<p class='one Two\tthree' itemprop hidden=''>a</p>";
  g_autoptr(xmlDoc) document = tl_html_parse ((const guint8 *) markup, strlen (markup), NULL, NULL);
  const xmlNode *node = (const xmlNode *) document;

  while (!tl_html_is (node, "p"))
    node = tl_html_next (node, NULL);
  g_assert_true (tl_html_has_word (node, "class", "two"));
  g_assert_false (tl_html_has_word (node, "class", "tw"));
  g_assert_false (tl_html_has_word (node, "id", "two"));
  g_assert_cmpstr (tl_html_get (node, "itemprop"), ==, "");
  g_assert_cmpstr (tl_html_get (node, "hidden"), ==, "");
  g_assert_null (tl_html_get (node, "id"));
  g_assert_null (tl_html_get (node->children, "id"));
}

/* A parser compares each attribute of an element with all others. */
static void
test_many_attributes (void)
{
  GString *markup = g_string_new ("<p class='first'");
  g_autoptr(xmlDoc) document = NULL;
  const xmlNode *node;
  guint n_attributes = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (markup, " a%u='%u'", i, i);
  g_string_append (markup, ">a</p>");
  document = tl_html_parse ((const guint8 *) markup->str, markup->len, NULL, NULL);
  g_string_free (markup, TRUE);
  node = (const xmlNode *) document;
  while (!tl_html_is (node, "p"))
    node = tl_html_next (node, NULL);
  for (const xmlAttr *p = node->properties; p != NULL; p = p->next)
    n_attributes++;
  g_assert_cmpstr (tl_html_get (node, "class"), ==, "first");
  g_assert_cmpuint (n_attributes, <=, 100);
}

static guint
measure_depth (const xmlDoc *document)
{
  guint deepest = 0;

  for (const xmlNode *p = (const xmlNode *) document; p != NULL; p = tl_html_next (p, NULL))
    {
      guint depth = 0;

      if (p->children == NULL)
        for (const xmlNode *up = p; up != NULL; up = up->parent)
          depth++;
      deepest = MAX (deepest, depth);
    }
  return deepest;
}

/* What is nested too deep for sense stays, but not as deep. */
static void
test_depth (gconstpointer data)
{
  const char *tags = data;
  GString *markup = g_string_new ("<body>");
  g_autoptr(xmlDoc) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (markup, tags);
  g_string_append (markup, "<p>the end</p>");
  document = tl_html_parse ((const guint8 *) markup->str, markup->len, NULL, NULL);
  g_assert_nonnull (document);
  g_assert_cmpuint (measure_depth (document), <, 2100);
  text = tl_html_dup_text ((const xmlNode *) document);
  if (strstr (tags, "</") == NULL)
    g_assert_true (g_str_has_suffix (text, "the end"));
  g_string_free (markup, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (slims); i++)
    {
      g_autofree char *path = g_strconcat ("/html-tree/slim/", slims[i].name, NULL);

      g_test_add_data_func (path, &slims[i], test_slim);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/html-tree/text/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  g_test_add_func ("/html-tree/errors", test_errors);
  g_test_add_func ("/html-tree/attributes", test_attributes);
  g_test_add_func ("/html-tree/many-attributes", test_many_attributes);
  g_test_add_data_func ("/html-tree/depth/fonts", "<font size=1>", test_depth);
  g_test_add_data_func ("/html-tree/depth/blocks", "<div>a", test_depth);
  g_test_add_data_func ("/html-tree/depth/crossed", "<b><div></b></div>", test_depth);
  return g_test_run ();
}
