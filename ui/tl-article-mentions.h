/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-text.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlArticleMentions:
 *
 * Says of marked words what they were taken to mean: where the pointer is, or the caret.
 */
typedef struct _TlArticleMentions TlArticleMentions;

TlArticleMentions *tl_article_mentions_new         (TlArticleText     *text,
                                                    GtkWidget         *parent);
void               tl_article_mentions_free        (TlArticleMentions *self);
void               tl_article_mentions_set_library (TlArticleMentions *self,
                                                    TlLibrary         *library);
gboolean           tl_article_mentions_describe    (TlArticleMentions *self);
gboolean           tl_article_mentions_step        (TlArticleMentions *self,
                                                    int                step,
                                                    gboolean           only_figures);
GArray            *tl_article_mentions_list        (TlArticleMentions *self);

G_END_DECLS
