/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCopyIndex:
 *
 * Finds, among the sketches of very many texts, those that may be copies of one.
 */
typedef struct _TlCopyIndex TlCopyIndex;

TlCopyIndex *tl_copy_index_new  (void);
void         tl_copy_index_free (TlCopyIndex *self);
void         tl_copy_index_reserve (TlCopyIndex *self,
                                    gsize        n_hashes);
void         tl_copy_index_add  (TlCopyIndex *self,
                                 gint64       id,
                                 GBytes      *sketch);
void         tl_copy_index_find (TlCopyIndex *self,
                                 GBytes      *sketch,
                                 GArray      *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopyIndex, tl_copy_index_free)

G_END_DECLS
