/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

#include <archive.h>

G_BEGIN_DECLS

/**
 * TlPackedKind:
 * @TL_PACKED_FILES: an archive with files in it
 * @TL_PACKED_BYTES: one run of bytes, packed or not
 *
 * What a packed part is opened as.
 */
typedef enum
{
  TL_PACKED_FILES,
  TL_PACKED_BYTES,
} TlPackedKind;

/**
 * TlPacked:
 *
 * A part that libarchive unpacks from memory or from its descriptor, whichever it has.
 */
typedef struct _TlPacked TlPacked;

TlPacked       *tl_packed_new         (const TlPart  *part,
                                       TlDelivery    *delivery,
                                       TlPackedKind   kind,
                                       GError       **error);
void            tl_packed_free        (TlPacked      *self);
struct archive *tl_packed_get_archive (TlPacked      *self);
gboolean        tl_packed_next        (TlPacked              *self,
                                       struct archive_entry **entry,
                                       GError               **error);
gboolean        tl_packed_read        (TlPacked      *self,
                                       const guint8 **data,
                                       gsize         *length,
                                       goffset       *offset,
                                       GError       **error);
gboolean        tl_packed_fail        (TlPacked      *self,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPacked, tl_packed_free)

G_END_DECLS
