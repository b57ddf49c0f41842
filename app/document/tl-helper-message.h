/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-part.h"
#include "tl-wire.h"

G_BEGIN_DECLS

/**
 * TlHelperKind:
 * @TL_HELPER_READ: to a helper: read the file whose descriptor comes along
 * @TL_HELPER_READY: a helper has started; with what it is shut off from
 * @TL_HELPER_PART: a part of a container is begun
 * @TL_HELPER_NEWS: a document, or why a part can't be read
 * @TL_HELPER_TICK: it goes on, and nothing is to be told yet
 * @TL_HELPER_TABLE: a part that the other end reads by itself; its bytes follow
 * @TL_HELPER_BYTES: some of them
 * @TL_HELPER_BYTES_END: that was all of them, or all that can be read
 * @TL_HELPER_DONE: the file was read, or can't be
 *
 * What goes between the program and the helper process that reads for it.
 */
typedef enum
{
  TL_HELPER_READ,
  TL_HELPER_READY,
  TL_HELPER_PART,
  TL_HELPER_NEWS,
  TL_HELPER_TICK,
  TL_HELPER_TABLE,
  TL_HELPER_BYTES,
  TL_HELPER_BYTES_END,
  TL_HELPER_DONE,
} TlHelperKind;

/**
 * TlHelperHead:
 * @kind: a #TlHelperKind
 * @length: how many bytes follow
 *
 * What each message begins with.
 */
typedef struct
{
  guint32 kind;
  guint32 length;
} TlHelperHead;

/* The most bytes of a text, of another fact, of what is said by a parent, of the place of a part,
 * and of a table that are in one message. */
#define TL_HELPER_MAX_TEXT (64 * 1024 * 1024)
#define TL_HELPER_MAX_FACT (256 * 1024)
#define TL_HELPER_MAX_GIVEN (16 * 1024)
#define TL_HELPER_MAX_PATH (64 * 1024)
#define TL_HELPER_MAX_BYTES (64 * 1024)

/* So many parts that broke a helper are passed over in one file. */
#define TL_HELPER_MAX_SKIPPED 8

/**
 * TlHelperRequest:
 * @name: (transfer full) (nullable): as in #TlPart
 * @media_type: (transfer full) (nullable): as in #TlPart
 * @charset: (transfer full) (nullable): as in #TlPart
 * @facts: as in #TlPart
 * @has_claim: whether the other end reads tables by itself
 * @n_heard: how much of what it will tell is known already, and need not be told again
 * @skipped: the numbers of parts that are not to be read
 * @n_skipped: how many
 *
 * What a helper is asked to read.
 */
typedef struct
{
  char             *name;
  char             *media_type;
  char             *charset;
  TlDocumentFields  facts;
  gboolean          has_claim;
  guint32           n_heard;
  guint32           skipped[TL_HELPER_MAX_SKIPPED];
  guint32           n_skipped;
} TlHelperRequest;

/**
 * TlHelperNews:
 * @part: (transfer full) (nullable): as in #TlDocumentNews
 * @progress: as in #TlDocumentNews
 * @fields: what the document says; its text is %NULL where there is none
 * @failure: (transfer full) (nullable): why it can't be read
 *
 * What a helper told.
 */
typedef struct
{
  char             *part;
  double            progress;
  TlDocumentFields  fields;
  GError           *failure;
} TlHelperNews;

gsize    tl_helper_message_begin        (GByteArray            *bytes,
                                         TlHelperKind           kind);
void     tl_helper_message_end          (GByteArray            *bytes,
                                         gsize                  start);
gsize    tl_helper_message_max          (TlHelperKind           kind);
void     tl_helper_message_put_error    (GByteArray            *bytes,
                                         const GError          *error);
GError  *tl_helper_message_take_error   (TlWire                *wire);
void     tl_helper_message_put_news     (GByteArray            *bytes,
                                         const TlDocumentNews  *news);
gboolean tl_helper_message_take_news    (TlWire                *wire,
                                         TlHelperNews          *news);
void     tl_helper_message_put_request  (GByteArray            *bytes,
                                         const TlPart          *part,
                                         const TlHelperRequest *request);
gboolean tl_helper_message_take_request (TlWire                *wire,
                                         TlHelperRequest       *request);
void     tl_helper_news_clear           (TlHelperNews          *news);
void     tl_helper_request_clear        (TlHelperRequest       *request);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHelperNews, tl_helper_news_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHelperRequest, tl_helper_request_clear)

G_END_DECLS
