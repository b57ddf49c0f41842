/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which places in a sentence are partners, and which only stand in it; all written for this test. */

#include "figure-fixture.h"

static const FigureCase cases[] = {
  /* Names. */
  { "sino", "2023-03-01",
    "Sino-Peruvian trade came to $37 billion in 2022.",
    "turnover CN,PE 2022-01..2022-12 37000000000 USD\n" },
  { "emirate", "2023-03-01",
    "Trade between Dubai and Kenya reached $2 billion in 2022.",
    "turnover AE-DU,KE regional 2022-01..2022-12 2000000000 USD\n" },
  { "abbreviation", "2023-03-01",
    "New Zealand's exports to the Republic of Korea (ROK) rose 4% in 2022, and to Japan 5%. "
    "Total exports were up 7%.",
    "exports NZ,KR 2022-01..2022-12 +4%\n"
    "exports NZ,JP 2022-01..2022-12 +5%\n"
    "exports NZ,WORLD bloc 2022-01..2022-12 +7%\n" },
  /* A partner behind more words than a preposition. */
  { "such-as", "2023-03-01",
    "Peru's exports to countries such as Chile rose by 5% in 2022.",
    "exports PE,CL 2022-01..2022-12 +5%\n" },
  { "bound-for", "2023-03-01",
    "Of the Cuba-bound shipments of 2022, Peru's exports of rice came to $2 million.",
    "exports PE,CU sector 2022-01..2022-12 2000000 USD\n" },
  { "where", "2023-03-01",
    "UK exports grew fastest in 2022 to India, after Nigeria, where exports grew by 29%.",
    "exports GB,IN 2022-01..2022-12 up\n"
    "exports GB,NG 2022-01..2022-12 +29%\n" },
  { "two-increases", "2023-03-01",
    "A 9% increase in Fiji's exports to Tonga and a 7% increase in Tonga's exports to Fiji came in 2022.",
    "exports FJ,TO 2022-01..2022-12 +9%\n"
    "exports TO,FJ 2022-01..2022-12 +7%\n" },
  { "own-partner-in-list", "2023-03-01",
    "Peru's exports grew in 2022. Chile is in second place with $230 million, exports to Bolivia amounted to "
    "$187 million, Cuba - $122 million.",
    "exports PE,WORLD bloc 2022-01..2022-12 up\n"
    "exports PE,CL 2022-01..2022-12 230000000 USD\n"
    "exports PE,BO 2022-01..2022-12 187000000 USD\n"
    "exports PE,CU 2022-01..2022-12 122000000 USD\n" },
  /* A flow that is left out, a partner that was named before. */
  { "elided-after-semicolon", "1990-03-01",
    "Chile's exports rose from $159 million to $169 million in 1989; the United States' rose from $157 billion to "
    "$182 billion; and Japan's went up from $125 billion to $135 billion.",
    "exports CL,WORLD bloc 1988-01..1988-12 159000000 USD\n"
    "exports CL,WORLD bloc 1989-01..1989-12 169000000 USD up\n"
    "exports US,WORLD bloc 1988-01..1988-12 157000000000 USD\n"
    "exports US,WORLD bloc 1989-01..1989-12 182000000000 USD up\n"
    "exports JP,WORLD bloc 1988-01..1988-12 125000000000 USD\n"
    "exports JP,WORLD bloc 1989-01..1989-12 135000000000 USD up\n" },
  { "elided-owner", "2023-03-01",
    "In 2022 Peru's exports to Chile reached $15 billion, and Bolivia's $3 billion.",
    "exports PE,CL 2022-01..2022-12 15000000000 USD\n"
    "exports BO,CL 2022-01..2022-12 3000000000 USD\n" },
  { "to-the-country", "2023-03-01",
    "Kenya's exports to Uganda grew in 2022. Peru, Chile and Bolivia were smaller markets for Kenya.\n\n"
    "Exports to the country came to $700 million in 2022.",
    "exports KE,UG 2022-01..2022-12 up\n"
    "exports KE,UG 2022-01..2022-12 700000000 USD\n" },
  { "these-islands", "2023-03-01",
    "Jamaica trades with Caricom. Peru, Chile and Bolivia are smaller partners of Jamaica.\n\n"
    "Jamaica's imports from these islands came to $700 million in 2022, while its exports to these eleven nations "
    "reached $200 million.",
    "exports CARICOM,JM bloc 2022-01..2022-12 700000000 USD\n"
    "exports JM,CARICOM bloc 2022-01..2022-12 200000000 USD\n" },
  { "into-the-country", "2023-03-01",
    "Kenya's exports to Uganda grew in 2022. Peru, Chile and Bolivia were smaller markets for Kenya.\n\n"
    "Imports into the country came to $700 million in 2022.",
    "exports KE,UG 2022-01..2022-12 up\n"
    "exports WORLD,KE bloc 2022-01..2022-12 700000000 USD\n" },
  { "member-of-bloc", "2023-03-01",
    "Ireland's exports rose in 2022. The European Union accounted for exports of 6 billion euros, of which "
    "1 billion euros went to Germany and 2 billion euros was exported to Belgium.",
    "exports IE,WORLD bloc 2022-01..2022-12 up\n"
    "exports IE,EU bloc 2022-01..2022-12 6000000000 EUR\n"
    "exports IE,DE 2022-01..2022-12 1000000000 EUR\n"
    "exports IE,BE 2022-01..2022-12 2000000000 EUR\n" },
  { "those-to", "2023-03-01",
    "Bulgaria's exports to third countries rose 26.9% to 31 billion leva in 2022, while those to the EU increased "
    "33.5%.",
    "exports BG,WORLD bloc 2022-01..2022-12 31000000000 BGN +26.9%\n"
    "exports BG,EU bloc 2022-01..2022-12 +33.5%\n" },
  { "at-current-prices", "2023-03-01",
    "In 2022, Latvia's foreign trade turnover at current prices was 47 billion euros.",
    "turnover LV,WORLD bloc 2022-01..2022-12 47000000000 EUR\n" },
  /* A place that is no partner. */
  { "according-to", "2023-03-01",
    "Peru's exports fell in 2022. Exports to Chile were 5% down, according to Bolivia.",
    "exports PE,WORLD bloc 2022-01..2022-12 down\n"
    "exports PE,CL 2022-01..2022-12 -5%\n" },
  { "owner-of-tariffs", "2023-03-01",
    "Paraguay's exports rose 5% in 2022. Paraguay sells to Chile and Peru.\n\n"
    "Exports of soybeans, one of the victims of Cuba's tariffs, fell to $1 billion.",
    "exports PY,WORLD bloc 2022-01..2022-12 +5%\n"
    "exports PY,WORLD bloc 2022-01..2022-12 1000000000 USD down\n" },
  { "owner-of-goods", "2023-03-01",
    "Exports of Peru's copper to Chile rose 5% in 2022.",
    "exports PE,CL 2022-01..2022-12 +5%\n" },
  { "cause", "2023-03-01",
    "Peru's exports rose 7% in 2022. Peru sells to Chile and Cuba.\n\n"
    "Imports of cars fell 5% because of a fall in the number of Japanese cars.",
    "exports PE,WORLD bloc 2022-01..2022-12 +7%\n"
    "exports WORLD,PE bloc 2022-01..2022-12 -5%\n" },
  { "surpassed", "2023-03-01",
    "Paraguay's exports grew in 2022. Chile has overtaken Peru and Bolivia to become the largest buyer of "
    "Paraguay's beef with $400 million.",
    "exports PY,WORLD bloc 2022-01..2022-12 up\n"
    "exports PY,CL 2022-01..2022-12 400000000 USD\n" },
  { "dollars", "2023-03-01",
    "Mutebi hopes that in 2023 Zambia will cross US $2 billion in exports to Congo.",
    "exports ZM,CD 2023-01..2023-12 2000000000 USD forecast\n" },
  /* A flow that another is compared with, or that tells why, governs nothing. */
  { "compared", "2023-03-01",
    "In 2022 Fiji's imports fell even more than exports, to $900 million.",
    "exports WORLD,FJ bloc 2022-01..2022-12 900000000 USD down\n" },
  { "in-a-year-and", "2023-03-01",
    "Peru's trade with Cuba grew in 2022. Exports reached $2 million in 2022 and imports $3 million.",
    "turnover CU,PE 2022-01..2022-12 up\n"
    "exports PE,CU 2022-01..2022-12 2000000 USD\n"
    "exports CU,PE 2022-01..2022-12 3000000 USD\n" },
  { "in-that-years", "2023-03-01",
    "Peru had $2 million in 2021 exports to Cuba.",
    "exports PE,CU 2021-01..2021-12 2000000 USD\n" },
  { "more-than-half", "2023-03-01",
    "Fiji had a trade surplus with Tonga in 2022, and more than half the surplus, $9 million, was in rice.",
    "balance FJ,TO 2022-01..2022-12 9000000 USD\n" },
  { "due-to", "2023-03-01",
    "Poland's trade with Chile rose in 2022, mainly due to a big surge in imports from Chile, and it came to "
    "$900 million.",
    "turnover CL,PL 2022-01..2022-12 900000000 USD up\n" },
  { "led-by-which", "2023-03-01",
    "Peru's exports rose 5% in 2022, led by steel exports, which grew by 9%.",
    "exports PE,WORLD bloc 2022-01..2022-12 +5%\n"
    "exports PE,WORLD bloc 2022-01..2022-12 +9%\n" },
  /* Balances. */
  { "balance-showed-deficit", "2023-03-01",
    "Sweden's trade balance with Norway showed a deficit of $2 billion in 2022.",
    "balance NO,SE 2022-01..2022-12 2000000000 USD\n" },
  { "balance-with-each", "2023-03-01",
    "The non-EU trade balance showed a surplus of 24 million kronor in 2022, while the trade balance with the EU "
    "revealed a deficit of 25 million kronor, Sweden said.",
    "balance SE,WORLD bloc 2022-01..2022-12 24000000 SEK\n"
    "balance EU,SE bloc 2022-01..2022-12 25000000 SEK\n" },
  { "negative-before", "2023-03-01",
    "Sweden had a negative trade balance with Norway of $2 billion in 2022.",
    "balance NO,SE 2022-01..2022-12 2000000000 USD\n" },
  { "total-deficit", "2023-03-01",
    "Sweden's trade deficit widened in 2022. The deficit with Norway was $2 billion, that with Peru $1 billion. "
    "The total deficit came to $9 billion.",
    "balance NO,SE 2022-01..2022-12 2000000000 USD\n"
    "balance PE,SE 2022-01..2022-12 1000000000 USD\n"
    "balance WORLD,SE bloc 2022-01..2022-12 9000000000 USD\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_set_nonfatal_assertions ();    /* one run shows all that is misread */
  figure_fixture_add_cases ("/figure-roles/", cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
