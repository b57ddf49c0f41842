/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlClaim:
 * @wants: whether a file, or a member of one, is wanted: by its name, or %NULL, and its first
 *   bytes; asked of each, so it has to be quick
 * @take: reads one that is wanted to its end, or as far as it likes, and tells what is in it by
 *   itself; %FALSE with @error set where it can't be read, %G_IO_ERROR_CANCELLED where nothing
 *   more is wanted at all
 * @max_size: the most bytes that one of them has
 *
 * What somebody reads himself of what tl_documents_load() comes across, because it is no document:
 * a table.  It is never in memory as a whole.
 */
typedef struct
{
  gboolean (*wants) (const char    *name,
                     const guint8  *data,
                     gsize          length);
  gboolean (*take)  (const char    *name,
                     const char    *part,
                     double         progress,
                     GInputStream  *stream,
                     gpointer       user_data,
                     GError       **error);
  guint64   max_size;
} TlClaim;

gboolean tl_documents_load_claiming (GFile           *file,
                                     const TlClaim   *claim,
                                     GCancellable    *cancellable,
                                     TlDocumentFunc   func,
                                     gpointer         user_data,
                                     GError         **error);

G_END_DECLS
