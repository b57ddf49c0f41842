/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

gboolean tl_format_is_piecewise (const guint8  *data,
                                 gsize          length);
gboolean tl_format_reads_packed (const guint8  *data,
                                 gsize          length);
gboolean tl_format_read_packed  (const guint8  *data,
                                 gsize          length,
                                 const TlPart  *part,
                                 TlDelivery    *delivery,
                                 GError       **error);
gboolean tl_format_read         (const TlPart  *part,
                                 TlDelivery    *delivery,
                                 GError       **error);

G_END_DECLS
