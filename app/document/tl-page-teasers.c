/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Teasers of other articles: several alike in a row, each with a headline that is a link and
 * a few words.  The words read like prose, so that nothing but the likeness tells.
 */

#include "tl-page-weights.h"

/* A teaser has no more, nor has any paragraph of one. */
#define MAX_TEASER 480
#define MAX_SUMMARY 280

/* So many are a list of teasers. */
#define MIN_TEASERS 3

typedef struct
{
  guint n_links;                /* blocks that are a link, or begin with one */
  guint n_long;                 /* blocks that are too long for a teaser */
  guint weight;
} Sums;

static gboolean
leads_elsewhere (const TlPageBlock *block)
{
  guint weight = tl_page_block_weight (block);

  if (weight < 8 || block->n_link == 0)
    return FALSE;
  return block->n_link * 10 >= block->n_chars * 8 ||
         (block->begins_in_link && block->n_link * 4 >= block->n_chars && block->n_link >= 12);
}

static Sums *
add_up (const TlPageSurvey *survey)
{
  Sums *sums = g_new0 (Sums, survey->blocks->len + 1);

  for (guint i = 0; i < survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (survey, i);

      sums[i + 1] = sums[i];
      sums[i + 1].n_links += leads_elsewhere (block);
      sums[i + 1].n_long += tl_page_block_weight (block) > MAX_SUMMARY;
      sums[i + 1].weight += tl_page_block_weight (block);
    }
  return sums;
}

static gboolean
is_like_teaser (const TlPageElement *element,
                const Sums          *sums)
{
  const Sums *a = &sums[element->first], *b = &sums[element->end];

  return b->n_links > a->n_links && b->n_long == a->n_long && b->weight - a->weight <= MAX_TEASER;
}

/* Children of one element, so far. */
typedef struct
{
  guint n_children;
  guint n_alike;
  guint run;                    /* the last row of teasers: its first */
} Row;

/**
 * tl_page_teasers_find:
 * @survey: a page
 *
 * Returns: (transfer full): of each element, whether it is a teaser
 */
gboolean *
tl_page_teasers_find (const TlPageSurvey *survey)
{
  guint n = survey->elements->len;
  gboolean *is_teaser = g_new0 (gboolean, n);
  guint *runs = g_new0 (guint, n), *n_in_run = g_new0 (guint, n);
  Row *rows = g_new0 (Row, n);
  Sums *sums = add_up (survey);

  for (guint i = 1; i < n; i++)
    {
      const TlPageElement *element = tl_page_survey_element (survey, i);
      Row *row = &rows[element->parent];

      if (element->end == element->first || (element->tags & TL_PAGE_TAG_INLINE))
        continue;
      row->n_children++;
      is_teaser[i] = is_like_teaser (element, sums);
      if (!is_teaser[i])
        {
          row->run = 0;
          continue;
        }
      row->n_alike++;
      row->run = row->run == 0 ? i : row->run;
      runs[i] = row->run;
      n_in_run[row->run]++;
    }
  for (guint i = 1; i < n; i++)
    {
      const Row *row = &rows[tl_page_survey_element (survey, i)->parent];

      is_teaser[i] = is_teaser[i] && (n_in_run[runs[i]] >= MIN_TEASERS ||
                                      (row->n_alike >= MIN_TEASERS && row->n_alike * 5 >= row->n_children * 3));
    }
  g_free (rows);
  g_free (runs);
  g_free (n_in_run);
  g_free (sums);
  return is_teaser;
}
