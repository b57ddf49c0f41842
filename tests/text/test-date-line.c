/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as pages write them, in many languages. */

#include "tl-date-line.h"

#include <string.h>

#include "tl-date-persian.h"

typedef struct
{
  const char *line;
  const char *language;
  const char *date;             /* NULL for none */
} Case;

static const Case cases[] = {
  /* Words, in the order of each language. */
  { "Tuesday, June 9, 2021, 2:05 pm", "en", "2021-06-09" },
  { "Jun 9, 2021", "en", "2021-06-09" },
  { "JUNE 9th, 2021", "en", "2021-06-09" },
  { "9th of June 2021", "en", "2021-06-09" },
  { "Published: 9 June, 2021 | Updated: 10 June, 2021", "en", "2021-06-09" },
  { "14:05, 9 June 2021", "en", "2021-06-09" },
  { "9-Jun-21", "en", "2021-06-09" },
  { "9 June ’21", "en", "2021-06-09" },
  { "Sept. 9, 2021", "en", "2021-09-09" },
  { "Вторник, 9 июня 2021 г., 14:05", "ru", "2021-06-09" },
  { "9 ИЮНЯ 2021 ГОДА", "ru", "2021-06-09" },
  { "09 июн. 2021", "ru", "2021-06-09" },
  { "14:05 / 9 мая 2021", "ru", "2021-05-09" },
  { "9-го июня 2021 года", "ru", "2021-06-09" },
  { "9 червня 2021 року", "uk", "2021-06-09" },
  { "9 чэрвеня 2021", "be", "2021-06-09" },
  { "9 юни 2021 г.", "bg", "2021-06-09" },
  { "9. јун 2021.", "sr", "2021-06-09" },
  { "9 июня 2021", NULL, "2021-06-09" },
  { "2021 жылғы 9 маусым", "kk", "2021-06-09" },
  { "9 маусым 2021 ж.", "kk", "2021-06-09" },
  { "2021-жылдын 9-июну", "ky", "2021-06-09" },
  { "9-iyun, 2021", "uz", "2021-06-09" },
  { "9 iyun 2021-ci il", "az", "2021-06-09" },
  { "9 Haziran 2021 Çarşamba", "tr", "2021-06-09" },
  { "9 HAZİRAN 2021", "tr", "2021-06-09" },
  { "Haz 9, 2021", "tr", "2021-06-09" },
  { "2 Aralık 2020", "tr", "2020-12-02" },
  { "2 ARALIK 2020", "tr", "2020-12-02" },
  { "Mittwoch, 9. Juni 2021, 14.05 Uhr", "de", "2021-06-09" },
  { "9. März 2021", "de", "2021-03-09" },
  { "9 Jänner 2021", "de", "2021-01-09" },
  { "Publié le 1er août 2021 à 14h05", "fr", "2021-08-01" },
  { "mar. 9 févr. 2021", "fr", "2021-02-09" },
  { "9 AOUT 2021", "fr", "2021-08-09" },
  { "miércoles, 9 de junio de 2021", "es", "2021-06-09" },
  { "9 de junio del 2021", "es", "2021-06-09" },
  { "Jun 9, 2021", "es", "2021-06-09" },
  { "9 de março de 2021", "pt", "2021-03-09" },
  { "9 giugno 2021", "it", "2021-06-09" },
  { "mercoledì 9 giu 2021", "it", "2021-06-09" },
  { "9 juni 2021", "nl", "2021-06-09" },
  { "9 mrt 2021", "nl", "2021-03-09" },
  { "9 czerwca 2021", "pl", "2021-06-09" },
  { "9. června 2021", "cs", "2021-06-09" },
  { "9. listopadu 2021", "cs", "2021-11-09" },
  { "9. listopada 2021.", "hr", "2021-10-09" },
  { "9. júna 2021", "sk", "2021-06-09" },
  { "9. junij 2021", "sl", "2021-06-09" },
  { "2021. június 9., szerda", "hu", "2021-06-09" },
  { "9 iunie 2021", "ro", "2021-06-09" },
  { "9 qershor 2021", "sq", "2021-06-09" },
  { "9 Ιουνίου 2021", "el", "2021-06-09" },
  { "9 ΙΟΥΝΙΟΥ 2021", "el", "2021-06-09" },
  { "9 juni 2021", "sv", "2021-06-09" },
  { "9. juni 2021", "da", "2021-06-09" },
  { "9. kesäkuuta 2021", "fi", "2021-06-09" },
  { "9. juuni 2021", "et", "2021-06-09" },
  { "2021. gada 9. jūnijs", "lv", "2021-06-09" },
  { "2021. gada 9. jūnijā", "lv", "2021-06-09" },
  { "2021 m. birželio 9 d.", "lt", "2021-06-09" },
  { "2021ko ekainaren 9a", "eu", "2021-06-09" },
  { "9 ივნისი, 2021", "ka", "2021-06-09" },
  { "9 հունիսի, 2021", "hy", "2021-06-09" },
  { "9 יוני 2021", "he", "2021-06-09" },
  { "9 ביוני 2021", "he", "2021-06-09" },
  { "9 يونيو 2021", "ar", "2021-06-09" },
  { "الأربعاء ٩ يونيو ٢٠٢١", "ar", "2021-06-09" },
  { "9 حزيران 2021", "ar", "2021-06-09" },
  { "9 جوان 2021", "ar", "2021-06-09" },
  { "9 جون، 2021", "ur", "2021-06-09" },
  { "९ जून २०२१", "hi", "2021-06-09" },
  { "9 जून 2021, बुधवार", "hi", "2021-06-09" },
  { "৯ জুন ২০২১", "bn", "2021-06-09" },
  { "9 ஜூன் 2021", "ta", "2021-06-09" },
  { "9 జూన్ 2021", "te", "2021-06-09" },
  { "9 Juni 2021", "id", "2021-06-09" },
  { "9 Jun 2021", "ms", "2021-06-09" },
  { "ngày 9 tháng 6 năm 2021", "vi", "2021-06-09" },
  { "9 tháng 6, 2021", "vi", "2021-06-09" },
  { "9 Juni 2021", "sw", "2021-06-09" },
  { "9 Junie 2021", "af", "2021-06-09" },
  { "9 June 2021", "ru", "2021-06-09" },
  { "9 июня 2021", "en", "2021-06-09" },

  /* Numbers with their words. */
  { "2021年6月9日 14:05", "zh", "2021-06-09" },
  { "2021 年 6 月 9 日 星期三", "zh", "2021-06-09" },
  { "二〇二一年六月九日", "zh", "2021-06-09" },
  { "二〇二一年十二月三十一日", "zh", "2021-12-31" },
  { "民國110年6月9日", "zh", "2021-06-09" },
  { "2021年6月9日（水）14時05分", "ja", "2021-06-09" },
  { "令和3年6月9日", "ja", "2021-06-09" },
  { "平成20年6月9日", "ja", "2008-06-09" },
  { "2021년 6월 9일 수요일", "ko", "2021-06-09" },
  { "2021. 6. 9. 오후 2:05", "ko", "2021-06-09" },
  { "2021年6月", "zh", "2021-06" },

  /* Other calendars. */
  { "۱۹ خرداد ۱۴۰۰", "fa", "2021-06-09" },
  { "چهارشنبه ۱۹ خرداد ۱۴۰۰ - ۱۴:۰۵", "fa", "2021-06-09" },
  { "19 خرداد 1400", "fa", "2021-06-09" },
  { "1400/03/19", "fa", "2021-06-09" },
  { "۱۴۰۰/۰۳/۱۹", NULL, "2021-06-09" },
  { "19 Khordad 1400", "en", "2021-06-09" },
  { "9 มิถุนายน 2564", "th", "2021-06-09" },
  { "9 มิ.ย. 2564 14:05 น.", "th", "2021-06-09" },
  { "๙ มิถุนายน พ.ศ. ๒๕๖๔", NULL, "2021-06-09" },
  { "9 มิถุนายน 2021", "th", "2021-06-09" },
  { "29 شوال 1442", "ar", NULL },
  { "1442/10/29", "ar", NULL },
  { "9 June 2564", "en", NULL },
  { "1400/03/19", "en", NULL },

  /* Numbers alone. */
  { "2021-06-09", NULL, "2021-06-09" },
  { "2021-06-09T14:05:00Z", "en", "2021-06-09" },
  { "2021/06/09", "ja", "2021-06-09" },
  { "2021.06.09", "ko", "2021-06-09" },
  { "09.06.2021 14:30", "ru", "2021-06-09" },
  { "9.6.2021", "fi", "2021-06-09" },
  { "9. 6. 2021", "cs", "2021-06-09" },
  { "09/06/2021", "fr", "2021-06-09" },
  { "09/06/2021", "en-GB", "2021-06-09" },
  { "09/06/2021", "en-IN", "2021-06-09" },
  { "06/09/2021", "en-US", "2021-06-09" },
  { "06/09/2021", "en_PH", "2021-06-09" },
  { "06/09/2021", "en", "2021" },
  { "06/09/2021", NULL, "2021" },
  { "23/06/2021", "en", "2021-06-23" },
  { "06/23/2021", "en", "2021-06-23" },
  { "06/23/2021", "fr", "2021-06-23" },
  { "06/06/2021", "en", "2021-06-06" },
  { "Wednesday 06/09/2021", "en", "2021-06-09" },
  { "Monday 06/09/2021", "en", "2021-09-06" },
  { "09.06.21", "ru", "2021-06-09" },
  { "31.12.99", "de", "1999-12-31" },
  { "٠٩/٠٦/٢٠٢١", "ar", "2021-06-09" },
  { "2021-06", NULL, "2021-06" },

  /* Months. */
  { "June 2021", "en", "2021-06" },
  { "июнь 2021 года", "ru", "2021-06" },
  { "junio de 2021", "es", "2021-06" },

  /* No days. */
  { "2 hours ago", "en", NULL },
  { "вчера, 14:05", "ru", NULL },
  { "9 June, 14:05", "en", NULL },
  { "Tuesday", "en", NULL },
  { "14:05:09", "en", NULL },
  { "1.2.3.4", "en", NULL },
  { "31 June 2021", "en", "2021-06" },
  { "99 June 2021", "en", "2021-06" },
  { "+375 17 222-20-21", "ru", NULL },
  { "$2,021 for 9 months", "en", NULL },
  { "1:2021", "en", NULL },
  { "2017-2018", "en", NULL },
  { "30.02.2021", "de", NULL },
  { "", "en", NULL },
  { "9. listopada 2021.", NULL, NULL },
  { "www.news.example/2021", "en", NULL },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlDate date = tl_date_line_read (cases[i].line, cases[i].language);
      g_autofree char *string = tl_date_to_string (date);

      g_test_message ("%s (%s)", cases[i].line, cases[i].language != NULL ? cases[i].language : "any");
      g_assert_cmpstr (string, ==, cases[i].date);
    }
  g_assert_false (tl_date_is_set (tl_date_line_read (NULL, NULL)));
}

/* Where in its line a date stands. */
static void
test_place (void)
{
  static const struct
  {
    const char *line;
    const char *date;
  } places[] = {
    { "Минск, 9 июня 2021 г. – БелТА", "9 июня 2021" },
    { "Published 2021-06-09 by us", "2021-06-09" },
    { "on Tuesday June 9, 2021 at noon", "June 9, 2021" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize start = 0, end = 0;
      TlDate date = tl_date_line_find (places[i].line, strlen (places[i].line), NULL, &start, &end);
      g_autofree char *found = g_strndup (places[i].line + start, end - start);

      g_assert_cmpint (date.day, ==, 9);
      g_assert_cmpstr (found, ==, places[i].date);
    }
}

static void
test_persian (void)
{
  static const struct
  {
    int         year;
    int         month;
    int         day;
    const char *date;
  } days[] = {
    { 1400, 1, 1, "2021-03-21" }, { 1400, 3, 19, "2021-06-09" }, { 1399, 12, 30, "2021-03-20" }, { 1403, 12, 30, "2025-03-20" },
    { 1404, 1, 1, "2025-03-21" }, { 1357, 11, 22, "1979-02-11" }, { 1402, 12, 30, NULL }, { 1400, 13, 1, NULL },
    { 1400, 7, 31, NULL }, { 0, 1, 1, NULL }, { 2021, 6, 9, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *string = tl_date_to_string (tl_date_from_persian (days[i].year, days[i].month, days[i].day));

      g_assert_cmpstr (string, ==, days[i].date);
    }
}

/* Cut anywhere, put together in any order, any line is read without a fault. */
static void
test_any_line (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      gsize start = 0, end = 0;
      TlDate date;

      for (int n = g_rand_int_range (random, 1, 9); n > 0; n--)
        {
          const char *text = cases[g_rand_int_range (random, 0, G_N_ELEMENTS (cases))].line;
          int length = (int) g_utf8_strlen (text, -1);
          int from = g_rand_int_range (random, 0, length + 1);
          g_autofree char *part = g_utf8_substring (text, from, g_rand_int_range (random, from, length + 1));

          g_string_append (line, part);
        }
      date = tl_date_line_find (line->str, line->len, i % 2 == 0 ? "en" : NULL, &start, &end);
      g_assert_true (!tl_date_is_set (date) || tl_date_is_valid (date));
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, line->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/date-line/lines", test_lines);
  g_test_add_func ("/date-line/place", test_place);
  g_test_add_func ("/date-line/persian", test_persian);
  g_test_add_func ("/date-line/any-line", test_any_line);
  return g_test_run ();
}
