/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which panes of the page of articles are seen: side by side where there is room, one after
 * another where there is not. */

#include "tl-articles-page-private.h"

/*
 * tl_articles_page_has_article:
 * @self: the page
 *
 * Returns: whether an article is shown
 */
gboolean
tl_articles_page_has_article (TlArticlesPage *self)
{
  return tl_article_pane_get_article (self->article_pane) != NULL;
}

/*
 * tl_articles_page_is_reading_visible:
 * @self: the page
 *
 * Returns: whether what was read from the article is seen
 */
gboolean
tl_articles_page_is_reading_visible (TlArticlesPage *self)
{
  if (!tl_articles_page_has_article (self))
    return FALSE;
  switch (self->layout)
    {
    case TL_LAYOUT_NARROW:
      return self->pane == TL_PANE_READING;
    case TL_LAYOUT_MEDIUM:
      return self->reading_opened;
    case TL_LAYOUT_WIDE:
    default:
      return self->reading_wanted;
    }
}

/*
 * tl_articles_page_can_go_back:
 * @self: the page
 *
 * Returns: whether there is a pane before the one that is seen
 */
gboolean
tl_articles_page_can_go_back (TlArticlesPage *self)
{
  return self->layout == TL_LAYOUT_NARROW && self->pane != TL_PANE_LIST;
}

/*
 * tl_articles_page_update_panes:
 * @self: the page
 *
 * Shows the panes that there is room for.
 */
void
tl_articles_page_update_panes (TlArticlesPage *self)
{
  gboolean is_narrow = self->layout == TL_LAYOUT_NARROW;

  gtk_widget_set_visible (GTK_WIDGET (self->list_pane),
                          !is_narrow || self->pane == TL_PANE_LIST);
  gtk_widget_set_visible (GTK_WIDGET (self->reading_paned),
                          !is_narrow || self->pane != TL_PANE_LIST);
  gtk_widget_set_visible (GTK_WIDGET (self->article_pane),
                          !is_narrow || self->pane == TL_PANE_ARTICLE);
  gtk_widget_set_visible (GTK_WIDGET (self->reading_pane), tl_articles_page_is_reading_visible (self));

  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "reading-visible");
}

/*
 * tl_articles_page_show_pane:
 * @self: the page
 * @pane: which
 *
 * Goes to a pane, where they are seen one after another.
 */
void
tl_articles_page_show_pane (TlArticlesPage *self,
                            TlPane            pane)
{
  if (self->pane == (int) pane)
    return;
  self->pane = pane;
  tl_articles_page_update_panes (self);
}

static const char *const pane_names[] = { "list", "article", "reading" };

/**
 * tl_articles_page_get_pane_name:
 * @self: the page
 *
 * Returns: which pane is seen, where they are seen one after another: "list", "article" or
 *   "reading"
 */
const char *
tl_articles_page_get_pane_name (TlArticlesPage *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), pane_names[TL_PANE_LIST]);

  return pane_names[self->pane];
}

/**
 * tl_articles_page_set_pane_name:
 * @self: the page, with an article
 * @name: a pane's name; any other does nothing
 *
 * Goes to a pane, where they are seen one after another.
 */
void
tl_articles_page_set_pane_name (TlArticlesPage *self,
                                const char     *name)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (pane_names); i++)
    if (g_str_equal (pane_names[i], name))
      tl_articles_page_show_pane (self, (TlPane) i);
}

/*
 * tl_articles_page_set_layout:
 * @self: the page
 * @layout: how many are side by side
 *
 * Says for how many panes there is room.
 */
void
tl_articles_page_set_layout (TlArticlesPage *self,
                             TlLayout        layout)
{
  if (self->layout == layout)
    return;
  self->layout = layout;
  tl_articles_page_update_panes (self);
  g_object_notify (G_OBJECT (self), "layout");
}

/*
 * tl_articles_page_set_reading_visible:
 * @self: the page
 * @visible: whether it is seen
 *
 * Shows what was read from the article, or hides it.
 */
void
tl_articles_page_set_reading_visible (TlArticlesPage *self,
                                      gboolean        visible)
{
  if (tl_articles_page_is_reading_visible (self) == visible)
    return;
  switch (self->layout)
    {
    case TL_LAYOUT_NARROW:
      self->pane = visible ? TL_PANE_READING : TL_PANE_ARTICLE;
      break;
    case TL_LAYOUT_MEDIUM:
      self->reading_opened = visible;
      break;
    case TL_LAYOUT_WIDE:
    default:
      self->reading_wanted = visible;
      g_object_notify (G_OBJECT (self), "reading-wanted");
    }
  tl_articles_page_update_panes (self);
}

/*
 * tl_articles_page_set_reading_wanted:
 * @self: the page
 * @wanted: whether it is wanted
 *
 * Says whether it is to be seen where there is room.
 */
void
tl_articles_page_set_reading_wanted (TlArticlesPage *self,
                                     gboolean        wanted)
{
  if (self->reading_wanted == wanted)
    return;
  self->reading_wanted = wanted;
  tl_articles_page_update_panes (self);
  g_object_notify (G_OBJECT (self), "reading-wanted");
}

/**
 * tl_articles_page_go_back:
 * @self: the page
 *
 * In a narrow window, goes to the pane before the one that is seen.
 */
void
tl_articles_page_go_back (TlArticlesPage *self)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  if (!tl_articles_page_can_go_back (self))
    return;
  tl_articles_page_show_pane (self, self->pane == TL_PANE_READING ? TL_PANE_ARTICLE : TL_PANE_LIST);
  if (self->pane == TL_PANE_LIST)
    tl_articles_pane_focus_list (self->list_pane);
}
