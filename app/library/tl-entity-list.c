/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity-list.h"

#include <gio/gio.h>

#include "tl-entity-find-task.h"
#include "tl-entity-held.h"
#include "tl-library-private.h"
#include "tl-list-change.h"
#include "tl-packed-ids.h"

/* While an import goes on, the list is found out again and again; the thread that does it rests
 * so many times as long as it worked. */
#define REST 4

struct _TlEntityList
{
  GObject        parent_instance;

  TlLibrary     *library;       /* owned */
  TlEntityHeld  *held;          /* owned: the rows */
  GArray        *ids;           /* owned: what is shown, as tl_packed_ids_new() makes it */
  char          *words;         /* owned, NULL until anything is asked for */
  guint          types;
  TlEntityOrder  order;
  TlDatabase    *reader;        /* owned, of the thread while that runs; or NULL */
  TlEntityOrders orders;        /* owned, until the library changes */

  GCancellable  *cancellable;   /* owned, of the thread that runs; or NULL */
  gboolean       is_stale;      /* what is found, or shown, does not count any more */
  gboolean       is_unseen;
  guint          rest_id;       /* until the thread is to run again; or 0 */
  gint64         rests_until;
};

typedef enum
{
  PROP_PENDING = 1,
} TlEntityListProperty;

static GParamSpec *properties[PROP_PENDING + 1];

static guint found_signal;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlEntityList, tl_entity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* ---- the list model ---- */

static GType
list_model_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return TL_TYPE_ENTITY_ROW;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TL_ENTITY_LIST (model)->ids->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TlEntityList *self = TL_ENTITY_LIST (model);

  return position < self->ids->len
         ? tl_entity_held_get (self->held, tl_packed_ids_get (self->ids, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* ---- showing ---- */

static void
show_ids (TlEntityList *self,
          GArray       *found)
{
  tl_list_changes_show (G_LIST_MODEL (self), &self->ids, tl_packed_ids_unpack (self->ids), found);
}

/* ---- finding ---- */

static void find (TlEntityList *self);

static void
notify_pending (TlEntityList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

static gboolean
rested_cb (gpointer user_data)
{
  TlEntityList *self = user_data;

  self->rest_id = 0;
  find (self);
  return G_SOURCE_REMOVE;
}

/* Finds out again, not at once where that was done just now, and not while nobody sees it. */
static void
find_again (TlEntityList *self)
{
  gint64 rest = self->rests_until - g_get_monotonic_time ();

  if (self->is_unseen || self->cancellable != NULL || self->rest_id != 0)
    return;
  if (rest > 0)
    self->rest_id = g_timeout_add ((guint) (rest / G_TIME_SPAN_MILLISECOND + 1), rested_cb, self);
  else
    find (self);
}

static void
take_found (TlEntityList   *self,
            TlEntitySearch *search)
{
  if (!self->is_stale)
    tl_entity_orders_take (&self->orders, &search->orders);
  tl_entity_held_update (self->held, search->facts);
  show_ids (self, search->ids);
}

static void
found_cb (GObject      *source_object G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlEntityList) self = NULL;
  g_autoptr(GError) error = NULL;
  TlEntitySearch *search;

  /* Then something else is asked for, or nobody is there any more. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  self = g_object_ref (user_data);
  search = tl_entity_search_finish (result, &error);
  g_clear_object (&self->cancellable);
  self->reader = g_steal_pointer (&search->reader);
  self->rests_until = g_get_monotonic_time () + REST * search->duration;
  if (search->ids != NULL)
    take_found (self, search);
  else
    g_message ("%s", error->message);
  /* Whoever heard of the rows may have asked for others. */
  if (self->cancellable != NULL)
    return;
  if (self->is_stale)
    find_again (self);
  if (tl_entity_list_is_pending (self))
    return;
  notify_pending (self);
  if (!self->is_stale)
    g_signal_emit (self, found_signal, 0);
}

static void
find (TlEntityList *self)
{
  TlEntitySearch *search = g_new0 (TlEntitySearch, 1);

  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  search->path = g_strdup (tl_library_get_path (self->library));
  search->words = g_strdup (self->words);
  search->types = self->types;
  search->order = self->order;
  tl_entity_orders_take (&search->orders, &self->orders);
  search->reader = g_steal_pointer (&self->reader);
  search->held = tl_entity_held_dup_ids (self->held);
  tl_entity_search_async (search, self->cancellable, found_cb, self);
}

static void
give_up (TlEntityList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
}

/* Articles came or went, or somebody decided something. */
static void
library_changed_cb (TlEntityList *self)
{
  gboolean was_pending = tl_entity_list_is_pending (self);

  self->is_stale = TRUE;
  tl_entity_orders_clear (&self->orders);
  if (self->words == NULL)
    return;
  find_again (self);
  if (was_pending != tl_entity_list_is_pending (self))
    notify_pending (self);
}

/* ---- the object ---- */

static void
tl_entity_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TlEntityListProperty) prop_id)
    {
    case PROP_PENDING:
      g_value_set_boolean (value, tl_entity_list_is_pending (TL_ENTITY_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entity_list_finalize (GObject *object)
{
  TlEntityList *self = TL_ENTITY_LIST (object);

  give_up (self);
  g_clear_pointer (&self->reader, tl_database_unref);
  tl_entity_orders_clear (&self->orders);
  g_clear_pointer (&self->held, tl_entity_held_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_entity_list_parent_class)->finalize (object);
}

static void
tl_entity_list_class_init (TlEntityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_entity_list_get_property;
  object_class->finalize = tl_entity_list_finalize;

  properties[PROP_PENDING] =
    g_param_spec_boolean ("pending", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  found_signal = g_signal_new ("found", TL_TYPE_ENTITY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
tl_entity_list_init (TlEntityList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tl_entity_list_new:
 * @library: a library
 *
 * Returns: (transfer full): a list that is empty, and costs nothing, until
 *   tl_entity_list_set_query() asks for anything
 */
TlEntityList *
tl_entity_list_new (TlLibrary *library)
{
  TlEntityList *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_ENTITY_LIST, NULL);
  self->library = g_object_ref (library);
  self->held = tl_entity_held_new (tl_library_get_database (library));
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "entities-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_entity_list_set_query:
 * @self: a list
 * @words: beginnings of words that one of its names has, all of them, in whatever case; "" for any
 * @types: what it may be, a bit (1 << #TlEntityType) for each; 0 for anything
 * @order: in which order
 *
 * Shows other entities, or the same in another order; what was asked for before and is still being
 * looked up is given up.
 */
void
tl_entity_list_set_query (TlEntityList  *self,
                          const char    *words,
                          guint          types,
                          TlEntityOrder  order)
{
  g_return_if_fail (TL_IS_ENTITY_LIST (self));
  g_return_if_fail (words != NULL);

  if (g_strcmp0 (self->words, words) == 0 && self->types == types && self->order == order)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  self->types = types;
  self->order = order;
  give_up (self);
  if (self->is_unseen)
    self->is_stale = TRUE;
  else
    find (self);
  notify_pending (self);
}

/**
 * tl_entity_list_set_seen:
 * @self: a list
 * @is_seen: whether anybody sees it
 *
 * Where nobody does, it does not follow the library, and finds out what has changed when it is
 * seen again.  It is seen until this is called.
 */
void
tl_entity_list_set_seen (TlEntityList *self,
                         gboolean      is_seen)
{
  gboolean was_pending;

  g_return_if_fail (TL_IS_ENTITY_LIST (self));

  if (self->is_unseen == !is_seen)
    return;
  was_pending = tl_entity_list_is_pending (self);
  self->is_unseen = !is_seen;
  if (!is_seen)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      tl_entity_orders_clear (&self->orders);
    }
  if (is_seen && self->is_stale && self->words != NULL)
    find_again (self);
  if (was_pending != tl_entity_list_is_pending (self))
    notify_pending (self);
}

/**
 * tl_entity_list_is_pending:
 * @self: a list
 *
 * Returns: whether another list is on its way
 */
gboolean
tl_entity_list_is_pending (TlEntityList *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_LIST (self), FALSE);

  return self->cancellable != NULL || self->rest_id != 0;
}

/**
 * tl_entity_list_get_id:
 * @self: a list
 * @position: a position in it
 *
 * Returns: the entity there; its row is not read
 */
gint64
tl_entity_list_get_id (TlEntityList *self,
                       guint         position)
{
  g_return_val_if_fail (TL_IS_ENTITY_LIST (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);

  return tl_packed_ids_get (self->ids, position);
}

/**
 * tl_entity_list_find:
 * @self: a list
 * @id: an entity
 * @position: (out): where it stands
 *
 * Looks for an entity, without reading a row.
 *
 * Returns: whether it is in the list
 */
gboolean
tl_entity_list_find (TlEntityList *self,
                     gint64        id,
                     guint        *position)
{
  g_return_val_if_fail (TL_IS_ENTITY_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (tl_packed_ids_get (self->ids, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
