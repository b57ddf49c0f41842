/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlArchiveNames:
 *
 * Reads the names of an archive's members, which are in whatever charset the system used
 * that packed it, and tells the charset from all of them together.
 */
typedef struct _TlArchiveNames TlArchiveNames;

TlArchiveNames *tl_archive_names_new  (void);
void            tl_archive_names_free (TlArchiveNames *self);
void            tl_archive_names_note (TlArchiveNames *self,
                                       const char     *name);
char           *tl_archive_names_read (TlArchiveNames *self,
                                       const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArchiveNames, tl_archive_names_free)

G_END_DECLS
