/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlFetchError:
 * @TL_FETCH_ERROR_ADDRESS: it is no address of a page in the web
 * @TL_FETCH_ERROR_PRIVATE: it leads to this computer or its own network
 * @TL_FETCH_ERROR_PROXY: it would have to go through a proxy
 * @TL_FETCH_ERROR_NOT_FOUND: there is no such site, or no network to find it by
 * @TL_FETCH_ERROR_NO_CONNECTION: the site does not let itself be connected to
 * @TL_FETCH_ERROR_NOT_SECURE: the site does not prove that it is what it says
 * @TL_FETCH_ERROR_NO_PAGE: the site says that there is no such page
 * @TL_FETCH_ERROR_DENIED: the site does not give the page away
 * @TL_FETCH_ERROR_TOO_MANY_REDIRECTS: it leads on and on
 * @TL_FETCH_ERROR_TOO_LARGE: it is larger than the rules allow
 * @TL_FETCH_ERROR_TOO_SLOW: it takes longer than the rules allow
 * @TL_FETCH_ERROR_BROKEN: what came is incomplete, or no answer at all
 *
 * Why a page could not be fetched.
 */
typedef enum
{
  TL_FETCH_ERROR_ADDRESS,
  TL_FETCH_ERROR_PRIVATE,
  TL_FETCH_ERROR_PROXY,
  TL_FETCH_ERROR_NOT_FOUND,
  TL_FETCH_ERROR_NO_CONNECTION,
  TL_FETCH_ERROR_NOT_SECURE,
  TL_FETCH_ERROR_NO_PAGE,
  TL_FETCH_ERROR_DENIED,
  TL_FETCH_ERROR_TOO_MANY_REDIRECTS,
  TL_FETCH_ERROR_TOO_LARGE,
  TL_FETCH_ERROR_TOO_SLOW,
  TL_FETCH_ERROR_BROKEN,
} TlFetchError;

#define TL_FETCH_ERROR (tl_fetch_error_quark ())

GQuark tl_fetch_error_quark (void);

/**
 * TlFetchMayConnect:
 * @address: an address that a name was resolved to
 *
 * Returns: whether it may be connected to; asked in any thread
 */
typedef gboolean (*TlFetchMayConnect) (GInetAddress *address);

/**
 * TlFetchRules:
 * @may_connect: which addresses may be connected to
 * @get_proxy_resolver: where it is asked which proxy an address needs
 * @max_size: the most bytes that are taken, unpacked
 * @max_redirects: how often a page may send on to another
 * @max_time: how long all of it may take, in milliseconds
 * @max_silence: how long nothing may come, in milliseconds
 *
 * What may be fetched, and how much of it.
 */
typedef struct
{
  TlFetchMayConnect   may_connect;
  GProxyResolver   *(*get_proxy_resolver) (void);
  guint64             max_size;
  guint               max_redirects;
  guint               max_time;
  guint               max_silence;
} TlFetchRules;

/* The rules that hold for a link that a person brings. */
extern const TlFetchRules tl_fetch_rules;

/**
 * TlFetchProgressFunc:
 * @n_bytes: how many bytes have come
 * @n_total: how many there will be, as far as the site tells; else 0
 * @user_data: as given
 *
 * Told while a page comes.
 */
typedef void (*TlFetchProgressFunc) (guint64  n_bytes,
                                     guint64  n_total,
                                     gpointer user_data);

/**
 * TlFetched:
 * @bytes: what came, unpacked
 * @uri: where it came from in the end
 * @media_type: (nullable): what the site says it is: "text/html"
 * @charset: (nullable): in which charset the site says it is
 *
 * A page that was fetched.
 */
typedef struct
{
  GBytes *bytes;
  char   *uri;
  char   *media_type;
  char   *charset;
} TlFetched;

void       tl_fetched_free (TlFetched            *fetched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFetched, tl_fetched_free)

void       tl_fetch_async   (const char           *uri,
                             const TlFetchRules   *rules,
                             TlFetchProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
TlFetched *tl_fetch_finish  (GAsyncResult         *result,
                             GError              **error);
TlFetched *tl_fetch         (const char           *uri,
                             const TlFetchRules   *rules,
                             TlFetchProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GError              **error);

G_END_DECLS
