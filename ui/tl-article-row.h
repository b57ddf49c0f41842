/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-item.h"

G_BEGIN_DECLS

#define TL_TYPE_ARTICLE_ROW (tl_article_row_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleRow, tl_article_row, TL, ARTICLE_ROW, AdwBin)

TlArticleItem *tl_article_row_get_item (TlArticleRow  *self);
void           tl_article_row_set_item (TlArticleRow  *self,
                                        TlArticleItem *item);

G_END_DECLS
