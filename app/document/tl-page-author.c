/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who wrote it: what the page shows as its byline, and what its metadata say.  Mostly they
 * agree; where metadata name who put the page up ("admin", the site itself), the byline
 * is right, and where the byline is cut or mixed with other things, metadata are.
 */

#include "tl-page-author.h"

#include "tl-page-byline.h"

#include <string.h>

/* The names of the metadata that are worth most and name anybody. */
static TlProvenance
read_metadata (TlClues           *clues,
               const char *const *sites,
               TlPageNames       *names)
{
  guint n, n_bodies;
  const TlClue *found = tl_clues_get (clues, TL_CLUE_AUTHOR, &n);
  const TlClue *bodies = tl_clues_get (clues, TL_CLUE_AUTHOR_BODY, &n_bodies);
  TlProvenance provenance = TL_PROVENANCE_NONE;

  for (guint trust = 10; trust > 0 && names->people->len == 0; trust--)
    {
      for (guint i = 0; i < n; i++)
        if (found[i].trust == trust)
          {
            tl_page_names_read (names, found[i].value, sites);
            if (names->people->len + names->bodies->len + names->others->len > 0 && provenance == TL_PROVENANCE_NONE)
              provenance = found[i].provenance;
          }
      for (guint i = 0; i < n_bodies; i++)
        if (bodies[i].trust == trust)
          {
            tl_page_names_add_body (names, bodies[i].value, sites);
            if (provenance == TL_PROVENANCE_NONE && names->bodies->len > 0)
              provenance = bodies[i].provenance;
          }
    }
  return provenance;
}

static guint
count_shared (const TlPageNames *a,
              const TlPageNames *b)
{
  guint n = 0;

  for (guint i = 0; i < a->people->len; i++)
    n += tl_page_names_has (b, g_ptr_array_index (a->people, i));
  return n;
}

static gboolean
is_upper (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* A name as it is written in @others, where @name is in capitals only. */
static const char *
spell (const char *name,
       GPtrArray  *others)
{
  for (guint i = 0; i < others->len && is_upper (name); i++)
    {
      const char *other = g_ptr_array_index (others, i);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      g_autofree char *folded_other = g_utf8_casefold (other, -1);

      if (strcmp (folded, folded_other) == 0)
        return other;
    }
  return name;
}

static char *
join (GPtrArray *names,
      GPtrArray *others)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (joined, ", ");
      g_string_append (joined, spell (g_ptr_array_index (names, i), others));
    }
  return g_string_free (joined, FALSE);
}

/* What metadata and page name together: the one that has more where they agree on some, the
 * page where they do not; but linked data name people of flesh and blood, and what is only
 * called so by the style sheet may be something else. */
static gboolean
prefers_page (const TlPageNames *page,
              TlBylineSureness   sureness,
              const TlPageNames *metadata,
              TlProvenance       told_from)
{
  guint n_shared;

  if (page->people->len == 0)
    return FALSE;
  if (metadata->people->len == 0)
    return TRUE;
  n_shared = count_shared (metadata, page);
  if (n_shared == 0)
    return sureness >= TL_BYLINE_SEEN || (sureness == TL_BYLINE_CALLED && told_from != TL_PROVENANCE_JSON_LD);
  return sureness == TL_BYLINE_MARKED && n_shared == metadata->people->len &&
         page->people->len > metadata->people->len && page->people->len <= metadata->people->len + 4;
}

static gboolean
is_chinese (TlClues *clues)
{
  guint n;
  const TlClue *languages = tl_clues_get (clues, TL_CLUE_LANGUAGE, &n);

  for (guint i = 0; i < n; i++)
    if (g_ascii_strncasecmp (languages[i].value, "zh", 2) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_page_author_find:
 * @page: what was found on a page
 * @headline: its headline
 * @place: where things stand on it
 * @clues: what its metadata tell
 * @sites: names of the site
 * @provenance: (out): where the names are from
 *
 * Returns: (transfer full) (nullable): who wrote the article, several with ", " between
 *   them; a body only where no person is named
 */
char *
tl_page_author_find (const TlPageWalk     *page,
                     const TlPageHeadline *headline,
                     TlPagePlace          *place,
                     TlClues              *clues,
                     const char *const    *sites,
                     TlProvenance         *provenance)
{
  g_auto(TlPageNames) seen = { NULL };
  g_auto(TlPageNames) told = { NULL };
  TlProvenance told_from;
  TlBylineSureness sureness;

  tl_page_names_init (&seen);
  tl_page_names_init (&told);
  seen.is_chinese = told.is_chinese = is_chinese (clues);
  told.is_told = TRUE;
  sureness = tl_page_byline_read (page, headline, place, sites, &seen);
  told_from = read_metadata (clues, sites, &told);

  *provenance = TL_PROVENANCE_ELEMENT;
  if (prefers_page (&seen, sureness, &told, told_from))
    return join (seen.people, told.people);
  *provenance = told_from;
  if (told.people->len > 0)
    return join (told.people, seen.people);
  if (told.bodies->len > 0)
    return g_strdup (g_ptr_array_index (told.bodies, 0));
  *provenance = TL_PROVENANCE_ELEMENT;
  if (seen.bodies->len > 0)
    return g_strdup (g_ptr_array_index (seen.bodies, 0));
  if (seen.others->len > 0)
    return g_strdup (g_ptr_array_index (seen.others, 0));
  *provenance = told_from;
  return told.others->len > 0 ? g_strdup (g_ptr_array_index (told.others, 0)) : NULL;
}
