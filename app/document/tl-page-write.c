/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chosen blocks to text: paragraphs apart by blank lines, items and rows a line each. */

#include "tl-page-article.h"

/* An item of a list with more blocks is a part of the page's layout. */
#define MAX_ITEM_BLOCKS 4

static guint
find_item (const TlPageSurvey *survey,
           guint               element)
{
  while (element > 0 && !(tl_page_survey_element (survey, element)->tags & TL_PAGE_TAG_ITEM))
    element = tl_page_survey_element (survey, element)->parent;
  return element;
}

static gboolean
is_item (const TlPageSurvey *survey,
         const TlPageBlock  *block)
{
  guint item;
  const TlPageElement *element;

  if (!block->is_first_of_item)
    return FALSE;
  item = find_item (survey, block->element);
  element = tl_page_survey_element (survey, item);
  return item > 0 && element->end - element->first <= MAX_ITEM_BLOCKS;
}

/**
 * tl_page_write:
 * @survey: a page
 * @is_kept: (array): of each block, whether it is wanted
 *
 * Returns: (transfer full): the text of those
 */
char *
tl_page_write (const TlPageSurvey *survey,
               const gboolean     *is_kept)
{
  GString *text = g_string_sized_new (survey->text->len);
  gboolean was_item = FALSE, was_row = FALSE;

  for (guint i = 0; i < survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (survey, i);
      gboolean is_row = (block->tags & TL_PAGE_TAG_ROW) != 0;
      gboolean is_an_item;

      if (!is_kept[i] || block->length == 0)
        continue;
      is_an_item = is_item (survey, block);
      if (text->len > 0)
        g_string_append (text, (was_item && is_an_item) || (was_row && is_row) ||
                               (block->is_next_line && is_kept[i - 1]) ? "\n" : "\n\n");
      if (is_an_item)
        g_string_append (text, "• ");
      g_string_append_len (text, survey->text->str + block->start, (gssize) block->length);
      was_item = is_an_item;
      was_row = is_row;
    }
  return g_string_free (text, FALSE);
}
