/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-rtf-charset.h"

#include "tl-charset-convert.h"

/**
 * tl_rtf_charset_of_font:
 * @number: what `\fcharset` says of a font
 *
 * Returns: the codepage of the bytes that are set in it; 0 for that of the document
 */
guint
tl_rtf_charset_of_font (int number)
{
  static const struct
  {
    int   number;
    guint codepage;
  } charsets[] = {
    { 77, 10000 }, { 128, 932 }, { 129, 949 }, { 130, 1361 }, { 134, 936 }, { 136, 950 }, { 161, 1253 },
    { 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 }, { 186, 1257 }, { 204, 1251 }, { 222, 874 },
    { 238, 1250 }, { 255, 437 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].number == number)
      return charsets[i].codepage;
  return 0;
}

/**
 * tl_rtf_charset_convert:
 * @bytes: bytes
 * @length: how many
 * @codepage: the codepage that they are in
 *
 * Returns: (transfer full): the text; a sign stands for each byte that is none in this codepage
 */
char *
tl_rtf_charset_convert (const char *bytes,
                        gsize       length,
                        guint       codepage)
{
  static const struct
  {
    guint       codepage;
    const char *charset;
  } names[] = {
    { 708, "ISO-8859-6" }, { 932, "CP932" }, { 936, "GB18030" }, { 949, "UHC" }, { 950, "BIG5" }, { 1361, "JOHAB" },
    { 10000, "MACINTOSH" }, { 10006, "MACGREEK" }, { 10007, "MAC-CYRILLIC" }, { 20866, "KOI8-R" }, { 21866, "KOI8-U" },
    { 65001, "UTF-8" },
  };
  g_autofree char *name = g_strdup_printf ("CP%u", codepage);
  const char *charset = name;
  gsize n_text, n_broken;
  char *text;

  if (g_str_is_ascii (bytes))
    return g_strndup (bytes, length);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].codepage == codepage)
      charset = names[i].charset;
  text = tl_charset_convert ((const guint8 *) bytes, length, charset, &n_text, &n_broken);
  if (text == NULL)
    text = tl_charset_convert ((const guint8 *) bytes, length, "CP1252", &n_text, &n_broken);
  return text != NULL ? text : g_strdup ("");
}
