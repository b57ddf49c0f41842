/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-phrase-marks.h"

#define MIN_SLOTS 64

/* So many bits of the filter for each slot: it turns most words away before the slots are looked at. */
#define FILTER_SHARE 8

/* What is known of a word, or of two by a hash of both. */
struct _TlPhraseMarkSlot
{
  guint32  hash;
  guint16  marks;               /* of phrases that are this word, or begin with these two */
  guint8   goes_on;             /* there are phrases that go on behind it */
  guint8   is_used;
};

static void
set_slots (TlPhraseMarks *self,
           guint32        n_slots)
{
  self->n_slots = n_slots;
  self->n_used = 0;
  self->slots = g_new0 (TlPhraseMarkSlot, n_slots);
  self->filter = g_new0 (guint64, n_slots * FILTER_SHARE / 64);
  self->filter_mask = n_slots * FILTER_SHARE - 1;
}

/**
 * tl_phrase_marks_new:
 *
 * Returns: (transfer full): an empty table
 */
TlPhraseMarks *
tl_phrase_marks_new (void)
{
  TlPhraseMarks *self = g_new0 (TlPhraseMarks, 1);

  set_slots (self, MIN_SLOTS);
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

static inline gboolean
passes_filter (const TlPhraseMarks *self,
               guint32              hash)
{
  guint32 bit = hash & self->filter_mask;

  return (self->filter[bit / 64] >> (bit % 64) & 1) != 0;
}

/* The slot of a hash, or the empty one where it belongs. */
static inline TlPhraseMarkSlot *
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
          const TlPhraseMarkSlot    *slot)
{
  guint32 bit = slot->hash & self->filter_mask;
  TlPhraseMarkSlot *place = find_slot (self, slot->hash);

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
  g_autofree TlPhraseMarkSlot *slots = self->slots;
  guint32 n_slots = self->n_slots;

  g_free (self->filter);
  set_slots (self, n_slots * 2);
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
          add_slot (self, &(TlPhraseMarkSlot) { .hash = beginning->first, .marks = mark });
        }
      else
        {
          add_slot (self, &(TlPhraseMarkSlot) { .hash = beginning->first, .goes_on = TRUE });
          add_slot (self, &(TlPhraseMarkSlot) { .hash = mix (beginning->first, beginning->second), .marks = mark });
        }
      if (self->n_used * 2 > self->n_slots)     /* half of them stay empty */
        grow (self);
    }
}

/**
 * tl_phrase_marks_look_up:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 *
 * For tl_phrase_marks_at(), which is what to call.  A mixed hash that is another word's costs
 * who asks a look, no more.
 *
 * Returns: the marks of what may begin at the token
 */
guint16
tl_phrase_marks_look_up (const TlPhraseMarks *self,
                         TlText              *text,
                         guint                token)
{
  const TlToken *first = &text->tokens[token];
  const TlPhraseMarkSlot *slot = find_slot (self, first->hash);
  guint32 both;

  if (!slot->goes_on || token + 1 == text->n_tokens)
    return slot->marks;
  both = mix (first->hash, first[1].hash);
  return passes_filter (self, both) ? slot->marks | find_slot (self, both)->marks : slot->marks;
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
  guint16 *marks = g_new (guint16, text->n_tokens + 1);

  for (guint i = 0; i < text->n_tokens; i++)
    marks[i] = tl_phrase_marks_at (self, text, i);
  marks[text->n_tokens] = 0;
  return marks;
}
