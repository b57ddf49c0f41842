/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlOffsets:
 *
 * Converts between bytes and code points of one text: spans count bytes, JSON and
 * GtkTextBuffer code points.  Made in one pass; then every conversion looks at no more
 * than a few dozen bytes.
 */
typedef struct _TlOffsets TlOffsets;

TlOffsets *tl_offsets_new      (const char *text,
                                gsize       length);
void       tl_offsets_free     (TlOffsets  *self);
guint      tl_offsets_to_chars (TlOffsets  *self,
                                gsize       n_bytes);
gsize      tl_offsets_to_bytes (TlOffsets  *self,
                                guint       n_chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOffsets, tl_offsets_free)

G_END_DECLS
