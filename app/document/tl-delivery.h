/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-claim.h"
#include "tl-part.h"

G_BEGIN_DECLS

/**
 * TL_DELIVERY_MAX_DEPTH:
 *
 * How deep files are looked into: a page in a mail in an archive is three.
 */
#define TL_DELIVERY_MAX_DEPTH 8

/**
 * TL_DELIVERY_MAX_PARTS:
 *
 * The most parts of one file that are looked at, at all depths together.
 */
#define TL_DELIVERY_MAX_PARTS 1000000

/**
 * TL_DELIVERY_MAX_BYTES:
 *
 * The most bytes that are unpacked from one file, at all depths together.
 */
#define TL_DELIVERY_MAX_BYTES (G_GUINT64_CONSTANT (16) * 1024 * 1024 * 1024)

/**
 * TlDelivery:
 *
 * Brings what readers find in one file to the one who asked, and bounds how much that
 * is: files may hold files that hold files, and be made to.
 */
typedef struct _TlDelivery TlDelivery;

/**
 * TlDeliveryWatch:
 * @begin: whether to read a part that is begun: with its number, and where it is in the file
 * @tick: something was unpacked or read, and perhaps nothing is told for long
 *
 * Who wants to know where a delivery is; both get the data of its #TlDocumentFunc.
 */
typedef struct
{
  gboolean (*begin) (guint       number,
                     const char *path,
                     gpointer    user_data);
  void     (*tick)  (gpointer    user_data);
} TlDeliveryWatch;

/* tl-packed.h */
typedef struct _TlPacked TlPacked;

TlDelivery   *tl_delivery_new             (const char        *name,
                                           const char        *uri,
                                           GCancellable      *cancellable,
                                           TlDocumentFunc     func,
                                           gpointer           user_data);
void          tl_delivery_free            (TlDelivery        *self);
void          tl_delivery_set_claim       (TlDelivery        *self,
                                           const TlClaim     *claim);
void          tl_delivery_set_watch       (TlDelivery            *self,
                                           const TlDeliveryWatch *watch);
gboolean      tl_delivery_run             (TlDelivery        *self,
                                           const TlPart      *part,
                                           GError           **error);

/* for readers */
GCancellable *tl_delivery_get_cancellable (TlDelivery        *self);
void          tl_delivery_set_progress    (TlDelivery        *self,
                                           double             fraction);
void          tl_delivery_tick            (TlDelivery        *self);
gboolean      tl_delivery_spend           (TlDelivery        *self,
                                           gsize              n_bytes,
                                           GError           **error);
gboolean      tl_delivery_take            (TlDelivery        *self,
                                           const TlPart      *part,
                                           TlDocumentFields  *fields,
                                           GError           **error);
gboolean      tl_delivery_take_inner      (TlDelivery        *self,
                                           const char        *name,
                                           const TlPart      *part,
                                           TlDocumentFields  *fields,
                                           GError           **error);
gboolean      tl_delivery_read            (TlDelivery        *self,
                                           const TlPart      *inner,
                                           GError           **error);
gboolean      tl_delivery_wants           (TlDelivery        *self,
                                           const char        *name,
                                           const guint8      *data,
                                           gsize              length);
gboolean      tl_delivery_give            (TlDelivery        *self,
                                           const char        *name,
                                           const guint8      *data,
                                           gsize              length,
                                           TlPacked          *packed,
                                           GError           **error);
gboolean      tl_delivery_fail            (TlDelivery        *self,
                                           const char        *name,
                                           const GError      *failure,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDelivery, tl_delivery_free)

G_END_DECLS
