/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is said of the author below the article: "Ann Sand writes of ships."  It stands among
 * the paragraphs of the story on many pages, with no name but the author's to tell it by.
 */

#include "tl-page-bio.h"

#include <string.h>

/* It is among so many blocks at the end of the article, behind so many others. */
#define MAX_FROM_END 3
#define MIN_BEFORE 3

/* Of this weight, with the name. */
#define MIN_BIO 30
#define MAX_BIO 700

/* Returns: what stands in @text behind @name, whatever is between the letters; or %NULL */
static const char *
skip_name (const char *text,
           const char *end,
           const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      if (!g_unichar_isalnum (c))
        continue;
      while (text < end && !g_unichar_isalnum (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (text >= end || g_unichar_tolower (g_utf8_get_char (text)) != g_unichar_tolower (c))
        return NULL;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* Names of one word are those of agencies. */
static gboolean
begins_with_name (const TlPageSurvey *survey,
                  const TlPageBlock  *block,
                  char              **names)
{
  const char *text = survey->text->str + block->start;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *behind = strchr (names[i], ' ') != NULL ? skip_name (text, text + block->length, names[i]) : NULL;

      /* In interviews it stands before what is said. */
      if (behind != NULL && (*behind == ' ' || *behind == ','))
        return TRUE;
    }
  return FALSE;
}

static guint
parent_of (const TlPageSurvey *survey,
           guint               i)
{
  return tl_page_survey_element (survey, tl_page_survey_block (survey, i)->element)->parent;
}

static gboolean
is_bio (const TlPageSurvey *survey,
        guint               i,
        guint               before,
        char              **names)
{
  const TlPageBlock *block = tl_page_survey_block (survey, i);
  guint weight = tl_page_block_weight (block);

  if (weight < MIN_BIO || weight > MAX_BIO || (block->tags & (TL_PAGE_TAG_HEADING | TL_PAGE_TAG_ROW)))
    return FALSE;
  return begins_with_name (survey, block, names) &&
         (block->n_emphasis * 5 >= block->n_chars * 4 || parent_of (survey, i) != parent_of (survey, before));
}

/**
 * tl_page_bio_drop:
 * @survey: a page
 * @author: (nullable): who wrote it; several with ", " between them
 * @is_kept: (inout): of each block, whether it is of the article
 *
 * Takes out what is said of the authors at the end, where the style or the place tells it
 * from the story.
 */
void
tl_page_bio_drop (const TlPageSurvey *survey,
                  const char         *author,
                  gboolean           *is_kept)
{
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto(GStrv) names = NULL;
  guint n;

  if (author == NULL)
    return;
  for (guint i = 0; i < survey->blocks->len; i++)
    if (is_kept[i])
      g_array_append_val (kept, i);
  names = g_strsplit (author, ", ", -1);
  n = kept->len;
  for (guint i = MAX (n, MAX_FROM_END) - MAX_FROM_END; i < n; i++)
    {
      guint block = g_array_index (kept, guint, i);

      if (i >= MIN_BEFORE && is_bio (survey, block, g_array_index (kept, guint, i - 1), names))
        is_kept[block] = FALSE;
    }
}
