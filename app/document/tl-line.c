/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-line.h"

#include "tl-document-words.h"

#include <string.h>

/* Where words are not apart they have about two signs in Chinese and Japanese, and five in Thai
 * and its neighbours. */
#define CHINESE_WORD 2
#define THAI_WORD 5

static gboolean
is_chinese (gunichar c)
{
  return (c >= 0x3400 && c < 0xa000) || (c >= 0x3040 && c < 0x3100) || (c >= 0xf900 && c < 0xfb00);
}

static gboolean
is_thai (gunichar c)
{
  return (c >= 0xe00 && c < 0xf00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800);
}

/* Most of a line are words in ASCII: they end with white space or with what is no ASCII. */
static const char *
skip_plain_word (const char *p,
                 const char *end)
{
  while (p < end && (guchar) *p > ' ' && (guchar) *p < 0x80)
    p++;
  return p;
}

static void
measure (TlLine *line)
{
  const char *end = line->text + line->length;
  gboolean in_word = FALSE;
  guint n_chars = 0, n_words = 0, n_chinese = 0, n_thai = 0;

  for (const char *p = line->text; p < end;)
    {
      gunichar c;

      if (!in_word && g_ascii_isalnum (*p))
        {
          n_words++;
          in_word = TRUE;
        }
      if (in_word)
        {
          const char *word = p;

          p = skip_plain_word (p, end);
          n_chars += (guint) (p - word);
          if (p == end)
            break;
        }
      n_chars++;
      if ((guchar) *p < 0x80)
        {
          in_word = in_word && !g_ascii_isspace (*p);
          p++;
          continue;
        }
      c = g_utf8_get_char (p);
      n_thai += is_thai (c);
      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (is_chinese (c))
        {
          in_word = FALSE;
          n_chinese++;
        }
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
      p = g_utf8_next_char (p);
    }
  line->n_chars = n_chars;
  line->n_words = n_words + (n_chinese + CHINESE_WORD - 1) / CHINESE_WORD + n_thai / THAI_WORD;
}

/* Trims white space, that of other scripts too, from both ends. */
static TlLine
take_line (const char *start,
           const char *end)
{
  TlLine line = { .text = start };

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    {
      line.indent += *start == '\t' ? 4 : 1;
      start = g_utf8_next_char (start);
    }
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  line.text = start;
  line.length = (gsize) (end - start);
  return line;
}

/* Reads the next line that is not blank; @line is its own. */
static gboolean
read_next (TlLineReader *self,
           TlLine       *line)
{
  while (self->next < self->end)
    {
      const char *line_end = memchr (self->next, '\n', (gsize) (self->end - self->next));

      if (line_end == NULL)
        line_end = self->end;
      *line = take_line (self->next, line_end);
      self->next = line_end + 1;
      if (line->length > 0)
        {
          self->block += self->was_blank;
          self->was_blank = FALSE;
          line->block = self->block;
          measure (line);
          return TRUE;
        }
      /* What is blank above the first parts nothing. */
      self->was_blank = self->lines->len > 0;
    }
  return FALSE;
}

/* A length that cuts a character would have it read to its end, behind that of the line. */
static gsize
leave_cut_character (const char *text,
                     gsize       length)
{
  gsize last = length;

  while (last > 0 && ((guchar) text[--last] & 0xc0) == 0x80)
    ;
  return length > 0 && last + (gsize) g_utf8_skip[(guchar) text[last]] > length ? last : length;
}

/**
 * tl_line_reader_init:
 * @self: (out caller-allocates): what to read with
 * @text: valid UTF-8
 * @length: how many bytes of it to read; a character that this cuts is left out
 * @max_lines: the most lines to read
 *
 * Begins at the start of a text.
 */
void
tl_line_reader_init (TlLineReader *self,
                     const char   *text,
                     gsize         length,
                     guint         max_lines)
{
  *self = (TlLineReader) {
    .lines = g_array_sized_new (FALSE, FALSE, sizeof (TlLine), max_lines),
    .next = text,
    .end = text + leave_cut_character (text, length),
    .max_lines = max_lines,
  };
}

/**
 * tl_line_reader_clear:
 * @self: what was read with
 */
void
tl_line_reader_clear (TlLineReader *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
}

/**
 * tl_line_reader_get:
 * @self: what to read with
 * @index: which line
 *
 * Returns: (transfer none) (nullable): the line, valid as long as @self and the text; %NULL
 *   behind the last
 */
const TlLine *
tl_line_reader_get (TlLineReader *self,
                    guint         index)
{
  while (index >= self->lines->len)
    {
      TlLine line;

      if (self->lines->len == self->max_lines || !read_next (self, &line))
        return NULL;
      g_array_append_val (self->lines, line);
    }
  return &g_array_index (self->lines, TlLine, index);
}

/**
 * tl_lines_read:
 * @text: valid UTF-8
 * @length: how many bytes of it to read; a character that this cuts is left out
 * @max_lines: the most lines to return
 *
 * Returns: (transfer full) (element-type TlLine): the lines that are not blank; valid as
 *   long as @text
 */
GArray *
tl_lines_read (const char *text,
               gsize       length,
               guint       max_lines)
{
  TlLineReader reader;
  TlLine line;

  tl_line_reader_init (&reader, text, length, MIN (max_lines, 16));
  while (reader.lines->len < max_lines && read_next (&reader, &line))
    g_array_append_val (reader.lines, line);
  return reader.lines;
}

/**
 * tl_lines_read_last:
 * @text: valid UTF-8
 * @length: how many bytes of it to read
 * @n_lines: the most lines to return
 *
 * As tl_lines_read(), from the end; which blocks the lines stand in is not told.
 *
 * Returns: (transfer full) (element-type TlLine): the last lines that are not blank, in the
 *   order in which they stand; valid as long as @text
 */
GArray *
tl_lines_read_last (const char *text,
                    gsize       length,
                    guint       n_lines)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (TlLine), n_lines);

  for (const char *end = text + length, *start = NULL; start != text && lines->len < n_lines; end = start - 1)
    {
      TlLine line;

      start = end;
      while (start > text && start[-1] != '\n')
        start--;
      line = take_line (start, end);
      if (line.length > 0)
        {
          measure (&line);
          g_array_append_val (lines, line);
        }
    }
  for (guint i = 0; i < lines->len / 2; i++)
    {
      TlLine *first = &g_array_index (lines, TlLine, i);
      TlLine *last = &g_array_index (lines, TlLine, lines->len - 1 - i);
      TlLine line = *first;

      *first = *last;
      *last = line;
    }
  return lines;
}

/**
 * tl_line_first:
 * @line: a line
 *
 * Returns: its first character
 */
gunichar
tl_line_first (const TlLine *line)
{
  return line->length > 0 ? g_utf8_get_char (line->text) : 0;
}

/**
 * tl_line_last:
 * @line: a line
 *
 * Returns: its last character
 */
gunichar
tl_line_last (const TlLine *line)
{
  return line->length > 0 ? g_utf8_get_char (g_utf8_prev_char (line->text + line->length)) : 0;
}

/* "Inc." and "U.S." end a headline with a point that ends no sentence. */
static gboolean
ends_with_abbreviation (const char *start,
                        const char *point)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_LINE_ABBREVIATIONS);
  const char *word = point;

  while (word > start && (g_ascii_isalpha (word[-1]) || word[-1] == '.'))
    word--;
  if (point - word >= 3 && memchr (word, '.', (gsize) (point - word)) != NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if ((gsize) (point - word) == strlen (words[i]) && strncmp (word, words[i], strlen (words[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Those of Chinese, Hindi, Urdu, Armenian, Amharic, Burmese and Khmer. */
static gboolean
is_full_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff0e || c == 0x964 || c == 0x6d4 || c == 0x589 || c == 0x1362 || c == 0x104b ||
         c == 0x17d4;
}

/**
 * tl_line_ends_sentence:
 * @line: a line
 *
 * Returns: whether a full stop, or a colon as before a quotation, ends it, with quotation
 *   marks and brackets behind it or without; question and exclamation marks, which
 *   headlines have, too, do not count
 */
gboolean
tl_line_ends_sentence (const TlLine *line)
{
  const char *end = line->text + line->length;

  while (end > line->text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201d || c == 0x2019 || c == 0xbb)
        {
          end = last;
          continue;
        }
      if (c == '.')
        return !ends_with_abbreviation (line->text, last);
      return c == ':' || is_full_stop (c);
    }
  return FALSE;
}

/**
 * tl_line_is_all_caps:
 * @line: a line
 *
 * Returns: whether all its letters are capitals, and there are three or more
 */
gboolean
tl_line_is_all_caps (const TlLine *line)
{
  const char *end = line->text + line->length;
  guint n_upper = 0;

  for (const char *p = line->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_upper += g_unichar_isupper (c);
    }
  return n_upper >= 3;
}

/**
 * tl_line_equals:
 * @line: a line
 * @other: another
 *
 * Returns: whether they say the same
 */
gboolean
tl_line_equals (const TlLine *line,
                const TlLine *other)
{
  return line->length == other->length && memcmp (line->text, other->text, line->length) == 0;
}

/* A bracket behind an address belongs to it only where it was opened within. */
static gboolean
closes_nothing (const char *start,
                const char *end,
                char        open,
                char        close)
{
  int n_open = 0;

  for (const char *p = start; p < end; p++)
    n_open += *p == open ? 1 : *p == close ? -1 : 0;
  return end[-1] == close && n_open < 0;
}

/* What stands behind the next "http://" or "https://" from @p on, which is moved to where that
 * begins; NULL where there is none.  Colons are fewer than letters. */
static const char *
find_host (const char **p,
           const char  *end)
{
  const char *colon = *p;

  while ((colon = memchr (colon, ':', (gsize) (end - colon))) != NULL)
    {
      static const char *const schemes[] = { "http", "https" };

      for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
        {
          gsize n = strlen (schemes[i]);

          if (colon - *p >= (gssize) n && end - colon > 3 && strncmp (colon, "://", 3) == 0 &&
              g_ascii_strncasecmp (colon - n, schemes[i], n) == 0)
            {
              *p = colon - n;
              return colon + strlen ("://");
            }
        }
      colon++;
    }
  return NULL;
}

/**
 * tl_line_find_address:
 * @line: a line
 * @start: (out): its first byte
 * @end: (out): the byte after its last, without the punctuation of the sentence around it
 *
 * Looks for a web address with a path: that of a site's front page is no article's.
 *
 * Returns: whether there is one
 */
gboolean
tl_line_find_address (const TlLine *line,
                      const char  **start,
                      const char  **end)
{
  const char *line_end = line->text + line->length;

  const char *p = line->text;
  const char *host;

  while ((host = find_host (&p, line_end)) != NULL)
    {
      const char *stop = host;

      while (stop < line_end && (guchar) *stop > ' ' && (guchar) *stop != 0x7f && strchr ("<>\"{}|\\^`", *stop) == NULL)
        stop++;
      while (stop > host && (strchr (".,;:!?'", stop[-1]) != NULL || closes_nothing (host, stop, '(', ')') ||
                             closes_nothing (host, stop, '[', ']')))
        stop--;

      host = memchr (host, '/', (gsize) (stop - host));
      if (host != NULL && host + 1 < stop)
        {
          *start = p;
          *end = stop;
          return TRUE;
        }
      p = stop;
    }
  return FALSE;
}
