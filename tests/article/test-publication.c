/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a text was published, told by texts of every shape.
 */

#include "tl-article.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *published;
} Case;

/* A paragraph without any date, to stand where a story goes on. */
#define BODY "The two countries will go on with their talks about the bridge and the railway, both sides said.\n"

static const Case cases[] = {
  /* lines above the story */
  { "line-below-headline", "Ghana buys more shea butter\n\nMar 7, 2024\n\n" BODY, "2024-03-07" },
  { "line-above-headline", "2018-09-11\nGhana buys more shea butter\n\n" BODY, "2018-09-11" },
  { "with-hour", "09 June 2021, 18:47\n\nGhana buys more shea butter\n\n" BODY, "2021-06-09" },
  { "with-place", "24/07/2023, Accra\nGhana buys more shea butter\n\n" BODY, "2023-07-24" },
  { "with-outlet", "Ghana buys more shea butter\nJune 20, 2023 | The Volta Times\n\n" BODY, "2023-06-20" },
  { "with-byline", "Ghana buys more shea butter\nBy Ama Mensah, 12 March 2020\n\n" BODY, "2020-03-12" },
  { "with-weekday", "Ghana buys more shea butter\nTuesday 5th March 2019\n\n" BODY, "2019-03-05" },
  { "points", "Ghana buys more shea butter\n05.03.2019 14:20\n\n" BODY, "2019-03-05" },
  { "american", "Ghana buys more shea butter\n12/25/2019\n\n" BODY, "2019-12-25" },
  { "timestamp", "Ghana buys more shea butter\n2019-03-05T10:15:00Z\n\n" BODY, "2019-03-05" },
  { "first-published", "Ghana buys more shea butter\nFirst published on Tue 5 Mar 2019 10.15 GMT\n\n" BODY, "2019-03-05" },
  { "published-and-updated", "Ghana buys more shea butter\nPublished 5 March 2019\nUpdated 7 March 2019\n\n" BODY,
    "2019-03-05" },
  { "updated-alone", "Ghana buys more shea butter\nLast updated at 10:15 AM on 5th March 2012\n\n" BODY, "2012-03-05" },
  { "month-only", "Ghana buys more shea butter\n\nPublished: September 2013\n\n" BODY, "2013-09" },
  { "month-in-digest", "Ghana buys more shea butter\nPress digest, November 2017\n\n" BODY, "2017-11" },
  { "month-in-numbers", "2026-02 / ACCRA\n\nGhana buys more shea butter\n\n" BODY, "2026-02" },
  { "teletype", " 5-MAR-1987 18:28:56.35\n SUGAR TRADE OF NEIGHBOURS UP 9 PCT IN 1986\n     LIMA, March 5 - Trade rose "
    "9 pct in 1986, the minister said.\n", "1987-03-05" },
  { "label-in-first-line", " date 2016-12-08 ACCRA. VOLTANEWS - The minister said on 7 December that exports had "
    "doubled.\n", "2016-12-08" },

  { "weekday-and-hour-behind", "Monday, May 11, 1998 Published at 09:20 GMT\nBusiness\nGhana buys more shea butter\n\n" BODY,
    "1998-05-11" },
  { "agency-and-buttons", "Ghana buys more shea butter\nVoltanews, November 25, 2016 Adjust font size:\n\n" BODY, "2016-11-25" },
  { "among-buttons", "Ghana buys more shea butter\n0 Comment(s)Print E-mail Voltanews, 07 26, 2018\n\n" BODY, "2018-07-26" },
  { "weekday-of-month", "Ghana buys more shea butter\n\n3rd Wednesday, April 2019 - 08:39 UTC\n\n" BODY, "2019-04-03" },
  { "masthead", "Ghana buys more shea butter\nVolta Data Desk | updated January 2022\n\n" BODY, "2022-01" },
  { "issue", "Newsletter of the Chamber in Ho, October 2019\n\nGhana buys more shea butter\n\n" BODY, "2019-10" },
  { "label-and-sentence", "date 2022-02-22 Ghana and Togo have agreed to raise the goal for their trade after the one before it had "
    "been met a year early, the ministers of both countries said, and the chambers of commerce will help.\n\n" BODY, "2022-02-22" },

  { "month-alone", "Ghana buys more shea butter\n\nAugust 2022. The harvest was good, farmers in the north of the country "
    "say.\n\n" BODY, "2022-08" },
  { "day-in-a-place", "Ghana buys more shea butter\n\n2 September 2021 in Accra the minister of trade received a delegation "
    "of Togo, his office said.\n\n" BODY, "2021-09-02" },
  { "caption", "Ghana buys more shea butter\nThe ministers of the two countries shake hands behind the signed papers in Accra on "
    "July 27, 2021 (GNA photo)\n\n" BODY, "2021-07-27" },
  { "old-caption", "Ghana buys more shea butter\nThe ministers of the two countries shake hands behind the signed papers in "
    "Accra on July 27, 2011 (GNA file photo)\n\n" BODY, NULL },

  /* in other languages, scripts and calendars */
  { "russian", "Торговля соседей выросла на треть\n\nВторник, 9 июня 2021 г., 14:05\n\nТовароборот двух стран вырос на треть, "
    "сообщили в министерстве, и в этом году он будет не меньше, чем в прошлом.\n", "2021-06-09" },
  { "russian-dateline", "МИНСК, 9 июня 2021 г. (Корр.) – Товарооборот двух стран вырос на треть, сообщили в министерстве, и в "
    "этом году он будет не меньше, чем в прошлом.\n", "2021-06-09" },
  { "russian-history", "Товарооборот двух стран вырос на треть с тех пор, как 9 июня 2011 года был подписан договор о границе, и "
    "в этом году он будет не меньше, чем в прошлом, сказали в министерстве.\n", NULL },
  { "spanish", "Crece el comercio de los vecinos\n\nmiércoles, 9 de junio de 2021\n\nEl comercio entre los dos países creció un "
    "tercio en el primer semestre, según el ministerio de comercio de la capital.\n", "2021-06-09" },
  { "turkish", "9 Haziran 2021 Çarşamba\nİki komşunun ticareti arttı\n\nİki ülke arasındaki ticaret bir yılda üçte bir arttı ve bu "
    "yıl daha da artacak, bakanlık bunu söyledi.\n", "2021-06-09" },
  { "chinese", "两个邻国的贸易增长三分之一\n\n2021年6月9日 14:05\n\n经济部表示，今年前五个月两国贸易额比去年同期增长三分之一，出口更多。\n",
    "2021-06-09" },
  { "arabic", "نمو التجارة بين البلدين\n\nالأربعاء ٩ يونيو ٢٠٢١\n\nبلغ حجم التبادل التجاري بين البلدين هذا العام أكثر مما كان "
    "عليه في العام الماضي، وفق ما أعلنته وزارة الاقتصاد في العاصمة.\n", "2021-06-09" },
  { "persian", "تجارت دو همسایه بیشتر شد\n\n۱۹ خرداد ۱۴۰۰\n\nحجم مبادلات دو کشور در پنج ماه نخست سال بیشتر از سال گذشته بود و وزیر "
    "اقتصاد پس از دیدار با سفیر از آن خشنود بود.\n", "2021-06-09" },
  { "hungarian", "Nőtt a szomszédok kereskedelme\n2021. június 9., szerda\n\nA két ország közötti áruforgalom az év első felében "
    "egyharmaddal nőtt, közölte a gazdasági minisztérium a fővárosban.\n", "2021-06-09" },
  { "lithuanian", "Kaimynių prekyba išaugo\n2021 m. birželio 9 d. 14:05\n\nPrekyba tarp dviejų šalių per pirmuosius metų mėnesius "
    "išaugo trečdaliu, pranešė ekonomikos ministerija sostinėje.\n", "2021-06-09" },
  { "thai", "การค้าของสองเพื่อนบ้านเพิ่มขึ้น\n9 มิถุนายน 2564\n\nกระทรวงเศรษฐกิจแถลงว่า มูลค่าการค้าระหว่างสองประเทศเพิ่มขึ้นหนึ่งในสามจากปีก่อน.\n",
    "2021-06-09" },
  { "german-below", "Handel der Nachbarn wächst\n\nDer Handel zwischen den beiden Ländern ist in diesem Jahr um ein Drittel "
    "gewachsen, wie das Ministerium in der Hauptstadt mitteilte.\n\n9. März 2021\n", "2021-03-09" },

  { "year-by-weekday", "Ghana buys more shea butter\n\nThursday, March 24\n\nThe two countries will go on with their talks about the "
    "bridge in September 2016, both sides said.\n", "2016-03-24" },
  { "no-year-by-weekday", "Ghana buys more shea butter\n\nThursday, March 24\n\nThe two countries will go on with their talks about "
    "the bridge in September 2017, both sides said.\n", NULL },
  { "heading-of-the-day", "Business News of 2014-04-01\n\nGhana buys more shea butter\n\n" BODY, "2014-04-01" },
  { "order-by-weekday", "Ghana buys more shea butter\n7/8/2019\n\nThe two countries will go on with their talks about the bridge, "
    "both sides said Monday.\n", "2019-07-08" },
  { "order-by-no-weekday", "Ghana buys more shea butter\n7/8/2019\n\n" BODY, "2019-08-07" },
  { "order-of-country", "https://www.voltatimes.us/a/b\n\nGhana buys more shea butter\n7/8/2019\n\n" BODY, "2019-07-08" },
  { "quoted-in-brackets", "Ghana buys more shea butter\n\n" BODY "\nThe Volta Times, https://volta.example/a/b\n"
    "(Minister: Voltanews, 9 June 2021)\n", NULL },

  /* the day of saving does not win */
  { "saved-later", "News\nPolitics\nFriday, 29 March 2024\nAll news\nAll news\n09 June 2021, 18:47\n\n"
    "Ghana buys more shea butter\n\nACCRA, 9 June (GNA) – Trade grew, the minister said.\n", "2021-06-09" },
  { "saved-below-it", "09 June 2021, 18:47\nFriday, 29 March 2024\n\nGhana buys more shea butter\n\n"
    "ACCRA, 9 June (GNA) – Trade grew, the minister said.\n", "2021-06-09" },
  { "saved-with-label", "Ghana buys more shea butter\n5 March 2019\nRetrieved: 7 April 2024\n\n" BODY, "2019-03-05" },
  { "saved-only", "Friday, 29 March 2024\n\nGhana buys more shea butter\n\n"
    "ACCRA, 9 June (GNA) – Trade reached $90 million in January-March 2021, the minister said.\n", "2021-06-09" },

  /* datelines */
  { "dateline", "ACCRA, 12 December 2018. /Digest/ – " BODY, "2018-12-12" },
  { "dateline-points", "ACCRA. 22 September 2017 – " BODY, "2017-09-22" },
  { "dateline-dashes", "ACCRA – Feb. 23, 2022 – " BODY, "2022-02-23" },
  { "dateline-alone", "Wednesday, 28 August 2019. " BODY, "2019-08-28" },
  { "dateline-and-partial", "ACCRA, May 27 (GNA) -- Trade grew by 9% in January-April 2022, the minister said.\n",
    "2022-05-27" },
  { "dateline-before-period-ends", "ACCRA, 16 March (GNA) – In 2016 trade was $419 million; last year's decline "
    "was a third.\n", "2017-03-16" },
  { "dateline-and-address", "https://volta.example/news/2019/may/39065/\n\nACCRA, 23 May – " BODY, "2019-05-23" },
  { "dateline-and-year-in-address", "Source: Voltanews, https://volta.example/news/ambassador-speaks-162157-2024\n\n"
    "ACCRA, 15 October – " BODY, "2024-10-15" },
  { "place-line", "Ghana buys more shea butter\n\nKumasi, May 13:\n\nIn the first quarter of 2022 trade grew by 9%, the "
    "chamber of commerce said, and more is to come.\n", "2022-05-13" },
  { "dateline-without-a-year", "ACCRA, 23 May (GNA) – " BODY, NULL },

  /* addresses */
  { "address", "https://volta.example/2022/06/13/shea-butter\n\n" BODY, "2022-06-13" },
  { "address-compact", "https://volta.example/20220527/a81f/c.html\n\n" BODY, "2022-05-27" },
  { "address-with-number", "https://volta.example/stories/202207260304.html\n\n" BODY, "2022-07-26" },
  { "address-day-first", "https://volta.example/article/14/07/2022/shea\n\n" BODY, "2022-07-14" },
  { "address-dashes", "https://volta.example/news/2018-08-10/shea\n\n" BODY, "2018-08-10" },
  { "address-mixed", "https://volta.example/data/2013-08/26/content_1.htm\n\n" BODY, "2013-08-26" },
  { "address-old", "https://volta.example/set/1986/0318/ofair.html\n\n" BODY, "1986-03-18" },
  { "address-in-slug", "https://volta.example/archives/vt-1989-12-04-fi-179-story.html\n\n" BODY, "1989-12-04" },
  { "address-home", "https://volta.example/home/2010/07/15/shea/\n\n" BODY, "2010-07-15" },
  { "address-month", "Ghana buys more shea butter\n\n" BODY "\nSource: https://volta.example/2023/06/shea/\n", "2023-06" },
  { "address-number-is-no-date", "https://volta.example/news/475093/shea-1792767\n\n" BODY, NULL },
  { "address-id-is-no-date", "https://volta.example/article/2041/9934/99999999\n\n" BODY, NULL },

  /* below the story */
  { "below", "Ghana buys more shea butter\n\n" BODY "\nPublished: 23 November 2018\nSource: Voltanews\n", "2018-11-23" },
  { "source-line", "Ghana buys more shea butter\n\n" BODY
    "\nVoltanews, 25.10.2019, citing GNA – https://volta.example/a/b\n", "2019-10-25" },

  { "below-alone", "Ghana buys more shea butter\n\n" BODY "\nJune 25, 2011\n\nSource: Voltanews\n", "2011-06-25" },
  { "below-with-bars", "Ghana buys more shea butter\n\n" BODY "\nVolta Times |\nSunday October 29, 2023, 08:30:34 PM |\n",
    "2023-10-29" },
  { "below-of-other-stories", "Ghana buys more shea butter\n\n" BODY "\nTogo buys less\nJune 25, 2011\nMali buys nothing\n"
    "June 27, 2011\n", NULL },
  { "signed", "Ghana buys more shea butter\n\n" BODY "It will be a long way. Voltanews, July 26, 2021\n", "2021-07-26" },
  { "ends-with-a-day", "Ghana buys more shea butter\n\n" BODY "The bridge was opened by the king, July 26, 1921\n", NULL },
  { "below-standfirst", "Ghana buys more shea butter\n\nThe two countries will go on with their talks about the bridge, the "
    "ministers of both have said.\n\nFriday, September 12, 2008\n\n" BODY, "2008-09-12" },
  { "american-by-dateline", "Ghana buys more shea butter\n\n16:12 | Accra, Jan. 10.\n\n" BODY "\nPublished: 1/10/2020\n",
    "2020-01-10" },

  /* the first sentence */
  { "opening", "ACCRA. VOLTANEWS - The minister met the ambassador on 23 November.\n\nTrade reached $500 million in "
    "January-September 2017. \"It was $1 billion in 2014, and this can be reached in 2018\", he said.\n", "2017-11-23" },
  { "opening-with-year", "The minister met the ambassador on 23 November 2017 in Accra and was pleased.\n\n" BODY,
    "2017-11-23" },
  { "opening-today", "The office released today (June 29) its statistics for May 2020.\n\nIn May 2020, exports fell by 7% to "
    "$300 million.\n", "2020-06-29" },
  { "opening-said", "Trade is expected to hit a record in 2010, the ministry said Sept. 29.\n\nIn the first eight months of "
    "2010 it came to $9 million.\n", "2010-09-29" },
  { "opening-is-history", "The treaty that was signed on 5 May 2010 has paid, the minister said.\n\nTrade reached $90 "
    "million in January-March 2021.\n", "2021" },

  { "opening-of-a-chronicle", "The railway was opened on 1 September 1939 and paid from the first.\n\nIt was closed in "
    "1958, and the station burnt down on 5 May 1961.\n", NULL },

  /* periods alone */
  { "quarter", "Ghana buys more shea butter\n\nIn the first quarter of 2021 trade reached $90 million, against $80 "
    "million a year before.\n", "2021" },
  { "last-year", "Ghana buys more shea butter\n\nTrade jumped to $621 billion last year, a record.\n\nBut in 2018, "
    "imports were worth $400 billion.\n", "2019" },
  { "whole-year-throughout", "Ghana buys more shea butter\n\nTrade was $5 million in 2004.\n\nIn 2004, exports were $3 "
    "million.\n\nDuring 2004, imports grew by 9%.\n", "2005" },
  { "last-year-is-before", "Trade has increased from $5 million in 2011 to $7 million last year, the envoy said.\n", "2013" },
  { "month-on-month", "In September the surplus was $5 million.\n\nIn September 2023 oil made up 80 percent of exports.\n\n"
    "Imports fell by 9% compared with August 2023.\n", "2023" },
  { "throughout-months", "In January-October 2020 exports fell by 5%.\n\nThose to Peru grew by 3% over the first ten months "
    "of 2020, the office said.\n", "2020" },
  { "closed-year-and-month", "Exports fell by 8% in January, the office said.\n\nIn 2015 they shrank by 3%, for the first time "
    "in years.\n", "2016" },
  { "last-time", "The deficit shrank to $5 million in July, the smallest since a surplus of $1 million in December 2016.\n",
    NULL },
  { "later-month-is-named", "Trade came to $5 million in 2014.\n\nIn 2014, exports were $3 million.\n\nThe road was opened "
    "in May 2017.\n", NULL },
  { "base-of-month", "Exports stood at $5 million, up 9% from September 2020, the office said.\n", "2021" },
  { "so-far-first", "Exports fell in February by 2%.\n\nSo far, 2018 saw them grow by 4%.\n", "2018" },
  { "so-far", "Trade between Peru and Chile was $2 billion in 2020 so far, 5% less than in 2019.\n", "2020" },
  { "perfect", "Ghana buys more shea butter\n\nTrade has grown in 2021, and $9 million is expected.\n", "2021" },
  { "whole-year-twice", "Ghana buys more shea butter\n\nTrade was $5 million in 2004.\n\nIn 2004, exports were $3 million.\n",
    "2005" },
  { "whole-year-and-this-year", "Trade came to $5 million in 2019, the office says.\n\nIt will shrink this year.\n", "2020" },
  { "whole-year-and-forecast", "Trade came to $5 million in 2013, the envoy said.\n\nIt will grow by 12% by the end of 2014.\n",
    "2014" },
  { "whole-year-and-goal", "Trade came to $5 million in 2013, the envoy said.\n\nIt will grow to $9 million by 2015.\n", NULL },
  { "forecast", "Trade came to $5 million in 2013, the envoy said.\n\nIt should grow by 12% in 2014.\n", "2014" },
  { "months-of-last-year", "In the first nine months of last year exports rose to $5 million.\n\nIt was $4 million of "
    "rice between January and September 2025, up from $3 million a year earlier.\n", "2026" },
  { "months-against-last-year", "Exports rose to $5 million in January-September 2025, compared with $4 million in the "
    "first nine months of last year.\n", "2025" },
  { "told-from-last-year", "Exports rose from $5 million in 2014 to $7 million last year, the envoy said.\n", "2016" },
  { "last-year-is-named", "Exports came to $5 million last year (2014), the envoy said.\n", "2015" },
  { "base", "Exports in March came to $5 million, 4% more than in March 1986, the office said.\n", "1987" },
  { "same-period", "The deficit grew by 8.6% from the same period in 2017, the office said.\n", "2018" },
  { "december", "In December 2010 the surplus was $5 million, less than in November 2010.\n", "2011" },
  { "year-to-february", "In the 12 months to February 2018 the deficit came to $5 million.\n", "2018" },
  { "estimate-before-the-end", "ACCRA, June 28 - Exports in the first half of 2024 are put at $5 million.\n", "2024-06-28" },
  { "forecast-alone", "In the first nine months exports came to $5 million, $1 million more than last year.\n\nFor 2011, we may "
    "see less, the minister said.\n", "2011" },
  { "later-than-the-month", "In August of 2009 the court awarded $5 million.\n\nGhana has paid $1 million a year since 2010.\n",
    NULL },
  { "plan-tells-nothing", "Ghana buys more shea butter\n\nThe ministers want to bring trade to $9 million by 2030.\n",
    NULL },
  { "old-year-tells-nothing", "Ghana buys more shea butter\n\nThe bridge was built in 1991 and cost $9 million.\n", NULL },
  { "nothing", "Ghana buys more shea butter\n\n" BODY, NULL },
};

static TlArticle *
read_text (const char *text,
           TlDate      published)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;

  document = tl_document_new_from_data ("article.txt", (const guint8 *) text, strlen (text), &error);
  g_assert_no_error (error);
  return tl_article_read (document, published);
}

static void
test_published (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(TlArticle) article = read_text (test->text, TL_DATE_NONE);
  g_autofree char *published = tl_date_to_string (tl_article_get_published (article));

  g_assert_cmpstr (published, ==, test->published);
}

/* What is given counts where the text tells no day, and only there. */
static void
test_given (void)
{
  TlDate given = { 2012, 3, 4 };
  g_autoptr(TlArticle) silent = read_text ("Ghana buys more shea butter\n\n" BODY, given);
  g_autoptr(TlArticle) dated = read_text ("Ghana buys more shea butter\n\nMar 7, 2024\n\n" BODY, given);
  g_autoptr(TlArticle) inferred = read_text ("Trade rose to $5 million in 2009, and last year it fell to $4 million.", given);

  g_assert_cmpint (tl_date_compare (tl_article_get_published (silent), given), ==, 0);
  g_assert_cmpint (tl_date_compare (tl_article_get_published (inferred), given), ==, 0);
  g_assert_cmpint (tl_article_get_published (dated).year, ==, 2024);
}

/* "Last year" is counted from the day that was found. */
static void
test_relative (void)
{
  g_autoptr(TlArticle) article = read_text ("Ghana buys more shea butter\n\n7 March 2024\n\nLast year it was more.\n",
                                            TL_DATE_NONE);
  GArray *dates = tl_article_get_dates (article);
  gboolean found = FALSE;

  for (guint i = 0; i < dates->len; i++)
    {
      const TlPeriod *period = &g_array_index (dates, TlPeriod, i);

      found = found || (period->unit == TL_PERIOD_YEAR && period->start.year == 2023);
    }
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/publication/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_published);
    }
  g_test_add_func ("/publication/given", test_given);
  g_test_add_func ("/publication/relative", test_relative);

  return g_test_run ();
}
