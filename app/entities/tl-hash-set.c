/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-hash-set.h"

/* Small, for the people of a text. */
#define FIRST_PLACES 128

/*
 * tl_hash_set_make_room:
 * @self: a set
 * @n_hashes: how many there will be in it, as far as is known
 *
 * Makes it so large that half of its places stay free, if it is not.
 */
void
tl_hash_set_make_room (TlHashSet *self,
                       guint      n_hashes)
{
  TlHashSet larger = { .n_places = MAX (self->n_places, FIRST_PLACES), .n_hashes = self->n_hashes };

  while (larger.n_places <= n_hashes * 2)
    larger.n_places *= 2;
  if (larger.n_places == self->n_places)
    return;
  larger.places = g_new0 (guint32, larger.n_places);
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i] != 0)
      larger.places[tl_hash_set_find (&larger, self->places[i])] = self->places[i];
  g_free (self->places);
  *self = larger;
}

/* Frees what the set holds; it is empty then. */
void
tl_hash_set_clear (TlHashSet *self)
{
  g_free (self->places);
  *self = (TlHashSet) { NULL, 0, 0 };
}
