/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-copy-print.h"
#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlCopyDesk:
 *
 * Finds out of many articles, while they are stored, which carry a story that another one in
 * the library carries.
 */
typedef struct _TlCopyDesk TlCopyDesk;

TlCopyDesk *tl_copy_desk_new      (TlDatabase         *database);
void        tl_copy_desk_free     (TlCopyDesk         *self);
void        tl_copy_desk_begin    (TlCopyDesk         *self);
gboolean    tl_copy_desk_add      (TlCopyDesk         *self,
                                   gint64              article_id,
                                   const TlCopyPrint  *print,
                                   GError            **error);
gboolean    tl_copy_desk_catch_up (TlCopyDesk         *self,
                                   guint               n_articles,
                                   gboolean           *at_end,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopyDesk, tl_copy_desk_free)

G_END_DECLS
