/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links and selections: pasted, as a drop cannot be made here; both are read alike. */

#include "window-fixture.h"

#include <string.h>

/* What a program offers: pairs of a format and the content in it. */
static void
offer (Fixture    *fixture,
       const char *type,
       ...)
{
  GPtrArray *providers = g_ptr_array_new ();
  va_list more;

  va_start (more, type);
  for (; type != NULL; type = va_arg (more, const char *))
    {
      const char *content = va_arg (more, const char *);
      g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));

      g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (type, bytes));
    }
  va_end (more);
  {
    g_autoptr(GdkContentProvider) all =
      gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata, providers->len);

    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), all);
  }
  g_ptr_array_unref (providers);
}

static void
paste_and_wait (Fixture *fixture,
                guint    n_articles)
{
  fixture_activate (fixture, "paste", NULL);
  wait_until (fixture_get_n_articles (fixture) == n_articles && !fixture_is_importing (fixture));
}

static TlArticle *
load_shown (Fixture *fixture)
{
  gint64 id;

  g_object_get (fixture_get (fixture, "articles_page"), "selected-id", &id, NULL);
  return tl_library_load_article (tl_window_get_library (fixture->window), id, NULL);
}

static void
test_html (Fixture *fixture)
{
  g_autoptr(TlArticle) article = NULL;

  offer (fixture,
         "text/html", "<span style=\"color: black\">Trade between Ghana and Kenya reached <b>$120 million</b> in 2017.</span>",
         "text/plain", "Trade between Ghana and Kenya reached $120 million in 2017.",
         "chromium/x-source-url", "https://news.example/ghana#top", NULL);
  paste_and_wait (fixture, 1);
  article = load_shown (fixture);
  g_assert_null (strstr (tl_article_get_text (article), "<"));
  g_assert_nonnull (strstr (tl_article_get_text (article), "reached $120 million in 2017."));
  g_assert_cmpstr (tl_article_get_url (article), ==, "https://news.example/ghana");
}

static void
test_text (Fixture *fixture)
{
  g_autoptr(TlArticle) article = NULL;

  offer (fixture, "text/plain;charset=utf-8", article_of_chile, NULL);
  paste_and_wait (fixture, 1);
  article = load_shown (fixture);
  g_assert_cmpstr (tl_article_get_title (article), ==, "Chile and Peru trade more");
  g_assert_null (tl_article_get_url (article));
}

/* What cannot be fetched is named, with the reason; this computer is asked nothing. */
static void
test_link (Fixture *fixture)
{
  offer (fixture, "text/plain", "http://127.0.0.1:9/trade", NULL);
  fixture_activate (fixture, "paste", NULL);
  wait_until (fixture_find_toast (fixture, "*: http://127.0.0.1:9/trade") != NULL);
  g_assert_nonnull (fixture_find_toast (fixture, "*this computer*"));
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 0);
}

/* A list of addresses with one of the web is a link, also where GTK takes it for files. */
static void
test_link_list (Fixture *fixture)
{
  offer (fixture, "text/uri-list", "http://127.0.0.1:9/trade\r\n",
         "text/html", "<a href=\"http://127.0.0.1:9/trade\">Trade</a>", NULL);
  fixture_activate (fixture, "paste", NULL);
  wait_until (fixture_find_toast (fixture, "*: http://127.0.0.1:9/trade") != NULL);
}

static void
test_files (Fixture *fixture)
{
  g_autoptr(GFile) chile = fixture_write_file (fixture, "chile.txt", article_of_chile, -1);
  g_autoptr(GFile) peru = fixture_write_file (fixture, "peru.txt", article_of_peru, -1);
  g_autofree char *first = g_file_get_uri (chile);
  g_autofree char *second = g_file_get_uri (peru);
  g_autofree char *list = g_strdup_printf ("%s\r\n%s\r\n", first, second);

  offer (fixture, "text/uri-list", list, "text/plain", "two files", NULL);
  paste_and_wait (fixture, 2);
}

static void
test_nothing (Fixture *fixture)
{
  offer (fixture, "text/plain", "  \n", NULL);
  fixture_activate (fixture, "paste", NULL);
  wait_until (fixture_find_toast (fixture, "There is nothing to paste") != NULL);
  offer (fixture, "image/png", "no picture", NULL);
  fixture_activate (fixture, "paste", NULL);
  wait_until (fixture_find_toast (fixture, "There is nothing to paste") != NULL);
  g_assert_cmpuint (fixture_get_n_articles (fixture), ==, 0);
}

/* The text of an article takes nothing in, and lets the window have it. */
static void
test_in_text (Fixture *fixture)
{
  GtkWidget *view;

  fixture_import (fixture, "chile.txt", article_of_chile);
  offer (fixture, "text/plain", article_of_peru, NULL);
  view = fixture_get (fixture, "articles_page/text_view");
  gtk_widget_grab_focus (view);
  g_signal_emit_by_name (view, "paste-clipboard");
  wait_until (fixture_get_n_articles (fixture) == 2);
}

/* The whole of it is undone as any other import. */
static void
test_undo (Fixture *fixture)
{
  offer (fixture, "text/plain", article_of_chile, NULL);
  paste_and_wait (fixture, 1);
  fixture_activate (fixture, "undo", NULL);
  wait_until (fixture_get_n_articles (fixture) == 0);
}

static void
add_tests (void)
{
  fixture_add ("/window/paste/html", test_html);
  fixture_add ("/window/paste/text", test_text);
  fixture_add ("/window/paste/link", test_link);
  fixture_add ("/window/paste/link-list", test_link_list);
  fixture_add ("/window/paste/files", test_files);
  fixture_add ("/window/paste/nothing", test_nothing);
  fixture_add ("/window/paste/in-text", test_in_text);
  fixture_add ("/window/paste/undo", test_undo);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
