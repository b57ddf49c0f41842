/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-span.h"

G_BEGIN_DECLS

GBytes *tl_mentions_pack   (const TlSpan *spans,
                            guint         n_spans);
GArray *tl_mentions_unpack (GBytes       *bytes,
                            gsize         text_length);

G_END_DECLS
