/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes away what an article says of the library's entities, so that no trace is left of
 * what only this one said. */

#include "tl-entity-rows.h"

#include <string.h>

#include "tl-entity-joins.h"
#include "tl-entity-names.h"
#include "tl-entity-node.h"
#include "tl-entity-parts.h"
#include "tl-mention-blob.h"

/* A name that goes may be that by which another entity was this one. */
static gboolean
discount_name (TlDatabase          *database,
               TlEntityJoins       *joins,
               const TlEntityPart  *part,
               const TlEntityName  *name,
               GError             **error)
{
  if (!tl_database_write (database, error,
                          "UPDATE name SET n_articles = n_articles - 1"
                          " WHERE entity_id = ? AND text = ? AND key = ?",
                          "iss", part->entity_id, name->text, name->key) ||
      !tl_database_write (database, error,
                          "DELETE FROM name"
                          " WHERE entity_id = ? AND text = ? AND key = ? AND n_articles <= 0",
                          "iss", part->entity_id, name->text, name->key))
    return FALSE;
  return tl_database_get_n_changed (database) == 0 || !name->joins ||
         tl_entity_joins_visit (joins, part->type, name->key, 0, error);
}

static gboolean
discount_names (TlDatabase          *database,
                TlEntityJoins       *joins,
                const TlEntityPart  *part,
                const char          *text,
                GError             **error)
{
  g_autoptr(GPtrArray) names =
    tl_entity_names_find (part->type, part->key, text, (const TlSpan *) (void *) part->spans->data,
                          part->spans->len);

  for (guint i = 0; i < names->len; i++)
    if (!discount_name (database, joins, part, g_ptr_array_index (names, i), error))
      return FALSE;
  return TRUE;
}

/* A removed article is not counted. */
static gboolean
discount_mentions (TlDatabase  *database,
                   gint64       article_id,
                   GError     **error)
{
  return tl_database_write (database, error,
                            "UPDATE entity SET n_articles = entity.n_articles - 1,"
                            "  n_mentions = entity.n_mentions - here.n"
                            " FROM (SELECT main, sum(n) AS n FROM mention"
                            "        JOIN entity ON entity.id = entity_id"
                            "        JOIN article ON article.id = mention.article_id"
                            "        WHERE mention.article_id = ? AND removed_at IS NULL"
                            "        GROUP BY main) AS here WHERE entity.id = here.main",
                            "i", article_id);
}

/* As tl_entity_parts_find() gave them when they were stored. */
static GPtrArray *
load_parts (TlDatabase  *database,
            gint64       article_id,
            gsize        text_length,
            GError     **error)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_entity_part_free);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT entity_id, type, key, spans FROM mention"
                       " JOIN entity ON entity.id = entity_id"
                       " WHERE mention.article_id = ?", "i", article_id);

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      TlEntityPart *part = g_new0 (TlEntityPart, 1);
      g_autoptr(GBytes) blob = tl_statement_dup_bytes (statement, 3);

      part->entity_id = sqlite3_column_int64 (statement, 0);
      tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, 1), &part->type);
      part->key = tl_statement_dup_string (statement, 2);
      if (part->key == NULL)
        part->key = g_strdup ("");
      part->spans = tl_mentions_unpack (blob, text_length);
      g_ptr_array_add (parts, part);
    }
  if (local_error == NULL)
    return g_steal_pointer (&parts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * tl_entity_rows_take_out:
 * @database: a connection that is writing
 * @article_id: an article
 * @text: its text
 * @released: (element-type gint64): the entities that it named are added to
 * @error: return location for an error
 *
 * Takes away what tl_entity_desk_store() stored.  The entities stay, so that those which the article
 * is to name again are the same; tl_entity_rows_clean() has to follow.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_rows_take_out (TlDatabase  *database,
                         gint64       article_id,
                         const char  *text,
                         GArray      *released,
                         GError     **error)
{
  g_autoptr(TlEntityJoins) joins = tl_entity_joins_new (database, error);
  g_autoptr(GPtrArray) parts = NULL;

  if (joins == NULL)
    return FALSE;
  parts = load_parts (database, article_id, strlen (text), error);
  if (parts == NULL || !discount_mentions (database, article_id, error) ||
      !tl_database_write (database, error, "DELETE FROM mention WHERE article_id = ?", "i",
                          article_id))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const TlEntityPart *part = g_ptr_array_index (parts, i);

      if (!discount_names (database, joins, part, text, error))
        return FALSE;
      g_array_append_val (released, part->entity_id);
    }
  return tl_entity_joins_settle (joins, error);
}

/**
 * tl_entity_rows_clean:
 * @database: a connection that is writing
 * @released: (element-type gint64): entities
 * @error: return location for an error
 *
 * Takes away those of which nothing is left.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_rows_clean (TlDatabase  *database,
                      GArray      *released,
                      GError     **error)
{
  g_autoptr(TlEntityJoins) joins = tl_entity_joins_new (database, error);

  if (joins == NULL)
    return FALSE;
  for (guint i = 0; i < released->len; i++)
    tl_entity_joins_release (joins, g_array_index (released, gint64, i));
  return tl_entity_joins_clean (joins, error);
}

/**
 * tl_entity_rows_remove:
 * @database: a connection that is writing
 * @article_id: an article
 * @text: its text
 * @error: return location for an error
 *
 * Takes away what tl_entity_desk_store() stored, and the entities of which nothing is left.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_entity_rows_remove (TlDatabase  *database,
                       gint64       article_id,
                       const char  *text,
                       GError     **error)
{
  g_autoptr(GArray) released = g_array_new (FALSE, FALSE, sizeof (gint64));

  return tl_entity_rows_take_out (database, article_id, text, released, error) &&
         tl_entity_rows_clean (database, released, error);
}
