/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what was read and what a person added speak of the same words, which of the two stands.
 * What a person said of a place is right.  What is said of all texts is right where nothing was
 * read, and where a part of the name was; a longer name that was read, and another of the same
 * words, stay, unless a person said that these are nothing. */

#include "tl-entity-named.h"

#include "tl-entity-node.h"
#include "tl-holding.h"

typedef struct
{
  TlSpan    span;
  TlEntity *entity;             /* not owned */
} Read;

typedef struct
{
  TlDatabase    *database;
  TlEntityJoins *joins;
  gint64         article_id;
  GArray        *reads;         /* owned: Read, in order */
  GHashTable    *nothing;       /* owned: TlEntity to whether it is nothing, plus one */
  GHashTable    *gone;          /* where a mention begins that gives way, plus one */
} Settling;

static void
settling_clear (Settling *self)
{
  g_array_unref (self->reads);
  g_hash_table_unref (self->nothing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settling, settling_clear)

static int
compare_reads (gconstpointer a,
               gconstpointer b)
{
  const Read *read = a, *other = b;

  return (read->span.start > other->span.start) - (read->span.start < other->span.start);
}

static GArray *
list_reads (TlArticle *article)
{
  GPtrArray *entities = tl_article_get_entities (article);
  GArray *reads = g_array_new (FALSE, FALSE, sizeof (Read));

  for (guint i = 0; i < entities->len; i++)
    {
      Read read = { .entity = g_ptr_array_index (entities, i) };
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (read.entity, &n_mentions);

      for (guint k = 0; k < n_mentions; k++)
        {
          read.span = mentions[k];
          g_array_append_val (reads, read);
        }
    }
  g_array_sort (reads, compare_reads);
  return reads;
}

/* The first that does not end before a place. */
static guint
find_first (const Settling *self,
            TlSpan          span)
{
  guint low = 0, high = self->reads->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reads, Read, middle).span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_there (const Settling *self,
          guint           i,
          TlSpan          span)
{
  return i < self->reads->len && g_array_index (self->reads, Read, i).span.start < span.end;
}

static gboolean
is_gone (const Settling *self,
         const Read     *read)
{
  return g_hash_table_contains (self->gone, GSIZE_TO_POINTER ((gsize) read->span.start + 1));
}

/* ---- what a person said is nothing ---- */

static gboolean
load_root (Settling           *self,
           const TlEntityKey  *key,
           gint64              article_id,
           TlEntityNode       *root,
           GError            **error)
{
  g_auto(TlEntityNode) node = { 0 };
  gint64 id;

  if (!tl_entity_ids_find (tl_entity_joins_get_ids (self->joins), key->type, key->key, article_id, &id, error))
    return FALSE;
  if (id != 0 && (!tl_entity_node_load (self->database, id, &node, error) ||
                  !tl_entity_node_load (self->database, node.main, root, error)))
    return FALSE;
  if (root->id == 0)
    *root = (TlEntityNode) { .type = key->type, .key = g_strdup (key->key), .article_id = article_id };
  return TRUE;
}

static gboolean
is_nothing (Settling  *self,
            TlEntity  *entity,
            gboolean  *nothing,
            GError   **error)
{
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (self->nothing, entity));
  const TlEntityKey *key = tl_entity_ids_get_key (tl_entity_joins_get_ids (self->joins), entity);
  g_auto(TlEntityNode) root = { 0 };
  g_auto(TlHolding) holding = { NULL };

  *nothing = known == 2;
  if (known != 0)
    return TRUE;
  if (!load_root (self, key, key->is_local ? self->article_id : 0, &root, error) ||
      !tl_holding_init (&holding, self->database, &root, error))
    return FALSE;
  *nothing = holding.dismiss != NULL;
  g_hash_table_insert (self->nothing, entity, GSIZE_TO_POINTER (*nothing ? 2 : 1));
  return TRUE;
}

/* ---- which stands ---- */

static gboolean
is_span (TlSpan a,
         TlSpan b)
{
  return a.start == b.start && a.end == b.end;
}

/* What was read there already need not be said. */
static gboolean
says_the_same (Settling          *self,
               const TlAddedName *added,
               const Read        *read)
{
  const TlEntityKey *key = tl_entity_ids_get_key (tl_entity_joins_get_ids (self->joins), read->entity);
  const TlIdentity *on = &added->decision->on;

  return is_span (read->span, added->span) && key->type == on->type && !key->is_local &&
         added->decision->to.digest == NULL && g_strcmp0 (key->key, on->key) == 0;
}

static gboolean
stands (Settling           *self,
        const TlAddedName  *added,
        gboolean           *does,
        GError            **error)
{
  *does = TRUE;
  for (guint i = find_first (self, added->span); *does && is_there (self, i, added->span); i++)
    {
      const Read *read = &g_array_index (self->reads, Read, i);

      if (added->is_here)
        *does = !says_the_same (self, added, read);
      else if (!is_gone (self, read) &&
               (is_span (read->span, added->span) || !tl_span_contains (added->span, read->span)) &&
               !is_nothing (self, read->entity, does, error))
        return FALSE;
    }
  return TRUE;
}

static void
give_way (Settling *self,
          TlSpan    span)
{
  for (guint i = find_first (self, span); is_there (self, i, span); i++)
    g_hash_table_add (self->gone,
                      GSIZE_TO_POINTER ((gsize) g_array_index (self->reads, Read, i).span.start + 1));
}

static gboolean
settle (Settling  *self,
        GArray    *added,
        gboolean   of_places,
        GError   **error)
{
  for (guint i = added->len; i > 0; i--)
    {
      const TlAddedName *name = &g_array_index (added, TlAddedName, i - 1);
      gboolean does;

      if (name->is_here != of_places)
        continue;
      if (!stands (self, name, &does, error))
        return FALSE;
      if (does)
        give_way (self, name->span);
      else
        g_array_remove_index (added, i - 1);
    }
  return TRUE;
}

/**
 * tl_entity_named_settle:
 * @database: a connection that is writing
 * @joins: its work
 * @article_id: an article
 * @article: what was read from it
 * @added: (element-type TlAddedName): the names in it that people added; those stay that stand
 * @gone: where the mentions begin that were read and do not stand, plus one, is added to
 * @error: return location for an error
 *
 * Settles which mentions an article has.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_named_settle (TlDatabase     *database,
                        TlEntityJoins  *joins,
                        gint64          article_id,
                        TlArticle      *article,
                        GArray         *added,
                        GHashTable     *gone,
                        GError        **error)
{
  g_auto(Settling) self = {
    .database = database,
    .joins = joins,
    .article_id = article_id,
    .reads = list_reads (article),
    .nothing = g_hash_table_new (NULL, NULL),
    .gone = gone,
  };

  return settle (&self, added, TRUE, error) && settle (&self, added, FALSE, error);
}
