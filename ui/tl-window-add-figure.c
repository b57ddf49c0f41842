/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person adds a figure from words that are selected in the article. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-article-proposal.h"
#include "tl-figure-dialog.h"

/* What waits for the proposal, and then stands behind the dialog. */
typedef struct
{
  TlWindow  *window;            /* owned */
  gint64     id;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->window);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
closure_free_cb (gpointer  data,
                 GClosure *closure)
{
  adding_free (data);
}

/* Where somebody said just that of the same place there is nothing to add. */
static gboolean
is_there (TlWindow *self,
          gint64    id,
          TlFigure *figure)
{
  g_autoptr(TlArticle) article = tl_library_load_article (self->library, id, NULL);

  return article != NULL && tl_article_has_figure (article, figure);
}

static void
done_cb (TlFigureDialog *dialog,
         gpointer        user_data)
{
  const Adding *adding = user_data;
  TlWindow *self = adding->window;
  g_autoptr(TlFigure) figure = tl_figure_dialog_dup_figure (dialog);

  if (figure == NULL || self->library == NULL)
    return;
  if (is_there (self, adding->id, figure))
    tl_window_say (self, _("This figure is in the article already"));
  else
    tl_window_add_figure (self, adding->id, figure);
}

static void
proposed_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  TlWindow *self = adding->window;
  TlArticle *article = TL_ARTICLE (source_object);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlFigure) figure = tl_article_propose_figure_finish (article, result, &error);
  GtkWindow *dialog;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (figure == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  dialog = tl_figure_dialog_new (GTK_WINDOW (self), figure, article);
  g_signal_connect_data (dialog, "done", G_CALLBACK (done_cb), g_steal_pointer (&adding), closure_free_cb, 0);
  gtk_window_present (dialog);
}

static void
add_figure_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;
  TlArticlePane *pane = tl_articles_page_get_article_pane (self->articles_page);
  TlArticle *article = tl_article_pane_get_article (pane);
  Adding *adding;
  TlSpan span;

  if (article == NULL || !tl_article_pane_get_selection (pane, &span))
    {
      tl_window_say (self, _("Select the words that state the figure"));
      return;
    }
  adding = g_new (Adding, 1);
  *adding = (Adding) { g_object_ref (self), tl_articles_page_get_selected_id (self->articles_page) };
  tl_article_propose_figure_async (article, span, self->cancellable, proposed_cb, adding);
}

/**
 * tl_window_add_adding_actions:
 * @self: the window
 *
 * Adds the action that adds a figure.
 */
void
tl_window_add_adding_actions (TlWindow *self)
{
  static const GActionEntry entries[] = { { .name = "add-figure", .activate = add_figure_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
