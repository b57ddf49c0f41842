/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-added-names.h"
#include "tl-entity-ids.h"

G_BEGIN_DECLS

/**
 * TlEntityJoins:
 *
 * The work of keeping right which entities are one, while names and decisions come and go.
 */
typedef struct _TlEntityJoins TlEntityJoins;

TlEntityJoins *tl_entity_joins_new       (TlDatabase     *database,
                                          GError        **error);
void           tl_entity_joins_free      (TlEntityJoins  *self);
gboolean       tl_entity_joins_begin     (TlEntityJoins  *self,
                                          GError        **error);
gboolean       tl_entity_joins_has_decisions (TlEntityJoins *self);
gboolean       tl_entity_joins_get_added (TlEntityJoins  *self,
                                          TlAddedNames  **added,
                                          GError        **error);
gboolean       tl_entity_joins_have      (TlEntityJoins  *self,
                                          TlEntityType    type,
                                          const char     *key,
                                          gint64          article_id,
                                          gboolean        is_split,
                                          gint64         *id,
                                          GError        **error);
TlEntityIds   *tl_entity_joins_get_ids   (TlEntityJoins  *self);
gboolean       tl_entity_joins_visit     (TlEntityJoins  *self,
                                          TlEntityType    type,
                                          const char     *key,
                                          gint64          article_id,
                                          GError        **error);
void           tl_entity_joins_release   (TlEntityJoins  *self,
                                          gint64          id);
gboolean       tl_entity_joins_settle    (TlEntityJoins  *self,
                                          GError        **error);
gboolean       tl_entity_joins_clean     (TlEntityJoins  *self,
                                          GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEntityJoins, tl_entity_joins_free)

G_END_DECLS
