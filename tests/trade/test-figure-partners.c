/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose trade with whom a careful reader takes from short texts, all written for this test. */

#include "figure-fixture.h"

static const FigureCase cases[] = {
  /* Several partners, each with a figure. */
  { "list-changes", "2023-03-01",
    "Brazil's exports to Japan rose 5% in 2022, to Vietnam 7%.",
    "exports BR,JP 2022-01..2022-12 +5%\n"
    "exports BR,VN 2022-01..2022-12 +7%\n" },
  { "list-changes-without-verb", "2023-06-20",
    "Imports from Peru fell 5% in May, from Chile 7% and from Costa Rica 9%, Japan's customs said.",
    "exports PE,JP 2023-05..2023-05 -5%\n"
    "exports CL,JP 2023-05..2023-05 -7%\n"
    "exports CR,JP 2023-05..2023-05 -9%\n" },
  { "list-partner-behind", "2023-03-01",
    "In 2022 Brazil exported $4 billion to Japan and $3 billion to Vietnam.",
    "exports BR,JP 2022-01..2022-12 4000000000 USD\n"
    "exports BR,VN 2022-01..2022-12 3000000000 USD\n" },
  { "list-respectively", "2023-03-01",
    "In 2022 Chile's exports to Peru, Bolivia and Ecuador rose 5%, 7% and 9% respectively.",
    "exports CL,PE 2022-01..2022-12 +5%\n"
    "exports CL,BO 2022-01..2022-12 +7%\n"
    "exports CL,EC 2022-01..2022-12 +9%\n" },
  { "list-brackets", "2023-03-01",
    "In 2022 Turkey's exports rose most to Iraq (5%), Egypt (7%) and Libya (11%).",
    "exports TR,IQ 2022-01..2022-12 +5%\n"
    "exports TR,EG 2022-01..2022-12 +7%\n"
    "exports TR,LY 2022-01..2022-12 +11%\n" },
  { "list-followed-by", "2023-03-01",
    "Uganda was the biggest buyer of Kenya's exports in 2022 with $900 million, followed by Pakistan with "
    "$500 million and Egypt with $200 million.",
    "exports KE,UG 2022-01..2022-12 900000000 USD\n"
    "exports KE,PK 2022-01..2022-12 500000000 USD\n"
    "exports KE,EG 2022-01..2022-12 200000000 USD\n" },
  { "list-prepositions", "2023-03-01",
    "Estonia's imports from Norway came to 40 million euros in 2022, from Iceland to 30 million euros.",
    "exports NO,EE 2022-01..2022-12 40000000 EUR\n"
    "exports IS,EE 2022-01..2022-12 30000000 EUR\n" },
  { "list-names-alone", "2023-03-01",
    "Georgia's exports in 2022: Armenia - $550 million, Bulgaria - $300 million.",
    "exports GE,AM 2022-01..2022-12 550000000 USD\n"
    "exports GE,BG 2022-01..2022-12 300000000 USD\n" },
  { "list-with", "2023-03-01",
    "Estonia's trade with Latvia reached 3 billion euros and with Lithuania 2 billion euros in 2022.",
    "turnover EE,LV 2022-01..2022-12 3000000000 EUR\n"
    "turnover EE,LT 2022-01..2022-12 2000000000 EUR\n" },
  { "list-two-flows", "2023-03-01",
    "In 2022 Fiji's exports to Tonga were $5 million and imports from Samoa $3 million.",
    "exports FJ,TO 2022-01..2022-12 5000000 USD\n"
    "exports WS,FJ 2022-01..2022-12 3000000 USD\n" },
  { "list-dashes", "2023-03-01",
    "Georgia's exports in 2022 went to Armenia - $550 million, Bulgaria - $300 million and Spain - $90 million.",
    "exports GE,AM 2022-01..2022-12 550000000 USD\n"
    "exports GE,BG 2022-01..2022-12 300000000 USD\n"
    "exports GE,ES 2022-01..2022-12 90000000 USD\n" },
  { "biggest-market", "2023-03-01",
    "Peru's biggest export market was China, with exports of $20 billion in 2022.",
    "exports PE,CN 2022-01..2022-12 20000000000 USD\n" },

  /* Both are named. */
  { "of-with", "2023-03-01",
    "The trade of Armenia with Georgia amounted to $760 million in 2022.",
    "turnover AM,GE 2022-01..2022-12 760000000 USD\n" },
  { "goods-between", "2023-03-01",
    "Goods shipped between Malta and Cyprus were worth 300 million euros in 2022.",
    "turnover CY,MT 2022-01..2022-12 300000000 EUR\n" },
  { "from-to", "2023-03-01",
    "Exports from Togo to Mali came to $30 million in 2022.",
    "exports TG,ML 2022-01..2022-12 30000000 USD\n" },
  { "imports-to-from", "2023-03-01",
    "Imports to Mali from Togo came to $30 million in 2022.",
    "exports TG,ML 2022-01..2022-12 30000000 USD\n" },
  { "by-to", "2023-03-01",
    "Exports by Austria to Hungary came to 9 billion euros in 2022.",
    "exports AT,HU 2022-01..2022-12 9000000000 EUR\n" },
  { "imported-from", "2023-03-01",
    "Mali imported goods worth $30 million from Togo in 2022.",
    "exports TG,ML 2022-01..2022-12 30000000 USD\n" },
  { "goods-into", "2023-03-01",
    "Imports of Latvian goods into Georgia came to 20 million euros in 2022.",
    "exports LV,GE 2022-01..2022-12 20000000 EUR\n" },
  { "bought-adjective", "2023-03-01",
    "Bhutan bought $700 million worth of Indian goods in 2022.",
    "exports IN,BT 2022-01..2022-12 700000000 USD\n" },
  { "bought-possessive", "2023-03-01",
    "Bhutan bought $700 million worth of India's goods in 2022.",
    "exports IN,BT 2022-01..2022-12 700000000 USD\n" },
  { "sold-to", "2023-03-01",
    "Zambia sold goods worth $300 million to Malawi in 2022.",
    "exports ZM,MW 2022-01..2022-12 300000000 USD\n" },
  { "sold-adjective", "2023-03-01",
    "Malawi has few wells. Traders sold Zambian goods worth $300 million to Malawi in 2022.",
    "exports ZM,MW 2022-01..2022-12 300000000 USD\n" },
  { "owner-of-some-goods", "2023-03-01",
    "Mozambique's leather footwear exports to Malawi came to $2 million in 2022.",
    "exports MZ,MW sector 2022-01..2022-12 2000000 USD\n" },
  { "subject-apart", "2023-03-01",
    "Ethiopia, too, did better, with exports to Kenya of $90 million in 2022.",
    "exports ET,KE 2022-01..2022-12 90000000 USD\n" },

  /* Balances. */
  { "deficit-with", "2023-03-01",
    "Nepal's trade deficit with India stood at $7 billion in 2022.",
    "balance IN,NP 2022-01..2022-12 7000000000 USD\n" },
  { "surplus-with", "2023-03-01",
    "Ireland ran a trade surplus of 5 billion euros with Spain in 2022.",
    "balance IE,ES 2022-01..2022-12 5000000000 EUR\n" },
  { "ran-deficit", "2023-03-01",
    "In 2022 Togo ran a trade deficit of $20 million with Benin.",
    "balance BJ,TG 2022-01..2022-12 20000000 USD\n" },

  /* One is named, and the sentences before tell the other. */
  { "its", "2023-03-01",
    "Uruguay is doing well. Its exports to Mexico reached $210 million in 2022.",
    "exports UY,MX 2022-01..2022-12 210000000 USD\n" },
  { "its-trade-with", "2023-03-01",
    "Botswana expects its trade with Namibia to reach $90 million in 2025.",
    "turnover BW,NA 2025-01..2025-12 90000000 USD forecast\n" },
  { "its-trade-of-another", "2023-03-01",
    "Namibia's trade is growing, and Namibia's ports are full. Botswana expects its trade with Angola to reach "
    "$90 million in 2025.",
    "turnover NA,WORLD bloc up\n"
    "turnover AO,BW 2025-01..2025-12 90000000 USD forecast\n" },
  { "country-referred-to", "2023-03-01",
    "Chile's exports to Japan came to $9 billion in 2022. Imports from the Asian country were $2 billion.",
    "exports CL,JP 2022-01..2022-12 9000000000 USD\n"
    "exports JP,CL 2022-01..2022-12 2000000000 USD\n" },
  { "our", "2023-03-01",
    "Vietnam counts on its farmers. \"Our exports to Cuba came to $40 million in 2022,\" the minister said.",
    "exports VN,CU 2022-01..2022-12 40000000 USD\n" },
  { "goes-on", "2023-03-01",
    "Kenya's exports to Uganda came to $500 million in 2022. Imports were $300 million.",
    "exports KE,UG 2022-01..2022-12 500000000 USD\n"
    "exports UG,KE 2022-01..2022-12 300000000 USD\n" },
  { "biggest-buyer-apart", "2023-03-01",
    "Chile's miners had a good year. Exports to China, Chile's biggest buyer, rose 6% in 2022.",
    "exports CL,CN 2022-01..2022-12 +6%\n" },

  /* The pair that the article is about. */
  { "pair-lead", "2023-03-01",
    "Peru and Bolivia open a bridge\n\nPeru and Bolivia opened a bridge on Monday. Lorries queued.\n\n"
    "Trade turnover came to $900 million in 2022.",
    "turnover BO,PE 2022-01..2022-12 900000000 USD\n" },
  { "pair-two-countries", "2023-03-01",
    "Laos and Nepal signed a pact. It is short. Trade between the two countries came to $12 million in 2022.",
    "turnover LA,NP 2022-01..2022-12 12000000 USD\n" },
  { "pair-owner", "2023-03-01",
    "Egypt and Jordan want a balance\n\nEgypt's trade with Jordan is old. Egypt's trade deficit stood at $400 million "
    "in 2022.",
    "balance JO,EG 2022-01..2022-12 400000000 USD\n" },
  { "pair-third", "2023-03-01",
    "Trade between Chile and Peru came to $3 billion in 2022. Peru's exports to Brazil were $2 billion.",
    "turnover CL,PE 2022-01..2022-12 3000000000 USD\n"
    "exports PE,BR 2022-01..2022-12 2000000000 USD\n" },
  { "pair-back-again", "2023-03-01",
    "Chile and Peru want more trade\n\nTrade between Chile and Peru came to $3 billion in 2022. Peru's exports to "
    "Brazil were $2 billion.\n\nChile and Peru plan to bring bilateral trade up to $4 billion in 2025.",
    "turnover CL,PE 2022-01..2022-12 3000000000 USD\n"
    "exports PE,BR 2022-01..2022-12 2000000000 USD\n"
    "turnover CL,PE 2025-01..2025-12 4000000000 USD target\n" },
  { "pair-world", "2023-03-01",
    "Japan and Peru are friends, and Japan and Peru trade. Japan's total exports came to $700 billion in 2022.",
    "exports JP,WORLD bloc 2022-01..2022-12 700000000000 USD\n" },

  /* All of a country's trade. */
  { "all-deficit", "2023-06-20",
    "Egypt's trade deficit fell in May, Egypt's customs office said. Egypt sells much to Italy.\n\n"
    "The trade deficit stood at $3.1 billion in May.",
    "balance WORLD,EG bloc 2023-05..2023-05 down\n"
    "balance WORLD,EG bloc 2023-05..2023-05 3100000000 USD\n" },
  { "all-of-one-among-many", "2023-03-01",
    "Kenya signed pacts with Uganda, Egypt and Rwanda. Kenya's exports rose 5% in 2022.",
    "exports KE,WORLD bloc 2022-01..2022-12 +5%\n" },
  { "all-in-new-paragraph", "2023-03-01",
    "Kenya's exports to Uganda came to $500 million in 2022, to Egypt $200 million and to Rwanda $100 million.\n\n"
    "Imports came to $19 billion in 2022.",
    "exports KE,UG 2022-01..2022-12 500000000 USD\n"
    "exports KE,EG 2022-01..2022-12 200000000 USD\n"
    "exports KE,RW 2022-01..2022-12 100000000 USD\n"
    "exports WORLD,KE bloc 2022-01..2022-12 19000000000 USD\n" },
  { "all-subject", "2024-03-01",
    "Ukraine reduced exports by 12% to $36 billion in 2023.",
    "exports UA,WORLD bloc 2023-01..2023-12 36000000000 USD -12%\n" },
  { "all-other-subject", "2024-03-01",
    "Poland's exports are watched by Poland's farmers. Ukraine has increased exports to $36 billion in 2023.",
    "exports UA,WORLD bloc 2023-01..2023-12 36000000000 USD up\n" },
  { "all-said", "2023-03-01",
    "Japan and Peru are friends, and Japan and Peru trade. The total Japanese trade deficit was $20 billion "
    "in 2022.",
    "balance WORLD,JP bloc 2022-01..2022-12 20000000000 USD\n" },
  { "all-rest-of-world", "2023-03-01",
    "Gambia's exports to the rest of the world were worth $40 million in 2022.",
    "exports GM,WORLD bloc 2022-01..2022-12 40000000 USD\n" },
  { "all-but-bloc", "2023-03-01",
    "Italy's exports to non-EU countries rose 6% in 2022.",
    "exports IT,WORLD bloc 2022-01..2022-12 +6%\n" },
  { "all-but-country", "2023-03-01",
    "Taiwan's exports to countries other than China rose 3% in 2022.",
    "exports TW,WORLD bloc 2022-01..2022-12 +3%\n" },
  { "adjective-imports", "2023-06-20",
    "Canada's exports rose in May, Canada's statistics office said. Canada lives by selling.\n\n"
    "American imports rose 4% to $40 billion in May.",
    "exports CA,WORLD bloc 2023-05..2023-05 up\n"
    "exports US,CA 2023-05..2023-05 40000000000 USD +4%\n" },

  /* Blocs and regions. */
  { "bloc", "2023-03-01",
    "The EU and Norway are close. European exports to Norway came to 60 billion euros in 2022.",
    "exports EU,NO bloc 2022-01..2022-12 60000000000 EUR\n" },
  { "region", "2023-03-01",
    "Bavaria's exports to Austria came to 14 billion euros in 2022.",
    "exports DE-BY,AT regional 2022-01..2022-12 14000000000 EUR\n" },
  { "region-referred-to", "2017-03-01",
    "Brest Oblast is a part of Belarus. In 2016 trade between the region and Latvia came to $40 million.",
    "turnover BY-BR,LV regional 2016-01..2016-12 40000000 USD\n" },
  { "region-and-country", "2017-03-01",
    "Trade between Brest Oblast and Latvia came to $40 million in 2016.\n\n"
    "Trade between Belarus and Latvia came to $400 million in 2016.",
    "turnover BY-BR,LV regional 2016-01..2016-12 40000000 USD\n"
    "turnover BY,LV 2016-01..2016-12 400000000 USD\n" },
  { "region-then-country", "2017-03-01",
    "Trade between Brest Oblast and Latvia came to $40 million in 2016. "
    "Trade between Belarus and Latvia as a whole came to $400 million that year.",
    "turnover BY-BR,LV regional 2016-01..2016-12 40000000 USD\n"
    "turnover BY,LV 2016-01..2016-12 400000000 USD\n" },

  /* Which of the names is meant. */
  { "apposed-possessive", "2023-03-01",
    "Tanzania's trade with Kenya's neighbour Uganda came to $400 million in 2022.",
    "turnover TZ,UG 2022-01..2022-12 400000000 USD\n" },
  { "apposed-member", "2023-03-01",
    "Jordan's exports to another Arab League member, Iraq, were worth $80 million in 2022.",
    "exports JO,IQ 2022-01..2022-12 80000000 USD\n" },
  { "office", "2023-03-01",
    "The ambassador of Kazakhstan to Malta said that trade between Latvia and Estonia came to $5 billion in 2022.",
    "turnover EE,LV 2022-01..2022-12 5000000000 USD\n" },
  { "office-behind", "2023-03-01",
    "Estonia counts its ships. Exports to Latvia came to 5 billion euros in 2022, the president of Finland said.",
    "exports EE,LV 2022-01..2022-12 5000000000 EUR\n" },
  { "office-possessive", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022, Brazil's foreign minister said.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n" },
  { "capitals", "2023-03-01",
    "Trade between Baku and Tbilisi reached $700 million in 2022.",
    "turnover AZ,GE 2022-01..2022-12 700000000 USD\n" },
  { "capital-owner", "2023-03-01",
    "Japan counts its ships. Tokyo's exports to Peru came to $700 million in 2022.",
    "exports JP,PE 2022-01..2022-12 700000000 USD\n" },
  { "capital-as-place", "2023-03-01",
    "Finland's exports to Estonia came to 2 billion euros in 2022, the minister said in Riga.",
    "exports FI,EE 2022-01..2022-12 2000000000 EUR\n" },
  { "elsewhere", "2023-03-01",
    "Kenya's exports rose 4% in 2022, said an analyst in Spain.",
    "exports KE,WORLD bloc 2022-01..2022-12 +4%\n" },
  { "way-through", "2023-03-01",
    "Bolivia's exports through Chile came to $900 million in 2022.",
    "exports BO,WORLD bloc 2022-01..2022-12 900000000 USD\n" },
  { "currency", "2023-03-01",
    "Trade between Fiji and Samoa reached US $2 billion in 2022.",
    "turnover FJ,WS 2022-01..2022-12 2000000000 USD\n" },
  { "currency-behind-to", "2023-03-01",
    "Fiji's exports rose to US $2 billion in 2022.",
    "exports FJ,WORLD bloc 2022-01..2022-12 2000000000 USD up\n" },

  /* Nobody's. */
  { "department", "2023-03-01",
    "The US Commerce Department will rent an office in Japan for $40 million in 2024.", "" },
  { "company", "2023-03-01",
    "Bottles from Malta are liked. The brewer's exports to Cyprus rose 8% in 2022.", "" },
  { "capital-and-town", "2023-03-01",
    "Trade between London and New York was worth $3 billion in 2022.", "" },
  { "town-and-capital", "2023-03-01",
    "Britain is far away. Trade between New York and London was worth $3 billion in 2022.", "" },
  { "towns", "2023-03-01",
    "Chile is long. Trade between Upper Ford and Lower Ford came to $3 million in 2022.", "" },
  /* What is compared is of the same two. */
  { "compared-same-trade", "2023-06-20",
    "Oman bought goods worth $90 million from Kenya in May, down from $145 million in April.",
    "exports KE,OM 2023-05..2023-05 90000000 USD down\n"
    "exports KE,OM 2023-04..2023-04 145000000 USD\n" },
  { "compared-contrast", "2023-06-20",
    "Oman's deficit with Kenya widened to $14 million in May from $13 million in April, while that with Iran "
    "narrowed to $3 million.",
    "balance KE,OM 2023-05..2023-05 14000000 USD up\n"
    "balance KE,OM 2023-04..2023-04 13000000 USD\n"
    "balance IR,OM 2023-05..2023-05 3000000 USD down\n" },
  /* A statistics office counts trade with everybody. */
  { "statistics", "2023-06-20",
    "Norway's exports to Chile rose 4% in May 2023.\n\n"
    "Seasonally adjusted, exports rose to $9 billion in May 2023.",
    "exports NO,CL 2023-05..2023-05 +4%\n"
    "exports NO,WORLD bloc 2023-05..2023-05 9000000000 USD up\n" },
  { "no-statistics", "2023-06-20",
    "Bilateral trade between Norway and Chile rose 4% in May 2023.\n\n"
    "Seasonally adjusted, exports rose to $9 billion in May 2023.",
    "turnover CL,NO 2023-05..2023-05 +4%\n"
    "exports NO,CL 2023-05..2023-05 9000000000 USD up\n" },
  /* Below zero. */
  { "negative-amount", "2023-06-20",
    "Poland's trade balance with Chile in 2022 stood at -$190 million.",
    "balance CL,PL 2022-01..2022-12 190000000 USD\n" },
  { "negative-balance", "2023-06-20",
    "Poland's trade balance with Chile in 2022 was negative at $190 million.",
    "balance CL,PL 2022-01..2022-12 190000000 USD\n" },
  { "deficit-in-trade-with", "2023-06-20",
    "In 2022 Argentina ran a deficit of $360 million in trade with Brazil.",
    "balance BR,AR 2022-01..2022-12 360000000 USD\n" },

  /* Within a group of countries. */
  { "members-with-each-other", "2023-03-01",
    "Trade of the ASEAN countries with each other came to $800 billion in 2022.",
    "turnover ASEAN,ASEAN bloc 2022-01..2022-12 800000000000 USD\n" },
  { "members-mutual", "2023-03-01",
    "In 2022 mutual trade of the EAEU member states amounted to $80 billion. Imports from third countries came "
    "to $300 billion. Mutual trade rose by 7%. Exports from Armenia rose by 9%.",
    "turnover EAEU,EAEU bloc 2022-01..2022-12 80000000000 USD\n"
    "exports WORLD,EAEU bloc 2022-01..2022-12 300000000000 USD\n"
    "turnover EAEU,EAEU bloc 2022-01..2022-12 +7%\n"
    "exports AM,EAEU bloc 2022-01..2022-12 +9%\n" },
  { "mutual-with-a-group", "2023-03-01",
    "Peru's mutual trade with the EU amounted to 9 billion euros in 2022.",
    "turnover EU,PE bloc 2022-01..2022-12 9000000000 EUR\n" },

  /* Named in the sentence before, or to be understood. */
  { "pair-of-the-sentence-before", "2023-03-01",
    "Peruvian exports were the talk of the fair. In 2022 Peru's trade with Chile amounted to $3 billion. "
    "Peru's exports reached $2 billion.",
    "turnover CL,PE 2022-01..2022-12 3000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 2000000000 USD\n" },
  { "whose-partner", "2020-03-01",
    "Chile is one of the main trade partners of the Republic of Peru. In 2019 trade turnover was $3 billion, "
    "exports $2 billion.",
    "turnover CL,PE 2019-01..2019-12 3000000000 USD\n"
    "exports PE,CL 2019-01..2019-12 2000000000 USD\n" },
  { "label-with-colon", "2023-03-01",
    "Peru's exports rose by 4% in 2022. Peru's trade with Bolivia was $2 billion.\n\n"
    "Chile: exports of $1 billion, imports of $3 billion.",
    "exports PE,WORLD bloc 2022-01..2022-12 +4%\n"
    "turnover BO,PE 2022-01..2022-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n"
    "exports CL,PE 2022-01..2022-12 3000000000 USD\n" },
  { "from-us", "2023-03-01",
    "Peru's exports rose by 4% in 2022. Peru's imports fell by 2%. Bolivia imported goods worth $2 billion from us.",
    "exports PE,WORLD bloc 2022-01..2022-12 +4%\n"
    "exports WORLD,PE bloc 2022-01..2022-12 -2%\n"
    "exports PE,BO 2022-01..2022-12 2000000000 USD\n" },
  { "purchases-of-their-goods", "2023-03-01",
    "Turkish purchases of Kenyan tea fell in 2022 to $30 million.",
    "exports KE,TR sector 2022-01..2022-12 30000000 USD down\n" },
  { "for-comparison", "2023-03-01",
    "Trade of Norway and Poland came to 9 billion euros in 2022. For comparison: Norway's trade with Spain was "
    "3 billion euros. In 2010 the two sides traded 2 billion euros.",
    "turnover NO,PL 2022-01..2022-12 9000000000 EUR\n"
    "turnover ES,NO 2022-01..2022-12 3000000000 EUR\n"
    "turnover NO,PL 2010-01..2010-12 2000000000 EUR\n" },
  { "hoped-for-both-ways", "2023-10-01",
    "In the first eight months of 2023 trade of Fiji and Tonga amounted to $530 million, Fiji's exports to $460 million. "
    "It may reach $850 million by the end of the year.",
    "turnover FJ,TO 2023-01..2023-08 530000000 USD\n"
    "exports FJ,TO 2023-01..2023-08 460000000 USD\n"
    "turnover FJ,TO 2023-01..2023-12 850000000 USD forecast\n" },
  { "our-of-the-minister", "2023-06-20",
    "Trade of Fiji and Tonga came to $30 million in 2022. \"Our exports were $4 million,\" said the ambassador of Tonga "
    "in Fiji.",
    "turnover FJ,TO 2022-01..2022-12 30000000 USD\n"
    "exports TO,FJ 2022-01..2022-12 4000000 USD\n" },
  { "of-the-union", "2023-06-20",
    "The free trade agreement between the EAEU and Iran is in force. In 2022 trade turnover of the union with Iran came "
    "to $6 billion.",
    "turnover EAEU,IR bloc 2022-01..2022-12 6000000000 USD\n" },
  { "trade-of-before-a-colon", "2021-10-08",
    "Foreign trade of Moldova in August 2021: exports of $226 million, imports of $602 million.",
    "exports MD,WORLD bloc 2021-08..2021-08 226000000 USD\n"
    "exports WORLD,MD bloc 2021-08..2021-08 602000000 USD\n" },
  { "their-companies", "2023-06-20",
    "Polish companies exported to Latvia goods worth 2 billion euros in 2022.",
    "exports PL,LV 2022-01..2022-12 2000000000 EUR\n" },
  { "some-goods-behind-the-partner", "2023-06-20",
    "In 2022 India imported from Norway frozen fish worth $246 million.",
    "exports NO,IN sector 2022-01..2022-12 246000000 USD\n" },
  { "in-services", "2023-06-20",
    "In services, trade of Fiji and Tonga came to $17 million in 2022, of which exports from Fiji were $11 million.",
    "turnover FJ,TO sector 2022-01..2022-12 17000000 USD\n"
    "exports FJ,TO sector 2022-01..2022-12 11000000 USD\n" },
};

/* An outlet's own country need not be named. */
static void
test_home (void)
{
  g_autoptr(GPtrArray) figures =
    figure_fixture_read ("Exports to Fiji came to 400 million euros in 2022.", "2023-03-01", "NZ");
  g_autofree char *found = figure_fixture_describe (figures);

  g_assert_cmpstr (found, ==, "exports NZ,FJ 2022-01..2022-12 400000000 EUR\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_set_nonfatal_assertions ();    /* one run shows all that is misread */
  figure_fixture_add_cases ("/figure-partners/", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/figure-partners/home", test_home);
  return g_test_run ();
}
