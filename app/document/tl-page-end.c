/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the article is over, whatever follows: at the comments, and at the headline of the
 * next article, which pages that scroll on have below.
 */

#include "tl-page-weights.h"

#include <string.h>

/* So much prose has to stand between the headline and the end. */
#define MIN_STORY 120

/* A line with more is no heading; a headline with less names a part of the page. */
#define MAX_LINE 60
#define MIN_HEADLINE 20

/**
 * tl_page_block_dup_line:
 * @survey: a page
 * @block: a short block of it
 *
 * Returns: (transfer full): its text as the lists of lines have it: in lower case, without
 *   what is around it, "Comments (12):" → "comments"
 */
char *
tl_page_block_dup_line (const TlPageSurvey *survey,
                        const TlPageBlock  *block)
{
  const char *text = survey->text->str + block->start;
  gsize length = block->length;

  while (length > 0 && strchr ("#>*-|[( ", text[0]) != NULL)
    {
      text++;
      length--;
    }
  while (length > 0 && strchr (" :.()[]0123456789", text[length - 1]) != NULL)
    length--;
  return g_utf8_strdown (text, (gssize) length);
}

static gboolean
begins_comments (const TlPageWeights *weights,
                 const TlPageBlock   *block)
{
  g_autofree char *line = NULL;

  if (tl_page_block_weight (block) > MAX_LINE)
    return FALSE;
  line = tl_page_block_dup_line (weights->survey, block);
  return tl_page_line_is_comments (line);
}

static const xmlNode *
get_place (const TlPageWeights *weights,
           guint                i)
{
  const TlPageSurvey *survey = weights->survey;
  guint element = tl_page_survey_block (survey, i)->element;

  return tl_page_survey_element (survey, tl_page_survey_element (survey, element)->parent)->node;
}

/* Old pages have headings of the first rank inside of articles, beside the paragraphs. */
static gboolean
begins_next (const TlPageWeights *weights,
             guint                i,
             guint                last)
{
  const TlPageBlock *block = tl_page_survey_block (weights->survey, i);

  return (block->tags & TL_PAGE_TAG_FIRST_HEADING) && tl_page_block_weight (block) >= MIN_HEADLINE &&
         get_place (weights, i) != get_place (weights, last);
}

/**
 * tl_page_end_mark:
 * @self: weights with values
 *
 * Notes that what follows the article is out.
 */
void
tl_page_end_mark (TlPageWeights *self)
{
  guint n = self->survey->blocks->len, last = 0;
  double value = 0;

  for (guint i = (guint) (self->headline + 1); i < n; i++)
    {
      if (self->is_out[i])
        continue;
      if (value >= MIN_STORY && (begins_comments (self, tl_page_survey_block (self->survey, i)) ||
                                 begins_next (self, i, last)))
        {
          for (guint k = i; k < n; k++)
            self->is_out[k] = TRUE;
          return;
        }
      value += self->values[i];
      if (self->values[i] > 0)
        last = i;
    }
}
