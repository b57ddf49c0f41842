/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a heading holds besides the headline, told by what metadata call the page. */

#include "tl-page-heading.h"

#include "tl-html-tree.h"
#include "tl-page-title.h"
#include "tl-page-words.h"

#include <string.h>

/* What is left of a heading without its kicker has so many bytes. */
#define MIN_REST 16

/* A kicker that only its place tells has no more words. */
#define MAX_KICKER_WORDS 3
#define MIN_REST_WORDS 4

static void
clear_title (gpointer data)
{
  TlPageTitle *title = data;

  g_free (title->text);
  g_free (title->folded);
}

/*
 * tl_page_titles_read:
 * @clues: what a page tells
 * @sites: names of the site
 *
 * Returns: (transfer full) (element-type TlPageTitle): its titles in its metadata
 */
GArray *
tl_page_titles_read (TlClues           *clues,
                     const char *const *sites)
{
  static const TlClueKind kinds[] = { TL_CLUE_TITLE, TL_CLUE_WINDOW_TITLE };
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (TlPageTitle));

  g_array_set_clear_func (titles, clear_title);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const TlClue *found = tl_clues_get (clues, kinds[i], &n);

      for (guint j = 0; j < MIN (n, 12); j++)
        {
          TlPageTitle title = { &found[j], NULL, NULL };

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
    if (strstr (g_array_index (titles, TlPageTitle, i).folded, folded) != NULL)
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
      const TlPageTitle *title = &g_array_index (titles, TlPageTitle, i);

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

static guint
count_words (const char *folded)
{
  guint n = *folded != '\0';

  for (; *folded != '\0'; folded++)
    n += *folded == ' ';
  return n;
}

/* Whether a node is there to part what stands beside it: an element with nothing but signs or a blank,
 * or a sign that stands in no sentence. */
static gboolean
is_separator (const xmlNode *node)
{
  static const char *const signs[] = { "|", "/", "\302\267", "\342\200\242", "\302\273", "\342\200\272" };
  g_autofree xmlChar *content = NULL;
  const char *p;

  if (node == NULL || (node->type != XML_ELEMENT_NODE && node->type != XML_TEXT_NODE))
    return FALSE;
  content = xmlNodeGetContent (node);
  p = (const char *) content;
  if (node->type == XML_ELEMENT_NODE)
    {
      if (p == NULL || *p == '\0')
        return FALSE;
      for (; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isalnum (g_utf8_get_char (p)))
          return FALSE;
      return TRUE;
    }
  p = p != NULL ? p + strspn (p, " \t\r\n") : "";
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      return TRUE;
  return FALSE;
}

/* Some kits put each word into an element, and each blank. */
static gboolean
is_parted_once (const xmlNode *separator)
{
  for (const xmlNode *node = separator->next; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && is_separator (node))
      return FALSE;
  return TRUE;
}

/* A word or three in an element at the beginning, and what parts them from more words. */
static gboolean
is_set_apart (const xmlNode *node,
              const char    *rest)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (node->type != XML_ELEMENT_NODE || (node->prev != NULL && !xmlIsBlankNode (node->prev)) ||
      strlen (rest) < MIN_REST || !is_separator (node->next) || !is_parted_once (node->next))
    return FALSE;
  text = tl_html_dup_text (node);
  folded = text != NULL ? tl_page_fold (text) : g_strdup ("");
  return *folded != '\0' && count_words (folded) <= MAX_KICKER_WORDS && strlen (folded) < strlen (rest) &&
         (count_words (rest) >= MIN_REST_WORDS || strlen (folded) * 2 < strlen (rest));
}

/*
 * tl_page_heading_drop_parts:
 * @heading: an element
 * @text: its text
 * @titles: (element-type TlPageTitle): what metadata call the page
 *
 * A heading may hold more than the headline: a kicker before it, a standfirst behind it, each
 * an element of its own, which metadata do not know, or which is called so, or is parted from
 * the headline by another element.
 *
 * Returns: (transfer full) (nullable): what is left without it, %NULL where all is the headline
 */
char *
tl_page_heading_drop_parts (const xmlNode *heading,
                            const char    *text,
                            GArray        *titles)
{
  g_autofree char *whole = tl_page_fold (text);

  for (const xmlNode *node = heading->children; node != NULL; node = node->next)
    {
      g_autofree char *rest = dup_rest (text, node);
      g_autofree char *folded = rest != NULL ? tl_page_fold (rest) : NULL;

      if (folded == NULL || *folded == '\0')
        continue;
      if (is_told_alone (whole, folded, titles) || is_set_apart (node, folded) ||
          (is_kicker (node) && strlen (folded) >= MIN_REST && !is_told (whole, titles)))
        return g_steal_pointer (&rest);
    }
  return NULL;
}
