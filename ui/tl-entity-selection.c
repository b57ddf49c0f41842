/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entity-selection.h"

/* Who takes a thousand by Shift and a click did not mean it. */
#define MAX_CHOSEN 100

/* GTK's list looks for the row that it stands at among all that come in the place of those that go, and reads
 * each of them for that.  Beyond so many they go first, and come then. */
#define MANY_ROWS 256

struct _TlEntitySelection
{
  GObject       parent_instance;

  TlEntityList *list;           /* owned */
  GArray       *ids;            /* owned (element-type gint64): in the order in which they were chosen */
  gboolean      adds;
  guint         hidden_at;      /* from there on, */
  guint         n_hidden;       /* so many of the list are not told of yet */
};

typedef enum
{
  PROP_ADDS = 1,
} TlEntitySelectionProperty;

static GParamSpec *properties[PROP_ADDS + 1];

enum
{
  CHOSEN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_iface_init      (GListModelInterface         *iface);
static void selection_model_iface_init (GtkSelectionModelInterface  *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlEntitySelection, tl_entity_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_iface_init))

/* ---- the list model ---- */

static GType
list_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (TL_ENTITY_SELECTION (model)->list));
}

static guint
list_model_get_n_items (GListModel *model)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) - self->n_hidden;
}

/* Where it stands in the list. */
static guint
map_position (TlEntitySelection *self,
              guint              position)
{
  return position < self->hidden_at ? position : position + self->n_hidden;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);

  return g_list_model_get_item (G_LIST_MODEL (self->list), map_position (self, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* ---- what is chosen ---- */

static gboolean
find (GArray *ids,
      gint64  id,
      guint  *place)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
add (GArray *ids,
     gint64  id)
{
  guint place;

  if (id == 0 || ids->len >= MAX_CHOSEN || find (ids, id, &place))
    return FALSE;
  g_array_append_val (ids, id);
  return TRUE;
}

static gint64
get_id (TlEntitySelection *self,
        guint              position)
{
  return position < list_model_get_n_items (G_LIST_MODEL (self))
         ? tl_entity_list_get_id (self->list, map_position (self, position)) : 0;
}

/* GTK asks of those that are seen whether they are chosen, which is quick. */
static void
tell (TlEntitySelection *self)
{
  guint n_items = list_model_get_n_items (G_LIST_MODEL (self));

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static gboolean
is_same (GArray       *ids,
         const gint64 *others,
         guint         n_others)
{
  return ids->len == n_others &&
         (n_others == 0 || memcmp (ids->data, others, n_others * sizeof *others) == 0);
}

/* ---- the selection model ---- */

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);
  guint place;

  return self->ids->len > 0 && find (self->ids, get_id (self, position), &place);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n_items; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selection, i);
  return selection;
}

/* With check marks, moving through the list by keyboard leaves them as they are. */
static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);
  gint64 id = get_id (self, position);

  if (id == 0 || (unselect_rest && self->adds))
    return FALSE;
  if (unselect_rest)
    tl_entity_selection_set_ids (self, &id, 1);
  else if (add (self->ids, id))
    tell (self);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);
  guint place;

  if (find (self->ids, get_id (self, position), &place))
    {
      g_array_remove_index (self->ids, place);
      tell (self);
    }
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (model);
  g_autoptr(GArray) ids = unselect_rest && !self->adds ? g_array_new (FALSE, FALSE, sizeof (gint64))
                                                       : g_array_copy (self->ids);

  for (guint i = position; i < position + n_items && ids->len < MAX_CHOSEN; i++)
    add (ids, get_id (self, i));
  tl_entity_selection_set_ids (self, (const gint64 *) (gpointer) ids->data, ids->len);
  return TRUE;
}

/* All of a library are never meant. */
static gboolean
select_all (GtkSelectionModel *model)
{
  return FALSE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  tl_entity_selection_set_ids (TL_ENTITY_SELECTION (model), NULL, 0);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* ---- following the list ---- */

static void
items_changed_cb (TlEntitySelection *self,
                  guint              position,
                  guint              n_removed,
                  guint              n_added)
{
  if (n_removed > 0 && n_added > MANY_ROWS)
    {
      self->hidden_at = position;
      self->n_hidden = n_added;
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, 0);
      self->n_hidden = n_removed = 0;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* ---- the object ---- */

static void
tl_entity_selection_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((TlEntitySelectionProperty) prop_id)
    {
    case PROP_ADDS:
      g_value_set_boolean (value, TL_ENTITY_SELECTION (object)->adds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entity_selection_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((TlEntitySelectionProperty) prop_id)
    {
    case PROP_ADDS:
      TL_ENTITY_SELECTION (object)->adds = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entity_selection_finalize (GObject *object)
{
  TlEntitySelection *self = TL_ENTITY_SELECTION (object);

  g_clear_object (&self->list);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (tl_entity_selection_parent_class)->finalize (object);
}

static void
tl_entity_selection_class_init (TlEntitySelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_entity_selection_get_property;
  object_class->set_property = tl_entity_selection_set_property;
  object_class->finalize = tl_entity_selection_finalize;

  properties[PROP_ADDS] =
    g_param_spec_boolean ("adds", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHOSEN_CHANGED] =
    g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_entity_selection_init (TlEntitySelection *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tl_entity_selection_new:
 * @list: entities
 *
 * Returns: (transfer full): the same entities, none of them chosen
 */
TlEntitySelection *
tl_entity_selection_new (TlEntityList *list)
{
  TlEntitySelection *self = g_object_new (TL_TYPE_ENTITY_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_entity_selection_get_ids:
 * @self: the selection
 *
 * Returns: (transfer none) (element-type gint64): what is chosen, in the list or not, in the order in
 *   which it was chosen
 */
GArray *
tl_entity_selection_get_ids (TlEntitySelection *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_SELECTION (self), NULL);

  return self->ids;
}

/**
 * tl_entity_selection_set_ids:
 * @self: the selection
 * @ids: (array length=n_ids): entities of the library, in the list or not
 * @n_ids: how many
 *
 * Chooses these and no others.
 */
void
tl_entity_selection_set_ids (TlEntitySelection *self,
                             const gint64      *ids,
                             guint              n_ids)
{
  g_autoptr(GArray) chosen = NULL;

  g_return_if_fail (TL_IS_ENTITY_SELECTION (self));

  chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_ids; i++)
    add (chosen, ids[i]);
  if (is_same (self->ids, (const gint64 *) (gpointer) chosen->data, chosen->len))
    return;
  g_array_unref (self->ids);
  self->ids = g_steal_pointer (&chosen);
  tell (self);
}

/**
 * tl_entity_selection_toggle:
 * @self: the selection
 * @position: where an entity stands in the list
 *
 * Chooses it besides the others, or no longer.
 */
void
tl_entity_selection_toggle (TlEntitySelection *self,
                            guint              position)
{
  g_return_if_fail (TL_IS_ENTITY_SELECTION (self));

  if (is_selected (GTK_SELECTION_MODEL (self), position))
    unselect_item (GTK_SELECTION_MODEL (self), position);
  else
    select_item (GTK_SELECTION_MODEL (self), position, FALSE);
}
