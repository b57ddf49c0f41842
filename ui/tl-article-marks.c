/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-marks.h"

struct _TlArticleMarks
{
  TlArticle *article;           /* owned */
  GArray    *marks;             /* owned (element-type TlMark): by where they begin */
  gsize      longest;           /* bytes of the longest */
};

static void
add (TlArticleMarks *self,
     TlMentionKind   kind,
     guint           index,
     TlSpan          span)
{
  TlMark mark = { kind, span, index };

  if (tl_span_is_empty (span))
    return;
  g_array_append_val (self->marks, mark);
  self->longest = MAX (self->longest, (gsize) (span.end - span.start));
}

static void
add_entities (TlArticleMarks *self)
{
  GPtrArray *entities = tl_article_get_entities (self->article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

      for (guint j = 0; j < n_mentions; j++)
        add (self, tl_mention_kind_for_entity (tl_entity_get_entity_type (entity)), i, mentions[j]);
    }
}

/* What is wider comes first: it is drawn behind the others. */
static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const TlMark *first = a, *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end > second->span.end ? -1 : 1;
  return (int) second->kind - (int) first->kind;
}

/**
 * tl_article_marks_new:
 * @article: an article
 *
 * Returns: (transfer full): what was read from it
 */
TlArticleMarks *
tl_article_marks_new (TlArticle *article)
{
  TlArticleMarks *self = g_new0 (TlArticleMarks, 1);
  GArray *amounts = tl_article_get_amounts (article);
  GArray *dates = tl_article_get_dates (article);
  GPtrArray *figures = tl_article_get_figures (article);

  self->article = g_object_ref (article);
  self->marks = g_array_new (FALSE, FALSE, sizeof (TlMark));
  for (guint i = 0; i < figures->len; i++)
    add (self, TL_MENTION_FIGURE, i, tl_figure_get_data (g_ptr_array_index (figures, i))->quote);
  for (guint i = 0; i < amounts->len; i++)
    add (self, TL_MENTION_AMOUNT, i, g_array_index (amounts, TlAmount, i).span);
  for (guint i = 0; i < dates->len; i++)
    add (self, TL_MENTION_DATE, i, g_array_index (dates, TlPeriod, i).span);
  add_entities (self);
  g_array_sort (self->marks, compare_marks);
  return self;
}

/**
 * tl_article_marks_free:
 * @self: (transfer full): marks
 */
void
tl_article_marks_free (TlArticleMarks *self)
{
  g_array_unref (self->marks);
  g_object_unref (self->article);
  g_free (self);
}

/**
 * tl_article_marks_get_article:
 * @self: marks
 *
 * Returns: (transfer none): the article that they are of
 */
TlArticle *
tl_article_marks_get_article (TlArticleMarks *self)
{
  return self->article;
}

/* The first mark that does not begin before a byte. */
static guint
find_first (TlArticleMarks *self,
            gsize           byte)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, TlMark, middle).span.start < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_article_marks_list:
 * @self: marks
 * @span: a run of the text, in bytes; of one byte for what stands at a place
 *
 * Returns: (transfer full) (element-type TlMark): what stands there, wholly or in part, in order
 */
GArray *
tl_article_marks_list (TlArticleMarks *self,
                       TlSpan          span)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TlMark));

  for (guint i = find_first (self, span.start > self->longest ? span.start - self->longest : 0);
       i < self->marks->len; i++)
    {
      const TlMark *mark = &g_array_index (self->marks, TlMark, i);

      if (mark->span.start >= span.end)
        break;
      if (tl_span_overlaps (mark->span, span))
        g_array_append_val (marks, *mark);
    }
  return marks;
}

static gboolean
is_wanted (const TlMark *mark,
           gsize         byte,
           gboolean      only_figures)
{
  return mark->span.start != byte && (!only_figures || mark->kind == TL_MENTION_FIGURE);
}

/**
 * tl_article_marks_step:
 * @self: marks
 * @byte: where a person is
 * @step: 1 for what begins behind that, -1 for what begins before it
 * @only_figures: whether only figures are meant
 * @mark: (out): the nearest; behind the last comes the first
 *
 * Returns: whether there is any
 */
gboolean
tl_article_marks_step (TlArticleMarks *self,
                       gsize           byte,
                       int             step,
                       gboolean        only_figures,
                       TlMark         *mark)
{
  guint n_marks = self->marks->len;
  guint first = find_first (self, byte);

  for (guint i = 0; i < n_marks; i++)
    {
      guint at = step > 0 ? (first + i) % n_marks : (first + 2 * n_marks - 1 - i) % n_marks;

      *mark = g_array_index (self->marks, TlMark, at);
      if (is_wanted (mark, byte, only_figures))
        return TRUE;
    }
  return FALSE;
}
