/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-private.h"

G_BEGIN_DECLS

/**
 * TlPart:
 * @data: its bytes; where @fd is not -1 only the first of them, enough to tell the format
 * @length: how many are at @data
 * @fd: -1, or the open file at its beginning, for the formats that are read piece by piece
 * @name: (nullable): what it is called: the name of a file, a member, an attachment
 * @media_type: (nullable): what it is said to be: "text/html"
 * @charset: (nullable): in which charset it is said to be
 * @facts: (nullable): what is known of it from outside: the header of a mail, the entry
 *   of a feed; stands in where the part itself tells nothing
 *
 * What a reader reads: a file, or a part of one.  Everything is the caller's.
 */
typedef struct
{
  const guint8           *data;
  gsize                   length;
  int                     fd;
  const char             *name;
  const char             *media_type;
  const char             *charset;
  const TlDocumentFields *facts;
} TlPart;

#define TL_PART_INIT { .fd = -1 }

/* tl-document-load.c */
gboolean tl_documents_load_bytes (GBytes          *bytes,
                                  const TlPart    *part,
                                  const char      *uri,
                                  const char      *address,
                                  GCancellable    *cancellable,
                                  TlDocumentFunc   func,
                                  gpointer         user_data,
                                  GError         **error);

G_END_DECLS
