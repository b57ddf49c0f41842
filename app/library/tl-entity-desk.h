/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlEntityDesk:
 *
 * Where the entities of some articles are gathered, to be stored together.
 */
typedef struct _TlEntityDesk TlEntityDesk;

TlEntityDesk *tl_entity_desk_new   (TlDatabase    *database,
                                    GError       **error);
void          tl_entity_desk_free  (TlEntityDesk  *self);
gboolean      tl_entity_desk_begin (TlEntityDesk  *self,
                                    GError       **error);
gboolean      tl_entity_desk_add   (TlEntityDesk  *self,
                                    gint64         article_id,
                                    TlArticle     *article,
                                    gboolean       is_counted,
                                    GError       **error);
gboolean      tl_entity_desk_store (TlEntityDesk  *self,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEntityDesk, tl_entity_desk_free)

G_END_DECLS
