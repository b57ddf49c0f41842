/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlOffer:
 *
 * What a program offers when something is dragged from it or copied in it: the same thing
 * in several formats.  Tells which of them are wanted, and what the thing is.
 */
typedef struct _TlOffer TlOffer;

TlOffer           *tl_offer_new       (void);
void               tl_offer_free      (TlOffer           *self);
GPtrArray         *tl_offer_dup_types (const char *const *offered);
void               tl_offer_add       (TlOffer           *self,
                                       const char        *type,
                                       GBytes            *bytes);
GPtrArray         *tl_offer_dup_files (TlOffer           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOffer, tl_offer_free)

G_END_DECLS
