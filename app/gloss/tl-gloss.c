/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-gloss-private.h"

#include <string.h>

struct _TlGloss
{
  TlText *text;
  GArray *pieces;               /* TlGlossPiece, in the gloss's order, without gaps */
};

static void
piece_clear (gpointer data)
{
  g_free (((TlGlossPiece *) data)->nominative);
}

/**
 * tl_gloss_new:
 * @glossary: the words of the text's language
 * @text: a text
 *
 * Returns: (transfer full): its gloss
 */
TlGloss *
tl_gloss_new (TlGlossary *glossary,
              TlText     *text)
{
  TlGloss *self = g_new0 (TlGloss, 1);
  g_autofree char *words = NULL;

  self->pieces = g_array_new (FALSE, FALSE, sizeof (TlGlossPiece));
  g_array_set_clear_func (self->pieces, piece_clear);
  words = tl_gloss_write (glossary, text, self->pieces);
  self->text = tl_text_new (words, -1);
  return self;
}

/**
 * tl_gloss_free:
 * @self: (transfer full): a gloss
 */
void
tl_gloss_free (TlGloss *self)
{
  tl_text_unref (self->text);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * tl_gloss_get_text:
 * @self: a gloss
 *
 * Returns: (transfer none): its words
 */
TlText *
tl_gloss_get_text (TlGloss *self)
{
  return self->text;
}

/* The first piece that ends behind an offset. */
static guint
find_piece (TlGloss *self,
            gsize    offset)
{
  guint low = 0, high = self->pieces->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->pieces, TlGlossPiece, middle).gloss.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_gloss_find_source:
 * @self: a gloss
 * @span: a run of it
 *
 * Returns: the run of the text that it stands for; words that share a gloss with others stand
 *   for all of them
 */
TlSpan
tl_gloss_find_source (TlGloss *self,
                      TlSpan   span)
{
  TlSpan out = { G_MAXUINT32, 0 };

  for (guint i = find_piece (self, span.start); i < self->pieces->len; i++)
    {
      const TlGlossPiece *piece = &g_array_index (self->pieces, TlGlossPiece, i);
      TlSpan part = piece->source;

      if (piece->gloss.start >= span.end)
        break;
      if (tl_span_is_empty (part))
        continue;
      if (piece->is_copy)
        {
          part.start += span.start > piece->gloss.start ? span.start - piece->gloss.start : 0;
          part.end -= span.end < piece->gloss.end ? piece->gloss.end - span.end : 0;
        }
      out.start = MIN (out.start, part.start);
      out.end = MAX (out.end, part.end);
    }
  if (out.start > out.end)
    {
      guint i = find_piece (self, span.start);
      guint32 at = i < self->pieces->len ? g_array_index (self->pieces, TlGlossPiece, i).source.start : 0;

      return (TlSpan) { at, at };
    }
  return out;
}

/**
 * tl_gloss_find_span:
 * @self: a gloss
 * @source: a run of the text
 *
 * Returns: the run of the gloss that stands for it
 */
TlSpan
tl_gloss_find_span (TlGloss *self,
                    TlSpan   source)
{
  TlSpan out = { G_MAXUINT32, 0 };

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const TlGlossPiece *piece = &g_array_index (self->pieces, TlGlossPiece, i);
      TlSpan part = piece->gloss;

      if (!tl_span_overlaps (piece->source, source))
        continue;
      if (piece->is_copy)
        {
          part.start += source.start > piece->source.start ? source.start - piece->source.start : 0;
          part.end -= source.end < piece->source.end ? piece->source.end - source.end : 0;
        }
      out.start = MIN (out.start, part.start);
      out.end = MAX (out.end, part.end);
    }
  if (out.start > out.end)
    out.start = out.end = (guint32) tl_gloss_find_gloss (self, source.start);
  return out;
}

/**
 * tl_gloss_find_gloss:
 * @self: a gloss
 * @offset: a byte of the text
 *
 * Returns: the byte of the gloss from which on what stands behind @offset is told
 */
gsize
tl_gloss_find_gloss (TlGloss *self,
                     gsize    offset)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const TlGlossPiece *piece = &g_array_index (self->pieces, TlGlossPiece, i);

      if (piece->source.end <= offset)
        continue;
      if (piece->is_copy && piece->source.start < offset)
        return piece->gloss.start + (offset - piece->source.start);
      return piece->gloss.start;
    }
  return tl_text_get_length (self->text);
}

/**
 * tl_gloss_dup_nominative:
 * @self: a gloss
 * @text: the text
 * @span: a name in the gloss
 *
 * Returns: (transfer full) (nullable): the name as the text's language has it in the nominative;
 *   %NULL where that is not known
 */
char *
tl_gloss_dup_nominative (TlGloss    *self,
                         const char *text,
                         TlSpan      span)
{
  g_autoptr(GString) name = g_string_new (NULL);
  gboolean is_head = TRUE;

  for (guint i = find_piece (self, span.start); i < self->pieces->len; i++)
    {
      const TlGlossPiece *piece = &g_array_index (self->pieces, TlGlossPiece, i);
      TlSpan part = piece->source;

      if (piece->gloss.start >= span.end)
        break;
      /* Behind "of", which was put in, all stands as it has to. */
      if (tl_span_is_empty (part) && name->len > 0)
        is_head = FALSE;
      if ((is_head && !piece->is_nominative) || (piece->is_copy && piece->gloss.start < span.start) ||
          (piece->is_copy && piece->gloss.end > span.end))
        return NULL;
      if (is_head && piece->nominative != NULL)
        g_string_append (name, piece->nominative);
      else
        g_string_append_len (name, text + part.start, part.end - part.start);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}
