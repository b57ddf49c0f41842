/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import of what is no file: links, fetched from a server on this computer, and
 * selections. */

#include "evil-server.h"
#include "import-fixture.h"
#include "tl-memory-file.h"

#define LONG (10 * 60 * 1000)

static gboolean
may_connect_to_loopback (GInetAddress *address)
{
  return g_inet_address_get_is_loopback (address);
}

static GProxyResolver *
get_no_proxy (void)
{
  static GProxyResolver *resolver;

  if (g_once_init_enter (&resolver))
    g_once_init_leave (&resolver, g_simple_proxy_resolver_new (NULL, NULL));
  return resolver;
}

static const TlFetchRules rules = {
  .may_connect = may_connect_to_loopback,
  .get_proxy_resolver = get_no_proxy,
  .max_size = 1000000,
  .max_redirects = 5,
  .max_time = LONG,
  .max_silence = LONG,
};

static void
give_link (ImportFixture *fixture,
           EvilServer    *server,
           const char    *path)
{
  g_autofree char *uri = evil_server_dup_uri (server, path);
  g_autoptr(GFile) file = g_file_new_for_uri (uri);

  g_list_store_append (fixture->files, file);
}

static void
give_selection (ImportFixture *fixture,
                const char    *text,
                const char    *address)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(TlMemoryFile) file = tl_memory_file_new ("Selection", bytes, "text/plain", "utf-8", address);

  g_list_store_append (fixture->files, file);
}

static void
run (ImportFixture *fixture)
{
  import_begin (fixture);
  tl_import_follow_links (fixture->import, &rules);
  import_run (fixture);
}

static TlArticle *
load_added (ImportFixture *fixture,
            guint          i)
{
  GArray *added = tl_import_get_added (fixture->import);

  g_assert_cmpuint (i, <, added->len);
  return tl_library_load_article (fixture->library, g_array_index (added, gint64, i), NULL);
}

/* Several things at once come in in their order, whatever each of them is. */
static void
test_mixed (ImportFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autofree char *story = evil_server_dup_uri (server, "/story");
  g_autoptr(TlArticle) first = NULL;
  g_autoptr(TlArticle) second = NULL;

  give_selection (fixture, "Trade was spoken of in a page.\n", "https://news.example/page");
  give_link (fixture, server, "/moved-story");
  give_link (fixture, server, "/not-there");
  import_write_text (fixture->folder, "file.txt");
  import_give (fixture, fixture->folder);
  run (fixture);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 3);
  first = load_added (fixture, 0);
  g_assert_cmpstr (tl_article_get_url (first), ==, "https://news.example/page");
  second = load_added (fixture, 1);
  g_assert_cmpstr (tl_article_get_url (second), ==, story);
  g_assert_cmpuint (tl_import_get_n_failures (fixture->import), ==, 1);
  import_assert_failure (fixture, "not-there", "no such page");
  g_assert_null (tl_import_get_site (fixture->import));
}

/* A failure is called by the whole link. */
static void
test_failure_name (ImportFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  g_autofree char *uri = evil_server_dup_uri (server, "/nothing");
  g_autofree char *name = NULL;

  give_link (fixture, server, "/nothing");
  run (fixture);
  g_assert_cmpuint (tl_import_get_n_failures (fixture->import), ==, 1);
  name = tl_import_failure_dup_name (g_ptr_array_index (tl_import_get_failures (fixture->import), 0));
  g_assert_cmpstr (name, ==, uri);
}

/* Files that happen to have an address of the web, as arguments of the command line, are
 * not fetched. */
static void
test_not_followed (ImportFixture *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();

  give_link (fixture, server, "/story");
  import_run (fixture);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 0);
  import_assert_failure (fixture, "story", "link");
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 0);
}

/* What holds in the program: nothing of this computer is fetched. */
static void
test_own_rules (ImportFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  TlFetchRules own = tl_fetch_rules;

  own.get_proxy_resolver = get_no_proxy;
  give_link (fixture, server, "/story");
  import_begin (fixture);
  tl_import_follow_links (fixture->import, &own);
  import_run (fixture);
  import_assert_failure (fixture, "story", "this computer");
  g_assert_cmpuint (evil_server_get_n_requests (server), ==, 0);
}

/* The same page twice is one article. */
static void
test_twice (ImportFixture *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  const TlImportFailure *failure;

  give_link (fixture, server, "/story");
  give_link (fixture, server, "/story");
  run (fixture);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, 1);
  failure = import_find_failure (fixture, "story");
  g_assert_nonnull (failure);
  g_assert_true (failure->is_duplicate);
}

typedef struct
{
  GCancellable *cancellable;
  char         *site;
  guint         n_told;
} Watch;

static void
site_cb (TlImport   *import,
         GParamSpec *pspec G_GNUC_UNUSED,
         Watch      *watch)
{
  if (tl_import_get_site (import) == NULL)
    return;
  g_free (watch->site);
  watch->site = g_strdup (tl_import_get_site (import));
  watch->n_told++;
  g_cancellable_cancel (watch->cancellable);
}

/* While nothing comes one sees from where, and can give it up; what there was stays. */
static void
test_cancel (ImportFixture *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(EvilServer) server = evil_server_new ();
  Watch watch = { fixture->cancellable, NULL, 0 };

  give_link (fixture, server, "/silent");
  import_begin (fixture);
  tl_import_follow_links (fixture->import, &rules);
  g_signal_connect (fixture->import, "notify::site", G_CALLBACK (site_cb), &watch);
  import_run (fixture);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.n_told, ==, 1);
  g_assert_cmpstr (watch.site, ==, "127.0.0.1");
  g_assert_cmpuint (tl_import_get_n_failures (fixture->import), ==, 0);
  g_free (watch.site);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  IMPORT_ADD ("links/mixed", test_mixed);
  IMPORT_ADD ("links/failure-name", test_failure_name);
  IMPORT_ADD ("links/not-followed", test_not_followed);
  IMPORT_ADD ("links/own-rules", test_own_rules);
  IMPORT_ADD ("links/twice", test_twice);
  IMPORT_ADD ("links/cancel", test_cancel);

  return g_test_run ();
}
