/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/* The mentions of a text's entities by where they stand.  Private to this folder. */
typedef struct
{
  TlSpan    span;
  TlEntity *entity;
} TlEntityMention;

GArray                *tl_entity_index_new  (GPtrArray *entities);
const TlEntityMention *tl_entity_index_find (GArray    *index,
                                             TlSpan     span);

G_END_DECLS
