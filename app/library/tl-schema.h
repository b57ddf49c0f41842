/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_schema_prepare (TlDatabase  *database,
                            GError     **error);
gboolean tl_schema_check   (TlDatabase  *database,
                            GError     **error);
const char *tl_schema_get_step (guint version);

G_END_DECLS
