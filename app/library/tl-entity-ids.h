/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity-key.h"

G_BEGIN_DECLS

/**
 * TlEntityIds:
 *
 * The ids of entities, and those of their main ones, as far as they were asked for.
 */
typedef struct _TlEntityIds TlEntityIds;

TlEntityIds *tl_entity_ids_new          (TlDatabase    *database);
void         tl_entity_ids_free         (TlEntityIds   *self);
gboolean     tl_entity_ids_begin        (TlEntityIds   *self,
                                         GError       **error);
guint        tl_entity_ids_get_n_forgotten (TlEntityIds *self);
const TlEntityKey *tl_entity_ids_get_key (TlEntityIds  *self,
                                         TlEntity      *entity);
gboolean     tl_entity_ids_find         (TlEntityIds   *self,
                                         TlEntityType   type,
                                         const char    *key,
                                         gint64         article_id,
                                         gint64        *id,
                                         GError       **error);
gboolean     tl_entity_ids_have         (TlEntityIds   *self,
                                         TlEntityType   type,
                                         const char    *key,
                                         gint64         article_id,
                                         gboolean       is_split,
                                         gint64        *id,
                                         gboolean      *is_new,
                                         GError       **error);
gboolean     tl_entity_ids_store        (TlEntityIds   *self,
                                         GError       **error);
void         tl_entity_ids_defer        (TlEntityIds   *self,
                                         gboolean       is_deferring);
gboolean     tl_entity_ids_is_fresh     (TlEntityIds   *self,
                                         gint64         id);
void         tl_entity_ids_count        (TlEntityIds   *self,
                                         gint64         id,
                                         guint          n_articles,
                                         guint          n_mentions);
void         tl_entity_ids_get_counted  (TlEntityIds   *self,
                                         gint64         id,
                                         gint64        *n_articles,
                                         gint64        *n_mentions);
void         tl_entity_ids_uncount      (TlEntityIds   *self,
                                         gint64         id);
void         tl_entity_ids_forget_fresh (TlEntityIds   *self);
void         tl_entity_ids_set_main     (TlEntityIds   *self,
                                         gint64         id,
                                         gint64         main_id);
gboolean     tl_entity_ids_get_main     (TlEntityIds   *self,
                                         gint64         id,
                                         gint64        *main_id,
                                         GError       **error);

G_END_DECLS
