/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read otherwise in an article since the program reads better: kept until a person
 * has seen it. */

#include "tl-renewed.h"

#include "tl-figure-fields.h"

/* What a person would call another figure.  The words are those between the offsets, and the
 * reasons may be told better without any other outcome. */
#define SAME(a, b) \
  "(" a ".flow, " a ".partner, " a ".other, " a ".scope, " a ".status, " a ".start, " a ".end, " \
  a ".value, " a ".high, " a ".currency, " a ".precision, " a ".change, " a ".change_against, " \
  a ".quote_start, " a ".quote_end, " a ".speaker) IS " \
  "(" b ".flow, " b ".partner, " b ".other, " b ".scope, " b ".status, " b ".start, " b ".end, " \
  b ".value, " b ".high, " b ".currency, " b ".precision, " b ".change, " b ".change_against, " \
  b ".quote_start, " b ".quote_end, " b ".speaker)"

#define ONLY_IN(table, other) \
  "SELECT " TL_FIGURE_FIELDS " FROM " table " WHERE article_id = ?" \
  " AND NOT EXISTS (SELECT 1 FROM " other \
  "  WHERE " other ".article_id = " table ".article_id AND " SAME (table, other) ")" \
  " ORDER BY n"

static const char gone_sql[] = ONLY_IN ("former_figure", "figure");
static const char come_sql[] = ONLY_IN ("figure", "former_figure");

/* ---- while it is read again ---- */

/**
 * tl_renewed_begin:
 * @database: a connection that is writing
 * @article_id: an article that is about to be read again
 * @error: return location for an error
 *
 * Keeps what it states now.  What a person has not seen yet is compared with what was there
 * before that.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_renewed_begin (TlDatabase  *database,
                  gint64       article_id,
                  GError     **error)
{
  if (!tl_database_write (database, error, "INSERT OR IGNORE INTO renewed VALUES (?, ?)", "ii",
                          article_id, g_get_real_time () / G_USEC_PER_SEC))
    return FALSE;
  if (tl_database_get_n_changed (database) == 0)
    return TRUE;
  return tl_database_write (database, error,
                            "INSERT INTO former_figure (article_id, n, " TL_FIGURE_FIELDS ")"
                            " SELECT article_id, n, " TL_FIGURE_FIELDS " FROM figure"
                            " WHERE article_id = ?", "i", article_id);
}

static gboolean
has_entity (TlArticle *article,
            TlEntity  *entity)
{
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *other = g_ptr_array_index (entities, i);

      if (tl_entity_get_entity_type (other) == tl_entity_get_entity_type (entity) &&
          g_str_equal (tl_entity_get_name (other), tl_entity_get_name (entity)))
        return TRUE;
    }
  return FALSE;
}

/* A name that came and went again before anybody saw it is as it was. */
static gboolean
note_name (TlDatabase  *database,
           gint64       article_id,
           TlEntity    *entity,
           gint64       is_new,
           GError     **error)
{
  const char *type = tl_entity_type_to_string (tl_entity_get_entity_type (entity));
  const char *name = tl_entity_get_name (entity);

  if (!tl_database_write (database, error,
                          "DELETE FROM renewed_name"
                          " WHERE article_id = ? AND type = ? AND name = ? AND is_new = ?",
                          "issi", article_id, type, name, !is_new))
    return FALSE;
  return tl_database_get_n_changed (database) > 0 ||
         tl_database_write (database, error, "INSERT OR IGNORE INTO renewed_name VALUES (?, ?, ?, ?)",
                            "issi", article_id, type, name, is_new);
}

static gboolean
note_names (TlDatabase  *database,
            gint64       article_id,
            TlArticle   *with,
            TlArticle   *without,
            gboolean     are_new,
            GError     **error)
{
  GPtrArray *entities = tl_article_get_entities (with);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (!has_entity (without, entity) &&
          !note_name (database, article_id, entity, are_new, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_figures (TlDatabase   *database,
              const char   *sql,
              gint64        article_id,
              GPtrArray   **figures,
              GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement = tl_database_query (database, error, sql, "i", article_id);

  *figures = g_ptr_array_new_with_free_func (g_object_unref);
  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    g_ptr_array_add (*figures, tl_figure_rows_read (statement));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_names (TlDatabase   *database,
            gint64        article_id,
            gboolean      are_new,
            GPtrArray   **names,
            GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT name FROM renewed_name WHERE article_id = ? AND is_new = ?"
                       " ORDER BY type, name", "ii", article_id, (gint64) are_new);

  *names = g_ptr_array_new_with_free_func (g_free);
  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    g_ptr_array_add (*names, tl_statement_dup_string (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_renewed_end:
 * @database: a connection that is writing
 * @article_id: the article
 * @before: as it was read before
 * @after: as it is read now
 * @is_renewed: (out): whether anything is another now
 * @error: return location for an error
 *
 * To be called when its rows are those of the new reading.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_renewed_end (TlDatabase  *database,
                gint64       article_id,
                TlArticle   *before,
                TlArticle   *after,
                gboolean    *is_renewed,
                GError     **error)
{
  g_autoptr(TlRenewal) renewal = NULL;

  if (!note_names (database, article_id, before, after, FALSE, error) ||
      !note_names (database, article_id, after, before, TRUE, error))
    return FALSE;
  renewal = tl_renewal_load (database, article_id, error);
  if (renewal == NULL)
    return FALSE;
  *is_renewed = renewal->gone->len + renewal->come->len +
                renewal->names_gone->len + renewal->names_come->len > 0;
  return *is_renewed ||
         tl_database_write (database, error, "DELETE FROM renewed WHERE article_id = ?", "i",
                            article_id);
}

/* ---- for people ---- */

/**
 * tl_renewal_load:
 * @database: a connection
 * @article_id: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is read otherwise in it since a person saw it
 */
TlRenewal *
tl_renewal_load (TlDatabase  *database,
                 gint64       article_id,
                 GError     **error)
{
  g_autoptr(TlRenewal) self = g_new0 (TlRenewal, 1);

  if (load_figures (database, gone_sql, article_id, &self->gone, error) &&
      load_figures (database, come_sql, article_id, &self->come, error) &&
      load_names (database, article_id, FALSE, &self->names_gone, error) &&
      load_names (database, article_id, TRUE, &self->names_come, error))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * tl_renewal_free:
 * @self: (transfer full): what tl_renewal_load() gave
 */
void
tl_renewal_free (TlRenewal *self)
{
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->come, g_ptr_array_unref);
  g_clear_pointer (&self->names_gone, g_ptr_array_unref);
  g_clear_pointer (&self->names_come, g_ptr_array_unref);
  g_free (self);
}
