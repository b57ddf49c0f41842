/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which passages two texts have in common, and whether that makes one a copy of the other.
 * Numbers count as words like any other when passages are looked for, and are compared then:
 * a month's statistics have the words of the last month's, and other numbers. */

#include "tl-copy-match.h"

#include "tl-copy-words.h"

/* So many words begin a passage, and so many make one. */
#define N_SEED      4
#define N_PASSAGE   8

/* So near to its ends a passage may have other numbers by chance. */
#define N_EDGE      4

/* A copy has so many words of the story at least; so many in passages of so many where it is
 * only the lead of it with a head and tail of its own, which have not more than so many. */
#define MIN_SHARED  16
#define MIN_LEAD    30
#define LEAD_PART   20
#define MAX_OWN     60

/* So many words may stand above the story: headline, byline, menus. */
#define MAX_BEFORE  40

/* Of a row of words that stands in a text often, so many places are tried. */
#define MAX_PLACES  8

/* The places of every row of N_SEED words. */
typedef struct
{
  const TlCopyWord *words;
  guint             n_words;
  guint32          *heads;      /* owned: the first place by hash, plus 1 */
  guint32          *next;       /* owned: the next place of the same hash, plus 1 */
  guint32           mask;
} Places;

static guint32
hash_seed (const TlCopyWord *words)
{
  guint32 hash = 0;

  for (guint i = 0; i < N_SEED; i++)
    hash = (hash ^ words[i].hash) * 0x9e3779b1u;
  return hash ^ hash >> 15;
}

static void
places_init (Places *self,
             GArray *words)
{
  guint32 size = 16;

  self->words = (const TlCopyWord *) (void *) words->data;
  self->n_words = words->len;
  while (size < words->len * 2)
    size *= 2;
  self->mask = size - 1;
  self->heads = g_new0 (guint32, size);
  self->next = g_new0 (guint32, words->len + 1);
  for (guint i = words->len; i-- > 0;)
    if (i + N_SEED <= words->len)
      {
        guint32 *head = &self->heads[hash_seed (self->words + i) & self->mask];

        self->next[i] = *head;
        *head = i + 1;
      }
}

static void
places_clear (Places *self)
{
  g_free (self->heads);
  g_free (self->next);
}

/* How far both go on alike. */
static guint
count_alike (const TlCopyWord *words,
             guint             n_words,
             const TlCopyWord *other,
             guint             n_other)
{
  guint n = 0;

  while (n < n_words && n < n_other && words[n].hash == other[n].hash)
    n++;
  return n;
}

static guint
count_same_numbers (const TlCopyWord *words,
                    const TlCopyWord *other,
                    guint             n)
{
  guint n_same = 0;

  for (guint i = 0; i < n; i++)
    n_same += words[i].number != 0 && words[i].number == other[i].number;
  return n_same;
}

/* The longest passage that begins here, of several the one with the same numbers. */
static guint
find_passage (const Places     *places,
              const TlCopyWord *words,
              guint             n_words,
              guint            *place)
{
  guint best = 0, best_same = 0;
  guint n_tried = 0;

  for (guint32 next = places->heads[hash_seed (words) & places->mask];
       next != 0 && n_tried < MAX_PLACES; next = places->next[next - 1])
    {
      const TlCopyWord *there = places->words + (next - 1);
      guint n = count_alike (words, n_words, there, places->n_words - (next - 1));
      guint n_same;

      if (n < N_SEED)
        continue;
      n_tried++;
      n_same = count_same_numbers (words, there, n);
      if (n > best || (n == best && n_same > best_same))
        {
          best = n;
          best_same = n_same;
          *place = next - 1;
        }
    }
  return best;
}

/* Where a passage ends because one number follows another by chance, "on 4 May 2022" behind
 * "on 9 June 2021", or begins so, its edge is none of it. */
static void
trim_passage (const TlCopyWord *words,
              const TlCopyWord *other,
              guint            *start,
              guint            *n)
{
  guint end = *n;

  for (guint i = MIN (N_EDGE, end); i-- > 0;)
    if (words[i].number != other[i].number)
      {
        *start = i + 1;
        break;
      }
  for (guint i = end > N_EDGE ? end - N_EDGE : 0; i < end; i++)
    if (i >= *start && words[i].number != other[i].number)
      {
        end = i;
        break;
      }
  *n = end > *start ? end - *start : 0;
}

static void
add_passage (TlCopyMatch      *self,
             const TlCopyWord *words,
             const TlCopyWord *other,
             guint             n)
{
  self->n_passages++;
  self->n_shared += n;
  for (guint i = 0; i < n; i++)
    if (words[i].number != 0 && words[i].number == other[i].number)
      self->n_same++;
    else if (words[i].number != 0)
      self->n_other++;
}

/**
 * tl_copy_match_init:
 * @self: a match
 * @words: (element-type TlCopyWord): one text, from tl_copy_words_new()
 * @other: (element-type TlCopyWord): another
 *
 * Finds what two texts have in common.
 */
void
tl_copy_match_init (TlCopyMatch *self,
                    GArray      *words,
                    GArray      *other)
{
  GArray *shorter = words->len <= other->len ? words : other;
  GArray *longer = words->len <= other->len ? other : words;
  const TlCopyWord *start = (const TlCopyWord *) (void *) shorter->data;
  guint end = 0, place_end = 0;
  guint first_place = longer->len, last_place = 0;
  Places places;

  *self = (TlCopyMatch) { .n_words = shorter->len, .n_longer = longer->len };
  places_init (&places, longer);
  for (guint i = 0; i + N_SEED <= shorter->len;)
    {
      guint place = 0;
      guint n = find_passage (&places, start + i, shorter->len - i, &place);
      guint skipped = 0;

      if (n >= N_PASSAGE)
        trim_passage (start + i, places.words + place, &skipped, &n);
      i += skipped;
      place += skipped;
      if (n < N_PASSAGE)
        {
          i += skipped == 0;
          continue;
        }
      if (self->n_passages == 0)
        {
          self->n_before = i;
          self->n_longer_before = place;
        }
      first_place = MIN (first_place, place);
      last_place = MAX (last_place, place + n);
      add_passage (self, start + i, places.words + place, n);
      self->n_backward += place < place_end;
      place_end = place + n;
      i += n;
      end = i;
    }
  if (self->n_passages > 0)
    self->n_inside = MIN (end - self->n_before, last_place - first_place);
  places_clear (&places);
}

/* More than half of the shorter text is shared; of a short one less, if both begin with it:
 * what an outlet puts below each of its articles stands at their end. */
static gboolean
shares_enough (const TlCopyMatch *self)
{
  guint n_own = self->n_words - self->n_shared;

  if (self->n_shared < MIN_SHARED)
    return FALSE;
  if (self->n_shared * 20 >= self->n_words * 11)
    return self->n_before <= MAX (MAX_BEFORE, self->n_shared / 2);
  return n_own <= MAX_OWN && self->n_shared >= MAX (MIN_LEAD, self->n_passages * LEAD_PART) &&
         self->n_shared * 5 >= self->n_words * 2 &&
         self->n_before <= MAX_BEFORE && self->n_longer_before <= MAX_BEFORE;
}

/**
 * tl_copy_match_is_copy:
 * @self: what two texts have in common
 *
 * Returns: whether one is a copy of the other, or of a part of it
 */
gboolean
tl_copy_match_is_copy (const TlCopyMatch *self)
{
  /* Where both write of one event, or after one pattern, other words stand between the
   * passages, or the passages in another order, or other numbers in them. */
  return shares_enough (self) &&
         self->n_shared * 10 >= self->n_inside * 9 &&
         self->n_backward <= MAX (1, self->n_passages / 4) &&
         self->n_other * 5 <= self->n_same + self->n_other;
}
