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

#define TL_TYPE_ENTITY (tl_entity_get_type ())
G_DECLARE_FINAL_TYPE (TlEntity, tl_entity, TL, ENTITY, GObject)

TlEntity     *tl_entity_new              (TlEntityType  type,
                                          const char   *name,
                                          const char   *role,
                                          const TlSpan *mentions,
                                          guint         n_mentions);
TlEntityType  tl_entity_get_entity_type  (TlEntity     *self);
const char   *tl_entity_get_name         (TlEntity     *self);
const char   *tl_entity_get_role         (TlEntity     *self);
const TlSpan *tl_entity_get_mentions     (TlEntity     *self,
                                          guint        *n_mentions);
const char   *tl_entity_type_to_string   (TlEntityType  type);
gboolean      tl_entity_type_from_string (const char   *string,
                                          TlEntityType *type);

G_END_DECLS
