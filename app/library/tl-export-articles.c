/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles as lines of JSON: what was read as it was read, and what a person corrected of it
 * beside it. */

#include "tl-export-out.h"

#include "tl-export-line.h"

static gboolean
append_corrections (TlExportOut  *self,
                    GBytes       *digest,
                    GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "SELECT fact, value, made, is_undone FROM correction WHERE text_sha256 = ?"
                       " ORDER BY made, id", "b", digest);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (self->database, statement, &local_error))
    {
      TlExportCorrection correction = {
        .fact = (char *) sqlite3_column_text (statement, 0),
        .value = (char *) sqlite3_column_text (statement, 1),
        .made = sqlite3_column_int64 (statement, 2),
        .is_undone = sqlite3_column_int (statement, 3) != 0,
      };

      tl_export_line_append_correction (self->text, &correction);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A line that cannot be ended was none. */
static gboolean
append_article (TlExportOut  *self,
                gint64        id,
                TlStatement  *statement,
                GError      **error)
{
  g_autoptr(GBytes) digest = tl_statement_dup_bytes (statement, 0);
  const char *reading = (const char *) sqlite3_column_text (statement, 3);
  gsize length = (gsize) sqlite3_column_bytes (statement, 3);
  gsize before = self->text->len;

  tl_export_line_begin_article (self->text, digest, sqlite3_column_int64 (statement, 1),
                                (guint) sqlite3_column_int (statement, 2));
  if (!append_corrections (self, digest, error))
    return FALSE;
  if (reading != NULL && tl_export_line_end_article (self->text, reading, length))
    {
      self->outcome.n_articles++;
      return TRUE;
    }
  g_string_truncate (self->text, before);
  tl_export_out_damaged (self, id);
  return TRUE;
}

static gboolean
write_article (TlExportOut  *self,
               gint64        id,
               GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "SELECT text_sha256, added, version, tl_unpack (json) FROM article"
                       " JOIN reading ON article_id = id WHERE id = ?", "i", id);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (self->database, statement, &local_error))
    return append_article (self, id, statement, error);
  if (local_error == NULL)
    {
      tl_export_out_damaged (self, id);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_export_out_articles:
 * @self: an export
 * @error: return location for an error
 *
 * Writes the articles, and the line that comes before them.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_articles (TlExportOut  *self,
                        GError      **error)
{
  tl_export_line_append_head (self->text, self->articles->len);
  for (guint i = 0; i < self->articles->len; i++)
    if (!write_article (self, g_array_index (self->articles, gint64, i), error) ||
        !tl_export_out_done (self, error))
      return FALSE;
  return TRUE;
}
