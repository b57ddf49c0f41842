/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Bytes to text: byte order mark, UTF-16 by where its NUL bytes stand, UTF-8 when it is
 * valid, and only then a guess.  The guess is never asked first: it takes valid UTF-8
 * with curly quotes for something else now and then, and is slow.
 */

#include "tl-charset.h"

#include "tl-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#define SAMPLE_SIZE 4096

/* A text is composed in pieces of about so many bytes, see compose(). */
#define PIECE_SIZE 4096

typedef struct
{
  const char *charset;
  const char *mark;
  gsize       n_mark;
} Mark;

/* The mark of UTF-32 begins with that of UTF-16, so it stands first. */
static const Mark marks[] = {
  { "UTF-8", "\xef\xbb\xbf", 3 },
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

static const Mark *
find_mark (const guint8 *data,
           gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].n_mark && memcmp (data, marks[i].mark, marks[i].n_mark) == 0)
        return &marks[i];
    }
  return NULL;
}

/* In UTF-16 the blanks, digits and line ends of any script leave NUL bytes, all of them
 * in the same half of the pairs. */
static const char *
guess_utf16 (const guint8 *data,
             gsize         length)
{
  gsize n = MIN (length, SAMPLE_SIZE) & ~(gsize) 1;
  gsize n_nul[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    n_nul[i & 1] += data[i] == 0;

  if (n >= 4 && n_nul[0] == 0 && n_nul[1] * 20 >= n / 2)
    return "UTF-16LE";
  if (n >= 4 && n_nul[1] == 0 && n_nul[0] * 20 >= n / 2)
    return "UTF-16BE";
  return NULL;
}

/**
 * tl_charset_is_utf16:
 * @data: bytes
 * @length: how many
 *
 * Returns: whether the bytes are text in spite of their NUL bytes: in UTF-16, or in
 *   UTF-32 with its mark
 */
gboolean
tl_charset_is_utf16 (const guint8 *data,
                     gsize         length)
{
  const Mark *mark = find_mark (data, length);

  return mark != NULL ? mark->n_mark != 3 : guess_utf16 (data, length) != NULL;
}

/* Of all bytes only those about the first that is not ASCII tell anything. */
static char *
guess_charset (const guint8 *data,
               gsize         length)
{
  uchardet_t detector = uchardet_new ();
  gsize start = 0;
  char *charset = NULL;

  while (start < length && data[start] < 0x80)
    start++;
  start -= MIN (start, SAMPLE_SIZE / 4);

  if (uchardet_handle_data (detector, (const char *) data + start, MIN (length - start, SAMPLE_SIZE)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  if (charset != NULL && *charset == '\0')
    g_clear_pointer (&charset, g_free);
  return charset;
}

/* A few broken bytes in UTF-8, as a cut or a bad paste leaves them, do not make it
 * another charset: most sequences of several bytes are still whole. */
static gboolean
is_nearly_utf8 (const guint8 *data,
                gsize         length)
{
  gsize n_whole = 0, n_broken = 0;
  gboolean was_broken = FALSE;

  for (gsize i = 0; i < length;)
    {
      gunichar c;

      if (data[i] < 0x80)
        {
          was_broken = FALSE;
          i++;
          continue;
        }
      c = g_utf8_get_char_validated ((const char *) data + i, (gssize) (length - i));
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_broken += !was_broken;
          was_broken = TRUE;
          i++;
        }
      else
        {
          was_broken = FALSE;
          n_whole++;
          i += (gsize) g_utf8_skip[data[i]];
        }
    }
  return n_whole > 0 && n_broken * 4 <= n_whole;
}

static char *
convert (const guint8  *data,
         gsize          length,
         const char    *charset,
         gsize         *n_text)
{
  g_autofree char *text = NULL;

  text = g_convert ((const char *) data, (gssize) length, "UTF-8", charset, NULL, n_text, NULL);
  if (text == NULL || !g_utf8_validate_len (text, *n_text, NULL))
    return NULL;
  return g_steal_pointer (&text);
}

/* NULL where the bytes are text in no charset that is known. */
static char *
to_utf8 (const guint8 *data,
         gsize         length,
         gsize        *n_text)
{
  const Mark *mark = find_mark (data, length);
  const char *utf16 = mark == NULL ? guess_utf16 (data, length) : NULL;
  g_autofree char *charset = NULL;

  if (mark != NULL && mark->n_mark != 3)
    {
      gsize n = length - mark->n_mark;

      n -= n % (g_str_has_prefix (mark->charset, "UTF-32") ? 4 : 2);
      return convert (data + mark->n_mark, n, mark->charset, n_text);
    }
  if (utf16 != NULL)
    return convert (data, length & ~(gsize) 1, utf16, n_text);

  if (g_utf8_validate_len ((const char *) data, length, NULL))
    {
      *n_text = length;
      return g_strndup ((const char *) data, length);
    }
  if (mark != NULL || is_nearly_utf8 (data, length))
    {
      char *text = g_utf8_make_valid ((const char *) data, (gssize) length);

      *n_text = strlen (text);
      return text;
    }

  charset = guess_charset (data, length);
  return charset != NULL ? convert (data, length, charset, n_text) : NULL;
}

/* Characters that are seen by nobody but break words: soft hyphens, zero-width spaces,
 * marks of direction and of byte order. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f && c != 0x200c && c != 0x200d) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069);
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* What a character is in the text that readers see: itself, a line end, or 0 for nothing. */
static gunichar
clean_char (gunichar c)
{
  switch (c)
    {
    case '\t':
    case '\n':
      return c;
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
    case 0x2029:
      return '\n';
    default:
      return is_control (c) || is_invisible (c) ? 0 : c;
    }
}

/* Bytes of ASCII that stay as they are. */
static inline gboolean
is_plain (char byte)
{
  return (guchar) byte < 0x7f && ((guchar) byte >= 0x20 || byte == '\n' || byte == '\t');
}

/* What takes the place of the character at @p: itself, a line end, or 0 for nothing. */
static gunichar
clean_at (const char *p,
          gunichar    c)
{
  if (c == '\r')
    return p[1] == '\n' ? 0 : '\n';
  return clean_char (c);
}

/*
 * Cleans in place, which is possible because nothing grows.
 *
 * Returns: how many control characters were dropped, the mark of what is no text
 */
static gsize
clean (char  *text,
       gsize *length)
{
  const char *end = text + *length;
  const char *p = text;
  char *out = text;
  gsize n_controls = 0;

  while (p < end)
    {
      const char *run = p;
      gunichar c, cleaned;

      while (p < end && is_plain (*p))
        p++;
      if (out != run)
        memmove (out, run, (gsize) (p - run));
      out += p - run;
      if (p == end)
        break;

      c = g_utf8_get_char (p);
      cleaned = clean_at (p, c);
      if (cleaned == c)
        for (guint n = (guint) g_utf8_skip[(guchar) *p]; n > 0; n--)
          *out++ = *p++;
      else
        {
          n_controls += cleaned == 0 && c != '\r' && is_control (c);
          p = g_utf8_next_char (p);
          if (cleaned != 0)
            *out++ = (char) cleaned;
        }
    }
  *out = '\0';
  *length = (gsize) (out - text);
  return n_controls;
}

/* Whether no character may change in NFC.  Normalising costs more than all else that is
 * done to a text, and nearly every text is composed already. */
static gboolean
is_surely_composed (const char *text,
                    gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      gunichar c;

      if ((guchar) *p < 0xcc)   /* below U+0300 nothing combines */
        {
          p = g_utf8_next_char (p);
          continue;
        }
      c = g_utf8_get_char (p);
      if (!((c >= 0x400 && c < 0x483) || (c >= 0x48a && c < 0x530) || (c >= 0x2010 && c < 0x2030) ||
            (c >= 0x20a0 && c < 0x20c1) || c == 0x2116 || c == 0x2122 || c == 0x202f || c == 0x2212 ||
            (c >= 0x4e00 && c < 0x9fa6) || (c >= 0xac00 && c < 0xd7a4) || c == 0xfffd))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/*
 * The end of the piece that begins at @text: before an ASCII character, which composes with
 * nothing before it; in a text without any before one that is no mark; and where there is
 * nothing but marks, anywhere.
 */
static const char *
find_piece_end (const char *text,
                const char *end)
{
  const char *p;

  if (end - text <= PIECE_SIZE)
    return end;
  p = text + PIECE_SIZE;
  while (((guchar) *p & 0xc0) == 0x80)
    p++;
  for (; p < end; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 || p > text + 4 * PIECE_SIZE ||
        (p > text + 2 * PIECE_SIZE && !g_unichar_ismark (g_utf8_get_char (p))))
      return p;
  return end;
}

/* To NFC.  In pieces, because GLib moves all the rest of a text for each pair that it composes. */
static char *
compose (const char *text,
         gsize       length)
{
  GString *composed = g_string_sized_new (length);
  const char *end = text + length, *piece_end;

  for (const char *p = text; p < end; p = piece_end)
    {
      g_autofree char *piece = NULL;

      piece_end = find_piece_end (p, end);
      piece = g_utf8_normalize (p, piece_end - p, G_NORMALIZE_DEFAULT_COMPOSE);
      g_string_append (composed, piece);
    }
  return g_string_free (composed, FALSE);
}

/**
 * tl_charset_decode:
 * @data: the bytes of a text file
 * @length: how many
 * @error: return location for a #TlDocumentError
 *
 * Finds out in which charset the bytes are and makes them a text: UTF-8 in NFC, "\n" at
 * line ends, without control characters other than tabs and without invisible ones.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the bytes are none
 */
char *
tl_charset_decode (const guint8  *data,
                   gsize          length,
                   GError       **error)
{
  g_autofree char *text = NULL;
  gsize n_text = 0;

  text = to_utf8 (data, length, &n_text);
  if (text == NULL)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_CHARSET,
                           _("The file is no text, or text in an unknown encoding"));
      return NULL;
    }
  if (clean (text, &n_text) * 20 > n_text)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT,
                           _("The file holds binary data, not text"));
      return NULL;
    }
  return is_surely_composed (text, n_text) ? g_steal_pointer (&text) : compose (text, n_text);
}
