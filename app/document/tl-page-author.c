/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who wrote it: what the page shows as its byline, and what its metadata say.  Mostly they
 * agree; where metadata name who put the page up ("admin", the site itself), the byline
 * is right, and where the byline is cut or mixed with other things, metadata are.
 */

#include "tl-page-author.h"

#include "tl-line.h"
#include "tl-page-day.h"
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

/* So many names, each with other lines between, are a list. */
#define MIN_LIST 3

/* The last line of an article is its signature only if it is no longer, in bytes, and the
 * line before it is a paragraph of so many characters. */
#define MAX_SIGNATURE 90
#define MIN_PARAGRAPH 60

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

/* Whether marks of a strength are a list of who else writes there, each with something to
 * read beside it. */
static gboolean
is_list (Finder       *self,
         MarkStrength  strength)
{
  guint n = 0, first_line = 0, last_line = G_MAXUINT;

  for (guint i = 0; i < self->page->authors->len; i++)
    {
      const TlPageMark *mark = &g_array_index (self->page->authors, TlPageMark, i);

      if (weigh_mark (self, mark) != strength || mark->line == last_line)
        continue;
      first_line = n == 0 ? mark->line : first_line;
      last_line = mark->line;
      n++;
    }
  return n >= MIN_LIST && last_line - first_line >= 2 * (n - 1);
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

  if (strength <= MARK_NEAR && is_list (self, strength))
    return;

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

/* Where "by" stands behind a day: "8 February 2012 by Anna Berg". */
static const char *
find_opening_behind_day (const char *text)
{
  const char *start, *end;
  TlPageDay day;

  if (!tl_page_day_find (text, &day, &start, &end))
    return NULL;
  for (const char *p = strchr (end, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (tl_page_skip_opening (p + 1) != NULL)
      return p + 1;
  return NULL;
}

/* "Anna Berg 18.01.2024", "Anna Berg, 18 January 2024": all that stands before the day is a
 * name. */
static void
read_before_day (Finder      *self,
                 const char  *text,
                 TlPageNames *names)
{
  gsize n = strcspn (text, "0123456789");
  gsize n_day = strspn (text + n, "0123456789");
  g_autofree char *before = NULL;
  const char *year;

  if (n == 0 || n_day == 0 || n_day > 2)
    return;
  for (year = text + n; *year != '\0' && strspn (year, "0123456789") != 4;)
    year += MAX (strspn (year, "0123456789"), 1);
  if (*year == '\0' && !tl_line_is_date (&(TlLine) { .text = text + n, .length = strlen (text + n), .n_chars = 10 }))
    return;
  if (strlen (text + n) > 60)
    return;
  before = g_strndup (text, n);
  g_strchomp (before);
  while (*before != '\0' && strchr ("|-,", before[strlen (before) - 1]) != NULL)
    {
      before[strlen (before) - 1] = '\0';
      g_strchomp (before);
    }
  if (strpbrk (before, ",:/()|") == NULL)
    tl_page_names_read (names, before, self->sites);
}

/* "Anna Berg", and below it "18 January 2024". */
static void
read_above_day (Finder           *self,
                const TlPageLine *line,
                const TlPageLine *below,
                TlPageNames      *names)
{
  g_auto(TlPageNames) found = { NULL };

  if (below->text == NULL || strlen (line->text) > MAX_SIGNATURE ||
      !tl_line_is_date (&(TlLine) { .text = below->text, .length = strlen (below->text), .n_chars = below->n_chars }))
    return;
  tl_page_names_init (&found);
  tl_page_names_read (&found, line->text, self->sites);
  /* Nothing but the name. */
  if (found.people->len == 1 && strlen (g_ptr_array_index (found.people, 0)) == strlen (line->text))
    tl_page_names_read (names, line->text, self->sites);
}

/* "By Anna Berg" in a line of its own. */
static void
read_line (Finder           *self,
           const TlPageLine *line,
           TlPageNames      *names)
{
  const char *byline = line->text;

  if (byline == NULL || line->n_chars > MAX_PLAIN_BYLINE || tl_page_place_is_beside (self->place, line->node))
    return;
  if (tl_page_skip_opening (byline) == NULL)
    byline = find_opening_behind_day (byline);
  if (byline != NULL)
    tl_page_names_read (names, byline, self->sites);
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
  for (guint i = self->headline->line + 1; i < lines->len && i <= self->headline->line + 3; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

      if (line->text != NULL && names->people->len == 0 && line->n_chars <= MAX_PLAIN_BYLINE &&
          !tl_page_place_is_beside (self->place, line->node))
        {
          read_before_day (self, line->text, names);
          if (names->people->len == 0 && i + 1 < lines->len)
            read_above_day (self, line, line + 1, names);
        }
    }
}

static gboolean
is_emphatic (const xmlNode *node)
{
  static const char *const names[] = { "strong", "b", "em", "i" };

  for (guint depth = 0; node != NULL && depth < 3; node = node->parent, depth++)
    {
      const char *align = tl_html_get (node, "align");

      if (align != NULL && g_ascii_strcasecmp (align, "right") == 0)
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (tl_html_is (node, names[i]))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_bracketed (const char *text)
{
  return (*text == '(' && g_str_has_suffix (text, ")")) ||
         (g_str_has_prefix (text, "\357\274\210") && g_str_has_suffix (text, "\357\274\211"));
}

/* The block that a line stands in. */
static const xmlNode *
block_of (const xmlNode *node)
{
  while (node != NULL && node->parent != NULL && !tl_html_is (node, "p") && !tl_html_is (node, "div"))
    node = node->parent;
  return node;
}

/* A paragraph's neighbour that is short and set apart by its type may sign the article:
 * "Anna Berg", "The Agency / Anna Berg". */
static void
read_signature (Finder      *self,
                TlPageNames *names)
{
  GArray *lines = self->page->lines;
  const TlPageLine *last = NULL;

  if (self->headline->node == NULL)
    return;
  for (guint i = self->headline->line + 1; i < lines->len; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      const xmlNode *block, *above;

      if (line->n_chars >= MIN_PARAGRAPH)
        {
          last = line;
          continue;
        }
      if (last == NULL || line != last + 1 || line->text == NULL || strlen (line->text) > MAX_SIGNATURE ||
          !(is_emphatic (line->node) || is_bracketed (line->text)))
        continue;
      block = block_of (line->node);
      above = block_of (last->node);
      if (block == NULL || above == NULL || block->parent != above->parent ||
          tl_page_place_is_beside (self->place, line->node))
        continue;
      /* Another paragraph behind it: then it is a heading. */
      if (i + 2 < lines->len && ((line + 1)->n_chars >= MIN_PARAGRAPH || (line + 2)->n_chars >= MIN_PARAGRAPH))
        continue;
      tl_page_names_read (names, line->text, self->sites);
      if (names->people->len > 0)
        return;
    }
}

/* "Author: Anna Berg" below the article; without a colon only right below it. */
static void
read_tail (Finder      *self,
           TlPageNames *names)
{
  GArray *lines = self->page->lines;
  guint last_paragraph = 0;

  for (guint i = self->headline->line; i < lines->len && names->people->len == 0; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      const char *opened, *colon;

      if (line->n_chars >= MIN_PARAGRAPH)
        last_paragraph = i;
      if (line->text == NULL || line->n_chars > MAX_PLAIN_BYLINE)
        continue;
      opened = tl_page_skip_opening (line->text);
      if (opened == NULL)
        continue;
      colon = strchr (line->text, ':');
      if ((colon != NULL && colon < opened) || strstr (line->text, "\357\274\232") != NULL ||
          (last_paragraph > 0 && i <= last_paragraph + 4))
        read_line (self, line, names);
    }
}

/* How sure it is that names on the page are those of the byline. */
typedef enum
{
  SURE_NOT,                     /* what stands somewhere else may be anybody's */
  SURE_SEEN,                    /* it looks like one */
  SURE_MARKED,                  /* it is marked as one */
} Sureness;

static Sureness
read_page (Finder      *self,
           TlPageNames *names)
{
  read_marks (self, MARK_STRONG, names);
  if (names->people->len > 0)
    return SURE_MARKED;
  read_marks (self, MARK_NEAR, names);
  if (names->people->len == 0)
    read_lines (self, names);
  if (names->people->len > 0)
    return SURE_SEEN;
  read_marks (self, MARK_FAR, names);
  if (names->people->len == 0)
    read_tail (self, names);
  if (names->people->len == 0)
    read_signature (self, names);
  return SURE_NOT;
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
              Sureness           sureness,
              const TlPageNames *metadata)
{
  guint n_shared;

  if (page->people->len == 0)
    return FALSE;
  if (metadata->people->len == 0)
    return TRUE;
  n_shared = count_shared (metadata, page);
  if (n_shared == 0)
    return sureness >= SURE_SEEN;
  return sureness == SURE_MARKED && n_shared == metadata->people->len &&
         page->people->len > metadata->people->len && page->people->len <= metadata->people->len + 4;
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
  Sureness sureness;

  tl_page_names_init (&seen);
  tl_page_names_init (&told);
  sureness = read_page (&self, &seen);
  told_from = read_metadata (clues, sites, &told);

  *provenance = TL_PROVENANCE_ELEMENT;
  if (prefers_page (&seen, sureness, &told))
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
