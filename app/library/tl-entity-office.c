/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is, as the newest articles say that give an office: those before may have called
 * somebody a deputy who is the minister by now. */

#include "tl-entity-office.h"

#include "tl-entity-node.h"
#include "tl-entity-overlay.h"
#include "tl-store.h"

/* In so many articles an office is looked for: most give one where they name a person first. */
#define MAX_ARTICLES 8

/* How many rows of an article's mentions are read in the time in which one article of an entity is
 * put into order by its date. */
#define ROWS_PER_ARTICLE 10

/* By the entity's articles, which are put in order, ... */
#define NEWEST_OF_FEW \
  "SELECT DISTINCT article.id FROM entity JOIN mention ON entity_id = entity.id" \
  " JOIN article ON article.id = mention.article_id" \
  " WHERE (entity.id = ?1 OR (main = ?1 AND main != entity.id)) AND removed_at IS NULL" \
  " ORDER BY published DESC, article.id LIMIT ?2"

/* ... or by all articles in order, where one soon comes that names it. */
#define NEWEST_OF_MANY \
  "SELECT id FROM article INDEXED BY article_by_date WHERE removed_at IS NULL" \
  " AND EXISTS (SELECT 1 FROM mention JOIN entity ON entity.id = entity_id" \
  "              WHERE mention.article_id = article.id AND main = ?1)" \
  " ORDER BY published DESC, id LIMIT ?2"

static gboolean
is_in_many (TlDatabase  *database,
            guint        n_articles,
            gboolean    *is_many,
            GError     **error)
{
  gint64 last;

  /* As good as the number of articles, and known at once. */
  if (!tl_database_query_int (database, "SELECT max(id) FROM article", &last, error))
    return FALSE;
  *is_many = (gint64) n_articles * n_articles > last * MAX_ARTICLES * ROWS_PER_ARTICLE;
  return TRUE;
}

static GArray *
find_newest (TlDatabase          *database,
             const TlEntityNode  *node,
             GError             **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_many;

  if (!is_in_many (database, node->n_articles, &is_many, error) ||
      !(is_many ? tl_database_select_ids (database, ids, error, NEWEST_OF_MANY, "ii", node->id,
                                          (gint64) MAX_ARTICLES)
                : tl_database_select_ids (database, ids, error, NEWEST_OF_FEW, "ii", node->id,
                                          (gint64) MAX_ARTICLES)))
    return NULL;
  return g_steal_pointer (&ids);
}

/* What the article says; NULL where that is nothing, and where it can't be read. */
static char *
dup_office (TlDatabase *database,
            gint64      article_id,
            gint64      id)
{
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) read = tl_store_load_read (database, article_id, &digest, NULL);
  g_autoptr(TlArticle) article =
    read != NULL ? tl_entity_overlay_lay (database, article_id, read, NULL) : NULL;
  GPtrArray *entities = article != NULL ? tl_article_get_entities (article) : NULL;

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    if (tl_entity_get_id (g_ptr_array_index (entities, i)) == id)
      return g_strdup (tl_entity_get_role (g_ptr_array_index (entities, i)));
  return NULL;
}

/**
 * tl_entity_office_load:
 * @database: a connection
 * @id: a main entity
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Reads some articles, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable): what a person is, "Minister of Trade"; %NULL, perhaps
 *   without an error, where the newest articles do not say so and for what is no person
 */
char *
tl_entity_office_load (TlDatabase    *database,
                       gint64         id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_autoptr(GArray) articles = NULL;

  if (!tl_entity_node_load (database, id, &node, error) || node.type != TL_ENTITY_PERSON)
    return NULL;
  articles = find_newest (database, &node, error);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      char *office;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      office = dup_office (database, g_array_index (articles, gint64, i), id);
      if (office != NULL)
        return office;
    }
  return NULL;
}
