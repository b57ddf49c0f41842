/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What of a page is the article, page by page in small: each says in its name what it tries.
 */

#include "tl-page-text.h"

#include <string.h>

#define MENU "<ul class=x1><li><a href=/a>Home</a></li><li><a href=/b>World trade</a></li><li><a href=/c>Sports and more</a></li></ul>"

#define ONE "The two ports handled 41,000 containers in March, a third more than a year before, the harbour office said."
#define TWO "Most of the growth came from grain, which the railway now brings in covered wagons from the border."
#define THREE "A new quay is to open in autumn. “Then we can take ships of any size,” said the harbour master."
#define BODY "<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p>"
#define STORY ONE "\n\n" TWO "\n\n" THREE

#define OTHER "Read what the mayor said about the bridge and why the ferry will run longer this summer."

#define LONG TWO " " OTHER " " ONE " " THREE " " OTHER " " ONE " " TWO

#define LINKED "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\" : \"" ONE "\\n" TWO \
               "\n\\n" THREE "\", \"x\": \"\"}</script>"

typedef struct
{
  const char *name;
  const char *page;
  const char *text;
} Case;

static const Case cases[] = {
  { "plain", "<html><body><h1>Ports grow</h1>" BODY "</body></html>", STORY },
  { "menus", "<title>Ports grow</title>" MENU "<h1>Ports grow</h1><div>" BODY "</div>" MENU, STORY },
  { "footer", "<h1>Ports grow</h1><div>" BODY "</div><footer><p>" OTHER "</p></footer>", STORY },
  { "role", "<h1>Ports grow</h1><div>" BODY "</div><div role=contentinfo><p>" OTHER "</p></div>", STORY },
  { "named-body", "<div class=entry-content>" BODY "</div><div class=q9><p>" OTHER "</p></div>", STORY },
  { "schema-body", "<div><div itemprop=articleBody>" BODY "</div><div><p>" OTHER "</p></div></div>", STORY },
  { "related", "<h1>Ports grow</h1><div>" BODY "<div class=related-posts><p>" OTHER "</p></div></div>", STORY },
  { "teasers",
    "<h1>Ports grow</h1><div>" BODY "<div><div><h3><a href=a>The bridge closes</a></h3><p>" OTHER "</p></div>"
    "<div><h3><a href=b>The ferry sails on</a></h3><p>It will be cold, the captain said.</p></div>"
    "<div><h3><a href=c>A mayor resigns</a></h3><p>Nobody had expected it so early.</p></div></div></div>", STORY },
  { "comments", "<h1>Ports grow</h1><div>" BODY "</div><h3>Comments</h3><div id=comments><p>" OTHER "</p></div>", STORY },
  { "comments-heading", "<h1>Ports grow</h1><div>" BODY "<h3>Comments (2)</h3></div>", STORY },
  { "long-comments",
    "<h1>Ports grow</h1><div class=c1>" BODY "</div><ol class=comment-list><li>" STORY STORY "</li><li>" STORY STORY
    "</li></ol>", STORY },
  { "caption", "<h1>Ports grow</h1><figure><img><figcaption>A crane, seen from the sea.</figcaption></figure>" BODY, STORY },
  { "caption-class", "<h1>Ports grow</h1><div><img><p class=wp-caption-text>A crane, seen from the sea.</p>" BODY "</div>", STORY },
  { "caption-bare", "<h1>Ports grow</h1><div><p><img><br>A crane at the old quay</p>" BODY "</div>", STORY },
  { "caption-table",
    "<h1>Ports grow</h1><div><table align=right><tr><td><img></td></tr><tr><td>A crane that nobody uses, at the old quay of "
    "the harbour, as it was seen from the sea in March</td></tr></table>" BODY "</div>", STORY },
  { "caption-frame",
    "<h1>Ports grow</h1><div><div class=h3x><div><img></div><p>A crane that nobody uses, at the old quay of the harbour, as it "
    "was seen from the sea in March</p></div>" BODY "</div>", STORY },
  { "picture-and-lead", "<h1>Ports grow</h1><div><p><img>" ONE "</p><p>" TWO "</p></div>", ONE "\n\n" TWO },
  { "figure-table",
    "<h1>Ports grow</h1>" BODY "<figure><table><tr><td>Grain<td>12</tr><tr><td>Ore<td>9</tr></table></figure>",
    STORY "\n\nGrain\t12\nOre\t9" },
  { "hidden", "<h1>Ports grow</h1><p style='display: none'>" OTHER "</p><div hidden><p>" OTHER "</p></div>" BODY, STORY },
  { "unfolded",
    "<article><h1>Ports grow</h1><p>" ONE "</p><p>" TWO "</p><div class=q1 style='display: none'><p>" THREE "</p><p>" OTHER
    "</p></div></article>", STORY "\n\n" OTHER },
  { "hidden-copy",
    "<article><h1>Ports grow</h1><div class=q1>" BODY "</div><div class=q2 hidden>" BODY "</div></article>", STORY },
  { "cookies", "<div class=cookie-notice><p>" OTHER "</p></div><h1>Ports grow</h1><div>" BODY "</div>", STORY },
  { "byline",
    "<h1>Ports grow</h1><div><p class=byline>By Ann Sand, who writes of ships.</p><span class=date>4 May 2019</span>" BODY
    "</div>", STORY },
  { "byline-bare", "<h1>Ports grow</h1><div><p>Ann Sand</p><p>4 May 2019</p>" BODY "</div>", STORY },
  { "standfirst",
    "<article><header><h1>Ports grow</h1><p class=standfirst>Grain brings more ships than ever</p></header><div>" BODY
    "</div></article>", "Grain brings more ships than ever\n\n" STORY },
  { "read-also", "<h1>Ports grow</h1><p>" ONE "</p><p>Read also: <a href=x>The ferry</a></p><p>" TWO "</p>", ONE "\n\n" TWO },
  { "read-also-ru", "<h1>Ports grow</h1><p>" ONE "</p><p>Читайте также: Паром</p><p>" TWO "</p>", ONE "\n\n" TWO },
  { "share-bar", "<h1>Ports grow</h1><div><div class=share-buttons>Tweet it now</div>" BODY "<p>#ports #grain</p></div>", STORY },
  { "pulled-quotation",
    "<h1>Ports grow</h1><div>" BODY "<blockquote>“Then we can take ships of any size”</blockquote><p>" OTHER "</p></div>",
    STORY "\n\n" OTHER },
  { "quotation",
    "<h1>Ports grow</h1><div><p>" ONE "</p><blockquote><p>We had no such spring before.</p></blockquote><p>" TWO "</p></div>",
    ONE "\n\nWe had no such spring before.\n\n" TWO },
  { "list",
    "<h1>Ports grow</h1><p>" ONE "</p><ul><li>grain: 12</li><li>ore: <b>9</b></li></ul><p>" TWO "</p>",
    ONE "\n\n• grain: 12\n• ore: 9\n\n" TWO },
  { "headings",
    "<h1>Ports grow</h1><p>" ONE "</p><h2>Grain</h2><p>" TWO "</p><h2>More news</h2>", ONE "\n\nGrain\n\n" TWO },
  { "breaks", "<h1>Ports grow</h1><div>" ONE "<br><br>" TWO "<br>\n&nbsp;<br/>" THREE "</div>", STORY },
  { "one-break", "<h1>Ports grow</h1><div>" ONE "<br>" TWO "</div>", ONE "\n" TWO },
  { "divs", "<h1>Ports grow</h1><div><div>" ONE "</div><div>" TWO "</div><div>" THREE "</div></div>", STORY },
  { "layout-tables",
    "<table><tr><td><table><tr><td><a href=a>Home</a><td><a href=b>About us</a></table></td></tr><tr><td><b>Ports grow</b>"
    "<p>" ONE "<p>" TWO "</td><td><a href=q>Elsewhere in the harbour</a></td></tr></table>", ONE "\n\n" TWO },
  { "chunks",
    "<h1>Ports grow</h1><div><div class=a1><p>" ONE "</p></div><div class=ad>Buy boats here.</div><div class=a1><p>" TWO
    "</p></div><div class=a1><p>" THREE "</p></div></div>", STORY },
  { "two-articles",
    "<title>Ports grow</title><article><h1>Ports grow</h1>" BODY "</article><article><h1>A bridge closes</h1><p>" OTHER "</p><p>"
    OTHER " Again.</p><p>" OTHER " And again, and once more, for it is so long.</p></article>", STORY },
  { "twice", "<title>Ports grow</title><div class=m><h1>Ports grow</h1>" BODY "</div><div class=d><h1>Ports grow</h1>" BODY
    "</div>", STORY },
  { "end-of-report", "<h1>Ports grow</h1><div>" BODY "<p>For reference. The quay was built before.-0-</p></div>",
    STORY "\n\nFor reference. The quay was built before.-0-" },
  { "advertisement", "<h1>Ports grow</h1><p>" ONE "</p><p>- Advertisement -</p><p>" TWO "</p>", ONE "\n\n" TWO },
  { "one-word", "<h1>Ports grow</h1><p>Comments on grain were few.</p><p>" TWO "</p>",
    "Comments on grain were few.\n\n" TWO },
  { "paywall-class", "<h1>Ports grow</h1><div class='paywall sidebar-right'>" BODY "</div><p>" OTHER "</p>", STORY },
  { "read-more-story",
    "<h1>Ports grow</h1><div class=s1><p>" ONE "</p><div id=read-more-content><p>" TWO " " OTHER " " TWO "</p><p>" THREE
    "</p></div></div>", ONE "\n\n" TWO " " OTHER " " TWO "\n\n" THREE },
  { "read-more-box",
    "<h1>Ports grow</h1><div><p>" ONE "</p><div class=read-more-box><p>" OTHER "</p></div><p>" TWO "</p><p>" THREE "</p></div>",
    STORY },
  { "author-told",
    "<h1>Ports grow</h1><div><div class=author-panel><div class=d1><p>Ann Sand writes of ships. She grew up in a harbour town, "
    "has sailed around the world twice, and came to this paper nine years ago; before that she taught geography at a "
    "school, which she says is much the same. Her book on lighthouses was given a prize last year, and she is now at work "
    "on another, in which the keepers tell of their nights.</p></div></div>" BODY "<p>" LONG "</p></div>",
    STORY "\n\n" LONG },
  { "video-caption",
    "<h1>Ports grow</h1><div><p class=video-desc>Travellers at the ferry say what they think of the new quay.</p>" BODY
    "</div>", STORY },
  { "legal-notes",
    "<h1>Ports grow</h1><div><p>" ONE "</p></div><div><p>All rights reserved. " OTHER " " OTHER " " OTHER " You can read our "
    "privacy policy and withdraw consent at any time.</p></div>", ONE },
  { "next-article",
    "<h1>Ports grow</h1><div class=b>" BODY "</div><div class=next><h1>A bridge closes in winter</h1><div class=b><p>" OTHER
    "</p><p>" OTHER " Again.</p><p>" OTHER " And again.</p></div></div>", STORY },
  { "unlike",
    "<h1>Ports grow</h1><div class=t1>" BODY "</div><div><div class=t2><i>Ann</i><div class=t3>" OTHER "</div></div></div>", STORY },
  { "chinese",
    "<h1>港口增长</h1><ul><li><a href=a>首页</a><li><a href=b>国际新闻</a></ul><div><p>港务局说，两个港口三月份处理了四万一千个集装箱，"
    "比一年前多三分之一。</p><p>增长主要来自粮食，铁路现在用棚车从边境运来。</p></div>",
    "港务局说，两个港口三月份处理了四万一千个集装箱，比一年前多三分之一。\n\n增长主要来自粮食，铁路现在用棚车从边境运来。" },
  { "entities", "<h1>Ports grow</h1><p>Trade be&shy;tween A&nbsp;&amp;&nbsp;B grew&#8203; by 5&thinsp;% in 2019, it is said.</p>",
    "Trade between A & B grew by 5 % in 2019, it is said." },
  { "not-composed", "<h1>Ports grow</h1><p>Cafe&#x301; and tea made up the most of all the trade of the year.</p>",
    "Café and tea made up the most of all the trade of the year." },
  { "selection", "and a third more than in May, <b>he</b> said. " TWO, "and a third more than in May, he said. " TWO },
  { "mail", "<div>Dear all,</div><div><br></div><div>" ONE "</div><div>" TWO "</div>", "Dear all,\n\n" ONE "\n\n" TWO },
  { "short", "<p>Trade grew.</p>", "Trade grew." },
  { "no-prose", "<h2>List</h2><ul><li>One</li><li>Two</li></ul>", "List\n\n• One\n• Two" },
  { "only-links", "<a href=a>One</a> <a href=b>Two</a>", "One Two" },
  { "only-headline", "<h1>Ports grow</h1>", "Ports grow" },
  { "linked-only", LINKED "<h1>Ports grow</h1><div id=app>Loading the page</div>", ONE "\n\n" TWO "\n\n" THREE },
  { "linked-bounds", LINKED "<h1>Ports grow</h1><div>" BODY "<p>" OTHER "</p></div>", STORY },
  { "linked-cut",
    "<script type='application/ld+json'>{\"articleBody\": \"" ONE ONE "…\"}</script><h1>Ports grow</h1><div>" BODY "</div>",
    STORY },
  { "linked-broken", "<script type='application/ld+json'>{\"articleBody\": \"" ONE ONE "</script><h1>Ports grow</h1>" BODY,
    STORY },
  { "cut", "<title>Ports grow</title><h1>Ports grow</h1><div class=\"entry-content\"><p>" ONE "</p><p>" TWO "<a href=\"",
    ONE "\n\n" TWO },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) document = NULL;
  g_autofree char *text = NULL;

  document = tl_html_parse ((const guint8 *) one->page, strlen (one->page), NULL, &error);
  g_assert_no_error (error);
  text = tl_page_text_find (document, NULL, NULL);
  g_assert_cmpstr (text, ==, one->text);
}

/* The headline that is known from outside, as that of an entry of a feed is, counts. */
static void
test_title (void)
{
  const char *page = "<h3>Old ports</h3><p>" OTHER "</p><hr><h3>Ports grow</h3>" BODY;
  g_autoptr(xmlDoc) document = tl_html_parse ((const guint8 *) page, strlen (page), NULL, NULL);
  g_autofree char *text = tl_page_text_find (document, "Ports Grow", NULL);

  g_assert_cmpstr (text, ==, STORY);
}

/* What is said of the author at the end is no part of the story; what the author says is. */
static void
test_author (void)
{
  static const Case pages[] = {
    { "emphasis", "<h1>Ports grow</h1><div>" BODY "<p><em>Ann Sand is a captain, and writes of ships.</em></p></div>", STORY },
    { "apart", "<h1>Ports grow</h1><div>" BODY "<div class=q1><p>Ann Sand is a captain, and writes of ships.</p></div></div>",
      STORY },
    { "second",
      "<h1>Ports grow</h1><div>" BODY "<p><i>Bo Lind, of this paper, writes of trains.</i></p><p><i>ANN SAND writes of "
      "ships and of the sea.</i></p></div>", STORY },
    { "story", "<h1>Ports grow</h1><div>" BODY "<p>Ann Sand is a small ship that nobody has seen for weeks.</p></div>",
      STORY "\n\nAnn Sand is a small ship that nobody has seen for weeks." },
    { "interview", "<h1>Ports grow</h1><div>" BODY "<p><em>Ann Sand: And what do you think of all these ships?</em></p></div>",
      STORY "\n\nAnn Sand: And what do you think of all these ships?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(xmlDoc) document = tl_html_parse ((const guint8 *) pages[i].page, strlen (pages[i].page), NULL, NULL);
      g_autofree char *text = tl_page_text_find (document, NULL, "Bo Lind, Ann Sand");

      g_test_message ("%s", pages[i].name);
      g_assert_cmpstr (text, ==, pages[i].text);
    }
}

/* Pages that are made to be hard: they end, and in time. */
static void
test_hostile (gconstpointer data)
{
  const char *piece = data;
  GString *page = g_string_new ("<h1>Ports grow</h1>" BODY);
  g_autoptr(xmlDoc) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (page, piece);
  document = tl_html_parse ((const guint8 *) page->str, page->len, NULL, NULL);
  g_assert_nonnull (document);
  text = tl_page_text_find (document, NULL, NULL);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_string_free (page, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const pieces[] = {
    "<div class=comment>", "<table><tr><td>a", "<p>" OTHER, "<blockquote>" TWO, "<ul><li>", "<b><div></b></div>a",
    "<a href=b><h3>Ten words</h3></a><p>a.</p>", "<br>", "<figure><img>a", "\xcc\x81", "<article><p>" TWO "</article>",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/page-text/title", test_title);
  g_test_add_func ("/page-text/author", test_author);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page-text/hostile/%u", i);

      g_test_add_data_func (path, pieces[i], test_hostile);
    }
  return g_test_run ();
}
