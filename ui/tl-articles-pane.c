/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-articles-pane.h"

#include "tl-article-item.h"
#include "tl-article-position.h"
#include "tl-article-row.h"
#include "tl-bin.h"
#include "tl-tab-stop.h"

/**
 * TlArticlesPane:
 *
 * The list of articles, one of which can be selected.
 *
 * Signals: "open" when an article was clicked, or activated by key, whether or not it was
 * selected before.
 */
struct _TlArticlesPane
{
  AdwBin              parent_instance;

  GtkListView        *list_view;
  GtkSingleSelection *selection;
  guint               tick_id;    /* waits for the list's first size; or 0 */
};

typedef enum
{
  PROP_SELECTED_ID = 1,
} TlArticlesPaneProperty;

static GParamSpec *properties[PROP_SELECTED_ID + 1];

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlArticlesPane, tl_articles_pane, ADW_TYPE_BIN)

static void
selected_cb (TlArticlesPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

static void
activate_cb (TlArticlesPane *self,
             guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPEN], 0);
}

/* Comes before the list's own handler, which selects: what is told to be opened has to be
 * selected then. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlArticlesPane  *self)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  TlArticleItem *item;

  if (row != NULL)
    row = gtk_widget_get_ancestor (row, TL_TYPE_ARTICLE_ROW);
  item = row != NULL ? tl_article_row_get_item (TL_ARTICLE_ROW (row)) : NULL;
  if (item != NULL && tl_articles_pane_select (self, tl_article_item_get_id (item),
                                               tl_article_item_get_published (item)))
    g_signal_emit (self, signals[OPEN], 0);
}

static gboolean
scroll_to_position_cb (GtkWidget     *list_view,
                       GdkFrameClock *clock,
                       gpointer       user_data)
{
  TlArticlesPane *self = user_data;

  if (gtk_widget_get_height (list_view) <= 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  gtk_widget_activate_action (list_view, "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  return G_SOURCE_REMOVE;
}

/* A list that has no size yet loses its way when it is scrolled: then it is in its first frame. */
static void
select_position (TlArticlesPane *self,
                 guint           position)
{
  GtkWidget *list_view = GTK_WIDGET (self->list_view);

  gtk_single_selection_set_selected (self->selection, position);
  if (gtk_widget_get_height (list_view) > 0)
    gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", position);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (list_view, scroll_to_position_cb, self, NULL);
}

static void
tl_articles_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlArticlesPane *self = TL_ARTICLES_PANE (object);

  switch ((TlArticlesPaneProperty) prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, tl_articles_pane_get_selected_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_articles_pane_dispose (GObject *object)
{
  TlArticlesPane *self = TL_ARTICLES_PANE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->tick_id);
  self->tick_id = 0;
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLES_PANE);

  G_OBJECT_CLASS (tl_articles_pane_parent_class)->dispose (object);
}

static void
tl_articles_pane_class_init (TlArticlesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_articles_pane_get_property;
  object_class->dispose = tl_articles_pane_dispose;

  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_ARTICLE_ROW);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-articles-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
tl_articles_pane_init (TlArticlesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_articles_pane_set_articles:
 * @self: the pane
 * @articles: (nullable): a list of #TlArticleItem, newest first
 *
 * Shows articles; none is selected.
 */
void
tl_articles_pane_set_articles (TlArticlesPane *self,
                               GListModel     *articles)
{
  g_return_if_fail (TL_IS_ARTICLES_PANE (self));
  g_return_if_fail (articles == NULL || G_IS_LIST_MODEL (articles));

  gtk_single_selection_set_model (self->selection, articles);
}

/**
 * tl_articles_pane_get_selected_id:
 * @self: the pane
 *
 * Returns: the id of the selected article, 0 when there is none
 */
gint64
tl_articles_pane_get_selected_id (TlArticlesPane *self)
{
  TlArticleItem *item;

  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), 0);

  if (self->selection == NULL)
    return 0;
  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? tl_article_item_get_id (item) : 0;
}

/**
 * tl_articles_pane_select:
 * @self: the pane
 * @id: an article
 * @published: when it was published
 *
 * Selects an article and scrolls to it.
 *
 * Returns: whether it is in the list
 */
gboolean
tl_articles_pane_select (TlArticlesPane *self,
                         gint64          id,
                         TlDate          published)
{
  guint position;

  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), FALSE);

  if (id == tl_articles_pane_get_selected_id (self))
    return TRUE;
  position = tl_article_position (G_LIST_MODEL (self->selection), id, published);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  select_position (self, position);
  return TRUE;
}

/**
 * tl_articles_pane_get_position:
 * @self: the pane
 *
 * Returns: where the selected article stands, %GTK_INVALID_LIST_POSITION when there is none
 */
guint
tl_articles_pane_get_position (TlArticlesPane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

/**
 * tl_articles_pane_select_near:
 * @self: the pane
 * @position: a position, in the list or behind its end
 *
 * Selects the article at a position, or the last one; none when there are none.
 */
void
tl_articles_pane_select_near (TlArticlesPane *self,
                              guint           position)
{
  guint n_items;

  g_return_if_fail (TL_IS_ARTICLES_PANE (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_items > 0)
    select_position (self, MIN (position, n_items - 1));
}

/**
 * tl_articles_pane_focus_list:
 * @self: the pane
 *
 * Puts the focus into the list.  Not by grabbing it for the pane, which would make Shift+Tab
 * stay here: a widget that the focus goes out of backwards is asked to take it first.
 */
void
tl_articles_pane_focus_list (TlArticlesPane *self)
{
  g_return_if_fail (TL_IS_ARTICLES_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
