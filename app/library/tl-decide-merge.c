/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says to be one. */

#include "tl-decide.h"

#include "tl-decide-private.h"

/* Nothing where it is a part of the other already. */
static gboolean
note_merge (TlDatabase          *database,
            gint64               id,
            const TlEntityNode  *other,
            const TlIdentity    *to,
            gint64              *act,
            GError             **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_auto(TlIdentity) on = { 0 };

  if (!tl_decide_load_main (database, id, &node, error))
    return FALSE;
  if (node.id == other->id)
    return TRUE;
  return tl_decide_identify (database, &node, &on, error) &&
         tl_decision_add (database, act, TL_DECISION_MERGE, &on, to, error);
}

/**
 * tl_decide_merge:
 * @database: a connection that is writing
 * @ids: (element-type gint64): entities
 * @into: another one, or one of them
 * @act: (out): by what it can be undone, as a whole; 0 where they are one already
 * @error: return location for an error
 *
 * Makes them parts of the other, which keeps its name and kind.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_merge (TlDatabase  *database,
                 GArray      *ids,
                 gint64       into,
                 gint64      *act,
                 GError     **error)
{
  g_auto(TlEntityNode) other = { 0 };
  g_auto(TlIdentity) to = { 0 };

  *act = 0;
  if (!tl_decide_load_main (database, into, &other, error) ||
      !tl_decide_identify (database, &other, &to, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!note_merge (database, g_array_index (ids, gint64, i), &other, &to, act, error))
      return FALSE;
  return *act == 0 || tl_decide_carry_out (database, *act, error);
}
