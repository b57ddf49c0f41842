/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-set.h"
#include "tl-database.h"
#include "tl-search-query-private.h"

G_BEGIN_DECLS

/**
 * TlSearchAlias:
 * @terms: which terms of a query name something, a bit for each
 * @articles: the articles that speak of it, by whatever name
 *
 * What articles are found by that have a name of something, and not the one that was typed.
 */
typedef struct
{
  guint32       terms;
  TlArticleSet *articles;
  GArray       *ids;            /* gint64 */
} TlSearchAlias;

GPtrArray *tl_search_aliases_find (TlDatabase     *database,
                                   TlSearchQuery  *query,
                                   GError        **error);

G_END_DECLS
