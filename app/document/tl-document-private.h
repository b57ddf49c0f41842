/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TlDocumentFields:
 * @text: (transfer full): the text, valid UTF-8 in NFC with "\n" at line ends
 * @title: (transfer full) (nullable): the headline
 * @publisher: (transfer full) (nullable): who published it
 * @author: (transfer full) (nullable): who wrote it
 * @url: (transfer full) (nullable): where it stands in the web
 * @language: (transfer full) (nullable): ISO 639-1 code
 * @story: the byte of @text that the story begins at, behind headline and menus
 *
 * What a reader of a format found.
 */
typedef struct
{
  char  *text;
  char  *title;
  char  *publisher;
  char  *author;
  char  *url;
  char  *language;
  gsize  story;
} TlDocumentFields;

void tl_document_fields_clear (TlDocumentFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlDocumentFields, tl_document_fields_clear)

gboolean tl_document_check_size (guint64   size,
                                 guint64   limit,
                                 GError  **error);

TlDocument *tl_document_new_named (const char    *name,
                                   const char    *uri,
                                   const guint8  *data,
                                   gsize          length,
                                   GError       **error);

G_END_DECLS
