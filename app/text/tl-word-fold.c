/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A text as the words that it is searched by: without case, accents and punctuation, numbers
 * without separators.  What is searched for and what is searched are cut alike, so that "1,181"
 * finds "1 181", and "Baden-Württemberg" is two words that follow each other.
 */

#include "tl-word-fold.h"

#include <string.h>

#include "tl-letter-fold.h"

/* Characters below this are folded once and for all. */
#define N_TABLE 0x2000

/* What is longer is no word; its beginning stands for it. */
#define MAX_WORD 64

static const TlFoldedLetter *
get_table (void)
{
  static TlFoldedLetter table[N_TABLE];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (gunichar c = 1; c < N_TABLE; c++)
        tl_letter_fold (c, &table[c]);
      g_once_init_leave (&is_filled, 1);
    }
  return table;
}

/* What stands at @p, which may be the end; @slow is room for what is not in the table. */
static inline const TlFoldedLetter *
look_at (const TlWordScan     *self,
         const TlFoldedLetter *table,
         const char           *p,
         TlFoldedLetter       *slow)
{
  gunichar c = 0;

  if (p < self->end)
    c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
  if (c < N_TABLE)
    return &table[c];
  tl_letter_fold (c, slow);
  return slow;
}

static inline const char *
next (const char *p)
{
  return (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);
}

static gboolean
is_digit (const TlWordScan     *self,
          const TlFoldedLetter *table,
          const char           *p)
{
  TlFoldedLetter slow;

  return look_at (self, table, p, &slow)->kind == TL_LETTER_DIGIT;
}

/* How many digits stand at @p, up to four. */
static guint
count_digits (const TlWordScan     *self,
              const TlFoldedLetter *table,
              const char           *p)
{
  guint n = 0;

  for (; n < 4 && is_digit (self, table, p); p = next (p))
    n++;
  return n;
}

static inline void
add_folded (GString              *folded,
            const TlFoldedLetter *letter,
            gsize                 start)
{
  if (folded->len - start + letter->length <= MAX_WORD)
    g_string_append_len (folded, letter->bytes, letter->length);
}

/* ---- numbers ---- */

static gunichar
get_separator (const TlWordScan *self,
               const char       *p)
{
  return p < self->end ? g_utf8_get_char (p) : 0;
}

static gboolean
is_point (gunichar c)
{
  return c == '.' || c == ',' || c == 0x066b;
}

static gboolean
separates_thousands (gunichar c)
{
  return is_point (c) || c == ' ' || c == 0x00a0 || c == 0x2009 || c == 0x202f || c == '\'' ||
         c == 0x2019 || c == 0x066c;
}

/* Whether what the separator at @p sets off is a fraction: 1.1, and not the days of 23.11.2017
 * or the members of 4,5,6. */
static gboolean
begins_fraction (const TlWordScan     *self,
                 const TlFoldedLetter *table,
                 const char           *start,
                 const char           *p)
{
  const char *behind = next (p);

  if (!is_point (get_separator (self, p)) || !is_digit (self, table, behind))
    return FALSE;
  if (start - self->start >= 2 && (start[-1] == '.' || start[-1] == ',') &&
      g_ascii_isdigit (start[-2]))
    return FALSE;
  while (is_digit (self, table, behind))
    behind = next (behind);
  return !is_point (get_separator (self, behind)) || !is_digit (self, table, next (behind));
}

static void
read_number (TlWordScan           *self,
             const TlFoldedLetter *table,
             GString              *folded)
{
  const char *start = self->p;
  gsize folded_start = folded->len;
  gboolean in_fraction = FALSE;
  guint n_digits = 0;           /* since the last separator */

  for (;;)
    {
      TlFoldedLetter slow;
      const TlFoldedLetter *letter = look_at (self, table, self->p, &slow);

      if (letter->kind == TL_LETTER_DIGIT)
        {
          add_folded (folded, letter, folded_start);
          n_digits++;
        }
      else if (in_fraction || self->p >= self->end)
        {
          break;
        }
      else if (n_digits <= 3 && folded->str[folded_start] != '0' &&
               separates_thousands (get_separator (self, self->p)) &&
               count_digits (self, table, next (self->p)) == 3)
        {
          n_digits = 0;
        }
      else if (begins_fraction (self, table, start, self->p))
        {
          g_string_append_c (folded, '.');
          in_fraction = TRUE;
        }
      else
        {
          break;
        }
      self->p = next (self->p);
    }
}

/* ---- words ---- */

/* "U.S." is one word, as "US" is; "V. P. Orlov" is three. */
static gboolean
is_abbreviating (const TlWordScan     *self,
                 const TlFoldedLetter *table,
                 const char           *p,
                 guint                 n_letters)
{
  TlFoldedLetter slow;

  if (n_letters != 1 || p >= self->end || *p != '.' ||
      look_at (self, table, p + 1, &slow)->kind != TL_LETTER_LETTER)
    return FALSE;
  return look_at (self, table, next (p + 1), &slow)->kind == TL_LETTER_NONE;
}

static inline gboolean
is_ascii_letter (char c)
{
  return (guint) ((guchar) c | 0x20) - 'a' < 26;
}

/* Of words with other letters, too, those of ASCII go in one piece: they only lose their case. */
static guint
read_ascii_letters (TlWordScan *self,
                    GString    *folded,
                    gsize       start)
{
  const char *run = self->p;
  gsize length = folded->len;
  gsize n;

  while (self->p < self->end && is_ascii_letter (*self->p))
    self->p++;
  n = MIN ((gsize) (self->p - run), start + MAX_WORD - MIN (length, start + MAX_WORD));
  if (n > 0)
    g_string_set_size (folded, length + n);
  for (gsize i = 0; i < n; i++)
    folded->str[length + i] = (char) (run[i] | 0x20);
  return (guint) (self->p - run);
}

static void
read_letters (TlWordScan           *self,
              const TlFoldedLetter *table,
              GString              *folded,
              const char          **end)
{
  gsize start = folded->len;
  guint n_letters = 0;          /* since the last point */

  for (;;)
    {
      TlFoldedLetter slow;
      const TlFoldedLetter *letter;
      guint n = read_ascii_letters (self, folded, start);

      if (n > 0)
        *end = self->p;
      n_letters += n;
      letter = look_at (self, table, self->p, &slow);
      if (letter->kind == TL_LETTER_LETTER)
        {
          add_folded (folded, letter, start);
          n_letters++;
        }
      else if (is_abbreviating (self, table, self->p, n_letters))
        {
          n_letters = 0;
        }
      else if (letter->kind != TL_LETTER_INVISIBLE)
        {
          return;
        }
      self->p = next (self->p);
      if (letter->kind != TL_LETTER_NONE)
        *end = self->p;
    }
}

/*
 * Nearly all words are letters of ASCII with a space or a comma behind them: these are folded
 * while they are read.  Returns FALSE, and leaves all as it was, where the word may be another.
 */
static gboolean
read_plain_word (TlWordScan *self,
                 GString    *folded,
                 TlSpan     *span)
{
  const char *start = self->p, *p = start;
  const char *limit = self->end - start > MAX_WORD ? start + MAX_WORD : self->end;
  gsize length = folded->len;
  char *to;

  if (folded->allocated_len - length <= MAX_WORD + 1)
    g_string_truncate (g_string_set_size (folded, length + MAX_WORD + 1), length);
  to = folded->str + length;
  for (; p < limit && is_ascii_letter (*p); p++)
    *to++ = (char) (*p | 0x20);
  if (p < self->end && ((guchar) *p >= 0x80 || is_ascii_letter (*p) || (*p == '.' && p == start + 1)))
    {
      folded->str[length] = '\0';
      return FALSE;
    }
  *to = '\0';
  folded->len = (gsize) (to - folded->str);
  self->p = p;
  *span = (TlSpan) { (guint32) (start - self->start), (guint32) (p - self->start) };
  return TRUE;
}

/**
 * tl_word_scan_init:
 * @self: (out caller-allocates): what to read with
 * @text: a text, valid UTF-8
 * @length: its length in bytes
 *
 * Begins at the start of a text.
 */
void
tl_word_scan_init (TlWordScan *self,
                   const char *text,
                   gsize       length)
{
  *self = (TlWordScan) { text, text, text + length };
}

/**
 * tl_word_scan_next:
 * @self: a text that is read
 * @folded: what to append the folded word to
 * @span: (out): where it stands
 *
 * Reads a word.  What was folded has small letters, digits, and a point in fractions.
 *
 * Returns: whether there was another word
 */
gboolean
tl_word_scan_next (TlWordScan *self,
                   GString    *folded,
                   TlSpan     *span)
{
  const TlFoldedLetter *table = get_table ();

  for (; self->p < self->end; self->p = next (self->p))
    {
      TlFoldedLetter slow;
      const TlFoldedLetter *letter;
      const char *start = self->p;
      const char *end = start;

      if (*start == ' ')
        continue;
      if (is_ascii_letter (*start) && read_plain_word (self, folded, span))
        return TRUE;
      letter = look_at (self, table, self->p, &slow);
      if (letter->kind < TL_LETTER_LETTER)
        continue;
      if (letter->kind == TL_LETTER_LETTER)
        {
          read_letters (self, table, folded, &end);
        }
      else if (letter->kind == TL_LETTER_DIGIT)
        {
          read_number (self, table, folded);
          end = self->p;
        }
      else
        {
          g_string_append_len (folded, letter->bytes, letter->length);
          end = self->p = next (self->p);
        }
      *span = (TlSpan) { (guint32) (start - self->start), (guint32) (end - self->start) };
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_words_fold:
 * @text: a text, valid UTF-8
 * @length: its length in bytes
 * @folded: what to append to
 *
 * Appends the words of a text, a space behind each.
 */
void
tl_words_fold (const char *text,
               gsize       length,
               GString    *folded)
{
  TlWordScan scan;
  TlSpan span;

  tl_word_scan_init (&scan, text, length);
  while (tl_word_scan_next (&scan, folded, &span))
    g_string_append_c (folded, ' ');
}
