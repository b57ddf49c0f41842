/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does in the article that is read. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-target.h"
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

/* ---- what is looked for ---- */

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlWindow *self = user_data;

  tl_articles_page_show_article (self->articles_page, tl_articles_page_get_selected_id (self->articles_page),
                                 (TlSpan) { 0, 0 });
  tl_article_view_find (get_view (self));
}

/* ---- what was read ---- */

static void
describe_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tl_article_view_describe (get_view (user_data));
}

static void
next_mention_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tl_article_view_go_to_mention (get_view (user_data), 1, FALSE);
}

static void
previous_mention_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  tl_article_view_go_to_mention (get_view (user_data), -1, FALSE);
}

static void
next_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tl_article_view_go_to_mention (get_view (user_data), 1, TRUE);
}

static void
previous_figure_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  tl_article_view_go_to_mention (get_view (user_data), -1, TRUE);
}

static void
show_why_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TlWindow *self = user_data;
  TlArticlePane *pane = tl_articles_page_get_article_pane (self->articles_page);
  gint64 id = tl_figure_target_get_article_id (parameter);
  TlArticle *article;
  TlFigure *figure;

  if (id == 0)
    id = tl_articles_page_get_selected_id (self->articles_page);
  if (id == 0 || !tl_articles_page_show_article (self->articles_page, id, (TlSpan) { 0, 0 }))
    return;
  tl_window_show_page (self, "articles");
  article = tl_article_pane_get_article (pane);
  figure = article != NULL ? tl_figure_target_find (parameter, article) : NULL;
  if (figure != NULL)
    tl_article_pane_show_why (pane, figure);
  else
    tl_window_say (self, _("The figure is no longer in the article"));
}

static void
copy_quotation_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autofree char *quotation = NULL;
  TlQuotationFormat format;

  if (!tl_quotation_format_from_string (g_variant_get_string (parameter, NULL), &format))
    return;
  quotation = tl_article_view_dup_quotation (get_view (self), format);
  if (quotation == NULL)
    {
      tl_window_say (self, _("There is no sentence here"));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), quotation);
  tl_window_say (self, _("Quotation copied"));
}

static const GActionEntry entries[] = {
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-normal", .activate = zoom_normal_cb },
  { .name = "copy-quotation", .activate = copy_quotation_cb, .parameter_type = "s" },
  { .name = "find-in-article", .activate = find_cb },
  { .name = "describe-mention", .activate = describe_cb },
  { .name = "next-mention", .activate = next_mention_cb },
  { .name = "previous-mention", .activate = previous_mention_cb },
  { .name = "next-figure", .activate = next_figure_cb },
  { .name = "previous-figure", .activate = previous_figure_cb },
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
  /* From the chart, too, where no article is seen. */
  static const GActionEntry others[] = {
    { .name = "show-why", .activate = show_why_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), others, G_N_ELEMENTS (others), self);
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
