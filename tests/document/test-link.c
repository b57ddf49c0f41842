/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-link.h"

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_link;
  } cases[] = {
    { "https://news.example/2021/06/trade.html", TRUE },
    { "HTTP://NEWS.EXAMPLE", TRUE },
    { "https://news.example/a?b=c&d=%20#e", TRUE },
    { "https://новости.example/торговля", TRUE },
    { "https://[2001:db8::1]/", TRUE },
    { "https://news.example:8443/", TRUE },
    { "https://", FALSE },
    { "https:/news.example", FALSE },
    { "https://news.example:0/", FALSE },
    { "https://news.example:99999/", FALSE },
    { "news.example", FALSE },
    { "/2021/06", FALSE },
    { "ftp://news.example/", FALSE },
    { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE },
    { "data:text/html,x", FALSE },
    { "mailto:a@news.example", FALSE },
    { "https://news.example/ and more", FALSE },
    { "see https://news.example/", FALSE },
    { "https://news.example/\nhttps://news.example/", FALSE },
    { "https://news.example/\xff", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (tl_link_is_link (cases[i].text), ==, cases[i].is_link);
    }
}

/* Without password and place; with what a browser makes of an address. */
static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { "https://news.example/trade?year=2021#comments", "https://news.example/trade?year=2021" },
    { "https://reader:secret@news.example/trade", "https://news.example/trade" },
    { "HTTPS://news.example:443", "https://news.example/" },
    { "http://news.example:8080/a%20b c", "http://news.example:8080/a%20b%20c" },
    { "https://news.example/торг", "https://news.example/%D1%82%D0%BE%D1%80%D0%B3" },
    { "https://торг.example/", "https://xn--c1avgg.example/" },
    { "about:blank", NULL },
    { "file:///home/reader/page.html", NULL },
    { "chrome-extension://abc/page.html", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = tl_link_dup_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_too_long (void)
{
  g_autofree char *tail = g_strnfill (10000, 'a');
  g_autofree char *link = g_strconcat ("https://news.example/", tail, NULL);

  g_assert_false (tl_link_is_link (link));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/links", test_links);
  g_test_add_func ("/link/clean", test_clean);
  g_test_add_func ("/link/too-long", test_too_long);

  return g_test_run ();
}
