/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How texts are cut into tokens, sentences and paragraphs. */

#include "tl-text.h"

#include <string.h>

/* Kinds of tokens: Word, Number, Symbol, Punctuation, Address. */
static const char kind_letters[] = "WNSPA";

static const struct
{
  const char *text;
  const char *tokens;           /* apart by spaces */
  const char *kinds;
} token_cases[] =
  {
    { "Trade rose.", "Trade rose .", "WWP" },
    { "It was $419.1 million.", "It was $ 419.1 million .", "WWSNWP" },
    { "US$58.3m", "US $ 58.3 m", "WSNW" },
    { "22,201bn yen", "22,201 bn yen", "NWW" },
    { "€3bn;£2bn", "€ 3 bn ; £ 2 bn", "SNWPSNW" },
    { "one-billion mark", "one - billion mark", "WPWW" },
    { "January-September 2017", "January - September 2017", "WPWN" },
    { "$3.5–4 billion", "$ 3.5 – 4 billion", "SNPNW" },
    { "Kazakhstan's trade", "Kazakhstan 's trade", "WPW" },
    { "Kazakhstan’s trade", "Kazakhstan ’s trade", "WPW" },
    { "Belarus' trade", "Belarus ' trade", "WPW" },
    { "don't", "don't", "W" },
    { "O'Brien's", "O'Brien 's", "WP" },
    { "Q1 2021 and FY25", "Q1 2021 and FY25", "WNWW" },
    { "USD419 Rs500 RM5.2", "USD 419 Rs 500 RM 5.2", "WNWNWN" },
    { "the U.S. and U.K.", "the U.S. and U.K.", "WWWW" },
    { "25.10.2019", "25.10.2019", "N" },
    { "1,181, 1,317.", "1,181 , 1,317 .", "NPNP" },
    { "9.3% (+10.9%)", "9.3 % ( + 10.9 % )", "NSPSNSP" },
    { "See https://example.com/a,b?c=1.", "See https://example.com/a,b?c=1 .", "WAP" },
    { "See www.example.com, and", "See www.example.com , and", "WAPW" },
    { "mail me@example.com now", "mail me@example.com now", "WAW" },
    { "news at example.com.", "news at example.com .", "WWAP" },
    { "end.Next", "end . Next", "WPW" },
    { "WWW. Www", "WWW . Www", "APW" },
    { "a. The I. to.", "a . The I . to .", "WPWWPWP" },
    { "site.com. it:http: so@ no'", "site.com . it : http : so @ no '", "APWPWPWPWP" },
    { "naïve cafés né", "naïve cafés né", "WWW" },
    { "Côte d’Ivoire", "Côte d’Ivoire", "WW" },
    { "Нур-Султан", "Нур - Султан", "WPW" },
    { "1\xc2\xa0" "181", "1 181", "NN" },
    { "\xe2\x80\x9cYes,\xe2\x80\x9d he said", "\xe2\x80\x9c Yes , \xe2\x80\x9d he said", "PWPPWW" },
    { "…", "…", "P" },
    { "", "", "" },
    { " \n\t\xe2\x80\x8b ", "", "" },
  };

static void
test_tokens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (token_cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (token_cases[i].text, -1);
      g_autoptr(GString) tokens_found = g_string_new (NULL);
      g_autoptr(GString) kinds_found = g_string_new (NULL);
      guint n_tokens;
      const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

      for (guint k = 0; k < n_tokens; k++)
        {
          g_autofree char *span = tl_text_dup_span (text, tokens[k].span);

          g_string_append_printf (tokens_found, "%s%s", k > 0 ? " " : "", span);
          g_string_append_c (kinds_found, kind_letters[tokens[k].kind]);
          g_assert_cmpuint (tokens[k].hash, ==, tl_token_hash (span, strlen (span)));
        }
      g_assert_cmpstr (tokens_found->str, ==, token_cases[i].tokens);
      g_assert_cmpstr (kinds_found->str, ==, token_cases[i].kinds);
    }
}

static void
test_token_flags (void)
{
  g_autoptr(TlText) text = tl_text_new ("In MINSK, today.\nIt rose", -1);
  static const int expected[] = {
    TL_TOKEN_SPACE_BEFORE | TL_TOKEN_LINE_START | TL_TOKEN_SENTENCE_START | TL_TOKEN_CAPITALISED,
    TL_TOKEN_SPACE_BEFORE | TL_TOKEN_CAPITALISED | TL_TOKEN_ALL_CAPS,
    0,
    TL_TOKEN_SPACE_BEFORE,
    0,
    TL_TOKEN_SPACE_BEFORE | TL_TOKEN_LINE_START | TL_TOKEN_SENTENCE_START | TL_TOKEN_CAPITALISED,
    TL_TOKEN_SPACE_BEFORE,
  };
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  g_assert_cmpuint (n_tokens, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_tokens; i++)
    g_assert_cmpint (tokens[i].flags, ==, expected[i]);
}

/* Sentences, apart by bars; a double bar where a paragraph ends as well. */
static const struct
{
  const char *text;
  const char *sentences;
} sentence_cases[] =
  {
    { "It rose. It fell.", "It rose.|It fell." },
    { "Did it rise? Yes! It did.", "Did it rise?|Yes!|It did." },
    { "It was $1.5 billion. Then $2 billion.", "It was $1.5 billion.|Then $2 billion." },
    { "Mr. Smith met Dr. Jones. They spoke.", "Mr. Smith met Dr. Jones.|They spoke." },
    { "He met Ana B. Costa. They spoke.", "He met Ana B. Costa.|They spoke." },
    { "Trade with the U.S. Steel fell.", "Trade with the U.S. Steel fell." },
    { "He went to the U.S. The trade rose.", "He went to the U.S.|The trade rose." },
    { "It was Rs. 500 crore. More came.", "It was Rs. 500 crore.|More came." },
    { "On Feb. 7 it rose. See No. 5 and p. 6.", "On Feb. 7 it rose.|See No. 5 and p. 6." },
    { "\"It rose.\" He smiled.", "\"It rose.\"|He smiled." },
    { "“It rose.” He smiled.", "“It rose.”|He smiled." },
    { "He said it rose (a lot.) It did.", "He said it rose (a lot.)|It did." },
    { "It rose last year.The minister said so.", "It rose last year.|The minister said so." },
    { "See example.com. It is new.", "See example.com.|It is new." },
    { "It rose... and fell. Then more.", "It rose... and fell.|Then more." },
    { "It rose to 5. 6 came after.", "It rose to 5.|6 came after." },
    { "A heading\n\nThe text.", "A heading||The text." },
    { "A heading\nThe text.", "A heading||The text." },
    { "One. Two.\n\nThree.", "One.|Two.||Three." },
    { "Buyers:\n1. Peru – $3 million (–4%).\n2. Chile – $2 million.\n10. Bolivia.",
      "Buyers:||1. Peru – $3 million (–4%).||2. Chile – $2 million.||10. Bolivia." },
    { "2015: $574 million and a word or two more;\n2016: $417 million.",
      "2015: $574 million and a word or two more;||2016: $417 million." },
    { "List:\n - first item\n - second item\n", "List:||- first item||- second item" },
    { "Goods for more than two hundred million were\n"
      "exchanged in the first quarter of that year, almost\n"
      "as many as before. Then they fell.",
      "Goods for more than two hundred million were\n"
      "exchanged in the first quarter of that year, almost\n"
      "as many as before.|Then they fell." },
    { "CHILEAN COPPER SALES RISE IN JUNE\n"
      "Chile sold copper for 610 mln dlrs in June, the central\n"
      "bank said in Santiago.\n"
      "It gave no reason for the rise, which traders put down to a\n"
      "strike elsewhere. Stocks are low.\n"
      "Sales to Japan alone came to 120 mln dlrs, which is nearly\n"
      "twice as much.",
      "CHILEAN COPPER SALES RISE IN JUNE||"
      "Chile sold copper for 610 mln dlrs in June, the central\n"
      "bank said in Santiago.||"
      "It gave no reason for the rise, which traders put down to a\n"
      "strike elsewhere.|Stocks are low.||"
      "Sales to Japan alone came to 120 mln dlrs, which is nearly\n"
      "twice as much." },
    { "The port was shut for a week in the spring of that year.\nTrade fell.\nPeople\nWeather\nSport",
      "The port was shut for a week in the spring of that year.||Trade fell.||People||Weather||Sport" },
    { "Turnover       1,181     1,317    +11.6%\nExports          410.9     455.7  +10.9%",
      "Turnover       1,181     1,317    +11.6%||Exports          410.9     455.7  +10.9%" },
    { "One line.\r\n\r\nAnother line.\r\n", "One line.||Another line." },
    { "", "" },
    { "...", "..." },
  };

static char *
describe_sentences (TlText *text)
{
  GString *found = g_string_new (NULL);
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (text, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      g_autofree char *span = tl_text_dup_span (text, sentences[i].span);

      if (i > 0)
        g_string_append (found, sentences[i].paragraph != sentences[i - 1].paragraph ? "||" : "|");
      g_string_append (found, span);
    }
  return g_string_free (found, FALSE);
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentence_cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (sentence_cases[i].text, -1);
      g_autofree char *found = describe_sentences (text);

      g_assert_cmpstr (found, ==, sentence_cases[i].sentences);
    }
}

/* Every token is in exactly one sentence, and can be found again by where it stands. */
static void
check_order (TlText *text)
{
  guint n_tokens, n_sentences, next = 0;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentences = tl_text_get_sentences (text, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      g_assert_cmpuint (sentences[i].first_token, ==, next);
      g_assert_cmpuint (sentences[i].end_token, >, next);
      next = sentences[i].end_token;
      for (guint k = sentences[i].first_token; k < next; k++)
        g_assert_cmpuint (tokens[k].sentence, ==, i);
      g_assert_cmpuint (sentences[i].span.start, ==, tokens[sentences[i].first_token].span.start);
      g_assert_cmpuint (sentences[i].span.end, ==, tokens[next - 1].span.end);
    }
  g_assert_cmpuint (next, ==, n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      g_assert_cmpuint (tokens[i].span.start, <, tokens[i].span.end);
      g_assert_cmpuint (tl_text_find_token (text, tokens[i].span.start), ==, i);
      g_assert_cmpuint (tl_text_find_token (text, tokens[i].span.end - 1), ==, i);
      g_assert_cmpuint (tl_text_find_sentence (text, tokens[i].span.start), ==, tokens[i].sentence);
    }
}

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentence_cases); i++)
    {
      g_autoptr(TlText) text = tl_text_new (sentence_cases[i].text, -1);

      check_order (text);
    }
}

static void
test_find (void)
{
  g_autoptr(TlText) text = tl_text_new ("One two. Three", -1);
  guint n_tokens, n_sentences;

  tl_text_get_tokens (text, &n_tokens);
  tl_text_get_sentences (text, &n_sentences);
  g_assert_cmpuint (tl_text_find_token (text, 3), ==, 1);       /* the space goes to the next word */
  g_assert_cmpuint (tl_text_find_sentence (text, 8), ==, 1);
  g_assert_cmpuint (tl_text_find_token (text, 14), ==, n_tokens);
  g_assert_cmpuint (tl_text_find_token (text, 1000000), ==, n_tokens);
  g_assert_cmpuint (tl_text_find_sentence (text, 1000000), ==, n_sentences);
}

static void
test_words (void)
{
  g_autoptr(TlText) text = tl_text_new ("Don’t ÉCLAIR don't", -1);

  g_assert_true (tl_text_token_is (text, 0, "don't"));
  g_assert_true (tl_text_token_is (text, 1, "éclair"));
  g_assert_true (tl_text_token_is (text, 2, "don't"));
  g_assert_false (tl_text_token_is (text, 2, "dont"));
  g_assert_false (tl_text_token_is (text, 99, "don't"));
  g_assert_cmpuint (tl_token_hash ("MINSK", 5), ==, tl_token_hash ("minsk", 5));
  g_assert_cmpuint (tl_token_hash ("minsk", 5), !=, tl_token_hash ("minst", 5));
}

/* Words that stand in the code are hashed by the compiler, which may not differ. */
static void
test_literals (void)
{
  g_autoptr(TlText) text = tl_text_new ("And, — a – minister's Ministers’ ’S \"’ ‑ éclair ÉCLAIR interNATIONALly −5", -1);
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
#define CHECK(i, word) g_assert_cmpint (tl_text_token_is (text, i, word), ==, tl_text_token_has_word (text, i, word))
  for (guint i = 0; i <= n_tokens; i++)
    {
      CHECK (i, "and");
      CHECK (i, ",");
      CHECK (i, "a");
      CHECK (i, "–");
      CHECK (i, "—");
      CHECK (i, "‑");
      CHECK (i, "−");
      CHECK (i, "'");
      CHECK (i, "’");
      CHECK (i, "'s");
      CHECK (i, "’s");
      CHECK (i, "éclair");
      CHECK (i, "internationally");
    }
#undef CHECK
  g_assert_true (tl_text_token_is (text, 0, "and"));
  g_assert_true (tl_text_token_is (text, 2, "—"));
  g_assert_false (tl_text_token_is (text, 2, "–"));
}

static void
test_length (void)
{
  static const char string[] = "One two three";
  g_autoptr(TlText) text = tl_text_new (string, 7);
  g_autoptr(TlText) same = tl_text_ref (text);
  guint n_tokens;

  tl_text_get_tokens (same, &n_tokens);
  g_assert_cmpuint (n_tokens, ==, 2);
  g_assert_cmpuint (tl_text_get_length (text), ==, 7);
  g_assert_cmpstr (tl_text_get_string (text), ==, "One two");
}

/* The same few bytes over and over: nothing may crash, hang or lose its order. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "a", ".", ". ", "\n", "a\n", "- a\n", "(", "U.", "9.", "9,", "'", "'s", "@", "a@", "http://", "www.", "\xc2\xa0",
    "\xf0\x9f\x98\x80", "A. ", "é", "a.b", "\t", "word ", "\"", "\xe2\x80\x9d.", "1 ", "\r\n", "\x01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) repeated = g_string_new (NULL);
      g_autoptr(TlText) text = NULL;

      for (guint k = 0; k < 3000; k++)
        g_string_append (repeated, pieces[i]);
      text = tl_text_new (repeated->str, (gssize) repeated->len);
      check_order (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text/tokens", test_tokens);
  g_test_add_func ("/text/token-flags", test_token_flags);
  g_test_add_func ("/text/sentences", test_sentences);
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/literals", test_literals);
  g_test_add_func ("/text/length", test_length);
  g_test_add_func ("/text/hostile", test_hostile);
  return g_test_run ();
}
