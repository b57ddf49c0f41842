/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-item.h"

#include <string.h>

/**
 * TlFigureItem:
 *
 * What stands in the list of an article's figures: those that hold, and below them, where a
 * person wants to see them, those that were dismissed.
 */
struct _TlFigureItem
{
  GObject           parent_instance;

  TlFigureItemKind  kind;
  TlFigure         *figure;     /* owned, NULL for the fold */
  guint             n_dismissed;
  gboolean          is_unfolded;
};

G_DEFINE_FINAL_TYPE (TlFigureItem, tl_figure_item, G_TYPE_OBJECT)

static void
tl_figure_item_finalize (GObject *object)
{
  g_clear_object (&TL_FIGURE_ITEM (object)->figure);

  G_OBJECT_CLASS (tl_figure_item_parent_class)->finalize (object);
}

static void
tl_figure_item_class_init (TlFigureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_figure_item_finalize;
}

static void
tl_figure_item_init (TlFigureItem *self G_GNUC_UNUSED)
{
}

static void
append (GListStore       *store,
        TlFigureItemKind  kind,
        TlFigure         *figure,
        guint             n_dismissed,
        gboolean          is_unfolded)
{
  g_autoptr(TlFigureItem) item = g_object_new (TL_TYPE_FIGURE_ITEM, NULL);

  item->kind = kind;
  item->figure = figure != NULL ? g_object_ref (figure) : NULL;
  item->n_dismissed = n_dismissed;
  item->is_unfolded = is_unfolded;
  g_list_store_append (store, item);
}

/**
 * tl_figure_items_new:
 * @article: an article
 * @shows_dismissed: whether those that were dismissed are in the list
 *
 * Returns: (transfer full): a list of #TlFigureItem
 */
GListStore *
tl_figure_items_new (TlArticle *article,
                     gboolean   shows_dismissed)
{
  GListStore *store = g_list_store_new (TL_TYPE_FIGURE_ITEM);
  GPtrArray *figures = tl_article_get_figures (article);
  GPtrArray *dismissed = tl_article_get_dismissed (article);

  for (guint i = 0; i < figures->len; i++)
    append (store, TL_FIGURE_ITEM_FIGURE, g_ptr_array_index (figures, i), 0, FALSE);
  if (dismissed->len > 0)
    append (store, TL_FIGURE_ITEM_FOLD, NULL, dismissed->len, shows_dismissed);
  for (guint i = 0; i < dismissed->len && shows_dismissed; i++)
    append (store, TL_FIGURE_ITEM_DISMISSED, g_ptr_array_index (dismissed, i), 0, FALSE);
  return store;
}

/**
 * tl_figure_item_get_kind:
 * @self: an item
 *
 * Returns: what it is
 */
TlFigureItemKind
tl_figure_item_get_kind (TlFigureItem *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ITEM (self), TL_FIGURE_ITEM_FIGURE);

  return self->kind;
}

/**
 * tl_figure_item_get_figure:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its figure; %NULL for the fold
 */
TlFigure *
tl_figure_item_get_figure (TlFigureItem *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ITEM (self), NULL);

  return self->figure;
}

/**
 * tl_figure_item_is_unfolded:
 * @self: an item
 *
 * Returns: whether it is the fold, and what was dismissed is shown below it
 */
gboolean
tl_figure_item_is_unfolded (TlFigureItem *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ITEM (self), FALSE);

  return self->is_unfolded;
}

/**
 * tl_figure_item_get_n_dismissed:
 * @self: an item
 *
 * Returns: of the fold, how many figures were dismissed
 */
guint
tl_figure_item_get_n_dismissed (TlFigureItem *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_ITEM (self), 0);

  return self->n_dismissed;
}

/**
 * tl_figure_is_same:
 * @figure: a figure
 * @other: one of the same text
 *
 * Returns: whether they stand in the same place and state the same
 */
gboolean
tl_figure_is_same (TlFigure *figure,
                   TlFigure *other)
{
  g_autofree char *key = NULL, *other_key = NULL;

  if (figure == other)
    return TRUE;
  if (memcmp (&tl_figure_get_data (figure)->quote, &tl_figure_get_data (other)->quote, sizeof (TlSpan)) != 0)
    return FALSE;
  key = tl_figure_dup_key (figure);
  other_key = tl_figure_dup_key (other);
  return g_str_equal (key, other_key);
}
