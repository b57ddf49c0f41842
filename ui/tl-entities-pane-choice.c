/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen in the list of entities, and where that stands. */

#include "tl-entities-pane-private.h"

/*
 * tl_entities_pane_count:
 * @self: the pane
 *
 * Returns: how many are listed
 */
guint
tl_entities_pane_count (TlEntitiesPane *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

/*
 * tl_entities_pane_find:
 * @self: the pane
 * @id: an entity
 * @position: (out): where it stands
 *
 * Returns: whether it is listed
 */
gboolean
tl_entities_pane_find (TlEntitiesPane *self,
                       gint64          id,
                       guint          *position)
{
  return self->list != NULL && tl_entity_list_find (self->list, id, position);
}

/*
 * tl_entities_pane_scroll_to:
 * @self: the pane
 * @position: a position; of none, nothing is done
 *
 * Has it seen.
 */
void
tl_entities_pane_scroll_to (TlEntitiesPane *self,
                            guint           position)
{
  if (position < tl_entities_pane_count (self))
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/**
 * tl_entities_pane_get_chosen:
 * @self: the pane
 *
 * Returns: (transfer none) (element-type gint64): the entities that are chosen, whether or not they
 *   are among those that are listed
 */
GArray *
tl_entities_pane_get_chosen (TlEntitiesPane *self)
{
  static GArray *none;

  g_return_val_if_fail (TL_IS_ENTITIES_PANE (self), NULL);

  if (self->selection != NULL)
    return tl_entity_selection_get_ids (self->selection);
  if (none == NULL)
    none = g_array_new (FALSE, FALSE, sizeof (gint64));
  return none;
}

/**
 * tl_entities_pane_choose:
 * @self: the pane
 * @ids: (array length=n_ids): entities of the library
 * @n_ids: how many
 *
 * Chooses these and no others, and scrolls to the first where it is listed.
 */
void
tl_entities_pane_choose (TlEntitiesPane *self,
                         const gint64   *ids,
                         guint           n_ids)
{
  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  if (self->selection == NULL)
    return;
  tl_entity_selection_set_ids (self->selection, ids, n_ids);
  tl_entities_pane_scroll_to (self, tl_entities_pane_get_position (self));
}

/**
 * tl_entities_pane_unchoose:
 * @self: the pane
 * @id: an entity that is chosen
 *
 * Chooses the others only.
 */
void
tl_entities_pane_unchoose (TlEntitiesPane *self,
                           gint64          id)
{
  g_autoptr(GArray) ids = NULL;

  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  ids = g_array_copy (tl_entities_pane_get_chosen (self));
  for (guint i = ids->len; i > 0; i--)
    if (g_array_index (ids, gint64, i - 1) == id)
      g_array_remove_index (ids, i - 1);
  tl_entities_pane_choose (self, (const gint64 *) (gpointer) ids->data, ids->len);
}

/**
 * tl_entities_pane_get_position:
 * @self: the pane
 *
 * Returns: where the first of those that are chosen stands; %GTK_INVALID_LIST_POSITION where it does
 *   not
 */
guint
tl_entities_pane_get_position (TlEntitiesPane *self)
{
  GArray *ids;
  guint position;

  g_return_val_if_fail (TL_IS_ENTITIES_PANE (self), GTK_INVALID_LIST_POSITION);

  ids = tl_entities_pane_get_chosen (self);
  return ids->len > 0 && tl_entities_pane_find (self, g_array_index (ids, gint64, 0), &position)
         ? position : GTK_INVALID_LIST_POSITION;
}

/**
 * tl_entities_pane_choose_near:
 * @self: the pane
 * @position: a position, in the list or behind its end
 *
 * Chooses what stands there, or the last one; nothing where nothing is listed.
 */
void
tl_entities_pane_choose_near (TlEntitiesPane *self,
                              guint           position)
{
  guint n_items;
  gint64 id;

  g_return_if_fail (TL_IS_ENTITIES_PANE (self));

  n_items = tl_entities_pane_count (self);
  if (n_items == 0)
    {
      tl_entities_pane_choose (self, NULL, 0);
      return;
    }
  id = tl_entity_list_get_id (self->list, MIN (position, n_items - 1));
  tl_entities_pane_choose (self, &id, 1);
}
