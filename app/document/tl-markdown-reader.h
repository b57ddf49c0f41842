/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

gboolean tl_markdown_is_surely   (const guint8  *data,
                                  gsize          length);
gboolean tl_markdown_reader_read (const TlPart  *part,
                                  TlDelivery    *delivery,
                                  GError       **error);

G_END_DECLS
