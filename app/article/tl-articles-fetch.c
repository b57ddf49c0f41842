/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-private.h"
#include "tl-documents-fetch.h"

/**
 * tl_articles_fetch:
 * @uri: the address of a page
 * @rules: what may be fetched: &tl_fetch_rules
 * @progress: (nullable) (scope call): told while it comes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @func: called for each article in it, and for each part that could not be read
 * @user_data: for @func
 * @error: return location for a #TlFetchError, a #TlDocumentError or a #GIOErrorEnum
 *
 * As tl_articles_load(), for a link that a person brought.
 *
 * Returns: %FALSE when it could not be fetched, or could not be read to its end
 */
gboolean
tl_articles_fetch (const char           *uri,
                   const TlFetchRules   *rules,
                   TlFetchProgressFunc   progress,
                   gpointer              progress_data,
                   GCancellable         *cancellable,
                   TlArticleFunc         func,
                   gpointer              user_data,
                   GError              **error)
{
  TlArticleReader reader = { TL_DATE_NONE, func, user_data, cancellable };

  g_return_val_if_fail (func != NULL, FALSE);

  return tl_documents_fetch (uri, rules, progress, progress_data, cancellable, tl_article_reader_read,
                             &reader, error);
}
