/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article as it was read, with what the library knows of its entities laid over it: those
 * that a person joined are one, those set apart are two, what was dismissed is gone, and what was
 * added is there. */

#include "tl-entity-overlay.h"

#include <string.h>

#include "tl-added-names.h"
#include "tl-entity-key.h"
#include "tl-entity-names.h"
#include "tl-entity-node.h"
#include "tl-mention-blob.h"

/* A main entity, and where the article names it or a part of it. */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *renamed;        /* owned, or NULL */
  gboolean      is_dismissed;
  guint         n_articles;     /* with this one, be it removed */
  GArray       *spans;          /* owned: TlSpan */
  GArray       *own;            /* owned: TlSpan, those of no part of it; empty if there are none */
} Laid;

static void
laid_free (gpointer data)
{
  Laid *laid = data;

  g_free (laid->renamed);
  g_array_unref (laid->spans);
  g_array_unref (laid->own);
  g_free (laid);
}

/* In the order of the entities' ids; those of the same main one follow each other. */
static GPtrArray *
load_laid (TlDatabase  *database,
           gint64       article_id,
           gsize        text_length,
           GError     **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (laid_free);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT root.id, root.type, root.renamed, root.is_dismissed, spans,"
                       " part.id = root.id,"
                       " root.n_articles + (SELECT removed_at IS NOT NULL FROM article WHERE id = ?1)"
                       " FROM mention JOIN entity AS part ON part.id = entity_id"
                       " JOIN entity AS root ON root.id = part.main"
                       " WHERE mention.article_id = ?1 ORDER BY root.id", "i", article_id);

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      Laid *laid = all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;
      g_autoptr(GBytes) blob = tl_statement_dup_bytes (statement, 4);
      g_autoptr(GArray) spans = tl_mentions_unpack (blob, text_length);

      if (laid == NULL || laid->id != id)
        {
          laid = g_new0 (Laid, 1);
          laid->id = id;
          tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, 1), &laid->type);
          laid->renamed = tl_statement_dup_string (statement, 2);
          laid->is_dismissed = sqlite3_column_int (statement, 3) != 0;
          laid->n_articles = (guint) sqlite3_column_int64 (statement, 6);
          laid->spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
          laid->own = g_array_new (FALSE, FALSE, sizeof (TlSpan));
          g_ptr_array_add (all, laid);
        }
      g_array_append_vals (laid->spans, spans->data, spans->len);
      if (sqlite3_column_int (statement, 5) != 0)
        g_array_append_vals (laid->own, spans->data, spans->len);
    }
  if (local_error == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const TlSpan *span = a, *other = b;

  return (span->start > other->start) - (span->start < other->start);
}

static int
compare_laid (gconstpointer a,
              gconstpointer b)
{
  const Laid *laid = *(const Laid *const *) a, *other = *(const Laid *const *) b;

  return compare_spans (laid->spans->data, other->spans->data);
}

/* Where each entity of the reading is named: the start of a mention to the entity. */
static GHashTable *
index_reading (TlArticle *article)
{
  GHashTable *by_start = g_hash_table_new (NULL, NULL);
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (g_ptr_array_index (entities, i), &n_mentions);

      for (guint k = 0; k < n_mentions; k++)
        g_hash_table_insert (by_start, GSIZE_TO_POINTER (mentions[k].start + 1),
                             g_ptr_array_index (entities, i));
    }
  return by_start;
}

/* What a person said of a place is not what was read there. */
static gboolean
forget_places (TlDatabase   *database,
               gint64        article_id,
               TlArticle    *article,
               GHashTable   *by_start,
               GError      **error)
{
  g_autoptr(GPtrArray) decisions = tl_decision_get_places (database, article_id, error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const TlDecision *decision = g_ptr_array_index (decisions, i);
      g_auto(TlEntityKey) key = { 0 };
      TlEntity *read;
      TlSpan span;

      if (!tl_added_name_read_place (decision, tl_article_get_text (article), &span))
        continue;
      read = g_hash_table_lookup (by_start, GSIZE_TO_POINTER (span.start + 1));
      if (read != NULL)
        tl_entity_key_init_for (&key, read);
      if (key.type != decision->on.type || g_strcmp0 (key.key, decision->on.key) != 0)
        g_hash_table_remove (by_start, GSIZE_TO_POINTER (span.start + 1));
    }
  return decisions != NULL;
}

/* What was read at just this place, and as which of its mentions; NULL if nothing was. */
static TlEntity *
find_read (GHashTable *by_start,
           TlSpan      span,
           guint      *mention)
{
  TlEntity *read = g_hash_table_lookup (by_start, GSIZE_TO_POINTER (span.start + 1));
  guint n_mentions, low = 0, high;
  const TlSpan *mentions;

  if (read == NULL)
    return NULL;
  mentions = tl_entity_get_mentions (read, &n_mentions);
  for (high = n_mentions; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (mentions[middle].start < span.start)
        low = middle + 1;
      else
        high = middle;
    }
  *mention = low;
  return low < n_mentions && mentions[low].start == span.start && mentions[low].end == span.end ? read : NULL;
}

/* What the article calls it: the entity of the reading that has these mentions and no others
 * has a name; else it is the longest form, of those that were read where any was. */
static char *
dup_name (const GArray *array,
          const char   *text,
          GHashTable   *by_start)
{
  const TlSpan *spans = (const TlSpan *) (void *) array->data;
  TlEntity *first = NULL;
  TlSpan longest = { 0, 0 };
  guint n_read = 0, n_mentions = 0;

  for (guint i = 0; i < array->len; i++)
    {
      guint mention;
      TlEntity *read = find_read (by_start, spans[i], &mention);

      if (read == NULL && n_read > 0)
        continue;
      if ((read != NULL && n_read++ == 0) || spans[i].end - spans[i].start > longest.end - longest.start)
        longest = spans[i];
      if (first == NULL)
        first = read;
    }
  if (first != NULL)
    tl_entity_get_mentions (first, &n_mentions);
  return n_mentions > 0 && n_mentions == n_read ? g_strdup (tl_entity_get_name (first))
                                                : tl_entity_name_dup_text (text, longest);
}

static TlEntity *
make_entity (const Laid *laid,
             const char *text,
             GHashTable *by_start)
{
  const TlSpan *spans = (const TlSpan *) (void *) laid->spans->data;
  g_autofree char *name = g_strdup (laid->renamed);
  g_autofree guint8 *confidences = g_new0 (guint8, laid->spans->len + 1);
  const TlEntityIdentity *identity = NULL;
  const char *role = NULL;
  TlEntity *entity;

  for (guint i = 0; i < laid->spans->len; i++)
    {
      guint mention;
      TlEntity *read = find_read (by_start, spans[i], &mention);

      /* How sure the reading is of it; what a person said is not weighed. */
      if (read != NULL)
        confidences[i] = (guint8) tl_entity_get_confidence (read, mention);
      if (read != NULL && role == NULL && laid->type == TL_ENTITY_PERSON)
        role = tl_entity_get_role (read);
      if (read != NULL && identity == NULL && tl_entity_get_entity_type (read) == laid->type)
        identity = tl_entity_get_identity (read);
    }
  if (name == NULL)
    name = dup_name (laid->own->len > 0 ? laid->own : laid->spans, text, by_start);
  entity = tl_entity_new_known (laid->id, laid->type, name, role, identity, spans,
                                laid->spans->len);
  tl_entity_set_confidences (entity, confidences);
  tl_entity_set_n_articles (entity, laid->n_articles);
  return entity;
}

static GPtrArray *
make_entities (GPtrArray  *all,
               TlArticle  *article,
               GHashTable *by_start)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      const Laid *laid = g_ptr_array_index (all, i);

      if (!laid->is_dismissed)
        g_ptr_array_add (entities, make_entity (laid, tl_article_get_text (article), by_start));
    }
  /* What is named nowhere in the text has no row, and is as it was read. */
  for (guint i = 0; i < tl_article_get_entities (article)->len; i++)
    {
      TlEntity *read = g_ptr_array_index (tl_article_get_entities (article), i);
      guint n_mentions;

      tl_entity_get_mentions (read, &n_mentions);
      if (n_mentions == 0)
        g_ptr_array_add (entities, g_object_ref (read));
    }
  return entities;
}

/**
 * tl_entity_overlay_lay:
 * @database: a connection
 * @article_id: an article
 * @article: what was read from it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article with its entities as the library knows
 *   them; as it was read where the library does not know them yet
 */
TlArticle *
tl_entity_overlay_lay (TlDatabase  *database,
                       gint64       article_id,
                       TlArticle   *article,
                       GError     **error)
{
  g_autoptr(GPtrArray) all =
    load_laid (database, article_id, strlen (tl_article_get_text (article)), error);
  g_autoptr(GHashTable) by_start = index_reading (article);
  g_autoptr(GPtrArray) entities = NULL;

  if (all == NULL || !forget_places (database, article_id, article, by_start, error))
    return NULL;
  for (guint i = all->len; i > 0; i--)
    {
      Laid *laid = g_ptr_array_index (all, i - 1);

      if (laid->spans->len == 0)
        g_ptr_array_remove_index (all, i - 1);
      else
        g_array_sort (laid->spans, compare_spans);
    }
  if (all->len == 0)
    return g_object_ref (article);
  g_ptr_array_sort (all, compare_laid);
  entities = make_entities (all, article, by_start);
  return tl_article_new_with_entities (article, entities);
}
