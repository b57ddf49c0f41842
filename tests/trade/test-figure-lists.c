/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partners that are ranked or listed, and which word for a flow an amount goes to; all texts written for this test. */

#include "figure-fixture.h"

static const FigureCase cases[] = {
  /* A partner that is called one says which flow it is. */
  { "ranked-first-and-next", "2023-03-01",
    "Chile's foreign trade is brisk. Peru was the No. 1 consumer of Chilean goods at $2 billion in 2022. Brazil was No. 2 at $1 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports CL,BR 2022-01..2022-12 1000000000 USD\n" },
  { "ranked-share", "2023-03-01",
    "Kenya's foreign trade is brisk. Uganda was Kenya's top export market in 2022 with a 15% market share at $700 million, followed by Egypt's "
    "9% ($400 million) and Oman's 7% ($300 million) shares.",
    "exports KE,UG 2022-01..2022-12 700000000 USD\n"
    "exports KE,EG 2022-01..2022-12 400000000 USD\n"
    "exports KE,OM 2022-01..2022-12 300000000 USD\n" },
  { "ranked-second", "2023-03-01",
    "Chad's exports to Niger were worth $90 million in 2022.\n\nMali ranked second with $70 million.",
    "exports TD,NE 2022-01..2022-12 90000000 USD\n"
    "exports TD,ML 2022-01..2022-12 70000000 USD\n" },
  { "ranked-imports", "2023-03-01",
    "Fiji's foreign trade is brisk. China was Fiji's biggest source of imports with $300 million in 2022.",
    "exports CN,FJ 2022-01..2022-12 300000000 USD\n" },
  { "ranked-behind-flow", "2023-03-01",
    "Imports from Oman, Kenya's main trading partner in the Gulf, came to $80 million in 2022.",
    "exports OM,KE 2022-01..2022-12 80000000 USD\n" },
  { "ranked-without-amount", "2023-03-01",
    "Oman is Kenya's main trading partner, and roads cost it $80 million in 2022.", "" },
  { "accounted-for", "2023-03-01",
    "Oman accounted for $3 billion of India's exports in 2022.",
    "exports IN,OM 2022-01..2022-12 3000000000 USD\n" },
  { "accounts-for-part", "2023-03-01",
    "Egypt accounts for a third of Chile's trade with Africa, which stood at $24 billion in 2022.",
    "turnover AFRICA,CL bloc 2022-01..2022-12 24000000000 USD\n" },
  { "right-behind", "2023-03-01",
    "In 2022 Chile's trade grew with Peru, but it shrank by 18 percent with Bolivia, and by 11 percent with Brazil.",
    "turnover CL,PE 2022-01..2022-12 up\n"
    "turnover BO,CL 2022-01..2022-12 -18%\n"
    "turnover BR,CL 2022-01..2022-12 -11%\n" },
  { "changes-in-order", "2023-03-01",
    "In 2022 Laos' exports to Cuba and Peru fell to $40 million and $30 million respectively, a decrease of 12% and "
    "7% respectively.",
    "exports LA,CU 2022-01..2022-12 40000000 USD -12%\n"
    "exports LA,PE 2022-01..2022-12 30000000 USD -7%\n" },
  { "sales-to", "2023-03-01",
    "Exports are Nepal's hope. Nepal's sales to the Maldives rose by 14% in 2022.",
    "exports NP,MV 2022-01..2022-12 +14%\n" },
  { "sales-to-customers", "2023-03-01",
    "Exports are Nepal's hope. The mill's sales to shops rose by 14% in 2022.", "" },
  /* A direction that only leads in to its size is no figure of its own. */
  { "lead-in", "2023-03-01",
    "Malta's exports to Cuba grew in 2022. They were worth more than ever.\n\n"
    "Malta's exports to Cuba rose by 14% in 2022, an office said.",
    "exports MT,CU 2022-01..2022-12 +14%\n" },
  { "no-lead-in", "2023-03-01",
    "Malta's exports to Cuba fell in 2022. In 2021 Malta's exports to Cuba rose by 14%.",
    "exports MT,CU 2022-01..2022-12 down\n"
    "exports MT,CU 2021-01..2021-12 +14%\n" },
  /* Not every flow that is named governs. */
  { "flow-in-brackets", "2023-03-01",
    "Trade in 2022 (exports plus imports) between Chile and Peru was $3 billion.",
    "turnover CL,PE 2022-01..2022-12 3000000000 USD\n" },
  { "flow-as-cause", "2023-03-01",
    "In 2021 trade between Chile and Peru peaked at $4 billion thanks to exports of copper, and in 2022 it "
    "came to $3 billion.",
    "turnover CL,PE 2021-01..2021-12 4000000000 USD\n"
    "turnover CL,PE 2022-01..2022-12 3000000000 USD\n" },
  { "export-turnover", "2023-03-01",
    "In 2022 Laos' export turnover to Cuba reached $40 million.",
    "exports LA,CU 2022-01..2022-12 40000000 USD\n" },
  { "balance-of-foreign-trade", "2023-03-01",
    "Togo's foreign trade balance (exports minus imports) was negative at $90 million in 2022.",
    "balance WORLD,TG bloc 2022-01..2022-12 90000000 USD\n" },
  { "of-two-exports-and-imports", "2023-03-01",
    "The volume of Kenya-Uganda trade was $900 million in 2022, of which Kenyan exports made up $600 million and "
    "imports $300 million.",
    "turnover KE,UG 2022-01..2022-12 900000000 USD\n"
    "exports KE,UG 2022-01..2022-12 600000000 USD\n"
    "exports UG,KE 2022-01..2022-12 300000000 USD\n" },
  { "market-taking-goods", "2023-03-01",
    "Kenya's exports grew in 2022. Uganda is Kenya's largest export market, taking goods worth $700 million, ahead of "
    "the Netherlands at $500 million.",
    "exports KE,WORLD bloc 2022-01..2022-12 up\n"
    "exports KE,UG 2022-01..2022-12 700000000 USD\n"
    "exports KE,NL 2022-01..2022-12 500000000 USD\n" },
  { "bulk-came-from", "2023-03-01",
    "The bulk of Nepal's imports, worth $900 million, came from India in 2022, followed by China with $260 million.",
    "exports IN,NP 2022-01..2022-12 900000000 USD\n"
    "exports CN,NP 2022-01..2022-12 260000000 USD\n" },
  { "with-one-accounting-for", "2023-03-01",
    "Nigeria imported goods worth $5 billion in 2022, with China accounting for $1.5 billion.",
    "exports WORLD,NG bloc 2022-01..2022-12 5000000000 USD\n"
    "exports CN,NG 2022-01..2022-12 1500000000 USD\n" },
  { "second-after", "2023-03-01",
    "Fiji was Ghana's second-largest trading partner after China, with total trade of $2 billion in 2022.",
    "turnover FJ,GH 2022-01..2022-12 2000000000 USD\n" },
  { "accounted-for-in-a-row", "2023-03-01",
    "Azerbaijan accounted for $200 million of Georgia's imports in May 2022, Chile for $180 million and Russia for "
    "$150 million.",
    "exports AZ,GE 2022-05..2022-05 200000000 USD\n"
    "exports CL,GE 2022-05..2022-05 180000000 USD\n"
    "exports RU,GE 2022-05..2022-05 150000000 USD\n" },
  { "all-and-its-buyers", "2023-03-01",
    "Sri Lanka's exports earned $13 billion in 2022, and its biggest buyers were the US ($3 billion) and India "
    "($860 million).",
    "exports LK,WORLD bloc 2022-01..2022-12 13000000000 USD\n"
    "exports LK,US 2022-01..2022-12 3000000000 USD\n"
    "exports LK,IN 2022-01..2022-12 860000000 USD\n" },
  /* A heading says which flow the items below it are of. */
  { "heading-of-goods", "2023-03-01",
    "Peru's exports to Chile fell to $9 million in 2022.\n\nTop goods exported from Chile to Peru in 2022:\n\n"
    "  \u2022 Passenger cars \u2013 $4 million;\n\n  \u2022 Trucks \u2013 $3 million.",
    "exports PE,CL 2022-01..2022-12 9000000 USD down\n"
    "exports CL,PE sector 2022-01..2022-12 4000000 USD\n"
    "exports CL,PE sector 2022-01..2022-12 3000000 USD\n" },
  { "heading-of-partners", "2023-03-01",
    "Peru's exports rose to $90 million in 2022.\n\nMain destinations of Peru's exports in 2022:\n\n"
    "- Chile \u2013 $4 million;\n\n- Bolivia \u2013 $3 million.",
    "exports PE,WORLD bloc 2022-01..2022-12 90000000 USD up\n"
    "exports PE,CL 2022-01..2022-12 4000000 USD\n"
    "exports PE,BO 2022-01..2022-12 3000000 USD\n" },
  { "items-of-turnover", "2023-03-01",
    "Peru's foreign trade rose to $90 million in 2022.\n\n- Chile \u2013 $4 million;\n\n- Bolivia \u2013 $3 million.",
    "turnover PE,WORLD bloc 2022-01..2022-12 90000000 USD up\n"
    "turnover CL,PE 2022-01..2022-12 4000000 USD\n"
    "turnover BO,PE 2022-01..2022-12 3000000 USD\n" },
  { "numbered-items", "2023-03-01",
    "Peru's foreign trade rose to $90 million in 2022.\n\nTop three by turnover:\n\n"
    "1. Chile \u2013 $4 million (+5%).\n2. Bolivia \u2013 $3 million (\u20132%).\n3. Brazil \u2013 $2 million.",
    "turnover PE,WORLD bloc 2022-01..2022-12 90000000 USD up\n"
    "turnover CL,PE 2022-01..2022-12 4000000 USD +5%\n"
    "turnover BO,PE 2022-01..2022-12 3000000 USD -2%\n"
    "turnover BR,PE 2022-01..2022-12 2000000 USD\n" },
  { "lines-by-year", "2018-03-01",
    "Trade of Peru and Chile by year:\n"
    "2015: 574 million US dollars, exports 525 million, imports 49 million;\n"
    "2016: 417 million US dollars, exports 365 million, imports 52 million.",
    "turnover CL,PE 2015-01..2015-12 574000000 USD\n"
    "exports PE,CL 2015-01..2015-12 525000000 USD\n"
    "exports CL,PE 2015-01..2015-12 49000000 USD\n"
    "turnover CL,PE 2016-01..2016-12 417000000 USD\n"
    "exports PE,CL 2016-01..2016-12 365000000 USD\n"
    "exports CL,PE 2016-01..2016-12 52000000 USD\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_set_nonfatal_assertions ();    /* one run shows all that is misread */
  figure_fixture_add_cases ("/figure-lists/", cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
