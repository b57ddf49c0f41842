/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlDocumentFields:
 * @text: (transfer full): the text, valid UTF-8 in NFC with "\n" at line ends
 * @title: (transfer full) (nullable): the headline
 * @publisher: (transfer full) (nullable): who published it
 * @author: (transfer full) (nullable): who wrote it; several with ", " between them
 * @url: (transfer full) (nullable): where it stands in the web
 * @language: (transfer full) (nullable): ISO 639-1 code
 * @published: (transfer full) (nullable): the day it was published on, as the file's own
 *   data give it: "2017-11-23", or as much of it as is known
 * @date_line: (transfer full) (nullable): the words in which the file tells the day, where
 *   there is no @published; reading them is up to those who know about words
 * @story: the byte of @text that the story begins at, behind headline and menus
 * @provenance: for each fact where it comes from
 *
 * What a reader of a format found.
 */
typedef struct
{
  char         *text;
  char         *title;
  char         *publisher;
  char         *author;
  char         *url;
  char         *language;
  char         *published;
  char         *date_line;
  gsize         story;
  TlProvenance  provenance[TL_N_FACTS];
} TlDocumentFields;

void   tl_document_fields_clear (TlDocumentFields       *fields);
void   tl_document_fields_set   (TlDocumentFields       *fields,
                                 TlFact                  fact,
                                 const char             *value,
                                 TlProvenance            provenance);
void   tl_document_fields_take  (TlDocumentFields       *fields,
                                 TlFact                  fact,
                                 char                   *value,
                                 TlProvenance            provenance);
const char *tl_document_fields_get (const TlDocumentFields *fields,
                                    TlFact                  fact);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlDocumentFields, tl_document_fields_clear)

gboolean tl_document_check_size (guint64   size,
                                 guint64   limit,
                                 GError  **error);

TlDocument *tl_document_new (const char       *name,
                             const char       *uri,
                             const char       *part,
                             TlDocumentFields *fields);

G_END_DECLS
