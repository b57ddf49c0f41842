/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlArticleItem:
 *
 * A row of the list of articles: what the list shows, without the text.  Immutable but for how
 * many articles carry the same story, and where the words stand that are being looked for.
 * Properties that a row binds: "id", "title", "subtitle" (publisher, date, how many carry it),
 * "n-figures", "n-carriers", "to-review", "snippet".
 */
#define TL_TYPE_ARTICLE_ITEM (tl_article_item_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleItem, tl_article_item, TL, ARTICLE_ITEM, GObject)

TlArticleItem *tl_article_item_new           (gint64         id,
                                              const char    *title,
                                              const char    *publisher,
                                              TlDate         published,
                                              guint          n_figures);
gint64         tl_article_item_get_id        (TlArticleItem *self);
const char    *tl_article_item_get_title     (TlArticleItem *self);
const char    *tl_article_item_get_publisher (TlArticleItem *self);
TlDate         tl_article_item_get_published (TlArticleItem *self);
guint          tl_article_item_get_n_figures (TlArticleItem *self);
guint          tl_article_item_get_n_carriers (TlArticleItem *self);
void           tl_article_item_set_n_carriers (TlArticleItem *self,
                                               guint          n_carriers);
gboolean       tl_article_item_get_to_review (TlArticleItem  *self);
void           tl_article_item_set_to_review (TlArticleItem  *self,
                                              gboolean        to_review);
const char    *tl_article_item_get_snippet   (TlArticleItem  *self);
void           tl_article_item_set_snippet   (TlArticleItem  *self,
                                              const char     *snippet);

G_END_DECLS
