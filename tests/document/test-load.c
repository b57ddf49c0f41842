/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read without being a file, and what is known of a file besides its bytes. */

#include <glib/gstdio.h>

#include "tl-document.h"
#include "tl-download.h"
#include "tl-memory-file.h"

static const char story[] =
  "Chile and Peru trade more\n"
  "\n"
  "SANTIAGO, 14 March 2017. Trade between Chile and Peru reached $2.5 billion in 2016.\n";

static GFile *
make_memory_file (const char *content,
                  const char *media_type,
                  const char *charset,
                  const char *address)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));

  return G_FILE (tl_memory_file_new ("Selection", bytes, media_type, charset, address));
}

static void
test_memory (void)
{
  g_autoptr(GFile) file = make_memory_file (story, "text/plain", NULL, "https://news.example/trade#top");
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = tl_document_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (tl_document_get_text (document), "Trade between Chile and Peru"));
  g_assert_cmpstr (tl_document_get_name (document), ==, "Selection");
  g_assert_null (tl_document_get_uri (document));
  g_assert_cmpstr (tl_document_get_url (document), ==, "https://news.example/trade");
  g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_URL), ==, TL_PROVENANCE_GIVEN);
}

/* Only an address of the web is one. */
static void
test_memory_address (void)
{
  static const char *const others[] = { NULL, "", "about:blank", "file:///home/page.html", "no address" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr(GFile) file = make_memory_file (story, NULL, NULL, others[i]);
      g_autoptr(TlDocument) document = tl_document_load (file, NULL, NULL);

      g_assert_nonnull (document);
      g_assert_null (tl_document_get_url (document));
    }
}

static void
test_memory_charset (void)
{
  g_autoptr(GFile) file = make_memory_file ("Caf\xe9 de Gen\xe8ve, prix du bl\xe9.\n", "text/plain", "windows-1252", NULL);
  g_autoptr(TlDocument) document = tl_document_load (file, NULL, NULL);

  g_assert_nonnull (document);
  g_assert_cmpstr (tl_document_get_text (document), ==, "Café de Genève, prix du blé.\n");
}

static void
test_memory_failures (void)
{
  g_autoptr(GFile) blank = make_memory_file (" \n", NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_document_load (blank, NULL, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY);
}

/* As a file it is itself and nothing else, and asks nobody. */
static void
test_memory_file (void)
{
  g_autoptr(GFile) file = make_memory_file (story, NULL, NULL, "https://news.example/trade");
  g_autoptr(GFile) same = g_file_dup (file);
  g_autoptr(GFile) other = make_memory_file (story, NULL, NULL, "https://news.example/trade");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_equal (file, same));
  g_assert_false (g_file_equal (file, other));
  g_assert_cmpstr (name, ==, "Selection");
  g_assert_cmpstr (uri, ==, "https://news.example/trade");
  g_assert_false (g_file_has_uri_scheme (file, "https"));
  g_assert_null (g_file_peek_path (file));
  g_assert_null (g_file_get_parent (file));
  g_assert_null (g_file_query_info (file, "*", G_FILE_QUERY_INFO_NONE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* Reading files never reaches for the web, by whatever way GIO may have there. */
static void
test_link (void)
{
  static const char *const links[] = { "http://127.0.0.1:1/", "https://news.example/trade" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_uri (links[i]);
      g_autoptr(GError) error = NULL;

      g_assert_null (tl_document_load (file, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
      g_assert_nonnull (strstr (error->message, "link"));
    }
}

/* ---- downloads ---- */

static void
test_download_attributes (void)
{
  static const struct
  {
    const char *origin;
    const char *download;
    const char *referrer;
    const char *address;
  } cases[] = {
    { "https://news.example/a.pdf", NULL, NULL, "https://news.example/a.pdf" },
    { "https://news.example/a.pdf", NULL, "https://news.example/list", "https://news.example/a.pdf" },
    { NULL, "https://news.example/b", "https://news.example/list", "https://news.example/b" },
    { "blob:https://news.example/0-1", NULL, "https://news.example/list", "https://news.example/list" },
    { "data:text/html,x", "file:///x", NULL, NULL },
    { "https://me:secret@news.example/c#d", NULL, NULL, "https://news.example/c" },
    { "not an address", "", "two words https://news.example/", NULL },
    { NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFileInfo) info = g_file_info_new ();
      g_autofree char *address = NULL;

      if (cases[i].origin != NULL)
        g_file_info_set_attribute_string (info, "xattr::xdg.origin.url", cases[i].origin);
      if (cases[i].download != NULL)
        g_file_info_set_attribute_string (info, "metadata::download-uri", cases[i].download);
      if (cases[i].referrer != NULL)
        g_file_info_set_attribute_string (info, "xattr::xdg.referrer.url", cases[i].referrer);
      address = tl_download_dup_address (info);
      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
test_download (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "story.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, story, -1, &error);
  g_assert_no_error (error);
  if (g_file_set_attribute_string (file, "xattr::xdg.origin.url", "https://news.example/trade",
                                   G_FILE_QUERY_INFO_NONE, NULL, NULL))
    {
      document = tl_document_load (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (tl_document_get_url (document), ==, "https://news.example/trade");
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_URL), ==, TL_PROVENANCE_DOWNLOAD);
    }
  else
    g_test_skip ("no attributes of files here");
  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/load/memory", test_memory);
  g_test_add_func ("/load/memory-address", test_memory_address);
  g_test_add_func ("/load/memory-charset", test_memory_charset);
  g_test_add_func ("/load/memory-failures", test_memory_failures);
  g_test_add_func ("/load/memory-file", test_memory_file);
  g_test_add_func ("/load/link", test_link);
  g_test_add_func ("/load/download-attributes", test_download_attributes);
  g_test_add_func ("/load/download", test_download);

  return g_test_run ();
}
