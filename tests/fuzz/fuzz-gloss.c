/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text in a language that has a glossary, whatever it is written in: the first byte says which. */

#include "fuzz.h"

#include <string.h>

#include "tl-gloss.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static const char *languages[] = { "ru", "be", "kk" };
  g_autofree char *string = NULL;
  g_autoptr(TlText) text = NULL;
  g_autoptr(TlGloss) gloss = NULL;
  TlText *made;

  if (size == 0)
    return 0;
  string = fuzz_dup_text (data + 1, size - 1);
  text = tl_text_new (string, -1);
  gloss = tl_gloss_new (tl_glossary_get (languages[data[0] % G_N_ELEMENTS (languages)]), text);
  made = tl_gloss_get_text (gloss);
  g_assert_true (g_utf8_validate (tl_text_get_string (made), -1, NULL));
  /* Whatever is found in the gloss is somewhere in the text. */
  for (gsize end = 1; end <= tl_text_get_length (made); end = end * 2)
    {
      TlSpan source = tl_gloss_find_source (gloss, (TlSpan) { 0, (guint32) end });

      g_assert_cmpuint (source.start, <=, source.end);
      g_assert_cmpuint (source.end, <=, strlen (string));
    }
  return 0;
}
