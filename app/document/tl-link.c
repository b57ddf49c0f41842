/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses of pages in the web, as people, pages and programs write them. */

#include "tl-link.h"

#include <string.h>

/* No link is longer. */
#define MAX_LENGTH 8192

#define FLAGS (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | \
               G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_PARSE_RELAXED)

static gboolean
is_web_scheme (const char *scheme)
{
  return g_str_equal (scheme, "http") || g_str_equal (scheme, "https");
}

/**
 * tl_link_parse:
 * @base: (nullable): the page that it stands in
 * @text: an address, relative to @base
 *
 * Reads an address, without what must not be sent on or kept: name and password, and the
 * place in the page.
 *
 * Returns: (transfer full) (nullable): it, if it is the address of a page in the web
 */
GUri *
tl_link_parse (GUri       *base,
               const char *text)
{
  g_autofree char *escaped = NULL;
  g_autoptr(GUri) uri = NULL;

  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  escaped = g_uri_escape_string (text, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", FALSE);
  uri = g_uri_parse_relative (base, escaped, FLAGS, NULL);
  if (uri == NULL || !is_web_scheme (g_uri_get_scheme (uri)) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_port (uri) == 0)
    return NULL;
  return g_uri_build (FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                      g_uri_get_port (uri), g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}

/**
 * tl_link_is_link:
 * @text: (nullable): what may be a link
 *
 * Returns: whether it is one, and nothing else: the whole address of a page in the web
 */
gboolean
tl_link_is_link (const char *text)
{
  g_autoptr(GUri) uri = NULL;

  if (text == NULL || strpbrk (text, " \t\r\n<>\"") != NULL)
    return FALSE;
  uri = tl_link_parse (NULL, text);
  return uri != NULL;
}

/**
 * tl_link_is_file:
 * @file: a file
 *
 * Returns: whether it is none, but the address of a page in the web
 */
gboolean
tl_link_is_file (GFile *file)
{
  return g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https");
}

/**
 * tl_link_dup_clean:
 * @text: (nullable): an address
 *
 * Returns: (transfer full) (nullable): the address without what is nobody's business, if it
 *   is that of a page in the web
 */
char *
tl_link_dup_clean (const char *text)
{
  g_autoptr(GUri) uri = text != NULL ? tl_link_parse (NULL, text) : NULL;

  return uri != NULL ? g_uri_to_string (uri) : NULL;
}
