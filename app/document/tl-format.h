/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-private.h"

G_BEGIN_DECLS

gboolean tl_format_read (const guint8      *data,
                         gsize              length,
                         TlDocumentFields  *fields,
                         GError           **error);

G_END_DECLS
