/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-set.h"
#include "tl-database.h"
#include "tl-export-job.h"

G_BEGIN_DECLS

/**
 * TlExportOut:
 * @database: the library, as it is at one moment
 * @choice: what leaves it
 * @articles: (element-type gint64): the chosen articles, none of them removed, by their ids
 * @chosen: the same
 * @text: what is not written yet
 *
 * An export that is running.
 */
typedef struct
{
  TlDatabase           *database;
  const TlExportChoice *choice;
  GArray               *articles;
  TlArticleSet         *chosen;
  GString              *text;
  GOutputStream        *stream;
  TlExportProgressFunc  progress;
  gpointer              user_data;
  GCancellable         *cancellable;
  guint                 n_done;
  TlExportResult        outcome;
} TlExportOut;

gboolean tl_export_out_flush     (TlExportOut  *self,
                                  GError      **error);
gboolean tl_export_out_done      (TlExportOut  *self,
                                  GError      **error);
void     tl_export_out_damaged   (TlExportOut  *self,
                                  gint64        id);

/* One for each kind of format. */
gboolean tl_export_out_articles  (TlExportOut  *self,
                                  GError      **error);
gboolean tl_export_out_decisions (TlExportOut  *self,
                                  GError      **error);
gboolean tl_export_out_official  (TlExportOut  *self,
                                  GError      **error);
gboolean tl_export_out_figures   (TlExportOut  *self,
                                  GError      **error);
gboolean tl_export_out_citations (TlExportOut  *self,
                                  GError      **error);

G_END_DECLS
