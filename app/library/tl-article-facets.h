/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlFacet:
 * @name: a publisher, the code of a language, a year, or two codes of partners, "BY,KZ"; "" for
 *   articles of which it is not known
 * @n_articles: how many articles have it
 *
 * One of the values that articles can be filtered by.
 */
typedef struct
{
  char  *name;
  guint  n_articles;
} TlFacet;

/**
 * TlArticleFacets:
 * @publishers: (element-type TlFacet): in the order of the alphabet, the unknown last
 * @languages: (element-type TlFacet): most articles first
 * @years: (element-type TlFacet): the newest first, the unknown last
 * @pairs: (element-type TlFacet): most articles first
 * @n_with_figures: how many articles have figures
 * @n_to_review: how many of these nobody has reviewed
 *
 * What the articles that a query asks for can be filtered by further.  What a filter of the
 * query chose does not narrow what it offers: of the publishers not only the chosen are counted.
 */
typedef struct
{
  GArray *publishers;
  GArray *languages;
  GArray *years;
  GArray *pairs;
  guint   n_with_figures;
  guint   n_to_review;
} TlArticleFacets;

void             tl_article_facets_free          (TlArticleFacets       *self);
void             tl_library_count_facets_async   (TlLibrary             *self,
                                                  const TlArticleQuery  *query,
                                                  GCancellable          *cancellable,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               user_data);
TlArticleFacets *tl_library_count_facets_finish  (TlLibrary             *self,
                                                  GAsyncResult          *result,
                                                  GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleFacets, tl_article_facets_free)

G_END_DECLS
