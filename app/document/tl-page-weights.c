/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of a page is prose, block by block, and quickly for any run of blocks. */

#include "tl-page-weights.h"

#include <string.h>

/* The weight from which a block is prose, when it has the sentences of prose and when not. */
#define MIN_SENTENCE 45
#define MIN_PROSE 130
#define MIN_CUT_SHORT 80
#define MIN_PARAGRAPH 20

/* No note on rights is longer, in bytes. */
#define MAX_LEGAL 6000

/* What wires set behind the last sentence. */
#define END_OF_REPORT "-0-"

/* What is written in lines has lines of this weight at least. */
#define MIN_LINE 40

/**
 * tl_page_block_weight:
 * @block: a block
 *
 * Returns: its characters, those that are words by themselves counting for three
 */
guint
tl_page_block_weight (const TlPageBlock *block)
{
  return block->n_chars + 2 * block->n_wide;
}

static gboolean
is_stop (gunichar c)
{
  static const gunichar stops[] = {
    '.', '!', '?', 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e, 0x61f, 0x6d4, 0x964, 0x965, 0x1362, 0x17d4,
    0x104b, 0x589,
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (stops[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
         type == G_UNICODE_INITIAL_PUNCTUATION || c == '"' || c == '\'' || c == ']';
}

/**
 * tl_page_block_ends_sentence:
 * @survey: a page
 * @block: a block of it
 *
 * Returns: whether it ends as a sentence does, or with what announces one
 */
gboolean
tl_page_block_ends_sentence (const TlPageSurvey *survey,
                             const TlPageBlock  *block)
{
  const char *text = survey->text->str + block->start;
  const char *p = text + block->length;

  if (block->length > strlen (END_OF_REPORT) &&
      memcmp (p - strlen (END_OF_REPORT), END_OF_REPORT, strlen (END_OF_REPORT)) == 0)
    p -= strlen (END_OF_REPORT);
  for (guint n_closing = 0; n_closing < 4; n_closing++)
    {
      const char *before = p > text ? g_utf8_find_prev_char (text, p) : NULL;
      gunichar c = before != NULL ? g_utf8_get_char (before) : 0;

      if (is_stop (c) || c == ':' || c == ';' || c == 0xff1a)
        return TRUE;
      if (before == NULL || (!is_closing (c) && c != ' '))
        return FALSE;
      p = before;
    }
  return FALSE;
}

/* Whether it ends as a sentence does, or holds the end of one. */
static gboolean
has_sentence (const TlPageSurvey *survey,
              const TlPageBlock  *block)
{
  const char *text = survey->text->str + block->start;
  const char *end = text + block->length;

  if (tl_page_block_ends_sentence (survey, block))
    return TRUE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (is_stop (c) && p + 1 < end && ((guchar) *p >= 0x80 || p[1] == ' ') && p > text + 20)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_page_block_is_prose:
 * @survey: a page
 * @block: a block of it
 *
 * Returns: whether it reads like a paragraph of a story
 */
gboolean
tl_page_block_is_prose (const TlPageSurvey *survey,
                        const TlPageBlock  *block)
{
  guint weight = tl_page_block_weight (block);

  if (block->n_link * 2 > block->n_chars || weight < MIN_PARAGRAPH)
    return FALSE;
  if (block->tags & TL_PAGE_TAG_HEADING)      /* some set the first paragraph as a heading */
    return weight >= MIN_CUT_SHORT && tl_page_block_ends_sentence (survey, block);
  if (weight >= ((block->tags & TL_PAGE_TAG_PARAGRAPH) ? MIN_CUT_SHORT : MIN_PROSE))
    return TRUE;
  return (weight >= MIN_SENTENCE || (block->tags & TL_PAGE_TAG_PARAGRAPH)) &&
         has_sentence (survey, block);
}

static float
value_of (const TlPageSurvey *survey,
          const TlPageBlock  *block)
{
  float weight = (float) tl_page_block_weight (block);

  if (!tl_page_block_is_prose (survey, block))
    return 0;
  weight *= 1 - (float) block->n_link / (float) block->n_chars;
  if (block->tags & TL_PAGE_TAG_ITEM)
    weight *= 0.6f;
  return weight;
}

static void
add_up (TlPageWeights *self)
{
  TlPageSpan sum = { 0, 0, 0, 0 };

  for (guint i = 0; i < self->survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (self->survey, i);

      self->sums[i] = sum;
      if (self->is_out[i])
        continue;
      sum.value += self->values[i];
      if (!(block->tags & (TL_PAGE_TAG_HEADING | TL_PAGE_TAG_ROW)))
        {
          sum.chars += tl_page_block_weight (block);
          sum.links += block->n_link;
          sum.prose += self->is_prose[i] ? tl_page_block_weight (block) : 0;
        }
    }
  self->sums[self->survey->blocks->len] = sum;
}

/* Prose that was written in lines, each ended by a break: none of them is a sentence. */
static void
weigh_lines (TlPageWeights *self)
{
  guint n = self->survey->blocks->len;

  for (guint first = 0, end; first < n; first = end)
    {
      double weight = 0, links = 0;
      gboolean has_sentences = FALSE;

      for (end = first; end < n && (end == first || tl_page_survey_block (self->survey, end)->is_next_line); end++)
        {
          const TlPageBlock *block = tl_page_survey_block (self->survey, end);

          weight += tl_page_block_weight (block);
          links += block->n_link;
          has_sentences |= has_sentence (self->survey, block);
        }
      if (end - first < 3 || weight < MIN_PROSE || links * 4 > weight || !has_sentences)
        continue;
      for (guint i = first; i < end; i++)
        {
          const TlPageBlock *block = tl_page_survey_block (self->survey, i);

          if (self->is_prose[i] || tl_page_block_weight (block) < MIN_LINE || block->n_link * 2 > block->n_chars)
            continue;
          self->is_prose[i] = TRUE;
          self->values[i] = (float) tl_page_block_weight (block);
        }
    }
}

/* Notes on rights and cookies are prose, but of no story. */
static void
void_legal (TlPageWeights *self)
{
  for (guint i = 0; i < self->survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (self->survey, i);
      g_autofree char *lower = NULL;

      if (!self->is_prose[i] || self->is_out[i] || block->length > MAX_LEGAL)
        continue;
      lower = g_utf8_strdown (self->survey->text->str + block->start, (gssize) block->length);
      if (tl_page_text_is_legal (lower))
        {
          self->is_prose[i] = FALSE;
          self->values[i] = 0;
        }
    }
}

/* What a page says twice, for telephones and for desks, does not count twice. */
static void
void_repeated (TlPageWeights *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (self->survey, i);

      if (!self->is_out[i] && self->values[i] > 0 &&
          !g_hash_table_add (seen, g_strndup (self->survey->text->str + block->start, block->length)))
        self->values[i] = 0;
    }
}

/**
 * tl_page_weights_init:
 * @self: weights to be filled
 * @survey: a page, which has to outlive them
 * @titles: what the page is called by its own data
 *
 * Weighs a page.
 */
void
tl_page_weights_init (TlPageWeights      *self,
                      const TlPageSurvey *survey,
                      const char *const  *titles)
{
  guint n = survey->blocks->len;

  self->survey = survey;
  self->values = g_new0 (float, n + 1);
  self->is_prose = g_new0 (gboolean, n + 1);
  self->is_out = g_new0 (gboolean, n + 1);
  self->sums = g_new0 (TlPageSpan, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->values[i] = value_of (survey, tl_page_survey_block (survey, i));
      self->is_prose[i] = self->values[i] > 0;
    }
  weigh_lines (self);
  self->headline = tl_page_top_find (survey, titles);
  add_up (self);
  tl_page_outside_mark (self);
  void_legal (self);
  tl_page_end_mark (self);
  void_repeated (self);
  add_up (self);
}

/**
 * tl_page_weights_clear:
 * @self: weights
 *
 * Frees what they hold.
 */
void
tl_page_weights_clear (TlPageWeights *self)
{
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->is_prose, g_free);
  g_clear_pointer (&self->is_out, g_free);
  g_clear_pointer (&self->sums, g_free);
}

/**
 * tl_page_weights_span:
 * @self: weights
 * @first: a block
 * @end: the one behind the last
 *
 * Returns: what the blocks weigh that are not out
 */
TlPageSpan
tl_page_weights_span (const TlPageWeights *self,
                      guint                first,
                      guint                end)
{
  const TlPageSpan *a = &self->sums[first], *b = &self->sums[MAX (first, end)];

  return (TlPageSpan) { b->value - a->value, b->chars - a->chars, b->prose - a->prose, b->links - a->links };
}
