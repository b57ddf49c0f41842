/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-figure-item.h"

G_BEGIN_DECLS

#define TL_TYPE_FIGURE_CARD (tl_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureCard, tl_figure_card, TL, FIGURE_CARD, AdwBin)

void          tl_figure_card_set_item   (TlFigureCard *self,
                                         TlFigureItem *item);
TlFigureItem *tl_figure_card_get_item   (TlFigureCard *self);
void          tl_figure_card_set_editor (TlFigureCard *self,
                                         GtkWidget    *editor);

G_END_DECLS
