/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading-checks.h"

#include <string.h>

#define LEAD "The harbour took in more grain than ever before, and the town was glad of it, said the clerk on Monday."
#define REST "More ships are expected in the spring, when the ice is gone and the river carries them again to the sea."

#define FONTS "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fcharset204 Times{\\*\\falt Tms};}{\\f2\\fcharset128 MS;}}"
#define RTF(body) "{\\rtf1\\ansi\\ansicpg1252\\deff0" FONTS "{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s1 heading 1;}}" body "}"

static const struct
{
  const char *rtf;
  const char *text;
} cases[] = {
  { RTF ("One\\par Two\\par\r\n\\par Three"), "One\n\nTwo\n\nThree" },
  { RTF ("\\b Gr\\b0 ain for\r\n all\\line here\\tab there\\par"), "Grain for all\nhere\tthere" },
  { RTF ("{\\b Bold}{\\i  and} plain \\{\\\\\\}"), "Bold and plain {\\}" },
  /* charsets: of the document, of a font, of two bytes, with an escaped second one */
  { RTF ("caf\\'e9 \\'93so\\'94\\par"), "caf\303\251 \u201cso\u201d" },
  { RTF ("\\f1 \\'cc\\'ee\\'f1\\'f2{\\f0 \\'e9}\\'f2"), "\u041c\u043e\u0441\u0442\303\251\u0442" },
  { RTF ("\\f2 \\'83\\'65\\'83X\\'83g"), "\u30c6\u30b9\u30c8" },
  { "{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'ee\\'f1\\'f2}", "\u041c\u043e\u0441\u0442" },
  { "{\\rtf1\\mac caf\\'8e}", "caf\303\251" },
  /* Unicode with what stands in for it */
  { RTF ("\\u1052?\\u1086\\'3f\\u-3913 ?st"), "\u041c\u043est" },
  { RTF ("{\\uc0\\u1052 x}{\\uc2 \\u1086 ??y}\\u1052?z"), "\u041cx\u043ey\u041cz" },
  { RTF ("\\u-10179?\\u-8704?!"), "\U0001f600!" },
  { RTF ("a\\emdash b \\lquote c\\rquote\\~d\\_e\\-f"), "a\u2014b \u2018c\u2019\u00a0d-ef" },
  /* what is no text */
  { RTF ("{\\header Head}{\\footer Foot}Text{\\footnote Note}{\\*\\unknown no}{\\pict\\wmetafile8 0102}{\\v hidden}{\\deleted gone}"), "Text" },
  { RTF ("{\\field{\\*\\fldinst HYPERLINK \"http://x.example\"}{\\fldrslt here}}{\\*\\bkmkstart a}\\bin3 }}}!"), "here!" },
  { RTF ("Sold\\v  unseen\\v0  out \\plain\\deleted x\\plain."), "Sold out ." },
  /* lists and tables */
  { RTF ("A:\\par{\\listtext\\'b7\\tab}\\ls1 one\\par{\\listtext\\'b7\\tab}two\\par\\pard End\\par"),
    "A:\n\n\342\200\242 one\n\342\200\242 two\n\nEnd" },
  { RTF ("A\\par\\trowd\\cellx1\\cellx2\\pard\\intbl Country\\cell 2017\\cell\\row\\trowd\\pard\\intbl Peru\\cell\\cell 3\\cell\\row\\pard B\\par"),
    "A\n\nCountry\t2017\nPeru\t\t3\n\nB" },
  { "{\\rtf1 Text}} and what is behind it", "Text" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlDocument) document = read_document (cases[i].rtf, -1);

      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
    }
}

static void
test_facts (void)
{
  g_autoptr(TlDocument) first = read_document (
    RTF ("{\\info{\\title Grain in the Harbour}{\\author Karl Lund}{\\creatim\\yr2009\\mo1\\dy2}}" LEAD "\\par " REST "\\par"), -1);
  g_autoptr(TlDocument) second = read_document (
    RTF ("{\\info{\\title Document1}{\\author user}}More Grain Than Ever\\par By Anna Berg\\par " LEAD "\\par " REST "\\par"), -1);

  g_assert_cmpstr (tl_document_get_title (first), ==, "Grain in the Harbour");
  g_assert_cmpint (tl_document_get_provenance (first, TL_FACT_TITLE), ==, TL_PROVENANCE_PROPERTIES);
  g_assert_cmpstr (tl_document_get_author (first), ==, "Karl Lund");
  g_assert_null (tl_document_get_published (first));
  g_assert_cmpstr (tl_document_get_title (second), ==, "More Grain Than Ever");
  g_assert_cmpint (tl_document_get_provenance (second, TL_FACT_TITLE), ==, TL_PROVENANCE_TEXT);
  g_assert_cmpstr (tl_document_get_author (second), ==, "Anna Berg");
}

static void
test_broken (void)
{
  GString *deep = g_string_new ("{\\rtf1 ");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (deep, "{\\b ");
  assert_unreadable (deep->str, (gssize) deep->len, TL_DOCUMENT_ERROR_BROKEN);
  g_string_free (deep, TRUE);

  assert_unreadable ("{\\rtf1\\ansi cut", -1, TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable ("{\\rtf1 Text\\bin999999999999 }", -1, TL_DOCUMENT_ERROR_BROKEN);
  assert_unreadable ("{\\rtf1\\ansi }", -1, TL_DOCUMENT_ERROR_EMPTY);
  assert_unreadable ("{\\rtf1{\\pict 00}\\par\\'a0}", -1, TL_DOCUMENT_ERROR_EMPTY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_survives_cut (cases[i].rtf, strlen (cases[i].rtf), 1);
      assert_survives_rot (cases[i].rtf, strlen (cases[i].rtf), 100);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rtf-reader/text", test_text);
  g_test_add_func ("/rtf-reader/facts", test_facts);
  g_test_add_func ("/rtf-reader/broken", test_broken);
  return g_test_run ();
}
