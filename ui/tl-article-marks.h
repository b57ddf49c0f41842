/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-mention.h"

G_BEGIN_DECLS

/**
 * TlMark:
 * @kind: what it is
 * @span: where it stands in the article's text
 * @index: which one of the article's figures, entities, amounts or dates it is
 *
 * A run of an article's text that something was read from.
 */
typedef struct
{
  TlMentionKind kind;
  TlSpan        span;
  guint         index;
} TlMark;

/**
 * TlArticleMarks:
 *
 * All that was read from an article, in the order in which it stands in the text.
 */
typedef struct _TlArticleMarks TlArticleMarks;

TlArticleMarks *tl_article_marks_new     (TlArticle      *article);
void            tl_article_marks_free    (TlArticleMarks *self);
TlArticle      *tl_article_marks_get_article (TlArticleMarks *self);
GArray         *tl_article_marks_list    (TlArticleMarks *self,
                                          TlSpan          span);
gboolean        tl_article_marks_step    (TlArticleMarks *self,
                                          gsize           byte,
                                          int             step,
                                          gboolean        only_figures,
                                          TlMark         *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleMarks, tl_article_marks_free)

G_END_DECLS
