/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The country of an outlet, which "our exports" are from: its address tells, or the
 * city in the dateline of a story that no agency brought from elsewhere.
 */

#include "tl-home.h"

#include <string.h>

#include "tl-line.h"

/* Domains of countries that are registered from everywhere, for what their letters say. */
static const char *const sold_domains[] = {
  "ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "so", "to", "tv", "ws",
};

/* The country of a host's last label. */
static char *
find_in_host (const char *host,
              gsize       length)
{
  const char *point = g_strrstr_len (host, (gssize) length, ".");
  char code[3] = { 0 };

  if (point == NULL || host + length - point != 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sold_domains); i++)
    {
      if (g_ascii_strncasecmp (point + 1, sold_domains[i], 2) == 0)
        return NULL;
    }
  code[0] = g_ascii_toupper (point[1]);
  code[1] = g_ascii_toupper (point[2]);
  if (strcmp (code, "UK") == 0)
    return g_strdup ("GB");
  return tl_gazetteer_is_country (tl_gazetteer_get_default (), code) ? g_strdup (code) : NULL;
}

static char *
find_in_address (const char *url)
{
  const char *host = url != NULL ? strstr (url, "://") : NULL;

  return host != NULL ? find_in_host (host + 3, strcspn (host + 3, "/:?#")) : NULL;
}

/* Only a dateline without an agency: agencies report from abroad. */
static char *
find_in_dateline (TlDocument *document,
                  GArray     *places)
{
  gsize story = tl_document_get_story (document);
  const char *text = tl_document_get_text (document) + story;
  g_autoptr(GArray) lines = tl_lines_read (text, strnlen (text, 400), 1);
  const TlLine *line = lines->len > 0 ? &g_array_index (lines, TlLine, 0) : NULL;

  if (line == NULL || !tl_line_is_dateline (line) || tl_document_get_publisher (document) != NULL)
    return NULL;
  story += (gsize) (line->text - text);
  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, i);

      if (match->span.start == story && match->place->kind == TL_PLACE_CITY)
        return g_strdup (match->place->code);
      if (match->span.start == story && match->place->form == TL_NAME_CAPITAL)
        return g_strdup (match->place->code);
    }
  return NULL;
}

/*
 * tl_home_find:
 * @document: a document
 * @places: (element-type TlPlaceMatch): the places that its text names
 *
 * Returns: (transfer full) (nullable): ISO 3166-1 code of its outlet's country, %NULL
 *   when unsure
 */
char *
tl_home_find (TlDocument *document,
              GArray     *places)
{
  const char *publisher = tl_document_get_publisher (document);
  char *home = find_in_address (tl_document_get_url (document));

  if (home == NULL && publisher != NULL && strchr (publisher, ' ') == NULL)
    home = find_in_host (publisher, strlen (publisher));
  return home != NULL ? home : find_in_dateline (document, places);
}
