/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlFigureItemKind:
 * @TL_FIGURE_ITEM_FIGURE: a figure that holds
 * @TL_FIGURE_ITEM_FOLD: says how many were dismissed, and shows or hides them
 * @TL_FIGURE_ITEM_DISMISSED: a figure that a person dismissed
 *
 * What stands in a list of figures.
 */
typedef enum
{
  TL_FIGURE_ITEM_FIGURE,
  TL_FIGURE_ITEM_FOLD,
  TL_FIGURE_ITEM_DISMISSED,
} TlFigureItemKind;

#define TL_TYPE_FIGURE_ITEM (tl_figure_item_get_type ())
G_DECLARE_FINAL_TYPE (TlFigureItem, tl_figure_item, TL, FIGURE_ITEM, GObject)

TlFigureItemKind  tl_figure_item_get_kind        (TlFigureItem *self);
TlFigure         *tl_figure_item_get_figure      (TlFigureItem *self);
guint             tl_figure_item_get_n_dismissed (TlFigureItem *self);
gboolean          tl_figure_item_is_unfolded     (TlFigureItem *self);
GListStore       *tl_figure_items_new            (TlArticle    *article,
                                                  gboolean      shows_dismissed);
gboolean          tl_figure_is_same              (TlFigure     *figure,
                                                  TlFigure     *other);

G_END_DECLS
