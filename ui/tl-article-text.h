/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-marks.h"
#include "tl-text-map.h"

G_BEGIN_DECLS

/**
 * TlWordsLine:
 * @span: words of the article's text
 * @kind: what is marked in that way elsewhere: the line under them
 *
 * Words that are marked for a while, in place of what is marked always.
 */
typedef struct
{
  TlSpan        span;
  TlMentionKind kind;
} TlWordsLine;

#define TL_TYPE_ARTICLE_TEXT (tl_article_text_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleText, tl_article_text, TL, ARTICLE_TEXT, GtkTextView)

void            tl_article_text_set_marks     (TlArticleText  *self,
                                               TlTextMap      *map,
                                               TlArticleMarks *marks);
TlArticleMarks *tl_article_text_get_marks     (TlArticleText  *self);
TlTextMap      *tl_article_text_get_map       (TlArticleText  *self);
void            tl_article_text_set_lines     (TlArticleText  *self,
                                               TlSpan          sentence,
                                               GArray         *lines);
gboolean        tl_article_text_get_selection (TlArticleText  *self,
                                               TlSpan         *span);
gsize           tl_article_text_get_caret     (TlArticleText  *self);
void            tl_article_text_place_caret   (TlArticleText  *self,
                                               gsize           byte);
gboolean        tl_article_text_find_byte     (TlArticleText  *self,
                                               double          x,
                                               double          y,
                                               gsize          *byte);
void            tl_article_text_select        (TlArticleText  *self,
                                               TlSpan          span);
gsize           tl_article_text_get_top       (TlArticleText  *self);
void            tl_article_text_set_top       (TlArticleText  *self,
                                               gsize           byte);
void            tl_article_text_get_place     (TlArticleText  *self,
                                               TlSpan          span,
                                               GdkRectangle   *place);

G_END_DECLS
