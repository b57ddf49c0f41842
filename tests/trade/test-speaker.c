/* SPDX-License-Identifier: GPL-3.0-or-later */

/* To whom figures are attributed, in short texts written for this test. */

#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-recognizer.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;         /* the speaker of each figure, apart by "|"; "-" for nobody */
} Case;

#define TRADE "trade between Norway and Chile came to $812 million in 2019"

static const Case cases[] = {
  /* names beside a verb */
  { "behind", "Exports of Norway to Chile rose to $300 million in 2019, said Ingrid Solberg.", "Ingrid Solberg" },
  { "before", "Ingrid Solberg said that " TRADE ".", "Ingrid Solberg" },
  { "office-and-name", "In Oslo, Trade Minister Ingrid Solberg noted that " TRADE ".", "Ingrid Solberg" },
  { "told", "Ingrid Solberg told reporters in Santiago that " TRADE ".", "Ingrid Solberg" },
  { "told-whom", "In Santiago the visitors told Ingrid Solberg that " TRADE ".", "-" },
  { "adverb", "Ingrid Solberg later also said that " TRADE ".", "Ingrid Solberg" },
  { "day", "Ingrid Solberg on Friday said that " TRADE ".", "Ingrid Solberg" },
  { "surname", "Ingrid Solberg came to Santiago. Solberg said that " TRADE ".", "Ingrid Solberg" },
  { "apposition", "The ambassador, Ingrid Solberg, said that " TRADE ".", "Ingrid Solberg" },
  { "title-behind", "Ingrid Solberg, ambassador of Norway to Chile, said that " TRADE ".", "Ingrid Solberg" },
  { "insertion", "Ingrid Solberg, who was answering a question from Pablo Rojas, said " TRADE ".", "Ingrid Solberg" },
  { "near", "Trade between Norway and Chile will reach $900 million in 2021, Ingrid Solberg forecast.",
    "Ingrid Solberg" },
  { "headline", "Trade between Norway and Chile reached $812 million in 2019: Ingrid Solberg", "Ingrid Solberg" },
  { "passive", "Ingrid Solberg met Pablo Rojas. In Oslo it was noted that " TRADE ".", "-" },
  { "nobody", "In 2019, " TRADE ".", "-" },
  { "only-met", "Ingrid Solberg met Pablo Rojas. " "In 2019 " TRADE ".", "-" },

  /* pronouns and offices */
  { "he", "Pablo Rojas spoke in Oslo. He said that " TRADE ".", "Pablo Rojas" },
  { "he-of-sentence", "Pablo Rojas had a number ready: in 2019, he said, " TRADE ".", "Pablo Rojas" },
  { "he-not-of-quotation",
    "Pablo Rojas said the talks went well. “" TRADE ", as Ingrid Solberg knows. It will grow,” he said.",
    "Pablo Rojas" },
  { "office", "Ambassador Ingrid Solberg arrived on Monday with President Pablo Rojas.\n\n"
              "The ambassador said that " TRADE ".", "Ingrid Solberg" },
  { "office-of-country", "President of Chile Pablo Rojas met President of Norway Ingrid Solberg.\n\n"
                         "The Norwegian president said that " TRADE ".", "Ingrid Solberg" },
  { "office-later", "Trade between Norway and Chile came to $812 million in 2019, says the Norwegian ambassador.\n\n"
                    "Ingrid Solberg, ambassador of Norway to Chile, spoke on Monday.", "Ingrid Solberg" },
  { "official-later", "Trade between Norway and Chile came to $812 million in 2019, a senior official said on Monday.\n\n"
                      "The fish sells well, Deputy Trade Minister Ingrid Solberg told a forum.", "Ingrid Solberg" },
  { "subject-before", "Ambassador Ingrid Solberg met Governor Pablo Rojas.\n\n"
                      "The ambassador took the wider view. In 2019, she recalled, " TRADE ".", "Ingrid Solberg" },

  /* bodies */
  { "body", "The Norwegian Ministry of Trade said that " TRADE ".", "Norwegian Ministry of Trade" },
  { "body-again", "The Ministry of Trade of Norway wants more fish sold.\n\nIn 2019, the ministry added, " TRADE ".",
    "Ministry of Trade of Norway" },
  { "it-added", "The Ministry of Trade of Norway said the fish sells well. In 2019, it added, " TRADE ".",
    "Ministry of Trade of Norway" },
  { "body-in-lower-case", "In 2019, the trade ministry said, " TRADE ".", "trade ministry" },
  { "according", "In 2019, " TRADE ", according to the National Statistics Committee.", "National Statistics Committee" },
  { "according-name", "In 2019, " TRADE ", according to Directorate Trollfisk.", "Directorate Trollfisk" },
  { "according-office", "Ambassador Ingrid Solberg came home. In 2019, " TRADE ", according to the ambassador.",
    "Ingrid Solberg" },
  { "according-no-name", "In 2019, " TRADE ", according to official statistics.", "-" },
  { "cited", "In 2019, " TRADE ", Pablo Rojas said, citing the National Statistics Committee.",
    "National Statistics Committee" },
  { "according-capitals", "In 2019, " TRADE ", according to Statistics New Zealand.", "Statistics New Zealand" },
  { "data-by", "Data given to the Oslo Observer by the trade desk of the Statistical Institute of Chile (Sich) "
               "indicate that " TRADE ".", "Statistical Institute of Chile" },
  { "statistics-of", "Statistics Norway said that " TRADE ".", "Statistics Norway" },
  { "according-to-data-of", "According to customs department data, " TRADE ".", "customs department" },
  { "cited-the", "In 2019 " TRADE ", the paper cited the National Statistics Committee.",
    "National Statistics Committee" },
  { "showed-figures-by", "In 2019 " TRADE ", showed the latest figures released by the Directorate of Fish.",
    "Directorate of Fish" },
  { "data-comma", "Data collated by the National Statistics Committee, show " TRADE ".",
    "National Statistics Committee" },
  { "data-of-body", "Central bank figures show that " TRADE ".", "Central bank" },
  { "data-of-body-again", "The Ministry of Trade met on Friday. The ministry's data show that " TRADE ".",
    "Ministry of Trade" },
  { "data-of-no-official", "Ingrid Solberg met Pablo Rojas. Official data show that " TRADE ".", "-" },
  { "agency-again", "The National Statistics Committee said it is busy. The agency added that " TRADE ".",
    "National Statistics Committee" },
  { "body-behind-dash", "Trade of Norway with Chile came to $812 million in 2019 - central bank\n\nIt grew.",
    "central bank" },
  { "balance-with", "In 2019 the trade balance with the EU revealed a surplus of Norway of $8 million.", "-" },
  { "area", "In 2019, " TRADE ", a lobby in eastern Norway said.", "-" },
  { "analysts", "Analysts at Norges Bank said that " TRADE ".", "Norges Bank" },
  { "the-report", "The National Statistics Committee said the year was good. The report states that " TRADE ".",
    "National Statistics Committee" },
  { "the-data", "The National Statistics Committee said the year was good.\n\nThe data showed that " TRADE ".", "-" },
  { "government", "The federal government announced that " TRADE ".", "-" },
  { "country", "Chile said " TRADE ".", "Chile" },

  /* data */
  { "data-of", "Data published by the National Statistics Committee show that " TRADE ".", "National Statistics Committee" },
  { "data-before", "The latest Norges Bank figures show that " TRADE ".", "Norges Bank" },
  { "data-of-nobody", "Official data show that " TRADE ".", "-" },
  { "data-new", "New data showed that " TRADE ".", "-" },
  { "data-of-country", "By the figures of the Norwegian side, " TRADE ".", "-" },
  { "said-of-data", "Pablo Rojas said figures of the National Statistics Committee showed that " TRADE ".", "Pablo Rojas" },
  { "its-books", "The National Statistics Committee said the year was good. By its count, " TRADE ".",
    "National Statistics Committee" },

  /* quotations */
  { "quotation-before", "“In 2019 " TRADE ". We want more,” Ingrid Solberg said.", "Ingrid Solberg" },
  { "quotation-behind", "“We sell fish,” said Ingrid Solberg. “In 2019 " TRADE ".”", "Ingrid Solberg" },
  { "quotation-next-paragraph", "“We sell fish,” said Ingrid Solberg.\n\n“In 2019 " TRADE ".”", "Ingrid Solberg" },
  { "named-later", "A senior official said that " TRADE ".\n\nIt rained in Oslo.\n\n“We sell fish,” said Ingrid Solberg.",
    "Ingrid Solberg" },
  { "named-too-late", "A senior official said that " TRADE ".\n\nIt rained.\n\nIt snowed.\n\n“We sell fish,” said Ingrid Solberg.",
    "-" },
  { "quotation-goes-on", "“In 2019 " TRADE ". We sell fish. We buy wine. We want more,” Ingrid Solberg said.", "Ingrid Solberg" },
  { "lent", "Ingrid Solberg said that it rained. In 2019 " TRADE ". Ingrid Solberg said that it snowed.\n\nIt rained.",
    "Ingrid Solberg" },
  { "verb-in-quotation", "“Pablo Rojas said that " TRADE ",” recalled Ingrid Solberg.", "Ingrid Solberg" },

  /* interviews */
  { "interview", "The fish of the north\n\nQ: Is it enough?\n\nIngrid Solberg: Never.\n\nQ: How much is it?\n\n"
                 "In 2019 " TRADE ".\n\nQ: In 2019 " TRADE "?", "Ingrid Solberg|-" },
  { "parliament", "Fish\n\nMinister for Trade (Deputy Ingrid Solberg): I thank the Deputy.\n\nIn 2019 " TRADE ".",
    "Ingrid Solberg" },
};

static void
append_speakers (GString    *speakers,
                 const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  TlReading reading = { .text = text, .published = tl_date_from_string ("2020-02-10") };
  g_autoptr(GPtrArray) figures = NULL;

  reading.amounts = tl_amounts_find (text);
  reading.periods = tl_periods_find (text, reading.published);
  reading.places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  reading.entities = tl_recognizer_find (text);
  figures = tl_figures_find (&reading);
  for (guint i = 0; i < figures->len; i++)
    {
      const char *speaker = tl_figure_get_speaker (g_ptr_array_index (figures, i));

      g_string_append_printf (speakers, "%s%s", i > 0 ? "|" : "", speaker != NULL ? speaker : "-");
    }
  g_array_unref (reading.amounts);
  g_array_unref (reading.periods);
  g_array_unref (reading.places);
  g_ptr_array_unref (reading.entities);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GString) speakers = g_string_new (NULL);

  append_speakers (speakers, test->text);
  g_assert_cmpstr (speakers->str, ==, test->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/speaker/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
