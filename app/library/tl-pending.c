/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles whose mentions are to be stored again: a few at a time, so that nobody waits
 * for all of them; what is not done when the program ends is done another time. */

#include "tl-pending.h"

#include <string.h>

#include "tl-entity-desk.h"
#include "tl-entity-rows.h"
#include "tl-store.h"
#include "tl-word-fold.h"

/**
 * tl_pending_add_article:
 * @database: a connection that is writing
 * @article_id: an article
 * @error: return location for an error
 *
 * Has the mentions of an article stored again.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_pending_add_article (TlDatabase  *database,
                        gint64       article_id,
                        GError     **error)
{
  return tl_database_write (database, error, "INSERT OR IGNORE INTO pending VALUES (?)", "i",
                            article_id);
}

/**
 * tl_pending_add_entity:
 * @database: a connection that is writing
 * @type: what it is
 * @key: what makes it the same in all articles
 * @error: return location for an error
 *
 * Has the mentions of all articles stored again that name an entity, or another one that
 * was set apart from it.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_pending_add_entity (TlDatabase    *database,
                       TlEntityType   type,
                       const char    *key,
                       GError       **error)
{
  return tl_database_write (database, error,
                            "INSERT OR IGNORE INTO pending"
                            " SELECT mention.article_id FROM entity"
                            " JOIN mention ON entity_id = entity.id"
                            " WHERE type = ? AND key = ?",
                            "ss", tl_entity_type_to_string (type), key);
}

/**
 * tl_pending_add_words:
 * @database: a connection that is writing
 * @words: words as they follow each other
 * @error: return location for an error
 *
 * Has the mentions of all articles stored again in whose texts some words stand, in whatever case,
 * and of those that are not in the index of words yet.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_pending_add_words (TlDatabase  *database,
                      const char  *words,
                      GError     **error)
{
  g_autoptr(GString) query = g_string_new ("text : \"");
  gsize length = query->len;

  tl_words_fold (words, strlen (words), query);
  if (query->len == length)
    return TRUE;
  g_string_append_c (query, '"');
  return tl_database_write (database, error,
                            "INSERT OR IGNORE INTO pending SELECT id FROM article"
                            " WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?1)"
                            " OR id IN (SELECT article_id FROM search_pending)",
                            "s", query->str);
}

static gboolean
is_removed (TlDatabase  *database,
            gint64       article_id,
            gboolean    *removed,
            GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM article WHERE id = ? AND removed_at IS NOT NULL",
                               "i", article_id))
    return FALSE;
  *removed = ids->len > 0;
  return TRUE;
}

/* What cannot be read has no mentions. */
static gboolean
read_again (TlDatabase  *database,
            gint64       article_id,
            GPtrArray   *articles,
            GArray      *released,
            GError     **error)
{
  g_autoptr(GError) unreadable = NULL;
  TlArticle *article = tl_store_load (database, article_id, &unreadable);

  g_ptr_array_add (articles, article);
  if (article == NULL)
    g_message ("%s", unreadable->message);
  return tl_entity_rows_take_out (database, article_id,
                                  article != NULL ? tl_article_get_text (article) : "", released, error) &&
         tl_database_write (database, error, "DELETE FROM pending WHERE article_id = ?", "i",
                            article_id);
}

static gboolean
store_again (TlDatabase  *database,
             GArray      *ids,
             GPtrArray   *articles,
             GError     **error)
{
  g_autoptr(TlEntityDesk) desk = tl_entity_desk_new (database, error);

  if (desk == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      TlArticle *article = g_ptr_array_index (articles, i);
      gboolean removed;

      if (!is_removed (database, id, &removed, error) ||
          (article != NULL && !tl_entity_desk_add (desk, id, article, !removed, error)))
        return FALSE;
    }
  return tl_entity_desk_store (desk, error);
}

/* What cannot be read is NULL. */
static void
clear_article (gpointer article)
{
  g_clear_object (&article);
}

/* What only these articles name is the same entity afterwards: people may be looking at it. */
static gboolean
do_articles (TlDatabase  *database,
             GArray      *ids,
             GError     **error)
{
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (clear_article);
  g_autoptr(GArray) released = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    if (!read_again (database, g_array_index (ids, gint64, i), articles, released, error))
      return FALSE;
  return ids->len == 0 || (store_again (database, ids, articles, error) &&
                           tl_entity_rows_clean (database, released, error));
}

/**
 * tl_pending_do_article:
 * @database: a connection that is writing
 * @article_id: an article
 * @error: return location for an error
 *
 * Stores the mentions of an article again before those of all others, where that is to be done.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_pending_do_article (TlDatabase  *database,
                       gint64       article_id,
                       GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return tl_database_select_ids (database, ids, error, "SELECT article_id FROM pending WHERE article_id = ?",
                                 "i", article_id) &&
         do_articles (database, ids, error);
}

/**
 * tl_pending_work_off:
 * @database: a connection that is writing
 * @n_articles: how many to do
 * @at_end: (out): whether none is left
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_pending_work_off (TlDatabase  *database,
                     guint        n_articles,
                     gboolean    *at_end,
                     GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT article_id FROM pending LIMIT ?", "i", (gint64) n_articles))
    return FALSE;
  *at_end = ids->len < n_articles;
  return do_articles (database, ids, error);
}
