/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Some twenty thousand common English words as a table of their hashes: small, quick to
 * load, and a clash among so few words in 32 bits does no harm.
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

/* Those of the endings. */
#define LAST_LETTERS "sdgy"

/* A power of two, so that the table is two thirds empty. */
#define N_PLACES (1u << 16)

/* The place of @hash in a table of N_PLACES, or the free one where it would be; 0 is free. */
static guint32 *
find_place (guint32 *places,
            guint32  hash)
{
  guint32 i = hash % N_PLACES;

  while (places[i] != 0 && places[i] != hash)
    i = (i + 1) % N_PLACES;
  return &places[i];
}

static guint32 *
load_words (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/common-words.txt");
  gsize size;
  const char *line = g_bytes_get_data (bytes, &size);
  const char *end = line + size;
  guint32 *places = g_new0 (guint32, N_PLACES);
  guint n_words = 0;

  while (line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));

      if (stop == NULL)
        stop = end;
      if (stop > line && *line != '#')
        {
          guint32 hash = tl_token_hash (line, (gsize) (stop - line));

          *find_place (places, hash) = hash;
          n_words++;
          g_assert (n_words < N_PLACES / 2);
        }
      line = stop + 1;
    }
  return places;
}

static gboolean
contains (guint32 *places,
          guint32  hash)
{
  return hash != 0 && *find_place (places, hash) == hash;
}

/* Whether the word, which is none of the table, regularly comes from one that is. */
static gboolean
has_known_stem (guint32    *places,
                const char *word,
                gsize       length)
{
  char lower[MAX_LENGTH + 1];

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
      if (contains (places, tl_token_hash (stem, length - n + n_instead)))
        return TRUE;
    }
  return FALSE;
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
  return tl_is_common_token (word, length, tl_token_hash (word, length));
}

/**
 * tl_is_common_token:
 * @word: see tl_is_common_word()
 * @length: its length in bytes
 * @hash: its tl_token_hash(), which the tokens of a text have
 *
 * Returns: see tl_is_common_word()
 */
gboolean
tl_is_common_token (const char *word,
                    gsize       length,
                    guint32     hash)
{
  static guint32 *places = NULL;

  if (g_once_init_enter (&places))
    g_once_init_leave (&places, load_words ());

  if (length > MAX_LENGTH)
    return FALSE;
  if (contains (places, hash))
    return TRUE;
  /* With no other letter does one of the endings end. */
  return length > 0 && strchr (LAST_LETTERS, word[length - 1] | 0x20) != NULL && has_known_stem (places, word, length);
}
