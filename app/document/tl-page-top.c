/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the headline stands on a page: the story begins behind it. */

#include "tl-page-weights.h"

#include <string.h>

/* A headline has as many letters at least, and not more. */
#define MIN_HEADLINE 5
#define MAX_HEADLINE 400

/**
 * tl_page_letters:
 * @text: a text
 * @length: its bytes
 *
 * Returns: (transfer full): its letters and digits alone, in lower case
 */
char *
tl_page_letters (const char *text,
              gsize       length)
{
  GString *folded = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

static TlPageMarks
marks_around (const TlPageSurvey *survey,
              const TlPageBlock  *block,
              TlPageTags         *tags)
{
  TlPageMarks marks = block->n_marked * 2 > block->n_chars ? block->marks : 0;
  guint element = block->element;

  *tags = block->tags;
  for (guint i = 0; i < 3 && element > 0; i++)
    {
      const TlPageElement *e = tl_page_survey_element (survey, element);

      marks |= e->marks;
      *tags |= e->tags;
      element = e->parent;
    }
  return marks;
}

/* How well the text agrees with what the page calls itself: 0 not at all, 3 fully. */
static guint
agreement (const char *text,
           GPtrArray  *titles)
{
  guint best = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      gsize n_title = strlen (title), n_text = strlen (text);

      if (strcmp (text, title) == 0)
        return 3;
      if (n_text * 3 >= n_title && strstr (title, text) != NULL)
        best = 2;
      else if (n_title * 3 >= n_text * 2 && strstr (text, title) != NULL)
        best = 2;
    }
  return best;
}

/* How likely a block is the headline; 0 when it is none. */
static guint
score (const TlPageSurvey *survey,
       const TlPageBlock  *block,
       GPtrArray          *titles)
{
  g_autofree char *text = NULL;
  TlPageTags tags;
  TlPageMarks marks;
  guint found;

  if (tl_page_block_weight (block) < MIN_HEADLINE || block->n_chars > MAX_HEADLINE)
    return 0;
  marks = marks_around (survey, block, &tags);
  text = tl_page_letters (survey->text->str + block->start, block->length);
  if (strlen (text) < MIN_HEADLINE)
    return 0;
  found = agreement (text, titles) * 4;
  if (!(tags & TL_PAGE_TAG_HEADING) && !(marks & TL_PAGE_MARK_HEADLINE) && found < 12)
    return 0;
  if (tags & TL_PAGE_TAG_FIRST_HEADING)
    found += 3;
  else if (found == 0)
    return 0;
  if (tags & TL_PAGE_TAG_HEADING)
    found += 1;
  if (marks & TL_PAGE_MARK_HEADLINE)
    found += 2;
  if (block->n_link * 2 > block->n_chars)
    found = found > 3 ? found - 3 : 0;
  if (marks & (TL_PAGE_MARK_OUTSIDE | TL_PAGE_MARK_HIDDEN))
    found = found > 6 ? found - 6 : 0;
  return found;
}

/**
 * tl_page_top_find:
 * @survey: a page
 * @titles: what the page is called by its own data
 *
 * Returns: the block that is the headline, or -1
 */
int
tl_page_top_find (const TlPageSurvey *survey,
                       const char *const  *titles)
{
  g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  guint best = 0;
  int headline = -1;

  for (guint i = 0; titles[i] != NULL; i++)
    {
      char *title = tl_page_letters (titles[i], strlen (titles[i]));

      if (strlen (title) >= MIN_HEADLINE)
        g_ptr_array_add (folded, title);
      else
        g_free (title);
    }
  for (guint i = 0; i < survey->blocks->len; i++)
    {
      guint found = score (survey, tl_page_survey_block (survey, i), folded);

      if (found > best)
        {
          best = found;
          headline = (int) i;
        }
    }
  return headline;
}
