/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of all decisions hold of an entity: of each kind the last one, and what is about it
 * in its article before what is about all of its name. */

#include "tl-holding.h"

typedef enum
{
  OF_OTHERS,
  OF_NAME,
  OF_ARTICLE,
} Rank;

static Rank
rank_decision (const TlEntityNode *node,
               GBytes             *digest,
               const TlDecision   *decision)
{
  if (decision->on.digest == NULL)
    return node->article_id == 0 || !node->is_split ? OF_NAME : OF_OTHERS;
  return digest != NULL && g_bytes_equal (digest, decision->on.digest) ? OF_ARTICLE : OF_OTHERS;
}

/* Whoever adds a name takes it for something.  One that is another's has a key of its own. */
static gboolean
brings_back (const TlDecision *decision)
{
  return decision->kind == TL_DECISION_RESTORE ||
         (decision->kind == TL_DECISION_ADD && decision->to.key == NULL);
}

static gboolean
is_of_whole (const TlDecision *decision)
{
  return decision->kind == TL_DECISION_ADD || !tl_decision_is_of_rows (decision->kind);
}

static void
choose (TlHolding          *self,
        const TlEntityNode *node,
        GBytes             *digest)
{
  Rank join = OF_NAME, rename = OF_NAME, dismiss = OF_NAME;

  for (guint i = 0; i < self->decisions->len; i++)
    {
      const TlDecision *decision = g_ptr_array_index (self->decisions, i);
      const TlDecision **place = &self->join;
      Rank *best = &join;
      Rank rank = rank_decision (node, digest, decision);

      if (!is_of_whole (decision))
        continue;
      if (decision->kind == TL_DECISION_RENAME)
        place = &self->rename, best = &rename;
      else if (decision->kind == TL_DECISION_DISMISS || brings_back (decision))
        place = &self->dismiss, best = &dismiss;
      if (rank < *best)
        continue;
      *place = brings_back (decision) ? NULL : decision;
      *best = rank;
    }
}

/**
 * tl_holding_init:
 * @self: (out caller-allocates): what holds
 * @database: a connection
 * @node: an entity
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_holding_init (TlHolding           *self,
                 TlDatabase          *database,
                 const TlEntityNode  *node,
                 GError             **error)
{
  g_autoptr(GBytes) digest = NULL;

  *self = (TlHolding) { NULL };
  self->decisions = tl_decision_get_on (database, node->type, node->key, error);
  if (self->decisions == NULL)
    return FALSE;
  if (self->decisions->len == 0)
    return TRUE;
  if (node->article_id != 0)
    digest = tl_decision_load_digest (database, node->article_id);
  choose (self, node, digest);
  return TRUE;
}

/**
 * tl_holding_clear:
 * @self: what holds
 *
 * Frees what it holds.
 */
void
tl_holding_clear (TlHolding *self)
{
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
}
