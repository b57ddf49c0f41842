/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-articles-page.h"

#include "tl-article-pane.h"
#include "tl-articles-pane.h"
#include "tl-reading-pane.h"

G_BEGIN_DECLS

/* What is seen one after another in a narrow window. */
typedef enum
{
  TL_PANE_LIST,
  TL_PANE_ARTICLE,
  TL_PANE_READING,
} TlPane;

struct _TlArticlesPage
{
  AdwBin              parent_instance;

  GtkPaned           *list_paned;
  TlArticlesPane     *list_pane;
  GtkPaned           *reading_paned;
  TlArticlePane      *article_pane;
  TlReadingPane      *reading_pane;

  TlLibrary          *library;          /* owned, NULL while there is none */
  TlLayout            layout;
  int                 pane;             /* a TlPane: the one that is seen in a narrow window */
  gboolean            reading_wanted;   /* in a wide window */
  gboolean            reading_opened;   /* in a medium one, where it takes room away */
  gint64              shown_id;         /* the article that is shown, or 0 */
  gboolean            is_behind;        /* it changed while nobody saw it */
};

/* tl-articles-page-panes.c */
gboolean tl_articles_page_has_article (TlArticlesPage *self);
gboolean tl_articles_page_is_reading_visible (TlArticlesPage *self);
gboolean tl_articles_page_can_go_back (TlArticlesPage *self);
void tl_articles_page_update_panes (TlArticlesPage *self);
void tl_articles_page_show_pane (TlArticlesPage *self, TlPane pane);
void tl_articles_page_set_layout (TlArticlesPage *self, TlLayout layout);
void tl_articles_page_set_reading_visible (TlArticlesPage *self, gboolean visible);
void tl_articles_page_set_reading_wanted (TlArticlesPage *self, gboolean wanted);

G_END_DECLS
