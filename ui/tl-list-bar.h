/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-query.h"
#include "tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_LIST_BAR (tl_list_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlListBar, tl_list_bar, TL, LIST_BAR, AdwBin)

void                  tl_list_bar_set_library  (TlListBar            *self,
                                                TlLibrary            *library);
const TlArticleQuery *tl_list_bar_get_query    (TlListBar            *self);
void                  tl_list_bar_set_query    (TlListBar            *self,
                                                const TlArticleQuery *query);
void                  tl_list_bar_clear        (TlListBar            *self);
void                  tl_list_bar_set_counts   (TlListBar            *self,
                                                guint                 n_found,
                                                guint                 n_articles);
void                  tl_list_bar_announce     (TlListBar            *self);
void                  tl_list_bar_search       (TlListBar            *self);
void                  tl_list_bar_capture_keys (TlListBar            *self,
                                                GtkWidget            *widget);

G_END_DECLS
