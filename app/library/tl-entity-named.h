/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-added-names.h"
#include "tl-article.h"
#include "tl-entity-joins.h"

G_BEGIN_DECLS

gboolean tl_entity_named_settle (TlDatabase     *database,
                                 TlEntityJoins  *joins,
                                 gint64          article_id,
                                 TlArticle      *article,
                                 GArray         *added,
                                 GHashTable     *gone,
                                 GError        **error);

G_END_DECLS
