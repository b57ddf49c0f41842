/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-search-query.h"
#include "tl-snippet.h"

G_BEGIN_DECLS

/**
 * TL_SEARCH_RANKED:
 *
 * So many of the hits, those that were stored last, are put in the order of their rank.  All
 * of them would take too long where a word is in every article.
 */
#define TL_SEARCH_RANKED 2000

/**
 * TlSearchHits:
 *
 * Which articles have what was searched for.  Immutable.
 */
typedef struct _TlSearchHits TlSearchHits;

TlSearchHits *tl_search_run           (TlDatabase     *database,
                                       TlSearchQuery  *query,
                                       guint           limit,
                                       GCancellable   *cancellable,
                                       GError        **error);
TlSearchHits *tl_search_hits_ref      (TlSearchHits   *self);
void          tl_search_hits_unref    (TlSearchHits   *self);
GArray       *tl_search_hits_get_ids  (TlSearchHits   *self);
gboolean      tl_search_hits_contains (TlSearchHits   *self,
                                       gint64          article_id);
TlSnippet    *tl_search_load_snippet  (TlDatabase     *database,
                                       TlSearchQuery  *query,
                                       gint64          article_id,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchHits, tl_search_hits_unref)

G_END_DECLS
