/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlFileWalk:
 *
 * Walks over files and folders: the files of a folder in the order of their names, folders
 * in folders too, each folder once.  Blocks while it reads folders, so it belongs in a
 * thread; reads a folder when it comes to it, so that the first file is there at once.
 */
typedef struct _TlFileWalk TlFileWalk;

/**
 * TlFileStep:
 * @file: a file to read, or a link or folder that is not followed; owned by the walk
 * @refusal: (nullable): why it is not read, for people; %NULL for a file to read
 * @is_duplicate: it is a folder that was read already
 * @fraction: which part of the walk is done with it, 0 to 1
 *
 * What a walk comes to.
 */
typedef struct
{
  GFile      *file;
  const char *refusal;
  gboolean    is_duplicate;
  double      fraction;
} TlFileStep;

TlFileWalk *tl_file_walk_new         (GPtrArray     *files);
void        tl_file_walk_free        (TlFileWalk    *self);
gboolean    tl_file_walk_next        (TlFileWalk    *self,
                                      GCancellable  *cancellable,
                                      TlFileStep    *step);
guint       tl_file_walk_get_n_found (TlFileWalk    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFileWalk, tl_file_walk_free)

G_END_DECLS
