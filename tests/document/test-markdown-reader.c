/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading-checks.h"

#include <string.h>

#define LEAD "The harbour took in more grain than ever before, and the town was glad of it, said the clerk on Monday."
#define REST "More ships are expected in the spring, when the ice is gone and the river carries them again to the sea."
#define FRONT "---\ntitle: x\n---\n"

static void
test_text (void)
{
  static const struct
  {
    const char *markdown;
    const char *text;
  } cases[] = {
    { FRONT "One line\ngoes on.\n\nTwo", "One line goes on.\n\nTwo" },
    { FRONT "# Head #\nText\n\nUnder\n=====\nMore\n", "Head\n\nText\n\nUnder\n\nMore" },
    { FRONT "A **bold** and *leaning* __word__, ~~gone~~ snake_case, 2 * 3, 5*3*2.", "A bold and leaning word, gone snake_case, 2 * 3, 5*3*2." },
    { FRONT "See [the *port*](https://x.example/a_(b)), [it][1], <https://y.example> ![no](p.png)and[^2] [kept].\n\n[1]: https://z.example\n[^2]: A note",
      "See the port, it, https://y.example and [kept]." },
    { FRONT "`co*de*` and \\*stars\\* <b>tag</b><br>break <!-- no -->5 < 6", "co*de* and *stars* tag\nbreak 5 < 6" },
    { FRONT "Two blanks  \nbreak\\\na line", "Two blanks\nbreak\na line" },
    { FRONT "A:\n\n- one\n  goes on\n- two\n    * three\n1. four\n\nEnd", "A:\n\n\342\200\242 one goes on\n\342\200\242 two\n\342\200\242 three\n\342\200\242 four\n\nEnd" },
    { FRONT "In the year\n2016. It was", "In the year 2016. It was" },
    { FRONT "> Quoted\n> twice\n\n---\n\nText", "Quoted twice\n\nText" },
    { FRONT "A\n\n| Country | 2017 |\n|---|---:|\n| Peru | **3** |\n\nB", "A\n\nCountry\t2017\nPeru\t3\n\nB" },
    { FRONT "```c\n# no head\n```\nText", "# no head\n\nText" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_document (cases[i].markdown, -1);

      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
      assert_survives_cut (cases[i].markdown, strlen (cases[i].markdown), 1);
      assert_survives_rot (cases[i].markdown, strlen (cases[i].markdown), 100);
    }
}

static void
test_facts (void)
{
  g_autoptr(TlDocument) front = read_document (
    "---\ntitle: \"Grain: More Than Ever\"\nauthors:\n  - Anna Berg\ndate: 2019-03-04T05:06:07Z\nsource: https://post.example/1\n"
    "publisher: The River Post\n---\n\n" LEAD "\n\n" REST "\n", -1);
  g_autoptr(TlDocument) head = read_document ("# Grain: *More* Than Ever\n\nBy Anna Berg\n\n" LEAD "\n\n## What Comes\n\n" REST "\n", -1);

  g_assert_cmpstr (tl_document_get_title (front), ==, "Grain: More Than Ever");
  g_assert_cmpstr (tl_document_get_author (front), ==, "Anna Berg");
  g_assert_cmpstr (tl_document_get_published (front), ==, "2019-03-04");
  g_assert_cmpstr (tl_document_get_url (front), ==, "https://post.example/1");
  g_assert_cmpstr (tl_document_get_publisher (front), ==, "The River Post");
  g_assert_cmpstr (tl_document_get_text (front), ==, LEAD "\n\n" REST);
  g_assert_cmpstr (tl_document_get_title (head), ==, "Grain: More Than Ever");
  g_assert_cmpstr (tl_document_get_author (head), ==, "Anna Berg");
}

/* What only looks like it stays as it is. */
static void
test_plain (void)
{
  static const char *const texts[] = {
    "Trade rose * by a third\n\n" LEAD "\n\n- said the clerk\n",
    "# One sign makes no page\n\n" LEAD "\n",
    "--- \n\nA line\n---\n" LEAD "\n",
    "The #port and the #sea, [so] they (say) ** and **\n\n" LEAD "\n",
    "---\nnobody: knows\n---\n" LEAD "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(TlDocument) document = read_document (texts[i], -1);

      g_assert_cmpstr (tl_document_get_text (document), ==, texts[i]);
    }
}

/* Signs that open and never close cost no more than others. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "[", "![", "<a", "`", "**", "[](", "> ", "|", "- ", "\\" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *text = g_string_new (FRONT "Text ");

      while (text->len < 500000)
        g_string_append (text, pieces[i]);
      assert_survives_cut (text->str, text->len, text->len - 1);
      g_string_free (text, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-reader/text", test_text);
  g_test_add_func ("/markdown-reader/facts", test_facts);
  g_test_add_func ("/markdown-reader/plain", test_plain);
  g_test_add_func ("/markdown-reader/hostile", test_hostile);
  return g_test_run ();
}
