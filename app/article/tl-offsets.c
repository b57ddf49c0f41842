/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-offsets.h"

#include "tl-ascii.h"

/* A mark is kept every so many bytes. */
#define STEP 64

struct _TlOffsets
{
  const char *text;             /* not owned */
  gsize       length;
  guint      *marks;            /* code points that begin before byte i * STEP */
  gsize       n_marks;
};

static inline gboolean
begins_char (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/* How many of eight bytes begin a character. */
static inline guint
count_begins (guint64 block)
{
  guint64 others = (block >> 7) & (~block >> 6) & TL_ASCII_EACH (1);

  return (guint) sizeof block - (guint) ((others * TL_ASCII_EACH (1)) >> 56);
}

/**
 * tl_offsets_new:
 * @text: valid UTF-8, to be kept as long as the result is used
 * @length: its bytes
 *
 * Returns: (transfer full): the converter for @text
 */
TlOffsets *
tl_offsets_new (const char *text,
                gsize       length)
{
  TlOffsets *self = g_new0 (TlOffsets, 1);
  guint n_chars = 0;
  gsize i = 0;

  self->text = text;
  self->length = length;
  self->n_marks = length / STEP + 1;
  self->marks = g_new (guint, self->n_marks);
  for (; i + STEP <= length; i += STEP)
    {
      self->marks[i / STEP] = n_chars;
      for (gsize k = i; k < i + STEP; k += sizeof (guint64))
        n_chars += count_begins (tl_ascii_load (text + k));
    }
  self->marks[i / STEP] = n_chars;
  return self;
}

/**
 * tl_offsets_free:
 * @self: (transfer full): a converter
 */
void
tl_offsets_free (TlOffsets *self)
{
  g_free (self->marks);
  g_free (self);
}

/**
 * tl_offsets_to_chars:
 * @self: a converter
 * @n_bytes: an offset in bytes; one behind the end counts as the end
 *
 * Returns: how many code points begin before it
 */
guint
tl_offsets_to_chars (TlOffsets *self,
                     gsize      n_bytes)
{
  guint n_chars;

  n_bytes = MIN (n_bytes, self->length);
  n_chars = self->marks[n_bytes / STEP];
  for (gsize i = n_bytes - n_bytes % STEP; i < n_bytes; i++)
    n_chars += begins_char (self->text[i]);
  return n_chars;
}

/**
 * tl_offsets_to_bytes:
 * @self: a converter
 * @n_chars: an offset in code points; one behind the end counts as the end
 *
 * Returns: the byte that code point begins with
 */
gsize
tl_offsets_to_bytes (TlOffsets *self,
                     guint      n_chars)
{
  gsize low = 0, high = self->n_marks - 1;
  gsize offset;
  guint n;

  /* The last mark with no more code points before it. */
  while (low < high)
    {
      gsize middle = low + (high - low + 1) / 2;

      if (self->marks[middle] <= n_chars)
        low = middle;
      else
        high = middle - 1;
    }

  n = self->marks[low];
  for (offset = low * STEP; offset < self->length; offset++)
    {
      if (begins_char (self->text[offset]))
        {
          if (n == n_chars)
            break;
          n++;
        }
    }
  return offset;
}
