/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What small pages tell of their article: each convention, and each trap. */

#include "tl-html-tree.h"
#include "tl-page-facts.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *page;
  const char *expected;         /* "title=…|author=…", "author=" for none; the others are not looked at */
} Case;

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"
#define STORY "<p>The first ships called on Monday, and the port expects two hundred more before the winter, " \
  "when ice will close the northern channel for three months as in every year.</p>"
#define HEAD "<h1>Bridge opens after nine years</h1>"

static const Case titles[] = {
  { "a kicker and what parts it, known to metadata",
    "<meta property='og:title' content='Money | Three towns want the new bridge'>"
    "<h1><span>Money</span><span class='sep'> | </span><span>Three towns want the new bridge</span></h1>" STORY,
    "title=Three towns want the new bridge" },
  { "a kicker and a sign",
    "<meta property='og:title' content='Money / Three towns want the new bridge'>"
    "<h1><span>Money</span> / Three towns want the new bridge</h1>" STORY,
    "title=Three towns want the new bridge" },
  { "a kicker and a blank of its own",
    "<h2 itemprop='headline'><i>Harbours</i><span> </span>Three towns want the new bridge</h2>" STORY,
    "title=Three towns want the new bridge" },
  { "each word an element",
    "<h1><span>Three</span><span> </span><span>towns</span><span> </span><span>want</span><span> </span><span>the</span>"
    "<span> </span><span>new bridge</span></h1>" STORY,
    "title=Three towns want the new bridge" },
  { "a first word in italics is no kicker",
    "<meta property='og:title' content='Aurora reaches the port with nine thousand tons'>"
    "<h1><i>Aurora</i> reaches the port with nine thousand tons</h1>" STORY,
    "title=Aurora reaches the port with nine thousand tons" },
  { "a window that names the rubric",
    "<title>Business | Daily Harbour Mail - the island's national newspaper</title><table><tr><td>Thursday, 27 October 2011"
    "</td></tr><tr><td><a href='/1'>Another bridge is to be built here</a></td></tr><tr><td><span>Tea fetches record prices"
    " as buyers return</span></td></tr><tr><td>Pluckers near Hatton. Picture by A. Berg</td></tr><tr><td>" STORY "</td></tr></table>",
    "title=Tea fetches record prices as buyers return" },
  { "a window that names the headline",
    "<title>Tea fetches record prices as buyers return - Harbour Mail</title><p>The best leaves are sold within an hour</p>"
    STORY,
    "title=Tea fetches record prices as buyers return" },
  { "heading before metadata",
    "<title>Bridge opens | The Courier</title><meta property='og:title' content='Bridge opens after nine years'>"
    "<h2>Most read</h2><h1>Bridge opens after nine years of work</h1>" STORY,
    "title=Bridge opens after nine years of work" },
  { "the site's name in a heading",
    "<title>Bridge opens after nine years - The Courier</title><meta property='og:site_name' content='The Courier'>"
    "<h1>The Courier</h1><h2>Bridge opens after nine years</h2>" STORY,
    "title=Bridge opens after nine years|publisher=The Courier" },
  { "no heading",
    "<title>Bridge opens after nine years - News - The Courier</title><meta property='og:site_name' content='The Courier'>"
    STORY,
    "title=Bridge opens after nine years" },
  { "the site first",
    "<title>The Courier: Bridge opens after nine years</title><meta property='og:site_name' content='The Courier'>" STORY,
    "title=Bridge opens after nine years" },
  { "a dash inside",
    "<title>Bridge opens - at last | The Courier</title><h1>Bridge opens - at last</h1>" STORY,
    "title=Bridge opens - at last" },
  { "a kicker inside",
    "<meta property='og:title' content='Bridge opens after nine years'><h1><span class='kicker'>Transport</span> "
    "Bridge opens after nine years</h1>" STORY,
    "title=Bridge opens after nine years" },
  { "a place inside, other words in the metadata",
    "<title>Harbour. Bridge opens after nine years</title><h1><span>Oldtown</span> Bridge opens after nine years</h1>" STORY,
    "title=Bridge opens after nine years" },
  { "a kicker that metadata have too",
    "<title>Transport: Bridge opens after nine years</title><h1><span class='kicker'>Transport:</span> Bridge opens after "
    "nine years</h1>" STORY,
    "title=Transport: Bridge opens after nine years" },
  { "other words for search engines",
    "<title>Toll chaos LIVE as crossing is back</title><meta property='og:title' content='Toll chaos LIVE as crossing is back'>"
    "<h1>Harbour bridge opens after nine years of repairs</h1>" STORY,
    "title=Harbour bridge opens after nine years of repairs" },
  { "a heading of the site, and metadata",
    "<meta property='og:title' content='Toll chaos as crossing is back'><h1>News from the harbour</h1>" STORY,
    "title=Toll chaos as crossing is back" },
  { "entities twice",
    LD ("{\"@type\":\"NewsArticle\",\"headline\":\"&quot;Bridge&quot; opens &amp;#8211; at last\"}") STORY,
    "title=\"Bridge\" opens – at last" },
  { "another article's heading",
    "<title>Bridge opens after nine years</title><aside class='related'><h1>Harbour closed for repairs today</h1></aside>"
    "<h2 class='entry-title'>Bridge opens after nine years</h2>" STORY,
    "title=Bridge opens after nine years" },
  { "Chinese, no blanks",
    "<title>大桥九年后通车_海港新闻网</title><meta property='og:site_name' content='海港新闻网'>" STORY,
    "title=大桥九年后通车" },
  { "the masthead before the headline",
    "<title>The Courier</title><h1>The Courier</h1><ul><li>Home</li><li>Letters</li></ul>"
    "<h2>Bridge opens after nine years</h2>" STORY,
    "title=Bridge opens after nine years" },
  { "an office's name for every page",
    "<title>Embassy of the Republic in the Kingdom</title><h3>Bridge opens after nine years</h3><div>18.05.2018</div>" STORY,
    "title=Bridge opens after nine years|published=2018-05-18" },
  { "type for a heading",
    "<title>::: Ministry of Bridges :::</title><p>Copyright © 2014 Ministry of Bridges</p><p><u>BRIDGE OPENS AFTER NINE YEARS</u></p>"
    STORY STORY,
    "title=BRIDGE OPENS AFTER NINE YEARS|publisher=Ministry of Bridges" },
  { "large letters", "<title>index</title><font size='5'>Bridge opens after nine years</font>" STORY,
    "title=Bridge opens after nine years" },
  { "nothing", "<p>Words.</p>", "title=|author=|published=|publisher=|url=|language=" },
};

static const Case authors[] = {
  { "a list of columnists",
    HEAD STORY STORY "<div class='yazarlar'><h3>KÖŞE YAZARLARI</h3><div class='yazar'><b>Hikmet Baran</b>"
    "<a href='#'>The tree without a name</a></div><div class='yazar'><b>Aysel Duman</b><a href='#'>A day on the hill</a>"
    "</div></div>",
    "author=" },
  { "a box of the author far below", HEAD STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY STORY
    "<div class='author-box'><p class='author-name'>Anna Berg</p><div class='author-posts'><a href='/a'>Ice closes the "
    "channel</a></div></div>",
    "author=Anna Berg" },
  { "a folder of reporters beside the page, in a line with the day",
    HEAD "<div class='news-info'><span class='editor'><a href='muhabir/anna-berg'>Anna Berg</a></span> <span>Kaynak: "
    "The Northern Harbour Courier</span> <span>9.6.2021 14:22</span> - <span>Güncelleme: 10.6.2021 09:03</span></div>" STORY,
    "author=Anna Berg" },
  { "a link in the story is no byline",
    HEAD "<p>The bridge was drawn in 1998, says <a href='/people/anna-berg'>Anna Berg</a>, and it took nine years and three"
    " builders until the last stone was laid.</p>" STORY,
    "author=" },
  { "the house alone", HEAD "<p>28.10.2013 | <span class='field-source'>Af Ritfinans</span></p>" STORY, "author=" },
  { "in a script without capitals",
    HEAD "<div class='jeg_meta_author'><span class='meta_text'>ავტორი</span> <a href='https://c.example/author/nino-m/'>"
    "ნინო მაისურაძე</a></div>" STORY,
    "author=ნინო მაისურაძე" },
  { "in the dateline",
    HEAD "<h2>The ferry that took its place for nine years goes to the islands in the north</h2>"
    "<p><b>ВЫСОКИЙ БЕРЕГ, 14 июн — Вестник Порта, Игорь Сомов.</b> Первые суда пришли в понедельник, до зимы порт ждёт "
    "ещё двести, пока лёд не закроет пролив.</p>",
    "author=Игорь Сомов" },
  { "no name in the dateline",
    HEAD "<p>ВЫСОКИЙ БЕРЕГ, 14 июн — Вестник Порта, Игорь Сомов сказал, что первые суда пришли. До зимы порт ждёт ещё двести, "
    "пока лёд не закроет пролив.</p>",
    "author=" },
  { "in an aside of the headline",
    HEAD "<aside class='article-aside'><dd class='createdby' itemprop='author' itemscope><span itemprop='name'>Anna Berg"
    "</span></dd></aside>" STORY,
    "author=Anna Berg" },
  { "string", LD ("{\"@type\":\"NewsArticle\",\"author\":\"Anna Berg\"}") HEAD STORY, "author=Anna Berg" },
  { "object", LD ("{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Anna Berg\"}}") HEAD STORY,
    "author=Anna Berg" },
  { "list", LD ("{\"@type\":\"Article\",\"author\":[{\"name\":\"Anna Berg\"},\"Jan Novak\"]}") HEAD STORY,
    "author=Anna Berg, Jan Novak" },
  { "list of names", LD ("{\"@type\":\"Article\",\"author\":{\"name\":[\"Anna Berg\",\"Jan Novak\"]}}") HEAD STORY,
    "author=Anna Berg, Jan Novak" },
  { "by reference",
    LD ("{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}},{\"@type\":\"Person\",\"@id\":\"#p\","
        "\"name\":\"Anna Berg\"}]}") HEAD STORY,
    "author=Anna Berg" },
  { "the site in the metadata, a person to be seen",
    LD ("{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Courier\"},"
        "\"publisher\":{\"name\":\"The Courier\"}}") HEAD "<p class='byline'>By Anna Berg</p>" STORY,
    "author=Anna Berg|publisher=The Courier" },
  { "admin", "<meta name='author' content='admin'>" HEAD STORY, "author=" },
  { "an address", "<meta property='article:author' content='https://www.facebook.com/courier'>" HEAD STORY, "author=" },
  { "microdata",
    HEAD "<span itemprop='author' itemscope itemtype='https://schema.org/Person'>by <b itemprop='name'>Anna Berg</b>,"
    " correspondent</span>" STORY,
    "author=Anna Berg" },
  { "rel", HEAD "<p>Posted by <a rel='author' href='/anna'>Anna Berg</a> in <a href='/news'>News</a></p>" STORY,
    "author=Anna Berg" },
  { "two links", HEAD "<div class='authors'><a rel='author' href='/a'>Anna Berg</a> <a rel='author' href='/j'>Jan Novak</a></div>" STORY,
    "author=Anna Berg, Jan Novak" },
  { "words", HEAD "<div>By Anna Berg and Jan Novak</div>" STORY, "author=Anna Berg, Jan Novak" },
  { "Russian words below the story", HEAD STORY "<p>Автор: Ирина Соколова</p>", "author=Ирина Соколова" },
  { "a comment's", HEAD STORY "<div class='comments'><div class='comment'><span class='author'>Troll King</span></div></div>",
    "author=" },
  { "another article's", HEAD STORY "<aside class='related-posts'><div class='card'><span class='author'>Jan Novak</span></div></aside>",
    "author=" },
  { "of a photograph", HEAD "<figure><img><figcaption>Photo: Jan Novak</figcaption></figure>" STORY, "author=" },
  { "an agency alone", HEAD "<div class='byline'>Reuters</div>" STORY, "author=Reuters" },
  { "an agency beside a person", HEAD "<div class='byline'>Anna Berg / Reuters</div>" STORY, "author=Anna Berg" },
  { "the biography",
    HEAD "<div class='author-bio'>Anna Berg writes about ports</div><span class='byline'>Jan Novak</span>" STORY,
    "author=Jan Novak" },
  { "metadata know one more",
    "<meta name='author' content='Anna Berg, Jan Novak'>" HEAD "<span class='author'>Anna Berg</span>" STORY,
    "author=Anna Berg, Jan Novak" },
  { "outside the article",
    HEAD "<article><footer>Submitted by <span class='username'>Anna Berg</span></footer>" STORY "</article>"
    "<article><span class='username'>Troll King</span></article>",
    "author=Anna Berg" },
  { "a list of columnists",
    HEAD STORY "<div><div class='columnist'><b>Jan Novak</b></div><p>Trains</p><div class='columnist'><b>Li Wei Han</b></div>"
    "<p>Ports</p><div class='columnist'><b>Ivo Kral</b></div><p>Rivers</p></div>",
    "author=" },
  { "behind the day", HEAD "<small>February 8th, 2012 by Anna Berg</small>" STORY, "author=Anna Berg|published=2012-02-08" },
  { "before the day", HEAD "<p>Anna Berg, 12 августа 2013 года</p>" STORY, "author=Anna Berg" },
  { "a place before the day", HEAD "<p>New York, 12.08.2013</p>" STORY, "author=|published=2013-08-12" },
  { "above the day", HEAD "<div><a href='#'>Anna Berg</a></div><div>Dec 07, 2023</div>" STORY, "author=Anna Berg" },
  { "a signature", HEAD STORY "<p><strong>The Agency / Anna Berg</strong></p></div><div>Share</div>", "author=Anna Berg" },
  { "a label inside a line", HEAD "<div>Source: The Agency Author: Anna Berg</div>" STORY, "author=Anna Berg" },
  { "no blanks", HEAD "<span>海峡晨讯作者：郑凯文2018-10-12 21:37</span>" STORY, "author=郑凯文|published=2018-10-12" },
  { "in the first brackets",
    HEAD "<p>新港网石城6月18日电（记者 柳文柏）据石城海关统计，今年前5个月，中国与秘鲁的贸易额增长百分之十二，其中出口增长百分之九，"
    "进口增长百分之十四，两国企业都说运费下降了，码头也不再拥挤了。</p>",
    "author=柳文柏" },
  { "a person's own page", "<title>Anna Berg</title>" HEAD "<span class='author'>Anna Berg</span>" STORY
    "<footer>© 2024 Anna Berg</footer>", "author=Anna Berg" },
  { "an id for an author",
    LD ("{\"@graph\":[{\"@type\":\"Article\",\"author\":\"#p\"},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Anna Berg\"}]}")
    HEAD STORY,
    "author=Anna Berg" },
  { "lists in lists", LD ("{\"@type\":\"Article\",\"author\":[[\"Anna Berg\"],{\"name\":[\"Jan Novak\"]}]}") HEAD STORY,
    "author=Anna Berg, Jan Novak" },
  { "names in two", LD ("{\"@type\":\"Article\",\"author\":{\"givenName\":\"Anna\",\"familyName\":\"Berg\"}}") HEAD STORY,
    "author=Anna Berg" },
  { "an empty author", LD ("{\"@type\":\"Article\",\"author\":{\"name\":\"\"},\"creator\":\"Anna Berg\"}") HEAD STORY,
    "author=Anna Berg" },
  { "capitals", LD ("{\"@type\":\"Article\",\"author\":\"ANNA BERG\"}") HEAD "<p>By Anna Berg</p>" STORY, "author=Anna Berg" },
  { "a library's", "<meta name='citation_author' content='Berg, Anna'>" HEAD STORY, "author=Anna Berg" },
  { "a pair",
    "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Anna Berg'>" HEAD STORY,
    "author=Anna Berg" },
  { "another pair",
    "<meta name='twitter:label1' content='Time to read'><meta name='twitter:data1' content='Four Minutes'>" HEAD STORY,
    "author=" },
  { "a prefix", HEAD "<p><span property='schema:author'>Anna Berg</span></p>" STORY, "author=Anna Berg" },
  { "where a link leads", HEAD "<div class='x7'><a href='/authors/anna-berg'>Anna Berg</a></div>" STORY, "author=Anna Berg" },
  { "a name that touches", HEAD "<p class='byline'><b>Ann Bell</b><i>Reporter</i></p>" STORY, "author=Ann Bell" },
  { "roles below",
    HEAD "<div><h6>Siti Rahma</h6><span>Penulis</span></div><div><h6>Budi Santoso</h6><span>Editor</span></div>" STORY,
    "author=Siti Rahma" },
  { "a label above", HEAD "<dl><dt>Autor</dt><dd>Ana Berg</dd></dl>" STORY, "author=Ana Berg" },
  { "a label without a name", HEAD "<div>Text</div><div>Share</div>" STORY, "author=" },
  { "a day of the week", HEAD "<p>Anna Berg, Thursday 9 March 2017</p>" STORY, "author=Anna Berg" },
  { "behind the source", HEAD "<p>Source: The Agency / Anna Berg</p>" STORY, "author=Anna Berg" },
  { "above the story", HEAD "<p><b>Anna Berg and Jan Novak</b></p>" STORY, "author=Anna Berg, Jan Novak" },
  { "no name above the story", HEAD "<p><b>Key Points</b></p>" STORY, "author=" },
  { "the last paragraph", HEAD STORY STORY "<p>Anna Berg</p>", "author=Anna Berg" },
  { "a heading behind the story", HEAD STORY STORY "<p>Related Articles</p>", "author=" },
  { "behind the day and a sign", HEAD "<p>9 June 2021 | Anna Berg</p>" STORY, "author=Anna Berg" },
  { "a rubric above the day", HEAD "<p>Foreign Trade</p><p>9 June 2021</p>" STORY, "author=" },
  { "in brackets below the story",
    HEAD STORY STORY "<p>(Reporting by Anna Berg in Vienna; Editing by Jan Novak)</p>", "author=Anna Berg" },
  { "a link inside the story", HEAD "<p>Minister <a href='/people/jan-novak'>Jan Novak</a> opened the bridge on Monday and "
    "said that nine years had been a long time for the town and for all of its people.</p>", "author=" },
  { "nobody", HEAD "<p>By Our Correspondent</p>" STORY, "author=" },
  { "Korean, below the story", HEAD STORY "<p>홍길동 기자 gildong@courier.example</p>", "author=홍길동" },
  { "an office in Japanese",
    HEAD "<p>【経済部・山田太郎】港の当局は月曜日に最初の船が到着したと発表し、冬までにさらに二百隻が来ると見込んでいる。"
    "北の水路は毎年三か月の間、氷で閉ざされるという。</p>",
    "author=山田太郎" },
  { "who put it up, and who wrote it",
    LD ("{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Paul Webber\"}}") HEAD "<p>By Anna Berg</p>" STORY,
    "author=Anna Berg" },
  { "linked data before a part that is called so",
    LD ("{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Anna Berg\"}}")
    HEAD "<div class='author-topics'>Middle Lands</div>" STORY,
    "author=Anna Berg" },
  { "one word, marked", HEAD "<a rel='author' href='/s'>Suwarno</a>" STORY, "author=Suwarno" },
  { "one word, called so", HEAD "<span class='author'>Economy</span>" STORY, "author=" },
  { "an invitation", HEAD "<div class='author'><a href='/f'>Follow Us</a></div>" STORY, "author=" },
};

static const Case dates[] = {
  { "in an aside of the headline",
    HEAD "<aside class='article-aside'><time datetime='2019-05-22T09:40:31+03:00' itemprop='datePublished'>22 May 2019"
    "</time></aside><p>On May 21, 2019, the ambassador met the minister of transport, and both said that the bridge would be"
    " of use to the two countries for many years.</p>",
    "published=2019-05-22" },
  { "in an aside below the story",
    HEAD STORY "<aside><a href='/2'>Another</a><time datetime='2019-05-22' itemprop='datePublished'>22 May 2019</time></aside>",
    "published=" },
  { "data", LD ("{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-06-09T18:47:00+03:00\",\"dateModified\":\"2021-06-12\"}") HEAD STORY,
    "published=2021-06-09" },
  { "meta", "<meta property='article:published_time' content='2021-06-09T18:47:00+03:00'>"
    "<meta property='article:modified_time' content='2021-06-12T10:00:00+03:00'>" HEAD STORY,
    "published=2021-06-09" },
  { "time", HEAD "<time datetime='2021-06-09T18:47'>last Wednesday</time>" STORY, "published=2021-06-09" },
  { "updated and published",
    HEAD "<p>Updated: <time datetime='2021-06-12'>12 June</time> Published: <time datetime='2021-06-09'>9 June</time></p>" STORY,
    "published=2021-06-09" },
  { "changed alone", HEAD "<p>Last updated on <time datetime='2021-06-12'>12 June</time></p>" STORY, "published=2021-06-12" },
  { "changed alone, in a line", HEAD "<p>Stand: 12.06.2021, 18:47 Uhr</p>" STORY, "published=2021-06-12" },
  { "digits to be seen", HEAD "<p>09.06.2021, 18:47</p>" STORY, "published=2021-06-09" },
  { "words to be seen", HEAD "<p>9 июня 2021 г., 18:47</p>" STORY, "published=|date_line=9 июня 2021 г., 18:47" },
  { "words with a label", HEAD "<div><span class='date'>Publicado el 9 de junio de 2021</span></div>" STORY,
    "published=|date_line=Publicado el 9 de junio de 2021" },
  { "of another article", HEAD STORY "<aside class='related'><time datetime='2022-01-01'>1 January</time></aside>",
    "published=" },
  { "of a comment", HEAD STORY "<ol class='commentlist'><li><time datetime='2022-01-01'>1 January</time></li></ol>",
    "published=" },
  { "today in the page's head", "<div class='header'><span>Today: 22.11.2024</span></div>" HEAD "<p>09.06.2021</p>" STORY,
    "published=2021-06-09" },
  { "copyright", HEAD STORY "<footer>© 2024 The Courier. 01.01.2024</footer>", "published=" },
  { "inside a sentence", HEAD "<ul><li>The contract for the bridge was signed by both sides on 12.03.2012</li></ul>" STORY,
    "published=" },
  { "the address", "<link rel='canonical' href='https://courier.example/2021/06/09/bridge-opens/'>" HEAD STORY,
    "published=2021-06-09|url=https://courier.example/2021/06/09/bridge-opens/" },
  { "stamped anew when the site moved",
    LD ("{\"@type\":\"Article\",\"datePublished\":\"2023-02-01\"}")
    "<link rel='canonical' href='https://courier.example/2015/06/09/bridge/'>" HEAD "<p class='date'>09.06.2015</p>" STORY,
    "published=2015-06-09" },
  { "the clock of UTC, the day before to be seen",
    LD ("{\"@type\":\"Article\",\"datePublished\":\"2021-06-10T02:30:00Z\"}") HEAD "<p class='date'>09.06.2021 21:30</p>" STORY,
    "published=2021-06-09" },
  { "the clock of UTC, words",
    LD ("{\"@type\":\"Article\",\"datePublished\":\"2021-06-08T22:30:00Z\"}") HEAD "<p class='date'>9 июня 2021, 07:30</p>" STORY,
    "published=2021-06-09" },
  { "month first",
    "<html lang='en-US'>" HEAD "<p class='date'>06/09/2021</p>" STORY, "published=2021-06-09" },
  { "day first", "<html lang='en-GB'>" HEAD "<p class='date'>09/06/2021</p>" STORY, "published=2021-06-09" },
  { "the readers' evening, and machines' morning",
    "<link rel='canonical' href='https://courier.example/2021/06/10/bridge-opens/'>"
    LD ("{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-06-10T01:35:20Z\"}") HEAD
    "<time itemprop='datePublished'>09/06/2021 22h35</time>" STORY,
    "published=2021-06-09" },
  { "order told by the address",
    "<link rel='canonical' href='https://courier.example/2021/06/09/b'>" HEAD "<p class='date'>06/09/2021</p>" STORY,
    "published=2021-06-09" },
  { "a list of other days",
    HEAD "<p>Posted 23.03.2015</p>" STORY "<div><time datetime='2024-07-09'></time><time datetime='2024-07-08'></time>"
    "<time datetime='2024-07-07'></time><time datetime='2024-07-09'></time></div>",
    "published=2015-03-23" },
  { "when it was saved, in the head", "<meta name='date' content='2024-07-09'>" HEAD "<p>Posted 23.03.2015</p>" STORY,
    "published=2015-03-23" },
  { "when it was printed", HEAD "<p>9 июня 2021 года</p>" STORY "<small>Напечатано 22.11.2026 16:58</small>",
    "published=|date_line=9 июня 2021 года" },
  { "today above, words",
    "<div class='date'>Sunday 22 ноября 2024</div><p>" STORY STORY STORY STORY STORY STORY "</p>" HEAD
    "<div class='item-date'>9 июня 2021</div>" STORY,
    "published=|date_line=9 июня 2021" },
  { "a label in a long line",
    HEAD "<div>By Anna Berg | Published: Wednesday, 9 июня 2021 | Section: Roads and rivers and railways | Comments: none yet</div>" STORY,
    "published=|date_line=Published: Wednesday, 9 июня 2021 " },
  { "microdata of other articles",
    "<div itemscope itemtype='http://schema.org/NewsArticle'>" HEAD "<time itemprop='datePublished' datetime='2018-11-29'></time>" STORY
    "</div><div itemscope itemtype='http://schema.org/NewsArticle'><time itemprop='datePublished' datetime='2018-11-15'></time></div>",
    "published=2018-11-29" },
  { "what was never set", "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>" HEAD STORY, "published=" },
  { "still to come", "<meta property='article:published_time' content='2199-01-01'>" HEAD STORY, "published=" },
  { "of a page, not its article",
    LD ("[{\"@type\":\"WebPage\",\"datePublished\":\"2011-01-01\"},{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-06-09\"}]") HEAD STORY,
    "published=2021-06-09" },
  { "of others in a list",
    LD ("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"Other\",\"datePublished\":\"2022-01-01\"}]}")
    HEAD "<time datetime='2021-06-09'></time>" STORY,
    "published=2021-06-09" },
};

static const Case others[] = {
  { "broken data",
    LD ("<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Bridge\nopens after \"nine\" years\", \"author\": {\"name\": \"Anna Berg\",},} -->")
    STORY,
    "title=Bridge opens after \"nine\" years|author=Anna Berg" },
  { "canonical", "<link rel='canonical' href='https://courier.example/bridge?utm_source=x&id=4#top'>" HEAD STORY,
    "url=https://courier.example/bridge?id=4" },
  { "og:url", "<meta property='og:url' content='https://courier.example/bridge'>" HEAD STORY, "url=https://courier.example/bridge" },
  { "a saved file's own address", "<link rel='canonical' href='file:///home/me/bridge.html'>" HEAD STORY, "url=" },
  { "language of the page", "<html lang='ru-RU'>" HEAD STORY, "language=ru" },
  { "language of a header", "<meta http-equiv='content-language' content='kk'>" HEAD STORY, "language=kk" },
  { "an English template", "<html lang='en'><meta property='og:locale' content='uk_UA'>"
    LD ("{\"@type\":\"Article\",\"inLanguage\":\"uk\"}") HEAD STORY,
    "language=uk" },
  { "the publisher of the data", LD ("{\"@type\":\"Article\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Courier\"}}") HEAD STORY,
    "publisher=The Courier" },
  { "the publisher behind the headline", "<title>Bridge opens after nine years | The Courier</title>" HEAD STORY,
    "publisher=The Courier" },
  { "the publisher before the headline", "<title>The Courier: Bridge opens after nine years</title>" HEAD STORY,
    "publisher=The Courier" },
  { "the publisher in its logo", "<a href='/'><img src='l.png' alt='The Courier'></a>" HEAD STORY, "publisher=The Courier" },
  { "the publisher in its copyright", HEAD STORY "<p>© 2005–2024 The Courier. All rights reserved.</p>", "publisher=The Courier" },
  { "the publisher by its host", "<link rel='canonical' href='https://www.courier.example/b'>" HEAD STORY,
    "publisher=courier.example" },
};

static const char *
get_fact (const TlDocumentFields *fields,
          const char             *name)
{
  if (g_str_equal (name, "date_line"))
    return fields->date_line;
  for (guint i = 0; i < TL_N_FACTS; i++)
    if (g_str_equal (tl_fact_get_name ((TlFact) i), name))
      return tl_document_fields_get (fields, (TlFact) i);
  g_assert_not_reached ();
}

static void
check_page (const Case *one)
{
  g_auto(GStrv) facts = g_strsplit (one->expected, "|", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) tree = tl_html_parse ((const guint8 *) one->page, strlen (one->page), NULL, &error);
  g_auto(TlDocumentFields) fields = { NULL };

  g_assert_no_error (error);
  tl_page_facts_find (tree, NULL, &fields);
  for (guint i = 0; facts[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (facts[i], "=", 2);
      const char *got = get_fact (&fields, pair[0]);

      if (g_strcmp0 (got != NULL ? got : "", pair[1]) != 0)
        g_error ("%s: %s is “%s” instead of “%s”", one->name, pair[0], got != NULL ? got : "", pair[1]);
    }
}

static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    check_page (&titles[i]);
}

static void
test_authors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (authors); i++)
    check_page (&authors[i]);
}

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    check_page (&dates[i]);
}

static void
test_others (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check_page (&others[i]);
}

static void
test_provenance (void)
{
  static const char page[] =
    "<meta property='og:site_name' content='The Courier'>" LD ("{\"@type\":\"Article\",\"datePublished\":\"2021-06-09\"}")
    HEAD "<span class='byline'>By Anna Berg</span>" STORY;
  g_autoptr(xmlDoc) tree = tl_html_parse ((const guint8 *) page, strlen (page), NULL, NULL);
  g_auto(TlDocumentFields) fields = { NULL };

  tl_page_facts_find (tree, "https://courier.example/bridge?fbclid=1", &fields);
  g_assert_cmpint (fields.provenance[TL_FACT_TITLE], ==, TL_PROVENANCE_ELEMENT);
  g_assert_cmpint (fields.provenance[TL_FACT_AUTHOR], ==, TL_PROVENANCE_ELEMENT);
  g_assert_cmpint (fields.provenance[TL_FACT_PUBLISHED], ==, TL_PROVENANCE_JSON_LD);
  g_assert_cmpint (fields.provenance[TL_FACT_PUBLISHER], ==, TL_PROVENANCE_OPENGRAPH);
  g_assert_cmpint (fields.provenance[TL_FACT_URL], ==, TL_PROVENANCE_DOWNLOAD);
  g_assert_cmpstr (fields.url, ==, "https://courier.example/bridge");
}

static void
test_saved_from (void)
{
  static const struct { const char *markup, *address; } saved[] = {
    { "<!DOCTYPE html>\n<!-- saved from url=(0030)https://courier.example/bridge -->\n<html>", "https://courier.example/bridge" },
    { "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://courier.example/bridge \n"
      " saved date: Wed Jun 09 2021 -->", "https://courier.example/bridge" },
    { "<!-- saved from url=(0014)about:internet -->", NULL },
    { "<!-- saved from url=(0030", NULL },
    { "<html>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (saved); i++)
    {
      g_autofree char *address = tl_page_facts_dup_address (saved[i].markup, strlen (saved[i].markup));

      g_assert_cmpstr (address, ==, saved[i].address);
    }
}

/* Pages made to do harm: deep, wide, endless, cyclic. */
static void
test_bounds (void)
{
  static const char *const pieces[] = {
    "<div class='author'>", "<span class='byline author'>By Anna Berg</span>", "<time datetime='2021-06-09'>",
    "<h1>Bridge opens after nine years</h1>", "<meta name='author' content='Anna Berg'>", "<p class='date'>9.6.2021",
    LD ("{\"@id\":\"a\",\"author\":{\"@id\":\"a\"},\"@type\":\"Article\"}"), "By ", "<a rel=author>", "1.2.3.4.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) page = g_string_new ("<html><body><h1>Bridge</h1>");
      g_autoptr(xmlDoc) tree = NULL;
      g_auto(TlDocumentFields) fields = { NULL };

      for (guint j = 0; j < 20000; j++)
        g_string_append (page, pieces[i]);
      tree = tl_html_parse ((const guint8 *) page->str, page->len, NULL, NULL);
      if (tree != NULL)
        tl_page_facts_find (tree, NULL, &fields);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-facts/titles", test_titles);
  g_test_add_func ("/page-facts/authors", test_authors);
  g_test_add_func ("/page-facts/dates", test_dates);
  g_test_add_func ("/page-facts/others", test_others);
  g_test_add_func ("/page-facts/provenance", test_provenance);
  g_test_add_func ("/page-facts/saved-from", test_saved_from);
  g_test_add_func ("/page-facts/bounds", test_bounds);
  return g_test_run ();
}
