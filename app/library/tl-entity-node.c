/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities as they are stored: one, and the tree of those that are one. */

#include "tl-entity-node.h"

#include "tl-entity-key.h"
#include "tl-gazetteer.h"

/* No chain of joined entities is longer: it would be a circle, made by undoing and redoing
 * decisions in another order. */
#define MAX_CHAIN 64

/**
 * tl_entity_node_clear:
 * @self: an entity
 *
 * Frees what it holds.
 */
void
tl_entity_node_clear (TlEntityNode *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->renamed, g_free);
}

/**
 * tl_entity_node_load:
 * @database: a connection
 * @id: an entity
 * @node: (out): what is stored of it, with the id 0 where there is none
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_node_load (TlDatabase    *database,
                     gint64         id,
                     TlEntityNode  *node,
                     GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT type, key, article_id, is_split, parent, main, renamed, is_dismissed,"
                       " n_articles FROM entity WHERE id = ?", "i", id);

  *node = (TlEntityNode) { 0 };
  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      node->id = id;
      tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, 0), &node->type);
      node->key = tl_statement_dup_string (statement, 1);
      node->article_id = sqlite3_column_int64 (statement, 2);
      node->is_split = sqlite3_column_int (statement, 3) != 0;
      node->parent = sqlite3_column_int64 (statement, 4);
      node->main = sqlite3_column_int64 (statement, 5);
      node->renamed = tl_statement_dup_string (statement, 6);
      node->is_dismissed = sqlite3_column_int (statement, 7) != 0;
      node->n_articles = (guint) sqlite3_column_int64 (statement, 8);
    }
  if (node->key == NULL)
    node->key = g_strdup ("");
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_entity_node_find_main:
 * @database: a connection
 * @id: an entity
 * @main_id: (out): the root of the tree that it is in
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_node_find_main (TlDatabase  *database,
                          gint64       id,
                          gint64      *main_id,
                          GError     **error)
{
  gint64 smallest = id;

  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      g_auto(TlEntityNode) node = { 0 };

      if (!tl_entity_node_load (database, id, &node, error))
        return FALSE;
      if (node.parent == 0 || node.parent == id)
        {
          *main_id = id;
          return TRUE;
        }
      id = node.parent;
      smallest = MIN (smallest, id);
    }
  *main_id = smallest;
  return TRUE;
}

static gboolean
append_children (TlDatabase  *database,
                 gint64       id,
                 GHashTable  *seen,
                 GArray      *ids,
                 GError     **error)
{
  g_autoptr(GArray) children = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, children, error,
                               "SELECT id FROM entity"
                               " WHERE parent = ? AND parent != 0", "i", id))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      gint64 *child = &g_array_index (children, gint64, i);

      if (g_hash_table_add (seen, g_memdup2 (child, sizeof *child)))
        g_array_append_val (ids, *child);
    }
  return TRUE;
}

/**
 * tl_entity_node_get_subtree:
 * @database: a connection
 * @id: an entity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): it and all that is joined to
 *   it, each once
 */
GArray *
tl_entity_node_get_subtree (TlDatabase  *database,
                            gint64       id,
                            GError     **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
  g_array_append_val (ids, id);
  for (guint i = 0; i < ids->len; i++)
    if (!append_children (database, g_array_index (ids, gint64, i), seen, ids, error))
      return NULL;
  return g_steal_pointer (&ids);
}

/* The first text that a statement gives; NULL where there is none. */
static gboolean
select_name (TlDatabase          *database,
             const char          *sql,
             const TlEntityNode  *node,
             char               **name,
             GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement = tl_database_query (database, error, sql, "is", node->id, node->key);

  *name = NULL;
  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    *name = tl_statement_dup_string (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What a person made of something else, as of another kind, is called as that is. */
#define NAME_ORDER \
  " ORDER BY name.key = ?2 DESC, name.n_articles DESC, text = upper(text), length(text), text LIMIT 1"
#define OWN_NAME "SELECT text FROM name WHERE entity_id = ?1 AND text != ''" NAME_ORDER
#define NAME_OF_PART \
  "SELECT text FROM entity JOIN name ON entity_id = id" \
  " WHERE main = ?1 AND main != id AND text != ''" NAME_ORDER

/**
 * tl_entity_node_dup_name:
 * @database: a connection
 * @node: an entity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what to call it: as a person does, as the gazetteer
 *   does, else as most articles do that give the full name
 */
char *
tl_entity_node_dup_name (TlDatabase          *database,
                         const TlEntityNode  *node,
                         GError             **error)
{
  const char *code = tl_entity_key_get_code (node->key);
  char *name;

  if (node->renamed != NULL)
    return g_strdup (node->renamed);
  if (code != NULL)
    return tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), code);
  if (!select_name (database, OWN_NAME, node, &name, error) ||
      (name == NULL && !select_name (database, NAME_OF_PART, node, &name, error)))
    return NULL;
  return name != NULL ? name : g_strdup (node->key);
}
