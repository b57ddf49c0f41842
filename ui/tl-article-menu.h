/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-text.h"

G_BEGIN_DECLS

void tl_article_menu_add_to      (TlArticleText *text,
                                  GtkWidget     *parent);
void tl_article_menu_remove_from (TlArticleText *text);

G_END_DECLS
