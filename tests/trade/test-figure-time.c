/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the trade was that a careful reader takes from short texts, all written for this test. */

#include "figure-fixture.h"

static const FigureCase cases[] = {
  /* The sentence says it. */
  { "stated", "2023-06-20",
    "In May 2023 Chile's exports to Peru came to $90 million.",
    "exports CL,PE 2023-05..2023-05 90000000 USD\n" },
  { "leading", "2021-03-01",
    "In 2020, with ports closed and ships at anchor for many weeks, Chile's exports to Peru fell to $1 billion.",
    "exports CL,PE 2020-01..2020-12 1000000000 USD down\n" },
  { "leading-before-another", "2021-03-01",
    "In 2020, with the harbours shut that had been built in 2012 for the fishermen and their many small boats, "
    "Chile's exports to Peru fell to $1 billion.",
    "exports CL,PE 2020-01..2020-12 1000000000 USD down\n" },
  { "leading-for-the-first", "2022-03-01",
    "In 2020 the many busy harbours of Chile exported goods worth $2 billion to Peru, and $3 billion in 2021.",
    "exports CL,PE 2020-01..2020-12 2000000000 USD\n"
    "exports CL,PE 2021-01..2021-12 3000000000 USD\n" },
  { "two-years", "2023-03-01",
    "In 2021 Chile's exports to Peru came to $2 billion, and in 2022 to $3 billion.",
    "exports CL,PE 2021-01..2021-12 2000000000 USD\n"
    "exports CL,PE 2022-01..2022-12 3000000000 USD\n" },
  { "two-clauses", "2023-03-01",
    "Chile's exports to Peru were $2 billion in 2021, while imports from Peru were $1 billion in 2022.",
    "exports CL,PE 2021-01..2021-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n" },
  { "own-behind", "2013-03-01",
    "By 2011 all had changed: Chile's exports to Peru were $2 billion in 2012.",
    "exports CL,PE 2012-01..2012-12 2000000000 USD\n" },
  { "sum-of-years", "2023-03-01",
    "From 2018 to 2022 Chile exported goods worth $9 billion to Peru.",
    "exports CL,PE 2018-01..2022-12 9000000000 USD\n" },
  { "fiscal-year", "2023-06-01",
    "India's exports to Nepal came to $8 billion in the fiscal year 2022-23.",
    "exports IN,NP 2022-04..2023-03 8000000000 USD\n" },
  { "relative-quarter", "2023-06-01",
    "Chile's exports to Peru came to $400 million in the first quarter of this year.",
    "exports CL,PE 2023-01..2023-03 400000000 USD\n" },
  { "last-year", "2023-06-01",
    "Chile's exports to Peru came to $2 billion last year.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n" },
  { "last-year-unknown", NULL,
    "Chile's exports to Peru came to $2 billion last year.",
    "exports CL,PE 2000000000 USD\n" },
  { "no-period", "2023-06-01",
    "On 5 May 2023 the ministers met. Chile's exports to Peru were put at $2 billion.",
    "exports CL,PE 2000000000 USD\n" },

  /* What months are meant. */
  { "december-of-year", "2005",
    "Chile's exports to Peru came to $90 million in December.",
    "exports CL,PE 2004-12..2004-12 90000000 USD\n" },
  { "quarter-of-year", "2005",
    "Chile's exports to Peru came to $90 million in the fourth quarter.",
    "exports CL,PE 2004-10..2004-12 90000000 USD\n" },
  { "december-of-day", "2005-01-20",
    "Chile's exports to Peru came to $90 million in December.",
    "exports CL,PE 2004-12..2004-12 90000000 USD\n" },
  { "last-two-months", "2023-05-18",
    "Chile's exports to Peru came to $90 million in the last two months.",
    "exports CL,PE 2023-03..2023-04 90000000 USD\n" },
  { "change-between-years", "2023-03-01",
    "Chile's exports to Peru rose 12% between 2021 and 2022.",
    "exports CL,PE 2022-01..2022-12 +12%\n" },
  { "year-on-year-last-month", "2023-06-10",
    "Chile's exports to Peru rose 5% year on year last month.",
    "exports CL,PE 2023-05..2023-05 +5%\n" },

  /* It goes on from the sentences before. */
  { "carried", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022. Imports from Peru were $1 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n" },
  { "carried-to-next-paragraph", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022.\n\nImports from Peru were $1 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n" },
  { "carried-within-paragraph", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022. The harbours were busy. Imports from Peru were $1 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n" },
  { "carried-from-lead", "2023-06-20",
    "Chile's exports to Peru rose in May 2023.\n\nThe harbours were busy.\n\nImports from Peru were $1 billion.",
    "exports CL,PE 2023-05..2023-05 up\n"
    "exports PE,CL 2023-05..2023-05 1000000000 USD\n" },
  { "carried-from-lead-without-figure", "2023-06-20",
    "Chile's exports in May 2023 were a surprise.\n\nThe harbours were busy.\n\n"
    "Shipments to Peru stood at $90 million.",
    "exports CL,PE 2023-05..2023-05 90000000 USD\n" },
  { "carried-in-sentence", "2023-03-01",
    "In 2022 Chile's exports to Peru came to $2 billion and imports from Peru to $1 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports PE,CL 2022-01..2022-12 1000000000 USD\n" },
  { "reporting-period", "2023-06-20",
    "Chile's exports to Peru came to $400 million in the first quarter of 2023.\n\nThe harbours were busy.\n\n"
    "In the reporting period imports from Peru came to $300 million.",
    "exports CL,PE 2023-01..2023-03 400000000 USD\n"
    "exports PE,CL 2023-01..2023-03 300000000 USD\n" },
  { "reference-passed-over", "2024-03-01",
    "Chile's exports to Peru came to $5 billion in 2023, up from $4 billion a year earlier. "
    "Imports from Peru were $3 billion.",
    "exports CL,PE 2023-01..2023-12 5000000000 USD up\n"
    "exports CL,PE 2022-01..2022-12 4000000000 USD\n"
    "exports PE,CL 2023-01..2023-12 3000000000 USD\n" },
  { "month-before-passed-over", "2023-03-01",
    "After $3 billion in December 2022, Chile's exports to Peru came to $2.5 billion in January 2023. "
    "Imports from Peru were $1 billion.",
    "exports CL,PE 2022-12..2022-12 3000000000 USD\n"
    "exports CL,PE 2023-01..2023-01 2500000000 USD\n"
    "exports PE,CL 2023-01..2023-01 1000000000 USD\n" },
  { "standing", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022. Trade between Chile and Peru now exceeds $3 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "turnover CL,PE 3000000000 USD above\n" },
  { "standing-a-year", "2023-03-01",
    "Trade between Chile and Peru is worth $3 billion a year.",
    "turnover CL,PE 3000000000 USD\n" },
  { "prospective", "2023-03-01",
    "Chile's exports to Peru came to $2 billion in 2022. They will reach $3 billion.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports CL,PE 3000000000 USD forecast\n" },

  /* A headline's is that of the story. */
  { "headline", "2023-03-01",
    "Chile's exports to Peru at $2 billion\n\nChile's exports to Peru came to $2.01 billion in 2022, customs said.",
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports CL,PE 2022-01..2022-12 2010000000 USD\n" },
  { "headline-other-number", "2023-03-01",
    "Chile's exports to Peru at $5 billion\n\nChile's exports to Peru came to $2.01 billion in 2022, customs said.",
    "exports CL,PE 5000000000 USD\n"
    "exports CL,PE 2022-01..2022-12 2010000000 USD\n" },
  { "headline-two-times", "2023-03-01",
    "Chile's exports to Peru at $2 billion\n\nChile's exports to Peru came to $2 billion in 2022, customs said. "
    "In 2021 they had come to $2 billion, too.",
    "exports CL,PE 2000000000 USD\n"
    "exports CL,PE 2022-01..2022-12 2000000000 USD\n"
    "exports CL,PE 2021-01..2021-12 2000000000 USD\n" },

  /* Rows and tables. */
  { "row-of-amounts", "2019-03-01",
    "Chile's exports to Peru were $5 million, $6 million and $7 million in 2016, 2017 and 2018.",
    "exports CL,PE 2016-01..2016-12 5000000 USD\n"
    "exports CL,PE 2017-01..2017-12 6000000 USD\n"
    "exports CL,PE 2018-01..2018-12 7000000 USD\n" },
  { "row-of-changes", "2019-03-01",
    "In 2016, 2017 and 2018 Chile's exports to Peru rose 5%, 6% and 7%.",
    "exports CL,PE 2016-01..2016-12 +5%\n"
    "exports CL,PE 2017-01..2017-12 +6%\n"
    "exports CL,PE 2018-01..2018-12 +7%\n" },
  { "table", "2019-03-01",
    "Chile's trade with Peru, USD mln\n\n          2017    2018\nExports to Peru    1,181   1,317\n",
    "exports CL,PE 2017-01..2017-12 1181000000 USD\n"
    "exports CL,PE 2018-01..2018-12 1317000000 USD\n" },

  /* From what it rose. */
  { "from-to-years", "2016-03-01",
    "Chile's exports to Peru rose from $1 billion in 2010 to $2 billion in 2015.",
    "exports CL,PE 2010-01..2010-12 1000000000 USD\n"
    "exports CL,PE 2015-01..2015-12 2000000000 USD up on 2010\n" },
  { "from-to-far-year", "2016-03-01",
    "Chile's exports to Peru rose from $1 billion in 2010 to $2 billion as late as 2015.",
    "exports CL,PE 2010-01..2010-12 1000000000 USD\n"
    "exports CL,PE 2015-01..2015-12 2000000000 USD up on 2010\n" },
  { "from-to-leading", "2013-03-01",
    "In 2012 Chile's exports to Peru rose from $1.5 billion to $2 billion.",
    "exports CL,PE 2011-01..2011-12 1500000000 USD\n"
    "exports CL,PE 2012-01..2012-12 2000000000 USD up\n" },
  { "to-from", "2023-06-20",
    "In May 2023 Chile's exports to Peru rose to $60 million from $50 million.",
    "exports CL,PE 2023-05..2023-05 60000000 USD up\n"
    "exports CL,PE 2022-05..2022-05 50000000 USD\n" },
  { "from-long-ago", "2013-03-01",
    "In 2012 Chile's exports to Peru reached $1.5 billion, up from $100 million.",
    "exports CL,PE 2012-01..2012-12 1500000000 USD up\n"
    "exports CL,PE 100000000 USD\n" },
  { "months-learned", "2023-06-20",
    "Chile's exports to Peru rose to $60 million in May 2023 from $50 million in April 2023. "
    "Imports from Peru rose to $40 million from $30 million.",
    "exports CL,PE 2023-05..2023-05 60000000 USD up\n"
    "exports CL,PE 2023-04..2023-04 50000000 USD\n"
    "exports PE,CL 2023-05..2023-05 40000000 USD up\n"
    "exports PE,CL 2023-04..2023-04 30000000 USD\n" },
  { "since-from-to", "2013-03-01",
    "Since 2005 Chile's exports to Peru grew from $1 billion to $2 billion.",
    "exports CL,PE 2005-01..2005-12 1000000000 USD\n"
    "exports CL,PE 2000000000 USD up\n" },

  /* What it is set against. */
  { "against-year", "2023-03-01",
    "Chile's exports to Peru came to $61 million in 2022, against $55 million in 2020.",
    "exports CL,PE 2022-01..2022-12 61000000 USD\n"
    "exports CL,PE 2020-01..2020-12 55000000 USD\n" },
  { "against-year-alone", "2023-03-01",
    "Chile's exports to Peru came to $61 million, against $55 million in 2020.",
    "exports CL,PE 61000000 USD\n"
    "exports CL,PE 2020-01..2020-12 55000000 USD\n" },
  { "year-earlier", "2023-06-20",
    "Chile's exports to Peru came to $61 million in May 2023, compared with $55 million a year earlier.",
    "exports CL,PE 2023-05..2023-05 61000000 USD\n"
    "exports CL,PE 2022-05..2022-05 55000000 USD\n" },
  { "same-period", "2023-08-20",
    "Chile's exports to Peru came to $530 million in the first half of 2023, against $523 million in the same "
    "period of 2022.",
    "exports CL,PE 2023-01..2023-06 530000000 USD\n"
    "exports CL,PE 2022-01..2022-06 523000000 USD\n" },
  { "previous-year-in-half", "2023-08-20",
    "Chile's exports to Peru came to $530 million in the first half of 2023, up from $523 million the previous year.",
    "exports CL,PE 2023-01..2023-06 530000000 USD up\n"
    "exports CL,PE 2022-01..2022-06 523000000 USD\n" },
  { "previous-years", "2023-03-01",
    "Chile's trade deficit with Peru came to $25 billion in 2022, more than the previous year's $23 billion.",
    "balance PE,CL 2022-01..2022-12 25000000000 USD up\n"
    "balance PE,CL 2021-01..2021-12 23000000000 USD\n" },
  { "last-years", "2023-12-20",
    "Chile's exports to Peru came to $9 billion this year, more than last year's $8 billion.",
    "exports CL,PE 2023-01..2023-12 9000000000 USD up\n"
    "exports CL,PE 2022-01..2022-12 8000000000 USD\n" },
  { "base-of-change", "2023-03-01",
    "Chile's exports to Peru came to $61 million in 2022, 11% more than in 2020.",
    "exports CL,PE 2022-01..2022-12 61000000 USD +11% on 2020\n" },
  { "base-alone", "2023-03-01",
    "Chile's exports to Peru are up 12% on 2019.",
    "exports CL,PE +12% on 2019\n" },

  /* Periods in the sentence that are not the figure's. */
  { "duration", "2023-06-20",
    "Chile's exports to Peru rose 4% in May 2023, the first increase in five months.",
    "exports CL,PE 2023-05..2023-05 +4%\n" },
  { "straight", "2023-06-20",
    "In May 2023 Chile's exports to Peru rose 4%, growing for five straight months.",
    "exports CL,PE 2023-05..2023-05 +4%\n" },
  { "lowest-since", "2023-06-20",
    "In May 2023 Chile's trade deficit with Peru fell to $2 billion, its lowest since January 2009.",
    "balance PE,CL 2023-05..2023-05 2000000000 USD down\n" },
  { "event-since", "2023-06-20",
    "Since the pact was signed in February 2019, Chile has exported goods worth $9 billion to Peru.",
    "exports CL,PE 9000000000 USD\n" },
  { "event-after", "2023-06-20",
    "Chile's exports to Peru fell 6% in April 2023 after the floods of March 2023.",
    "exports CL,PE 2023-04..2023-04 -6%\n" },
  { "event-before", "2023-06-20",
    "Before the bridge was closed in February 2022, trade between Chile and Peru had stood at $4 billion.",
    "turnover CL,PE 4000000000 USD\n" },
  { "time-limit", "2023-06-20",
    "Chile and Peru want to bring their trade up to $5 billion within the next five years.",
    "turnover CL,PE 5000000000 USD target\n" },
  { "occasion", "2023-06-20",
    "In June 2022, when the envoys met, it was said that trade between Chile and Peru exceeded $4 billion.",
    "turnover CL,PE 4000000000 USD above\n" },
  { "outside-quotation", "2023-06-20",
    "\"Trade between Chile and Peru has passed $84 million,\" the envoy told a crowd in June 2016.",
    "turnover CL,PE 84000000 USD above\n" },
  { "day", "2023-06-20",
    "Chile's exports to Peru fell to $2 billion, customs said on 5 May 2023.",
    "exports CL,PE 2000000000 USD down\n" },
  { "as-of-month-end", "2023-06-20",
    "Trade between Chile and Peru reached $515 million as of the end of November 2022.",
    "turnover CL,PE 2022-01..2022-11 515000000 USD\n" },
  { "up-to-month", "2023-06-20",
    "Chile's exports to Peru fell 6% up to May 2023.",
    "exports CL,PE 2023-01..2023-05 -6%\n" },
  { "bracket-abbreviation", "2023-06-20",
    "Chile's exports to Peru came to $646 million in the first eight months (8M) of 2022.",
    "exports CL,PE 2022-01..2022-08 646000000 USD\n" },
  { "change-far-behind", "2023-06-20",
    "Peru received $468 million worth of shipments from Chile in the first five months of the year, up 32%.",
    "exports CL,PE 2023-01..2023-05 468000000 USD +32%\n" },
  { "not-of-the-next-clause", "2023-06-20",
    "Chile's exports to Peru rose 17% in May compared with May 2022, with a value of $18 million, while imports "
    "for the same month came to $11 million.",
    "exports CL,PE 2023-05..2023-05 +17%\n"
    "exports CL,PE 2023-05..2023-05 18000000 USD\n"
    "exports PE,CL 2023-05..2023-05 11000000 USD\n" },
  { "months-in-a-list", "2023-09-20",
    "In June, July and August Chile exported goods worth $30 million to Peru.",
    "exports CL,PE 2023-06..2023-08 30000000 USD\n" },
  { "same-period-leads", "2023-09-20",
    "Chile exported goods worth $8 million to Peru in January-July. In the same period last year, goods worth $7 "
    "million were exported to Peru.",
    "exports CL,PE 2023-01..2023-07 8000000 USD\n"
    "exports CL,PE 2022-01..2022-07 7000000 USD\n" },
  { "same-period-in-the-middle", "2023-09-20",
    "Chile's exports to Peru came to $8 million in January-July, while during the same period of the previous year "
    "they were put at $7 million.",
    "exports CL,PE 2023-01..2023-07 8000000 USD\n"
    "exports CL,PE 2022-01..2022-07 7000000 USD\n" },
  { "same-period-of-the-one-before", "2023-09-20",
    "Chile's exports to Peru came to $8 million in July against $7 million in the same period last year, and imports "
    "from Peru came to $6 million.",
    "exports CL,PE 2023-07..2023-07 8000000 USD\n"
    "exports CL,PE 2022-07..2022-07 7000000 USD\n"
    "exports PE,CL 2023-07..2023-07 6000000 USD\n" },
  { "since-is-a-base", "2021-12-10",
    "Chile's exports to Peru rose 5% in January-September 2021. Imports from Peru are down 4% since 2019.",
    "exports CL,PE 2021-01..2021-09 +5%\n"
    "exports PE,CL 2021-01..2021-09 -4% on 2019\n" },
  { "since-of-this-year", "2021-12-10",
    "Chile's exports to Peru have risen 5% since January.",
    "exports CL,PE 2021-01..2021-12 +5%\n" },
  { "a-year-later", "2023-09-20",
    "In 2020, Chile's exports to Peru came to $8 million, a year later they rose to $9 million.",
    "exports CL,PE 2020-01..2020-12 8000000 USD\n"
    "exports CL,PE 2021-01..2021-12 9000000 USD up\n" },
  { "that-year", "2023-09-20",
    "The talks began in 2016. That year, trade of Chile with Peru stood at $8 million.",
    "turnover CL,PE 2016-01..2016-12 8000000 USD\n" },
  { "same-period-as-far-as-reported", "2023-09-20",
    "Chile's exports to Peru rose 5% in January-July 2023. So far this year, imports of $8 million came from Peru, "
    "compared with $9 million over the same period in 2022.",
    "exports CL,PE 2023-01..2023-07 +5%\n"
    "exports PE,CL 2023-01..2023-07 8000000 USD\n"
    "exports PE,CL 2022-01..2022-07 9000000 USD\n" },
  { "forecast-after-a-decade", "2023-09-20",
    "Trade of Chile with Peru did well over the past decade and is expected to reach $8 million.",
    "turnover CL,PE 8000000 USD forecast\n" },
  { "forecast-against-what-was", "2023-09-20",
    "Chile's exports to Peru would be 15% down from last year's level of $8 million.",
    "exports CL,PE potential -15%\n"
    "exports CL,PE 2022-01..2022-12 8000000 USD\n" },
  { "ethiopian-year", "2023-09-20",
    "Ethiopia's exports to Kenya came to $8 million in the last fiscal year.",
    "exports ET,KE 2022-07..2023-06 8000000 USD\n" },
  { "heading-of-a-list", "2023-09-20",
    "Chile's exports to Peru rose 5% in 2022.\n\nTop goods exported from Chile to Peru in 2021:\n\n"
    "• Fish – $9 million;\n• Wine – $8 million.\n",
    "exports CL,PE 2022-01..2022-12 +5%\n"
    "exports CL,PE sector 2021-01..2021-12 9000000 USD\n"
    "exports CL,PE sector 2021-01..2021-12 8000000 USD\n" },
  { "over-months", "2023-09-20",
    "Chile's exports to Peru grew by 3% over the first seven months of 2023.",
    "exports CL,PE 2023-01..2023-07 +3%\n" },
  { "over-a-year", "2023-09-20",
    "In 2022 Chile's exports to Peru grew by 3% over the first seven months of 2021.",
    "exports CL,PE 2022-01..2022-12 +3%\n" },
  { "by-a-month-that-is-over", "2023-09-20",
    "Chile's exports to Peru had come to $8 million by the end of July.",
    "exports CL,PE 2023-01..2023-07 8000000 USD\n" },
  { "by-a-month-to-come", "2023-09-20",
    "Chile's exports to Peru will come to $8 million by the end of July.",
    "exports CL,PE 2024-07..2024-07 8000000 USD forecast\n" },
  { "following-the-results", "2023-09-20",
    "Chile's exports to Peru came to $8 million following the results of the first half of 2023.",
    "exports CL,PE 2023-01..2023-06 8000000 USD\n" },
  { "months-each", "2023-09-20",
    "Chile's exports to Peru came to $9 million and $8 million in July and August, respectively.",
    "exports CL,PE 2023-07..2023-07 9000000 USD\n"
    "exports CL,PE 2023-08..2023-08 8000000 USD\n" },
  { "this-year-as-far-as-reported", "2023-09-20",
    "Chile's exports to Peru rose 4% in January-July 2023. Imports from Peru have fallen 3% this year.",
    "exports CL,PE 2023-01..2023-07 +4%\n"
    "exports PE,CL 2023-01..2023-07 -3%\n" },
  { "this-year-to-come", "2023-09-20",
    "Chile's exports to Peru rose 4% in January-July 2023. They are expected to hit $5 billion this year.",
    "exports CL,PE 2023-01..2023-07 +4%\n"
    "exports CL,PE 2023-01..2023-12 5000000000 USD forecast\n" },
  { "this-fiscal-year-as-far", "2023-11-20",
    "India's exports to Peru were $2 billion in April-July 2023. In this fiscal year imports from Peru fell 3%.",
    "exports IN,PE 2023-04..2023-07 2000000000 USD\n"
    "exports PE,IN 2023-04..2023-07 -3%\n" },
  { "like-with-like-owned", "2023-12-20",
    "Chile's exports to Peru fell to $8 billion in January-September, from last year's $9 billion.",
    "exports CL,PE 2023-01..2023-09 8000000000 USD down\n"
    "exports CL,PE 2022-01..2022-09 9000000000 USD\n" },
  { "like-with-like-year", "2025-01-20",
    "Chile's exports to Peru stood at $8 billion in the first nine months of 2024, down from $9 billion in 2023.",
    "exports CL,PE 2024-01..2024-09 8000000000 USD down\n"
    "exports CL,PE 2023-01..2023-09 9000000000 USD\n" },
  { "like-with-unlike", "2025-01-20",
    "Chile's exports to Peru stood at $8 billion in the first nine months of 2024, and at $9 billion in 2023.",
    "exports CL,PE 2024-01..2024-09 8000000000 USD\n"
    "exports CL,PE 2023-01..2023-12 9000000000 USD\n" },
  { "year-of-its-amount", "2023-12-20",
    "Chile's exports to Peru in 2022 were $4 billion, compared to the previous year of $5 billion.",
    "exports CL,PE 2022-01..2022-12 4000000000 USD\n"
    "exports CL,PE 2021-01..2021-12 5000000000 USD\n" },
  { "fiscal-year-before-in-mid-month", "2022-12-20",
    "Nepal's exports to India rose to $4 billion ($8) in 2021-22, up from $3 billion (€3 billion) in the previous "
    "year.",
    "exports NP,IN 2021-07..2022-07 4000000000 USD up\n"
    "exports NP,IN 2020-07..2021-07 3000000000 USD\n" },
  { "change-from-an-amount", "2023-06-20",
    "Chile's exports to Peru fell by 11% from $15 billion in 2015.",
    "exports CL,PE 2016-01..2016-12 -11%\n"
    "exports CL,PE 2015-01..2015-12 15000000000 USD\n" },
  { "change-of-a-year-from-an-amount", "2023-06-20",
    "In 2015 Chile's exports to Peru fell by 11% from $15 billion.",
    "exports CL,PE 2015-01..2015-12 -11%\n"
    "exports CL,PE 2014-01..2014-12 15000000000 USD\n" },
  { "change-last-year-from-an-amount", "2023-06-20",
    "Chile's exports to Peru fell by 11% last year from $15 billion in 2021.",
    "exports CL,PE 2022-01..2022-12 -11%\n"
    "exports CL,PE 2021-01..2021-12 15000000000 USD\n" },
  { "after-a-counterpart", "2023-06-20",
    "Chile's exports to Peru fell by 11% in May from $15 million a year earlier. Imports came to $7 million.",
    "exports CL,PE 2023-05..2023-05 -11%\n"
    "exports CL,PE 2022-05..2022-05 15000000 USD\n"
    "exports PE,CL 2023-05..2023-05 7000000 USD\n" },
  { "headline-change-of-level", "2023-06-20",
    "Chile's exports to Peru up 34 percent\n\n"
    "Chile's exports to Peru rose 34 percent to $2 billion in May 2023.",
    "exports CL,PE 2023-05..2023-05 +34%\n"
    "exports CL,PE 2023-05..2023-05 2000000000 USD +34%\n" },
  { "each-year-before-its-amount", "2021-06-20",
    "In 2019 Chile's trade with Peru, by our statistics, was $891 million, in 2020 only $854 million.",
    "turnover CL,PE 2019-01..2019-12 891000000 USD\n"
    "turnover CL,PE 2020-01..2020-12 854000000 USD\n" },
  { "although-then", "2021-09-20",
    "In the first seven months of 2021 Chile's trade with Peru fell to $19 million, although in 2019 it was close to "
    "$70 million.",
    "turnover CL,PE 2021-01..2021-07 19000000 USD down\n"
    "turnover CL,PE 2019-01..2019-12 70000000 USD below\n" },
  { "figures-for", "2024-08-20",
    "The statistics office published figures for January\u2013July 2024. Georgia's trade with Turkey amounted to "
    "$1.7 billion.",
    "turnover GE,TR 2024-01..2024-07 1700000000 USD\n" },
  { "compared-with-it-rose", "2024-05-23",
    "Trade of Chile and Peru came to $22 billion in January\u2013March 2024. Compared with January\u2013March 2023 it rose "
    "by 6.2%.",
    "turnover CL,PE 2024-01..2024-03 22000000000 USD\n"
    "turnover CL,PE 2024-01..2024-03 +6.2%\n" },
  { "by-the-end-without-a-comma", "2023-09-20",
    "Trade of Chile and Peru came to $2 billion in January\u2013August 2023. \"By the end of the year we will reach "
    "$3 billion,\" the minister said.",
    "turnover CL,PE 2023-01..2023-08 2000000000 USD\n"
    "turnover CL,PE 2023-01..2023-12 3000000000 USD forecast\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();    /* one run shows all that is misread */

  figure_fixture_add_cases ("/figure-time/", cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
