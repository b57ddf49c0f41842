/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlWire:
 * @at: what was not taken yet
 * @n_left: how many bytes that is
 * @is_bad: whether something was not as it has to be; nothing more is taken then
 *
 * Bytes from another process, taken apart.  Whatever they are, nothing is read beyond them, and
 * no more memory is used than a small multiple of what there is.
 */
typedef struct
{
  const guint8 *at;
  gsize         n_left;
  gboolean      is_bad;
} TlWire;

#define TL_WIRE_INIT(data, length) { (data), (length), FALSE }

void     tl_wire_put_number    (GByteArray *bytes,
                                guint32     number);
void     tl_wire_put_text      (GByteArray *bytes,
                                const char *text,
                                gsize       max_length);
void     tl_wire_put_fraction  (GByteArray *bytes,
                                double      fraction);
guint32  tl_wire_take_number   (TlWire     *wire,
                                guint32     max);
char    *tl_wire_take_text     (TlWire     *wire,
                                gsize       max_length);
double   tl_wire_take_fraction (TlWire     *wire);
gboolean tl_wire_is_done       (TlWire     *wire);

G_END_DECLS
