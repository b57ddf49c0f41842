/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_entity_rows_remove (TlDatabase  *database,
                                gint64       article_id,
                                const char  *text,
                                GError     **error);

G_END_DECLS
