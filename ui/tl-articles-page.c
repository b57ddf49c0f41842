/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-articles-page-private.h"

#include "tl-bin.h"

/**
 * TlArticlesPage:
 *
 * The articles of a library: the list of them, the one that is selected, and what was read
 * from it.  Side by side where there is room, one after another where there is not.
 */
typedef enum
{
  PROP_LAYOUT = 1,
  PROP_CAN_GO_BACK,
  PROP_READING_VISIBLE,
  PROP_READING_WANTED,
  PROP_LIST_WIDTH,
  PROP_ARTICLE_WIDTH,
  PROP_SELECTED_ID,
} TlArticlesPageProperty;

static GParamSpec *properties[PROP_SELECTED_ID + 1];

enum
{
  FIGURE_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlArticlesPage, tl_articles_page, ADW_TYPE_BIN)

static void
show_copies (TlArticlesPage *self)
{
  tl_article_pane_show_copies (self->article_pane);
}

/* What is being looked for, "" for nothing. */
static const char *
get_words (TlArticlesPage *self)
{
  TlListBar *bar = tl_articles_pane_get_bar (self->list_pane);

  return bar != NULL ? tl_article_query_get_words (tl_list_bar_get_query (bar)) : "";
}

/* Another article, or the same as it is now.  What nobody sees waits: who reviews its figures does not
 * wait for its marks and cards. */
static void
selected_cb (TlArticlesPage *self)
{
  gint64 id = tl_articles_page_get_selected_id (self);
  gboolean is_shown;

  if (id != 0 && id == self->shown_id && !gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      tl_article_pane_get_article (self->article_pane) != NULL)
    {
      self->is_behind = TRUE;
      return;
    }
  self->is_behind = FALSE;
  self->shown_id = id;
  is_shown = tl_article_pane_show (self->article_pane, self->library, id);
  tl_reading_pane_set_article (self->reading_pane, tl_article_pane_get_article (self->article_pane));
  tl_article_pane_show_hits (self->article_pane, get_words (self));
  tl_article_pane_go_to_hit (self->article_pane, 0);
  if (!is_shown)
    self->pane = TL_PANE_LIST;
  tl_articles_page_update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/* The same article with other names or figures. */
static void
show_again (TlArticlesPage *self)
{
  self->is_behind = FALSE;
  if (!tl_article_pane_show_again (self->article_pane))
    return;
  tl_reading_pane_set_article (self->reading_pane, tl_article_pane_get_article (self->article_pane));
  tl_article_pane_show_hits (self->article_pane, get_words (self));
}

static void
entities_changed_cb (TlArticlesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_again (self);
  else
    self->is_behind = TRUE;
}

static void
figures_changed_cb (TlArticlesPage *self,
                    gint64          article_id)
{
  if (article_id == tl_articles_page_get_selected_id (self))
    entities_changed_cb (self);
}

static void
open_cb (TlArticlesPage *self)
{
  if (self->layout == TL_LAYOUT_NARROW)
    tl_articles_page_show_pane (self, TL_PANE_ARTICLE);
  tl_article_pane_go_to_hit (self->article_pane, 0);
}

/* Somebody goes on reading an article while looking for others: its hits are marked, and it
 * stays where it is. */
static void
query_changed_cb (TlArticlesPage *self)
{
  tl_article_pane_show_hits (self->article_pane, get_words (self));
}

static void
show_span_cb (TlArticlesPage *self,
              guint           start,
              guint           end)
{
  if (!tl_articles_page_has_article (self))
    return;
  if (self->layout == TL_LAYOUT_NARROW)
    tl_articles_page_show_pane (self, TL_PANE_ARTICLE);
  tl_article_pane_show_span (self->article_pane, (TlSpan) { start, end });
}

static void
figure_edited_cb (TlArticlesPage *self,
                  TlFigure       *figure,
                  TlFigure       *edited)
{
  g_signal_emit (self, signals[FIGURE_EDITED], 0, figure, edited);
}

static void
next_hit_cb (TlArticlesPage *self)
{
  tl_articles_page_go_to_hit (self, 1);
}

static void
previous_hit_cb (TlArticlesPage *self)
{
  tl_articles_page_go_to_hit (self, -1);
}

static void
notify_list_width_cb (TlArticlesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_WIDTH]);
}

static void
notify_article_width_cb (TlArticlesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_WIDTH]);
}

static void
tl_articles_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlArticlesPage *self = TL_ARTICLES_PAGE (object);

  switch ((TlArticlesPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, tl_articles_page_can_go_back (self));
      break;
    case PROP_READING_VISIBLE:
      g_value_set_boolean (value, tl_articles_page_is_reading_visible (self));
      break;
    case PROP_READING_WANTED:
      g_value_set_boolean (value, self->reading_wanted);
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->list_paned));
      break;
    case PROP_ARTICLE_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->reading_paned));
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, tl_articles_page_get_selected_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_articles_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlArticlesPage *self = TL_ARTICLES_PAGE (object);

  switch ((TlArticlesPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      tl_articles_page_set_layout (self, g_value_get_enum (value));
      break;
    case PROP_READING_VISIBLE:
      tl_articles_page_set_reading_visible (self, g_value_get_boolean (value));
      break;
    case PROP_READING_WANTED:
      tl_articles_page_set_reading_wanted (self, g_value_get_boolean (value));
      break;
    case PROP_LIST_WIDTH:
      gtk_paned_set_position (self->list_paned, g_value_get_int (value));
      break;
    case PROP_ARTICLE_WIDTH:
      /* Else what was read is as wide as it wants to be. */
      if (g_value_get_int (value) > 0)
        gtk_paned_set_position (self->reading_paned, g_value_get_int (value));
      break;
    case PROP_CAN_GO_BACK:
    case PROP_SELECTED_ID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_articles_page_dispose (GObject *object)
{
  TlArticlesPage *self = TL_ARTICLES_PAGE (object);

  if (self->list_pane != NULL)
    g_signal_handlers_disconnect_by_data (self->list_pane, self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLES_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_articles_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, TL_TYPE_LAYOUT, TL_LAYOUT_WIDE,
                       G_PARAM_READWRITE | flags);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_READING_VISIBLE] =
    g_param_spec_boolean ("reading-visible", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_READING_WANTED] =
    g_param_spec_boolean ("reading-wanted", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_LIST_WIDTH] =
    g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  properties[PROP_ARTICLE_WIDTH] =
    g_param_spec_int ("article-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_articles_page_map (GtkWidget *widget)
{
  TlArticlesPage *self = TL_ARTICLES_PAGE (widget);

  if (self->is_behind)
    show_again (self);
  GTK_WIDGET_CLASS (tl_articles_page_parent_class)->map (widget);
}

static void
tl_articles_page_class_init (TlArticlesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_articles_page_get_property;
  object_class->set_property = tl_articles_page_set_property;
  object_class->dispose = tl_articles_page_dispose;
  widget_class->map = tl_articles_page_map;
  install_properties (object_class);

  /**
   * TlArticlesPage::figure-edited:
   * @figure: a figure of the selected article
   * @edited: what it is instead
   *
   * A person edited a figure; it is for others to keep.
   */
  signals[FIGURE_EDITED] =
    g_signal_new ("figure-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TL_TYPE_FIGURE, TL_TYPE_FIGURE);

  g_type_ensure (TL_TYPE_ARTICLES_PANE);
  g_type_ensure (TL_TYPE_ARTICLE_PANE);
  g_type_ensure (TL_TYPE_READING_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-articles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPage, list_paned);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPage, reading_paned);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPage, article_pane);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPage, reading_pane);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_span_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_edited_cb);
}

static void
tl_articles_page_init (TlArticlesPage *self)
{
  self->layout = TL_LAYOUT_WIDE;
  self->reading_wanted = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->list_paned, "notify::position",
                           G_CALLBACK (notify_list_width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading_paned, "notify::position",
                           G_CALLBACK (notify_article_width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_articles_pane_get_bar (self->list_pane), "changed",
                           G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_articles_pane_get_bar (self->list_pane), "next-hit",
                           G_CALLBACK (next_hit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_articles_pane_get_bar (self->list_pane), "previous-hit",
                           G_CALLBACK (previous_hit_cb), self, G_CONNECT_SWAPPED);
  tl_list_bar_capture_keys (tl_articles_pane_get_bar (self->list_pane), GTK_WIDGET (self));
  tl_articles_page_update_panes (self);
}

/**
 * tl_articles_page_set_library:
 * @self: the page
 * @library: (nullable): a library
 *
 * Shows the articles of a library; none is selected.
 */
void
tl_articles_page_set_library (TlArticlesPage *self,
                              TlLibrary      *library)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  if (!g_set_object (&self->library, library))
    return;
  self->shown_id = 0;
  if (library != NULL)
    {
      g_signal_connect_object (library, "changed", G_CALLBACK (show_copies), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "entities-changed", G_CALLBACK (entities_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "figures-changed", G_CALLBACK (figures_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  tl_articles_pane_set_library (self->list_pane, library);
}

/**
 * tl_articles_page_get_selected_id:
 * @self: the page
 *
 * Returns: the id of the selected article, 0 when there is none
 */
gint64
tl_articles_page_get_selected_id (TlArticlesPage *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), 0);

  return tl_articles_pane_get_selected_id (self->list_pane);
}

/**
 * tl_articles_page_select:
 * @self: the page
 * @id: an article of the library
 *
 * Selects an article; a narrow window goes on showing what it shows.
 *
 * Returns: whether it is there
 */
gboolean
tl_articles_page_select (TlArticlesPage *self,
                         gint64          id)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), FALSE);

  return self->library != NULL && tl_articles_pane_select (self->list_pane, id);
}

/**
 * tl_articles_page_select_newest:
 * @self: the page
 *
 * Selects the newest article when none is selected; a narrow window goes on showing the list.
 */
void
tl_articles_page_select_newest (TlArticlesPage *self)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  if (tl_articles_page_get_selected_id (self) == 0)
    tl_articles_pane_select_near (self->list_pane, 0);
}

/**
 * tl_articles_page_show_article:
 * @self: the page
 * @id: an article of the library
 * @span: a run of its text to select and scroll to, in bytes; none when it is empty
 *
 * Selects an article, and in a narrow window opens it.
 *
 * Returns: whether it is there
 */
gboolean
tl_articles_page_show_article (TlArticlesPage *self,
                               gint64          id,
                               TlSpan          span)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), FALSE);

  if (!tl_articles_page_select (self, id))
    return FALSE;
  tl_articles_page_show_pane (self, TL_PANE_ARTICLE);
  if (!tl_span_is_empty (span) && tl_articles_page_has_article (self))
    tl_article_pane_show_span (self->article_pane, span);
  return TRUE;
}

/**
 * tl_articles_page_remove_selected:
 * @self: the page, with a selected article
 * @error: return location for an error
 *
 * Removes the selected article from the library and selects the one that takes its place.
 *
 * Returns: whether it was removed
 */
gboolean
tl_articles_page_remove_selected (TlArticlesPage  *self,
                                  GError         **error)
{
  gint64 id;
  guint position;

  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), FALSE);

  id = tl_articles_page_get_selected_id (self);
  position = tl_articles_pane_get_position (self->list_pane);
  g_return_val_if_fail (id != 0, FALSE);
  if (!tl_library_remove (self->library, id, error))
    return FALSE;

  tl_articles_pane_select_near (self->list_pane, position);
  tl_articles_page_show_pane (self, TL_PANE_LIST);
  return TRUE;
}

/**
 * tl_articles_page_go_to_hit:
 * @self: the page
 * @step: 1 for the next, -1 for the one before
 *
 * Goes to a place in the article that has the words that are being looked for.
 */
void
tl_articles_page_go_to_hit (TlArticlesPage *self,
                            int             step)
{
  g_return_if_fail (TL_IS_ARTICLES_PAGE (self));

  if (tl_article_pane_go_to_hit (self->article_pane, step) && self->layout == TL_LAYOUT_NARROW)
    tl_articles_page_show_pane (self, TL_PANE_ARTICLE);
}

/**
 * tl_articles_page_get_article_pane:
 * @self: the page
 *
 * Returns: (transfer none): where the selected article is read
 */
TlArticlePane *
tl_articles_page_get_article_pane (TlArticlesPage *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), NULL);

  return self->article_pane;
}

/**
 * tl_articles_page_edit_figure:
 * @self: the page
 * @id: an article of the library
 * @figure: one of its figures
 * @from_period: whether to begin with its period
 *
 * Shows a figure in its card, to be edited there; "figure-edited" tells what it was edited to.
 *
 * Returns: whether it is there
 */
gboolean
tl_articles_page_edit_figure (TlArticlesPage *self,
                              gint64          id,
                              TlFigure       *figure,
                              gboolean        from_period)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PAGE (self), FALSE);

  if (tl_articles_page_get_selected_id (self) != id && !tl_articles_page_select (self, id))
    return FALSE;
  if (self->is_behind)
    show_again (self);
  tl_articles_page_set_reading_visible (self, TRUE);
  return tl_articles_page_has_article (self) && tl_reading_pane_edit_figure (self->reading_pane, figure, from_period);
}
