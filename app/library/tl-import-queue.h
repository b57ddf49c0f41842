/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-copy-print.h"
#include "tl-export-line.h"
#include "tl-official.h"
#include "tl-search-words.h"

G_BEGIN_DECLS

/**
 * TlImportResult:
 * @number: the place of its file in the order of the files, from 0 without gaps
 * @is_last: whether the file brings no more results
 * @file: the file
 * @part: (nullable): which part of the file it is about
 * @article: (nullable): what was read from it
 * @print: (nullable): by which its copies are known, where there is an article
 * @words: (nullable): what it is found by, where there is an article
 * @packed: (nullable): what the library keeps of it, where there is an article
 * @message: (nullable): why it was not read, for people; where neither this nor @article
 *   is set, reading it was given up, or all of the file was told before
 * @is_duplicate: it was not read because it was read already
 * @article_id: the article in the library with the same text, 0 where it is not known
 * @line: (nullable): how the article stands in an exported library, where it comes from one
 * @acts: (nullable) (element-type TlExportLine): what follows it there of decisions
 * @official: (nullable) (element-type TlOfficialValue): what a table of statistics says
 * @official_name: (nullable): what that is called, where it is not by the file and @part
 * @official_added: when a table with such a name was imported, 0 where that is not known
 * @fraction: which part of the import is done with it
 * @n_found: how many files were known when it was read
 */
typedef struct
{
  guint64    number;
  gboolean   is_last;
  GFile     *file;
  char      *part;
  TlArticle *article;
  TlCopyPrint *print;
  TlSearchWords *words;
  GBytes    *packed;
  char      *message;
  gboolean   is_duplicate;
  gint64     article_id;
  TlExportLine *line;
  GPtrArray *acts;
  GArray    *official;
  char      *official_name;
  gint64     official_added;
  double     fraction;
  guint      n_found;
} TlImportResult;

void  tl_import_result_free     (TlImportResult *result);
gsize tl_import_result_get_size (TlImportResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportResult, tl_import_result_free)

/**
 * TlImportQueue:
 *
 * Brings results from the threads that read to the one that stores, in the order of the
 * files however long each of them took; a file may bring any number of them.  Holds so
 * many, and no more: a reader that is faster waits, whatever was dropped on the window.
 */
typedef struct _TlImportQueue TlImportQueue;

TlImportQueue  *tl_import_queue_new    (guint           n_readers);
void            tl_import_queue_free   (TlImportQueue  *self);
gboolean        tl_import_queue_push   (TlImportQueue  *self,
                                        TlImportResult *result);
void            tl_import_queue_finish (TlImportQueue  *self);
void            tl_import_queue_close  (TlImportQueue  *self);
TlImportResult *tl_import_queue_pop    (TlImportQueue  *self,
                                        gint64          deadline,
                                        gboolean       *at_end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportQueue, tl_import_queue_free)

G_END_DECLS
