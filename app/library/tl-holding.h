/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-decision.h"
#include "tl-entity-node.h"

G_BEGIN_DECLS

/**
 * TlHolding:
 * @decisions: (transfer full) (nullable) (element-type TlDecision): all on the same key
 * @join: (nullable): what it is, or that it is nothing but itself
 * @rename: (nullable): what it is called
 * @dismiss: (nullable): that it is nothing
 *
 * What persons decided on one entity and holds now.
 */
typedef struct
{
  GPtrArray        *decisions;
  const TlDecision *join;
  const TlDecision *rename;
  const TlDecision *dismiss;
} TlHolding;

gboolean tl_holding_init  (TlHolding           *self,
                           TlDatabase          *database,
                           const TlEntityNode  *node,
                           GError             **error);
void     tl_holding_clear (TlHolding           *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHolding, tl_holding_clear)

G_END_DECLS
