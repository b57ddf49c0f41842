/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reviewing: the window shows nothing but one figure after the other until it is left. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#define PAGE "review"

/**
 * tl_window_is_reviewing:
 * @self: the window
 *
 * Returns: whether figures are reviewed
 */
gboolean
tl_window_is_reviewing (TlWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), PAGE) == 0;
}

/* What is said is seen above the buttons, which are wanted at once. */
static void
show_child (TlWindow   *self,
            const char *name)
{
  gtk_stack_set_visible_child_name (self->content, name);
  if (tl_window_is_reviewing (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->toast_overlay), "reviewing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toast_overlay), "reviewing");
}

static void
show_review (TlWindow *self)
{
  show_child (self, PAGE);
  tl_window_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->review_page));
}

/* On the page of the chart, what the chart is of; else what is listed. */
static void
review_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlWindow *self = user_data;
  TlSeries *series = tl_chart_page_get_series (self->chart_page);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(TlReviewQueue) queue = NULL;
  const char *partners[2];

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "chart") == 0 && series != NULL)
    {
      partners[0] = tl_series_get_partner (series, 0);
      partners[1] = tl_series_get_partner (series, 1);
      queue = tl_review_queue_new (self->library, NULL, partners);
    }
  else
    {
      ids = tl_articles_page_dup_ids (self->articles_page);
      queue = tl_review_queue_new (self->library, ids, NULL);
    }
  self->shown_from_review = 0;
  tl_review_page_set_queue (self->review_page, queue);
  show_review (self);
}

/**
 * tl_window_leave_review:
 * @self: the window
 *
 * Goes back from reviewing to where that was begun.
 */
void
tl_window_leave_review (TlWindow *self)
{
  show_child (self, "library");
  tl_review_page_set_queue (self->review_page, NULL);
  tl_window_update_content (self);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

/**
 * tl_window_came_from_review:
 * @self: the window
 *
 * Returns: whether the article that is seen is one that was opened from what is reviewed
 */
gboolean
tl_window_came_from_review (TlWindow *self)
{
  return self->shown_from_review != 0 && tl_review_page_get_queue (self->review_page) != NULL &&
         tl_articles_page_get_selected_id (self->articles_page) == self->shown_from_review;
}

/**
 * tl_window_go_on_reviewing:
 * @self: the window
 *
 * Goes back to the figure that an article was opened from.
 */
void
tl_window_go_on_reviewing (TlWindow *self)
{
  self->shown_from_review = 0;
  show_review (self);
}

static void
open_reviewed_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow *self = user_data;
  TlSpan span;
  gint64 id;

  g_variant_get (parameter, "(xuu)", &id, &span.start, &span.end);
  show_child (self, "library");
  tl_window_show_page (self, "articles");
  if (tl_articles_page_show_article (self->articles_page, id, span))
    self->shown_from_review = id;
  else
    tl_window_say (self, _("This article is no longer in the library"));
  tl_window_update_content (self);
}

static const GActionEntry entries[] = {
  { .name = "review", .activate = review_cb },
  { .name = "open-reviewed", .activate = open_reviewed_cb, .parameter_type = "(xuu)" },
};

/**
 * tl_window_add_review_actions:
 * @self: the window
 *
 * Adds the actions of reviewing.
 */
void
tl_window_add_review_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
