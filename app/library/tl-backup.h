/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlBackup:
 * @path: the file
 * @number: the higher, the later
 * @made: when it was made by the clock of that moment, in seconds since 1970
 *
 * A backup of a library.
 */
typedef struct
{
  char   *path;
  guint   number;
  gint64  made;
} TlBackup;

#define TL_BACKUP_KEPT 3

GPtrArray *tl_backup_list      (const char    *library_path);
char      *tl_backup_dup_folder (const char   *library_path);
gboolean   tl_backup_is_one    (const char    *path);
gboolean   tl_backup_is_due    (const char    *library_path,
                                gint64         now);
gboolean   tl_backup_make      (const char    *library_path,
                                gint64         now,
                                char         **made,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
