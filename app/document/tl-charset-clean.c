/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a text is like in this application: UTF-8 in NFC, "\n" at line ends, no control
 * characters other than tabs, and no invisible ones.
 */

#include "tl-charset-clean.h"

#include "tl-ascii.h"

/* A text is composed in pieces of about so many bytes, see compose(). */
#define PIECE_SIZE 4096

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

      p = tl_ascii_skip_plain (p, end);
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

  for (const char *p = tl_ascii_skip (text, end); p < end; p = tl_ascii_skip (p, end))
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

/*
 * tl_charset_clean:
 * @text: (transfer full): a text in UTF-8
 * @length: how many bytes it has
 * @n_controls: (out) (optional): how many control characters were dropped, the mark of what
 *   is no text
 *
 * Returns: (transfer full): the text as it is in this application
 */
char *
tl_charset_clean (char  *text,
                  gsize  length,
                  gsize *n_controls)
{
  g_autofree char *cleaned = text;
  gsize n = clean (cleaned, &length);

  if (n_controls != NULL)
    *n_controls = n;
  return is_surely_composed (cleaned, length) ? g_steal_pointer (&cleaned) : compose (cleaned, length);
}
