/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which texts carry the same story, and which only look as if they did. */

#include "tl-copy-index.h"
#include "tl-copy-match.h"
#include "tl-copy-print.h"
#include "tl-copy-stories.h"
#include "tl-copy-words.h"

static gboolean
are_same_words (const char *text,
                const char *other)
{
  g_autoptr(GArray) words = tl_copy_words_new (text);
  g_autoptr(GArray) others = tl_copy_words_new (other);

  return words->len == others->len &&
         (words->len == 0 || memcmp (words->data, others->data, words->len * sizeof (TlCopyWord)) == 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *other;
    gboolean    same;
  } cases[] = {
    { "\"We sell grain,\" he said", "«We sell grain» – he said…", TRUE },
    { "THE MINISTER'S CAFÉ", "the minister’s cafe", TRUE },
    { "Über Łódź", "uber łódź", TRUE },
    { "Ещё ёлка", "Еще елка", TRUE },
    { "мой", "мои", FALSE },
    { "of\302\240grain\n\nand  corn", "of grain and corn", TRUE },
    { "office", "o\357\254\203ce", TRUE },          /* U+FB03 */
    { "multi-year", "multi–year", TRUE },
    { "co\302\255operate", "cooperate", TRUE },     /* a soft hyphen */
    { "1,181 million", "1\302\240181 million", TRUE },
    { "1,181 million", "1’181 million", TRUE },
    { "1,181,500", "1181500", TRUE },
    { "419.1", "419,1", TRUE },
    { "419.1", "419 1", TRUE },
    { "1.1", "11", FALSE },
    { "419.1", "419.2", FALSE },
    { "in 2014 100 firms", "in 2014100 firms", FALSE },
    { "٢٠١٤", "2014", TRUE },
    { "10bn", "10 bn", TRUE },
    { "the U.S. and Mexico", "the US and Mexico", TRUE },
    { "It ends. Next it began", "it ends next it began", TRUE },
    { "贸易增长", "贸易，增长", TRUE },
    { "贸易", "贸", FALSE },
    { "", " …\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”, “%s”", cases[i].text, cases[i].other);
      g_assert_true (are_same_words (cases[i].text, cases[i].other) == cases[i].same);
    }
}

#define LINE "A text of nineteen words stands here, so that it is not too short to be told from other things."

static void
test_small_print (void)
{
  static const struct
  {
    const char *text;
    const char *other;
  } cases[] = {
    { LINE "\n© 2020 The House", LINE },
    { LINE "\n© 2020 The House\n" LINE, LINE LINE },
    { "The House. All Rights Reserved.\n" LINE, LINE },
    { "Some stock quote data is delayed. " LINE "\n" LINE, LINE },
    { LINE " " LINE " " LINE " © 2020 The House", LINE LINE LINE },      /* all in one line */
    { "© The House. Grain and corn.", "the house grain and corn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_true (are_same_words (cases[i].text, cases[i].other));
    }
}

#define LEAD \
  "The port of Rijeka handled more timber this year than the railway could carry away, and the" \
  " stacks along the eastern quay have grown higher than the customs house. Sawmills inland cut" \
  " two shifts a day for buyers in Egypt, who pay before the ships are loaded. "
#define MIDDLE \
  "The harbour master keeps a list of vessels that wait in the bay; on Friday there were nine of" \
  " them, two with steel for the bridge at Sisak. He would rather turn away the steel than the" \
  " wood, he said, because wood rots and steel does not complain. "
#define END \
  "In the town they speak of a second crane, as they did before the last three elections. The" \
  " mayor has a drawing of it on her wall, and a letter from the bank in her drawer, and shows" \
  " visitors the one that is nicer to look at."
#define TAIL \
  "\n\nThe agency has reported from the ports of the northern coast for forty years. Its letter" \
  " goes out each weekday at noon, its editors can be reached by telephone, and its photographs" \
  " may be printed where the name of the photographer stands below them. Subscribers find the" \
  " archive under their own number, and all others at the public library."
#define BACKGROUND \
  " The two countries signed their first treaty on fishing in the year in which the lighthouse" \
  " was built, and they have argued over its third paragraph ever since, before two courts."
#define OTHER \
  "Honey from the island of Krk has won a prize in Lyon, and nobody at home had heard that it" \
  " was sent there. A teacher entered it without telling the keepers of the bees, who now have" \
  " more orders than hives and have raised the price twice in one week. They mean to raise it" \
  " once more. "

#define MONTH(month, value, change, share, partner) \
  "Exports of goods came to " value " million euros in " month ", the office of statistics said," \
  " which is " change " per cent more than in the same month of the year before. Sales of machines" \
  " and vehicles made up " share " per cent of it. The largest share of the goods went to " partner \
  ", as in the months before, and the office expects to publish its next report on the tenth."

#define REGION(region, head, place, goods) \
  "Trade with the neighbours does " region " good, said " head ", who opened the fair in " place \
  " on Monday. She thanked the drivers and the clerks at the border, and then the visitors were" \
  " shown " goods ". The region sends a third of what it makes abroad, according to " head \
  ", and there is room for more in " place ". A dinner for the guests from " region " closed the day."

static const struct
{
  const char *name;
  const char *text;
  const char *other;
  gboolean    is_copy;
} pairs[] = {
  { "the same", LEAD MIDDLE END, LEAD MIDDLE END, TRUE },
  { "another head and tail", LEAD MIDDLE END,
    "Ports | Ships | Crews\n\nToo Much Wood\n\nBy our own reporter, 3 May 2019\n\n" LEAD MIDDLE END TAIL, TRUE },
  { "the first paragraph", LEAD MIDDLE END, "Too Much Wood\n\n" LEAD, TRUE },
  { "the last two paragraphs", LEAD MIDDLE END, "Nine Ships\n\n" MIDDLE END, TRUE },
  { "a paragraph is gone", LEAD MIDDLE END, LEAD END, TRUE },
  { "a paragraph of its own at the end", LEAD MIDDLE END,
    LEAD MIDDLE "Our own reporter adds that two of the nine ships left on Saturday without any wood.", TRUE },
  { "a paragraph moved up", LEAD MIDDLE END, LEAD END MIDDLE, TRUE },
  { "nothing in common", LEAD MIDDLE END, OTHER, FALSE },
  { "the same tail", LEAD MIDDLE END TAIL, OTHER TAIL, FALSE },
  { "the same tail, both short", LEAD TAIL, OTHER TAIL, FALSE },
  { "the same head", "Ports | Ships | Crews\n\nBy our own reporter at the northern coast, 3 May 2019\n\n" LEAD,
    "Ports | Ships | Crews\n\nBy our own reporter at the northern coast, 3 May 2019\n\n" OTHER, FALSE },
  { "the same background", LEAD MIDDLE BACKGROUND, OTHER BACKGROUND, FALSE },
  { "a month's statistics and the next's",
    MONTH ("May", "1,204.6", "3.1", "41", "Austria"), MONTH ("June", "1,187.0", "2.4", "39", "Austria"), FALSE },
  { "a month's statistics, carried", MONTH ("May", "1,204.6", "3.1", "41", "Austria"),
    "Exports grow\n\n" MONTH ("May", "1 204,6", "3,1", "41", "Austria"), TRUE },
  { "one pattern, two regions",
    REGION ("Istria", "Ana Radin", "Pula", "olive presses"),
    REGION ("Carinthia", "Eva Moser of the chamber", "Villach", "saw blades and a loom"), FALSE },
  { "two writers of one event, who quote the same",
    "The mayor of Rijeka said on Friday that the crane would come. \"We have waited for it as long as"
    " anyone can remember, and we will not wait for the next election,\" she told the council. Nobody"
    " laughed. The bank has asked for a plan by the end of the month, and for a second signature, which"
    " the harbour master does not want to give before he has seen the drawing himself.",
    "Another crane for the harbour, another promise: this time it was made on Friday, before the whole"
    " council, with a drawing to look at. \"We have waited for it as long as anyone can remember, and we"
    " will not wait for the next election,\" were the words, and those who keep count of such words"
    " wrote them down. What it costs was not said, nor who pays for it if the timber should stop coming.",
    FALSE },
  { "too short to tell", "Grain prices rose on Friday.", "Grain prices rose on Friday.", FALSE },
};

static void
test_pair (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TlCopyPrint) print = tl_copy_print_new (pairs[i].text);
  g_autoptr(TlCopyPrint) other = tl_copy_print_new (pairs[i].other);
  g_autoptr(TlCopyStories) stories = tl_copy_stories_new ();
  TlCopyMatch match;

  tl_copy_match_init (&match, print->words, other->words);
  g_test_message ("%u of %u words, %u passages in %u words, %u numbers the same, %u others",
                  match.n_shared, match.n_words, match.n_passages, match.n_inside, match.n_same,
                  match.n_other);
  g_assert_true (tl_copy_print_is_copy (print, other) == pairs[i].is_copy);
  g_assert_true (tl_copy_print_is_copy (other, print) == pairs[i].is_copy);

  g_assert_cmpuint (tl_copy_stories_add (stories, pairs[i].text), ==, 0);
  g_assert_cmpuint (tl_copy_stories_add (stories, pairs[i].other), ==, 1);
  g_assert_true ((tl_copy_stories_get (stories, 0) != 0) == pairs[i].is_copy);
  g_assert_cmpint (tl_copy_stories_get (stories, 0), ==, tl_copy_stories_get (stories, 1));
}

/* Where all articles of a site end alike, and there are very many, each is still found by what
 * is its own. */
static void
test_many (void)
{
  g_autoptr(TlCopyStories) stories = tl_copy_stories_new ();
  const guint n = 500;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *text =
          g_strdup_printf ("%s Boat %u of %u came in with crab and cod and %u crates of eel, its owner,"
                           " number %u on the list of the cooperative, told those who stood on the pier"
                           " at %u past six, and %u of them bought some of it for %u a kilo, he said.%s",
                           round == 0 ? "" : "From the pier.\n\n", i * 7 % 499, i, i * 31 % 97, i * 3,
                           i % 59, i * 11 % 101, i * 5 % 43, TAIL);

        tl_copy_stories_add (stories, text);
      }
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (tl_copy_stories_get (stories, i), !=, 0);
      g_assert_cmpint (tl_copy_stories_get (stories, i), ==, tl_copy_stories_get (stories, n + i));
      if (i > 0)
        g_assert_cmpint (tl_copy_stories_get (stories, i), !=, tl_copy_stories_get (stories, i - 1));
    }
}

/* What comes last finds the first of very many copies, and all are one story. */
static void
test_carried_by_many (void)
{
  g_autoptr(TlCopyStories) stories = tl_copy_stories_new ();
  const guint n = 300;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Outlet %u\n\n" LEAD MIDDLE END, i);

      tl_copy_stories_add (stories, text);
    }
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (tl_copy_stories_get (stories, i), ==, tl_copy_stories_get (stories, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/copy-texts/words", test_words);
  g_test_add_func ("/copy-texts/small-print", test_small_print);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/copy-texts/pair/%s", pairs[i].name), " '", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/copy-texts/many", test_many);
  g_test_add_func ("/copy-texts/carried-by-many", test_carried_by_many);

  return g_test_run ();
}
