/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityOrder:
 * @TL_ENTITY_ORDER_ARTICLES: what most articles name first
 * @TL_ENTITY_ORDER_NAME: by name, as a dictionary has it
 *
 * In which order a library's entities are listed.
 */
typedef enum
{
  TL_ENTITY_ORDER_ARTICLES,
  TL_ENTITY_ORDER_NAME,
} TlEntityOrder;

GArray *tl_entities_find (TlDatabase     *database,
                          const char     *words,
                          guint           types,
                          TlEntityOrder   order,
                          GArray        **by_name,
                          GCancellable   *cancellable,
                          GError        **error);

G_END_DECLS
