/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-correction.h"
#include "tl-import.h"

G_BEGIN_DECLS

/**
 * TlImportProgress:
 * @added: (element-type TlArticleKey): what was stored since the last time
 * @failures: (element-type TlImportFailure): what was not, since the last time
 * @n_failures: how many were not, since the last time; more than in @failures when there
 *   are so many that nobody will read them
 * @n_found: how many files were found so far
 * @fraction: which part is done, 0 to 1
 * @site: (nullable): the site that a page is being fetched from
 * @n_bytes: how much has come of that page
 * @moves: (element-type TlMove): what was corrected of articles that were there, since the last
 *   time
 * @n_decisions: how many acts of decisions were taken over, since the last time
 * @n_official: how many official figures were stored, since the last time
 * @tables: (element-type gint64): the tables that these are in
 * @act: by what the history knows the import; 0 while it brought nothing
 */
typedef struct
{
  GArray    *added;
  GPtrArray *failures;
  guint      n_failures;
  guint      n_found;
  double     fraction;
  char      *site;
  guint64    n_bytes;
  GArray    *moves;
  guint      n_decisions;
  guint      n_official;
  GArray    *tables;
  gint64     act;
} TlImportProgress;

void tl_import_progress_init  (TlImportProgress *progress,
                               guint             n_found,
                               double            fraction);
void tl_import_progress_clear (TlImportProgress *progress);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlImportProgress, tl_import_progress_clear)

void tl_import_failure_free (TlImportFailure *failure);

/* The most failures that are kept. */
#define TL_IMPORT_MAX_FAILURES 10000

/**
 * TlImportJob:
 *
 * The part of an import that works in threads: some read files, one stores what was read.
 */
typedef struct _TlImportJob TlImportJob;

TlImportJob *tl_import_job_new  (const char       *path,
                                 GPtrArray        *files,
                                 const TlFetchRules *rules);
void         tl_import_job_free (TlImportJob      *self);
gboolean     tl_import_job_run  (TlImportJob      *self,
                                 GCancellable     *cancellable,
                                 GError          **error);
gboolean     tl_import_job_take_progress (TlImportJob      *self,
                                          TlImportProgress *progress);

G_END_DECLS
