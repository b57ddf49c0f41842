/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides on entities: noted down for ever, and carried out on what is stored.
 * Whoever calls begins and commits.  What is joined or named is so at once; where mentions
 * are dealt out anew, their articles wait for tl_pending_work_off(). */

#include "tl-decide.h"

#include <glib/gi18n-lib.h>

#include "tl-copy-decide.h"
#include "tl-decide-private.h"
#include "tl-decision.h"
#include "tl-entity-joins.h"
#include "tl-entity-key.h"
#include "tl-entity-names.h"
#include "tl-entity-node.h"
#include "tl-library.h"
#include "tl-pending.h"

/* ---- what is decided on ---- */

static gboolean
load_node (TlDatabase    *database,
           gint64         id,
           TlEntityNode  *node,
           GError       **error)
{
  if (!tl_entity_node_load (database, id, node, error))
    return FALSE;
  if (node->id != 0)
    return TRUE;
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                       _("The name is no longer in the library"));
  return FALSE;
}

/*
 * tl_decide_load_main:
 * @database: a connection
 * @id: an entity, or one that is a part of it
 * @node: (out): what people see and decide on
 * @error: return location for an error
 *
 * Returns: whether it succeeded; not where it is not there any more
 */
gboolean
tl_decide_load_main (TlDatabase    *database,
                     gint64         id,
                     TlEntityNode  *node,
                     GError       **error)
{
  g_auto(TlEntityNode) part = { 0 };

  return load_node (database, id, &part, error) && load_node (database, part.main, node, error);
}

/*
 * tl_decide_identify:
 * @database: a connection
 * @node: an entity
 * @identity: (out): by what it is known for ever
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_identify (TlDatabase          *database,
                    const TlEntityNode  *node,
                    TlIdentity          *identity,
                    GError             **error)
{
  *identity = (TlIdentity) {
    .type = node->type,
    .key = g_strdup (node->key),
    .name = tl_entity_node_dup_name (database, node, error),
  };
  if (node->article_id != 0)
    identity->digest = tl_decision_load_digest (database, node->article_id);
  return identity->name != NULL;
}

/* ---- carrying out ---- */

/* Mentions are dealt out anew in one article, or in all that name it, or have the words in them. */
static gboolean
deal_out (TlDatabase        *database,
          const TlDecision  *decision,
          gint64             article_id,
          GError           **error)
{
  if (decision->on.digest != NULL)
    return tl_pending_add_article (database, article_id, error);
  if (decision->kind == TL_DECISION_ADD && !tl_pending_add_words (database, decision->on.name, error))
    return FALSE;
  return tl_pending_add_entity (database, decision->on.type, decision->on.key, error) &&
         (decision->kind == TL_DECISION_ADD || decision->to.key == NULL ||
          tl_pending_add_entity (database, decision->to.type, decision->to.key, error));
}

/* A name that was added stands where another was dismissed that has the same words. */
static gboolean
deal_out_added (TlDatabase        *database,
                const TlDecision  *decision,
                GError           **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (decision->kind != TL_DECISION_DISMISS && decision->kind != TL_DECISION_RESTORE)
    return TRUE;
  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM decision WHERE kind = 'add' AND NOT is_undone"
                               " AND (instr(name, ?1) OR instr(?1, name)) LIMIT 1", "s", decision->on.name))
    return FALSE;
  return ids->len == 0 ||
         (tl_pending_add_words (database, decision->on.name, error) &&
          tl_pending_add_entity (database, decision->on.type, decision->on.key, error));
}

static gboolean
carry_out_one (TlDatabase        *database,
               TlEntityJoins     *joins,
               const TlDecision  *decision,
               GArray            *places,
               GError           **error)
{
  gint64 article_id = 0;

  if (decision->on.digest != NULL)
    {
      if (!tl_decision_find_article (database, decision->on.digest, &article_id, error))
        return FALSE;
      if (article_id == 0)
        return TRUE;
    }
  if (decision->kind == TL_DECISION_HERE)
    g_array_append_val (places, article_id);
  if (tl_decision_is_of_rows (decision->kind) && !deal_out (database, decision, article_id, error))
    return FALSE;
  if (tl_decision_is_of_rows (decision->kind) && decision->kind != TL_DECISION_ADD)
    return TRUE;
  return deal_out_added (database, decision, error) &&
         tl_entity_joins_visit (joins, decision->on.type, decision->on.key, article_id, error);
}

/*
 * tl_decide_carry_out:
 * @database: a connection that is writing
 * @act: decisions that were made or undone together
 * @error: return location for an error
 *
 * Makes what is stored right again.  Where the act speaks of a place in an article, people look at
 * that: its mentions do not wait.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_carry_out (TlDatabase  *database,
                     gint64       act,
                     GError     **error)
{
  g_autoptr(GPtrArray) decisions = tl_decision_get_act (database, act, error);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TlEntityJoins) joins = NULL;

  if (decisions == NULL)
    return FALSE;
  joins = tl_entity_joins_new (database, error);
  if (joins == NULL)
    return FALSE;
  for (guint i = 0; i < decisions->len; i++)
    if (!carry_out_one (database, joins, g_ptr_array_index (decisions, i), places, error))
      return FALSE;
  if (!tl_entity_joins_settle (joins, error) || !tl_entity_joins_clean (joins, error))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    if (!tl_pending_do_article (database, g_array_index (places, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
decide (TlDatabase          *database,
        TlDecisionKind       kind,
        const TlEntityNode  *node,
        const TlIdentity    *to,
        gint64              *act,
        GError             **error)
{
  g_auto(TlIdentity) on = { 0 };

  *act = 0;
  return tl_decide_identify (database, node, &on, error) &&
         tl_decision_add (database, act, kind, &on, to, error) && tl_decide_carry_out (database, *act, error);
}

/* ---- whole entities ---- */

/**
 * tl_decide_rename:
 * @database: a connection that is writing
 * @id: an entity
 * @name: (nullable): what to call it; %NULL for what the articles call it
 * @act: (out): by what it can be undone
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_rename (TlDatabase  *database,
                  gint64       id,
                  const char  *name,
                  gint64      *act,
                  GError     **error)
{
  g_auto(TlEntityNode) node = { 0 };
  TlIdentity to = { .name = (char *) name };

  *act = 0;
  return tl_decide_load_main (database, id, &node, error) &&
         decide (database, TL_DECISION_RENAME, &node, &to, act, error);
}

/**
 * tl_decide_retype:
 * @database: a connection that is writing
 * @id: an entity
 * @type: what it is
 * @act: (out): by what it can be undone; 0 where it is this already
 * @error: return location for an error
 *
 * Says what kind of thing it is.  It is one with what has its name and is of that kind.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_retype (TlDatabase    *database,
                  gint64         id,
                  TlEntityType   type,
                  gint64        *act,
                  GError       **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_auto(TlEntityKey) key = { 0 };
  g_auto(TlIdentity) to = { 0 };

  *act = 0;
  if (!tl_decide_load_main (database, id, &node, error))
    return FALSE;
  if (node.type == type)
    return TRUE;
  if (!tl_decide_identify (database, &node, &to, error))
    return FALSE;
  tl_entity_key_init (&key, type, to.name);
  to.type = type;
  g_free (to.key);
  to.key = tl_entity_name_dup_key (type, to.name);
  if (key.type == type)
    {
      g_free (to.key);
      to.key = g_strdup (key.key);
    }
  if (!key.is_local)
    g_clear_pointer (&to.digest, g_bytes_unref);
  return decide (database, TL_DECISION_TYPE, &node, &to, act, error);
}

/**
 * tl_decide_dismiss:
 * @database: a connection that is writing
 * @id: an entity
 * @act: (out): by what it can be undone
 * @error: return location for an error
 *
 * Says that it is nothing: no person, organisation, place or event.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_dismiss (TlDatabase  *database,
                   gint64       id,
                   gint64      *act,
                   GError     **error)
{
  g_auto(TlEntityNode) node = { 0 };

  *act = 0;
  return tl_decide_load_main (database, id, &node, error) &&
         decide (database, TL_DECISION_DISMISS, &node, NULL, act, error);
}

/* ---- parts of them ---- */

static gboolean
note_apart (TlDatabase          *database,
            const TlEntityNode  *node,
            gint64              *act,
            GError             **error)
{
  g_auto(TlIdentity) on = { 0 };

  return tl_decide_identify (database, node, &on, error) &&
         tl_decision_add (database, act, TL_DECISION_APART, &on, NULL, error);
}

static gboolean
note_split_name (TlDatabase          *database,
                 const TlEntityNode  *node,
                 const char          *name,
                 gint64              *act,
                 GError             **error)
{
  g_auto(TlIdentity) on = { 0 };
  g_auto(TlIdentity) to = { .type = node->type, .name = g_strdup (name) };

  to.key = tl_entity_name_dup_key (node->type, name);
  if (g_str_equal (to.key, node->key))
    {
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE,
                   _("“%s” is the name itself, and cannot be set apart from it"), name);
      return FALSE;
    }
  return tl_decide_identify (database, node, &on, error) &&
         tl_decision_add (database, act, TL_DECISION_SPLIT_NAME, &on, &to, error);
}

/**
 * tl_decide_split_name:
 * @database: a connection that is writing
 * @id: an entity
 * @name: one of its names
 * @act: (out): by what it can be undone; 0 where it has no such name
 * @error: return location for an error
 *
 * Says that what is called so is another one: what was joined comes apart, and what the
 * articles took together is told apart in each of them, also in later ones.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_split_name (TlDatabase  *database,
                      gint64       id,
                      const char  *name,
                      gint64      *act,
                      GError     **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_autoptr(GArray) named = g_array_new (FALSE, FALSE, sizeof (gint64));

  *act = 0;
  if (!tl_decide_load_main (database, id, &node, error) ||
      !tl_database_select_ids (database, named, error,
                               "SELECT DISTINCT entity_id FROM name JOIN entity ON id = entity_id"
                               " WHERE (id = ?1 OR (main = ?1 AND main != id)) AND text = ?2",
                               "is", node.id, name))
    return FALSE;
  for (guint i = 0; i < named->len; i++)
    {
      g_auto(TlEntityNode) part = { 0 };

      if (!load_node (database, g_array_index (named, gint64, i), &part, error) ||
          !(part.id != node.id ? note_apart (database, &part, act, error)
                               : note_split_name (database, &part, name, act, error)))
        return FALSE;
    }
  return *act == 0 || tl_decide_carry_out (database, *act, error);
}

/* What a part of the tree is in this article from now on: another one than elsewhere, and
 * the same as the first of them. */
static gboolean
note_split_article (TlDatabase          *database,
                    const TlEntityNode  *node,
                    GBytes              *digest,
                    TlIdentity          *first,
                    gint64              *act,
                    GError             **error)
{
  g_auto(TlIdentity) on = { 0 };

  if (!tl_decide_identify (database, node, &on, error))
    return FALSE;
  g_clear_pointer (&on.digest, g_bytes_unref);
  on.digest = g_bytes_ref (digest);
  if (node->article_id == 0 &&
      !tl_decision_add (database, act, TL_DECISION_SPLIT_ARTICLE, &on, NULL, error))
    return FALSE;
  if (first->key != NULL)
    return tl_decision_add (database, act, TL_DECISION_MERGE, &on, first, error);
  if (node->article_id != 0 &&
      !tl_decision_add (database, act, TL_DECISION_APART, &on, NULL, error))
    return FALSE;
  *first = on;
  on = (TlIdentity) { 0 };
  return TRUE;
}

/**
 * tl_decide_split_article:
 * @database: a connection that is writing
 * @id: an entity
 * @article_id: an article that names it
 * @act: (out): by what it can be undone; 0 where the article does not name it, or nothing
 *   else does
 * @error: return location for an error
 *
 * Says that this article means another one of the same name.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_split_article (TlDatabase  *database,
                         gint64       id,
                         gint64       article_id,
                         gint64      *act,
                         GError     **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GBytes) digest = tl_decision_load_digest (database, article_id);
  g_auto(TlIdentity) first = { 0 };

  *act = 0;
  if (digest == NULL)
    return TRUE;
  if (!tl_decide_load_main (database, id, &node, error) ||
      !tl_database_select_ids (database, parts, error,
                               "SELECT entity.id FROM mention JOIN entity ON entity.id = entity_id"
                               " WHERE mention.article_id = ? AND main = ? ORDER BY entity.id",
                               "ii", article_id, node.id))
    return FALSE;
  if (node.article_id != 0)
    return TRUE;
  for (guint i = 0; i < parts->len; i++)
    {
      g_auto(TlEntityNode) part = { 0 };

      if (!load_node (database, g_array_index (parts, gint64, i), &part, error) ||
          !note_split_article (database, &part, digest, &first, act, error))
        return FALSE;
    }
  return *act == 0 || tl_decide_carry_out (database, *act, error);
}

/**
 * tl_decide_again:
 * @database: a connection that is writing
 * @act: what was decided
 * @is_undone: whether it does not hold any more
 * @error: return location for an error
 *
 * Undoes a decision, or makes it again.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_again (TlDatabase  *database,
                 gint64       act,
                 gboolean     is_undone,
                 GError     **error)
{
  return tl_decision_set_undone (database, act, is_undone, error) &&
         tl_decide_carry_out (database, act, error) && tl_copy_decide_carry_out (database, act, error);
}
