/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-view.h"

G_BEGIN_DECLS

#define TL_TYPE_ARTICLE_PANE (tl_article_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlArticlePane, tl_article_pane, TL, ARTICLE_PANE, AdwBin)

TlArticle *tl_article_pane_get_article (TlArticlePane *self);
TlArticleView *tl_article_pane_get_view (TlArticlePane *self);
gboolean   tl_article_pane_show        (TlArticlePane *self,
                                        TlLibrary     *library,
                                        gint64         id);
gboolean   tl_article_pane_show_again  (TlArticlePane *self);
void       tl_article_pane_show_copies (TlArticlePane *self);
void       tl_article_pane_show_span   (TlArticlePane *self,
                                        TlSpan         span);
gboolean   tl_article_pane_get_selection (TlArticlePane *self,
                                          TlSpan        *span);
void       tl_article_pane_show_why  (TlArticlePane *self,
                                       TlFigure      *figure);
void       tl_article_pane_show_hits   (TlArticlePane *self,
                                        const char    *words);
gboolean   tl_article_pane_go_to_hit   (TlArticlePane *self,
                                        int            step);

G_END_DECLS
