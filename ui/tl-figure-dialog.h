/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_DIALOG (tl_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureDialog, tl_figure_dialog, TL, FIGURE_DIALOG, AdwWindow)

GtkWindow *tl_figure_dialog_new        (GtkWindow      *parent,
                                        TlFigure       *figure,
                                        TlArticle      *article);
TlFigure  *tl_figure_dialog_dup_figure (TlFigureDialog *self);

G_END_DECLS
