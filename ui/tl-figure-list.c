/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-list.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-figure-card.h"
#include "tl-figure-editor.h"
#include "tl-tab-stop.h"

/**
 * TlFigureList:
 *
 * The trade figures of an article as cards, and below them those that were dismissed.  It asks for
 * the place of a sentence by "show-span"; what a person says of a figure goes to the window's
 * actions, and what it was edited to is told by "edited" (the figure, and what it is instead).
 */
struct _TlFigureList
{
  AdwBin       parent_instance;

  GtkStack    *stack;
  GtkLabel    *progress;
  GtkWidget   *confirm_all;
  GtkListView *view;

  TlArticle   *article;         /* owned, NULL when there is none */
  GtkWidget   *editor;          /* owned; goes from card to card, so that nothing entered is lost */
  TlFigure    *edited;          /* owned, the figure that is edited; NULL when none is */
  gboolean     from_period;     /* where the editing begins */
  gboolean     shows_dismissed;
  guint        place;           /* of the card that gets the focus when it is there */
  guint        place_id;        /* until it is there; or 0 */
};

enum
{
  SHOW_SPAN,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFigureList, tl_figure_list, ADW_TYPE_BIN)

static GListModel *
get_model (TlFigureList *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->view));
}

/* ---- cards ---- */

static gboolean
is_edited (TlFigureList *self,
           TlFigureItem *item)
{
  return self->edited != NULL && tl_figure_item_get_kind (item) == TL_FIGURE_ITEM_FIGURE &&
         tl_figure_is_same (self->edited, tl_figure_item_get_figure (item));
}

/* The card at a place; the list has widgets only for those around what is seen. */
static TlFigureCard *
find_card (TlFigureList *self,
           TlFigureItem *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (card != NULL && TL_IS_FIGURE_CARD (card) && tl_figure_card_get_item (TL_FIGURE_CARD (card)) == item)
        return TL_FIGURE_CARD (card);
    }
  return NULL;
}

static void
take_editor_out (TlFigureList *self)
{
  GtkWidget *bin = gtk_widget_get_parent (self->editor);
  GtkWidget *card = bin != NULL ? gtk_widget_get_ancestor (bin, TL_TYPE_FIGURE_CARD) : NULL;

  if (card != NULL)
    tl_figure_card_set_editor (TL_FIGURE_CARD (card), NULL);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          TlFigureList       *self)
{
  gtk_list_item_set_child (list_item, g_object_new (TL_TYPE_FIGURE_CARD, NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         TlFigureList       *self)
{
  TlFigureItem *item = gtk_list_item_get_item (list_item);
  TlFigureCard *card = TL_FIGURE_CARD (gtk_list_item_get_child (list_item));

  tl_figure_card_set_item (card, item);
  if (!is_edited (self, item))
    return;
  take_editor_out (self);
  tl_figure_card_set_editor (card, self->editor);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           TlFigureList       *self)
{
  TlFigureCard *card = TL_FIGURE_CARD (gtk_list_item_get_child (list_item));

  if (gtk_widget_get_ancestor (self->editor, TL_TYPE_FIGURE_CARD) == GTK_WIDGET (card))
    tl_figure_card_set_editor (card, NULL);
  tl_figure_card_set_item (card, NULL);
}

static void
show_list (TlFigureList *self)
{
  g_autoptr(GListStore) items = tl_figure_items_new (self->article, self->shows_dismissed);
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (items)));

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (items)) > 0 ? "list" : "none");
}

static void
show_progress (TlFigureList *self)
{
  GPtrArray *figures = tl_article_get_figures (self->article);
  guint n_open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < figures->len; i++)
    n_open += tl_figure_get_review (g_ptr_array_index (figures, i)) == TL_REVIEW_OPEN ? 1 : 0;
  if (n_open > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to review", "%u to review", n_open), n_open);
  gtk_label_set_text (self->progress, text != NULL ? text : _("All reviewed"));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), figures->len > 0);
  gtk_widget_set_visible (self->confirm_all, n_open > 1);
}

/* ---- where the focus is ---- */

static guint
find_focused (TlFigureList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card;
  GListModel *model = get_model (self);

  if (focus == NULL || model == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return GTK_INVALID_LIST_POSITION;
  card = gtk_widget_get_ancestor (focus, TL_TYPE_FIGURE_CARD);
  if (card == NULL)
    card = gtk_widget_get_first_child (focus);
  for (guint i = 0; card != NULL && TL_IS_FIGURE_CARD (card) && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlFigureItem) item = g_list_model_get_item (model, i);

      if (item == tl_figure_card_get_item (TL_FIGURE_CARD (card)))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
focus_card (TlFigureList *self,
            TlFigureCard *card)
{
  if (gtk_widget_get_ancestor (self->editor, TL_TYPE_FIGURE_CARD) != GTK_WIDGET (card))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
  else if (self->from_period)
    tl_figure_editor_focus_period (TL_FIGURE_EDITOR (self->editor));
  else
    gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}

/* It takes a frame to have a widget for an item, and a size to scroll to it. */
static gboolean
focus_place_cb (GtkWidget     *view,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlFigureList *self = user_data;
  g_autoptr(TlFigureItem) item = g_list_model_get_item (get_model (self), self->place);
  TlFigureCard *card = item != NULL ? find_card (self, item) : NULL;

  if (card == NULL && item != NULL)
    {
      if (gtk_widget_get_height (view) > 0)
        gtk_widget_activate_action (view, "list.scroll-to-item", "u", self->place);
      return G_SOURCE_CONTINUE;
    }
  self->place_id = 0;
  if (card != NULL)
    focus_card (self, card);
  return G_SOURCE_REMOVE;
}

static void
focus_place (TlFigureList *self,
             guint         place)
{
  guint n_items = g_list_model_get_n_items (get_model (self));

  if (place == GTK_INVALID_LIST_POSITION || n_items == 0)
    return;
  self->place = MIN (place, n_items - 1);
  if (self->place_id == 0)
    self->place_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), focus_place_cb, self, NULL);
}

static void
forget_place (TlFigureList *self)
{
  if (self->place_id != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->place_id);
  self->place_id = 0;
}

/* ---- opening ---- */

/* Only what stands from the fold on is another: what is seen stays where it is. */
static void
fold (TlFigureList *self,
      guint         position)
{
  GtkNoSelection *selection = GTK_NO_SELECTION (gtk_list_view_get_model (self->view));
  GListModel *shown = gtk_no_selection_get_model (selection);
  g_autoptr(GListStore) items = NULL;
  g_autoptr(GPtrArray) below = g_ptr_array_new_with_free_func (g_object_unref);

  self->shows_dismissed = !self->shows_dismissed;
  items = tl_figure_items_new (self->article, self->shows_dismissed);
  for (guint i = position; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    g_ptr_array_add (below, g_list_model_get_item (G_LIST_MODEL (items), i));
  g_list_store_splice (G_LIST_STORE (shown), position, g_list_model_get_n_items (shown) - position,
                       below->pdata, below->len);
  focus_place (self, position);
}

static void
activate_cb (GtkListView  *view,
             guint         position,
             TlFigureList *self)
{
  g_autoptr(TlFigureItem) item = g_list_model_get_item (get_model (self), position);
  TlSpan sentence;

  if (is_edited (self, item))
    return;
  if (tl_figure_item_get_kind (item) == TL_FIGURE_ITEM_FOLD)
    {
      fold (self, position);
      return;
    }
  sentence = tl_figure_get_data (tl_figure_item_get_figure (item))->sentence;
  if (!tl_span_is_empty (sentence))
    g_signal_emit (self, signals[SHOW_SPAN], 0, sentence.start, sentence.end);
}

/* ---- editing ---- */

static guint
find_figure (TlFigureList *self,
             TlFigure     *figure)
{
  GListModel *model = get_model (self);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(TlFigureItem) item = g_list_model_get_item (model, i);

      if (tl_figure_item_get_kind (item) == TL_FIGURE_ITEM_FIGURE &&
          tl_figure_is_same (figure, tl_figure_item_get_figure (item)))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
stop_editing (TlFigureList *self)
{
  guint place = self->edited != NULL ? find_figure (self, self->edited) : GTK_INVALID_LIST_POSITION;

  take_editor_out (self);
  g_clear_object (&self->edited);
  if (place != GTK_INVALID_LIST_POSITION)
    focus_place (self, place);
}

static void
given_up_cb (TlFigureList *self)
{
  stop_editing (self);
}

static void
done_cb (TlFigureList *self)
{
  g_autoptr(TlFigure) before = g_object_ref (self->edited);
  g_autoptr(TlFigure) after = tl_figure_editor_dup_figure (TL_FIGURE_EDITOR (self->editor), NULL);

  stop_editing (self);
  if (after != NULL)
    g_signal_emit (self, signals[EDITED], 0, before, after);
}

/* ---- keys ---- */

static void
activate_on_focused (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  TlFigureList *self = TL_FIGURE_LIST (widget);
  guint place = find_focused (self);
  g_autoptr(TlFigureItem) item =
    place != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (get_model (self), place) : NULL;
  TlFigureCard *card = item != NULL && !is_edited (self, item) ? find_card (self, item) : NULL;
  g_autofree char *on_card = g_strdup_printf ("card.%s", action + strlen ("figures."));

  if (card != NULL)
    gtk_widget_activate_action (GTK_WIDGET (card), on_card, NULL);
}

static void
add_key (GtkWidgetClass  *widget_class,
         guint            key,
         GdkModifierType  modifiers,
         const char      *action)
{
  gtk_widget_class_install_action (widget_class, action, NULL, activate_on_focused);
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
}

static void
tl_figure_list_dispose (GObject *object)
{
  TlFigureList *self = TL_FIGURE_LIST (object);

  forget_place (self);
  if (self->editor != NULL)
    take_editor_out (self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FIGURE_LIST);
  g_clear_object (&self->editor);
  g_clear_object (&self->article);
  g_clear_object (&self->edited);

  G_OBJECT_CLASS (tl_figure_list_parent_class)->dispose (object);
}

static void
tl_figure_list_class_init (TlFigureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figure_list_dispose;

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TL_TYPE_FIGURE, TL_TYPE_FIGURE);

  add_key (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "figures.confirm");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "figures.confirm", NULL);
  add_key (widget_class, GDK_KEY_Delete, 0, "figures.dismiss");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "figures.dismiss", NULL);
  add_key (widget_class, GDK_KEY_F2, 0, "figures.edit");
  add_key (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "figures.why");

  g_type_ensure (TL_TYPE_FIGURE_CARD);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-figure-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigureList, stack);
  gtk_widget_class_bind_template_child (widget_class, TlFigureList, progress);
  gtk_widget_class_bind_template_child (widget_class, TlFigureList, confirm_all);
  gtk_widget_class_bind_template_child (widget_class, TlFigureList, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tl_figure_list_init (TlFigureList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->editor = g_object_ref_sink (tl_figure_editor_new ());
  g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "given-up", G_CALLBACK (given_up_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_same_text (TlArticle *article,
              TlArticle *other)
{
  return article != NULL && other != NULL &&
         g_str_equal (tl_article_get_text (article), tl_article_get_text (other));
}

/**
 * tl_figure_list_set_article:
 * @self: the list
 * @article: (nullable): an article
 *
 * Shows the figures of an article.  Where it is the same with other figures, the card that has the
 * focus, or the next one, keeps it, and what is being entered stays.
 */
void
tl_figure_list_set_article (TlFigureList *self,
                            TlArticle    *article)
{
  gboolean is_same;
  guint place;

  g_return_if_fail (TL_IS_FIGURE_LIST (self));
  g_return_if_fail (article == NULL || TL_IS_ARTICLE (article));

  is_same = is_same_text (self->article, article);
  place = !is_same ? GTK_INVALID_LIST_POSITION : self->place_id != 0 ? self->place : find_focused (self);
  if (!g_set_object (&self->article, article))
    return;
  forget_place (self);
  if (!is_same)
    {
      take_editor_out (self);
      g_clear_object (&self->edited);
      self->shows_dismissed = FALSE;
    }
  if (article == NULL)
    {
      gtk_list_view_set_model (self->view, NULL);
      return;
    }
  show_list (self);
  show_progress (self);
  focus_place (self, place);
}

/**
 * tl_figure_list_edit:
 * @self: the list, with an article
 * @figure: one of its figures
 * @from_period: whether to begin with its period
 *
 * Begins to edit a figure in its card.
 *
 * Returns: whether it is there
 */
gboolean
tl_figure_list_edit (TlFigureList *self,
                     TlFigure     *figure,
                     gboolean      from_period)
{
  guint place;
  g_autoptr(TlFigureItem) item = NULL;
  TlFigureCard *card;

  g_return_val_if_fail (TL_IS_FIGURE_LIST (self), FALSE);
  g_return_val_if_fail (self->article != NULL, FALSE);

  place = find_figure (self, figure);
  if (place == GTK_INVALID_LIST_POSITION)
    return FALSE;
  item = g_list_model_get_item (get_model (self), place);
  take_editor_out (self);
  g_set_object (&self->edited, tl_figure_item_get_figure (item));
  tl_figure_editor_set_figure (TL_FIGURE_EDITOR (self->editor), self->edited, self->article);
  self->from_period = from_period;
  card = find_card (self, item);
  if (card != NULL)
    tl_figure_card_set_editor (card, self->editor);
  focus_place (self, place);
  return TRUE;
}
