/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts and changes of a text are trade figures, and how they changed; whose trade it
 * is, and when, is left to test-figure-finder.c.
 */

#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-recognizer.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;         /* a line a figure, see describe() */
} Case;

static GPtrArray *
read_figures (const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  TlReading reading = { .text = text, .published = { 2024, 5, 5 } };
  GPtrArray *figures;

  reading.amounts = tl_amounts_find (text);
  reading.periods = tl_periods_find (text, reading.published);
  reading.places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  reading.entities = tl_recognizer_find (text);
  figures = tl_figures_find (&reading);
  g_array_unref (reading.amounts);
  g_array_unref (reading.periods);
  g_array_unref (reading.places);
  g_ptr_array_unref (reading.entities);
  return figures;
}

/* "exports 419 forecast +3%", in millions: what is usual is left out. */
static void
describe (GString  *lines,
          TlFigure *figure)
{
  static const char *const kinds[] = {
    [TL_CHANGE_UP] = " up", [TL_CHANGE_DOWN] = " down", [TL_CHANGE_FLAT] = " flat",
  };
  const TlFigureData *data = tl_figure_get_data (figure);

  g_string_append (lines, tl_flow_to_string (data->flow));
  if (!isnan (data->value))
    g_string_append_printf (lines, " %.6g", data->value / 1e6);
  if (data->status != TL_STATUS_REPORTED)
    g_string_append_printf (lines, " %s", tl_status_to_string (data->status));
  if (data->change_kind == TL_CHANGE_PERCENT)
    g_string_append_printf (lines, " %+.4g%%", data->change);
  else if (data->change_kind < G_N_ELEMENTS (kinds) && kinds[data->change_kind] != NULL)
    g_string_append (lines, kinds[data->change_kind]);
  g_string_append_c (lines, '\n');
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GPtrArray) figures = read_figures (test->text);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    describe (found, g_ptr_array_index (figures, i));
  g_assert_cmpstr (found->str, ==, test->expected);
}

static const Case cases[] = {
  /* How much more, with the level that it came to. */
  { "step/verb-to", "Peru's exports to Japan rose 310 mln dlrs to 4.1 billion dlrs in 2023.", "exports 4100 up\n" },
  { "step/verb-or-percent", "Peru's exports to Japan rose 310 mln dlrs or eight pct to 4.1 billion dlrs in 2023.",
    "exports 4100 +8%\n" },
  { "step/brackets", "Peru's exports to Japan fell $196 million (4.8 percent) to $3.8 billion in 2023.", "exports 3800 -4.8%\n" },
  { "step/behind", "Peru's exports to Japan were $498 million in 2023, up $131 million.", "exports 498 up\n" },
  { "step/apposed", "Peru bought $61 million worth of goods from Japan in January-March, up by $4 million, or 7.4%, from the same period of 2023.",
    "exports 61 +7.4%\n" },
  { "flow/gap", "Peru's exports to Japan came to $610m and imports from there to $720m, so that the gap shrank to $110m.",
    "exports 610\nexports 720\nbalance 110 down\n" },
  { "step/noun", "Peru's surplus with Japan was $2 billion in May, a decrease of $97m on the surplus in April.",
    "balance 2000 down\n" },
  { "step/by", "Peru's deficit with Japan widened by $43 million to $419 million in 2023.", "balance 419 up\n" },
  { "step/worse", "Peru's trade balance with Japan worsened by $43 million and showed a deficit of $419 million.",
    "balance 419 up\n" },

  /* How much more, with no level: a change alone, the per cent where one is given. */
  { "step/alone", "Peru's exports to Japan rose $310 million in 2023.", "exports up\n" },
  { "step/alone-noun", "Peru's exports to Japan saw a decline of $310 million in 2023.", "exports down\n" },
  { "step/alone-before-noun", "A $700 million increase in Peru's imports from Japan was recorded in 2023.", "exports up\n" },
  { "step/alone-percent", "Peru's copper exports to Japan fell 300 mln dlrs or 33 pct in 2023.", "exports -33%\n" },
  { "step/alone-percent-first", "Peru's copper exports to Japan fell 18 percent, or $71 million.", "exports -18%\n" },
  { "step/alone-brackets", "Peru's copper exports to Japan rose $21m (1%) in 2023.", "exports +1%\n" },
  { "step/converted", "Exports to Japan were up 54 million soles (14.4 million dollars), or 7.9 percent, said Peru.", "exports +7.9%\n" },
  { "step/two", "Peru's exports to Japan saw an increase of $900m in goods and $400m in services.", "exports up\nexports up\n" },
  { "step/none", "In 2023 Peru exported goods worth above $310 million to Japan.", "exports 310\n" },
  { "step/adjective", "Peru is proud of its growing $3 billion trade with Japan.", "turnover 3000\n" },
  { "step/part", "Copper made up $39 million of Peru's exports to Japan.", "exports 39\n" },
  { "step/elsewhere", "In 2023 Peru exported goods worth $2.3 billion to Japan, more than to any other country.",
    "exports 2300\n" },

  /* What it rose or fell to, and from. */
  { "to/bare", "Peru's exports to Japan rose last year to $295 million.", "exports 295 up\n" },
  { "to/record", "Peru's deficit with Japan jumped to a 10-year high of $621 million.", "balance 621 up\n" },
  { "to/provisional", "Peru's trade surplus with Japan fell to a provisional $101 million.", "balance 101 down\n" },
  { "to/from", "Peru's surplus with Japan narrowed to $1.3 billion in August from $2.5 billion in July.",
    "balance 1300 down\nbalance 2500\n" },
  { "to/from-to", "Peru's exports to Japan went from $52 million in 2014 to $60 million in 2016.", "exports 52\nexports 60 up\n" },
  { "to/from-sharply",
    "Peru's imports from Japan fell sharply by 67 percent, dropping from $2.1 billion in 2022 to just $729 million in 2023.",
    "exports 2100\nexports 729 -67%\n" },
  { "to/up-from", "Peru's exports to Japan were $1.06 billion in 2023, down from $1.18 billion in 2022.",
    "exports 1060 down\nexports 1180\n" },
  { "to/slight-drop", "Trade between Peru and Japan came to $6.8 billion in 2019, a slight drop on the $7.1 billion of 2018.",
    "turnover 6800 down\nturnover 7100\n" },
  { "to/reaching", "Peru's trade with Japan grew in 2023, reaching $174 million.", "turnover 174 up\n" },
  { "to/hit-from", "Peru's exports to Japan hit $2 billion from $1.2 billion the year before.", "exports 2000 up\nexports 1200\n" },
  { "to/improved-deficit", "Peru's trade deficit with Japan improved to $58 million from $67 million.", "balance 58 down\nbalance 67\n" },
  { "to/bring", "Peru and Japan aim to bring trade to $15 billion.", "turnover 15000 target\n" },
  { "to/increase", "Peru and Japan aim to increase trade to $15 billion.", "turnover 15000 target up\n" },
  { "to/flat", "Peru's exports to Japan remained flat at $49 million in 2023.", "exports 49 flat\n" },

  /* Changes in per cent, and what they belong to. */
  { "percent/period-between",
    "Peru's exports to Japan slumped by 34 percent in the first five months compared with a year earlier, to $4.4 billion.",
    "exports 4400 -34%\n" },
  { "percent/totalling",
    "Peru's exports to Japan rose by 6.9% in the first half of 2023 compared with the same period in 2022, totalling $2.97 billion.",
    "exports 2970 +6.9%\n" },
  { "percent/after",
    "Peru's exports to Japan fell by 7.4% to $317 million in May 2020, after a decrease of 3.7% in April 2020.",
    "exports 317 -7.4%\nexports -3.7%\n" },
  { "percent/dash", "Peru exported goods worth $1.8 billion to Japan in 2023 — an increase of 4 percent.", "exports 1800 +4%\n" },
  { "percent/base", "Peru's surplus with Japan was 24% above the $496 million of 2022.", "balance +24%\nbalance 496\n" },
  { "percent/elided", "Peru's exports to Japan rose by 10.8% and imports by 10.1% in 2023.", "exports +10.8%\nexports +10.1%\n" },
  { "percent/respectively", "Peru's exports to Japan and imports from there rose by 5% and 7%, respectively.",
    "exports +5%\nexports +7%\n" },
  { "percent/respectively-shared", "Peru's exports to and imports from Japan fell 5 and 7 percent, respectively.",
    "exports -5%\nexports -7%\n" },
  { "percent/respectively-reached",
    "Peru's exports to and imports from Japan rose by 42.4 percent and 58 percent, respectively, to reach $76 million and $23 million.",
    "exports 76 +42.4%\nexports 23 +58%\n" },
  { "percent/shared", "Peru's exports to Japan, Chile and Laos rose 5, 7 and 9 percent, respectively.",
    "exports +5%\nexports +7%\nexports +9%\n" },
  { "percent/year-no-share", "Peru's exports to Japan rose in 2022 and 15 percent of them were tin.", "exports up\n" },
  { "percent/elided-of", "Peru's imports from Japan saw a rise of 15 pct on February and of 4.7 pct compared with March 2023.",
    "exports +15%\nexports +4.7%\n" },
  { "percent/other-verb", "Peru's exports to Japan rose in the first quarter by 2 percent but declined by 8.6 percent in the second.",
    "exports +2%\nexports -8.6%\n" },
  { "percent/annually", "Peru's trade with Japan grew by 17 per cent per year between 2016 and 2020, reaching $5.3 billion in 2020.",
    "turnover +17%\nturnover 5300 up\n" },
  { "percent/fold", "Peru's exports to Japan grew 2.3-fold in the first half of 2023 and exceeded $112 mln.", "exports 112 +130%\n" },
  { "percent/year-ago", "In May 2020 Peru's exports to Japan fell by 7.4% over a year earlier to $317 million.",
    "exports 317 -7.4%\n" },

  /* Which way it went, without a size. */
  { "direction/noun", "Peru saw a sharp fall in imports from Japan in 2023.", "exports down\n" },
  { "direction/cause", "That was because of a rise in imports from Japan, said Peru.", "exports up\n" },
  { "direction/supported", "Peru's exports to Japan registered a sharp decline in 2023.", "exports down\n" },
  { "direction/each", "Peru's exports to Japan, Chile and Laos were all down in 2023.", "exports down\nexports down\nexports down\n" },
  { "direction/flat", "Peru's exports to Japan were steady in 2023.", "exports flat\n" },
  { "direction/foretold", "Trade between Peru and Japan is expected to slow down in 2024.", "turnover forecast down\n" },
  { "direction/would", "Peru's exports to Japan would continue to rise, the bank said.", "exports forecast up\n" },
  { "direction/wish", "Peru and Japan hope that their trade will grow.", "" },
  { "direction/denied", "Peru's exports to Japan have not grown in 2023.", "" },
  { "direction/could-be", "Peru's trade with Japan could be expanded.", "" },
  { "direction/aim", "Peru and Japan want to increase trade.", "" },
  { "direction/purpose", "Peru's minister came to Japan to boost trade.", "" },
  { "direction/sized-elsewhere", "Peru's surplus with Japan fell to $4 billion due to a rise in imports.", "balance 4000 down\n" },

  /* Lines of a list. */
  { "list/dash", "Peru's exports to Japan came to $300 million in 2023:\n\n • Copper – $99 million;\n • Fish meal – $48 million.\n",
    "exports 300\nexports 99\nexports 48\n" },

  /* Which flow. */
  { "flow/passive", "In 2023 goods worth $129 million were imported from Japan, said Peru.", "exports 129\n" },
  { "flow/shipped", "Japan was Peru's best market, with goods worth $13 million being shipped there in March.", "exports 13\n" },
  { "flow/dollars-worth", "In 2023 Peru's trade with Japan came to $5 billion, with two billion dollars' worth of Peruvian exports.",
    "turnover 5000\nexports 2000\n" },
  { "flow/surplus-in", "Peru's surplus in trade with Japan came to $742 million.", "balance 742\n" },
  { "flow/over", "Peru's surplus of exports over imports in its trade with Japan increased to $43 million.", "balance 43 up\n" },
  { "flow/growth-in", "Despite slow GNP growth, Peru saw 12 pct growth in exports to Japan.", "exports +12%\n" },

  /* Whether it happened. */
  { "status/set-to-hit", "Peru's exports to Japan are set to hit $2 billion from $1.2 billion in 2023.",
    "exports 2000 forecast up\nexports 1200\n" },
  { "status/to-bring", "Peru and Japan signed a pact to bring their trade to $15 billion.", "turnover 15000 target\n" },
  { "status/trying", "Peru and Japan are trying to increase their trade to $15 billion.", "turnover 15000 target up\n" },
  { "status/achieve-target", "Peru's trade with Japan will achieve the $100 billion target soon.", "turnover 100000 target\n" },
  { "status/reached-target", "Peru's trade with Japan has reached the $100 billion target.", "turnover 100000\n" },
  { "status/working-on", "Peru's trade with Japan has already reached $10 billion, and the two are working on reaching $20 billion.",
    "turnover 10000\nturnover 20000 target\n" },
  { "status/better", "Peru's deficit with Japan was a better-than-expected $1.2 billion.", "balance 1200\n" },
  { "status/may", "In May 2023 Peru's exports to Japan came to $12 million.", "exports 12\n" },

  /* Words that mean something else, beside a flow. */
  { "block/behind", "Peru's exports to Japan slumped by 34 percent in the first five months of 2023 to $4.4 billion due to new sanctions.",
    "exports 4400 -34%\n" },
  { "block/aside", "Exports of tin from Peru to Japan, one of the goods under new tariffs, declined to $2.5 billion.",
    "exports 2500 down\n" },
  { "block/price", "The price level of Peru's exports to Japan rose by 1.2% in 2023.", "" },
  { "block/share", "Japan's share in the total volume of Peru's exports fell to 32.5 percent.", "" },
  { "block/terms", "Peru's terms of trade with Japan worsened by 1.6%.", "" },
  { "block/own", "Peru's trade with Japan is brisk, and a Japanese firm put $4.4 billion of investment into its mines.", "" },
  { "step-in-brackets", "Chile's imports from Peru rose 4.4 percent ($577 million), to reach $13.6 billion in 2023.",
    "exports 13600 +4.4%\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/trade-drafts/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
