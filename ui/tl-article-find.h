/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-text.h"
#include "tl-find-bar.h"

G_BEGIN_DECLS

/**
 * TlArticleFind:
 *
 * Looks for what is typed in a bar in the text of an article.
 */
typedef struct _TlArticleFind TlArticleFind;

TlArticleFind *tl_article_find_new    (TlArticleText *text,
                                       TlFindBar     *bar);
void           tl_article_find_free   (TlArticleFind *self);
void           tl_article_find_colour (TlArticleFind *self,
                                       gboolean       is_dark);
void           tl_article_find_renew  (TlArticleFind *self);
void           tl_article_find_open   (TlArticleFind *self);
gboolean       tl_article_find_step   (TlArticleFind *self,
                                       int            step);

G_END_DECLS
