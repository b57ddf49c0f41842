/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-copy-index.h"

#include "tl-copy-sketch.h"

/* What stands in more texts than this is hardly a story's own ("All rights reserved …"), unless
 * very many carry the story: then there is much of it. */
#define MAX_TEXTS    63
#define SHARED_SCORE 0.4

/* Two texts with less in common share a phrase: of so many hashes one, but not more than so
 * many. */
#define HASHES_PER_SCORE 4
#define MAX_NEEDED       3

/* Of what is found, so many are worth looking at. */
#define MAX_FOUND 16

/* The texts that have a hash: as most hashes are of one only, that stands in the slot itself. */
#define FIRST_BITS   26
#define MAX_FIRST    ((1u << FIRST_BITS) - 1)

typedef struct
{
  guint32 hash;
  guint32 first   : FIRST_BITS; /* of one text the index of its id; of several that of a Text */
  guint32 n_texts : 6;          /* 0 in an empty slot */
} Slot;

typedef struct
{
  guint32 text;                 /* index of ids */
  guint32 next;                 /* index of the next, of all but the last */
} Text;

struct _TlCopyIndex
{
  GArray *ids;                  /* owned (element-type gint64) */
  GArray *places;               /* owned (element-type guint32): of each id which candidate it is,
                                 * counted from 1; all 0 but within a search */
  GArray *texts;                /* owned (element-type Text) */
  Slot   *slots;                /* owned, a power of two of them */
  guint32 n_slots;
  guint32 n_used;
};

/* What a text has in common with the one that is looked for. */
typedef struct
{
  guint32 text;
  double  score;                /* how many hashes, those that very many texts have for less */
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
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
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
  g_array_unref (self->places);
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

  while (slots[i].n_texts != 0 && slots[i].hash != hash)
    i = (i + 1) & (n_slots - 1);
  return &slots[i];
}

static gboolean
is_crowded (guint32 n_used,
            guint32 n_slots)
{
  return n_used > n_slots / 8 * 7;
}

static void
resize (TlCopyIndex *self,
        guint32      n_slots)
{
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].n_texts != 0)
      *find_slot (slots, n_slots, self->slots[i].hash) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static guint32
add_text (TlCopyIndex *self,
          guint32      text,
          guint32      next)
{
  Text added = { text, next };

  g_array_append_val (self->texts, added);
  return (self->texts->len - 1) & MAX_FIRST;
}

static void
add_hash (TlCopyIndex *self,
          guint32      hash,
          guint32      text)
{
  Slot *slot = find_slot (self->slots, self->n_slots, hash);

  if (slot->n_texts >= MAX_TEXTS || self->texts->len > MAX_FIRST - 2)
    return;
  if (slot->n_texts == 0)
    {
      *slot = (Slot) { hash, text & MAX_FIRST, 1 };
      if (is_crowded (++self->n_used, self->n_slots))
        resize (self, self->n_slots * 2);
      return;
    }
  if (slot->n_texts == 1)
    slot->first = add_text (self, slot->first, 0);
  slot->first = add_text (self, text, slot->first);
  slot->n_texts++;
}

/**
 * tl_copy_index_reserve:
 * @self: an index
 * @n_hashes: how many hashes will be added
 *
 * Makes room for many sketches at once, which saves moving what is there again and again.
 */
void
tl_copy_index_reserve (TlCopyIndex *self,
                       gsize        n_hashes)
{
  guint32 n_used = (guint32) MIN (self->n_used + n_hashes, MAX_FIRST);
  guint32 n_slots = self->n_slots;

  while (is_crowded (n_used, n_slots))
    n_slots *= 2;
  if (n_slots > self->n_slots)
    resize (self, n_slots);
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
  guint32 no_place = 0;

  if (n_hashes == 0 || self->ids->len > MAX_FIRST)
    return;
  g_array_append_val (self->ids, id);
  g_array_append_val (self->places, no_place);
  for (guint i = 0; i < n_hashes; i++)
    add_hash (self, GUINT32_FROM_LE (hashes[i]), self->ids->len - 1);
}

/* What a text has in common with the one that is looked for; a new candidate at first. */
static Candidate *
get_candidate (TlCopyIndex *self,
               GArray      *candidates,
               guint32      text)
{
  guint32 *place = &g_array_index (self->places, guint32, text);

  if (*place == 0)
    {
      Candidate added = { text, 0, 0 };

      g_array_append_val (candidates, added);
      *place = candidates->len;
    }
  return &g_array_index (candidates, Candidate, *place - 1);
}

static void
score (TlCopyIndex *self,
       const Slot  *slot,
       GArray      *candidates)
{
  gboolean is_full = slot->n_texts == MAX_TEXTS;
  guint32 next = slot->first;

  for (guint i = 0; i < slot->n_texts; i++)
    {
      const Text *text = slot->n_texts > 1 ? &g_array_index (self->texts, Text, next) : NULL;
      Candidate *candidate = get_candidate (self, candidates, text != NULL ? text->text : next);

      candidate->score += is_full ? SHARED_SCORE : 1;
      candidate->weight += 1.0 / (is_full ? MAX_TEXTS * MAX_TEXTS : slot->n_texts);
      if (text != NULL)
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

/* Most texts share a phrase or two: only what has more is put in order. */
static void
keep_likely (TlCopyIndex *self,
             GArray      *candidates,
             guint        n_needed)
{
  guint n_kept = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate candidate = g_array_index (candidates, Candidate, i);

      g_array_index (self->places, guint32, candidate.text) = 0;
      if (candidate.score >= n_needed)
        g_array_index (candidates, Candidate, n_kept++) = candidate;
    }
  g_array_set_size (candidates, n_kept);
  g_array_sort (candidates, compare_candidates);
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
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_hashes;
  const guint32 *hashes = tl_copy_sketch_get (sketch, &n_hashes);
  guint n_telling = 0;

  for (guint i = 0; i < n_hashes; i++)
    {
      const Slot *slot = find_slot (self->slots, self->n_slots, GUINT32_FROM_LE (hashes[i]));

      n_telling += slot->n_texts < MAX_TEXTS;
      score (self, slot, candidates);
    }
  keep_likely (self, candidates, CLAMP (n_telling / HASHES_PER_SCORE, 1, MAX_NEEDED));
  for (guint i = 0; i < MIN (candidates->len, MAX_FOUND); i++)
    g_array_append_val (ids, g_array_index (self->ids, gint64, g_array_index (candidates, Candidate, i).text));
}
