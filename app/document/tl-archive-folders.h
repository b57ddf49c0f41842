/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlArchiveFolders:
 *
 * The folders of an archive that belong to pages beside them.
 */
typedef struct _TlArchiveFolders TlArchiveFolders;

TlArchiveFolders *tl_archive_folders_new   (void);
void              tl_archive_folders_free  (TlArchiveFolders *self);
void              tl_archive_folders_note  (TlArchiveFolders *self,
                                            const char       *path);
gboolean          tl_archive_folders_holds (TlArchiveFolders *self,
                                            const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArchiveFolders, tl_archive_folders_free)

G_END_DECLS
