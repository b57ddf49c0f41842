/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-query-list.h"

G_BEGIN_DECLS

/**
 * TlArticleSelection:
 *
 * Which article of a list is selected, if any: by the article and not by its position, so that
 * it stays selected wherever sorting and filtering puts it, and while it is filtered out.
 *
 * A window that opens shows the first articles before the others: what is behind the limit is
 * no part of this list, but may be selected.
 *
 * Property "selected-id".
 */
#define TL_TYPE_ARTICLE_SELECTION (tl_article_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleSelection, tl_article_selection, TL, ARTICLE_SELECTION, GObject)

TlArticleSelection *tl_article_selection_new          (TlQueryList        *list);
gint64              tl_article_selection_get_id       (TlArticleSelection *self);
void                tl_article_selection_set_id       (TlArticleSelection *self,
                                                       gint64              id);
guint               tl_article_selection_get_position (TlArticleSelection *self);
guint               tl_article_selection_get_limit    (TlArticleSelection *self);
void                tl_article_selection_set_limit    (TlArticleSelection *self,
                                                       guint               limit);

G_END_DECLS
