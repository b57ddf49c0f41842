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

/* A word in lower case, with zeros behind it, so that it is two numbers that are soon compared. */
typedef union
{
  char    bytes[MAX_WORD];
  guint64 numbers[MAX_WORD / sizeof (guint64)];
} Word;

typedef struct
{
  Word    word;
  guint32 languages;            /* that have it, a bit for each; 0 where the place is free */
} Entry;

/* All words of all languages; half of the places at least are free. */
typedef struct
{
  Entry *entries;
  guint  n_bits;
} Words;

static guint
find_place (const Words *self,
            const Word  *word)
{
  guint64 hash = (word->numbers[0] ^ word->numbers[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
  guint i = (guint) (hash >> (64 - self->n_bits));

  while (self->entries[i].languages != 0 && memcmp (&self->entries[i].word, word, sizeof *word) != 0)
    i = (i + 1) & ((1u << self->n_bits) - 1);
  return i;
}

static void
add_word (Words      *self,
          const char *string,
          guint       language)
{
  gsize n = strlen (string);
  Word word = { { 0 } };
  Entry *entry;

  if (n > MAX_WORD)
    return;
  memcpy (word.bytes, string, n);
  entry = &self->entries[find_place (self, &word)];
  entry->word = word;
  entry->languages |= 1u << language;
}

static const Words *
get_words (void)
{
  static Words words;
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      guint n_languages, n_words = 0;
      const TlDocumentLanguage *languages = tl_document_languages (&n_languages);

      g_assert (n_languages <= MAX_LANGUAGES);
      for (guint i = 0; i < n_languages; i++)
        n_words += g_strv_length (languages[i].words);
      words.n_bits = g_bit_storage (n_words) + 1;
      words.entries = g_new0 (Entry, (gsize) 1 << words.n_bits);
      for (guint i = 0; i < n_languages; i++)
        for (guint j = 0; languages[i].words[j] != NULL; j++)
          add_word (&words, languages[i].words[j], i);
      g_once_init_leave (&is_ready, 1);
    }
  return &words;
}

/* The word at @p in lower case, empty for one that is too long to be looked for. */
static const char *
take_word (const char *p,
           Word       *word)
{
  gsize n = 0;

  *word = (Word) { { 0 } };
  for (;;)
    {
      char bytes[6];
      gsize n_bytes;
      gunichar c;

      guint letter = (guchar) *p | 0x20u;

      if (letter - 'a' < 26)
        {
          if (n < MAX_WORD)
            word->bytes[n] = (char) letter;
          n++;
          p++;
          continue;
        }
      c = (guchar) *p < 0x80 ? 0 : g_utf8_get_char (p);
      if (c == 0 || !g_unichar_isalpha (c))
        break;
      n_bytes = (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), bytes);
      if (n + n_bytes <= MAX_WORD)
        memcpy (word->bytes + n, bytes, n_bytes);
      n += n_bytes;
      p = g_utf8_next_char (p);
    }
  if (n > MAX_WORD)
    *word = (Word) { { 0 } };
  return p;
}

static guint
count_words (const char *text,
             guint      *counts)
{
  const Words *words = get_words ();
  const char *p = text;
  guint n_words = 0;

  while (*p != '\0' && p < text + SAMPLE_SIZE)
    {
      Word word;
      const char *end;
      guint set;

      if ((guchar) *p < 0x80 && !g_ascii_isalpha (*p))
        {
          p++;
          continue;
        }
      end = take_word (p, &word);
      if (end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = end;
      n_words++;
      if (*word.bytes == '\0')
        continue;
      set = words->entries[find_place (words, &word)].languages;
      for (; set != 0; set &= set - 1)
        counts[__builtin_ctz (set)]++;
    }
  return n_words;
}

/* Letters that one language of those written in Cyrillic has, and others have not. */
typedef enum
{
  LETTERS_RUSSIAN,              /* "ы" and "э", which Belarusian and Kazakh have, too */
  LETTERS_BELARUSIAN,
  LETTERS_UKRAINIAN,
  LETTERS_KAZAKH,
  LETTERS_OTHER,                /* Serbian, Macedonian, Kyrgyz, Tajik, Mongolian … */
  N_LETTERS,
} Letters;

static const struct
{
  const char *letters;
  Letters     set;
} own_letters[] = {
  { "ыэё", LETTERS_RUSSIAN },
  { "ў", LETTERS_BELARUSIAN },
  { "їєґ", LETTERS_UKRAINIAN },
  { "қғәұһ", LETTERS_KAZAKH },
  { "јљњћђџѓќӣӯҷҳ", LETTERS_OTHER },
};

/* A letter here and there is of a name. */
#define MIN_LETTERS 3

/* So many of the letters are Cyrillic in a text that is written so. */
#define MIN_CYRILLIC 40

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c < 0x530;
}

/* Texts full of names, numbers and nouns have few of the words that hold sentences together; their letters
 * tell as much where few languages are written in them. */
static const char *
guess_by_letters (const char *text)
{
  guint counts[N_LETTERS] = { 0 };
  guint n_cyrillic = 0, n_letters = 0;

  for (const char *p = text; *p != '\0' && p < text + SAMPLE_SIZE; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalpha (c))
        continue;
      n_letters++;
      if (!is_cyrillic (c))
        continue;
      n_cyrillic++;
      for (guint i = 0; i < G_N_ELEMENTS (own_letters); i++)
        if (g_utf8_strchr (own_letters[i].letters, -1, c) != NULL)
          counts[own_letters[i].set]++;
    }
  if (n_cyrillic < MIN_CYRILLIC || n_cyrillic * 2 < n_letters || counts[LETTERS_OTHER] >= MIN_LETTERS)
    return NULL;
  if (counts[LETTERS_KAZAKH] >= MIN_LETTERS)
    return "kk";
  if (counts[LETTERS_BELARUSIAN] >= MIN_LETTERS)
    return "be";
  if (counts[LETTERS_UKRAINIAN] >= MIN_LETTERS)
    return "uk";
  return counts[LETTERS_RUSSIAN] >= MIN_LETTERS ? "ru" : NULL;
}

/**
 * tl_language_guess:
 * @text: valid UTF-8
 *
 * Tells a language by the words that hold its sentences together.  Sure only where they
 * are at least every eighth word and no other language comes near, or by its letters, where they are Cyrillic.
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
    return g_strdup (guess_by_letters (text));
  return g_strdup (languages[best].code);
}
