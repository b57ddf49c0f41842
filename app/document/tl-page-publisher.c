/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who published an article: the site as it calls itself in metadata, else in what the window
 * has beside the headline, in its logo, its copyright line, and at last its host.
 */

#include "tl-page-publisher.h"

#include "tl-origin.h"
#include "tl-page-title.h"

#include <string.h>

/* No site's name is longer, in bytes. */
#define MAX_NAME 100

/* How many of the last lines of a page may have its copyright. */
#define MAX_LAST_LINES 60

/* Names that kits for pages come with. */
static gboolean
is_default_name (const char *name)
{
  static const char *const names[] = {
    "home", "homepage", "wordpress", "my site", "website", "site", "blog", "untitled", "logo", "index", "news",
  };
  g_autofree char *folded = tl_page_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (folded, names[i]) == 0)
      return TRUE;
  return *folded == '\0';
}

static gboolean
is_host_like (const char *name)
{
  return g_ascii_strncasecmp (name, "www.", 4) == 0;
}

static const TlClue *
find_in_metadata (TlClues *clues)
{
  static const TlClueKind kinds[] = { TL_CLUE_SITE, TL_CLUE_PUBLISHER };
  const TlClue *best = NULL;
  guint best_weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const TlClue *found = tl_clues_get (clues, kinds[i], &n);

      for (guint j = 0; j < n; j++)
        {
          guint weight = found[j].trust * 2 + (kinds[i] == TL_CLUE_SITE);

          if (is_default_name (found[j].value) || strstr (found[j].value, "://") != NULL ||
              strlen (found[j].value) > MAX_NAME || found[j].provenance == TL_PROVENANCE_ELEMENT)
            continue;
          /* The name that readers know is the site's, if it is one. */
          if (kinds[i] == TL_CLUE_SITE && found[j].provenance == TL_PROVENANCE_OPENGRAPH)
            weight += 8;
          if (is_host_like (found[j].value))
            weight /= 4;
          if (weight > best_weight)
            {
              best = &found[j];
              best_weight = weight;
            }
        }
    }
  return best;
}

/*
 * tl_page_dup_copyright:
 * @page: what was found on a page
 *
 * Returns: (transfer full) (nullable): the name in its copyright line, "The Courier" of
 *   "© 2005–2024 The Courier. All rights reserved"
 */
char *
tl_page_dup_copyright (const TlPageWalk *page)
{
  guint n = page->lines->len;

  for (guint i = n; i > 0 && i + MAX_LAST_LINES > n; i--)
    {
      const char *text = g_array_index (page->lines, TlPageLine, i - 1).text;
      const char *sign = text != NULL ? strstr (text, "\302\251") : NULL;
      const char *start, *end;

      if (sign == NULL)
        continue;
      for (start = sign + 2; *start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start));)
        start = g_utf8_next_char (start);
      if (g_ascii_strncasecmp (start, "copyright ", 10) == 0)
        start += 10 + strspn (start + 10, " 0123456789-,");
      end = start + strcspn (start, ".|,;:(/0123456789");
      while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
      if (end - start >= 2 && end - start <= MAX_NAME)
        return g_strndup (start, (gsize) (end - start));
    }
  return NULL;
}

/* "News of the Land|The Agency": of several names the one that the logo has. */
static char *
dup_one (const char *name,
         const char *logo)
{
  g_auto(GStrv) pieces = g_strsplit (name, "|", 8);

  for (guint i = 0; logo != NULL && pieces[0] != NULL && pieces[1] != NULL && pieces[i] != NULL; i++)
    if (g_ascii_strcasecmp (g_strstrip (pieces[i]), logo) == 0)
      return g_strdup (pieces[i]);
  return g_strdup (name);
}

/* The longest name that the logo, or a heading that leads home, has. */
static const char *
find_logo (TlClues *clues)
{
  guint n;
  const TlClue *found = tl_clues_get (clues, TL_CLUE_SITE, &n);

  for (guint i = 0; i < n; i++)
    if (found[i].provenance == TL_PROVENANCE_ELEMENT && strlen (found[i].value) <= MAX_NAME &&
        !is_default_name (found[i].value))
      return found[i].value;
  return NULL;
}

/* How many bytes at the end of @text are of @signs. */
static gsize
strspn_end (const char *text,
            const char *signs)
{
  gsize n = strlen (text), length = n;

  while (n > 0 && strchr (signs, text[n - 1]) != NULL)
    n--;
  return length - n;
}

/* The pieces of the window's title that are not the headline. */
static GPtrArray *
split_window (TlClues    *clues,
              const char *title)
{
  static const char *const signs[] = {
    " | ", " - ", " \342\200\223 ", " \342\200\224 ", " :: ", " \302\267 ", " \302\253 ", " \302\273 ", "_", ": ",
    " \342\200\271 ", " / ", " \342\200\242 ", "\357\275\234", "|",
  };
  const TlClue *window = tl_clues_best (clues, TL_CLUE_WINDOW_TITLE);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) rest = NULL;
  g_auto(GStrv) parts = NULL;
  const char *at;

  if (window == NULL || title == NULL)
    return pieces;
  rest = g_string_new (window->value);
  at = strstr (rest->str, title);
  if (at == NULL)
    return pieces;
  g_string_erase (rest, at - rest->str, (gssize) strlen (title));
  g_string_insert (rest, at - rest->str, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (rest, signs[i], "\n", 0);
  parts = g_strsplit (rest->str, "\n", 16);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      part += strspn (part, "-|: ");
      parts[i][strlen (parts[i]) - strspn_end (parts[i], "-|: ")] = '\0';
      if (*part != '\0' && strlen (part) <= MAX_NAME && !is_default_name (part))
        g_ptr_array_add (pieces, g_strdup (part));
    }
  return pieces;
}

static gboolean
is_within (const char *piece,
           const char *text)
{
  g_autofree char *a = tl_page_fold (piece);
  g_autofree char *b = text != NULL ? tl_page_fold (text) : NULL;

  return b != NULL && *a != '\0' && strstr (b, a) != NULL;
}

/* The piece that is said elsewhere, too; else the first where the headline comes last, and the
 * last where it comes first. */
static char *
choose_piece (GPtrArray  *pieces,
              TlClues    *clues,
              const char *title,
              const char *logo,
              const char *copyright)
{
  const TlClue *window = tl_clues_best (clues, TL_CLUE_WINDOW_TITLE);

  for (guint i = 0; i < pieces->len; i++)
    if (is_within (g_ptr_array_index (pieces, i), logo) || is_within (g_ptr_array_index (pieces, i), copyright))
      return g_strdup (g_ptr_array_index (pieces, i));
  if (pieces->len == 0)
    return NULL;
  return g_strdup (g_ptr_array_index (pieces, g_str_has_prefix (window->value, title) ? pieces->len - 1 : 0));
}

/*
 * tl_page_publisher_find:
 * @page: what was found on a page
 * @clues: what its metadata tell
 * @title: (nullable): the title of its article
 * @address: (nullable): its address
 * @provenance: (out): where the name is from
 *
 * Returns: (transfer full) (nullable): who published the page
 */
char *
tl_page_publisher_find (const TlPageWalk *page,
                        TlClues          *clues,
                        const char       *title,
                        const char       *address,
                        TlProvenance     *provenance)
{
  const TlClue *told = find_in_metadata (clues);
  const char *logo = find_logo (clues);
  g_autoptr(GPtrArray) pieces = NULL;
  g_autofree char *copyright = NULL;
  g_autofree char *piece = NULL;

  if (told != NULL && !is_host_like (told->value))
    {
      *provenance = told->provenance;
      return dup_one (told->value, logo);
    }
  copyright = tl_page_dup_copyright (page);
  pieces = split_window (clues, title);
  piece = choose_piece (pieces, clues, title, logo, copyright);
  *provenance = TL_PROVENANCE_META;
  if (piece != NULL)
    return g_steal_pointer (&piece);
  *provenance = told != NULL ? told->provenance : TL_PROVENANCE_ELEMENT;
  if (told != NULL)
    return g_strdup (told->value);
  if (logo != NULL)
    return g_strdup (logo);
  if (copyright != NULL)
    return g_steal_pointer (&copyright);
  *provenance = TL_PROVENANCE_ADDRESS;
  return address != NULL ? tl_origin_dup_domain (address) : NULL;
}
