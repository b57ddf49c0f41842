/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

gboolean tl_decide_add     (TlDatabase    *database,
                            gint64         article_id,
                            TlSpan         span,
                            TlEntityType   type,
                            gint64         into,
                            gboolean       is_everywhere,
                            gint64        *act,
                            GError       **error);
gboolean tl_decide_restore (TlDatabase    *database,
                            gint64         id,
                            gint64        *act,
                            GError       **error);

G_END_DECLS
