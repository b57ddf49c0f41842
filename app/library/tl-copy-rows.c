/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which articles carry the same story, as rows. */

#include "tl-copy-rows.h"

#include "tl-json.h"

/**
 * tl_copy_rows_load_print:
 * @database: a connection
 * @article_id: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is compared of it; %NULL, perhaps without an
 *   error, where it is gone or its reading cannot be read
 */
TlCopyPrint *
tl_copy_rows_load_print (TlDatabase  *database,
                         gint64       article_id,
                         GError     **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT tl_unpack (json) FROM reading WHERE article_id = ?", "i", article_id);
  const char *json;
  g_autofree char *text = NULL;

  if (statement == NULL || !tl_database_step (database, statement, error))
    return NULL;
  json = (const char *) sqlite3_column_text (statement, 0);
  text = json != NULL ? tl_json_dup_member (json, "text") : NULL;
  return text != NULL ? tl_copy_print_new (text) : NULL;
}

/**
 * tl_copy_rows_get_story:
 * @database: a connection
 * @article_id: an article
 * @story: (out): the number of the story that it carries with others, 0 where no other does,
 *   -1 where that was not looked for yet
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_rows_get_story (TlDatabase  *database,
                        gint64       article_id,
                        gint64      *story,
                        GError     **error)
{
  g_autoptr(GArray) stories = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, stories, error,
                               "SELECT story FROM copy WHERE article_id = ?", "i", article_id))
    return FALSE;
  *story = stories->len > 0 ? g_array_index (stories, gint64, 0) : -1;
  return TRUE;
}

/* Whether a person said that one of those with the one story is none of those with the other. */
static gboolean
are_apart (TlDatabase  *database,
           gint64       article_id,
           gint64       story,
           gint64       other_id,
           gint64       other_story,
           gboolean    *apart,
           GError     **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, found, error,
                               "SELECT decision.id FROM decision"
                               " JOIN article AS one ON one.text_sha256 = decision.text_sha256"
                               " JOIN article AS other ON other.text_sha256 = to_text_sha256"
                               " JOIN copy AS copy_one ON copy_one.article_id = one.id"
                               " JOIN copy AS copy_other ON copy_other.article_id = other.id"
                               " WHERE decision.type = '" TL_COPY_DECISION_TYPE "'"
                               " AND kind = '" TL_COPY_DECISION_KIND "' AND NOT is_undone"
                               " AND (one.id = ?1 OR (?2 != 0 AND copy_one.story = ?2))"
                               " AND (other.id = ?3 OR (?4 != 0 AND copy_other.story = ?4))"
                               " LIMIT 1",
                               "iiii", article_id, story, other_id, other_story))
    return FALSE;
  *apart = found->len > 0;
  return TRUE;
}

static gboolean
set_story (TlDatabase  *database,
           gint64       article_id,
           gint64       old_story,
           gint64       story,
           GError     **error)
{
  /* By the table's key SQLite sees that it is one row, and needs no savepoint for it, before
   * which FTS5 would write out what it has gathered. */
  if (old_story == 0)
    return tl_database_write (database, error,
                              "UPDATE copy SET story = ?"
                              " WHERE n = (SELECT n FROM copy WHERE article_id = ?)",
                              "ii", story, article_id);
  return tl_database_write (database, error, "UPDATE copy SET story = ? WHERE story = ?", "ii",
                            story, old_story);
}

/**
 * tl_copy_rows_join:
 * @database: a connection that is writing
 * @article_id: an article
 * @other_id: one that carries the same story
 * @error: return location for an error
 *
 * Puts two together, and all those that each is with; not where a person set them apart.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_rows_join (TlDatabase  *database,
                   gint64       article_id,
                   gint64       other_id,
                   GError     **error)
{
  gint64 story, other_story, last;
  gboolean apart;

  if (!tl_copy_rows_get_story (database, article_id, &story, error) ||
      !tl_copy_rows_get_story (database, other_id, &other_story, error))
    return FALSE;
  if (story < 0 || other_story < 0 || (story != 0 && story == other_story))
    return TRUE;
  if (!are_apart (database, article_id, story, other_id, other_story, &apart, error))
    return FALSE;
  if (apart)
    return TRUE;
  if (other_story != 0)
    return set_story (database, article_id, story, other_story, error);
  if (story == 0)
    {
      if (!tl_database_query_int (database, "SELECT max(story) FROM copy WHERE story != 0", &last,
                                  error))
        return FALSE;
      story = last + 1;
      if (!set_story (database, article_id, 0, story, error))
        return FALSE;
    }
  return set_story (database, other_id, 0, story, error);
}

/**
 * tl_copy_rows_get_carriers:
 * @database: a connection
 * @article_id: an article
 * @ids: (element-type gint64): to append to
 * @error: return location for an error
 *
 * Appends the articles that carry its story, itself among them: the one that was published
 * first, then the others, those without a date last.  Nothing where no other does.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_rows_get_carriers (TlDatabase  *database,
                           gint64       article_id,
                           GArray      *ids,
                           GError     **error)
{
  guint n_before = ids->len;

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT article.id FROM copy AS one"
                               " JOIN copy ON copy.story = one.story"
                               " JOIN article ON article.id = copy.article_id"
                               " WHERE one.article_id = ? AND one.story != 0 AND copy.story != 0"
                               " AND removed_at IS NULL"
                               " ORDER BY published = 0, published, article.id",
                               "i", article_id))
    return FALSE;
  if (ids->len - n_before < 2)
    g_array_set_size (ids, n_before);
  return TRUE;
}

/**
 * tl_copy_rows_count:
 * @database: a connection
 * @article_id: an article
 *
 * Returns: how many articles carry its story, itself among them; 1 where no other does
 */
guint
tl_copy_rows_count (TlDatabase *database,
                    gint64      article_id)
{
  g_autoptr(GArray) n = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  if (!tl_database_select_ids (database, n, &error,
                               "SELECT count(*) FROM copy AS one"
                               " JOIN copy ON copy.story = one.story"
                               " JOIN article ON article.id = copy.article_id"
                               " WHERE one.article_id = ? AND one.story != 0 AND copy.story != 0"
                               " AND removed_at IS NULL",
                               "i", article_id))
    {
      g_message ("%s", error->message);
      return 1;
    }
  return (guint) MAX (1, g_array_index (n, gint64, 0));
}
