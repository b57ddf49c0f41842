/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-item.h"
#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlQueryList:
 *
 * The articles of a library that a query asks for, as a list model of #TlArticleItem in the
 * query's order.  It follows the library and the query; what it costs is found out in a thread,
 * and the list before stays until then.
 *
 * Property "pending": whether another list is on its way.  Signals: "found": the list is that
 * of the query which was set last; "altered" (gint64): an article, in the list or not, is another
 * one now.
 */
#define TL_TYPE_QUERY_LIST (tl_query_list_get_type ())
G_DECLARE_FINAL_TYPE (TlQueryList, tl_query_list, TL, QUERY_LIST, GObject)

TlQueryList          *tl_query_list_new        (TlLibrary            *library);
const TlArticleQuery *tl_query_list_get_query  (TlQueryList          *self);
void                  tl_query_list_set_query  (TlQueryList          *self,
                                                const TlArticleQuery *query);
gboolean              tl_query_list_is_pending (TlQueryList          *self);
gint64                tl_query_list_get_id     (TlQueryList          *self,
                                                guint                 position);
void                  tl_query_list_ask        (TlQueryList          *self,
                                                TlArticleItem        *item);
gboolean              tl_query_list_find       (TlQueryList          *self,
                                                gint64                id,
                                                guint                *position);
gboolean              tl_query_list_knows      (TlQueryList          *self,
                                                gint64                id);
guint                 tl_query_list_count_all  (TlQueryList          *self);
GArray               *tl_query_list_dup_ids    (TlQueryList          *self);

G_END_DECLS
