/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a page stands in the web: what it says of that itself, against where it was saved
 * from, which has all that visitors bring along ("?utm_source=…").
 */

#include "tl-page-address.h"

#include "tl-page-facts.h"

#include <gio/gio.h>
#include <string.h>

/* Browsers write where a page was saved from into a comment near its beginning. */
#define COMMENT_ROOM 4096

/* No address of a page is longer. */
#define MAX_ADDRESS 2000

static gboolean
is_web_address (const char *address)
{
  const char *host = NULL;

  if (g_ascii_strncasecmp (address, "https://", 8) == 0)
    host = address + 8;
  else if (g_ascii_strncasecmp (address, "http://", 7) == 0)
    host = address + 7;
  return host != NULL && strlen (address) < MAX_ADDRESS && g_ascii_isalnum (*host) &&
         strpbrk (address, " <>\"") == NULL && strchr (host, '.') != NULL &&
         !g_str_has_prefix (host, "localhost") && !g_str_has_prefix (host, "127.");
}

/* What tells where a visitor came from, not what is read. */
static gboolean
is_tracking (const char *parameter)
{
  static const char *const names[] = {
    "utm_", "fbclid=", "gclid=", "yclid=", "mc_cid=", "mc_eid=", "igshid=", "ref=", "ref_src=", "cmpid=", "ocid=",
    "s_cid=", "smid=", "_ga=", "at_medium=", "at_campaign=", "xtor=",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (parameter, names[i]))
      return TRUE;
  return FALSE;
}

/* Without what visitors bring along. */
static char *
dup_clean (const char *address)
{
  gsize n = strcspn (address, "#");
  g_autofree char *whole = g_strndup (address, n);
  char *query = strchr (whole, '?');
  g_auto(GStrv) parameters = NULL;
  GString *clean;

  if (query == NULL)
    return g_steal_pointer (&whole);
  *query = '\0';
  parameters = g_strsplit (query + 1, "&", 64);
  clean = g_string_new (whole);
  for (guint i = 0, n_kept = 0; parameters[i] != NULL; i++)
    if (*parameters[i] != '\0' && !is_tracking (parameters[i]))
      {
        g_string_append_c (clean, n_kept++ == 0 ? '?' : '&');
        g_string_append (clean, parameters[i]);
      }
  return g_string_free (clean, FALSE);
}

static gboolean
is_home (const char *address)
{
  const char *path = strchr (strstr (address, "://") + 3, '/');

  return path == NULL || path[1] == '\0';
}

/* Rather of an article than of a folder of them. */
static gboolean
is_page (const char *address)
{
  const char *path = strchr (strstr (address, "://") + 3, '/');
  const char *name = path != NULL ? strrchr (path, '/') : NULL;
  gsize n = strlen (address);

  if (name == NULL)
    return FALSE;
  /* "/2012/02/08/rice-exports/" */
  if (name[1] == '\0')
    return n > 24 && strchr (path + strspn (path, "/"), '-') != NULL;
  return TRUE;
}

/* An address of @value, which may lean on where the page was saved from. */
static char *
resolve (const char *value,
         const char *given)
{
  g_autofree char *whole = NULL;

  if (is_web_address (value))
    return g_strdup (value);
  if (g_str_has_prefix (value, "//"))
    whole = g_strconcat ("https:", value, NULL);
  else if (given != NULL && is_web_address (given) && *value == '/')
    whole = g_uri_resolve_relative (given, value, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  return whole != NULL && is_web_address (whole) ? g_steal_pointer (&whole) : NULL;
}

/*
 * tl_page_address_find:
 * @clues: what a page tells
 * @given: (nullable): where it was saved from, as far as known
 * @provenance: (out): where the address is from
 *
 * Returns: (transfer full) (nullable): the address of its article
 */
char *
tl_page_address_find (TlClues      *clues,
                      const char   *given,
                      TlProvenance *provenance)
{
  guint n;
  const TlClue *found = tl_clues_get (clues, TL_CLUE_ADDRESS, &n);
  g_autofree char *best = NULL;
  guint best_trust = 0;

  if (given != NULL && !is_web_address (given))
    given = NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = resolve (found[i].value, given);
      guint trust = found[i].trust;

      if (address == NULL)
        continue;
      /* The canonical address of some sites is their home, on every page; what others lean
       * on may be a folder. */
      if (is_home (address) || (trust == 1 && found[i].provenance == TL_PROVENANCE_META && !is_page (address)))
        continue;
      if (trust <= best_trust)
        continue;
      g_free (best);
      best = g_steal_pointer (&address);
      best_trust = trust;
      *provenance = found[i].provenance;
    }
  if (best != NULL && (best_trust > 1 || given == NULL))
    return dup_clean (best);
  *provenance = given != NULL ? TL_PROVENANCE_DOWNLOAD : TL_PROVENANCE_NONE;
  return given != NULL ? dup_clean (given) : NULL;
}

static char *
dup_address_at (const char *p,
                const char *end)
{
  gsize n = 0;
  g_autofree char *address = NULL;

  while (p + n < end && !g_ascii_isspace (p[n]) && p[n] != '<' && p[n] != '>' && p[n] != '"' && n < MAX_ADDRESS)
    n++;
  address = g_strndup (p, n);
  return g_utf8_validate (address, -1, NULL) && is_web_address (address) ? g_steal_pointer (&address) : NULL;
}

/**
 * tl_page_facts_dup_address:
 * @markup: the beginning of a saved page
 * @length: how many bytes of it there are
 *
 * Browsers and their extensions write where a page was saved from into a comment:
 * "saved from url=(0042)https://…", "url: https://…".
 *
 * Returns: (transfer full) (nullable): the address that a page was saved from
 */
char *
tl_page_facts_dup_address (const char *markup,
                           gsize       length)
{
  char start[COMMENT_ROOM + 1];
  const char *comment = start, *end;
  gsize n = 0;

  /* In UTF-16 every second byte of it is 0. */
  for (gsize i = 0; i < length && n < COMMENT_ROOM; i++)
    if (markup[i] != '\0')
      start[n++] = markup[i];
  start[n] = '\0';
  end = start + n;

  while ((comment = g_strstr_len (comment, end - comment, "<!--")) != NULL)
    {
      const char *close = g_strstr_len (comment, end - comment, "-->");
      const char *stop = close != NULL ? close : end;
      const char *saved = g_strstr_len (comment, stop - comment, "saved from url=(");
      const char *url = g_strstr_len (comment, stop - comment, "\n url: ");

      if (saved != NULL)
        {
          const char *bracket = memchr (saved, ')', (gsize) (stop - saved));

          return bracket != NULL ? dup_address_at (bracket + 1, stop) : NULL;
        }
      if (url != NULL)
        return dup_address_at (url + strlen ("\n url: "), stop);
      comment = stop;
    }
  return NULL;
}
