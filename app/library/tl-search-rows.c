/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The index of words.  FTS5 keeps no words of an article itself: to take it out, it has to be
 * given just those that were put in.  Those of the text are made again of the text, which never
 * changes; the few others, which change with readings and corrections, are kept in a table.
 */

#include "tl-search-rows.h"

#include <string.h>

#include "tl-store.h"

/**
 * tl_search_rows_add:
 * @database: a connection that is writing
 * @article_id: an article
 * @words: what it is found by
 * @error: return location for an error
 *
 * Puts an article into the index, unless it is there.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_search_rows_add (TlDatabase           *database,
                    gint64                article_id,
                    const TlSearchWords  *words,
                    GError              **error)
{
  if (!tl_database_write (database, error,
                          "INSERT OR IGNORE INTO search_words VALUES (?, ?, ?, ?)", "isss",
                          article_id, words->title, words->names, words->figures))
    return FALSE;
  return tl_database_get_n_changed (database) == 0 ||
         tl_database_write (database, error,
                            "INSERT INTO search (rowid, title, text, names, figures)"
                            " VALUES (?, ?, ?, ?, ?)",
                            "issss", article_id, words->title, words->text, words->names,
                            words->figures);
}

/* Returns: FALSE with an error, or without one where it is not in the index. */
static gboolean
load_words (TlDatabase     *database,
            gint64          article_id,
            TlSearchWords  *words,
            GError        **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT title, names, figures FROM search_words WHERE article_id = ?", "i",
                       article_id);

  if (statement == NULL || !tl_database_step (database, statement, error))
    return FALSE;
  words->title = tl_statement_dup_string (statement, 0);
  words->names = tl_statement_dup_string (statement, 1);
  words->figures = tl_statement_dup_string (statement, 2);
  return TRUE;
}

static gboolean
take_out (TlDatabase           *database,
          gint64                article_id,
          const TlSearchWords  *words,
          GError              **error)
{
  return tl_database_write (database, error,
                            "INSERT INTO search (search, rowid, title, text, names, figures)"
                            " VALUES ('delete', ?, ?, ?, ?, ?)",
                            "issss", article_id, words->title, words->text, words->names,
                            words->figures) &&
         tl_database_write (database, error, "DELETE FROM search_words WHERE article_id = ?", "i",
                            article_id);
}

static gboolean
finish_lookup (GError  *local_error,
               GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * tl_search_rows_update:
 * @database: a connection that is writing
 * @article_id: an article
 * @article: the same as it is to be known now, with the same text
 * @error: return location for an error
 *
 * Has an article found by what it says now; does nothing where that is what it said before.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_search_rows_update (TlDatabase  *database,
                       gint64       article_id,
                       TlArticle   *article,
                       GError     **error)
{
  g_autoptr(TlSearchWords) old = g_new0 (TlSearchWords, 1);
  g_autoptr(TlSearchWords) words = NULL;
  GError *local_error = NULL;

  /* One that waits to be put in is found by what it says then. */
  if (!load_words (database, article_id, old, &local_error))
    return finish_lookup (local_error, error);
  words = tl_search_words_new (article);
  if (g_strcmp0 (old->title, words->title) == 0 && g_strcmp0 (old->names, words->names) == 0 &&
      g_strcmp0 (old->figures, words->figures) == 0)
    return TRUE;
  old->text = g_strdup (words->text);
  return take_out (database, article_id, old, error) &&
         tl_search_rows_add (database, article_id, words, error);
}

/**
 * tl_search_rows_remove:
 * @database: a connection that is writing
 * @article_id: an article
 * @text: (nullable): its text; %NULL where it cannot be read any more
 * @error: return location for an error
 *
 * Takes an article out of the index.  Where its words are not known, the index is made again
 * in the background.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_search_rows_remove (TlDatabase  *database,
                       gint64       article_id,
                       const char  *text,
                       GError     **error)
{
  g_autoptr(TlSearchWords) words = g_new0 (TlSearchWords, 1);
  GError *local_error = NULL;

  if (!load_words (database, article_id, words, &local_error))
    return finish_lookup (local_error, error);
  if (text == NULL)
    return tl_search_rows_make_again (database, error);
  words->text = tl_search_words_fold (text);
  return take_out (database, article_id, words, error);
}

/**
 * tl_search_rows_make_again:
 * @database: a connection that is writing
 * @error: return location for an error
 *
 * Empties the index; tl_search_rows_catch_up() fills it.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_search_rows_make_again (TlDatabase  *database,
                           GError     **error)
{
  return tl_database_execute (database,
                              "INSERT INTO search (search) VALUES ('delete-all');"
                              "DELETE FROM search_words;"
                              "INSERT OR IGNORE INTO search_pending SELECT article_id FROM reading",
                              error);
}

/* What cannot be read is not found. */
static gboolean
add_old (TlDatabase  *database,
         gint64       article_id,
         GError     **error)
{
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(TlArticle) article = tl_store_load (database, article_id, &unreadable);

  if (article == NULL)
    {
      g_message ("%s", unreadable->message);
    }
  else
    {
      g_autoptr(TlSearchWords) words = tl_search_words_new (article);

      if (!tl_search_rows_add (database, article_id, words, error))
        return FALSE;
    }
  return tl_database_write (database, error, "DELETE FROM search_pending WHERE article_id = ?", "i",
                            article_id);
}

/**
 * tl_search_rows_catch_up:
 * @database: a connection that is writing
 * @n_articles: how many to do
 * @at_end: (out): whether none is left
 * @error: return location for an error
 *
 * Puts articles into the index that an older version stored, the newest first.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_search_rows_catch_up (TlDatabase  *database,
                         guint        n_articles,
                         gboolean    *at_end,
                         GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT article_id FROM search_pending"
                               " ORDER BY article_id DESC LIMIT ?",
                               "i", (gint64) n_articles))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_old (database, g_array_index (ids, gint64, i), error))
      return FALSE;
  *at_end = ids->len < n_articles;
  return TRUE;
}
