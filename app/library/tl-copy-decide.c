/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person decides on copies.  It is noted down of texts, as all decisions are, and for
 * both of two; so it holds in whatever is read, removed or added later. */

#include "tl-copy-decide.h"

#include "tl-copy-rows.h"

/* Both ways, so that whoever asks has to ask for one only. */
static gboolean
note (TlDatabase  *database,
      gint64       article_id,
      gint64       other_id,
      gint64      *act,
      GError     **error)
{
  gint64 last;

  if (!tl_database_query_int (database, "SELECT max(id) FROM decision", &last, error))
    return FALSE;
  if (*act == 0)
    *act = last + 1;
  return tl_database_write (database, error,
                            "INSERT INTO decision (act, made, is_undone, kind, type, key, name,"
                            " text_sha256, to_name, to_text_sha256)"
                            " SELECT ?1, ?2, 0, '" TL_COPY_DECISION_KIND "',"
                            " '" TL_COPY_DECISION_TYPE "', lower(hex(one.text_sha256)), one.title,"
                            " one.text_sha256, other.title, other.text_sha256"
                            " FROM article AS one JOIN article AS other"
                            " WHERE (one.id = ?3 AND other.id = ?4)"
                            " OR (one.id = ?4 AND other.id = ?3)",
                            "iiii", *act, g_get_real_time () / G_USEC_PER_SEC, article_id,
                            other_id);
}

static gboolean
find_concerned (TlDatabase  *database,
                gint64       act,
                GArray      *ids,
                GError     **error)
{
  return tl_database_select_ids (database, ids, error,
                                 "SELECT copy.article_id FROM copy WHERE story != 0 AND story IN"
                                 " (SELECT story FROM decision"
                                 "   JOIN article ON article.text_sha256 = decision.text_sha256"
                                 "   JOIN copy ON copy.article_id = article.id WHERE act = ?1)"
                                 " UNION SELECT article.id FROM decision"
                                 "   JOIN article ON article.text_sha256 = decision.text_sha256"
                                 "   JOIN copy ON copy.article_id = article.id WHERE act = ?1"
                                 " ORDER BY 1",
                                 "i", act);
}

static void
clear_print (gpointer print)
{
  g_clear_pointer ((TlCopyPrint **) &print, tl_copy_print_free);
}

static gboolean
join_all (TlDatabase  *database,
          GArray      *ids,
          GPtrArray   *prints,
          GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint k = 0; k < i; k++)
      {
        gint64 id = g_array_index (ids, gint64, i), other_id = g_array_index (ids, gint64, k);
        gint64 story, other_story;

        if (!tl_copy_rows_get_story (database, id, &story, error) ||
            !tl_copy_rows_get_story (database, other_id, &other_story, error))
          return FALSE;
        if ((story == 0 || story != other_story) && prints->pdata[i] != NULL &&
            prints->pdata[k] != NULL &&
            tl_copy_print_is_copy (prints->pdata[i], prints->pdata[k]) &&
            !tl_copy_rows_join (database, id, other_id, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * tl_copy_decide_carry_out:
 * @database: a connection that is writing
 * @act: decisions that were made or undone together
 * @error: return location for an error
 *
 * Puts those articles together anew which decisions on copies are about; does nothing where
 * the decisions are on something else.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_decide_carry_out (TlDatabase  *database,
                          gint64       act,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) prints = g_ptr_array_new_with_free_func (clear_print);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, found, error,
                               "SELECT id FROM decision WHERE act = ?"
                               " AND kind = '" TL_COPY_DECISION_KIND "' LIMIT 1", "i", act))
    return FALSE;
  if (found->len == 0)
    return TRUE;
  if (!find_concerned (database, act, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_ptr_array_add (prints, tl_copy_rows_load_print (database, id, NULL));
      if (!tl_database_write (database, error, "UPDATE copy SET story = 0 WHERE article_id = ?",
                              "i", id))
        return FALSE;
    }
  return join_all (database, ids, prints, error);
}

/**
 * tl_copy_decide_apart:
 * @database: a connection that is writing
 * @article_id: an article
 * @act: (out): by what it can be undone; 0 where no other article carries its story
 * @error: return location for an error
 *
 * Says that an article is no copy: none of those which it was put together with carries the
 * same story.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_decide_apart (TlDatabase  *database,
                      gint64       article_id,
                      gint64      *act,
                      GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *act = 0;
  if (!tl_database_select_ids (database, ids, error,
                               "SELECT copy.article_id FROM copy AS one"
                               " JOIN copy ON copy.story = one.story"
                               " WHERE one.article_id = ?1 AND one.story != 0 AND copy.story != 0"
                               " AND copy.article_id != ?1 ORDER BY 1",
                               "i", article_id))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!note (database, article_id, g_array_index (ids, gint64, i), act, error))
      return FALSE;
  return *act == 0 || tl_copy_decide_carry_out (database, *act, error);
}
