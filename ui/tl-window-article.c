/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does in the article that is read. */

#include "tl-window-private.h"

#include "tl-zoom.h"

static TlArticleView *
get_view (TlWindow *self)
{
  return tl_article_pane_get_view (tl_articles_page_get_article_pane (self->articles_page));
}

/* ---- how large it is ---- */

static void
zoom (TlWindow *self,
      int       step)
{
  int percent;

  g_object_get (get_view (self), "zoom", &percent, NULL);
  g_object_set (get_view (self), "zoom", tl_zoom_step (percent, step), NULL);
}

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  zoom (user_data, 1);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  zoom (user_data, -1);
}

static void
zoom_normal_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  zoom (user_data, 0);
}

static const GActionEntry entries[] = {
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-normal", .activate = zoom_normal_cb },
};

/**
 * tl_window_add_article_actions:
 * @self: the window
 *
 * Adds the actions on the article that is read.
 */
void
tl_window_add_article_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_window_update_article_actions:
 * @self: the window
 * @has_article: whether one is seen
 *
 * Offers what can be done now.
 */
void
tl_window_update_article_actions (TlWindow *self,
                                  gboolean  has_article)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), has_article);
}
