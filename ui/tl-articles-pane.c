/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-articles-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-article-item.h"
#include "tl-article-row.h"
#include "tl-article-selection.h"
#include "tl-bin.h"
#include "tl-tab-stop.h"

/* Before its first frame GTK's list makes 200 rows, whatever is seen of them: more than half of
 * the time that the program takes to start.  So it is shown a few first, and some more in each
 * frame until it has as many as it wants. */
#define FIRST_ROWS 16
#define MORE_ROWS  8
#define MANY_ROWS  200

/**
 * TlArticlesPane:
 *
 * The list of articles, with what it is searched, filtered and sorted by; one of them can be
 * selected.
 *
 * Signals: "open" when an article was clicked, or activated by key, whether or not it was
 * selected before.
 */
struct _TlArticlesPane
{
  AdwBin              parent_instance;

  TlListBar          *bar;
  GtkStack           *stack;
  GtkListView        *list_view;
  AdwStatusPage      *none_page;
  GtkWidget          *all_button;
  GtkButton          *clear_button;

  TlQueryList        *list;       /* owned, NULL while there is no library */
  TlArticleSelection *selection;  /* owned, of the list */
  gboolean            opens;      /* what is being looked for is to be opened */
  gboolean            is_asked;   /* a person looks for something else */
  guint               tick_id;    /* waits for the list's first size; or 0 */
  guint               grow_id;    /* shows more and more of the list; or 0 */
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
  tl_article_selection_set_id (self->selection, tl_query_list_get_id (self->list, position));
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
  if (item != NULL && tl_articles_pane_select (self, tl_article_item_get_id (item)))
    g_signal_emit (self, signals[OPEN], 0);
}

/* All rows at once would hold up the frame after the first instead of the first. */
static gboolean
grow_cb (GtkWidget     *list_view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlArticlesPane *self = user_data;
  guint limit = self->selection != NULL ? tl_article_selection_get_limit (self->selection) : G_MAXUINT;

  if (limit < G_MAXUINT && gtk_widget_get_height (list_view) <= 0)
    return G_SOURCE_CONTINUE;
  if (limit < MANY_ROWS)
    {
      tl_article_selection_set_limit (self->selection, limit + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  if (limit < G_MAXUINT)
    tl_article_selection_set_limit (self->selection, G_MAXUINT);
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

/* The first frame has the first rows, each one after it some more. */
static void
show_first_rows (TlArticlesPane *self)
{
  tl_article_selection_set_limit (self->selection, FIRST_ROWS);
  if (self->grow_id == 0)
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), grow_cb, self, NULL);
}

static void
scroll_to (TlArticlesPane *self,
           guint           position)
{
  if (position != GTK_INVALID_LIST_POSITION &&
      position >= tl_article_selection_get_limit (self->selection))
    tl_article_selection_set_limit (self->selection, G_MAXUINT);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static gboolean
scroll_to_selected_cb (GtkWidget     *list_view,
                       GdkFrameClock *clock,
                       gpointer       user_data)
{
  TlArticlesPane *self = user_data;

  if (gtk_widget_get_height (list_view) <= 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (self->selection != NULL)
    scroll_to (self, tl_article_selection_get_position (self->selection));
  return G_SOURCE_REMOVE;
}

/* A list that has no size yet loses its way when it is scrolled: then it is in its first frame. */
static void
scroll_to_selected (TlArticlesPane *self)
{
  GtkWidget *list_view = GTK_WIDGET (self->list_view);

  if (gtk_widget_get_height (list_view) > 0)
    scroll_to (self, tl_article_selection_get_position (self->selection));
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (list_view, scroll_to_selected_cb, self, NULL);
}

/* ---- searching ---- */

/* Filters may be from another day, and nobody thinks of them who looks for a word. */
static void
tell_why_nothing_matches (TlArticlesPane *self)
{
  const TlArticleQuery *query = tl_list_bar_get_query (self->bar);
  gboolean has_words = tl_article_query_has_filter (query, TL_FILTER_WORDS);
  gboolean has_filters = tl_article_query_has_chips (query);
  const char *reason = _("The filters let no article through");
  const char *way_out = _("_Clear Filters");

  if (has_words && has_filters)
    {
      reason = _("No article that the filters let through has these words");
      way_out = _("_Clear Search and Filters");
    }
  else if (has_words)
    {
      reason = _("No article has these words");
      way_out = _("_Clear Search");
    }
  adw_status_page_set_description (self->none_page, reason);
  gtk_button_set_label (self->clear_button, way_out);
  gtk_widget_set_visible (self->all_button, has_words && has_filters);
}

/* For the same words, without the filters. */
static void
search_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlArticlesPane *self = TL_ARTICLES_PANE (widget);
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  tl_article_query_set_words (query, tl_article_query_get_words (tl_list_bar_get_query (self->bar)));
  tl_list_bar_set_query (self->bar, query);
  tl_list_bar_search (self->bar);
}

static void
show_counts (TlArticlesPane *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_articles = tl_query_list_count_all (self->list);
  gboolean is_settled = !tl_query_list_is_pending (self->list);

  tell_why_nothing_matches (self);
  if (is_settled || n_found > 0)
    gtk_stack_set_visible_child_name (self->stack,
                                      n_found == 0 && n_articles > 0 ? "none" : "list");
  tl_list_bar_set_counts (self->bar, n_found, n_articles);
}

static void
query_changed_cb (TlArticlesPane *self)
{
  self->opens = FALSE;
  self->is_asked = TRUE;
  if (self->list != NULL)
    tl_query_list_set_query (self->list, tl_list_bar_get_query (self->bar));
}

/* Opens what was selected where it is among what was found, else the first. */
static void
open_found (TlArticlesPane *self)
{
  self->opens = FALSE;
  if (tl_article_selection_get_position (self->selection) == GTK_INVALID_LIST_POSITION)
    tl_articles_pane_select_near (self, 0);
  if (tl_article_selection_get_position (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[OPEN], 0);
}

static void
open_cb (TlArticlesPane *self)
{
  if (self->list == NULL)
    return;
  if (tl_query_list_is_pending (self->list))
    self->opens = TRUE;
  else
    open_found (self);
}

/* From the last to the first: what was asked for last comes first. */
static void
ask_for_snippets (TlArticlesPane *self)
{
  for (GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      TlArticleItem *item = TL_IS_ARTICLE_ROW (row) ? tl_article_row_get_item (TL_ARTICLE_ROW (row))
                                                    : NULL;

      if (item != NULL)
        tl_query_list_ask (self->list, item);
    }
}

static void
found_cb (TlArticlesPane *self)
{
  gboolean is_searching =
    tl_article_query_has_filter (tl_query_list_get_query (self->list), TL_FILTER_WORDS);
  guint position = tl_article_selection_get_position (self->selection);

  show_counts (self);
  if (self->is_asked)
    tl_list_bar_announce (self->bar);
  self->is_asked = FALSE;
  ask_for_snippets (self);
  if (is_searching || position == GTK_INVALID_LIST_POSITION)
    scroll_to (self, 0);
  else
    scroll_to_selected (self);
  if (self->opens)
    open_found (self);
}

static void
down_cb (TlArticlesPane *self)
{
  if (self->list == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (tl_article_selection_get_position (self->selection) == GTK_INVALID_LIST_POSITION)
    tl_articles_pane_select_near (self, 0);
  tl_articles_pane_focus_list (self);
}

/* ---- following ---- */

static void
altered_cb (TlArticlesPane *self,
            gint64          id)
{
  if (id == tl_article_selection_get_id (self->selection))
    selected_cb (self);
}

/* What was removed is not selected any more, what is filtered out is. */
static void
library_changed_cb (TlArticlesPane *self)
{
  gint64 id = tl_article_selection_get_id (self->selection);

  if (id != 0 && !tl_query_list_knows (self->list, id))
    tl_article_selection_set_id (self->selection, 0);
  show_counts (self);
}

/* ---- the widget ---- */

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

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->tick_id);
  self->tick_id = 0;
  if (self->grow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->grow_id);
  self->grow_id = 0;
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
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
  g_type_ensure (TL_TYPE_LIST_BAR);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-articles-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, bar);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, none_page);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, all_button);
  gtk_widget_class_bind_template_child (widget_class, TlArticlesPane, clear_button);
  gtk_widget_class_install_action (widget_class, "articles.search-all", NULL, search_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
tl_articles_pane_init (TlArticlesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The list and what is selected in it, of one library. */
static void
make_list (TlArticlesPane *self,
           TlLibrary      *library)
{
  self->list = tl_query_list_new (library);
  self->selection = tl_article_selection_new (self->list);
  g_signal_connect_object (self->list, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "altered", G_CALLBACK (altered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_articles_pane_set_library:
 * @self: the pane
 * @library: (nullable): a library
 *
 * Shows the articles of a library; none is selected.
 */
void
tl_articles_pane_set_library (TlArticlesPane *self,
                              TlLibrary      *library)
{
  g_return_if_fail (TL_IS_ARTICLES_PANE (self));
  g_return_if_fail (library == NULL || TL_IS_LIBRARY (library));

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  tl_list_bar_set_library (self->bar, library);
  if (library != NULL)
    {
      make_list (self, library);
      show_first_rows (self);
    }
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  query_changed_cb (self);
  if (self->list != NULL)
    show_counts (self);
  selected_cb (self);
}

/**
 * tl_articles_pane_get_bar:
 * @self: the pane
 *
 * Returns: (transfer none): by what its list is searched, filtered and sorted
 */
TlListBar *
tl_articles_pane_get_bar (TlArticlesPane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), NULL);

  return self->bar;
}

/**
 * tl_articles_pane_dup_ids:
 * @self: the pane
 *
 * Returns: (transfer full) (element-type gint64): the articles that are listed, in order
 */
GArray *
tl_articles_pane_dup_ids (TlArticlesPane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), NULL);

  return self->list != NULL ? tl_query_list_dup_ids (self->list)
                            : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tl_articles_pane_get_selected_id:
 * @self: the pane
 *
 * Returns: the id of the selected article, 0 when there is none; it may be filtered out
 */
gint64
tl_articles_pane_get_selected_id (TlArticlesPane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), 0);

  return self->selection != NULL ? tl_article_selection_get_id (self->selection) : 0;
}

/**
 * tl_articles_pane_select:
 * @self: the pane
 * @id: an article
 *
 * Selects an article and scrolls to it.
 *
 * Returns: whether the library has it; it may be filtered out
 */
gboolean
tl_articles_pane_select (TlArticlesPane *self,
                         gint64          id)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), FALSE);

  if (id == tl_articles_pane_get_selected_id (self))
    return TRUE;
  if (self->list == NULL || !tl_query_list_knows (self->list, id))
    return FALSE;
  tl_article_selection_set_id (self->selection, id);
  scroll_to_selected (self);
  return TRUE;
}

/**
 * tl_articles_pane_get_position:
 * @self: the pane
 *
 * Returns: where the selected article stands, %GTK_INVALID_LIST_POSITION when it does not
 */
guint
tl_articles_pane_get_position (TlArticlesPane *self)
{
  g_return_val_if_fail (TL_IS_ARTICLES_PANE (self), GTK_INVALID_LIST_POSITION);

  return self->selection != NULL ? tl_article_selection_get_position (self->selection)
                                 : GTK_INVALID_LIST_POSITION;
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

  n_items = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  if (n_items == 0)
    return;
  tl_article_selection_set_id (self->selection,
                               tl_query_list_get_id (self->list, MIN (position, n_items - 1)));
  scroll_to_selected (self);
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
