/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_LIST (tl_figure_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureList, tl_figure_list, TL, FIGURE_LIST, AdwBin)

void     tl_figure_list_set_article   (TlFigureList *self,
                                       TlArticle    *article);
gboolean tl_figure_list_edit          (TlFigureList *self,
                                       TlFigure     *figure,
                                       gboolean      from_period);

G_END_DECLS
