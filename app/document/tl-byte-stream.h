/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

/**
 * TlByteStream:
 *
 * The bytes of a part in order, unpacked if they are packed, of which only some are in
 * memory.
 */
typedef struct _TlByteStream TlByteStream;

TlByteStream *tl_byte_stream_new       (const TlPart  *part,
                                        TlDelivery    *delivery,
                                        GError       **error);
void          tl_byte_stream_free      (TlByteStream  *self);
gboolean      tl_byte_stream_fill      (TlByteStream  *self,
                                        gsize          wanted,
                                        const guint8 **data,
                                        gsize         *length,
                                        GError       **error);
void          tl_byte_stream_take      (TlByteStream  *self,
                                        gsize          length);
gboolean      tl_byte_stream_skip      (TlByteStream  *self,
                                        guint64        length,
                                        GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlByteStream, tl_byte_stream_free)

G_END_DECLS
