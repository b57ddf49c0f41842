/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"
#include "reading-checks.h"

#include <string.h>

#define BODY "The bridge over the river was opened on Monday, and many people came to see it."
#define MORE "It took four years to build, two more than the town had hoped for."

#define SPACES                                                              \
  " xmlns:content='http://purl.org/rss/1.0/modules/content/'"               \
  " xmlns:dc='http://purl.org/dc/elements/1.1/'"                            \
  " xmlns:media='http://search.yahoo.com/mrss/'"

#define RSS(items)                                                          \
  "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'" SPACES "><channel><title>The River Post</title>" \
  "<link>https://post.example/</link><language>en-GB</language><image><title>Logo</title></image>" items "</channel></rss>"

#define ATOM(entries)                                                       \
  "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title type='html'>River &amp;amp; Post</title>" \
  "<link rel='self' href='https://post.example/feed'/><link href='https://post.example/'/>" entries "</feed>"

#define RDF(items)                                                          \
  "<?xml version='1.0'?><!DOCTYPE rdf:RDF [<!ENTITY % HTMLlat1 PUBLIC 'x' 'http://nowhere.example/x.ent'> %HTMLlat1;]>" \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'" SPACES ">" \
  "<channel rdf:about='x'><title>The River Post</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>" items "</rdf:RDF>"

typedef struct
{
  const char *feed;
  const char *title;
  const char *publisher;
  const char *author;
  const char *url;
  const char *published;
  const char *text;
} Case;

static const Case cases[] = {
  { RSS ("<item><title>A Bridge &amp;amp; Its Town</title><link>/2019/bridge</link><pubDate>Mon, 1 Apr 2019 00:30:00 +0300</pubDate>"
         "<dc:creator><![CDATA[Jane Roe]]></dc:creator><description>Teaser</description>"
         "<content:encoded><![CDATA[<p>" BODY "</p><ul><li>one</li></ul><p>" MORE "</p>]]></content:encoded></item>"),
    "A Bridge & Its Town", "The River Post", "Jane Roe", "https://post.example/2019/bridge", "2019-04-01",
    BODY "\n\n\342\200\242 one\n\n" MORE },
  { RSS ("<item><title>Only a Teaser</title><guid isPermaLink='true'>https://post.example/2</guid>"
         "<author>desk@post.example (Karl Lund)</author><description>Plain &lt;b&gt;teaser&lt;/b&gt;.</description>"
         "<dc:date>2019-04-02T23:59:00-05:00</dc:date></item>"),
    "Only a Teaser", "The River Post", "Karl Lund", "https://post.example/2", "2019-04-02", "Plain teaser." },
  { RSS ("<item><title>Gathered - The Other Paper</title><source url='https://other.example'>The Other Paper</source>"
         "<author>desk@post.example</author><guid isPermaLink='false'>https://post.example/id/3</guid>"
         "<description>x</description><media:group><media:title>A picture</media:title></media:group></item>"),
    "Gathered", "The Other Paper", NULL, NULL, NULL, "x" },
  { RDF ("<item rdf:about='https://post.example/4'><title>Caf&eacute; Opens</title><dc:date>2004-05-06</dc:date>"
         "<description>A caf&eacute;&unknown;.</description></item>"),
    "Caf\303\251 Opens", "The River Post", NULL, "https://post.example/4", "2004-05-06", "A caf\303\251." },
  { "<rss version='0.91'><channel><title>Old</title><item><title>First</title><link>http://old.example/1</link>"
    "<description>Text</description></item></channel></rss>",
    "First", "Old", NULL, "http://old.example/1", NULL, "Text" },
  { ATOM ("<entry><title>Atom Is Small</title><link rel='edit' href='https://post.example/e'/>"
          "<link rel='alternate' href='https://post.example/5'/><id>tag:x</id><updated>2020-02-03T00:00:00Z</updated>"
          "<published>2020-02-02T00:00:00Z</published><author><name>Anna Berg</name><uri>x</uri></author>"
          "<author><name>Karl Lund</name></author>"
          "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>" BODY "</p><p>" MORE "</p></div></content></entry>"),
    "Atom Is Small", "River & Post", "Anna Berg, Karl Lund", "https://post.example/5", "2020-02-02", BODY "\n\n" MORE },
  { ATOM ("<entry><title type='html'>Less &amp;lt; More</title><summary type='text'>Five &lt; six</summary><author><name>admin</name></author>"
          "<source><title>Elsewhere</title></source></entry>"),
    "Less < More", "Elsewhere", NULL, NULL, NULL, "Five < six" },
  { ATOM ("<entry><title>x</title><content type='html'>&lt;p&gt;" BODY "&lt;/p&gt;&lt;script&gt;no&lt;/script&gt;</content></entry>"),
    "x", "River & Post", NULL, NULL, NULL, BODY },
  /* not quite XML */
  { "<rss><channel><title>A & B</title><item><title>Rise & more</title><dc:creator>Jane Roe</dc:creator>"
    "<description><![CDATA[This & that & &amp; all]]></description></item></channel></rss>",
    "Rise & more", "A & B", "Jane Roe", NULL, NULL, "This & that & & all" },
  { "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>\xcf\xee\xf7\xf2\xe0</title><item><title>\xcc\xee\xf1\xf2 \xee\xf2\xea\xf0\xfb\xf2</title>"
    "<description>\xcc\xee\xf1\xf2 \xf7\xe5\xf0\xe5\xe7 \xf0\xe5\xea\xf3 \xee\xf2\xea\xf0\xfb\xeb\xe8 \xe2 \xef\xee\xed\xe5\xe4\xe5\xeb\xfc\xed\xe8\xea</description></item></channel></rss>",
    "\u041c\u043e\u0441\u0442 \u043e\u0442\u043a\u0440\u044b\u0442", "\u041f\u043e\u0447\u0442\u0430", NULL, NULL, NULL,
    "\u041c\u043e\u0441\u0442 \u0447\u0435\u0440\u0435\u0437 \u0440\u0435\u043a\u0443 \u043e\u0442\u043a\u0440\u044b\u043b\u0438 \u0432 \u043f\u043e\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u0438\u043a" },
};

static void
test_entry (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_document (cases[i].feed, -1);

      g_assert_cmpstr (tl_document_get_part (document), ==, "1");
      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_publisher (document), ==, cases[i].publisher);
      g_assert_cmpstr (tl_document_get_author (document), ==, cases[i].author);
      g_assert_cmpstr (tl_document_get_url (document), ==, cases[i].url);
      g_assert_cmpstr (tl_document_get_published (document), ==, cases[i].published);
      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_TITLE), ==, TL_PROVENANCE_ENTRY);
    }
}

static void
test_entries (void)
{
  static const char feed[] = RSS ("<item><title>One</title><description>Text</description></item><item><title>Two</title></item>"
                                  "<item><title>Three</title><description>Text</description></item>");
  static const char cut[] = "<rss><channel><title>x</title><item><title>One</title><description>Text</description></item><item><title>Tw";
  g_autoptr(Reading) all = reading_new_for_bytes ("a.rss", feed, strlen (feed));
  g_autoptr(Reading) some = reading_new_for_bytes ("a.rss", cut, strlen (cut));

  g_assert_no_error (all->error);
  g_assert_cmpuint (all->documents->len, ==, 2);
  g_assert_true (g_str_has_prefix (all->lines->str, "1: One\n2! "));
  g_assert_true (g_str_has_suffix (all->lines->str, "\n3: Three\n"));
  /* what came before it broke off is good */
  g_assert_error (some->error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN);
  g_assert_cmpstr (some->lines->str, ==, "1: One\n");
}

static void
test_broken (void)
{
  static const char bomb[] =
    "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
    "<rss><channel><item><title>Bomb</title><description>Text &d;&d;&d;&file;.</description></item></channel></rss>";
  g_autoptr(TlDocument) document = read_document (bomb, -1);
  GString *deep = g_string_new ("<rss><channel><item><title>Deep</title><description>");

  g_assert_cmpstr (tl_document_get_text (document), ==, "Text .");
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<x>");
  assert_unreadable (deep->str, (gssize) deep->len, TL_DOCUMENT_ERROR_BROKEN);
  g_string_free (deep, TRUE);

  assert_unreadable ("<rss><channel><title>Nothing in it</title></channel></rss>", -1, TL_DOCUMENT_ERROR_EMPTY);
  assert_unreadable ("<rss>", -1, TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable ("<?xml version='1.0'?><inventory><item/></inventory>", -1, TL_DOCUMENT_ERROR_NOT_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_survives_cut (cases[i].feed, strlen (cases[i].feed), 1);
      assert_survives_rot (cases[i].feed, strlen (cases[i].feed), 50);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-reader/entry", test_entry);
  g_test_add_func ("/feed-reader/entries", test_entries);
  g_test_add_func ("/feed-reader/broken", test_broken);
  return g_test_run ();
}
