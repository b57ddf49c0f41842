/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Nearly all bytes of most texts are ASCII that needs nothing done: so many are looked at in
 * one go, as one number. */
#define TL_ASCII_BLOCK ((gssize) sizeof (guint64))

#define TL_ASCII_EACH(byte) ((guint64) 0x0101010101010101u * (byte))

static inline guint64
tl_ascii_load (const char *p)
{
  guint64 block;

  memcpy (&block, p, sizeof block);
  return block;
}

/**
 * tl_ascii_skip:
 * @p: bytes
 * @end: the end of them
 *
 * Returns: the first byte that is not ASCII, or @end
 */
static inline const char *
tl_ascii_skip (const char *p,
               const char *end)
{
  while (end - p >= TL_ASCII_BLOCK && (tl_ascii_load (p) & TL_ASCII_EACH (0x80)) == 0)
    p += TL_ASCII_BLOCK;
  while (p < end && (guint8) *p < 0x80)
    p++;
  return p;
}

/* Whether all of eight bytes are from a blank to a tilde: neither the next number nor that
 * which is a blank less has the highest bit, or one of them borrowed it. */
static inline gboolean
tl_ascii_is_printed (guint64 block)
{
  return ((block | (block + TL_ASCII_EACH (1)) | (block - TL_ASCII_EACH (' '))) & TL_ASCII_EACH (0x80)) == 0;
}

/**
 * tl_ascii_skip_plain:
 * @p: bytes
 * @end: the end of them
 *
 * Returns: the first byte that is not ASCII, or a control character other than a line's end
 *   and a tab; or @end
 */
static inline const char *
tl_ascii_skip_plain (const char *p,
                     const char *end)
{
  for (;;)
    {
      const char *stop;

      while (end - p >= TL_ASCII_BLOCK && tl_ascii_is_printed (tl_ascii_load (p)))
        p += TL_ASCII_BLOCK;
      stop = end - p > TL_ASCII_BLOCK ? p + TL_ASCII_BLOCK : end;
      while (p < stop && (((guint8) *p >= ' ' && (guint8) *p < 0x7f) || *p == '\n' || *p == '\t'))
        p++;
      if (p < stop || p == end)
        return p;
    }
}

/**
 * tl_ascii_find:
 * @text: bytes
 * @end: the end of them
 * @needle: what to look for: some bytes
 *
 * As g_strstr_len(), by its first byte: for what seldom stands there.
 *
 * Returns: (nullable): where it stands first
 */
static inline const char *
tl_ascii_find (const char *text,
               const char *end,
               const char *needle)
{
  gsize n = strlen (needle);

  for (const char *p = text; (gsize) (end - p) >= n; p++)
    {
      p = (const char *) memchr (p, *needle, (gsize) (end - p) - n + 1);
      if (p == NULL || memcmp (p, needle, n) == 0)
        return p;
    }
  return NULL;
}

G_END_DECLS
