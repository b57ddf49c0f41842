/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

gboolean tl_entity_rows_remove   (TlDatabase  *database,
                                  gint64       article_id,
                                  const char  *text,
                                  GError     **error);
gboolean tl_entity_rows_take_out (TlDatabase  *database,
                                  gint64       article_id,
                                  const char  *text,
                                  GArray      *released,
                                  GError     **error);
gboolean tl_entity_rows_clean    (TlDatabase  *database,
                                  GArray      *released,
                                  GError     **error);

G_END_DECLS
