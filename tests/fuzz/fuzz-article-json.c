/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article in JSON, as another library, or anybody, may have written it. */

#include "fuzz.h"

#include "tl-article.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *json = fuzz_dup_text (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_new_from_json (json, &error);
  g_autoptr(GString) written = g_string_new (NULL);

  g_assert_true ((article != NULL) == (error == NULL));
  if (article != NULL)
    tl_article_append_json (article, "file", TL_JSON_WITH_TEXT, written);
  return 0;
}
