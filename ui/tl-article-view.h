/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"
#include "tl-library.h"
#include "tl-quotation.h"

G_BEGIN_DECLS

#define TL_TYPE_ARTICLE_VIEW (tl_article_view_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleView, tl_article_view, TL, ARTICLE_VIEW, AdwBin)

TlArticle *tl_article_view_get_article (TlArticleView *self);
void       tl_article_view_set_article (TlArticleView *self,
                                        TlArticle     *article);
void       tl_article_view_show_copies (TlArticleView *self,
                                        TlLibrary     *library,
                                        gint64         id);
void       tl_article_view_show_span   (TlArticleView *self,
                                        TlSpan         span);
void       tl_article_view_edit_title    (TlArticleView *self);
gsize      tl_article_view_get_top       (TlArticleView *self);
void       tl_article_view_set_top       (TlArticleView *self,
                                          gsize          byte);
gboolean   tl_article_view_get_selection (TlArticleView *self,
                                          TlSpan        *span);

gboolean   tl_article_view_describe      (TlArticleView *self);
gboolean   tl_article_view_go_to_mention (TlArticleView *self,
                                          int            step,
                                          gboolean       only_figures);
void       tl_article_view_show_why      (TlArticleView *self,
                                          TlFigure      *figure);

void       tl_article_view_show_hits   (TlArticleView *self,
                                        const char    *words);
gboolean   tl_article_view_go_to_hit   (TlArticleView *self,
                                        int            step);

void       tl_article_view_find          (TlArticleView *self);
char      *tl_article_view_dup_quotation (TlArticleView *self,
                                          TlQuotationFormat format);

G_END_DECLS
