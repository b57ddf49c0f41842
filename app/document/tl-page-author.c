/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who wrote it: what the page shows as its byline, and what its metadata say.  Mostly they
 * agree; where metadata name who put the page up ("admin", the site itself), the byline
 * is right, and where the byline is cut or mixed with other things, metadata are.
 */

#include "tl-page-author.h"

#include "tl-page-names.h"
#include "tl-page-title.h"

#include <string.h>

/* The most bytes of what may be a byline. */
#define MAX_BYLINE 400

/* Co-authors stand within so many lines of the first. */
#define MAX_LINES_APART 6

/* Lines below the headline that may begin with "By". */
#define MAX_LINES_BELOW 25
#define MAX_LINES_ABOVE 6

/* No byline without a mark of its own is longer, in characters. */
#define MAX_PLAIN_BYLINE 140

typedef enum
{
  MARK_NONE,
  MARK_FAR,                     /* named so, far from the headline */
  MARK_NEAR,                    /* named so, near the headline */
  MARK_STRONG,                  /* marked after a convention, near the headline or in its article */
} MarkStrength;

typedef struct
{
  const TlPageWalk     *page;
  const TlPageHeadline *headline;
  TlPagePlace          *place;
  const char *const    *sites;
} Finder;

static gboolean
has_author_property (const xmlNode *node)
{
  return tl_html_has_word (node, "itemprop", "author") || tl_html_has_word (node, "itemprop", "creator") ||
         tl_html_has_word (node, "property", "author") || tl_html_has_word (node, "rel", "author");
}

static MarkStrength
weigh_mark (Finder           *self,
            const TlPageMark *mark)
{
  gboolean is_near = tl_page_place_is_near (self->place, mark->line);

  if (tl_page_place_is_beside (self->place, mark->node))
    return MARK_NONE;
  if (has_author_property (mark->node))
    return is_near ? MARK_STRONG : MARK_NEAR;
  if ((mark->classes & (TL_PAGE_CLASS_NO_NAME | TL_PAGE_CLASS_BESIDE)) != 0)
    return MARK_NONE;
  return is_near ? MARK_NEAR : MARK_FAR;
}

/* The part of an element that names: itemprop="name", class="fn", else all of it. */
static char *
dup_byline (const xmlNode *node)
{
  const char *content = tl_html_get (node, "content");
  guint n = 0;

  if (tl_html_is (node, "meta") || tl_html_is (node, "link"))
    return content != NULL ? g_strndup (content, MAX_BYLINE) : NULL;
  for (const xmlNode *p = node->children; p != NULL && n < 100; p = tl_html_next (p, node), n++)
    if (p->type == XML_ELEMENT_NODE &&
        (tl_html_has_word (p, "itemprop", "name") || tl_html_has_word (p, "class", "fn")))
      {
        content = tl_html_get (p, "content");
        if (content != NULL && *content != '\0')
          return g_strndup (content, MAX_BYLINE);
        return tl_page_walk_dup_short (p, MAX_BYLINE);
      }
  return tl_page_walk_dup_short (node, MAX_BYLINE);
}

/* Adds the names of the marks of one strength, the first that has any and those beside it. */
static void
read_marks (Finder       *self,
            MarkStrength  strength,
            TlPageNames  *names)
{
  GArray *marks = self->page->authors;
  gboolean has_first = FALSE;
  guint first_line = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const TlPageMark *mark = &g_array_index (marks, TlPageMark, i);
      g_autofree char *byline = NULL;
      guint n_before = names->people->len;

      if (has_first && mark->line > first_line + MAX_LINES_APART)
        break;
      if (weigh_mark (self, mark) != strength)
        continue;
      byline = dup_byline (mark->node);
      if (byline == NULL)
        continue;
      tl_page_names_read (names, byline, self->sites);
      if (names->people->len > n_before && !has_first)
        {
          has_first = TRUE;
          first_line = mark->line;
        }
    }
}

/* "By Anna Berg" in a line of its own. */
static void
read_line (Finder           *self,
           const TlPageLine *line,
           TlPageNames      *names)
{
  if (line->text == NULL || line->n_chars > MAX_PLAIN_BYLINE || tl_page_skip_opening (line->text) == NULL ||
      tl_page_place_is_beside (self->place, line->node))
    return;
  tl_page_names_read (names, line->text, self->sites);
}

static void
read_lines (Finder      *self,
            TlPageNames *names)
{
  GArray *lines = self->page->lines;
  guint first = self->headline->line > MAX_LINES_ABOVE ? self->headline->line - MAX_LINES_ABOVE : 0;

  if (self->headline->node == NULL)
    return;
  for (guint i = first; i < lines->len && i < self->headline->line + MAX_LINES_BELOW; i++)
    {
      if (i != self->headline->line && tl_page_place_is_near (self->place, i))
        read_line (self, &g_array_index (lines, TlPageLine, i), names);
      if (names->people->len > 0)
        return;
    }
}

/* "Author: Anna Berg" below the article; there only with a colon. */
static void
read_tail (Finder      *self,
           TlPageNames *names)
{
  GArray *lines = self->page->lines;

  for (guint i = self->headline->line; i < lines->len && names->people->len == 0; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

      if (line->text != NULL && line->n_chars <= MAX_PLAIN_BYLINE && strpbrk (line->text, ":\357") != NULL &&
          strlen (line->text) < 3 * MAX_PLAIN_BYLINE)
        {
          const char *opened = tl_page_skip_opening (line->text);

          if (opened != NULL && (strchr (line->text, ':') != NULL ? strchr (line->text, ':') < opened : FALSE))
            read_line (self, line, names);
        }
    }
}

static void
read_page (Finder      *self,
           TlPageNames *names)
{
  read_marks (self, MARK_STRONG, names);
  if (names->people->len == 0)
    read_marks (self, MARK_NEAR, names);
  if (names->people->len == 0)
    read_lines (self, names);
  if (names->people->len == 0)
    read_marks (self, MARK_FAR, names);
  if (names->people->len == 0)
    read_tail (self, names);
}

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

static char *
join (GPtrArray *names)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (joined, ", ");
      g_string_append (joined, g_ptr_array_index (names, i));
    }
  return g_string_free (joined, FALSE);
}

/* What metadata and page name together: the one that has more where they agree on some, the
 * page where they do not. */
static gboolean
prefers_page (const TlPageNames *page,
              const TlPageNames *metadata)
{
  guint n_shared;

  if (page->people->len == 0)
    return FALSE;
  if (metadata->people->len == 0)
    return TRUE;
  n_shared = count_shared (metadata, page);
  if (n_shared == 0)
    return TRUE;
  return n_shared == metadata->people->len && page->people->len > metadata->people->len &&
         page->people->len <= metadata->people->len + 4;
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
  Finder self = { page, headline, place, sites };
  TlProvenance told_from;

  tl_page_names_init (&seen);
  tl_page_names_init (&told);
  read_page (&self, &seen);
  told_from = read_metadata (clues, sites, &told);

  *provenance = TL_PROVENANCE_ELEMENT;
  if (prefers_page (&seen, &told))
    return join (seen.people);
  *provenance = told_from;
  if (told.people->len > 0)
    return join (told.people);
  if (told.bodies->len > 0)
    return g_strdup (g_ptr_array_index (told.bodies, 0));
  *provenance = TL_PROVENANCE_ELEMENT;
  if (seen.bodies->len > 0)
    return g_strdup (g_ptr_array_index (seen.bodies, 0));
  *provenance = told_from;
  return told.others->len > 0 ? g_strdup (g_ptr_array_index (told.others, 0)) : NULL;
}
