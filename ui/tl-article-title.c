/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The title of an article where its text begins with it. */

#include "tl-article-title.h"

#include <string.h>

#define TAG "title"

/**
 * tl_article_title_add_tag:
 * @buffer: a buffer
 *
 * Has it show titles as such.
 */
void
tl_article_title_add_tag (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, TAG, "weight", PANGO_WEIGHT_BOLD, "scale", 1.5, "pixels-below-lines", 12, NULL);
}

/* Where the title stands; empty where the text does not begin with it. */
static TlSpan
find_title (TlArticle *article)
{
  const char *text = tl_article_get_text (article);
  const char *title = tl_article_get_title (article);
  gsize before = strspn (text, " \t\r\n");
  gsize length = title != NULL ? strlen (title) : 0;
  char next;

  if (length == 0 || !g_str_has_prefix (text + before, title))
    return (TlSpan) { 0, 0 };
  next = text[before + length];
  if (next != '\0' && next != '\n' && next != '\r')
    return (TlSpan) { 0, 0 };
  return (TlSpan) { (guint32) before, (guint32) (before + length) };
}

/**
 * tl_article_title_mark:
 * @buffer: with the article's text, see tl_article_title_add_tag()
 * @map: of that text
 * @article: the article
 *
 * Most articles begin with their title: then it is set as one there, and need not be said above
 * the text again.
 *
 * Returns: whether it is so
 */
gboolean
tl_article_title_mark (GtkTextBuffer *buffer,
                       TlTextMap     *map,
                       TlArticle     *article)
{
  TlSpan span = find_title (article);
  GtkTextIter start, end;

  if (tl_span_is_empty (span))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) tl_text_map_get_offset (map, span.start));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) tl_text_map_get_offset (map, span.end));
  gtk_text_buffer_apply_tag_by_name (buffer, TAG, &start, &end);
  return TRUE;
}
