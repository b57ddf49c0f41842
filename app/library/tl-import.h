/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlImportFailure:
 * @file: the file
 * @part: (nullable): which part of the file it is, "bulletins/march.html"; %NULL for the file
 *   itself
 * @message: why it was not read, for people
 * @is_duplicate: it was read, and is in the library already
 * @article_id: as this article; 0 where it is none
 */
typedef struct
{
  GFile   *file;
  char    *part;
  char    *message;
  gboolean is_duplicate;
  gint64   article_id;
} TlImportFailure;

char *tl_import_failure_dup_name (const TlImportFailure *failure);

/**
 * TlImport:
 *
 * A running import of files and folders, in the background.
 *
 * Properties, notified in the main thread: "fraction" (0 to 1), "n-found" (articles and
 * files found so far), "n-done" (read, failed or skipped), "n-added" (stored, and safe),
 * "site" (that a page is being fetched from), "n-bytes" (that came of it).
 */
#define TL_TYPE_IMPORT (tl_import_get_type ())
G_DECLARE_FINAL_TYPE (TlImport, tl_import, TL, IMPORT, GObject)

TlImport  *tl_import_new          (TlLibrary            *library,
                                   GListModel           *files);
void       tl_import_follow_links (TlImport             *self,
                                   const TlFetchRules   *rules);
void       tl_import_run_async    (TlImport             *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean   tl_import_run_finish   (TlImport             *self,
                                   GAsyncResult         *result,
                                   GError              **error);
double     tl_import_get_fraction (TlImport             *self);
const char *tl_import_get_site    (TlImport             *self);
guint64    tl_import_get_n_bytes  (TlImport             *self);
guint      tl_import_get_n_found  (TlImport             *self);
guint      tl_import_get_n_done   (TlImport             *self);
guint      tl_import_get_n_expected (TlImport           *self);
guint      tl_import_get_rate     (TlImport             *self);
gint64     tl_import_get_seconds_left (TlImport         *self);
guint      tl_import_get_n_added  (TlImport             *self);
guint      tl_import_get_n_official (TlImport             *self);
GArray    *tl_import_get_tables     (TlImport             *self);
gint64     tl_import_get_act        (TlImport             *self);
guint      tl_import_get_n_decisions (TlImport          *self);
GArray    *tl_import_get_added    (TlImport             *self);
guint      tl_import_get_n_failures (TlImport           *self);
GPtrArray *tl_import_get_failures (TlImport             *self);

G_END_DECLS
