/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlMemoryFile:
 *
 * What comes without being a file: what was selected in a page, text from the clipboard.
 * It goes wherever files go that are to be read, and is read by tl_documents_load().
 * Immutable.
 */
#define TL_TYPE_MEMORY_FILE (tl_memory_file_get_type ())
G_DECLARE_FINAL_TYPE (TlMemoryFile, tl_memory_file, TL, MEMORY_FILE, GObject)

TlMemoryFile *tl_memory_file_new            (const char   *name,
                                             GBytes       *bytes,
                                             const char   *media_type,
                                             const char   *charset,
                                             const char   *address);
const char   *tl_memory_file_get_name       (TlMemoryFile *self);
GBytes       *tl_memory_file_get_bytes      (TlMemoryFile *self);
const char   *tl_memory_file_get_media_type (TlMemoryFile *self);
const char   *tl_memory_file_get_charset    (TlMemoryFile *self);
const char   *tl_memory_file_get_address    (TlMemoryFile *self);

G_END_DECLS
