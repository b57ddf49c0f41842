/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below a picture and is about it. */

#include "tl-page-article.h"

/* A picture is wrapped into so many elements at most. */
#define MAX_FRAME 5

/* "… (Agency/A. Name)" */
static gboolean
ends_in_credit (const TlPageSurvey *survey,
                const TlPageBlock  *block)
{
  const char *text = survey->text->str + block->start;
  const char *end = text + block->length - 1;
  gboolean has_slash = FALSE;

  if (*end != ')' && *end != ']')
    return FALSE;
  for (const char *p = end - 1; p > text && end - p < 60 && *p != '(' && *p != '['; p--)
    has_slash |= *p == '/';
  return has_slash;
}

/* Whether picture and block are alone together in an element. */
static gboolean
is_framed_with_picture (const TlPageSurvey *survey,
                        guint               i)
{
  const TlPageBlock *block = tl_page_survey_block (survey, i);
  const TlPageElement *frame;
  guint element = block->picture, weight = 0;

  for (guint n = 0; n < MAX_FRAME && element > 0; n++)
    {
      frame = tl_page_survey_element (survey, element);
      if (frame->first <= i && i < frame->end)
        break;
      element = frame->parent;
    }
  frame = tl_page_survey_element (survey, element);
  if (element == 0 || frame->first > i || i >= frame->end || frame->end - frame->first > 2 ||
      (frame->marks & TL_PAGE_MARK_LEAD))
    return FALSE;
  for (guint k = frame->first; k < frame->end; k++)
    weight += tl_page_block_weight (tl_page_survey_block (survey, k));
  return weight <= MAX_CAPTION;
}

/*
 * tl_page_is_caption:
 * @survey: a page
 * @i: index of a block
 *
 * Returns: whether it stands below a picture in the words of a caption, where nothing says that it
 *   is one
 */
gboolean
tl_page_is_caption (const TlPageSurvey *survey,
                    guint               i)
{
  const TlPageBlock *block = tl_page_survey_block (survey, i);

  if (!block->follows_picture || (block->tags & (TL_PAGE_TAG_HEADING | TL_PAGE_TAG_ROW)) ||
      tl_page_block_weight (block) > MAX_CAPTION)
    return FALSE;
  if (block->n_emphasis * 10 >= block->n_chars * 9 || block->is_centred || ends_in_credit (survey, block))
    return TRUE;
  return (block->shares_picture || is_framed_with_picture (survey, i)) &&
         !tl_page_block_ends_sentence (survey, block);
}
