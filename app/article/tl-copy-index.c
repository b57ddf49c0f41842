/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-copy-index.h"

#include "tl-copy-sketch.h"

/* What stands in more texts than this is no story's own: "All rights reserved …"; it counts
 * where nothing else does, as among the copies of a story that very many carry. */
#define MAX_TEXTS 64

/* Of what is found, so many are worth looking at. */
#define MAX_FOUND 16

/* The texts that have a hash. */
typedef struct
{
  guint32 hash;
  guint32 first;                /* the last one added, as an index of texts, plus 1; 0 for none */
  guint32 n_texts;
} Slot;

typedef struct
{
  guint32 text;                 /* index of ids */
  guint32 next;                 /* as first */
} Text;

struct _TlCopyIndex
{
  GArray *ids;                  /* owned (element-type gint64) */
  GArray *texts;                /* owned (element-type Text) */
  Slot   *slots;                /* owned, a power of two of them */
  guint32 n_slots;
  guint32 n_used;
};

/* What a text has in common with the one that is looked for. */
typedef struct
{
  guint32 text;
  double  weight;               /* what few texts have weighs more */
} Candidate;

/**
 * tl_copy_index_new:
 *
 * Returns: (transfer full): an empty index
 */
TlCopyIndex *
tl_copy_index_new (void)
{
  TlCopyIndex *self = g_new0 (TlCopyIndex, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->n_slots = 1024;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

/**
 * tl_copy_index_free:
 * @self: (transfer full): an index
 */
void
tl_copy_index_free (TlCopyIndex *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->texts);
  g_free (self->slots);
  g_free (self);
}

/* The slot of a hash, or the empty one where it belongs.  The hashes are the smallest of
 * many, so their high bits are alike. */
static Slot *
find_slot (Slot    *slots,
           guint32  n_slots,
           guint32  hash)
{
  guint32 i = (hash * 0x9e3779b1u) & (n_slots - 1);

  while (slots[i].first != 0 && slots[i].hash != hash)
    i = (i + 1) & (n_slots - 1);
  return &slots[i];
}

static void
grow (TlCopyIndex *self)
{
  guint32 n_slots = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].first != 0)
      *find_slot (slots, n_slots, self->slots[i].hash) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static void
add_hash (TlCopyIndex *self,
          guint32      hash,
          guint32      text)
{
  Slot *slot = find_slot (self->slots, self->n_slots, hash);
  Text entry;

  if (slot->n_texts >= MAX_TEXTS)
    return;
  if (slot->first == 0)
    self->n_used++;
  entry = (Text) { text, slot->first };
  g_array_append_val (self->texts, entry);
  *slot = (Slot) { hash, self->texts->len, slot->n_texts + 1 };
  if (self->n_used > self->n_slots / 4 * 3)
    grow (self);
}

/**
 * tl_copy_index_add:
 * @self: an index
 * @id: a text
 * @sketch: its sketch, from tl_copy_sketch_new()
 *
 * Has a text be found from now on.
 */
void
tl_copy_index_add (TlCopyIndex *self,
                   gint64       id,
                   GBytes      *sketch)
{
  guint n_hashes;
  const guint32 *hashes = tl_copy_sketch_get (sketch, &n_hashes);

  if (n_hashes == 0)
    return;
  g_array_append_val (self->ids, id);
  for (guint i = 0; i < n_hashes; i++)
    add_hash (self, GUINT32_FROM_LE (hashes[i]), self->ids->len - 1);
}

static void
weigh (TlCopyIndex *self,
       const Slot  *slot,
       GHashTable  *places,
       GArray      *candidates)
{
  double weight = 1.0 / slot->n_texts;

  if (slot->n_texts == MAX_TEXTS)
    weight /= MAX_TEXTS;
  for (guint32 next = slot->first; next != 0;)
    {
      const Text *text = &g_array_index (self->texts, Text, next - 1);
      gpointer key = GUINT_TO_POINTER (text->text);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

      if (place == 0)
        {
          Candidate candidate = { text->text, 0 };

          g_array_append_val (candidates, candidate);
          place = candidates->len;
          g_hash_table_insert (places, key, GUINT_TO_POINTER (place));
        }
      g_array_index (candidates, Candidate, place - 1).weight += weight;
      next = text->next;
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? 1 : -1;
  return (first->text > second->text) - (first->text < second->text);
}

/**
 * tl_copy_index_find:
 * @self: an index
 * @sketch: the sketch of a text
 * @ids: (element-type gint64): to append to
 *
 * Appends the texts that may be copies of this one, the most likely first; not more than
 * are worth comparing with it.
 */
void
tl_copy_index_find (TlCopyIndex *self,
                    GBytes      *sketch,
                    GArray      *ids)
{
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_hashes;
  const guint32 *hashes = tl_copy_sketch_get (sketch, &n_hashes);

  for (guint i = 0; i < n_hashes; i++)
    weigh (self, find_slot (self->slots, self->n_slots, GUINT32_FROM_LE (hashes[i])), places,
           candidates);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, MAX_FOUND); i++)
    {
      guint32 text = g_array_index (candidates, Candidate, i).text;

      g_array_append_val (ids, g_array_index (self->ids, gint64, text));
    }
}
