/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/* Article (0 for the selected one), place of the quote in bytes, tl_figure_dup_key(). */
#define TL_FIGURE_TARGET_TYPE "(xuus)"

GVariant *tl_figure_target_new  (gint64      article_id,
                                 TlFigure   *figure);
gint64    tl_figure_target_get_article_id (GVariant *target);
TlFigure *tl_figure_target_find (GVariant   *target,
                                 TlArticle  *article);

G_END_DECLS
