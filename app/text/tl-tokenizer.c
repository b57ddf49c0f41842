/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One forward pass over the bytes of a text that cuts it into tokens.  ASCII goes by
 * a comparison or two, anything else by GLib's character properties.
 */

#include "tl-text-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  gsize       length;
  TlToken    *tokens;
  guint       n_tokens;
  guint       n_allocated;
  gsize       no_initialism;    /* none begins before it: those letters and points were looked at */
  guint8      pending;          /* flags for the next token: space or line before it */
} Tokenizer;

static gunichar
char_at (const Tokenizer *self,
         gsize            offset)
{
  guchar byte;

  if (offset >= self->length)
    return 0;
  byte = (guchar) self->text[offset];
  return byte < 0x80 ? byte : g_utf8_get_char (self->text + offset);
}

static gsize
next_char (const Tokenizer *self,
           gsize            offset)
{
  return offset + (gsize) g_utf8_skip[(guchar) self->text[offset]];
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x200b || c == 0xfeff ||
         (c >= 0x80 && (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_CONTROL));
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* Currency signs, per cent and the like: signs that belong to a number. */
static gboolean
is_symbol (gunichar c)
{
  GUnicodeType type;

  if (c < 0x80)
    return c == '$' || c == '%' || c == '+' || c == '=' || c == '~' || c == '<' || c == '>' || c == '^' || c == '|';
  type = g_unichar_type (c);
  return type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_MATH_SYMBOL ||
         type == G_UNICODE_MODIFIER_SYMBOL || type == G_UNICODE_OTHER_SYMBOL;
}

static guint8
case_flags (const char *text,
            TlSpan      span)
{
  guint n_upper = 0, n_lower = 0;
  guint8 flags = 0;
  const char *end = text + span.end;

  for (const char *p = text + span.start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c))
        n_upper++;
      else if (c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c))
        n_lower++;
      if (p == text + span.start && n_upper == 1)
        flags |= TL_TOKEN_CAPITALISED;
    }
  if (n_upper >= 2 && n_lower == 0)
    flags |= TL_TOKEN_ALL_CAPS;
  return flags;
}

static void
append_token (Tokenizer   *self,
              gsize        start,
              gsize        end,
              TlTokenKind  kind,
              guint        flags,
              guint32      hash)
{
  if (self->n_tokens == self->n_allocated)
    {
      self->n_allocated += self->n_allocated / 2;
      self->tokens = g_renew (TlToken, self->tokens, self->n_allocated);
    }
  self->tokens[self->n_tokens++] = (TlToken) {
    .span = { (guint32) start, (guint32) end },
    .kind = (guint8) kind,
    .flags = (guint8) (self->pending | flags),
    .hash = hash,
  };
  self->pending = 0;
}

static void
add_token (Tokenizer   *self,
           gsize        start,
           gsize        end,
           TlTokenKind  kind)
{
  TlSpan span = { (guint32) start, (guint32) end };

  append_token (self, start, end, kind, kind == TL_TOKEN_WORD ? case_flags (self->text, span) : 0,
                tl_token_hash (self->text + start, end - start));
}

static gboolean
has_prefix (const Tokenizer *self,
            gsize            offset,
            const char      *prefix)
{
  gsize n = strlen (prefix);

  return self->length - offset >= n && g_ascii_strncasecmp (self->text + offset, prefix, n) == 0;
}

/* The end of an address that runs from @offset to the next space, without the stop behind it. */
static gsize
scan_address (const Tokenizer *self,
              gsize            offset)
{
  gsize end = offset;

  while (end < self->length)
    {
      gunichar c = char_at (self, end);

      if (is_space (c) || strchr ("<>\"{}|\\^`", (int) (c < 0x80 ? c : 'a')) != NULL || c == 0x201c || c == 0x201d)
        break;
      end = next_char (self, end);
    }
  while (end > offset + 1 && strchr (".,;:!?)]'", self->text[end - 1]) != NULL)
    end--;
  return end;
}

/* "U.S.", "a.m.": single letters each with a point; 0 where there is no such word. */
static gsize
scan_initialism (Tokenizer *self,
                 gsize      offset)
{
  gsize end = offset;
  guint n_letters = 0;

  if (offset < self->no_initialism)
    return 0;
  while (is_letter (char_at (self, end)))
    {
      gsize after = next_char (self, end);

      if (char_at (self, after) != '.')
        {
          /* "U.S" without the last point */
          if (n_letters >= 1 && !is_letter (char_at (self, after)) && !is_digit (char_at (self, after)))
            return after;
          self->no_initialism = end;
          return 0;
        }
      end = after + 1;
      n_letters++;
    }
  return n_letters >= 2 ? end : 0;
}

/*
 * Digits stay with the letters before them in short names in capitals ("Q1", "FY23",
 * "G20"); "USD419" and "Rs500" are two tokens, a currency and a number.
 */
static gboolean
keeps_digits (const Tokenizer *self,
              gsize            start,
              gsize            end)
{
  TlSpan span = { (guint32) start, (guint32) end };
  const char *second = g_utf8_next_char (self->text + start);
  const char *third = second < self->text + end ? g_utf8_next_char (second) : NULL;

  return third == NULL || (third == self->text + end && (case_flags (self->text, span) & TL_TOKEN_ALL_CAPS) != 0);
}

static gsize
scan_number (const Tokenizer *self,
             gsize            offset)
{
  while (offset < self->length)
    {
      gunichar c = char_at (self, offset);

      if (is_digit (c) || ((c == '.' || c == ',') && is_digit (char_at (self, offset + 1))))
        offset++;
      else
        break;
    }
  return offset;
}

static gsize
scan_word (const Tokenizer *self,
           gsize            start)
{
  gsize end = start;

  while (end < self->length)
    {
      gunichar c = char_at (self, end);

      if (is_letter (c))
        end = next_char (self, end);
      else if (is_digit (c) && keeps_digits (self, start, end))
        {
          gsize after = end;

          while (is_digit (char_at (self, after)))
            after++;
          /* "RM5.2" is a currency and a number. */
          if (scan_number (self, end) == after)
            end = after;
          break;
        }
      else if (is_apostrophe (c) && is_letter (char_at (self, next_char (self, end))))
        {
          gsize after = next_char (self, end);
          gunichar s = char_at (self, after);

          if ((s == 's' || s == 'S') && !is_letter (char_at (self, after + 1)))
            break;              /* the possessive is a token of its own */
          end = after;
        }
      else
        break;
    }
  return end;
}

/* "name@host" or "host.tld/path": written without a space, lower case behind the point. */
static gboolean
goes_on_as_address (const Tokenizer *self,
                    gsize            start,
                    gsize            end)
{
  gunichar next = char_at (self, end);

  if (next == '@')
    return is_letter (char_at (self, end + 1)) || is_digit (char_at (self, end + 1));
  if (next == '.' && end - start >= 2)
    {
      gsize after = end + 1;
      guint n = 0;

      while (after < self->length && g_ascii_islower (self->text[after]))
        after++, n++;
      return n >= 2 && !is_letter (char_at (self, after));
    }
  return FALSE;
}

static gboolean
is_web_address (const Tokenizer *self,
                gsize            offset)
{
  switch (self->text[offset])
    {
    case 'h':
    case 'H':
      return has_prefix (self, offset, "http://") || has_prefix (self, offset, "https://");
    case 'w':
    case 'W':
      return has_prefix (self, offset, "www.");
    default:
      return FALSE;
    }
}

/*
 * Whether a word of plain letters ends for certain before @offset: nothing stands there that
 * may belong to it or make an address, an initialism or a name with digits of it.
 */
static gboolean
ends_plain_word (const Tokenizer *self,
                 gsize            start,
                 gsize            offset)
{
  guchar c;

  if (offset >= self->length)
    return TRUE;
  c = (guchar) self->text[offset];
  if (c == '.')
    return offset - start >= 2 && (self->text[start] | 0x20) != 'w' &&
           (offset + 1 == self->length || is_space ((guchar) self->text[offset + 1]));
  return c < 0x80 && c != '\'' && c != '@' && c != ':' && !is_digit (c);
}

/*
 * Nearly all words are plain letters with a space or a comma behind them: these are scanned,
 * hashed and asked for capitals in one go.  Returns the end of the word, 0 where it is another.
 */
static gsize
take_plain_word (Tokenizer *self,
                 gsize      start)
{
  const guchar *text = (const guchar *) self->text;
  guint32 hash = TL_TOKEN_HASH_START;
  guint bits = 0, flags = 0;    /* 0x20 is what a small letter has and a capital lacks */
  gsize end = start;

  for (; end < self->length; end++)
    {
      guint c = text[end];

      if ((c | 0x20) - 'a' >= 26)
        break;
      bits |= c;
      hash = (hash ^ (c | 0x20)) * TL_TOKEN_HASH_FACTOR;
    }
  if (end == start || !ends_plain_word (self, start, end))
    return 0;
  if ((text[start] & 0x20) == 0)
    flags |= TL_TOKEN_CAPITALISED;
  if ((bits & 0x20) == 0 && end - start >= 2)
    flags |= TL_TOKEN_ALL_CAPS;
  append_token (self, start, end, TL_TOKEN_WORD, flags, hash);
  return end;
}

static gsize
take_word (Tokenizer *self,
           gsize      offset)
{
  gsize end = take_plain_word (self, offset);

  if (end != 0)
    return end;
  if (is_web_address (self, offset))
    {
      end = scan_address (self, offset);
      add_token (self, offset, end, TL_TOKEN_ADDRESS);
      return end;
    }

  end = scan_initialism (self, offset);
  if (end == 0)
    end = scan_word (self, offset);
  if (goes_on_as_address (self, offset, end))
    {
      end = scan_address (self, offset);
      add_token (self, offset, end, TL_TOKEN_ADDRESS);
      return end;
    }
  add_token (self, offset, end, TL_TOKEN_WORD);
  return end;
}

static gsize
take_other (Tokenizer *self,
            gsize      offset,
            gunichar   c)
{
  gsize end = next_char (self, offset);

  if (c == ',' || c == '.')     /* nearly all of them */
    {
      append_token (self, offset, end, TL_TOKEN_PUNCTUATION, 0, (TL_TOKEN_HASH_START ^ c) * TL_TOKEN_HASH_FACTOR);
      return end;
    }
  if (is_apostrophe (c) && self->pending == 0)
    {
      gunichar s = char_at (self, end);

      if ((s == 's' || s == 'S') && !is_letter (char_at (self, end + 1)))
        end++;
    }
  add_token (self, offset, end, is_symbol (c) ? TL_TOKEN_SYMBOL : TL_TOKEN_PUNCTUATION);
  return end;
}

/*
 * tl_tokenize:
 * @text: valid UTF-8
 * @length: its length in bytes
 * @n_tokens: (out): how many tokens it has
 *
 * Returns: (transfer full) (array length=n_tokens): its tokens, sentences not yet set
 */
TlToken *
tl_tokenize (const char *text,
             gsize       length,
             guint      *n_tokens)
{
  Tokenizer self = {
    .text = text,
    .length = length,
    .n_allocated = (guint) (length / 4 + 4),
    .pending = TL_TOKEN_SPACE_BEFORE | TL_TOKEN_LINE_START,
  };
  gsize offset = 0;

  self.tokens = g_new (TlToken, self.n_allocated);
  while (offset < length)
    {
      gunichar c = char_at (&self, offset);

      if (c == ' ')             /* with plain letters, nearly all that a token begins with */
        {
          self.pending |= TL_TOKEN_SPACE_BEFORE;
          offset++;
        }
      else if ((c | 0x20) - 'a' < 26)
        {
          offset = take_word (&self, offset);
        }
      else if (is_space (c))
        {
          self.pending |= TL_TOKEN_SPACE_BEFORE;
          if (c == '\n')
            self.pending |= TL_TOKEN_LINE_START;
          offset = next_char (&self, offset);
        }
      else if (is_letter (c))
        {
          offset = take_word (&self, offset);
        }
      else if (is_digit (c))
        {
          gsize end = scan_number (&self, offset);

          add_token (&self, offset, end, TL_TOKEN_NUMBER);
          offset = end;
        }
      else
        {
          offset = take_other (&self, offset, c);
        }
    }
  *n_tokens = self.n_tokens;
  return self.tokens;
}
