/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text as a row of words, without what an outlet changes when it carries another's story:
 * case, accents, punctuation, quotation marks, spaces and separators in numbers. */

#include "tl-copy-words.h"

#include <string.h>

#include "tl-document-words.h"

/* Where more bytes stand in a line before a phrase of small print, only its sentence is; and
 * where more stand behind it, the line is none. */
#define MAX_BEFORE 200
#define MAX_BEHIND 2000

/* A text of fewer words was not told from its small print. */
#define MIN_WORDS 16

/* What a character is, beside the letter or digit that it is folded to. */
#define NOTHING   0u            /* ends a word */
#define INVISIBLE 1u            /* inside a word as if it were not there: accents, apostrophes */
#define SEVERAL   2u            /* more than one letter: a ligature */

/* Characters below this are folded once and for all: Latin, Greek, Cyrillic, Arabic. */
#define N_TABLE 0x700

#define HASH_START 2166136261u
#define HASH_PRIME 16777619u

/* So many words are added at once. */
#define N_PENDING 128

typedef struct
{
  const char *p;
  GArray     *words;            /* (element-type TlCopyWord) */
  TlCopyWord  pending[N_PENDING];       /* that are to be added to them */
  guint       n_pending;
} Scan;

static void
flush (Scan *scan)
{
  g_array_append_vals (scan->words, scan->pending, scan->n_pending);
  scan->n_pending = 0;
}

static inline void
add_word (Scan       *scan,
          TlCopyWord  word)
{
  if (scan->n_pending == N_PENDING)
    flush (scan);
  scan->pending[scan->n_pending++] = word;
}

/* Most are ASCII, for which no function has to be called. */
static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x02bc;
}

/* Written without spaces: each character is a word. */
static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

static gunichar
fold_slowly (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  GUnicodeScript script;
  gsize n_parts;

  if (is_apostrophe (c) || c == 0x00ad || c == 0x200c || c == 0x200d || g_unichar_ismark (c))
    return INVISIBLE;
  if (!g_unichar_isalnum (c))
    return NOTHING;
  if (g_unichar_isdigit (c))
    return '0' + (gunichar) g_unichar_digit_value (c);
  c = g_unichar_tolower (c);
  if (c == 0x0451)
    return 0x0435;
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  script = g_unichar_get_script (parts[0]);
  /* In other scripts what looks like an accent makes another letter. */
  if (n_parts < 2 || (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_GREEK))
    return c;
  return g_unichar_ismark (parts[1]) ? g_unichar_tolower (parts[0]) : SEVERAL;
}

static const guint16 *
get_table (void)
{
  static guint16 table[N_TABLE];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (gunichar c = 0; c < N_TABLE; c++)
        table[c] = (guint16) fold_slowly (c);
      g_once_init_leave (&is_filled, 1);
    }
  return table;
}

static gunichar
fold (const guint16 *table,
      gunichar       c)
{
  return c < N_TABLE ? table[c] : fold_slowly (c);
}

static gboolean
is_digit (gunichar folded)
{
  return folded >= '0' && folded <= '9';
}

static guint32
hash_on (guint32  hash,
         gunichar c)
{
  return (hash ^ c) * HASH_PRIME;
}

static guint32
hash_ligature (guint32  hash,
               gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (g_unichar_tolower (c), TRUE, parts,
                                             G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_isalnum (parts[i]))
      hash = hash_on (hash, g_unichar_tolower (parts[i]));
  return hash;
}

/* Spreads what FNV leaves in the low bits: the smallest hashes are a sample of all. */
static guint32
finish (guint32 hash)
{
  hash ^= hash >> 16;
  hash *= 0x7feb352du;
  hash ^= hash >> 15;
  hash *= 0x846ca68bu;
  hash ^= hash >> 16;
  return hash;
}

/* How many digits stand at @p. */
static guint
count_digits (const guint16 *table,
              const char    *p)
{
  guint n = 0;

  while (n < 4 && is_digit (fold (table, get_char (p))))
    {
      n++;
      p = g_utf8_next_char (p);
    }
  return n;
}

/* Whether the digits behind a number and one character between go on with it: 1,181 and
 * 1 181 are 1181.  A fraction is a number of its own, however it is set off. */
static gboolean
goes_on (const guint16 *table,
         const char    *p,
         guint          n_digits)
{
  gunichar c = get_char (p);
  gboolean is_space = c == ' ' || c == 0x00a0 || c == 0x2009 || c == 0x202f;

  if (!is_space && c != '.' && c != ',' && !is_apostrophe (c) && c != 0x066c)
    return FALSE;
  return n_digits <= 3 && count_digits (table, g_utf8_next_char (p)) == 3;
}

static void
read_number (Scan          *scan,
             const guint16 *table)
{
  TlCopyWord word = { TL_COPY_NUMBER, HASH_START };
  guint n_digits = 0;

  for (;;)
    {
      gunichar digit = fold (table, get_char (scan->p));

      if (is_digit (digit))
        {
          word.number = hash_on (word.number, digit);
          n_digits++;
        }
      else if (goes_on (table, scan->p, n_digits))
        {
          n_digits = 0;
        }
      else
        {
          break;
        }
      scan->p = g_utf8_next_char (scan->p);
    }
  word.number = finish (word.number);
  if (word.number == 0)
    word.number = 1;
  add_word (scan, word);
}

/* "U.S." is one word, as "US" is. */
static gboolean
is_initial (const guint16 *table,
            const char    *p,
            guint          n_letters)
{
  gunichar next;

  if (*p != '.' || n_letters != 1)
    return FALSE;
  next = fold (table, get_char (p + 1));
  return next > SEVERAL && !is_digit (next);
}

static void
read_word (Scan          *scan,
           const guint16 *table)
{
  TlCopyWord word = { HASH_START, 0 };
  guint n_letters = 0;          /* since the last point */

  for (;;)
    {
      gunichar c, folded;

      /* Most letters are those of ASCII, of which nothing else need be asked. */
      for (; g_ascii_isalpha (*scan->p); scan->p++, n_letters++)
        word.hash = hash_on (word.hash, (gunichar) *scan->p | 0x20);
      c = get_char (scan->p);
      folded = fold (table, c);
      if (is_initial (table, scan->p, n_letters))
        n_letters = 0;
      else if (folded == NOTHING || is_digit (folded) || (n_letters > 0 && is_ideograph (c)))
        break;
      else if (folded == SEVERAL)
        word.hash = hash_ligature (word.hash, c);
      else if (folded != INVISIBLE)
        word.hash = hash_on (word.hash, folded);
      if (folded > INVISIBLE)
        n_letters++;
      scan->p = g_utf8_next_char (scan->p);
      if (is_ideograph (c))
        break;
    }
  word.hash = finish (word.hash);
  if (word.hash == TL_COPY_NUMBER)
    word.hash++;
  add_word (scan, word);
}

static void
read_words (const char *start,
            const char *end,
            GArray     *words)
{
  const guint16 *table = get_table ();
  Scan scan = { .p = start, .words = words };

  while (scan.p < end)
    {
      gunichar folded = fold (table, get_char (scan.p));

      if (is_digit (folded))
        read_number (&scan, table);
      else if (folded > INVISIBLE)
        read_word (&scan, table);
      else
        scan.p = g_utf8_next_char (scan.p);
    }
  flush (&scan);
}

/* The letter of a phrase that a text has least of: where it begins to be looked for. */
static const char *
find_rarest (const char *phrase)
{
  static const char common[] = " etaoinsrhldcumfpgwybvkxjqz";
  const char *rarest = phrase;
  gsize rank = 0;

  for (const char *p = phrase; *p != '\0'; p++)
    {
      const char *found = strchr (common, *p);
      gsize its_rank = found != NULL ? (gsize) (found - common) : sizeof common;

      if (its_rank > rank)
        {
          rarest = p;
          rank = its_rank;
        }
    }
  return rarest;
}

/* As strcasestr(), which looks at each letter. */
static const char *
find_phrase (const char *text,
             const char *phrase)
{
  const char *rarest = find_rarest (phrase);
  const char letters[] = { g_ascii_tolower (*rarest), g_ascii_toupper (*rarest), '\0' };
  gsize before = (gsize) (rarest - phrase), length = strlen (phrase);

  for (const char *p = text; (p = strpbrk (p, letters)) != NULL; p++)
    if ((gsize) (p - text) >= before && g_ascii_strncasecmp (p - before, phrase, length) == 0)
      return p - before;
  return NULL;
}

/* Where each phrase of small print is found next; NULL where it is not any more. */
static const char **
find_phrases (const char *text)
{
  const char *const *phrases = tl_document_words (TL_DOCUMENT_SMALL_PRINT);
  const char **found = g_new (const char *, g_strv_length ((char **) phrases));

  for (guint i = 0; phrases[i] != NULL; i++)
    found[i] = find_phrase (text, phrases[i]);
  return found;
}

/* The first phrase from @p on; NULL where there is none. */
static const char *
find_next (const char **found,
           const char  *p)
{
  const char *const *phrases = tl_document_words (TL_DOCUMENT_SMALL_PRINT);
  const char *first = NULL;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (found[i] != NULL && found[i] < p)
        found[i] = find_phrase (p, phrases[i]);
      if (found[i] != NULL && (first == NULL || found[i] < first))
        first = found[i];
    }
  return first;
}

/* Where small print begins in the line of a phrase, which is not before @p. */
static const char *
find_start (const char *p,
            const char *phrase)
{
  const char *line = phrase;
  const char *sentence = phrase;

  while (line > p && line[-1] != '\n')
    {
      line--;
      if (sentence == phrase && (*line == '.' || *line == '!' || *line == '?') &&
          g_ascii_isspace (line[1]))
        sentence = line + 1;
    }
  return phrase - line <= MAX_BEFORE ? line : sentence;
}

static void
read_story (const char *text,
            GArray     *words)
{
  g_autofree const char **found = find_phrases (text);
  const char *p = text;

  for (const char *phrase = find_next (found, p); phrase != NULL; phrase = find_next (found, p))
    {
      const char *end = phrase + strcspn (phrase, "\n");

      read_words (p, end - phrase <= MAX_BEHIND ? find_start (p, phrase) : end, words);
      p = end;
    }
  read_words (p, p + strlen (p), words);
}

/**
 * tl_copy_words_new:
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full) (element-type TlCopyWord): its words and numbers, without those of
 *   small print
 */
GArray *
tl_copy_words_new (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (TlCopyWord));

  read_story (text, words);
  if (words->len >= MIN_WORDS)
    return words;
  g_array_set_size (words, 0);
  read_words (text, text + strlen (text), words);
  return words;
}
