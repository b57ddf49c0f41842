/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-packed.h"

G_BEGIN_DECLS

/**
 * TlPartStream:
 *
 * The bytes of a part one after the other, for what reads streams.  What they are read from
 * has to last as long.
 */
#define TL_TYPE_PART_STREAM (tl_part_stream_get_type ())
G_DECLARE_FINAL_TYPE (TlPartStream, tl_part_stream, TL, PART_STREAM, GInputStream)

GInputStream *tl_part_stream_new            (const TlPart *part,
                                             guint64       max_size);
GInputStream *tl_part_stream_new_for_packed (const guint8 *data,
                                             gsize         length,
                                             TlPacked     *packed,
                                             guint64       max_size);

G_END_DECLS
