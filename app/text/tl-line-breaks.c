/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which line ends are real ones.  Lines that were broken to a width go on: it shows in that
 * no next line's first word would have fitted.  The items of a list never do.
 */

#include "tl-text-private.h"

#include <string.h>

/* Blocks with a longest line below this are headings or lists, not text broken to a width. */
#define MIN_WRAP_WIDTH 40

/* A full line may be shorter than the longest by so much, the next word apart: by a lost indentation. */
#define WRAP_SLACK 5

/* For so many full lines a wrapped block may have one that is shorter without reason. */
#define LOOSE_SHARE 3

/* So many bytes of white space within a line part columns. */
#define COLUMN_GAP 3

typedef struct
{
  const char    *text;
  const TlToken *tokens;
  guint          n_tokens;
  guint8        *line_breaks;
} Lines;

static gunichar
punctuation (const Lines *self,
             guint        token)
{
  if (token >= self->n_tokens || self->tokens[token].kind != TL_TOKEN_PUNCTUATION)
    return 0;
  return g_utf8_get_char (self->text + self->tokens[token].span.start);
}

static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0xb7 || c == 0x25aa || c == 0x25cf;
}

/* The width in characters of the line that begins with @token, and the index of the next line's first token. */
static guint
line_width (const Lines *self,
            guint        token,
            guint       *next)
{
  guint i = token + 1, width = 0;

  while (i < self->n_tokens && (self->tokens[i].flags & TL_TOKEN_LINE_START) == 0)
    i++;
  *next = i;
  /* Bytes that begin a character; compilers count sixteen at once. */
  for (guint32 k = self->tokens[token].span.start; k < self->tokens[i - 1].span.end; k++)
    width += ((guchar) self->text[k] & 0xc0) != 0x80;
  return width;
}

static gboolean
is_blank_between (const Lines *self,
                  guint        token)
{
  const char *start = self->text + (token > 0 ? self->tokens[token - 1].span.end : 0);
  const char *end = self->text + self->tokens[token].span.start;
  const char *line = memchr (start, '\n', (gsize) (end - start));

  return line != NULL && memchr (line + 1, '\n', (gsize) (end - line - 1)) != NULL;
}

static gboolean
has_line_start (const Lines *self,
                guint        first,
                guint        end)
{
  for (guint i = first; i < end; i++)
    if ((self->tokens[i].flags & TL_TOKEN_LINE_START) != 0)
      return TRUE;
  return FALSE;
}

/* Whether a tab or several spaces part the words of a line: rows of a table are no broken lines. */
static gboolean
has_columns (const Lines *self,
             guint        first,
             guint        end)
{
  for (guint i = first + 1; i < end; i++)
    {
      guint32 start = self->tokens[i - 1].span.end;

      if ((self->tokens[i].flags & TL_TOKEN_LINE_START) == 0 &&
          (self->tokens[i].span.start >= start + COLUMN_GAP || self->text[start] == '\t'))
        return TRUE;
    }
  return FALSE;
}

typedef enum
{
  LINE_FULL,                    /* the next one's first word would not have fitted */
  LINE_ENDED,                   /* shorter, and a sentence ends it: the last of a paragraph */
  LINE_LOOSE,                   /* shorter, and the next one goes on in lower case */
  LINE_OTHER,
} LineKind;

static gboolean
ends_with_stop (const Lines *self,
                guint        token)
{
  gunichar c = punctuation (self, token);

  return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == 0x201d || c == 0x2026 || c == ')';
}

/* What kind of line it is that begins at @line and is followed by one at @next. */
static LineKind
kind_of_line (const Lines *self,
              guint        width,
              guint        next,
              guint        widest)
{
  const char *word = self->text + self->tokens[next].span.start;
  const char *word_end = word + strcspn (word, " \t\n");

  if (width + 1 + (guint) g_utf8_strlen (word, word_end - word) + WRAP_SLACK > widest)
    return LINE_FULL;
  if (ends_with_stop (self, next - 1))
    return LINE_ENDED;
  return g_unichar_islower (g_utf8_get_char (word)) ? LINE_LOOSE : LINE_OTHER;
}

/* "2. Iran": numbered, as is the line that begins with @token, and one before it from 1. */
static gboolean
is_numbered (const Lines *self,
             guint        token,
             guint        end,
             gboolean     has_first)
{
  const TlToken *number = &self->tokens[token];
  gunichar mark = token + 2 < end ? punctuation (self, token + 1) : 0;

  if (number->kind != TL_TOKEN_NUMBER || number->span.end - number->span.start > TL_ITEM_DIGITS ||
      (mark != '.' && mark != ')') || (self->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) != 0 ||
      (self->tokens[token + 2].flags & TL_TOKEN_SPACE_BEFORE) == 0)
    return FALSE;
  return has_first || (self->text[number->span.start] == '1' && number->span.end - number->span.start == 1);
}

/* "2015: $574 million", "2015 – $574 million": a line of a list that has years for its marks. */
static gboolean
is_year_label (const Lines *self,
               guint        token,
               guint        end)
{
  const TlToken *year = &self->tokens[token];
  gunichar mark = token + 1 < end ? punctuation (self, token + 1) : 0;

  return year->kind == TL_TOKEN_NUMBER && year->span.end - year->span.start == 4 &&
         (mark == ':' || mark == 0x2013 || mark == 0x2014);
}

/* Whether an item of a list begins with @token, or ends before it; @has_first: a numbered one stands above. */
static gboolean
is_list_item (const Lines *self,
              guint        token,
              guint        end,
              gboolean    *has_first)
{
  if (is_numbered (self, token, end, *has_first))
    {
      *has_first = TRUE;
      return TRUE;
    }
  if (is_year_label (self, token, end) || punctuation (self, token - 1) == ';')
    return TRUE;
  return is_bullet (punctuation (self, token)) && token + 1 < end &&
         (self->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) != 0;
}

static gboolean
has_address (const Lines *self,
             guint        first,
             guint        end)
{
  for (guint i = first; i < end; i++)
    if (self->tokens[i].kind == TL_TOKEN_ADDRESS)
      return TRUE;
  return FALSE;
}

static guint
find_widest (const Lines *self,
             guint        first,
             guint        end)
{
  guint widest = 0, next;

  for (guint line = first; line < end; line = next)
    {
      guint width = line_width (self, line, &next);

      /* An address is not broken, and may be longer than any line. */
      if (!has_address (self, line, next))
        widest = MAX (widest, width);
    }
  return widest;
}

/*
 * Whether the block of lines [first, end) was broken to a width, as wires and mails are: its
 * lines are full, but for a headline and for the last ones of paragraphs.
 */
static gboolean
is_wrapped (const Lines *self,
            guint        first,
            guint        end,
            guint        widest)
{
  guint n_lines[LINE_OTHER + 1] = { 0 }, next;

  if (widest < MIN_WRAP_WIDTH || has_columns (self, first, end))
    return FALSE;
  for (guint line = first; line < end; line = next)
    {
      guint width = line_width (self, line, &next);

      if (next < end && !is_bullet (punctuation (self, next)))
        n_lines[line == first && kind_of_line (self, width, next, widest) == LINE_OTHER
                  ? LINE_ENDED : kind_of_line (self, width, next, widest)]++;
    }
  return n_lines[LINE_OTHER] == 0 && n_lines[LINE_LOOSE] * LOOSE_SHARE <= n_lines[LINE_FULL] &&
         (n_lines[LINE_FULL] > 0 || n_lines[LINE_ENDED] == 0);
}

/* Marks the lines of a block at which a paragraph begins. */
static void
break_block (Lines *self,
             guint  first,
             guint  end)
{
  guint widest, next;
  gboolean wrapped, has_first;

  self->line_breaks[first] = TRUE;
  has_first = is_numbered (self, first, end, FALSE);
  if (!has_line_start (self, first + 1, end))
    return;                     /* one line: nothing was broken */
  widest = find_widest (self, first, end);
  wrapped = is_wrapped (self, first, end, widest);
  for (guint line = first; line < end; line = next)
    {
      guint width = line_width (self, line, &next);

      if (next >= end)
        break;
      if (wrapped && !is_list_item (self, next, end, &has_first))
        {
          LineKind kind = kind_of_line (self, width, next, widest);

          if (kind == LINE_FULL || kind == LINE_LOOSE)
            continue;
        }
      self->line_breaks[next] = TRUE;
    }
}

/*
 * tl_find_line_breaks:
 * @text: the text
 * @tokens: (array length=n_tokens): its tokens
 * @n_tokens: how many
 *
 * Returns: (transfer full): for each token, and one more, whether the line's end before it is
 *   a real one, that ends a paragraph or an item
 */
guint8 *
tl_find_line_breaks (const char    *text,
                     const TlToken *tokens,
                     guint          n_tokens)
{
  Lines self = { text, tokens, n_tokens, g_malloc0 (n_tokens + 1) };
  guint first = 0;

  while (first < self.n_tokens)
    {
      guint end = first + 1;

      while (end < self.n_tokens &&
             !((self.tokens[end].flags & TL_TOKEN_LINE_START) != 0 && is_blank_between (&self, end)))
        end++;
      break_block (&self, first, end);
      first = end;
    }
  return self.line_breaks;
}
