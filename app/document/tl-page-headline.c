/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The headline is the heading of the page that its metadata call the title, as the reader
 * sees it there: metadata are written for search engines and cut short.  Where no heading is
 * like them, metadata are worth more than a heading that looks like one.
 */

#include "tl-page-headline.h"

#include "tl-page-heading.h"
#include "tl-page-title.h"

#include <string.h>

/* No headline has more bytes. */
#define MAX_HEADLINE 800

/* The most headings that are weighed: that of the article is among the first. */
#define MAX_HEADINGS 120

/* So many lines may stand between a headline and its story, which has a paragraph so long. */
#define MAX_LINES_TO_STORY 12
#define MIN_PARAGRAPH 100
#define MIN_STORY 100

/* Mastheads have few words. */
#define MAX_MASTHEAD_WORDS 5

/* A title stands in no line behind so many. */
#define MAX_LINES_TO_TITLE 400

/* A heading that nothing in the metadata is like must look so much like one. */
#define MIN_ALONE 5

/* A headline that metadata know by other words has so many bytes, and words. */
#define MIN_PRINTED 24
#define MIN_PRINTED_WORDS 5

/* A line that may be a headline with nothing to tell it but its place: its characters, its words. */
#define MIN_SET_APART 16
#define MAX_SET_APART 160
#define MIN_SET_APART_WORDS 4
#define MAX_RUBRIC_WORDS 2
#define MAX_LINES_OF_CAPTION 6

static gboolean
stands_beside (const xmlNode *node)
{
  guint depth = 0;

  for (const xmlNode *p = node; p != NULL && depth < 40; p = p->parent, depth++)
    if (tl_page_class_is_beside (p))
      return TRUE;
  return FALSE;
}

static int
weigh_likeness (const char *text,
                GArray     *titles)
{
  g_autofree char *folded = tl_page_fold (text);
  int best = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const TlPageTitle *title = &g_array_index (titles, TlPageTitle, i);

      if (strcmp (folded, title->folded) == 0)
        return 12;
      /* The window's title begins with it, whatever is behind. */
      if (strlen (folded) >= 16 && g_str_has_prefix (title->folded, folded))
        best = MAX (best, 10);
      else if (best < 8 && tl_page_folded_is_like (folded, title->folded))
        best = 8;
    }
  return best;
}

static int
weigh_element (const TlPageMark *mark)
{
  const xmlNode *node = mark->node;
  int weight = 0;

  if (tl_html_is (node, "h1"))
    weight += 4;
  else if (tl_html_is (node, "h2"))
    weight += 2;
  else if (node->name[0] == 'h')
    weight += 1;
  if (tl_html_has_word (node, "itemprop", "headline"))
    weight += 3;
  if ((mark->classes & TL_PAGE_CLASS_TITLE) != 0)
    weight += 1 + ((mark->classes & TL_PAGE_CLASS_STORY) != 0);
  if ((mark->classes & (TL_PAGE_CLASS_BESIDE | TL_PAGE_CLASS_AUTHOR)) != 0)
    weight -= 3;
  if (node->parent != NULL && tl_html_is (node->parent, "a"))
    weight -= 2;
  return weight;
}

static char *
dup_heading (const xmlNode *node)
{
  char *text = tl_page_walk_dup_short (node, MAX_HEADLINE);

  /* tl_html_dup_text() joins what is in one word. */
  if (text != NULL)
    {
      g_free (text);
      text = tl_html_dup_text (node);
    }
  return text;
}

static guint
count_words (const char *text)
{
  g_autofree char *folded = tl_page_fold (text);
  guint n = *folded != '\0';

  for (const char *p = folded; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

typedef struct
{
  const TlPageMark *mark;
  char             *text;
  int               weight;
  int               likeness;
} Best;

static void
try_heading (Best              *best,
             const TlPageMark  *mark,
             GArray            *titles,
             const char *const *sites)
{
  g_autofree char *text = dup_heading (mark->node);
  int likeness, weight;

  if (text == NULL || tl_page_is_site (text, sites))
    return;
  likeness = weigh_likeness (text, titles);
  weight = likeness + weigh_element (mark);
  if (weight <= best->weight)
    return;
  if (stands_beside (mark->node))
    weight -= 6;
  if (likeness == 0 && count_words (text) >= 4)
    weight += 1;
  if (weight <= best->weight)
    return;
  g_free (best->text);
  *best = (Best) { mark, g_steal_pointer (&text), weight, likeness };
}

/* Whether a paragraph stands below a heading. */
static gboolean
opens_story (const TlPageWalk *page,
             guint             line)
{
  for (guint i = line + 1; i < page->lines->len && i <= line + MAX_LINES_TO_STORY; i++)
    if (g_array_index (page->lines, TlPageLine, i).n_chars >= MIN_PARAGRAPH)
      return TRUE;
  return FALSE;
}

static gboolean
opens_story_before (const TlPageWalk *page,
                    guint             line,
                    guint             end)
{
  for (guint i = line + 1; i < end; i++)
    if (g_array_index (page->lines, TlPageLine, i).n_chars >= MIN_PARAGRAPH)
      return TRUE;
  return FALSE;
}

/* Where the page says its title without a heading. */
static void
find_line (const TlPageWalk *page,
           const TlPageTitle      *title,
           TlPageHeadline   *headline)
{
  for (guint i = 0; i < MIN (page->lines->len, MAX_LINES_TO_TITLE); i++)
    {
      const TlPageLine *line = &g_array_index (page->lines, TlPageLine, i);
      g_autofree char *folded = NULL;

      if (line->text == NULL || strlen (line->text) < 8)
        continue;
      folded = tl_page_fold (line->text);
      if (strcmp (folded, title->folded) != 0)
        continue;
      headline->node = line->node;
      headline->line = i;
      /* The title may stand in the path to the page, too. */
      if (opens_story (page, i))
        return;
    }
}

/* Where metadata tell no title, the heading that looks most like one and has a story below. */
static void
find_alone (const TlPageWalk  *page,
            const char *const *sites,
            Best              *best)
{
  int best_weight = 0;

  for (guint i = 0; i < MIN (page->headings->len, MAX_HEADINGS); i++)
    {
      const TlPageMark *mark = &g_array_index (page->headings, TlPageMark, i);
      g_autofree char *text = dup_heading (mark->node);
      int weight = weigh_element (mark) + tl_html_is (mark->node, "font");

      if (text == NULL || weight <= best_weight || tl_page_is_site (text, sites) || count_words (text) < 2 ||
          stands_beside (mark->node) || !opens_story (page, mark->line))
        continue;
      g_free (best->text);
      *best = (Best) { mark, g_steal_pointer (&text), MIN_ALONE, 0 };
      best_weight = weight;
    }
}

/* Where nothing is marked as a heading, it is the line right above the story. */
static void
find_above_story (const TlPageWalk  *page,
                  const char *const *sites,
                  TlPageHeadline    *headline)
{
  for (guint i = 1; i < page->lines->len; i++)
    {
      const TlPageLine *line = &g_array_index (page->lines, TlPageLine, i - 1);

      if ((line + 1)->n_chars < MIN_STORY || stands_beside ((line + 1)->node))
        continue;
      if (line->text == NULL || line->n_chars < 12 || line->n_chars > 200 || count_words (line->text) < 3 ||
          strpbrk (line->text, ".@") != NULL || tl_page_is_site (line->text, sites))
        return;
      headline->text = g_strdup (line->text);
      headline->provenance = TL_PROVENANCE_ELEMENT;
      headline->node = line->node;
      headline->line = i - 1;
      return;
    }
}

static gboolean
is_in_link (const xmlNode *node)
{
  for (guint depth = 0; node != NULL && depth < 4; node = node->parent, depth++)
    if (tl_html_is (node, "a"))
      return TRUE;
  return FALSE;
}

/* Whether a line may be a headline: some words, and no sentence. */
static gboolean
looks_like_headline (const TlPageLine  *line,
                     const char *const *sites)
{
  return line->text != NULL && line->n_chars >= MIN_SET_APART && line->n_chars <= MAX_SET_APART &&
         count_words (line->text) >= MIN_SET_APART_WORDS && strstr (line->text, ". ") == NULL &&
         strpbrk (line->text, "@|\302\251") == NULL && !g_str_has_suffix (line->text, ".") &&
         !is_in_link (line->node) && !stands_beside (line->node) && !tl_page_is_site (line->text, sites);
}

/* Portals of old without headings call every page of a rubric by its name and their own: "Business |
 * The Daily Mail - the national newspaper". */
static gboolean
is_of_rubric (const TlPageTitle *title)
{
  static const char *const signs[] = { " | ", " :: ", " - ", " \302\273 ", " \342\200\223 ", " \342\200\224 " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *sign = strstr (title->text, signs[i]);
      g_autofree char *rubric = sign != NULL ? g_strndup (title->text, (gsize) (sign - title->text)) : NULL;

      if (rubric != NULL && count_words (rubric) <= MAX_RUBRIC_WORDS)
        return TRUE;
    }
  return FALSE;
}

/* There the headline is the nearest line above the story that looks like one; between them may be what
 * stands below a picture. */
static gboolean
find_in_rubric (const TlPageWalk  *page,
                const char *const *sites,
                TlPageHeadline    *headline)
{
  guint story = 0;

  while (story < page->lines->len && g_array_index (page->lines, TlPageLine, story).n_chars < MIN_STORY)
    story++;
  for (guint i = story; i > 0 && i + MAX_LINES_OF_CAPTION > story && story < page->lines->len; i--)
    {
      const TlPageLine *line = &g_array_index (page->lines, TlPageLine, i - 1);

      if (!looks_like_headline (line, sites))
        continue;
      *headline = (TlPageHeadline) { g_strdup (line->text), TL_PROVENANCE_ELEMENT, line->node, i - 1 };
      return TRUE;
    }
  return FALSE;
}

/* Whether a line says just the title, with a story below: then it is one, if no heading. */
static gboolean
is_seen_above_story (const TlPageWalk *page,
                     const TlPageTitle      *title)
{
  TlPageHeadline headline = { NULL, TL_PROVENANCE_NONE, NULL, 0 };

  find_line (page, title, &headline);
  return headline.node != NULL && opens_story (page, headline.line);
}

/* The masthead, which window and heading name, stands above the headline: a heading of more
 * words that the story follows. */
static void
find_below (const TlPageWalk  *page,
            const char *const *sites,
            Best              *best)
{
  const TlPageMark *masthead = best->mark;
  guint n_words = count_words (best->text);

  if (n_words > MAX_MASTHEAD_WORDS)
    return;
  for (guint i = 0; i < MIN (page->headings->len, MAX_HEADINGS); i++)
    {
      const TlPageMark *mark = &g_array_index (page->headings, TlPageMark, i);
      g_autofree char *text = NULL;

      if (mark <= masthead || mark->node->name[0] != 'h' || mark->node->name[1] > '3')
        continue;
      text = dup_heading (mark->node);
      if (text == NULL || count_words (text) <= MAX (n_words, 3) || stands_beside (mark->node) ||
          tl_page_is_site (text, sites))
        continue;
      /* A standfirst or a heading further down has the story's headline above it. */
      if (mark->line <= masthead->line + 1 || !opens_story (page, mark->line) ||
          opens_story_before (page, masthead->line, mark->line))
        return;
      g_free (best->text);
      *best = (Best) { mark, g_steal_pointer (&text), MIN_ALONE, 1 };
      return;
    }
}

/* What is printed above the story is its headline, even where metadata have other words for search
 * engines: the one <h1>, if it is a sentence. */
static void
find_printed (const TlPageWalk  *page,
              const char *const *sites,
              Best              *best)
{
  const TlPageMark *found = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MIN (page->headings->len, MAX_HEADINGS); i++)
    {
      const TlPageMark *mark = &g_array_index (page->headings, TlPageMark, i);

      if (!tl_html_is (mark->node, "h1") || stands_beside (mark->node))
        continue;
      if (found != NULL)
        return;
      found = mark;
    }
  text = found != NULL ? dup_heading (found->node) : NULL;
  if (text == NULL || tl_page_is_site (text, sites) || strlen (text) < MIN_PRINTED ||
      (count_words (text) < MIN_PRINTED_WORDS && (guchar) *text < 0xe3) || !opens_story (page, found->line))
    return;
  g_free (best->text);
  *best = (Best) { found, g_steal_pointer (&text), MIN_ALONE, 1 };
}

static const TlPageTitle *
find_best_title (GArray *titles)
{
  const TlPageTitle *best = NULL;

  for (guint i = 0; i < titles->len; i++)
    {
      const TlPageTitle *title = &g_array_index (titles, TlPageTitle, i);

      if (best == NULL || title->clue->trust > best->clue->trust)
        best = title;
    }
  return best;
}

/**
 * tl_page_headline_find:
 * @page: what was found on the page
 * @clues: what its metadata tell
 * @sites: names of the site
 * @headline: (out): the title
 *
 * Chooses among all that may be the title.
 */
void
tl_page_headline_find (const TlPageWalk  *page,
                       TlClues           *clues,
                       const char *const *sites,
                       TlPageHeadline    *headline)
{
  g_autoptr(GArray) titles = tl_page_titles_read (clues, sites);
  Best best = { NULL, NULL, 0, 0 };
  const TlPageTitle *title = find_best_title (titles);
  gboolean is_heading;

  for (guint i = 0; i < MIN (page->headings->len, MAX_HEADINGS); i++)
    try_heading (&best, &g_array_index (page->headings, TlPageMark, i), titles, sites);

  if (best.likeness == 0 && (title == NULL || (title->clue->trust < 3 && !is_seen_above_story (page, title))))
    {
      if (best.weight < MIN_ALONE)
        find_alone (page, sites, &best);
      if (best.weight >= MIN_ALONE)
        title = NULL;
    }
  else if (best.likeness > 0 && title != NULL && title->clue->trust < 3)
    find_below (page, sites, &best);
  else if (best.likeness == 0 && title != NULL && !is_seen_above_story (page, title))
    find_printed (page, sites, &best);

  *headline = (TlPageHeadline) { NULL, TL_PROVENANCE_NONE, NULL, 0 };
  is_heading = best.mark != NULL && (best.likeness > 0 || (title == NULL && best.weight >= MIN_ALONE) ||
                                     (title != NULL && title->clue->trust < 4 && best.weight >= MIN_ALONE));
  if (is_heading)
    {
      headline->node = best.mark->node;
      headline->line = best.mark->line;
      headline->text = tl_page_heading_drop_parts (best.mark->node, best.text, titles);
      headline->provenance = TL_PROVENANCE_ELEMENT;
      if (headline->text == NULL)
        headline->text = g_steal_pointer (&best.text);
    }
  else if (title != NULL && best.mark == NULL && title->clue->trust < 3 && is_of_rubric (title) &&
           find_in_rubric (page, sites, headline))
    return;
  else if (title != NULL || (title = find_best_title (titles)) != NULL)
    {
      headline->text = g_strdup (title->text);
      headline->provenance = title->clue->provenance;
      find_line (page, title, headline);
      /* An unlike heading in the right place still tells where the article begins. */
      if (headline->node == NULL && best.mark != NULL && tl_html_is (best.mark->node, "h1"))
        {
          headline->node = best.mark->node;
          headline->line = best.mark->line;
        }
    }
  else
    find_above_story (page, sites, headline);
  g_free (best.text);
}
