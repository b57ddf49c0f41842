/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-language.h"

#include "tl-document-words.h"

#include <string.h>

/* So much of a text tells its language; the rest would only cost time. */
#define SAMPLE_SIZE 2000

/* Fewer words than these are too few to be sure. */
#define MIN_WORDS 12

/* No word that tells a language has more bytes. */
#define MAX_WORD 16

/* A word's languages are the bits of a number. */
#define MAX_LANGUAGES 32

/* From each word to the set of languages that have it, a bit for each. */
static GHashTable *
get_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter (&words))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_languages;
      const TlDocumentLanguage *languages = tl_document_languages (&n_languages);

      g_assert (n_languages <= MAX_LANGUAGES);
      for (guint i = 0; i < n_languages; i++)
        for (guint j = 0; languages[i].words[j] != NULL; j++)
          {
            char *word = languages[i].words[j];
            guint set = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));

            g_hash_table_replace (table, word, GUINT_TO_POINTER (set | 1u << i));
          }
      g_once_init_leave (&words, table);
    }
  return words;
}

/* The word at @p in lower case, empty for one that is too long to be looked for. */
static const char *
take_word (const char *p,
           char       *word)
{
  gsize n = 0;

  for (;;)
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? !g_ascii_isalpha ((char) c) : !g_unichar_isalpha (c))
        break;
      if (c < 0x80)
        {
          if (n <= MAX_WORD)
            word[n++] = g_ascii_tolower ((char) c);
          p++;
          continue;
        }
      if (n <= MAX_WORD)
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), word + n);
      p = g_utf8_next_char (p);
    }
  word[n <= MAX_WORD ? n : 0] = '\0';
  return p;
}

static guint
count_words (const char *text,
             guint      *counts)
{
  GHashTable *words = get_words ();
  const char *p = text;
  guint n_words = 0;

  while (*p != '\0' && p < text + SAMPLE_SIZE)
    {
      char word[MAX_WORD + 8];
      const char *end = take_word (p, word);
      guint set;

      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = end;
      n_words++;
      if (*word == '\0')
        continue;
      set = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));
      for (; set != 0; set &= set - 1)
        counts[g_bit_nth_lsf (set, -1)]++;
    }
  return n_words;
}

/**
 * tl_language_guess:
 * @text: valid UTF-8
 *
 * Tells a language by the words that hold its sentences together.  Sure only where they
 * are at least every eighth word and no other language comes near.
 *
 * Returns: (transfer full) (nullable): ISO 639-1 code, %NULL when unsure
 */
char *
tl_language_guess (const char *text)
{
  guint n_languages;
  const TlDocumentLanguage *languages = tl_document_languages (&n_languages);
  guint counts[MAX_LANGUAGES] = { 0 };
  guint n_words = count_words (text, counts);
  guint best = 0, second = 0;

  for (guint i = 1; i < n_languages; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }
  for (guint i = 0; i < n_languages; i++)
    {
      if (i != best)
        second = MAX (second, counts[i]);
    }

  if (n_words < MIN_WORDS || counts[best] * 8 < n_words || counts[best] * 2 < second * 3)
    return NULL;
  return g_strdup (languages[best].code);
}
