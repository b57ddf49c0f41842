/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity-facts.h"

#include "tl-entity-node.h"

/**
 * tl_entity_facts_clear:
 * @self: what is known of an entity
 *
 * Frees what it holds.
 */
void
tl_entity_facts_clear (TlEntityFacts *self)
{
  g_clear_pointer (&self->name, g_free);
}

/**
 * tl_entity_facts_load:
 * @database: a connection
 * @id: a main entity
 * @facts: (out): what is known of it, with the id 0 where it is not there
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_facts_load (TlDatabase     *database,
                      gint64          id,
                      TlEntityFacts  *facts,
                      GError        **error)
{
  g_auto(TlEntityNode) node = { 0 };

  *facts = (TlEntityFacts) { 0 };
  if (!tl_entity_node_load (database, id, &node, error))
    return FALSE;
  if (node.id == 0)
    return TRUE;
  *facts = (TlEntityFacts) {
    node.id, node.type, tl_entity_node_dup_name (database, &node, error), node.n_articles,
    node.is_dismissed,
  };
  return facts->name != NULL;
}
