/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-documents-fetch.h"

#include "tl-part.h"

/**
 * tl_documents_fetch:
 * @uri: the address of a page
 * @rules: what may be fetched: &tl_fetch_rules
 * @progress: (nullable) (scope call): told while it comes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @func: called for each document in it
 * @user_data: for @func
 * @error: return location for a #TlFetchError, a #TlDocumentError or a #GIOErrorEnum
 *
 * As tl_documents_load(), for a link: fetches what it leads to, and reads that.
 *
 * Returns: %FALSE when it could not be fetched, or could not be read to its end
 */
gboolean
tl_documents_fetch (const char           *uri,
                    const TlFetchRules   *rules,
                    TlFetchProgressFunc   progress,
                    gpointer              progress_data,
                    GCancellable         *cancellable,
                    TlDocumentFunc        func,
                    gpointer              user_data,
                    GError              **error)
{
  g_autoptr(TlFetched) fetched = tl_fetch (uri, rules, progress, progress_data, cancellable, error);
  TlPart part = TL_PART_INIT;

  if (fetched == NULL)
    return FALSE;
  part.name = fetched->uri;
  part.media_type = fetched->media_type;
  part.charset = fetched->charset;
  return tl_documents_load_bytes (fetched->bytes, &part, fetched->uri, fetched->uri, cancellable,
                                  func, user_data, error);
}
