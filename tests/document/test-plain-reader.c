/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the plain reader takes from a text: headline, byline, address, publisher, language.
 */

#include "tl-document.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *title;
  const char *publisher;
  const char *author;
  const char *url;
} Head;

static const Head heads[] = {
  {
    "headline-and-story",
    "Ghana buys more shea butter\n\n"
    "Trade in shea butter between Ghana and Burkina Faso doubled last year, the ministry said.\n",
    "Ghana buys more shea butter", NULL, NULL, NULL,
  },
  {
    "no-headline",
    "Trade in shea butter between Ghana and Burkina Faso doubled last year, the ministry said.\n\n"
    "It was worth $12 million.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "dateline-first",
    "ACCRA, 4 May (GNA) – Trade in shea butter doubled last year.\n\nIt was worth $12 million.\n",
    NULL, "GNA", NULL, NULL,
  },
  {
    "agency-in-capitals",
    "ACCRA. VOLTANEWS - The minister of trade said on 4 May that exports had doubled, Voltanews has learnt.\n",
    NULL, "Voltanews", NULL, NULL,
  },
  {
    "trail-byline-date",
    "Home > News > Economy\n\n"
    "Ghana and Togo want a common market for cocoa\n\n"
    "By Ama Mensah\n12 March 2020, 09:15\n\n"
    "ACCRA (GNA) - Trade between Ghana and Togo reached $210 million in 2019.\n",
    "Ghana and Togo want a common market for cocoa", "GNA", "Ama Mensah", NULL,
  },
  {
    "menus-before",
    "News\nPolitics\nEconomy\nSport\nAll stories\nAll stories\nSunday, 3 March 2024\n04 May 2018, 11:20\n\n"
    "Lima and Quito settle their sugar dispute\n\n"
    "LIMA, 3 May (Andes) – The two governments said on Thursday that quotas on sugar would end.\n",
    "Lima and Quito settle their sugar dispute", "Andes", NULL, NULL,
  },
  {
    "menus-without-blank-lines",
    "Home\nNews\nPolitics\nEconomy\nSport\nCulture\n"
    "Lima and Quito settle their sugar dispute\n3 May 2018\n"
    "The two governments said on Thursday that trade between them would be free of quotas on sugar from next "
    "year on, and that both would gain.\n",
    "Lima and Quito settle their sugar dispute", NULL, NULL, NULL,
  },
  {
    "section-is-no-headline",
    "WORLD NEWS\n\nLAGOS, May 4 (NAN) – Nigeria's exports to Benin fell by 10 per cent, the customs service said.\n",
    NULL, "NAN", NULL, NULL,
  },
  {
    "what-is-repeated-is-a-menu",
    "More news from Ghana\n\nMore news from Ghana\n\nLAGOS, May 4 (NAN) – Exports to Benin fell by 10 per cent, the "
    "customs service said.\n",
    NULL, "NAN", NULL, NULL,
  },
  {
    "date-above",
    "2018-09-11\nA governor and an envoy compare notes\n\nGOMEL – An ambassador paid a call on the governor.\n",
    "A governor and an envoy compare notes", NULL, NULL, NULL,
  },
  {
    "month-above",
    "2026-02 / ACCRA\n\nParliamentarians on tour\n\nA delegation from Togo has come to Ghana this week.\n",
    "Parliamentarians on tour", NULL, NULL, NULL,
  },
  {
    "teletype",
    "  5-MAR-1987 18:28:56.35\n  SUGAR TRADE OF TWO NEIGHBOURS UP 9 PCT IN 1986\n"
    "      LIMA, March 5 - Trade in sugar between the two neighbours rose 9 pct,\n"
    "  the minister said in a speech to growers.\n",
    "SUGAR TRADE OF TWO NEIGHBOURS UP 9 PCT IN 1986", NULL, NULL, NULL,
  },
  {
    "broken-headline",
    "Malawi tea finds new buyers\nin Egypt and Jordan\n\nLILONGWE - Tea exports rose to $12 million in 2021.\n",
    "Malawi tea finds new buyers in Egypt and Jordan", NULL, NULL, NULL,
  },
  {
    "wrapped-story-under-headline",
    "Mauritius looks east\n"
    "The island republic wants to trade more with India, whose share of its\n"
    "imports has grown for ten years in a row, the ministry of commerce has\n"
    "said. Trade was worth $1.1 billion in 2018.\n",
    "Mauritius looks east", NULL, NULL, NULL,
  },
  {
    "wrapped-story-alone",
    "The island republic wants to trade more with India, whose share of its\n"
    "imports has grown for ten years in a row, the ministry of commerce has\n"
    "said. Trade was worth $1.1 billion in 2018.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "fields",
    "Title: Peru sells more fish to Japan\nAuthor: Rosa Quispe\nDate: 2019-04-03\nSource: Diario Marino\n"
    "URL: https://diariomarino.example/2019/peces\n\nPeru's exports of fish to Japan rose by a third.\n",
    "Peru sells more fish to Japan", "Diario Marino", "Rosa Quispe", "https://diariomarino.example/2019/peces",
  },
  {
    "address-first",
    "https://www.highland-post.example/2022/06/13/two-lakes\n\n"
    "Two countries that share a lake have agreed on who may fish in it, after years of quarrels at sea.\n",
    NULL, "highland-post.example", NULL, "https://www.highland-post.example/2022/06/13/two-lakes",
  },
  {
    "source-last",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "Source: Lake Agency, quoting Fish News, https://lake.example/a/two-lakes_1; background: Other, "
    "https://other.example/b/c\n",
    "Two lakes, one fleet", "Lake Agency", NULL, "https://lake.example/a/two-lakes_1",
  },
  {
    "source-far-below",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n\nEight.\n\nNine.\n\nTen.\n\n"
    "Source: Lake Agency, https://lake.example/a/two-lakes_1\n",
    "Two lakes, one fleet", "Lake Agency", NULL, "https://lake.example/a/two-lakes_1",
  },
  {
    "source-in-brackets",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "(The Lake Times, https://lake.example/a/two-lakes_(1))\n",
    "Two lakes, one fleet", "The Lake Times", NULL, "https://lake.example/a/two-lakes_(1)",
  },
  {
    "carried-by",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "Source: Office of the president via Lakewire, https://lakewire.example/1/2\n",
    "Two lakes, one fleet", "Lakewire", NULL, "https://lakewire.example/1/2",
  },
  {
    "signed-below",
    "RIYADH — The fund will pay for a hospital in the north, its head said on Sunday after a visit.\n\n"
    "It has paid for three schools in the same province before. — SPX\n",
    NULL, "SPX", NULL, NULL,
  },
  {
    "country-domain",
    "https://en.daily.com.sa/article/77/title\n\n"
    "Two countries that share a lake have agreed on who may fish in it, after years of quarrels at sea.\n",
    NULL, "daily.com.sa", NULL, "https://en.daily.com.sa/article/77/title",
  },
  {
    "copyright",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "© 2024 Lake Holdings. All Rights Reserved.\n",
    "Two lakes, one fleet", "Lake Holdings", NULL, NULL,
  },
  {
    "controls-are-no-headline",
    "LISTEN TO ARTICLE 4:10 SHARE THIS ARTICLE Share Tweet Post Email\n\n"
    "Two countries that share a lake have agreed on who may fish in it, after years of quarrels at sea.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "invitation-is-no-address",
    "Two lakes, one fleet\n\nTwo countries that share a lake have agreed on who may fish in it.\n\n"
    "Read more: https://lake.example/other/story\nFollow us on https://social.example/lake/\n",
    "Two lakes, one fleet", NULL, NULL, NULL,
  },
  {
    "cookies-above",
    "We use cookies to make this site work better for you. By clicking you agree that your data may be stored on "
    "your device and be shared with our partners.\nAccept\n\n"
    "Fiji and Samoa sign a trade treaty\n\nSuva, 9 July (PNX) -- Fiji and Samoa have signed a treaty of trade.\n",
    "Fiji and Samoa sign a trade treaty", "PNX", NULL, NULL,
  },
  {
    "short-headline-and-writer",
    "Fleets at peace\nJane Doe, Staff Writer\n\nTwo countries that share a lake have agreed on who may fish in it.\n",
    "Fleets at peace", NULL, NULL, NULL,
  },
  {
    "headline-and-standfirst",
    "Fleets at peace\n\nAfter years of quarrels, two countries agree on who may fish\n\n"
    "Two countries that share a lake have agreed on who may fish in it.\n",
    "Fleets at peace", NULL, NULL, NULL,
  },
  {
    "date-with-label-is-no-headline",
    "Last updated at 10:15 AM on 5th March 2012\n\nTwo countries that share a lake have agreed on who may fish.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "question-and-answer",
    "Will the bridge pay for itself? It depends on whom one asks.\n\n"
    "The bridge between the two towns cost $90 million, which tolls are to bring back within thirty years.\n",
    "Will the bridge pay for itself? It depends on whom one asks.", NULL, NULL, NULL,
  },
  {
    "standfirst-is-no-headline",
    "A weekly look at the trade of small islands.\n\n"
    "Two countries that share a lake have agreed on who may fish in it, after years of quarrels at sea.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "abbreviation-at-the-end",
    "Island to buy ten ferries from Hansen Inc.\n\n"
    "The island republic will buy ten ferries for $90 million, the ministry of transport said on Monday.\n",
    "Island to buy ten ferries from Hansen Inc.", NULL, NULL, NULL,
  },
  {
    "site-behind-a-bar",
    "World\nEurope\n\nFrance, Italy agree on tunnel tolls | The Alpine Post\n\nMar 3, 2015 / Turin\n\n"
    "France and Italy have agreed on tolls for lorries in the tunnel, the ministers said on Tuesday in Turin.\n",
    "France, Italy agree on tunnel tolls", NULL, NULL, NULL,
  },
  {
    "capitals-with-a-dash",
    "USA – Fiji trade up again\n\n"
    "Trade between the United States and Fiji rose by 4% in 2016, the bureau said in its yearly report.\n",
    "USA – Fiji trade up again", NULL, NULL, NULL,
  },
  {
    "note",
    "# A bridge for two towns\n\nTwo towns opened a bridge.  Trade between them was $90 million in 2020.\n",
    "A bridge for two towns", NULL, NULL, NULL,
  },
  {
    "russian",
    "12 марта 2020, 09:15\nТорговля соседей выросла на треть\n\n"
    "МИНСК, 12 марта (Корр.). Товарооборот двух стран в 2019 году составил 260 млн долларов, сообщили в "
    "министерстве экономики, и вырос на треть.\n",
    "Торговля соседей выросла на треть", NULL, NULL, NULL,
  },
  {
    "headline-twice",
    "Lima and Quito settle their sugar dispute\n\n3 March 2018\nLima and Quito settle their sugar dispute\n"
    "A mill in the north of Peru at harvest time. Photo: Andes\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    "Lima and Quito settle their sugar dispute", NULL, NULL, NULL,
  },
  {
    "caption-alone",
    "3 March 2018\nA mill in the north of Peru, where the sugar of both countries has been refined for years. — Andes pic\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "byline-with-place",
    "Lima and Quito settle their sugar dispute\nBy Rosa Quispe in Piura\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    "Lima and Quito settle their sugar dispute", NULL, "Rosa Quispe", NULL,
  },
  {
    "press-release",
    "PRESS RELEASE - FOR IMMEDIATE DISTRIBUTION\n\nLima and Quito settle their sugar dispute\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    "Lima and Quito settle their sugar dispute", NULL, NULL, NULL,
  },
  {
    "outlet-in-its-own-address",
    "https://andessugar.example/2018/lima-quito-settle-dispute\n\nSupport Andes Sugar!\n"
    "Lima and Quito settle their dispute\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    "Lima and Quito settle their dispute", "andessugar.example", NULL,
    "https://andessugar.example/2018/lima-quito-settle-dispute",
  },
  {
    "server-and-site-above",
    "[an error occurred while processing this page]\nLake News\nwatch One-Minute Lake News\n"
    "Last Updated: Thursday, 19 May, 2005, 08:56 GMT\nLake fleets stand firm in herring row\nA fisherman at work\n"
    "Fleets of both shores say their catch is fair\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets stand firm in herring row", NULL, NULL, NULL,
  },
  {
    "logo-above",
    "The Lakewire logo\n\nLake fleets agree on herring\n\nBy Jane Doe\nThursday, March 24\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring", NULL, "Jane Doe", NULL,
  },
  {
    "buttons-in-lower-case",
    "add Lakewire to homescreen\n\ntap to bring up your browser menu\n\nLake fleets agree on herring\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring", NULL, NULL, NULL,
  },
  {
    "section-in-capitals",
    "STOCK MARKET FISH INDEX\nLake fleets agree on herring after talks\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring after talks", NULL, NULL, NULL,
  },
  {
    "buttons-below-headline",
    "Lakes\n\nLake fleets agree on herring after talks\n\nmessenger email copy print\n\nHerring fleets agree\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring after talks", NULL, NULL, NULL,
  },
  {
    "trail-before-headline",
    "Home / Latest / Lake fleets agree on herring, after talks of three years and a vote\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring, after talks of three years and a vote", NULL, NULL, NULL,
  },
  {
    "heading-of-the-day",
    "Business News of 2014-04-01\n\nLake fleets agree on herring\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    "Lake fleets agree on herring", NULL, NULL, NULL,
  },
  {
    "place-and-day-are-no-headline",
    "2022-05-06\n\nBaku, May 6, LAKEWIRE\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "cut-sentence-is-no-headline",
    "The ministry of the lakes says that the catch of herring in the larger of the two lakes came to twelve thousand tonnes in "
    "the third quarter,\nwhich is more than ever before in a quarter, and less than was hoped for in the spring.\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "russian-page",
    "Все новости\nПолитика\nЭкономика\nПодписаться на нас\n\nТорговля соседей выросла на треть\n\n9 июня 2021 г. в 14:05\n\n"
    "Товарооборот двух стран в этом году вырос на треть, сообщили в министерстве экономики, и будет не меньше, чем в прошлом.\n",
    "Торговля соседей выросла на треть", NULL, NULL, NULL,
  },
  {
    "french-page",
    "Toute l'actualité du jour\n\nLes voisins commercent davantage\nPublié le 9 juin 2021 à 14h05\nPartager Imprimer\n\n"
    "Le commerce entre les deux pays a augmenté d'un tiers en un an, a déclaré le ministre après une rencontre.\n",
    "Les voisins commercent davantage", NULL, NULL, NULL,
  },
  {
    "turkish-page",
    "Son dakika haberleri burada\n\nİki komşunun ticareti üçte bir arttı\n\nPaylaş Yazdır\n\n"
    "İki ülke arasındaki ticaret bir yılda üçte bir arttı ve bu yıl daha da artacak, bakanlık bunu salı günü söyledi.\n",
    "İki komşunun ticareti üçte bir arttı", NULL, NULL, NULL,
  },
  {
    "russian-fields",
    "Заголовок: Торговля соседей выросла на треть\nАвтор: Вера Орлова\nДата: 9 июня 2021 г.\n"
    "Источник: Озёрное агентство, https://ozero.example/2021/torg\n\n"
    "Товарооборот двух стран в этом году вырос на треть, сообщили в министерстве экономики, и будет не меньше, чем в прошлом.\n",
    "Торговля соседей выросла на треть", "Озёрное агентство", "Вера Орлова", "https://ozero.example/2021/torg",
  },
  {
    "chinese-fields",
    "标题：两个邻国的贸易增长三分之一\n作者：王小明\n来源：湖报\n\n"
    "经济部表示，今年前五个月两国贸易额比去年同期增长三分之一，出口更多。\n",
    "两个邻国的贸易增长三分之一", "湖报", "王小明", NULL,
  },
  {
    "spanish-source-below",
    "Crece el comercio de los vecinos\n\n"
    "El comercio entre los dos países creció un tercio en el primer semestre, según el ministerio de comercio de la capital.\n\n"
    "Fuente: Agencia del Lago, https://lago.example/a/b-1\n",
    "Crece el comercio de los vecinos", "Agencia del Lago", NULL, "https://lago.example/a/b-1",
  },
  {
    "agency-between-slashes",
    "Lake fleets agree on herring\n\nLIMA, June 9. /LAKEPRESS/. The two countries that share the lake will not cut their catch, "
    "their ministers said on Thursday.\n",
    "Lake fleets agree on herring", "LAKEPRESS", NULL, NULL,
  },
  {
    "wrapped-dateline",
    "2021-10-15\n\nOSLO, Oct 15 (Lakepress) - The fleets of both shores of the lake\nhave agreed on herring after talks of\n"
    "three years, the ministry told Lakepress\n\n"
    "The two countries that share the lake will not cut their catch, their ministers said on Thursday.\n",
    NULL, "Lakepress", NULL, NULL,
  },
  {
    "chinese",
    "首页\n新闻\n经济\n\n两个邻国的贸易增长三分之一\n\n2021年6月9日 14:05\n\n"
    "经济部表示，今年前五个月两国贸易额比去年同期增长三分之一，出口更多。\n",
    "两个邻国的贸易增长三分之一", NULL, NULL, NULL,
  },
  {
    "japanese",
    "隣り合う二か国の貿易が三割増加\n2021年6月9日（水）\n\n"
    "経済省によると、今年1月から5月までの両国の貿易額は、前年の同じ時期に比べて三割増えた。\n",
    "隣り合う二か国の貿易が三割増加", NULL, NULL, NULL,
  },
  {
    "thai",
    "การค้าของสองเพื่อนบ้านเพิ่มขึ้นหนึ่งในสาม\n9 มิถุนายน 2564\n\n"
    "มูลค่าการค้าระหว่างสองประเทศในช่วงห้าเดือนแรกของปีเพิ่มขึ้นหนึ่งในสามจากปีก่อน กระทรวงเศรษฐกิจแถลง "
    "รัฐมนตรีกล่าวหลังพบกับเอกอัครราชทูตว่า เราขายนม เนยแข็ง และรถแทรกเตอร์ได้มากขึ้น\n",
    "การค้าของสองเพื่อนบ้านเพิ่มขึ้นหนึ่งในสาม", NULL, NULL, NULL,
  },
  {
    "spanish-date",
    "miércoles, 9 de junio de 2021\nCrece el comercio de los vecinos\n\n"
    "El comercio entre los dos países creció un tercio en el primer semestre, según el ministerio de comercio de la capital.\n",
    "Crece el comercio de los vecinos", NULL, NULL, NULL,
  },
  {
    "chinese-date",
    "2021年6月9日 14:05\n\n经济部表示，今年前五个月两国贸易额比去年同期增长三分之一，出口更多。\n",
    NULL, NULL, NULL, NULL,
  },
  {
    "hungarian-date",
    "2021. június 9., szerda\nNőtt a szomszédok kereskedelme\n\n"
    "A két ország közötti áruforgalom az év első felében egyharmaddal nőtt, közölte a gazdasági minisztérium a fővárosban.\n",
    "Nőtt a szomszédok kereskedelme", NULL, NULL, NULL,
  },
  {
    "year-and-number-are-no-date",
    "Lima-Quito 2019 sugar trade up 13%\n\n"
    "The two governments said on Thursday that quotas on sugar would end before the new harvest begins.\n",
    "Lima-Quito 2019 sugar trade up 13%", NULL, NULL, NULL,
  },
  {
    "number-and-year-are-no-date",
    "13 сделок в 2021\n\n"
    "Товарооборот двух стран в этом году вырос на треть, сообщили в министерстве экономики, и будет не меньше, чем в прошлом.\n",
    "13 сделок в 2021", NULL, NULL, NULL,
  },
  { "list-of-words", "Trade\nImports\nExports\n", NULL, NULL, NULL, NULL },
};

static TlDocument *
read_text (const char *text)
{
  g_autoptr(GError) error = NULL;
  TlDocument *document;

  document = tl_document_new_from_data ("article.txt", (const guint8 *) text, strlen (text), &error);
  g_assert_no_error (error);
  return document;
}

static void
test_head (gconstpointer data)
{
  const Head *head = data;
  g_autoptr(TlDocument) document = read_text (head->text);

  g_assert_cmpstr (tl_document_get_title (document), ==, head->title);
  g_assert_cmpstr (tl_document_get_publisher (document), ==, head->publisher);
  g_assert_cmpstr (tl_document_get_author (document), ==, head->author);
  g_assert_cmpstr (tl_document_get_url (document), ==, head->url);
  g_assert_cmpstr (tl_document_get_text (document), ==, head->text);
}

/* The story begins behind everything that stands above it. */
static void
test_story (void)
{
  static const struct
  {
    const char *above;
    const char *story;
  } cases[] = {
    { "", "ACCRA, 4 May (GNA) – Trade in shea butter doubled last year.\n" },
    { "A headline of five words\n\n3 May 2018\n\n", "Two countries that share a lake have agreed on who may fish.\n" },
    { "https://a.example/b/c\n\n", "Two countries that share a lake have agreed on who may fish.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].above, cases[i].story, NULL);
      g_autoptr(TlDocument) document = read_text (text);

      g_assert_cmpstr (tl_document_get_text (document) + tl_document_get_story (document), ==, cases[i].story);
    }
}

static void
test_language (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } cases[] = {
    { "The minister said that trade with the neighbours was on the rise and that it would be worth more.", "en" },
    { "Der Minister sagte, dass der Handel mit den Nachbarn wächst und im nächsten Jahr mehr wert ist.", "de" },
    { "Le ministre a dit que le commerce avec les voisins est en hausse et que la valeur des échanges croît.", "fr" },
    { "El ministro dijo que el comercio con los vecinos está en alza y que el valor de las ventas crece.", "es" },
    { "Министр сказал, что торговля с соседями растёт и что в этом году её объём будет больше, чем в прошлом.", "ru" },
    { "Міністр сказав, що торгівля із сусідами зростає і що в цьому році її обсяг буде більше, ніж у минулому.", "uk" },
    { "Trade 2019: 5; 2020: 7; 2021: 9", NULL },
    { "Accra Lomé Ouagadougou Bamako Niamey Abuja Yaoundé Libreville Kinshasa Luanda Windhoek Gaborone Maseru", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_text (cases[i].text);

      g_assert_cmpstr (tl_document_get_language (document), ==, cases[i].language);
    }
}

/* Cut anywhere, put together in any order, a page is read without a fault. */
static void
test_any_page (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (29);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr(GString) page = g_string_new (NULL);
      g_autoptr(TlDocument) document = NULL;
      g_autoptr(GError) error = NULL;

      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        {
          const char *text = heads[g_rand_int_range (random, 0, G_N_ELEMENTS (heads))].text;
          int length = (int) g_utf8_strlen (text, -1);
          int start = g_rand_int_range (random, 0, length);
          g_autofree char *part = g_utf8_substring (text, start, g_rand_int_range (random, start, length + 1));

          g_string_append (page, part);
        }
      document = tl_document_new_from_data ("page", (const guint8 *) page->str, page->len, &error);
      if (document == NULL)
        g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY);
      else
        g_assert_cmpuint (tl_document_get_story (document), <=, page->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *path = g_strconcat ("/plain-reader/head/", heads[i].name, NULL);

      g_test_add_data_func (path, &heads[i], test_head);
    }
  g_test_add_func ("/plain-reader/story", test_story);
  g_test_add_func ("/plain-reader/language", test_language);
  g_test_add_func ("/plain-reader/any-page", test_any_page);

  return g_test_run ();
}
