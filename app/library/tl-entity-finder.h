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

#define TL_N_ENTITY_ORDERS (TL_ENTITY_ORDER_NAME + 1)

/**
 * TlEntityOrders:
 * @lists: (transfer full) (nullable): for each #TlEntityOrder all main entities that are listed, in
 *   this order, where that was found out; nobody changes a list that is there
 *
 * What is found out once, as long as the library does not change: a search then takes no longer
 * than its words are looked for.
 */
typedef struct
{
  GArray *lists[TL_N_ENTITY_ORDERS];
} TlEntityOrders;

void    tl_entity_orders_clear (TlEntityOrders       *self);
void    tl_entity_orders_take  (TlEntityOrders       *self,
                                const TlEntityOrders *from);
GArray *tl_entities_find       (TlDatabase           *database,
                                const char           *words,
                                guint                 types,
                                TlEntityOrder         order,
                                TlEntityOrders       *orders,
                                GCancellable         *cancellable,
                                GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntityOrders, tl_entity_orders_clear)

G_END_DECLS
