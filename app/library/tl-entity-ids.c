/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities are asked for by name, mostly for the same ones again: what the file said once is
 * kept here, until somebody else changes the file. */

#include "tl-entity-ids.h"

#include <string.h>

#include "tl-entity-node.h"
#include "tl-row-source.h"

/* So many are known at most when a transaction begins: some megabytes. */
#define MAX_KNOWN 50000

struct _TlEntityIds
{
  TlDatabase *database;
  gint64      version;          /* of the file, as it was when the transaction began */
  guint       n_forgotten;
  gint64      last_id;          /* of the newest entity, or 0 until it is asked for */
  GHashTable *keys;             /* owned: Said to itself */
  GHashTable *ids;              /* owned: "person:0:orlova vera" to id */
  GHashTable *mains;            /* owned: id to that of the main one */
  GArray     *fresh;            /* owned: Fresh, made just now, so that no mention is stored yet */
  guint       n_stored;         /* of these */
  gboolean    is_deferring;
};

/* One that was made since the transaction began. */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *key;            /* owned */
  gint64        article_id;
  gboolean      is_split;
  gboolean      is_stored;
  guint         n_articles;     /* as it is stored, or is going to be */
  guint         n_mentions;
} Fresh;

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

static void
fresh_clear (gpointer data)
{
  g_free (((Fresh *) data)->key);
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
  self->fresh = g_array_new (FALSE, FALSE, sizeof (Fresh));
  g_array_set_clear_func (self->fresh, fresh_clear);
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
  g_array_unref (self->fresh);
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
    }
  tl_entity_ids_forget_fresh (self);
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
           const char   *key,
           gint64        article_id)
{
  char number[24] = ":0:";

  if (article_id != 0)
    g_snprintf (number, sizeof number, ":%" G_GINT64_FORMAT ":", article_id);
  return g_strconcat (tl_entity_type_to_string (type), number, key, NULL);
}

/* 0 where it is not known. */
static gint64
look_up (TlEntityIds  *self,
         TlEntityType  type,
         const char   *key,
         gint64        article_id)
{
  g_autofree char *name = make_name (type, key, article_id);
  const gint64 *id = g_hash_table_lookup (self->ids, name);

  return id != NULL ? *id : 0;
}

static void
keep (TlEntityIds  *self,
      TlEntityType  type,
      const char   *key,
      gint64        article_id,
      gint64        id)
{
  g_hash_table_insert (self->ids, make_name (type, key, article_id), g_memdup2 (&id, sizeof id));
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

  *id = look_up (self, type, key, article_id);
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
      keep (self, type, key, article_id, *id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- those that are made ---- */

/* Their ids follow one another.  Until another one is made. */
static Fresh *
get_fresh (TlEntityIds *self,
           gint64       id)
{
  gint64 first = self->fresh->len > 0 ? g_array_index (self->fresh, Fresh, 0).id : G_MAXINT64;

  return id >= first && id - first < self->fresh->len ? &g_array_index (self->fresh, Fresh, id - first)
                                                      : NULL;
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
  return get_fresh (self, id) != NULL;
}

/**
 * tl_entity_ids_count:
 * @self: ids
 * @id: an entity
 * @n_articles: in how many more articles it is named
 * @n_mentions: how often
 *
 * Has this stored with it, if it is yet to be stored.
 */
void
tl_entity_ids_count (TlEntityIds *self,
                     gint64       id,
                     guint        n_articles,
                     guint        n_mentions)
{
  Fresh *fresh = get_fresh (self, id);

  if (fresh == NULL || fresh->is_stored)
    return;
  fresh->n_articles += n_articles;
  fresh->n_mentions += n_mentions;
}

/**
 * tl_entity_ids_get_counted:
 * @self: ids
 * @id: an entity
 * @n_articles: (out): in how many articles it is stored to be named of those that are being stored
 * @n_mentions: (out): how often
 */
void
tl_entity_ids_get_counted (TlEntityIds *self,
                           gint64       id,
                           gint64      *n_articles,
                           gint64      *n_mentions)
{
  const Fresh *fresh = get_fresh (self, id);

  *n_articles = fresh != NULL ? fresh->n_articles : 0;
  *n_mentions = fresh != NULL ? fresh->n_mentions : 0;
}

/**
 * tl_entity_ids_uncount:
 * @self: ids
 * @id: an entity
 *
 * Says that nothing of the articles that are being stored is counted with it any more.
 */
void
tl_entity_ids_uncount (TlEntityIds *self,
                       gint64       id)
{
  Fresh *fresh = get_fresh (self, id);

  if (fresh == NULL)
    return;
  fresh->n_articles = 0;
  fresh->n_mentions = 0;
}

static void
get_fresh_column (sqlite3_context *context,
                  gconstpointer    row,
                  int              column)
{
  const Fresh *fresh = row;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, fresh->id);
      break;
    case 1:
      sqlite3_result_text (context, tl_entity_type_to_string (fresh->type), -1, SQLITE_STATIC);
      break;
    case 2:
      sqlite3_result_text (context, fresh->key, -1, SQLITE_STATIC);
      break;
    case 3:
      sqlite3_result_int64 (context, fresh->article_id);
      break;
    case 4:
      sqlite3_result_int (context, fresh->is_split);
      break;
    case 5:
      sqlite3_result_int (context, (int) fresh->n_articles);
      break;
    default:
      sqlite3_result_int (context, (int) fresh->n_mentions);
      break;
    }
}

/**
 * tl_entity_ids_store:
 * @self: ids
 * @error: return location for an error
 *
 * Stores what was made and is not stored yet.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_ids_store (TlEntityIds  *self,
                     GError      **error)
{
  Fresh *all = (Fresh *) (void *) self->fresh->data;
  TlRowSource source = {
    all + self->n_stored, sizeof *all, self->fresh->len - self->n_stored, get_fresh_column,
  };

  for (; self->n_stored < self->fresh->len; self->n_stored++)
    all[self->n_stored].is_stored = TRUE;
  return tl_database_write_rows (self->database,
                                 "INSERT OR FAIL INTO entity"
                                 " SELECT c0, c1, c2, c3, c4, 0, c0, NULL, 0, c5, c6 FROM tl_rows(?)",
                                 &source, error);
}

/**
 * tl_entity_ids_defer:
 * @self: ids
 * @is_deferring: whether what is made is stored by tl_entity_ids_store(), all at once, and not
 *   before: then nobody may look for it in the file
 */
void
tl_entity_ids_defer (TlEntityIds *self,
                     gboolean     is_deferring)
{
  self->is_deferring = is_deferring;
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
 * Finds an entity, or makes it.
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
  Fresh fresh = { .type = type, .article_id = article_id, .is_split = is_split };

  *is_new = FALSE;
  if (!tl_entity_ids_find (self, type, key, article_id, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (self->last_id == 0 &&
      !tl_database_query_int (self->database, "SELECT max(id) FROM entity", &self->last_id, error))
    return FALSE;
  fresh.id = *id = ++self->last_id;
  fresh.key = g_strdup (key);
  g_array_append_val (self->fresh, fresh);
  tl_entity_ids_set_main (self, *id, *id);
  keep (self, type, key, article_id, *id);
  *is_new = TRUE;
  return self->is_deferring || tl_entity_ids_store (self, error);
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
  g_array_set_size (self->fresh, 0);
  self->n_stored = 0;
}

/**
 * tl_entity_ids_set_main:
 * @self: ids
 * @id: an entity
 * @main_id: the root of the tree that it is in now
 *
 * Says that it counts nothing by itself any more, too.
 */
void
tl_entity_ids_set_main (TlEntityIds *self,
                        gint64       id,
                        gint64       main_id)
{
  tl_entity_ids_uncount (self, id);
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
