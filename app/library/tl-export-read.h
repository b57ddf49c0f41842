/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-export-line.h"

G_BEGIN_DECLS

/**
 * TlExportNews:
 * @line: (transfer full) (nullable): a line
 * @number: its number, the first is 1
 * @failure: (nullable): why it is none, where it is none
 * @progress: which part of the file was read by now, 0 to 1
 *
 * What tl_export_read() tells while it reads.
 */
typedef struct
{
  TlExportLine *line;
  guint64       number;
  const GError *failure;
  double        progress;
} TlExportNews;

/**
 * TlExportReadFunc:
 * @news: what was read
 * @user_data: what was given
 *
 * Returns: whether to go on
 */
typedef gboolean (*TlExportReadFunc) (const TlExportNews *news,
                                      gpointer            user_data);

gboolean tl_export_is   (GFile             *file,
                         GCancellable      *cancellable);
gboolean tl_export_read (GFile             *file,
                         GCancellable      *cancellable,
                         TlExportReadFunc   func,
                         gpointer           user_data,
                         GError           **error);

G_END_DECLS
