/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From a charset that is known to UTF-8.  Unlike g_convert() it gives nothing up for a broken
 * byte: it puts U+FFFD in its place, and drops what the end cuts in two.
 */

#include "tl-charset-convert.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* So much is made room for at a time. */
#define STEP 4096

/*
 * tl_charset_convert:
 * @data: bytes
 * @length: how many
 * @charset: a charset that iconv knows
 * @n_text: (out): how many bytes the text has
 * @n_broken: (out) (optional): how many bytes were none of the charset
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, %NULL where iconv has no such charset
 */
char *
tl_charset_convert (const guint8 *data,
                    gsize         length,
                    const char   *charset,
                    gsize        *n_text,
                    gsize        *n_broken)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);
  char *in = (char *) data, *out;
  gsize left = length, room, size, used, n = 0;
  gboolean is_flushed = FALSE;
  g_autofree char *text = NULL;

  if (converter == (GIConv) -1)
    return NULL;
  size = length + length / 2 + STEP;
  text = out = g_malloc (size);
  room = size - 1;
  while (!is_flushed)
    {
      gboolean is_end = left == 0;

      if (g_iconv (converter, is_end ? NULL : &in, is_end ? NULL : &left, &out, &room) != (gsize) -1)
        {
          is_flushed = is_end;
          continue;
        }
      if (errno == EINVAL)
        left = 0;
      else if (errno == EILSEQ && room >= sizeof REPLACEMENT)
        {
          memcpy (out, REPLACEMENT, sizeof REPLACEMENT - 1);
          out += sizeof REPLACEMENT - 1;
          room -= sizeof REPLACEMENT - 1;
          in++;
          left--;
          n++;
        }
      else if (errno != E2BIG && errno != EILSEQ)
        break;
      else
        {
          used = (gsize) (out - text);
          room += size / 2 + STEP;
          size += size / 2 + STEP;
          text = g_realloc (text, size);
          out = text + used;
        }
    }
  g_iconv_close (converter);

  *out = '\0';
  *n_text = (gsize) (out - text);
  if (n_broken != NULL)
    *n_broken = n;
  return g_utf8_validate_len (text, *n_text, NULL) ? g_steal_pointer (&text) : NULL;
}
