/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-hits.h"

#include "tl-search-query.h"

/* More are not marked: nobody goes through them, and each makes the view slower. */
#define MAX_HITS 2000

struct _TlArticleHits
{
  GtkTextBuffer *buffer;        /* owned */
  GtkTextTag    *tag;           /* the buffer's */
  GArray        *spans;         /* owned: TlSpan, in order */
  int            current;       /* -1 where none was gone to */
};

/**
 * tl_article_hits_new:
 * @buffer: what shows articles
 * @tag_name: by which they are marked there
 *
 * Returns: (transfer full): no hits yet
 */
TlArticleHits *
tl_article_hits_new (GtkTextBuffer *buffer,
                     const char    *tag_name)
{
  TlArticleHits *self = g_new0 (TlArticleHits, 1);

  self->buffer = g_object_ref (buffer);
  self->tag = gtk_text_buffer_create_tag (buffer, tag_name, NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  self->current = -1;
  return self;
}

/**
 * tl_article_hits_free:
 * @self: (transfer full): hits
 */
void
tl_article_hits_free (TlArticleHits *self)
{
  g_array_unref (self->spans);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * tl_article_hits_colour:
 * @self: hits
 * @is_dark: whether the ground is dark
 *
 * Marks hits by a colour that goes with the ground.
 */
void
tl_article_hits_colour (TlArticleHits *self,
                        gboolean       is_dark)
{
  g_object_set (self->tag, "background", is_dark ? "#a34a00" : "#ffc78a", NULL);
}

/**
 * tl_article_hits_clear:
 * @self: hits
 *
 * Forgets them.
 */
void
tl_article_hits_clear (TlArticleHits *self)
{
  GtkTextIter start, end;

  self->current = -1;
  if (self->spans->len == 0)
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  g_array_set_size (self->spans, 0);
}

static void
mark (TlArticleHits *self,
      TlTextMap     *map,
      TlSpan         span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) tl_text_map_get_offset (map, span.start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      (int) tl_text_map_get_offset (map, span.end));
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
}

/**
 * tl_article_hits_find:
 * @self: hits, cleared
 * @map: of the text that is shown
 * @text: the text
 * @words: what is looked for, "" for nothing
 *
 * Marks where words stand.
 */
void
tl_article_hits_find (TlArticleHits *self,
                      TlTextMap     *map,
                      const char    *text,
                      const char    *words)
{
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(GArray) spans = NULL;

  if (tl_search_query_is_empty (query))
    return;
  spans = tl_search_query_find_in_text (query, text);
  for (guint i = 0; i < spans->len && self->spans->len < MAX_HITS; i++)
    {
      TlSpan span = g_array_index (spans, TlSpan, i);

      if (!tl_text_map_shows (map, span.start))
        continue;
      mark (self, map, span);
      g_array_append_val (self->spans, span);
    }
}

/* Letters of either case are the same, and so is all space. */
static gunichar
fold (gunichar c)
{
  return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
}

/* Where a string ends that may begin at a place; NULL where it does not stand there. */
static const char *
match (const char     *place,
       const gunichar *folded)
{
  for (; *folded != 0; folded++, place = g_utf8_next_char (place))
    if (*place == '\0' || fold (g_utf8_get_char (place)) != *folded)
      return NULL;
  return place;
}

/**
 * tl_article_hits_find_string:
 * @self: hits, cleared
 * @map: of the text that is shown
 * @text: the text
 * @string: what is looked for, "" for nothing
 *
 * Marks where a string stands, in any case of letters, also inside of words.
 */
void
tl_article_hits_find_string (TlArticleHits *self,
                             TlTextMap     *map,
                             const char    *text,
                             const char    *string)
{
  g_autofree gunichar *folded = g_utf8_to_ucs4_fast (string, -1, NULL);
  const char *p = text;

  for (guint i = 0; folded[i] != 0; i++)
    folded[i] = fold (folded[i]);
  if (folded[0] == 0)
    return;
  while (*p != '\0' && self->spans->len < MAX_HITS && tl_text_map_shows (map, p - text))
    {
      const char *end = match (p, folded);
      TlSpan span;

      if (end == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      span = (TlSpan) { (guint32) (p - text), (guint32) (end - text) };
      mark (self, map, span);
      g_array_append_val (self->spans, span);
      p = end;
    }
}

/**
 * tl_article_hits_count:
 * @self: hits
 * @current: (out): which one a person is at, from 0; -1 for none
 * @is_cut: (out): whether there are more, which were not counted
 *
 * Returns: how many there are
 */
guint
tl_article_hits_count (TlArticleHits *self,
                       int           *current,
                       gboolean      *is_cut)
{
  *current = self->current;
  *is_cut = self->spans->len >= MAX_HITS;
  return self->spans->len;
}

/**
 * tl_article_hits_begin:
 * @self: hits
 * @byte: where a person is in the text
 *
 * Has the next one be the first that does not begin before a place.
 */
void
tl_article_hits_begin (TlArticleHits *self,
                       gsize          byte)
{
  self->current = -1;
  for (guint i = 0; i < self->spans->len; i++)
    if (g_array_index (self->spans, TlSpan, i).start >= byte)
      {
        self->current = (int) i - 1;
        return;
      }
}

/**
 * tl_article_hits_step:
 * @self: hits
 * @step: 1 for the next, -1 for the one before, 0 for the first
 * @span: (out): where it stands
 *
 * Goes to a hit; behind the last comes the first.
 *
 * Returns: whether there is any
 */
gboolean
tl_article_hits_step (TlArticleHits *self,
                      int            step,
                      TlSpan        *span)
{
  int n_spans = (int) self->spans->len;

  if (n_spans == 0)
    return FALSE;
  if (step == 0 || (self->current < 0 && step > 0))
    self->current = 0;
  else
    self->current = (MAX (self->current, 0) + step + n_spans) % n_spans;
  *span = g_array_index (self->spans, TlSpan, self->current);
  return TRUE;
}
