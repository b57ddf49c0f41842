/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 key;
  guint   value;                /* 0 where the place is free */
} TlKeyPlace;

/*
 * TlKeyTable:
 * @places: keys with open addressing
 * @n_places: how many, 0 or a power of two
 * @n_keys: how many are taken
 *
 * A number for each of a text's keys, such as tl_reading_get_key() gives; begins as all zero.
 * A text has some dozens of names and asks about them in a dozen such tables: a GHashTable
 * with keys of 64 bits would allocate for each key, and cost more than what is asked for.
 */
typedef struct
{
  TlKeyPlace *places;
  guint       n_places;
  guint       n_keys;
} TlKeyTable;

void tl_key_table_set   (TlKeyTable *self,
                         guint64     key,
                         guint       value);
void tl_key_table_clear (TlKeyTable *self);

/* The place of the key, or the free one where it would be, of a table that has places. */
static inline TlKeyPlace *
tl_key_table_find (const TlKeyTable *self,
                   guint64           key)
{
  guint mask = self->n_places - 1;
  guint i = (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & mask;

  while (self->places[i].value != 0 && self->places[i].key != key)
    i = (i + 1) & mask;
  return &self->places[i];
}

/* Returns the key's number, 0 where it has none. */
static inline guint
tl_key_table_get (const TlKeyTable *self,
                  guint64           key)
{
  return self->n_keys > 0 ? tl_key_table_find (self, key)->value : 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlKeyTable, tl_key_table_clear)

G_END_DECLS
