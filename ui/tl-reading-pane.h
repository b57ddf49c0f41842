/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

#define TL_TYPE_READING_PANE (tl_reading_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingPane, tl_reading_pane, TL, READING_PANE, AdwBin)

void     tl_reading_pane_set_article (TlReadingPane *self,
                                      TlArticle     *article);
gboolean tl_reading_pane_edit_figure (TlReadingPane *self,
                                      TlFigure      *figure,
                                      gboolean       from_period);

G_END_DECLS
