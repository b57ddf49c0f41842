/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-key-table.h"

#define FIRST_PLACES 32
#define GROWTH       4

static void
grow (TlKeyTable *self)
{
  TlKeyTable larger = { .n_places = MAX (self->n_places * GROWTH, FIRST_PLACES), .n_keys = self->n_keys };

  larger.places = g_new0 (TlKeyPlace, larger.n_places);
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].value != 0)
      *tl_key_table_find (&larger, self->places[i].key) = self->places[i];
  g_free (self->places);
  *self = larger;
}

/*
 * tl_key_table_set:
 * @self: a table
 * @key: a key
 * @value: its number from now on, not 0
 */
void
tl_key_table_set (TlKeyTable *self,
                  guint64     key,
                  guint       value)
{
  TlKeyPlace *place;

  g_return_if_fail (value != 0);

  if (self->n_keys * 2 >= self->n_places)
    grow (self);
  place = tl_key_table_find (self, key);
  self->n_keys += place->value == 0;
  *place = (TlKeyPlace) { key, value };
}

/* Frees what the table holds; it is empty then. */
void
tl_key_table_clear (TlKeyTable *self)
{
  g_free (self->places);
  *self = (TlKeyTable) { NULL, 0, 0 };
}
