/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-figure.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_ROW (tl_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureRow, tl_figure_row, TL, FIGURE_ROW, AdwBin)

void tl_figure_row_set_figure (TlFigureRow *self,
                               TlFigure    *figure);
char *tl_figure_row_dup_name   (TlFigureRow *self);

G_END_DECLS
