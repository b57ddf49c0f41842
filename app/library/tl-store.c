/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles to rows and back.  Whoever calls begins and commits, so that an import can
 * store many articles at once and a person's single change is one transaction too. */

#include "tl-store.h"

#include <glib/gi18n-lib.h>

#include "tl-correction.h"
#include "tl-entity-rows.h"
#include "tl-figure-rows.h"
#include "tl-library.h"
#include "tl-search-rows.h"
#include "tl-reading-pack.h"
#include "tl-reading-version.h"
#include "tl-sort-key.h"
#include "tl-twin.h"

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_missing (GError **error)
{
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING,
                       _("The article is no longer in the library"));
}

/* Whether a person has said something of each figure that was read or added. */
static gboolean
is_decided (TlArticle *article)
{
  GPtrArray *figures = tl_article_get_figures (article);

  for (guint i = 0; i < figures->len; i++)
    if (tl_figure_get_review (g_ptr_array_index (figures, i)) == TL_REVIEW_OPEN)
      return FALSE;
  return figures->len + tl_article_get_dismissed (article)->len > 0;
}

static gboolean
insert_article (TlDatabase    *database,
                TlArticle     *article,
                GBytes        *digest,
                gint64        *id,
                GError       **error)
{
  g_autofree char *title = tl_article_dup_display_title (article);
  const char *publisher = tl_article_get_publisher (article);
  const char *language = tl_article_get_language (article);
  g_autoptr(GBytes) title_key = tl_sort_key_new (title, language);
  g_autoptr(GBytes) publisher_key = tl_sort_key_new (publisher, NULL);

  if (!tl_database_write (database, error,
                          "INSERT INTO article (uri, url, title, publisher, published, added,"
                          " n_figures, text_sha256, language, title_key, publisher_key,"
                          " is_reviewed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                          TL_CORRECTION_IS_REVIEWED ("?8", "?12") ")",
                          "ssssiiibsbbi", tl_article_get_uri (article), tl_article_get_url (article),
                          title, publisher, (gint64) tl_date_pack (tl_article_get_published (article)),
                          get_now (), (gint64) tl_article_get_figures (article)->len, digest,
                          language, title_key, publisher_key, (gint64) is_decided (article)))
    return FALSE;
  *id = tl_database_get_last_id (database);
  return TRUE;
}

static gboolean
insert_reading (TlDatabase  *database,
                TlArticle   *article,
                GBytes      *packed,
                gint64       id,
                GError     **error)
{
  g_autoptr(GBytes) own = packed == NULL ? tl_reading_pack (article) : NULL;

  return tl_database_write (database, error,
                            "INSERT INTO reading (article_id, json, version) VALUES (?, ?, ?)", "ibi",
                            id, packed != NULL ? packed : own, (gint64) TL_READING_VERSION);
}

static gboolean
add_words (TlDatabase           *database,
           gint64                id,
           TlArticle            *article,
           const TlSearchWords  *words,
           GError              **error)
{
  g_autoptr(TlSearchWords) own = words == NULL ? tl_search_words_new (article) : NULL;

  return tl_search_rows_add (database, id, words != NULL ? words : own, error);
}

/**
 * tl_store_add_new:
 * @database: a connection that is writing
 * @desk: where its entities are gathered; to be stored before the end of the transaction
 * @article: an article that is not there
 * @words: (nullable): what it is found by as it was read; %NULL to make them here
 * @packed: (nullable): what tl_reading_pack() makes of it; %NULL to make it here
 * @digest: by what decisions are going to know it
 * @key: (out): where it stands in the list
 * @error: return location for an error
 *
 * Stores an article, with what a person corrected of it before.
 *
 * Returns: whether it is stored
 */
gboolean
tl_store_add_new (TlDatabase           *database,
                  TlEntityDesk         *desk,
                  TlArticle            *article,
                  const TlSearchWords  *words,
                  GBytes               *packed,
                  GBytes               *digest,
                  TlArticleKey         *key,
                  GError              **error)
{
  g_autoptr(TlArticle) corrected = tl_correction_lay (database, digest, article, error);
  gint64 id;

  if (corrected == NULL ||
      !insert_article (database, corrected, digest, &id, error) ||
      !insert_reading (database, article, packed, id, error) ||
      !tl_figure_rows_add (database, id, tl_article_get_figures (corrected), error) ||
      !tl_entity_desk_add (desk, id, corrected, TRUE, error) ||
      !add_words (database, id, corrected, corrected == article ? words : NULL, error))
    return FALSE;
  *key = tl_article_key (id, tl_date_pack (tl_article_get_published (corrected)));
  return TRUE;
}

/**
 * tl_store_add:
 * @database: a connection that is writing
 * @desk: where its entities are gathered; to be stored before the end of the transaction
 * @article: an article
 * @words: (nullable): what it is found by as it was read; %NULL to make them here
 * @packed: (nullable): what tl_reading_pack() makes of it; %NULL to make it here
 * @key: (out): where it stands in the list; where it is there already, the key of that
 *   article without its date
 * @error: return location for an error
 *
 * Stores an article.  Where an article with the same text was removed, that one is
 * restored instead.  The same text on another site is another article, which carries the
 * same story.
 *
 * Returns: whether it is stored; %FALSE with %TL_LIBRARY_ERROR_DUPLICATE where an article
 *   with the same text is there already, and then nothing was written
 */
gboolean
tl_store_add (TlDatabase           *database,
              TlEntityDesk         *desk,
              TlArticle            *article,
              const TlSearchWords  *words,
              GBytes               *packed,
              TlArticleKey         *key,
              GError              **error)
{
  g_auto(TlTwin) twin = { 0 };

  if (!tl_twin_find (database, article, &twin, error))
    return FALSE;
  if (twin.is_removed)
    return tl_store_restore (database, twin.id, key, error);
  if (twin.id != 0)
    {
      *key = tl_article_key (twin.id, 0);
      g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DUPLICATE,
                   _("This article is in the library already, as “%s”"), twin.title);
      return FALSE;
    }
  return tl_store_add_new (database, desk, article, words, packed, twin.digest, key, error);
}

/* Takes an article's figures out of the counts of pairs, as its removal does. */
static gboolean
uncount_figures (TlDatabase  *database,
                 gint64       id,
                 GError     **error)
{
  return tl_database_write (database, error,
                            "UPDATE pair SET n_figures = pair.n_figures - gone.n"
                            " FROM (SELECT first, second, count(*) AS n FROM figure"
                            "        WHERE article_id = ? AND charted GROUP BY first, second) AS gone"
                            " WHERE pair.first = gone.first AND pair.second = gone.second",
                            "i", id);
}

/* Adding a figure counts it; those of a removed article do not count. */
static gboolean
replace_figures (TlDatabase  *database,
                 gint64       id,
                 GPtrArray   *figures,
                 gboolean     is_removed,
                 GError     **error)
{
  return (is_removed || uncount_figures (database, id, error)) &&
         tl_database_write (database, error, "DELETE FROM figure WHERE article_id = ?", "i", id) &&
         tl_figure_rows_add (database, id, figures, error) &&
         (!is_removed || uncount_figures (database, id, error));
}

static gboolean
update_article (TlDatabase  *database,
                gint64       id,
                TlArticle   *article,
                GError     **error)
{
  g_autofree char *title = tl_article_dup_display_title (article);
  const char *publisher = tl_article_get_publisher (article);
  const char *language = tl_article_get_language (article);
  g_autoptr(GBytes) title_key = tl_sort_key_new (title, language);
  g_autoptr(GBytes) publisher_key = tl_sort_key_new (publisher, NULL);

  return tl_database_write (database, error,
                            "UPDATE article SET title = ?1, publisher = ?2, published = ?3, url = ?4,"
                            " n_figures = ?5, language = ?6, title_key = ?7, publisher_key = ?8,"
                            " is_reviewed = " TL_CORRECTION_IS_REVIEWED ("text_sha256", "?10")
                            " WHERE id = ?9",
                            "ssisisbbii", title, publisher,
                            (gint64) tl_date_pack (tl_article_get_published (article)),
                            tl_article_get_url (article),
                            (gint64) tl_article_get_figures (article)->len, language, title_key,
                            publisher_key, id, (gint64) is_decided (article));
}

/**
 * tl_store_update:
 * @database: a connection that is writing
 * @id: an article
 * @article: the same as it is to be known now: with the same text and entities
 * @from: (out): where it stood in the list
 * @to: (out): where it stands now
 * @error: return location for an error
 *
 * Makes the rows again that lists, charts and searches go by.
 *
 * Returns: whether it succeeded; @from and @to are 0 for a removed article
 */
gboolean
tl_store_update (TlDatabase    *database,
                 gint64         id,
                 TlArticle     *article,
                 TlArticleKey  *from,
                 TlArticleKey  *to,
                 GError       **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT published, removed_at IS NOT NULL FROM article WHERE id = ?", "i", id);
  gboolean is_removed;

  if (statement == NULL)
    return FALSE;
  if (!tl_database_step (database, statement, error))
    return FALSE;
  is_removed = sqlite3_column_int (statement, 1) != 0;
  *from = is_removed ? 0 : tl_article_key (id, tl_date_pack (tl_statement_get_date (statement, 0)));
  *to = is_removed ? 0 : tl_article_key (id, tl_date_pack (tl_article_get_published (article)));
  g_clear_pointer (&statement, tl_statement_release);
  return update_article (database, id, article, error) &&
         replace_figures (database, id, tl_article_get_figures (article), is_removed, error) &&
         tl_search_rows_update (database, id, article, error);
}

/* Sets or clears removed_at of one article. */
static gboolean
change_removed (TlDatabase    *database,
                const char    *sql,
                gint64         id,
                gint64         removed_at,
                TlArticleKey  *key,
                GError       **error)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (database, sql, error);
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  if (removed_at != 0)
    sqlite3_bind_int64 (statement, 2, removed_at);
  if (tl_database_step (database, statement, &local_error))
    *key = tl_article_key (id, tl_date_pack (tl_statement_get_date (statement, 0)));
  else if (local_error == NULL)
    set_missing (&local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_store_remove:
 * @database: a connection that is writing
 * @id: an article
 * @key: (out): where it stood in the list
 * @error: return location for an error
 *
 * Takes an article out of the list and the charts, so that it can be restored.
 *
 * Returns: whether it was there
 */
gboolean
tl_store_remove (TlDatabase    *database,
                 gint64         id,
                 TlArticleKey  *key,
                 GError       **error)
{
  return change_removed (database,
                         "UPDATE article SET removed_at = ?2"
                         " WHERE id = ?1 AND removed_at IS NULL RETURNING published",
                         id, get_now (), key, error);
}

/**
 * tl_store_restore:
 * @database: a connection that is writing
 * @id: an article
 * @key: (out): where it stands in the list
 * @error: return location for an error
 *
 * Puts a removed article back; one that is there stays.
 *
 * Returns: whether it is there now, and had not been purged yet
 */
gboolean
tl_store_restore (TlDatabase    *database,
                  gint64         id,
                  TlArticleKey  *key,
                  GError       **error)
{
  return change_removed (database,
                         "UPDATE article SET removed_at = NULL WHERE id = ?1 RETURNING published",
                         id, 0, key, error);
}

/* Where its reading cannot be read any more, its names go without it. */
static gboolean
purge_one (TlDatabase  *database,
           gint64       id,
           GError     **error)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TlArticle) article = tl_store_load (database, id, &unreadable);
  const char *text = article != NULL ? tl_article_get_text (article) : NULL;

  return tl_entity_rows_remove (database, id, text != NULL ? text : "", error) &&
         tl_search_rows_remove (database, id, text, error) &&
         tl_database_write (database, error, "DELETE FROM article WHERE id = ?", "i", id);
}

/**
 * tl_store_purge:
 * @database: a connection that is writing
 * @before: seconds since 1970
 * @error: return location for an error
 *
 * Deletes for good what was removed before a moment.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_store_purge (TlDatabase  *database,
                gint64       before,
                GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM article WHERE removed_at < ?", "i", before))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!purge_one (database, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * tl_store_load_read:
 * @database: a connection
 * @id: an article, removed or not
 * @digest: (out): by what decisions know its text
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article as it was read
 */
TlArticle *
tl_store_load_read (TlDatabase  *database,
                    gint64       id,
                    GBytes     **digest,
                    GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *json = NULL;
  g_autoptr(GBytes) sha256 = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT tl_unpack (json), text_sha256 FROM reading JOIN article ON id = article_id"
                       " WHERE article_id = ?", "i", id);
  TlArticle *article;

  if (statement == NULL)
    return NULL;

  if (tl_database_step (database, statement, &local_error))
    {
      json = tl_statement_dup_string (statement, 0);
      sha256 = tl_statement_dup_bytes (statement, 1);
    }
  else if (local_error == NULL)
    set_missing (&local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  article = tl_article_new_from_json (json != NULL ? json : "", error);
  if (article != NULL)
    *digest = g_steal_pointer (&sha256);
  return article;
}

/**
 * tl_store_load:
 * @database: a connection
 * @id: an article, removed or not
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article as it was read, with what a person
 *   corrected of it
 */
TlArticle *
tl_store_load (TlDatabase  *database,
               gint64       id,
               GError     **error)
{
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) article = tl_store_load_read (database, id, &digest, error);

  return article != NULL ? tl_correction_lay (database, digest, article, error) : NULL;
}
