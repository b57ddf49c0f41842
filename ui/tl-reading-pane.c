/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-reading-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-entity-menu.h"
#include "tl-figure-list.h"
#include "tl-reading-item.h"
#include "tl-reading-row.h"
#include "tl-tab-stop.h"

/**
 * TlReadingPane:
 *
 * What was read from an article: its trade figures, and the people, organisations, places,
 * events, amounts and dates in it.  It does not know where the article is shown: it asks
 * for a place of the text by its signal "show-span" (start and end, in bytes).
 */
struct _TlReadingPane
{
  AdwBin         parent_instance;

  GtkStackPage  *figures_page;
  GtkStack      *pages;
  TlFigureList  *figure_list;
  GtkStackPage  *mentions_page;
  GtkStack      *mentions_stack;
  GtkListView   *mentions_view;

  TlArticle     *article;       /* owned, NULL when there is none */
  TlReadingItem *current;       /* owned, the item whose mentions are gone through, or NULL */
  guint          place;         /* the item that has the focus when the list is there again */
  guint          place_id;      /* until it is there; or 0 */
};

typedef enum
{
  PROP_ARTICLE = 1,
} TlReadingPaneProperty;

static GParamSpec *properties[PROP_ARTICLE + 1];

enum
{
  SHOW_SPAN,
  FIGURE_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReadingPane, tl_reading_pane, ADW_TYPE_BIN)

static void
show_span (TlReadingPane *self,
           TlSpan         span)
{
  if (!tl_span_is_empty (span))
    g_signal_emit (self, signals[SHOW_SPAN], 0, span.start, span.end);
}

static void
show_span_cb (TlReadingPane *self,
              guint          start,
              guint          end)
{
  show_span (self, (TlSpan) { start, end });
}

static void
edited_cb (TlReadingPane *self,
           TlFigure      *figure,
           TlFigure      *edited)
{
  g_signal_emit (self, signals[FIGURE_EDITED], 0, figure, edited);
}

static void
mention_setup_cb (GtkListItemFactory *factory,
                  GtkListItem        *list_item,
                  TlReadingPane      *self)
{
  gtk_list_item_set_child (list_item, g_object_new (TL_TYPE_READING_ROW, NULL));
}

/* A heading leads nowhere. */
static void
mention_bind_cb (GtkListItemFactory *factory,
                 GtkListItem        *list_item,
                 TlReadingPane      *self)
{
  TlReadingItem *item = gtk_list_item_get_item (list_item);

  tl_reading_row_set_item (TL_READING_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_activatable (list_item, tl_reading_item_get_n_mentions (item) > 0);
}

static void
mention_activate_cb (GtkListView   *view,
                     guint          position,
                     TlReadingPane *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr(TlReadingItem) item = g_list_model_get_item (model, position);

  if (tl_reading_item_is_heading (item))
    return;
  if (self->current != NULL && self->current != item)
    tl_reading_item_reset (self->current);
  g_set_object (&self->current, item);
  show_span (self, tl_reading_item_next_mention (item));
}

static guint
count_items (GListModel *model)
{
  guint n_items = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (model, i);

      n_items += tl_reading_item_is_heading (item) ? 0 : 1;
    }
  return n_items;
}

static void
show_list (GtkStack    *stack,
           GtkListView *view,
           GListModel  *model)
{
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (model));

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (stack, g_list_model_get_n_items (model) > 0 ? "list"
                                                                                : "none");
}

static void
set_page_title (GtkStackPage *page,
                const char   *title,
                guint         n_items)
{
  /* Translators: the name of a list and how many items it has, "Figures (3)" */
  g_autofree char *label = g_strdup_printf (_("%s (%u)"), title, n_items);

  gtk_stack_page_set_title (page, label);
}

static void
show_article (TlReadingPane *self)
{
  g_autoptr(GListModel) mentions = tl_reading_items_new (self->article);

  set_page_title (self->figures_page, _("Figures"), tl_article_get_figures (self->article)->len);
  show_list (self->mentions_stack, self->mentions_view, mentions);
  set_page_title (self->mentions_page, _("Mentions"), count_items (mentions));
}

/* The position of the name that has the focus; GTK_INVALID_LIST_POSITION where none has. */
static guint
find_focused (TlReadingPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->mentions_view));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->mentions_view)))
    row = gtk_widget_get_first_child (focus);
  if (row == NULL || !TL_IS_READING_ROW (row))
    return GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (model, i);

      if (item == tl_reading_row_get_item (TL_READING_ROW (row)))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The list has widgets only for the items around those that are seen. */
static GtkWidget *
find_widget (GtkWidget     *list_view,
             TlReadingItem *item)
{
  for (GtkWidget *widget = gtk_widget_get_first_child (list_view); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *row = gtk_widget_get_first_child (widget);

      if (row != NULL && TL_IS_READING_ROW (row) &&
          tl_reading_row_get_item (TL_READING_ROW (row)) == item)
        return widget;
    }
  return NULL;
}

static gboolean
focus_place_cb (GtkWidget     *list_view,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlReadingPane *self = user_data;
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));
  g_autoptr(TlReadingItem) item = g_list_model_get_item (model, self->place);
  GtkWidget *widget = item != NULL ? find_widget (list_view, item) : NULL;

  /* It takes a frame to have a widget for an item, and a size to scroll to it. */
  if (widget == NULL && item != NULL)
    {
      if (gtk_widget_get_height (list_view) > 0)
        gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", self->place);
      return G_SOURCE_CONTINUE;
    }
  self->place_id = 0;
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

/* Goes on where somebody was before the names of the article changed. */
static void
focus_place (TlReadingPane *self,
             guint          place)
{
  GtkWidget *list_view = GTK_WIDGET (self->mentions_view);
  guint n_items =
    g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->mentions_view)));

  if (place == GTK_INVALID_LIST_POSITION || n_items == 0)
    return;
  self->place = MIN (place, n_items - 1);
  if (self->place_id == 0)
    self->place_id = gtk_widget_add_tick_callback (list_view, focus_place_cb, self, NULL);
}

static void
forget_place (TlReadingPane *self)
{
  if (self->place_id != 0 && self->mentions_view != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->mentions_view), self->place_id);
  self->place_id = 0;
}

static gboolean
is_same_text (TlArticle *article,
              TlArticle *other)
{
  return article != NULL && other != NULL &&
         g_str_equal (tl_article_get_text (article), tl_article_get_text (other));
}

static void
clear (TlReadingPane *self)
{
  gtk_list_view_set_model (self->mentions_view, NULL);
  gtk_stack_page_set_title (self->figures_page, _("Figures"));
  gtk_stack_page_set_title (self->mentions_page, _("Mentions"));
}

static void
tl_reading_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlReadingPane *self = TL_READING_PANE (object);

  switch ((TlReadingPaneProperty) prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_reading_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlReadingPane *self = TL_READING_PANE (object);

  switch ((TlReadingPaneProperty) prop_id)
    {
    case PROP_ARTICLE:
      tl_reading_pane_set_article (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_reading_pane_dispose (GObject *object)
{
  TlReadingPane *self = TL_READING_PANE (object);

  forget_place (self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_READING_PANE);
  g_clear_object (&self->article);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (tl_reading_pane_parent_class)->dispose (object);
}

static void
tl_reading_pane_class_init (TlReadingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_reading_pane_get_property;
  object_class->set_property = tl_reading_pane_set_property;
  object_class->dispose = tl_reading_pane_dispose;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, TL_TYPE_ARTICLE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  signals[FIGURE_EDITED] =
    g_signal_new ("figure-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TL_TYPE_FIGURE, TL_TYPE_FIGURE);

  g_type_ensure (TL_TYPE_FIGURE_LIST);
  g_type_ensure (TL_TYPE_READING_ROW);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-reading-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, figures_page);
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, pages);
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, figure_list);
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, mentions_page);
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, mentions_stack);
  gtk_widget_class_bind_template_child (widget_class, TlReadingPane, mentions_view);
  gtk_widget_class_bind_template_callback (widget_class, show_span_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_bind_cb);
}

static void
tl_reading_pane_init (TlReadingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_entity_menu_add_to (self->mentions_view);
}

/**
 * tl_reading_pane_set_article:
 * @self: the pane
 * @article: (nullable): an article
 *
 * Shows what was read from an article.  Where it is the same with other names, the one that
 * has the focus keeps it.
 */
void
tl_reading_pane_set_article (TlReadingPane *self,
                             TlArticle     *article)
{
  guint place;

  g_return_if_fail (TL_IS_READING_PANE (self));
  g_return_if_fail (article == NULL || TL_IS_ARTICLE (article));

  place = is_same_text (self->article, article) ? find_focused (self) : GTK_INVALID_LIST_POSITION;
  if (!g_set_object (&self->article, article))
    return;
  forget_place (self);
  g_clear_object (&self->current);
  tl_figure_list_set_article (self->figure_list, article);
  if (article != NULL)
    {
      show_article (self);
      focus_place (self, place);
    }
  else
    clear (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

/**
 * tl_reading_pane_edit_figure:
 * @self: the pane, with an article
 * @figure: one of its figures
 * @from_period: whether to begin with its period
 *
 * Begins to edit a figure in its card; "figure-edited" tells what it was edited to.
 *
 * Returns: whether it is there
 */
gboolean
tl_reading_pane_edit_figure (TlReadingPane *self,
                             TlFigure      *figure,
                             gboolean       from_period)
{
  g_return_val_if_fail (TL_IS_READING_PANE (self), FALSE);

  gtk_stack_set_visible_child_name (self->pages, "figures");
  return tl_figure_list_edit (self->figure_list, figure, from_period);
}
