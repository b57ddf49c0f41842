/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a careful reader takes from short texts, all written for this test. */

#include "figure-fixture.h"

static const FigureCase cases[] = {
  /* Turnover and its partners. */
  { "between", "2020-02-10",
    "Trade between Norway and Chile came to $812.5 million in 2019.",
    "turnover CL,NO 2019-01..2019-12 812500000 USD\n" },
  { "hyphen", "2020-02-10",
    "Peru-Bolivia trade turnover reached $1.4 billion in 2019.",
    "turnover BO,PE 2019-01..2019-12 1400000000 USD\n" },
  { "adjectives", "2020-02-10",
    "Kenyan-Ethiopian trade amounted to $90 million in 2019.",
    "turnover ET,KE 2019-01..2019-12 90000000 USD\n" },
  { "owner-with", "2020-02-10",
    "Finland's trade with Estonia was worth about $5 billion in 2019.",
    "turnover EE,FI 2019-01..2019-12 5000000000 USD about\n" },
  { "two-countries", "2020-02-10",
    "Laos and Nepal want closer ties. In 2019 the two countries traded goods for USD 12.4 mln.",
    "turnover LA,NP 2019-01..2019-12 12400000 USD\n" },
  { "bilateral", "2020-02-10",
    "Vietnam's minister flew to Cuba for talks with Cuba's government. Vietnam and Cuba are old friends. "
    "Bilateral trade totalled $250 million in 2018.",
    "turnover CU,VN 2018-01..2018-12 250000000 USD\n" },

  /* Exports and imports, mirrored. */
  { "exports-to", "2022-06-01",
    "Ghana's exports to Spain grew to $310 million in 2021.",
    "exports GH,ES 2021-01..2021-12 310000000 USD up\n" },
  { "imports-from", "2022-06-01",
    "Ghana's imports from Spain were nearly $64 million in 2021.",
    "exports ES,GH 2021-01..2021-12 64000000 USD below\n" },
  { "imports-of-products", "2022-06-01",
    "The import of Moldovan products to Romania is on the rise.",
    "exports MD,RO up\n" },
  { "verb", "2022-06-01",
    "Mexico exported $475.6 billion worth of goods to the United States in 2021.",
    "exports MX,US 2021-01..2021-12 475600000000 USD\n" },
  { "its", "2022-06-01",
    "Georgia and Armenia traded goods for $600 million in 2021. Georgia's exports were $400 million.",
    "turnover AM,GE 2021-01..2021-12 600000000 USD\n"
    "exports GE,AM 2021-01..2021-12 400000000 USD\n" },

  /* Balances. */
  { "surplus", "2022-06-01",
    "In 2021 trade between Serbia and Bosnia and Herzegovina stood at $2.1 billion, with a surplus of $700 million for Serbia.",
    "turnover BA,RS 2021-01..2021-12 2100000000 USD\n"
    "balance RS,BA 2021-01..2021-12 700000000 USD\n" },
  { "deficit", "2022-06-01",
    "America's trade deficit with Japan hit $60 billion in 2021.",
    "balance JP,US 2021-01..2021-12 60000000000 USD\n" },

  /* Periods. */
  { "nine-months", "2017-11-23",
    "Trade between Iran and Oman reached around $500 million in January-September 2017.",
    "turnover IR,OM 2017-01..2017-09 500000000 USD about\n" },
  { "last-year", "2017-03-16",
    "Last year trade between Iran and Oman fell by almost 30%.",
    "turnover IR,OM 2016-01..2016-12 below -30%\n" },
  { "quarter", "2024-05-24",
    "In the first quarter of 2024 trade between Iran and Oman came to $2 billion.",
    "turnover IR,OM 2024-01..2024-03 2000000000 USD\n" },
  { "undated", "2016-12-13",
    "Trade between Iran and Oman exceeds $1 billion.",
    "turnover IR,OM 1000000000 USD above\n" },

  /* Changes. */
  { "fell-to", "2020-02-10",
    "In 2019 trade between Egypt and Sudan fell by 12.5% to $700 million.",
    "turnover EG,SD 2019-01..2019-12 700000000 USD -12.5%\n" },
  { "from-to", "2025-02-10",
    "Trade between Egypt and Sudan rose from $350.8 million in 2018 to $442 million in 2024.",
    "turnover EG,SD 2018-01..2018-12 350800000 USD\n"
    "turnover EG,SD 2024-01..2024-12 442000000 USD up on 2018\n" },
  { "doubled", "2020-02-10",
    "In 2019 trade between Egypt and Sudan doubled.",
    "turnover EG,SD 2019-01..2019-12 +100%\n" },
  { "ratio", "2022-02-10",
    "Trade between Egypt and Sudan came to $190 million in 2021, which is 107.5% of the 2020 level.",
    "turnover EG,SD 2021-01..2021-12 190000000 USD +7.5%\n" },
  { "shrank", "2021-06-09",
    "Last year trade between Egypt and Sudan somewhat shrank.",
    "turnover EG,SD 2020-01..2020-12 down\n" },
  { "share", "2021-06-09",
    "Egypt accounts for 12% of Sudan's trade.",
    "" },

  /* What did not happen yet. */
  { "forecast", "2018-11-23",
    "Trade between Egypt and Sudan is expected to reach $1 billion in 2018.",
    "turnover EG,SD 2018-01..2018-12 1000000000 USD forecast\n" },
  { "target", "2018-11-23",
    "Egypt and Sudan plan to bring their trade up to $3 billion by 2025.",
    "turnover EG,SD 2025-01..2025-12 3000000000 USD target\n" },
  { "potential", "2018-11-23",
    "Trade between Egypt and Sudan could be worth more than $4 billion.",
    "turnover EG,SD 4000000000 USD above potential\n" },
  { "anaphor", "2017-11-23",
    "\"Egypt and Sudan had almost $1 billion in trade in 2014, and I believe that this number can be reached in 2018, too,\" he said.",
    "turnover EG,SD 2014-01..2014-12 1000000000 USD below\n"
    "turnover EG,SD 2018-01..2018-12 1000000000 USD below forecast\n" },

  /* Whose trade it is. */
  { "region", "2016-12-13",
    "In January-September 2016 the trade turnover between Brest Oblast and Latvia totaled $40 million, "
    "with Belarusian export as high as $38.5 million.",
    "turnover BY-BR,LV regional 2016-01..2016-09 40000000 USD\n"
    "exports BY-BR,LV regional 2016-01..2016-09 38500000 USD\n" },
  { "bloc", "2005-12-13",
    "The US said its trade with the European Union was worth $155.2bn in 2003.",
    "turnover EU,US bloc 2003-01..2003-12 155200000000 USD\n" },
  { "sector", "2022-02-10",
    "Exports of tractors from Belarus to Cuba came to $20 million in 2021.",
    "exports BY,CU sector 2021-01..2021-12 20000000 USD\n" },
  { "world", "2024-03-07",
    "China's total exports rose 7.1% in 2023.",
    "exports CN,WORLD bloc 2023-01..2023-12 +7.1%\n" },

  /* What a sentence leaves to the one before. */
  { "goes-on", "2023-02-10",
    "Trade between Norway and Chile is brisk. Last year the volume reached 4.4 billion US dollars.",
    "turnover CL,NO 2022-01..2022-12 4400000000 USD\n" },
  { "opposite", "2023-02-10",
    "Kenya bought goods worth $400 million from Uganda in 2022. Shipments in the opposite direction came to $600 million.",
    "exports UG,KE 2022-01..2022-12 400000000 USD\n"
    "exports KE,UG 2022-01..2022-12 600000000 USD\n" },
  { "list", "2023-02-10",
    "Trade between Egypt and Jordan\n\n2020: $619 million\n2021: $734 million\n",
    "turnover EG,JO 2020-01..2020-12 619000000 USD\n"
    "turnover EG,JO 2021-01..2021-12 734000000 USD\n" },
  { "directions", "2023-02-10",
    "Trade between Egypt and Jordan came to $900 million in 2022:\n\n * from Egypt to Jordan: $541 million\n * from Jordan to Egypt: $359 million\n",
    "turnover EG,JO 2022-01..2022-12 900000000 USD\n"
    "exports EG,JO 2022-01..2022-12 541000000 USD\n"
    "exports JO,EG 2022-01..2022-12 359000000 USD\n" },
  { "other-country", "2023-03-03",
    "South Korea's exports to Chile came to $2.3 billion in 2022, while imports from the South American country were $5.9 billion.",
    "exports KR,CL 2022-01..2022-12 2300000000 USD\n"
    "exports CL,KR 2022-01..2022-12 5900000000 USD\n" },
  { "whose-goods", "2023-03-03",
    "In 2022 India bought Nepalese goods worth $900 million.",
    "exports NP,IN 2022-01..2022-12 900000000 USD\n" },
  { "by-how-much", "2019-03-06",
    "The trade gap between Japan and Peru widened last year by $43.6bn to $419.2bn.",
    "balance PE,JP 2018-01..2018-12 419200000000 USD up\n" },
  { "both-ways", "2005-01-26",
    "In 2004, Japan's imports from and exports to Peru added up to 22,201bn yen ($214.6bn).",
    "turnover JP,PE 2004-01..2004-12 22201000000000 JPY\n" },
  { "since", "2017-11-29",
    "Trade between Japan and Peru had been worth $1 billion in 2014 and had since shrunk by more than half.",
    "turnover JP,PE 2014-01..2014-12 1000000000 USD\n"
    "turnover JP,PE above -50% on 2014\n" },
  { "fell-more-than", "2022-04-21",
    "Exports of Japan to Peru fell more than 5% in 2021, and imports were up less than 3%.",
    "exports JP,PE 2021-01..2021-12 above -5%\n"
    "exports PE,JP 2021-01..2021-12 below +3%\n" },
  { "year-on-year-behind", "2022-04-21",
    "Trade of Japan with Peru came to $5 billion in 2021, a 45 percent year-on-year increase compared to 2020.",
    "turnover JP,PE 2021-01..2021-12 5000000000 USD +45%\n" },
  { "trailing-and-followed", "2022-04-21",
    "Japan's exports to Peru came to $9 billion in 2021, up by 16 per cent, with imports of $8 billion.",
    "exports JP,PE 2021-01..2021-12 9000000000 USD +16%\n"
    "exports PE,JP 2021-01..2021-12 8000000000 USD\n" },
  { "trailing-and-at", "2022-04-21",
    "In 2021 the trade deficit of Japan with Peru, up 30% at $9 billion, was large.",
    "balance PE,JP 2021-01..2021-12 9000000000 USD +30%\n" },
  { "down-when-compared", "2022-04-21",
    "Japan's exports to Peru were $9 billion in 2021, down 3% when compared to $10 billion in 2020.",
    "exports JP,PE 2021-01..2021-12 9000000000 USD -3%\n"
    "exports JP,PE 2020-01..2020-12 10000000000 USD\n" },
  { "future", "2022-04-21",
    "Officials in Japan are talking of $11bn in trade with Peru in 2025.",
    "turnover JP,PE 2025-01..2025-12 11000000000 USD forecast\n" },
  { "other-occasion", "2026-02-10",
    "In June 2024, when the ministers met, it was noted that trade between Japan and Peru exceeded $1 billion and may go beyond $1.5 billion.",
    "turnover JP,PE 1000000000 USD above\n"
    "turnover JP,PE 1500000000 USD above forecast\n" },
  { "compared", "2023-05-14",
    "Albania's trade with Bulgaria came to 212 million euros last year. Albanian exports to Bulgaria were worth "
    "61 million euros, against 55 million in 2021. Imports from Bulgaria came to about 151 million euros.",
    "turnover AL,BG 2022-01..2022-12 212000000 EUR\n"
    "exports AL,BG 2022-01..2022-12 61000000 EUR\n"
    "exports AL,BG 2021-01..2021-12 55000000 EUR\n"
    "exports BG,AL 2022-01..2022-12 151000000 EUR about\n" },
  { "in-order", "2024-05-24",
    "Trade between Japan and Peru grew. On the Japanese side, exports lost 2.5% and imports 2.1% in 2023; they stood at $5.7 bln and $6.7 bln.",
    "turnover JP,PE up\n"
    "exports JP,PE 2023-01..2023-12 5700000000 USD -2.5%\n"
    "exports PE,JP 2023-01..2023-12 6700000000 USD -2.1%\n" },
  { "table", "2024-05-24",
    "Japan's trade with Peru, USD mln\n\n              2022    2023   change\nTurnover     1,181   1,317   +11.6%\nExports to Peru   410.9   455.7   +10.9%\n",
    "turnover JP,PE 2022-01..2022-12 1181000000 USD\n"
    "turnover JP,PE 2023-01..2023-12 1317000000 USD +11.6%\n"
    "exports JP,PE 2022-01..2022-12 410900000 USD\n"
    "exports JP,PE 2023-01..2023-12 455700000 USD +10.9%\n" },

  /* Trade that is not the two countries'. */
  { "some-goods", "2024-08-10",
    "Trade in fishery products between Morocco and Portugal came to EUR 88 million in 2023.",
    "turnover MA,PT sector 2023-01..2023-12 88000000 EUR\n" },
  { "company", "2024-08-10",
    "Norway and Chile are friends. Fjordtech Group's exports rose to $88 million in 2023.", "" },
  { "cities", "2012-03-11",
    "The border cities are lively: some $80 billion in trade between Rivertown and Lakeville was counted in the United States and Mexico in 2011.",
    "" },
  { "aid", "2024-08-10",
    "Fiji's trade with New Zealand is growing. Development assistance of $85 million in 2023 is not part of it.",
    "turnover FJ,NZ up\n" },

  /* No figures of trade. */
  { "investment", "2020-02-10",
    "Investment by Norway in Chile rose 4.8 times in 2019 to more than $18.8 million.", "" },
  { "loan", "2020-02-10", "Japan will lend Nepal $300 million for a dam, its biggest loan in 2019.", "" },
  { "contract", "2020-02-10", "Norway and Chile signed a contract worth $1.2 billion in 2019.", "" },
  { "gdp", "2020-02-10", "Chile's GDP grew by 3% to $282 billion in 2019.", "" },
  { "tariffs", "2018-07-10", "The United States put tariffs on $200 billion of goods from China.", "" },
  { "no-trade", "2020-02-10", "Norway beat Chile 3-1 in Oslo. The tickets cost $20.", "" },
  { "war", "2020-02-10", "The trade war cost both countries $4 billion.", "" },
  { "empty", "2020-02-10", "", "" },
  /* A figure that is spoken of again, and what it is compared with in brackets. */
  { "this-figure", "2023-03-01",
    "Trade between Peru and Chile came to $4 billion in 2022. According to the office, this figure is 23.6 percent "
    "higher ($3.2 billion in 2021).",
    "turnover CL,PE 2022-01..2022-12 4000000000 USD\n"
    "turnover CL,PE 2022-01..2022-12 +23.6%\n"
    "turnover CL,PE 2021-01..2021-12 3200000000 USD\n" },
  { "this-indicator", "2023-03-01",
    "Peru's exports to Chile came to $4 billion in January-May 2022.\n\n"
    "This indicator has increased by 21.4 percent year-on-year ($3.3 billion in January-May 2021).",
    "exports PE,CL 2022-01..2022-05 4000000000 USD\n"
    "exports PE,CL 2022-01..2022-05 +21.4%\n"
    "exports PE,CL 2021-01..2021-05 3300000000 USD\n" },
  { "of-this-total", "2023-03-01",
    "Trade between Peru and Chile came to $4 billion in 2022. Of this total, 45 percent falls under a treaty.",
    "turnover CL,PE 2022-01..2022-12 4000000000 USD\n" },
  { "in-a-year-it", "2023-03-01",
    "Peru's exports to Chile are growing year by year.\n\nIn 2020, they only exceeded $23 million.",
    "exports PE,CL up\n"
    "exports PE,CL 2020-01..2020-12 23000000 USD above\n" },
  /* What is none of money, or not of trade. */
  { "in-physical-terms", "2023-03-01",
    "Peru's trade with Chile rose by 9 percent in 2022. In physical terms, the volume of trade increased by "
    "6.3 percent.",
    "turnover CL,PE 2022-01..2022-12 +9%\n" },
  { "tariffs-on-goods", "2023-03-01",
    "Tariffs on $200 billion of Chinese goods hurt trade between the US and China in 2022, which fell to $9 billion.",
    "turnover CN,US 2022-01..2022-12 9000000000 USD down\n" },
  { "lifted-by", "2023-03-01",
    "Demand lifted Malaysia's exports to Chile by 33% to $456 million in 2022.",
    "exports MY,CL 2022-01..2022-12 456000000 USD +33%\n" },
  { "quantity", "2023-03-01",
    "Peru's exports of rice rose 9 percent in 2022, and the quantity rose 6 percent.",
    "exports PE,WORLD bloc 2022-01..2022-12 +9%\n" },
  { "price-level-of-each", "2023-03-01",
    "The price level of Peru's external trade rose by 1.2% in exports and by 2.8% in imports in 2022.", "" },
  { "current-account-behind", "2023-03-01",
    "Peru's exports to Chile rose to $9 million in 2022. The current account went from a deficit of $3 million to a "
    "surplus of $4 million.",
    "exports PE,CL 2022-01..2022-12 9000000 USD up\n" },
  /* A word that is only a part of a body's name; a change far behind its amount. */
  { "ministry-of-economy", "2023-03-01",
    "Spanish exports to Peru rose by 6.9% in 2022 compared with 2021, totaling 2.97 billion euros, according to "
    "figures of the Spanish Ministry of Economy and Labour.",
    "exports ES,PE 2022-01..2022-12 2970000000 EUR +6.9%\n" },
  { "an-increase-of", "2023-03-01",
    "Fiji earned over US$6 million from exporting goods to Peru in the first five months of 2022, an increase of "
    "22.5 per cent from the same period last year.",
    "exports FJ,PE 2022-01..2022-05 6000000 USD above +22.5%\n" },
  { "step-compared-to-reach", "2023-03-01",
    "Exports of Peru rose $446 million (11 percent) when compared with 2021 to reach $4.6 billion in 2022.",
    "exports PE,WORLD bloc 2022-01..2022-12 4600000000 USD +11%\n" },
  { "deficits-of-each", "2023-03-01",
    "Trade deficits were reported in 2022 for Britain, $23 billion, Italy, $10 billion, and France, $8 billion.",
    "balance WORLD,GB bloc 2022-01..2022-12 23000000000 USD\n"
    "balance WORLD,IT bloc 2022-01..2022-12 10000000000 USD\n"
    "balance WORLD,FR bloc 2022-01..2022-12 8000000000 USD\n" },
  { "in-deficit-behind", "2023-03-01",
    "In Peru's trade with Chile the balance stood at $8 billion in deficit in 2022.",
    "balance CL,PE 2022-01..2022-12 8000000000 USD\n" },
  { "in-a-year-to-amount", "2023-03-01",
    "Finland's imports from Estonia fell 3 per cent in May 2022 to 210 million euros.",
    "exports EE,FI 2022-05..2022-05 210000000 EUR -3%\n" },
  { "percent-or-amount-apposed", "2023-03-01",
    "UK exports to Italy were 9 million pounds in the third quarter of 2022, an increase of 16.7% or 1 million pounds "
    "on the previous year.",
    "exports GB,IT 2022-07..2022-09 9000000 GBP +16.7%\n" },
  { "each-from-and-to", "2023-03-01",
    "Kenya's exports to Tanzania rose to $45 million in 2022 from $42 million, while imports from Tanzania fell to "
    "$50 million from $54 million.",
    "exports KE,TZ 2022-01..2022-12 45000000 USD up\n"
    "exports KE,TZ 2021-01..2021-12 42000000 USD\n"
    "exports TZ,KE 2022-01..2022-12 50000000 USD down\n"
    "exports TZ,KE 2021-01..2021-12 54000000 USD\n" },
  { "increase-of-the-other", "2023-03-01",
    "UK exports to Ghana amounted to $7 million in 2022 (an increase of 5% compared with 2021), while imports from "
    "Ghana amounted to $4 million.",
    "exports GB,GH 2022-01..2022-12 7000000 USD +5%\n"
    "exports GH,GB 2022-01..2022-12 4000000 USD\n" },
};

/* The evidence of a figure is found in the text again, to the letter. */
static void
test_evidence (void)
{
  const char *string = "Trade between Norway and Chile came to about €812.5 million in 2019, said the minister. Good.";
  g_autoptr(GPtrArray) figures = figure_fixture_read (string, "2020-02-10", NULL);
  TlFigure *figure;
  const TlFigureData *data;

  g_assert_cmpuint (figures->len, ==, 1);
  figure = g_ptr_array_index (figures, 0);
  data = tl_figure_get_data (figure);
  g_assert_cmpstr (tl_figure_get_quote (figure), ==, "about €812.5 million");
  g_assert_cmpmem (string + data->quote.start, data->quote.end - data->quote.start,
                   tl_figure_get_quote (figure), strlen (tl_figure_get_quote (figure)));
  g_assert_true (tl_span_contains (data->sentence, data->quote));
  g_assert_true (g_str_has_prefix (tl_figure_get_sentence (figure), "Trade between Norway"));
  g_assert_true (g_str_has_suffix (tl_figure_get_sentence (figure), "minister."));
}

static void
test_speaker (void)
{
  g_autoptr(GPtrArray) figures =
    figure_fixture_read ("Trade between Norway and Chile came to $812.5 million in 2019, Minister Ingrid Solberg said on"
                         " Monday.", "2020-02-10", NULL);

  g_assert_cmpuint (figures->len, ==, 1);
  g_assert_cmpstr (tl_figure_get_speaker (g_ptr_array_index (figures, 0)), ==, "Ingrid Solberg");
}

/* Each part of it has a reason, and no part that it lacks. */
static void
assert_explained (TlFigure *figure,
                  gsize     length)
{
  const TlWhy *why = &tl_figure_get_data (figure)->why;

  for (guint field = 0; field < TL_N_FIELDS; field++)
    g_assert_cmpint (tl_why_find (why, field) != NULL, ==, figure_fixture_has (figure, field));
  for (guint i = 0; i < why->n_reasons; i++)
    g_assert_cmpuint (why->reasons[i].span.end, <=, length);
}

/* Nothing that a stranger can write breaks it or takes it much longer than its length. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "trade between ", "Kazakhstan ", "and ", "$1 billion ", "to $2 billion ", "rose 30% ", "this number can be reached in 2018 ",
    "\"", "while ", "; ", "of the oblast ", "exports to ", "imports from ", "last year ", ". ", "\n\n", "said ", "2016 ",
  };
  GRand *random = g_rand_new_with_seed (2);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) figures = NULL;
      guint n = (guint) g_rand_int_range (random, 0, 400);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      figures = figure_fixture_read (text->str, "2020-02-10", NULL);
      for (guint i = 0; i < figures->len; i++)
        {
          const TlFigureData *data = tl_figure_get_data (g_ptr_array_index (figures, i));

          g_assert_true (tl_span_contains (data->sentence, data->quote));
          g_assert_cmpuint (data->sentence.end, <=, text->len);
          g_assert_cmpstr (data->partners[0], !=, "");
          g_assert_cmpstr (data->partners[1], !=, "");
          assert_explained (g_ptr_array_index (figures, i), text->len);
        }
    }
  g_rand_free (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  figure_fixture_add_cases ("/figure-finder/", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/figure-finder/evidence", test_evidence);
  g_test_add_func ("/figure-finder/speaker", test_speaker);
  g_test_add_func ("/figure-finder/hostile", test_hostile);
  return g_test_run ();
}
