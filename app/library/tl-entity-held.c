/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity-held.h"

#include "tl-office-loader.h"

/* So many rows are kept, whether or not they are on screen: scrolling back and forth reads nothing,
 * and a list of any length costs no more. */
#define N_RECENT 512

struct _TlEntityHeld
{
  TlDatabase     *database;     /* owned */
  TlOfficeLoader *offices;      /* owned */
  GHashTable     *slots;        /* owned: id to Slot */
  TlEntityRow    *recent[N_RECENT]; /* owned: a ring */
  guint           next_recent;
  gboolean        has_complained;
};

typedef struct
{
  gint64        id;
  TlEntityHeld *held;
  TlEntityRow  *row;            /* not owned: the slot goes with it */
} Slot;

static void
row_gone_cb (gpointer  data,
             GObject  *row G_GNUC_UNUSED)
{
  Slot *slot = data;

  g_hash_table_remove (slot->held->slots, &slot->id);
}

/**
 * tl_entity_held_new:
 * @database: a library's connection
 *
 * Returns: (transfer full): its rows, none of them read yet
 */
TlEntityHeld *
tl_entity_held_new (TlDatabase *database)
{
  TlEntityHeld *self = g_new0 (TlEntityHeld, 1);

  self->database = tl_database_ref (database);
  self->offices = tl_office_loader_new (tl_database_get_path (database));
  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

/**
 * tl_entity_held_free:
 * @self: (transfer full): rows
 *
 * Lets go of them; those that others hold stay as they are.
 */
void
tl_entity_held_free (TlEntityHeld *self)
{
  GHashTableIter iter;
  gpointer value;

  g_clear_pointer (&self->offices, tl_office_loader_free);
  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&self->recent[i]);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Slot *slot = value;

      g_object_weak_unref (G_OBJECT (slot->row), row_gone_cb, slot);
    }
  g_hash_table_unref (self->slots);
  tl_database_unref (self->database);
  g_free (self);
}

static TlEntityRow *
read_row (TlEntityHeld *self,
          gint64        id)
{
  g_autoptr(GError) error = NULL;
  g_auto(TlEntityFacts) facts = { 0 };

  /* A list model has a row at every position, even where the file turns out damaged. */
  if (!tl_entity_facts_load (self->database, id, &facts, &error) && !self->has_complained)
    {
      g_message ("%s", error->message);
      self->has_complained = TRUE;
    }
  return tl_entity_row_new (id, facts.type, facts.name, NULL, facts.n_articles);
}

/**
 * tl_entity_held_get:
 * @self: rows
 * @id: a main entity
 *
 * Returns: (transfer full): its row; a person's office follows
 */
TlEntityRow *
tl_entity_held_get (TlEntityHeld *self,
                    gint64        id)
{
  Slot *slot = g_hash_table_lookup (self->slots, &id);
  TlEntityRow *row;

  if (slot != NULL)
    row = g_object_ref (slot->row);
  else
    {
      row = read_row (self, id);
      slot = g_new (Slot, 1);
      *slot = (Slot) { id, self, row };
      g_hash_table_insert (self->slots, &slot->id, slot);
      g_object_weak_ref (G_OBJECT (row), row_gone_cb, slot);
      g_set_object (&self->recent[self->next_recent], row);
      self->next_recent = (self->next_recent + 1) % N_RECENT;
    }
  tl_office_loader_ask (self->offices, row);
  return row;
}

/**
 * tl_entity_held_dup_ids:
 * @self: rows
 *
 * Returns: (transfer full) (element-type gint64): the entities whose rows are held
 */
GArray *
tl_entity_held_dup_ids (TlEntityHeld *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  return ids;
}

/**
 * tl_entity_held_update:
 * @self: rows
 * @facts: (element-type TlEntityFacts): what is known of some of them now
 *
 * Has the rows say so.
 */
void
tl_entity_held_update (TlEntityHeld *self,
                       GArray       *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const TlEntityFacts *now = &g_array_index (facts, TlEntityFacts, i);
      Slot *slot = g_hash_table_lookup (self->slots, &now->id);
      g_autoptr(TlEntityRow) row = slot != NULL ? g_object_ref (slot->row) : NULL;

      if (row != NULL && tl_entity_row_update (row, now))
        tl_office_loader_ask_again (self->offices, row);
    }
}
