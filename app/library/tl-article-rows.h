/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-item.h"
#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlArticleRows:
 *
 * The rows of a library's articles, each of them read when it is asked for.  All lists of the
 * library take them from here, so that an article has one row.
 */
#define TL_TYPE_ARTICLE_ROWS (tl_article_rows_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleRows, tl_article_rows, TL, ARTICLE_ROWS, GObject)

TlArticleRows *tl_article_rows_new            (TlDatabase    *database);
TlArticleItem *tl_article_rows_get            (TlArticleRows *self,
                                               gint64         id);
void           tl_article_rows_forget         (TlArticleRows *self,
                                               gint64         id);
GArray        *tl_article_rows_find_stale     (TlArticleRows *self);
void           tl_article_rows_count_carriers (TlArticleRows *self);

G_END_DECLS
