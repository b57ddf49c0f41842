/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of articles tells of its list, and has it list. */

#include "tl-articles-page-private.h"

#include "tl-settings.h"

/**
 * tl_articles_page_search:
 * @self: the page
 *
 * Lets type what to search for.
 */
void
tl_articles_page_search (TlArticlesPage *self)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  if (self->layout == TL_LAYOUT_NARROW)
    tl_articles_page_show_pane (self, TL_PANE_LIST);
  tl_list_bar_search (tl_articles_pane_get_bar (self->list_pane));
}

/**
 * tl_articles_page_get_query:
 * @self: the page
 *
 * Returns: (transfer none): which articles are listed
 */
const TlArticleQuery *
tl_articles_page_get_query (TlArticlesPage *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), NULL);

  return tl_list_bar_get_query (tl_articles_pane_get_bar (self->list_pane));
}

/**
 * tl_articles_page_set_query:
 * @self: the page
 * @query: which articles to list; the order stays the person's
 */
void
tl_articles_page_set_query (TlArticlesPage       *self,
                            const TlArticleQuery *query)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  tl_list_bar_set_query (tl_articles_pane_get_bar (self->list_pane), query);
  tl_articles_page_show_pane (self, TL_PANE_LIST);
}

/**
 * tl_articles_page_dup_ids:
 * @self: the page
 *
 * Returns: (transfer full) (element-type gint64): the articles that are listed, in order
 */
GArray *
tl_articles_page_dup_ids (TlArticlesPage *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), NULL);

  return tl_articles_pane_dup_ids (self->list_pane);
}

/**
 * tl_articles_page_bind_order:
 * @self: the page
 * @settings: (nullable): where it is remembered in which order articles are listed
 */
void
tl_articles_page_bind_order (TlArticlesPage *self,
                             GSettings      *settings)
{
  TlListBar *bar;

  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  bar = tl_articles_pane_get_bar (self->list_pane);
  tl_settings_bind (settings, "order", bar, "order");
  tl_settings_bind (settings, "ranked", bar, "ranked");
}
