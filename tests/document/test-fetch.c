/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fetching from a server that means no good. */

#include "evil-server.h"
#include "tl-documents-fetch.h"

#define MAX_SIZE 100000

/* Waits for ever rather than too short: what is slow has rules of its own. */
#define LONG (10 * 60 * 1000)

static gboolean
may_connect_to_loopback (GInetAddress *address)
{
  return g_inet_address_get_is_loopback (address);
}

static gboolean
may_connect_to_none (GInetAddress *address G_GNUC_UNUSED)
{
  return FALSE;
}

static GProxyResolver *
get_no_proxy (void)
{
  static GProxyResolver *resolver;

  if (g_once_init_enter (&resolver))
    g_once_init_leave (&resolver, g_simple_proxy_resolver_new (NULL, NULL));
  return resolver;
}

static GProxyResolver *
get_proxy (void)
{
  static GProxyResolver *resolver;

  if (g_once_init_enter (&resolver))
    g_once_init_leave (&resolver, g_simple_proxy_resolver_new ("http://127.0.0.1:1", NULL));
  return resolver;
}

static const TlFetchRules patient = {
  .may_connect = may_connect_to_loopback,
  .get_proxy_resolver = get_no_proxy,
  .max_size = MAX_SIZE,
  .max_redirects = 5,
  .max_time = LONG,
  .max_silence = LONG,
};

static TlFetched *
fetch (EvilServer          *server,
       const char          *path,
       const TlFetchRules  *rules,
       GError             **error)
{
  g_autofree char *uri = evil_server_dup_uri (server, path);

  return tl_fetch (uri, rules, NULL, NULL, NULL, error);
}

static void
assert_fails (EvilServer         *server,
              const char         *path,
              const TlFetchRules *rules,
              TlFetchError        code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlFetched) fetched = fetch (server, path, rules, &error);

  if (!g_error_matches (error, TL_FETCH_ERROR, (int) code))
    g_error ("%s: %s", path, error != NULL ? error->message : "no error");
  g_assert_null (fetched);
}

static void
test_pages (void)
{
  static const struct
  {
    const char *path;
    const char *content;
    const char *final;
    const char *media_type;
    const char *charset;
  } cases[] = {
    { "/page", "page", "/page", "text/html", "windows-1251" },
    { "/until-end", "until the end", "/until-end", "text/html", "windows-1251" },
    { "/chunks", "onetwo", "/chunks", "text/html", "windows-1251" },
    { "/no-type", "page", "/no-type", NULL, NULL },
    { "/wrong-type", "%PDF-", "/wrong-type", "text/html", "windows-1251" },
    { "/empty", "", "/empty", "text/html", "windows-1251" },
    { "/broken-chunks", "one", "/broken-chunks", "text/html", "windows-1251" },
    { "/endless-trailers", "x", "/endless-trailers", "text/html", "windows-1251" },
    { "/says-less", "short", "/says-less", "text/html", "windows-1251" },
    { "/moved", "page", "/page", "text/html", "windows-1251" },
    { "/moved-without-end", "page", "/page", "text/html", "windows-1251" },
    { "/redirect/5", "page", "/page", "text/html", "windows-1251" },
    { "/page#part", "page", "/page", "text/html", "windows-1251" },
  };
  g_autoptr(EvilServer) server = evil_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TlFetched) fetched = fetch (server, cases[i].path, &patient, &error);
      g_autofree char *final = evil_server_dup_uri (server, cases[i].final);

      g_test_message ("%s", cases[i].path);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes),
                       cases[i].content, strlen (cases[i].content));
      g_assert_cmpstr (fetched->uri, ==, final);
      g_assert_cmpstr (fetched->media_type, ==, cases[i].media_type);
      g_assert_cmpstr (fetched->charset, ==, cases[i].charset);
    }
}

static void
test_failures (void)
{
  static const struct
  {
    const char   *path;
    TlFetchError  code;
  } cases[] = {
    { "/not-there", TL_FETCH_ERROR_NO_PAGE },
    { "/gone", TL_FETCH_ERROR_NO_PAGE },
    { "/forbidden", TL_FETCH_ERROR_DENIED },
    { "/password", TL_FETCH_ERROR_DENIED },
    { "/broken", TL_FETCH_ERROR_DENIED },
    { "/no-content", TL_FETCH_ERROR_DENIED },
    { "/to-nobody", TL_FETCH_ERROR_DENIED },
    { "/says-more", TL_FETCH_ERROR_BROKEN },
    { "/says-nonsense", TL_FETCH_ERROR_BROKEN },
    { "/says-too-much", TL_FETCH_ERROR_TOO_LARGE },
    { "/endless", TL_FETCH_ERROR_TOO_LARGE },
    { "/endless-chunks", TL_FETCH_ERROR_TOO_LARGE },
    { "/bomb", TL_FETCH_ERROR_TOO_LARGE },
    { "/half-chunk", TL_FETCH_ERROR_BROKEN },
    { "/endless-headers", TL_FETCH_ERROR_BROKEN },
    { "/endless-header", TL_FETCH_ERROR_BROKEN },
    { "/endless-status", TL_FETCH_ERROR_BROKEN },
    { "/nonsense", TL_FETCH_ERROR_BROKEN },
    { "/nothing", TL_FETCH_ERROR_BROKEN },
    { "/reset", TL_FETCH_ERROR_BROKEN },
    { "/late-reset", TL_FETCH_ERROR_BROKEN },
    { "/circle", TL_FETCH_ERROR_TOO_MANY_REDIRECTS },
    { "/redirect/6", TL_FETCH_ERROR_TOO_MANY_REDIRECTS },
    { "/to-file", TL_FETCH_ERROR_ADDRESS },
    { "/to-ftp", TL_FETCH_ERROR_ADDRESS },
    { "/to-data", TL_FETCH_ERROR_ADDRESS },
    { "/to-script", TL_FETCH_ERROR_ADDRESS },
    { "/to-resource", TL_FETCH_ERROR_ADDRESS },
    { "/to-nowhere", TL_FETCH_ERROR_ADDRESS },
    { "/to-private", TL_FETCH_ERROR_PRIVATE },
    { "/to-ipv6", TL_FETCH_ERROR_PRIVATE },
  };
  g_autoptr(EvilServer) server = evil_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_fails (server, cases[i].path, &patient, cases[i].code);
}

/* What says nothing, and what never comes to an end. */
static void
test_slow (void)
{
  static const char *const silent[] = { "/silent", "/half-headers", "/half" };
  static const char *const endless[] = { "/drip", "/drip-headers", "/go-on", "/packed-nothing" };
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules rules = patient;

  rules.max_silence = 100;
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    assert_fails (server, silent[i], &rules, TL_FETCH_ERROR_TOO_SLOW);

  rules = patient;
  rules.max_time = 200;
  for (guint i = 0; i < G_N_ELEMENTS (endless); i++)
    assert_fails (server, endless[i], &rules, TL_FETCH_ERROR_TOO_SLOW);
}

/* An address that is not allowed is not even connected to. */
static void
test_private (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules rules = patient;

  rules.may_connect = may_connect_to_none;
  assert_fails (server, "/page", &rules, TL_FETCH_ERROR_PRIVATE);
  rules.may_connect = tl_fetch_rules.may_connect;
  assert_fails (server, "/page", &rules, TL_FETCH_ERROR_PRIVATE);
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 0);
}

static guint n_asked;

static gboolean
may_connect_once (GInetAddress *address G_GNUC_UNUSED)
{
  return n_asked++ == 0;
}

/* A name that means something else the next time is asked about again. */
static void
test_rebound (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules rules = patient;

  rules.may_connect = may_connect_once;
  assert_fails (server, "/moved", &rules, TL_FETCH_ERROR_PRIVATE);
  g_assert_cmpuint (n_asked, ==, 2);
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 1);
}

/* Names and spellings of this computer. */
static void
test_disguises (void)
{
  static const char *const links[] = {
    "http://localhost:%u/page", "http://page.localhost:%u/page", "http://127.0.0.1:%u/page",
    "http://127.1:%u/page", "http://0x7f.0.0.1:%u/page", "http://2130706433:%u/page",
    "http://0.0.0.0:%u/page", "http://[::1]:%u/page", "http://[::]:%u/page",
    "http://[::ffff:127.0.0.1]:%u/page", "http://[::ffff:7f00:1]:%u/page",
    "http://[64:ff9b::127.0.0.1]:%u/page", "http://user@127.0.0.1:%u/page",
  };
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules rules = tl_fetch_rules;
  guint port = evil_server_get_port (server);

  rules.get_proxy_resolver = get_no_proxy;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_auto(GStrv) halves = g_strsplit (links[i], "%u", 2);
      g_autofree char *link = g_strdup_printf ("%s%u%s", halves[0], port, halves[1]);
      g_autoptr(GError) error = NULL;
      g_autoptr(TlFetched) fetched = tl_fetch (link, &rules, NULL, NULL, NULL, &error);

      g_test_message ("%s: %s", link, error != NULL ? error->message : "fetched");
      g_assert_null (fetched);
      /* A machine without IPv6 does not get as far. */
      if (!g_error_matches (error, TL_FETCH_ERROR, TL_FETCH_ERROR_NOT_FOUND))
        g_assert_error (error, TL_FETCH_ERROR, TL_FETCH_ERROR_PRIVATE);
    }
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 0);
}

static void
test_proxy (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules rules = patient;

  rules.get_proxy_resolver = get_proxy;
  assert_fails (server, "/page", &rules, TL_FETCH_ERROR_PROXY);
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 0);
}

static void
test_no_server (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/page");
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&server, evil_server_free);
  g_assert_null (tl_fetch (uri, &patient, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_FETCH_ERROR, TL_FETCH_ERROR_NO_CONNECTION);
}

/* The page gets to know the program's name and nothing of the person. */
static void
test_request (void)
{
  static const char *const unwanted[] = { "\r\nCookie:", "\r\nReferer:", "\r\nAuthorization:", "\r\nAccept-Language:" };
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autoptr(TlFetched) fetched = fetch (server, "/cookie", &patient, NULL);
  g_autofree char *request = evil_server_dup_last_request (server);
  g_autofree char *with_password = g_strdup_printf ("http://name:secret@127.0.0.1:%u/page",
                                                    evil_server_get_port (server));
  g_autoptr(TlFetched) again = NULL;
  g_autofree char *other_request = NULL;

  g_assert_nonnull (fetched);
  g_assert_nonnull (strstr (request, "\r\nUser-Agent: Tradelines/"));
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_null (strstr (request, unwanted[i]));

  again = tl_fetch (with_password, &patient, NULL, NULL, NULL, NULL);
  other_request = evil_server_dup_last_request (server);
  g_assert_nonnull (again);
  g_assert_null (strstr (again->uri, "secret"));
  g_assert_null (strstr (other_request, "Authorization"));
}

typedef struct
{
  GCancellable *cancellable;
  guint64       n_bytes;
  guint64       n_total;
  guint         n_told;
} Progress;

static void
progress_cb (guint64  n_bytes,
             guint64  n_total,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (n_bytes, >, progress->n_bytes);
  progress->n_bytes = n_bytes;
  progress->n_total = n_total;
  progress->n_told++;
  g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/page");
  Progress progress = { NULL, 0, 0, 0 };
  g_autoptr(TlFetched) fetched = tl_fetch (uri, &patient, progress_cb, &progress, NULL, NULL);

  g_assert_nonnull (fetched);
  g_assert_cmpuint (progress.n_told, >, 0);
  g_assert_cmpuint (progress.n_bytes, ==, 4);
  g_assert_cmpuint (progress.n_total, ==, 4);
}

/* While a page comes, before anything is done, and while nothing comes. */
static void
test_cancel (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/endless");
  Progress progress = { cancellable, 0, 0, 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) other_error = NULL;

  g_assert_null (tl_fetch (uri, &patient, progress_cb, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n_told, ==, 1);
  g_assert_null (tl_fetch (uri, &patient, NULL, NULL, cancellable, &other_error));
  g_assert_error (other_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 1);
}

static gpointer
cancel_thread (gpointer data)
{
  struct { EvilServer *server; GCancellable *cancellable; } *both = data;

  while (evil_server_get_n_requests (both->server) == 0)
    g_thread_yield ();
  g_cancellable_cancel (both->cancellable);
  return NULL;
}

static void
test_cancel_silent (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/silent");
  struct { EvilServer *server; GCancellable *cancellable; } both = { server, cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_thread, &both);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_fetch (uri, &patient, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static gboolean
keep_document_cb (const TlDocumentNews *news,
                  gpointer              user_data)
{
  TlDocument **document = user_data;

  g_assert_null (*document);
  if (news->document != NULL)
    *document = g_object_ref (news->document);
  return TRUE;
}

/* A page becomes a document that knows where it is from: where it came from in the end. */
static void
test_document (void)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/moved-story");
  g_autofree char *final = evil_server_dup_uri (server, "/story");
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_documents_fetch (uri, &patient, NULL, NULL, NULL, keep_document_cb, &document,
                                     &error));
  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_nonnull (strstr (tl_document_get_text (document), "Торговля"));
  g_assert_cmpstr (tl_document_get_url (document), ==, final);
  g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_URL), ==, TL_PROVENANCE_GIVEN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fetch/pages", test_pages);
  g_test_add_func ("/fetch/failures", test_failures);
  g_test_add_func ("/fetch/slow", test_slow);
  g_test_add_func ("/fetch/private", test_private);
  g_test_add_func ("/fetch/rebound", test_rebound);
  g_test_add_func ("/fetch/disguises", test_disguises);
  g_test_add_func ("/fetch/proxy", test_proxy);
  g_test_add_func ("/fetch/no-server", test_no_server);
  g_test_add_func ("/fetch/request", test_request);
  g_test_add_func ("/fetch/progress", test_progress);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/cancel-silent", test_cancel_silent);
  g_test_add_func ("/fetch/document", test_document);

  return g_test_run ();
}
