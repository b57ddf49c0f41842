/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-adaptive-bin.h"
#include "tl-article-pane.h"
#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_ARTICLES_PAGE (tl_articles_page_get_type ())
G_DECLARE_FINAL_TYPE (TlArticlesPage, tl_articles_page, TL, ARTICLES_PAGE, AdwBin)

void     tl_articles_page_set_library     (TlArticlesPage *self,
                                           TlLibrary      *library);
gint64   tl_articles_page_get_selected_id (TlArticlesPage *self);
gboolean tl_articles_page_select          (TlArticlesPage *self,
                                           gint64          id);
void     tl_articles_page_select_newest   (TlArticlesPage *self);
gboolean tl_articles_page_show_article    (TlArticlesPage *self,
                                           gint64          id,
                                           TlSpan          span);
gboolean tl_articles_page_remove_selected (TlArticlesPage *self,
                                           GError        **error);
void     tl_articles_page_go_back         (TlArticlesPage *self);
void     tl_articles_page_search          (TlArticlesPage *self);
void     tl_articles_page_go_to_hit       (TlArticlesPage *self,
                                           int             step);
GArray  *tl_articles_page_dup_ids         (TlArticlesPage *self);
void     tl_articles_page_bind_order      (TlArticlesPage *self,
                                           GSettings      *settings);
const TlArticleQuery *tl_articles_page_get_query (TlArticlesPage       *self);
void                  tl_articles_page_set_query (TlArticlesPage       *self,
                                                  const TlArticleQuery *query);

const char    *tl_articles_page_get_pane_name (TlArticlesPage *self);
void           tl_articles_page_set_pane_name (TlArticlesPage *self,
                                               const char     *name);
TlArticlePane *tl_articles_page_get_article_pane (TlArticlesPage *self);
gboolean   tl_articles_page_edit_figure (TlArticlesPage *self,
                                         gint64          id,
                                         TlFigure       *figure,
                                         gboolean        from_period);

G_END_DECLS
