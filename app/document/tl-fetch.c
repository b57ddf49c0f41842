/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Fetching a page, for a link that a person brings.  This is the one place that uses the
 * network, and it trusts nothing that comes from there: neither where a link leads, nor
 * how long or large an answer is said to be.  No cookies, passwords, cache or referrer:
 * a session lives for one request.
 */

#include "tl-fetch.h"

#include <libsoup/soup.h>

#include "tl-document.h"
#include "tl-fetch-address.h"
#include "tl-fetch-error.h"
#include "tl-link.h"
#include "tl-public-address.h"
#include "tl-watchdog.h"

#define CHUNK_SIZE (64 * 1024)

#define USER_AGENT "Tradelines/" TL_VERSION

/* What the readers of documents like best. */
#define ACCEPTED "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"

const TlFetchRules tl_fetch_rules = {
  .may_connect = tl_address_is_public,
  .get_proxy_resolver = g_proxy_resolver_get_default,
  .max_size = TL_DOCUMENT_MAX_SIZE,
  .max_redirects = 10,
  .max_time = 60 * 1000,
  .max_silence = 20 * 1000,
};

typedef struct
{
  TlFetchRules         rules;
  TlFetchProgressFunc  progress;
  gpointer             progress_data;

  GUri                *uri;             /* owned: of the request that is made */
  guint                n_redirects;
  TlFetchAddress      *address;         /* owned: of the request that is made */
  SoupSession         *session;         /* owned: of the request that is made */
  SoupMessage         *message;         /* owned: the request that is made */
  GInputStream        *stream;          /* owned: the page, once it comes */
  GByteArray          *bytes;           /* owned: what came of it */
  guint64              n_total;

  GCancellable        *stop;            /* owned: ends all that was begun */
  gulong               cancelled_id;
  TlWatchdog          *watchdog;        /* owned */
} Fetch;

static char fetch_tag;

static void
drop_session (Fetch *fetch)
{
  if (fetch->session != NULL)
    soup_session_abort (fetch->session);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->session);
  g_clear_object (&fetch->address);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  drop_session (fetch);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_pointer (&fetch->bytes, g_byte_array_unref);
  g_clear_object (&fetch->stop);
  g_clear_pointer (&fetch->watchdog, tl_watchdog_free);
  g_free (fetch);
}

/**
 * tl_fetched_free:
 * @fetched: (transfer full): a page
 */
void
tl_fetched_free (TlFetched *fetched)
{
  g_clear_pointer (&fetched->bytes, g_bytes_unref);
  g_clear_pointer (&fetched->uri, g_free);
  g_clear_pointer (&fetched->media_type, g_free);
  g_clear_pointer (&fetched->charset, g_free);
  g_free (fetched);
}

/* ---- the end, whichever ---- */

/* One of the two below ends each fetch, and lets go of the task that all before handed on. */

static void
settle (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancelled_id);
  drop_session (fetch);
}

static void
fail (GTask  *task,
      GError *error)
{
  settle (task);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Tells why the network library gave up: it may be for our sake. */
static void
fail_for (GTask        *task,
          const GError *failure)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (tl_watchdog_has_barked (fetch->watchdog))
    fail (task, tl_fetch_error_new (TL_FETCH_ERROR_TOO_SLOW));
  else if (fetch->address != NULL && tl_fetch_address_was_refused (fetch->address) &&
           !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (task, tl_fetch_error_new (TL_FETCH_ERROR_PRIVATE));
  else
    fail (task, tl_fetch_error_new_for_failure (failure, g_uri_get_host (fetch->uri)));
}

static void
succeed (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  TlFetched *fetched = g_new0 (TlFetched, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  g_autoptr(GHashTable) parameters = NULL;

  fetched->media_type = g_strdup (soup_message_headers_get_content_type (headers, &parameters));
  if (parameters != NULL)
    fetched->charset = g_strdup (g_hash_table_lookup (parameters, "charset"));
  fetched->uri = g_uri_to_string (fetch->uri);
  fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->bytes));

  settle (task);
  g_task_return_pointer (task, fetched, (GDestroyNotify) tl_fetched_free);
  g_object_unref (task);
}

/* ---- the request ---- */

static void read_chunk (GTask *task);
static void ask_for_proxy (GTask *task);

/* Returns where the answer leads; NULL where it is no redirection. */
static const char *
get_redirection (SoupMessage *message)
{
  if (!SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)))
    return NULL;
  return soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
}

static void
follow (GTask      *task,
        const char *location)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GUri) uri = tl_link_parse (fetch->uri, location);

  if (uri == NULL)
    {
      fail (task, tl_fetch_error_new (TL_FETCH_ERROR_ADDRESS));
      return;
    }
  if (++fetch->n_redirects > fetch->rules.max_redirects)
    {
      fail (task, tl_fetch_error_new (TL_FETCH_ERROR_TOO_MANY_REDIRECTS));
      return;
    }

  drop_session (fetch);
  g_uri_unref (fetch->uri);
  fetch->uri = g_steal_pointer (&uri);
  ask_for_proxy (task);
}

static void
begin_reading (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  goffset length = soup_message_headers_get_content_length (headers);

  if (length > 0 && (guint64) length > fetch->rules.max_size)
    {
      fail (task, tl_fetch_error_new_for_size (fetch->rules.max_size));
      return;
    }
  /* The length of something packed tells nothing of what comes out of it. */
  if (length > 0 && soup_message_headers_get_one (headers, "Content-Encoding") == NULL)
    fetch->n_total = (guint64) length;
  fetch->bytes = g_byte_array_new ();
  read_chunk (task);
}

static void
answered_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) failure = NULL;
  const char *location;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source_object), result, &failure);
  if (fetch->stream == NULL)
    {
      fail_for (task, failure);
      return;
    }

  tl_watchdog_feed (fetch->watchdog);
  location = get_redirection (fetch->message);
  if (location != NULL)
    follow (task, location);
  else if (soup_message_get_status (fetch->message) == SOUP_STATUS_OK)
    begin_reading (task);
  else
    fail (task, tl_fetch_error_new_for_status (soup_message_get_status (fetch->message)));
}

static void
send_request (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GProxyResolver) direct = g_simple_proxy_resolver_new ("direct://", NULL);

  fetch->address = tl_fetch_address_new (fetch->uri, fetch->rules.may_connect);
  fetch->session = soup_session_new_with_options ("remote-connectable", fetch->address,
                                                  "proxy-resolver", direct,
                                                  "user-agent", USER_AGENT,
                                                  NULL);
  soup_session_remove_feature_by_type (fetch->session, SOUP_TYPE_AUTH_MANAGER);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (soup_message_get_request_headers (fetch->message), "Accept", ACCEPTED);
  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_DEFAULT, fetch->stop,
                           answered_cb, task);
}

/* Behind a proxy the name is resolved where we cannot see to what; and going past a proxy
 * that was set up on purpose is not for us to do. */
static void
proxy_found_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr(GError) failure = NULL;
  g_auto(GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source_object), result,
                                                          &failure);

  if (proxies == NULL)
    fail_for (task, failure);
  else if (proxies[0] != NULL && !g_str_has_prefix (proxies[0], "direct:"))
    fail (task, tl_fetch_error_new (TL_FETCH_ERROR_PROXY));
  else
    send_request (task);
}

static void
ask_for_proxy (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *uri = g_uri_to_string (fetch->uri);

  g_proxy_resolver_lookup_async (fetch->rules.get_proxy_resolver (), uri, fetch->stop,
                                 proxy_found_cb, task);
}

/* ---- the page ---- */

static void
chunk_read_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source_object), result,
                                                              &failure);

  if (chunk == NULL)
    {
      fail_for (task, failure);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      succeed (task);
      return;
    }
  if (fetch->bytes->len + g_bytes_get_size (chunk) > fetch->rules.max_size)
    {
      fail (task, tl_fetch_error_new_for_size (fetch->rules.max_size));
      return;
    }

  tl_watchdog_feed (fetch->watchdog);
  g_byte_array_append (fetch->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  if (fetch->progress != NULL)
    fetch->progress (fetch->bytes->len, fetch->n_total, fetch->progress_data);
  read_chunk (task);
}

static void
read_chunk (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (fetch->stream, CHUNK_SIZE, G_PRIORITY_DEFAULT, fetch->stop,
                                   chunk_read_cb, task);
}

static void
cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED,
              GCancellable *stop)
{
  g_cancellable_cancel (stop);
}

/**
 * tl_fetch_async:
 * @uri: the address of a page
 * @rules: what may be fetched: &tl_fetch_rules
 * @progress: (nullable) (scope notified): told while it comes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches a page from the web, once, and whatever it leads on to; nothing of the page's
 * pictures, styles and scripts.  Works in the thread's default main context.
 */
void
tl_fetch_async (const char          *uri,
                const TlFetchRules  *rules,
                TlFetchProgressFunc  progress,
                gpointer             progress_data,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (uri != NULL);
  g_return_if_fail (rules != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, &fetch_tag);
  fetch = g_new0 (Fetch, 1);
  fetch->rules = *rules;
  fetch->progress = progress;
  fetch->progress_data = progress_data;
  fetch->stop = g_cancellable_new ();
  fetch->uri = tl_link_parse (NULL, uri);
  g_task_set_task_data (task, fetch, fetch_free);

  fetch->watchdog = tl_watchdog_new (fetch->stop, rules->max_time, rules->max_silence);
  if (cancellable != NULL)
    fetch->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                 g_object_ref (fetch->stop), g_object_unref);
  if (fetch->uri != NULL)
    ask_for_proxy (task);
  else
    fail (task, tl_fetch_error_new (TL_FETCH_ERROR_ADDRESS));
}

/**
 * tl_fetch_finish:
 * @result: what the callback was given
 * @error: return location for a #TlFetchError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the page
 */
TlFetched *
tl_fetch_finish (GAsyncResult  *result,
                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &fetch_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_result_cb (GObject      *source_object G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/**
 * tl_fetch:
 * @uri: the address of a page
 * @rules: what may be fetched: &tl_fetch_rules
 * @progress: (nullable) (scope call): told while it comes
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlFetchError or %G_IO_ERROR_CANCELLED
 *
 * As tl_fetch_async(), but blocks until it is done, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable): the page
 */
TlFetched *
tl_fetch (const char           *uri,
          const TlFetchRules   *rules,
          TlFetchProgressFunc   progress,
          gpointer              progress_data,
          GCancellable         *cancellable,
          GError              **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GAsyncResult) result = NULL;
  TlFetched *fetched;

  g_main_context_push_thread_default (context);
  tl_fetch_async (uri, rules, progress, progress_data, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  fetched = tl_fetch_finish (result, error);
  /* What the session has yet to put away. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  return fetched;
}
