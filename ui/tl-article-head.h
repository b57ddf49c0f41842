/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlArticleHead:
 *
 * What is known of an article besides its text, above it: read and edited in the same place;
 * and what moved when its day was changed.
 *
 * Signal: "show-span" with the first byte of words of the text and the one behind them.
 */
#define TL_TYPE_ARTICLE_HEAD (tl_article_head_get_type ())
G_DECLARE_FINAL_TYPE (TlArticleHead, tl_article_head, TL, ARTICLE_HEAD, AdwBin)

void tl_article_head_set_article (TlArticleHead *self,
                                  TlArticle     *article,
                                  gboolean       title_is_in_text);
void tl_article_head_edit_title  (TlArticleHead *self);
void tl_article_head_set_id      (TlArticleHead *self,
                                  gint64         id);

G_END_DECLS
