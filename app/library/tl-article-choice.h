/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-list.h"

G_BEGIN_DECLS

/**
 * TlArticleChoice:
 *
 * Some articles of a library as a list model of #TlArticleItem, in an order of their own.
 */
#define TL_TYPE_ARTICLE_CHOICE (tl_article_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleChoice, tl_article_choice, TL, ARTICLE_CHOICE, GObject)

GListModel *tl_article_choice_new (TlArticleList *list,
                                   GArray        *ids);

G_END_DECLS
