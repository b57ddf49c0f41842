/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Phrases in a text: the longest at each place, capitals where they count. */

#include "tl-phrase-marks.h"

static const char *const phrases[] = {
  "more than", "more", "no more than", "May", "US", "House of Representatives", "Kazakhstan", "one-billion", "$",
  "Côte d'Ivoire", "mln",
};

static const struct
{
  const char *text;
  const char *found;            /* apart by bars */
} cases[] =
  {
    { "It is more than that.", "more than" },
    { "It is MORE THAN that.", "more than" },
    { "No more than five, and more.", "no more than|more" },
    { "Nobody has moreover, anymore.", "" },
    { "In May it may rise.", "May" },
    { "IN MAY IT MAY RISE", "May|May" },
    { "Tell us of the US.", "US" },
    { "The House of Representatives met.", "House of Representatives" },
    { "THE HOUSE OF REPRESENTATIVES MET", "House of Representatives" },
    { "the house of representatives", "" },
    { "It met in KAZAKHSTAN.", "Kazakhstan" },
    { "The one-billion mark, One-Billion.", "one-billion|one-billion" },
    { "$5, $ 6 and US$7.", "$|$|US|$" },
    { "In Côte d’Ivoire, côte d'ivoire", "Côte d'Ivoire" },
    { "It is more. Than that.", "more" },
    { "See https://example.com/more/than and more@example.com", "" },
    { "5mln and 5 MLN", "mln|mln" },
    { "", "" },
  };

static TlPhrases *
make_phrases (void)
{
  TlPhrases *table = tl_phrases_new ();

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    tl_phrases_add (table, phrases[i], (gpointer) phrases[i]);
  return table;
}

static void
test_find (void)
{
  g_autoptr(TlPhrases) table = make_phrases ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (cases[i].text, -1);
      g_autoptr(GArray) matches = tl_phrases_find (table, text);
      g_autoptr(GString) found = g_string_new (NULL);
      guint end = 0;

      for (guint k = 0; k < matches->len; k++)
        {
          const TlPhraseMatch *match = &g_array_index (matches, TlPhraseMatch, k);

          g_assert_cmpuint (match->first_token, >=, end);
          end = match->end_token;
          g_string_append_printf (found, "%s%s", k > 0 ? "|" : "", (const char *) match->value);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_match_at (void)
{
  g_autoptr(TlPhrases) table = make_phrases ();
  g_autoptr(TlText) text = tl_text_new ("It is no more than that", -1);
  TlPhraseMatch match;

  g_assert_false (tl_phrases_match_at (table, text, 1, &match));
  g_assert_true (tl_phrases_match_at (table, text, 2, &match));
  g_assert_cmpuint (match.first_token, ==, 2);
  g_assert_cmpuint (match.end_token, ==, 5);
  g_assert_cmpstr (match.value, ==, "no more than");
  g_assert_true (tl_phrases_match_at (table, text, 3, NULL));
  g_assert_false (tl_phrases_match_at (table, text, 6, &match));
  g_assert_false (tl_phrases_match_at (table, text, 1000, &match));
}

/* The first of two values for one phrase wins; a phrase without words is none. */
static void
test_add (void)
{
  g_autoptr(TlPhrases) table = tl_phrases_new ();
  g_autoptr(TlText) text = tl_text_new ("more", -1);
  TlPhraseMatch match;

  tl_phrases_add (table, "", (gpointer) "nothing");
  tl_phrases_add (table, "more", (gpointer) "first");
  tl_phrases_add (table, "more", (gpointer) "second");
  g_assert_true (tl_phrases_match_at (table, text, 0, &match));
  g_assert_cmpstr (match.value, ==, "first");
}

/* Thousands of phrases with one first word stay right. */
static void
test_many (void)
{
  g_autoptr(TlPhrases) table = tl_phrases_new ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *phrase = g_strdup_printf ("word w%u x", i);

      tl_phrases_add (table, phrase, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < 3000; i += 97)
    {
      g_autofree char *string = g_strdup_printf ("a word w%u x b", i);
      g_autoptr(TlText) text = tl_text_new (string, -1);
      g_autoptr(GArray) matches = tl_phrases_find (table, text);

      g_assert_cmpuint (matches->len, ==, 1);
      g_assert_true (g_array_index (matches, TlPhraseMatch, 0).value == GUINT_TO_POINTER (i + 1));
    }
}

/* A word is marked with each table that has a phrase there, and with few others. */
static void
test_marks (void)
{
  g_autoptr(TlPhrases) table = make_phrases ();
  g_autoptr(TlPhrases) other = tl_phrases_new ();
  g_autoptr(TlPhraseMarks) marks = tl_phrase_marks_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *phrase = g_strdup_printf ("no w%u", i);

      tl_phrases_add (other, phrase, NULL);
    }
  tl_phrases_add (other, "than", NULL);
  tl_phrase_marks_add (marks, table, 1 << 0);
  tl_phrase_marks_add (marks, other, 1 << 15);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (cases[i].text, -1);
      g_autofree guint16 *found = tl_phrase_marks_find (marks, text);
      guint n_tokens;

      tl_text_get_tokens (text, &n_tokens);
      for (guint k = 0; k < n_tokens; k++)
        {
          if (tl_phrases_match_at (table, text, k, NULL))
            g_assert_cmpuint (found[k] & 1 << 0, !=, 0);
          g_assert_cmpuint (found[k] >> 15, ==, tl_phrases_match_at (other, text, k, NULL));
        }
      g_assert_cmpuint (found[n_tokens], ==, 0);
    }
}

/* "no" alone begins none of the thousand, and ends a text. */
static void
test_marks_go_on (void)
{
  g_autoptr(TlPhrases) table = make_phrases ();
  g_autoptr(TlPhraseMarks) marks = tl_phrase_marks_new ();
  g_autoptr(TlText) text = tl_text_new ("No more, no less, no", -1);
  g_autofree guint16 *found = NULL;

  tl_phrase_marks_add (marks, table, 1 << 0);
  tl_phrase_marks_add (marks, table, 1 << 3);
  found = tl_phrase_marks_find (marks, text);
  g_assert_cmpuint (found[0], ==, 1 << 0 | 1 << 3);
  g_assert_cmpuint (found[1], ==, 1 << 0 | 1 << 3);
  g_assert_cmpuint (found[3], ==, 0);
  g_assert_cmpuint (found[6], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/phrases/find", test_find);
  g_test_add_func ("/text/phrases/match-at", test_match_at);
  g_test_add_func ("/text/phrases/add", test_add);
  g_test_add_func ("/text/phrases/many", test_many);
  g_test_add_func ("/text/phrases/marks", test_marks);
  g_test_add_func ("/text/phrases/marks-go-on", test_marks_go_on);
  return g_test_run ();
}
