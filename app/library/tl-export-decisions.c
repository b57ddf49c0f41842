/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The decisions that go along with articles: on these texts, and on names in them.  Where all
 * articles leave, so do all decisions on names: they hold in articles to come, too. */

#include "tl-export-out.h"

#include "tl-copy-rows.h"
#include "tl-export-line.h"

/* Of SHA-256. */
#define DIGEST_SIZE 32

typedef struct
{
  gint64            act;
  gboolean          is_undone;
  TlExportDecision *decision;   /* owned */
  gboolean          is_out;     /* whether it goes along */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  tl_export_decision_free (row->decision);
  g_free (row);
}

static TlExportDecision *
read_decision (TlStatement *statement)
{
  TlExportDecision *decision = g_new (TlExportDecision, 1);

  *decision = (TlExportDecision) {
    .kind = tl_statement_dup_string (statement, 2),
    .type = tl_statement_dup_string (statement, 3),
    .key = tl_statement_dup_string (statement, 4),
    .name = tl_statement_dup_string (statement, 5),
    .digest = tl_statement_dup_bytes (statement, 6),
    .to_type = tl_statement_dup_string (statement, 7),
    .to_key = tl_statement_dup_string (statement, 8),
    .to_name = tl_statement_dup_string (statement, 9),
    .to_digest = tl_statement_dup_bytes (statement, 10),
    .made = sqlite3_column_int64 (statement, 11),
  };
  return decision;
}

/* In the order in which they were made, whatever their numbers are here. */
static GPtrArray *
load_rows (TlDatabase  *database,
           GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT act, is_undone, kind, type, key, name, text_sha256, to_type, to_key,"
                       " to_name, to_text_sha256, made FROM decision"
                       " JOIN (SELECT act, min(made) AS first_made, min(id) AS first_id"
                       "         FROM decision GROUP BY act) USING (act)"
                       " ORDER BY first_made, first_id, id", "");

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      Row *row = g_new (Row, 1);

      *row = (Row) {
        .act = sqlite3_column_int64 (statement, 0),
        .is_undone = sqlite3_column_int (statement, 1) != 0,
        .decision = read_decision (statement),
      };
      g_ptr_array_add (rows, row);
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* ---- which go along ---- */

static gboolean
any_is_chosen (TlExportOut *self,
               GArray      *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (tl_article_set_has (self->chosen, g_array_index (ids, gint64, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_of_chosen (TlExportOut  *self,
              GBytes       *digest,
              gboolean     *is_out,
              GError      **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *is_out = FALSE;
  if (g_bytes_get_size (digest) != DIGEST_SIZE)
    return TRUE;
  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT id FROM article WHERE text_sha256 = ?", "b", digest))
    return FALSE;
  *is_out = any_is_chosen (self, ids);
  return TRUE;
}

static gboolean
is_named (TlExportOut  *self,
          const char   *type,
          const char   *key,
          gboolean     *is_out,
          GError      **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *is_out = FALSE;
  if (type == NULL || key == NULL)
    return TRUE;
  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT mention.article_id FROM entity"
                               " JOIN mention ON entity_id = entity.id WHERE type = ? AND key = ?",
                               "ss", type, key))
    return FALSE;
  *is_out = any_is_chosen (self, ids);
  return TRUE;
}

static gboolean
is_everything (TlExportOut *self)
{
  return self->choice->ids == NULL && self->choice->partners[0] == NULL;
}

/* A decision on a copy names two texts, and goes where both of them go. */
static gboolean
choose_row (TlExportOut  *self,
            Row          *row,
            GError      **error)
{
  TlExportDecision *decision = row->decision;
  gboolean is_of_copies = g_strcmp0 (decision->kind, TL_COPY_DECISION_KIND) == 0;

  if (decision->kind == NULL || decision->type == NULL || decision->key == NULL || decision->name == NULL)
    return TRUE;
  if (decision->digest != NULL)
    {
      if (!is_of_chosen (self, decision->digest, &row->is_out, error))
        return FALSE;
      return !row->is_out || !is_of_copies || decision->to_digest == NULL ||
             is_of_chosen (self, decision->to_digest, &row->is_out, error);
    }
  row->is_out = is_everything (self);
  return row->is_out ||
         (is_named (self, decision->type, decision->key, &row->is_out, error) &&
          (row->is_out || is_named (self, decision->to_type, decision->to_key, &row->is_out, error)));
}

static void
note_identity (GHashTable *identities,
               const char *type,
               const char *key)
{
  if (type != NULL && key != NULL)
    g_hash_table_add (identities, g_strconcat (type, "\n", key, NULL));
}

static gboolean
is_noted (GHashTable *identities,
          const char *type,
          const char *key)
{
  g_autofree char *identity = type != NULL && key != NULL ? g_strconcat (type, "\n", key, NULL) : NULL;

  return identity != NULL && g_hash_table_contains (identities, identity);
}

/* What one decision makes of a name, another is about: the last of a chain goes along with the
 * first. */
static void
choose_chains (GPtrArray *rows)
{
  g_autoptr(GHashTable) identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean found = TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->is_out)
        note_identity (identities, row->decision->to_type, row->decision->to_key);
    }
  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          Row *row = g_ptr_array_index (rows, i);

          if (row->is_out || row->decision->digest != NULL ||
              !is_noted (identities, row->decision->type, row->decision->key))
            continue;
          row->is_out = found = TRUE;
          note_identity (identities, row->decision->to_type, row->decision->to_key);
        }
    }
}

/* ---- writing ---- */

static gboolean
write_rows (TlExportOut  *self,
            GPtrArray    *rows,
            GError      **error)
{
  const Row *open = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (!row->is_out)
        continue;
      if (open == NULL || open->act != row->act)
        {
          if (open != NULL)
            tl_export_line_end_act (self->text);
          tl_export_line_begin_act (self->text, row->is_undone);
          open = row;
        }
      tl_export_line_append_decision (self->text, row->decision);
    }
  if (open != NULL)
    tl_export_line_end_act (self->text);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * tl_export_out_decisions:
 * @self: an export
 * @error: return location for an error
 *
 * Writes what persons decided on the chosen articles and on names in them.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_decisions (TlExportOut  *self,
                         GError      **error)
{
  g_autoptr(GPtrArray) rows = load_rows (self->database, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!choose_row (self, g_ptr_array_index (rows, i), error))
      return FALSE;
  if (!is_everything (self))
    choose_chains (rows);
  return write_rows (self, rows, error);
}
