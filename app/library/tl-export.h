/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export-job.h"
#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlExport:
 *
 * An export from a library into a file, in the background.
 *
 * Properties, notified in the main thread: "fraction" (0 to 1).
 */
#define TL_TYPE_EXPORT (tl_export_get_type ())
G_DECLARE_FINAL_TYPE (TlExport, tl_export, TL, EXPORT, GObject)

TlExport *tl_export_new          (TlLibrary             *library,
                                  const TlExportChoice  *choice);
void      tl_export_run_async    (TlExport              *self,
                                  GFile                 *file,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean  tl_export_run_finish   (TlExport              *self,
                                  GAsyncResult          *result,
                                  TlExportResult        *outcome,
                                  GError               **error);
double    tl_export_get_fraction (TlExport              *self);
GFile    *tl_export_get_file     (TlExport              *self);

G_END_DECLS
