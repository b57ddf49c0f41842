/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that may hold many documents: archives, mailboxes, web archives, feeds, tables of official figures. */

#include "fuzz.h"

#include "tl-article.h"
#include "tl-memory-file.h"

static gboolean
take (const TlArticleNews *news,
      gpointer             user_data)
{
  guint *n_news = user_data;

  g_assert_true (news->article == NULL || news->failure == NULL);
  return ++*n_news < 64;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(TlMemoryFile) file = tl_memory_file_new ("file", bytes, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  guint n_news = 0;

  tl_articles_load_with_tables (G_FILE (file), TL_DATE_NONE, NULL, take, &n_news, &error);
  return 0;
}
