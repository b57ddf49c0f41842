/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-article-query.h"
#include "tl-article-set.h"

G_BEGIN_DECLS

/**
 * TlArticleSets:
 * @sets: the articles that each filter of a query lets through; %NULL for a filter that it has
 *   not
 * @ranked: (element-type gint64) (nullable): those with its words, what fits best first
 * @cancellable: (nullable): by what loading them is given up
 *
 * What a query's filters say, each for itself.
 */
typedef struct
{
  TlArticleSet *sets[TL_N_FILTERS];
  GArray       *ranked;
  GCancellable *cancellable;
} TlArticleSets;

gboolean      tl_article_sets_load  (TlArticleSets         *self,
                                     TlDatabase            *database,
                                     const TlArticleQuery  *query,
                                     GCancellable          *cancellable,
                                     GError               **error);
void          tl_article_sets_clear (TlArticleSets         *self);
gboolean      tl_article_sets_have  (const TlArticleSets   *self,
                                     gint64                 id,
                                     int                    left_out);
GArray       *tl_articles_find      (TlDatabase            *database,
                                     const TlArticleQuery  *query,
                                     GCancellable          *cancellable,
                                     GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlArticleSets, tl_article_sets_clear)

G_END_DECLS
