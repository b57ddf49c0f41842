/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What persons decided on entities, as rows of their own.  They speak of names and texts,
 * not of the rows that a reading makes, so that a reading made again finds them. */

#include "tl-decision.h"

static const char *const kinds[] = {
  [TL_DECISION_MERGE] = "merge",
  [TL_DECISION_TYPE] = "type",
  [TL_DECISION_APART] = "apart",
  [TL_DECISION_SPLIT_NAME] = "split-name",
  [TL_DECISION_SPLIT_ARTICLE] = "split-article",
  [TL_DECISION_RENAME] = "rename",
  [TL_DECISION_DISMISS] = "dismiss",
  [TL_DECISION_RESTORE] = "restore",
  [TL_DECISION_ADD] = "add",
  [TL_DECISION_HERE] = "here",
};

#define FIELDS \
  "kind, type, key, name, text_sha256, to_type, to_key, to_name, to_text_sha256"

/**
 * tl_identity_clear:
 * @self: an identity
 *
 * Frees what it holds.
 */
void
tl_identity_clear (TlIdentity *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->digest, g_bytes_unref);
}

/**
 * tl_decision_free:
 * @self: (transfer full): a decision
 */
void
tl_decision_free (TlDecision *self)
{
  tl_identity_clear (&self->on);
  tl_identity_clear (&self->to);
  g_free (self);
}

/**
 * tl_decision_load_digest:
 * @database: a connection
 * @article_id: an article
 *
 * Returns: (transfer full) (nullable): by what decisions know it; %NULL where it is gone
 */
GBytes *
tl_decision_load_digest (TlDatabase *database,
                         gint64      article_id)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, NULL, "SELECT text_sha256 FROM article WHERE id = ?",
                       "i", article_id);

  if (statement == NULL || !tl_database_step (database, statement, NULL))
    return NULL;
  return tl_statement_dup_bytes (statement, 0);
}

/**
 * tl_decision_find_article:
 * @database: a connection
 * @digest: by what decisions know an article
 * @article_id: (out): the article, or 0 where it is gone
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decision_find_article (TlDatabase  *database,
                          GBytes      *digest,
                          gint64      *article_id,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM article WHERE text_sha256 = ?", "b", digest))
    return FALSE;
  *article_id = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  return TRUE;
}

/**
 * tl_decision_is_of_rows:
 * @kind: a kind of decision
 *
 * Returns: whether it says which mentions are of which entity, so that articles have to be
 *   gone through again
 */
gboolean
tl_decision_is_of_rows (TlDecisionKind kind)
{
  return tl_decision_is_split (kind) || kind == TL_DECISION_ADD || kind == TL_DECISION_HERE;
}

/**
 * tl_decision_is_split:
 * @kind: a kind of decision
 *
 * Returns: whether it sets some mentions of an entity apart from it
 */
gboolean
tl_decision_is_split (TlDecisionKind kind)
{
  return kind == TL_DECISION_SPLIT_NAME || kind == TL_DECISION_SPLIT_ARTICLE;
}

/**
 * tl_decision_add:
 * @database: a connection that is writing
 * @act: (inout): what this belongs to; 0 begins another and is set
 * @kind: what was decided
 * @on: on what
 * @to: (nullable): what it is from then on, or what it is called
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_decision_add (TlDatabase        *database,
                 gint64            *act,
                 TlDecisionKind     kind,
                 const TlIdentity  *on,
                 const TlIdentity  *to,
                 GError           **error)
{
  static const TlIdentity none = { 0 };
  gint64 last, last_made;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (!tl_database_query_int (database, "SELECT max(id) FROM decision", &last, error) ||
      !tl_database_query_int (database, "SELECT max(made) FROM decision", &last_made, error))
    return FALSE;
  if (*act == 0)
    *act = last + 1;
  if (to == NULL)
    to = &none;
  return tl_database_write (database, error,
                            "INSERT INTO decision (id, act, made, is_undone, " FIELDS ")"
                            " VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            "iiissssbsssb", last + 1, *act, MAX (now, last_made),
                            kinds[kind], tl_entity_type_to_string (on->type), on->key, on->name,
                            on->digest, to->key != NULL ? tl_entity_type_to_string (to->type) : NULL,
                            to->key, to->name, to->digest);
}

static gboolean
read_kind (const char     *string,
           TlDecisionKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], string) == 0)
      {
        *kind = (TlDecisionKind) i;
        return TRUE;
      }
  return FALSE;
}

static void
read_identity (TlStatement *statement,
               int          type_column,
               int          key_column,
               int          name_column,
               TlIdentity  *identity)
{
  tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, type_column),
                              &identity->type);
  identity->key = tl_statement_dup_string (statement, key_column);
  identity->name = tl_statement_dup_string (statement, name_column);
}

/* What the program does not know comes from another version, or is damage: it is kept and
 * does nothing. */
static GPtrArray *
read_decisions (TlDatabase   *database,
                TlStatement  *statement,
                GError      **error)
{
  g_autoptr(GPtrArray) decisions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tl_decision_free);
  g_autoptr(GError) local_error = NULL;

  while (tl_database_step (database, statement, &local_error))
    {
      g_autoptr(TlDecision) decision = g_new0 (TlDecision, 1);

      if (!read_kind ((const char *) sqlite3_column_text (statement, 0), &decision->kind))
        continue;
      read_identity (statement, 1, 2, 3, &decision->on);
      decision->on.digest = tl_statement_dup_bytes (statement, 4);
      read_identity (statement, 5, 6, 7, &decision->to);
      decision->to.digest = tl_statement_dup_bytes (statement, 8);
      if (decision->on.key != NULL)
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }
  if (local_error == NULL)
    return g_steal_pointer (&decisions);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * tl_decision_get_on:
 * @database: a connection
 * @type: what it is
 * @key: what makes it the same in all articles
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlDecision): what holds of it and of
 *   those in one article that have the same key, in the order in which it was decided
 */
GPtrArray *
tl_decision_get_on (TlDatabase    *database,
                    TlEntityType   type,
                    const char    *key,
                    GError       **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT " FIELDS " FROM decision"
                       " WHERE type = ? AND key = ? AND NOT is_undone ORDER BY made, id",
                       "ss", tl_entity_type_to_string (type), key);

  return statement != NULL ? read_decisions (database, statement, error) : NULL;
}

/**
 * tl_decision_get_added:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlDecision): what holds of names that were
 *   added, in the order in which it was decided
 */
GPtrArray *
tl_decision_get_added (TlDatabase  *database,
                       GError     **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT " FIELDS " FROM decision"
                       " WHERE kind IN (?, ?) AND NOT is_undone ORDER BY made, id", "ss",
                       kinds[TL_DECISION_ADD], kinds[TL_DECISION_HERE]);

  return statement != NULL ? read_decisions (database, statement, error) : NULL;
}

/**
 * tl_decision_get_places:
 * @database: a connection
 * @article_id: an article
 * @error: return location for an error
 *
 * Goes by the entities that the article names, so that it takes no longer in a library where much
 * was decided.
 *
 * Returns: (transfer full) (nullable) (element-type TlDecision): what holds at places of its text
 */
GPtrArray *
tl_decision_get_places (TlDatabase  *database,
                        gint64       article_id,
                        GError     **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT decision.kind, decision.type, decision.key, decision.name,"
                       " decision.text_sha256, to_type, to_key, to_name, to_text_sha256"
                       " FROM article CROSS JOIN mention ON mention.article_id = article.id"
                       " CROSS JOIN entity ON entity.id = mention.entity_id"
                       " CROSS JOIN decision ON decision.type = entity.type AND decision.key = entity.key"
                       " WHERE article.id = ? AND kind = ? AND decision.text_sha256 = article.text_sha256"
                       " AND NOT is_undone", "is", article_id, kinds[TL_DECISION_HERE]);

  return statement != NULL ? read_decisions (database, statement, error) : NULL;
}

/**
 * tl_decision_exists:
 * @database: a connection
 * @any: (out): whether anything was ever decided
 * @error: return location for an error
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decision_exists (TlDatabase  *database,
                    gboolean    *any,
                    GError     **error)
{
  gint64 found;

  if (!tl_database_query_int (database, "SELECT EXISTS (SELECT 1 FROM decision)", &found, error))
    return FALSE;
  *any = found != 0;
  return TRUE;
}

/**
 * tl_decision_get_act:
 * @database: a connection
 * @act: what was done together
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlDecision): its decisions, whether or
 *   not they were undone
 */
GPtrArray *
tl_decision_get_act (TlDatabase  *database,
                     gint64       act,
                     GError     **error)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT " FIELDS " FROM decision WHERE act = ? ORDER BY id", "i", act);

  return statement != NULL ? read_decisions (database, statement, error) : NULL;
}

/**
 * tl_decision_set_undone:
 * @database: a connection that is writing
 * @act: what was done together
 * @is_undone: whether it does not hold any more
 * @error: return location for an error
 *
 * Undoes decisions, or makes them again.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decision_set_undone (TlDatabase  *database,
                        gint64       act,
                        gboolean     is_undone,
                        GError     **error)
{
  return tl_database_write (database, error, "UPDATE decision SET is_undone = ? WHERE act = ?",
                            "ii", (gint64) is_undone, act);
}
