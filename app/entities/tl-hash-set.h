/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * TlHashSet:
 * @places: hashes with open addressing, 0 where a place is free
 * @n_places: how many places, 0 or a power of two
 * @n_hashes: how many hashes
 *
 * A set of the hashes of words; begins as all zero.  The hash 0 is never in it.  Each word
 * of a text is looked up in it, which a GHashTable takes thrice as long for.
 */
typedef struct
{
  guint32 *places;
  guint    n_places;
  guint    n_hashes;
} TlHashSet;

void tl_hash_set_make_room (TlHashSet *self,
                            guint      n_hashes);
void tl_hash_set_clear     (TlHashSet *self);

/* The place of the hash, or the free one where it would be. */
static inline guint
tl_hash_set_find (const TlHashSet *self,
                  guint32          hash)
{
  guint i = hash & (self->n_places - 1);

  while (self->places[i] != 0 && self->places[i] != hash)
    i = (i + 1) & (self->n_places - 1);
  return i;
}

/* Puts the hash into the set. */
static inline void
tl_hash_set_add (TlHashSet *self,
                 guint32    hash)
{
  guint place;

  if (hash == 0)
    return;
  if (self->n_hashes * 2 >= self->n_places)
    tl_hash_set_make_room (self, self->n_hashes * 2);
  place = tl_hash_set_find (self, hash);
  self->n_hashes += self->places[place] == 0;
  self->places[place] = hash;
}

/* Returns whether the hash is in the set. */
static inline gboolean
tl_hash_set_contains (const TlHashSet *self,
                      guint32          hash)
{
  return hash != 0 && self->n_places > 0 && self->places[tl_hash_set_find (self, hash)] == hash;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHashSet, tl_hash_set_clear)

G_END_DECLS
