/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is read from a text, in whichever language it seems to be, written as JSON and taken back. */

#include "fuzz.h"

#include <string.h>

#include "tl-article.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autoptr(TlDocument) document = tl_document_new_from_data ("file.txt", (const guint8 *) text, strlen (text), NULL);
  g_autoptr(TlArticle) article = document != NULL ? tl_article_read (document, TL_DATE_NONE) : NULL;
  g_autoptr(GString) json = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) again = NULL;

  if (article == NULL)
    return 0;
  tl_article_append_json (article, "file.txt", TL_JSON_WITH_TEXT, json);
  again = tl_article_new_from_json (json->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_article_get_text (again), ==, tl_article_get_text (article));
  g_assert_cmpuint (tl_article_get_figures (again)->len, ==, tl_article_get_figures (article)->len);
  return 0;
}
