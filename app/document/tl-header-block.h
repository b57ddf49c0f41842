/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlHeaderBlock:
 *
 * Lines of "Name: value" as WARC and HTTP have them, up to a blank one.
 */
typedef struct _TlHeaderBlock TlHeaderBlock;

TlHeaderBlock *tl_header_block_new    (const guint8  *data,
                                       gsize          length,
                                       gsize         *end);
void           tl_header_block_free   (TlHeaderBlock *self);
const char    *tl_header_block_get    (TlHeaderBlock *self,
                                       const char    *name);
char          *tl_header_block_dup_type    (TlHeaderBlock *self,
                                            const char    *name);
char          *tl_header_block_dup_charset (TlHeaderBlock *self,
                                            const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHeaderBlock, tl_header_block_free)

G_END_DECLS
