/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlSpan:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A run of a text, counted in bytes from its beginning.  Bytes, because that is
 * what C strings and token scanning need; code points, which the JSON output and
 * GtkTextBuffer count in, are made from them in one pass where they leave the program.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} TlSpan;

static inline gboolean
tl_span_is_empty (TlSpan span)
{
  return span.start >= span.end;
}

static inline gboolean
tl_span_overlaps (TlSpan a,
                  TlSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
tl_span_contains (TlSpan outer,
                  TlSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

G_END_DECLS
