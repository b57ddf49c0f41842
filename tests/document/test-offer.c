/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is made of the formats that browsers and other programs offer. */

#include "tl-memory-file.h"
#include "tl-offer.h"

#define LINK "https://news.example/trade"
#define STORY "Chile and Peru trade more. Trade reached $2.5 billion in 2016."

typedef struct
{
  const char *name;
  const char *offered[12];      /* format, content, … */
  const char *uris;             /* of links, or NULL for a selection */
  const char *media_type;       /* of a selection; NULL where there is nothing */
  const char *content;          /* stands in it */
  const char *address;
} Case;

static const Case cases[] = {
  { "link, as Chromium has it",
    { "text/uri-list", LINK "\r\n", "text/html", "<a href=\"" LINK "\">Chile and Peru</a>",
      "text/plain;charset=utf-8", LINK, "_NETSCAPE_URL", LINK "\nChile and Peru" },
    LINK, NULL, NULL, NULL },
  { "link with its label as text",
    { "text/uri-list", LINK "\r\n", "text/html", "<a href=\"" LINK "\"><b>Chile</b> and Peru</a>",
      "text/plain", "Chile and Peru" },
    LINK, NULL, NULL, NULL },
  { "link and title", { "text/x-moz-url", LINK "\nChile and Peru" }, LINK, NULL, NULL, NULL },
  { "link of old", { "_NETSCAPE_URL", LINK "\nChile and Peru" }, LINK, NULL, NULL, NULL },
  { "link as text", { "UTF8_STRING", "  " LINK "\n" }, LINK, NULL, NULL, NULL },
  { "link as text with a zero", { "STRING", LINK }, LINK, NULL, NULL, NULL },
  { "links as lines", { "text/plain", LINK "/1\n" LINK "/2\n" LINK "/1\n" }, LINK "/1 " LINK "/2", NULL, NULL, NULL },
  { "list of links", { "text/uri-list", "# two\r\n" LINK "/1\r\n" LINK "/2\r\n" }, LINK "/1 " LINK "/2", NULL, NULL, NULL },
  { "picture", { "text/uri-list", LINK ".png", "text/html", "<img src=\"" LINK ".png\">" }, LINK ".png", NULL, NULL, NULL },

  { "selection", { "text/html", "<p>" STORY "</p>", "text/plain", STORY }, NULL, "text/html", "<p>Chile", NULL },
  { "selection and its page",
    { "text/html", "<p>" STORY "</p>", "text/plain", STORY, "chromium/x-source-url", LINK },
    NULL, "text/html", "<p>Chile", LINK },
  { "selection and its page, as Firefox has it",
    { "text/html", "<p>" STORY "</p>", "text/plain", STORY, "text/x-moz-url-priv", LINK "\nTitle" },
    NULL, "text/html", "<p>Chile", LINK },
  { "selection with a list of its page",
    { "text/uri-list", LINK "\r\n", "text/html", "<p>" STORY "</p>", "text/plain", STORY },
    NULL, "text/html", "<p>Chile", LINK },
  { "selection with a link in it",
    { "text/html", "<p>As <a href=\"" LINK "\">agreed</a>, trade grew.</p>", "text/plain", "As agreed, trade grew." },
    NULL, "text/html", "agreed", NULL },
  { "selection of headlines",
    { "text/html", "<a href=\"" LINK "/1\">One</a> <a href=\"" LINK "/2\">Two</a>", "text/plain", "One Two" },
    NULL, "text/html", "One", NULL },
  { "selection with a base",
    { "text/html", "<base href=\"" LINK "#x\"><p>" STORY "</p>" }, NULL, "text/html", "Chile", LINK },
  { "selection with a header",
    { "text/html", "Version:0.9\r\nStartHTML:97\r\nSourceURL:" LINK "\r\n<html><body><p>" STORY "</p></body></html>" },
    NULL, "text/html", "<html>", LINK },
  { "selection of a local page",
    { "text/html", "<p>" STORY "</p>", "chromium/x-source-url", "file:///home/page.html" }, NULL, "text/html", "Chile", NULL },
  { "text", { "text/plain;charset=utf-8", STORY }, NULL, "text/plain", STORY, NULL },
  { "text with a link in it", { "text/plain", "See " LINK }, NULL, "text/plain", "See", NULL },
  { "text in Latin-1", { "STRING", "Gen\xe8ve" }, NULL, "text/plain", "Genève", NULL },
  { "empty HTML beside text", { "text/html", "<meta charset=\"utf-8\">", "text/plain", STORY }, NULL, "text/plain", STORY, NULL },

  { "file as a string", { "text/uri-list", "file:///etc/passwd\r\n" }, NULL, NULL, NULL, NULL },
  { "script", { "text/uri-list", "javascript:alert(1)\r\n", "text/x-moz-url", "javascript:alert(1)\nX" }, NULL, NULL, NULL, NULL },
  { "blank text", { "text/plain", " \n\t\n" }, NULL, NULL, NULL, NULL },
  { "nothing", { NULL }, NULL, NULL, NULL, NULL },
};

static TlOffer *
make_offer (const Case *test)
{
  TlOffer *offer = tl_offer_new ();

  for (guint i = 0; test->offered[i] != NULL; i += 2)
    {
      /* with the zero at its end, as some have it */
      g_autoptr(GBytes) bytes = g_bytes_new (test->offered[i + 1], strlen (test->offered[i + 1]) + i / 2 % 2);

      tl_offer_add (offer, test->offered[i], bytes);
    }
  return offer;
}

static void
check_links (GPtrArray  *files,
             const char *expected)
{
  g_autoptr(GString) uris = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (files, i));

      g_string_append_printf (uris, "%s%s", i > 0 ? " " : "", uri);
    }
  g_assert_cmpstr (uris->str, ==, expected);
}

static void
check_selection (GPtrArray  *files,
                 const Case *test)
{
  TlMemoryFile *file = g_ptr_array_index (files, 0);
  gsize length;
  const char *data;

  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (TL_IS_MEMORY_FILE (file));
  data = g_bytes_get_data (tl_memory_file_get_bytes (file), &length);
  g_assert_nonnull (g_strstr_len (data, (gssize) length, test->content));
  g_assert_cmpstr (tl_memory_file_get_media_type (file), ==, test->media_type);
  g_assert_cmpstr (tl_memory_file_get_charset (file), ==, "utf-8");
  g_assert_cmpstr (tl_memory_file_get_address (file), ==, test->address);
  g_assert_cmpstr (tl_memory_file_get_name (file), ==,
                   test->address != NULL ? "Selection from news.example" : "Selection");
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlOffer) offer = make_offer (&cases[i]);
      g_autoptr(GPtrArray) files = tl_offer_dup_files (offer);

      g_test_message ("%s", cases[i].name);
      if (cases[i].uris == NULL && cases[i].media_type == NULL)
        {
          g_assert_null (files);
          continue;
        }
      g_assert_nonnull (files);
      if (cases[i].uris != NULL)
        check_links (files, cases[i].uris);
      else
        check_selection (files, &cases[i]);
    }
}

/* Firefox has it so, without a mark of the order of bytes. */
static void
test_utf16 (void)
{
  g_autoptr(TlOffer) offer = tl_offer_new ();
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (LINK "\nЧили", -1, NULL, &n_units, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (units, (gsize) n_units * sizeof *units);
  g_autoptr(GPtrArray) files = NULL;

  tl_offer_add (offer, "text/x-moz-url", bytes);
  files = tl_offer_dup_files (offer);
  g_assert_nonnull (files);
  check_links (files, LINK);
}

static void
test_types (void)
{
  const char *const offered[] = {
    "TARGETS", "STRING", "UTF8_STRING", "text/html", "image/png", "text/x-moz-url", "_NETSCAPE_URL", NULL,
  };
  g_autoptr(GPtrArray) types = tl_offer_dup_types (offered);
  g_autofree char *joined = NULL;

  g_ptr_array_add (types, NULL);
  joined = g_strjoinv (" ", (char **) types->pdata);
  g_assert_cmpstr (joined, ==, "text/x-moz-url text/html UTF8_STRING");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offer/cases", test_cases);
  g_test_add_func ("/offer/utf16", test_utf16);
  g_test_add_func ("/offer/types", test_types);

  return g_test_run ();
}
