/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_EDITOR (tl_figure_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureEditor, tl_figure_editor, TL, FIGURE_EDITOR, AdwBin)

GtkWidget *tl_figure_editor_new        (void);
void       tl_figure_editor_set_figure (TlFigureEditor  *self,
                                        TlFigure        *figure,
                                        TlArticle       *article);
TlFigure  *tl_figure_editor_get_figure (TlFigureEditor  *self);
TlFigure  *tl_figure_editor_dup_figure (TlFigureEditor  *self,
                                        GError         **error);
void       tl_figure_editor_focus_period (TlFigureEditor *self);

G_END_DECLS
