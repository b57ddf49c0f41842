/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes to text: stories in many languages, in every charset that such were written in, with
 * the right label, without any, with wrong ones, cut, and inside of pages.
 */

#include "tl-charset.h"
#include "tl-document.h"

#include <string.h>

typedef struct
{
  char   *language;
  char   *label;
  guint8 *data;
  gsize   length;
  char   *text;                 /* what is to come out */
} Sample;

static GPtrArray *samples;

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->language);
  g_free (sample->label);
  g_free (sample->data);
  g_free (sample->text);
  g_free (sample);
}

/* As Vietnamese is written in windows-1258: letters as they are, tones behind them. */
static char *
split_tones (const char *text)
{
  GString *split = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), letter, mark, inner, dot;

      if (c < 0x1ea0 || !g_unichar_decompose (c, &letter, &mark))
        {
          g_string_append_unichar (split, c);
          continue;
        }
      /* The dot below is the inner mark in Unicode, and the outer one there. */
      if ((mark == 0x302 || mark == 0x306) && g_unichar_decompose (letter, &inner, &dot) &&
          g_unichar_compose (inner, mark, &letter))
        mark = dot;
      g_string_append_unichar (split, letter);
      g_string_append_unichar (split, mark);
    }
  return g_string_free (split, FALSE);
}

static const char *
get_iconv_name (const char *label)
{
  static const char *const names[][2] = {
    { "x-mac-cyrillic", "MAC-CYRILLIC" }, { "windows-874", "CP874" }, { "iso-8859-8-i", "ISO-8859-8" },
    { "ks_c_5601-1987", "UHC" }, { "shift_jis", "CP932" }, { "gb2312", "GBK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i][0], label) == 0)
      return names[i][1];
  return label;
}

/* What a charset has no character for is a question mark in both. */
static void
add_sample (const char *language,
            const char *label,
            const char *text)
{
  const char *charset = get_iconv_name (label);
  g_autofree char *split = strcmp (label, "windows-1258") == 0 ? split_tones (text) : g_strdup (text);
  g_autoptr(GError) error = NULL;
  g_autofree char *back = NULL;
  Sample *sample = g_new0 (Sample, 1);

  sample->language = g_strdup (language);
  sample->label = g_strdup (label);
  sample->data = (guint8 *) g_convert_with_fallback (split, -1, charset, "UTF-8", "?", NULL, &sample->length, &error);
  g_assert_no_error (error);
  back = g_convert ((const char *) sample->data, (gssize) sample->length, "UTF-8", charset, NULL, NULL, &error);
  g_assert_no_error (error);
  sample->text = g_utf8_normalize (back, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_ptr_array_add (samples, sample);
}

static void
load_samples (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "document", "charset-texts.ini", NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) languages = NULL;

  samples = g_ptr_array_new_with_free_func (sample_free);
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  languages = g_key_file_get_groups (file, NULL);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_auto(GStrv) labels = g_key_file_get_string_list (file, languages[i], "charsets", NULL, NULL);
      g_autofree char *text = g_key_file_get_string (file, languages[i], "text", NULL);

      for (guint j = 0; labels[j] != NULL; j++)
        add_sample (languages[i], labels[j], text);
    }
  g_assert_cmpuint (samples->len, >, 50);
}

static char *
decode (const void *data,
        gsize       length,
        const char *label)
{
  g_autoptr(GError) error = NULL;
  char *text = tl_charset_decode_labelled (data, length, label, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_decoded (const Sample *sample,
                const char   *label)
{
  g_autofree char *text = decode (sample->data, sample->length, label);

  g_test_message ("%s in %s, said to be %s", sample->language, sample->label, label != NULL ? label : "nothing");
  g_assert_cmpstr (text, ==, sample->text);
}

static void
test_labelled (void)
{
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = g_ptr_array_index (samples, i);
      g_autofree char *loud = g_ascii_strup (sample->label, -1);

      assert_decoded (sample, sample->label);
      assert_decoded (sample, loud);
    }
}

static void
test_unlabelled (void)
{
  for (guint i = 0; i < samples->len; i++)
    assert_decoded (g_ptr_array_index (samples, i), NULL);
}

/* What editors and servers write by themselves says nothing. */
static void
test_wrong_labels (void)
{
  static const char *const labels[] = { "utf-8", "us-ascii", "iso-8859-1", "windows-1252", "x-unknown", "", "utf-16" };

  for (guint i = 0; i < samples->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
      {
        const Sample *sample = g_ptr_array_index (samples, i);
        gboolean is_western = g_str_has_prefix (sample->label, "iso-8859-1");

        if (!is_western)
          assert_decoded (sample, labels[j]);
      }
}

/* UTF-8 is UTF-8, whatever it is called. */
static void
test_mislabelled_utf8 (void)
{
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = g_ptr_array_index (samples, i);
      g_autofree char *text = NULL;

      if (g_str_has_prefix (sample->label, "iso-2022"))
        continue;
      text = decode (sample->text, strlen (sample->text), sample->label);
      g_assert_cmpstr (text, ==, sample->text);
    }
}

/* Wherever it is cut, all that is whole is read. */
static void
test_cut (void)
{
  for (guint i = 0; i < samples->len; i++)
    for (gsize cut = 0; cut < 4; cut++)
      {
        const Sample *sample = g_ptr_array_index (samples, i);
        gsize length = sample->length * 3 / 4 + cut;
        g_autofree char *labelled = decode (sample->data, length, sample->label);
        g_autofree char *alone = decode (sample->data, length, NULL);
        gsize n = strlen (labelled);

        g_assert_cmpstr (labelled, ==, alone);
        /* A tone that is cut off leaves its letter behind. */
        n = (gsize) (g_utf8_find_prev_char (labelled, labelled + n) - labelled);
        g_assert_cmpmem (labelled, n, sample->text, n);
        g_assert_cmpuint (n, >, strlen (sample->text) / 2);
      }
}

/* A story among much markup, with the label in it and without. */
static void
test_pages (void)
{
  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = g_ptr_array_index (samples, i);

      for (guint labelled = 0; labelled < 2; labelled++)
        {
          g_autoptr(GString) page = g_string_new ("<!DOCTYPE html>\n<html><head>");
          g_autofree char *label = NULL;
          g_autofree char *text = NULL;

          if (labelled)
            g_string_append_printf (page, "<meta charset=\"%s\">", sample->label);
          g_string_append (page, "<title>A page</title></head><body>\n");
          for (guint n = 0; n < 300; n++)
            g_string_append_printf (page, "<div class=\"c%u\"><a href=\"/n/%u\">Section %u</a></div>\n", n, n, n);
          g_string_append_len (page, (const char *) sample->data, (gssize) sample->length);
          for (guint n = 0; n < 300; n++)
            g_string_append_printf (page, "<p>A line %u below</p>\n", n);

          label = tl_charset_find_label ((const guint8 *) page->str, page->len);
          g_assert_cmpstr (label, ==, labelled ? sample->label : NULL);
          text = decode (page->str, page->len, label);
          g_test_message ("%s in %s", sample->language, sample->label);
          g_assert_nonnull (strstr (text, sample->text));
        }
    }
}

#define BYTES(string) string, sizeof (string) - 1

static void
test_find_label (void)
{
  static const struct
  {
    const char *page;
    gsize       length;
    const char *label;
  } cases[] = {
    { BYTES ("<meta charset=koi8-r>"), "koi8-r" },
    { BYTES ("<html><HEAD><META  CharSet = 'Shift_JIS' />"), "Shift_JIS" },
    { BYTES ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">"), "charset=windows-1251" },
    { BYTES ("<meta content='text/html;CHARSET=gb2312' http-equiv=content-type>"), "charset=gb2312" },
    { BYTES ("<?xml version=\"1.0\" encoding=\"big5\"?><html>"), "big5" },
    { BYTES ("<?xml version='1.0' encoding='EUC-KR' standalone='yes'?>"), "EUC-KR" },
    { BYTES ("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>"), "utf-8" },
    { BYTES ("<?xml version=\"1.0\"?><html><meta charset=euc-jp>"), "euc-jp" },
    { BYTES ("<!-- <meta charset=koi8-r> --><meta charset=cp1256>"), "cp1256" },
    { BYTES ("<meta name=description content=\"what charset is\"><meta charset=big5>"), "big5" },
    { BYTES ("<body><meta charset=koi8-r>"), NULL },
    { BYTES ("<metal charset=koi8-r>"), NULL },
    { BYTES ("<meta charset=utf-16>"), NULL },
    { BYTES ("<meta charset=no-such-thing>"), NULL },
    { BYTES ("<meta charset="), NULL },
    { BYTES ("<meta charset=\"koi8-r"), "koi8-r" },
    { BYTES ("<meta"), NULL },
    { BYTES ("<"), NULL },
    { BYTES ("<!--"), NULL },
    { BYTES (""), NULL },
    { BYTES ("charset=koi8-r"), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tl_charset_find_label ((const guint8 *) cases[i].page, cases[i].length);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_from_label (void)
{
  static const char *const cases[][2] = {
    { "UTF8", "UTF-8" }, { "\"utf-8\"", "UTF-8" }, { "utf-8;", "UTF-8" }, { "utf-8mb4", "UTF-8" },
    { "ISO-8859-1", "CP1252" }, { "iso_8859-1:1987", NULL }, { "latin1", "CP1252" }, { "US-ASCII", "CP1252" },
    { "ANSI_X3.4-1968", "CP1252" }, { "ISO 8859-9", "CP1254" }, { "iso-8859-8-i", "CP1255" }, { "ISO8859-2", "ISO-8859-2" },
    { "x-cp1251", "CP1251" }, { "win-1251", "CP1251" }, { "Windows-1251", "CP1251" }, { "cp-866", "CP866" },
    { "x-sjis", "CP932" }, { "Shift_JIS", "CP932" }, { "windows-31j", "CP932" }, { "csISO2022JP", "ISO-2022-JP-3" },
    { "GB2312", "GB18030" }, { "gb_2312-80", "GB18030" }, { "x-gbk", "GB18030" }, { "cp936", "GB18030" },
    { "ks_c_5601-1987", "UHC" }, { "EUC-KR", "UHC" }, { "cp949", "UHC" }, { "big5-hkscs", "BIG5-HKSCS" },
    { "TIS-620", "CP874" }, { "windows-874", "CP874" }, { "x-mac-cyrillic", "MAC-CYRILLIC" }, { "koi8-u", "KOI8-U" },
    { "unicode-1-1-utf-7", "UTF-7" }, { "text/html; charset=koi8-r", "KOI8-R" }, { "ptcp154", NULL },
    { "armscii-8", "ARMSCII-8" }, { "unknown-8bit", NULL }, { "x-user-defined", NULL }, { "8bit", NULL },
    { "windows-99999999999999999999", NULL }, { "UTF-8//TRANSLIT", NULL }, { "../../etc/passwd", NULL }, { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *charset = tl_charset_from_label (cases[i][0]);

      g_test_message ("%s", cases[i][0] != NULL ? cases[i][0] : "(null)");
      g_assert_cmpstr (charset, ==, cases[i][1]);
    }
}

/* UTF-8 that was read as something else and written again is made whole, once and twice over. */
static void
test_double (void)
{
  static const char *const charsets[] = { "CP1251", "CP1250" };
  static const char *const texts[] = {
    "“Trade is brisk”, he said – and it’s worth £5bn.",
    "Les échanges ont dépassé 260 millions d’euros à la fin de l’année.",
    "Торговля выросла на треть — до 260 млн рублей.",
    "两国贸易额达到2.6亿美元，比去年增长。",
  };

  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = g_ptr_array_index (samples, i);
      g_autofree char *once = g_convert (sample->text, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
      g_autofree char *twice = g_convert (once, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
      g_autofree char *from_once = decode (once, strlen (once), "utf-8");
      g_autofree char *from_twice = decode (twice, strlen (twice), NULL);

      g_assert_cmpstr (from_once, ==, sample->text);
      g_assert_cmpstr (from_twice, ==, sample->text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (charsets); j++)
      {
        g_autofree char *again = g_convert (texts[i], -1, "UTF-8", charsets[j], NULL, NULL, NULL);
        g_autofree char *text = again != NULL ? decode (again, strlen (again), NULL) : NULL;

        if (text != NULL)
          g_assert_cmpstr (text, ==, texts[i]);
      }
}

/* A text about broken characters is left as it is, and so is all that only looks a little so. */
static void
test_not_double (void)
{
  static const char *const texts[] = {
    "Wer „â€œ“ sieht, hat einen Text zweimal übersetzt: für „Käse“ steht da „KÃ¤se“.",
    "A temperature of 5 °C and a price of £3",
    "Ã is a letter of Portuguese, in SÃO PAULO and MANHÃ.",
    "Â£5",
    "Đường về quê, người ươm lúa.",
    "ВЯЗЬМА – РЖЕВ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = decode (texts[i], strlen (texts[i]), NULL);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* Little text beyond ASCII says little; then it is taken for what is most usual. */
static void
test_short (void)
{
  static const struct
  {
    const char *data;
    gsize       length;
    const char *label;
    const char *text;
  } cases[] = {
    { BYTES ("The caf\xe9 in Bogot\xe1 pays 3 \x80 a kilo for its coffee, the owner said on Monday."), NULL,
      "The café in Bogotá pays 3 € a kilo for its coffee, the owner said on Monday." },
    { BYTES ("\x93It\x92s fine\x94, he said \x96 and went on with what he had been doing since May."), NULL,
      "“It’s fine”, he said – and went on with what he had been doing since May." },
    { BYTES ("\xc3\xb3\xb6\xd3"), "gb2312", "贸队" },
    { BYTES ("Trade caf\xc3\xa9 \xe2\x80\x94 a"), "iso-8859-1", "Trade café — a" },
    { BYTES ("\x1b$BEl5~\x1b(B 2021"), NULL, "東京 2021" },
    { BYTES ("Caf+AOk- au lait"), "utf-7", "Café au lait" },
    { BYTES ("1 + 1 = 2"), NULL, "1 + 1 = 2" },
    { BYTES ("Trade \xff broke, \xc3\xa9t\xc3\xa9, \xc3\xa9t\xc3\xa9"), NULL, "Trade \xef\xbf\xbd broke, été, été" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = decode (cases[i].data, cases[i].length, cases[i].label);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* UTF-16 without its mark, and without any character of ASCII, is known by its label. */
static void
test_utf16 (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < samples->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (charsets); j++)
      {
        const Sample *sample = g_ptr_array_index (samples, i);
        gsize length = 0;
        g_autofree char *data = g_convert (sample->text, -1, charsets[j], "UTF-8", NULL, &length, NULL);
        g_autofree char *text = NULL;
        g_autofree char *cut = NULL;

        g_test_message ("%s in %s", sample->language, charsets[j]);
        text = decode (data, length, NULL);
        cut = decode (data, length - 1, NULL);
        g_assert_cmpstr (text, ==, sample->text);
        g_assert_true (g_str_has_prefix (text, cut));
      }
  for (guint j = 0; j < G_N_ELEMENTS (charsets); j++)
    {
      const char *story = "两个邻国的贸易增长三分之一，经济部表示，今年前五个月两国贸易额比去年同期增长。";
      gsize length = 0;
      g_autofree char *data = g_convert (story, -1, charsets[j], "UTF-8", NULL, &length, NULL);
      g_autofree char *named = decode (data, length, charsets[j]);
      g_autofree char *half_named = decode (data, length, "utf-16");

      g_assert_cmpstr (named, ==, story);
      g_assert_cmpstr (half_named, ==, story);
    }
}

/* Any bytes are read, or not, without a fault. */
static void
test_any_bytes (void)
{
  static const char *const labels[] = { NULL, "utf-8", "gb2312", "iso-2022-jp", "utf-7", "utf-16", "big5", "windows-1251" };
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 data[200];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof data);
      g_autofree char *text = NULL;
      g_autofree char *label = NULL;
      g_autoptr(GError) error = NULL;

      for (gsize j = 0; j < length; j++)
        data[j] = (guint8) g_rand_int_range (random, i % 3 == 0 ? 0 : 32, i % 3 == 2 ? 128 : 256);
      text = tl_charset_decode_labelled (data, length, labels[i % G_N_ELEMENTS (labels)], &error);
      g_assert_true ((text == NULL) == (error != NULL));
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      label = tl_charset_find_label (data, length);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  load_samples ();

  g_test_add_func ("/charset/labelled", test_labelled);
  g_test_add_func ("/charset/unlabelled", test_unlabelled);
  g_test_add_func ("/charset/wrong-labels", test_wrong_labels);
  g_test_add_func ("/charset/mislabelled-utf8", test_mislabelled_utf8);
  g_test_add_func ("/charset/cut", test_cut);
  g_test_add_func ("/charset/pages", test_pages);
  g_test_add_func ("/charset/find-label", test_find_label);
  g_test_add_func ("/charset/from-label", test_from_label);
  g_test_add_func ("/charset/double", test_double);
  g_test_add_func ("/charset/not-double", test_not_double);
  g_test_add_func ("/charset/short", test_short);
  g_test_add_func ("/charset/utf16", test_utf16);
  g_test_add_func ("/charset/any-bytes", test_any_bytes);
  status = g_test_run ();
  g_ptr_array_unref (samples);
  return status;
}
