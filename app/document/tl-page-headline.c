/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The headline is the heading of the page that its metadata call the title, as the reader
 * sees it there: metadata are written for search engines and cut short.  Where no heading is
 * like them, metadata are worth more than a heading that looks like one.
 */

#include "tl-page-headline.h"

#include "tl-page-title.h"
#include "tl-page-words.h"

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

/* What is left of a heading without its kicker has so many bytes, and so has a headline that
 * metadata know by other words. */
#define MIN_REST 16
#define MIN_PRINTED 24
#define MIN_PRINTED_WORDS 5

typedef struct
{
  const TlClue *clue;
  char         *text;           /* without the site's name */
  char         *folded;
} Title;

static void
clear_title (gpointer data)
{
  Title *title = data;

  g_free (title->text);
  g_free (title->folded);
}

static GArray *
read_titles (TlClues           *clues,
             const char *const *sites)
{
  static const TlClueKind kinds[] = { TL_CLUE_TITLE, TL_CLUE_WINDOW_TITLE };
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (Title));

  g_array_set_clear_func (titles, clear_title);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const TlClue *found = tl_clues_get (clues, kinds[i], &n);

      for (guint j = 0; j < MIN (n, 12); j++)
        {
          Title title = { &found[j], NULL, NULL };

          title.text = tl_page_title_strip (found[j].value, sites, kinds[i] == TL_CLUE_WINDOW_TITLE);
          title.folded = tl_page_fold (title.text);
          /* Every page of some sites bears the name of the site. */
          if (tl_page_is_site (title.text, sites))
            clear_title (&title);
          else
            g_array_append_val (titles, title);
        }
    }
  return titles;
}

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
      const Title *title = &g_array_index (titles, Title, i);

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

/* What is left of a heading without the text of one of its elements at either end. */
static char *
dup_rest (const char    *whole,
          const xmlNode *child)
{
  g_autofree char *part = child->type == XML_ELEMENT_NODE ? tl_html_dup_text (child) : NULL;
  gsize n = part != NULL ? strlen (part) : 0;
  const char *start = whole, *end = whole + strlen (whole);

  if (n == 0 || n >= strlen (whole))
    return NULL;
  if (child->prev == NULL || xmlIsBlankNode (child->prev))
    start = g_str_has_prefix (whole, part) ? whole + n : NULL;
  else if (child->next == NULL || xmlIsBlankNode (child->next))
    end = g_str_has_suffix (whole, part) ? end - n : NULL;
  else
    return NULL;
  if (start == NULL || end == NULL)
    return NULL;
  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)) && strchr ("\"'([", *start) == NULL &&
         g_unichar_type (g_utf8_get_char (start)) != G_UNICODE_INITIAL_PUNCTUATION)
    start = g_utf8_next_char (start);
  return g_strchomp (g_strndup (start, (gsize) (end - start)));
}

static gboolean
is_told (const char *folded,
         GArray     *titles)
{
  for (guint i = 0; i < titles->len; i++)
    if (strstr (g_array_index (titles, Title, i).folded, folded) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether metadata know the rest of a heading by itself, and not the whole: one is called just so,
 * or has other words beside it. */
static gboolean
is_told_alone (const char *whole,
               const char *rest,
               GArray     *titles)
{
  gboolean is_known = FALSE;
  gsize n = strlen (rest);

  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

      is_known = is_known || (n >= 8 && title->clue->trust >= 5 && strcmp (title->folded, rest) == 0) ||
                 (n >= MIN_REST &&
                  (g_str_has_prefix (title->folded, rest) || g_str_has_suffix (title->folded, rest)));
    }
  return is_known && !is_told (whole, titles);
}

static gboolean
is_kicker (const xmlNode *node)
{
  const char *class = tl_html_get (node, "class");

  return class != NULL && (tl_page_marks_of (class) & TL_PAGE_MARK_KICKER) != 0;
}

/* A heading may hold more than the headline: a kicker before it, a standfirst behind it, each
 * an element of its own, which metadata do not know, or which is called so. */
static char *
drop_parts (const Best *best,
            GArray     *titles)
{
  g_autofree char *whole = tl_page_fold (best->text);

  for (const xmlNode *node = best->mark->node->children; node != NULL; node = node->next)
    {
      g_autofree char *rest = dup_rest (best->text, node);
      g_autofree char *folded = rest != NULL ? tl_page_fold (rest) : NULL;

      if (folded == NULL || *folded == '\0')
        continue;
      if (is_told_alone (whole, folded, titles) ||
          (is_kicker (node) && strlen (folded) >= MIN_REST && !is_told (whole, titles)))
        return g_steal_pointer (&rest);
    }
  return NULL;
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
           const Title      *title,
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

/* Whether a line says just the title, with a story below: then it is one, if no heading. */
static gboolean
is_seen_above_story (const TlPageWalk *page,
                     const Title      *title)
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

static const Title *
find_best_title (GArray *titles)
{
  const Title *best = NULL;

  for (guint i = 0; i < titles->len; i++)
    {
      const Title *title = &g_array_index (titles, Title, i);

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
  g_autoptr(GArray) titles = read_titles (clues, sites);
  Best best = { NULL, NULL, 0, 0 };
  const Title *title = find_best_title (titles);
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
      headline->text = drop_parts (&best, titles);
      headline->provenance = TL_PROVENANCE_ELEMENT;
      if (headline->text == NULL)
        headline->text = g_steal_pointer (&best.text);
    }
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
