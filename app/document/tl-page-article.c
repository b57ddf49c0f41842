/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which blocks of a page are the article: those of its body, but for what has crept in there. */

#include "tl-page-article.h"

#include <string.h>

/* A block with more is prose, whatever it begins with. */
#define MAX_LINE 220

#define MAX_BYLINE 80

/* Quotations that are looked for in the rest of the text, at most. */
#define MAX_PULLED 40

typedef struct
{
  const TlPageWeights *weights;
  const TlPageSurvey  *survey;
  gboolean            *is_kept;
  guint                first;   /* of the body */
  guint                end;
  GHashTable          *seen;    /* texts that are kept, folded */
  const char *const   *titles;
} Choice;

static TlPageBlock *
get (Choice *self,
     guint   i)
{
  return tl_page_survey_block (self->survey, i);
}

static gboolean
is_prose (Choice *self,
          guint   i)
{
  return !self->weights->is_out[i] && self->weights->is_prose[i];
}

/* The marks of the block's element and those nearest around it, up to the body. */
static TlPageMarks
marks_around (Choice *self,
              guint   i)
{
  const TlPageBlock *block = get (self, i);
  TlPageMarks marks = block->n_marked * 5 >= block->n_chars * 4 ? block->marks : 0;
  guint element = block->element;

  for (guint n = 0; n < 3 && element > 0; n++)
    {
      const TlPageElement *e = tl_page_survey_element (self->survey, element);

      if (e->first < self->first && e->end >= self->end)
        break;
      marks |= e->marks;
      element = e->parent;
    }
  return marks;
}

/* Lines that pages put between paragraphs: "Read also: …", "Photo: …". */
static gboolean
is_line_of_page (Choice *self,
                 guint   i)
{
  const TlPageBlock *block = get (self, i);
  const char *text = self->survey->text->str + block->start;
  g_autofree char *lower = NULL;

  if (tl_page_block_weight (block) > MAX_LINE)
    return FALSE;
  lower = g_utf8_strdown (text, (gssize) block->length);
  return tl_page_line_is_out (lower + strspn (lower, "#>*-|[( "));
}

static gboolean
is_end_of_article (Choice *self,
                   guint   i)
{
  g_autofree char *line = NULL;

  if (tl_page_block_weight (get (self, i)) > 60)
    return FALSE;
  line = tl_page_block_dup_line (self->survey, get (self, i));
  return tl_page_line_is_end (line);
}

static gboolean
is_links (const TlPageBlock *block)
{
  return block->n_link * 3 > block->n_chars * 2 && tl_page_block_weight (block) < 400;
}

static gboolean
has_words (Choice *self,
           guint   i)
{
  const char *text = self->survey->text->str + get (self, i)->start;
  const char *end = text + get (self, i)->length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_something_else (Choice *self,
                   guint   i)
{
  const TlPageMarks others = TL_PAGE_MARK_OUTSIDE | TL_PAGE_MARK_BESIDE | TL_PAGE_MARK_CAPTION |
                             TL_PAGE_MARK_FACTS | TL_PAGE_MARK_HIDDEN;
  const TlPageBlock *block = get (self, i);
  TlPageMarks marks = block->marks & others;

  if (tl_page_block_weight (block) > MAX_CAPTION)
    marks &= TL_PAGE_MARK_OUTSIDE | TL_PAGE_MARK_HIDDEN;
  return block->n_marked * 5 >= block->n_chars * 4 && marks != 0;
}

static gboolean
is_title (Choice     *self,
          const char *folded)
{
  for (guint i = 0; self->titles[i] != NULL; i++)
    {
      g_autofree char *title = tl_page_letters (self->titles[i], strlen (self->titles[i]));

      if (strcmp (title, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A text that is there already, or is the headline once more. */
static gboolean
is_repeated (Choice *self,
             guint   i)
{
  const TlPageBlock *block = get (self, i);
  g_autofree char *folded = tl_page_letters (self->survey->text->str + block->start, block->length);

  if (block->tags & TL_PAGE_TAG_ROW)
    return FALSE;
  if (tl_page_block_weight (block) <= 250 && is_title (self, folded))
    return TRUE;
  if (tl_page_block_weight (block) < 40)
    return FALSE;
  if (g_hash_table_contains (self->seen, folded))
    return TRUE;
  g_hash_table_add (self->seen, g_steal_pointer (&folded));
  return FALSE;
}

/* Everything in the body that may be of the article, seen by itself. */
static void
keep_body (Choice *self)
{
  guint first = self->first;
  int headline = self->weights->headline;

  if (headline >= (int) first && headline < (int) self->end)
    first = (guint) headline + 1;
  for (guint i = first; i < self->end; i++)
    self->is_kept[i] = !self->weights->is_out[i] && !is_links (get (self, i)) && !is_something_else (self, i) &&
                       has_words (self, i) && !is_line_of_page (self, i) && !tl_page_is_caption (self->survey, i) &&
                       !is_repeated (self, i);
}

static gboolean
is_lead (Choice *self,
         guint   i)
{
  const TlPageBlock *block = get (self, i);
  TlPageMarks marks = marks_around (self, i);

  if (self->weights->is_out[i] || is_links (block) || is_line_of_page (self, i) || is_something_else (self, i))
    return FALSE;
  if ((marks & TL_PAGE_MARK_LEAD) && tl_page_block_weight (block) >= 25)
    return TRUE;
  return is_prose (self, i) && tl_page_block_weight (block) >= 50 && self->weights->headline >= 0 &&
         block->n_link * 5 < block->n_chars;
}

/* The headline, or where it stands once more nearer to the body; without one, not far before. */
static guint
find_start (Choice *self)
{
  int headline = self->weights->headline;
  const TlPageBlock *block;
  guint start;

  if (headline < 0)
    return self->first > 12 ? self->first - 12 : 0;
  start = (guint) headline + 1;
  block = get (self, (guint) headline);
  for (guint i = start; i < self->first; i++)
    if (get (self, i)->length == block->length &&
        memcmp (self->survey->text->str + get (self, i)->start, self->survey->text->str + block->start,
                block->length) == 0)
      start = i + 1;
  return start;
}

/* The standfirst stands between headline and body, often outside of both. */
static void
keep_lead (Choice *self)
{
  guint start = find_start (self);

  for (guint i = start; i < self->first; i++)
    if (is_lead (self, i) && !is_repeated (self, i))
      self->is_kept[i] = TRUE;
}

/* "Dear colleagues!", "Thank you." */
static gboolean
is_short_sentence (Choice *self,
                   guint   i)
{
  const TlPageBlock *block = get (self, i);

  return (block->tags & TL_PAGE_TAG_PARAGRAPH) && i >= self->first && block->n_link == 0 &&
         tl_page_block_weight (block) >= 8 && tl_page_block_ends_sentence (self->survey, block) &&
         self->survey->text->str[block->start + block->length - 1] != ':';
}

/* Whether two blocks are paragraphs of the same element. */
static gboolean
is_beside (Choice *self,
           guint   a,
           guint   b)
{
  return tl_page_survey_element (self->survey, get (self, a)->element)->parent ==
         tl_page_survey_element (self->survey, get (self, b)->element)->parent;
}

/* Between a standfirst and the text stand name and day: lines that are neither sentences nor
 * headings. */
static void
drop_below_lead (Choice *self,
                 guint   lead)
{
  const TlPageTags others = TL_PAGE_TAG_HEADING | TL_PAGE_TAG_ROW | TL_PAGE_TAG_PRE;
  guint next = lead + 1;

  while (next < self->end && !is_prose (self, next))
    next++;
  if (next == self->end || is_beside (self, lead, next))
    return;
  for (guint i = lead + 1; i < next; i++)
    if (tl_page_block_weight (get (self, i)) <= MAX_BYLINE && !(get (self, i)->tags & others) &&
        !tl_page_block_ends_sentence (self->survey, get (self, i)))
      self->is_kept[i] = FALSE;
}

/* Short lines before the first paragraph are of the page: "12 May, 10:15", "Economy". */
static void
drop_before_prose (Choice *self)
{
  guint i = 0;

  while (i < self->end && !(self->is_kept[i] && is_prose (self, i)))
    i++;
  if (i == self->end)
    return;
  drop_below_lead (self, i);
  for (guint k = 0; k < i; k++)
    {
      gboolean is_near = k + 1 == i && (get (self, k)->tags & TL_PAGE_TAG_HEADING) && k > self->first;
      gboolean is_lead_here = (marks_around (self, k) & TL_PAGE_MARK_LEAD) &&
                              tl_page_block_weight (get (self, k)) >= 25;

      if (!is_near && !is_lead_here && !(is_short_sentence (self, k) && k + 3 > i))
        self->is_kept[k] = FALSE;
    }
}

/* And so are those behind the last; but lists and tables may end a story, and sentences may
 * be short. */
static void
drop_behind_prose (Choice *self)
{
  guint last = self->end;

  while (last > 0 && !(self->is_kept[last - 1] && is_prose (self, last - 1)))
    last--;
  if (last == 0)
    return;
  for (guint i = last; i < self->end; i++)
    {
      const TlPageBlock *block = get (self, i);

      if (!self->is_kept[i] || (block->tags & (TL_PAGE_TAG_ITEM | TL_PAGE_TAG_ROW)))
        continue;
      if (is_short_sentence (self, i) && i < last + 3 && is_beside (self, i, last - 1))
        continue;
      self->is_kept[i] = FALSE;
    }
}

/* From a heading such as "Comments" on nothing is of the article, when most of it is before. */
static void
drop_what_follows (Choice *self)
{
  double all = tl_page_weights_span (self->weights, self->first, self->end).value;

  for (guint i = self->first; i < self->end; i++)
    if (!self->weights->is_out[i] && is_end_of_article (self, i) &&
        tl_page_weights_span (self->weights, self->first, i).value * 2 >= all)
      {
        memset (self->is_kept + i, 0, (self->end - i) * sizeof (gboolean));
        return;
      }
    else if (is_end_of_article (self, i))
      self->is_kept[i] = FALSE;
}

static gboolean
is_list_of_links (Choice *self,
                  guint   first)
{
  guint n = 0;

  for (guint i = first; i < self->survey->blocks->len && n < 2; i++, n++)
    if (!is_links (get (self, i)))
      return FALSE;
  return n == 2;
}

/* A heading with nothing below it, or nothing but links. */
static void
drop_bare_headings (Choice *self)
{
  gboolean is_something_below = FALSE;
  guint story = 0;

  while (story < self->end && !(self->is_kept[story] && is_prose (self, story)))
    story++;
  for (guint i = self->end; i > 0; i--)
    if (self->is_kept[i - 1])
      {
        if (!(get (self, i - 1)->tags & TL_PAGE_TAG_HEADING))
          is_something_below = TRUE;
        else if (!is_something_below || (i > story && is_list_of_links (self, i)))
          self->is_kept[i - 1] = FALSE;
      }
}

static gboolean
is_quotation (Choice *self,
              guint   i)
{
  guint element = get (self, i)->element;

  for (guint n = 0; n < 3 && element > 0; n++)
    {
      const TlPageElement *e = tl_page_survey_element (self->survey, element);

      if (e->tags & (TL_PAGE_TAG_QUOTE | TL_PAGE_TAG_ASIDE))
        return TRUE;
      element = e->parent;
    }
  return FALSE;
}

/* Whether a longer block holds the text. */
static gboolean
stands_elsewhere (Choice     *self,
                  guint       i,
                  const char *folded)
{
  for (guint k = 0; k < self->end && strlen (folded) > 20; k++)
    if (k != i && self->is_kept[k] && get (self, k)->n_chars > get (self, i)->n_chars)
      {
        const TlPageBlock *block = get (self, k);
        g_autofree char *other = tl_page_letters (self->survey->text->str + block->start, block->length);

        if (strstr (other, folded) != NULL)
          return TRUE;
      }
  return FALSE;
}

/* Quotations that pages pull out of the text and set beside it, for show. */
static void
drop_pulled_quotations (Choice *self)
{
  guint n_pulled = 0;

  for (guint i = 0; i < self->end && n_pulled < MAX_PULLED; i++)
    {
      const TlPageBlock *block = get (self, i);
      g_autofree char *folded = NULL;

      if (!self->is_kept[i] || tl_page_block_weight (block) > 400 || !is_quotation (self, i))
        continue;
      n_pulled++;
      folded = tl_page_letters (self->survey->text->str + block->start, block->length);
      if (stands_elsewhere (self, i, folded))
        self->is_kept[i] = FALSE;
    }
}

static gboolean
keeps_anything (Choice *self)
{
  for (guint i = 0; i < self->survey->blocks->len; i++)
    if (self->is_kept[i])
      return TRUE;
  return FALSE;
}

/* Where there is no prose at all: what is left of the page, or else the page. */
static void
keep_rest (Choice *self)
{
  guint n = self->survey->blocks->len;

  for (guint i = 0; i < n; i++)
    self->is_kept[i] = !self->weights->is_out[i] && !is_links (get (self, i)) && (int) i != self->weights->headline;
  for (guint i = 0; i < n && !keeps_anything (self); i++)
    self->is_kept[i] = !self->weights->is_out[i];
  if (!keeps_anything (self))
    for (guint i = 0; i < n; i++)
      self->is_kept[i] = TRUE;
}

/**
 * tl_page_article_find:
 * @weights: a page
 * @titles: what the page is called by its own data
 *
 * Returns: (transfer full): of each block, whether it is of the article
 */
gboolean *
tl_page_article_find (const TlPageWeights *weights,
                      const char *const   *titles)
{
  guint body = tl_page_body_find (weights);
  const TlPageElement *element = tl_page_survey_element (weights->survey, body);
  Choice self = { .weights = weights, .survey = weights->survey, .titles = titles };

  self.is_kept = g_new0 (gboolean, weights->survey->blocks->len + 1);
  self.first = element->first;
  self.end = element->end;
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  keep_lead (&self);
  keep_body (&self);
  drop_what_follows (&self);
  drop_pulled_quotations (&self);
  if (body > 0 || titles[0] != NULL)      /* else a mail, or a selection: all of it is meant */
    {
      drop_before_prose (&self);
      drop_behind_prose (&self);
      drop_bare_headings (&self);
    }
  if (!keeps_anything (&self))
    keep_rest (&self);

  g_hash_table_unref (self.seen);
  return self.is_kept;
}
