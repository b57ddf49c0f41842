/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-pane.h"

#include "tl-bin.h"

/**
 * TlArticlePane:
 *
 * An article of a library as it is read; in its place why it cannot be shown, or that none is
 * selected.
 */
struct _TlArticlePane
{
  AdwBin         parent_instance;

  GtkStack      *article_stack;
  TlArticleView *article_view;
  AdwStatusPage *error_page;

  TlLibrary     *library;       /* owned, of the article; or NULL */
  gint64         id;            /* 0 for none */
};

G_DEFINE_FINAL_TYPE (TlArticlePane, tl_article_pane, ADW_TYPE_BIN)

static TlArticle *
load (TlArticlePane  *self,
      GError        **error)
{
  if (self->library == NULL || self->id == 0)
    return NULL;
  return tl_library_load_article (self->library, self->id, error);
}

static void
show_error (TlArticlePane *self,
            const GError  *error)
{
  g_autofree char *reason = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, reason);
}

static void
tl_article_pane_dispose (GObject *object)
{
  TlArticlePane *self = TL_ARTICLE_PANE (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLE_PANE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_article_pane_parent_class)->dispose (object);
}

static void
tl_article_pane_class_init (TlArticlePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_article_pane_dispose;

  g_type_ensure (TL_TYPE_ARTICLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-article-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticlePane, article_stack);
  gtk_widget_class_bind_template_child (widget_class, TlArticlePane, article_view);
  gtk_widget_class_bind_template_child (widget_class, TlArticlePane, error_page);
}

static void
tl_article_pane_init (TlArticlePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_article_pane_get_article:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the article that it shows
 */
TlArticle *
tl_article_pane_get_article (TlArticlePane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), NULL);

  return tl_article_view_get_article (self->article_view);
}

/**
 * tl_article_pane_get_view:
 * @self: the pane
 *
 * Returns: (transfer none): where its article is read
 */
TlArticleView *
tl_article_pane_get_view (TlArticlePane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), NULL);

  return self->article_view;
}

/**
 * tl_article_pane_show:
 * @self: the pane
 * @library: (nullable): a library
 * @id: one of its articles, 0 for none
 *
 * Shows an article from its beginning, or why that cannot be.
 *
 * Returns: whether there is something to see, be it only the reason
 */
gboolean
tl_article_pane_show (TlArticlePane *self,
                      TlLibrary     *library,
                      gint64         id)
{
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), FALSE);
  g_return_val_if_fail (library == NULL || TL_IS_LIBRARY (library), FALSE);

  g_set_object (&self->library, library);
  self->id = id;
  article = load (self, &error);
  tl_article_view_set_article (self->article_view, article);
  tl_article_pane_show_copies (self);
  if (error != NULL)
    show_error (self, error);
  gtk_stack_set_visible_child_name (self->article_stack,
                                    article != NULL ? "article" : error != NULL ? "error" : "none");
  return article != NULL || error != NULL;
}

/**
 * tl_article_pane_show_again:
 * @self: the pane
 *
 * Shows the same article as the library has it now, where somebody is reading it.
 *
 * Returns: whether there is one
 */
gboolean
tl_article_pane_show_again (TlArticlePane *self)
{
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), FALSE);

  if (tl_article_pane_get_article (self) == NULL)
    return FALSE;
  article = load (self, &error);
  if (error != NULL)
    g_message ("%s", error->message);
  if (article == NULL)
    return FALSE;
  tl_article_view_set_article (self->article_view, article);
  return TRUE;
}

/**
 * tl_article_pane_show_copies:
 * @self: the pane
 *
 * Says which other articles tell the same.
 */
void
tl_article_pane_show_copies (TlArticlePane *self)
{
  g_return_if_fail (TL_IS_ARTICLE_PANE (self));

  tl_article_view_show_copies (self->article_view, self->library, self->id);
}

/**
 * tl_article_pane_show_span:
 * @self: the pane, with an article
 * @span: a part of its text
 *
 * Goes to a part of the text and selects it.
 */
void
tl_article_pane_show_span (TlArticlePane *self,
                           TlSpan         span)
{
  g_return_if_fail (TL_IS_ARTICLE_PANE (self));

  tl_article_view_show_span (self->article_view, span);
}

/**
 * tl_article_pane_get_selection:
 * @self: the pane
 * @span: (out): a run of the article's text, in bytes
 *
 * Returns: whether a person selected some of the text
 */
gboolean
tl_article_pane_get_selection (TlArticlePane *self,
                               TlSpan        *span)
{
  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), FALSE);

  return tl_article_view_get_selection (self->article_view, span);
}

/**
 * tl_article_pane_show_why:
 * @self: the pane, with an article
 * @figure: (nullable): one of its figures; %NULL to end it
 *
 * Marks the words that a figure was read from, and says what was taken from where.
 */
void
tl_article_pane_show_why (TlArticlePane *self,
                          TlFigure      *figure)
{
  g_return_if_fail (TL_IS_ARTICLE_PANE (self));

  tl_article_view_show_why (self->article_view, figure);
}

/**
 * tl_article_pane_show_hits:
 * @self: the pane
 * @words: what is looked for, "" for nothing
 *
 * Marks the words in the text.
 */
void
tl_article_pane_show_hits (TlArticlePane *self,
                           const char    *words)
{
  g_return_if_fail (TL_IS_ARTICLE_PANE (self));

  tl_article_view_show_hits (self->article_view, words);
}

/**
 * tl_article_pane_go_to_hit:
 * @self: the pane
 * @step: 1 for the next, -1 for the one before, 0 for the first
 *
 * Goes to a place that was looked for.
 *
 * Returns: whether there is one
 */
gboolean
tl_article_pane_go_to_hit (TlArticlePane *self,
                           int            step)
{
  g_return_val_if_fail (TL_IS_ARTICLE_PANE (self), FALSE);

  return tl_article_view_go_to_hit (self->article_view, step);
}
