/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Some hundred bytes by which the copies of a text are found among many: the smallest hashes
 * of all rows of words that stand in it.  What a copy has of the text, it has the smallest
 * hashes of, too; and it has more of its own in place of those that it lacks the shorter it
 * is, so the first of a story's paragraphs is found as well as the whole (MinHash, bottom-k). */

#include "tl-copy-sketch.h"

#include <stdlib.h>

#include "tl-copy-words.h"

/* A row of so many words seldom stands in two stories. */
#define N_ROW 5

/* One row of so many is kept, but of short texts at least, and of long ones at most, so many.
 * A third of a text has a third of 32 hashes; less than 3, which are worth looking at, has
 * one third of a thousand. */
#define ROWS_PER_HASH 12
#define MIN_HASHES    32
#define MAX_HASHES    192

/* So many hashes are remembered not to be taken twice. */
#define N_SEEN        512

static guint32
hash_row (const TlCopyWord *words)
{
  guint32 hash = 0x811c9dc5u;

  for (guint i = 0; i < N_ROW; i++)
    {
      hash = (hash ^ words[i].hash ^ words[i].number) * 0x9e3779b1u;
      hash ^= hash >> 15;
    }
  hash *= 0x846ca68bu;
  return hash ^ hash >> 16;
}

static int
compare_hashes (const void *a,
                const void *b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* Without what is there twice. */
static guint
sort_hashes (guint32 *hashes,
             guint    n_hashes)
{
  guint n = 0;

  qsort (hashes, n_hashes, sizeof *hashes, compare_hashes);
  for (guint i = 0; i < n_hashes; i++)
    if (n == 0 || hashes[i] != hashes[n - 1])
      hashes[n++] = hashes[i];
  return n;
}

static guint32 *
hash_rows (const TlCopyWord *words,
           guint             n_rows)
{
  guint32 *rows = g_new (guint32, n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = hash_row (words + i);
  return rows;
}

/* The hashes up to @limit; of what is said again and again, most only once. */
static guint
collect_hashes (const guint32 *rows,
                guint          n_rows,
                guint32        limit,
                guint32       *hashes)
{
  guint32 seen[N_SEEN] = { 0 };
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    if (rows[i] <= limit && rows[i] != seen[rows[i] % N_SEEN])
      {
        seen[rows[i] % N_SEEN] = rows[i];
        hashes[n++] = rows[i];
      }
  return n;
}

/* The hashes are spread evenly, so it is known about how large the last of the smallest is:
 * the others need not be sorted.  Where too few are left, there are many of them twice. */
static guint
find_smallest (const TlCopyWord *words,
               guint             n_rows,
               guint             n_wanted,
               guint32          *hashes)
{
  g_autofree guint32 *rows = hash_rows (words, n_rows);
  guint64 limit = n_rows > 2 * n_wanted ? (guint64) G_MAXUINT32 * 2 * n_wanted / n_rows
                                        : G_MAXUINT32;

  for (;;)
    {
      guint n = sort_hashes (hashes, collect_hashes (rows, n_rows, (guint32) limit, hashes));

      if (n >= n_wanted || limit == G_MAXUINT32)
        return MIN (n, n_wanted);
      limit = MIN (limit * 4, G_MAXUINT32);
    }
}

/**
 * tl_copy_sketch_new:
 * @words: (element-type TlCopyWord): a text, from tl_copy_words_new()
 *
 * Returns: (transfer full): what to keep of it; empty where the text is too short to tell
 */
GBytes *
tl_copy_sketch_new (GArray *words)
{
  const TlCopyWord *start = (const TlCopyWord *) (void *) words->data;
  guint n_rows = words->len >= N_ROW ? words->len - N_ROW + 1 : 0;
  guint32 *hashes = g_new (guint32, n_rows + 1);
  guint n_wanted = CLAMP (n_rows / ROWS_PER_HASH, MIN_HASHES, MAX_HASHES);
  guint n_hashes = find_smallest (start, n_rows, n_wanted, hashes);

  for (guint i = 0; i < n_hashes; i++)
    hashes[i] = GUINT32_TO_LE (hashes[i]);
  hashes = g_renew (guint32, hashes, n_hashes + 1);
  return g_bytes_new_take (hashes, n_hashes * sizeof *hashes);
}

/**
 * tl_copy_sketch_get:
 * @sketch: a sketch, perhaps from a file
 * @n_hashes: (out): how many hashes it has
 *
 * Returns: (transfer none) (array length=n_hashes): its hashes, each in little endian
 */
const guint32 *
tl_copy_sketch_get (GBytes *sketch,
                    guint  *n_hashes)
{
  gsize size;
  const guint32 *hashes = g_bytes_get_data (sketch, &size);

  *n_hashes = (guint) MIN (size / sizeof *hashes, MAX_HASHES);
  return hashes;
}
