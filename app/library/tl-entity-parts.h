/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-entity-joins.h"

G_BEGIN_DECLS

/**
 * TlEntityPart:
 * @entity_id: an entity
 * @type: what it is
 * @key: (transfer full): what makes it the same in all articles
 * @spans: (transfer full) (element-type TlSpan): where the article names it
 *
 * The mentions of one entity in one article.
 */
typedef struct
{
  gint64        entity_id;
  TlEntityType  type;
  char         *key;
  GArray       *spans;
} TlEntityPart;

void       tl_entity_part_free  (TlEntityPart   *self);
GPtrArray *tl_entity_parts_find (TlDatabase     *database,
                                 TlEntityJoins  *joins,
                                 gint64          article_id,
                                 TlArticle      *article,
                                 GError        **error);

G_END_DECLS
