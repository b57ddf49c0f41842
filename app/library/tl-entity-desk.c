/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entities articles name, by which names and where, to rows.  Articles of one time name
 * the same people and countries: what several say is counted here and written once. */

#include "tl-entity-desk.h"

#include <string.h>

#include "tl-entity-joins.h"
#include "tl-entity-names.h"
#include "tl-entity-parts.h"
#include "tl-mention-blob.h"
#include "tl-row-source.h"

/* So many are known at most when a transaction begins: some megabytes. */
#define MAX_FORMS 50000

struct _TlEntityDesk
{
  TlDatabase    *database;
  TlEntityJoins *joins;         /* owned */
  guint          n_forgotten;   /* how often its ids had been forgotten when what follows was found */
  GHashTable    *names;         /* owned: Name to itself */
  GHashTable    *forms;         /* owned: Form to itself */
  GPtrArray     *counted;       /* Names that are to be stored */
  GArray        *mentions;      /* owned: Mention */
};

/* What an entity is called, in how many of the articles. */
typedef struct
{
  gint64        entity_id;
  TlEntityType  type;
  TlEntityName *name;           /* owned */
  guint         n_articles;
  gint64        last_article;   /* that was counted */
} Name;

/* How a text writes a name, and which names of the entity that tells of: mostly articles write
 * what others have written. */
typedef struct
{
  gint64      entity_id;
  const char *text;             /* owned by the desk */
  gsize       length;
  GPtrArray  *names;            /* owned: Name */
} Form;

typedef struct
{
  gint64    article_id;
  gint64    entity_id;
  guint     n;
  GBytes   *spans;              /* owned */
  gboolean  is_counted;
} Mention;

static guint
name_hash (gconstpointer key)
{
  const Name *name = key;

  return (guint) name->entity_id * 31 + g_str_hash (name->name->text) + g_str_hash (name->name->key);
}

static gboolean
name_equal (gconstpointer a,
            gconstpointer b)
{
  const Name *name = a, *other = b;

  return name->entity_id == other->entity_id && strcmp (name->name->text, other->name->text) == 0 &&
         strcmp (name->name->key, other->name->key) == 0;
}

static void
name_free (gpointer data)
{
  Name *name = data;

  tl_entity_name_free (name->name);
  g_free (name);
}

static guint
form_hash (gconstpointer key)
{
  const Form *form = key;
  guint hash = (guint) form->entity_id;

  for (gsize i = 0; i < form->length; i++)
    hash = (hash ^ (guchar) form->text[i]) * 0x01000193u;
  return hash;
}

static gboolean
form_equal (gconstpointer a,
            gconstpointer b)
{
  const Form *form = a, *other = b;

  return form->entity_id == other->entity_id && form->length == other->length &&
         memcmp (form->text, other->text, form->length) == 0;
}

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free ((char *) form->text);
  g_ptr_array_unref (form->names);
  g_free (form);
}

static void
mention_clear (gpointer data)
{
  g_bytes_unref (((Mention *) data)->spans);
}

/* Where people have decided something, what they said leads from one entity to another in the file;
 * else nobody looks for one there before it is stored with all others. */
static void
begin_ids (TlEntityDesk *self)
{
  tl_entity_ids_defer (tl_entity_joins_get_ids (self->joins), !tl_entity_joins_has_decisions (self->joins));
}

/**
 * tl_entity_desk_new:
 * @database: a connection that is writing, and has to outlive the desk; for other transactions
 *   than this one see tl_entity_desk_begin()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a desk with nothing on it
 */
TlEntityDesk *
tl_entity_desk_new (TlDatabase  *database,
                    GError     **error)
{
  TlEntityJoins *joins = tl_entity_joins_new (database, error);
  TlEntityDesk *self;

  if (joins == NULL)
    return NULL;
  self = g_new0 (TlEntityDesk, 1);
  self->database = database;
  self->joins = joins;
  self->names = g_hash_table_new_full (name_hash, name_equal, name_free, NULL);
  self->forms = g_hash_table_new_full (form_hash, form_equal, form_free, NULL);
  self->counted = g_ptr_array_new ();
  self->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_array_set_clear_func (self->mentions, mention_clear);
  begin_ids (self);
  return self;
}

/**
 * tl_entity_desk_begin:
 * @self: a desk on which nothing is
 * @error: return location for an error
 *
 * Says that another transaction began.  Whoever changed entities with the same connection, and
 * not with this desk, has to take a new one.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_desk_begin (TlEntityDesk  *self,
                      GError       **error)
{
  guint n_forgotten;

  if (!tl_entity_joins_begin (self->joins, error))
    return FALSE;
  begin_ids (self);
  n_forgotten = tl_entity_ids_get_n_forgotten (tl_entity_joins_get_ids (self->joins));
  if (n_forgotten != self->n_forgotten || g_hash_table_size (self->forms) > MAX_FORMS)
    {
      g_hash_table_remove_all (self->forms);
      g_hash_table_remove_all (self->names);
    }
  self->n_forgotten = n_forgotten;
  return TRUE;
}

/**
 * tl_entity_desk_free:
 * @self: (transfer full): a desk
 *
 * Forgets what is on it.
 */
void
tl_entity_desk_free (TlEntityDesk *self)
{
  tl_entity_joins_free (self->joins);
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->counted);
  g_array_unref (self->mentions);
  g_free (self);
}

static Name *
have_name (TlEntityDesk       *self,
           const TlEntityPart *part,
           TlEntityName       *found)
{
  Name looked_up = { .entity_id = part->entity_id, .type = part->type, .name = found };
  Name *name = g_hash_table_lookup (self->names, &looked_up);

  if (name == NULL)
    {
      name = g_memdup2 (&looked_up, sizeof looked_up);
      name->name = tl_entity_name_copy (found);
      g_hash_table_add (self->names, name);
    }
  return name;
}

static const Form *
have_form (TlEntityDesk       *self,
           const TlEntityPart *part,
           const char         *text,
           TlSpan              span)
{
  gsize length = span.end - span.start;
  Form looked_up = { part->entity_id, text + span.start, length, NULL };
  Form *form = g_hash_table_lookup (self->forms, &looked_up);
  g_autoptr(GPtrArray) names = NULL;

  if (form != NULL)
    return form;
  names = tl_entity_names_find (part->type, part->key, text, &span, 1);
  form = g_memdup2 (&looked_up, sizeof looked_up);
  form->text = g_memdup2 (looked_up.text, length);
  form->names = g_ptr_array_sized_new (names->len);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (form->names, have_name (self, part, g_ptr_array_index (names, i)));
  g_hash_table_add (self->forms, form);
  return form;
}

/* However often an article names one so, it counts once. */
static void
add_names (TlEntityDesk       *self,
           gint64              article_id,
           const TlEntityPart *part,
           const char         *text)
{
  for (guint i = 0; i < part->spans->len; i++)
    {
      const Form *form = have_form (self, part, text, g_array_index (part->spans, TlSpan, i));

      for (guint k = 0; k < form->names->len; k++)
        {
          Name *name = g_ptr_array_index (form->names, k);

          if (name->last_article == article_id)
            continue;
          name->last_article = article_id;
          if (name->n_articles++ == 0)
            g_ptr_array_add (self->counted, name);
        }
    }
}

/**
 * tl_entity_desk_add:
 * @self: a desk
 * @article_id: an article that has no mentions stored
 * @article: what was read from it
 * @is_counted: whether it is there, and not removed
 * @error: return location for an error
 *
 * Takes down which entities an article names, and where.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_desk_add (TlEntityDesk  *self,
                    gint64         article_id,
                    TlArticle     *article,
                    gboolean       is_counted,
                    GError       **error)
{
  g_autoptr(GPtrArray) parts =
    tl_entity_parts_find (self->database, self->joins, article_id, article, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const TlEntityPart *part = g_ptr_array_index (parts, i);
      Mention mention = {
        article_id, part->entity_id, part->spans->len,
        tl_mentions_pack ((const TlSpan *) (void *) part->spans->data, part->spans->len),
        is_counted,
      };

      g_array_append_val (self->mentions, mention);
      add_names (self, article_id, part, tl_article_get_text (article));
    }
  return TRUE;
}

/* ---- storing ---- */

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const Mention *mention = a, *other = b;

  if (mention->article_id != other->article_id)
    return mention->article_id < other->article_id ? -1 : 1;
  return (mention->entity_id > other->entity_id) - (mention->entity_id < other->entity_id);
}

/* With what is counted of them: most stay as they are made here. */
static gboolean
store_entities (TlEntityDesk  *self,
                GError       **error)
{
  TlEntityIds *ids = tl_entity_joins_get_ids (self->joins);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);

      if (mention->is_counted)
        tl_entity_ids_count (ids, mention->entity_id, 1, mention->n);
    }
  return tl_entity_ids_store (ids, error);
}

/* Adds to what is stored of a name; one that is not, is put among the new ones. */
static gboolean
count_name (TlEntityDesk  *self,
            Name          *name,
            GPtrArray     *fresh,
            GError       **error)
{
  if (!tl_entity_ids_is_fresh (tl_entity_joins_get_ids (self->joins), name->entity_id))
    {
      if (!tl_database_write (self->database, error,
                              "UPDATE name SET n_articles = n_articles + ?"
                              " WHERE entity_id = ? AND text = ? AND key = ?",
                              "iiss", (gint64) name->n_articles, name->entity_id,
                              name->name->text, name->name->key))
        return FALSE;
      if (tl_database_get_n_changed (self->database) > 0)
        return TRUE;
    }
  g_ptr_array_add (fresh, name);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *name = *(const Name *const *) a, *other = *(const Name *const *) b;
  int order = (name->entity_id > other->entity_id) - (name->entity_id < other->entity_id);

  if (order == 0)
    order = strcmp (name->name->text, other->name->text);
  return order != 0 ? order : strcmp (name->name->key, other->name->key);
}

static void
get_name_column (sqlite3_context *context,
                 gconstpointer    row,
                 int              column)
{
  const Name *name = *(const Name *const *) row;

  if (column == 0)
    sqlite3_result_int64 (context, name->entity_id);
  else if (column == 1)
    sqlite3_result_text (context, name->name->text, -1, SQLITE_STATIC);
  else if (column == 2)
    sqlite3_result_text (context, name->name->key, -1, SQLITE_STATIC);
  else
    sqlite3_result_int (context, column == 3 ? name->name->joins : (int) name->n_articles);
}

/* A name that is new may be that by which another entity is this one. */
static gboolean
store_fresh_names (TlEntityDesk  *self,
                   GPtrArray     *fresh,
                   GError       **error)
{
  TlRowSource source = { fresh->pdata, sizeof (Name *), fresh->len, get_name_column };

  g_ptr_array_sort (fresh, compare_names);
  if (!tl_database_write_rows (self->database,
                               "INSERT OR FAIL INTO name SELECT c0, c1, c2, c3, c4 FROM tl_rows(?)", &source,
                               error))
    return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    {
      const Name *name = g_ptr_array_index (fresh, i);

      if (name->name->joins && !tl_entity_joins_visit (self->joins, name->type, name->name->key, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_names (TlEntityDesk  *self,
             GError       **error)
{
  g_autoptr(GPtrArray) fresh = g_ptr_array_sized_new (self->counted->len);

  for (guint i = 0; i < self->counted->len; i++)
    if (!count_name (self, g_ptr_array_index (self->counted, i), fresh, error))
      return FALSE;
  if (!store_fresh_names (self, fresh, error))
    return FALSE;
  for (guint i = 0; i < self->counted->len; i++)
    {
      Name *name = g_ptr_array_index (self->counted, i);

      name->n_articles = 0;
      name->last_article = 0;
    }
  g_ptr_array_set_size (self->counted, 0);
  return TRUE;
}

static void
get_mention_column (sqlite3_context *context,
                    gconstpointer    row,
                    int              column)
{
  const Mention *mention = row;
  gsize size;
  gconstpointer spans;

  if (column == 0)
    sqlite3_result_int64 (context, mention->article_id);
  else if (column == 1)
    sqlite3_result_int64 (context, mention->entity_id);
  else if (column == 2)
    sqlite3_result_int64 (context, mention->n);
  else
    {
      spans = g_bytes_get_data (mention->spans, &size);
      sqlite3_result_blob64 (context, spans, size, SQLITE_STATIC);
    }
}

static gboolean
store_mentions (TlEntityDesk  *self,
                GError       **error)
{
  TlRowSource source = { self->mentions->data, sizeof (Mention), self->mentions->len, get_mention_column };

  return tl_database_write_rows (self->database,
                                 "INSERT OR FAIL INTO mention SELECT c0, c1, c2, c3 FROM tl_rows(?)", &source,
                                 error);
}

typedef struct
{
  gint64 last_article;
  gint64 n_articles;
  gint64 n_mentions;
} Count;

/* What is to be added to which main one: the mentions are in the order of the articles. */
static gboolean
count_mentions (TlEntityDesk  *self,
                GHashTable    *counts,
                GError       **error)
{
  TlEntityIds *ids = tl_entity_joins_get_ids (self->joins);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const Mention *mention = &g_array_index (self->mentions, Mention, i);
      gint64 main_id;
      Count *count;

      if (!mention->is_counted)
        continue;
      if (!tl_entity_ids_get_main (ids, mention->entity_id, &main_id, error))
        return FALSE;
      count = g_hash_table_lookup (counts, &main_id);
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          g_hash_table_insert (counts, g_memdup2 (&main_id, sizeof main_id), count);
        }
      count->n_articles += count->last_article != mention->article_id;
      count->last_article = mention->article_id;
      count->n_mentions += mention->n;
    }
  return TRUE;
}

static gboolean
store_counts (TlEntityDesk  *self,
              GError       **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  TlEntityIds *ids = tl_entity_joins_get_ids (self->joins);
  GHashTableIter iter;
  gpointer main_id, value;

  if (!count_mentions (self, counts, error))
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &main_id, &value))
    {
      const Count *count = value;
      gint64 n_articles, n_mentions;

      tl_entity_ids_get_counted (ids, *(gint64 *) main_id, &n_articles, &n_mentions);
      if (count->n_articles == n_articles && count->n_mentions == n_mentions)
        continue;
      if (!tl_database_write (self->database, error,
                              "UPDATE entity SET n_articles = n_articles + ?,"
                              " n_mentions = n_mentions + ? WHERE id = ?",
                              "iii", count->n_articles - n_articles, count->n_mentions - n_mentions,
                              *(gint64 *) main_id))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_entity_desk_store:
 * @self: a desk
 * @error: return location for an error
 *
 * Stores what is on the desk, and clears it.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_desk_store (TlEntityDesk  *self,
                      GError       **error)
{
  g_array_sort (self->mentions, compare_mentions);
  /* What is joined here is counted again before these mentions are counted. */
  if (!store_entities (self, error) || !store_names (self, error) || !tl_entity_joins_settle (self->joins, error) ||
      !store_mentions (self, error) || !store_counts (self, error))
    return FALSE;
  tl_entity_ids_forget_fresh (tl_entity_joins_get_ids (self->joins));
  g_array_set_size (self->mentions, 0);
  return TRUE;
}
