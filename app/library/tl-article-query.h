/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-figure.h"

G_BEGIN_DECLS

/**
 * TlArticleOrder:
 * @TL_ORDER_NEWEST: the newest first, those without a date last
 * @TL_ORDER_OLDEST: the oldest first, those without a date last
 * @TL_ORDER_TITLE: as a dictionary would have them, see tl_sort_key_new()
 * @TL_ORDER_PUBLISHER: by publisher, and those of one the newest first
 * @TL_ORDER_FIGURES: those with the most figures first
 * @TL_ORDER_RELEVANCE: what fits the words best first; without words the newest
 */
typedef enum
{
  TL_ORDER_NEWEST,
  TL_ORDER_OLDEST,
  TL_ORDER_TITLE,
  TL_ORDER_PUBLISHER,
  TL_ORDER_FIGURES,
  TL_ORDER_RELEVANCE,
} TlArticleOrder;

#define TL_N_ORDERS (TL_ORDER_RELEVANCE + 1)

/**
 * TlArticleFilter:
 * @TL_FILTER_PUBLISHER: one of some publishers
 * @TL_FILTER_PERIOD: published in a time
 * @TL_FILTER_LANGUAGE: in a language
 * @TL_FILTER_ENTITY: naming each of some entities
 * @TL_FILTER_PAIR: with figures of two partners
 * @TL_FILTER_FIGURES: with figures of any
 * @TL_FILTER_TO_REVIEW: with figures that nobody has reviewed
 * @TL_FILTER_WORDS: with some words
 *
 * By what articles are chosen.
 */
typedef enum
{
  TL_FILTER_PUBLISHER,
  TL_FILTER_PERIOD,
  TL_FILTER_LANGUAGE,
  TL_FILTER_ENTITY,
  TL_FILTER_PAIR,
  TL_FILTER_FIGURES,
  TL_FILTER_TO_REVIEW,
  TL_FILTER_WORDS,
} TlArticleFilter;

#define TL_N_FILTERS (TL_FILTER_WORDS + 1)

/**
 * TlArticleQuery:
 *
 * Which articles of a library, and in which order.  A value: whoever wants to keep one or give
 * it to another thread copies it.
 */
typedef struct _TlArticleQuery TlArticleQuery;

TlArticleQuery    *tl_article_query_new            (void);
TlArticleQuery    *tl_article_query_copy           (const TlArticleQuery *self);
void               tl_article_query_free           (TlArticleQuery       *self);
gboolean           tl_article_query_equal          (const TlArticleQuery *self,
                                                    const TlArticleQuery *other);
gboolean           tl_article_query_has_filter     (const TlArticleQuery *self,
                                                    TlArticleFilter       filter);
gboolean           tl_article_query_is_filtered    (const TlArticleQuery *self);
gboolean           tl_article_query_has_chips      (const TlArticleQuery *self);
void               tl_article_query_clear          (TlArticleQuery       *self,
                                                    TlArticleFilter       filter);
TlArticleOrder     tl_article_query_get_order      (const TlArticleQuery *self);
void               tl_article_query_set_order      (TlArticleQuery       *self,
                                                    TlArticleOrder        order);
const char        *tl_article_query_get_words      (const TlArticleQuery *self);
void               tl_article_query_set_words      (TlArticleQuery       *self,
                                                    const char           *words);
GPtrArray         *tl_article_query_get_publishers (const TlArticleQuery *self);
gboolean           tl_article_query_has_publisher  (const TlArticleQuery *self,
                                                    const char           *publisher);
void               tl_article_query_set_publisher  (TlArticleQuery       *self,
                                                    const char           *publisher,
                                                    gboolean              is_in);
TlDate             tl_article_query_get_from       (const TlArticleQuery *self);
TlDate             tl_article_query_get_to         (const TlArticleQuery *self);
void               tl_article_query_set_period     (TlArticleQuery       *self,
                                                    TlDate                from,
                                                    TlDate                to);
const char        *tl_article_query_get_language   (const TlArticleQuery *self);
void               tl_article_query_set_language   (TlArticleQuery       *self,
                                                    const char           *language);
GArray            *tl_article_query_get_entities   (const TlArticleQuery *self);
void               tl_article_query_set_entity     (TlArticleQuery       *self,
                                                    gint64                id,
                                                    gboolean              is_in);
const char        *tl_article_query_get_partner    (const TlArticleQuery *self,
                                                    guint                 n);
void               tl_article_query_set_pair       (TlArticleQuery       *self,
                                                    const char           *partner,
                                                    const char           *other);
void               tl_article_query_set_has_figures (TlArticleQuery      *self,
                                                     gboolean             has_figures);
void               tl_article_query_set_to_review  (TlArticleQuery       *self,
                                                    gboolean              to_review);

/* tl-article-query-filters.c */
char             **tl_article_query_dup_filters    (const TlArticleQuery *self);
gboolean           tl_article_query_add_filter     (TlArticleQuery       *self,
                                                    const char           *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArticleQuery, tl_article_query_free)

G_END_DECLS
