/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-copy-desk.h"
#include "tl-file-walk.h"
#include "tl-import-job.h"
#include "tl-import-queue.h"
#include "tl-take-back.h"

G_BEGIN_DECLS

/* Reading takes several times as long as storing; more than this many readers would only
 * wait for the one that stores. */
#define TL_IMPORT_MAX_READERS 4

struct _TlImportJob
{
  gatomicrefcount   n_references;       /* its owner, and each reader that runs */
  char             *path;       /* owned */
  GCancellable     *cancellable;        /* owned, nullable */
  guint             n_readers;
  TlImportQueue    *queue;      /* owned */
  GMutex            walk_lock;  /* guards the walk and the number */
  TlFileWalk       *walk;       /* owned */
  guint64           next_number;
  double            walk_fraction;      /* which part of the walk was handed out */
  guint             n_parts;            /* results of files beyond the first of each */
  const TlFetchRules *rules;            /* NULL where links are not followed */

  /* Only the thread that stores uses these. */
  TlDatabase       *database;
  TlEntityDesk     *desk;       /* owned, NULL before it is needed */
  TlCopyDesk       *copies;
  TlTakeBack       *back;
  gboolean          has_decided;        /* whether decisions were taken over */
  gboolean          are_references_checked;     /* foreign keys, by SQLite */
  gint64            act;        /* by what the history knows it; 0 while it brought nothing */
  GPtrArray        *batch;      /* owned: TlImportResult */
  gsize             batch_size;
  gint64            batch_deadline;

  GMutex            progress_lock;      /* guards all below */
  gint64            cancelled_at;       /* 0: it was not yet */
  TlImportProgress  progress;
  gboolean          has_progress;
  guint64           fetching;           /* the number of the link that the progress tells of */
};

/* tl-import-job.c */
gboolean tl_import_job_is_out_of_time (TlImportJob *self);
void     tl_import_job_report_failure (TlImportJob    *self,
                                       TlImportResult *result);

/* tl-import-official.c */
gboolean tl_import_official_store (TlImportJob     *self,
                                   TlImportResult  *result,
                                   GError         **error);

/* tl-import-readers.c */
void tl_import_readers_start (TlImportJob  *self,
                              GThread     **readers);
void tl_import_readers_end   (TlImportJob  *self,
                              GThread     **readers);

G_END_DECLS
