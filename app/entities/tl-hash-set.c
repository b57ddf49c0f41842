/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-hash-set.h"

/* Small, for the people of a text; a long text's words make it grow fast. */
#define FIRST_PLACES 128
#define GROWTH       4

static void
grow (TlHashSet *self)
{
  TlHashSet larger = { .n_places = MAX (self->n_places * GROWTH, FIRST_PLACES), .n_hashes = self->n_hashes };

  larger.places = g_new0 (guint32, larger.n_places);
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i] != 0)
      larger.places[tl_hash_set_find (&larger, self->places[i])] = self->places[i];
  g_free (self->places);
  *self = larger;
}

/*
 * tl_hash_set_add:
 * @self: a set
 * @hash: what shall be in it
 */
void
tl_hash_set_add (TlHashSet *self,
                 guint32    hash)
{
  guint place;

  if (hash == 0)
    return;
  if (self->n_hashes * 2 >= self->n_places)
    grow (self);
  place = tl_hash_set_find (self, hash);
  self->n_hashes += self->places[place] == 0;
  self->places[place] = hash;
}

/* Frees what the set holds; it is empty then. */
void
tl_hash_set_clear (TlHashSet *self)
{
  g_free (self->places);
  *self = (TlHashSet) { NULL, 0, 0 };
}
