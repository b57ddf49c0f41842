/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Some twenty thousand common English words as a sorted array of their hashes: small,
 * quick to load, and a clash among so few words in 32 bits does no harm.
 */

#include "tl-common-words.h"

#include "tl-data.h"
#include "tl-text.h"

#include <string.h>

/* A longer word is no common one; also what keeps the buffer below small. */
#define MAX_LENGTH 32

typedef struct
{
  const char *ending;
  const char *instead;
} Ending;

/* Those that make-common-words.py takes away. */
static const Ending endings[] = {
  { "s", "" },  { "es", "" },   { "ies", "y" }, { "ed", "" }, { "d", "" },
  { "ied", "y" }, { "ing", "" }, { "ing", "e" }, { "ly", "" },
};

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static GArray *
load_words (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/common-words.txt");
  gsize size;
  const char *line = g_bytes_get_data (bytes, &size);
  const char *end = line + size;
  GArray *hashes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) (size / 8));

  while (line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));

      if (stop == NULL)
        stop = end;
      if (stop > line && *line != '#')
        {
          guint32 hash = tl_token_hash (line, (gsize) (stop - line));

          g_array_append_val (hashes, hash);
        }
      line = stop + 1;
    }
  g_array_sort (hashes, compare_hashes);
  return hashes;
}

static gboolean
contains (GArray     *hashes,
          const char *word,
          gsize       length)
{
  guint32 hash = tl_token_hash (word, length);

  return g_array_binary_search (hashes, &hash, compare_hashes, NULL);
}

/**
 * tl_is_common_word:
 * @word: a word in any case of letters
 * @length: its length in bytes
 *
 * Returns: whether it, or what it regularly comes from ("exporting", "exports"), is a
 *   common English word; safe to call from any thread
 */
gboolean
tl_is_common_word (const char *word,
                   gsize       length)
{
  static GArray *hashes = NULL;
  char lower[MAX_LENGTH + 1];

  if (g_once_init_enter (&hashes))
    g_once_init_leave (&hashes, load_words ());

  if (length > MAX_LENGTH)
    return FALSE;
  if (contains (hashes, word, length))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i].ending), n_instead = strlen (endings[i].instead);
      char stem[MAX_LENGTH + 2];

      if (length < n + 3 || memcmp (lower + length - n, endings[i].ending, n) != 0)
        continue;
      memcpy (stem, lower, length - n);
      memcpy (stem + length - n, endings[i].instead, n_instead);
      if (contains (hashes, stem, length - n + n_instead))
        return TRUE;
    }
  return FALSE;
}
