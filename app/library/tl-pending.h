/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

gboolean tl_pending_add_article (TlDatabase   *database,
                                 gint64        article_id,
                                 GError      **error);
gboolean tl_pending_add_entity (TlDatabase    *database,
                                TlEntityType   type,
                                const char    *key,
                                GError       **error);
gboolean tl_pending_add_words  (TlDatabase    *database,
                                const char    *words,
                                GError       **error);
gboolean tl_pending_do_article (TlDatabase    *database,
                                gint64         article_id,
                                GError       **error);
gboolean tl_pending_work_off   (TlDatabase    *database,
                                guint          n_articles,
                                gboolean      *at_end,
                                GError       **error);

G_END_DECLS
