/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an article names one entity, in a few bytes: for each mention how far it is from the
 * end of the one before, and how long; numbers in seven bits a byte, the lowest first, with
 * the eighth set where more follow. */

#include "tl-mention-blob.h"

/* Of a number that a span has. */
#define MAX_SIZE 5

static guint8 *
write_number (guint8  *bytes,
              guint32  number)
{
  for (; number > 0x7f; number >>= 7)
    *bytes++ = (guint8) (number & 0x7f) | 0x80;
  *bytes++ = (guint8) number;
  return bytes;
}

/**
 * tl_mentions_pack:
 * @spans: (array length=n_spans): where the mentions stand, in the text's order
 * @n_spans: how many there are
 *
 * Returns: (transfer full): the same in a few bytes
 */
GBytes *
tl_mentions_pack (const TlSpan *spans,
                  guint         n_spans)
{
  guint8 *bytes = g_malloc ((gsize) MAX (n_spans, 1) * 2 * MAX_SIZE);
  guint8 *end_of_bytes = bytes;
  guint32 position = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      /* Mentions that overlap are only in readings from elsewhere: they are put side by side. */
      guint32 start = MAX (spans[i].start, position);
      guint32 end = MAX (spans[i].end, start);

      end_of_bytes = write_number (end_of_bytes, start - position);
      end_of_bytes = write_number (end_of_bytes, end - start);
      position = end;
    }
  return g_bytes_new_take (bytes, (gsize) (end_of_bytes - bytes));
}

static gboolean
read_number (const guint8 **p,
             const guint8  *end,
             guint64       *number)
{
  *number = 0;
  for (guint shift = 0; *p < end && shift < 63; shift += 7)
    {
      guint8 byte = *(*p)++;

      *number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_mentions_unpack:
 * @bytes: (nullable): what tl_mentions_pack() gave, or anything
 * @text_length: of the text, in bytes
 *
 * Returns: (transfer full) (element-type TlSpan): where the mentions stand, within the text
 *   whatever @bytes hold
 */
GArray *
tl_mentions_unpack (GBytes *bytes,
                    gsize   text_length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  gsize size = 0;
  const guint8 *p = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  const guint8 *end = p != NULL ? p + size : NULL;
  guint64 position = 0, gap, length;

  while (p < end && read_number (&p, end, &gap) && read_number (&p, end, &length))
    {
      TlSpan span;

      if (gap > text_length - position || length > text_length - position - gap)
        break;
      span.start = (gsize) (position + gap);
      span.end = (gsize) (position + gap + length);
      position = span.end;
      g_array_append_val (spans, span);
    }
  return spans;
}
