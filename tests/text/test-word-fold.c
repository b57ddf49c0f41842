/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By what words a text is found. */

#include <string.h>

#include "tl-word-fold.h"

static const struct
{
  const char *text;
  const char *words;
} cases[] = {
  { "", "" },
  { " – … ", "" },
  { "Trade grew.", "trade grew" },
  { "ÉCOLE école e\xcc\x81" "cole", "ecole ecole ecole" },
  { "Ёлка, Йод, Ўзбекистон, Київ", "елка иод узбекистон киів" },
  { "Άλφα ΑΛΦΑΣ ἄλφας", "αλφα αλφασ αλφασ" },
  { "Straße STRASSE GROẞ", "strasse strasse gross" },
  { "İstanbul ISPARTA Diyarbakır", "istanbul isparta diyarbakir" },
  { "Łódź Ærø œuvre Đà Nẵng", "lodz aero oeuvre da nang" },
  { "ﬁnance ＴＲＡＤＥ２０", "finance trade 20" },
  { "co\xc2\xadoperate", "cooperate" },
  { "Russia’s d'Ivoire", "russia s d ivoire" },
  { "Baden-Württemberg", "baden wurttemberg" },
  { "the U.S. and the U.N.", "the us and the un" },
  { "V. P. Orlov met J.Smith", "v p orlov met j smith" },
  { "مُحَمَّد", "محمد" },
  { "हिन्दी", "हिन्दी" },
  { "中国贸易 2014年", "中 国 贸 易 2014 年" },
  { "データ が", "デ ー タ が" },
  { "การค้า", "ก า ร ค ้ า" },
  { "한국 무역", "한국 무역" },
  { "$1.1 billion, 1,1 млрд", "1.1 billion 1.1 млрд" },
  { "1,181 1 181 1.181 1\xc2\xa0" "181 1'181", "1181 1181 1181 1181 1181" },
  { "1,234,567.89", "1234567.89" },
  { "0.500", "0.500" },
  { "in 2015 100 cars", "in 2015 100 cars" },
  { "23.11.2017, 4,5,6", "23 11 2017 4 5 6" },
  { "2014–2016", "2014 2016" },
  { "COVID-19 COVID19 26th G20", "covid 19 covid 19 26 th g 20" },
  { "٢٠١٤ م²", "2014 م 2" },
  { "5.", "5" },
  { "5.a", "5 a" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) folded = g_string_new (NULL);

      tl_words_fold (cases[i].text, strlen (cases[i].text), folded);
      if (folded->len > 0)
        g_string_truncate (folded, folded->len - 1);
      g_assert_cmpstr (folded->str, ==, cases[i].words);
    }
}

/* What was folded is folded to itself: the index is asked for what stands in it. */
static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) once = g_string_new (NULL);
      g_autoptr(GString) twice = g_string_new (NULL);

      tl_words_fold (cases[i].text, strlen (cases[i].text), once);
      tl_words_fold (once->str, once->len, twice);
      g_assert_cmpstr (once->str, ==, twice->str);
    }
}

static void
test_places (void)
{
  const char *text = "The “Élan” of 1,181 firms…";
  static const char *const words[] = { "The", "Élan", "of", "1,181", "firms" };
  g_autoptr(GString) folded = g_string_new (NULL);
  TlWordScan scan;
  TlSpan span;

  tl_word_scan_init (&scan, text, strlen (text));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = NULL;

      g_assert_true (tl_word_scan_next (&scan, folded, &span));
      word = g_strndup (text + span.start, span.end - span.start);
      g_assert_cmpstr (word, ==, words[i]);
    }
  g_assert_false (tl_word_scan_next (&scan, folded, &span));
}

/* Whatever stands in a text: it is read to its end, and no word is longer than it may be. */
static void
test_any_text (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) folded = g_string_new (NULL);
      TlWordScan scan;
      TlSpan span;
      guint32 end = 0;
      gsize start = 0;

      for (int k = g_rand_int_range (rand, 0, 200); k > 0; k--)
        {
          gunichar c = (gunichar) g_rand_int_range (rand, 1, k % 3 == 0 ? 0x30000 : 0x250);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      tl_word_scan_init (&scan, text->str, text->len);
      for (; tl_word_scan_next (&scan, folded, &span); start = folded->len)
        {
          g_assert_cmpuint (span.start, >=, end);
          g_assert_cmpuint (span.end, >, span.start);
          g_assert_cmpuint (span.end, <=, text->len);
          g_assert_cmpuint (folded->len, >, start);
          g_assert_cmpuint (folded->len - start, <=, 70);
          g_assert_null (strpbrk (folded->str, " \"'*()-"));
          end = span.end;
        }
      g_assert_true (g_utf8_validate (folded->str, -1, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-fold/words", test_words);
  g_test_add_func ("/word-fold/again", test_again);
  g_test_add_func ("/word-fold/places", test_places);
  g_test_add_func ("/word-fold/any-text", test_any_text);

  return g_test_run ();
}
