/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities are asked for by name, mostly for the same ones again: what the file said once is
 * kept here, until somebody else changes the file. */

#include "tl-entity-ids.h"

#include <string.h>

#include "tl-entity-node.h"

/* So many are known at most when a transaction begins: some megabytes. */
#define MAX_KNOWN 50000

struct _TlEntityIds
{
  TlDatabase *database;
  gint64      version;          /* of the file, as it was when the transaction began */
  guint       n_forgotten;
  gint64      last_id;          /* of the newest entity, or 0 until it is asked for */
  GHashTable *keys;             /* owned: Said to itself */
  GHashTable *ids;              /* owned: "person:orlova vera" to id, where of all articles */
  GHashTable *mains;            /* owned: id to that of the main one */
  GHashTable *fresh;            /* owned: made just now, so that no mention is counted yet */
};

/* What an article says of an entity, and what that makes its key. */
typedef struct
{
  TlEntityType      type;
  TlEntityIdentity  identity;
  const char       *name;       /* owned by the ids */
  TlEntityKey       key;
} Said;

static guint
said_hash (gconstpointer data)
{
  const Said *said = data;

  return g_str_hash (said->name) ^ said->identity.geoname_id ^ (guint) said->type << 24;
}

static gboolean
said_equal (gconstpointer a,
            gconstpointer b)
{
  const Said *first = a, *second = b;

  return first->type == second->type &&
         first->identity.geoname_id == second->identity.geoname_id &&
         strcmp (first->identity.code, second->identity.code) == 0 &&
         strcmp (first->name, second->name) == 0;
}

static void
said_free (gpointer data)
{
  Said *said = data;

  tl_entity_key_clear (&said->key);
  g_free ((char *) said->name);
  g_free (said);
}

/**
 * tl_entity_ids_new:
 * @database: a connection that is writing; has to outlive this
 *
 * Returns: (transfer full): no ids yet
 */
TlEntityIds *
tl_entity_ids_new (TlDatabase *database)
{
  TlEntityIds *self = g_new0 (TlEntityIds, 1);

  self->database = database;
  self->keys = g_hash_table_new_full (said_hash, said_equal, said_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->mains = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->fresh = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * tl_entity_ids_free:
 * @self: (transfer full): ids
 */
void
tl_entity_ids_free (TlEntityIds *self)
{
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->mains);
  g_hash_table_unref (self->fresh);
  g_free (self);
}

/**
 * tl_entity_ids_begin:
 * @self: ids
 * @error: return location for an error
 *
 * Says that a transaction began: what others have changed since the last one is forgotten.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_ids_begin (TlEntityIds  *self,
                     GError      **error)
{
  gint64 version;

  if (!tl_database_query_int (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  if (g_hash_table_size (self->keys) > MAX_KNOWN)
    g_hash_table_remove_all (self->keys);
  if (version != self->version || g_hash_table_size (self->mains) > MAX_KNOWN)
    {
      self->last_id = 0;
      self->n_forgotten++;
      g_hash_table_remove_all (self->ids);
      g_hash_table_remove_all (self->mains);
      g_hash_table_remove_all (self->fresh);
    }
  self->version = version;
  return TRUE;
}

/**
 * tl_entity_ids_get_n_forgotten:
 * @self: ids
 *
 * Returns: how often all was forgotten: as long as that is the same, so are ids and names
 */
guint
tl_entity_ids_get_n_forgotten (TlEntityIds *self)
{
  return self->n_forgotten;
}

/**
 * tl_entity_ids_get_key:
 * @self: ids
 * @entity: an entity of an article
 *
 * Returns: (transfer none): what tl_entity_key_init_for() makes of it; until tl_entity_ids_begin()
 */
const TlEntityKey *
tl_entity_ids_get_key (TlEntityIds *self,
                       TlEntity    *entity)
{
  Said looked_up = {
    tl_entity_get_entity_type (entity), *tl_entity_get_identity (entity), tl_entity_get_name (entity), { 0 },
  };
  Said *said = g_hash_table_lookup (self->keys, &looked_up);

  if (said == NULL)
    {
      said = g_memdup2 (&looked_up, sizeof looked_up);
      said->name = g_strdup (looked_up.name);
      tl_entity_key_init_for (&said->key, entity);
      g_hash_table_add (self->keys, said);
    }
  return &said->key;
}

static char *
make_name (TlEntityType  type,
           const char   *key)
{
  return g_strconcat (tl_entity_type_to_string (type), ":", key, NULL);
}

/* 0 where it is not known. */
static gint64
look_up (TlEntityIds  *self,
         TlEntityType  type,
         const char   *key)
{
  g_autofree char *name = make_name (type, key);
  const gint64 *id = g_hash_table_lookup (self->ids, name);

  return id != NULL ? *id : 0;
}

static void
keep (TlEntityIds  *self,
      TlEntityType  type,
      const char   *key,
      gint64        id)
{
  g_hash_table_insert (self->ids, make_name (type, key), g_memdup2 (&id, sizeof id));
}

/**
 * tl_entity_ids_find:
 * @self: ids
 * @type: what it is
 * @key: what makes it the same in all articles
 * @article_id: the only article in which it is this, or 0
 * @id: (out): the entity, or 0 where there is none
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_ids_find (TlEntityIds   *self,
                    TlEntityType   type,
                    const char    *key,
                    gint64         article_id,
                    gint64        *id,
                    GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement = NULL;

  *id = article_id == 0 ? look_up (self, type, key) : 0;
  if (*id != 0)
    return TRUE;
  statement =
    tl_database_query (self->database, error,
                       "SELECT id, main FROM entity WHERE type = ? AND key = ? AND article_id = ?",
                       "ssi", tl_entity_type_to_string (type), key, article_id);
  if (statement == NULL)
    return FALSE;
  if (tl_database_step (self->database, statement, &local_error))
    {
      *id = sqlite3_column_int64 (statement, 0);
      tl_entity_ids_set_main (self, *id, sqlite3_column_int64 (statement, 1));
      if (article_id == 0)
        keep (self, type, key, *id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Makes an entity, unless it is there. */
static gboolean
insert (TlEntityIds   *self,
        TlEntityType   type,
        const char    *key,
        gint64         article_id,
        gboolean       is_split,
        gboolean      *is_new,
        GError       **error)
{
  if (self->last_id == 0 &&
      !tl_database_query_int (self->database, "SELECT max(id) FROM entity", &self->last_id, error))
    return FALSE;
  if (!tl_database_write (self->database, error,
                          "INSERT INTO entity VALUES (?1, ?2, ?3, ?4, ?5, 0, ?1, NULL, 0, 0, 0)"
                          " ON CONFLICT (type, key, article_id) DO NOTHING",
                          "issii", self->last_id + 1, tl_entity_type_to_string (type), key,
                          article_id, (gint64) is_split))
    return FALSE;
  *is_new = tl_database_get_n_changed (self->database) > 0;
  return TRUE;
}

/**
 * tl_entity_ids_have:
 * @self: ids
 * @type: what it is
 * @key: what makes it the same in all articles
 * @article_id: the only article in which it is this, or 0
 * @is_split: whether a person set it apart from those of this name
 * @id: (out): the entity
 * @is_new: (out): whether it was made
 * @error: return location for an error
 *
 * Finds an entity, or makes it.  Of what is not known here most is new, so that is tried first.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_ids_have (TlEntityIds   *self,
                    TlEntityType   type,
                    const char    *key,
                    gint64         article_id,
                    gboolean       is_split,
                    gint64        *id,
                    gboolean      *is_new,
                    GError       **error)
{
  *is_new = FALSE;
  *id = article_id == 0 ? look_up (self, type, key) : 0;
  if (*id != 0)
    return TRUE;
  if (!insert (self, type, key, article_id, is_split, is_new, error))
    return FALSE;
  if (!*is_new)
    return tl_entity_ids_find (self, type, key, article_id, id, error);
  *id = ++self->last_id;
  tl_entity_ids_set_main (self, *id, *id);
  g_hash_table_add (self->fresh, g_memdup2 (id, sizeof *id));
  if (article_id == 0)
    keep (self, type, key, *id);
  return TRUE;
}

/**
 * tl_entity_ids_is_fresh:
 * @self: ids
 * @id: an entity
 *
 * Returns: whether it was made just now, so that nothing is stored of it yet
 */
gboolean
tl_entity_ids_is_fresh (TlEntityIds *self,
                        gint64       id)
{
  return g_hash_table_contains (self->fresh, &id);
}

/**
 * tl_entity_ids_forget_fresh:
 * @self: ids
 *
 * Says that from now on mentions of all are counted.
 */
void
tl_entity_ids_forget_fresh (TlEntityIds *self)
{
  g_hash_table_remove_all (self->fresh);
}

/**
 * tl_entity_ids_set_main:
 * @self: ids
 * @id: an entity
 * @main_id: the root of the tree that it is in now
 */
void
tl_entity_ids_set_main (TlEntityIds *self,
                        gint64       id,
                        gint64       main_id)
{
  g_hash_table_insert (self->mains, g_memdup2 (&id, sizeof id), g_memdup2 (&main_id, sizeof main_id));
}

/**
 * tl_entity_ids_get_main:
 * @self: ids
 * @id: an entity
 * @main_id: (out): the root of the tree that it is in
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_ids_get_main (TlEntityIds  *self,
                        gint64        id,
                        gint64       *main_id,
                        GError      **error)
{
  const gint64 *known = g_hash_table_lookup (self->mains, &id);

  if (known == NULL)
    return tl_entity_node_find_main (self->database, id, main_id, error);
  *main_id = *known;
  return TRUE;
}
