/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-view.h"

#include "tl-article-find.h"
#include "tl-article-head.h"
#include "tl-article-hits.h"
#include "tl-article-mentions.h"
#include "tl-article-menu.h"
#include "tl-article-text.h"
#include "tl-article-title.h"
#include "tl-bin.h"
#include "tl-copies-button.h"
#include "tl-why-bar.h"
#include "tl-words.h"
#include "tl-zoom.h"

/**
 * TlArticleView:
 *
 * An article to read: who published it and when, and its text, with what was read from it
 * marked.
 */
struct _TlArticleView
{
  AdwBin         parent_instance;

  TlArticleHead *head;
  TlCopiesButton *copies_button;
  TlFindBar     *find_bar;
  GtkWidget     *scrolled;
  TlArticleText *text_view;
  GtkWidget     *cut_note;
  TlWhyBar      *why_bar;
  int            zoom;          /* per cent */

  TlArticle     *article;       /* owned, NULL when there is none */
  TlTextMap     *map;           /* owned, of the article's text */
  TlArticleMarks *marks;        /* owned: what was read from it; NULL without it */
  TlArticleMentions *mentions;  /* owned: says what words mean; NULL when disposed */
  TlArticleHits *hits;          /* owned: where the words stand that are looked for */
  TlArticleFind *finding;       /* owned: looks for something in the text; NULL when disposed */
};

typedef enum
{
  PROP_ARTICLE = 1,
  PROP_ZOOM,
} TlArticleViewProperty;

static GParamSpec *properties[PROP_ZOOM + 1];

G_DEFINE_FINAL_TYPE (TlArticleView, tl_article_view, ADW_TYPE_BIN)

static void
remove_marks (TlArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
}

static void
show_text (TlArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  const char *shown = "";
  gsize length = 0;
  GtkTextIter start;

  g_clear_pointer (&self->map, tl_text_map_free);
  if (self->article != NULL)
    {
      self->map = tl_text_map_new (tl_article_get_text (self->article));
      shown = tl_text_map_get_text (self->map, &length);
    }
  gtk_text_buffer_set_text (buffer, shown, (int) length);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  tl_article_text_set_top (self->text_view, 0);
  gtk_widget_set_visible (self->cut_note, self->map != NULL && tl_text_map_is_cut (self->map));
}

static void
dark_changed_cb (TlArticleView *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  tl_article_hits_colour (self->hits, is_dark);
  if (self->finding != NULL)
    tl_article_find_colour (self->finding, is_dark);
}

static void
end_why (TlArticleView *self)
{
  tl_article_text_set_lines (self->text_view, (TlSpan) { 0, 0 }, NULL);
  tl_why_bar_set_figure (self->why_bar, NULL, NULL);
}

static void
end_why_cb (TlArticleView *self)
{
  end_why (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static gboolean
key_cb (TlArticleView   *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || !tl_why_bar_is_shown (self->why_bar))
    return FALSE;
  end_why_cb (self);
  return TRUE;
}

static void
set_zoom (TlArticleView *self,
          int            percent)
{
  percent = tl_zoom_nearest (percent);
  if (self->zoom == percent)
    return;
  self->zoom = percent;
  tl_zoom_set (GTK_WIDGET (self->text_view), percent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
tl_article_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlArticleView *self = TL_ARTICLE_VIEW (object);

  switch ((TlArticleViewProperty) prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_ZOOM:
      g_value_set_int (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlArticleView *self = TL_ARTICLE_VIEW (object);

  switch ((TlArticleViewProperty) prop_id)
    {
    case PROP_ARTICLE:
      tl_article_view_set_article (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      set_zoom (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_view_dispose (GObject *object)
{
  TlArticleView *self = TL_ARTICLE_VIEW (object);

  if (self->text_view != NULL)
    {
      tl_article_menu_remove_from (self->text_view);
      tl_article_text_set_marks (self->text_view, NULL, NULL);
    }
  g_clear_pointer (&self->mentions, tl_article_mentions_free);
  g_clear_pointer (&self->finding, tl_article_find_free);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLE_VIEW);
  g_clear_pointer (&self->marks, tl_article_marks_free);
  g_clear_object (&self->article);
  g_clear_pointer (&self->map, tl_text_map_free);

  G_OBJECT_CLASS (tl_article_view_parent_class)->dispose (object);
}

static void
tl_article_view_finalize (GObject *object)
{
  tl_article_hits_free (TL_ARTICLE_VIEW (object)->hits);

  G_OBJECT_CLASS (tl_article_view_parent_class)->finalize (object);
}

/* Nothing can be pasted into the text: it is for the window. */
static void
paste_cb (TlArticleText *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "win.paste", NULL);
}

static void
show_span_cb (TlArticleView *self,
              guint          start,
              guint          end)
{
  tl_article_view_show_span (self, (TlSpan) { start, end });
}

static void
tl_article_view_class_init (TlArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_article_view_get_property;
  object_class->set_property = tl_article_view_set_property;
  object_class->dispose = tl_article_view_dispose;
  object_class->finalize = tl_article_view_finalize;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, TL_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlArticleView:zoom:
   *
   * How large the text is, in per cent.
   */
  properties[PROP_ZOOM] =
    g_param_spec_int ("zoom", NULL, NULL, TL_ZOOM_LEAST, TL_ZOOM_MOST, 100,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_ARTICLE_HEAD);
  g_type_ensure (TL_TYPE_ARTICLE_TEXT);
  g_type_ensure (TL_TYPE_COPIES_BUTTON);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_WHY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, head);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, copies_button);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, text_view);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, cut_note);
  gtk_widget_class_bind_template_child (widget_class, TlArticleView, why_bar);
  gtk_widget_class_bind_template_callback (widget_class, end_why_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_span_cb);
}

static void
tl_article_view_init (TlArticleView *self)
{
  GtkTextBuffer *buffer;

  self->zoom = 100;
  gtk_widget_init_template (GTK_WIDGET (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  tl_article_title_add_tag (buffer);
  self->hits = tl_article_hits_new (buffer, "hit");
  self->finding = tl_article_find_new (self->text_view, self->find_bar);
  self->mentions = tl_article_mentions_new (self->text_view, GTK_WIDGET (self));
  tl_article_menu_add_to (self->text_view, GTK_WIDGET (self));
  tl_zoom_add_to (self->scrolled, G_OBJECT (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (dark_changed_cb), self, G_CONNECT_SWAPPED);
  dark_changed_cb (self);
}

/**
 * tl_article_view_get_article:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the article that is shown
 */
TlArticle *
tl_article_view_get_article (TlArticleView *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), NULL);

  return self->article;
}

/**
 * tl_article_view_set_article:
 * @self: the view
 * @article: (nullable): an article
 *
 * Shows an article from its beginning; one with the same text is shown where it is, with
 * other marks.
 */
void
tl_article_view_set_article (TlArticleView *self,
                             TlArticle     *article)
{
  gboolean has_text, has_title;

  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (article == NULL || TL_IS_ARTICLE (article));

  has_text = self->article != NULL && article != NULL &&
             g_str_equal (tl_article_get_text (self->article), tl_article_get_text (article));
  if (!g_set_object (&self->article, article))
    return;
  end_why (self);
  tl_article_text_set_marks (self->text_view, NULL, NULL);
  g_clear_pointer (&self->marks, tl_article_marks_free);
  tl_article_hits_clear (self->hits);
  if (has_text)
    remove_marks (self);
  else
    show_text (self);
  if (article != NULL)
    {
      self->marks = tl_article_marks_new (article);
      tl_article_text_set_marks (self->text_view, self->map, self->marks);
      has_title = tl_article_title_mark (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), self->map,
                                         article);
      tl_article_head_set_article (self->head, article, has_title);
    }
  tl_article_find_renew (self->finding);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * tl_article_view_show_copies:
 * @self: the view
 * @library: (nullable): a library
 * @id: its article that is shown, or 0
 *
 * Shows who else carries the article.
 */
void
tl_article_view_show_copies (TlArticleView *self,
                             TlLibrary     *library,
                             gint64         id)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  tl_article_mentions_set_library (self->mentions, library);
  tl_article_head_set_id (self->head, id);
  tl_copies_button_set_article (self->copies_button, library, id);
}

/**
 * tl_article_view_show_span:
 * @self: the view, with an article
 * @span: a run of its text, in bytes
 *
 * Selects a run of the text and scrolls to it.
 */
void
tl_article_view_show_span (TlArticleView *self,
                           TlSpan         span)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->article != NULL);

  tl_article_text_select (self->text_view, span);
}

/**
 * tl_article_view_edit_title:
 * @self: the view, with an article
 *
 * Lets a person write the title.
 */
void
tl_article_view_edit_title (TlArticleView *self)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  tl_article_head_edit_title (self->head);
}

/**
 * tl_article_view_get_top:
 * @self: the view
 *
 * Returns: where the text begins that is seen, in bytes of the article's text; 0 at its beginning
 */
gsize
tl_article_view_get_top (TlArticleView *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), 0);

  return tl_article_text_get_top (self->text_view);
}

/**
 * tl_article_view_set_top:
 * @self: the view, with an article
 * @byte: a place in its text, in bytes
 *
 * Scrolls there, as soon as the text is seen.
 */
void
tl_article_view_set_top (TlArticleView *self,
                         gsize          byte)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  tl_article_text_set_top (self->text_view, byte);
}

/**
 * tl_article_view_get_selection:
 * @self: the view
 * @span: (out): a run of the article's text, in bytes
 *
 * Returns: whether a person selected some of the text
 */
gboolean
tl_article_view_get_selection (TlArticleView *self,
                               TlSpan        *span)
{
  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), FALSE);

  return tl_article_text_get_selection (self->text_view, span);
}

/**
 * tl_article_view_describe:
 * @self: the view
 *
 * Shows what was read where the caret is.
 *
 * Returns: whether there is something
 */
gboolean
tl_article_view_describe (TlArticleView *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), FALSE);

  return tl_article_mentions_describe (self->mentions);
}

/**
 * tl_article_view_go_to_mention:
 * @self: the view
 * @step: 1 for the next, -1 for the one before
 * @only_figures: whether only figures are meant
 *
 * Selects what is marked next to where a person is.
 *
 * Returns: whether there is any
 */
gboolean
tl_article_view_go_to_mention (TlArticleView *self,
                               int            step,
                               gboolean       only_figures)
{
  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), FALSE);

  return tl_article_mentions_step (self->mentions, step, only_figures);
}

/**
 * tl_article_view_show_why:
 * @self: the view, with an article
 * @figure: (nullable): one of its figures; %NULL to end it
 *
 * Marks the words that a figure was read from, and says what was taken from where.
 */
void
tl_article_view_show_why (TlArticleView *self,
                          TlFigure      *figure)
{
  g_autoptr(GArray) lines = NULL;
  TlSpan quote;

  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  if (figure == NULL || self->article == NULL)
    {
      end_why (self);
      return;
    }
  lines = tl_why_bar_list_lines (figure);
  quote = tl_figure_get_data (figure)->quote;
  tl_why_bar_set_figure (self->why_bar, self->article, figure);
  tl_article_text_select (self->text_view, (TlSpan) { quote.start, quote.start });
  tl_article_text_set_lines (self->text_view, tl_figure_get_data (figure)->sentence, lines);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * tl_article_view_show_hits:
 * @self: the view
 * @words: what is looked for, "" for nothing
 *
 * Marks where words stand in the article.
 */
void
tl_article_view_show_hits (TlArticleView *self,
                           const char    *words)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  tl_article_hits_clear (self->hits);
  if (self->article != NULL)
    tl_article_hits_find (self->hits, self->map, tl_article_get_text (self->article), words);
}

/**
 * tl_article_view_go_to_hit:
 * @self: the view
 * @step: 1 for the next, -1 for the one before, 0 for the first
 *
 * Selects a hit and scrolls to it; while something is looked for in the text, a place of that.
 *
 * Returns: whether there is any
 */
gboolean
tl_article_view_go_to_hit (TlArticleView *self,
                           int            step)
{
  TlSpan span;

  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), FALSE);

  if (step != 0 && tl_article_find_step (self->finding, step))
    return TRUE;
  if (self->article == NULL || !tl_article_hits_step (self->hits, step, &span))
    return FALSE;
  tl_article_view_show_span (self, span);
  return TRUE;
}

/**
 * tl_article_view_find:
 * @self: the view
 *
 * Lets type what to look for in the text; what is selected there, where it is short.
 */
void
tl_article_view_find (TlArticleView *self)
{
  g_return_if_fail (TL_IS_ARTICLE_VIEW (self));

  tl_article_find_open (self->finding);
}

/**
 * tl_article_view_dup_quotation:
 * @self: the view
 * @format: how to write it
 *
 * Returns: (transfer full) (nullable): the selected words, or the sentence of the caret, with where
 *   they are from; %NULL where there are none
 */
char *
tl_article_view_dup_quotation (TlArticleView     *self,
                               TlQuotationFormat  format)
{
  TlSpan span;

  g_return_val_if_fail (TL_IS_ARTICLE_VIEW (self), NULL);

  if (self->article == NULL)
    return NULL;
  if (!tl_article_text_get_selection (self->text_view, &span))
    span = tl_quotation_find_sentence (self->article, tl_article_text_get_caret (self->text_view));
  return tl_span_is_empty (span) ? NULL : tl_quotation_new (self->article, span, format);
}
