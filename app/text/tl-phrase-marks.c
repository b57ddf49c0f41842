/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-phrase-marks.h"

#define MIN_SLOTS 64

/* So many bits of the filter for each slot: it turns most words away before the slots are looked at. */
#define FILTER_SHARE 8

/* What is known of a word, or of two by a hash of both. */
typedef struct
{
  guint32  hash;
  guint16  marks;               /* of phrases that are this word, or begin with these two */
  guint8   goes_on;             /* there are phrases that go on behind it */
  guint8   is_used;
} Slot;

struct _TlPhraseMarks
{
  Slot    *slots;
  guint32  n_slots;             /* a power of two */
  guint32  n_used;
  guint64 *filter;
};

/**
 * tl_phrase_marks_new:
 *
 * Returns: (transfer full): an empty table
 */
TlPhraseMarks *
tl_phrase_marks_new (void)
{
  TlPhraseMarks *self = g_new0 (TlPhraseMarks, 1);

  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (Slot, MIN_SLOTS);
  self->filter = g_new0 (guint64, MIN_SLOTS * FILTER_SHARE / 64);
  return self;
}

/**
 * tl_phrase_marks_free:
 * @self: (transfer full): a table
 */
void
tl_phrase_marks_free (TlPhraseMarks *self)
{
  g_free (self->slots);
  g_free (self->filter);
  g_free (self);
}

static inline guint32
filter_bit (const TlPhraseMarks *self,
            guint32              hash)
{
  return hash & (self->n_slots * FILTER_SHARE - 1);
}

static inline gboolean
passes_filter (const TlPhraseMarks *self,
               guint32              hash)
{
  guint32 bit = filter_bit (self, hash);

  return (self->filter[bit / 64] >> (bit % 64) & 1) != 0;
}

/* The slot of a hash, or the empty one where it belongs. */
static inline Slot *
find_slot (const TlPhraseMarks *self,
           guint32              hash)
{
  guint32 i = (hash * 0x9e3779b1u) & (self->n_slots - 1);

  while (self->slots[i].is_used && self->slots[i].hash != hash)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

/* One hash of two words, in their order. */
static inline guint32
mix (guint32 first,
     guint32 second)
{
  return (first ^ second >> 15) * 0x85ebca6bu + second;
}

static void
add_slot (TlPhraseMarks *self,
          const Slot    *slot)
{
  guint32 bit = filter_bit (self, slot->hash);
  Slot *place = find_slot (self, slot->hash);

  self->n_used += !place->is_used;
  place->hash = slot->hash;
  place->marks |= slot->marks;
  place->goes_on |= slot->goes_on;
  place->is_used = TRUE;
  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static void
grow (TlPhraseMarks *self)
{
  g_autofree Slot *slots = self->slots;
  guint32 n_slots = self->n_slots;

  self->n_slots *= 2;
  self->n_used = 0;
  self->slots = g_new0 (Slot, self->n_slots);
  g_free (self->filter);
  self->filter = g_new0 (guint64, self->n_slots * FILTER_SHARE / 64);
  for (guint32 i = 0; i < n_slots; i++)
    if (slots[i].is_used)
      add_slot (self, &slots[i]);
}

/**
 * tl_phrase_marks_add:
 * @self: a table that is not yet shared between threads
 * @phrases: a table of phrases, to which none is added from here on
 * @mark: the bit for its phrases; other tables may share it
 *
 * Marks how the phrases begin.
 */
void
tl_phrase_marks_add (TlPhraseMarks *self,
                     TlPhrases     *phrases,
                     guint16        mark)
{
  g_autoptr(GArray) beginnings = tl_phrases_list_beginnings (phrases);

  for (guint i = 0; i < beginnings->len; i++)
    {
      const TlPhraseBeginning *beginning = &g_array_index (beginnings, TlPhraseBeginning, i);

      if (beginning->second == 0)
        {
          add_slot (self, &(Slot) { .hash = beginning->first, .marks = mark });
        }
      else
        {
          add_slot (self, &(Slot) { .hash = beginning->first, .goes_on = TRUE });
          add_slot (self, &(Slot) { .hash = mix (beginning->first, beginning->second), .marks = mark });
        }
      if (self->n_used * 2 > self->n_slots)     /* half of them stay empty */
        grow (self);
    }
}

/* What may begin with a word, @tokens[0]; a mixed hash that is another word's costs a look, no more. */
static inline guint16
find_marks (const TlPhraseMarks *self,
            const TlToken       *tokens,
            gboolean             is_last)
{
  const Slot *slot;
  guint16 marks;
  guint32 both;

  if (!passes_filter (self, tokens[0].hash))
    return 0;
  slot = find_slot (self, tokens[0].hash);
  marks = slot->marks;
  if (!slot->goes_on || is_last)
    return marks;
  both = mix (tokens[0].hash, tokens[1].hash);
  return passes_filter (self, both) ? marks | find_slot (self, both)->marks : marks;
}

/**
 * tl_phrase_marks_find:
 * @self: a table
 * @text: a text
 *
 * Returns: (transfer full): for each token of the text, the marks of what may begin there;
 *   without a mark, surely nothing does
 */
guint16 *
tl_phrase_marks_find (const TlPhraseMarks *self,
                      TlText              *text)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint16 *marks = g_new (guint16, n_tokens + 1);

  for (guint i = 0; i < n_tokens; i++)
    marks[i] = find_marks (self, &tokens[i], i + 1 == n_tokens);
  marks[n_tokens] = 0;
  return marks;
}
