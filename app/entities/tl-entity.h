/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-span.h"

G_BEGIN_DECLS

typedef enum
{
  TL_ENTITY_PERSON,
  TL_ENTITY_ORGANIZATION,
  TL_ENTITY_PLACE,
  TL_ENTITY_EVENT,
} TlEntityType;

#define TL_N_ENTITY_TYPES (TL_ENTITY_EVENT + 1)

/**
 * TlEntityIdentity:
 * @code: of a country, a region or a group of countries its code, of a city that of its
 *   country, see #TlPlaceKind; empty where it is not known
 * @geoname_id: of a country or a city the id in GeoNames; 0 where it is not known
 *
 * What in the world an entity is, whatever the text calls it.
 */
typedef struct
{
  char    code[20];
  guint32 geoname_id;
} TlEntityIdentity;

#define TL_TYPE_ENTITY (tl_entity_get_type ())
G_DECLARE_FINAL_TYPE (TlEntity, tl_entity, TL, ENTITY, GObject)

TlEntity     *tl_entity_new              (TlEntityType  type,
                                          const char   *name,
                                          const char   *role,
                                          const TlSpan *mentions,
                                          guint         n_mentions);
TlEntity     *tl_entity_new_identified   (TlEntityType  type,
                                          const char   *name,
                                          const char   *role,
                                          const TlEntityIdentity *identity,
                                          const TlSpan *mentions,
                                          guint         n_mentions);
TlEntity     *tl_entity_new_known        (gint64        id,
                                          TlEntityType  type,
                                          const char   *name,
                                          const char   *role,
                                          const TlEntityIdentity *identity,
                                          const TlSpan *mentions,
                                          guint         n_mentions);
gint64        tl_entity_get_id           (TlEntity     *self);
TlEntityType  tl_entity_get_entity_type  (TlEntity     *self);
const char   *tl_entity_get_name         (TlEntity     *self);
const char   *tl_entity_get_role         (TlEntity     *self);
const TlEntityIdentity *tl_entity_get_identity (TlEntity *self);
const TlSpan *tl_entity_get_mentions     (TlEntity     *self,
                                          guint        *n_mentions);
void          tl_entity_set_confidences  (TlEntity     *self,
                                          const guint8 *confidences);
guint         tl_entity_get_confidence   (TlEntity     *self,
                                          guint         mention);
void          tl_entity_set_n_articles   (TlEntity     *self,
                                          guint         n_articles);
guint         tl_entity_get_n_articles   (TlEntity     *self);
gboolean      tl_entity_is_doubtful      (TlEntity     *self);
const char   *tl_entity_type_to_string   (TlEntityType  type);
gboolean      tl_entity_type_from_string (const char   *string,
                                          TlEntityType *type);

G_END_DECLS
