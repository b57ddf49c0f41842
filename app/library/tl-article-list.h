/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-item.h"
#include "tl-article-key.h"
#include "tl-article-rows.h"

G_BEGIN_DECLS

/**
 * TlArticleList:
 *
 * The articles of a library as a list model of #TlArticleItem, newest first.
 */
#define TL_TYPE_ARTICLE_LIST (tl_article_list_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleList, tl_article_list, TL, ARTICLE_LIST, GObject)

TlArticleList *tl_article_list_new    (TlDatabase          *database,
                                       GError             **error);
TlArticleRows *tl_article_list_get_rows (TlArticleList     *self);
GArray        *tl_article_list_get_keys (TlArticleList     *self);
void           tl_article_list_insert (TlArticleList       *self,
                                       const TlArticleKey  *keys,
                                       guint                n_keys);
void           tl_article_list_remove (TlArticleList       *self,
                                       TlArticleKey         key);
void           tl_article_list_remove_many (TlArticleList      *self,
                                            const TlArticleKey *keys,
                                            guint               n_keys);
void           tl_article_list_replace (TlArticleList      *self,
                                        TlArticleKey        from,
                                        TlArticleKey        to);
gboolean       tl_article_list_follow (TlArticleList       *self,
                                       GArray              *keys);

G_END_DECLS
