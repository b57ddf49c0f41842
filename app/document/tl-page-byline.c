/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The byline as the reader sees it: marked after a convention, called so, in a line that
 * begins with "By", beside or above the day, below the story, in its first brackets.  Here is
 * what is marked; what is not, in tl-page-byline-lines.c.
 */

#include "tl-page-byline.h"

#include "tl-page-byline-lines.h"
#include "tl-page-date-words.h"

#include <string.h>

/* The most bytes of what may be a byline. */
#define MAX_BYLINE 400

/* Co-authors stand within so many lines of the first. */
#define MAX_LINES_APART 6

/* So many names, each with other lines between, are a list. */
#define MIN_LIST 3

/* So many, each with a link of so many words to something to read, are columnists. */
#define MIN_TEASERS 2
#define MIN_TEASER 3
#define MAX_LOOKED 40

/* A line with the day and the author has no more words: its labels, the source, two days. */
#define MAX_WORDS_WITH_DAY 12

typedef TlBylineFinder Finder;

typedef enum
{
  MARK_NONE,
  MARK_FAR,                     /* named so, far from the headline */
  MARK_LINKED,                  /* leads to the page of an author, near the headline */
  MARK_NEAR,                    /* named so, near the headline */
  MARK_STRONG,                  /* marked after a convention, near the headline or in its article */
} MarkStrength;

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

/* And in a line of its own, or in one with the day: a story has links, too. */
static gboolean
is_behind_headline (Finder           *self,
                    const TlPageMark *mark)
{
  const TlPageLine *line;
  TlDateShape shape;

  if (tl_page_place_distance (self->place, mark->line) <= 0 || mark->line >= self->page->lines->len)
    return FALSE;
  line = &g_array_index (self->page->lines, TlPageLine, mark->line);
  if (line->n_chars <= MAX_SIGNATURE)
    return TRUE;
  if (line->text == NULL || line->n_chars > MAX_PLAIN_BYLINE)
    return FALSE;
  shape = tl_date_shape_read (line->text);
  return shape.n_days > 0 && shape.year != 0 && shape.n_words <= MAX_WORDS_WITH_DAY;
}

static MarkStrength
weigh_mark (Finder           *self,
            const TlPageMark *mark)
{
  gboolean is_near = tl_page_place_is_near (self->place, mark->line);

  if (has_author_property (mark->node) ? tl_page_place_is_marked_beside (self->place, mark->node, mark->line)
                                       : tl_page_place_is_beside (self->place, mark->node))
    return MARK_NONE;
  if (has_author_property (mark->node))
    return is_near ? MARK_STRONG : MARK_NEAR;
  if ((mark->classes & (TL_PAGE_CLASS_NO_NAME | TL_PAGE_CLASS_BESIDE)) != 0)
    return MARK_NONE;
  if ((mark->classes & TL_PAGE_CLASS_AUTHOR) == 0)
    return is_near && is_behind_headline (self, mark) ? MARK_LINKED : MARK_NONE;
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

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text + strspn (text, " \t"); *p != '\0'; n++)
    {
      p += strcspn (p, " \t");
      p += strspn (p, " \t");
    }
  return n;
}

/* Whether a link to something to read stands in an element, the name of which is no author's. */
static gboolean
has_teaser (const xmlNode *node)
{
  guint n = 0;

  for (const xmlNode *p = node->children; p != NULL && n < 100; p = tl_html_next (p, node), n++)
    if (p->type == XML_ELEMENT_NODE && tl_html_is (p, "a"))
      {
        const char *address = tl_html_get (p, "href");
        g_autofree char *text = tl_page_walk_dup_short (p, MAX_BYLINE);

        if (text != NULL && count_words (text) >= MIN_TEASER && address != NULL &&
            !tl_page_class_leads_to_author (address))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_inside (const xmlNode *node,
           const xmlNode *outer)
{
  while (node != NULL && node != outer)
    node = node->parent;
  return node != NULL;
}

/* Whether several marks of a strength have each something to read in them: a list of columnists. */
static gboolean
is_list_of_teasers (Finder       *self,
                    MarkStrength  strength)
{
  const xmlNode *last = NULL;
  guint n = 0, n_looked = 0;

  for (guint i = 0; i < self->page->authors->len && n_looked < MAX_LOOKED; i++)
    {
      const TlPageMark *mark = &g_array_index (self->page->authors, TlPageMark, i);

      if (weigh_mark (self, mark) != strength)
        continue;
      n_looked++;
      if (!has_teaser (mark->node))
        continue;
      /* The innermost counts. */
      n += last == NULL || !is_inside (mark->node, last);
      last = mark->node;
    }
  return n >= MIN_TEASERS;
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

  if (strength <= MARK_NEAR && (is_list (self, strength) || is_list_of_teasers (self, strength)))
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

static TlBylineSureness
read_unmarked (Finder      *self,
               TlPageNames *names)
{
  read_marks (self, MARK_NEAR, names);
  if (names->people->len == 0)
    read_marks (self, MARK_LINKED, names);
  if (names->people->len > 0)
    return TL_BYLINE_CALLED;
  tl_page_byline_read_lines (self, names);
  if (names->people->len > 0)
    return TL_BYLINE_SEEN;
  read_marks (self, MARK_FAR, names);
  if (names->people->len == 0)
    tl_page_byline_read_tail (self, names);
  if (names->people->len == 0)
    tl_page_byline_read_signature (self, names);
  if (names->people->len == 0)
    tl_page_byline_read_opening (self, names);
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
  TlBylineFinder self = { page, headline, place, sites };

  return read_page (&self, names);
}
