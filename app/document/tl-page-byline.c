/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The byline as the reader sees it: marked after a convention, called so, in a line that
 * begins with "By", beside or above the day, below the story, in its first brackets.
 */

#include "tl-page-byline.h"

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
  MARK_LINKED,                  /* leads to the page of an author, near the headline */
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
  static const char *const names[] = { "itemprop", "property", "rel" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = tl_html_get (node, names[i]);

      if (value != NULL && tl_page_class_tells_author (value))
        return TRUE;
    }
  return FALSE;
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
  if ((mark->classes & TL_PAGE_CLASS_AUTHOR) == 0)
    return is_near && tl_page_place_distance (self->place, mark->line) > 0 ? MARK_LINKED : MARK_NONE;
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
        (tl_html_has_word (p, "itemprop", "name") || tl_html_has_word (p, "class", "fn") ||
         tl_html_has_word (p, "class", "p-name")))
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

static gboolean
is_day (const TlPageLine *line)
{
  return line->text != NULL &&
         tl_line_is_date (&(TlLine) { .text = line->text, .length = strlen (line->text), .n_chars = line->n_chars });
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

/* "Anna Berg", and below it "18 January 2024", or the story, if the name is set apart by its
 * type. */
static void
read_alone (Finder           *self,
                const TlPageLine *line,
                const TlPageLine *below,
                TlPageNames      *names)
{
  g_auto(TlPageNames) found = { NULL };

  if (strlen (line->text) > MAX_SIGNATURE ||
      !(below->n_chars >= MIN_PARAGRAPH ? is_emphatic (line->node) : is_day (below)))
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
    byline = tl_page_find_label (line->text);
  if (byline == NULL)
    byline = find_opening_behind_day (line->text);
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
            read_alone (self, line, line + 1, names);
        }
    }
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

/* "(记者 柳文柏)", "(By Anna Berg)" at the beginning of a story; "김민수 기자 =" there. */
static void
read_opening (Finder      *self,
              TlPageNames *names)
{
  GArray *lines = self->page->lines;

  for (guint i = self->headline->line + 1; self->headline->node != NULL && i < lines->len; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      const char *open, *close;

      if (line->n_chars < MIN_PARAGRAPH || line->head == NULL)
        continue;
      for (open = line->head; *open != '\0'; open = g_utf8_next_char (open))
        if (*open == '(' || g_utf8_get_char (open) == 0xff08)
          {
            open = g_utf8_next_char (open);
            close = open + strcspn (open, ")");
            close = g_strstr_len (open, close - open, "\357\274\211") != NULL
                      ? g_strstr_len (open, close - open, "\357\274\211") : close;
            if (*close != '\0' && tl_page_skip_opening (open) != NULL)
              {
                g_autofree char *byline = g_strndup (open, (gsize) (close - open));

                tl_page_names_read (names, byline, self->sites);
              }
            if (*open == '\0')
              break;
          }
      return;
    }
}

static TlBylineSureness
read_unmarked (Finder      *self,
               TlPageNames *names)
{
  read_marks (self, MARK_NEAR, names);
  if (names->people->len == 0)
    read_marks (self, MARK_LINKED, names);
  if (names->people->len > 0)
    return TL_BYLINE_CALLED;
  read_lines (self, names);
  if (names->people->len > 0)
    return TL_BYLINE_SEEN;
  read_marks (self, MARK_FAR, names);
  if (names->people->len == 0)
    read_tail (self, names);
  if (names->people->len == 0)
    read_signature (self, names);
  if (names->people->len == 0)
    read_opening (self, names);
  return TL_BYLINE_NOT;
}

static TlBylineSureness
read_page (Finder      *self,
           TlPageNames *names)
{
  TlBylineSureness sureness = TL_BYLINE_MARKED;
  guint n_others;

  read_marks (self, MARK_STRONG, names);
  n_others = names->others->len;
  if (names->people->len == 0)
    sureness = read_unmarked (self, names);
  /* One word is a name only where it is marked as one. */
  g_ptr_array_set_size (names->others, (int) n_others);
  return sureness;
}

/*
 * tl_page_byline_read:
 * @page: what was found on a page
 * @headline: its headline
 * @place: where things stand on it
 * @sites: names of the site
 * @names: where to put those of the byline
 *
 * Returns: how sure it is that they are of the byline
 */
TlBylineSureness
tl_page_byline_read (const TlPageWalk     *page,
                     const TlPageHeadline *headline,
                     TlPagePlace          *place,
                     const char *const    *sites,
                     TlPageNames          *names)
{
  Finder self = { page, headline, place, sites };

  return read_page (&self, names);
}
