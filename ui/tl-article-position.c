/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-position.h"

#include <gtk/gtk.h>

#include "tl-article-item.h"

static gint64
get_id (GListModel *articles,
        guint       position)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, position);

  return item != NULL ? tl_article_item_get_id (item) : 0;
}

static int
compare_with_item (TlDate      published,
                   GListModel *articles,
                   guint       position)
{
  g_autoptr(TlArticleItem) item = g_list_model_get_item (articles, position);

  return tl_date_compare (tl_article_item_get_published (item), published);
}

/**
 * tl_article_position:
 * @articles: the articles of a library, newest first
 * @id: one of them
 * @published: when it was published
 *
 * The list reads a row only when it is asked for it: this goes by the order, instead of
 * through a hundred thousand of them.
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
tl_article_position (GListModel *articles,
                     gint64      id,
                     TlDate      published)
{
  guint n_items = g_list_model_get_n_items (articles);
  guint low = 0;
  guint high = n_items;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_with_item (published, articles, middle) > 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < n_items && compare_with_item (published, articles, low) == 0; low++)
    if (get_id (articles, low) == id)
      return low;
  return GTK_INVALID_LIST_POSITION;
}
