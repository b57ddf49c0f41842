/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entities are one: what a person decided, else what names tell beyond doubt.
 *
 * An entity that is short for exactly one other is that one: "V. Orlova" where the library
 * knows one Orlova with that initial, "OSCE" where an article names it beside one long name.
 * Each such change may settle others, so the work is a list that is gone through until it is
 * empty; it touches the entities that share a name, never the library. */

#include "tl-entity-joins.h"

#include <string.h>

#include "tl-entity-node.h"
#include "tl-holding.h"

struct _TlEntityJoins
{
  TlDatabase  *database;
  gboolean     has_decisions;   /* any at all */
  TlEntityIds *ids;             /* owned */
  TlAddedNames *added;          /* owned, NULL until it is asked for */
  guint        n_forgotten;     /* how often the ids had been forgotten by then */
  GQueue       pending;         /* owned: gint64, to decide whose part each is */
  GHashTable  *is_pending;
  GHashTable  *uncounted;       /* main ones whose counts are to be made again */
  GHashTable  *released;        /* that may have lost their last mention */
};

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_to_set (GHashTable *set,
            gint64      id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/**
 * tl_entity_joins_new:
 * @database: a connection that is writing; has to outlive it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): work of which there is none yet
 */
TlEntityJoins *
tl_entity_joins_new (TlDatabase  *database,
                     GError     **error)
{
  g_autoptr(TlEntityJoins) self = g_new0 (TlEntityJoins, 1);

  self->database = database;
  self->ids = tl_entity_ids_new (database);
  g_queue_init (&self->pending);
  self->is_pending = new_set ();
  self->uncounted = new_set ();
  self->released = new_set ();
  return tl_entity_joins_begin (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_entity_joins_begin:
 * @self: work that was done
 * @error: return location for an error
 *
 * Says that a transaction began, and forgets of what it knew what others may have changed.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_begin (TlEntityJoins  *self,
                       GError        **error)
{
  if (!tl_decision_exists (self->database, &self->has_decisions, error) ||
      !tl_entity_ids_begin (self->ids, error))
    return FALSE;
  if (self->n_forgotten != tl_entity_ids_get_n_forgotten (self->ids))
    g_clear_pointer (&self->added, tl_added_names_free);
  self->n_forgotten = tl_entity_ids_get_n_forgotten (self->ids);
  return TRUE;
}

/**
 * tl_entity_joins_free:
 * @self: (transfer full): work
 */
void
tl_entity_joins_free (TlEntityJoins *self)
{
  tl_entity_ids_free (self->ids);
  g_clear_pointer (&self->added, tl_added_names_free);
  g_queue_clear_full (&self->pending, g_free);
  g_hash_table_unref (self->is_pending);
  g_hash_table_unref (self->uncounted);
  g_hash_table_unref (self->released);
  g_free (self);
}

static void
visit (TlEntityJoins *self,
       gint64         id)
{
  if (g_hash_table_contains (self->is_pending, &id))
    return;
  add_to_set (self->is_pending, id);
  g_queue_push_tail (&self->pending, g_memdup2 (&id, sizeof id));
}

static GArray *
new_ids (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * tl_entity_joins_has_decisions:
 * @self: work
 *
 * Returns: whether a person decided anything at all
 */
gboolean
tl_entity_joins_has_decisions (TlEntityJoins *self)
{
  return self->has_decisions;
}

/**
 * tl_entity_joins_get_added:
 * @self: work
 * @added: (out) (transfer none) (nullable): the names that people added; %NULL where there are none
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_get_added (TlEntityJoins  *self,
                           TlAddedNames  **added,
                           GError        **error)
{
  *added = NULL;
  if (!self->has_decisions)
    return TRUE;
  if (self->added == NULL)
    self->added = tl_added_names_load (self->database, error);
  if (self->added != NULL && (tl_added_names_has_words (self->added) || tl_added_names_has_places (self->added)))
    *added = self->added;
  return self->added != NULL;
}

/* "Vera P. Orlova" for a longer name, "OSCE". */
static gboolean
can_be_short (TlEntityType  type,
              const char   *key,
              gint64        article_id)
{
  gboolean has_gap = strchr (key, ' ') != NULL;

  if (article_id != 0 || *key == ':')
    return FALSE;
  return type == TL_ENTITY_PERSON ? has_gap : type == TL_ENTITY_ORGANIZATION && !has_gap;
}

/**
 * tl_entity_joins_get_ids:
 * @self: work
 *
 * Returns: (transfer none): the entities that it knows of
 */
TlEntityIds *
tl_entity_joins_get_ids (TlEntityJoins *self)
{
  return self->ids;
}

/**
 * tl_entity_joins_have:
 * @self: work
 * @type: what it is
 * @key: what makes it the same in all articles
 * @article_id: the only article in which it is this, or 0
 * @is_split: whether a person set it apart from those of this name
 * @id: (out): the entity
 * @error: return location for an error
 *
 * Finds an entity, or makes it.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_have (TlEntityJoins  *self,
                      TlEntityType    type,
                      const char     *key,
                      gint64          article_id,
                      gboolean        is_split,
                      gint64         *id,
                      GError        **error)
{
  gboolean is_new;

  if (!tl_entity_ids_have (self->ids, type, key, article_id, is_split, id, &is_new, error))
    return FALSE;
  /* One that can be no part of another has not to be looked at. */
  if (is_new && (self->has_decisions || can_be_short (type, key, article_id)))
    visit (self, *id);
  return TRUE;
}

/**
 * tl_entity_joins_visit:
 * @self: work
 * @type: what it is
 * @key: what makes it the same in all articles
 * @article_id: the only article in which it is this, or 0
 * @error: return location for an error
 *
 * Has it decided again whose part an entity is, if there is such a one.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_visit (TlEntityJoins  *self,
                       TlEntityType    type,
                       const char     *key,
                       gint64          article_id,
                       GError        **error)
{
  gint64 id;

  if (!tl_entity_ids_find (self->ids, type, key, article_id, &id, error))
    return FALSE;
  if (id != 0)
    visit (self, id);
  return TRUE;
}

/**
 * tl_entity_joins_release:
 * @self: work
 * @id: an entity that lost a mention
 *
 * Has it deleted if nothing speaks of it any more.
 */
void
tl_entity_joins_release (TlEntityJoins *self,
                         gint64         id)
{
  add_to_set (self->released, id);
}

/* ---- whose part one is ---- */

/* The entity that a decision points to, made where it is not there; 0 where its article
 * is gone. */
static gboolean
find_target (TlEntityJoins     *self,
             const TlIdentity  *to,
             gint64            *parent,
             GError           **error)
{
  gint64 article_id = 0;

  *parent = 0;
  if (to->key == NULL)
    return TRUE;
  if (to->digest != NULL)
    {
      if (!tl_decision_find_article (self->database, to->digest, &article_id, error))
        return FALSE;
      if (article_id == 0)
        return TRUE;
    }
  return tl_entity_joins_have (self, to->type, to->key, article_id, FALSE, parent, error);
}

/* Whether all rows name one main entity; without DISTINCT, for which SQLite would make a table
 * each time. */
static gboolean
read_only_main (TlDatabase   *database,
                TlStatement  *statement,
                gint64       *main_id,
                GError      **error)
{
  g_autoptr(GError) local_error = NULL;

  *main_id = 0;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 found = sqlite3_column_int64 (statement, 0);

      if (*main_id != 0 && *main_id != found)
        {
          *main_id = 0;
          return TRUE;
        }
      *main_id = found;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The one that this is short for, if there is exactly one. */
static gboolean
find_long_form (TlEntityJoins  *self,
                const TlEntityNode *node,
                gint64         *parent,
                GError        **error)
{
  g_autoptr(TlStatement) statement = NULL;

  *parent = 0;
  if (!can_be_short (node->type, node->key, node->article_id))
    return TRUE;
  statement = tl_database_query (self->database, error,
                                 "SELECT main FROM name JOIN entity ON id = entity_id"
                                 " WHERE name.key = ?1 AND joins AND type = ?2 AND id != ?3",
                                 "ssi", node->key, tl_entity_type_to_string (node->type), node->id);
  if (statement == NULL || !read_only_main (self->database, statement, parent, error))
    return FALSE;
  if (*parent == node->id)
    *parent = 0;
  return TRUE;
}

/* ---- trees ---- */

/* Those that are short for this one may be short for another now. */
static gboolean
visit_short_forms (TlEntityJoins  *self,
                   gint64          id,
                   GError        **error)
{
  g_autoptr(GArray) ids = new_ids ();

  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT short.id FROM name"
                               " JOIN entity AS long ON long.id = entity_id"
                               " JOIN entity AS short"
                               " ON short.type = long.type AND short.key = name.key"
                               " AND short.article_id = 0"
                               " WHERE entity_id = ? AND joins",
                               "i", id))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    visit (self, g_array_index (ids, gint64, i));
  return TRUE;
}

static gboolean
set_main (TlEntityJoins  *self,
          gint64          id,
          gint64          main_id,
          GError        **error)
{
  g_auto(TlEntityNode) node = { 0 };

  if (!tl_entity_node_load (self->database, id, &node, error))
    return FALSE;
  if (node.main == main_id)
    return TRUE;
  if (!tl_database_write (self->database, error,
                          "UPDATE entity SET main = ?, n_articles = 0, n_mentions = 0 WHERE id = ?",
                          "ii", main_id, id))
    return FALSE;
  tl_entity_ids_set_main (self->ids, id, main_id);
  if (!tl_entity_ids_is_fresh (self->ids, id))
    {
      add_to_set (self->uncounted, node.main);
      add_to_set (self->uncounted, main_id);
    }
  return visit_short_forms (self, id, error);
}

static gboolean
set_parent (TlEntityJoins  *self,
            const TlEntityNode *node,
            gint64          parent,
            GError        **error)
{
  g_autoptr(GArray) members = NULL;
  gint64 main_id;

  if (!tl_database_write (self->database, error, "UPDATE entity SET parent = ? WHERE id = ?",
                          "ii", parent, node->id) ||
      !tl_entity_node_find_main (self->database, node->id, &main_id, error))
    return FALSE;
  members = tl_entity_node_get_subtree (self->database, node->id, error);
  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!set_main (self, g_array_index (members, gint64, i), main_id, error))
      return FALSE;
  return TRUE;
}

/* ---- the work ---- */

static gboolean
update_holding (TlEntityJoins       *self,
                const TlEntityNode  *node,
                const TlHolding     *holding,
                GError             **error)
{
  const char *renamed = holding->rename != NULL ? holding->rename->to.name : NULL;
  gboolean is_dismissed = holding->dismiss != NULL;

  if (g_strcmp0 (renamed, node->renamed) == 0 && node->is_dismissed == is_dismissed)
    return TRUE;
  return tl_database_write (self->database, error,
                            "UPDATE entity SET renamed = ?, is_dismissed = ? WHERE id = ?",
                            "sii", renamed, (gint64) is_dismissed, node->id);
}

/* Whose part it is, by what a person decided, else by its name. */
static gboolean
find_parent (TlEntityJoins       *self,
             const TlEntityNode  *node,
             gint64              *parent,
             GError             **error)
{
  g_auto(TlHolding) holding = { NULL };

  if (self->has_decisions &&
      (!tl_holding_init (&holding, self->database, node, error) ||
       !update_holding (self, node, &holding, error)))
    return FALSE;
  if (!(holding.join != NULL ? find_target (self, &holding.join->to, parent, error)
                             : find_long_form (self, node, parent, error)))
    return FALSE;
  if (*parent == node->id)
    *parent = 0;
  return TRUE;
}

static gboolean
settle_one (TlEntityJoins  *self,
            gint64          id,
            GError        **error)
{
  g_auto(TlEntityNode) node = { 0 };
  gint64 parent = 0;

  if (!tl_entity_node_load (self->database, id, &node, error))
    return FALSE;
  if (node.id == 0)
    return TRUE;
  if (!find_parent (self, &node, &parent, error))
    return FALSE;
  if (node.parent != 0 && node.parent != parent)
    tl_entity_joins_release (self, node.parent);
  return parent == node.parent || set_parent (self, &node, parent, error);
}

static gboolean
settle_pending (TlEntityJoins  *self,
                GError        **error)
{
  while (!g_queue_is_empty (&self->pending))
    {
      g_autofree gint64 *id = g_queue_pop_head (&self->pending);

      g_hash_table_remove (self->is_pending, id);
      if (!settle_one (self, *id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_again (TlEntityJoins  *self,
             GError        **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->uncounted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    tl_entity_ids_uncount (self->ids, *(gint64 *) key);
  g_hash_table_iter_init (&iter, self->uncounted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!tl_database_write (self->database, error,
                            "UPDATE entity SET (n_articles, n_mentions) ="
                            " (SELECT count(DISTINCT mention.article_id), ifnull(sum(n), 0)"
                            "   FROM entity AS part JOIN mention ON entity_id = part.id"
                            "   JOIN article ON article.id = mention.article_id"
                            "   WHERE (part.id = ?1 OR (part.main = ?1 AND part.main != part.id))"
                            "   AND removed_at IS NULL)"
                            " WHERE id = ?1 AND main = id",
                            "i", *(gint64 *) key))
      return FALSE;
  g_hash_table_remove_all (self->uncounted);
  return TRUE;
}

/**
 * tl_entity_joins_settle:
 * @self: work
 * @error: return location for an error
 *
 * Does the work: decides for every entity that was visited whose part it is, and for those
 * to which that matters; counts again what was joined or taken apart.  What was made since
 * tl_entity_ids_forget_fresh() may have no mentions yet.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_settle (TlEntityJoins  *self,
                        GError        **error)
{
  return settle_pending (self, error) && count_again (self, error);
}

/**
 * tl_entity_joins_clean:
 * @self: work
 * @error: return location for an error
 *
 * Deletes what was released and has neither a mention nor a part.  This is the last thing
 * that can be done with the work.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_joins_clean (TlEntityJoins  *self,
                       GError        **error)
{
  while (g_hash_table_size (self->released) > 0)
    {
      GHashTableIter iter;
      gpointer key;
      g_auto(TlEntityNode) node = { 0 };
      gint64 id;

      g_hash_table_iter_init (&iter, self->released);
      g_hash_table_iter_next (&iter, &key, NULL);
      id = *(gint64 *) key;
      g_hash_table_iter_remove (&iter);
      if (!tl_entity_node_load (self->database, id, &node, error) ||
          !tl_database_write (self->database, error,
                              "DELETE FROM entity WHERE id = ?1"
                              " AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_id = ?1)"
                              " AND NOT EXISTS (SELECT 1 FROM entity WHERE parent = ?1 AND parent != 0)",
                              "i", id))
        return FALSE;
      /* Its parent may be the next. */
      if (node.parent != 0 && tl_database_get_n_changed (self->database) > 0)
        tl_entity_joins_release (self, node.parent);
    }
  return TRUE;
}
