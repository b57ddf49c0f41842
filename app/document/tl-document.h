/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-provenance.h"

G_BEGIN_DECLS

/**
 * TL_DOCUMENT_MAX_SIZE:
 *
 * The most bytes that are read of one document: no article is longer, and what is
 * longer is no article.  Files that hold many, as archives do, may be larger.
 */
#define TL_DOCUMENT_MAX_SIZE (32 * 1024 * 1024)

/**
 * TL_DOCUMENT_MAX_TEXT:
 *
 * The most bytes of plain text that are taken for an article; a page may have pictures
 * in it, text has not.
 */
#define TL_DOCUMENT_MAX_TEXT (16 * 1024 * 1024)

/**
 * TlDocumentError:
 * @TL_DOCUMENT_ERROR_EMPTY: there is no text in it
 * @TL_DOCUMENT_ERROR_TOO_LARGE: it is larger than %TL_DOCUMENT_MAX_SIZE, or its text than
 *   %TL_DOCUMENT_MAX_TEXT
 * @TL_DOCUMENT_ERROR_NOT_TEXT: it is of a format that is not read
 * @TL_DOCUMENT_ERROR_CHARSET: its bytes are text in no known encoding
 * @TL_DOCUMENT_ERROR_BROKEN: it is of a format that is read, but damaged or cut off
 * @TL_DOCUMENT_ERROR_ENCRYPTED: it can't be read without a password
 * @TL_DOCUMENT_ERROR_CRASHED: what reads it broke down
 * @TL_DOCUMENT_ERROR_TOO_SLOW: reading it would not end
 * @TL_DOCUMENT_ERROR_TOO_HUNGRY: reading it takes more memory than it is given
 *
 * Why a file is no document.  What the file system says keeps its %G_IO_ERROR.
 */
typedef enum
{
  TL_DOCUMENT_ERROR_EMPTY,
  TL_DOCUMENT_ERROR_TOO_LARGE,
  TL_DOCUMENT_ERROR_NOT_TEXT,
  TL_DOCUMENT_ERROR_CHARSET,
  TL_DOCUMENT_ERROR_BROKEN,
  TL_DOCUMENT_ERROR_ENCRYPTED,
  TL_DOCUMENT_ERROR_CRASHED,
  TL_DOCUMENT_ERROR_TOO_SLOW,
  TL_DOCUMENT_ERROR_TOO_HUNGRY,
} TlDocumentError;

#define TL_DOCUMENT_N_ERRORS (TL_DOCUMENT_ERROR_TOO_HUNGRY + 1)

#define TL_DOCUMENT_ERROR (tl_document_error_quark ())

GQuark tl_document_error_quark (void);

/**
 * TlDocument:
 *
 * The text of a file and what the file says of itself.  Immutable.
 */
#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/**
 * TlDocumentNews:
 * @document: (nullable): a document, where one was read
 * @part: (nullable): which part of the file it is about, "bulletins/march.html"; %NULL for
 *   the file itself
 * @failure: (nullable): why this part could not be read, where it could not
 * @progress: which part of the file was read by now, 0 to 1, where its reader knows
 *
 * What tl_documents_load() tells while it reads.
 */
typedef struct
{
  TlDocument   *document;
  const char   *part;
  const GError *failure;
  double        progress;
} TlDocumentNews;

/**
 * TlDocumentFunc:
 * @news: what was read, or could not be; the caller's
 * @user_data: what was given
 *
 * Returns: whether to go on
 */
typedef gboolean (*TlDocumentFunc) (const TlDocumentNews *news,
                                    gpointer              user_data);

gboolean      tl_documents_load           (GFile             *file,
                                           GCancellable      *cancellable,
                                           TlDocumentFunc     func,
                                           gpointer           user_data,
                                           GError           **error);
TlDocument   *tl_document_load            (GFile             *file,
                                           GCancellable      *cancellable,
                                           GError           **error);
TlDocument   *tl_document_new_from_data   (const char        *name,
                                           const guint8      *data,
                                           gsize              length,
                                           GError           **error);
TlDocument   *tl_document_new_from_facts  (const char         *uri,
                                           const char         *part,
                                           const char         *text,
                                           gsize               story,
                                           const char *const  *values,
                                           const TlProvenance *provenance);
const char   *tl_document_get_name        (TlDocument        *self);
const char   *tl_document_get_uri         (TlDocument        *self);
const char   *tl_document_get_part        (TlDocument        *self);
const char   *tl_document_get_text        (TlDocument        *self);
const char   *tl_document_get_title       (TlDocument        *self);
const char   *tl_document_get_publisher   (TlDocument        *self);
const char   *tl_document_get_author      (TlDocument        *self);
const char   *tl_document_get_url         (TlDocument        *self);
const char   *tl_document_get_language    (TlDocument        *self);
const char   *tl_document_get_published   (TlDocument        *self);
const char   *tl_document_get_date_line   (TlDocument        *self);
gsize         tl_document_get_story       (TlDocument        *self);
TlProvenance  tl_document_get_provenance  (TlDocument        *self,
                                           TlFact             fact);

G_END_DECLS
