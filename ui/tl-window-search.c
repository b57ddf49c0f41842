/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles are listed: by words, by a pair; and that one was reviewed. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-facts.h"

/* ---- searching and filtering ---- */

/* Who reads an article looks for something in it. */
static gboolean
is_reading (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (tl_articles_page_get_article_pane (self->articles_page)));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->library == NULL || tl_library_get_n_articles (self->library) == 0)
    return;
  if (tl_window_is_on_page (self, "entities"))
    {
      tl_entities_page_search (self->entities_page);
      return;
    }
  if (is_reading (self) && tl_articles_page_get_selected_id (self->articles_page) != 0)
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "find-in-article", NULL);
      return;
    }
  tl_window_show_page (self, "articles");
  tl_articles_page_search (self->articles_page);
}

static void
next_hit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  tl_articles_page_go_to_hit (((TlWindow *) user_data)->articles_page, 1);
}

static void
previous_hit_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tl_articles_page_go_to_hit (((TlWindow *) user_data)->articles_page, -1);
}

static void
list_articles (TlWindow             *self,
               const TlArticleQuery *query)
{
  tl_window_show_page (self, "articles");
  tl_articles_page_set_query (self->articles_page, query);
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  list_articles (user_data, query);
}

static void
list_pair_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  const char *partner, *other;

  g_variant_get (parameter, "(&s&s)", &partner, &other);
  tl_article_query_set_pair (query, partner, other);
  list_articles (user_data, query);
}

/* What was searched for elsewhere on the desktop: all of it, whatever was filtered before. */
static void
search_for_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  if (self->library == NULL)
    return;
  tl_article_query_set_words (query, g_variant_get_string (parameter, NULL));
  tl_article_query_set_order (query, TL_ORDER_RELEVANCE);
  list_articles (self, query);
  tl_articles_page_search (self->articles_page);
}

/* ---- reviewing ---- */

typedef struct
{
  TlWindow *window;             /* owned */
  gboolean  is_reviewed;
} Review;

static void
reviewed_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Review *review = user_data;
  g_autoptr(TlWindow) self = review->window;
  g_autoptr(GError) error = NULL;
  gint64 act = 0;
  gboolean is_kept =
    tl_library_correct_finish (TL_LIBRARY (source_object), result, &act, NULL, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (is_kept)
    tl_window_offer_undo (self, TL_UNDO_CORRECTION, act,
                          review->is_reviewed ? _("Marked as reviewed")
                                              : _("Marked as to be reviewed"));
  else
    tl_window_say (self, error->message);
}

static void
mark (TlWindow *self,
      gboolean  is_reviewed)
{
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);
  Review *review;

  if (id == 0)
    return;
  review = g_new (Review, 1);
  *review = (Review) { g_object_ref (self), is_reviewed };
  tl_library_set_reviewed_async (self->library, id, is_reviewed, NULL, reviewed_cb, review);
}

static void
mark_reviewed_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mark (user_data, TRUE);
}

static void
mark_to_review_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  mark (user_data, FALSE);
}

static const GActionEntry entries[] = {
  { .name = "search", .activate = search_cb },
  { .name = "search-for", .activate = search_for_cb, .parameter_type = "s" },
  { .name = "next-hit", .activate = next_hit_cb },
  { .name = "previous-hit", .activate = previous_hit_cb },
  { .name = "clear-filters", .activate = clear_filters_cb },
  { .name = "list-pair", .activate = list_pair_cb, .parameter_type = "(ss)" },
  { .name = "mark-reviewed", .activate = mark_reviewed_cb },
  { .name = "mark-to-review", .activate = mark_to_review_cb },
};

/**
 * tl_window_add_search_actions:
 * @self: the window
 *
 * Adds the actions by which articles are listed, and that mark them as reviewed.
 */
void
tl_window_add_search_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
