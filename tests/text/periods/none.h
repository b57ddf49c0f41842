/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* None of these is a date. */

static const char *const no_cases[] = {
  /* Words that are also a month's or a day's. */
  "Theresa May said so.", "They may march on.", "May I come in?", "He might, may, or must go.",
  "April Ryan and June Carter sang.", "The march on the capital was long.", "Soldiers march to the border.",
  "August Wilson wrote it.", "An august body met.", "Jan Smit plays for them.", "The cat sat in the sun.",
  "Mon ami, he said.", "Thu Tran won.", "A wed couple left.", "Dec and Ant host it.", "Mar the surface not.",
  "Exports to May Corporation", "Mr April paid.", "We may see growth.",
  /* Seasons. */
  "They fall in love.", "Prices fall in a market.", "The fall of the lira hurt.", "A sharp fall in exports followed.",
  "Spring water is sold.", "They spring into action.", "Winter wheat was sown.", "The Summer Olympics were fun.",
  "Summer Camp is open.", "The Winter Palace stood.", "A spring in the mattress broke.",
  /* Ordinals and parts. */
  "He came second.", "A second man left.", "Wait a second.", "The first of them left.", "The third man spoke.",
  "A third of exports is oil.", "A quarter of trade is oil.", "Three quarters of trade is oil.",
  "Half of all trade is oil.", "The quarter-final was long.", "The team scored in the second half.",
  "The better half of it stayed.", "It is the second largest.",
  /* Durations. */
  "It took five years.", "He was jailed for ten days.", "A 10-year high was seen.", "The 90-day truce holds.",
  "It lasted two months and three weeks.", "A three-year plan was made.", "It lasts an hour a day.",
  "Day by day, year after year it grew.", "Years and months went by.", "He is 45 years old.",
  "It was measured year-on-year.", "It rose year over year, month on month.", "It is an annual event.",
  /* Quantities that look like years. */
  "They sold 2016 tonnes.", "It has 1995 people.", "It costs $2016.", "It costs 2016 dollars.", "It costs EUR 2016.",
  "It costs Rs 2016.", "It costs 2,016 and 2 016.", "It is 2016 km away.", "It rose to 2016 points.",
  "It is 1995.5 metres high.", "They hired 1950 staff.", "Some 2000 delegates came.",
  "About 1990 jobs went.", "It has 2000 million dollars.", "2000 cubic metres flow.", "1,500 2016-model cars stood.",
  /* Names and numbers. */
  "See No. 2016 and page 1999.", "Room 2018 is free.", "Flight 2024 is late.", "Flight BA2024 is late.",
  "Formula 1 races are held.", "A Boeing 2020 landed.", "The G20 and the G7 met.", "Windows 2000 is old.",
  "It is version 2.2016.1.", "Version 2016.3.4 is out.", "Call 2016-555.", "Call +375 17 2016 2017.",
  "Call (017) 201-20-16.", "The score was 20:16.", "The ratio is 2016:3.", "Section 301 tariffs hurt.",
  "Resolution 2231 passed.", "Under Article 2010 he paid.", "The code 2016 was wrong.", "At 2016 Main Street he lives.",
  "He lives at 1995 Oak Avenue.", "See https://example.com/2016/12/08/news.", "Mail to a.2016@example.com.",
  "The Q4 engine is strong.", "The Audi Q3 is sold.", "H1 visas are few.", "An H2 plant was built.",
  "The Year of the Dragon", "Order 66 is out.", "He is a man in his nineties.",
  "ISO 9001 and HS 2016 apply.", "The number 2016 won.", "1/2 of 3/4 is 3/8.", "It is 24/7.", "9/11 was cited.",
  "The year, the month and the week.", "A week is long.", "Next door they sing.", "At last it came.",
  "The last man left this town.", "The next step is near.", "This time it worked.", "The same thing happened.",
  "The previous owner sold it.", "Early birds sing late.", "The end of the line", "Late in the game he fell.",
  "The current account is in deficit.", "Its fiscal policy is tight.", "The FY is known.",
  "On the 12th floor he sits.", "The 12th man came.", "On the 5th attempt it worked.", "The 21st Century Fund paid.",
  "31.02.2016", "32/13/2016", "Year 99999", "20167 cars",
};
