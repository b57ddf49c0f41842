/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entities of a library for people: one with all that is known of it, and those that
 * have some words in a name. */

#include "tl-known-entity.h"

#include "tl-entity-finder.h"
#include "tl-entity-key.h"
#include "tl-entity-node.h"

/**
 * tl_known_entity_free:
 * @self: (transfer full): an entity
 */
void
tl_known_entity_free (TlKnownEntity *self)
{
  g_free (self->name);
  g_free (self->code);
  g_strfreev (self->aliases);
  g_free (self);
}

static char **
load_aliases (TlDatabase  *database,
              gint64       id,
              GError     **error)
{
  g_autoptr(GStrvBuilder) aliases = g_strv_builder_new ();
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT text FROM entity JOIN name ON entity_id = id"
                       " WHERE (id = ?1 OR (main = ?1 AND main != id)) AND text != ''"
                       " GROUP BY text ORDER BY sum(name.n_articles) DESC, text", "i", id);

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      g_autofree char *alias = tl_statement_dup_string (statement, 0);

      g_strv_builder_add (aliases, alias != NULL ? alias : "");
    }
  if (local_error == NULL)
    return g_strv_builder_end (aliases);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
load_counts (TlDatabase     *database,
             TlKnownEntity  *self,
             GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT n_articles, n_mentions FROM entity WHERE id = ?", "i", self->id);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      self->n_articles = (guint) sqlite3_column_int64 (statement, 0);
      self->n_mentions = (guint) sqlite3_column_int64 (statement, 1);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_known_entity_load:
 * @database: a connection
 * @id: an entity, or one that is a part of it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL, perhaps without an error,
 *   where it is not there any more
 */
TlKnownEntity *
tl_known_entity_load (TlDatabase  *database,
                      gint64       id,
                      GError     **error)
{
  g_autoptr(TlKnownEntity) self = g_new0 (TlKnownEntity, 1);
  g_auto(TlEntityNode) part = { 0 };
  g_auto(TlEntityNode) node = { 0 };

  if (!tl_entity_node_load (database, id, &part, error) || part.id == 0 ||
      !tl_entity_node_load (database, part.main, &node, error) || node.id == 0)
    return NULL;
  self->id = node.id;
  self->type = node.type;
  self->is_dismissed = node.is_dismissed;
  self->code = g_strdup (tl_entity_key_get_code (node.key));
  self->geoname_id = tl_entity_key_get_geoname_id (node.key);
  self->name = tl_entity_node_dup_name (database, &node, error);
  self->aliases = self->name != NULL ? load_aliases (database, node.id, error) : NULL;
  if (self->aliases == NULL || !load_counts (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What is gone by then is left out. */
static GPtrArray *
load_all (TlDatabase  *database,
          GArray      *ids,
          GError     **error)
{
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tl_known_entity_free);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GError) local_error = NULL;
      TlKnownEntity *entity =
        tl_known_entity_load (database, g_array_index (ids, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (entity != NULL)
        g_ptr_array_add (found, entity);
    }
  return g_steal_pointer (&found);
}

/**
 * tl_known_entities_find:
 * @database: a connection
 * @type: a #TlEntityType, or %TL_ANY_ENTITY_TYPE
 * @words: beginnings of words, as in a name of those that are looked for; "" for all
 * @limit: how many at most
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Goes through all names, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable) (element-type TlKnownEntity): what has the words in a
 *   name, what most articles name first
 */
GPtrArray *
tl_known_entities_find (TlDatabase    *database,
                        int            type,
                        const char    *words,
                        guint          limit,
                        GCancellable  *cancellable,
                        GError       **error)
{
  guint types = type == TL_ANY_ENTITY_TYPE ? 0 : 1u << type;
  g_auto(TlEntityOrders) orders = { { NULL } };
  g_autoptr(GArray) ids = tl_entities_find (database, words, types, TL_ENTITY_ORDER_ARTICLES, &orders,
                                            cancellable, error);

  if (ids == NULL)
    return NULL;
  g_array_set_size (ids, MIN (ids->len, limit));
  return load_all (database, ids, error);
}

/**
 * tl_known_entities_list_dismissed:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlKnownEntity): what a person said is nothing
 *   and articles name, what most of them name first
 */
GPtrArray *
tl_known_entities_list_dismissed (TlDatabase  *database,
                                  GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM entity WHERE is_dismissed AND main = id AND n_articles > 0"
                               " ORDER BY n_articles DESC, id", ""))
    return NULL;
  return load_all (database, ids, error);
}

/**
 * tl_known_entity_get_articles:
 * @database: a connection
 * @id: an entity
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the articles that name it, the
 *   newest first, those without a date last
 */
GArray *
tl_known_entity_get_articles (TlDatabase  *database,
                              gint64       id,
                              GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT DISTINCT article.id"
                               " FROM entity JOIN mention ON entity_id = entity.id"
                               " JOIN article ON article.id = mention.article_id"
                               " WHERE (entity.id = ?1 OR (main = ?1 AND main != entity.id))"
                               " AND removed_at IS NULL ORDER BY published DESC, article.id",
                               "i", id))
    return NULL;
  return g_steal_pointer (&ids);
}
