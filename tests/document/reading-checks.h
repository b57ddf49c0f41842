/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

TlDocument *read_document       (const void *data,
                                 gssize      length);
GPtrArray  *read_documents      (const void *data,
                                 gssize      length);
void        assert_unreadable   (const void *data,
                                 gssize      length,
                                 int         code);
void        assert_survives_cut (const void *data,
                                 gsize       length,
                                 gsize       step);
void        assert_survives_rot (const void *data,
                                 gsize       length,
                                 guint       n_times);

G_END_DECLS
