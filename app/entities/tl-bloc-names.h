/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The names of groups of countries in resources/gazetteer/blocs.tsv, once more for
 * translators, whose tools do not read that table; a test holds the two together.
 */
#define TL_BLOC_NAMES \
  N_("European Union"), \
  N_("Eurozone"), \
  N_("Eurasian Economic Union"), \
  N_("CIS"), \
  N_("Union State"), \
  N_("Customs Union"), \
  N_("CSTO"), \
  N_("Organization of Turkic States"), \
  N_("Soviet Union"), \
  N_("former Soviet Union"), \
  N_("ASEAN"), \
  N_("Gulf Cooperation Council"), \
  N_("Mercosur"), \
  N_("USMCA"), \
  N_("Pacific Alliance"), \
  N_("Andean Community"), \
  N_("CARICOM"), \
  N_("Shanghai Cooperation Organization"), \
  N_("BRICS"), \
  N_("OPEC"), \
  N_("OPEC+"), \
  N_("G7"), \
  N_("G20"), \
  N_("OECD"), \
  N_("NATO"), \
  N_("African Union"), \
  N_("ECOWAS"), \
  N_("COMESA"), \
  N_("SADC"), \
  N_("East African Community"), \
  N_("Economic Community of Central African States"), \
  N_("African Continental Free Trade Area"), \
  N_("Maghreb"), \
  N_("Arab League"), \
  N_("Organization of Islamic Cooperation"), \
  N_("European Free Trade Association"), \
  N_("European Economic Area"), \
  N_("SAARC"), \
  N_("BIMSTEC"), \
  N_("APEC"), \
  N_("RCEP"), \
  N_("CPTPP"), \
  N_("developing countries"), \
  N_("Belt and Road countries"), \
  N_("emerging markets"), \
  N_("World"), \
  N_("West"), \
  N_("Africa"), \
  N_("Sub-Saharan Africa"), \
  N_("North Africa"), \
  N_("West Africa"), \
  N_("East Africa"), \
  N_("Central Africa"), \
  N_("Southern Africa"), \
  N_("Horn of Africa"), \
  N_("Americas"), \
  N_("North America"), \
  N_("South America"), \
  N_("Central America"), \
  N_("Latin America"), \
  N_("Caribbean"), \
  N_("Europe"), \
  N_("Eastern Europe"), \
  N_("Central Europe"), \
  N_("Southern Europe"), \
  N_("Balkans"), \
  N_("Baltic states"), \
  N_("Nordic countries"), \
  N_("Benelux"), \
  N_("CEFTA"), \
  N_("Visegrad Group"), \
  N_("Caucasus"), \
  N_("Eurasia"), \
  N_("Asia"), \
  N_("Central Asia"), \
  N_("South Asia"), \
  N_("Southeast Asia"), \
  N_("East Asia"), \
  N_("West Asia"), \
  N_("Asia-Pacific"), \
  N_("Greater China"), \
  N_("Middle East"), \
  N_("Middle East and North Africa"), \
  N_("Levant"), \
  N_("Oceania"), \
  N_("ACP countries"), \
  N_("Commonwealth of Nations")
