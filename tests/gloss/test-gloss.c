/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-gloss.h"

#include <string.h>

static TlGloss *
make (const char *language,
      const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);

  return tl_gloss_new (tl_glossary_get (language), text);
}

static void
check (const char *language,
       const char *string,
       const char *expected)
{
  g_autoptr(TlGloss) gloss = make (language, string);

  g_assert_cmpstr (tl_text_get_string (tl_gloss_get_text (gloss)), ==, expected);
}

static void
test_words (void)
{
  check ("ru", "Товарооборот между Беларусью и Казахстаном вырос.",
         "Trade turnover between Belarus and Kazakhstan rose.");
  /* What the genitive says. */
  check ("ru", "Экспорт Казахстана, импорт белорусских товаров.",
         "Exports of Kazakhstan, imports of Belarusian goods.");
  check ("ru", "закупила у Беларуси удобрений", "imported from Belarus fertilisers");
  /* Two words that become one. */
  check ("ru", "казахстанско-белорусский товарооборот", "Kazakh-Belarusian trade turnover");
  /* What is not known stays. */
  check ("ru", "Непонятно: 5 чебурашек", "непонятно: 5 чебурашек");
}

static void
test_prepositions (void)
{
  check ("ru", "экспорт в Китай", "exports to China");
  check ("ru", "выставка в Китае", "exhibition in China");
  check ("ru", "торговля с Россией с 2017 года", "trade with Russia since 2017");
  check ("ru", "вырос на $5 млн", "rose by $5 million");
  check ("ru", "товаров на $5 млн", "goods worth $5 million");
  check ("ru", "вырос на 5%", "rose by 5%");
}

static void
test_numbers (void)
{
  check ("ru", "составил 1 234,5 млн долл. США", "amounted to 1,234.5 million US dollars");
  check ("ru", "вырос в 1,5 раза", "rose 1.5 times");
  check ("ru", "вырос на 8–10%", "rose by 8–10%");
  check ("ru", "(годом ранее – 5 млн долларов)", "(against 5 million dollars a year earlier)");
  /* The currency is told again. */
  check ("ru", "экспорт составил 5 млн долларов, импорт – 3 млн.",
         "exports amounted to 5 million dollars, imports amounted to 3 million dollars.");
  check ("ru", "с января по март 2018 г.", "from January to March 2018.");
  check ("ru", "за 9 месяцев 2017 года", "in the first 9 months of 2017");
}

static void
test_sentence_ends (void)
{
  /* The point of an abbreviation ends a sentence where there is one to end. */
  check ("ru", "Он составил 5 млн долл. Экспорт вырос.", "It amounted to 5 million dollars. Exports rose.");
  check ("ru", "В 2017 г. Беларусь импортировала нефть.", "In 2017 Belarus imported oil.");
}

static void
test_belarusian (void)
{
  check ("be", "Тавараабарот паміж Беларуссю і Казахстанам у 2017 годзе склаў 5,5 млн долараў.",
         "Trade turnover between Belarus and Kazakhstan in 2017 amounted to 5.5 million dollars.");
  /* "у" is written "ў" behind a vowel. */
  check ("be", "экспарт з Расіі ў Кітай", "exports from Russia to China");
}

/* A language that says behind a word what English says before it. */
static void
test_kazakh (void)
{
  check ("kk", "Қазақстан мен Беларусь арасындағы тауар айналымы 2017 жылы 5,5 млн долларды құрады.",
         "Between Kazakhstan and Belarus trade turnover in 2017 amounted to 5.5 million dollars.");
  check ("kk", "Қазақстаннан Ресейге экспорт 5%-ға артты", "From Kazakhstan to Russia exports increased by 5%");
  check ("kk", "Қазақстанның экспорты", "Kazakhstan's exports");
}

/* English says who says something behind a quotation, and begins it again. */
static void
test_quotations (void)
{
  check ("ru", "«Экспорт вырос, – сказал посол. – Импорт упал».", "“Exports rose,” said ambassador. “Imports fell”.");
  check ("ru", "агентство «Степной вестник» сообщило", "agency Stepnoy Vestnik said");
}

static void
test_names (void)
{
  /* In the nominative, whatever the case. */
  check ("ru", "с послом Юрием Орловым", "with ambassador Yury Orlov");
  check ("ru", "министра Анны Орловой", "minister Anna Orlova");
  check ("ru", "по словам Сергея Ивановича Петрова", "according to Sergey Ivanovich Petrov");
  check ("ru", "Касым-Жомарт Токаев", "Kasym-Zhomart Tokaev");
}

static void
test_places (void)
{
  const char *string = "МИНСК. Посол в Беларуси Юрий Орлов о товарообороте: 5,5 млн.";
  g_autoptr(TlGloss) gloss = make ("ru", string);
  const char *words = tl_text_get_string (tl_gloss_get_text (gloss));
  static const char *const pairs[][2] = {
    { "Minsk", "МИНСК" }, { "Belarus", "Беларуси" }, { "Orlov", "Орлов" },
    { "trade turnover", "товарообороте" }, { "5.5 million", "5,5 млн" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *found = strstr (words, pairs[i][0]);
      guint32 start;
      TlSpan source, back;
      g_autofree char *original = NULL;

      g_assert_nonnull (found);
      start = (guint32) (found - words);
      source = tl_gloss_find_source (gloss, (TlSpan) { start, start + (guint32) strlen (pairs[i][0]) });
      original = g_strndup (string + source.start, source.end - source.start);
      g_assert_cmpstr (original, ==, pairs[i][1]);
      back = tl_gloss_find_span (gloss, source);
      g_assert_cmpuint (back.start, ==, start);
      g_assert_cmpuint (back.end, ==, start + strlen (pairs[i][0]));
    }
}

static void
check_nominative (const char *string,
                  const char *name,
                  const char *expected)
{
  g_autoptr(TlGloss) gloss = make ("ru", string);
  const char *words = tl_text_get_string (tl_gloss_get_text (gloss));
  const char *found = strstr (words, name);
  guint32 start = (guint32) (found - words);
  g_autofree char *nominative = NULL;

  g_assert_nonnull (found);
  nominative = tl_gloss_dup_nominative (gloss, string, (TlSpan) { start, start + (guint32) strlen (name) });
  g_assert_cmpstr (nominative, ==, expected);
}

static void
test_nominative (void)
{
  check_nominative ("в Беларуси", "Belarus", "Беларусь");
  check_nominative ("МИНСК", "Minsk", "Минск");
  check_nominative ("в США", "US", "США");
  check_nominative ("с послом Юрием Орловым", "Yury Orlov", "Юрий Орлов");
}

/* Nothing of any text is lost, and nothing points outside of it. */
static void
test_any_bytes (void)
{
  static const char *const strings[] = { "", " ", ".", "г.", "в", "5", "1 234 567 890", "А.", "А. Б.", "«»", "И.-К.", "на в с",
                                         "\n\n", "млн.", "КАЗАХСТАН", "-", "казахстанско-", "-белорусский", "É" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr(TlGloss) gloss = make ("ru", strings[i]);
      gsize length = tl_text_get_length (tl_gloss_get_text (gloss));

      for (guint32 start = 0; start <= length; start++)
        {
          TlSpan source = tl_gloss_find_source (gloss, (TlSpan) { start, (guint32) length });

          g_assert_cmpuint (source.start, <=, source.end);
          g_assert_cmpuint (source.end, <=, strlen (strings[i]));
        }
      for (gsize at = 0; at <= strlen (strings[i]); at++)
        g_assert_cmpuint (tl_gloss_find_gloss (gloss, at), <=, length);
    }
}

static void
test_languages (void)
{
  g_assert_null (tl_glossary_get (NULL));
  g_assert_null (tl_glossary_get ("en"));
  g_assert_nonnull (tl_glossary_get ("ru"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gloss/words", test_words);
  g_test_add_func ("/gloss/prepositions", test_prepositions);
  g_test_add_func ("/gloss/numbers", test_numbers);
  g_test_add_func ("/gloss/sentence-ends", test_sentence_ends);
  g_test_add_func ("/gloss/belarusian", test_belarusian);
  g_test_add_func ("/gloss/kazakh", test_kazakh);
  g_test_add_func ("/gloss/quotations", test_quotations);
  g_test_add_func ("/gloss/names", test_names);
  g_test_add_func ("/gloss/places", test_places);
  g_test_add_func ("/gloss/nominative", test_nominative);
  g_test_add_func ("/gloss/any-bytes", test_any_bytes);
  g_test_add_func ("/gloss/languages", test_languages);
  return g_test_run ();
}
