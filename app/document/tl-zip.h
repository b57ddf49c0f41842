/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

/**
 * TlZip:
 *
 * The members of a zipped document that a reader wants, unpacked.
 */
typedef struct _TlZip TlZip;

/**
 * TlZipWanted:
 * @name: the name of a member
 *
 * Returns: whether it is of use
 */
typedef gboolean (*TlZipWanted) (const char *name);

gboolean  tl_zip_names     (const guint8  *data,
                            gsize          length,
                            const char    *name);
gboolean  tl_zip_is_of     (const guint8  *data,
                            gsize          length,
                            const char    *type);
TlZip    *tl_zip_unpack    (const TlPart  *part,
                            TlZipWanted    is_wanted,
                            TlDelivery    *delivery,
                            GError       **error);
void      tl_zip_free      (TlZip         *self);
GBytes   *tl_zip_find      (TlZip         *self,
                            const char    *name);
gboolean  tl_zip_fail      (TlZip         *self,
                            GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlZip, tl_zip_free)

G_END_DECLS
