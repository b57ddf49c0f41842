/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-text-private.h"

#include <string.h>

/**
 * tl_token_hash:
 * @bytes: a word
 * @length: its length in bytes
 *
 * Hashes a word without regard to case (FNV-1a, 32 bits, over the lower-case letters;
 * the typographic apostrophe counts as the plain one).
 *
 * Returns: the hash
 */
guint32
tl_token_hash (const char *bytes,
               gsize       length)
{
  const char *end = bytes + length;
  guint32 hash = TL_TOKEN_HASH_START;

  for (const char *p = bytes; p < end;)
    {
      guchar byte = (guchar) *p;
      gunichar c;

      if (byte < 0x80)
        {
          hash = (hash ^ (guint32) (byte >= 'A' && byte <= 'Z' ? byte + 32 : byte)) * TL_TOKEN_HASH_FACTOR;
          p++;
          continue;
        }
      c = g_unichar_tolower (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      if (c == 0x2019 || c == 0x02bc)
        c = '\'';
      do
        hash = (hash ^ (c & 0xff)) * TL_TOKEN_HASH_FACTOR;
      while ((c >>= 8) != 0);
    }
  return hash;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/*
 * tl_same_spelling:
 *
 * Returns: whether two words are the same, case included; the typographic apostrophe is
 *   the plain one
 */
gboolean
tl_same_spelling (const char *a,
                  const char *end_a,
                  const char *b,
                  const char *end_b)
{
  if (end_a - a == end_b - b && memcmp (a, b, (gsize) (end_a - a)) == 0)
    return TRUE;
  while (a < end_a && b < end_b)
    {
      gunichar c = g_utf8_get_char (a);
      gunichar d = g_utf8_get_char (b);

      if (c != d && !(is_apostrophe (c) && is_apostrophe (d)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return a == end_a && b == end_b;
}
