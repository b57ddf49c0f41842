/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"
#include "tl-header-block.h"

G_BEGIN_DECLS

GByteArray *tl_http_body_decode (TlHeaderBlock *headers,
                                 const guint8  *data,
                                 gsize          length,
                                 TlDelivery    *delivery,
                                 GError       **error);

G_END_DECLS
