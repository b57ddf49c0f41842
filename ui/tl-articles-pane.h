/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-query.h"
#include "tl-library.h"
#include "tl-list-bar.h"

G_BEGIN_DECLS

#define TL_TYPE_ARTICLES_PANE (tl_articles_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlArticlesPane, tl_articles_pane, TL, ARTICLES_PANE, AdwBin)

void       tl_articles_pane_set_library     (TlArticlesPane *self,
                                             TlLibrary      *library);
TlListBar *tl_articles_pane_get_bar         (TlArticlesPane *self);
GArray    *tl_articles_pane_dup_ids         (TlArticlesPane *self);
gint64     tl_articles_pane_get_selected_id (TlArticlesPane *self);
gboolean   tl_articles_pane_select          (TlArticlesPane *self,
                                             gint64          id);
guint      tl_articles_pane_get_position    (TlArticlesPane *self);
void       tl_articles_pane_select_near     (TlArticlesPane *self,
                                             guint           position);
void       tl_articles_pane_focus_list      (TlArticlesPane *self);

G_END_DECLS
