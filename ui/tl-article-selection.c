/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-selection.h"

struct _TlArticleSelection
{
  GObject      parent_instance;

  TlQueryList *list;            /* owned */
  gint64       id;              /* 0 for none */
  guint        position;        /* GTK_INVALID_LIST_POSITION where it is not in the list */
  guint        limit;           /* so many are shown at most */
};

typedef enum
{
  PROP_SELECTED_ID = 1,
} TlArticleSelectionProperty;

static GParamSpec *properties[PROP_SELECTED_ID + 1];

static void list_model_iface_init      (GListModelInterface         *iface);
static void selection_model_iface_init (GtkSelectionModelInterface  *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlArticleSelection, tl_article_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_iface_init))

/* ---- the list model ---- */

static GType
list_model_get_item_type (GListModel *model)
{
  return TL_TYPE_ARTICLE_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  TlArticleSelection *self = TL_ARTICLE_SELECTION (model);

  return MIN (self->limit, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (TL_ARTICLE_SELECTION (model)->list), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* ---- the selection model ---- */

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return TL_ARTICLE_SELECTION (model)->position == position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (TL_ARTICLE_SELECTION (model)->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, TL_ARTICLE_SELECTION (model)->position);
  return selection;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  TlArticleSelection *self = TL_ARTICLE_SELECTION (model);

  if (position < list_model_get_n_items (G_LIST_MODEL (model)))
    tl_article_selection_set_id (self, tl_query_list_get_id (self->list, position));
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  TlArticleSelection *self = TL_ARTICLE_SELECTION (model);

  if (self->position == position)
    tl_article_selection_set_id (self, 0);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
}

/* ---- following the list ---- */

static guint
find_position (TlArticleSelection *self)
{
  guint position;

  return self->id != 0 && tl_query_list_find (self->list, self->id, &position)
         ? position : GTK_INVALID_LIST_POSITION;
}

/* Of what is not shown nobody has to know. */
static void
tell_changed (TlArticleSelection *self,
              guint               position,
              guint               n_removed,
              guint               n_added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_before = n - n_added + n_removed;

  if (n > self->limit || n_before > self->limit)
    {
      if (position >= self->limit)
        return;
      n_removed = MIN (n_before, self->limit) - position;
      n_added = MIN (n, self->limit) - position;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
items_changed_cb (TlArticleSelection *self,
                  guint               position,
                  guint               n_removed,
                  guint               n_added)
{
  guint before = self->position;

  /* It is looked for only where it may have moved otherwise than with those around it. */
  if (before != GTK_INVALID_LIST_POSITION && before >= position + n_removed)
    self->position = before - n_removed + n_added;
  else if (before == GTK_INVALID_LIST_POSITION ? n_added > 0 : before >= position)
    self->position = find_position (self);

  tell_changed (self, position, n_removed, n_added);
}

/* ---- the object ---- */

static void
tl_article_selection_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((TlArticleSelectionProperty) prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, TL_ARTICLE_SELECTION (object)->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_selection_finalize (GObject *object)
{
  g_clear_object (&TL_ARTICLE_SELECTION (object)->list);

  G_OBJECT_CLASS (tl_article_selection_parent_class)->finalize (object);
}

static void
tl_article_selection_class_init (TlArticleSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_article_selection_get_property;
  object_class->finalize = tl_article_selection_finalize;

  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_article_selection_init (TlArticleSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->limit = G_MAXUINT;
}

/**
 * tl_article_selection_new:
 * @list: articles
 *
 * Returns: (transfer full): the same articles, none of them selected
 */
TlArticleSelection *
tl_article_selection_new (TlQueryList *list)
{
  TlArticleSelection *self = g_object_new (TL_TYPE_ARTICLE_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_article_selection_get_id:
 * @self: the selection
 *
 * Returns: the selected article, 0 for none
 */
gint64
tl_article_selection_get_id (TlArticleSelection *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_SELECTION (self), 0);

  return self->id;
}

static void
tell (TlArticleSelection *self,
      guint               position,
      guint               other)
{
  guint first = MIN (position, other), last = MAX (position, other);
  guint n = list_model_get_n_items (G_LIST_MODEL (self));

  /* One that is not in the list has the greatest position; one behind the limit is not shown. */
  if (first >= n)
    return;
  if (last >= n)
    last = first;
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

/**
 * tl_article_selection_set_id:
 * @self: the selection
 * @id: an article of the library, in the list or not; 0 for none
 *
 * Selects an article.
 */
void
tl_article_selection_set_id (TlArticleSelection *self,
                             gint64              id)
{
  guint before;

  g_return_if_fail (TL_IS_ARTICLE_SELECTION (self));

  if (self->id == id)
    return;
  before = self->position;
  self->id = id;
  self->position = find_position (self);
  tell (self, before, self->position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/**
 * tl_article_selection_get_position:
 * @self: the selection
 *
 * Returns: where the selected article stands, %GTK_INVALID_LIST_POSITION where it does not
 */
guint
tl_article_selection_get_position (TlArticleSelection *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

/**
 * tl_article_selection_get_limit:
 * @self: the selection
 *
 * Returns: how many articles are shown at most
 */
guint
tl_article_selection_get_limit (TlArticleSelection *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_SELECTION (self), 0);

  return self->limit;
}

/**
 * tl_article_selection_set_limit:
 * @self: the selection
 * @limit: how many articles to show at most; %G_MAXUINT for all.  No less than before
 *
 * Has the first articles shown before the others.
 */
void
tl_article_selection_set_limit (TlArticleSelection *self,
                                guint               limit)
{
  guint n_before;
  guint n;

  g_return_if_fail (TL_IS_ARTICLE_SELECTION (self));
  g_return_if_fail (self->limit == G_MAXUINT || limit >= self->limit);

  n_before = list_model_get_n_items (G_LIST_MODEL (self));
  self->limit = limit;
  n = list_model_get_n_items (G_LIST_MODEL (self));
  if (n > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n - n_before);
}
